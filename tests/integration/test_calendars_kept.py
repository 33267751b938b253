"""What letters at once do to their readers' calendars, and what points of contact hear of a change."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from tests.letters_at_once import MAILBOX, MORNING, desk_task, do, entries_of, files_of, text_of, tick, told
from tests.work_world import World
from tracker.domain.due import Due
from tracker.services import bulk, change_letters, company, contacts, holders, second_looks, tasks
from tracker.services.company import Newcomer
from tracker.services.installation import Actor
from tracker.store.cables import ContactRecord
from tracker.store.messages import ReminderSlot
from tracker.store.notices import NoticeRecord
from tracker.store.tasks import Task


def test_a_calendar_follows_each_change_and_is_cleared_at_the_end(
    desk: World, task: Task, dana: Actor
) -> None:
    other = task.id - 1  # without a day: nobody has an entry of it
    found = []
    for verb, words in (
        (None, {}),
        (tasks.change_due, {"due": Due(on=date(2009, 5, 7), time="COB")}),
        (tasks.cancel, {}),
        (tasks.reopen, {}),
        (tasks.change_due, {"due": Due(on=date(2009, 5, 8), time="COB")}),
        (tasks.change_due, {"due": Due(on=None)}),
        (tasks.cancel, {}),
    ):
        if verb is not None:
            do(desk, verb, task, dana, **words)
        now = max(desk.now + timedelta(seconds=1), MORNING)
        found += [entry for _, mail in tick(desk, now) for entry in entries_of(mail)]
    do(desk, tasks.cancel, desk_task(desk, other), dana)

    assert [(method, day) for method, _, day in found[:4]] == [
        ("PUBLISH", 30), ("PUBLISH", 7), ("CANCEL", 7), ("PUBLISH", 8),
    ]  # fmt: skip
    assert [(method, day) for method, _, day in found[4:]] == [("CANCEL", None)]  # the end withdraws nothing
    sequences = [sequence for _, sequence, _ in found]
    assert sequences == sorted(set(sequences))
    assert [entries_of(mail) for _, mail in tick(desk, desk.now)] == [[]]


def test_a_task_that_is_opened_again_comes_back_into_the_calendar(
    desk: World, task: Task, dana: Actor
) -> None:
    tick(desk, MORNING)
    do(desk, tasks.cancel, task, dana)
    ((_, away),) = tick(desk, desk.now)
    do(desk, tasks.reopen, task, dana)

    found = [entries_of(mail) for _, mail in tick(desk, MORNING + timedelta(days=2))]

    assert [[method for method, *_ in one] for one in found] == [["PUBLISH"]]
    assert found[0][0][1] > entries_of(away)[0][1]


def test_who_gives_a_task_away_loses_its_entry_and_the_new_owner_gets_it(
    desk: World, task: Task, dana: Actor, rosa: Actor, luis: Actor
) -> None:
    tick(desk, MORNING)

    do(desk, tasks.assign, task, dana, owner_id=rosa.officer_id)
    first = {to: entries_of(mail) for to, mail in tick(desk, desk.now)}
    do(desk, tasks.assign, task, dana, owner_id=luis.officer_id)
    then = dict(tick(desk, desk.now))

    methods = {to: [method for method, *_ in found] for to, found in first.items()}
    assert methods == {MAILBOX: ["CANCEL"], "rosa@state.example": ["PUBLISH"]}
    assert [method for method, *_ in entries_of(then["rosa@state.example"])] == ["CANCEL"]
    assert "takes its entry out of your calendar" in text_of(then["rosa@state.example"])


def test_who_never_had_an_entry_is_sent_nothing_to_withdraw(
    desk: World, task: Task, dana: Actor, rosa: Actor, luis: Actor
) -> None:
    do(desk, tasks.take, task, rosa)

    do(desk, tasks.assign, task, dana, owner_id=luis.officer_id)

    letters = {to: files_of(mail) for to, mail in tick(desk, desk.now)}
    assert letters == {"rosa@state.example": [], "luis@state.example": ["due.ics"]}


@pytest.fixture
def contact(desk: World, task: Task) -> str:
    """Return the address of the cable's point of contact, which a person has confirmed."""
    with desk.transaction() as session:
        row = session.scalars(select(ContactRecord).where(ContactRecord.cable_id == task.cable_id)).one()
        contacts.confirm(session, row.id, **desk.act())
        return str(row.email).lower()


def test_a_point_of_contact_hears_at_once_of_a_new_day_and_of_the_end(
    desk: World, task: Task, dana: Actor, contact: str
) -> None:
    tick(desk, MORNING + timedelta(hours=3))  # it is morning in Washington too

    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 4, 28), time="COB"), note="The visit slips.")
    moved = dict(tick(desk, desk.now))
    assert [to for to, _ in tick(desk, MORNING + timedelta(days=1))] == []
    do(desk, tasks.cancel, task, dana)
    ended = dict(tick(desk, desk.now))

    assert set(moved) == set(ended) == {MAILBOX, contact}
    assert moved[contact]["Subject"] == "Due day changed: Lima: Report the host government's response"
    assert (
        "Dana has set the due day to Tuesday 28 April 2009, close of business; it was Thursday 30 April 2009, "
        'close of business. Letters follow the new day. "The visit slips." You get this because the cable names you'
    ) in text_of(moved[contact])
    assert "AMEMBASSY LIMA is not asked for it any more. Letters about it end." in text_of(ended[contact])
    assert [[one[0] for one in entries_of(letter[contact])] for letter in (moved, ended)] == [
        ["PUBLISH"],
        ["CANCEL"],
    ]


def test_a_point_of_contact_who_has_had_no_letter_hears_of_no_change(
    desk: World, task: Task, dana: Actor, contact: str
) -> None:
    do(desk, tasks.change_due, task, dana, due=Due(on=date(2009, 5, 7), time="COB"))
    do(desk, tasks.cancel, task, dana)

    assert told(desk) == []


def test_several_tasks_taken_back_make_one_letter_to_the_point_of_contact(
    desk: World, task: Task, dana: Actor, contact: str
) -> None:
    tick(desk, MORNING + timedelta(hours=3))

    with desk.transaction() as session:
        both = [session.get_one(Task, number) for number in (task.id - 1, task.id)]
        changes = [one for each in both for one in change_letters.taken_back(session, each, desk.act(dana))]
        change_letters.write(session, changes, None, desk.act(dana))

    letters = {to: words for kind, to, words in told(desk) if kind == "taken back, told"}
    assert set(letters) == {contact}
    assert letters[contact].startswith("Dana has taken these tasks back: nobody is asked for them any more.")
    with desk.reading() as session:
        entries = session.scalars(select(NoticeRecord.entries).where(NoticeRecord.recipient == contact)).one()
    assert [words.endswith(" (the page needs an account)") for words, _path in entries] == [True, True]


def test_what_waits_for_somebody_else_does_not_ask_a_point_of_contact(
    desk: World, task: Task, dana: Actor, rosa: Actor, contact: str
) -> None:
    tick(desk, MORNING + timedelta(hours=3))
    do(desk, tasks.wait, task, rosa, whom="the host government")

    tick(desk, MORNING + timedelta(days=13, hours=3))

    with desk.reading() as session:
        slots = select(ReminderSlot.rule).where(ReminderSlot.task_id == task.id)
        rules = {
            to: set(session.scalars(slots.where(ReminderSlot.recipient == to))) for to in (MAILBOX, contact)
        }
    assert rules[contact] == {"first"}
    assert "waiting-5" in rules[MAILBOX]


@pytest.fixture
def company_told(desk: World, task: Task, luis: Actor) -> set[str]:
    """Return the addresses of a coordinator and a watcher, whose calendars have had the task's day."""
    with desk.transaction() as session:
        watcher = Newcomer(part="watcher", address="watch@state.example")
        company.add(session, task.id, newcomer=watcher, **desk.act())
        helper = Newcomer(part="coordinator", officer_id=luis.officer_id)
        company.add(session, task.id, newcomer=helper, **desk.act())
    sent = tick(desk, MORNING + timedelta(hours=3))  # it is morning in Washington too
    with_entry = {to for to, mail in sent if "due.ics" in files_of(mail)}
    assert {"watch@state.example", "luis@state.example"} < with_entry
    return {"watch@state.example", "luis@state.example"}


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (tasks.cancel, "AMEMBASSY LIMA is not asked for it any more."),
        (partial(tasks.complete, outcome="agreed", note="They agree."), "has closed this."),
    ],
)
def test_who_stands_beside_a_task_loses_its_entry_when_it_ends(
    desk: World, task: Task, dana: Actor, company_told: set[str], end: Any, said: str
) -> None:
    do(desk, end, task, dana)

    sent = {to: mail for to, mail in tick(desk, desk.now) if to in company_told}

    assert set(sent) == company_told
    assert {method for mail in sent.values() for method, *_ in entries_of(mail)} == {"CANCEL"}
    assert all(said in text_of(mail) and holders.BESIDE_WHY in text_of(mail) for mail in sent.values())


def test_who_stands_beside_several_tasks_closed_at_once_gets_one_letter(
    desk: World, task: Task, dana: Actor, company_told: set[str]
) -> None:
    wish = bulk.Wish(act=bulk.Act.CLOSE, outcome="overtaken", note="Overtaken.")

    with desk.transaction() as session:
        bulk.carry_out(session, [task.id - 1, task.id], wish, **desk.act(dana))

    sent = [(to, mail) for to, mail in tick(desk, desk.now) if to in company_told]
    assert sorted(to for to, _ in sent) == sorted(company_told)
    assert [[method for method, *_ in entries_of(mail)] for _, mail in sent] == [["CANCEL"]] * 2


def test_who_ends_it_himself_and_who_had_no_entry_get_no_letter(
    desk: World, task: Task, company_told: set[str], luis: Actor
) -> None:
    with desk.transaction() as session:
        late = Newcomer(part="watcher", address="late@state.example")
        company.add(session, task.id, newcomer=late, **desk.act())

    do(desk, tasks.complete, task, luis, outcome="agreed", note="They agree.")

    assert {to for to, _ in tick(desk, desk.now)} == {"watch@state.example", MAILBOX}


@pytest.mark.parametrize(
    "verbs",
    [
        (partial(tasks.complete, outcome="agreed"), second_looks.accept_done),
        (tasks.decline, second_looks.leave_declined),
    ],
)
def test_an_entry_stays_until_the_desk_agrees_that_it_ends(
    desk: World, task: Task, dana: Actor, rosa: Actor, company_told: set[str], verbs: Any
) -> None:
    settings = replace(desk.runtime.settings, second_look=True)
    desk.runtime = replace(desk.runtime, installation=replace(desk.runtime.installation, settings=settings))
    said, agreed = verbs
    do(desk, said, task, rosa, note="As said.")
    before = {to for to, _ in tick(desk, desk.now)}

    do(desk, agreed, task, dana)

    after = {to: entries_of(mail) for to, mail in tick(desk, desk.now) if to in company_told}
    assert before & company_told == set()
    assert set(after) == company_told
    assert {method for found in after.values() for method, *_ in found} == {"CANCEL"}
