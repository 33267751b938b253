"""What a circular asks of the members of a body, read without its heading."""

from datetime import UTC, date, datetime

import pytest

from tracker.adapters.calendars import is_washington_day_off
from tracker.extraction import lone_days

SENT_AT = datetime(2012, 10, 2, 15, tzinfo=UTC)

MEMBERS = [
    "Member states are asked to name their judges by November 6.",
    "Governments are again invited to supply their tide tables by November 6.",
    "The competent authorities should return the bound form by November 6.",
    "Delegations wishing to speak are reminded to inscribe their names by November 6.",
    "2.a. (U) Ships with divers aboard shall submit their logs by November 6.",
    "All tenants will verify their keys by November 6.",
    "Records custodians must upload the index by November 6.",
]
FIRM = [
    "Ideally we would have your reply by November 1, but it must arrive no later than November 6.",
    "Please send the list, preferably by November 1, but it must be here by November 6.",
    "We would like your figures by November 1, but they have to reach us by November 6.",
]
STILL = [
    "The forms required by October 8 have been sent; please return them by November 6.",
    "Please renew the permit by November 6, when it becomes binding on November 20.",
]


@pytest.mark.parametrize("changed", [str, str.upper, lambda text: text.replace(" ", "\n")])
@pytest.mark.parametrize("sentence", [*MEMBERS, *FIRM, *STILL])
def test_the_day_by_which_members_are_told_and_the_firm_one_count(sentence, changed):
    found = lone_days.day_of(changed(sentence), SENT_AT, is_day_off=is_washington_day_off)

    assert found is not None
    assert found.day == date(2012, 11, 6)
    assert found.quote.split() == changed(sentence)[found.start : found.end].split()


def test_what_it_must_do_for_others_is_no_firm_day():
    sentence = "Please send the list by November 1, but it must cover the year that ends on November 6."

    found = lone_days.day_of(sentence, SENT_AT, is_day_off=is_washington_day_off)

    assert found is not None
    assert found.day == date(2012, 11, 1)
