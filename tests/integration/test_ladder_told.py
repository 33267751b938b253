"""Who is told where a task stays late, on both databases: set addresses, managers, each step once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mail_world import World, messages, offer, one_task, plan_of
from tracker.domain.reminding import Policy
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import posts, reminder_plans
from tracker.services.installation import Actor
from tracker.store.people import RoleGrant
from tracker.store.places import Post, Unit
from tracker.store.tasks import Task

ONLY_LADDER = Policy(first_letter=False, before=(), on_due_day=False, after_at_most=0)
MEXICO = "AMEMBASSY MEXICO"


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = World(database_url, tmp_path, policy=ONLY_LADDER)
    yield world
    world.close()


def manager(world: World, login: str, role: str = "manager", **where: int) -> None:
    with world.transaction() as session:
        officer = world.officer(session, login, "America/Mexico_City")
        officer.grants.append(RoleGrant(role=role, **where))


def set_ladder(world: World, by: Actor | None = None, name: str = MEXICO, **steps: str | None) -> None:
    act = {"by": by or Actor.system("command"), "now": world.now, "installation": world.installation}
    with world.transaction() as session:
        posts.set_ladder(session, name, steps, **act)


def steps(world: World, task_id: int) -> list[str]:
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        return reminder_plans.outlook(session, task, now=world.now, installation=world.installation).steps


def post_id_of(world: World, task_id: int) -> int:
    with world.transaction() as session:
        return session.get_one(Task, task_id).post_id


def test_each_step_gets_one_letter_and_the_owner_a_copy(world: World) -> None:
    task_id = one_task(world)
    set_ladder(world, supervisor="chief@posts.example", director="director@desk.example")

    told = []
    for day in range(7, 29):
        before = len(messages(world))
        offer(world, f"2008-08-{day:02} 15:00")
        told += [(day, recipient) for recipient, _, _ in messages(world)[before:]]

    assert sorted(told) == [
        (11, "chief@posts.example"),
        (11, "mexico@posts.example"),
        (14, "director@desk.example"),
        (14, "mexico@posts.example"),
    ]
    assert steps(world, task_id) == [
        "3 working days late: the supervisor was told (chief@posts.example)",
        "6 working days late: the office director was told (director@desk.example)",
    ]


def test_without_addresses_the_managers_stand_on_the_ladder(world: World) -> None:
    task_id = one_task(world)
    manager(world, "general")
    manager(world, "deputy", "post manager", post_id=post_id_of(world, task_id))

    assert steps(world, task_id) == [
        "3 working days late (Mon 11 Aug): the supervisor is told (Deputy)",
        "6 working days late (Thu 14 Aug): the office director is told (General)",
    ]


def test_the_nearest_unit_of_the_tree_comes_first(world: World) -> None:
    task_id = one_task(world)
    manager(world, "general")
    post_id = post_id_of(world, task_id)
    with world.transaction() as session:
        bureau = Unit(code="B", name="Bureau", kind="bureau")
        session.add(bureau)
        session.flush()
        office = Unit(code="B/O", name="Office", kind="office", parent_id=bureau.id)
        session.add(office)
        session.flush()
        bureau_id, office_id = bureau.id, office.id
        session.get_one(Post, post_id).unit_id = office.id
    manager(world, "assistant", unit_id=bureau_id)
    manager(world, "head", unit_id=office_id)

    assert [words.rpartition("(")[2] for words in steps(world, task_id)] == ["Head)", "Assistant)"]


def test_nobody_stands_on_two_steps(world: World) -> None:
    task_id = one_task(world)
    manager(world, "general")

    assert steps(world, task_id) == [
        "3 working days late (Mon 11 Aug): the supervisor is told (General)",
        "6 working days late: nobody is known as office director",
    ]


def test_who_owes_the_task_does_not_stand_on_its_ladder(world: World) -> None:
    with world.transaction() as session:
        post, cable = world.post(session, MEXICO, "mexico@posts.example"), world.cable(session)
        owner = world.officer(session, "deputy")
        owner.grants.append(RoleGrant(role="manager", post_id=post.id))
        task_id = world.task(session, cable, post, owner_id=owner.id).id

    assert steps(world, task_id)[0] == "3 working days late: nobody is known as supervisor"


def test_a_step_taken_is_not_taken_again_by_another_holder(world: World) -> None:
    task_id = one_task(world)
    set_ladder(world, supervisor="chief@posts.example")
    assert offer(world, "2008-08-11 15:00") == 2

    set_ladder(world, supervisor="deputy@posts.example")

    assert offer(world) == 0
    assert [one.rule for one in plan_of(world, task_id)] == ["ladder-1", "copy-1"]


def test_a_step_may_go_back_to_the_managers(world: World) -> None:
    task_id = one_task(world)
    set_ladder(world, supervisor="chief@posts.example")

    set_ladder(world, supervisor=None)

    post_id = post_id_of(world, task_id)
    with world.transaction() as session:
        assert session.get_one(Post, post_id).supervisor is None
    assert steps(world, task_id)[0].endswith("nobody is known as supervisor")


def test_a_step_that_cannot_be_used_is_refused(world: World) -> None:
    one_task(world)

    with pytest.raises(Invalid) as refused:
        set_ladder(world, supervisor="the chief")
    with pytest.raises(NotFound):
        set_ladder(world, name="AMEMBASSY ATLANTIS", supervisor="chief@posts.example")
    with pytest.raises(Forbidden):
        set_ladder(world, Actor(name="x", way="page"), supervisor="chief@posts.example")

    assert "supervisor" in refused.value.fields


def test_a_ladder_outside_the_allowed_domains_tells_nobody(database_url: str, tmp_path: Path) -> None:
    world = World(
        database_url, tmp_path, policy=ONLY_LADDER, settings={"allowed_mail_domains": ("posts.example",)}
    )
    task_id = one_task(world)
    set_ladder(world, supervisor="chief@elsewhere.example")

    assert steps(world, task_id)[0].endswith("nobody is known as supervisor")
    world.close()
