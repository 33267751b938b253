"""Officers: passwords, the shared throttle that never locks the owner out, grants, and who may change them."""

from typing import Any, Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select, update

from tests.work_world import SYSTEM, World, book
from tracker.domain.access import Grant, Permission, Role
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import accounts, audit, signing_in
from tracker.services.accounts import NewOfficer
from tracker.services.audit import Wanted
from tracker.services.installation import Actor
from tracker.services.signing_in import TooManyTries
from tracker.store.people import FailedSignIn, Officer

PASSWORD = "a long and quiet phrase"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as the library does, with less memory and time."""
    monkeypatch.setattr(accounts, "_HASHER", accounts.PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
def rosa(desk: World) -> int:
    """Return the id of an officer with a password."""
    with desk.transaction() as session:
        return accounts.create_officer(session, new(), by=SYSTEM).id


def new(**words: str | None) -> NewOfficer:
    given = {"login": "Rosa", "name": "Rosa Lind", "email": "rosa@post.example", "zone": "America/Lima"}
    return NewOfficer(**(given | {"password": PASSWORD} | words))  # type: ignore[arg-type]


def sign_in(desk: World, login: str, password: str = PASSWORD, source: str = "192.0.2.1") -> int | None:
    with desk.transaction() as session:
        found = signing_in.sign_in(session, login, password, source=source)
        return found.id if found else None


def failures(desk: World) -> int:
    with desk.reading() as session:
        return int(session.scalar(select(func.count(FailedSignIn.id))) or 0)


@pytest.mark.parametrize("login", ["rosa", " ROSA "])
def test_the_right_name_and_password_sign_in(desk: World, rosa: int, login: str) -> None:
    assert sign_in(desk, login) == rosa


@pytest.mark.parametrize(
    ("login", "password"), [("rosa", "wrong"), ("rosa", ""), ("nobody", PASSWORD), ("x" * 500, PASSWORD)]
)
def test_a_wrong_name_or_password_gets_the_same_answer(
    desk: World, rosa: int, login: str, password: str
) -> None:
    assert sign_in(desk, login, password) is None
    assert failures(desk) == 1


def test_an_officer_without_a_password_or_no_longer_active_cannot_sign_in(desk: World, rosa: int) -> None:
    with desk.transaction() as session:
        accounts.create_officer(session, new(login="juan", password=None), by=SYSTEM)
        session.execute(update(Officer).where(Officer.id == rosa).values(is_active=False))

    assert sign_in(desk, "juan", "") is None
    assert sign_in(desk, "rosa") is None
    with desk.reading() as session:
        assert accounts.officer(session, rosa) is None


def test_an_unknown_name_is_verified_against_a_hash_too(
    desk: World, rosa: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, kept: Any, password: Any) -> Literal[True]:  # type: ignore[override]
            verified.append(kept)
            return super().verify(kept, password)

    monkeypatch.setattr(accounts, "_HASHER", Watched())

    sign_in(desk, "nobody")
    sign_in(desk, "rosa", "wrong")

    assert [kept.startswith("$argon2id$") for kept in verified] == [True, True]


def test_ten_failures_from_one_source_stop_that_source_and_nobody_else(desk: World, rosa: int) -> None:
    for _ in range(10):
        assert sign_in(desk, "rosa", "wrong") is None

    with pytest.raises(TooManyTries):
        sign_in(desk, "rosa")
    assert sign_in(desk, "rosa", source="192.0.2.2") == rosa
    assert sign_in(desk, "juan") is None


def test_a_lock_and_the_tries_while_it_lasts_stand_in_the_trail(desk: World, rosa: int) -> None:
    for login in ("rosa", "my secret phrase"):  # the second is a password in the wrong field
        for _ in range(10):
            sign_in(desk, login, "wrong")
    for _ in range(12):
        with pytest.raises(TooManyTries):
            sign_in(desk, "rosa", "hunter2")
        with desk.transaction() as session:
            signing_in.count_locked(session, "rosa", "192.0.2.1")

    with desk.reading() as session:
        trail = list(reversed(audit.entries(session, Wanted(), limit=60)))
    locks = [(row.by, row.source, row.objects) for row in trail if row.act == "sign in locked"]
    assert locks[0] == ("not signed in", "192.0.2.1", {"name": "rosa", "tries": 10, "minutes": 15})
    assert locks[1][2]["name"].startswith("nobody's (")
    heard = [row for row in trail if row.act == "sign in" and "while locked" in row.objects]
    assert [row.objects["while locked"] for row in heard] == list(range(1, 11))
    assert {(row.objects["name"], row.source, row.outcome) for row in heard} == {
        ("rosa", "192.0.2.1", "refused")
    }
    assert not any(word in str(row.objects) for row in trail for word in ("hunter2", "secret", "wrong"))
    with desk.transaction() as session:  # the lock does not last longer by it
        session.execute(
            update(FailedSignIn)
            .where(FailedSignIn.source == "192.0.2.1")
            .values(at_epoch=FailedSignIn.at_epoch - signing_in.WINDOW)
        )
    assert sign_in(desk, "rosa") == rosa


def test_a_source_that_tries_many_names_is_stopped(
    desk: World, rosa: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing_in, "TRIES_A_SOURCE", 3)
    for name in ("a", "b", "c"):
        sign_in(desk, name)

    with pytest.raises(TooManyTries):
        sign_in(desk, "rosa")


def test_failures_older_than_the_window_are_forgotten(desk: World, rosa: int) -> None:
    for _ in range(10):
        sign_in(desk, "rosa", "wrong")
    with desk.transaction() as session:
        session.execute(update(FailedSignIn).values(at_epoch=FailedSignIn.at_epoch - signing_in.WINDOW))

    assert sign_in(desk, "rosa") == rosa
    assert failures(desk) == 0


def test_signing_in_clears_the_failures_of_that_name_and_source(desk: World, rosa: int) -> None:
    sign_in(desk, "rosa", "wrong")
    sign_in(desk, "rosa", "wrong", source="192.0.2.9")

    sign_in(desk, "rosa")

    assert failures(desk) == 1


def test_an_older_hash_is_replaced_at_sign_in(
    desk: World, rosa: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "_HASHER", accounts.PasswordHasher(time_cost=2, memory_cost=64))

    assert sign_in(desk, "rosa") == rosa

    with desk.reading() as session:
        assert "t=2" in str(session.get_one(Officer, rosa).password_hash)


def test_a_hash_that_is_none_lets_nobody_in(desk: World, rosa: int) -> None:
    with desk.transaction() as session:
        session.execute(update(Officer).values(password_hash="damaged"))

    assert sign_in(desk, "rosa") is None


def test_no_password_is_kept_as_it_is(desk: World, rosa: int) -> None:
    with desk.reading() as session:
        assert PASSWORD not in str(session.get_one(Officer, rosa).password_hash)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"login": "  "}, "login"),
        ({"login": "x" * 61}, "login"),
        ({"name": ""}, "name"),
        ({"zone": "Mars/Base"}, "zone"),
        ({"email": "rosa"}, "email"),
        ({"email": "rosa@post"}, "email"),
        ({"email": "a@b@post.example"}, "email"),
        ({"email": "Rosa <rosa@post.example>"}, "email"),
        ({"email": "rosa@post.example\r\nBcc: all@post.example"}, "email"),
        ({"email": "x" * 300 + "@post.example"}, "email"),
        ({"email": "ro\x07sa@post.example"}, "email"),
        ({"password": "short"}, "password"),
        ({"password": "x" * 257}, "password"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(desk: World, words: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused, desk.transaction() as session:
        accounts.create_officer(session, new(**words), by=SYSTEM)

    assert list(refused.value.fields) == [field]


def test_a_sign_in_name_is_given_once(desk: World, rosa: int) -> None:
    words = "already an officer with the sign-in name rosa"

    with pytest.raises(Conflict, match=words), desk.transaction() as session:
        accounts.create_officer(session, new(login="ROSA"), by=SYSTEM)


def test_a_password_is_changed_by_its_owner_or_an_administrator(desk: World, rosa: int) -> None:
    owner = Actor(name="Rosa", way="page", officer_id=rosa)
    other = Actor(name="Juan", way="page", officer_id=rosa + 1)
    with desk.transaction() as session:
        accounts.set_password(session, rosa, "another long phrase", by=owner)
        with pytest.raises(Forbidden):
            accounts.set_password(session, rosa, PASSWORD, by=other)
        with pytest.raises(NotFound):
            accounts.set_password(session, 4711, PASSWORD, by=SYSTEM)

    assert sign_in(desk, "rosa", "another long phrase") == rosa


def test_grants_are_given_once_and_taken_away(desk: World, rosa: int) -> None:
    with desk.transaction() as session:
        here = accounts.grant(session, rosa, "post staff", by=SYSTEM, post="AMEMBASSY LIMA", book=book())
        again = accounts.grant(session, rosa, "post staff", by=SYSTEM, post="Embassy Lima", book=book())
        everywhere = accounts.grant(session, rosa, "reader", by=SYSTEM, book=book())
        assert here.id == again.id
        found = accounts.officer(session, rosa)
        assert found is not None
        actor = accounts.actor_of(found, "page")
        assert set(actor.grants) == {
            Grant(role=Role.POST_STAFF, post_id=here.post_id),
            Grant(role=Role.READER),
        }
        assert actor.posts_where(Permission.WORK_TASKS) == frozenset({here.post_id})
        accounts.revoke(session, everywhere.id, by=SYSTEM)

    with desk.transaction() as session:
        found = accounts.officer(session, rosa)
        assert found is not None
        assert [grant.role for grant in accounts.grants_of(found)] == [Role.POST_STAFF]
        with pytest.raises(NotFound):
            accounts.revoke(session, 4711, by=SYSTEM)


def test_a_grant_names_a_role_an_officer_and_a_post_that_are_there(desk: World, rosa: int) -> None:
    with desk.transaction() as session:
        with pytest.raises(Invalid, match="the roles are: desk officer, post staff"):
            accounts.grant(session, rosa, "emperor", by=SYSTEM, book=book())
        with pytest.raises(Invalid, match="not in the table of posts"):
            accounts.grant(session, rosa, "reader", by=SYSTEM, post="AMEMBASSY ATLANTIS", book=book())
        with pytest.raises(NotFound):
            accounts.grant(session, 4711, "reader", by=SYSTEM, book=book())


def test_only_an_administrator_changes_officers(desk: World, rosa: int) -> None:
    clerk = Actor(name="Juan", way="page", grants=(Grant(role=Role.MANAGER),))
    with desk.transaction() as session:
        with pytest.raises(Forbidden):
            accounts.create_officer(session, new(login="eva"), by=clerk)
        with pytest.raises(Forbidden):
            accounts.grant(session, rosa, "reader", by=clerk, book=book())
        with pytest.raises(Forbidden):
            accounts.revoke(session, 1, by=clerk)
