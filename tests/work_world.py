"""A small invented world for tests of the work: cables to take in, officers, and a clock to set."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from tracker.adapters import places, policies
from tracker.domain.places import PostBook
from tracker.runtime import Runtime
from tracker.services import accounts, ingestion, review
from tracker.services.accounts import NewOfficer
from tracker.services.ingestion import Ingested
from tracker.services.installation import Acting, Actor, Installation
from tracker.settings import Settings
from tracker.store import base
from tracker.store.people import Officer
from tracker.store.tasks import Task

MONDAY = datetime(2009, 4, 20, 20, 0, tzinfo=UTC)
SYSTEM = Actor.system("command")
BODY = """1. SUMMARY: The ministry was told of the survey in March.

2. ACTION REQUEST: Embassy is requested to propose the visit
to the foreign ministry. Please report the host government's
response by COB April 30.

3. Washington point of contact is Marian Oakley, ISN/CPI,
OakleyM@state.example, 202-555-0143.
"""


def cable(
    *,
    to: tuple[str, ...] = ("AMEMBASSY LIMA",),
    number: str = "041207",
    body: str = BODY,
    line: str = "UNCLAS",
) -> str:
    """Return a cable in the form that cables have, of 20 April 2009."""
    addressees = "\n".join((f"TO {to[0]} PRIORITY 0000", *(f"{name} PRIORITY 0000" for name in to[1:])))
    return (
        f"P 201912Z APR 09\nFM SECSTATE WASHDC\n{addressees}\nINFO AMEMBASSY QUITO 0000\n"
        f"{line} STATE {number}\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PARM PREL PE\n"
        f"SUBJECT: PROPOSING A VISIT\n\n{body}HALVORSEN\n"
    )


@cache
def book() -> PostBook:
    """Return the posts of the installation, read once."""
    return places.load_book()


@dataclass
class World:
    """A runtime on a test's database; `now` is its clock, which stands still until it is set."""

    database_url: str
    home: Path
    now: datetime = MONDAY
    settings: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the database."""
        settings = Settings(database_url=self.database_url, home=self.home, **self.settings)
        engine = base.create(self.database_url)
        self.runtime = Runtime(
            settings=settings,
            engine=engine,
            sessions=base.session_factory(engine),
            clock=lambda: self.now,
            installation=Installation(settings=settings, book=book(), policies=policies.load()),
        )

    def act(self, by: Actor = SYSTEM) -> Acting:
        """Return the last words of a use case."""
        return Acting(by=by, now=self.now, installation=self.runtime.installation)

    def transaction(self) -> Any:
        """Open the one transaction of an entry point."""
        return self.runtime.transaction()

    def reading(self) -> Any:
        """Open a transaction that only reads."""
        return self.runtime.reading()

    def ingest(self, text: str = "", **words: Any) -> Ingested:
        """Take a cable in, in a transaction of its own."""
        with self.transaction() as session:
            return ingestion.ingest(session, text or cable(), source="page", **words, **self.act())

    def tasks(self, text: str = "") -> list[Task]:
        """Take a cable in and accept all it asks."""
        cable_id = self.ingest(text).cable.id
        with self.transaction() as session:
            return review.accept_all(session, cable_id, **self.act())

    def officer(self, login: str, *roles: tuple[str, str | None]) -> Actor:
        """Add an officer with roles at posts (None: everywhere) and return the one who acts."""
        new = NewOfficer(login=login, name=login.title(), email=f"{login}@state.example", zone="America/Lima")
        with self.transaction() as session:
            officer = accounts.create_officer(session, new, by=SYSTEM)
            for role, post in roles:
                accounts.grant(session, officer.id, role, by=SYSTEM, post=post, book=book())
            return accounts.actor_of(officer, "page")


def one(session: Session, task_id: int) -> Task:
    """Return a task as it stands in the database."""
    return session.get_one(Task, task_id)


def officer_row(session: Session, actor: Actor) -> Officer:
    """Return the row of an officer who acts."""
    return session.get_one(Officer, actor.officer_id)
