"""What goes public or is announced on a day is an event; a day by which something is to go out is none."""

import pytest
from test_papers_and_events import read


def starts(body, subject="VARIOUS MATTERS", **more):
    return [event.start_on.isoformat() for event in read(f"1. {body}\n", subject, **more).events]


@pytest.mark.parametrize(
    "sentence",
    [
        "The yearbook goes public on May 3 at a session with reporters.",
        "The atlas comes out on Tuesday, May 3, at 11:00 AM (EDT) in Washington.",
        "The third volume will be published May 3.",
        "Results of the survey will be made public on May 3.",
        "At 0900 EST on Tuesday, May 3, 2011, the Treasury will name three banks.",
        "The Commission will announce its decision on May 3.",
        "On May 3 the ministry is expected to publish the names of the winners.",
        "Missions should find a speaker for the day of publication, May 3, 2011.",
        "Post should keep a line open on the day of the release (May 3).",
        "We need two chairs in time for the budget committee session of May 3.",
    ],
)
def test_a_release_has_its_day(sentence):
    assert starts(sentence) == ["2011-05-03"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry will announce by May 3 whether it agrees.",
        "The volume will be published before May 3.",
        "The sun comes out on May 3.",
        "The atlas will not be published on May 3.",
        "The baker will name his price on May 3.",
        "The minister asked whether the report will be released on May 3.",
        "The tunnel goes public with a toll from May 3.",
        "The names must be announced no later than May 3.",
    ],
)
def test_no_release_is_made_of_a_limit_or_of_other_things(sentence):
    assert starts(sentence) == []


NO_DAY_SENT = "UNCLAS GENEVA 004410\n\nTAGS: PREL\nSUBJECT: {subject}\n\n"


def test_a_day_in_full_in_the_subject_gives_the_year_where_no_day_of_sending_is_given():
    subject = "AN HOUR WITH THE FISHERIES COMMITTEE - MAY 3, 2011"

    assert starts("Delegates are to meet again on June 7.", subject, head=NO_DAY_SENT) == [
        "2011-06-07",
        "2011-05-03",
    ]


@pytest.mark.parametrize(
    "subject", ["PLANS FOR 2011", "FY 2011: CHAPTERS ON FISH", "AN HOUR WITH THE COMMITTEE, MAY 3"]
)
def test_another_number_in_the_subject_gives_no_year(subject):
    assert starts("Delegates are to meet again on June 7.", subject, head=NO_DAY_SENT) == []
