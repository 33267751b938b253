"""Plain words that must stand where a dear expression finds something: looking for them first loses nothing."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.cable import parse
from tracker.cable.hints import has_any, signs_of, words_in
from tracker.extraction import (
    circuits,
    contact_words,
    dates,
    days_apart,
    event_days,
    event_titles,
    event_verbs,
    going_on,
    happenings,
    names_before_days,
    no_events,
    noun_phrases,
    reader,
    refusals,
    soon_enough,
    stays,
)

pytestmark = (
    pytest.mark.no_cover
)  # what others cover is read over and over: coverage would only double the time
ANNOTATED = Path(__file__).parents[1] / "annotated"
SENT_AT = datetime(2008, 4, 1, tzinfo=UTC)
GATES = {  # an expression, and what tells of a stretch of text that it may find something
    "end of a stay": (event_days._ENDING, lambda text: has_any(text.lower(), event_days._OF_ENDS)),
    "break of a clause": (happenings._CLAUSE, lambda text: has_any(text.lower(), happenings._BREAKS)),
    "part of a day": (
        happenings._PART_OF,
        lambda text: " of " in text[-happenings.MOST_TO_OF :].lower(),
    ),
    "room that answers": (contact_words.BODY, lambda text: has_any(text, contact_words._OF_BODIES)),
    "posts by name": (
        noun_phrases._NAMED_POSTS,
        lambda text: has_any(text.lower(), noun_phrases._KINDS_NAMED),
    ),
    "body that meets": (names_before_days._MEETS, names_before_days._MAY_MEET.search),
    "tour": (
        stays._FIRST_LEG,
        lambda text: (
            not stays.TOURING.isdisjoint(words_in(text.lower())) or has_any(text.lower(), stays._BEING)
        ),
    ),
    "thing that is held": (names_before_days._WHICH_IS_HELD, names_before_days._MAY_BE_HELD.search),
    "said behind": (
        refusals._AFTERWARDS,
        lambda text: not refusals._SAYING_BEHIND.isdisjoint(words_in(text.lower())),
    ),
    "said aside": (
        refusals._SAID_ASIDE,
        lambda text: not refusals._SAYING_BEHIND.isdisjoint(words_in(text.lower())),
    ),
    "day that is only likely": (no_events._LIKELY, lambda text: has_any(text, no_events._MAYBE)),
    "verb of an event": (
        event_verbs._ACTING,
        lambda text: text[-event_verbs.MOST_OF_ACTING :].endswith(event_verbs._ACTS),
    ),
}
FAMILIES = {  # an expression and the families of which a word each stands in what it finds
    "public that may": (going_on._PUBLIC_MAY.search, (going_on._PUBLIC_NAMED, going_on._INVITED)),
    "what they do next": (going_on._GOES_ON.match, (going_on._GOING_ON,)),
    "schedule": (circuits._SCHEDULE.fullmatch, (circuits._SCHEDULES,)),
    "deadline named": (days_apart._NAMED.match, (days_apart._LIMITS,)),
    "day set": (days_apart._SET.match, (days_apart._LIMITS,)),
    "too late": (days_apart._TOO_LATE.match, (days_apart._LATE,)),
    "refused": (days_apart._REFUSING.match, (days_apart._LATE,)),
    "in time": (days_apart._TAKEN_IN.match, (days_apart._TAKEN_WORDS,)),
}
WRITTEN = """
    The Trade Council will meet in Lima on May 3. The Summer Institute, which will be held in Ohio on June 3, is full.
    Embassies Lusaka, Quito and Dhaka should report. Schedule. It should report by May 3. They may send it.
    Call the Operations Center, 202-555-0100. A VOTE IS TAKEN ON THE AFTERNOON OF MAY 12. The board meets on the morning of May 3.
    The Bureau has set June 3 as the deadline for names. Names received after June 3 cannot be used. No names can be taken after June 3.
    It will be considered. The minister, officials said, could come as early as May 3. Our surgeon, in town on May 3, will speak.
    The session ends on May 3. Exporters may submit comments until May 3. In the spring they vote (the House will be chosen on May 3).
"""


@pytest.fixture(scope="module")
def sentences():
    texts = [path.read_text(encoding="utf-8") for path in sorted(ANNOTATED.rglob("*.txt"))]
    return [s for text in (*texts, "1. " + WRITTEN) for s in parse(text).sentences]


def stretches(text):
    """The text as it stands, in capitals, in small letters, and as far as each of its numbers: rules look before a day."""
    ends = [match.start() for match in re.finditer(r"(?:[A-Z][a-z]+ )?\d", text[:400])]
    return (
        text,
        text.upper(),
        text.lower(),
        *(text[:end] for end in ends),
        *(text[:end].upper() for end in ends),
    )


@pytest.mark.parametrize("gate", GATES)
def test_an_expression_finds_nothing_where_its_plain_words_are_missing(sentences, gate):
    expression, may_find = GATES[gate]

    found = [words for s in sentences for words in stretches(s.text) if expression.search(words)]

    assert found
    assert [words for words in found if not may_find(words)] == []


@pytest.mark.parametrize("rule", FAMILIES)
def test_a_rule_finds_nothing_in_a_sentence_without_a_word_of_each_family(sentences, rule):
    finds, families = FAMILIES[rule]

    found = [s for s in sentences if finds(s.text) or finds(s.text.lower())]

    assert found
    assert [s.text for s in found if not all(s.signs & family.bit for family in families)] == []


def test_a_limit_is_a_word_that_limits_alone_or_stands_in_one_of_its_phrases(sentences):
    limited = [s for s in sentences if reader._LIMIT_WORD.search(s.text.lower())]

    assert limited
    assert [s.text for s in limited if not reader._has_limit(s)] == []
    assert [s.text for s in sentences if reader._has_limit(s) and s not in limited] == []


def test_a_day_is_named_only_where_a_number_and_a_name_of_days_stand(sentences):
    hinted = [s for s in sentences if event_days._HINT.search(s.text.lower())]
    named = [s for s in hinted if dates.mentioned_days(s.text, SENT_AT)]

    assert named
    assert [s.text for s in named if not event_days.may_name_day(s.signs, s.text)] == []


def test_a_deadline_with_a_day_has_a_word_that_belongs_to_days(sentences):
    due = [
        s
        for s in sentences
        if any(found.day for found in dates.deadlines(s.text, SENT_AT, is_day_off=lambda day: False))
    ]

    assert due
    assert [
        s.text for s in due if not (s.signs & dates.DATED.bit or has_any(s.text.lower(), dates.PAIRS))
    ] == []


def test_how_late_a_thing_is_of_use_is_told_only_where_its_words_stand_together(sentences):
    told = Path(__file__).with_name("days_of_use.txt")
    texts = [s.text for s in sentences] + re.split(r"(?<=[.|]) |\n", told.read_text(encoding="utf-8"))

    found = []
    for low in dict.fromkeys(text.strip("| ").lower() for text in texts):
        begins = [low[begin:] for begin in soon_enough.clauses(low)]
        places = [[*soon_enough.places(one), *soon_enough.closings(one)] for one in begins]
        if any(places) or any(soon_enough.counted_back(low)):
            found.append((low, signs_of(words_in(low))))

    is_had = [all(signs & family.bit for family in soon_enough.HAVING) for _, signs in found]
    assert len(found) > 40
    assert [
        low
        for (low, signs), had in zip(found, is_had, strict=True)
        if signs & soon_enough.SIGNS.bit and not (had or soon_enough.may_tell(low, signs))
    ] == []


@pytest.mark.parametrize("place", range(len(event_titles._ENDINGS)))
def test_the_end_of_a_name_is_taken_off_only_where_it_ends_in_one_of_the_words(sentences, place):
    rule, words = event_titles._ENDINGS[place]
    texts = [s.text for s in sentences[::8]] + [
        "The seminar, held",
        "The seminar is set",
        "Our surgeon, in town",
    ]

    names = {text[: match.end()] for text in texts for match in re.finditer(r"\w\b", text[:150])}
    found = [name for name in names if rule.search(name)]

    assert found
    assert [name for name in found if not name.lower().endswith(words)] == []
