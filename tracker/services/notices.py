"""Notices: a verb says what one person is to be told once; the tick writes it into the outbox.

A notice has a slot for each of its tasks, so that it stands among the letters of the task's page. It is kept as
text and values, and told in its reader's language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from tracker import texts
from tracker.domain import day_entry, letter_lines, tokens
from tracker.domain.day_entry import Brought, DayEntry
from tracker.domain.delivery import MessageState
from tracker.domain.letter import Discretion, Written, shortened
from tracker.domain.notice import ANSWERED, READ, RULE, Entry, Notice, NoticeKind
from tracker.domain.tokens import Purpose, Token
from tracker.services import day_entries, languages, letter_wording, password_link_keys
from tracker.services.installation import Acting, Installation
from tracker.services.letter_wording import acts_of, discretion_of
from tracker.services.readers import is_allowed
from tracker.settings import Settings
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task
from tracker.texts import Later, english, later, own, together

AT_ONCE = 200
LONGEST_QUOTE = 300
WriteNotice = Callable[[Notice], Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a notice tells, of which tasks, with a line for each unless `entries` says otherwise."""

    kind: NoticeKind
    subject: Later
    paragraphs: tuple[Later, ...]
    tasks: tuple[Task, ...] = ()
    entries: tuple[Entry, ...] | None = None
    reply_to: str | None = None  # where a reply acts
    answers: str | None = None  # the Message-ID of the mail it answers


def send(session: Session, address: str | None, name: str, told: Told, act: Acting) -> NoticeRecord | None:
    """Keep a notice for the next tick to write; return None where there is nobody it may be written to."""
    recipient = (address or "").strip().lower()
    if not recipient or not is_allowed(recipient, act["installation"]):
        return None
    entries = told.entries if told.entries is not None else [entry_of(task, act) for task in told.tasks]
    reply_to = told.reply_to or _reply_to(told, recipient, act)
    offered = (_offer(told.kind),) if reply_to and not told.reply_to else ()
    paragraphs = [*told.paragraphs, *offered]
    row = NoticeRecord(
        kind=told.kind.value,
        recipient=recipient,
        name=name,
        subject=english(told.subject),
        paragraphs=[english(one) for one in paragraphs],
        entries=[[english(entry.words), entry.path] for entry in entries],
        told={
            "subject": told.subject.kept(),
            "paragraphs": [one.kept() for one in paragraphs],
            "entries": [entry.words.kept() for entry in entries],
        },
        tasks=[task.id for task in told.tasks],
        made_at=act["now"],
        reply_to=reply_to,
        answers=told.answers,
    )
    session.add(row)
    session.flush()
    return row


def entry_of(task: Task, act: Acting) -> Entry:
    """Return the line of a task, with its page."""
    return Entry(words=name_of(task, act), path=f"/tasks/{task.id}")


def name_of(task: Task, act: Acting) -> Later:
    """Return how a letter may name a task: of a discreet cable by post and number, or by post alone."""
    return letter_wording.name_of(
        task, discretion_of(task.cable, act["installation"].settings.closed_captions)
    )


def asked_in(task: Task, act: Acting) -> Later:
    """Return 'NUMBER, paragraph 3: "Post is requested to ..."'; "" of a discreet cable."""
    if discretion_of(task.cable, act["installation"].settings.closed_captions) is not Discretion.OPEN:
        return own("")
    cable = task.cable.mrn or task.cable.canonical_id or later("The cable")
    quote = shortened(task.quote, LONGEST_QUOTE)
    if task.paragraph:
        return later(
            '%(cable)s, paragraph %(number)s: "%(quote)s"', cable=cable, number=task.paragraph, quote=quote
        )
    return later('%(cable)s: "%(quote)s"', cable=cable, quote=quote)


def words_of(task: Task, words: str | None, act: Acting) -> Later:
    """Return a person's words for a letter; of a discreet cable's task they stand on its page only."""
    if not words:
        return own("")
    is_open = discretion_of(task.cable, act["installation"].settings.closed_captions) is Discretion.OPEN
    return later('"%(words)s"', words=words) if is_open else later("The reason stands on the task's page.")


def answers(task: Task, address: str, act: Acting) -> tuple[Entry, ...]:
    """Return the lines by which who must act answers without an account; none about a discreet cable."""
    settings = act["installation"].settings
    if not settings.secret_key or discretion_of(task.cable, settings.closed_captions) is not Discretion.OPEN:
        return ()
    until = act["now"].date() + tokens.LAST
    return tuple(
        Entry(
            words=later(letter_lines.BUTTONS[purpose]),
            path=f"/do/{_signed(purpose, task, until, address, settings)}",
        )
        for purpose in acts_of(task)
    )


def _offer(kind: NoticeKind) -> Later:
    """Return the sentence that says what a reply to a notice does."""
    if kind in READ:
        return later(letter_lines.CLOSED_REPLY)
    reply = letter_lines.NEW_DAY_REPLY if kind is NoticeKind.MOVED else letter_lines.NOTICE_REPLY
    return together(later(reply), later(letter_lines.CONFIRMED))


def _reply_to(told: Told, address: str, act: Acting) -> str | None:
    """Return where a reply to a notice of one task acts, or is read; None where neither, or mail may not tell of it."""
    settings = act["installation"].settings
    may_act = told.kind in ANSWERED and settings.replies_act
    may_be_read = told.kind in READ and bool(settings.reply_domain and settings.secret_key)
    if len(told.tasks) != 1 or not (may_act or may_be_read):
        return None
    (task,) = told.tasks
    if discretion_of(task.cable, settings.closed_captions) is not Discretion.OPEN:
        return None
    token = _signed(Purpose.REPLY, task, act["now"].date() + tokens.LAST, address, settings)
    return tokens.reply_address(token, domain=settings.reply_domain)


def _signed(purpose: Purpose, task: Task, until: date, address: str, settings: Settings) -> str:
    token = Token(purpose=purpose, task_id=task.id, until=until)
    return tokens.written(token, secret=settings.secret_key, person=address)


def write_out(session: Session, now: datetime, installation: Installation, *, write: WriteNotice) -> int:
    """Write waiting notices into the outbox, each in its reader's language and with its slots; return how many."""
    password_link_keys.forget_sent(session)
    rows = session.scalars(
        select(NoticeRecord)
        .where(NoticeRecord.message_id.is_(None))
        .order_by(NoticeRecord.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    known = {task.id: task for task in _tasks(session, rows)}
    spoken = languages.of_readers(session, {row.recipient for row in rows}, installation)
    for row in rows:
        tasks = [known[task_id] for task_id in row.tasks]
        with texts.speaking(spoken[row.recipient]):
            dated = day_entries.of_notice(
                session, NoticeKind(row.kind), row.recipient, tasks, now, installation
            )
            message = _message(row, password_link_keys.filled(session, row), dated, now, write)
        session.add(message)
        session.flush()
        row.message_id = message.id
        brought = {one.task_id: one.brought for one in dated}
        session.add_all(_slot(row, task, brought.get(task.id), now) for task in tasks)
    session.flush()
    return len(rows)


def _message(
    row: NoticeRecord, entries: Sequence[Entry], dated: Sequence[DayEntry], now: datetime, write: WriteNotice
) -> OutgoingMessage:
    said = day_entry.in_words(dated)
    told = row.told or {"subject": row.subject, "paragraphs": row.paragraphs}
    paragraphs = [str(texts.of_kept(one)) for one in told["paragraphs"]]
    written = write(
        Notice(
            recipient=row.recipient,
            name=row.name,
            subject=str(texts.of_kept(told["subject"])),
            paragraphs=(*paragraphs, said) if said else tuple(paragraphs),
            entries=tuple(entries),
            tasks=tuple(row.tasks),
            dated=tuple(dated),
            written_at=now,
            reply_to=row.reply_to or "",
            answers=row.answers or "",
        )
    )
    return OutgoingMessage(
        message_id=written.message_id,
        recipient=row.recipient,
        subject=written.subject,
        kind=row.kind,
        body=written.data,
        state=MessageState.WAITING,
        urgency_at=now,
        written_at=now,
    )


def _tasks(session: Session, rows: Sequence[NoticeRecord]) -> Sequence[Task]:
    wanted = {task_id for row in rows for task_id in row.tasks}
    return session.scalars(
        select(Task).where(Task.id.in_(wanted)).options(joinedload(Task.post), joinedload(Task.cable))
    ).all()


def _slot(row: NoticeRecord, task: Task, brought: Brought | None, now: datetime) -> ReminderSlot:
    return ReminderSlot(
        task_id=task.id,
        rule=f"{RULE}{row.id}",
        deadline_version=task.deadline_version,
        recipient=row.recipient,
        moment_at=row.made_at,
        offered_at=now,
        message_id=row.message_id,
        brought=brought,
    )
