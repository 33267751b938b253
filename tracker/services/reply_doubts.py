"""What to write instead of a day that was not sure: in words that name the days it may mean."""

from datetime import date

from tracker.domain import replies
from tracker.domain.due import day_words
from tracker.domain.reply_lines import Statement, Verb
from tracker.domain.workdays import Calendar
from tracker.extraction.reply_days import Doubt, Doubted, doubted_at_start
from tracker.texts import Later, later, own


def of_day(statement: Statement, number: int | None, today: date, calendar: Calendar) -> Later | None:
    """Return what is not sure about the day of a statement, and what to write; None where no such day is named.

    `number` is the task's in the letter, `calendar` that of its post.
    """
    found = doubted_at_start(
        replies.day_said(statement), today, is_day_off=lambda day: not calendar.is_working_day(day)
    )
    if found is None:
        return None
    lines = [_line(statement, number, day, today) for day in found.days]
    if len(lines) > 1:
        return _one_of_two(found, lines, calendar)
    (day,) = found.days
    if found.doubt is Doubt.OTHER_WEEKDAY:
        return later(
            "%(day)s is not the weekday that you wrote. Write the day alone: %(line)s.",
            day=day_words(day),
            line=lines[0],
        )
    if day < today:
        return later("%(day)s has passed. Write a day that is still to come.", day=day_words(day))
    return later(
        "That day of this year has passed. If you mean %(day)s, write the year: %(line)s.",
        day=day_words(day),
        line=lines[0],
    )


def _one_of_two(found: Doubted, lines: list[Later], calendar: Calendar) -> Later:
    one, other = (_named(day, calendar) for day in found.days)
    if found.doubt is Doubt.TODAY_OR_NEXT:
        return later(
            "Today is %(today)s. Do you mean today, or %(other)s? Write: %(line)s; or: %(second)s.",
            today=one,
            other=other,
            line=lines[0],
            second=lines[1],
        )
    return later(
        "That can be %(one)s or %(other)s. Write the month in letters: %(line)s; or: %(second)s.",
        one=one,
        other=other,
        line=lines[0],
        second=lines[1],
    )


def _named(day: date, calendar: Calendar) -> Later:
    """Return a day in words, with why nobody works on it, if so."""
    off = calendar.reason_off(day)
    return later("%(day)s (%(reason)s)", day=day_words(day), reason=off) if off else day_words(day)


def _line(statement: Statement, number: int | None, day: date, today: date) -> Later:
    """Return the line that says this day for sure: "2 by 24 April". In English, as replies are read."""
    year = f" {day.year}" if day.year != today.year else ""
    before = f"{number} " if number is not None else ""
    line = f"{day.day} {day:%B}{year}"
    if statement.verb is Verb.EXTEND:
        line = f"{before}EXTEND to {line}"
        return later("%(line)s, and why", line=line)
    return own(f"{before}by {line}")
