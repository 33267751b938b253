"""What is likely to become late, before it is: a rule that is said in words wherever it is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from tracker.domain.lifecycle import Status

USUAL = 2  # working days that an ask takes, where a post has finished too few to tell
FEWEST = 5  # finished tasks below which a median says nothing
LAST = 21  # finished tasks of a post that its median is taken of
SILENT = 2  # working days after which it tells that nobody has accepted
A_WEEK = 5  # working days
RULE = (
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
    usually = f"; this post’s median is {one.median}" if one.median is not None else ""
    left = f"{_days(one.left)} left"
    match one.status:
        case Status.OPEN:
            late = one.left < needed or one.left <= USUAL or one.worked >= SILENT
            return f"not accepted, {left}{usually}" if late else None
        case Status.WAITING:
            return f"waits for somebody else, {left}" if one.left <= A_WEEK else None
        case Status.ACCEPTED | Status.IN_PROGRESS:
            late = one.left < needed - one.worked
            return f"{one.status}, {left} after {_days(one.worked)}{usually}" if late else None
        case _:
            return None


def _days(n: int) -> str:
    return "no working day" if n == 0 else f"{n} working {'day' if n == 1 else 'days'}"
