"""A task in sentences for its page: who has it, what was done and whether in time, what the desk must decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tracker.domain import timeliness
from tracker.domain.due import explain_short, short_day
from tracker.domain.lifecycle import Status, outcome_words, status_words
from tracker.domain.timeliness import Facts
from tracker.domain.workdays import Calendar, Place
from tracker.store.tasks import Task
from tracker.texts import _, later
from tracker.web.words import place as place_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One dated fact: "Delivered", its day, what is known of it, and how it came against the due."""

    name: str
    on: date
    day: str
    what: str
    how: str
    is_late: bool


FACTS: Mapping[str, str] = {
    "acknowledged": later("Acknowledged"),
    "delivered": later("Delivered"),
    "reported": later("Reported"),
    "closed": later("Closed"),
}


def standing(task: Task, state: str) -> str:
    """Return who has it in hand: "accepted by Luis Ortega", "not yet taken", "done: agreed"."""
    owner = task.owner.name if task.owner else None
    match Status(task.status):
        case Status.OPEN:
            return _("taken by %(name)s, not yet accepted", name=owner) if owner else _("not yet taken")
        case Status.ACCEPTED:
            return _("accepted by %(name)s", name=owner) if owner else _("accepted by the post")
        case Status.IN_PROGRESS:
            return _("in progress with %(name)s", name=owner) if owner else _("in progress with the post")
        case Status.WAITING:
            return _("%(state)s, held by %(name)s", state=state, name=owner) if owner else state
        case _:
            return state


def day_of(value: Any) -> str:
    """Return a day kept as text in words: "Fri 8 May 2009"; "no day" where there is none."""
    if not value:
        return _("no day")
    day = date.fromisoformat(str(value))
    return f"{short_day(day)} {day.year}"


def moment_of(value: Any, place: Place) -> str:
    """Return a moment kept as text on both clocks: "Fri 8 May, 17:00 (18:00 Washington)"; "none" for none."""
    return explain_short(datetime.fromisoformat(str(value)), place) if value else _("none")


def clock_of(value: Any) -> str:
    """Return whose clock a due goes by: "Mexico City" of "America/Mexico_City"; "the post's" for none."""
    return place_words(str(value)).partition(" (")[0] if value else _("the post's")


def to_decide(task: Task) -> Iterator[tuple[str, str]]:
    """Yield what awaits the desk's word: its name and the sentence."""
    if task.more_time is not None:
        asked = task.more_time
        yield (
            _("More time"),
            _(
                "%(name)s asks for it, until %(day)s instead of %(due)s: “%(why)s”",
                name=asked["by"],
                day=day_of(asked["due_on"]),
                due=day_of(task.due_on),
                why=asked["why"],
            ),
        )
    if task.returned_at is not None:
        yield _("Returned"), _("the post declined it: “%(note)s”", note=task.note)
    if task.to_accept_at is not None:
        outcome = outcome_words(task.outcome)
        noted = _("the post says: %(outcome)s (“%(note)s”)", outcome=outcome, note=task.note)
        said = noted if task.note else _("the post says: %(outcome)s", outcome=outcome)
        yield _("Done, to be accepted"), said


def fact_lines(task: Task, calendar: Calendar) -> list[FactLine]:
    """Return the dated facts of the task, in the order that work goes."""
    told = Facts(
        acknowledged_at=task.acknowledged_at,
        delivered_on=task.delivered_on,
        reported_at=task.reported_at,
        closed_at=task.closed_at,
    )
    what = {
        "delivered": _("to %(whom)s by %(whom_by)s", whom=task.delivered_to, whom_by=task.delivered_by),
        "reported": task.report or "",
        "closed": outcome_words(task.outcome) or status_words(task.status),
    }
    return [
        FactLine(
            name=FACTS[one.name],
            on=one.on,
            day=f"{short_day(one.on)} {one.on.year}",
            what=what.get(one.name, ""),
            how=one.how,
            is_late=one.is_late,
        )
        for one in timeliness.measured(told, task.due_at, calendar)
    ]
