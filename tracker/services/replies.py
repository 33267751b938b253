"""What a reply commands is done, each by the verb that the page's button calls; its writer is told once.

All of it stands in the transaction that keeps the mail: it is booked wholly, once, or not at all.
"""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import lifecycle, own_words, reply_lines
from tracker.domain import replies as rules
from tracker.domain.bounces import Incoming
from tracker.domain.letter import Discretion
from tracker.domain.lifecycle import Status
from tracker.domain.replies import Accept, Command, Decline, Done, Extend, Promise, Wait, Why
from tracker.domain.reply_lines import Reply
from tracker.errors import TrackerError
from tracker.services import (
    answers,
    extensions,
    history,
    letter_links,
    letter_wording,
    other_writers,
    promises,
    reply_doubts,
    reply_files,
    reply_letters,
    reply_statements,
    reply_words,
    tasks,
)
from tracker.services.answers import Answered
from tracker.services.extensions import Wish
from tracker.services.installation import Acting, Installation
from tracker.services.reply_desk import Desk
from tracker.services.reply_files import Files
from tracker.services.reply_letters import Line
from tracker.services.reply_statements import Said
from tracker.store.inbox import HELD, READ, IncomingMessage
from tracker.store.tasks import Task
from tracker.texts import Later, later, own, together

LONGEST_KEPT = 20_000  # characters of one's own words
MOST_LETTERS, IN_WHICH = 20, timedelta(days=1)  # to one person about a task: no two programs write for ever
BY_TRACKER = "the tracker, which booked it"
NOT_YOURS = later(
    "It is not yours to move: you gave it back, it has passed to somebody else, or you are only told of it. "
    "Your mail stands on its page, where a person reads it."
)
ON_ITS_PAGE = later("What this cable asks is answered on the task's page only: sign in there.")


def about(answered: Answered, reason: str = "") -> str:
    """Return in sentences why a reply is kept: which tasks it is about, and why it does nothing where it does not."""
    one, *others = answered.task_ids
    which = f"task {one}"
    if others:
        *first, last = map(str, sorted(answered.task_ids))
        which = f"tasks {', '.join(first)} and {last}"
    another = f"Its letter went to {answered.letter_to}, not to who wrote." if answered.letter_to else ""
    said = (f"An answer about {which}.", reason, another, answered.doubt)
    return " ".join(one for one in said if one)


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
    desk = Desk(session=session, answered=answered, now=now, installation=installation)
    found = reply_statements.of_tasks(said, answered, reply_statements.open_numbers(desk.tasks()))
    named = reply_statements.named(said, found, answered)
    row.task_id = desk.stands_on = (named or answered.task_ids)[0]
    for task_id in sorted(set(named or answered.task_ids)):  # one order: no two replies wait for each other
        is_named = bool(named) or len(answered.task_ids) == 1
        _note(desk, task_id, answers.KIND if is_named else answers.ABOUT_SEVERAL)
        _book(desk, task_id, [one for one in found if one.task_id == task_id])
    desk.lines += [(one.at, reply_statements.no_task(one)) for one in found if one.task_id is None]
    lines = [line for _at, line in sorted(desk.lines, key=lambda pair: pair[0])]
    act = desk.acting(row.task_id)
    may_keep = desk.may_act(session.get_one(Task, row.task_id))
    files = reply_files.keep(session, row.task_id, mail, act) if may_keep else Files()
    _settle(row, answered, lines, files, has_more=said.has_more)
    session.flush()
    if not _may_write(session, row, now):
        return row.state
    if answered.letter_to and not any(desk.may_act(task) for task in desk.tasks()):
        _refuse(desk, mail, lines, act)
    else:
        reply_letters.answer(session, answered, mail, lines, files, act)
    return row.state


def _refuse(desk: Desk, mail: Incoming, lines: list[Line], act: Acting) -> None:
    """Tell who wrote with no right to, once a letter, that nothing was booked; a stranger is told nothing."""
    if lines and other_writers.is_known(desk.session, desk.answered.person, desk.tasks()):
        reply_letters.refuse(desk.session, desk.answered, mail, _not_his(desk), act)


def _not_his(desk: Desk) -> Later:
    return later(
        "This letter went to %(reader)s. Answer from that address, or sign in. "
        "Your mail stands on the task's page, where a person reads it.",
        reader=desk.answered.letter_to,
    )


def _note(desk: Desk, task_id: int, kind: str) -> None:
    """Note at the task that a mail came about it; of a forged one, or of who has no right to, nothing."""
    task, answered = desk.session.get_one(Task, task_id), desk.answered
    if answered.is_forged or (answered.letter_to and not desk.may_act(task)):
        return
    elsewhere = {"stands_on": desk.stands_on} if desk.stands_on != task.id else {}
    line = history.Line(kind=kind, after=elsewhere)
    answers.note(desk.session, task, answered.person, line, now=desk.now, installation=desk.installation)


def _book(desk: Desk, task_id: int, found: list[Said]) -> None:
    """Do what is said of a task, in the order in which it is said."""
    task = desk.session.get_one(Task, task_id)
    for one in found:
        line = _line(desk, task, one)
        if line is not None and not (line.why and one.is_by_the_way):
            desk.lines.append((one.at, line))


def _line(desk: Desk, task: Task, one: Said) -> Line | None:
    """Do what a statement commands, and return what came of it; None where it only talks."""
    days = desk.days(task)
    command = rules.command(one.statement, days)
    if command is None:
        return None
    words = one.statement.words
    if desk.answered.letter_to and not desk.may_act(task):
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


def _hindrance(desk: Desk, task: Task, command: Command | Why) -> Later | None:
    """Return why this is not booked, None where it may be tried."""
    if not desk.may_act(task):
        return NOT_YOURS
    closed = desk.installation.settings.closed_captions
    if letter_wording.discretion_of(task.cable, closed) is not Discretion.OPEN:
        return ON_ITS_PAGE
    return later(command.value) if isinstance(command, Why) else None


def _is_already(desk: Desk, task: Task, command: Command | Why) -> bool:
    """Return whether it has ended, or is in hand and only that is said, so that there is nothing to book."""
    closed = desk.installation.settings.closed_captions
    if not desk.may_act(task) or letter_wording.discretion_of(task.cable, closed) is not Discretion.OPEN:
        return False
    status = Status(task.status)
    is_in_hand = status in (Status.ACCEPTED, Status.IN_PROGRESS) and isinstance(command, Accept)
    return status.is_closed or is_in_hand


def _already(desk: Desk, task: Task, command: Command | Why) -> Later:
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


def _about_day(desk: Desk, task: Task, one: Said) -> Later | None:
    calendar = desk.calendar(task)
    return reply_doubts.of_day(one.statement, one.number, calendar.local_day(desk.now), calendar)


def _do(desk: Desk, task: Task, command: Command) -> tuple[Later, Later]:
    """Do it by the verb of the page, and return in words what was booked, and the sentences that go with it."""
    act, session, nothing = desk.acting(task.id), desk.session, own("")
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
            off = reply_words.day_off(session, task, on, desk.installation)
            wish = Wish(on=on, working_days=count)
            extensions.ask(session, task.id, wish=wish, note=reason, said=off.kept, **act)
            return reply_words.asked(task), off.words
        case Decline(reason=reason):
            tasks.decline(session, task.id, note=reason, **act)
            return later("declined; the desk is told"), nothing
        case Promise(on=on, note=note):
            off = reply_words.day_off(session, task, on, desk.installation)
            promises.promise(session, task.id, on=on, note=note, said=off.kept, **act)
            return reply_words.promised(command), off.words


def _settle(
    row: IncomingMessage, answered: Answered, lines: list[Line], files: Files, *, has_more: bool
) -> None:
    """Let a reply wait for a person, unless all of it is booked, or is so already, and it says no more."""
    booked = [line for line in lines if line.booked]
    is_said = all(line.booked or line.is_settled for line in lines)
    is_all = bool(lines) and is_said and not has_more and not files.refused
    row.state = READ if is_all else HELD
    told = f"Booked: {'; '.join(map(reply_words.in_line, booked))}." if booked else ""
    lost = f"Not kept: {', '.join(name for name, _ in files.refused)}." if files.refused else ""
    asked = "Its writer is told what was not booked." if len(booked) < len(lines) else ""
    asked = "It says what is so already." if is_all and not booked else asked
    said = (about(answered) if is_all else row.reason, told, asked, lost)
    row.reason = " ".join(one for one in said if one)
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
