"""Who must be reminded of a task, and since when: rows become the duties that domain.reminding reads."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from tracker.domain import reminding
from tracker.domain.places import PostBook
from tracker.domain.reminding import Duty, Reader, Slot, Standing
from tracker.domain.workdays import WASHINGTON, Calendar, Place, count_of
from tracker.services import ladders
from tracker.services.installation import Installation
from tracker.services.ladders import Holder, Managers
from tracker.store.cables import ContactRecord
from tracker.store.company import TaskPerson
from tracker.store.messages import ReminderSlot
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.queries import company
from tracker.store.queries.tasks import MOVES, Waits, waits_in
from tracker.store.tasks import Task, TaskEvent

NEW_DUE = ("due changed", "reopened")
NEW_HOLDER = ("taken", "assigned")
LADDER = (Standing.SUPERVISOR, Standing.DIRECTOR)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read for a batch of tasks at once."""

    events: dict[int, list[TaskEvent]]
    waits: dict[int, Waits]
    contacts: dict[int, list[ContactRecord]]
    company: dict[int, list[TaskPerson]]
    managers: Managers
    calendars: dict[str, Calendar]  # by address, of people and posts that the database knows
    installation: Installation


def with_relations(session: Session, ids: Sequence[int]) -> list[Task]:
    """Return the tasks of these ids, in order, with post, owner and cable read in one query."""
    wanted = (joinedload(Task.post), joinedload(Task.owner), joinedload(Task.cable))
    found = session.scalars(select(Task).where(Task.id.in_(ids)).options(*wanted)).unique()
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


def slots_taken(session: Session, task_ids: Collection[int]) -> dict[int, set[Slot]]:
    """Return the slots that stand already, by task."""
    columns = (
        ReminderSlot.task_id,
        ReminderSlot.rule,
        ReminderSlot.deadline_version,
        ReminderSlot.recipient,
    )
    taken: dict[int, set[Slot]] = defaultdict(set)
    for task_id, rule, version, recipient in session.execute(
        select(*columns).where(ReminderSlot.task_id.in_(task_ids))
    ):
        slot = Slot(task_id=task_id, rule=rule, deadline_version=version, recipient=recipient)
        taken[task_id].add(slot)
    return taken


def calendar_of(post: Post, book: PostBook) -> Calendar:
    """Return the calendar of a post's row; only week-ends are off where the tables do not know it."""
    found = book.find(post.name)
    return (
        book.calendar(found)
        if found
        else Calendar(place=Place(name=post.city, zone=post.zone), is_known=False)
    )


def is_allowed(address: str, installation: Installation) -> bool:
    """Return whether this installation may write to the address; no list of domains allows any."""
    domains = installation.settings.allowed_mail_domains
    return not domains or address.rpartition("@")[2] in {domain.lower() for domain in domains}


def read(
    session: Session, tasks: Sequence[Task], installation: Installation, *, is_whole: bool = False
) -> Known:
    """Return what duties are made of, for all these tasks at once; `is_whole`: with every history line."""
    task_ids, cable_ids = [task.id for task in tasks], {task.cable_id for task in tasks}
    wanted = select(TaskEvent).where(TaskEvent.task_id.in_(task_ids))
    if not is_whole:
        wanted = wanted.where(TaskEvent.kind.in_({*NEW_DUE, *NEW_HOLDER, *MOVES}))
    events: dict[int, list[TaskEvent]] = defaultdict(list)
    for event in session.scalars(wanted.order_by(TaskEvent.id)):
        events[event.task_id].append(event)
    contacts: dict[int, list[ContactRecord]] = defaultdict(list)
    for contact in session.scalars(
        select(ContactRecord)
        .where(ContactRecord.cable_id.in_(cable_ids), ContactRecord.confirmed_at.is_not(None))
        .where(ContactRecord.email.is_not(None))
        .order_by(ContactRecord.id)
    ):
        contacts[contact.cable_id].append(contact)
    beside: dict[int, list[TaskPerson]] = defaultdict(list)
    for person in company.of_tasks(session, task_ids):
        beside[person.task_id].append(person)
    addresses = {_folded(c.email) for found in contacts.values() for c in found}
    addresses |= {_folded(p.address) for found in beside.values() for p in found if p.address}
    addresses |= {_folded(a) for t in tasks for a in (t.post.supervisor, t.post.director) if a}
    calendars = _calendars_of(session, addresses, installation.book) if addresses else {}
    moves = (event for found in events.values() for event in found if event.kind in MOVES)
    waits = waits_in((event.task_id, event.at, event.after) for event in moves)
    chiefs = ladders.managers(session, [task.post for task in tasks])
    return Known(events, waits, contacts, beside, chiefs, calendars, installation)


def _calendars_of(session: Session, addresses: set[str], book: PostBook) -> dict[str, Calendar]:
    posts = session.scalars(select(Post).where(func.lower(Post.mailbox).in_(addresses)))
    known = {_folded(post.mailbox): calendar_of(post, book) for post in posts}
    officers = session.scalars(select(Officer).where(func.lower(Officer.email).in_(addresses)))
    return known | {_folded(officer.email): _officer_calendar(officer, book) for officer in officers}


def _duty(task: Task, known: Known) -> Duty:
    closed_as = "from an archive" if task.is_history else task.status if task.closed_at else None
    duty = Duty(
        task_id=task.id,
        deadline_version=task.deadline_version,
        calendar=calendar_of(task.post, known.installation.book),
        due_at=task.due_at,
        policy=known.installation.policies.of(task.post.name),
        precedence=task.precedence,
        arrived_at=task.cable.sent_at,
        closed_as=closed_as,
        waits=tuple(known.waits.get(task.id, ())),
    )
    return duty if closed_as else replace(duty, readers=_readers(task, known), steps=_steps(task, known))


def _readers(task: Task, known: Known) -> tuple[Reader, ...]:
    """Return who is written to, each address once: as the lead before all else, as a watcher last."""
    beside = _company(task, known)
    told = [
        *_responsible(task, known),
        *(reader for reader in beside if reader.standing is Standing.COORDINATOR),
        *_contacts(task, known),
        *(reader for reader in beside if reader.standing is Standing.WATCHER),
    ]
    found = {reader.address: reader for reader in reversed(told)}
    allowed = [reader for reader in found.values() if is_allowed(reader.address, known.installation)]
    return tuple(reversed(allowed))


def _responsible(task: Task, known: Known) -> list[Reader]:
    since = _since(task, known, (*NEW_DUE, *NEW_HOLDER))
    if task.owner is not None and task.owner.is_active and task.owner.email:
        return [
            Reader(
                address=_folded(task.owner.email),
                name=task.owner.name,
                standing=Standing.OWNER,
                calendar=_officer_calendar(task.owner, known.installation.book),
                since=since,
            )
        ]
    if task.post.mailbox is None:
        return []
    return [
        Reader(
            address=_folded(task.post.mailbox),
            name=task.post.name,
            standing=Standing.POST,
            calendar=calendar_of(task.post, known.installation.book),
            since=since,
        )
    ]


def _contacts(task: Task, known: Known) -> list[Reader]:
    since = _since(task, known, NEW_DUE)
    return [
        Reader(
            address=_folded(contact.email),
            name=contact.name or contact.email or "",
            standing=Standing.CONTACT,
            calendar=known.calendars.get(_folded(contact.email), known.installation.book.washington),
            since=max(since, contact.confirmed_at or since),
        )
        for contact in known.contacts[task.cable_id]
    ]


def _company(task: Task, known: Known) -> list[Reader]:
    since = _since(task, known, NEW_DUE)
    return [
        Reader(
            address=_folded(person.mail),
            name=person.name,
            standing=Standing(person.role),
            calendar=_calendar_beside(person, known),
            since=max(since, person.since_at),
        )
        for person in known.company[task.id]
        if person.mail
    ]


def _calendar_beside(person: TaskPerson, known: Known) -> Calendar:
    book = known.installation.book
    if person.officer is not None:
        return _officer_calendar(person.officer, book)
    if person.post is not None:
        return calendar_of(person.post, book)
    return known.calendars.get(_folded(person.address), book.washington)


def _steps(task: Task, known: Known) -> tuple[Reader | None, ...]:
    """Return who is told on each step of the ladder; who owes the task does not stand on it."""
    since = _since(task, known, NEW_DUE)
    holders = known.managers.holders(task.post)
    owing = [reader.address for reader in _responsible(task, known)]
    found: list[Reader | None] = []
    for standing, holder in zip(LADDER, holders, strict=True):
        reader = _step(holder, standing, since, calendar_of(task.post, known.installation.book), known)
        found.append(reader if reader is not None and reader.address not in owing else None)
    return tuple(found)


def _step(
    holder: Holder, standing: Standing, since: datetime, of_post: Calendar, known: Known
) -> Reader | None:
    address = ladders.address_of(holder)
    if address is None or not is_allowed(address, known.installation):
        return None
    if isinstance(holder, Officer):
        calendar = _officer_calendar(holder, known.installation.book)
        return Reader(address=address, name=holder.name, standing=standing, calendar=calendar, since=since)
    calendar = known.calendars.get(address, of_post)
    return Reader(address=address, name=address, standing=standing, calendar=calendar, since=since)


def _since(task: Task, known: Known, kinds: tuple[str, ...]) -> datetime:
    moments = [event.at for event in known.events[task.id] if event.kind in kinds]
    return max(moments, default=task.accepted_at)


def _folded(address: str | None) -> str:
    return (address or "").strip().lower()


def _officer_calendar(officer: Officer, book: PostBook) -> Calendar:
    """Return the calendar of the officer's zone: a post of his grants there, Washington, any post there."""
    for grant in officer.grants:
        if grant.post is not None and grant.post.zone == officer.zone:
            return calendar_of(grant.post, book)
    if officer.zone == WASHINGTON.zone:
        return book.washington
    there = next((post for post in book if post.zone == officer.zone), None)
    if there is not None:
        return book.calendar(there)
    name = officer.zone.rpartition("/")[2].replace("_", " ")
    return Calendar(place=Place(name=name, zone=officer.zone), is_known=False)


def next_moments(duties: Sequence[Duty], taken: dict[int, set[Slot]]) -> dict[int, datetime | None]:
    """Return the moment of each task's next reminder, None where no more is owed."""
    return {duty.task_id: reminding.next_moment(duty, taken.get(duty.task_id, set())) for duty in duties}
