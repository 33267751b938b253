"""The one letter that answers a reply: what was booked and how to undo it, and what must be said again.

It goes to who wrote the reply, in its thread; a mail that only talks gets none.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
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
from tracker.texts import Later, english, later, nlater, own, together

LONGEST_WORDS = 160  # characters of what somebody wrote
LONGEST_NAME = 80
AGAIN = later("Nothing was changed for that. To try again, reply to this letter with a first line like that.")
AGAIN_BY_NUMBER = later(
    "Nothing was changed for that. To try again, reply to this letter with those lines alone, each with its number."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of one statement: booked, in words; or why it was not. `number` is its number in the letter.

    `beside` are sentences that go with what was booked.
    """

    number: int | None = None
    task: Task | None = None
    words: str
    booked: Later | None = None
    beside: Later | None = None
    why: Later | None = None
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
        entries=_entries(answered, about, frozenset(line.task.id for line in booked if line.task), act),
        reply_to=answered.address.strip().lower(),
        answers=mail.message_id or None,
    )
    notices.send(session, answered.person, act["by"].name, told, act)


def refuse(session: Session, answered: Answered, mail: Incoming, why: Later, act: Acting) -> None:
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
        subject=later("Not booked: your answer to a letter of %(reader)s", reader=answered.letter_to),
        paragraphs=(later("Nothing was booked."), why),
        reply_to=answered.address.strip().lower(),
        answers=mail.message_id or None,
    )
    notices.send(session, answered.person, act["by"].name, told, act)


def _subject(booked: Sequence[Line], lines: Sequence[Line], about: Sequence[Task], act: Acting) -> Later:
    if len(booked) > 1 or (booked and len(lines) > 1):
        return nlater(
            "Booked: %(booked)s of %(num)s line of your reply",
            "Booked: %(booked)s of %(num)s lines of your reply",
            len(lines),
            booked=len(booked),
        )
    name = _short_name(about[0], act)
    if len(about) > 1 and not booked:
        name = nlater("your reply about %(num)s task", "your reply about %(num)s tasks", len(about))
    if booked:
        return later("Booked: %(what)s", what=name)
    return _subject_of_nothing(lines, name)


def _subject_of_nothing(lines: Sequence[Line], name: Later) -> Later:
    if not lines:
        return later("A file was not kept: %(what)s", what=name)
    if all(line.is_already for line in lines):
        return later("Nothing changed: %(name)s", name=name)
    if any(line.is_unclear for line in lines):
        return later("Please say it again: %(what)s", what=name)
    return later("Not booked: %(what)s", what=name)


def _short_name(task: Task, act: Acting) -> Later:
    name = notices.name_of(task, act)
    return name if len(name) <= LONGEST_NAME else own(shortened(english(name), LONGEST_NAME))


def _entries(
    answered: Answered, about: Mapping[int, Task], named: Collection[int], act: Acting
) -> tuple[Entry, ...]:
    """Return the lines of the tasks, each with its number where the letter has several.

    What the letter has `named` above is not named again.
    """
    found = []
    for task_id, task in about.items():
        entry = notices.entry_of(task, act)
        number = answered.task_ids.index(task_id) + 1 if len(answered.task_ids) > 1 else None
        words = later("The task's page") if task_id in named else entry.words
        found.append(Entry(words=_numbered(number, words), path=entry.path))
    return tuple(found)


def _numbered(number: int | None, words: Later) -> Later:
    """Return words with the number that they have in a letter before them."""
    return words if number is None else later("%(number)s. %(what)s", number=number, what=words)


def _to_add(left: Sequence[Line]) -> Iterable[Later]:
    """Yield what can still be done where there is nothing to book any more."""
    if any(line.is_already for line in left):
        yield later("To add something, write it in a reply; a person reads it.")


def _booked(line: Line, act: Acting) -> Later:
    assert line.task is not None
    name = _numbered(line.number, notices.name_of(line.task, act))
    told = later("%(name)s: %(booked)s.", name=name, booked=line.booked)
    return together(told, line.beside or own(""), _quoted(line, act))


def _quoted(line: Line, act: Acting) -> Later:
    """Return the words of a reply that are kept with the task, as they were read."""
    match line.command:
        case Done(note=words) | Promise(note=words) | Wait(note=words):
            said = words
        case Extend(reason=words) | Decline(reason=words):
            said = words
        case _:
            said = None
    if not said or not _may_tell(line, act):
        return own("")
    return later('You wrote: "%(words)s"', words=shortened(said, LONGEST_WORDS))


def _left(line: Line, act: Acting) -> Later:
    """Return why a line is not booked, after the line itself where a letter may repeat it."""
    why = line.why or own("")
    if _may_tell(line, act):
        why = later('"%(words)s" - %(why)s', words=shortened(line.words, LONGEST_WORDS), why=why)
    return later("Not booked: %(what)s", what=_numbered(line.number, why))


def _may_tell(line: Line, act: Acting) -> bool:
    """Return whether a letter may repeat what was said of the task."""
    if line.task is None:
        return True
    closed = act["installation"].settings.closed_captions
    return letter_wording.discretion_of(line.task.cable, closed) is Discretion.OPEN


def _undo(session: Session, booked: Sequence[Line], act: Acting) -> Iterable[Later]:
    """Yield how to undo what was booked: by the page, or by whom."""
    if not booked:
        return
    ways = dict.fromkeys(_way_back(line.command) for line in booked if line.command)
    whom = dict.fromkeys(_desk_of(session, line.task, act) for line in booked if line.task)
    asked = _one_of([own(one) for one in whom if one])
    write_to = later("Without an account, write to %(whom)s.", whom=asked) if asked else asked
    yield together(later("Is that wrong?"), *ways, write_to)


def _one_of(names: Sequence[Later]) -> Later:
    """Return "one or other"."""
    whole = names[0] if names else own("")
    for name in names[1:]:
        whole = later("%(one)s or %(other)s", one=whole, other=name)
    return whole


def _way_back(command: Command) -> Later:
    match command:
        case Done():
            return later('"Open it again" on the task\'s page undoes done.')
        case Decline():
            return later('"Open it again" on the task\'s page undoes declined.')
        case Accept():
            return later(
                "If it is not in hand, reply DECLINE with the reason, or have its owner changed on its page."
            )
        case Wait():
            return later('Reply ACCEPT when work goes on, or press "Resume" on its page.')
        case Extend():
            return later("Another reply with EXTEND takes the place of this request.")
        case Promise():
            return later(
                'Another day in a reply takes the place of this one; "Take the promise back" is on its page.'
            )


def _desk_of(session: Session, task: Task, act: Acting) -> str:
    """Return who can undo it at the desk, with the address; "" where nobody is known."""
    desk = task.originator
    if desk is not None and desk.is_active:
        return f"{desk.name}, {desk.email}"
    office = desk_letters.office_of(session, task, act["installation"])
    return f"{office.name}, {office.mailbox}" if office is not None and office.mailbox else ""


def _of_files(files: Files) -> Iterable[Later]:
    if files.kept:
        yield later("On the task's page now: %(files)s.", files=", ".join(files.kept))
    for name, why in files.refused:
        yield together(later("Not kept: %(file)s.", file=shortened(name, LONGEST_NAME)), why)
