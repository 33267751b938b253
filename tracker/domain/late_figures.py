"""What is late, in figures, by post and by class; what waits for somebody else is in the sums, and told apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from tracker.domain import late_words
from tracker.domain.ageing import Age
from tracker.texts import Later


class _Counted(TypedDict):
    """What the words are made of."""

    total: int
    posts: int
    oldest: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAtPost:
    """What is late at one post: how many in each class, and the working days of the latest that counts."""

    post_id: int
    post: str
    office: str  # the unit of the tree that it stands below
    by_age: Mapping[Age, int]
    total: int
    waiting: int  # of these, for somebody else: their count is stopped, nobody is urged
    oldest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateFigures:
    """What is late at all the posts that a reader may see; the post with the latest task first."""

    posts: tuple[LateAtPost, ...]

    @property
    def total(self) -> int:
        """How many are late."""
        return sum([post.total for post in self.posts])

    @property
    def waiting(self) -> int:
        """How many of them wait for somebody else."""
        return sum([post.waiting for post in self.posts])

    def first_line(self, soon: int) -> str:
        """Return what is late, what of it waits for others, and how much is due soon, in words."""
        return late_words.first_line(**self._counted(), soon=soon)

    def under_the_numbers(self) -> list[Later]:
        """Return what is to be said of the late ones beside how many they are."""
        return late_words.under_the_numbers(**self._counted())

    def _counted(self) -> _Counted:
        waiting = self.waiting
        return {
            "total": self.total - waiting,
            "posts": len([post for post in self.posts if post.total > post.waiting]),
            "oldest": self.oldest,
            "waiting": waiting,
        }

    @property
    def oldest(self) -> int:
        """Working days of the latest of those whose count goes on."""
        return max([post.oldest for post in self.posts], default=0)

    @property
    def by_age(self) -> dict[Age, int]:
        """How many in each class; the sum is the total."""
        found = dict.fromkeys(Age, 0)
        for post in self.posts:
            for age, count in post.by_age.items():
                found[age] += count
        return found
