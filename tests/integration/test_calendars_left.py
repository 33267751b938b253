"""Whose calendar is cleared by a letter: all whom a task has reached when it ends, and whoever leaves it before."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import delete, select

from tests.bracketed import CLOSES, OPENS, Bracketed
from tests.letters_at_once import MAILBOX, MORNING, do, entries_of, files_of, text_of, tick
from tests.work_world import World
from tracker import texts
from tracker.domain import tokens
from tracker.domain.task_links import LinkKind
from tracker.domain.tokens import Purpose
from tracker.services import absences, answers, company, contacts, leave_links, task_links, tasks
from tracker.services.absences import Away
from tracker.services.company import Newcomer
from tracker.services.installation import Actor, Installation
from tracker.store.cables import ContactRecord
from tracker.store.company import TaskPerson
from tracker.store.messages import OutgoingMessage
from tracker.store.people import RoleGrant
from tracker.store.tasks import Task

CONTACT, WATCHER, ROSA, LUIS = (
    "oakleym@state.example", "watch@state.example", "rosa@state.example", "luis@state.example",
)  # fmt: skip
DONE = partial(tasks.complete, outcome="agreed", note="They agree.")


@pytest.fixture
def reached(desk: World, task: Task, rosa: Actor, luis: Actor) -> Task:
    """Return a task of Rosa's, whose day stands in four calendars: hers, a contact's, Luis's and a watcher's."""
    with desk.transaction() as session:
        row = session.scalars(select(ContactRecord).where(ContactRecord.cable_id == task.cable_id)).one()
        contacts.confirm(session, row.id, **desk.act())
        for newcomer in (
            Newcomer(part="coordinator", officer_id=luis.officer_id),
            Newcomer(part="watcher", address=WATCHER),
        ):
            company.add(session, task.id, newcomer=newcomer, **desk.act())
    do(desk, tasks.take, task, rosa)
    sent = tick(desk, MORNING + timedelta(hours=3))  # it is morning in Washington too
    assert {to for to, mail in sent if "due.ics" in files_of(mail)} == {CONTACT, WATCHER, ROSA, LUIS}
    return task


def sent_now(desk: World) -> dict[str, Any]:
    """Return the letters that go now by reader; nobody gets two."""
    sent = tick(desk, desk.now)
    assert len({to for to, _ in sent}) == len(sent)
    return dict(sent)


def methods(letters: dict[str, Any]) -> dict[str, list[str]]:
    return {to: [method for method, *_ in entries_of(mail)] for to, mail in letters.items()}


@pytest.mark.parametrize("end", [DONE, tasks.cancel])
def test_the_end_clears_every_calendar_but_of_who_ended_it(
    desk: World, reached: Task, dana: Actor, end: Any
) -> None:
    do(desk, end, reached, dana)
    letters = sent_now(desk)

    assert methods(letters) == {key: ["CANCEL"] for key in (CONTACT, WATCHER, ROSA, LUIS)}
    assert sent_now(desk) == {}


def test_the_owner_who_does_it_himself_is_told_nothing_and_the_contact_is(
    desk: World, reached: Task, rosa: Actor
) -> None:
    do(desk, DONE, reached, rosa)
    letters = sent_now(desk)

    assert methods(letters) == {key: ["CANCEL"] for key in (CONTACT, WATCHER, LUIS)}
    assert "Rosa has closed this." in text_of(letters[CONTACT])
    assert "You get this because the cable names you as a point of contact" in text_of(letters[CONTACT])


def test_the_mailbox_keeps_the_day_when_an_officer_takes_it_until_it_is_done(
    desk: World, task: Task, rosa: Actor, luis: Actor
) -> None:
    tick(desk, MORNING)
    do(desk, tasks.take, task, rosa)
    assert sent_now(desk) == {}

    do(desk, DONE, task, luis)

    assert methods(sent_now(desk)) == {MAILBOX: ["CANCEL"]}


def test_a_post_that_answers_by_mail_gets_no_letter_about_its_own_deed(desk: World, task: Task) -> None:
    tick(desk, MORNING)

    with desk.transaction() as session:
        by = answers.writer(session, session.get_one(Task, task.id), MAILBOX, "AMEMBASSY LIMA")
        DONE(session, task.id, **desk.act(by))

    assert sent_now(desk) == {}


@pytest.mark.parametrize("expected", [["CANCEL"], None])
def test_who_stood_in_loses_the_day_at_the_end_where_he_may_still_see_it(
    desk: World, task: Task, rosa: Actor, luis: Actor, dana: Actor, expected: list[str] | None
) -> None:
    do(desk, tasks.take, task, rosa)
    today = desk.now.date()
    away = Away(first_on=today, last_on=today + timedelta(days=3), stand_in_id=luis.officer_id)
    with desk.transaction() as session:
        absences.add(session, rosa.officer_id or 0, away, **desk.act(rosa))
    sent = dict(tick(desk, MORNING + timedelta(hours=3)))
    assert files_of(sent[LUIS]) == ["due.ics"]
    tick(desk, MORNING + timedelta(days=5))  # Rosa is back
    if expected is None:
        with desk.transaction() as session:
            session.execute(delete(RoleGrant).where(RoleGrant.officer_id == luis.officer_id))

    do(desk, tasks.cancel, task, dana)

    assert methods(sent_now(desk)).get(LUIS) == expected


def person_of(desk: World, task: Task, name: str) -> int:
    with desk.reading() as session:
        rows = session.scalars(select(TaskPerson).where(TaskPerson.task_id == task.id)).all()
        return next(row.id for row in rows if row.name == name)


def test_who_is_taken_off_loses_the_day_and_hears_no_more(desk: World, reached: Task, dana: Actor) -> None:
    do(desk, company.leave, reached, dana, person_id=person_of(desk, reached, "Luis"))
    letters = sent_now(desk)
    do(desk, tasks.cancel, reached, dana)

    assert methods(letters) == {LUIS: ["CANCEL"]}
    assert letters[LUIS]["Subject"] == "No more letters: Lima: Report the host government's response"
    assert "Dana has taken you off this. No more letters about it come to you." in text_of(letters[LUIS])
    assert LUIS not in sent_now(desk)


def test_who_leaves_by_himself_is_told_so(desk: World, reached: Task, luis: Actor) -> None:
    do(desk, company.leave, reached, luis, person_id=person_of(desk, reached, "Luis"))

    letters = sent_now(desk)

    assert methods(letters) == {LUIS: ["CANCEL"]}
    assert "You have left this, or passed it on. No more letters about it come to you." in text_of(
        letters[LUIS]
    )


def test_who_stays_in_another_part_keeps_the_day(
    desk: World, reached: Task, dana: Actor, luis: Actor
) -> None:
    do(desk, tasks.assign, reached, dana, owner_id=luis.officer_id)
    tick(desk, desk.now)

    do(desk, company.leave, reached, dana, person_id=person_of(desk, reached, "Luis"))

    assert sent_now(desk) == {}


def test_who_had_no_entry_leaves_without_a_letter(desk: World, task: Task, dana: Actor) -> None:
    with desk.transaction() as session:
        newcomer = Newcomer(part="watcher", address=WATCHER)
        person_id = company.add(session, task.id, newcomer=newcomer, **desk.act()).id

    do(desk, company.leave, task, dana, person_id=person_id)

    assert sent_now(desk) == {}


@pytest.mark.parametrize("new", ["luis", None])
def test_an_owner_who_passes_it_on_himself_loses_the_day(
    desk: World, reached: Task, rosa: Actor, luis: Actor, new: str | None
) -> None:
    manager = desk.officer("mona", ("post manager", "AMEMBASSY LIMA"))
    do(desk, tasks.assign, reached, manager, owner_id=manager.officer_id)
    tick(desk, desk.now)
    tick(desk, desk.now + timedelta(days=1))  # her first letter: she has given it to herself
    owner_id = luis.officer_id if new else None

    do(desk, tasks.assign, reached, manager, owner_id=owner_id)

    assert methods(sent_now(desk))["mona@state.example"] == ["CANCEL"]


def test_an_owner_whose_colleague_declines_loses_the_day_and_the_others_when_the_desk_agrees(
    desk: World, reached: Task, luis: Actor
) -> None:
    do(desk, tasks.decline, reached, luis, note="Not our district.")

    letters = sent_now(desk)

    assert methods(letters)[ROSA] == ["CANCEL"]
    assert not {CONTACT, WATCHER} & set(letters)


def test_a_contact_who_is_written_to_no_more_loses_the_day(desk: World, reached: Task, dana: Actor) -> None:
    with desk.transaction() as session:
        row = session.scalars(select(ContactRecord).where(ContactRecord.cable_id == reached.cable_id)).one()
        contacts.unconfirm(session, row.id, **desk.act(dana))

    assert methods(sent_now(desk)) == {CONTACT: ["CANCEL"]}


def link_of(desk: World, task: Task) -> tuple[str, Installation]:
    """Return the watcher's link that leaves all tasks of his letter, and the installation that signed it."""
    settings = replace(desk.runtime.settings, secret_key="k" * 40)
    with desk.reading() as session:
        letter = session.scalars(select(OutgoingMessage).where(OutgoingMessage.recipient == WATCHER)).one()
        person = tokens.of_letter(WATCHER, letter.message_id)
    token = tokens.Token(purpose=Purpose.LEAVE_ALL, task_id=task.id, until=desk.now.date() + tokens.LAST)
    text = tokens.written(token, secret=settings.secret_key, person=person)
    return text, replace(desk.runtime.installation, settings=settings)


def test_a_watcher_who_leaves_all_by_the_link_gets_one_letter(desk: World, reached: Task) -> None:
    text, known = link_of(desk, reached)
    with desk.transaction() as session:
        leave_links.press(session, text, now=desk.now, installation=known)

    letters = sent_now(desk)

    assert methods(letters) == {WATCHER: ["CANCEL"]}
    assert "You have left this" in text_of(letters[WATCHER])


def test_a_link_that_leaves_all_says_so_in_the_language_spoken(
    desk: World, reached: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())
    text, known = link_of(desk, reached)
    with desk.transaction() as session:
        before = leave_links.opened(session, text, now=desk.now, installation=known)
        after = leave_links.press(session, text, now=desk.now, installation=known)

    with texts.speaking("xx"):
        told = [str(one) for one in (before.title, before.effect, after.title, after.settled)]

    assert [one[0] + one[-1] for one in told] == [OPENS + CLOSES] * 4


def test_a_task_asked_twice_leaves_the_calendars_of_all(desk: World, reached: Task, dana: Actor) -> None:
    other = reached.id - 1

    do(desk, task_links.link, reached, dana, other_id=other, kind=LinkKind.DUPLICATE_OF)

    letters = sent_now(desk)
    assert methods(letters) == {key: ["CANCEL"] for key in (CONTACT, WATCHER, ROSA, LUIS)}
