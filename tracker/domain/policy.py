"""The reminder policy: at which distances and hours letters go, for all, for one post, for one task."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When reminders go. Distances are working days of the place that must act; 0 reminders is none.

    `ladder` are the net working days late at which the supervisor and then the office director are told.
    Nothing goes in the quiet hours of the reader's clock, but for the most urgent cables.
    """

    first_letter: bool = True
    before: tuple[int, ...] = (5, 1)
    on_due_day: bool = True
    after: int = 1
    after_every: int = 2
    after_at_most: int = 10
    undated_every: int = 5
    undated_at_most: int = 4
    ladder: tuple[int, ...] = (3, 6)
    interim_before: tuple[int, ...] = (1,)
    interim_after_at_most: int = 2
    waiting_every: int = 5
    waiting_at_most: int = 6
    send_at: time = time(8)
    quiet_from: time = time(20)
    quiet_to: time = time(7)

    def is_quiet(self, hour: time) -> bool:
        """Return whether an hour of the reader's clock is one at which no letter goes."""
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= hour < self.quiet_to
        return hour >= self.quiet_from or hour < self.quiet_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """The policy for all, and what single posts and offices do otherwise, by designator."""

    general: Policy = Policy()
    places: Mapping[str, Policy] = field(default_factory=dict)

    def of(self, place: str, own: Mapping[str, Any] | None = None) -> Policy:
        """Return the policy of a place's task; `own` are the values set for the task itself, as JSON has them."""
        policy = self.places.get(place, self.general)
        if not own:
            return policy
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in own.items()
        }
        return replace(policy, **values)
