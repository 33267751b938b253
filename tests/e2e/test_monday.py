"""Monday's letter to managers: once a week at eight on the manager's clock, with the numbers of the page."""

from datetime import date
from email import message_from_bytes
from email.policy import SMTP

import pytest
from sqlalchemy import select

from tracker import worker
from tracker.domain import late_words
from tracker.services import accounts, review, weekly
from tracker.services.accounts import NewOfficer
from tracker.store.absences import AbsenceRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer

MONDAY = "2009-05-04"  # the samples' dues have passed


@pytest.fixture
def chief(world, make_world):
    """An installation with late tasks, its clock on the Sunday before."""
    cables = world.load()

    def accept() -> None:
        for cable_id in cables:
            with world.runtime.transaction() as session:
                review.accept_all(session, cable_id, **world.system)

    world.once("all accepted", accept)
    world.set_clock("2009-05-03T12:00:00Z")
    tick(world)
    return world


def tick(world) -> None:
    worker.Worker(world.runtime).offer(worker.WorkDone())


def letters(world) -> list[tuple[str, str]]:
    """Return to whom Monday's letters went, and their text."""
    with world.runtime.reading() as session:
        rows = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "weekly"))
        return [(row.recipient, _text(row.body)) for row in rows]


def _text(body: bytes) -> str:
    mail = message_from_bytes(body, policy=SMTP)
    return " ".join(mail.get_body(("plain",)).get_content().split())


def subject(chief):
    with chief.runtime.reading() as session:
        return session.scalars(select(OutgoingMessage.subject).where(OutgoingMessage.kind == "weekly")).one()


def test_it_goes_once_at_eight_with_the_numbers_of_the_page(chief, visit):
    for moment in ("11:59:59Z", "12:00:00Z", "12:00:05Z", "20:00:00Z"):  # eight in Washington is noon
        chief.set_clock(f"{MONDAY}T{moment}")
        tick(chief)
        assert len(letters(chief)) == (moment != "11:59:59Z")
        if moment == "12:00:00Z":
            first_line = next(p for p in visit("chief").get("/overdue").main.split("\n") if p)

    ((recipient, text),) = letters(chief)
    late, _, rest = first_line.partition("Overdue ")[2].partition(" late at ")
    where = rest.partition(". ")[0]
    assert recipient == "chief@officers.example"
    assert subject(chief) == f"This week: {late} late, 0 due within seven days"
    assert text.startswith(f"Late at {where}. ")
    assert text.count("due within seven days") == 0
    assert "/overdue?post=" in text
    assert "late by 1-5 working days" in text
    assert "/overdue?age=1-5" in text
    assert "Open, owned by nobody: " in text
    assert "/tasks?state=unowned" in text


def test_the_next_monday_brings_the_next(chief):
    for day in ("2009-05-04", "2009-05-05", "2009-05-11"):
        chief.set_clock(f"{day}T13:00:00Z")
        tick(chief)

    assert len(letters(chief)) == 2


def test_a_monday_missed_by_more_than_a_day_is_let_go(chief):
    chief.set_clock("2009-05-05T12:00:00Z")

    tick(chief)

    assert letters(chief) == []


def test_a_manager_has_his_own_hour_and_an_address_that_may_be_written_to(chief):
    with chief.runtime.transaction() as session:
        officer = session.scalars(select(Officer).where(Officer.login == "chief")).one()
        officer.wishes = {"send_at": "10:00"}
    chief.set_clock(f"{MONDAY}T13:59:00Z")
    tick(chief)
    assert letters(chief) == []

    chief.set_clock(f"{MONDAY}T14:00:00Z")
    tick(chief)

    assert len(letters(chief)) == 1


def test_on_a_holiday_it_waits_for_the_next_working_day(chief):
    for day in ("2009-05-25", "2009-05-26"):  # Monday is Memorial Day
        chief.set_clock(f"{day}T12:00:00Z")
        tick(chief)
        assert len(letters(chief)) == (day == "2009-05-26")


def test_where_the_manager_is_away_it_goes_to_who_stands_in_on_his_own_clock(chief):
    manager, sam = _away(chief, "2009-05-04", "2009-05-08", zone="Asia/Tokyo")
    # Monday to Wednesday are holidays in Tokyo, where it is eight at 23:00Z of the day before
    for moment in (
        "2009-05-04T12:00:00Z",
        "2009-05-06T22:59:59Z",
        "2009-05-06T23:00:00Z",
        "2009-05-07T12:00:00Z",
    ):
        chief.set_clock(moment)
        tick(chief)
        assert len(letters(chief)) == (moment >= "2009-05-06T23")

    ((recipient, text),) = letters(chief)
    assert recipient == "sam@officers.example"
    assert "You, Sam Idris, stand in for Morgan Chief: these are the figures of Morgan Chief's posts." in text
    assert " Late at 6 posts; " in text
    with chief.runtime.reading() as session:
        coming = [
            [(one.at.isoformat(), one.recipient) for one in _planned(session, chief, only)]
            for only in (None, manager, sam)
        ]
    back = ("2009-05-11T12:00:00+00:00", "chief@officers.example")
    assert coming == [[back], [back], []]


def test_who_stands_in_reads_only_of_posts_that_he_sees_himself(chief):
    _away(chief, "2009-05-04", "2009-05-08", zone="America/Lima", post="AMEMBASSY LIMA")
    chief.set_clock(f"{MONDAY}T13:00:00Z")
    tick(chief)

    ((_, text),) = letters(chief)

    assert " Late at 1 post; " in text
    assert "TOKYO" not in text


def _away(world, first, last, *, zone, post=None):
    """Let Sam Idris stand in for the manager on these days; return both numbers."""
    new = NewOfficer(login="sam", name="Sam Idris", email="sam@officers.example", zone=zone)
    system = world.system
    with world.runtime.transaction() as session:
        sam = accounts.create_officer(session, new, by=system["by"])
        role = "post staff" if post else "desk officer"
        accounts.grant(session, sam.id, role, by=system["by"], post=post, book=system["installation"].book)
        manager = session.scalars(select(Officer).where(Officer.login == "chief")).one()
        manager.has_been_away = True
        days = {"first_on": date.fromisoformat(first), "last_on": date.fromisoformat(last)}
        said = system["now"]
        session.add(AbsenceRecord(officer_id=manager.id, stand_in_id=sam.id, said_at=said, **days))
        return manager.id, sam.id


def _planned(session, world, only):
    known = world.runtime.installation
    return weekly.planned(session, now=world.runtime.now(), days=5, installation=known, only=only)


def test_a_second_process_finds_it_sent(chief):
    chief.set_clock(f"{MONDAY}T12:00:00Z")
    acting = {"now": chief.runtime.now(), "installation": chief.runtime.installation}
    with chief.runtime.transaction() as session:
        assert weekly.send(session, **acting) == 1

    with chief.runtime.transaction() as session:
        assert weekly.send(session, **acting) == 0


@pytest.mark.parametrize(
    "total, posts, oldest, soon, words",
    [
        (12, 7, 9, 18, "12 late at 7 posts; the oldest 9 working days. 18 more due within seven days."),
        (
            1,
            1,
            0,
            0,
            "1 late at 1 post; the oldest less than a working day. Nothing more is due within seven days.",
        ),
        (0, 0, 0, 2, "Nothing is late. 2 due within seven days."),
        (0, 0, 0, 1001, "Nothing is late. More than 1,000 due within seven days."),
        (0, 0, 0, 0, "Nothing is late. Nothing is due within seven days."),
    ],
)
def test_the_first_line(total, posts, oldest, soon, words):
    assert late_words.first_line(total=total, posts=posts, oldest=oldest, soon=soon) == words


@pytest.mark.parametrize(
    "total, waiting, words",
    [
        (
            5,
            1,
            "5 late at 3 posts; the oldest 9 working days. 1 more is late but waits for others. 2 more due",
        ),
        (
            5,
            2,
            "5 late at 3 posts; the oldest 9 working days. 2 more are late but wait for others. 2 more due",
        ),
        (0, 1, "Nothing is late but 1 task that waits for others. 2 due"),
    ],
)
def test_the_first_line_tells_what_waits_apart(total, waiting, words):
    found = late_words.first_line(total=total, posts=3, oldest=9, soon=2, waiting=waiting)

    assert found == f"{words} within seven days."


@pytest.mark.parametrize(
    "total, posts, oldest, waiting, words",
    [
        (12, 7, 9, 0, "Late at 7 posts; the oldest 9 working days."),
        (
            1,
            1,
            0,
            2,
            "Late at 1 post; the oldest less than a working day. 2 more are late but wait for others.",
        ),
        (0, 0, 0, 1, "1 task is late but waits for others."),
        (0, 0, 0, 0, ""),
    ],
)
def test_the_letter_adds_to_its_subject_and_does_not_repeat_it(total, posts, oldest, waiting, words):
    said = late_words.under_the_numbers(total=total, posts=posts, oldest=oldest, waiting=waiting)

    assert " ".join(map(str, said)) == words
