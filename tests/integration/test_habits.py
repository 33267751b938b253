"""Stand-ins and how officers want their letters, on both databases."""

from collections.abc import Iterator
from datetime import date, time
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest

from tests.mail_world import World, messages, offer, plan_of
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import absences, accounts, letter_wishes
from tracker.services.absences import Away
from tracker.services.installation import Actor
from tracker.services.letter_wishes import Wanted
from tracker.store.absences import AbsenceRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer, RoleGrant
from tracker.store.tasks import Task

MEXICO = "America/Mexico_City"
TUESDAY, WEDNESDAY, THURSDAY = (date(2008, 8, day) for day in (5, 6, 7))


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """A world in which Reyes owns a task, and Haddad works at the same post."""
    world = World(database_url, tmp_path)
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY MEXICO"), world.cable(session)
        for login in ("reyes", "haddad", "stranger"):
            officer = world.officer(session, login, MEXICO)
            if login != "stranger":
                officer.grants.append(RoleGrant(role="post staff", post_id=post.id))
        session.flush()
        world.task(session, cable, post, owner_id=1)
    yield world
    world.close()


REYES, HADDAD, STRANGER = 1, 2, 3


def act(world: World, officer_id: int = REYES) -> Any:
    with world.transaction() as session:
        by = accounts.actor_of(session.get_one(Officer, officer_id), "page")
    return {"by": by, "now": world.now, "installation": world.installation}


def be_away(world: World, first: date | None, last: date | None, stand_in: int | None = HADDAD) -> int:
    words = act(world)
    with world.transaction() as session:
        away = Away(stand_in_id=stand_in, first_on=first, last_on=last)
        return absences.add(session, REYES, away, **words).id


def wish(world: World, **wanted: Any) -> dict[str, Any] | None:
    words = act(world)
    with world.transaction() as session:
        return letter_wishes.set_wishes(session, REYES, Wanted(**wanted), **words).wishes


def told(world: World) -> list[str]:
    return [recipient.partition("@")[0] for recipient, _, _ in messages(world)]


def test_the_stand_in_is_told_meanwhile_and_the_owner_before_and_after(world: World) -> None:
    be_away(world, TUESDAY, WEDNESDAY)

    for day in (1, 5, 6, 7):
        offer(world, f"2008-08-{day:02} 13:00")

    assert told(world) == ["reyes", "haddad", "haddad", "reyes"]
    with world.transaction() as session:
        mails = [
            message_from_bytes(session.get_one(OutgoingMessage, n).body, policy=SMTP).get_body(("plain",))
            for n in (2, 3)
        ]
        line = session.get_one(Task, 1).history[-1]
    first, last = (" ".join(mail.get_content().split()) for mail in mails)
    assert "you, Haddad, stand in for Reyes" in first
    assert "Next: Further letters go to Reyes, unless you still stand in." in last
    assert (line.kind, line.note) == ("stand-in", "Haddad stands in for Reyes, Tue 5 Aug to Wed 6 Aug.")


def test_an_absence_ends_after_today_or_is_taken_back(world: World) -> None:
    begun, ahead = be_away(world, date(2008, 8, 1), WEDNESDAY), be_away(world, THURSDAY, THURSDAY)
    words = act(world)

    with world.transaction() as session:
        absences.end(session, begun, **words)
        absences.end(session, ahead, **words)
        absences.end(session, begun, **words)

    with world.transaction() as session:
        assert session.get_one(AbsenceRecord, begun).last_on == date(2008, 8, 1)
        assert session.get(AbsenceRecord, ahead) is None
        with pytest.raises(NotFound):
            absences.end(session, ahead, **words)
    offer(world, "2008-08-01 13:00")
    offer(world, "2008-08-05 13:00")
    assert told(world) == ["haddad", "reyes"]


@pytest.mark.parametrize(
    "first, last, stand_in, field",
    [
        (None, TUESDAY, HADDAD, "first_on"),
        (date(2008, 7, 31), TUESDAY, HADDAD, "first_on"),
        (TUESDAY, date(2008, 8, 4), HADDAD, "last_on"),
        (TUESDAY, None, HADDAD, "last_on"),
        (TUESDAY, TUESDAY, None, "stand_in_id"),
        (TUESDAY, TUESDAY, REYES, "stand_in_id"),
        (TUESDAY, TUESDAY, STRANGER, "stand_in_id"),
        (TUESDAY, TUESDAY, 99, "stand_in_id"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(
    world: World, first: date | None, last: date | None, stand_in: int | None, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        be_away(world, first, last, stand_in)

    assert list(refused.value.fields) == [field]


def test_nobody_stands_in_who_is_away_himself(world: World) -> None:
    be_away(world, TUESDAY, WEDNESDAY)
    words = act(world, HADDAD)

    with pytest.raises(Invalid) as twice:
        be_away(world, WEDNESDAY, THURSDAY)
    away = Away(stand_in_id=REYES, first_on=WEDNESDAY, last_on=THURSDAY)
    with world.transaction() as session, pytest.raises(Invalid) as standing_in:
        absences.add(session, HADDAD, away, **words)

    assert "already" in twice.value.fields["first_on"]
    assert "Reyes is away too" in standing_in.value.fields["stand_in_id"]


def test_nobody_goes_away_who_stands_in_for_another(world: World) -> None:
    be_away(world, TUESDAY, TUESDAY)
    words = act(world, HADDAD)
    with world.transaction() as session:
        post_id = session.get_one(Task, 1).post_id
        stranger = session.get_one(Officer, STRANGER)
        stranger.grants.append(RoleGrant(role="post staff", post_id=post_id))

    away = Away(stand_in_id=STRANGER, first_on=TUESDAY, last_on=THURSDAY)
    with world.transaction() as session, pytest.raises(Invalid) as refused:
        absences.add(session, HADDAD, away, **words)

    assert refused.value.fields == {"first_on": "You stand in for somebody on some of these days."}


def test_only_the_officer_or_an_administrator_says_who_is_away(world: World) -> None:
    words = act(world, HADDAD)
    away = Away(stand_in_id=HADDAD, first_on=TUESDAY, last_on=TUESDAY)

    with world.transaction() as session:
        with pytest.raises(Forbidden):
            absences.add(session, REYES, away, **words)
        words["by"] = Actor.system("command")
        with pytest.raises(NotFound):
            absences.add(session, 99, away, **words)
        assert absences.add(session, REYES, away, **words).officer_id == REYES


def test_a_stand_in_who_has_left_is_none(world: World) -> None:
    be_away(world, TUESDAY, WEDNESDAY)
    with world.transaction() as session:
        session.get_one(Officer, HADDAD).is_active = False

    offer(world, "2008-08-05 13:00")

    assert told(world) == ["reyes"]


# --- wishes ---


def coming(world: World) -> list[str]:
    plan = [one for one in plan_of(world, 1) if one.is_to_come]
    return [f"{one.recipient.partition('@')[0]} {one.rule} {one.moment_at:%m-%d %H:%M}" for one in plan[:3]]


def test_each_wish_changes_what_is_planned(world: World) -> None:
    usual = coming(world)

    assert usual[0] == "reyes first 08-01 13:00"
    assert wish(world, send_at=time(9, 30)) == {"send_at": "09:30"}
    assert coming(world)[0] == "reyes first 08-01 14:30"
    wish(world, at_once=True)
    assert coming(world)[0] == "reyes first 08-01 12:00"  # 06:00: after the quiet hours
    wish(world, days=(0, 3))
    assert coming(world) == ["reyes first 08-04 13:00", "reyes before-1 08-04 13:00", "reyes due 08-04 13:00"]
    wish(world, early=False, due=False)
    assert coming(world)[1] == "reyes after-1 08-07 13:00"
    assert wish(world) is not None  # from when on what was silent is wanted again
    assert coming(world) == usual


def test_what_is_late_is_not_switched_off_without_a_stand_in(world: World) -> None:
    with pytest.raises(Invalid) as refused:
        wish(world, late=False)

    assert refused.value.fields == {"late_to_id": letter_wishes.NEEDS_SOMEBODY}
    wish(world, late=False, late_to_id=HADDAD, early=False, due=False)
    assert coming(world)[1] == "haddad after-1 08-07 13:00"


@pytest.mark.parametrize(
    "wanted, field",
    [
        ({"send_at": time(6, 30)}, "send_at"),
        ({"days": (5, 6)}, "days"),
        ({"late": False, "late_to_id": REYES}, "late_to_id"),
        ({"late": False, "late_to_id": STRANGER}, "late_to_id"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(world: World, wanted: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        wish(world, **wanted)

    assert list(refused.value.fields) == [field]


def test_what_was_chosen_is_told_again(world: World) -> None:
    chosen = Wanted(at_once=True, send_at=time(7, 30), days=(0, 1), due=False, late=False, late_to_id=HADDAD)
    words = act(world)

    with world.transaction() as session:
        officer = letter_wishes.set_wishes(session, REYES, chosen, **words)

        assert letter_wishes.wanted_by(officer) == chosen
        assert letter_wishes.wanted_by(session.get_one(Officer, HADDAD)) == Wanted()


def test_letters_are_everybodys_own(world: World) -> None:
    words = act(world, HADDAD)

    with world.transaction() as session:
        with pytest.raises(Forbidden):
            letter_wishes.set_wishes(session, REYES, Wanted(), **words)
        words["by"] = Actor(name="x", way="page", officer_id=99)
        with pytest.raises(NotFound):
            letter_wishes.set_wishes(session, 99, Wanted(), **words)
