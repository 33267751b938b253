"""The one letter that answers a reply: what was booked and how to undo it, and what must be said again.

It goes to who wrote the reply, in its thread; a mail that only talks gets none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.bounces import Incoming
from tracker.domain.letter import Discretion, shortened
from tracker.domain.notice import Entry, NoticeKind
from tracker.domain.replies import Accept, Command, Decline, Done, Extend, Promise, Wait
from tracker.services import desk_letters, letter_wording, notices
from tracker.services.answers import Answered
from tracker.services.installation import Acting
from tracker.services.notices import Told
from tracker.services.reply_files import Files
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task
from tracker.texts import _

LONGEST_WORDS = 160  # characters of what somebody wrote
LONGEST_NAME = 80
AGAIN = "Nothing was changed for that. To try again, reply to this letter with a first line like that."
AGAIN_BY_NUMBER = "Nothing was changed for that. To try again, reply to this letter with those lines alone, each with its number."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of one statement: booked, in words; or why it was not. `number` is its number in the letter."""

    number: int | None = None
    task: Task | None = None
    words: str
    booked: str | None = None
    why: str | None = None
    is_unclear: bool = False  # said otherwise, it may be booked
    is_already: bool = False  # it is in hand or ended: there is nothing to book
    is_settled: bool = False  # and the line says no more than that: nobody need read it
    command: Command | None = None

    @property
    def label(self) -> str:
        """Its number, as a list has it."""
        return f"{self.number}. " if self.number is not None else ""


def answer(
    session: Session, answered: Answered, mail: Incoming, lines: Sequence[Line], files: Files, act: Acting
) -> None:
    """Tell who wrote what was booked, and ask about what was not clear; nothing where there is neither."""
    if not lines and not files.refused:
        return
    about = {line.task.id: line.task for line in lines if line.task is not None}
    if not about:
        ids = answered.task_ids if lines else answered.task_ids[:1]
        about = {task_id: session.get_one(Task, task_id) for task_id in ids}
    booked = [line for line in lines if line.booked]
    left = [line for line in lines if line.why]
    again = AGAIN if len(answered.task_ids) == 1 else AGAIN_BY_NUMBER
    told = Told(
        kind=NoticeKind.BOOKED if booked else NoticeKind.ASKED_BACK,
        subject=_subject(booked, lines, list(about.values()), act),
        paragraphs=(
            *(_booked(line, act) for line in booked),
            *_undo(session, booked, act),
            *(_left(line, act) for line in left),
            *([again] if any(line.is_unclear for line in left) else _to_add(left)),
            *_of_files(files),
        ),
        tasks=tuple(about.values()),
        entries=_entries(answered, about, act),
        reply_to=answered.address.strip().lower(),
        answers=mail.message_id or None,
    )
    notices.send(session, answered.person, act["by"].name, told, act)


def refuse(session: Session, answered: Answered, mail: Incoming, why: str, act: Acting) -> None:
    """Tell who answered another's letter why nothing was booked, once; the task is not named."""
    before = select(NoticeRecord.id).where(
        NoticeRecord.kind == NoticeKind.NOT_BOOKED.value,
        NoticeRecord.recipient == answered.person,
        NoticeRecord.reply_to == answered.address.strip().lower(),
    )
    if session.scalars(before.limit(1)).first() is not None:
        return
    told = Told(
        kind=NoticeKind.NOT_BOOKED,
        subject=_("Not booked: your answer to a letter of %(reader)s", reader=answered.letter_to),
        paragraphs=(_("Nothing was booked."), why),
        reply_to=answered.address.strip().lower(),
        answers=mail.message_id or None,
    )
    notices.send(session, answered.person, act["by"].name, told, act)


def _subject(booked: Sequence[Line], lines: Sequence[Line], about: Sequence[Task], act: Acting) -> str:
    if len(booked) > 1 or (booked and len(lines) > 1):
        return f"Booked: {len(booked)} of {len(lines)} lines of your reply"
    name = shortened(notices.name_of(about[0], act), LONGEST_NAME)
    if len(about) > 1 and not booked:
        name = f"your reply about {len(about)} tasks"
    if booked:
        return f"Booked: {name}"
    if not lines:
        return f"A file was not kept: {name}"
    if all(line.is_already for line in lines):
        return _("Nothing changed: %(name)s", name=name)
    return f"{'Please say it again' if any(line.is_unclear for line in lines) else 'Not booked'}: {name}"


def _entries(answered: Answered, about: Mapping[int, Task], act: Acting) -> tuple[Entry, ...]:
    """Return the lines of the tasks, each with its number where the letter has several."""
    found = []
    for task_id, task in about.items():
        entry = notices.entry_of(task, act)
        number = f"{answered.task_ids.index(task_id) + 1}. " if len(answered.task_ids) > 1 else ""
        found.append(Entry(words=f"{number}{entry.words}", path=entry.path))
    return tuple(found)


def _to_add(left: Sequence[Line]) -> Iterable[str]:
    """Yield what can still be done where there is nothing to book any more."""
    if any(line.is_already for line in left):
        yield _("To add something, write it in a reply; a person reads it.")


def _booked(line: Line, act: Acting) -> str:
    assert line.task is not None
    return f"{line.label}{notices.name_of(line.task, act)}: {line.booked}.{_quoted(line, act)}"


def _quoted(line: Line, act: Acting) -> str:
    """Return the words of a reply that are kept with the task, as they were read."""
    match line.command:
        case Done(note=words) | Promise(note=words) | Wait(note=words):
            said = words
        case Extend(reason=words) | Decline(reason=words):
            said = words
        case _:
            said = None
    return f' You wrote: "{shortened(said, LONGEST_WORDS)}"' if said and _may_tell(line, act) else ""


def _left(line: Line, act: Acting) -> str:
    """Return why a line is not booked, after the line itself where a letter may repeat it."""
    said = f'"{shortened(line.words, LONGEST_WORDS)}" - ' if _may_tell(line, act) else ""
    return f"Not booked: {line.label}{said}{line.why}"


def _may_tell(line: Line, act: Acting) -> bool:
    """Return whether a letter may repeat what was said of the task."""
    if line.task is None:
        return True
    closed = act["installation"].settings.closed_captions
    return letter_wording.discretion_of(line.task.cable, closed) is Discretion.OPEN


def _undo(session: Session, booked: Sequence[Line], act: Acting) -> Iterable[str]:
    """Yield how to undo what was booked: by the page, or by whom."""
    if not booked:
        return
    ways = dict.fromkeys(_way_back(line.command) for line in booked if line.command)
    whom = dict.fromkeys(_desk_of(session, line.task, act) for line in booked if line.task)
    asked = " or ".join(one for one in whom if one)
    yield f"Is that wrong? {' '.join(ways)}" + (f" Without an account, write to {asked}." if asked else "")


def _way_back(command: Command) -> str:
    match command:
        case Done():
            return '"Open it again" on the task\'s page undoes done.'
        case Decline():
            return '"Open it again" on the task\'s page undoes declined.'
        case Accept():
            return (
                "If it is not in hand, reply DECLINE with the reason, or have its owner changed on its page."
            )
        case Wait():
            return 'Reply ACCEPT when work goes on, or press "Resume" on its page.'
        case Extend():
            return "Another reply with EXTEND takes the place of this request."
        case Promise():
            return (
                'Another day in a reply takes the place of this one; "Take the promise back" is on its page.'
            )


def _desk_of(session: Session, task: Task, act: Acting) -> str:
    """Return who can undo it at the desk, with the address; "" where nobody is known."""
    desk = task.originator
    if desk is not None and desk.is_active:
        return f"{desk.name}, {desk.email}"
    office = desk_letters.office_of(session, task, act["installation"])
    return f"{office.name}, {office.mailbox}" if office is not None and office.mailbox else ""


def _of_files(files: Files) -> Iterable[str]:
    if files.kept:
        yield f"On the task's page now: {', '.join(files.kept)}."
    for name, why in files.refused:
        yield f"Not kept: {shortened(name, LONGEST_NAME)}. {why}"
