"""Plans worked out anew: what changes who is told or when is marked, and `replan` says what moved; nothing goes twice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.integration.test_commands import CABLE
from tests.mail_world import World, at, book, messages, offer
from tracker.domain.places import PostBook
from tracker.domain.policy import Policies, Policy
from tracker.services import absences, accounts, letter_wishes, posts, replanning, tree
from tracker.services.absences import Away
from tracker.services.installation import Acting, Actor
from tracker.services.letter_wishes import Wanted
from tracker.services.replanning import Replanned
from tracker.store.people import RoleGrant
from tracker.store.places import Unit
from tracker.store.tasks import Task

SYSTEM = Actor.system("command")
ANA = Actor(name="Ana", way="page", officer_id=1)
SAID = at("2008-08-04 15:00")  # Monday, after the morning's letters


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """A late task of Mexico that Ana owns, and one that its mailbox gets; a manager of another bureau."""
    made = World(database_url, tmp_path, now=at("2008-08-01 12:00"))
    with made.transaction() as session:
        session.add_all(
            [Unit(code="WHA", name="a", kind="bureau"), Unit(code="EUR", name="b", kind="bureau")]
        )
        post, cable = made.post(session, "AMEMBASSY MEXICO", "mexico@posts.example"), made.cable(session)
        session.flush()
        post.unit_id = 1
        for login, role in (("ana", "post staff"), ("ben", "post staff"), ("chief", "manager")):
            officer = made.officer(session, login, "America/Mexico_City")
            officer.grants.append(
                RoleGrant(role=role, unit_id=2)
                if role == "manager"
                else RoleGrant(role=role, post_id=post.id)
            )
        made.task(session, cable, post, owner_id=1)
        made.task(session, cable, post)
    made.now = SAID
    offer(made)
    yield made
    made.close()


def acting(world: World) -> Acting:
    return Acting(by=SYSTEM, now=world.now, installation=world.installation)


# What may change, the tasks that are planned anew, and whether by the next tick or at once.
CHANGES: dict[str, tuple[Callable[..., object], set[int]]] = {
    "a manager of the post": (
        lambda s, act: accounts.grant(s, 3, "post manager", by=SYSTEM, post="AMEMBASSY MEXICO", book=book()),
        {1, 2},
    ),
    "a manager of the bureau": (lambda s, act: accounts.grant(s, 3, "manager", by=SYSTEM, post="WHA", book=book()), {1, 2}),
    "a manager of everything": (lambda s, act: accounts.grant(s, 3, "manager", by=SYSTEM, book=book()), {1, 2}),
    "a manager elsewhere": (lambda s, act: accounts.grant(s, 2, "manager", by=SYSTEM, post="EUR", book=book()), set()),
    "a role of an owner": (lambda s, act: accounts.grant(s, 1, "reader", by=SYSTEM, book=book()), {1}),
    "a manager's role taken": (lambda s, act: accounts.revoke(s, 3, by=SYSTEM), set()),
    "an owner's role taken": (lambda s, act: accounts.revoke(s, 1, by=SYSTEM), {1}),
    "an owner switched off": (lambda s, act: accounts.set_active(s, 1, is_active=False, by=SYSTEM), {1}),
    "an owner's clock": (
        lambda s, act: accounts.change_officer(s, 1, name="Ana", email="a@officers.example", zone="America/Lima", by=SYSTEM),
        {1},
    ),
    "the post moved": (
        lambda s, act: tree.move_post(s, "AMEMBASSY MEXICO", below="EUR", by=SYSTEM, book=book()), {1, 2},
    ),
    "its bureau moved": (lambda s, act: tree.move_unit(s, "EUR", below="WHA", by=SYSTEM), {1, 2}),
}  # fmt: skip
AT_ONCE: dict[str, tuple[Callable[..., object], set[int]]] = {
    "the mailbox": (lambda s, act: posts.set_mailbox(s, "AMEMBASSY MEXICO", "new@posts.example", **act), {2}),
    "the ladder": (
        lambda s, act: posts.set_ladder(s, "AMEMBASSY MEXICO", {"supervisor": "dcm@posts.example"}, **act), set(),
    ),
    "an absence": (
        lambda s, act: absences.add(s, 1, Away(stand_in_id=2, first_on=date(2008, 8, 5), last_on=date(2008, 8, 6)), **act),
        set(),
    ),
    "an owner's wishes": (lambda s, act: letter_wishes.set_wishes(s, 1, Wanted(days=(0, 4)), **act | {"by": ANA}), {1}),
}  # fmt: skip


def moments(world: World) -> dict[int, object]:
    with world.transaction() as session:
        return {task.id: task.next_moment_at for task in session.query(Task)}


def planned_afresh(world: World, installation=None) -> Replanned:
    """Return what `replan` would change."""
    found = Replanned()
    with world.transaction() as session:
        while replanning.foresee(
            session, found, now=world.now, installation=installation or world.installation
        ):
            pass
    return found


def test_what_changes_who_is_told_is_planned_anew_by_the_next_tick(world: World) -> None:
    for name, (change, marked) in CHANGES.items():
        before = moments(world)

        with world.transaction() as session:
            change(session, acting(world))

        assert {n for n, moment in moments(world).items() if moment != before[n]} == marked, name
        offer(world)
        assert planned_afresh(world).changed == [], name


def test_what_changes_the_letters_of_a_few_is_planned_anew_at_once(world: World) -> None:
    for name, (change, moved) in AT_ONCE.items():
        before = moments(world)

        with world.transaction() as session:
            change(session, acting(world))

        assert {n for n, moment in moments(world).items() if moment != before[n]} == moved, name
        assert planned_afresh(world).changed == [], name


def with_holiday(day: date) -> PostBook:
    """Return the book in which Mexico City has one more day off."""
    known = book()
    post = known.find("AMEMBASSY MEXICO")
    usual = known.calendar(post)
    own = replace(usual, days_off=lambda one: "A fair" if one == day else usual.holiday_on(one))
    return PostBook(
        known.posts,
        known.collectives,
        {},
        lambda one: own if one == post else known.calendar(one),
        known.washington,
    )


@pytest.mark.parametrize(
    "changed, moved, new, gone, go_now",
    [
        (
            {"book": with_holiday(date(2008, 8, 5))},
            2,
            0,
            0,
            2,
        ),  # before-1 of Tuesday comes to Monday's morning
        ({"policies": Policies(general=Policy(before=(), on_due_day=False, after_at_most=0))}, 0, 0, 2, 0),
    ],
)
def test_replan_says_what_moved_and_nothing_goes_twice(
    world: World, changed: dict, moved: int, new: int, gone: int, go_now: int
) -> None:
    installation = replace(world.installation, **changed)
    told = len(messages(world))
    foreseen, done = planned_afresh(world, installation), Replanned()

    with world.transaction() as session:
        while replanning.replan(session, done, now=world.now, installation=installation):
            pass
        replanning.record(session, done, by=SYSTEM)

    assert done.as_json() == foreseen.as_json()
    assert done.as_json() == {"tasks": 2, "moved": moved, "new": new, "gone": gone, "go_now": go_now}
    assert planned_afresh(world, installation).changed == []
    object.__setattr__(world.runtime, "installation", installation)
    offer(world)
    assert len(messages(world)) == told + go_now
    back = Replanned()
    with world.transaction() as session:
        while replanning.replan(session, back, now=world.now, installation=installation):
            pass
    offer(world)
    assert len(messages(world)) == told + go_now


# --- the commands ---

HOLIDAYS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//posts.example//EN
BEGIN:VEVENT
UID:1
SUMMARY:Day of the Harbor
DTSTART;VALUE=DATE:20080805
DTEND;VALUE=DATE:20080807
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Staff meeting
DTSTART:20080808T150000Z
END:VEVENT
END:VCALENDAR
"""


def test_a_posts_own_holidays_are_loaded_shown_and_dropped(command_line, tmp_path):
    cable, file = tmp_path / "cable.txt", tmp_path / "holidays.ics"
    cable.write_text(CABLE.format(to="AMEMBASSY MEXICO"))
    file.write_text(HOLIDAYS)
    command_line("posts", "mailbox", "mexico", "duty@mexico.example")
    command_line("ingest", "--accept", cable)

    loaded = command_line("calendar", "load", "AMEMBASSY MEXICO", file)

    assert loaded.out.splitlines() == [
        "AMEMBASSY MEXICO: 2 days off, Tue 5 Aug 2008 to Wed 6 Aug 2008.",
        "1 open tasks looked at. Next letters moved: 0, new: 0, gone: 0; 0 of them go at once.",
        "The worker and the pages of this data folder follow it from their next tick and page.",
    ]
    assert loaded.err == "Left out: Staff meeting: it has an hour, or no day; only whole days are days off.\n"
    shown = command_line("calendar", "show", "mexico", "--year", "2008", "--json").objects
    assert {"day": "2008-08-06", "name": "Day of the Harbor"} in shown
    assert "Tue 5 Aug 2008" in command_line("calendar", "show", "mexico").out
    (before,) = [one for one in command_line("plan", "--json").objects if one["rule"] == "before-1"]
    assert before["at"].startswith("2008-08-04")
    assert command_line("replan", "--json").objects == [
        {"tasks": 1, "moved": 0, "new": 0, "gone": 0, "go_now": 0}
    ]
    assert "would be moved: 0" in command_line("replan", "--dry-run").out
    assert command_line("calendar", "drop", "mexico").out.startswith(
        "AMEMBASSY MEXICO: the days off that were"
    )
    assert command_line("calendar", "drop", "mexico").err == "No days off were loaded for AMEMBASSY MEXICO.\n"


def test_a_file_that_gives_no_days_off_is_refused_with_the_reason(command_line, tmp_path):
    file = tmp_path / "x.ics"
    for text, words in (
        ("no calendar", "The file is not a calendar in ICS form.\n"),
        (HOLIDAYS.partition("BEGIN:VEVENT")[0] + "END:VCALENDAR\n", "x.ics has no whole day off.\n"),
    ):
        file.write_text(text)
        answer = command_line("calendar", "load", "AMEMBASSY MEXICO", file)
        assert (answer.code, answer.err) == (1, words)
    answer = command_line("calendar", "load", "AMEMBASSY ATLANTIS", file)
    assert answer.err == "AMEMBASSY ATLANTIS is not in the table of posts.\n"
