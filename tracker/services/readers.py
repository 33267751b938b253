"""Who is written to about a task: its lead, who stands beside it, its points of contact, the ladder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.reminding import Reader, Standing
from tracker.domain.workdays import Calendar
from tracker.services import ladders
from tracker.services.clocks import calendar_of, folded, officer_calendar
from tracker.services.habits import Habits
from tracker.services.installation import Installation
from tracker.services.ladders import Holder, Managers
from tracker.store.company import TaskPerson
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.queries.histories import Contact, HistoryLine
from tracker.store.queries.tasks import Waits
from tracker.store.tasks import Task

NEW_DUE = ("due changed", "reopened")
NEW_HOLDER = ("taken", "assigned")
LADDER = (Standing.SUPERVISOR, Standing.DIRECTOR)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read for a batch of tasks at once."""

    events: dict[int, list[HistoryLine]]
    waits: dict[int, Waits]
    contacts: dict[int, list[Contact]]
    company: dict[int, list[TaskPerson]]
    managers: Managers
    habits: Habits
    calendars: dict[str, Calendar]  # by address, of people and posts that the database knows
    installation: Installation
    lacks: frozenset[str] = frozenset()  # see store.queries.whole_tasks.BESIDE

    def addresses_of_officers(self, task: Task) -> dict[int, str]:
        """Return the addresses of the officers who lead, stand beside the task or stand in, by their ids."""
        beside = (person.officer for person in self.company.get(task.id, ()))
        officers = [task.owner, *beside, *self.habits.others.values()]
        return {one.id: folded(one.email) for one in officers if one is not None}


def is_allowed(address: str, installation: Installation) -> bool:
    """Return whether this installation may write to the address; no list of domains allows any."""
    domains = installation.settings.allowed_mail_domains
    return not domains or address.rpartition("@")[2] in {domain.lower() for domain in domains}


def readers_of(task: Task, known: Known) -> tuple[Reader, ...]:
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
    since = since_of(task, known, (*NEW_DUE, *NEW_HOLDER))
    if task.owner is not None and task.owner.is_active and task.owner.email:
        return [_officer(task.owner, Standing.OWNER, since, known)]
    if task.post.mailbox is None:
        return []
    return [
        Reader(
            address=folded(task.post.mailbox),
            name=task.post.name,
            standing=Standing.POST,
            calendar=calendar_of(task.post, known.installation.book),
            since=since,
        )
    ]


def _contacts(task: Task, known: Known) -> list[Reader]:
    since = since_of(task, known, NEW_DUE)
    return [
        Reader(
            address=folded(contact.email),
            name=contact.name or contact.email or "",
            standing=Standing.CONTACT,
            calendar=known.calendars.get(folded(contact.email), known.installation.book.washington),
            since=max(since, contact.confirmed_at or since),
        )
        for contact in known.contacts[task.cable_id]
        if contact.is_written_to
    ]


def _company(task: Task, known: Known) -> list[Reader]:
    since = since_of(task, known, NEW_DUE)
    return [
        _beside(person, max(since, person.since_at), known)
        for person in known.company[task.id]
        if person.mail
    ]


def _beside(person: TaskPerson, since: datetime, known: Known) -> Reader:
    book, standing = known.installation.book, Standing(person.role)
    if person.officer is not None:
        return _officer(person.officer, standing, since, known)
    here = known.calendars.get(folded(person.address), book.washington)
    calendar = calendar_of(person.post, book) if person.post is not None else here
    return Reader(
        address=folded(person.mail), name=person.name, standing=standing, calendar=calendar, since=since
    )


def _officer(
    officer: Officer,
    standing: Standing,
    since: datetime,
    known: Known,
    posts: Sequence[Post] | None = None,
) -> Reader:
    """Return an officer as a reader, with the wishes and stand-ins he has set."""
    reader = Reader(
        address=folded(officer.email),
        name=officer.name,
        standing=standing,
        calendar=officer_calendar(officer, known.installation.book, posts),
        since=since,
    )
    return known.habits.dressed(reader, officer, lambda address: is_allowed(address, known.installation))


def steps_of(task: Task, known: Known) -> tuple[Reader | None, ...]:
    """Return who is told on each step of the ladder; who owes the task does not stand on it."""
    since = since_of(task, known, NEW_DUE)
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
        return _officer(holder, standing, since, known, known.managers.posts_of(holder))
    calendar = known.calendars.get(address, of_post)
    return Reader(address=address, name=address, standing=standing, calendar=calendar, since=since)


def since_of(task: Task, known: Known, kinds: tuple[str, ...]) -> datetime:
    """Return when the last line of these kinds was written, else when the task was accepted."""
    moments = [event.at for event in known.events[task.id] if event.kind in kinds]
    return max(moments, default=task.accepted_at)
