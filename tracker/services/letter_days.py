"""The letters of any day: what went then, to whom and why; and what will go, if nothing is done by then.

Past days are told from the outbox, days to come by the plan that the worker itself follows.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer, joinedload

from tracker.clock import print_moment
from tracker.domain import notice
from tracker.services import reminder_plans, weekly
from tracker.services.installation import Installation
from tracker.services.message_states import Say, state_words, utc_words
from tracker.services.reminder_plans import PlannedLetter, reason_of_slot
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.queries import tasks
from tracker.store.queries.tasks import Posts
from tracker.store.tasks import Task
from tracker.texts import _, gettext

Between = tuple[datetime, datetime]  # from, and until just before
LONGEST_WAY = timedelta(days=3)  # from being written to being sent or given up: tries end after two days
MOST_GONE = 500
MOST_PLANNED = 2_000  # open tasks whose plan a page works out


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a letter tells of, and why; a letter about no task has no number."""

    task_id: int | None
    title: str
    post: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLetter:
    """One letter of a day: when, to whom, what became of it, and of what it tells."""

    at: datetime
    to: str
    result: str
    subjects: tuple[Subject, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the letter as the command line prints it."""
        told = [{"task": s.task_id, "title": s.title, "post": s.post, "why": s.why} for s in self.subjects]
        return {"at": print_moment(self.at), "to": self.to, "result": self.result, "about": told}


def plan(
    session: Session,
    *,
    now: datetime,
    days: int,
    installation: Installation,
    only_posts: Posts = None,
    most: int | None = None,
) -> list[PlannedLetter]:
    """Return every letter that would be sent from now until so many days on, in time order.

    Monday's letters to managers stand among them; not for who sees some posts only. Raise TooMuch above
    `most` tasks.
    """
    where = tasks.seen_by(only_posts)
    found = reminder_plans.plan(
        session, now=now, days=days, installation=installation, where=where, most=most
    )
    if only_posts is None:
        found += weekly.planned(session, now=now, days=days, installation=installation)
    return sorted(found, key=lambda letter: (letter.at, letter.recipient))


def plan_for(
    session: Session, officer: Officer, *, now: datetime, days: int, installation: Installation
) -> list[PlannedLetter]:
    """Return the letters planned for one officer; what the ladder tells managers is not among them."""
    found = reminder_plans.plan_for(session, officer, now=now, days=days, installation=installation)
    found += weekly.planned(session, now=now, days=days, installation=installation, only=officer.id)
    return sorted(found, key=lambda letter: letter.at)


def gone(
    session: Session, between: Between, *, only_posts: Posts = None, say: Say = utc_words
) -> list[DayLetter]:
    """Return the letters that went, failed, or were taken back between two moments, in time order.

    `say` writes the moments of what became of them.
    """
    start, end = between
    at = func.coalesce(OutgoingMessage.sent_at, OutgoingMessage.failed_at, OutgoingMessage.written_at)
    slots = joinedload(OutgoingMessage.slots)
    rows = session.scalars(
        select(OutgoingMessage)
        .where(OutgoingMessage.written_at >= start - LONGEST_WAY, OutgoingMessage.written_at < end)
        .where(at >= start, at < end)
        .options(slots.joinedload(ReminderSlot.task).joinedload(Task.post), defer(OutgoingMessage.body))
        .order_by(at, OutgoingMessage.id)
        .limit(MOST_GONE)
    ).unique()
    letters = [_gone(message, only_posts, say) for message in rows]
    return [one for one in letters if one.subjects or only_posts is None]


def coming(
    session: Session,
    between: Between,
    *,
    now: datetime,
    installation: Installation,
    only_posts: Posts = None,
    most: int | None = MOST_PLANNED,
) -> list[DayLetter]:
    """Return the letters planned between two moments, in time order; raise TooMuch above `most` tasks."""
    start, end = between
    if end <= now:
        return []
    days = -(-(end - now) // timedelta(days=1))
    found = plan(session, now=now, days=days, installation=installation, only_posts=only_posts, most=most)
    return [_planned(letter) for letter in found if start <= letter.at < end]


def _gone(message: OutgoingMessage, only_posts: Posts, say: Say) -> DayLetter:
    slots = [slot for slot in message.slots if only_posts is None or slot.task.post_id in only_posts]
    about = tuple(_subject(slot) for slot in sorted(slots, key=lambda slot: slot.id))
    alone = Subject(task_id=None, title=message.subject, post="", why=notice.reason_of(message.kind))
    at = message.sent_at or message.failed_at or message.written_at
    return DayLetter(
        at=at,
        to=message.recipient,
        result=state_words(message, say, beside=at),
        subjects=about or ((alone,) if only_posts is None else ()),
    )


def _subject(slot: ReminderSlot) -> Subject:
    why = reason_of_slot(slot)
    return Subject(
        task_id=slot.task_id,
        title=slot.task.title,
        post=slot.task.post.name,
        why=_("%(reason)s; %(why)s", reason=why, why=gettext(slot.reason)) if slot.reason else why,
    )


def _planned(letter: PlannedLetter) -> DayLetter:
    about = tuple(
        Subject(task_id=one.task_id, title=one.title, post=one.post, why=one.reason)
        for one in letter.reminders
    )
    alone = Subject(task_id=None, title=letter.title, post="", why=letter.reason)
    return DayLetter(at=letter.at, to=letter.recipient, result="planned", subjects=about or (alone,))
