"""Back-test of the rule of what is at risk: of what became late within a week, how much stood on the list before.

`python -m bench.risk [SEED ...]`. Each Monday of a made year (`bench.history`) the list is drawn up from what
was known that morning, then compared with what had passed its due a week later. Wanted: at least 60 in 100 of
what became late stood there, with at most two false for each true. What was asked only after that Monday
counts as missed.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bench import history
from bench.history import Made
from tracker.adapters import places
from tracker.domain.lifecycle import Status
from tracker.domain.risk import LAST, Outlook, median_of, risk_of
from tracker.domain.tally import Tally

SEEDS = (11, 12, 13, 14, 15)  # the rule was chosen on others
FIRST_WEEK, LAST_WEEK = (
    12,
    history.WEEKS - 4,
)  # before, posts have finished too little; after, too little is asked
WEEK = timedelta(days=7)
FEWEST_FOUND, MOST_FALSE = 0.60, 2.0


@dataclass(kw_only=True)
class Result:
    """What the list was worth: tasks that became late, those of them on it, and those on it in vain."""

    late: int = 0
    found: int = 0
    false: int = 0
    due: int = 0  # all that was due within the week and still open on the Monday

    @property
    def share(self) -> float:
        """How much of what became late stood on the list."""
        return self.found / max(1, self.late)

    @property
    def false_for_each(self) -> float:
        """How many stood on it in vain for each that became late."""
        return self.false / max(1, self.found)

    @property
    def is_good(self) -> bool:
        """Whether both figures are reached."""
        return self.share >= FEWEST_FOUND and self.false_for_each <= MOST_FALSE

    def __str__(self) -> str:
        """Return the figures in words."""
        return (
            f"{self.late} of {self.due} became late within the week; {self.share:.0%} stood on the list before, "
            f"{self.false_for_each:.2f} false for each true"
        )


def tried(seed: int) -> Result:
    """Return what the rule is worth in the year of a seed."""
    tallies = history.tallies(places.load_book())
    made, result = history.tasks(seed, tallies), Result()
    for name, tally in tallies.items():
        of_post = [one for one in made if one.post == name]
        for week in range(FIRST_WEEK, LAST_WEEK):
            _try(result, of_post, history.FIRST + week * WEEK, tally)
    return result


def _try(result: Result, made: Sequence[Made], monday: date, tally: Tally) -> None:
    eve = monday - history.DAY
    finished = sorted((one for one in made if one.done_on <= eve), key=lambda one: one.done_on)[-LAST:]
    median = median_of([tally.between(one.asked_on, one.done_on) for one in finished])
    for one in made:
        if not monday <= one.due_on < monday + WEEK or one.done_on <= eve:
            continue
        is_listed = one.asked_on <= eve and _is_listed(one, eve, median, tally)
        result.due += 1
        result.late += one.is_late
        result.found += is_listed and one.is_late
        result.false += is_listed and not one.is_late


def _is_listed(one: Made, day: date, median: int | None, tally: Tally) -> bool:
    outlook = Outlook(
        status=Status(one.state_on(day)),
        left=max(0, tally.between(day, one.due_on)),
        worked=max(0, tally.between(one.asked_on, day)),
        median=median,
    )
    return risk_of(outlook) is not None


def main() -> int:
    """Try each seed, print, and return 0 where every one is good."""
    results = [(seed, tried(seed)) for seed in map(int, sys.argv[1:] or SEEDS)]
    for seed, result in results:
        print(f"seed {seed}: {result}")
    return 0 if all(result.is_good for _, result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
