"""The day that one sentence sets, read alone: where its words name nobody whom the day binds, it counts only if the sentence asks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from tracker.extraction import asking, dates, matters, refusals, spelling
from tracker.extraction.cast import Cast
from tracker.extraction.proposals import Deadline

_CASTS = tuple(
    Cast(
        asks_posts=not is_up,
        asks_capital=is_up,
        names={},
        told=frozenset(),
        is_clearance=False,
        has_collective=False,
    )
    for is_up in (False, True)
)


def day_of(sentence: str, sent_at: datetime, *, is_day_off: Callable[[date], bool]) -> Deadline | None:
    """Return the deadline that a sentence sets for whoever reads it, None where it sets none."""
    mended = spelling.mended(sentence)
    if mended is None:
        return dates.deadline(sentence, sent_at, is_day_off=is_day_off, asks=asks)
    found = dates.deadline(mended.text, sent_at, is_day_off=is_day_off, asks=asks)
    return replace(found, start=mended.old(found.start), end=mended.old(found.end)) if found else None


@lru_cache(maxsize=16)
def asks(sentence: str) -> bool:
    """Return whether a sentence asks whoever reads it, at a post or in the capital."""
    text = " ".join(sentence[: asking.LONGEST_SENTENCE].split())
    verdicts = [asking.verdict_of(text, cast) for cast in _CASTS]
    if any(found is not None and found.is_ask for found in verdicts):
        return True
    plain = refusals.without_quotations(text)
    return not refusals.whole(plain.lower()) and matters.is_owed(plain)
