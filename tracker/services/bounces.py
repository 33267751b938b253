"""Letters that could not be delivered: which addresses bounce, and who is told in their place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from tracker.domain.delivery import MessageState
from tracker.domain.notice import SECRET, TO_DESK, TO_WRITER, NoticeKind
from tracker.services import desk_letters, notices
from tracker.services.installation import Actor, Installation
from tracker.services.notices import Told
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task
from tracker.texts import later, nlater

CLOCK = Actor.system("clock")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouncing:
    """An address that takes no letters: since when, in whose words, and the tasks last told to it."""

    address: str
    failed_at: datetime
    words: str
    letters: int
    tasks: tuple[int, ...]


def bouncing(session: Session, limit: int = 50) -> list[Bouncing]:
    """Return the addresses whose newest letter failed for good, the newest failure first."""
    other = aliased(OutgoingMessage)
    letters = (
        select(func.count(other.id))
        .where(other.recipient == OutgoingMessage.recipient, other.state == MessageState.FAILED)
        .scalar_subquery()
    )
    failed = session.execute(
        select(OutgoingMessage, letters)
        .where(OutgoingMessage.id.in_(_newest_failed()))
        .options(selectinload(OutgoingMessage.slots))
        .order_by(OutgoingMessage.failed_at.desc(), OutgoingMessage.id.desc())
        .limit(limit)
    ).all()
    return [
        Bouncing(
            address=message.recipient,
            failed_at=message.failed_at or message.written_at,
            words=message.error or "",
            letters=of_address,
            tasks=tuple(sorted({slot.task_id for slot in message.slots})),
        )
        for message, of_address in failed
    ]


def tell_instead(session: Session, message_id: int, *, now: datetime, installation: Installation) -> int:
    """Tell whoever stands in what a failed letter was about, each once; return how many.

    For who acts that is the fallback address of the post, for the desk the office that sent the cable, then
    its fallback address. A letter that carries a secret, and one to a fallback address itself, is told to nobody else.
    """
    message = session.get_one(OutgoingMessage, message_id, populate_existing=True)
    silent = {NoticeKind.UNDELIVERED, *SECRET, *TO_WRITER}
    if message.state != MessageState.FAILED or message.is_told_instead or message.kind in silent:
        return 0
    message.is_told_instead = True
    told: dict[str, list[Task]] = {}
    for task in _tasks(session, message):
        address = _stand_in(session, message, task, installation)
        if address:
            told.setdefault(address, []).append(task)
    for address, tasks in told.items():
        notices.send(
            session,
            address,
            address,
            _notice(message, tasks),
            {"by": CLOCK, "now": now, "installation": installation},
        )
    return len(told)


def counted() -> Select[int]:
    """Return the question how many addresses bounce."""
    return select(func.count()).select_from(_newest_failed().subquery())


def _newest_failed() -> Select[int]:
    """Return the newest letter of each address that took or refused one, where that one failed for good."""
    ever = select(OutgoingMessage.recipient).where(OutgoingMessage.state == MessageState.FAILED)
    newest = (
        select(func.max(OutgoingMessage.id).label("id"))
        .where(OutgoingMessage.state.in_((MessageState.SENT, MessageState.FAILED)))
        .where(OutgoingMessage.recipient.in_(ever))
        .group_by(OutgoingMessage.recipient)
        .subquery()
    )
    return (
        select(OutgoingMessage.id)
        .join(newest, newest.c.id == OutgoingMessage.id)
        .where(OutgoingMessage.state == MessageState.FAILED, OutgoingMessage.failed_at.is_not(None))
    )


def _stand_in(session: Session, message: OutgoingMessage, task: Task, installation: Installation) -> str:
    """Return the address that stands in for the letter's reader about a task, "" for none."""
    of_post = [task.post.fallback]
    if message.kind in TO_DESK:
        office = desk_letters.office_of(session, task, installation)
        of_post = [office.mailbox, office.fallback] if office is not None else []
    addresses = ((address or "").strip().lower() for address in of_post)
    return next((address for address in addresses if address and address != message.recipient), "")


def _tasks(session: Session, message: OutgoingMessage) -> Sequence[Task]:
    """Return the tasks of a letter that still matter: the open ones, and to the desk those declined or done."""
    asked = (
        select(Task)
        .where(Task.id.in_(select(ReminderSlot.task_id).where(ReminderSlot.message_id == message.id)))
        .options(joinedload(Task.post), joinedload(Task.cable))
        .order_by(Task.due_at, Task.id)
    )
    if message.kind not in TO_DESK:
        asked = asked.where(Task.closed_at.is_(None))
    return session.scalars(asked).all()


def _notice(message: OutgoingMessage, tasks: Sequence[Task]) -> Told:
    return Told(
        kind=NoticeKind.UNDELIVERED,
        subject=nlater(
            "Not delivered to %(address)s: a letter about %(num)s task",
            "Not delivered to %(address)s: a letter about %(num)s tasks",
            len(tasks),
            address=message.recipient,
        ),
        paragraphs=(
            later(
                "A letter to %(address)s could not be delivered: %(why)s.",
                address=message.recipient,
                why=message.error,
            ),
            later(
                "You get this because your address stands in for it. "
                "Please see that somebody does what is asked."
            ),
        ),
        tasks=tuple(tasks),
    )
