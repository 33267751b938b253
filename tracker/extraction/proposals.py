"""What a cable wants, as proposals for a person to decide on. Every one carries its evidence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.cable.parts import Evidence


class HandoverKind(StrEnum):
    """What is to be handed over: a paper, points to speak, or a text given for reference."""

    PAPER = "paper"
    POINTS = "points"
    REFERENCE = "reference"


class Passing(StrEnum):
    """Whether a text may be given to the host government."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    PARTIAL = "partial"
    UNSAID = "unsaid"


class AnswerKind(StrEnum):
    """How a sentence of a reply answers what was asked."""

    DELIVERED = "delivered"
    AGREED = "agreed"
    REFUSED = "refused"
    PROMISED = "will answer"
    NO_ANSWER = "no answer yet"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCount:
    """A day that is so many working days after `since`, before it where `days` is negative.

    Whose working days is for the place that must act: `said` are the sentences of a deadline's
    `explained` that hold on Washington's calendar only.
    """

    since: date
    days: int
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The words that set a day, and the day they set.

    `quote` is the words with white space folded; `start` and `end` count characters of the
    sentence they were read in (as handed in). `time` is COB, OOB, NOON, HH:MM or None; `zone` is
    Washington, post, Z, an IANA name or None (then the place that must act). `day` is None where
    the words hang on an event without a day or give none ("as soon as possible").
    `explained` says in plain sentences what was read and what was inferred.
    """

    quote: str
    start: int
    end: int
    day: date | None
    time: str | None = None
    zone: str | None = None
    preferred_day: date | None = None
    anchor: str | None = None  # the event it hangs on, in the cable's words
    recurrence: str | None = None  # "weekly", "monthly", "quarterly", "annually"
    is_past: bool = False  # the day lay before the day sent
    explained: tuple[str, ...] = ()
    count: WorkingCount | None = None  # where `day` was counted in working days, on Washington's calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRequest:
    """A sentence that asks an action addressee to do something."""

    title: str  # at most 80 characters: verb, object, to whom
    evidence: Evidence
    paragraph: int | None
    addressees: tuple[str, ...]  # designators as written under TO
    deadline: Deadline | None = None
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sentence with an asking verb that was not taken, and the rule's reason in plain words."""

    evidence: Evidence
    paragraph: int | None
    reason: str
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointOfContact:
    """A person or office named for questions. Classified addresses are left out."""

    name: str | None
    email: str | None
    phone: str | None
    other: str | None  # office, rank, fax
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverText:
    """A paper or points inside the cable: `text` is its clean text, line breaks kept."""

    kind: HandoverKind
    first_words: str
    last_words: str
    text: str
    paragraph: int | None
    passing: Passing
    start: int  # in Cable.text
    end: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A named meeting, visit, exercise or vote; days are None where the text gives none."""

    name: str
    start_on: date | None
    end_on: date | None
    place: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A sentence of a reply that answers an earlier ask, or a later cable that takes it back."""

    kind: AnswerKind
    evidence: Evidence
    reference: str | None  # label or id of the REF it answers, None where there is but one
    promised_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """All that was found in one cable, in reading order."""

    actions: tuple[ActionRequest, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    contacts: tuple[PointOfContact, ...] = ()
    handovers: tuple[HandoverText, ...] = ()
    events: tuple[Event, ...] = ()
    answers: tuple[Answer, ...] = ()
