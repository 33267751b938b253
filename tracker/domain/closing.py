"""What a later cable proposes for a task that is open: done, taken back, a promised day, or to wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain import matching
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
_THEIR_WORD = ("agreed", "refused", "will answer", "no answer yet")  # the strongest first
LEAST = 0.5  # how much a sentence must share with an ask to be proposed for it
NEAR = 0.9  # of the best: sentences that fit as well


def closing_of(kind: str, promised_on: date | None, today: date) -> Closing:
    """Return what a sentence of that kind proposes; a promised day that has passed is none."""
    if kind in TAKEN_BACK:
        return Closing(act=Act.CANCEL)
    if kind in _OUTCOMES:
        return Closing(act=Act.DONE, outcome=_OUTCOMES[kind])
    if promised_on is not None and promised_on >= today:
        return Closing(act=Act.PROMISE, on=promised_on)
    return Closing(act=Act.WAIT)


def answering(said: Sequence[Said], asked: str, among: Sequence[str] = ()) -> Said | None:
    """Return the sentence that answers what was asked, None where none speaks of it.

    `among` is all that the cable asked: a sentence that speaks rather of another ask is passed over, and the only ask of
    a cable is answered by the first sentence though they share no word. Of those that fit as well the fuller one is taken, the last where they say different things.
    """
    back = [one for one in said if one.kind in TAKEN_BACK]
    said = back if any(matching.is_of_whole(one.quote) for one in back) else said
    awaits = matching.awaited(asked)
    fits = [
        matching.fit(shared, one.kind, awaits)
        for one, shared in zip(said, _shared(said, asked, among), strict=True)
    ]
    best = max(fits, default=0.0)
    if best >= LEAST:
        near = [one for one, fit in zip(said, fits, strict=True) if fit >= best * NEAR]
        return near[-1] if len({one.kind for one in near}) > 1 else max(near, key=lambda one: len(one.quote))
    return _of_all(said, awaits) or _reported(said, asked) or (said[0] if said and len(among) == 1 else None)


def _of_all(said: Sequence[Said], awaits: matching.Awaits) -> Said | None:
    """Return the sentence that speaks of the whole cable: "The ministry refused the request in reftel"."""
    speaking = (one for one in said if matching.is_of_whole(one.quote))
    return next((one for one in speaking if matching.fit(1.0, one.kind, awaits) >= LEAST), None)


def _reported(said: Sequence[Said], asked: str) -> Said | None:
    """Return what the other side says where the ask is to report that, whatever it was about."""
    words = [one for one in said if one.kind in _THEIR_WORD] if matching.is_report(asked) else []
    return min(words, key=lambda one: _THEIR_WORD.index(one.kind), default=None)


def _shared(said: Sequence[Said], asked: str, among: Sequence[str]) -> list[float]:
    """Return how much each sentence has in common with an ask: less where it has more with another of the same cable."""
    quotes = [one.quote for one in said]
    others = [matching.likeness(quotes, other, among) for other in among if other != asked]
    own = matching.likeness(quotes, asked, among)
    return [
        one * one / max([one, *rivals]) if one else 0.0 for one, *rivals in zip(own, *others, strict=True)
    ]
