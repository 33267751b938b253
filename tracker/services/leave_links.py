"""The link in a letter that takes a watcher from all tasks he watches of those it tells of, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import tokens
from tracker.domain.letter import Discretion
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose
from tracker.errors import DeadLink
from tracker.services import answers, change_letters, company, duties, letter_wording
from tracker.services.clocks import folded
from tracker.services.installation import Acting, Installation
from tracker.services.letter_links import Opened
from tracker.store.company import TaskPerson
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.queries import company as company_queries
from tracker.store.tasks import Task
from tracker.texts import later

EFFECT = later(
    "Then no more letters about these tasks come to you. Where days of theirs stand in your calendar, "
    "a last one takes them out. The tasks themselves do not change."
)
STOPPED = later("No more letters about these tasks come to you.")


@dataclass(frozen=True, slots=True)
class _Watched:
    """What is still watched of a letter: each task with the watcher's place beside it, and his address."""

    address: str
    places: tuple[tuple[Task, TaskPerson], ...]


def is_one(text: str) -> bool:
    """Return whether the text of a link says that it is one of these."""
    token = tokens.read(text)
    return token is not None and token.purpose is Purpose.LEAVE_ALL


def opened(session: Session, text: str, *, now: datetime, installation: Installation) -> Opened:
    """Return what the link would do; raise DeadLink where it does not work."""
    found = _found(session, text, now, installation)
    return _opened(found, None if found.places else STOPPED, installation)


def press(session: Session, text: str, *, now: datetime, installation: Installation) -> Opened:
    """Take the watcher from all of them; again is the same. Raise DeadLink where the link does not work."""
    found = _found(session, text, now, installation, is_to_act=True)
    leaving = [(*one, _act(session, found, one, now, installation)) for one in found.places]
    told = [one for task, place, act in leaving for one in company.remove(session, place, task, act)]
    if told:
        change_letters.write(session, told, None, leaving[0][2])
    return _opened(found, STOPPED, installation)


def _act(
    session: Session,
    found: _Watched,
    one: tuple[Task, TaskPerson],
    now: datetime,
    installation: Installation,
) -> Acting:
    task, place = one
    by = answers.writer(session, task, found.address, place.name)
    return Acting(by=by, now=now, installation=installation)


def _found(
    session: Session, text: str, now: datetime, installation: Installation, *, is_to_act: bool = False
) -> _Watched:
    token = tokens.read(text)
    if token is None or token.purpose is not Purpose.LEAVE_ALL or token.until < now.date():
        raise DeadLink
    letters = session.execute(
        select(OutgoingMessage.id, OutgoingMessage.recipient, OutgoingMessage.message_id)
        .join(ReminderSlot, ReminderSlot.message_id == OutgoingMessage.id)
        .where(ReminderSlot.task_id == token.task_id)
        .distinct()
    )
    secret = installation.settings.secret_key
    for key, recipient, name in letters:
        if tokens.is_signed_for(text, secret=secret, person=tokens.of_letter(recipient, name)):
            return _Watched(recipient, tuple(_watched(session, key, recipient, is_to_act=is_to_act)))
    raise DeadLink


def _watched(
    session: Session, message_id: int, address: str, *, is_to_act: bool
) -> Sequence[tuple[Task, TaskPerson]]:
    told = select(ReminderSlot.task_id).where(ReminderSlot.message_id == message_id).distinct()
    ids = sorted(session.scalars(told))
    if is_to_act:  # locked before it is read who watches: two acts at once are as one
        session.scalars(select(Task.id).where(Task.id.in_(ids)).order_by(Task.id).with_for_update()).all()
    tasks = {task.id: task for task in duties.with_relations(session, ids)}
    return [
        (tasks[one.task_id], one)
        for one in company_queries.of_tasks(session, ids)
        if one.role == Standing.WATCHER and folded(one.mail) == address
    ]


def _opened(found: _Watched, settled: str | None, installation: Installation) -> Opened:
    count = len(found.places)
    return Opened(
        purpose=Purpose.LEAVE_ALL,
        task_id=0,
        title=later("Tasks that you watch") if count != 1 else later("A task that you watch"),
        post="",
        due=None,
        person=found.places[0][1].name if found.places else found.address,
        effect=EFFECT,
        settled=settled,
        titles=tuple(_title(task, installation) for task, _ in found.places),
    )


def _title(task: Task, installation: Installation) -> str:
    discretion = letter_wording.discretion_of(task.cable, installation.settings.closed_captions)
    if discretion is Discretion.OPEN:
        return f"{task.post.city}: {task.title}"
    return later("A task of %(post)s", post=task.post.name)
