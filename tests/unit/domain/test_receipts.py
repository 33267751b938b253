"""Receipts: since when a lead's silence shows, and the chain of each person told."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.unit.domain.test_reminding import CAIRO, MEXICO, SINCE, at, duty, reader
from tracker.domain import receipts, reminding
from tracker.domain.duty import Absence, Standing
from tracker.domain.lifecycle import Status
from tracker.domain.receipts import Receipt, SentLetter, Step, Work

LEAD = replace(reader(), standing=Standing.OWNER)
WATCHER = replace(reader(address="wes@desk.example"), standing=Standing.WATCHER)
MORNING = at("2008-07-28 13:00")
NEXT = at("2008-07-29 13:00")
OPEN, ACCEPTED = Work(status=Status.OPEN), Work(status=Status.ACCEPTED, accepted_at=NEXT)
FAR = at("2008-12-31 22:00")


def silence(since: str, due_at: datetime | None = FAR, calendar=MEXICO) -> datetime | None:
    task = duty(reader(calendar, at(since)), due_at=due_at, calendar=calendar)
    return receipts.silent_at(task, reminding.reminders(task), {}, {}, SINCE)


@pytest.mark.parametrize(
    "since, shown",
    [
        ("2008-07-27 18:00", "2008-07-29 13:30"),  # letter on Monday at 08:00, before the post opens at 08:30
        ("2008-07-31 13:00", "2008-08-01 13:30"),  # on Thursday: the silent one shows on Friday morning
        ("2008-08-01 12:00", "2008-08-04 13:30"),  # on Friday: Monday
        ("2008-08-01 14:00", "2008-08-05 13:30"),  # too late for Friday's letters
    ],
)
def test_silence_shows_one_working_day_after_the_first_letter(since: str, shown: str) -> None:
    assert silence(since) == at(shown)


def test_the_posts_own_week_counts() -> None:
    thursday = at("2008-07-31 05:00")  # 08:00 in Cairo, where Friday and Saturday are free

    assert silence("2008-07-31 04:00", calendar=CAIRO) == at("2008-08-03 05:30")
    assert thursday < at("2008-08-03 05:30")


def test_a_letter_in_working_hours_is_given_until_that_hour_of_the_next_day() -> None:
    task = replace(duty(reader(since=at("2008-07-29 19:20")), due_at=FAR), precedence="IMMEDIATE")

    found = receipts.silent_at(task, reminding.reminders(task), {}, {}, SINCE)

    assert found == at("2008-07-30 19:20")


def test_what_is_due_sooner_is_given_half_the_time() -> None:
    assert silence("2008-07-29 13:00", at("2008-07-29 21:00")) == at("2008-07-29 17:00")
    assert silence("2008-07-29 13:00", at("2008-07-30 22:00")) == at("2008-07-30 13:30")


def test_a_first_letter_that_went_late_gives_as_much_time() -> None:
    task = duty(due_at=FAR)
    planned = reminding.reminders(task)
    late = {planned[0].slot: at("2008-07-30 13:00"), planned[1].slot: at("2008-08-01 13:00")}

    assert receipts.silent_at(task, planned, late, {}, SINCE) == at("2008-07-31 13:30")
    before = {planned[0].slot: at("2008-07-20 13:00")}  # when it was another's
    assert receipts.silent_at(task, planned, before, {}, SINCE) == at("2008-07-29 13:30")


@pytest.mark.parametrize(
    "who, when, is_silent",
    [
        ("mexico@posts.example", SINCE, False),
        ("mexico@posts.example", at("2008-07-25 13:59"), True),  # before it was his
        ("other@posts.example", NEXT, True),
        ("haddad@officers.example", NEXT, False),  # who stands in
    ],
)
def test_a_deed_of_the_lead_or_the_stand_in_ends_the_silence(
    who: str, when: datetime, is_silent: bool
) -> None:
    stand_in = reader(address="haddad@officers.example")
    away = Absence(first_on=date(2008, 7, 28), last_on=date(2008, 8, 1), stand_in=stand_in, since=SINCE)
    task = duty(replace(LEAD, absences=(away,)), due_at=FAR)

    found = receipts.silent_at(task, reminding.reminders(task), {}, {who: when}, SINCE)

    assert (found is not None) is is_silent


def test_nobody_is_silent_of_whom_nobody_was_asked() -> None:
    closed = replace(duty(), readers=(), closed_as="done")
    watched = duty(WATCHER)

    assert receipts.silent_at(closed, (), {}, {}, SINCE) is None
    assert receipts.silent_at(watched, reminding.reminders(watched), {}, {}, SINCE) is None


HANDED = SentLetter(handed_at=MORNING)
REFUSED = SentLetter(failed_at=MORNING, is_failed=True, words="550 no such user")
CAME_BACK = SentLetter(handed_at=MORNING, failed_at=NEXT, is_failed=True, words="550 no such user")
WAITS = SentLetter(words="relay down")


@pytest.mark.parametrize(
    "letters, confirmed, work, expected",
    [
        ([], None, OPEN, ["planned"]),
        ([WAITS], None, OPEN, ["not handed over yet"]),
        ([HANDED], None, OPEN, ["handed to the server"]),
        ([REFUSED], None, OPEN, ["bounced"]),
        ([CAME_BACK], None, OPEN, ["handed to the server", "bounced"]),
        ([CAME_BACK, HANDED], None, OPEN, ["handed to the server"]),  # the newest counts
        ([HANDED, REFUSED], None, OPEN, ["handed to the server", "bounced"]),
        ([HANDED], NEXT, OPEN, ["handed to the server", "confirmed"]),
        ([HANDED], NEXT, ACCEPTED, ["handed to the server", "accepted"]),
        ([HANDED], MORNING, ACCEPTED, ["handed to the server", "confirmed", "accepted"]),
        ([HANDED], None, ACCEPTED, ["handed to the server"]),  # by who held it before
        ([], NEXT, Work(status=Status.DONE, closed_at=NEXT), ["planned", "confirmed", "done"]),
        ([HANDED], None, Work(status=Status.CANCELLED, closed_at=NEXT), ["handed to the server", "ended"]),
    ],
)
def test_the_chain_of_a_lead(letters, confirmed, work, expected) -> None:
    steps = receipts.chain(LEAD, letters, confirmed=confirmed, planned=MORNING, work=work)

    assert [step.receipt for step in steps] == expected


def test_who_only_reads_confirms_but_accepts_nothing() -> None:
    steps = receipts.chain(WATCHER, [HANDED], confirmed=NEXT, planned=None, work=ACCEPTED)

    assert [step.receipt for step in steps] == [Receipt.HANDED, Receipt.CONFIRMED]
    none = receipts.chain(WATCHER, [], confirmed=None, planned=None, work=ACCEPTED)
    assert none == (Step(receipt=Receipt.NONE),)
