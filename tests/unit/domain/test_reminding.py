"""When reminders go: tables of moments in words, either side of each boundary."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain import reminding
from tracker.domain.reminding import Duty, Policy, Reader, Reminder, Standing
from tracker.domain.workdays import WASHINGTON, Calendar, Place, WorkingWeek

MEXICO = Calendar(place=Place(name="Mexico City", zone="America/Mexico_City"))
CAIRO = Calendar(
    place=Place(name="Cairo", zone="Africa/Cairo"), weeks=(WorkingWeek(days=frozenset({6, 0, 1, 2, 3})),)
)
TOKYO = Calendar(place=Place(name="Tokyo", zone="Asia/Tokyo"))
CAPITAL = Calendar(place=WASHINGTON)
DUE = datetime(2008, 8, 6, 22, 0, tzinfo=UTC)  # Wed 6 August 2008, 17:00 Mexico City
SINCE = datetime(2008, 7, 25, 14, 0, tzinfo=UTC)  # Fri 25 July, 09:00 Mexico City


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def reader(
    calendar: Calendar = MEXICO, since: datetime = SINCE, address: str = "mexico@posts.example"
) -> Reader:
    return Reader(
        address=address, name="AMEMBASSY MEXICO", standing=Standing.POST, calendar=calendar, since=since
    )


def duty(*readers: Reader, due_at: datetime | None = DUE, calendar: Calendar = MEXICO) -> Duty:
    return Duty(
        task_id=1,
        deadline_version=1,
        calendar=calendar,
        due_at=due_at,
        readers=readers or (reader(calendar),),
    )


def planned(found: tuple[Reminder, ...], calendar: Calendar = MEXICO) -> list[str]:
    """Return the reminders as "first Mon 28 Jul 08:00" on the reader's clock."""
    zone = ZoneInfo(calendar.place.zone)
    return [f"{one.rule} {one.at.astimezone(zone):%a %-d %b %H:%M}" for one in found]


def test_the_founding_case_is_reminded_before_on_and_after_its_day() -> None:
    found = planned(reminding.reminders(duty()))

    assert found == [
        "first Mon 28 Jul 08:00",
        "before-5 Wed 30 Jul 08:00",
        "before-1 Tue 5 Aug 08:00",
        "due Wed 6 Aug 08:00",
        "after-1 Thu 7 Aug 08:00",
        "after-3 Mon 11 Aug 08:00",
        "after-5 Wed 13 Aug 08:00",
        "after-7 Fri 15 Aug 08:00",
        "after-9 Tue 19 Aug 08:00",
        "after-11 Thu 21 Aug 08:00",
        "after-13 Mon 25 Aug 08:00",
        "after-15 Wed 27 Aug 08:00",
        "after-17 Fri 29 Aug 08:00",
        "after-19 Tue 2 Sep 08:00",
    ]


@pytest.mark.parametrize(
    "since, first",
    [
        ("2008-07-25 12:59:59", "first Fri 25 Jul 08:00"),  # 07:59:59 there
        ("2008-07-25 13:00", "first Fri 25 Jul 08:00"),  # 08:00 sharp is still that morning
        ("2008-07-25 13:00:01", "first Mon 28 Jul 08:00"),
        ("2008-07-26 03:00", "first Mon 28 Jul 08:00"),  # Friday evening there
        ("2008-07-27 18:00", "first Mon 28 Jul 08:00"),  # a Sunday
    ],
)
def test_the_first_letter_goes_on_the_readers_next_working_morning(since: str, first: str) -> None:
    found = planned(reminding.reminders(duty(reader(since=at(since)))))

    assert found[0] == first


@pytest.mark.parametrize(
    "since, first",
    [
        ("2008-08-06 12:59", "first Wed 6 Aug 08:00"),  # the morning of the due day is in time
        ("2008-08-06 15:00", "first Wed 6 Aug 10:00"),  # after it there is no morning left: at once
        ("2008-08-06 21:59", "first Wed 6 Aug 16:59"),
        ("2008-08-06 22:00", "first Thu 7 Aug 08:00"),  # it is due this moment, or late: the next morning
        ("2008-08-07 15:00", "first Fri 8 Aug 08:00"),
    ],
)
def test_a_first_letter_does_not_wait_past_the_due(since: str, first: str) -> None:
    found = planned(reminding.reminders(duty(reader(since=at(since)))))

    assert found[0] == first


def test_a_task_that_comes_long_after_its_due_is_reminded_from_the_day_it_came() -> None:
    found = reminding.reminders(duty(reader(since=at("2009-02-02 15:00"))))  # Mon 2 February

    assert planned(found)[:3] == ["first Tue 3 Feb 08:00", "late-1 Tue 3 Feb 08:00", "late-3 Thu 5 Feb 08:00"]
    assert found[2].reason == "3 working days after it came, late already"


@pytest.mark.parametrize(
    "calendar, due_day",
    [(MEXICO, "due Wed 6 Aug 08:00"), (CAIRO, "due Wed 6 Aug 08:00"), (TOKYO, "due Wed 6 Aug 08:00")],
)
def test_each_reader_is_told_at_eight_on_his_own_clock(calendar: Calendar, due_day: str) -> None:
    due_at = calendar.closing(date(2008, 8, 6))

    found = planned(reminding.reminders(duty(due_at=due_at, calendar=calendar)), calendar)

    assert due_day in found
    assert all(words.endswith("08:00") for words in found)


def test_a_reader_who_rests_that_day_is_told_before_it_and_not_after() -> None:
    sunday = CAIRO.closing(date(2008, 8, 10))  # a working day in Cairo, not in Washington

    found = planned(reminding.reminders(duty(reader(CAPITAL), due_at=sunday, calendar=CAIRO)), CAPITAL)

    assert "due Fri 8 Aug 08:00" in found
    assert "after-1 Mon 11 Aug 08:00" in found


def test_a_moved_reminder_says_why() -> None:
    sunday = CAIRO.closing(date(2008, 8, 10))

    found = reminding.reminders(duty(reader(CAPITAL), due_at=sunday, calendar=CAIRO))

    assert [one.reason for one in found if one.rule == "due"] == [
        "on the due day; Sun 10 Aug is not a working morning of the reader (weekend)"
    ]


def test_a_day_due_on_another_clock_before_eight_is_told_the_morning_before() -> None:
    due_at = at("2008-08-06 22:00")  # Thursday 06:00 or 07:00 in Tokyo: the day's own morning is too late

    found = reminding.reminders(duty(due_at=due_at, calendar=TOKYO))

    assert "due Wed 6 Aug 08:00" in planned(found, TOKYO)
    assert next(one.reason for one in found if one.rule == "due").endswith(
        "Thu 7 Aug does not fit the reader's clock"
    )


def test_no_late_letter_goes_before_the_due_moment() -> None:
    honolulu = Calendar(place=Place(name="Honolulu", zone="Pacific/Honolulu"))
    due_at = honolulu.closing(date(2008, 8, 6))  # Thursday noon in Tokyo, four hours after its morning

    found = reminding.reminders(duty(reader(TOKYO), due_at=due_at, calendar=honolulu))

    assert "after-1 Fri 8 Aug 08:00" in planned(found, TOKYO)
    assert all(one.at > due_at for one in found if one.rule.startswith("after"))


def test_midnight_belongs_to_the_day_it_ends() -> None:
    midnight = at("2008-08-07 05:00")  # 24:00 of 6 August in Mexico City

    assert duty(due_at=midnight).due_on == date(2008, 8, 6)
    assert "due Wed 6 Aug 08:00" in planned(reminding.reminders(duty(due_at=midnight)))


def test_a_task_without_a_day_is_reminded_of_every_so_often() -> None:
    found = planned(reminding.reminders(duty(due_at=None)))

    assert found == [
        "first Mon 28 Jul 08:00",
        "undated-1 Fri 1 Aug 08:00",
        "undated-2 Fri 8 Aug 08:00",
        "undated-3 Fri 15 Aug 08:00",
        "undated-4 Fri 22 Aug 08:00",
    ]
    assert duty(due_at=None).due_on is None


@pytest.mark.parametrize(
    "policy, rules",
    [
        (Policy(first_letter=False, before=(), on_due_day=False, after_at_most=0), []),
        (Policy(first_letter=False, before=(2,), on_due_day=False, after_at_most=0), ["before-2"]),
        (Policy(first_letter=False, before=(), after_at_most=0), ["due"]),
        (
            Policy(first_letter=False, before=(), on_due_day=False, after=3, after_every=4, after_at_most=2),
            ["after-3", "after-7"],
        ),
    ],
)
def test_the_policy_decides_which_there_are(policy: Policy, rules: list[str]) -> None:
    assert [one.rule for one in reminding.reminders(replace(duty(), policy=policy))] == rules


def test_the_hour_is_the_policys() -> None:
    found = planned(reminding.reminders(replace(duty(), policy=Policy(send_at=time(7, 30)))))

    assert all(words.endswith("07:30") for words in found)


def test_a_reader_who_came_late_is_owed_nothing_from_before() -> None:
    late = reader(since=at("2008-08-05 15:00"))

    found = planned(reminding.reminders(duty(late)))

    assert found[:2] == ["first Wed 6 Aug 08:00", "due Wed 6 Aug 08:00"]


def test_a_closed_task_owes_nothing() -> None:
    closed = replace(duty(), readers=(), closed_as="done")

    assert reminding.reminders(closed) == ()
    assert reminding.next_moment(reminding.reminders(closed), set()) is None


def test_a_taken_slot_is_not_owed_again() -> None:
    first, second, *_ = reminding.reminders(duty())

    owed = reminding.owed(duty(), {first.slot})

    assert owed[0] == second
    assert reminding.next_moment(reminding.reminders(duty()), {first.slot}) == second.at


def test_a_changed_due_has_slots_of_its_own() -> None:
    before, after = duty(), replace(duty(), deadline_version=2)
    taken = {one.slot for one in reminding.reminders(before)}

    assert not taken & {one.slot for one in reminding.reminders(after)}


@pytest.mark.parametrize(
    "changed, why",
    [
        (duty(), None),
        (replace(duty(), closed_as="done"), "the task is done"),
        (replace(duty(), deadline_version=2), "the due day was changed"),
        (
            duty(reader(address="lima@posts.example")),
            "mexico@posts.example is not to be written to about it any more",
        ),
    ],
)
def test_a_reminder_that_waits_is_checked_against_the_task_as_it_is(changed: Duty, why: str | None) -> None:
    slot = reminding.reminders(duty())[0].slot

    assert reminding.unwanted(slot, changed) == why


def test_what_one_reader_gets_on_a_morning_is_one_letter() -> None:
    other = replace(duty(due_at=DUE + timedelta(days=1)), task_id=2)
    owing = [*reminding.reminders(duty()), *reminding.reminders(other)]

    letters = reminding.bundles(owing, SINCE)

    first = letters[0]
    assert [(one.duty.task_id, one.rule) for one in first.told] == [(1, "first"), (2, "first")]
    assert len({(letter.at, letter.reader.address) for letter in letters}) == len(letters)


def test_after_an_outage_only_the_newest_of_each_task_is_told() -> None:
    owing = reminding.reminders(duty())

    letter = reminding.bundles(owing, at("2008-08-08 15:00"))[0]

    assert letter.at == at("2008-08-08 15:00")
    assert [one.rule for one in letter.told] == ["after-1"]
    assert [one.rule for one in letter.missed] == ["first", "before-5", "before-1", "due"]


def test_two_readers_get_two_letters() -> None:
    both = duty(reader(), reader(CAPITAL, address="calder@desk.example"))

    letters = reminding.bundles(reminding.reminders(both), at("2008-08-05 15:00"))

    assert [letter.reader.address for letter in letters[:2]] == [
        "calder@desk.example",
        "mexico@posts.example",
    ]


@pytest.mark.parametrize(
    "rule, words",
    [
        ("first", "first letter"),
        ("before-5", "5 working days before the due day"),
        ("before-1", "1 working day before the due day"),
        ("due", "on the due day"),
        ("after-1", "1 working day late"),
        ("undated-2", "second reminder; no due day"),
        ("undated-11", "reminder 11; no due day"),
    ],
)
def test_every_rule_has_plain_words(rule: str, words: str) -> None:
    assert reminding.reason_of(rule) == words


ZONES = ["America/Mexico_City", "Africa/Cairo", "Asia/Tokyo", "America/New_York", "Europe/London"]
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2036, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


@settings(max_examples=30)
@given(zone=st.sampled_from(ZONES), since=MOMENTS, days=st.integers(0, 40), hour=st.integers(0, 23))
def test_every_reminder_but_a_first_at_once_is_at_eight_on_a_working_day(
    zone: str, since: datetime, days: int, hour: int
) -> None:
    calendar = Calendar(place=Place(name="There", zone=zone))
    due_at = since + timedelta(days=days, hours=hour)

    found = reminding.reminders(duty(reader(calendar, since), due_at=due_at, calendar=calendar))

    for one in found:
        local = one.at.astimezone(ZoneInfo(zone))
        is_at_eight = (local.hour, local.minute) == (8, 0) and calendar.is_working_day(local.date())
        assert is_at_eight or (one.rule == "first" and one.at == since < due_at)
        assert one.at >= since
    assert len({one.slot for one in found}) == len(found)


@settings(max_examples=20)
@given(since=MOMENTS, days=st.integers(0, 40), ticks=st.lists(st.integers(1, 200), min_size=1, max_size=40))
def test_however_the_clock_ticks_each_slot_is_told_or_missed_once(
    since: datetime, days: int, ticks: list[int]
) -> None:
    task = duty(reader(since=since), due_at=since + timedelta(days=days))
    taken: set[reminding.Slot] = set()
    now = since

    for hours in [*ticks, 24 * 90]:
        now += timedelta(hours=hours)
        owing = [one for one in reminding.owed(task, taken) if one.at <= now]
        for letter in reminding.bundles(owing, now):
            found = [one.slot for one in (*letter.told, *letter.missed)]
            assert not taken & set(found)
            taken |= set(found)

    assert taken == {one.slot for one in reminding.reminders(task)}
