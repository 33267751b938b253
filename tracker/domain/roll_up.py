"""How an ask to many posts is counted: at how many it was delivered, answered, agreed, and is late."""

from dataclasses import dataclass

from tracker.domain.lifecycle import Outcome
from tracker.texts import later

DELIVERS = (Outcome.DELIVERED, Outcome.AGREED, Outcome.REFUSED, Outcome.REPORTED, Outcome.NO_ANSWER)
ANSWERS = (Outcome.AGREED, Outcome.REFUSED, Outcome.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """Of the tasks of an ask: at how many posts what has been reached."""

    posts: int
    delivered: int
    answered: int
    agreed: int
    late: int

    @property
    def parts(self) -> tuple[str, ...]:
        """Return "Delivered 41 of 60", "answered 23", "agreed 15", "late 6"."""
        return (
            later("Delivered %(number)s of %(posts)s", number=self.delivered, posts=self.posts),
            later("answered %(number)s", number=self.answered),
            later("agreed %(number)s", number=self.agreed),
            later("late %(number)s", number=self.late),
        )
