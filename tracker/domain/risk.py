"""What is likely to become late, before it is: a rule that is said in words wherever it is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from tracker.domain.lifecycle import Status, status_words
from tracker.texts import later, nlater

USUAL = 2  # working days that an ask takes, where a post has finished too few to tell
FEWEST = 5  # finished tasks below which a median says nothing
LAST = 21  # finished tasks of a post that its median is taken of
SILENT = 2  # working days after which it tells that nobody has accepted
A_WEEK = 5  # working days
RULE = later(
    "At risk is what is not late yet, but leaves fewer working days than its post usually needs from ask to"
    " done (the median of its last finished tasks; 2 days where fewer than 5 are finished). What somebody has"
    " begun to work on has the days since it was asked to its credit. At risk in any case: what nobody has accepted"
    " with 2 working days left, or 2 working days after it was asked; what waits for others with 5 working days left."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the rule looks at. Days are working days of the post; `worked` counts since it was asked."""

    status: Status
    left: int
    worked: int = 0
    median: int | None = None


def median_of(days: Sequence[int]) -> int | None:
    """Return the working days in which half of them were done, None where they are too few."""
    return median_low(days) if len(days) >= FEWEST else None


def risk_of(one: Outlook) -> str | None:
    """Return why a task is at risk, in words; None where it is not."""
    needed = USUAL if one.median is None else one.median
    left = later("%(days)s left", days=_days(one.left))
    match one.status:
        case Status.OPEN:
            late = one.left < needed or one.left <= USUAL or one.worked >= SILENT
            return _with_median(later("not accepted, %(left)s", left=left), one) if late else None
        case Status.WAITING:
            return later("waits for somebody else, %(left)s", left=left) if one.left <= A_WEEK else None
        case Status.ACCEPTED | Status.IN_PROGRESS:
            late = one.left < needed - one.worked
            state, worked = status_words(one.status), _days(one.worked)
            said = later("%(state)s, %(left)s after %(days)s", state=state, left=left, days=worked)
            return _with_median(said, one) if late else None
        case _:
            return None


def _with_median(said: str, one: Outlook) -> str:
    if one.median is None:
        return said
    return later("%(why)s; this post’s median is %(number)s", why=said, number=one.median)


def _days(n: int) -> str:
    return nlater("%(num)s working day", "%(num)s working days", n) if n else later("no working day")
