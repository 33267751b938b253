"""Reads config/reminders.toml into the reminder policy; every fault of the file is listed at once."""

import tomllib
from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Any

from tracker.domain.reminding import Policy
from tracker.errors import BadSettings
from tracker.settings import share_dir

SWITCHES = ("first_letter", "on_due_day")
DISTANCES = ("after", "after_every", "undated_every")
COUNTS = ("after_at_most", "undated_at_most")
KNOWN = {"reminders": (*SWITCHES, "before", *DISTANCES, *COUNTS), "hours": ("send_at",)}
FARTHEST = 250  # working days: a year
MOST = 50


def load(path: Path | None = None) -> Policy:
    """Return the policy of the file; raise BadSettings that lists every unknown key and bad value."""
    path = path or share_dir("config") / "reminders.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"{path.name} is not TOML: {error}") from None
    faults = _unknown(found)
    values: dict[str, Any] = {}
    for section, keys in KNOWN.items():
        table = found.get(section, {})
        for key in keys:
            if isinstance(table, Mapping) and key in table:
                _take(key, table[key], values, faults)
    if faults:
        listed = "\n".join(f"  - {fault}" for fault in faults)
        raise BadSettings(f"{path.name} cannot be used:\n{listed}")
    return Policy(**values)


def _unknown(found: Mapping[str, Any]) -> list[str]:
    faults = []
    for section, table in found.items():
        if section not in KNOWN or not isinstance(table, Mapping):
            faults.append(f"[{section}] is not known; the sections are [{'], ['.join(KNOWN)}]")
            continue
        known = KNOWN[section]
        faults += [
            f"{key} is not known; [{section}] has {', '.join(known)}" for key in table if key not in known
        ]
    return faults


def _take(key: str, value: Any, values: dict[str, Any], faults: list[str]) -> None:
    try:
        values[key] = _checked(key, value)
    except ValueError as error:
        faults.append(f"{key}: {error}")


def _checked(key: str, value: Any) -> Any:
    if key in SWITCHES:
        return _switch(value)
    if key == "before":
        return _distances(value)
    if key == "send_at":
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


def _number(value: Any, *, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{value!r} is not a whole number from {least} to {most}")
    return value


def _hour(value: Any) -> time:
    try:
        return time.fromisoformat(str(value)).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise ValueError(f'{value!r} is not an hour such as "08:00"') from None
