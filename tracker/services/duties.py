"""Who must be reminded of a task, and since when: rows become the duties that domain.reminding reads."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from tracker.domain.lifecycle import WHOM
from tracker.domain.places import PostBook
from tracker.domain.reminding import Duty, Interim, Promise, Slot, Snooze
from tracker.domain.workdays import Calendar, count_of
from tracker.services import habits, ladders
from tracker.services.clocks import calendar_of, folded, officer_calendar
from tracker.services.installation import Installation
from tracker.services.readers import NEW_DUE, NEW_HOLDER, Known, readers_of, steps_of
from tracker.store.messages import ReminderSlot
from tracker.store.people import Officer
from tracker.store.queries import recipients, surroundings
from tracker.store.queries.recipients import Recipients
from tracker.store.queries.surroundings import Surroundings
from tracker.store.queries.tasks import MOVES, waits_in
from tracker.store.tasks import Task

PROMISED = "promised"  # the history line of a promise
TELLING = frozenset({*NEW_DUE, *NEW_HOLDER, *MOVES, PROMISED})  # the lines that duties are read from

# What is read with tasks; their owners' grants come with `read`, for everybody at once.
RELATED = (
    joinedload(Task.post),
    joinedload(Task.owner).lazyload(Officer.grants),
    joinedload(Task.cable),
)


def with_relations(session: Session, ids: Sequence[int]) -> list[Task]:
    """Return the tasks of these ids, in order, with post, owner and cable read in one query."""
    found = session.scalars(select(Task).where(Task.id.in_(ids)).options(*RELATED)).unique()
    by_id = {task.id: task for task in found}
    return [by_id[n] for n in ids]


def load(
    session: Session, tasks: Sequence[Task], installation: Installation, known: Known | None = None
) -> list[Duty]:
    """Return a duty for each task, in order: its calendar, due, and the readers it has now.

    `known` is what `read` found for these tasks, where the caller has read it already.
    """
    found = known or read(session, tasks, installation)
    return [_duty(task, found) for task in tasks]


def put_count(task: Task, duty: Duty) -> None:
    """Store with the task which days it is late count: boards sort and count by it."""
    found = None
    if duty.due_at is not None:
        found = count_of(
            duty.calendar,
            duty.due_at,
            arrived_at=task.cable.sent_at,
            waits=duty.waits,
            closed_at=task.closed_at,
        )
    task.counts_after, task.counts_until = (found.after, found.until) if found else (None, None)


def slots_taken(session: Session, task_ids: Collection[int]) -> dict[int, dict[Slot, datetime]]:
    """Return the slots that stand already, by task, each with when its letter was written."""
    columns = (
        ReminderSlot.task_id,
        ReminderSlot.rule,
        ReminderSlot.deadline_version,
        ReminderSlot.recipient,
        ReminderSlot.offered_at,
    )
    taken: dict[int, dict[Slot, datetime]] = defaultdict(dict)
    for task_id, rule, version, recipient, at in session.execute(
        select(*columns).where(ReminderSlot.task_id.in_(task_ids))
    ):
        slot = Slot(task_id=task_id, rule=rule, deadline_version=version, recipient=recipient)
        taken[task_id][slot] = at
    return taken


def read(
    session: Session,
    tasks: Sequence[Task],
    installation: Installation,
    *,
    is_whole: bool = False,
    lacks: frozenset[str] = frozenset(),
) -> Known:
    """Return what duties are made of, for all these tasks at once.

    `is_whole`: with every history line and every point of contact, as a task's page shows them.
    `lacks`: what the tasks are known to have none of (see store.queries.whole_tasks.BESIDE): it is not asked for.
    """
    task_ids, cable_ids = [task.id for task in tasks], {task.cable_id for task in tasks}
    kinds = None if is_whole else TELLING
    around = surroundings.of_tasks(session, task_ids, cable_ids, kinds=kinds, lacks=lacks)
    moves = (event for found in around.lines.values() for event in found if event.kind in MOVES)
    waits = waits_in((event.task_id, event.at, event.after) for event in moves)
    chiefs = ladders.managers(session, [task.post for task in tasks])
    leads = [*(t.owner for t in tasks), *(p.officer for own in around.company.values() for p in own)]
    officers = {one for one in (*leads, *(grant.officer for grant in chiefs.grants)) if one is not None}
    reached = recipients.read(
        session,
        addresses=_addresses(tasks, around),
        officers=habits.instead_of(officers) | _without_grants(leads),
        away=habits.away_of(officers),
    )
    return Known(
        events=around.lines,
        waits=waits,
        contacts=around.contacts,
        company=around.company,
        managers=chiefs,
        habits=habits.among(reached, officers, installation.book),
        calendars=_calendars(reached, installation.book),
        installation=installation,
        lacks=lacks,
    )


def _addresses(tasks: Sequence[Task], around: Surroundings) -> set[str]:
    """Return the bare addresses that letters may go to, folded: whose they are says on which clock."""
    found = {folded(c.email) for own in around.contacts.values() for c in own if c.is_written_to}
    found |= {folded(p.address) for own in around.company.values() for p in own if p.address}
    return found | {folded(a) for t in tasks for a in (t.post.supervisor, t.post.director) if a}


def _without_grants(officers: Iterable[Officer | None]) -> set[int]:
    """Return those whose grants are to be read; a manager's are told by what he manages."""
    return {one.id for one in officers if one is not None and "grants" not in vars(one)}


def _calendars(reached: Recipients, book: PostBook) -> dict[str, Calendar]:
    known = {folded(post.mailbox): calendar_of(post, book) for post in reached.posts}
    return known | {folded(one.email): officer_calendar(one, book) for one in reached.officers.values()}


def _duty(task: Task, known: Known) -> Duty:
    closed_as = "from an archive" if task.is_history else task.status if task.closed_at else None
    duty = Duty(
        task_id=task.id,
        deadline_version=task.deadline_version,
        calendar=calendar_of(task.post, known.installation.book),
        due_at=task.due_at,
        policy=known.installation.policies.of(task.post.name, task.own_policy),
        policy_since=task.own_policy_at,
        precedence=task.precedence,
        arrived_at=task.cable.sent_at,
        closed_as=closed_as,
        waits=tuple(known.waits.get(task.id, ())),
        waits_for=WHOM.get(task.waits_for) if task.waits_for else None,
        snooze=_snooze(task),
        promises=_promises(task, known),
        interim=_interim(task),
    )
    return duty if closed_as else replace(duty, readers=readers_of(task, known), steps=steps_of(task, known))


def _snooze(task: Task) -> Snooze | None:
    if task.snoozed_at is None or task.snoozed_until is None:
        return None
    return Snooze(since=task.snoozed_at, until=task.snoozed_until)


def _promises(task: Task, known: Known) -> tuple[Promise, ...]:
    said = (event for event in known.events[task.id] if event.kind == PROMISED)
    days = ((event.at, event.after.get("promised_on")) for event in said)
    return tuple(Promise(made_at=at, on=date.fromisoformat(day) if day else None) for at, day in days)


def _interim(task: Task) -> Interim | None:
    if task.interim_at is None:
        return None
    return Interim(at=task.interim_at, what=task.interim_what or "", version=task.interim_version)
