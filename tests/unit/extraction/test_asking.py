"""Asks in sentences: the table of sentences, and what each kind of wording gives."""

from datetime import UTC, date, datetime

import pytest
from asking_sentences import CORNERS, FROM_A_POST, FROM_WASHINGTON, HARDER, MORE_FROM_WASHINGTON

from tests.rows import in_parts
from tracker.extraction import asking, refusals
from tracker.extraction.cast import Cast
from tracker.extraction.dates import deadline_in_ask
from tracker.extraction.verdicts import Setting

SENT_AT = datetime(2011, 3, 8, 15, tzinfo=UTC)
POSTS = Cast(
    asks_posts=True,
    asks_capital=False,
    names={"lusaka": "AMEMBASSY LUSAKA", "quito": "AMEMBASSY QUITO", "astana": "AMEMBASSY ASTANA"},
    told=frozenset(),
    is_clearance=False,
    has_collective=False,
    is_delegation=True,
)
CAPITAL = Cast(
    asks_posts=False,
    asks_capital=True,
    names={"secstate washdc": "SECSTATE WASHDC"},
    told=frozenset(),
    is_clearance=False,
    has_collective=False,
)


def rows(table):
    return [tuple(line.split(" | ", 2)) for line in table.strip().splitlines()]


def taken(text, cast, setting=None):
    verdict = asking.verdict_of(text, cast, setting)
    if verdict is None or not verdict.is_ask:
        return "no"
    return "optional" if verdict.is_optional else "ask"


@pytest.mark.parametrize(
    "some", in_parts(rows(FROM_WASHINGTON) + rows(MORE_FROM_WASHINGTON) + rows(CORNERS) + rows(HARDER))
)
def test_sentences_from_washington_are_judged(some):
    assert [(text, taken(text, POSTS)) for want, _, text in some if taken(text, POSTS) != want] == []


@pytest.mark.parametrize("want,due,text", rows(FROM_A_POST))
def test_a_sentence_from_a_post_is_judged(want, due, text):
    assert taken(text, CAPITAL) == want


def test_the_days_of_the_table_are_found_nearly_all():
    asked = [
        (due, text) for want, due, text in rows(FROM_WASHINGTON) + rows(MORE_FROM_WASHINGTON) if due != "-"
    ]

    right = 0
    for due, text in asked:
        deadline = deadline_in_ask(text, SENT_AT, is_day_off=lambda day: day.weekday() > 4)
        right += deadline is not None and deadline.day == date.fromisoformat(due)

    assert right >= 0.92 * len(asked)


@pytest.mark.parametrize(
    "text,reason",
    [
        ("This is an action request; see paragraph 4.", refusals.POINTER),
        ("Please see paragraph 4.", refusals.POINTER),
        ("Please note that the office is closed.", refusals.COURTESY),
        ('The minister said "the embassy should help."', refusals.QUOTED),
        ("The minister said that the embassy should help.", refusals.REPORTED),
        ("The embassy should help, the minister said.", refusals.REPORTED),
        ("Posts were asked to reply in June.", refusals.PAST),
        ("Department plans to ask posts for figures.", refusals.PLANNED),
        ("Posts will be requested to send figures.", refusals.PLANNED),
        ("The ministry should reply.", refusals.THIRD),
        ("Department asks that the ministry reply.", refusals.THIRD),
        ("Travelers should carry insurance.", refusals.PERSONS),
        ("Travelers are requested to carry insurance.", refusals.PERSONS),
        ("Department should have the results in June.", refusals.SENDER),
        ("We urge your government to reply.", refusals.SPOKEN),
        ("No reply is required.", refusals.NOTHING_OWED),
        ("Posts should be aware of the change.", refusals.KNOWING),
        ("Posts are advised that the rate will change.", refusals.KNOWING),
        ("A visa is required.", refusals.NO_ADDRESSEE),
        ("The Department appreciates the help of all who asked.", refusals.COURTESY),
        ("Appreciate Quito's offer of help, as requested.", refusals.COURTESY),
    ],
)
def test_a_sentence_left_out_has_its_reason(text, reason):
    verdict = asking.verdict_of(text, POSTS)

    assert verdict is not None
    assert (verdict.is_ask, verdict.reason) == (False, reason)


@pytest.mark.parametrize(
    "text", ["The road is closed.", "", "See ref A.", "Reply received.", "(", "; ;", "Report:"]
)
def test_a_sentence_without_an_asking_verb_is_passed_over(text):
    verdict = asking.verdict_of(text, POSTS)

    assert verdict is None or verdict.reason == refusals.POINTER


def test_advice_to_washington_under_comment_is_left_out():
    text = "Washington should press the ministry to reply."

    assert taken(text, CAPITAL) == "ask"
    assert taken(text, CAPITAL, Setting(is_opinion=True)) == "no"


def test_a_posts_clearance_asks_travelers_only():
    clearance = Cast(
        asks_posts=False,
        asks_capital=True,
        names={},
        told=frozenset(),
        is_clearance=True,
        has_collective=False,
    )

    assert taken("Please call the duty officer on arrival.", clearance) == "no"
    assert taken("Bring two photographs.", clearance) == "no"
    assert taken("It should be noted that replies should be sent to the front office.", clearance) == "no"
    assert taken("Replies should be sent to the front office.", clearance) == "no"
    assert taken("Department is requested to inform the travelers.", clearance) == "ask"


def test_an_order_in_a_list_may_begin_with_note_or_request():
    listed = Setting(is_listed=True)

    assert taken("Note that the offer stands until June.", POSTS, listed) == "ask"
    assert taken("Request that host countries close the port.", POSTS, listed) == "ask"
    assert taken("Note that the offer stands until June.", POSTS) == "no"


def test_handling_a_thing_counts_under_an_action_title():
    text = "The gates should be kept under lock."

    assert taken(text, POSTS) == "no"
    assert taken(text, POSTS, Setting(is_action=True)) == "ask"


def test_of_several_clauses_the_one_that_asks_is_taken():
    text = "This is an action request; posts should reply by June 1."

    verdict = asking.verdict_of(text, POSTS)

    assert verdict is not None
    assert text[verdict.order_at :].strip() == "reply by June 1."
    assert text[slice(*verdict.subject)].strip() == "posts"
