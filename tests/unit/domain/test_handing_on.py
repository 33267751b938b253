"""Reminders put off, handed to a stand-in, or not wanted: tables of moments on the reader's clock."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tests.unit.domain.test_reminding import CAIRO, CAPITAL, MEXICO, SINCE, at, duty, planned, reader
from tracker.domain import reminding
from tracker.domain.policy import Policy
from tracker.domain.reminding import Absence, Duty, Reader, Reminder, Snooze, Standing, Wishes

OWNER = replace(reader(address="reyes@officers.example"), standing=Standing.OWNER, name="Reyes")
STAND_IN = replace(
    reader(address="haddad@officers.example"),
    standing=Standing.OWNER,
    name="Haddad",
    stands_in_for="Reyes",
)
CHIEF = replace(reader(address="chief@posts.example"), standing=Standing.SUPERVISOR, name="Chief")


def found(task: Duty, *rules: str) -> list[str]:
    """Return the reminders of these rules as words, with the reader's first name where it is not the owner."""
    return [_words(one) for one in reminding.reminders(task) if not rules or one.rule in rules]


def _words(one: Reminder) -> str:
    words = planned((one,))[0]
    return words if one.reader.name in ("Reyes", "AMEMBASSY MEXICO") else f"{words} {one.reader.name}"


# --- put off ---


@pytest.mark.parametrize(
    "since, until, expected",
    [
        ("2008-08-05 14:00", date(2008, 8, 11), ["before-1 Tue 5 Aug 08:00", "due Mon 11 Aug 08:00"]),
        ("2008-08-05 13:00", date(2008, 8, 11), ["before-1 Mon 11 Aug 08:00", "due Mon 11 Aug 08:00"]),
        ("2008-08-05 12:00", date(2008, 8, 9), ["before-1 Mon 11 Aug 08:00", "due Mon 11 Aug 08:00"]),
        ("2008-08-05 14:00", date(2008, 8, 6), ["before-1 Tue 5 Aug 08:00", "due Wed 6 Aug 08:00"]),
        ("2008-08-12 14:00", date(2008, 8, 15), ["before-1 Tue 5 Aug 08:00", "due Wed 6 Aug 08:00"]),
    ],
)
def test_a_snooze_puts_off_what_falls_in_it_to_its_morning(
    since: str, until: date, expected: list[str]
) -> None:
    task = replace(duty(OWNER), snooze=Snooze(since=at(since), until=until))

    assert found(task, "before-1", "due") == expected


def test_a_snooze_says_so_and_leaves_the_ladder_alone() -> None:
    snooze = Snooze(since=at("2008-08-07 15:00"), until=date(2008, 8, 18))
    task = replace(duty(OWNER), steps=(CHIEF, None), snooze=snooze)

    reasons = {one.rule: one.reason for one in reminding.reminders(task)}

    assert reasons["after-3"] == "3 working days late; put off to Mon 18 Aug"
    assert found(task, "ladder-1", "copy-1") == [
        "ladder-1 Mon 11 Aug 08:00 Chief",
        "copy-1 Mon 11 Aug 08:00",
    ]


# --- a stand-in ---


def away(first: date, last: date, stand_in: Reader = STAND_IN, since: datetime = SINCE) -> Duty:
    absence = Absence(first_on=first, last_on=last, stand_in=stand_in, since=since)
    return duty(replace(OWNER, absences=(absence,)))


def test_who_is_away_is_stood_in_for_and_hears_of_it_again_after() -> None:
    task = away(date(2008, 8, 5), date(2008, 8, 7))

    assert found(task, "before-5", "before-1", "due", "after-1", "after-3") == [
        "before-5 Wed 30 Jul 08:00",
        "before-1 Tue 5 Aug 08:00 Haddad",
        "due Wed 6 Aug 08:00 Haddad",
        "after-1 Thu 7 Aug 08:00 Haddad",
        "after-3 Mon 11 Aug 08:00",
    ]


def test_the_reason_names_who_is_away() -> None:
    task = away(date(2008, 8, 5), date(2008, 8, 5))

    handed = next(one for one in reminding.reminders(task) if one.rule == "before-1")

    assert handed.reason == "1 working day before the due day; Reyes is away"
    assert handed.reader.stands_in_for == "Reyes"
    assert reminding.unwanted(handed.slot, task) is None


def test_an_absence_said_too_late_leaves_the_letter_of_that_morning_to_the_owner() -> None:
    task = away(date(2008, 8, 5), date(2008, 8, 6), since=at("2008-08-05 15:00"))

    assert found(task, "before-1", "due") == ["before-1 Tue 5 Aug 08:00", "due Wed 6 Aug 08:00 Haddad"]


def test_a_stand_in_gets_it_on_his_own_morning_before_the_due_where_that_can_be() -> None:
    in_cairo = replace(STAND_IN, calendar=CAIRO)  # rests on Friday and Saturday
    friday = replace(
        away(date(2008, 8, 7), date(2008, 8, 15), in_cairo), due_at=MEXICO.closing(date(2008, 8, 8))
    )
    on = {one.rule: one.at for one in reminding.reminders(friday)}

    assert on["due"] == at("2008-08-07 05:00")  # Thursday, 08:00 in Cairo
    assert on["after-1"] == at("2008-08-11 05:00")


def test_a_letter_that_goes_at_once_goes_at_once_to_a_stand_in_too() -> None:
    night = at("2008-08-05 08:00")
    absent = replace(
        OWNER,
        since=night,
        absences=(
            Absence(first_on=date(2008, 8, 5), last_on=date(2008, 8, 5), stand_in=STAND_IN, since=SINCE),
        ),
    )

    assert found(replace(duty(absent), precedence="FLASH"), "first") == ["first Tue 5 Aug 03:00 Haddad"]


def test_somebody_who_reads_of_it_in_any_case_gets_one_reminder_not_two() -> None:
    watcher = replace(STAND_IN, standing=Standing.WATCHER, stands_in_for=None)
    task = away(date(2008, 8, 5), date(2008, 8, 7))
    task = replace(task, readers=(*task.readers, watcher))

    slots = [one.slot for one in reminding.reminders(task)]

    assert len(slots) == len(set(slots))


# --- wishes ---


def wishing(wishes: Wishes, standing: Standing = Standing.OWNER, **more: object) -> Duty:
    return duty(replace(OWNER, standing=standing, wishes=wishes, **more))


def test_a_reader_has_an_hour_and_days_of_his_own() -> None:
    wishes = Wishes(send_at=time(9, 30), days=frozenset({0, 3}))  # Monday and Thursday

    assert found(wishing(wishes))[:6] == [
        "first Mon 28 Jul 09:30",
        "before-5 Mon 28 Jul 09:30",
        "before-1 Mon 4 Aug 09:30",
        "due Mon 4 Aug 09:30",
        "after-1 Thu 7 Aug 09:30",
        "after-3 Mon 11 Aug 09:30",
    ]


def test_a_day_on_which_no_letters_are_wanted_is_named() -> None:
    wishes = Wishes(days=frozenset({0, 3}))

    moved = next(one for one in reminding.reminders(wishing(wishes)) if one.rule == "before-1")

    assert moved.reason.endswith("; Tue 5 Aug is no day on which the reader wants letters")


def test_a_reader_who_wants_no_day_at_all_is_a_fault() -> None:
    with pytest.raises(ValueError, match="gets letters on no day"):
        reminding.reminders(wishing(Wishes(days=frozenset({6}))))


@pytest.mark.parametrize(
    "since, first",
    [
        ("2008-07-25 15:00", "first Fri 25 Jul 10:00"),
        ("2008-07-26 02:00", "first Sat 26 Jul 07:00"),  # 21:00: after the quiet hours
    ],
)
def test_first_letters_go_at_once_to_who_wishes_it(since: str, first: str) -> None:
    assert found(wishing(Wishes(at_once=True), since=at(since)), "first") == [first]


def test_what_is_not_wanted_is_not_sent() -> None:
    wishes = Wishes(silent=frozenset({"before", "due"}))

    assert found(wishing(wishes), "before-5", "before-1", "due", "after-1") == ["after-1 Thu 7 Aug 08:00"]


def test_what_is_wanted_again_is_not_made_up_for() -> None:
    wishes = Wishes(since={"before": at("2008-08-01 15:00")})

    assert found(wishing(wishes), "before-5", "before-1") == ["before-1 Tue 5 Aug 08:00"]


def test_who_owes_it_hears_of_what_is_late_unless_somebody_takes_it() -> None:
    wishes = Wishes(silent=frozenset({"after", "late"}))

    assert found(wishing(wishes), "after-1") == ["after-1 Thu 7 Aug 08:00"]
    assert found(wishing(wishes, late_to=STAND_IN), "after-1") == ["after-1 Thu 7 Aug 08:00 Haddad"]
    assert found(wishing(wishes, Standing.WATCHER), "after-1") == []


# --- a policy of the task's own ---


def test_a_new_policy_does_not_call_up_what_lies_before_it() -> None:
    own = Policy(before=(6, 1))
    task = replace(duty(OWNER, reader(CAPITAL)), policy=own, policy_since=at("2008-07-31 15:00"))

    assert {one.rule for one in reminding.reminders(task) if one.rule.startswith("before")} == {"before-1"}
