"""What holds for any text: nothing is raised, each quote stands where it is said to stand."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.extraction import dates

PIECES = (
    "by not later than NLT on or before prior to within ten 10 days of receipt the end mid - first week Monday next Friday"
    " March May 31 31st 2009 09 061700Z AUG 08 / , . : ( ) COB noon 5 p.m. 1700 Z Washington time please post should will"
    " deadline is due suspense each month quarter FY fiscal year tomorrow before after meeting until from to between and"
    " two working hours a of this 8/6/2008 2009-02-20 twenty - first no preferably if possible at the latest ’s"
).split()
MOMENTS = st.datetimes(timezones=st.just(UTC))


def _weekend(day):
    return day.weekday() > 4


def _holds(text, sent_at):
    found = dates.deadlines(text, sent_at, is_day_off=_weekend)
    chosen = dates.deadline(text, sent_at, is_day_off=_weekend)
    asked = dates.deadline_in_ask(text, sent_at, is_day_off=_weekend)
    for item in [*found, *filter(None, (chosen, asked))]:
        assert item.quote == " ".join(text[item.start : item.end].split())
        assert item.explained[0] == f"Read “{item.quote}”."
        assert item.day is None or item.is_past == (item.day < sent_at.date())
    for mention in dates.mentioned_days(text, sent_at):
        assert mention.start < mention.end <= len(text)
        assert isinstance(mention.first_on, date)


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=200), sent_at=MOMENTS)
def test_any_text_is_read_without_a_fault(text, sent_at):
    _holds(text, sent_at)


@settings(max_examples=80, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=25),
    gap=st.sampled_from([" ", "\n", "  ", ""]),
    sent_at=MOMENTS,
)
def test_any_words_of_dates_are_read_without_a_fault(pieces, gap, sent_at):
    _holds(gap.join(pieces), sent_at)


@pytest.mark.parametrize("piece", ["1", "by ", "(", "the 1st of "])
def test_a_text_of_one_thing_is_read_to_its_cap(piece):
    text = piece * (dates.LONGEST_SENTENCE // len(piece) * 2)

    found = dates.deadlines(text, datetime(2009, 3, 10, tzinfo=UTC), is_day_off=_weekend)

    assert all(item.end <= dates.LONGEST_SENTENCE for item in found)
