"""What is the same for all sentences of a cable: how the days in them are read, and which bind without a known wording."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from tracker.cable.hints import Family, has_any
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import addressees, asking, dates, matters, refusals, spelling
from tracker.extraction.cast import Cast, Part
from tracker.extraction.proposals import Deadline
from tracker.extraction.verdicts import Verdict

_LIMIT_WORD = re.compile(  # in small letters
    r"(?:in no (?:case |event )|under no circumstances |at (?:the )?latest |at least (?:[a-z0-9]+ ){1,3})?\b(?:by|nlt|no(?:t)? later than|not after|later than|on or before"
    r"|before|prior to|ahead of|in advance of|within|due|suspense|deadline|close on|cannot wait)\b"
)
# One of them stands in whatever _LIMIT_WORD finds.
_LIMITING = Family(
    "by nlt later before after prior ahead advance within due suspense deadline close wait".split()
)
_LIMITING_ALONE = Family("by nlt before within due suspense deadline".split())
_LIMITS_OF_WORDS = (
    "later than",
    "prior to",
    "ahead of",
    "advance of",
    "not after",
    "close on",
    "cannot wait",
)  # else one of these stands there
_OTHERS_DUTY = re.compile(  # somebody who is none of those asked is to act himself, or a thing on its way is to arrive
    r"\b(?:left|went|was|were|sailed|shipped|departed|has|have|had) [^.;]{0,80}\band (?:should|will|must)\b|\b(?:reach|arrive at) (?:post|you)\b"
    r"|\b(?:was|were) to [a-z]"
    rf"|{matters.BEING_MADE}[^.;]{{0,80}}\band (?:should|will|must|(?:is|are) to)\b"
    r"|\bha(?:[sd]|ve) (?:\w+ )?(?:asked|requested|urged|told|instructed|invited|ordered|required|directed|promised)\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bas )\b(?:asked|called) for (?!(?:by|in|at|on|above|below|under|earlier|before|last|no|and)\b)"
    r"|\b(?:is|are|was|were) (?:\w+ly |now |also )?(?:asking|requesting|urging|pressing|telling|inviting) |\b(?:requires|obliges?|compels?|permits?|forbids?|entitles?) [\w'’ -]{2,40} to (?:\w+ly )?[a-z]"
    r"|\b(?:it|we|he|she|they|post|embassy|mission|consulate) (?:cannot|could not|can not|(?:is|are|was|were) (?:unable|not able) to) (?!wait\b|be\b)[a-z]"
    r"|\b(?:wants?|would like|counts? on|rel(?:y|ies) on|looks? to|expects?) (?!to\b)[\w'’/ -]{2,60} to (?:\w+ly )?(?!us\b|the\b|be\b|reach\b)[a-z]"
    r"|\b(?:hopes?|plans?|expects?|intends?|wants?|aims?|wishes|hoped|planned|intended) to\b"
    r"|\b(?:will|would|can|could|may(?! \d)|might) (?!be (?:\w+ )?(?:appreciated|welcome|needed|required))"
    r"|\b(?:should|must|shall|(?:is|are|ha[sv]e?|needs?|ought) to) (?:not |also |then )?(?!(?:be|reach|arrive|have been|follow)\b)[a-z]",
    re.IGNORECASE,
)
_SO_THAT = re.compile(r"(?:so that|in order that) [^,]{3,120}, ", re.IGNORECASE)
_TO_AN_END = re.compile(
    r",? (?:so that|in order that|so) [^.;]{3,200}\.?$", re.IGNORECASE
)  # why it is wanted
_MAY_YET_ASK = frozenset({refusals.THIRD, refusals.SENDER, refusals.NO_ADDRESSEE})
_THINGS = re.compile(
    r"(?:they|these|those|all|it|both) (?P<duty>should|must|are to|is to|need to|needs to|have to|has to)\b",
    re.IGNORECASE,
)
_NEXT_IN_TEXT = re.compile(r"\b(?:the|these|with)\s$", re.IGNORECASE)
NO_YEAR = 1970
LATELY = timedelta(days=60)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is the same for all sentences of a cable."""

    cable: Cable
    cast: Cast
    to: tuple[str, ...]
    is_day_off: Callable[[date], bool]
    told: str = ""  # before "that month": the sentence before, and this one as far as there

    def deadline(self, text: str, cue_at: int = -1) -> Deadline | None:
        """Return the deadline of an ask; without a day of sending only a day with its year counts."""
        mended = spelling.mended(text) if "'" in text or "’" in text else None
        if mended is None:
            return self._deadline(text, cue_at)
        found = self._deadline(mended.text, mended.new(cue_at) if cue_at > 0 else cue_at)
        start, end = (mended.old(found.start), mended.old(found.end)) if found else (0, 0)
        return replace(found, quote=text[start:end], start=start, end=end) if found else None

    def _deadline(self, text: str, cue_at: int) -> Deadline | None:
        sent_at = self.cable.header.sent_at
        found = dates.deadline_in_ask(
            text[: asking.LONGEST_SENTENCE],
            sent_at or _first_of_year(self.cable.header.year, text),
            is_day_off=self.is_day_off,
            cue_at=cue_at,
            told=self.told,
        )
        if found is not None and (
            _only_points_on(text, found) or _is_past_of_subject(found, sent_at, cue_at)
        ):
            return None
        is_sure = self.cable.header.year is not None and _MONTH.search(found.quote) if found else None
        if found is None or sent_at is not None or is_sure or _YEAR.search(found.quote):
            return found
        return Deadline(
            quote=found.quote,
            start=found.start,
            end=found.end,
            day=None,
            time=found.time,
            zone=found.zone,
            anchor=found.anchor,
            explained=("The cable does not say when it was sent, so the day stays open.",),
        )

    def whom(self, half: str) -> str:
        """Return the words with which half a sentence says whom it asks, "" where it has none of its own."""
        verdict = asking.verdict_of(half, self.cast)
        words = addressees.whom(half, verdict, self.cast) if verdict is not None and verdict.is_ask else ""
        return words if self.cast.part_of(words) is Part.ASKED else ""

    def named(self, half: str) -> set[str]:
        """Return those under TO whom half a sentence asks by name, nobody where it asks them all."""
        words = self.whom(half)
        found = set(addressees.asked(words, None, self.cast, self.to)) if words else set()
        return found if len(found) < len(self.to) else set()

    def bound(
        self, sentence: Sentence, verdict: Verdict | None, *, is_going_on: bool = False
    ) -> Verdict | None:
        """Return a verdict that a sentence asks where its words bind those asked to a day and no wording was met.

        Example: `Two photographs must be in the Bureau's hands by May 3.` "They" are things asked for before, if
        the paragraph goes on with asks.
        """
        if not sentence.signs & _LIMITING.bit:
            return verdict
        text, sent_at = sentence.text, self.cable.header.sent_at
        is_open = verdict is None or verdict.reason in _MAY_YET_ASK
        things = _THINGS.match(text) if is_going_on else None
        is_open = is_open or things is not None
        if not is_open or sent_at is None or self.cast.asks_capital or not _has_limit(sentence):
            return verdict
        opening, why = _SO_THAT.match(text), _TO_AN_END.search(text)
        end = why.start() if why else len(text)
        if _OTHERS_DUTY.search(text, opening.end() if opening else 0, end):
            return verdict
        plain = refusals.without_quotations(text[: asking.LONGEST_SENTENCE])
        if refusals.whole(plain.lower()) or refusals.reported(plain, plain.lower(), len(plain)):
            return verdict
        if things is not None and matters.is_owed(plain):
            return Verdict(
                is_ask=True, cue_at=things.start("duty"), order_at=0, form="matter", subject=(0, 0)
            )
        is_sent_on = matters.is_sent_on(plain)
        judge = dates.deadline_in_ask if is_sent_on else dates.deadline
        found = judge(plain, sent_at, is_day_off=self.is_day_off, told=self.told)
        if (
            found is None
            or (found.day is None and not is_sent_on)
            or found.is_past
            or not _LIMIT_WORD.match(found.quote.lower())
        ):
            return verdict
        if found.start >= end or matters.is_from_others(plain[: found.start]) or not matters.is_owed(plain):
            return verdict
        return Verdict(is_ask=True, cue_at=found.start, order_at=0, form="matter", subject=(0, 0))


def _has_limit(sentence: Sentence) -> bool:
    """Return whether a word of a limit stands in a sentence: "by", "not later than"."""
    if sentence.signs & _LIMITING_ALONE.bit:
        return True
    low = sentence.text.lower()
    return has_any(low, _LIMITS_OF_WORDS) and _LIMIT_WORD.search(low) is not None


def _first_of_year(year: int | None, text: str) -> datetime:
    """Return the first moment of the cable's year, else of the year a text names: a cable without DTG is read from it."""
    named = _YEAR.search(text) if year is None else None
    return datetime(year or (int(named.group()) if named else NO_YEAR), 1, 1, tzinfo=UTC)


def _is_past_of_subject(found: Deadline, sent_at: datetime | None, cue_at: int) -> bool:
    """Return whether a day long past stands before the duty and tells of whom it speaks: "Posts that signed before May 3, 1999, should"."""
    is_past = found.day is not None and sent_at is not None and sent_at.date() - found.day > LATELY
    return is_past and 0 <= found.end <= cue_at


def _only_points_on(text: str, found: Deadline) -> bool:
    """Return whether "following" belongs to what stands below, not to an event: "the following points"."""
    is_following = found.day is None and found.quote.lower().startswith("following")
    return is_following and _NEXT_IN_TEXT.search(text[: found.start]) is not None
