"""The values of a reminder policy as people write them, checked: what may stand for each key."""

from datetime import time
from typing import Any

from tracker.domain.rules import STEPS

SWITCHES = ("first_letter", "on_due_day")
COUNTS = ("after_at_most", "undated_at_most", "waiting_at_most", "interim_after_at_most")
LISTS = ("before", "interim_before", "ladder")
HOURS = ("send_at", "quiet_from", "quiet_to")
FARTHEST = 250  # working days: a year
MOST = 50


def checked(key: str, value: Any) -> Any:
    """Return a value as the policy has it; raise ValueError with what is allowed."""
    if key in SWITCHES:
        return _switch(value)
    if key in LISTS:
        return _ladder(value) if key == "ladder" else _distances(value)
    if key in HOURS:
        return _hour(value)
    return _number(value, least=0 if key in COUNTS else 1, most=MOST if key in COUNTS else FARTHEST)


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _distances(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is not a list such as [5, 1]")
    days = [_number(item, least=1, most=FARTHEST) for item in value]
    return tuple(sorted(set(days), reverse=True))


def _ladder(value: Any) -> tuple[int, ...]:
    days = _distances(value)[::-1]
    if len(days) > len(STEPS):
        raise ValueError(f"{value!r} has more steps than {len(STEPS)}: {' and '.join(STEPS)}")
    return days


def _number(value: Any, *, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{value!r} is not a whole number from {least} to {most}")
    return value


def _hour(value: Any) -> time:
    try:
        return time.fromisoformat(str(value)).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise ValueError(f'{value!r} is not an hour such as "08:00"') from None
