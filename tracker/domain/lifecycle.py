"""The states of a task, the moves between them, and how a task may end.

A proposal awaits a person's verdict; only then is there a task. A closed task moves only by being
opened again.
"""

from collections.abc import Mapping
from enum import StrEnum

from tracker.texts import later, listed


class Verdict(StrEnum):
    """What a person, or a newer version of the cable, made of a proposal."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    AMENDED = "amended"  # accepted with changes
    DISMISSED = "dismissed"
    SUPERSEDED = "superseded"  # a newer version of the cable came before anybody decided


class Status(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in progress"
    WAITING = "waiting"
    DONE = "done"
    DECLINED = "declined"
    CANCELLED = "cancelled"

    @property
    def is_closed(self) -> bool:
        """Whether nothing is owed any more: no reminder goes, nothing becomes late."""
        return self in CLOSED


class Outcome(StrEnum):
    """What came of a task that is done."""

    AGREED = "agreed"
    REFUSED = "refused"
    DELIVERED = "delivered"
    REPORTED = "reported"
    NO_ANSWER = "no answer"
    OVERTAKEN = "overtaken"
    DONE = "done"


class WaitsFor(StrEnum):
    """Whom a waiting task waits for."""

    HOST = "the host government"
    WASHINGTON = "Washington"
    OTHER = "somebody else"


STATUSES: Mapping[str, str] = {
    Status.OPEN: later("open"),
    Status.ACCEPTED: later("accepted"),
    Status.IN_PROGRESS: later("in progress"),
    Status.WAITING: later("waiting"),
    Status.DONE: later("done"),
    Status.DECLINED: later("declined"),
    Status.CANCELLED: later("cancelled"),
}
OUTCOMES: Mapping[str, str] = {
    Outcome.AGREED: later("agreed"),
    Outcome.REFUSED: later("refused"),
    Outcome.DELIVERED: later("delivered"),
    Outcome.REPORTED: later("reported"),
    Outcome.NO_ANSWER: later("no answer"),
    Outcome.OVERTAKEN: later("overtaken"),
    Outcome.DONE: later("done"),
}
WHOM: Mapping[str, str] = {
    WaitsFor.HOST: later("the host government"),
    WaitsFor.WASHINGTON: later("Washington"),
    WaitsFor.OTHER: later("somebody else"),
}
CLOSED = frozenset({Status.DONE, Status.DECLINED, Status.CANCELLED})
OPEN = tuple(status for status in Status if status not in CLOSED)
_ENDS = (Status.DONE, Status.DECLINED, Status.CANCELLED)
MOVES: Mapping[Status, tuple[Status, ...]] = {
    Status.OPEN: (Status.ACCEPTED, Status.IN_PROGRESS, Status.WAITING, *_ENDS),
    Status.ACCEPTED: (Status.IN_PROGRESS, Status.WAITING, *_ENDS),
    Status.IN_PROGRESS: (Status.WAITING, *_ENDS),
    Status.WAITING: (Status.ACCEPTED, Status.IN_PROGRESS, *_ENDS),
    Status.DONE: (Status.OPEN,),
    Status.DECLINED: (Status.OPEN,),
    Status.CANCELLED: (Status.OPEN,),
}
SAME_OUTCOME = {"declined": Outcome.REFUSED, "noanswer": Outcome.NO_ANSWER}


def may_move(start: Status, end: Status) -> bool:
    """Return whether a task may move from one state to the other."""
    return end in MOVES[start]


def why_not(start: Status, end: Status) -> str:
    """Return the sentence that refuses a move and names those that are allowed."""
    allowed = listed(*map(status_words, MOVES[start]))
    if start is end:
        return later(
            "This task is already %(state)s. From here it may become: %(others)s.",
            state=status_words(start),
            others=allowed,
        )
    return later(
        "A task that is %(state)s cannot become %(wanted)s. It may become: %(others)s.",
        state=status_words(start),
        wanted=status_words(end),
        others=allowed,
    )


def waits_for(words: str) -> WaitsFor | None:
    """Return for whom it waits, whatever the case and with or without "the"; None where it is none of them."""
    folded = " ".join(words.lower().split()).removeprefix("the ")
    return next((one for one in WaitsFor if one.lower().removeprefix("the ") == folded), None)


def state_words(
    status: str, outcome: str | None, waits: str | None = None, *, to_accept: bool = False
) -> str:
    """Return a state as people say it: "done: agreed, to be accepted", "waiting for Washington"."""
    if status == Status.WAITING and waits:
        return later("waiting for %(whom)s", whom=WHOM.get(waits, waits))
    said = status_words(status)
    if outcome and outcome != status:
        said = later("%(state)s: %(outcome)s", state=said, outcome=outcome_words(outcome))
    return later("%(state)s, to be accepted", state=said) if to_accept else said


def status_words(status: str) -> str:
    """Return a status as people say it, in the language of whoever is told."""
    return STATUSES.get(status, status)


def outcome_words(outcome: str | None) -> str:
    """Return an outcome as people say it; nothing for none."""
    return OUTCOMES.get(outcome, outcome) if outcome else ""


def outcome_of(words: str) -> Outcome | None:
    """Return the outcome a person wrote, whatever its case, hyphens and blanks; None where it is none."""
    folded = " ".join(words.lower().replace("-", " ").replace("_", " ").split())
    known = {outcome.value: outcome for outcome in Outcome} | SAME_OUTCOME
    return known.get(folded)
