"""Sentences of trap_sentences.txt as a drafter who loves traps writes them: what each asks, by when, and what takes place.

A row is the side that writes (W to posts, P a post to Washington, Q a post to posts and Washington, C a post that clears
a visit, K a consulate to its embassy and Washington, A an agency elsewhere to posts), the asks with their day or "no", events as "ev:", and "noev" where none may be named.
"""

from pathlib import Path

import pytest

from tests.rows import in_parts
from tests.sentence_cables import BODY
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract, leads
from tracker.extraction.cast import cast_of

HEADS = {
    "W": "R 101500Z MAR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nAMEMBASSY RIGA\nAMEMBASSY TUNIS\nINFO AMEMBASSY ROME\nUNCLAS STATE 958001\n",
    "A": "R 101500Z MAR 08\nFM CDC ATLANTA GA\nTO AMEMBASSY NDJAMENA\nAMEMBASSY SANAA\nUNCLAS CDC ATLANTA 000958\n",
    "Q": "R 101500Z MAR 08\nFM AMEMBASSY OSLO\nTO AMEMBASSY RIGA\nAMEMBASSY TUNIS\nSECSTATE WASHDC\nUNCLAS OSLO 958003\n",
    "C": "R 101500Z MAR 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nUNCLAS OSLO 958003\n",
    "K": "R 101500Z MAR 08\nFM AMCONSUL BERGEN\nTO AMEMBASSY OSLO\nSECSTATE WASHDC\nUNCLAS BERGEN 00958\n",
    "P": "R 101500Z MAR 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nDEPT OF COMMERCE WASHDC\nINFO AMEMBASSY RIGA\nUNCLAS OSLO 958002\n",
}
ROWS = [
    line.split(" | ", 1)
    for line in Path(__file__).with_name("trap_sentences.txt").read_text(encoding="utf-8").splitlines()
]


def day_of(one):
    return f":{one:%m-%d}" if one else ""


def read(side, body, cased=str):
    text = BODY.format(sentence=body.replace("\\n", "\n"))
    text = text.replace("SUBJECT: ", "SUBJECT: COUNTRY CLEARANCE: ") if side == "C" else text
    return extract(parse(HEADS[side] + cased(text)), is_day_off=is_washington_day_off)


def found(side, sentence, cased=str):
    read_ = read(side, sentence, cased)
    asks = [
        ("may" if one.is_optional else "ask") + day_of(one.deadline and one.deadline.day)
        for one in read_.actions
    ]
    events = [
        "ev" + day_of(one.start_on) + ("/" + day_of(one.end_on)[1:] if one.end_on != one.start_on else "")
        for one in read_.events
    ]
    return sorted(asks), sorted(events)


def is_right(keys, sentence, cased=str):
    side, *want = keys.split()
    events = sorted(key for key in want if key.startswith("ev"))
    asks = sorted(key for key in want if key[:3] in ("ask", "may"))
    read_asks, read_events = found(side, sentence, cased)
    return read_asks == asks and (read_events == events or not (events or "noev" in want))


@pytest.mark.parametrize("rows", in_parts(ROWS))
def test_traps_are_judged(rows):
    wrong = [
        (keys, sentence, found(keys[0], sentence)) for keys, sentence in rows if not is_right(keys, sentence)
    ]

    assert wrong == []


ONLY_IN_SMALL = (  # what only small letters tell apart
    "Offices will be shut for St. Brendan's Day",
    "The wells were closed before Labor Day",
    "Post told the head of the wool fair on March 3",
    "The points should not be delivered before",
)
SHOUTED = [(keys, sentence) for keys, sentence in ROWS[::6] if not sentence.startswith(ONLY_IN_SMALL)]


@pytest.mark.parametrize("rows", in_parts(SHOUTED))
def test_traps_are_judged_alike_in_capitals(rows):
    wrong = [
        (keys, sentence, found(keys.split()[0], sentence, str.upper))
        for keys, sentence in rows
        if not is_right(keys, sentence, str.upper)
    ]

    assert wrong == []


WANTED = [
    "Also needed from posts are:\n\n(1) the titles of the three books, no later than April 4;\n\n(2) a sketch of the hall, by the end of May; and\n\n(3) word that a caterer has been found.\n",
    "The Department further needs from posts the following:\n\n-- the titles of the books, by April 4;\n\n-- a sketch of the hall, by May 31;\n\n-- the caterer's name.\n",
    "The following are also required:\n\na. The titles of the three books, by April 4.\n\nb. A sketch of the hall, by May 31.\n\nc. The name of a caterer.\n",
]


@pytest.mark.parametrize("body", WANTED)
def test_each_thing_of_a_list_with_days_is_an_ask(body):
    days = [one.deadline and str(one.deadline.day) for one in read("W", body).actions]

    assert days == ["2008-04-04", "2008-05-31", None]


def things(body):
    cable = parse(HEADS["W"] + BODY.format(sentence=body))
    return leads.things_wanted(cable.sentences, cast_of(cable.header))


@pytest.mark.parametrize(
    "body",
    [
        "The minister's letter wants the following:\n\n-- the titles, by April 4;\n\n-- a sketch of the hall.\n",
        "The following are required:\n\na. Send the titles by April 4.\n\nb. Name a caterer.\n",
        "The following are required:\n\na. The titles of the books by April 4.\n\n3. The hall is dark.\n",
    ],
)
def test_what_others_want_and_orders_are_no_such_list(body):
    assert things(body) == {}


BARE = "\n\n-- the titles of the three books;\n\n-- a sketch of the hall; and\n\n-- whoever is to open the fair.\n"
LETTERED = "\n\na. Titles of the books.\n\nb. Sketch of the hall.\n\nc. Name of the caterer.\n"


@pytest.mark.parametrize("body", [BARE, LETTERED])
@pytest.mark.parametrize(
    "lead",
    [
        "The following are asked for at each stand of more than forty feet:",
        "Also required:",
        "Wanted from each post:",
        "Items still needed from posts:",
        "Posts are asked for:",
        "We need:",
        "Information wanted:",
    ],
)
def test_each_thing_that_a_lead_without_an_ask_wants_is_an_ask(lead, body):
    quotes = [one.evidence.quote for one in read("W", f"{lead}{body}").actions]

    assert len(quotes) == 3
    assert lead not in quotes


@pytest.mark.parametrize(
    "title", ["INFORMATION REQUIRED", "WHAT POSTS SHOULD SEND", "ITEMS NEEDED FROM POST", "NEEDS OF POST"]
)
def test_each_thing_under_a_title_that_wants_it_is_an_ask(title):
    found = read("W", f"The fair opens.\n\n{title}\n{'-' * len(title)}\n\n3. Three things:{BARE}")

    assert len(found.actions) == 3


@pytest.mark.parametrize(
    "lead",
    [
        "The following are required by law:",
        "The following are required of exhibitors:",
        "Wanted by the ministry:",
        "Items needed from the growers:",
        "Documents missing from the museum:",
        "The minister needs:",
        "The hall has:",
    ],
)
def test_things_that_others_want_or_lack_are_no_asks(lead):
    assert read("W", f"{lead}{BARE}").actions == ()


def test_sentences_below_a_lead_are_no_things_wanted():
    body = "The following are needed:\n\n-- The hall is dark.\n\n-- It rained in March.\n"

    assert read("W", body).actions == ()
    assert read("C", f"The following are required:{BARE}").actions == ()


def test_what_others_want_by_a_day_is_no_ask():
    body = "The minister's letter wants three things:\n\n-- the titles of the books, by April 4;\n\n-- a sketch of the hall.\n"

    assert read("W", body).actions == ()


RECEIVED = "Informal translation of the ministry's note:\n\nBegin text:\n\nThe ministry asks the Embassy to move its gate.\n\nEnd text.\n"


def test_a_note_that_a_post_was_given_is_nothing_to_hand_over():
    papers = read("P", RECEIVED)

    assert papers.handovers == ()
    assert papers.actions == ()


def test_a_note_that_a_post_drafts_and_one_that_washington_sends_are_papers():
    drafted = read("P", RECEIVED.replace("Informal translation", "Draft translation"))

    assert len(drafted.handovers) == 1
    assert len(read("W", RECEIVED).handovers) == 1


def test_a_place_behind_a_telephone_is_nobody_s_name():
    contacts = read(
        "W",
        "The analysts are Olga Brandvold, brandvoldo@state.gov (Riga), and Per Dahl, 202-555-0142 (Tunis).",
    ).contacts

    assert [one.name for one in contacts] == ["Olga Brandvold", "Per Dahl"]


POINTS = """Embassies are asked to seek an appointment.

6. Begin talking points:

-- We value the steps your authority took last year.

-- You should move quickly on the vacancies.

End talking points.
"""


def test_points_under_a_title_of_requests_are_no_things_wanted():
    found = read("W", POINTS.replace("Embassies", "ACTION REQUESTED\n----------------\n\n5. Embassies"))

    assert [one.evidence.quote for one in found.actions] == ["Embassies are asked to seek an appointment."]
