"""What somebody does to a task, the letters that go at once, and how tests read them."""

from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from typing import Any

import icalendar
from sqlalchemy import select

from tests.work_world import World
from tracker.adapters.letters import Writer
from tracker.adapters.notices import NoticeWriter
from tracker.domain.delivery import MessageState
from tracker.services import notices, reminders
from tracker.services.installation import Actor
from tracker.store.messages import OutgoingMessage
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task

LIMA, MAILBOX = "AMEMBASSY LIMA", "duty@lima.example"
MORNING = datetime(2009, 4, 21, 13, 0, tzinfo=UTC)  # Tuesday, 08:00 in Lima


def do(desk: World, verb: Callable[..., Any], task: Task, by: Actor, **words: Any) -> Any:
    with desk.transaction() as session:
        return verb(session, task.id, **words, **desk.act(by))


def told(desk: World) -> list[tuple[str, str, str]]:
    with desk.reading() as session:
        rows = session.scalars(select(NoticeRecord).order_by(NoticeRecord.id)).all()
        return [(row.kind, row.recipient, " ".join(row.paragraphs)) for row in rows]


def tick(desk: World, now: datetime) -> list[tuple[str, Any]]:
    """Write and send what is owed by a moment; return the recipients with their letters."""
    desk.now = now
    settings = desk.runtime.settings
    with desk.transaction() as session:
        reminders.offer(session, now, desk.runtime.installation, write=Writer(settings).write)
        notices.write_out(session, now, desk.runtime.installation, write=NoticeWriter(settings).write)
        session.flush()
        waiting = select(OutgoingMessage).where(OutgoingMessage.state == MessageState.WAITING)
        sent = session.scalars(waiting.order_by(OutgoingMessage.id)).all()
        for message in sent:
            message.state, message.sent_at, message.attempts = MessageState.SENT, now, 1
        return [(one.recipient, message_from_bytes(one.body, policy=SMTP)) for one in sent]


def desk_task(desk: World, task_id: int) -> Task:
    with desk.reading() as session:
        return session.get_one(Task, task_id)


def text_of(mail: Any) -> str:
    return " ".join(mail.get_body(("plain",)).get_content().split())


def entries_of(mail: Any) -> list[tuple[str, int, Any]]:
    """Return method, SEQUENCE and day of each entry for the calendar, one UID for all."""
    parts = [part for part in mail.iter_attachments() if part.get_content_type() == "text/calendar"]
    files = [icalendar.Calendar.from_ical(part.get_payload(decode=True)) for part in parts]
    events = [(one["METHOD"], one.walk("VEVENT")[0]) for one in files]
    days = [event["DTSTART"].dt.day if "DTSTART" in event else None for _, event in events]
    return [(method, event["SEQUENCE"], day) for (method, event), day in zip(events, days, strict=True)]


def files_of(mail: Any) -> list[str]:
    return [part.get_filename() for part in mail.iter_attachments()]
