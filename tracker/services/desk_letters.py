"""What is told to the desk of a task, and what the desk's word is told to the post: one notice each.

The desk is the officer who made the ask a task, else the office that sent the cable.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.due import day_words
from tracker.domain.lifecycle import outcome_words
from tracker.domain.notice import NoticeKind
from tracker.services import notices
from tracker.services.holders import holder
from tracker.services.installation import Acting, Installation
from tracker.services.notices import Told
from tracker.store.places import Post
from tracker.store.tasks import Task
from tracker.texts import Later, later, own


def declined(session: Session, task: Task, reason: str, act: Acting) -> None:
    """Tell the desk that the post has declined the task, and why."""
    why = notices.words_of(task, reason, act)
    told = Told(
        kind=NoticeKind.DECLINED,
        subject=later("Declined: %(what)s", what=notices.name_of(task, act)),
        paragraphs=(
            _declines(task, why, act),
            later("Nobody owns it now. Open it again and give it to somebody, or leave it declined."),
        ),
        tasks=(task,),
    )
    _to_desk(session, task, told, act)


def _declines(task: Task, why: Later, act: Acting) -> Later:
    who, post = act["by"].name, task.post.name
    if who == post:
        return later("%(post)s has declined it: %(why)s", post=post, why=why)
    return later("%(who)s has declined it for %(post)s: %(why)s", who=who, post=post, why=why)


def more_time(session: Session, task: Task, asked: dict[str, Any], act: Acting) -> None:
    """Tell the desk that the post asks for more time, until when, and why."""
    why = notices.words_of(task, asked["why"], act)
    told = Told(
        kind=NoticeKind.MORE_TIME,
        subject=later("More time asked: %(what)s", what=notices.name_of(task, act)),
        paragraphs=(
            _asks(task, asked, why),
            later("The due day stays as it is until you grant or refuse this on the task's page."),
        ),
        tasks=(task,),
    )
    _to_desk(session, task, told, act)


def _asks(task: Task, asked: dict[str, Any], why: Later) -> Later:
    said = {"who": asked["by"], "day": day_words(date.fromisoformat(asked["due_on"])), "why": why}
    if task.due_on is None:
        return later("%(who)s asks for more time, until %(day)s instead of no due day: %(why)s", **said)
    return later(
        "%(who)s asks for more time, until %(day)s instead of %(was)s: %(why)s",
        was=day_words(task.due_on),
        **said,
    )


def refused(session: Session, task: Task, note: str, act: Acting) -> None:
    """Tell whoever asked that the due stays as it is, and why."""
    told = Told(
        kind=NoticeKind.REFUSED,
        subject=later("No more time: %(what)s", what=notices.name_of(task, act)),
        paragraphs=(_stays(task, act), *_said(task, note, act)),
        tasks=(task,),
    )
    _to_post(session, task, told, act)


def _stays(task: Task, act: Acting) -> Later:
    who = act["by"].name
    if task.due_on is None:
        return later("%(who)s cannot give more time. It still has no due day.", who=who)
    return later(
        "%(who)s cannot give more time. The due day stays %(day)s.", who=who, day=day_words(task.due_on)
    )


def to_accept(session: Session, task: Task, act: Acting) -> None:
    """Tell the desk that the post says it is done, and that it awaits the desk's word."""
    told = Told(
        kind=NoticeKind.TO_ACCEPT,
        subject=later("Done, to be accepted: %(what)s", what=notices.name_of(task, act)),
        paragraphs=(
            later(
                "%(name)s says it is done: %(outcome)s.",
                name=_speaker(task, act),
                outcome=outcome_words(task.outcome),
            ),
            *_said(task, task.note, act),
            later("Accept it on the task's page, or return it with a note."),
        ),
        tasks=(task,),
    )
    _to_desk(session, task, told, act)


def awaited(session: Session, task: Task, act: Acting) -> None:
    """Tell the desk that the post waits for Washington, and for what; a desk that says so itself is not told."""
    desk = task.originator
    if desk is not None and desk.id == act["by"].officer_id:
        return
    told = Told(
        kind=NoticeKind.AWAITED,
        subject=later("Waits for you: %(name)s", name=notices.name_of(task, act)),
        paragraphs=(
            later(
                "%(name)s says that it waits for Washington. Its reminders rest until work goes on.",
                name=_speaker(task, act),
            ),
            *_said(task, task.note, act),
            later("Send what is missing; then press Resume on the task's page, or have the post do so."),
        ),
        tasks=(task,),
    )
    _to_desk(session, task, told, act)


def _speaker(task: Task, act: Acting) -> Later:
    """Return who speaks for the post: "Sam Idris at AMEMBASSY LIMA", or the post alone where it is the same."""
    who, post = act["by"].name, task.post.name
    return own(post) if who == post else later("%(who)s at %(post)s", who=who, post=post)


def returned(session: Session, task: Task, note: str, act: Acting) -> None:
    """Tell the post that what it had done was returned, and why."""
    told = Told(
        kind=NoticeKind.RETURNED,
        subject=later("Returned: %(what)s", what=notices.name_of(task, act)),
        paragraphs=(
            later("%(who)s has returned it: it is open again.", who=act["by"].name),
            *_said(task, note, act),
        ),
        tasks=(task,),
    )
    _to_post(session, task, told, act)


def _said(task: Task, words: str | None, act: Acting) -> tuple[Later, ...]:
    said = notices.words_of(task, words, act)
    return (said,) if said else ()


def _to_desk(session: Session, task: Task, told: Told, act: Acting) -> None:
    desk = task.originator
    if desk is not None and desk.is_active:
        notices.send(session, desk.email, desk.name, told, act)
        return
    row = office_of(session, task, act["installation"])
    if row is not None:
        notices.send(session, row.mailbox, row.name, told, act)


def office_of(session: Session, task: Task, installation: Installation) -> Post | None:
    """Return the office that sent the cable, where the table of posts knows it."""
    office = installation.book.find(task.cable.origin or "")
    return session.scalar(select(Post).where(Post.name == office.designator)) if office else None


def _to_post(session: Session, task: Task, told: Told, act: Acting) -> None:
    to = holder(session, task, act)
    if to is not None:
        told = replace(told, paragraphs=(*told.paragraphs, *to.why))
        notices.send(session, to.address, to.name, told, act)
