"""Who is written to about a task at once: its owner, who stands in for him while he is away, else the post."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from tracker.domain.reminding import Reader, Standing
from tracker.services import habits
from tracker.services.clocks import folded, officer_calendar
from tracker.services.installation import Acting
from tracker.services.readers import is_allowed
from tracker.store.people import Officer
from tracker.store.queries import company, histories
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
    address = folded(task.post.mailbox)
    if found is None and address and is_allowed(address, act["installation"]):
        return Person(address=address, name=task.post.name)
    return found


def is_own(task: Task, act: Acting) -> bool:
    """Return whether the task is the acting officer's own."""
    return task.owner_id is not None and task.owner_id == act["by"].officer_id


def person(session: Session, officer: Officer | None, act: Acting) -> Person | None:
    """Return the officer, or who stands in for him now; None for who acts, and who may not be written to."""
    if officer is None or not officer.is_active or officer.id == act["by"].officer_id:
        return None
    stand_in = stand_in_of(session, officer, act)
    if stand_in is not None and _is_actor(session, stand_in.address, act):
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


def _is_actor(session: Session, address: str, act: Acting) -> bool:
    acting = session.get(Officer, act["by"].officer_id) if act["by"].officer_id is not None else None
    return acting is not None and folded(acting.email) == address


def contacts(session: Session, task: Task, act: Acting) -> list[Person]:
    """Return the points of contact of the task's cable who may be written to, each once, and not who acts himself."""
    found: dict[str, Person] = {}
    for one in histories.contacts(session, [task.cable_id], written_to=True):
        address = folded(one.email)
        if is_allowed(address, act["installation"]) and not _is_actor(session, address, act):
            found[address] = Person(address=address, name=one.name or address, is_contact=True)
    return list(found.values())


def beside(session: Session, task: Task, act: Acting) -> list[Person]:
    """Return who stands beside the task's lead, and who stands in for him now; each once, and not who acts himself."""
    found: dict[str, Person] = {}
    for one in company.of_tasks(session, [task.id]):
        stand_in = stand_in_of(session, one.officer, act) if one.officer is not None else None
        names = {folded(one.mail): one.name} | ({stand_in.address: stand_in.name} if stand_in else {})
        for address, name in names.items():
            is_good = address and is_allowed(address, act["installation"])
            if is_good and not _is_actor(session, address, act):
                found[address] = Person(address=address, name=name, is_beside=True)
    return list(found.values())
