"""Sessions on both databases: who may end which, and what a change of password or rights ends."""

import pytest
from sqlalchemy import func, select

from tests.work_world import SYSTEM, World, book
from tracker.domain.access import Grant, Role
from tracker.errors import Forbidden, NotFound
from tracker.services import accounts, sessions
from tracker.services.accounts import NewOfficer
from tracker.services.installation import Actor
from tracker.store.people import Officer, SignInSession


@pytest.fixture
def rosa(desk: World) -> int:
    """Return the id of an officer."""
    new = NewOfficer(login="rosa", name="Rosa Lind", email="rosa@post.example", zone="America/Lima")
    with desk.transaction() as session:
        return accounts.create_officer(session, new, by=SYSTEM).id


def begin(desk: World, officer_id: int) -> str:
    with desk.transaction() as session:
        officer = session.get_one(Officer, officer_id)
        return sessions.start(
            session, officer, desk.runtime.settings, source="192.0.2.1", agent="Browser " * 99
        )


def is_open(desk: World, token: str) -> bool:
    with desk.reading() as session:
        return sessions.find(session.connection(), token, desk.runtime.settings) is not None


def found(desk: World, token: str) -> sessions.Found:
    with desk.reading() as session:
        there = sessions.find(session.connection(), token, desk.runtime.settings)
        assert there is not None
        return there


def test_a_session_is_found_by_its_token_alone(desk: World, rosa: int) -> None:
    token = begin(desk, rosa)

    assert found(desk, token).officer_id == rosa
    assert not is_open(desk, token[:-1])
    assert not is_open(desk, sessions.digest_of(token))


def test_a_renewed_token_replaces_the_old_one(desk: World, rosa: int) -> None:
    old = begin(desk, rosa)
    with desk.transaction() as session:
        new = sessions.renew(session, found(desk, old).id)

    assert (is_open(desk, old), is_open(desk, new)) == (False, True)


def test_a_sign_of_life_is_due_after_a_minute(desk: World, rosa: int) -> None:
    token = begin(desk, rosa)
    assert not found(desk, token).is_to_touch
    with desk.transaction() as session:
        session.get_one(SignInSession, found(desk, token).id).seen_epoch -= 61
    assert found(desk, token).is_to_touch

    with desk.transaction() as session:
        sessions.touch(session, found(desk, token).id)

    assert not found(desk, token).is_to_touch


def test_own_sessions_are_listed_and_ended_but_the_acting_one(desk: World, rosa: int) -> None:
    tokens = [begin(desk, rosa) for _ in range(3)]
    by = Actor(name="Rosa", way="page", officer_id=rosa, session_id=found(desk, tokens[1]).id)
    with desk.transaction() as session:
        assert len(sessions.listed(session, rosa, desk.runtime.settings)) == 3
        assert sessions.end_all(session, rosa, by=by) == 2
        assert sessions.end_all(session, rosa, by=by) == 0

    assert [is_open(desk, token) for token in tokens] == [False, True, False]


def test_one_session_is_ended_by_its_officer_or_an_administrator(desk: World, rosa: int) -> None:
    first, second = (found(desk, begin(desk, rosa)).id for _ in range(2))
    other = Actor(name="Juan", way="page", officer_id=rosa + 1)
    admin = Actor(name="Ada", way="page", officer_id=rosa + 2, grants=(Grant(role=Role.ADMINISTRATOR),))
    with desk.transaction() as session:
        with pytest.raises(NotFound):
            sessions.end(session, first, by=other)
        with pytest.raises(Forbidden):
            sessions.end_all(session, rosa, by=other)
        sessions.end(session, first, by=Actor(name="Rosa", way="page", officer_id=rosa))
        sessions.end(session, second, by=admin)
        with pytest.raises(NotFound):
            sessions.end(session, second, by=admin)


def test_a_new_password_or_role_ends_sessions(desk: World, rosa: int) -> None:
    for change in (
        lambda session: accounts.set_password(session, rosa, "a long and quiet phrase", by=SYSTEM),
        lambda session: accounts.grant(session, rosa, "reader", by=SYSTEM, book=book()),
        lambda session: accounts.revoke(session, 1, by=SYSTEM),
    ):
        token = begin(desk, rosa)
        with desk.transaction() as session:
            change(session)
        assert not is_open(desk, token)


def test_sessions_that_are_too_old_are_swept_at_the_next_sign_in(desk: World, rosa: int) -> None:
    token = begin(desk, rosa)
    with desk.transaction() as session:
        session.get_one(SignInSession, found(desk, token).id).opened_epoch -= 13 * 3600

    begin(desk, rosa)

    with desk.reading() as session:
        assert session.scalar(select(func.count(SignInSession.id))) == 1
