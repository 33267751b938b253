"""Papers whose title is the first line of a numbered paragraph, thoughts to draw on, and what to say if asked."""

import pytest

from tests.cables.test_traps import HEADS
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract
from tracker.extraction.proposals import HandoverKind

BODY = """E.O. 12958: N/A
TAGS: ETRD, NO
SUBJECT: THE FERRY FAIR

1. The fair opens in June.

{paragraph}

3. The desk is glad.

RICE
"""
PAPER = "Ferries have grown old. The Government should publish its count by April 4. Please confirm that the pier is open."
NON_PAPER = f"2. NON-PAPER\n\n{PAPER}"
THOUGHTS = "2. When she next sees the harbor master, the Ambassador may draw on these thoughts:\n\n   The pier is a model.\n   The port should count its ferries.\n"


def read(paragraph, cased=str):
    text = HEADS["W"] + cased(BODY.format(paragraph=paragraph))
    return extract(parse(text), is_day_off=is_washington_day_off)


@pytest.mark.parametrize("cased", [str, str.upper])
@pytest.mark.parametrize(
    ("paragraph", "first", "kind"),
    [
        (NON_PAPER, "Ferries", HandoverKind.PAPER),
        (NON_PAPER.replace("NON-PAPER", "Draft note:"), "Ferries", HandoverKind.PAPER),
        (NON_PAPER.replace("NON-PAPER", "Text of note."), "Ferries", HandoverKind.PAPER),
        (NON_PAPER.replace("NON-PAPER", "Text of explanation of vote on paragraph 9:"), "Ferries", HandoverKind.POINTS),
        (f"2. If asked: {PAPER}", "Ferries", HandoverKind.POINTS),
        (f"2. If asked about the pier: {PAPER}", "Ferries", HandoverKind.POINTS),
        (THOUGHTS, "The pier", HandoverKind.POINTS),
        ("2. If officials ask, the following may be said:\n\n-- Ferries are old.\n\n-- You should count them.", "Ferries", HandoverKind.POINTS),
    ],
)  # fmt: skip
def test_the_text_is_to_hand_over_and_asks_nothing(paragraph, first, kind, cased):
    found = read(paragraph, cased)

    assert [(one.kind, one.first_words.startswith(cased(first))) for one in found.handovers] == [(kind, True)]
    assert [one.is_optional for one in found.actions] == [True] * ("draw on" in paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "2. NON-PAPER\n\nPosts should leave it with the port by April 4.",
        "2. Text of note.\n\nIt has been e-mailed to posts.",
        "2. If asked: Please say nothing.",
        "2. The mayor drew on these thoughts:\n\n   The pier is a model.\n   The port counts its ferries.",
        "2. A non-paper is under way.\n\nThe pier is old.",
    ],
)
def test_what_tells_of_a_text_is_none(paragraph):
    assert read(paragraph).handovers == ()


def test_a_letter_may_be_announced_two_sentences_before():
    told = "2. Embassy should hand the letter below to the port. The Charge may sign it. {between}"
    letter = (
        "QUOTE: EXCELLENCY: I PROPOSE THAT THE PIER BE KEPT. YOUR PORT SHOULD COUNT ITS FERRIES. UNQUOTE."
    )

    found = read(told.format(between=letter))

    assert [one.first_words.startswith("EXCELLENCY") for one in found.handovers] == [True]
    assert [one.is_optional for one in found.actions] == [False, True]


def test_what_posts_are_told_behind_what_may_be_said_is_an_ask():
    found = read("2. If asked: The port has not decided. Posts should refer all questions to the desk.")

    assert [one.last_words.endswith("not decided.") for one in found.handovers] == [True]
    assert [one.evidence.quote for one in found.actions] == ["Posts should refer all questions to the desk."]


def test_what_posts_are_told_below_a_paper_is_an_ask():
    found = read(f"{NON_PAPER}\n\nPosts should report the answer by May 4.")

    assert [one.evidence.quote for one in found.actions] == ["Posts should report the answer by May 4."]
    assert len(found.handovers) == 1
