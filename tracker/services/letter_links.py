"""What the links in letters do: a page is read, and only a pressed button acts, for the one it was sent to.

A link is good for one person, one task and one act, until its day or until there is nothing left to do.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import due, lifecycle, tokens
from tracker.domain.letter import Discretion
from tracker.domain.lifecycle import Status
from tracker.domain.reminding import Reader, Standing
from tracker.domain.tokens import Purpose, Token
from tracker.errors import DeadLink
from tracker.services import answers, change_letters, clocks, company, contacts, duties, letter_wording, tasks
from tracker.services.clocks import folded
from tracker.services.installation import Acting, Installation
from tracker.store.cables import ContactRecord
from tracker.store.company import TaskPerson
from tracker.store.messages import ReminderSlot
from tracker.store.queries.histories import Contact
from tracker.store.queries.tasks import MOVES
from tracker.store.tasks import Task, TaskEvent
from tracker.texts import Later, later

PASSED_ON = later(
    "This task has passed to somebody else since the letter was written. There is nothing to do here."
)
STOPPED = later("No more letters about this come to you.")
PRESSED = {
    Purpose.ACCEPT: later("Noted: it is in hand."),
    Purpose.DONE: later("Noted: it is done. Letters about it have stopped."),
    Purpose.LEAVE: STOPPED,
}


EFFECTS = {
    Purpose.ACCEPT: later("Then the task is accepted, in your name. Reminders go on until it is done."),
    Purpose.DONE: later("Then the task is done, in your name, and letters about it stop."),
    Purpose.LEAVE: later(
        "Then no more letters about this task come to you. Where its day stands in your calendar, "
        "a last one takes it out. The task itself does not change."
    ),
}
OF_THE_CABLE = later(
    "Then no more letters about what this cable asks come to you. Where days of it stand in your calendar, "
    "a last one takes them out. The tasks do not change."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A link as its page shows it; `settled` says why there is no button, None where there is one."""

    purpose: Purpose
    task_id: int
    title: str
    post: str
    due: str | None
    person: str
    effect: str  # of the button
    settled: str | None
    titles: tuple[str, ...] = ()  # of the tasks, where it is for several


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A link that is good: its token, its task, its person's address, and the person's part now."""

    token: Token
    task: Task
    address: str
    reader: Reader | None
    place: TaskPerson | None  # beside the task
    contact: Contact | None  # of the cable, where it is written to

    @property
    def is_watching(self) -> bool:
        """Whether the person stands beside the task as a watcher."""
        return self.place is not None and self.place.role == Standing.WATCHER


def opened(session: Session, text: str, *, now: datetime, installation: Installation) -> Opened:
    """Return what the link would do; raise DeadLink where it does not work."""
    found = _found(session, text, now, installation)
    return _opened(session, found, _settled(session, found, installation), installation)


def press(
    session: Session,
    text: str,
    *,
    outcome: str | None = None,
    note: str | None = None,
    now: datetime,
    installation: Installation,
) -> Opened:
    """Do what the link is for; again is the same, and told as done already.

    Raise DeadLink where the link does not work, Invalid where something is done without an outcome.
    """
    found = _found(session, text, now, installation, is_to_act=True)
    settled = _settled(session, found, installation)
    if settled is None:
        act = Acting(
            by=answers.writer(session, found.task, found.address, _name(found)),
            now=now,
            installation=installation,
        )
        _do(session, found, outcome, note, act)
        settled = PRESSED[found.token.purpose]
    return _opened(session, found, settled, installation)


def _do(session: Session, found: _Found, outcome: str | None, note: str | None, act: Acting) -> None:
    match found.token.purpose:
        case Purpose.ACCEPT:
            tasks.accept(session, found.task.id, **act)
        case Purpose.DONE:
            tasks.complete(session, found.task.id, outcome=outcome or "", note=note, **act)
        case _:
            _leave(session, found, act)


def _leave(session: Session, found: _Found, act: Acting) -> None:
    if found.place is not None and found.is_watching:
        told = company.remove(session, found.place, found.task, act)
        change_letters.write(session, told, None, act)
    elif found.contact is not None:
        contacts.withdraw(session, session.get_one(ContactRecord, found.contact.id), act)


def _found(
    session: Session, text: str, now: datetime, installation: Installation, *, is_to_act: bool = False
) -> _Found:
    token = tokens.read(text)
    if token is None or token.purpose not in PRESSED or token.until < now.date():
        raise DeadLink
    if is_to_act:  # locked before it is read with the others
        session.get(Task, token.task_id, with_for_update=True, populate_existing=True)
    task = session.get(Task, token.task_id, options=duties.RELATED, populate_existing=True)
    if task is None:
        raise DeadLink
    secret = installation.settings.secret_key
    written_to = select(ReminderSlot.recipient).where(ReminderSlot.task_id == task.id).distinct()
    holders = (a for a in session.scalars(written_to) if tokens.is_signed_for(text, secret=secret, person=a))
    address = next(holders, None)
    if address is None:
        raise DeadLink
    known = duties.read(session, [task], installation)
    readers = list(duties.load(session, [task], installation, known)[0].hearers())
    return _Found(
        token=token,
        task=task,
        address=address,
        reader=next((one for one in readers if one.address == address), None),
        place=next((one for one in known.company[task.id] if folded(one.mail) == address), None),
        contact=next((one for one in known.contacts[task.cable_id] if folded(one.email) == address), None),
    )


def _settled(session: Session, found: _Found, installation: Installation) -> str | None:
    """Return why there is nothing to press any more, None where there is."""
    if found.token.purpose is Purpose.LEAVE:
        return None if found.is_watching or found.contact is not None else STOPPED
    status = Status(found.task.status)
    if status.is_closed or (found.token.purpose is Purpose.ACCEPT and status is not Status.OPEN):
        return already(session, found.task, installation)
    return None if found.reader is not None and found.reader.standing.is_to_act else PASSED_ON


def already(session: Session, task: Task, installation: Installation) -> Later:
    """Return "Already done on Tuesday 5 August 2008, 14:03 Lima (15:03 Washington), by Ana Reyes."."""
    moves = select(TaskEvent).where(TaskEvent.task_id == task.id, TaskEvent.kind.in_(MOVES))
    last = session.scalars(moves.order_by(TaskEvent.id.desc()).limit(1)).first()
    if last is None:
        return later("Already %(state)s.", state=lifecycle.status_words(task.status))
    place = clocks.calendar_of(task.post, installation.book).place
    when = due.explain(last.at, place, installation.book.washington.place)
    return later(
        "Already %(state)s on %(when)s, by %(who)s.",
        state=lifecycle.status_words(task.status),
        when=when,
        who=last.by,
    )


def _name(found: _Found) -> str:
    if found.reader is not None:
        return found.reader.name
    return found.place.name if found.place is not None else found.address


def _opened(session: Session, found: _Found, settled: str | None, installation: Installation) -> Opened:
    task = found.task
    discretion = letter_wording.discretion_of(task.cable, installation.settings.closed_captions)
    place = clocks.calendar_of(task.post, installation.book).place
    return Opened(
        purpose=found.token.purpose,
        task_id=task.id,
        title=task.title
        if discretion is Discretion.OPEN
        else later("A task of %(post)s", post=task.post.name),
        post=task.post.name,
        due=due.explain(task.due_at, place, installation.book.washington.place) if task.due_at else None,
        person=_name(found),
        effect=EFFECTS[found.token.purpose] if found.contact is None or found.is_watching else OF_THE_CABLE,
        settled=settled,
    )
