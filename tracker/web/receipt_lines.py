"""The receipts of a task as lines for its page: who was told, how far it has come, who has not answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.duty import Standing
from tracker.domain.receipts import Chain, Receipt, Step
from tracker.texts import later

STANDINGS: Mapping[str, str] = {
    Standing.OWNER: later("owner"),
    Standing.POST: later("post"),
    Standing.COORDINATOR: later("coordinator"),
    Standing.CONTACT: later("point of contact"),
    Standing.WATCHER: later("watcher"),
    Standing.SUPERVISOR: later("supervisor"),
    Standing.DIRECTOR: later("office director"),
}
PLAIN: Mapping[Receipt, str] = {
    Receipt.NONE: later("no letter is planned"),
    Receipt.PLANNED: later("letter planned for"),
    Receipt.WAITING: later("letter not sent yet"),
    Receipt.HANDED: later("letter sent"),
    Receipt.BOUNCED: later("letter bounced"),
    Receipt.CONFIRMED: later("confirmed"),
    Receipt.ACCEPTED: later("accepted"),
    Receipt.DONE: later("done"),
}


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
        part=STANDINGS.get(chain.reader.standing, chain.reader.standing.value),
        before=before,
        last=last,
        is_silent=chain.is_silent,
    )


def _words(step: Step) -> str:
    words = PLAIN.get(step.receipt, step.receipt.value)
    if step.receipt is Receipt.ENDED:
        return step.words
    return f"{words} ({step.words})" if step.words else words
