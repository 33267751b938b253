"""The letters about what somebody did to tasks of others: one a person and kind, at once.

They say what was and what is, who did it and why, and what to do now (`change_words`). Who did it gets none.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import change_words
from tracker.domain import due as dues
from tracker.domain.change_words import Deed
from tracker.domain.delivery import MessageState
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status
from tracker.domain.notice import OF_A_DUE, TO_CONTACTS, Entry, NoticeKind
from tracker.domain.workdays import Calendar
from tracker.services import clocks, day_entries, notices, told_at_once
from tracker.services.holders import (
    Person,
    contacts,
    everybody,
    formerly,
    holder,
    is_actor,
    of_officer,
    of_post,
    person,
)
from tracker.services.installation import Acting
from tracker.services.message_states import KIND
from tracker.services.notices import Told
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.tasks import Task
from tracker.texts import Later, later, own

MOST_QUOTED = 10  # sentences in a letter that chases


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one person is told of one task: what was and what is, in words, where the kind has such."""

    kind: NoticeKind
    person: Person
    task: Task
    was: Later | None = None
    new: Later | None = None
    is_sooner: bool = False  # the new due
    is_own: bool = False  # who is told has done it himself
    said: str | None = None  # a sentence of the tracker's own: which working day was chosen


def write(session: Session, changes: Sequence[Change], note: str | None, act: Acting) -> None:
    """Write one letter a person and kind, which lists all the tasks that concern him."""
    letters: dict[tuple[NoticeKind, Person], list[Change]] = defaultdict(list)
    for change in changes:
        letters[change.kind, change.person].append(change)
    for (kind, to), told in letters.items():
        notice = Told(
            kind=kind,
            subject=change_words.subject(_deed(told[0], act), _called(told, act)),
            paragraphs=_paragraphs(told, note, act),
            tasks=tuple(change.task for change in told),
            entries=(*(_entry_of(change, act) for change in told), *_answers(told, act)),
        )
        if notices.send(session, to.address, to.name, notice, act) is not None:
            _spare(session, kind, told, act)


def _spare(session: Session, kind: NoticeKind, told: Sequence[Change], act: Acting) -> None:
    """Take the place of the reminder that would say today, or next morning, what the letter says."""
    address, tasks = told[0].person.address, [change.task for change in told]
    if kind in OF_A_DUE:
        told_at_once.new_due(
            session, [task for task in tasks if has_heard(session, task, address)], address, act
        )
    elif kind is NoticeKind.GIVEN:
        told_at_once.new_owner(session, tasks, address, act)


def due_moved(
    session: Session, task: Task, kind: NoticeKind, before: Due, after: Due, act: Acting
) -> tuple[Change, ...]:
    """Return who is told of another due day: who holds the task, and the points of contact, where they have heard of it."""
    to = holder(session, task, act)
    is_news = kind is not NoticeKind.MOVED or task.owner_id is not None or has_heard(session, task)
    told = [(kind, to)] if to is not None and is_news else []
    told += [(NoticeKind.DAY_TOLD, one) for one in contacts_told(session, task, to, act)]
    sooner = after.on is not None and before.on is not None and after.on < before.on
    is_same_day = _due(before) == _due(after)  # on another clock
    was, new = (_due(one, with_zone=is_same_day) for one in (before, after))
    return tuple(
        Change(kind=of, person=one, task=task, was=was, new=new, is_sooner=sooner) for of, one in told
    )


def given_over(
    session: Session, task: Task, before: Officer | None, after: Officer | None, act: Acting
) -> tuple[Change, ...]:
    """Return who is told of another owner: the one before, else the post that has heard of it; and the new one."""
    was, new = own(before.name) if before else None, own(after.name) if after else None
    old, to = person(session, before, act), person(session, after, act)
    left_as = NoticeKind.TAKEN
    if before is None and to is not None and has_heard(session, task):
        old, left_as = next(iter(of_post(task)), None), NoticeKind.NAMED  # the post answers for it as before
    told = [(left_as, old), (NoticeKind.GIVEN, to if to != old else None)]
    changes = [Change(kind=kind, person=one, task=task, was=was, new=new) for kind, one in told if one]
    known = {change.person.address for change in changes}
    others = [one for one in of_officer(session, before, act) if one.address not in known]
    return (*changes, *left(session, [(task, one) for one in others], after, act))


def taken_back(session: Session, task: Task, act: Acting) -> tuple[Change, ...]:
    """Return who is told that nobody asks for the task any more; who never heard of it is not written to."""
    to = holder(session, task, act)
    told = [(NoticeKind.TAKEN_BACK, to)] if to and (task.owner_id or has_heard(session, task)) else []
    told += [(NoticeKind.END_TOLD, one) for one in contacts_told(session, task, to, act)]
    known = [one for _, one in told]
    told += [(NoticeKind.END_TOLD, one) for one in with_entry(session, task, known, act)]
    return tuple(Change(kind=kind, person=one, task=task) for kind, one in told)


def closed(session: Session, task: Task, to: Person | None, act: Acting) -> tuple[Change, ...]:
    """Return who is told that the task is closed: `to`, and all others who have its day in their calendars."""
    told = [to] if to is not None else []
    told += with_entry(session, task, told, act)
    return tuple(Change(kind=NoticeKind.CLOSED, person=one, task=task) for one in told)


def with_entry(session: Session, task: Task, told: Collection[Person], act: Acting) -> list[Person]:
    """Return who has the task's day in his calendar, which only a letter takes out again.

    Not those told already, and not who acts himself.
    """
    known = {one.address for one in told}
    having = {address for _, address in day_entries.readers(session, [task.id])} - known
    found = (
        [one for one in everybody(session, task, task.owner, act) if one.address in having] if having else []
    )
    rest = having - {one.address for one in found}
    found += formerly(session, task, rest, act) if rest else []
    return [one for one in found if not is_actor(session, one.address, act)]


def left(
    session: Session, leaving: Collection[tuple[Task, Person]], owner: Officer | None, act: Acting
) -> tuple[Change, ...]:
    """Return who is told that letters about a task end for him, himself or others having ended them.

    Only those whose calendars have its day, and whom no letter of it reaches any more, its owner being this one.
    """
    entries = day_entries.readers(session, {task.id for task, _ in leaving}) if leaving else set()
    gone = [(task, one) for task, one in leaving if (task.id, one.address) in entries]
    still = {
        (task.id, one.address)
        for task in {task.id: task for task, _ in gone}.values()
        for one in everybody(session, task, owner, act)
    }
    return tuple(
        Change(
            kind=NoticeKind.LEFT,
            person=Person(address=one.address, name=one.name),
            task=task,
            is_own=is_actor(session, one.address, act),
        )
        for task, one in gone
        if (task.id, one.address) not in still
    )


def contacts_told(session: Session, task: Task, besides: Person | None, act: Acting) -> list[Person]:
    """Return the cable's points of contact who have had a letter about the task; not who is told as its holder."""
    found = contacts(session, task, act)
    told = besides.address if besides is not None else None
    return [one for one in found if one.address != told and has_heard(session, task, one.address)]


def has_heard(session: Session, task: Task, address: str | None = None) -> bool:
    """Return whether a letter about the task has gone to anybody, or a reminder to that address."""
    sent = (
        select(ReminderSlot.id)
        .join(ReminderSlot.message)
        .where(ReminderSlot.task_id == task.id, OutgoingMessage.state == MessageState.SENT)
    )
    if address is not None:
        sent = sent.where(ReminderSlot.recipient == address, OutgoingMessage.kind == KIND)
    return session.scalar(sent.limit(1)) is not None


def _due(due: Due, *, with_zone: bool = False) -> Later | None:
    """Return "Wednesday 6 August 2008, close of business", None for no day."""
    if due.on is None:
        return None
    said = dues.day_words(due.on)
    if due.time:
        said = later("%(day)s, %(hour)s", day=said, hour=dues.hour_words(due.time))
    return (
        later("%(due)s on the clock of %(zone)s", due=said, zone=due.zone) if with_zone and due.zone else said
    )


def _deed(change: Change, act: Acting) -> Deed:
    return Deed(
        kind=change.kind,
        who=act["by"].name,
        post=change.task.post.name,
        was=change.was,
        new=change.new,
        is_sooner=change.is_sooner,
        is_contact=change.person.is_contact,
        is_own=change.is_own,
    )


def _called(told: Sequence[Change], act: Acting) -> Later:
    if len(told) == 1:
        return notices.name_of(told[0].task, act)
    return change_words.named(len(told), sum(_is_late(change.task, act["now"]) for change in told))


def _is_late(task: Task, now: datetime) -> bool:
    return dues.is_overdue(task.due_at, now) and task.status != Status.WAITING


def _paragraphs(told: Sequence[Change], note: str | None, act: Acting) -> tuple[Later, ...]:
    words = {notices.words_of(change.task, note, act) for change in told} - {""}
    # where one of the cables is discreet, the words stand on the pages only
    said = [max(words, key=lambda one: not one.startswith('"'))] if words else []
    said += [own(change.said) for change in told[:1] if change.said]
    sentence = change_words.sentence(_deed(told[0], act), is_one=len(told) == 1)
    return (sentence, *said, *_asked(told, act), *told[0].person.why)


def _asked(told: Sequence[Change], act: Acting) -> list[Later]:
    """Return the sentences that ask, each once, for who is chased or new to it: he need not look for the cable."""
    if told[0].kind not in (NoticeKind.CHASED, NoticeKind.GIVEN):
        return []
    found = dict.fromkeys(notices.asked_in(change.task, act) for change in told)
    return [words for words in found if words][:MOST_QUOTED]


def _answers(told: Sequence[Change], act: Acting) -> tuple[Entry, ...]:
    """Return the lines by which one task that is chased, or given to somebody, can be answered at once."""
    if told[0].kind not in (NoticeKind.CHASED, NoticeKind.GIVEN) or len(told) != 1:
        return ()
    return notices.answers(told[0].task, told[0].person.address, act)


def _entry_of(change: Change, act: Acting) -> Entry:
    """Return the line of a task, and what was before; to who may have no account that its page needs one."""
    line = _with_before(change, act)
    if change.kind not in TO_CONTACTS:
        return line
    return replace(line, words=later("%(line)s (the page needs an account)", line=line.words))


def _with_before(change: Change, act: Acting) -> Entry:
    line = entry(change.task, act)
    if change.kind not in OF_A_DUE:
        return line
    if change.was is None:
        return replace(line, words=later("%(line)s; it was without one", line=line.words))
    return replace(line, words=later("%(line)s; it was %(was)s", line=line.words, was=change.was))


def entry(task: Task, act: Acting) -> Entry:
    """Return the line of a task: its name, and when it is due at its post."""
    return Entry(words=_line(task, act), path=f"/tasks/{task.id}")


def _line(task: Task, act: Acting) -> Later:
    calendar, name = clocks.calendar_of(task.post, act["installation"].book), notices.name_of(task, act)
    if task.due_at is None:
        return later("%(what)s - no due day", what=name)
    day = dues.explain_short(task.due_at, calendar.place)
    if Status(task.status).is_closed:
        return later("%(what)s - due %(day)s", what=name, day=day)
    left = _left(task, task.due_at, calendar, act["now"])
    return later("%(what)s - due %(day)s, %(left)s", what=name, day=day, left=left)


def _left(task: Task, due_at: datetime, calendar: Calendar, now: datetime) -> Later:
    """Return how far off the due is, or how late: without the days spent waiting, and in calendar days beside."""
    said, gross = dues.relative(due_at, calendar, now, task.late_count), dues.gross(due_at, calendar, now)
    return later("%(left)s (%(gross)s)", left=said, gross=gross) if gross else own(said)
