"""What a plan of reminders says: of one task, past and to come, and of all letters of the next days.

The plan on a page, the plan on the command line and what `services.reminders` sends are the same rules' answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from tracker.clock import print_moment
from tracker.domain import ladder, notice, reminding
from tracker.domain.receipts import Chain
from tracker.domain.reminding import Bundle, Duty, Reminder
from tracker.errors import Refused
from tracker.services import clocks, duties, receipts
from tracker.services.installation import Installation
from tracker.services.message_states import KIND, Say, slot_of, state_words, utc_words
from tracker.services.readers import Known
from tracker.store.absences import AbsenceRecord
from tracker.store.company import TaskPerson
from tracker.store.messages import ReminderSlot
from tracker.store.people import Officer
from tracker.store.queries import offered
from tracker.store.tasks import Task
from tracker.texts import _, gettext, later

PLANNED, GOES_NOW = later("planned"), later("goes now")
CHUNK = 2_000  # tasks planned at once


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReminder:
    """One reminder as a page shows it, past or coming; `state` says in words what became of it."""

    task_id: int
    title: str
    post: str
    moment_at: datetime
    recipient: str
    name: str
    rule: str
    reason: str
    state: str

    @property
    def is_to_come(self) -> bool:
        """Whether it has not been offered yet."""
        return self.state in (PLANNED, GOES_NOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLetter:
    """One letter that would be sent: when, to whom, and what it reminds of."""

    at: datetime
    recipient: str
    name: str
    reminders: tuple[PlannedReminder, ...] = ()
    kind: str = KIND
    title: str = ""  # of a letter about no single task

    @property
    def rule(self) -> str:
        """The rule of its first reminder, else what kind of letter it is."""
        return self.reminders[0].rule if self.reminders else self.kind

    @property
    def reason(self) -> str:
        """Why it goes, by its first reminder."""
        return self.reminders[0].reason if self.reminders else notice.reason_of(self.kind)

    def as_json(self) -> dict[str, Any]:
        """Return the letter as the command line prints it."""
        return {
            "at": print_moment(self.at),
            "to": self.recipient,
            "name": self.name,
            "rule": self.rule,
            "reason": self.reason,
            "task": self.reminders[0].task_id if self.reminders else None,
            "reminders": [
                {"task": r.task_id, "title": r.title, "post": r.post, "rule": r.rule, "reason": r.reason}
                for r in self.reminders
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a task's page says of its letters: past and coming, the ladder, or why nobody is reminded."""

    letters: list[PlannedReminder]
    chains: list[Chain]
    steps: list[str]
    why_none: str | None


def outlook(
    session: Session,
    task: Task,
    *,
    now: datetime,
    installation: Installation,
    known: Known | None = None,
    say: Say = utc_words,
) -> Outlook:
    """Return a task's reminders in time order, those offered and those to come, and its ladder in words.

    `known` is what `duties.read` found for the task, with its whole history, where the caller has read it.
    `say` writes the moments of what became of a letter.
    """
    rows = () if known and "letters" in known.lacks else offered.of_task(session, task.id)
    known = known or duties.read(session, [task], installation, is_whole=True)
    duty = duties.load(session, [task], installation, known)[0]
    taken = {slot_of(row) for row in rows}
    owed = reminding.owed(duty, taken)
    coming = [_planned(one, task, now) for letter in reminding.bundles(owed, now) for one in letter.told]
    return Outlook(
        letters=[_past(row, task, say) for row in rows] + coming,
        chains=[] if task.is_history else receipts.chains(task, rows, owed, known, now),
        steps=ladder.in_words(duty, taken),
        why_none=None if coming else _why_none(task, duty),
    )


def _why_none(task: Task, duty: Duty) -> str | None:
    """Return why nobody is reminded of an open task, None where somebody is."""
    if duty.readers or duty.closed_as is not None:
        return None
    address = task.owner.email if task.owner is not None else task.post.mailbox
    if address:
        return f"This installation may not write to {address}: no reminder goes."
    return f"{task.post.name} has no mailbox, and nobody owns this: no reminder goes."


class TooMuch(Refused):
    """More tasks may be written about by then than a page can plan. Use: tracker plan --on DAY."""

    code = "too_much"


def plan(
    session: Session,
    *,
    now: datetime,
    days: int,
    installation: Installation,
    where: Sequence[ColumnElement[bool]] = (),
    most: int | None = None,
) -> list[PlannedLetter]:
    """Return every reminder's letter that would be sent from now until so many days on, in time order.

    `where` are conditions of the tasks; raise TooMuch above `most` of them. Other letters: see `services.letter_days`.
    """
    size = CHUNK if most is None else most + 1
    tasks: dict[int, Task] = {}
    owing: list[Reminder] = []
    until = now + timedelta(days=days)
    for chunk in _open_tasks(session, until, where, size):
        tasks |= {task.id: task for task in chunk}
        if most is not None and len(tasks) > most:
            raise TooMuch
        owing += [one for one in _owing(session, chunk, installation) if one.at <= until]
    return [_planned_letter(bundle, tasks, now) for bundle in reminding.bundles(owing, now)]


def plan_for(
    session: Session, officer: Officer, *, now: datetime, days: int, installation: Installation
) -> list[PlannedLetter]:
    """Return the letters planned for one officer, about tasks he owns, stands beside or stands in for."""
    away = select(AbsenceRecord.officer_id).where(AbsenceRecord.stand_in_id == officer.id)
    beside = select(TaskPerson.task_id).where(TaskPerson.officer_id == officer.id)
    mine = or_(Task.owner_id == officer.id, Task.owner_id.in_(away), Task.id.in_(beside))
    address = clocks.folded(officer.email)
    found = plan(session, now=now, days=days, installation=installation, where=[mine])
    return [one for one in found if one.recipient == address]


def _open_tasks(
    session: Session, until: datetime, where: Sequence[ColumnElement[bool]], size: int
) -> Iterator[Sequence[Task]]:
    """Yield the tasks with a reminder until then, with their relations, so many at once."""
    last = 0
    while True:
        chunk = session.scalars(
            select(Task)
            .where(Task.next_moment_at <= until, Task.id > last, *where)
            .options(*duties.RELATED)
            .order_by(Task.id)
            .limit(size)
        ).all()
        if chunk:
            yield chunk
        if len(chunk) < size:
            return
        last = chunk[-1].id


def _owing(session: Session, tasks: Sequence[Task], installation: Installation) -> Iterator[Reminder]:
    taken = duties.slots_taken(session, [task.id for task in tasks])
    for duty in duties.load(session, tasks, installation):
        yield from reminding.owed(duty, taken[duty.task_id].keys())


def _planned_letter(bundle: Bundle, tasks: dict[int, Task], now: datetime) -> PlannedLetter:
    return PlannedLetter(
        at=bundle.at,
        recipient=bundle.reader.address,
        name=bundle.reader.name,
        reminders=tuple(_planned(one, tasks[one.duty.task_id], now) for one in bundle.told),
    )


def _planned(one: Reminder, task: Task, now: datetime) -> PlannedReminder:
    leaves_at = reminding.sends_at(one, now)
    return PlannedReminder(
        task_id=task.id,
        title=task.title,
        post=task.post.name,
        moment_at=leaves_at if leaves_at > now else one.at,
        recipient=one.reader.address,
        name=one.reader.name,
        rule=one.rule,
        reason=one.reason,
        state=PLANNED if leaves_at > now else GOES_NOW,
    )


def reason_of_slot(row: ReminderSlot) -> str:
    """Return why a reminder, or a notice, went about a task, in words."""
    if notice.is_notice(row.rule) and row.message is not None:
        return notice.reason_of(row.message.kind)
    return reminding.reason_of(row.rule)


def _past(row: ReminderSlot, task: Task, say: Say) -> PlannedReminder:
    return PlannedReminder(
        task_id=task.id,
        title=task.title,
        post=task.post.name,
        moment_at=row.moment_at,
        recipient=row.recipient,
        name=row.recipient,
        rule=row.rule,
        reason=reason_of_slot(row),
        state=_became(row, say),
    )


def _became(row: ReminderSlot, say: Say) -> str:
    if row.reason:
        return gettext(row.reason)
    return state_words(row.message, say, beside=row.moment_at) if row.message else _("not sent")
