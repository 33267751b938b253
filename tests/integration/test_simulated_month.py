"""The plan is what is sent: a simulated month equals it line by line, whatever people have said before."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from tests.mail_world import World, at
from tracker.domain.due import Due
from tracker.domain.letter import Letter, Written
from tracker.domain.policy import Policies, Policy
from tracker.services import (
    absences,
    interims,
    letter_wishes,
    own_policies,
    promises,
    reminder_plans,
    reminders,
    snoozes,
    tasks,
)
from tracker.services.absences import Away
from tracker.services.installation import Actor, Installation
from tracker.services.letter_wishes import Wanted
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.people import RoleGrant
from tracker.store.tasks import Task

START = at("2008-08-04 17:00")  # Monday
POSTS = ("MEXICO", "CAIRO", "TOKYO", "LIMA")
DAYS = 30
Line = tuple[datetime, str, tuple[tuple[int, str], ...]]


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path, now=at("2008-07-21 15:00"))
    held = world.runtime.installation
    policies = Policies(places={"AMEMBASSY LIMA": Policy(before=(3, 2), ladder=(2, 4), after=2)})
    object.__setattr__(
        world.runtime,
        "installation",
        Installation(settings=held.settings, book=held.book, policies=policies),
    )
    yield world
    world.close()


def people(world: World, chance: random.Random) -> list[int]:
    """Make posts, officers who work everywhere, a manager, and tasks; return the tasks."""
    made: list[int] = []
    with world.transaction() as session:
        cable = world.cable(session, sent_at=at("2008-07-18 15:00"))
        world.contact(session, cable, "Ruth Calder", confirmed_at=world.now)
        for login in ("reyes", "haddad", "okafor"):
            zone = chance.choice(["America/Mexico_City", "Africa/Cairo", "Asia/Tokyo"])
            officer = world.officer(session, login, zone)
            officer.grants.append(RoleGrant(role="desk officer"))
        chief = world.officer(session, "chief")
        chief.grants.append(RoleGrant(role="manager"))
        session.flush()
        for name in POSTS:
            post = world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
            for _ in range(3):
                on = date(2008, 7, 28) + timedelta(days=chance.randrange(0, 45))
                said = Due(on=on, time="COB") if chance.random() < 0.8 else Due(on=None)
                owner = chance.choice([1, 2, 3, None])
                precedence = chance.choice(["ROUTINE", "IMMEDIATE", "FLASH"])
                task = world.task(session, cable, post, said, owner_id=owner, precedence=precedence)
                made.append(task.id)
    return made


def say(world: World, chance: random.Random, made: list[int]) -> None:
    """Say things of the tasks and of the officers' letters, as people do in a day."""
    system: Any = {"by": Actor.system("command"), "now": world.now, "installation": world.installation}
    today = world.now.date()
    with world.transaction() as session:
        for task_id in made:
            day = today + timedelta(days=chance.randrange(2, 20))
            match chance.randrange(7):
                case 0:
                    snoozes.snooze(session, task_id, until=day, **system)
                case 1:
                    promises.promise(session, task_id, on=day, **system)
                case 2:
                    tasks.wait(session, task_id, whom="host government", note="the ministry", **system)
                case 3:
                    own_policies.set_policy(
                        session, task_id, values={"before": [7, 1], "after_every": 3}, **system
                    )
                case 4 if session.get_one(Task, task_id).due_at is None:
                    interims.set_interim(session, task_id, due=Due(on=day), **system)
                case 5:
                    tasks.start(session, task_id, **system)
                case _:
                    pass
        first, last = today + timedelta(days=3), today + timedelta(days=12)
        away = Away(stand_in_id=2, first_on=first, last_on=last)
        absences.add(session, 1, away, **system)
        own = {**system, "by": Actor(name="Okafor", way="page", officer_id=3)}
        wanted = Wanted(at_once=True, days=(0, 2), early=False, late=False, late_to_id=2)
        letter_wishes.set_wishes(session, 3, wanted, **own)


def offer(world: World, now: str | None = None) -> None:
    """Write what is owed, in letters without words: only when and to whom counts here."""
    world.now = at(now) if now else world.now
    with world.transaction() as session:
        reminders.offer(session, world.now, world.installation, write=blank)


def blank(letter: Letter) -> Written:
    return Written(message_id=f"<{uuid4().hex}@tracker.example>", subject=letter.recipient, data=b"")


def plan(world: World) -> list[Line]:
    with world.transaction() as session:
        letters = reminder_plans.plan(session, now=world.now, days=DAYS, installation=world.installation)
    return [
        (one.at, one.recipient, tuple(sorted((r.task_id, r.rule) for r in one.reminders))) for one in letters
    ]


def next_moment(world: World) -> datetime | None:
    with world.transaction() as session:
        return session.scalar(select(func.min(Task.next_moment_at)))


def month(world: World) -> list[Line]:
    """Let the worker's tick find each moment of a month; return the letters it wrote."""
    end = world.now + timedelta(days=DAYS)
    while (moment := next_moment(world)) is not None and max(moment, world.now) <= end:
        world.now = max(moment, world.now)
        offer(world)
    with world.transaction() as session:
        rows = session.execute(
            select(ReminderSlot.offered_at, ReminderSlot.recipient, ReminderSlot.task_id, ReminderSlot.rule)
            .join(OutgoingMessage, OutgoingMessage.id == ReminderSlot.message_id)
            .where(ReminderSlot.reason.is_(None), ReminderSlot.offered_at > START)
        ).all()
    letters: dict[tuple[datetime, str], list[tuple[int, str]]] = {}
    for row in rows:
        letters.setdefault((row.offered_at, row.recipient), []).append((row.task_id, row.rule))
    return [(at_, who, tuple(sorted(what))) for (at_, who), what in sorted(letters.items())]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_simulated_month_is_the_plan_line_by_line(world: World, seed: int) -> None:
    chance = random.Random(seed)
    made = people(world, chance)
    offer(world, "2008-08-01 15:00")
    world.now = START
    say(world, chance, made)
    offer(world)
    world.now = START + timedelta(minutes=1)
    planned = sorted(plan(world))

    sent = month(world)

    assert len(planned) > 20
    rules = {rule.partition("-")[0] for _, _, told in planned for _, rule in told}
    assert {"ladder", "copy", "after"} <= rules
    assert sent == planned
