"""Sentences read as of one day: what a deadline test of single phrases needs."""

from datetime import UTC, datetime

from tracker.adapters.calendars import is_washington_day_off
from tracker.extraction import dates

SENT_AT = datetime(2009, 3, 10, 15, tzinfo=UTC)  # a Tuesday


def deadline_of(sentence, sent_at=SENT_AT):
    return dates.deadline(sentence, sent_at, is_day_off=is_washington_day_off)


def day_of(words, sent_at=SENT_AT):
    found = deadline_of(f"Please reply {words}.", sent_at)
    return found.day.isoformat() if found and found.day else None
