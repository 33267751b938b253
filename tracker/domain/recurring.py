"""When an ask that comes back is due again: every so many months from a day, until another."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from tracker.texts import later, nlater

EVERY: Mapping[int, str] = {
    1: later("monthly"),
    3: later("quarterly"),
    6: later("every half year"),
    12: later("yearly"),
}


def day_after(first: date, months: int) -> date:
    """Return the day so many months after another; the last of the month where it has no such day."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def in_words(every_months: int, until: date) -> str:
    """Return "quarterly until 31 Dec 2009"."""
    often = EVERY.get(every_months) or nlater("every %(num)s month", "every %(num)s months", every_months)
    day = f"{until.day} {until:%b %Y}"
    return later("%(often)s until %(day)s", often=often, day=day)
