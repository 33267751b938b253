"""What a later cable proposes for a task that is open: done, taken back, a promised day, or to wait."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.lifecycle import Outcome


class Act(StrEnum):
    """What one key does to the task."""

    DONE = "done"
    CANCEL = "cancel"
    PROMISE = "promise"
    WAIT = "wait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence of the later cable: how it answers, its words, and the day it promises."""

    kind: str  # see extraction.proposals.AnswerKind
    quote: str
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What is proposed: the act, and its outcome or day."""

    act: Act
    outcome: Outcome | None = None
    on: date | None = None


TAKEN_BACK = ("cancelled", "superseded")
_OUTCOMES = {one.value: one for one in (Outcome.AGREED, Outcome.REFUSED, Outcome.DELIVERED)}
_STRENGTH = (*TAKEN_BACK, "agreed", "refused", "delivered", "will answer", "no answer yet")
_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
_COMMON = frozenset(
    """about after also ambas appro april augus cable decem depar embas forei febru from gover host janua july june march
    minis missi novem octob offic other pleas post posts reque refte septe shoul state that their there they this will
    with washi would""".split()
)


def closing_of(kind: str, promised_on: date | None, today: date) -> Closing:
    """Return what a sentence of that kind proposes; a promised day that has passed is none."""
    if kind in TAKEN_BACK:
        return Closing(act=Act.CANCEL)
    if kind in _OUTCOMES:
        return Closing(act=Act.DONE, outcome=_OUTCOMES[kind])
    if promised_on is not None and promised_on >= today:
        return Closing(act=Act.PROMISE, on=promised_on)
    return Closing(act=Act.WAIT)


def answering(said: Sequence[Said], asked: str) -> Said | None:
    """Return the sentence that answers what was asked: taken back, else by most words in common, else the strongest.

    The first of equals; None where there is none.
    """
    wanted = _stems(asked)

    def rank(one: Said) -> tuple[bool, int, int]:
        shared = len(wanted & _stems(one.quote))
        return (one.kind not in TAKEN_BACK, -shared, _STRENGTH.index(one.kind))

    return min(said, key=rank, default=None)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words.lower())) - _COMMON
