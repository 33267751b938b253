"""A small invented world for tests of mail: a cable, posts, officers, tasks, and a clock to set."""

import itertools
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.adapters import places
from tracker.adapters.letters import Writer
from tracker.domain import due
from tracker.domain.due import Due
from tracker.domain.policy import Policies, Policy
from tracker.runtime import Runtime
from tracker.services import clocks, reminder_plans, reminders
from tracker.services.installation import Installation
from tracker.services.reminder_plans import PlannedReminder
from tracker.settings import Settings
from tracker.store import base
from tracker.store.cables import CableRecord, ContactRecord, PaperRecord, ProposalRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.tasks import Task, TaskEvent

SENT = datetime(2008, 7, 31, 21, 8, tzinfo=UTC)
ACCEPTED = datetime(2008, 8, 1, 11, 0, tzinfo=UTC)  # Fri, 07:00 Washington, 06:00 Mexico City
POSITIONS = itertools.count(1)
QUOTE = "Embassy is requested to report the host government's response to the proposed visit by COB August 6."


@cache
def book() -> Any:
    return places.load_book()


def at(words: str) -> datetime:
    """Return the UTC moment written "2008-08-05 13:00"."""
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


@dataclass
class World:
    """A runtime on a test's database; `now` is its clock, which stands still until it is set."""

    database_url: str
    home: Path
    smtp_url: str = "smtp://127.0.0.1:9"
    now: datetime = ACCEPTED
    policy: Policy = field(default_factory=Policy)
    settings: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = Settings(
            database_url=self.database_url,
            home=self.home,
            smtp_url=self.smtp_url,
            mail_from="tracker@tracker.example",
            base_url="https://tracker.example",
        )
        settings = replace(settings, **self.settings)
        engine = base.create(self.database_url)
        self.runtime = Runtime(
            settings=settings,
            engine=engine,
            sessions=base.session_factory(engine),
            clock=lambda: self.now,
            installation=Installation(settings=settings, book=book(), policies=Policies(general=self.policy)),
        )

    @property
    def installation(self) -> Installation:
        return self.runtime.installation

    def close(self) -> None:
        self.runtime.engine.dispose()

    def transaction(self) -> Any:
        return self.runtime.transaction()

    def reading(self) -> Any:
        return self.runtime.reading()

    def post(self, session: Session, name: str, mailbox: str | None = None) -> Post:
        found = book().find(name)
        post = Post(
            name=name,
            city=found.place.name,
            country=found.country,
            zone=found.zone,
            kind=found.kind.value,
            mailbox=mailbox,
        )
        session.add(post)
        session.flush()
        return post

    def officer(self, session: Session, login: str, zone: str = "America/New_York") -> Officer:
        officer = Officer(login=login, name=login.title(), email=f"{login}@officers.example", zone=zone)
        session.add(officer)
        session.flush()
        return officer

    def cable(self, session: Session, number: str = "STATE 900733", **values: Any) -> CableRecord:
        cable = CableRecord(
            key=number,
            canonical_id=number,
            mrn=number,
            sent_at=SENT,
            header={},
            source="command",
            received_at=SENT,
        )
        for name, value in values.items():
            setattr(cable, name, value)
        session.add(cable)
        session.flush()
        return cable

    def contact(self, session: Session, cable: CableRecord, name: str, **values: Any) -> ContactRecord:
        surname = name.rpartition(" ")[2].lower()
        email = f"{surname}@desk.example"
        contact = ContactRecord(
            cable_id=cable.id, name=name, email=email, phone="202-555-0101", quote="", spans=[]
        )
        for key, value in values.items():
            setattr(contact, key, value)
        session.add(contact)
        session.flush()
        return contact

    def paper(self, session: Session, cable: CableRecord, text: str, **values: Any) -> None:
        row = {
            "kind": "paper",
            "passing": "allowed",
            "first_words": "",
            "last_words": "",
            "spans": [],
        } | values
        session.add(PaperRecord(cable_id=cable.id, text=text, **row))
        session.flush()

    def task(
        self, session: Session, cable: CableRecord, post: Post, said: Due | None = None, **values: Any
    ) -> Task:
        """Add an accepted task, due 6 August at COB there unless told otherwise, and plan its reminders."""
        said = said or Due(on=date(2008, 8, 6), time="COB")
        proposal = self.proposal(session, cable)
        place = clocks.calendar_of(post, book()).place
        task = Task(
            cable_id=cable.id,
            proposal_id=proposal.id,
            post_id=post.id,
            title="Report host government's response",
            quote=QUOTE,
            paragraph=4,
            due_on=said.on,
            due_time=said.time,
            due_zone=due.place_meant(said, place).zone if said.on else None,
            due_at=due.due_at(said, place),
            due_explained=[],
            accepted_at=self.now,
        )
        for name, value in values.items():
            setattr(task, name, value)
        session.add(task)
        session.flush()
        reminders.refresh(session, task, now=self.now, installation=self.installation)
        return task

    def proposal(self, session: Session, cable: CableRecord) -> ProposalRecord:
        proposal = ProposalRecord(
            cable_id=cable.id,
            version=1,
            position=next(POSITIONS),
            kind="ask",
            title="",
            quote=QUOTE,
            spans=[],
            addressees=[],
            due_explained=[],
        )
        session.add(proposal)
        session.flush()
        return proposal

    def event(self, session: Session, task: Task, kind: str, **values: Any) -> None:
        """Change a task as a verb would: one history line, then its reminders are planned again."""
        for name, value in values.items():
            setattr(task, name, value)
        session.add(
            TaskEvent(task_id=task.id, at=self.now, by="x", way="page", kind=kind, before={}, after={})
        )
        reminders.refresh(session, task, now=self.now, installation=self.installation)


def offer(world: World, now: str | None = None) -> int:
    if now is not None:
        world.now = at(now)
    with world.transaction() as session:
        return reminders.offer(
            session, world.now, world.installation, write=Writer(world.runtime.settings).write
        )


def plan_of(world: World, task_id: int) -> list[PlannedReminder]:
    with world.reading() as session:
        task = session.get_one(Task, task_id)
        return reminder_plans.outlook(session, task, now=world.now, installation=world.installation).letters


def coming(world: World, task_id: int) -> list[tuple[str, str]]:
    return [(one.recipient, one.rule) for one in plan_of(world, task_id) if one.state == "planned"]


def one_task(world: World, mailbox: str | None = "mexico@posts.example", **values: object) -> int:
    with world.transaction() as session:
        post = world.post(session, "AMEMBASSY MEXICO", mailbox)
        return world.task(session, world.cable(session), post, **values).id


def three_letters(world: World, smtp_url: str, morning: datetime) -> World:
    """Return the world on that relay, with three posts' letters owed that morning."""
    world.smtp_url = smtp_url
    world.__post_init__()
    with world.transaction() as session:
        cable = world.cable(session)
        for name in ("MEXICO", "LIMA", "QUITO"):
            world.task(
                session, cable, world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
            )
    world.now = morning
    return world


def messages(world: World) -> list[tuple[str, str, str | None]]:
    with world.reading() as session:
        rows = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id))
        return [(row.recipient, row.state, row.error) for row in rows]
