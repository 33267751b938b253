"""Who answers a letter that went to another: an officer of the post acts as himself, others are told or kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.mail_world import World, offer
from tests.reply_world import (
    LIMA,
    address_of,
    address_of_letter,
    history,
    lima,
    mail,
    mails,
    send,
    standing,
    told,
)
from tracker.domain.notice import NoticeKind
from tracker.store.inbox import IncomingMessage
from tracker.store.people import Officer, RoleGrant
from tracker.store.places import Post
from tracker.store.queries import boards
from tracker.store.queries.boards import Whose
from tracker.store.tasks import Task
from tracker.web.desk_lines import desk_lines

SAM, RUT, EVE = "sam@officers.example", "rut@officers.example", "eve@elsewhere.example"


@pytest.fixture
def world(sqlite_url: str, tmp_path: Path) -> Iterator[World]:
    """Lima owes three tasks; Sam works there, Rut is an officer with no role there."""
    made = lima(sqlite_url, tmp_path, tasks=3)
    with made.transaction() as session:
        sam, _rut = (made.officer(session, name) for name in ("sam", "rut"))
        post = session.scalars(select(Post)).one()
        session.add(RoleGrant(officer_id=sam.id, role="post staff", post_id=post.id))
    yield made
    made.close()


def test_an_officer_of_the_post_acts_as_himself_on_its_mailboxs_letter(world: World) -> None:
    several = address_of_letter(world)

    said = [
        send(world, "1 DONE agreed - week of 18 May\n2 by Friday", several, SAM),
        send(world, "ACCEPT", address_of(world, 3), SAM),
    ]

    assert said == ["250 2.0.0 read"] * 2
    assert [standing(world, number) for number in (1, 2, 3)] == [
        "done, agreed, week of 18 May",
        "open, by 2008-08-08",
        "accepted",
    ]
    assert history(world, 1) == ["Sam mail answered", "Sam mail moved"]
    assert [one.recipient for one in told(world) if one.kind == "reply booked"] == [SAM, SAM]


def test_a_known_officer_without_a_role_there_is_told_once_and_his_mail_stands_there(world: World) -> None:
    address = address_of_letter(world)

    said = [send(world, f"2 DONE agreed{'.' * n}", address, RUT) for n in range(2)]

    assert said == ["250 2.0.0 held"] * 2
    assert (standing(world, 2), history(world, 2)) == ("open", [])
    (letter,) = told(world)
    assert (letter.recipient, letter.kind, letter.tasks) == (RUT, NoticeKind.NOT_BOOKED, [])
    assert letter.subject == f"Not booked: your answer to a letter of {LIMA}"
    assert letter.paragraphs[1].startswith(f"This letter went to {LIMA}. Answer from that address")
    assert "Name a point" not in " ".join([letter.subject, *letter.paragraphs])
    with world.transaction() as session:
        assert session.scalars(select(IncomingMessage.task_id)).all() == [2, 2]
    assert f"Its letter went to {LIMA}, not to who wrote" in mails(world)[0][1]


def test_who_is_not_known_or_not_active_or_shares_an_address_moves_nothing(world: World) -> None:
    address = address_of_letter(world)
    with world.transaction() as session:
        for name in ("sam", "rut"):
            session.scalars(select(Officer).where(Officer.login == name)).one().is_active = False

    said = [send(world, f"1 DONE agreed, {who}", address, who) for who in (SAM, RUT, EVE)]

    assert said == ["250 2.0.0 held"] * 3
    assert (standing(world), history(world), told(world)) == ("open", [], [])
    with world.transaction() as session:
        for name in ("sam", "rut"):
            officer = session.scalars(select(Officer).where(Officer.login == name)).one()
            officer.is_active, officer.email = True, SAM
    assert send(world, "1 DONE refused", address, SAM) == "250 2.0.0 held"
    assert (standing(world), [one.recipient for one in told(world)]) == ("open", [SAM])


def test_the_post_and_a_contact_of_the_cable_are_told_too(world: World) -> None:
    with world.transaction() as session:
        task = session.get_one(Task, 1)
        world.contact(session, task.cable, "Kim Hale", confirmed_at=world.now)
        sam = session.scalars(select(Officer).where(Officer.login == "sam")).one()
        world.event(session, task, "assigned", owner_id=sam.id)
        task.owner_id = sam.id
    offer(world, "2008-08-06 14:00")
    to_sam = address_of(world, 1, SAM)

    said = [send(world, f"DONE agreed, {who}", to_sam, who) for who in (LIMA, "hale@desk.example")]

    assert said == ["250 2.0.0 held"] * 2
    assert standing(world) == "open"
    assert [one.recipient for one in told(world)] == [LIMA, "hale@desk.example"]


def test_no_letter_goes_where_nobody_vouches_for_the_sender(sqlite_url: str, tmp_path: Path) -> None:
    world = lima(sqlite_url, tmp_path, tasks=1, vouching_server="mx.example")
    with world.transaction() as session:
        sam = world.officer(session, "sam")
        post = session.scalars(select(Post)).one()
        session.add(RoleGrant(officer_id=sam.id, role="post staff", post_id=post.id))
    offer(world)
    address, results = address_of(world), "Authentication-Results"
    passed = "mx.example; dmarc=pass header.from=officers.example"

    said = [
        send(world, mail("DONE agreed", SAM), address, SAM),
        send(world, mail("DONE agreed", SAM, message_id="<2@o.example>", **{results: passed}), address, SAM),
    ]

    assert said == ["250 2.0.0 held", "250 2.0.0 read"]
    assert [one.kind for one in told(world) if one.recipient == SAM] == ["reply booked"]
    assert standing(world) == "done, agreed"
    world.close()


def test_talk_stands_on_the_task_whose_number_it_names_else_each_is_told(world: World) -> None:
    address = address_of_letter(world)

    send(world, "2. Thanks, all clear.", address)
    send(world, "Thanks to all.", address)

    with world.transaction() as session:
        assert session.scalars(select(IncomingMessage.task_id).order_by(IncomingMessage.id)).all() == [2, 1]
    name = "AMEMBASSY LIMA mail"
    assert [history(world, number) for number in (1, 2, 3)] == [
        [f"{name} mail about several"],
        [f"{name} answered", f"{name} mail about several"],
        [f"{name} mail about several"],
    ]
    with world.transaction() as session:
        task = session.get_one(Task, 3)
        assert task.history[-1].after == {"stands_on": 1}


ABOUT_DAYS = [
    (
        "2 by Tuesday",
        (
            "Today is Tuesday 5 August 2008. Do you mean today, or Tuesday 12 August 2008? "
            "Write: 2 by 5 August; or: 2 by 12 August."
        ),
    ),
    (
        "2 EXTEND to 12/8, minister travelling",
        (
            "That can be Tuesday 12 August 2008 or Monday 8 December 2008 (Immaculate Conception). Write the month in letters: "
            "2 EXTEND to 12 August, and why; or: 2 EXTEND to 8 December, and why."
        ),
    ),
    (
        "2 by Friday 12 August",
        "Tuesday 12 August 2008 is not the weekday that you wrote. Write the day alone: 2 by 12 August.",
    ),
    ("2 by 31 July 2008", "Thursday 31 July 2008 has passed. Write a day that is still to come."),
    (
        "2 by 31 July",
        "That day of this year has passed. If you mean Friday 31 July 2009, write the year: 2 by 31 July 2009.",
    ),
    ("2 by fax", "Say the day alone: by Friday, or by 12 August."),
]


def test_a_day_that_is_not_sure_is_asked_about_with_what_to_write(world: World) -> None:
    address = address_of_letter(world)

    for said, _want in ABOUT_DAYS:
        send(world, said, address)

    assert [one.paragraphs[0].rpartition('" - ')[2] for one in told(world)] == [
        want for _, want in ABOUT_DAYS
    ]


def test_the_desk_is_told_that_a_post_waits_for_it_and_has_it_on_its_day(world: World) -> None:
    send(world, "1 WAITING on Washington for the paper\n2 WAITING on the ministry", address_of_letter(world))

    (letter,) = [one for one in told(world) if one.recipient == "dana@officers.example"]
    assert (letter.subject, letter.kind) == (
        "Waits for you: Lima: Deliver the points",
        "waits for the desk",
    )
    assert letter.paragraphs[0].startswith("AMEMBASSY LIMA says that it waits for Washington.")
    assert letter.paragraphs[1] == '"the paper"'
    assert awaited(world, "dana") == [(1, "waiting for Washington")]
    assert awaited(world, "rut") == []  # the desk of another
    send(world, "ACCEPT", address_of(world, 1))
    assert awaited(world, "dana") == []


def awaited(world: World, login: str) -> list[tuple[int, str]]:
    """Return the lines of what waits for the desk on an officer's day."""
    with world.transaction() as session:
        officer = session.scalars(select(Officer).where(Officer.login == login)).one()
        whose = Whose(officer_id=officer.id, sets_dues=None)
        found = boards.my_day(session, whose, now=world.now, book=world.installation.book)
        return [(one.task_id, one.words) for one in desk_lines(found.to_decide)]


def test_who_writes_for_the_post_is_named_once(world: World) -> None:
    send(world, "1 DECLINE: not ours", address_of_letter(world))
    send(world, "DECLINE: not ours either", address_of(world, 2), SAM)

    said = [one.paragraphs[0] for one in told(world) if one.kind == "declined"]
    assert said == [
        'AMEMBASSY LIMA has declined it: "not ours"',
        'Sam has declined it for AMEMBASSY LIMA: "not ours either"',
    ]


def test_what_is_so_already_is_told_and_settles_itself_unless_it_says_more(world: World) -> None:
    address = address_of(world)
    replies = (
        "ACCEPT",
        "Accepted.",
        "DONE delivered",
        "done, delivered",
        "DONE refused",
        "Accept\n\nA word more.",
    )

    said = [send(world, words, address) for words in replies]

    assert [one.removeprefix("250 2.0.0 ") for one in said] == [
        "read",
        "read",
        "read",
        "read",
        "held",
        "held",
    ]
    assert standing(world) == "done, delivered"
    again, _same, refused, _more = [one for one in told(world) if one.kind == "reply not understood"]
    assert again.subject == "Nothing changed: Lima: Deliver the points"
    assert again.paragraphs[1:] == ["To add something, write it in a reply; a person reads it."]
    assert again.paragraphs[0].endswith("by AMEMBASSY LIMA. Nothing was changed.")
    assert refused.paragraphs[0].endswith("press Open it again on its page; then say it anew.")
    assert mails(world)[1][1].endswith(" It says what is so already.")
