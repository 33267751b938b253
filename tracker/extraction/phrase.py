"""A phrase that sets a day, as its grammar reads it."""

from typing import NamedTuple

from tracker.extraction.day_readings import Reading
from tracker.extraction.deadline_markers import Marker


class Phrase(NamedTuple):
    """A phrase of the words `start` to `stop` (not included) and what its day and time are."""

    marker: Marker
    start: int
    stop: int
    reading: Reading
    time: str | None = None
    zone: str | None = None
