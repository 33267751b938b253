"""A person's verdict on what was read: proposals become tasks, or are left out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import addressees, places
from tracker.domain.access import Permission
from tracker.domain.counted_days import CountedDue
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status, Verdict
from tracker.domain.places import PostBook
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import (
    accounts,
    amended,
    audit,
    citations,
    deadlines,
    edits,
    history,
    posts,
    reminders,
)
from tracker.services.amended import Said
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor
from tracker.services.readings import LONGEST_TITLE, precedence_for
from tracker.store.cables import CableRecord, ProposalRecord
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.queries import sight
from tracker.store.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person changes before accepting; None leaves what was read.

    `posts` are designators. `is_undated` takes the date away.
    """

    title: str | None = None
    posts: tuple[str, ...] | None = None
    due_on: date | None = None
    due_time: str | None = None
    due_zone: str | None = None
    owner_id: int | None = None
    is_undated: bool = False
    note: str | None = None  # words about it for the history

    def as_json(self) -> dict[str, Any]:
        """Return what was changed, days as ISO text."""
        kept = {name: value for name, value in asdict(self).items() if value not in (None, False)}
        kept.pop("note", None)
        if self.due_on is not None:
            kept["due_on"] = self.due_on.isoformat()
        if self.posts is not None:
            kept["posts"] = list(self.posts)
        return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A proposal with the changes of a person applied: what each task will say."""

    cable: CableRecord
    title: str
    posts: tuple[places.Post, ...]
    due: Due
    is_as_read: bool  # the day is the cable's: what counts working days counts them at each post
    owner_id: int | None
    owner: str | None
    read_posts: tuple[str, ...]  # those that the cable asks
    note: str | None

    def said(self, due: Due) -> Said:
        """Return what is wanted, with the due at a post."""
        names = tuple(post.designator for post in self.posts)
        return Said(title=self.title, due=due, posts=names, owner=self.owner)

    def read(self, proposal: ProposalRecord, due: Due) -> Said:
        """Return what the ask says as it was read, with the due at a post."""
        return Said(title=proposal.title, due=due, posts=self.read_posts)


def accept(
    session: Session, proposal_id: int, *, change: Change | None = None, **act: Unpack[Acting]
) -> list[Task]:
    """Make a task for each post the proposal asks, and return them; a left-out sentence is added so.

    What was accepted before is returned as it stands. Raise Invalid for a post, day or owner that
    cannot be used, Conflict where the verdict is another's or a newer version of the cable has come.
    """
    by = act["by"]
    proposal = _locked(session, proposal_id, by)
    if proposal.verdict in (Verdict.ACCEPTED, Verdict.AMENDED):
        return _as_it_stands(session, proposal, change)
    if proposal.verdict == Verdict.SUPERSEDED:
        raise Conflict("A newer version of this cable has come in. Review that one.")
    wanted = _wanted(session, proposal, change or Change(), act["installation"].book)
    rows = posts.rows_of(session, wanted.posts)
    for row in rows:
        by.require(Permission.REVIEW, row.id)
        if wanted.owner_id is not None:
            accounts.require_worker(session, wanted.owner_id, row)
    proposal.verdict = Verdict.AMENDED if change and change.as_json() else Verdict.ACCEPTED
    proposal.amended = change.as_json() or None if change else None
    proposal.decided_by, proposal.decided_at = by.name, act["now"]
    changed = amended.differing(wanted.read(proposal, _due_read(proposal)), wanted.said(wanted.due))
    _note(session, proposal, by, amended.told(*changed))
    return _make(session, proposal, wanted, rows, act)


def accept_all(session: Session, cable_id: int, **act: Unpack[Acting]) -> list[Task]:
    """Accept every ask of the cable that awaits a verdict, as it was read, and return the tasks.

    Raise NotFound where the cable is not the actor's to decide on.
    """
    if not may_decide(session, cable_id, act["by"]):
        raise NotFound
    waiting = session.scalars(
        select(ProposalRecord.id)
        .where(
            ProposalRecord.cable_id == cable_id,
            ProposalRecord.kind == "ask",
            ProposalRecord.verdict == Verdict.WAITING,
        )
        .order_by(ProposalRecord.position)
    ).all()
    return [task for proposal_id in waiting for task in accept(session, proposal_id, **act)]


def dismiss(
    session: Session, proposal_id: int, *, by: Actor, now: datetime, reason: str | None = None
) -> ProposalRecord:
    """Leave a proposal out; again is the same. Raise Conflict where it was accepted."""
    proposal = _locked(session, proposal_id, by)
    if proposal.verdict == Verdict.DISMISSED:
        return proposal
    _require_all(session, proposal, by)
    if proposal.verdict != Verdict.WAITING:
        raise Conflict(f"This proposal is already {proposal.verdict}{_by_whom(proposal)}.")
    proposal.verdict = Verdict.DISMISSED
    proposal.decided_by, proposal.decided_at = by.name, now
    proposal.amended = {"reason": reason} if reason else None
    _note(session, proposal, by)
    session.flush()
    return proposal


def reconsider(session: Session, proposal_id: int, **act: Unpack[Acting]) -> ProposalRecord:
    """Put a proposal back before a person. The tasks it made are cancelled.

    Raise Conflict once a letter about one of them has gone, or somebody has begun on it.
    """
    proposal = _locked(session, proposal_id, act["by"])
    _require_all(session, proposal, act["by"])
    tasks = _tasks_of(session, proposal.id)
    if any(task.status != Status.OPEN for task in tasks) or _letter_has_gone(session, tasks):
        raise Conflict("Work on this has begun or a letter has gone. Cancel the task instead.")
    for task in tasks:
        act["by"].require(Permission.REVIEW, task.post_id)
        task.status, task.closed_at = Status.CANCELLED, act["now"]
        line = Line(kind="moved", before={"status": Status.OPEN}, after={"status": Status.CANCELLED})
        history.add(session, task, line, act)
        reminders.refresh(session, task, now=act["now"], installation=act["installation"])
    proposal.verdict, proposal.amended = Verdict.WAITING, None
    _note(session, proposal, act["by"])
    proposal.decided_by = proposal.decided_at = None
    session.flush()
    return proposal


def _note(
    session: Session, proposal: ProposalRecord, by: Actor, changed: Mapping[str, str] | None = None
) -> None:
    audit.add(
        session,
        "proposal decided",
        by=by,
        proposal=proposal.id,
        cable=proposal.cable_id,
        verdict=proposal.verdict,
        **(changed or {}),
    )


def _locked(session: Session, proposal_id: int, by: Actor) -> ProposalRecord:
    proposal = session.get(ProposalRecord, proposal_id, with_for_update=True, populate_existing=True)
    if proposal is None or not may_decide(session, proposal.cable_id, by):
        raise NotFound
    return proposal


def may_decide(session: Session, cable_id: int, by: Actor) -> bool:
    """Return whether the cable concerns a post for which the actor decides on asks."""
    posts = by.posts_where(Permission.REVIEW)
    return posts is None or sight.is_seen(session, cable_id, posts)


def _require_all(session: Session, proposal: ProposalRecord, by: Actor) -> None:
    """Raise Forbidden where the actor decides for some of the posts that are asked, but not for all.

    A name that is no post's own, such as a collective's, is for whoever decides everywhere.
    """
    posts = by.posts_where(Permission.REVIEW)
    if posts is None:
        return
    names = set(proposal.addressees or session.get_one(CableRecord, proposal.cable_id).header["to"])
    asked = set(session.scalars(select(Post.id).where(Post.name.in_(names))))
    if len(asked) < len(names) or not asked <= posts:
        raise Forbidden


def _tasks_of(session: Session, proposal_id: int) -> Sequence[Task]:
    return session.scalars(select(Task).where(Task.proposal_id == proposal_id).order_by(Task.id)).all()


def _as_it_stands(session: Session, proposal: ProposalRecord, change: Change | None) -> list[Task]:
    if change is not None and change.as_json() != (proposal.amended or {}):
        raise Conflict(f"This was already {proposal.verdict}{_by_whom(proposal)}. Change the task itself.")
    return list(_tasks_of(session, proposal.id))


def _by_whom(proposal: ProposalRecord) -> str:
    return f" by {proposal.decided_by}" if proposal.decided_by else ""


def _letter_has_gone(session: Session, tasks: Sequence[Task]) -> bool:
    spoken = (
        select(ReminderSlot.id)
        .join(OutgoingMessage)
        .where(ReminderSlot.task_id.in_([task.id for task in tasks]), OutgoingMessage.attempts > 0)
    )
    return session.scalar(spoken.limit(1)) is not None


def _wanted(session: Session, proposal: ProposalRecord, change: Change, book: PostBook) -> _Wanted:
    cable = session.get_one(CableRecord, proposal.cable_id)
    title = " ".join((change.title if change.title is not None else proposal.title).split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise Invalid({"title": f"Write a title of 1 to {LONGEST_TITLE} characters."})
    on = cable.sent_at.date() if cable.sent_at else None
    read = addressees.asked(proposal.addressees, book, on=on, exempt=cable.header.get("exempt", ()))
    found = addressees.asked(change.posts, book, on=on) if change.posts is not None else read
    if found.unresolved:
        raise Invalid({"posts": " ".join(missing.words for missing in found.unresolved)})
    if not found.posts:
        raise Invalid({"posts": "Nobody is asked. Choose the posts that must act."})
    due = _due_wanted(proposal, change)
    if change.due_on is not None:
        deadlines.require_after(due, cable)
    return _Wanted(
        cable=cable,
        title=title,
        posts=found.posts,
        due=due,
        is_as_read=change.due_on is None and not change.is_undated,
        owner_id=change.owner_id,
        owner=_name_of(session, change.owner_id),
        read_posts=tuple(post.designator for post in read.posts),
        note=edits.plain(change.note),
    )


def _name_of(session: Session, officer_id: int | None) -> str | None:
    """Return an officer's name; whether there is one, and he may own it, is asked at each post."""
    officer = session.get(Officer, officer_id) if officer_id is not None else None
    return officer.name if officer else None


def _due_wanted(proposal: ProposalRecord, change: Change) -> Due:
    if change.is_undated:
        return Due(on=None)
    if change.due_on is None:
        read = _due_read(proposal)
        return replace(read, time=change.due_time or read.time, zone=change.due_zone or read.zone)
    return Due(on=change.due_on, time=change.due_time, zone=change.due_zone)


def _due_read(proposal: ProposalRecord) -> Due:
    return Due(on=proposal.due_on, time=proposal.due_time, zone=proposal.due_zone)


def _make(
    session: Session, proposal: ProposalRecord, wanted: _Wanted, rows: Sequence[Post], act: Acting
) -> list[Task]:
    """Return a task for each post; those that a verdict taken back had cancelled are opened again."""
    known = {task.post_id: task for task in _tasks_of(session, proposal.id)}
    made: list[Task] = []
    before: list[str | None] = []
    for post, row in zip(wanted.posts, rows, strict=True):
        task = known.get(row.id)
        before.append(task.status if task else None)
        task = task or Task(post_id=row.id, cable_id=wanted.cable.id, deadline_version=0, version=0)
        _fill(task, proposal, wanted, post, act)
        made.append(task)
    session.add_all(made)
    session.flush()
    for post, task, status in zip(wanted.posts, made, before, strict=True):
        was, now = _changed_at(proposal, wanted, post, act["installation"].book)
        was |= {"status": status} if status else {}
        line = Line(kind="created", before=was, after=now | {"status": Status.OPEN}, note=wanted.note)
        history.add(session, task, line, act)
    reminders.refresh_all(session, made, now=act["now"], installation=act["installation"])
    session.flush()
    citations.look_back(session, wanted.cable, made, act["installation"].book)
    return made


def _fill(task: Task, proposal: ProposalRecord, wanted: _Wanted, post: places.Post, act: Acting) -> None:
    due = _due_columns(proposal, wanted, post, act["installation"].book)
    task.proposal_id, task.title, task.owner_id = proposal.id, wanted.title, wanted.owner_id
    task.quote, task.paragraph, task.due_quote = proposal.quote, proposal.paragraph, proposal.due_quote
    task.preferred_on = proposal.due_preferred_on if wanted.is_as_read else None
    task.precedence = precedence_for(wanted.cable, post, act["installation"].book)
    task.is_history = wanted.cable.is_history
    task.status, task.outcome, task.note = Status.OPEN, None, None
    task.closed_at, task.accepted_at = None, act["now"]
    task.originator_id = act["by"].officer_id
    task.deadline_version += 1
    for name, value in due.items():
        setattr(task, name, value)


def _changed_at(
    proposal: ProposalRecord, wanted: _Wanted, post: places.Post, book: PostBook
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a person changed of what the ask means at a post, before and after."""
    read = deadlines.counted_at(proposal, _due_read(proposal), post, wanted.cable, book).due
    due = wanted.due
    if wanted.is_as_read:
        due = deadlines.counted_at(proposal, due, post, wanted.cable, book).due
    return amended.differing(wanted.read(proposal, read), wanted.said(due))


def _due_columns(
    proposal: ProposalRecord, wanted: _Wanted, post: places.Post, book: PostBook
) -> dict[str, Any]:
    """Return the columns of the due at a post, explained from the cable's words to the moment."""
    read = CountedDue(due=wanted.due)
    if wanted.is_as_read:
        read = deadlines.counted_at(proposal, wanted.due, post, wanted.cable, book)
    due = deadlines.columns(read.due, post, wanted.cable, book)
    return due | {"due_explained": [*proposal.due_explained, *read.words, *due["due_explained"]]}
