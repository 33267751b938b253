"""Who is written to about a task at once: its owner, who stands in for him while he is away, else the post."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.reminding import Reader, Standing
from tracker.services import accounts, habits
from tracker.services.clocks import folded, officer_calendar
from tracker.services.installation import Acting
from tracker.services.readers import is_allowed
from tracker.store.cables import ContactRecord
from tracker.store.company import TaskPerson
from tracker.store.people import Officer
from tracker.store.queries import company, histories
from tracker.store.queries.histories import Contact
from tracker.store.tasks import Task
from tracker.texts import Later, later

CONTACT_WHY = later(
    "You get this because the cable names you as a point of contact; nothing is asked of you."
)
BESIDE_WHY = later(
    "You get this because your calendar has it: you coordinate or watch it, and nothing more is asked of you."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is written to, and for whom he stands in."""

    address: str
    name: str
    stands_in_for: str | None = None
    is_contact: bool = False  # of the cable: he is told, and owes nothing
    is_beside: bool = False  # the lead of the task: likewise

    @property
    def why(self) -> tuple[Later, ...]:
        """Why somebody gets a letter that another would have got, in a paragraph; none for that other."""
        if self.is_contact:
            return (CONTACT_WHY,)
        if self.is_beside:
            return (BESIDE_WHY,)
        if self.stands_in_for:
            return (later("You get this because you stand in for %(name)s.", name=self.stands_in_for),)
        return ()


def holder(session: Session, task: Task, act: Acting) -> Person | None:
    """Return who answers for the task and may be written to; None where that is nobody, or who acts himself."""
    if is_own(task, act):
        return None
    found = person(session, task.owner, act)
    if found is None:
        found = next(
            (one for one in _told(of_post(task), act) if not is_actor(session, one.address, act)), None
        )
    return found


def is_own(task: Task, act: Acting) -> bool:
    """Return whether the task is the acting officer's own."""
    return task.owner_id is not None and task.owner_id == act["by"].officer_id


def person(session: Session, officer: Officer | None, act: Acting) -> Person | None:
    """Return the officer, or who stands in for him now; None for who acts, and who may not be written to."""
    if officer is None or not officer.is_active or officer.id == act["by"].officer_id:
        return None
    stand_in = stand_in_of(session, officer, act)
    if stand_in is not None and is_actor(session, stand_in.address, act):
        return None
    if stand_in is not None:
        return Person(address=stand_in.address, name=stand_in.name, stands_in_for=officer.name)
    if not is_allowed(folded(officer.email), act["installation"]):
        return None
    return Person(address=folded(officer.email), name=officer.name)


def stand_in_of(session: Session, officer: Officer, act: Acting) -> Reader | None:
    """Return who gets the officer's letters today, on the officer's clock; None where he is not away."""
    book = act["installation"].book
    reader = Reader(
        address=folded(officer.email),
        name=officer.name,
        standing=Standing.OWNER,
        calendar=officer_calendar(officer, book),
        since=act["now"],
    )
    known = habits.read(session, [officer], book)
    reader = known.dressed(reader, officer, lambda address: is_allowed(address, act["installation"]))
    absence = reader.absence_on(reader.calendar.local_day(act["now"]))
    return absence.stand_in if absence is not None else None


def is_actor(session: Session, address: str, act: Acting) -> bool:
    """Return whether it is the address of who acts."""
    by = act["by"]
    acting = session.get(Officer, by.officer_id) if by.officer_id is not None else None
    return address == by.address or (acting is not None and folded(acting.email) == address)


def everybody(session: Session, task: Task, owner: Officer | None, act: Acting) -> list[Person]:
    """Return whom letters of a task of this owner may have reached, each once, who acts himself too.

    They are the owner, the post, the points of contact, who stands beside the lead, and who stands in for them now.
    """
    found = [
        *of_officer(session, owner, act),
        *of_post(task),
        *_of_cable(session, task),
        *_beside(session, task, act),
    ]
    return _told(found, act)


def of_officer(session: Session, officer: Officer | None, act: Acting) -> list[Person]:
    """Return the officer, and who stands in for him now; nobody for one who has left."""
    if officer is None or not officer.is_active:
        return []
    stand_in = stand_in_of(session, officer, act)
    instead = (
        [Person(address=stand_in.address, name=stand_in.name, stands_in_for=officer.name)] if stand_in else []
    )
    return [Person(address=folded(officer.email), name=officer.name), *instead]


def of_post(task: Task) -> list[Person]:
    """Return the mailbox of the task's post; none where it has none."""
    address = folded(task.post.mailbox)
    return [Person(address=address, name=task.post.name)] if address else []


def of_companion(session: Session, one: TaskPerson, act: Acting) -> list[Person]:
    """Return who stands beside a task, and who stands in for him now."""
    stand_in = stand_in_of(session, one.officer, act) if one.officer is not None else None
    names = {folded(one.mail): one.name} | ({stand_in.address: stand_in.name} if stand_in else {})
    return [Person(address=address, name=name, is_beside=True) for address, name in names.items() if address]


def formerly(session: Session, task: Task, addresses: Collection[str], act: Acting) -> list[Person]:
    """Return which of these addresses are of officers who may still see the task: who stood in for somebody, say."""
    address = func.lower(func.trim(Officer.email))
    officers = select(Officer).where(address.in_(addresses), Officer.is_active).order_by(Officer.id)
    found = [
        Person(address=folded(one.email), name=one.name)
        for one in session.scalars(officers)
        if accounts.actor_of(one, "letter").may(Permission.READ_TASKS, task.post_id)
    ]
    return _told(found, act)


def contacts(session: Session, task: Task, act: Acting) -> list[Person]:
    """Return the points of contact of the task's cable who may be written to, each once, and not who acts himself."""
    found = _told(_of_cable(session, task), act)
    return [one for one in found if not is_actor(session, one.address, act)]


def _of_cable(session: Session, task: Task) -> list[Person]:
    named = histories.contacts(session, [task.cable_id], written_to=True)
    return [of_contact(one) for one in named]


def of_contact(one: Contact | ContactRecord) -> Person:
    """Return a point of contact as one who is written to."""
    address = folded(one.email)
    return Person(address=address, name=one.name or address, is_contact=True)


def _beside(session: Session, task: Task, act: Acting) -> list[Person]:
    known = company.of_tasks(session, [task.id])
    return [person for one in known for person in of_companion(session, one, act)]


def _told(people: Iterable[Person], act: Acting) -> list[Person]:
    """Return those who may be written to, each address once."""
    found: dict[str, Person] = {}
    for one in people:
        if is_allowed(one.address, act["installation"]):
            found.setdefault(one.address, one)
    return list(found.values())
