"""A task as values for its page: the sentence in its paragraph, due, letters past and coming, history."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from tracker.domain import due as dues
from tracker.domain.access import Permission
from tracker.domain.company import PARTS
from tracker.domain.due import explain
from tracker.domain.letter import Discretion
from tracker.domain.lifecycle import Status, state_words
from tracker.domain.task_links import links
from tracker.domain.workdays import Calendar, days_late
from tracker.errors import NotFound
from tracker.services import duties, reminder_plans
from tracker.services.attachments import ATTACHED
from tracker.services.clocks import calendar_of
from tracker.services.installation import Actor, Installation
from tracker.services.letter_wording import discretion_of
from tracker.services.readers import Known
from tracker.services.reminder_plans import PlannedReminder
from tracker.store.company import TaskPerson
from tracker.store.queries import whole_tasks
from tracker.store.queries.closings import Heard
from tracker.store.tasks import Task
from tracker.texts import _
from tracker.web import task_words
from tracker.web.evidence import Piece, around, reflowing
from tracker.web.patience import Patience, patience_of
from tracker.web.receipt_lines import ReceiptLine, receipt_lines
from tracker.web.review import WORKERS
from tracker.web.task_beside import (
    ContactLine,
    LinkLine,
    PaperLine,
    contact_lines,
    link_lines,
    paper_lines,
    roll_up_line,
)
from tracker.web.task_history import Line, history_line
from tracker.web.task_words import FactLine
from tracker.web.words import DueWords, at, clocks, due_words, since_due


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter that went or is planned, on the post's clock."""

    when: Markup
    to: str
    why: str
    result: str
    day: str  # "Tue 30 Sep", at the post


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Who stands beside the lead, as what."""

    id: int
    name: str
    part: str
    officer_id: int | None
    post_id: int | None
    gets_mail: bool


def is_among(company: Iterable[Companion], officer_id: int | None, posts: Collection[int] | None) -> bool:
    """Return whether the officer, or one of the posts, is of the company."""
    return any(
        (officer_id is not None and one.officer_id == officer_id) or one.post_id in (posts or ())
        for one in company
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage:
    """All that a task's page shows."""

    id: int
    version: int
    title: str
    post: str
    post_id: int
    cable_id: int
    cable: str
    subject: str
    is_discreet: bool
    status: str
    state: str
    is_closed: bool
    is_history: bool
    sentence_stands: bool
    owner: str | None
    owner_id: int | None
    note: str | None
    paragraph: int | None
    around: Sequence[Piece]
    due: DueWords
    due_on: date | None
    due_time: str | None
    due_explained: Sequence[str]
    due_full: str
    preferred: str  # "Thu 23 Apr": the day by which the cable would rather have it; "" for none
    past: Sequence[LetterLine]
    coming: Sequence[LetterLine]
    why_no_mail: str | None
    steps: Sequence[str]
    receipts: Sequence[ReceiptLine]
    patience: Patience
    history: Sequence[Line]
    officers: Sequence[tuple[int, str]]
    company: Sequence[Companion]
    standing: str
    to_decide: Sequence[tuple[str, str]]
    facts: Sequence[FactLine]
    asked_on: date | None
    has_returned: bool
    is_to_accept: bool
    notes: Sequence[Line]
    links: Sequence[LinkLine]
    contacts: Sequence[ContactLine]
    papers: Sequence[PaperLine]
    series_id: int | None
    posts_asked: int
    roll_up: str
    files: Sequence[Mapping[str, Any]]
    heard: Sequence[Heard]

    def has_beside(self, officer_id: int | None, posts: Collection[int] | None) -> bool:
        """Return whether the officer, or one of the posts, stands beside the task."""
        return is_among(self.company, officer_id, posts)


def task_page(
    session: Session, task_id: int, *, now: datetime, installation: Installation, by: Actor
) -> TaskPage:
    """Return the page of a task; raise NotFound where there is none, or it is not the reader's to see."""
    posts = by.posts_where(Permission.READ_TASKS)
    found = whole_tasks.whole_task(session, task_id, now=now, only_posts=posts)
    task = found.task
    known = duties.read(session, [task], installation, is_whole=True, lacks=found.lacks)
    company = [_companion(one) for one in known.company[task.id]]
    if not by.may(Permission.READ_TASKS, task.post_id) and not is_among(company, by.officer_id, posts):
        raise NotFound(_("There is no task %(number)s, or it is not yours to see.", number=task_id))
    calendar = calendar_of(task.post, installation.book)
    return TaskPage(
        id=task.id,
        version=task.version,
        title=task.title,
        post=task.post.name,
        post_id=task.post_id,
        cable_id=task.cable_id,
        cable=task.cable.mrn or task.cable.canonical_id or _("text %(number)s", number=task.cable_id),
        subject=task.cable.subject or _("No subject line"),
        status=task.status,
        is_closed=Status(task.status).is_closed,
        is_history=task.is_history,
        sentence_stands=task.sentence_stands,
        owner=task.owner.name if task.owner else None,
        owner_id=task.owner_id,
        note=task.note,
        paragraph=task.paragraph,
        around=reflowing(around(found.text, found.spans, task.due_quote)),
        history=[history_line(event, calendar.place) for event in known.events[task.id]],
        company=company,
        series_id=task.series_id,
        posts_asked=found.roll_up.posts,
        roll_up=roll_up_line(found.roll_up),
        **_due(task, calendar, now, installation),
        **_letters(session, task, known, calendar, now),
        **_words(task, calendar, known),
        **_beside(session, task, known, by),
    )


def _due(task: Task, calendar: Calendar, now: datetime, installation: Installation) -> dict[str, Any]:
    said = due_words(task.due_at, calendar, now, task.status, task.late_count)
    if said.is_late and task.due_at is not None:
        late = days_late(calendar, task.due_at, now)
        days = task.late_count.days(calendar, calendar.local_day(now)) if task.late_count else late.net
        whole, gross = since_due(days, late.net) if days else "", dues.gross(task.due_at, calendar, now)
        said = replace(said, gross=", ".join(filter(None, (whole, gross))))
    return {
        "patience": patience_of(task, calendar, now, installation),
        "due": said,
        "due_on": task.due_on,
        "due_time": task.due_time,
        "due_explained": task.due_explained,
        "preferred": str(dues.short_day(task.preferred_on)) if task.preferred_on else "",
        "due_full": explain(task.due_at, calendar.place) if task.due_at else _("No due day."),
    }


def _letters(session: Session, task: Task, known: Known, calendar: Calendar, now: datetime) -> dict[str, Any]:
    """Return the letters past, newest first, and to come, or why none comes."""
    outlook = reminder_plans.outlook(
        session,
        task,
        now=now,
        installation=known.installation,
        known=known,
        say=lambda moment: clocks(moment, calendar.place, now),
    )
    return {
        "past": [_letter(one, calendar, now) for one in reversed(outlook.letters) if not one.is_to_come],
        "coming": [_letter(one, calendar, now) for one in outlook.letters if one.is_to_come],
        "why_no_mail": outlook.why_none,
        "steps": outlook.steps,
        "receipts": receipt_lines(outlook.chains),
    }


def _beside(session: Session, task: Task, known: Known, by: Actor) -> dict[str, Any]:
    """Return what stands beside the task: points of contact, papers, links, and who may own it."""
    linked = links((event.kind, event.before, event.after) for event in known.events[task.id])
    found = whole_tasks.beside(
        session,
        task,
        linked={number for _, number in linked},
        only_posts=by.posts_where(Permission.READ_TASKS),
        roles=WORKERS if by.may(Permission.ASSIGN, task.post_id) else (),
    )
    return {
        "officers": found.officers,
        "links": link_lines(linked, found),
        "contacts": contact_lines(known.contacts[task.cable_id]),
        "papers": paper_lines(found),
        "heard": found.heard,
    }


def _words(task: Task, calendar: Calendar, known: Known) -> dict[str, Any]:
    state = state_words(task.status, task.outcome, task.waits_for, to_accept=task.to_accept_at is not None)
    return {
        "state": state,
        "is_discreet": discretion_of(task.cable, known.installation.settings.closed_captions)
        is not Discretion.OPEN,
        "standing": task_words.standing(task, state),
        "to_decide": list(task_words.to_decide(task)),
        "facts": task_words.fact_lines(task, calendar),
        "asked_on": date.fromisoformat(task.more_time["due_on"]) if task.more_time else None,
        "has_returned": task.returned_at is not None,
        "is_to_accept": task.to_accept_at is not None,
        "files": [event.after for event in known.events[task.id] if event.kind == ATTACHED],
        "notes": [
            history_line(event, calendar.place) for event in known.events[task.id] if event.kind == "note"
        ],
    }


def _companion(one: TaskPerson) -> Companion:
    return Companion(
        id=one.id,
        name=one.name,
        part=PARTS.get(one.role, one.role),
        officer_id=one.officer_id,
        post_id=one.post_id,
        gets_mail=one.mail is not None,
    )


def _letter(one: PlannedReminder, calendar: Calendar, now: datetime) -> LetterLine:
    when = at(one.moment_at, calendar.place, now)
    day = dues.short_day(calendar.local_day(one.moment_at))
    return LetterLine(when=when, to=one.recipient, why=one.reason, result=one.state, day=day)
