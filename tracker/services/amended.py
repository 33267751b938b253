"""What a reviewer changed of an ask: the value that was read, and the one set in its place."""

from dataclasses import dataclass
from typing import Any

from tracker.domain.due import DayTime, Due

FEW = 6  # posts that are named one by one
Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an ask says, as it was read or as a person wants it."""

    title: str
    due: Due
    posts: tuple[str, ...]
    owner: str | None = None

    def as_json(self) -> Values:
        """Return the values as a history line keeps them."""
        due = self.due
        named = ", ".join(self.posts) if len(self.posts) <= FEW else f"{len(self.posts)} posts"
        return {
            "title": self.title,
            "due_on": due.on.isoformat() if due.on else None,
            "due_time": (due.time or DayTime.COB.value) if due.on else None,
            "due_zone": (due.zone or "post") if due.on else None,
            "posts": named,
            "owner": self.owner,
        }


def differing(read: Said, wanted: Said) -> tuple[Values, Values]:
    """Return what differs, as it was before and after; the hour of a day that came or went goes with it."""
    before, after = read.as_json(), wanted.as_json()
    names = [name for name, value in after.items() if before[name] != value]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def told(before: Values, after: Values) -> dict[str, str]:
    """Return the changes as the audit trail tells them. A title is text of a cable: only that it changed."""
    return {
        name: "changed" if name == "title" else f"{before[name] or 'none'} → {value or 'none'}"
        for name, value in after.items()
    }
