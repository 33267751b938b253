"""What people have said of a task's reminders, as its page shows it: put off, promised, an interim day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain.due import explain_short, short_day
from tracker.domain.policy import Policy
from tracker.domain.recurring import day_after, in_words
from tracker.domain.workdays import Calendar
from tracker.services.installation import Installation
from tracker.store.tasks import Task
from tracker.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """What was said of the reminders; `badges` say it in a few words each, while it holds."""

    snoozed_until: date | None
    promised_on: date | None
    interim: str | None
    policy: Policy
    is_own_policy: bool
    series: str | None
    badges: Sequence[str]


def patience_of(task: Task, calendar: Calendar, now: datetime, installation: Installation) -> Patience:
    """Return what was said of a task's reminders and still holds."""
    today = calendar.local_day(now)
    until = task.snoozed_until if task.snoozed_until and task.snoozed_until > today else None
    interim = explain_short(task.interim_at, calendar.place) if task.interim_at else None
    series = _series(task)
    said = {
        _("snoozed to %(day)s", day=short_day(until)) if until else "": until,
        _("promised for %(day)s", day=short_day(task.promised_on))
        if task.promised_on
        else "": task.promised_on,
        f"{task.interim_what}: {interim}": interim,
        _("comes back %(how)s", how=series): series,
    }
    return Patience(
        snoozed_until=until,
        promised_on=task.promised_on,
        interim=interim,
        policy=installation.policies.of(task.post.name, task.own_policy),
        is_own_policy=bool(task.own_policy),
        series=series,
        badges=[words for words, holds in said.items() if holds] if task.closed_at is None else [],
    )


def _series(task: Task) -> str | None:
    """Return how the task comes back, None where none follows it."""
    series = task.series
    if series is None:
        return None
    times = task.occurrence + 1 - series.first_occurrence
    following = day_after(series.first_on, series.every_months * times)
    return in_words(series.every_months, series.until_on) if following <= series.until_on else None
