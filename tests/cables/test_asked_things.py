"""What is told of a thing after it was asked for, and what is to be done among orders; alone the same words are news."""

import pytest
from test_traps import HEADS

from tests.sentence_cables import BODY
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import asked_things, extract

ORDER = "Posts are asked to send a list of vehicles and a sketch of the yard by March 28."
SECTIONS = "Consular sections are asked to count their blank visas."
MORE = """
The list must not go by open fax.
Each sketch should bear the signature of the general services officer.
The signed list must go out by pouch not later than April 11.
Lists from constituent posts are to come through the embassy.
A second sketch, drawn to scale, is to accompany it.
Both kinds of list should carry the caption KFLEET.
Old plates are to be destroyed in the presence of an American officer.
Serial numbers must be painted over before the vehicles are sold.
Unsold trucks ought to be stored under guard.
A receipt, signed by the buyer, is to be obtained in each case.
Any of the vehicles that cannot be moved must be flagged to A/LM by April 2.
The premises have to be vacated by June 30.
Differences of more than ten percent should be explained in the comment field.
Prices, if quoted, should be in dollars.
THE LIST MUST BE IN ENGLISH.
Each sketch should be on letterhead.
With each vehicle's name should come its number and the year it was bought.
To the list should be added the names of the drivers.
Enclosed with the sketch should be two photographs.
Below each entry should stand its source.
"""
NEWS = """
Vehicles on the ferry must be ashore before the tide turns.
Behind each wall should stand a guard of the ministry.
With him should come his deputy.
Talks should be in English, the minister said.
The river should be in one piece by June.
The bridge is to be opened by the Prime Minister on May 4.
The treaty must be ratified by the Senate before it can enter into force.
Under the contract the crane must be delivered by June 1.
By law the quota must be set by April 1.
The list proved useful and should help the auditors.
The list of the ministry should read as follows:
The embassy of Peru must be told by its own ministry.
The trucks left Hamburg on March 1 and should be unloaded by March 20.
What should be changed?
The convention should be seen as a first step.
The fence should be visible from the road.
The company believes that the duty should be dropped.
The ministry of transport, which must register each truck, has no forms.
The owners of the list must pay a fee.
The yard should suffice for sixty trucks.
OFDA needs a list of needs to release the second tranche.
"""
ALONE = """
The second tranche is to be released in May.
The antenna should be taken down one of these years.
The vessel is to be towed to Piraeus.
The budget is to be debated in May.
The hostages should be freed at once.
The strike is to be called off.
"""


def asks(*sentences):
    body = BODY.format(sentence="  ".join(sentences))
    found = extract(parse(HEADS["W"] + body), is_day_off=is_washington_day_off).actions
    return [one.evidence.quote for one in found]


def lines(text):
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize("sentence", lines(MORE))
def test_more_of_what_is_asked_is_asked_too(sentence):
    assert len(asks(ORDER, sentence)) == 2


@pytest.mark.parametrize("sentence", lines(NEWS))
def test_news_among_asks_asks_nothing(sentence):
    assert len(asks(ORDER, sentence)) == 1


@pytest.mark.parametrize("sentence", lines(ALONE))
def test_what_is_to_be_done_asks_nobody_where_nothing_is_asked(sentence):
    assert asks(sentence) == []


def test_those_asked_are_known_by_their_noun_later_on():
    assert len(asks(SECTIONS, "Sections should not discuss the count with travel agents.")) == 2


def test_the_clause_behind_a_semicolon_is_not_part_of_the_ask():
    found = asks(ORDER, "Lists are to reach A/LM by mid-April; a panel will choose forty.")

    assert found[1] == "Lists are to reach A/LM by mid-April; a panel will choose forty."


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("lists", "list"),
        ("copies", "copy"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("class", "class"),
        ("Sketches,", "sketch"),
    ],
)
def test_a_noun_is_known_in_the_plural(word, noun):
    assert asked_things.stem(word) == noun
