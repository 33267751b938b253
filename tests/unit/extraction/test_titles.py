"""Titles of asks: verb, object, to whom, at most eighty characters."""

from datetime import date

import pytest
from test_asking import CAPITAL, POSTS

from tracker.cable import parse
from tracker.extraction import asking, extract, title_verbs, titles
from tracker.extraction.proposals import Deadline


def title(text, cast=POSTS, deadline=None):
    verdict = asking.verdict_of(text, cast)
    assert verdict is not None
    assert verdict.is_ask
    return titles.title_of(text, verdict, deadline)


def titles_in_cable(text, origin="SECSTATE WASHDC", to="AMEMBASSY OSLO"):
    heading = f"R 081200Z MAR 11\nFM {origin}\nTO {to}\nUNCLAS STATE 012345\nSUBJECT: A MATTER\n\n"
    proposals = extract(parse(f"{heading}1. {text}\n"), is_day_off=lambda day: day.weekday() > 4)
    return [one.title for one in proposals.actions]


@pytest.mark.parametrize(
    "text,want",
    [
        ("Embassy is requested to report the response.", "Report the response"),
        ("Please also send copies to the desk.", "Send copies to the desk"),
        ("Reply by cable.", "Reply by cable"),
        ("Posts should not release the list.", "Do not release the list"),
        ("Any proposals should be referred to the Department.", "Refer any proposals to the Department"),
        (
            "The points should not be left in writing; they should not be sent.",
            "Do not leave the points in writing",
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


def test_a_long_subject_is_cut_too():
    made = title("Comments " + "on this and " * 20 + "that should be sent to the desk.")

    assert made.startswith("Send comments on this")
    assert len(made) <= 80


@pytest.mark.parametrize(
    "text,want",
    [
        ("A copy of the lease is not to be left behind.", "Do not leave a copy of the lease behind"),
        ("DO NOT REPEAT NOT RELEASE THE ROSTER.", "DO NOT RELEASE THE ROSTER"),
        ("Posts are asked not to telephone the bank.", "Do not telephone the bank"),
        ("Department asks embassies not to approach the harbor board.", "Do not approach the harbor board"),
        ("Department would like to have replies.", "Provide replies"),
        ("We should be glad of a word on the ferry.", "Provide a word on the ferry"),
        ("Orders must therefore be placed with the depot.", "Place orders with the depot"),
        ("A fuller report should come in by cable.", "Send a fuller report"),
        ("Reports are to go out under this caption.", "Make sure reports go out under this caption"),
        ("A notice is to go up in the waiting room.", "Make sure a notice goes up in the waiting room"),
        ("The list must not go by open fax.", "Make sure the list does not go by open fax"),
        (
            "The gate through which crates can be brought must likewise be identified to us.",
            "Identify the gate through which crates can be brought to us",
        ),
        ("TOTALS SHOULD BE REPORTED BY TELEGRAM.", "REPORT TOTALS BY TELEGRAM"),
        ("If the chair yields, a statement is to be given.", "Give a statement"),
        ("Posts may, if they see merit in it, propose a joint project.", "Propose a joint project"),
        ("Embassy should, however, find a moment to see him.", "Find a moment to see him"),
        ("The survey should show the pump price.", "Make sure the survey shows the pump price"),
        ("Washington's reply should be in our hands.", "Send Washington's reply"),
        ("Embassy's help is sought in finding a hall.", "Help find a hall"),
        ("We ask that a text be sent with them.", "Send a text with them"),
        ("Grateful if Embassy could tell us the fare.", "Tell us the fare"),
        (
            "Grateful if Embassy Oslo could arrange calls on the port board.",
            "Arrange calls on the port board",
        ),
        ("Washington would appreciate having the names of the crew.", "Provide the names of the crew"),
        ("Could you let us have both lists?", "Let us have both lists"),
        ("A name, or a frank no, by Friday would help us greatly.", "Send a name, or a frank no"),
    ],
)
def test_a_title_says_what_is_to_be_done_and_never_the_contrary(text, want):
    assert titles_in_cable(text) == [want]


@pytest.mark.parametrize(
    "text,want",
    [
        ("Post requests authority to sign the lease.", "Provide authority to sign the lease"),
        (
            "Post would appreciate Department's views on how queries should be handled.",
            "Provide Department's views on how queries should be handled",
        ),
        ("Request that OES complete the form and return it.", "Complete the form and return it"),
        ("Post would be grateful if FAA could identify two experts.", "Identify two experts"),
        ("REQUEST COMMERCE FURNISH FORTY COPIES.", "FURNISH FORTY COPIES"),
        ("Request M/MED supply a list of drugs.", "Supply a list of drugs"),
        ("We ask OFDA to consign 800 rolls of sheeting.", "Consign 800 rolls of sheeting"),
        ("What is needed from Washington is a list of firms.", "Provide a list of firms"),
        (
            "The fund cite has not come, and we would be obliged for it soonest.",
            "The fund cite has not come, and we would be obliged for it soonest",
        ),
    ],
)
def test_a_title_of_what_a_post_asks_names_no_asker(text, want):
    assert titles_in_cable(text, origin="AMEMBASSY LIMA", to="SECSTATE WASHDC") == [want]


@pytest.mark.parametrize(
    "made,want",
    [
        ("sent", "send"), ("copied", "copy"), ("submitted", "submit"), ("placed", "place"), ("obligated", "obligate"),
        ("explaining", "explain"), ("preparing", "prepare"), ("offered", "offer"), ("handled", "handle"), ("agreed", "agree"),
    ],
)  # fmt: skip
def test_a_participle_has_a_plain_form(made, want):
    assert title_verbs.plain(made) == want


def test_a_request_for_a_thing_is_something_to_provide():
    assert title("Post requests guidance on the draft.", CAPITAL) == "Provide guidance on the draft"
