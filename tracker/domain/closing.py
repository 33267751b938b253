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
LEAST = 0.55  # how much a sentence must share with an ask to be proposed for it: more than another word for one thing
OF_WHOLE = 0.5  # how well a sentence on the whole cable must fit what the ask awaits
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
    asks = among if asked in among else (*among, asked)
    fits = _fits(said, asks)
    here = asks.index(asked)
    best = _fittest(said, fits[here]) or _of_all(said, matching.awaited(asked)) or _reported(said, asked)
    if best is None and list(among) == [asked]:
        return next(iter(said), None)
    return best or _in_turn(said, asks, here, fits)


def _fits(said: Sequence[Said], asks: Sequence[str]) -> list[list[float]]:
    """Return for each ask how well each sentence fits it: less where it has more in common with another ask."""
    quotes = [one.quote for one in said]
    alike = [matching.likeness(quotes, ask, asks) for ask in asks]
    most = [max(column) for column in zip(*alike, strict=True)]
    return [
        [
            matching.fit(own * own / top if own else 0.0, one.kind, awaits)
            for one, own, top in zip(said, row, most, strict=True)
        ]
        for row, awaits in zip(alike, map(matching.awaited, asks), strict=True)
    ]


def _fittest(said: Sequence[Said], fits: Sequence[float]) -> Said | None:
    """Return the sentence that fits an ask best, None where none fits it."""
    best = max(fits, default=0.0)
    if best < LEAST:
        return None
    near = [one for one, fit in zip(said, fits, strict=True) if fit >= best * NEAR]
    return near[-1] if len({one.kind for one in near}) > 1 else max(near, key=lambda one: len(one.quote))


def _in_turn(
    said: Sequence[Said], asks: Sequence[str], here: int, fits: Sequence[Sequence[float]]
) -> Said | None:
    """Return the only sentence between those that answer the asks before and after, where it fits no other.

    Most replies keep the order of the asks; behind the answer to the last one they go on to other things.
    """
    if here + 1 >= len(asks):
        return None
    before = _fittest(said, fits[here - 1]) if here else None
    after = _fittest(said, fits[here + 1])
    if after is None or (here and before is None):
        return None
    begin = said.index(before) + 1 if before is not None else 0
    left = [n for n in range(begin, said.index(after)) if max(row[n] for row in fits) < LEAST]
    is_one = (
        len(left) == 1 and matching.fit(1.0, said[left[0]].kind, matching.awaited(asks[here])) >= OF_WHOLE
    )
    return said[left[0]] if is_one else None


def _of_all(said: Sequence[Said], awaits: matching.Awaits) -> Said | None:
    """Return the sentence that speaks of the whole cable: "The ministry refused the request in reftel"."""
    speaking = (one for one in said if matching.is_of_whole(one.quote))
    return next((one for one in speaking if matching.fit(1.0, one.kind, awaits) >= OF_WHOLE), None)


def _reported(said: Sequence[Said], asked: str) -> Said | None:
    """Return what the other side says where the ask is to report that, whatever it was about."""
    words = [one for one in said if one.kind in _THEIR_WORD] if matching.is_report(asked) else []
    return min(words, key=lambda one: _THEIR_WORD.index(one.kind), default=None)
