"""Titles of asks: verb, object, to whom, at most eighty characters."""

from datetime import date

import pytest
from test_asking import CAPITAL, POSTS

from tracker.extraction import asking, titles
from tracker.extraction.proposals import Deadline


def title(text, cast=POSTS, deadline=None):
    verdict = asking.verdict_of(text, cast)
    assert verdict is not None
    assert verdict.is_ask
    return titles.title_of(text, verdict, deadline)


@pytest.mark.parametrize(
    "text,want",
    [
        ("Embassy is requested to report the response.", "Report the response"),
        ("Please also send copies to the desk.", "Send copies to the desk"),
        ("Reply by cable.", "Reply by cable"),
        ("Posts should not release the list.", "Do not release the list"),
        ("Any proposals should be referred to the Department.", "Refer proposals to the Department"),
        (
            "The points should not be left in writing; they should not be sent.",
            "Do not leave points in writing",
        ),
        ("Responses are due June 2.", "Send responses"),
        (
            "Replies should include the names of those met.",
            "Make sure replies include the names of those met",
        ),
        ("Department requests that addressee posts deliver the points.", "Deliver the points"),
        (
            "The Department would appreciate Embassy's views on the vote.",
            "Provide Embassy's views on the vote",
        ),
        ("The deadline for responses is June 2.", "The deadline for responses is June 2"),
        ("Posts have until June 2 to comment on it.", "Posts have until June 2 to comment on it"),
        ("This request is for post to find a venue.", "Find a venue"),
    ],
)
def test_a_title_begins_with_the_verb(text, want):
    assert title(text) == want


def test_a_title_leaves_out_the_words_of_the_deadline():
    deadline = Deadline(quote="by June 2", start=27, end=36, day=date(2011, 6, 2))

    assert title("Please report the response by June 2.", deadline=deadline) == "Report the response"
    assert title("By June 2 please report the response.", deadline=deadline) == "Report the response"


def test_a_long_title_is_cut_at_a_comma_or_a_word():
    one = title("Please send " + "very " * 6 + "long reports, and " + "more " * 20 + ".")
    other = title("Please send " + "long " * 30 + "reports to the")
    word = title("Please send " + "x" * 200)

    assert one == "Send very very very very very very long reports"
    assert other.endswith("long")
    assert max(len(one), len(other), len(word)) <= 80


def test_a_bracket_that_is_cut_open_is_left_out():
    made = title(
        "Please hand over the text of the draft agreement on mutual legal aid (in both languages of the parties)."
    )

    assert made == "Hand over the text of the draft agreement on mutual legal aid"


def test_a_bracket_that_begins_early_is_left_out_too():
    made = title(
        "Please send (in both languages of the parties and in all the scripts known to them or to others) it."
    )

    assert made == "Send"


def test_a_subject_too_long_to_turn_round_is_kept():
    made = title("Comments " + "on this and " * 20 + "that should be sent to the desk.")

    assert made.startswith("Comments on this")


def test_a_request_for_a_thing_is_something_to_provide():
    assert title("Post requests guidance on the draft.", CAPITAL) == "Provide guidance on the draft"
