"""When an ask that comes back is due again: every so many months from a day, until another."""

from calendar import monthrange
from datetime import date

EVERY = {1: "monthly", 3: "quarterly", 6: "every half year", 12: "yearly"}


def day_after(first: date, months: int) -> date:
    """Return the day so many months after another; the last of the month where it has no such day."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def in_words(every_months: int, until: date) -> str:
    """Return "quarterly until 31 Dec 2009"."""
    return f"{EVERY.get(every_months, f'every {every_months} months')} until {until.day} {until:%b %Y}"
