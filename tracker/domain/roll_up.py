"""How an ask to many posts is counted: at how many it is done, delivered, answered, agreed, and late."""

from dataclasses import dataclass
from itertools import pairwise

from tracker.domain.lifecycle import Outcome
from tracker.texts import later

DELIVERS = (Outcome.DELIVERED, Outcome.AGREED, Outcome.REFUSED, Outcome.REPORTED, Outcome.NO_ANSWER)
ANSWERS = (Outcome.AGREED, Outcome.REFUSED, Outcome.REPORTED)
HANDS_OVER = frozenset(  # what is done to a host government
    """approach brief convey deliver demarche demarché démarche encourage express hand inform invite leave notify
    pass persuade present press propose raise seek share stress thank underline underscore urge""".split()
)
AT_HOME = frozenset("department state washington bureau desk office headquarters".split())


def is_delivery(title: str) -> bool:
    """Return whether an ask brings something before a host government: "Prepare and deliver the note".

    It is told by the verb, first or after "and". What goes to Washington is reported, not delivered.
    """
    words = ["and", *title.lower().replace(",", " ").replace(".", " ").split()]
    verbs = {word for before, word in pairwise(words) if before == "and"}
    return not HANDS_OVER.isdisjoint(verbs) and AT_HOME.isdisjoint(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """Of the tasks of an ask: at how many posts what has been reached.

    `to_deliver` are those where something can be delivered; a report to Washington is none.
    """

    posts: int
    to_deliver: int
    done: int
    delivered: int
    answered: int
    agreed: int
    late: int

    @property
    def parts(self) -> tuple[str, ...]:
        """Return "Done 40 of 80", "delivered 41 of 60", "answered 23", "agreed 15", "late 6"."""
        parts = [later("Done %(number)s of %(posts)s", number=self.done, posts=self.posts)]
        if self.to_deliver:
            parts.append(
                later("delivered %(number)s of %(posts)s", number=self.delivered, posts=self.to_deliver)
            )
        parts.append(later("answered %(number)s", number=self.answered))
        if self.to_deliver or self.agreed:
            parts.append(later("agreed %(number)s", number=self.agreed))
        return (*parts, later("late %(number)s", number=self.late))
