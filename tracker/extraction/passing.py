"""Whether a text inside a cable may be given to the host government, as the sentences around it say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.cable.hints import Sieve, has_any
from tracker.cable.parts import Header, Sentence
from tracker.extraction.designators import is_capital
from tracker.extraction.proposals import HandoverKind, Passing

_FORBIDDEN = re.compile(
    r"\b(?:not|never) (?:to )?(?:be )?(?:leave|left|pass|passed|given|give|share|shared|hand|handed|released|provided|distributed)\b"
    r"|\b(?:do|should|must|may|shall) not (?:be )?(?:left|passed|given|shared|handed|released|leave|pass|give|share|hand|provide)"
    r"|\boral(?:ly)? only\b|\bno (?:paper|copy|text) (?:should|may|is to|to) be left\b|\bfor (?:oral|post'?s'? (?:own )?)(?:use|information) only\b"
    r"|\bdelivered orally\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:if[- ]needed|portions?|bracketed|in brackets|except(?:ing)? (?:for )?(?:the )?(?:paragraph|point)|should be deleted|first \w+ points only)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:may|can|should|to|and) (?:also )?(?:be )?(?:leave|left|passed?|given?|shared?|hand(?:ed)?|present(?:ed)?|deliver(?:ed)?|provided?|submit(?:ted)?|convey(?:ed)?)\b",
    re.IGNORECASE,
)
_RECEIVED = re.compile(  # a post passes on what it was given, or what it told its own people
    r"\btranslation of\b|\b(?:ministry|minister|mfa|government|foreign office|director|president|company|party)(?:['’]s)? (?:\w+ )?(?:note|letter|reply|answer|statement|communique|decree|circular)\b"
    r"|\b(?:chairman|chair|chairwoman|rapporteur|presidency|secretariat|sponsors?|delegation|delegate|rep|committee|working party|council|court|ministry|minister|government)['’]s? (?:\w+ )?"
    r"(?:paras?|paragraphs?|articles?|text|proposal|amendment|language|wording|version|compromise)\b"
    r"|\b(?:note|letter|reply|message|statement|circular) (?:received|from|sent to (?:us|post|the embassy)|handed to (?:us|post|the embassy))\b"
    r"|\b(?:it|which|he|she) (?:reads?|says|runs)(?: in (?:full|part))?:|['’]s (?:english|french|spanish|portuguese|translation|own words)\b"
    r"|\b(?:declaration|communique|resolution|statement|appeal|charter), which (?:the )?[\w ]{2,40} (?:adopted|issued|published|read out|signed)\b"
    r"|\bas (?:tabled|adopted|published|circulated|introduced|signed|enacted|gazetted)\b"
    r"|\b(?:notice|circular|order|decree|ruling|judgment|ordinance|announcement|advertisement|tender|manifesto|leaflet|bulletin|by-?laws|rules?|article \w+) (?:itself )?(?:reads?|runs|says|follows)\b|\bagreed minutes?\b"
    r"|\b(?:management|administrative|security|embassy|warden|staff|community) (?:notice|circular|message|bulletin)s?\b",
    re.IGNORECASE,
)
_TO_GIVE = re.compile(
    r"\b(?:proposed?|draft|clear(?:ed|ance)?|approv\w+|concur\w*|deliver|propos\w+|intends?|plans?)\b",
    re.IGNORECASE,
)
_TO_KNOW = re.compile(  # what was sent or printed, for a post to know of: "for post's background text of letter mailed October 17"
    r"\bfor (?:(?:the )?(?:posts?|embass(?:y|ies)|missions?|addressees?)['’]?s?|your) (?:own )?(?:background|information|files?|records)\b"
    r"[^:]{0,60}?\b(?:text|letter|article|release|testimony|speech|statement|editorial)\b[^:]{0,60}?\b(?:mailed|sent|published|printed|issued|carried|given|read)\b"
    r"|\b(?:text|article|letter|statement|draft|note|paragraph)s?\b[^:.]{0,80}\b(?:follows?|is repeated|are repeated|is given|are given|is set out|stands) (?:(?:here(?:with)?|below|in full|in para(?:graph)? \d+) )?(?:solely |only |merely )?for (?:(?:the |your |posts?['’]? |(?:embassy|mission)['’]s )?(?:own )?)(?:information|background)\b",
    re.IGNORECASE,
)
_OTHERS_WROTE = re.compile(  # over words that are only shown: "The mayor wrote:", "The notice reads in part:"
    r"^(?![^:]{0,160}: [^:]{0,200}\b(?:we|our|secretary|department|president|washington|ambassador)\b)[^:]{0,160}: [^:]{0,200}\b(?:wrote|writes|cabled|announced|declared|broadcast|preached|proclaimed)(?: (?:to|from|in|on|of|last|this) [^:;.]{2,40})?:"
    r"|\b(?:reads?|runs?|ran|says?|said|quoted) in (?:relevant |pertinent )?part:",
    re.IGNORECASE,
)
_TO_HAND = re.compile(r"\b(?:deliver|hand|leave|pass|present|convey|draw|share|use)\b", re.IGNORECASE)
_NAMES = {
    HandoverKind.PAPER: re.compile(
        r"\b(?:paper|non-?paper|note|notes|letter|aide|summary|text|reply)\b", re.IGNORECASE
    ),
    HandoverKind.POINTS: re.compile(r"\b(?:points?|remarks|statement|guidance|talk)", re.IGNORECASE),
    HandoverKind.REFERENCE: re.compile(r"\b(?:resolution|text|statement|draft)\b", re.IGNORECASE),
}
_NUMBER = re.compile(
    r"\bpara(?:graph)?s?\.? (\d{1,3})(?:(?:,| and|, and| through|-) ?(\d{1,3}))?", re.IGNORECASE
)
_STRICTEST = (Passing.FORBIDDEN, Passing.PARTIAL, Passing.ALLOWED)
# A word of each kind stands in whatever _NAMES or _NUMBER finds, and in what says that it may be passed on or not.
_THINGS = "para paper note letter aide summary text reply point remark statement guidance talk resolution draft".split()
_VERBS = "leave left pass give share hand present deliver provide oral submit convey release delete".split()
_NAMING = Sieve(lambda word: has_any(word, _THINGS))
_PASSING = Sieve(lambda word: has_any(word, _VERBS))


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentences outside the texts say of passing: by the paragraph they name, else by the kind."""

    by_paragraph: dict[int, set[Passing]]
    by_kind: dict[HandoverKind, set[Passing]]

    def of(self, kind: HandoverKind, paragraph: int | None) -> Passing:
        """Return whether a text of this kind in this paragraph may be passed on; the strictest word counts."""
        said = self.by_kind.get(kind, set()) | self.by_paragraph.get(
            -1 if paragraph is None else paragraph, set()
        )
        return next((p for p in _STRICTEST if p in said), Passing.UNSAID)


def said_of_passing(sentences: Iterable[Sentence]) -> Said:
    """Return what the given sentences say of passing texts on."""
    said = Said({}, {})
    for sentence in sentences:
        may_say = sentence.signs & _PASSING.bit and sentence.signs & _NAMING.bit
        word = _word_of(sentence.text) if may_say else Passing.UNSAID
        if word is Passing.UNSAID:
            continue
        numbers = {int(n) for m in _NUMBER.finditer(sentence.text) for n in m.groups() if n}
        for number in numbers:
            said.by_paragraph.setdefault(number, set()).add(word)
        for kind, names in _NAMES.items():
            if not numbers and names.search(sentence.text):
                said.by_kind.setdefault(kind, set()).add(word)
    return said


def _word_of(text: str) -> Passing:
    if _FORBIDDEN.search(text):
        return Passing.FORBIDDEN
    if _PARTIAL.search(text):
        return Passing.PARTIAL
    return Passing.ALLOWED if _ALLOWED.search(text) else Passing.UNSAID


def _is_only_shown(named: str) -> bool:
    """Return whether the words over a text tell that others wrote it, and nothing of giving it to anybody."""
    return _OTHERS_WROTE.search(named) is not None and _TO_GIVE.search(named) is None


def is_received(named: str, header: Header) -> bool:
    """Return whether the words over a text tell that it was sent to others before, or that others wrote it to a post, or a post's own notice."""
    origin = header.origin or header.number or ""
    if _TO_HAND.search(named) is None and (_TO_KNOW.search(named) or _is_only_shown(named)):
        return True
    if not origin or is_capital(origin):
        return False
    return _RECEIVED.search(named) is not None and _TO_GIVE.search(named) is None
