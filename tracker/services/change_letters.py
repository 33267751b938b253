"""The letters about what somebody did to tasks of others: one a person and kind, at once.

They say what was and what is, who did it and why, and what to do now. Who did it gets none.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import due as dues
from tracker.domain.delivery import MessageState
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status
from tracker.domain.notice import OF_A_DUE, Entry, NoticeKind
from tracker.domain.workdays import Calendar
from tracker.services import clocks, day_entries, notices, told_at_once
from tracker.services.holders import Person, beside, contacts, holder, person
from tracker.services.installation import Acting
from tracker.services.message_states import KIND
from tracker.services.notices import Told
from tracker.services.readers import is_allowed
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.tasks import Task

MOST_QUOTED = 10  # sentences in a letter that chases
NOBODY = "nobody"
SUBJECTS = {
    NoticeKind.CHASED: "Please answer",
    NoticeKind.EXTENDED: "More time",
    NoticeKind.GRANTED: "More time granted",
    NoticeKind.MOVED: "Due day changed",
    NoticeKind.GIVEN: "Yours now",
    NoticeKind.TAKEN: "No longer yours",
    NoticeKind.NAMED: "Now with {new}",
    NoticeKind.CLOSED: "Closed",
    NoticeKind.TAKEN_BACK: "No longer asked",
    NoticeKind.DAY_TOLD: "Due day changed",
    NoticeKind.END_TOLD: "No longer asked",
}
SENTENCES = {
    NoticeKind.CHASED: "{who} asks how this stands. Please do it, or say on its page when it will be done.",
    NoticeKind.GIVEN: (
        "{who} has given this to you; before, {was} owned it. You get its reminders from now on. "
        "Please accept it, or say on its page why it is not yours."
    ),
    NoticeKind.TAKEN: (
        "{who} has given this to {new}. Please stop work on it and pass on what you have; "
        "you get no more reminders of it."
    ),
    NoticeKind.NAMED: (
        "{who} has given this to {new}, who gets its reminders from now on. "
        "Please pass on what you have; more is not asked of this mailbox."
    ),
    NoticeKind.CLOSED: "{who} has closed this. No more reminders come.",
    NoticeKind.TAKEN_BACK: "{who} has taken it back. Please stop work on it; no more reminders come.",
    NoticeKind.END_TOLD: "{who} has taken it back: {post} is not asked for it any more. Letters about it end.",
}
OF_SEVERAL = {
    NoticeKind.CHASED: (
        "{who} asks how these tasks stand. Please do them, or say on their pages when they will be done."
    ),
    NoticeKind.EXTENDED: "{who} has given more time. The new due day stands with each task, and the one before.",
    NoticeKind.GIVEN: (
        "{who} has given these tasks to you. You get their reminders from now on. "
        "Please accept them, or say on their pages why they are not yours."
    ),
    NoticeKind.TAKEN: (
        "{who} has given these tasks to {new}. Please stop work on them and pass on what you have; "
        "you get no more reminders of them."
    ),
    NoticeKind.NAMED: (
        "{who} has given these tasks to {new}, who gets their reminders from now on. "
        "Please pass on what you have; more is not asked of this mailbox."
    ),
    NoticeKind.CLOSED: "{who} has closed these tasks. No more reminders come.",
    NoticeKind.TAKEN_BACK: (
        "{who} has taken these tasks back. Please stop work on them; no more reminders come."
    ),
    NoticeKind.DAY_TOLD: "{who} has changed due days. The new day stands with each task, and the one before.",
    NoticeKind.END_TOLD: "{who} has taken these tasks back: nobody is asked for them any more. Letters about them end.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one person is told of one task: what was and what is, in words, where the kind has such."""

    kind: NoticeKind
    person: Person
    task: Task
    was: str | None = None
    new: str | None = None
    is_sooner: bool = False  # the new due
    said: str | None = None  # a sentence of the tracker's own: which working day was chosen


def write(session: Session, changes: Sequence[Change], note: str | None, act: Acting) -> None:
    """Write one letter a person and kind, which lists all the tasks that concern him."""
    letters: dict[tuple[NoticeKind, Person], list[Change]] = defaultdict(list)
    for change in changes:
        letters[change.kind, change.person].append(change)
    for (kind, to), told in letters.items():
        notice = Told(
            kind=kind,
            subject=_subject(kind, told, act),
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
    was, new = before.name if before else None, after.name if after else None
    old, to = person(session, before, act), person(session, after, act)
    left = NoticeKind.TAKEN
    if before is None and to is not None and has_heard(session, task):
        old, left = _mailbox(task, act), NoticeKind.NAMED  # the post answers for it as before
    told = [(left, old), (NoticeKind.GIVEN, to if to != old else None)]
    return tuple(Change(kind=kind, person=one, task=task, was=was, new=new) for kind, one in told if one)


def taken_back(session: Session, task: Task, act: Acting) -> tuple[Change, ...]:
    """Return who is told that nobody asks for the task any more; who never heard of it is not written to."""
    to = holder(session, task, act)
    told = [(NoticeKind.TAKEN_BACK, to)] if to and (task.owner_id or has_heard(session, task)) else []
    told += [(NoticeKind.END_TOLD, one) for one in contacts_told(session, task, to, act)]
    known = {one.address for _, one in told}
    told += [
        (NoticeKind.END_TOLD, one) for one in _with_entry(session, task, act) if one.address not in known
    ]
    return tuple(Change(kind=kind, person=one, task=task) for kind, one in told)


def closed(session: Session, task: Task, to: Person | None, act: Acting) -> tuple[Change, ...]:
    """Return who is told that the task is closed: `to`, and who stands beside it with an entry in his calendar."""
    told = [to] if to is not None else []
    told += [one for one in _with_entry(session, task, act) if to is None or one.address != to.address]
    return tuple(Change(kind=NoticeKind.CLOSED, person=one, task=task) for one in told)


def _with_entry(session: Session, task: Task, act: Acting) -> list[Person]:
    """Return who stands beside the task and has its day in his calendar: only a letter takes it out again."""
    return [one for one in beside(session, task, act) if day_entries.is_put(session, task, one.address)]


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


def _mailbox(task: Task, act: Acting) -> Person | None:
    address = clocks.folded(task.post.mailbox)
    is_good = address and is_allowed(address, act["installation"])
    return Person(address=address, name=task.post.name) if is_good else None


def _due(due: Due, *, with_zone: bool = False) -> str | None:
    """Return "Wednesday 6 August 2008, close of business", None for no day."""
    if due.on is None:
        return None
    zone = f" on the clock of {due.zone}" if with_zone and due.zone else ""
    return f"{dues.day_words(due.on)}{f', {dues.hour_words(due.time)}' if due.time else ''}{zone}"


def _subject(kind: NoticeKind, told: Sequence[Change], act: Acting) -> str:
    start = SUBJECTS[kind].format(new=told[0].new)
    if len(told) == 1:
        return f"{start}: {notices.name_of(told[0].task, act)}"
    late = sum(_is_late(change.task, act["now"]) for change in told)
    return f"{start}: {len(told)} tasks{f', {late} late' if late else ''}"


def _is_late(task: Task, now: datetime) -> bool:
    return dues.is_overdue(task.due_at, now) and task.status != Status.WAITING


def _paragraphs(told: Sequence[Change], note: str | None, act: Acting) -> tuple[str, ...]:
    words = {notices.words_of(change.task, note, act) for change in told} - {""}
    # where one of the cables is discreet, the words stand on the pages only
    said = [max(words, key=lambda one: not one.startswith('"'))] if words else []
    said += [change.said for change in told[:1] if change.said]
    return (_sentence(told, act["by"].name), *said, *_asked(told, act), *told[0].person.why)


def _sentence(told: Sequence[Change], who: str) -> str:
    change = told[0]
    if len(told) == 1 and change.kind in OF_A_DUE:
        return _of_a_due(change, who)
    of_one = SENTENCES.get(change.kind, "")
    sentence = of_one if len(told) == 1 else OF_SEVERAL[change.kind]
    return sentence.format(
        who=who,
        was=change.was or NOBODY,
        new=change.new or f"{change.task.post.name} again",
        post=change.task.post.name,
    )


def _of_a_due(change: Change, who: str) -> str:
    """Return what became of a due day, and what to do about it."""
    if change.new is None:
        return (
            f"{who} has taken the due day away; it was {change.was}. {_follow(change)} go on without a day."
        )
    it_was = f"it was {change.was}" if change.was else "there was none"
    if change.is_sooner and not change.person.is_contact:
        return (
            f"{who} has set the due day to {change.new}; {it_was}. "
            "It is due sooner than before: if that cannot be kept, ask for more time on its page."
        )
    return f"{who} has set the due day to {change.new}; {it_was}. {_follow(change)} follow the new day."


def _follow(change: Change) -> str:
    return "Letters" if change.person.is_contact else "Reminders"


def _asked(told: Sequence[Change], act: Acting) -> list[str]:
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
    """Return the line of a task, and what was before."""
    line = entry(change.task, act)
    was = f"; it was {change.was or 'without one'}" if change.kind in OF_A_DUE else ""
    return Entry(words=line.words + was, path=line.path)


def entry(task: Task, act: Acting) -> Entry:
    """Return the line of a task: its name, and when it is due at its post."""
    calendar = clocks.calendar_of(task.post, act["installation"].book)
    due = "no due day"
    if task.due_at is not None:
        due = f"due {dues.explain_short(task.due_at, calendar.place)}"
        if not Status(task.status).is_closed:
            due += f", {_left(task, task.due_at, calendar, act['now'])}"
    return Entry(words=f"{notices.name_of(task, act)} - {due}", path=f"/tasks/{task.id}")


def _left(task: Task, due_at: datetime, calendar: Calendar, now: datetime) -> str:
    """Return how far off the due is, or how late: without the days spent waiting, and in calendar days beside."""
    said, gross = dues.relative(due_at, calendar, now, task.late_count), dues.gross(due_at, calendar, now)
    return f"{said} ({gross})" if gross else said
