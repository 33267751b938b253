"""Working days of a due are those of the place that must act, and the sentences say which were skipped."""

from datetime import date

import pytest

from tracker.domain.counted_days import Counted, at_place, words_of
from tracker.domain.due import Due
from tracker.domain.workdays import Calendar, Place, WorkingWeek

TOKYO = Calendar(place=Place(name="Tokyo", zone="Asia/Tokyo"), days_off={date(2009, 4, 29): "Showa Day"})
AMMAN = Calendar(
    place=Place(name="Amman", zone="Asia/Amman"), weeks=(WorkingWeek(days=frozenset({6, 0, 1, 2, 3})),)
)
LIMA = Calendar(place=Place(name="Lima", zone="America/Lima"))
READ = Due(on=date(2009, 4, 30), time="COB", zone="post")
SENT = date(2009, 4, 21)  # a Tuesday


@pytest.mark.parametrize(
    "calendar, since, days, meant",
    [
        (LIMA, SENT, 7, date(2009, 4, 30)),
        (TOKYO, SENT, 7, date(2009, 5, 1)),  # Showa Day does not count
        (AMMAN, SENT, 7, date(2009, 4, 30)),  # Friday and Saturday are the weekend
        (AMMAN, SENT, 4, date(2009, 4, 27)),
        (TOKYO, date(2009, 4, 30), -1, date(2009, 4, 28)),
    ],
)
def test_each_place_counts_on_its_own_calendar(calendar, since, days, meant):
    found = at_place(READ, Counted(since=since, days=days), calendar)

    assert (found.due.on, found.due.time, found.due.zone) == (meant, "COB", "post")


def test_the_sentences_name_the_calendar_and_the_days_skipped():
    found = at_place(READ, Counted(since=SENT, days=7), TOKYO, SENT)

    counted, skipped = found.words
    assert counted == (
        "Counted 7 working days on the calendar of Tokyo, "
        "from Tuesday 21 April 2009, the day sent, which is not counted itself."
    )
    assert skipped == "Skipped in Tokyo: Sat 25 Apr (weekend), Sun 26 Apr (weekend), Wed 29 Apr (Showa Day)."


def test_nothing_is_skipped_where_every_day_counts():
    found = at_place(READ, Counted(since=SENT, days=1), TOKYO)

    assert found.words == (
        "Counted 1 working day on the calendar of Tokyo, from Tuesday 21 April 2009, which is not counted itself.",
    )


def test_many_skipped_days_are_told_by_their_number():
    found = at_place(READ, Counted(since=SENT, days=40), LIMA)

    assert found.words[1].endswith("(weekend), and 4 more.")


@pytest.mark.parametrize("due, count", [(READ, None), (Due(on=None), Counted(since=SENT, days=3))])
def test_a_day_that_is_not_counted_stays(due, count):
    found = at_place(due, count, TOKYO)

    assert (found.due, found.words) == (due, ())


def test_a_count_in_words():
    assert words_of(Counted(since=SENT, days=7)) == "7 working days after Tue 21 Apr 2009"
    assert words_of(Counted(since=SENT, days=-1)) == "1 working day before Tue 21 Apr 2009"
