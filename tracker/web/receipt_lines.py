"""The receipts of a task as lines for its page: who was told, how far it has come, who has not answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.receipts import Chain, Receipt, Step

PLAIN = {Receipt.PLANNED: "planned for", Receipt.WAITING: "not handed over yet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """A step in words, and when it was reached."""

    words: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One person told: the steps before the last, and the last one."""

    name: str
    part: str
    before: Sequence[StepWords]
    last: StepWords
    is_silent: bool


def receipt_lines(chains: Iterable[Chain]) -> list[ReceiptLine]:
    """Return one line for each person told."""
    return [_line(chain) for chain in chains]


def _line(chain: Chain) -> ReceiptLine:
    *before, last = [StepWords(words=_words(step), at=step.at) for step in chain.steps]
    return ReceiptLine(
        name=chain.reader.name,
        part=chain.reader.standing.value,
        before=before,
        last=last,
        is_silent=chain.is_silent,
    )


def _words(step: Step) -> str:
    words = PLAIN.get(step.receipt, step.receipt.value)
    if step.receipt is Receipt.ENDED:
        return step.words
    return f"{words} ({step.words})" if step.words else words
