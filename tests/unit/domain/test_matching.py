"""Which sentence of a reply is proposed for which of the asks of a cable, and for which none."""

import pytest

from tracker.domain.closing import Said, answering
from tracker.domain.matching import Awaits, awaited, is_of_whole, is_report

ASKS = (
    "Embassy should deliver the President's letter to the Prime Minister.",
    "Embassy should seek overflight clearance for the C-141 flights.",
    "Embassy should ask that Norway vote against the motion on whales.",
    "Embassy should request names of the ten largest shipyards.",
    "Embassy should report the response by COB June 4.",
)
LETTER = Said(kind="delivered", quote="The Prime Minister read the message in the Charge's presence.")
CLEARANCE = Said(
    kind="will answer", quote="The C-141s were on the inspector's desk and would be cleared Friday."
)
WHALES = Said(kind="refused", quote="Norway would abstain on whales, Lund said, as it always had.")
YARDS = Said(kind="no answer yet", quote="The Directorate has yet to produce the list of yards.")
SEALS = Said(kind="agreed", quote="He had no objection to a film about seals.")
ALL = (LETTER, CLEARANCE, WHALES, YARDS, SEALS)


@pytest.mark.parametrize("asked,expected", list(zip(ASKS[:4], ALL[:4], strict=True)))
def test_each_ask_has_its_own_sentence(asked, expected):
    assert answering(ALL, asked, ASKS) == expected
    assert answering(ALL, asked) == expected


def test_what_shares_nothing_with_an_ask_is_not_proposed_for_it_but_where_nothing_else_was_asked():
    asked = "Embassy should obtain a lease for the lighthouse."

    assert answering([SEALS], asked, (*ASKS, asked)) is None
    assert answering([SEALS], asked) is None
    assert answering([SEALS], asked, (asked,)) == SEALS


def test_a_delivery_does_not_close_what_waits_for_the_other_sides_word():
    handed = Said(
        kind="delivered", quote="Econoff delivered the paper on overflight clearance for the C-141 flights."
    )

    assert answering([handed, CLEARANCE], ASKS[1], ASKS) == CLEARANCE
    assert answering([handed, CLEARANCE], "Post should deliver the paper on the C-141 flights.") == handed


def test_a_sentence_that_speaks_rather_of_another_ask_is_passed_over():
    granted = Said(kind="agreed", quote="Embassy grants country clearance to Codel Hale.")
    asks = (
        "Embassy should grant country clearance to Codel Hale.",
        "Embassy should obtain landing clearance at Bodo.",
    )

    assert answering([granted], asks[0], asks) == granted
    assert answering([granted], asks[1], asks) is None


def test_what_the_other_side_said_answers_the_ask_to_report_it():
    assert answering([LETTER, YARDS, WHALES], ASKS[4], ASKS) == WHALES
    assert answering([LETTER], ASKS[4], ASKS) is None


def test_a_sentence_about_the_whole_cable_answers_each_ask():
    whole = Said(kind="refused", quote="The ministry refused the request in reftel.")

    assert [answering([whole], asked, ASKS) for asked in ASKS] == [whole] * 5
    assert answering([whole, CLEARANCE], ASKS[1], ASKS) == CLEARANCE


def test_what_is_taken_back_in_part_leaves_the_rest():
    dropped = Said(kind="cancelled", quote="The overflight clearance is no longer needed.")

    assert [answering([dropped], asked, ASKS) for asked in ASKS] == [None, dropped, None, None, None]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Posts should deliver the points.", Awaits.DELIVERY),
        ("Please leave copy of the memorandum with the Ministry.", Awaits.DELIVERY),
        ("POSTS SHOULD SEEK SUPPORT FOR THE TEXT.", Awaits.WORD),
        ("Embassy is requested to obtain the minister's agreement.", Awaits.WORD),
        ("Embassy should raise the matter with the Foreign Ministry.", Awaits.BOTH),
        ("Post should submit one nominee.", Awaits.DEED),
    ],
)
def test_the_first_verb_says_what_is_awaited(asked, expected):
    assert awaited(asked) is expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("This message supersedes reftel in its entirety.", True),
        ("Reftel is rescinded.", True),
        ("Post will report on all its points by July 24.", True),
        ("The instruction in ref B to hand over the paper is withdrawn.", False),
        ("The survey in paragraph 9 of ref B has been replaced.", False),
        ("The helicopter is not required.", False),
    ],
)
def test_the_whole_cable_is_meant(quote, expected):
    assert is_of_whole(quote) is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Report by COB", True),
        ("Please report host government reaction by May 3.", True),
        ("Post should report the number of boats.", False),
    ],
)
def test_a_report_of_what_the_other_side_says(asked, expected):
    assert is_report(asked) is expected


PARTY = (
    "Embassy should encourage Norway to brief its neighbors.",
    "Embassy should ask whether Norway would host the seminar.",
    "EMBASSY SHOULD REQUEST THAT NORWAY HOLD ITS CATCH AT LAST YEAR'S LEVEL.",
    "Embassy should seek Norwegian support for the candidate.",
    "Embassy should press the government of Norway to sign.",
)


@pytest.mark.parametrize("asked", PARTY)
def test_the_name_of_the_one_asked_is_no_matter_in_common(asked):
    tugs = Said(kind="agreed", quote="Norway (the Norwegian Coast Guard) will lend two tugs.")

    assert answering([tugs], asked, (asked, ASKS[0])) is None


@pytest.mark.parametrize(
    ("quote", "asked"),
    [
        ("Four years and any number of entries are fine.", "Post should report the number of refusals."),
        ("He sent his answer by mail.", "Post should verify that the yard has answered the survey."),
        ("On salaries he had no instructions.", "Post should report the number of divers."),
    ],
)
def test_words_that_say_nothing_of_the_matter_are_nothing_in_common(quote, asked):
    assert answering([Said(kind="agreed", quote=quote)], asked, (asked, ASKS[0])) is None


@pytest.mark.parametrize(
    ("quote", "asked"),
    [
        ("The fee is 40 kroner.", "Post should report what fees are charged."),
        ("Two pilots may be hired.", "Post should learn whether there is a pilot."),
        ("Twelve samples are on their way.", "Post should ask for a specimen of each, and samples of paint."),
        ("Talks will open on May 3.", "Post should propose a talk on seals."),
    ],
)
def test_one_and_many_are_the_same_word(quote, asked):
    said = Said(kind="agreed", quote=quote)

    assert answering([said], asked, (asked, ASKS[0])) == said


TURNS = (
    "Embassy should deliver the letter on whales.",
    "Embassy should ask that diving be stopped.",
    "Embassy should request the chart of the fairway.",
    "Embassy should seek a lease of the lighthouse.",
)
WHALE = Said(kind="delivered", quote="Econoff delivered the letter on whales.")
AWAY = Said(kind="agreed", quote="Police will keep sportsmen away from the wreck.")
CHART = Said(kind="agreed", quote="The chart of the fairway was given to us.")
BEYOND = Said(kind="refused", quote="He could not go to Bergen.")


@pytest.mark.parametrize(
    ("said", "n", "expected"),
    [
        ((WHALE, AWAY, CHART), 1, AWAY),
        ((AWAY, CHART), 1, None),  # nothing answers the ask before
        ((WHALE, AWAY), 1, None),  # nor the one behind
        ((WHALE, AWAY, BEYOND, CHART), 1, None),  # which of the two?
        ((CHART, AWAY, WHALE), 1, None),  # the order is another
        ((WHALE, CHART, BEYOND), 3, None),  # behind the last they go on to other things
        ((WHALE, WHALE, CHART), 1, None),
    ],
)
def test_the_only_sentence_between_two_answers_answers_the_ask_between(said, n, expected):
    assert answering(said, TURNS[n], TURNS) == expected


def test_the_first_ask_is_answered_by_the_only_sentence_before_the_answer_to_the_second():
    paper = Said(kind="delivered", quote="He has it.")

    assert answering([paper, AWAY, CHART], TURNS[0], (TURNS[0], TURNS[2])) is None
    assert answering([paper, CHART], TURNS[0], (TURNS[0], TURNS[2])) == paper
