"""A year of made tasks with the noise that real ones have: slow posts, surges, leave, hurry at the due, and luck.

Nothing here knows the rule that is tried on it (`bench.risk`). What happens to a task is drawn once;
`state_on` says what the tracker would have known of it on a day.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.lifecycle import Status
from tracker.domain.places import Post, PostBook
from tracker.domain.tally import Tally
from tracker.domain.workdays import DAY

FIRST = date(2025, 9, 1)
WEEKS = 60
POSTS = 24
TASKS_A_WEEK = 3  # a post's usual; some weeks bring three times as many
SURGE, SURGES = 3, 0.08
LEAD = (10, 0.6)  # working days that a cable leaves: median, spread of the logarithm
NEEDS = (2.5, 0.5)  # working days that a post needs: median over posts, spread between them
LUCK = 0.8  # spread of the logarithm from task to task
IGNORED, LONG_IGNORED = 0.12, 7  # share that lies about, and for how many working days on average
SEEN_WITHIN = 1.5
WAITS, LONG_WAIT = 0.15, 4
BUSY = 0.3  # how much a surge slows everything
HURRIES = 0.7  # share that is made ready in time where it would be up to three days late
PUT_OFF = 0.5  # share that is left until just before its due
SOON_BEFORE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of one task. Days are those of its post."""

    post: str
    asked_on: date
    due_on: date
    accepted_on: date
    waits_from: date | None
    waits_until: date | None
    done_on: date

    @property
    def is_late(self) -> bool:
        """Whether its due passed before it was done."""
        return self.done_on > self.due_on

    def state_on(self, day: date) -> Status:
        """Return how it stood at the end of a day."""
        if day >= self.done_on:
            return Status.DONE
        if self.waits_from and self.waits_until and self.waits_from <= day < self.waits_until:
            return Status.WAITING
        return Status.ACCEPTED if day >= self.accepted_on else Status.OPEN


def tallies(book: PostBook) -> dict[str, Tally]:
    """Return some posts of the book, spread over it, with what counts their working days."""
    posts: Sequence[Post] = book.posts[:: max(1, len(book.posts) // POSTS)][:POSTS]
    return {post.designator: Tally(book.calendar(post)) for post in posts}


def tasks(seed: int, posts: dict[str, Tally]) -> list[Made]:
    """Return a year of tasks; the same seed makes the same year."""
    chance = random.Random(seed)
    return [made for name, tally in posts.items() for made in _of_post(chance, name, tally)]


def _of_post(chance: random.Random, name: str, tally: Tally) -> Iterator[Made]:
    needs = chance.lognormvariate(0, NEEDS[1]) * NEEDS[0]
    officers = [chance.lognormvariate(0, 0.3) for _ in range(3)]
    for week in range(WEEKS):
        is_surge = chance.random() < SURGES
        count = round(chance.expovariate(1 / TASKS_A_WEEK)) * (SURGE if is_surge else 1)
        for _ in range(count):
            asked_on = FIRST + DAY * (7 * week + chance.randrange(5))
            pace = needs * chance.choice(officers) * (1 + BUSY * is_surge)
            yield _made(chance, name, tally, asked_on, pace)


def _made(chance: random.Random, name: str, tally: Tally, asked_on: date, pace: float) -> Made:
    lead = max(1, round(chance.lognormvariate(0, LEAD[1]) * LEAD[0]))
    due_on = _after(tally, asked_on, lead)
    ignored = LONG_IGNORED if chance.random() < IGNORED else SEEN_WITHIN
    accepted = round(chance.expovariate(1 / ignored))
    work = max(0, round(chance.lognormvariate(0, LUCK) * pace) - 1)
    waits = 1 + round(chance.expovariate(1 / LONG_WAIT)) if chance.random() < WAITS else 0
    done = _at_the_due(chance, accepted + work + waits, lead)
    done = max(done, accepted)
    begins = min(done, accepted + work // 2)
    return Made(
        post=name,
        asked_on=asked_on,
        due_on=due_on,
        accepted_on=_after(tally, asked_on, accepted),
        waits_from=_after(tally, asked_on, begins) if waits else None,
        waits_until=_after(tally, asked_on, min(done, begins + waits)) if waits else None,
        done_on=_after(tally, asked_on, done),
    )


def _at_the_due(chance: random.Random, done: int, lead: int) -> int:
    """Return when it is done, as people work towards a due: they hurry before it, and put off until then."""
    if lead < done <= lead + SOON_BEFORE and chance.random() < HURRIES:
        return lead
    if done < lead - SOON_BEFORE and chance.random() < PUT_OFF:
        return lead - chance.randrange(SOON_BEFORE)
    return done


def _after(tally: Tally, day: date, working_days: int) -> date:
    """Return the working day so many after a day."""
    found = day + timedelta(days=working_days)
    while (missing := working_days - tally.between(day, found)) > 0:
        found += timedelta(days=missing)
    return found
