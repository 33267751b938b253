"""What a reply commands is done, each by the verb that the page's button calls; its writer is told once.

All of it stands in the transaction that keeps the mail: it is booked wholly, once, or not at all.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import lifecycle, own_words, reply_lines
from tracker.domain import replies as rules
from tracker.domain.bounces import Incoming
from tracker.domain.letter import Discretion
from tracker.domain.lifecycle import Status
from tracker.domain.replies import Accept, Command, DaySaid, Decline, Done, Extend, Promise, Wait, Why
from tracker.domain.reply_lines import EACH, Reply, Statement
from tracker.errors import TrackerError
from tracker.extraction.reply_days import day_at_start
from tracker.services import (
    answers,
    clocks,
    duties,
    extensions,
    history,
    letter_links,
    letter_wording,
    other_writers,
    promises,
    readers,
    reply_doubts,
    reply_files,
    reply_letters,
    reply_words,
    tasks,
)
from tracker.services.answers import Answered
from tracker.services.extensions import Wish
from tracker.services.installation import Acting, Actor, Installation
from tracker.services.reply_files import Files
from tracker.services.reply_letters import Line
from tracker.store.inbox import HELD, READ, IncomingMessage
from tracker.store.tasks import Task
from tracker.texts import Later, later, own, together

MOST_LINES = 100  # of one reply: twice as many as a letter has numbers
LONGEST_KEPT = 20_000  # characters of one's own words
MOST_LETTERS, IN_WHICH = 20, timedelta(days=1)  # to one person about a task: no two programs write for ever
BY_TRACKER = "the tracker, which booked it"
WHICH = later(
    "Say which: begin the line with the number that it has in the letter, as in: 2 DONE agreed; or with ALL, "
    "for each that is open, as in: ALL ACCEPT."
)
NO_SUCH = later("The letter has no such number.")
NOT_YOURS = later(
    "It is not yours to move: you gave it back, it has passed to somebody else, or you are only told of it. "
    "Your mail stands on its page, where a person reads it."
)
ON_ITS_PAGE = later("What this cable asks is answered on the task's page only: sign in there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A statement about one task, or about none that there is; `at` is its place in the reply."""

    at: int
    number: int | None
    task_id: int | None
    statement: Statement


@dataclass(slots=True, kw_only=True)
class _Desk:
    """What is at hand while one reply is booked."""

    session: Session
    answered: Answered
    now: datetime
    installation: Installation
    lines: list[tuple[int, Line]] = field(default_factory=list)
    may_act: dict[int, bool] = field(default_factory=dict)  # as it stood before anything was booked
    stands_on: int = 0  # the task that keeps the mail


def about(answered: Answered, reason: str = "") -> str:
    """Return why a reply is kept: which tasks it is about, and why it does nothing where it does not."""
    one, *others = answered.task_ids
    which = f"task {one}"
    if others:
        *first, last = map(str, sorted(answered.task_ids))
        which = f"tasks {', '.join(first)} and {last}"
    told = f"an answer about {which}" + (f", {reason}" if reason else "")
    told += f"; its letter went to {answered.letter_to}, not to who wrote" if answered.letter_to else ""
    return f"{told}; {answered.doubt}" if answered.doubt else told


def take(
    session: Session,
    mail_id: int,
    answered: Answered,
    mail: Incoming,
    *,
    now: datetime,
    installation: Installation,
) -> str:
    """Do what the reply commands, keep its files, tell its writer; return whether it waits for a person."""
    row = session.get_one(IncomingMessage, mail_id)
    own = own_words.own_words(mail.body)
    said = reply_lines.reply(own) if answered.doubt is None else Reply(has_more=True)
    row.text = f"{mail.subject}\n\n{own}"[:LONGEST_KEPT] if own else row.text
    desk = _Desk(session=session, answered=answered, now=now, installation=installation)
    found = _of_tasks(said, answered, _open_numbers(desk))
    named = _named(said, found, answered)
    row.task_id = desk.stands_on = (named or answered.task_ids)[0]
    for task_id in sorted(set(named or answered.task_ids)):  # one order: no two replies wait for each other
        is_named = bool(named) or len(answered.task_ids) == 1
        _note(desk, task_id, answers.KIND if is_named else answers.ABOUT_SEVERAL)
        _book(desk, task_id, [one for one in found if one.task_id == task_id])
    desk.lines += [(one.at, _no_task(one)) for one in found if one.task_id is None]
    lines = [line for _at, line in sorted(desk.lines, key=lambda pair: pair[0])]
    act = _act(desk, row.task_id)
    may_keep = _may_act(desk, session.get_one(Task, row.task_id))
    files = reply_files.keep(session, row.task_id, mail, act) if may_keep else Files()
    _settle(row, answered, lines, files, has_more=said.has_more)
    session.flush()
    if not _may_write(session, row, now):
        return row.state
    if answered.letter_to and not any(_may_act(desk, task) for task in _tasks(desk)):
        _refuse(desk, mail, lines, act)
    else:
        reply_letters.answer(session, answered, mail, lines, files, act)
    return row.state


def _tasks(desk: _Desk) -> list[Task]:
    return [desk.session.get_one(Task, task_id) for task_id in desk.answered.task_ids]


def _refuse(desk: _Desk, mail: Incoming, lines: list[Line], act: Acting) -> None:
    """Tell who wrote with no right to, once a letter, that nothing was booked; a stranger is told nothing."""
    if lines and other_writers.is_known(desk.session, desk.answered.person, _tasks(desk)):
        reply_letters.refuse(desk.session, desk.answered, mail, _not_his(desk), act)


def _not_his(desk: _Desk) -> Later:
    return later(
        "This letter went to %(reader)s. Answer from that address, or sign in. "
        "Your mail stands on the task's page, where a person reads it.",
        reader=desk.answered.letter_to,
    )


def _named(said: Reply, found: list[_Said], answered: Answered) -> list[int]:
    """Return the tasks that a reply names, by its commands, else by the numbers of what only talks."""
    named = [one.task_id for one in found if one.task_id is not None]
    if not named:
        known = range(1, len(answered.task_ids) + 1)
        named = [answered.task_ids[number - 1] for number in said.about if number in known]
    return list(dict.fromkeys(named))


def _open_numbers(desk: _Desk) -> tuple[int, ...]:
    """Return the numbers of the letter whose tasks are open; all of them where none is."""
    numbered = list(enumerate(_tasks(desk), start=1))
    found = tuple(number for number, task in numbered if not Status(task.status).is_closed)
    return found or tuple(number for number, _task in numbered)


def _of_tasks(said: Reply, answered: Answered, all_open: tuple[int, ...]) -> list[_Said]:
    """Return the statements, each about one task; a number that the letter lacks is about none.

    What is said of all is about each that is open, and of which nothing else is said.
    """
    found: list[_Said] = []
    is_one = len(answered.task_ids) == 1
    by_number = {number for statement in said.statements for number in statement.numbers}
    rest = tuple(number for number in all_open if number not in by_number)
    for statement in said.statements:
        numbers = rest if statement.numbers == (EACH,) else statement.numbers or ((1,) if is_one else (0,))
        for number in numbers:
            task_id = answered.task_ids[number - 1] if 0 < number <= len(answered.task_ids) else None
            shown = number if statement.numbers else None
            found.append(_Said(at=len(found), number=shown, task_id=task_id, statement=statement))
    return [one for one in found if one.task_id is not None or not _is_by_the_way(one)][:MOST_LINES]


def _is_by_the_way(one: _Said) -> bool:
    """Say whether a promise stands in what only talks: where it is not booked, nobody is asked about it."""
    return one.statement.is_in_passing and one.number is None


def _no_task(one: _Said) -> Line:
    has_no_number = one.number is None
    why = WHICH if has_no_number else NO_SUCH
    return Line(number=one.number, words=one.statement.words, why=why, is_unclear=has_no_number)


def _note(desk: _Desk, task_id: int, kind: str) -> None:
    """Note at the task that a mail came about it; of a forged one, or of who has no right to, nothing."""
    task, answered = desk.session.get_one(Task, task_id), desk.answered
    if answered.is_forged or (answered.letter_to and not _may_act(desk, task)):
        return
    elsewhere = {"stands_on": desk.stands_on} if desk.stands_on != task.id else {}
    line = history.Line(kind=kind, after=elsewhere)
    answers.note(desk.session, task, answered.person, line, now=desk.now, installation=desk.installation)


def _book(desk: _Desk, task_id: int, found: list[_Said]) -> None:
    """Do what is said of a task, in the order in which it is said."""
    task = desk.session.get_one(Task, task_id)
    for one in found:
        line = _line(desk, task, one)
        if line is not None and not (line.why and _is_by_the_way(one)):
            desk.lines.append((one.at, line))


def _line(desk: _Desk, task: Task, one: _Said) -> Line | None:
    """Do what a statement commands, and return what came of it; None where it only talks."""
    days = _days(desk, task)
    command = rules.command(one.statement, days)
    if command is None:
        return None
    words = one.statement.words
    if desk.answered.letter_to and not _may_act(desk, task):
        return Line(number=one.number, words=words, why=_not_his(desk))  # without the task's name
    if _is_already(desk, task, command):
        told, is_settled = _already(desk, task, command), _says_no_more(task, command)
        return Line(
            number=one.number, task=task, words=words, why=told, is_already=True, is_settled=is_settled
        )
    why = _hindrance(desk, task, command)
    if why is not None:
        is_unclear = isinstance(command, Why) and why == command.value
        if is_unclear and command in (Why.DAY, Why.PROMISE):
            why = _about_day(desk, task, one) or why
        return Line(number=one.number, task=task, words=words, why=why, is_unclear=is_unclear)
    assert not isinstance(command, Why)
    try:
        booked, beside = _do(desk, task, command)
    except TrackerError as error:
        return Line(number=one.number, task=task, words=words, why=own(error.sentence))
    return Line(number=one.number, task=task, words=words, booked=booked, beside=beside, command=command)


def _hindrance(desk: _Desk, task: Task, command: Command | Why) -> Later | None:
    """Return why this is not booked, None where it may be tried."""
    if not _may_act(desk, task):
        return NOT_YOURS
    closed = desk.installation.settings.closed_captions
    if letter_wording.discretion_of(task.cable, closed) is not Discretion.OPEN:
        return ON_ITS_PAGE
    return later(command.value) if isinstance(command, Why) else None


def _is_already(desk: _Desk, task: Task, command: Command | Why) -> bool:
    """Return whether it has ended, or is in hand and only that is said, so that there is nothing to book."""
    closed = desk.installation.settings.closed_captions
    if not _may_act(desk, task) or letter_wording.discretion_of(task.cable, closed) is not Discretion.OPEN:
        return False
    status = Status(task.status)
    is_in_hand = status in (Status.ACCEPTED, Status.IN_PROGRESS) and isinstance(command, Accept)
    return status.is_closed or is_in_hand


def _already(desk: _Desk, task: Task, command: Command | Why) -> Later:
    """Return how it stands, and how to correct it where something else is said of what has ended."""
    told = together(
        letter_links.already(desk.session, task, desk.installation), later("Nothing was changed.")
    )
    is_other = isinstance(command, Done) and command.outcome != task.outcome
    if Status(task.status).is_closed and (is_other or isinstance(command, Decline | Wait | Extend)):
        return together(told, later("To correct that, press Open it again on its page; then say it anew."))
    return told


def _says_no_more(task: Task, command: Command | Why) -> bool:
    """Return whether a command says only what is so already: then no person need read it."""
    if isinstance(command, Done):
        return task.status == Status.DONE and command.outcome == task.outcome and not command.note
    return isinstance(command, Accept) and not Status(task.status).is_closed


def _about_day(desk: _Desk, task: Task, one: _Said) -> Later | None:
    calendar = clocks.calendar_of(task.post, desk.installation.book)
    return reply_doubts.of_day(one.statement, one.number, calendar.local_day(desk.now), calendar)


def _days(desk: _Desk, task: Task) -> rules.Days:
    """Return what reads a day as the task's post means it, on the day the reply came there."""
    calendar = clocks.calendar_of(task.post, desk.installation.book)
    today = calendar.local_day(desk.now)

    def read(text: str) -> DaySaid | None:
        found = day_at_start(text, today, is_day_off=lambda day: not calendar.is_working_day(day))
        return DaySaid(*found) if found else None

    return read


def _may_act(desk: _Desk, task: Task) -> bool:
    """Return whether the writer is one who must act on the task; who is only told of it is not."""
    if desk.answered.doubt is not None:
        return False
    if task.id in desk.may_act:
        return desk.may_act[task.id]
    if desk.answered.letter_to:
        desk.may_act[task.id] = _own_right(desk, task) is not None
    else:
        known = duties.read(desk.session, [task], desk.installation)
        leads = [one for one in readers.readers_of(task, known) if one.standing.is_to_act]
        holders = (one.address for lead in leads for one in (lead, *lead.stand_ins()))
        desk.may_act[task.id] = desk.answered.person in holders
    return desk.may_act[task.id]


def _own_right(desk: _Desk, task: Task) -> Actor | None:
    return other_writers.actor(desk.session, desk.answered.person, task, answers.WAY)


def _act(desk: _Desk, task_id: int) -> Acting:
    """Return the writer as one who acts on the task, with no more rights than the letter or his roles give."""
    task = desk.session.get_one(Task, task_id)
    own = _own_right(desk, task) if desk.answered.letter_to else None
    if own is not None:
        return Acting(by=own, now=desk.now, installation=desk.installation)
    person = desk.answered.person
    name = task.post.name if clocks.folded(task.post.mailbox) == person else None
    by = answers.writer(desk.session, task, person, name)
    return Acting(by=by, now=desk.now, installation=desk.installation)


def _do(desk: _Desk, task: Task, command: Command) -> tuple[Later, Later]:
    """Do it by the verb of the page, and return in words what was booked, and the sentences that go with it."""
    act, session, nothing = _act(desk, task.id), desk.session, own("")
    match command:
        case Done(outcome=outcome, note=note):
            tasks.complete(session, task.id, outcome=outcome, note=note, **act)
            is_to_accept = task.to_accept_at is not None
            return own(lifecycle.state_words(task.status, task.outcome, to_accept=is_to_accept)), nothing
        case Accept():
            tasks.accept(session, task.id, **act)
            return later("accepted: it is in hand"), nothing
        case Wait(whom=whom, note=note):
            tasks.wait(session, task.id, whom=whom, note=note, **act)
            return later("waiting for %(whom)s; its reminders rest", whom=lifecycle.WHOM[whom]), nothing
        case Extend(on=on, working_days=count, reason=reason):
            extensions.ask(session, task.id, wish=Wish(on=on, working_days=count), note=reason, **act)
            return reply_words.asked(task), reply_words.day_off(session, task, on, desk.installation)
        case Decline(reason=reason):
            tasks.decline(session, task.id, note=reason, **act)
            return later("declined; the desk is told"), nothing
        case Promise(on=on, note=note):
            promises.promise(session, task.id, on=on, note=note, **act)
            return reply_words.promised(command), reply_words.day_off(session, task, on, desk.installation)


def _settle(
    row: IncomingMessage, answered: Answered, lines: list[Line], files: Files, *, has_more: bool
) -> None:
    """Let a reply wait for a person, unless all of it is booked, or is so already, and it says no more."""
    booked = [line for line in lines if line.booked]
    is_said = all(line.booked or line.is_settled for line in lines)
    is_all = bool(lines) and is_said and not has_more and not files.refused
    row.state = READ if is_all else HELD
    told = f"; booked: {'; '.join(map(reply_words.in_line, booked))}" if booked else ""
    lost = f"; not kept: {', '.join(name for name, _ in files.refused)}" if files.refused else ""
    asked = "; its writer is told what was not booked" if len(booked) < len(lines) else ""
    asked = "; it says what is so already" if is_all and not booked else asked
    row.reason = f"{about(answered) if is_all else row.reason}{told}{asked}{lost}"
    if is_all:
        row.read_by, row.read_at = BY_TRACKER, row.received_at


def _may_write(session: Session, row: IncomingMessage, now: datetime) -> bool:
    """Return whether its writer may be answered: few letters a day go to one person about a task."""
    lately = select(func.count(IncomingMessage.id)).where(
        IncomingMessage.task_id == row.task_id,
        IncomingMessage.sender == row.sender,
        IncomingMessage.received_at > now - IN_WHICH,
    )
    return (session.scalar(lately) or 0) <= MOST_LETTERS
