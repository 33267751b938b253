"""Whose hours a deadline means that names no place: the post's that must act, or the originating office's own.

The table of posts says which offices are set to their own clock; words that name a place always win.
"""

from dataclasses import replace
from datetime import time

from tracker.domain.due import DayTime, Due
from tracker.domain.places import Post
from tracker.domain.workdays import WASHINGTON, Place


def by_origin(due: Due, origin: Post | None) -> tuple[Due, tuple[str, ...]]:
    """Return the due as an office means it that is set to its own clock, and the sentence that says so.

    It is as it was, and nothing is said, where the origin is no such office, and where the due has no day
    or names a place. Hours of business other than Washington's usual ones are written out: "COB" is "18:00".
    """
    if origin is None or not origin.keeps_own_clock or due.on is None or due.zone is not None:
        return due, ()
    place = origin.place
    words = f"{origin.designator} is set to its own clock: the hour is that of {place.name}"
    if place == WASHINGTON:
        return replace(due, zone=WASHINGTON.name), (f"{words}.",)
    hour = _hour_of_business(due.time, place)
    if hour is None:
        return replace(due, zone=place.zone), (f"{words}.",)
    return replace(due, time=f"{hour:%H:%M}", zone=place.zone), (f"{words}, {hour:%H:%M}.",)


def _hour_of_business(said: str | None, place: Place) -> time | None:
    """Return when an office opens or closes, as the words ask for; None where they say an hour of the day."""
    return {None: place.closes, DayTime.COB.value: place.closes, DayTime.OOB.value: place.opens}.get(said)
