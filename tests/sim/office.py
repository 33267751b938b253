"""What people do to the tasks while the engine runs: the services that the pages call, drawn by chance."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import reports
from tests.mail_world import World
from tracker.adapters import incoming
from tracker.domain import bounces
from tracker.domain.due import Due
from tracker.errors import TrackerError
from tracker.services import bulk, inbox, snoozes, tasks
from tracker.services.bulk import Act, Wish
from tracker.services.installation import Acting, Actor
from tracker.store.cables import CableRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.tasks import Task

SECRET, DOMAIN = "s" * 32, "bounces.example"
POSTS = ("LIMA", "CAIRO", "TOKYO")
OFFICERS = 4
BY = Actor.system("command")
Deed = Callable[[Session, Random], Any]


class Office:
    """The posts, the officers and their tasks, in a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.done: Counter[str] = Counter()
        self.deeds: dict[str, Deed] = {
            "new task": self._new,
            "complete": self._complete,
            "cancel": lambda session, chance: tasks.cancel(session, self._one(session, chance), **self._act),
            "reopen": lambda session, chance: tasks.reopen(session, self._one(session, chance), **self._act),
            "decline": self._decline,
            "move due": self._move_due,
            "assign": self._assign,
            "wait": self._wait,
            "go on": lambda session, chance: tasks.start(session, self._one(session, chance), **self._act),
            "snooze": self._snooze,
            "chase": self._chase,
            "bounce": self._bounce,
        }
        with world.transaction() as session:
            for name in POSTS:
                post = world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
                post.fallback = "desk@posts.example"
            world.cable(session)
            for n in range(OFFICERS):
                officer = world.officer(session, f"officer{n}")
                session.add(RoleGrant(officer_id=officer.id, role="manager" if n == 0 else "post staff"))

    @property
    def readers(self) -> list[str]:
        """The addresses that letters go to."""
        return [f"{name.lower()}@posts.example" for name in POSTS] + [
            f"officer{n}@officers.example" for n in range(OFFICERS)
        ]

    def do(self, name: str, chance: Random) -> None:
        """Do one thing to some task; what the rules do not allow changes nothing."""
        try:
            with self.world.transaction() as session:
                self.deeds[name](session, chance)
        except TrackerError:
            self.done[f"{name} not allowed"] += 1
        else:
            self.done[name] += 1

    @property
    def _act(self) -> Acting:
        return Acting(by=BY, now=self.world.now, installation=self.world.installation)

    def _one(self, session: Session, chance: Random) -> int:
        ids = session.scalars(select(Task.id).order_by(Task.id)).all()
        return chance.choice(ids) if ids else 0

    def _due(self, chance: Random) -> Due:
        return Due(on=(self.world.now + timedelta(days=chance.randint(1, 8))).date(), time="COB")

    def _new(self, session: Session, chance: Random) -> None:
        post = chance.choice(session.scalars(select(Post).order_by(Post.id)).all())
        officers = session.scalars(select(Officer.id).order_by(Officer.id)).all()
        owner = chance.choice([None, *officers])
        self.world.task(
            session,
            session.scalars(select(CableRecord)).one(),
            post,
            self._due(chance),
            owner_id=owner,
            originator_id=chance.choice(officers),
            precedence=chance.choice(["ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH"]),
        )

    def _complete(self, session: Session, chance: Random) -> None:
        tasks.complete(session, self._one(session, chance), outcome="delivered", **self._act)

    def _decline(self, session: Session, chance: Random) -> None:
        tasks.decline(session, self._one(session, chance), note="Not ours.", **self._act)

    def _move_due(self, session: Session, chance: Random) -> None:
        tasks.change_due(session, self._one(session, chance), due=self._due(chance), **self._act)

    def _assign(self, session: Session, chance: Random) -> None:
        officers = session.scalars(select(Officer.id).order_by(Officer.id)).all()
        tasks.assign(
            session, self._one(session, chance), owner_id=chance.choice([None, *officers]), **self._act
        )

    def _wait(self, session: Session, chance: Random) -> None:
        tasks.wait(session, self._one(session, chance), whom="the host government", **self._act)

    def _snooze(self, session: Session, chance: Random) -> None:
        until = (self.world.now + timedelta(days=chance.randint(1, 3))).date()
        snoozes.snooze(session, self._one(session, chance), until=until, **self._act)

    def _chase(self, session: Session, chance: Random) -> None:
        bulk.carry_out(session, [self._one(session, chance)], Wish(act=Act.CHASE), **self._act)

    def _bounce(self, session: Session, chance: Random) -> None:
        """Let a letter come back, also one that never went."""
        ids = session.scalars(select(OutgoingMessage.id).order_by(OutgoingMessage.id)).all()
        letter = chance.choice([*ids, 10_000])
        address = bounces.address_for(letter, secret=SECRET, domain=DOMAIN)
        mail = incoming.read(reports.report(said=f"550 5.1.1 no such user as of {letter}"))
        inbox.take(session, mail, address, now=self.world.now, installation=self.world.installation)
