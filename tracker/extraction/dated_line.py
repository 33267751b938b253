"""The day on which a text without a date-time group was sent, by a line of its heading that says so: "DATE: JULY 6, 1999"."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time

from tracker.cable.parts import Cable
from tracker.extraction.dates import mentioned_days

_LINE = re.compile(
    r"^[ \t]*(?:DATED?|SENT|Dated?|Sent)(?: ON| on)?[ \t]*:[ \t]*(?P<day>[^\n]{6,40})$", re.MULTILINE
)
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOON = time(12, tzinfo=UTC)  # the hour is not told


def with_day(cable: Cable) -> Cable:
    """Return the cable with the day of such a line as the moment it was sent; unchanged where its heading tells that, or no day."""
    if cable.header.sent_at is not None:
        return cable
    line = _LINE.search(cable.raw, 0, cable.header.end)
    sent_at = _moment(line["day"]) if line is not None else None
    return cable if sent_at is None else replace(cable, header=replace(cable.header, sent_at=sent_at))


def _moment(words: str) -> datetime | None:
    """Return noon of a day written with its year, None where there is none."""
    iso = _ISO.match(words)
    if iso is not None:
        year, month, day = map(int, iso.groups())
        try:
            return datetime(year, month, day, 12, tzinfo=UTC)
        except ValueError:
            return None
    named = _YEAR.search(words)
    days = mentioned_days(words, datetime(int(named.group()), 1, 1, tzinfo=UTC)) if named else ()
    return datetime.combine(days[0].first_on, _NOON) if days else None
