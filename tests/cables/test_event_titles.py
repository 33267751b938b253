"""It is the event that is named where it is shown, not the clause that told of it, and its place stands beside it."""

from datetime import date

import pytest
from rows import in_parts
from test_told_events import HEAD

from tracker.cable import parse
from tracker.extraction import event_titles, extract

NAMED = [  # the words read, what is shown
    ("exercise is planned for", "exercise"),
    ("trial is set for", "trial"),
    ("TRIAL IS SET FOR", "TRIAL"),
    ("The tuna council will vote on", "tuna council will vote"),
    ("The Secretary will visit Riga from", "Secretary will visit Riga"),
    ("The hearing resumes on", "hearing"),
    ("Conference on Whales", "Conference on Whales"),
    ("on", "on"),
    ("meeting (New", "meeting"),
    ("GENERAL CONFERENCE BEGINNING", "GENERAL CONFERENCE"),
    (
        "An international workshop on terraces will draw eighty engineers to Puno",
        "international workshop on terraces",
    ),
    ("The trade fair RIOSUR returns to the old docks", "trade fair RIOSUR"),
    ("USIS will hold a seminar on rice in Puno", "seminar on rice"),
    ("Money has been found for a two-week project on wells", "two-week project on wells"),
    ("Editors wrote at length of the march planned", "march"),
    ("The drill which the ministry had set for April 1 will now be held", "drill"),
    ('The course, "Safe Wells," is to be given in Puno', 'course, "Safe Wells"'),
    ("CROP SURVEY IS RELEASED", "CROP SURVEY"),
    ("Our regional surgeon, in town", "regional surgeon"),
    ("FLAG DAY WILL BE KEPT AT PAITA", "FLAG DAY"),
]
TOLD = [  # the name, the place, the sentence
    (
        "second planning workshop",
        None,
        "Posts should know that the second planning workshop is set for May 12.",
    ),
    ("port safety seminar", "Callao", "The Coast Guard will give a port safety seminar in Callao on May 12."),
    (
        "63rd session of the Fisheries Conference",
        None,
        "The 63rd session of the Fisheries Conference (May 3-20) has a long agenda.",
    ),
    (
        "public hearing on the proposed rule",
        None,
        "The public hearing on the proposed rule is to be held on May 12.",
    ),
    (
        "monthly meeting with the Prime Minister",
        None,
        "He will raise it at his monthly meeting with the Prime Minister on May 12.",
    ),
    ("call with the tin panel", None, "EB will take part in a call with the tin panel on May 12."),
    (
        "DONOR WORKSHOP ON SEED",
        "PUNO",
        "PAPER WILL BE PRESENTED AT DONOR WORKSHOP ON SEED IN PUNO MAY 12-14.",
    ),
    ("DONOR MEETING", "PUNO", "A DONOR MEETING IS SET FOR MAY 12 IN PUNO, AND MINISTER WANTS PLEDGES."),
    ("ILO TRADE FAIR", None, "ILO TRADE FAIR, HELD MARCH 1-5 ON THE QUAY, DREW CROWDS."),
    (
        "first Shipping Dialogue",
        "Tacna",
        "Officials of both sides meet on May 12 in Tacna for the first Shipping Dialogue.",
    ),
    ("hearing", None, "A hearing is set for May 12, and the two must live in Tacna."),
]


def read(sentence):
    text = HEAD.format(subject="VARIOUS MATTERS") + f"1. {sentence}\n"
    return extract(parse(text), is_day_off=lambda day: day.weekday() > 4).events


@pytest.mark.parametrize("rows", in_parts(NAMED))
def test_the_name_is_what_takes_place_and_not_the_clause(rows):
    wrong = [(row, found) for row in rows if (found := event_titles.title_of(row[0], row[0])) != row[1]]

    assert wrong == []


@pytest.mark.parametrize("rows", in_parts(TOLD))
def test_name_and_place_come_from_the_sentence(rows):
    found = [(row, [(e.name, e.place) for e in read(row[2]) if e.start_on != date.min]) for row in rows]

    assert [(row, have) for row, have in found if have != [row[:2]]] == []
