"""A day that stands alone after "Deadline:", "Suspense:" or "Due date:": the words are an ask of their own."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tracker.cable.hints import Family, has_any
from tracker.cable.parts import Cable, Evidence, Sentence
from tracker.extraction.proposals import ActionRequest, Deadline
from tracker.extraction.titles import LONGEST

_WORDS = (
    r"(?:(?:[\w'/-]+ ){0,3}?(?:deadlines?|suspense|due)(?: (?:date|for [\w ]{2,40}))?"
    r"|(?:repl(?:y|ies)|responses?|answers?) (?:date|time|requested|required|needed|wanted)"
    r"|(?:(?:initial|first|final|interim|early|preliminary|further) )?(?:results?|reports?|repl(?:y|ies)|responses?|answers?|comments?|nominations?|counts?|returns?|input)(?=: (?:by|nlt|no later|not later|before|within) )"
    r"|(?:report(?:ing|s)?|return|response|target|closing|submission|cut-?off) dates?)"
)
_TITLE = re.compile(_WORDS, re.IGNORECASE)
_LABEL = re.compile(rf"(?P<title>{_WORDS})(?::| --?) ", re.IGNORECASE)
_DUE_WORDS = Family(
    """deadline deadlines suspense due date dates time requested required needed wanted
    result results report reports reply replies response responses answer answers comment comments nomination nominations
    count counts return returns input""".split()
)  # one of them stands in whatever _LABEL finds
LONGEST_DAY = 70  # characters: "COB Washington time on Wednesday, September 24, 2008"
_DAY = re.compile(r"\d|\b(?:mon|tues|wednes|thurs|fri)day\b|\btomorrow\b|\btoday\b", re.IGNORECASE)
CLOSING = re.compile(r", |: | --? | \(")
_CLOSING_DAY = re.compile(  # "May 5", "5 May 2008", "Friday May 5", "mid-April", "first week of July"
    r"(?:due )?(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri)(?:day)?,? )?(?:(?:the )?(?:first|second|third|last|end|middle|week|early|mid|late|beginning|of|half)[ -]){0,4}"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?[\s.;)]*(?:and)?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|will|should|must|please|passed|met|missed|expired|set)\b", re.IGNORECASE
)
_DATED_LEAD = re.compile(
    r"\b(?:action|repl(?:y|ies)|responses?|reports?|answers?) (?:is |are )?(?:requests?|requested|required|needed|due|with a (?:deadline|suspense))\b"
    r"|\brequest with a (?:deadline|suspense)\b|^(?:[\w/-]+ ){0,3}(?:deadline|suspense)\b",
    re.IGNORECASE,
)
_LEAD = "Deadline: "
_MARK = re.compile(r"\(?(?:[A-Za-z]|\d{1,2})[.)] ")  # "A. SUSPENSE: 29 SEP 06."
_JOINTS = (": ", " - ", " -- ")  # one of them stands in whatever _LABEL finds
_JOINT = re.compile(r"[:.]?\s*(?:--?\s*)?")


def may_be_due(sentence: Sentence) -> bool:
    """Return whether a sentence may be a bare day: one of the words stands in it, or a title over it."""
    return sentence.signs & _DUE_WORDS.bit > 0 or bool(sentence.heading)


def due_line(
    cable: Cable, sentence: Sentence, deadline: Callable[[str], Deadline | None]
) -> ActionRequest | None:
    """Return the ask of a bare day under a title of deadlines, None where the sentence is another.

    Example: `Deadline: Friday, February 15.` Whom it asks is left to the caller.
    """
    title, text, start = sentence.heading or "", sentence.text, sentence.start
    label, begin = None, 0
    if sentence.signs & _DUE_WORDS.bit and has_any(text, _JOINTS):
        mark = _MARK.match(text)
        begin = mark.end() if mark else 0
        label = _LABEL.match(text, begin)
    if label:
        title, text = label["title"], text[label.end() :]
        start = max(cable.text.find(title[:1], start + begin), start)
    elif len(text) <= LONGEST_DAY and _TITLE.fullmatch(title.rstrip(" :.-")):
        start = _start_of_title(cable, sentence, title)
    else:
        return None
    return _ask(cable.evidence(start, sentence.end), sentence, (title, text), deadline)


def due_title(
    cable: Cable, sentence: Sentence, deadline: Callable[[str], Deadline | None]
) -> ActionRequest | None:
    """Return the ask of a title that holds its day itself: `REPORTING DEADLINE: MAY 23` over `sentence`."""
    if not sentence.heading:
        return None
    heading = sentence.heading
    label = _LABEL.match(heading) if has_any(heading, _JOINTS) else None
    place = cable.text.rfind(label.string, 0, sentence.start) if label else -1
    if label is None or place < 0:
        return None
    evidence = cable.evidence(place, place + len(label.string))
    return _ask(evidence, sentence, (label["title"], label.string[label.end() :]), deadline)


def with_own_day(
    ask: ActionRequest,
    text: str,
    start: int,
    deadline: Callable[[str], Deadline | None],
    *,
    is_dated: bool,
) -> ActionRequest:
    """Return the ask of an entry with its day, that with which it opens, or closes where the list has a column of days."""
    is_term = ask.deadline is not None and ask.deadline.quote.lower().startswith(
        "from "
    )  # "a van from May 2"
    if ask.deadline is not None and not is_term:
        return ask
    closing = _closing_day(text, start, deadline) if is_dated else None
    return replace(ask, deadline=closing or _opening_day(text, start, deadline))


def _opening_day(text: str, start: int, deadline: Callable[[str], Deadline | None]) -> Deadline | None:
    """Return the bare day with which an entry opens, None where it opens with none: "February 15: name of the officer"."""
    colon = text.find(": ", start, start + LONGEST_DAY)
    words = text[start:colon] if colon > 0 else ""
    found = deadline(_LEAD + words) if _DAY.search(words) and not _VERB.search(words) else None
    if found is None or found.start > 0 or found.end < len(_LEAD + words):
        return None
    return replace(found, quote=words, start=start, end=colon)


def _closing_day(text: str, start: int, deadline: Callable[[str], Deadline | None]) -> Deadline | None:
    """Return the bare day with which an entry closes, None where it closes with none: "(b) the roster, Friday, May 5;"."""
    for joint in CLOSING.finditer(text, start):
        words = text[joint.end() :].rstrip(" .;)")
        found = deadline(_LEAD + words) if _CLOSING_DAY.fullmatch(words) else None
        if found is not None:
            return replace(found, quote=words, start=joint.end(), end=joint.end() + len(words))
    return None


def closes_with_day(text: str) -> bool:
    """Say cheaply whether an entry closes with a day alone: "the roster, Friday, May 5;", "captions, mid-April"."""
    last = next((m for m in reversed(list(CLOSING.finditer(text[-LONGEST_DAY:])))), None)
    return last is not None and _CLOSING_DAY.fullmatch(text[-LONGEST_DAY:], last.end()) is not None


def are_dated(entries: Sequence[Sentence]) -> bool:
    """Return whether at least two entries close with a day alone: their list has a column of days."""
    return sum(closes_with_day(one.text) for one in entries) > 1


def of_lead(lead: str, deadline: Callable[[str], Deadline | None]) -> Deadline | None:
    """Return the day of the words before an order in its sentence: "ACTION REQUESTED NLT MAY 3: Posts should …"."""
    if not lead or _DAY.search(lead) is None or _DATED_LEAD.search(lead) is None:
        return None
    is_own_ask = _LABEL.match(lead) is not None  # "REPORTING DEADLINE: MAY 3" stands for itself
    return None if is_own_ask else deadline(lead)


def _ask(
    evidence: Evidence,
    sentence: Sentence,
    words: tuple[str, str],
    deadline: Callable[[str], Deadline | None],
) -> ActionRequest | None:
    """Return the ask whose title and day are `words`, None where the day is none."""
    title, text = words
    is_day = len(text) <= LONGEST_DAY and _DAY.search(text) and not _VERB.search(text)
    found = deadline(_LEAD + text.rstrip(".")) if is_day else None
    if found is None or found.start > len(_LEAD):
        return None
    quote = found.quote.removeprefix(_LEAD)
    place = max(evidence.quote.find(quote), 0)
    return ActionRequest(
        title=f"{title.rstrip(' :.-').capitalize()}: {text.rstrip('. ')}"[:LONGEST],
        evidence=evidence,
        paragraph=sentence.paragraph,
        addressees=(),
        deadline=replace(found, quote=quote, start=place, end=place + len(quote)),
    )


def _start_of_title(cable: Cable, sentence: Sentence, title: str) -> int:
    """Return where a title that runs into the sentence begins, else where the sentence begins."""
    before = cable.text[max(0, sentence.start - 160) : sentence.start]
    place = before.rfind(title)
    if place < 0 or not _JOINT.fullmatch(before, place + len(title)):
        return sentence.start
    return sentence.start - (len(before) - place)
