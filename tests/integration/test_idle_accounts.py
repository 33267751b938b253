"""Accounts that nobody uses: switched off after 90 days, told how to come back, never the last administrator."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from tests.work_world import SYSTEM, World, book
from tracker.services import accounts, answers, idle_accounts, signing_in
from tracker.services.accounts import NewOfficer
from tracker.store.audit import AuditEntry
from tracker.store.base import real_epoch
from tracker.store.notices import NoticeRecord
from tracker.store.people import Officer

PASSWORD = "many ships of the line"


@pytest.fixture
def people(desk: World) -> dict[str, int]:
    """Return officers by name: two administrators, one of a post, one without a password."""
    found = {}
    for login, role, password in (
        ("ada", "administrator", PASSWORD),
        ("ben", "administrator", PASSWORD),
        ("rosa", "post staff", PASSWORD),
        ("paul", "post staff", None),
    ):
        new = NewOfficer(
            login=login, name=login.title(), email=f"{login}@state.example", zone="America/Lima",
            password=password,
        )  # fmt: skip
        with desk.transaction() as session:
            officer = accounts.create_officer(session, new, by=SYSTEM)
            accounts.grant(session, officer.id, role, by=SYSTEM, post=None, book=book())
            found[login] = officer.id
    return found


def look(desk: World) -> int:
    with desk.transaction() as session:
        return idle_accounts.switch_off(session, now=desk.now, installation=desk.runtime.installation)


def seen_days_ago(desk: World, days: dict[str, float]) -> None:
    with desk.transaction() as session:
        for login, number in days.items():
            epoch = real_epoch() - number * idle_accounts.DAY_SECONDS
            session.execute(update(Officer).where(Officer.login == login).values(seen_epoch=epoch))


def active(desk: World) -> set[str]:
    with desk.reading() as session:
        return set(session.scalars(select(Officer.login).where(Officer.is_active)))


def test_days_count_from_the_first_look(desk: World, people: dict[str, int]) -> None:
    assert look(desk) == 0

    seen_days_ago(desk, {"rosa": 89.9})
    assert look(desk) == 0
    seen_days_ago(desk, {"rosa": 90.1, "paul": 400})
    assert look(desk) == 1

    assert active(desk) == {"ada", "ben", "paul"}


def test_who_is_switched_off_is_told_how_to_come_back_and_the_trail_says_why(
    desk: World, people: dict[str, int]
) -> None:
    look(desk)
    seen_days_ago(desk, {"rosa": 91})

    look(desk)

    with desk.reading() as session:
        (told,) = session.scalars(select(NoticeRecord))
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).one()
        assert told.recipient == "rosa@state.example"
        assert "Ada, ada@state.example; Ben, ben@state.example" in told.paragraphs[-1]
        assert (entry.act, entry.way) == ("officer switched off", "clock")
        assert entry.objects == {"officer": people["rosa"], "why": "not seen for 90 days"}


def test_the_administrator_who_was_seen_last_stays(desk: World, people: dict[str, int]) -> None:
    look(desk)
    seen_days_ago(desk, {"ada": 100, "ben": 200})

    assert look(desk) == 1

    assert active(desk) == {"ada", "rosa", "paul"}


def test_signing_in_answering_and_switching_on_are_signs_of_life(desk: World, people: dict[str, int]) -> None:
    look(desk)
    seen_days_ago(desk, {"rosa": 91, "ben": 91})
    with desk.transaction() as session:
        assert signing_in.sign_in(session, "rosa", PASSWORD) is not None
    task = desk.tasks()[0]
    with desk.transaction() as session:
        installation = desk.runtime.installation
        answers.note(session, task, "ben@state.example", now=desk.now, installation=installation)

    assert look(desk) == 0

    seen_days_ago(desk, {"rosa": 91})
    look(desk)
    with desk.transaction() as session:
        accounts.set_active(session, people["rosa"], is_active=True, by=SYSTEM)
    assert look(desk) == 0


def test_none_is_switched_off_where_the_installation_says_so(desk: World, people: dict[str, int]) -> None:
    seen_days_ago(desk, {"rosa": 4000})
    installation = desk.runtime.installation
    never = replace(installation, settings=replace(installation.settings, idle_days=0))

    with desk.transaction() as session:
        assert idle_accounts.switch_off(session, now=desk.now, installation=never) == 0
