"""What else a deadline carries: its anchor, how often it comes, a wished-for day, and its reading in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from one_day import SENT_AT, day_of, deadline_of

from tracker.adapters.calendars import is_washington_day_off
from tracker.extraction import dates


@pytest.mark.parametrize(
    "sentence, anchor",
    [
        ("Please report after the vote.", "the vote"),
        ("Please deliver the letter before the minister's departure.", "the minister's departure"),
        ("Please report within three days of the signing ceremony.", "the signing ceremony"),
        ("Please send names by the opening of the session.", "the opening of the session"),
        ("Please brief them three days thereafter.", "thereafter"),
    ],
)
def test_an_event_without_a_day_is_kept_as_its_anchor(sentence, anchor):
    found = deadline_of(sentence)

    assert (found.day, found.anchor) == (None, anchor)


def test_an_event_with_a_day_is_the_anchor_of_that_day():
    found = deadline_of("Please send the list two weeks before the April 20 workshop on border control.")

    assert (found.day, found.anchor) == (date(2009, 4, 6), "the April 20 workshop on border control")


@pytest.mark.parametrize("words", ["asap", "as soon as possible", "immediately", "without delay", "at once"])
def test_haste_names_no_day(words):
    found = deadline_of(f"Please reply {words}.")

    assert (found.day, found.quote) == (None, words)


@pytest.mark.parametrize(
    "sentence, often, day",
    [
        ("Please report weekly, by COB Friday.", "weekly", date(2009, 3, 13)),
        ("Please report on Fridays.", "weekly", date(2009, 3, 13)),
        ("Please report by the end of each quarter.", "quarterly", date(2009, 3, 31)),
        ("Please report by June 1 every year.", "annually", date(2009, 6, 1)),
        (
            "Please report quarterly, by January 5, April 5, July 5 and October 5.",
            "quarterly",
            date(2009, 4, 5),
        ),
        ("Please report by the first Monday of each month.", "monthly", date(2009, 4, 6)),
    ],
)
def test_what_comes_again_is_due_the_first_time(sentence, often, day):
    found = deadline_of(sentence)

    assert (found.recurrence, found.day) == (often, day)
    assert f"It comes again ({often}); this is the first time." in found.explained


@pytest.mark.parametrize(
    "sentence, firm, wished",
    [
        ("Reply not later than April 30 but preferably by April 23.", 30, 23),
        ("Reply by April 23 if possible, but no later than April 30.", 30, 23),
        ("Reply by April 23 (preferred) or April 30 (latest).", 30, 23),
        ("We would prefer replies by April 23 but must have them by April 30.", 30, 23),
    ],
)
def test_the_firm_day_counts_and_the_wished_one_is_kept(sentence, firm, wished):
    found = deadline_of(sentence)

    assert (found.day, found.preferred_day) == (date(2009, 4, firm), date(2009, 4, wished))
    assert found.explained[-1].startswith(f"The text would rather have it by Thursday, April {wished}, 2009")


def test_a_single_wished_day_is_the_day():
    found = deadline_of("Please reply, preferably by April 23.")

    assert (found.day, found.preferred_day) == (date(2009, 4, 23), None)


def test_a_passed_day_is_flagged_and_not_moved():
    found = deadline_of("Please reply by March 2, 2009.")

    assert (found.day, found.is_past) == (date(2009, 3, 2), True)
    assert found.explained[-1] == (
        "That is before the day sent, Tuesday, March 10, 2009: the day is kept as written."
    )


def test_a_day_without_a_year_says_how_its_year_was_found():
    found = deadline_of("Please reply by COB January 9.")

    assert found.explained == (
        "Read “by COB January 9”.",
        "No year is given: 2010 is taken, the next such date counted from Tuesday, March 10, 2009.",
        "The day is Saturday, January 9, 2010, close of business at the place that must act, as no zone is given.",
    )


@pytest.mark.parametrize(
    "words, clock",
    [
        ("COB Washington time", "close of business in Washington"),
        ("opening of business local time", "opening of business on the clock of the post that must act"),
        ("noon GMT", "noon Greenwich time (Z)"),
        ("3 p.m. Geneva time", "15:00 on the clock of Europe/Zurich"),
    ],
)
def test_the_clock_is_named_in_words(words, clock):
    found = deadline_of(f"Please reply by {words} March 20.")

    assert found.explained[-1] == f"The day is Friday, March 20, 2009, {clock}."


@pytest.mark.parametrize(
    "sentence, day",
    [
        ("Immediately notify the desk by March 20.", "2009-03-20"),
        ("Action officers: reply by March 20.", "2009-03-20"),
        ("Embassy should ask, and promptly report, by March 20.", "2009-03-20"),
        ("Post should urge the ministry to ratify by March 20.", None),
        ("Comments are not due on March 20.", None),
        ("The report is due March 20 to the Congress.", None),
        (
            "Please tell us whether the ministry can sign by March 20.",
            None,
        ),
    ],
)
def test_who_must_act_decides(sentence, day):
    found = deadline_of(sentence)

    assert (found.day.isoformat() if found else None) == day


def test_a_week_ends_on_the_coming_friday_for_a_cable_of_a_saturday():
    assert day_of("by the end of the week", datetime(2009, 3, 14, 12, tzinfo=UTC)) == "2009-03-20"


def test_skipped_days_off_are_named():
    found = deadline_of("Please reply within five working days.", datetime(2009, 2, 12, 12, tzinfo=UTC))

    assert found.day == date(2009, 2, 20)
    counted, skipped = found.explained[1:3]
    assert counted == (
        "Counted 5 working days from Thursday, February 12, 2009, the day sent, which is not counted itself."
    )
    assert skipped == (
        "Skipped as days off in Washington: Saturday, February 14, 2009; Sunday, February 15, 2009; "
        "Monday, February 16, 2009."
    )


def test_many_skipped_days_are_told_by_their_number():
    found = deadline_of("Please reply within thirty working days.")

    assert "; and 6 more." in found.explained[2]


def test_a_calendar_without_work_gives_no_day():
    found = dates.deadline("Please reply within two working days.", SENT_AT, is_day_off=lambda day: True)

    assert found.day is None
    assert "2 working days could not be counted." in found.explained


def test_a_weekday_that_disagrees_is_told():
    found = deadline_of("Please reply by Monday, March 20.")

    assert found.day == date(2009, 3, 20)
    assert any("The text says Monday" in said for said in found.explained)


def test_before_leaves_the_day_out_and_says_so():
    found = deadline_of("Please reply before March 20.")

    assert "“Before” leaves that day out: the day before is the last." in found.explained


def test_before_an_hour_keeps_the_day():
    assert deadline_of("Please reply before noon March 20.").day == date(2009, 3, 20)


@pytest.mark.parametrize("sent_at", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
@pytest.mark.parametrize(
    "words",
    [
        "by next Friday", "within 9999 weeks", "within ten working days", "within 999 hours", "by the 31st", "by Christmas",
        "ten days before today", "by the end of next week", "by the end of the fiscal year", "before January 1", "by mid-June",
        "by the end of next quarter", "by the first Monday of May", "by the end of May", "within nine years", "by March 3",
        "by the end of Q1 FY 9999", "ten working days before May 1", "by the end of the first quarter", "the week of May 4",
        "between May 4 and June 5", "999 hours before today", "by the last working day of December",
    ],
)  # fmt: skip
def test_the_ends_of_the_calendar_are_no_fault(words, sent_at):
    found = dates.deadlines(f"Please reply {words}.", sent_at, is_day_off=is_washington_weekend)

    assert all(item.day is None or isinstance(item.day, date) for item in found)


def is_washington_weekend(day):
    return day.weekday() > 4


def test_every_phrase_of_a_sentence_is_listed_in_order():
    found = dates.deadlines(
        "The board meets on April 2; drafts are due March 20 and may not be sent before March 15.",
        SENT_AT,
        is_day_off=is_washington_day_off,
    )

    assert [item.quote for item in found] == ["on April 2", "due March 20", "before March 15"]


@pytest.mark.parametrize(
    "sentence", ["", "   ", "We thank the mission.", "Posts share the credit for this work."]
)
def test_a_sentence_without_a_day_word_has_no_deadline(sentence):
    assert dates.deadlines(sentence, SENT_AT, is_day_off=is_washington_day_off) == ()
    assert deadline_of(sentence) is None
    assert dates.mentioned_days(sentence, SENT_AT) == ()


@pytest.mark.parametrize(
    "sentence, day",
    [
        ("Report on the wheat tender on March 20", date(2009, 3, 20)),
        ("Delivery of the note on March 20", date(2009, 3, 20)),
        ("Names of observers until March 20", date(2009, 3, 20)),
        ("By March 20 names have been sent", date(2009, 3, 20)),
    ],
)
def test_a_sentence_known_to_ask_needs_no_asking_word(sentence, day):
    found = dates.deadline_in_ask(sentence, SENT_AT, is_day_off=is_washington_day_off)

    assert found.day == day


def test_even_a_known_ask_has_no_deadline_where_the_day_is_another_thing():
    for sentence in (
        "Please attend the meeting on March 20.",
        "Please deliver the points no earlier than March 20.",
        "Please verify that the permit is valid until March 20.",
    ):
        found = dates.deadline_in_ask(sentence, SENT_AT, is_day_off=is_washington_day_off)

        assert found is None


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("Exercise Calm Water, April 20-24, 2009, in Port Sand", "2009-04-20", "2009-04-24"),
        ("The round takes place 28 December - 3 January.", "2009-12-28", "2010-01-03"),
        ("the workshop held on February 4", "2009-02-04", "2009-02-04"),
        ("The workshop on February 4 was a success.", "2009-02-04", "2009-02-04"),
        ("The workshop on February 4 will be a success.", "2010-02-04", "2010-02-04"),
        ("Ministers met June 20.", "2009-06-20", "2009-06-20"),
        ("Ministers met in Lima on August 5, 2008.", "2008-08-05", "2008-08-05"),
        ("The tests of September 25 had failed.", "2008-09-25", "2008-09-25"),
        ("The tests of August 5 had failed.", "2009-08-05", "2009-08-05"),
    ],
)  # fmt: skip
def test_days_of_events_follow_the_tense(text, first, last):
    [found] = dates.mentioned_days(text, SENT_AT)

    assert (found.first_on.isoformat(), found.last_on.isoformat()) == (first, last)


def test_mentions_know_their_place():
    text = "The round opens on April 20 and closes on May 2."

    found = dates.mentioned_days(text, SENT_AT)

    assert [text[item.start : item.end] for item in found] == ["April 20", "May 2"]


def test_a_cable_of_another_zone_is_counted_in_utc():
    evening_in_lima = datetime(2009, 3, 10, 19, 30, tzinfo=timezone(timedelta(hours=-5)))

    assert day_of("by COB today", evening_in_lima) == "2009-03-11"


@pytest.mark.parametrize(
    "sentence, since, days",
    [
        ("Please reply within five working days.", date(2009, 2, 12), 5),
        ("Please reply within seven working days of receipt.", date(2009, 2, 12), 7),
        ("Please reply by the next working day.", date(2009, 2, 12), 1),
        ("Please reply no later than 3 working days before March 20.", date(2009, 3, 20), -3),
        ("Please reply by the second working day of March.", date(2009, 2, 28), 2),
        ("Please reply by the last working day of March.", date(2009, 4, 1), -1),
    ],
)
def test_a_count_of_working_days_can_be_counted_again_elsewhere(sentence, since, days):
    found = deadline_of(sentence, datetime(2009, 2, 12, 12, tzinfo=UTC))

    assert (found.count.since, found.count.days) == (since, days)
    assert set(found.count.said) < set(found.explained)
    assert not any("Skipped" in words for words in found.explained if words not in found.count.said)


@pytest.mark.parametrize(
    "sentence",
    [
        "Please reply by March 20.",
        "Please reply within five days.",
        "Please reply within two weeks of receipt.",
        "Please reply before the second working day of March.",
        "Please reply by the first Monday of March.",
    ],
)
def test_a_day_that_is_the_same_everywhere_has_no_count(sentence):
    assert deadline_of(sentence, datetime(2009, 2, 12, 12, tzinfo=UTC)).count is None
