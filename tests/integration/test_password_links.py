"""Invitations and forgotten passwords on both databases: one letter, one use, an end, and nothing told."""

import email
import re

import pytest
from sqlalchemy import select, update

from tests.work_world import SYSTEM, World
from tracker.adapters.notices import NoticeWriter
from tracker.domain.access import Grant, Role
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import accounts, notices, password_links, sessions, signing_in
from tracker.services.accounts import NewOfficer
from tracker.services.installation import Actor
from tracker.services.password_links import UsedUp
from tracker.services.signing_in import TooManyTries
from tracker.store.messages import OutgoingMessage
from tracker.store.notices import NoticeRecord
from tracker.store.people import EntryKey, Officer

PASSWORD = "seven herons over the lake"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as the library does, with less memory and time."""
    monkeypatch.setattr(accounts, "_HASHER", accounts.PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
def rosa(desk: World) -> int:
    """Return the id of an officer without a password."""
    new = NewOfficer(login="rosa", name="Rosa Lind", email="rosa@post.example", zone="America/Lima")
    with desk.transaction() as session:
        return accounts.create_officer(session, new, by=SYSTEM).id


def invite(desk: World, officer_id: int) -> None:
    with desk.transaction() as session:
        password_links.invite(session, officer_id, **desk.act())


def ask(desk: World, login: str, source: str = "192.0.2.1") -> None:
    with desk.transaction() as session:
        password_links.ask(session, login, source=source, **desk.act(Actor(name="not signed in", way="page")))


def write_out(desk: World) -> int:
    writer = NoticeWriter(desk.runtime.settings)
    with desk.transaction() as session:
        return notices.write_out(session, desk.now, desk.runtime.installation, write=writer.write)


def letters(desk: World) -> list[OutgoingMessage]:
    with desk.reading() as session:
        return list(session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id)))


def token_in(letter: OutgoingMessage) -> str:
    body = email.message_from_bytes(letter.body, policy=email.policy.default)
    text = body.get_body(("plain",)).get_content()
    found = re.search(r"/welcome/(\S+)", text)
    assert found
    return found[1]


def choose(desk: World, token: str, password: str = PASSWORD) -> int:
    with desk.transaction() as session:
        return password_links.choose(session, token, password, source="192.0.2.1").id


def signs_in(desk: World, password: str = PASSWORD) -> bool:
    with desk.transaction() as session:
        return signing_in.sign_in(session, "rosa", password, source="192.0.2.7") is not None


def test_an_invited_officer_chooses_a_password_once(desk: World, rosa: int) -> None:
    invite(desk, rosa)
    write_out(desk)
    (letter,) = letters(desk)
    token = token_in(letter)

    with desk.reading() as session:
        assert password_links.officer_of(session, token).id == rosa
    assert choose(desk, token) == rosa

    assert letter.recipient == "rosa@post.example"
    assert letter.subject == "You can sign in to the cable tracker"
    assert signs_in(desk)
    with pytest.raises(UsedUp):
        choose(desk, token, "another phrase by the lake")


def test_no_table_holds_the_key_once_the_letter_has_gone(desk: World, rosa: int) -> None:
    invite(desk, rosa)
    with desk.reading() as session:
        assert "{key}" in str(session.scalars(select(NoticeRecord.entries)).one())
    write_out(desk)
    token = token_in(letters(desk)[0])
    with desk.transaction() as session:
        session.execute(update(OutgoingMessage).values(state="sent"))
    write_out(desk)

    assert letters(desk)[0].body == b""
    with desk.reading() as session:
        assert session.scalars(select(EntryKey.digest)).one() == sessions.digest_of(token)
        assert token not in str(session.execute(select(NoticeRecord)).all())
    assert choose(desk, token) == rosa


def test_a_newer_link_takes_the_older_back(desk: World, rosa: int) -> None:
    invite(desk, rosa)
    write_out(desk)
    invite(desk, rosa)
    write_out(desk)
    old, new = (token_in(letter) for letter in letters(desk))

    with pytest.raises(UsedUp):
        choose(desk, old)
    assert choose(desk, new) == rosa


def test_a_letter_written_after_its_key_was_taken_back_opens_nothing(desk: World, rosa: int) -> None:
    invite(desk, rosa)
    invite(desk, rosa)
    assert write_out(desk) == 2

    assert token_in(letters(desk)[0]) == "{key}"
    with pytest.raises(UsedUp):
        choose(desk, "{key}")


@pytest.mark.parametrize(("seconds", "is_open"), [(59 * 60, True), (61 * 60, False)])
def test_a_link_for_a_forgotten_password_works_for_an_hour(
    desk: World, rosa: int, seconds: int, is_open: bool
) -> None:
    ask(desk, " ROSA ")
    write_out(desk)
    token = token_in(letters(desk)[0])
    with desk.transaction() as session:
        session.execute(update(EntryKey).values(expires_epoch=EntryKey.expires_epoch - seconds))

    if is_open:
        assert choose(desk, token) == rosa
    else:
        with pytest.raises(UsedUp):
            choose(desk, token)


def test_a_new_password_ends_every_session(desk: World, rosa: int) -> None:
    with desk.transaction() as session:
        officer = session.get_one(Officer, rosa)
        open_one = sessions.start(session, officer, desk.runtime.settings, source="192.0.2.1", agent="")
    ask(desk, "rosa")
    write_out(desk)

    choose(desk, token_in(letters(desk)[0]))

    with desk.reading() as session:
        assert sessions.find(session.connection(), open_one, desk.runtime.settings) is None


def test_nobody_gets_a_letter_for_a_name_that_is_not_there_or_switched_off(desk: World, rosa: int) -> None:
    ask(desk, "nobody")
    with desk.transaction() as session:
        accounts.set_active(session, rosa, is_active=False, by=SYSTEM)
    ask(desk, "rosa")

    assert write_out(desk) == 0


def test_questions_are_throttled_for_known_and_unknown_names_alike(desk: World, rosa: int) -> None:
    for name in ("rosa", "nobody"):
        for _ in range(10):
            ask(desk, name)
        with pytest.raises(TooManyTries):
            ask(desk, name)

    ask(desk, "rosa", source="192.0.2.2")
    assert not signs_in(desk)  # and signing in is not held up by it


def test_a_weak_password_leaves_the_link_as_it_was(desk: World, rosa: int) -> None:
    ask(desk, "rosa")
    write_out(desk)
    token = token_in(letters(desk)[0])

    with pytest.raises(Invalid, match="first that a stranger"):
        choose(desk, token, "rosa lind rosa lind")
    assert choose(desk, token) == rosa


def test_an_officer_switched_off_is_let_in_by_no_link(desk: World, rosa: int) -> None:
    ask(desk, "rosa")
    write_out(desk)
    with desk.transaction() as session:
        accounts.set_active(session, rosa, is_active=False, by=SYSTEM)

    with pytest.raises(UsedUp):
        choose(desk, token_in(letters(desk)[0]))


def test_an_invitation_needs_an_administrator_an_officer_and_an_address(database_url, tmp_path) -> None:
    world = World(
        database_url=database_url, home=tmp_path, settings={"allowed_mail_domains": ("state.example",)}
    )
    new = NewOfficer(login="rosa", name="Rosa Lind", email="rosa@post.example", zone="America/Lima")
    chief = Actor(name="Juan", way="page", officer_id=9, grants=(Grant(role=Role.MANAGER),))
    with world.transaction() as session:
        rosa = accounts.create_officer(session, new, by=SYSTEM).id
        with pytest.raises(Invalid, match="may not write to rosa@post"):
            password_links.invite(session, rosa, **world.act())
        with pytest.raises(NotFound):
            password_links.invite(session, 4711, **world.act())
        with pytest.raises(Forbidden):
            password_links.invite(session, rosa, **world.act(chief))
    world.runtime.engine.dispose()


def test_an_own_password_is_changed_with_the_old_one(desk: World, rosa: int) -> None:
    by = Actor(name="Rosa", way="page", officer_id=rosa, source="192.0.2.1")
    with desk.transaction() as session:
        accounts.set_password(session, rosa, PASSWORD, by=SYSTEM)
        assert not signing_in.change_password(session, rosa, "wrong", "a lake under seven herons", by=by)
        assert signing_in.change_password(session, rosa, PASSWORD, "a lake under seven herons", by=by)

    assert signs_in(desk, "a lake under seven herons")


def test_guesses_of_the_old_password_are_throttled(desk: World, rosa: int) -> None:
    by = Actor(name="Rosa", way="page", officer_id=rosa, source="192.0.2.1")
    with desk.transaction() as session:
        for _ in range(10):
            signing_in.change_password(session, rosa, "wrong", "a lake under seven herons", by=by)
        with pytest.raises(TooManyTries):
            signing_in.change_password(session, rosa, PASSWORD, "a lake under seven herons", by=by)


def test_administrators_switch_officers_off_but_not_themselves(desk: World, rosa: int) -> None:
    admin = Actor(name="Rosa", way="page", officer_id=rosa, grants=(Grant(role=Role.ADMINISTRATOR),))
    with desk.transaction() as session:
        with pytest.raises(Conflict):
            accounts.set_active(session, rosa, is_active=False, by=admin)
        with pytest.raises(NotFound):
            accounts.set_active(session, 4711, is_active=False, by=SYSTEM)
        with pytest.raises(Forbidden):
            accounts.set_active(session, rosa, is_active=True, by=Actor(name="Juan", way="page"))
