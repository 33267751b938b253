"""How one sentence of a reply answers, if it does: which wording stands in it, and who says or does that."""

import re
from collections import deque
from collections.abc import Callable

from tracker.cable.hints import Sieve
from tracker.extraction import answer_consent as consent
from tracker.extraction import answer_deeds as deeds
from tracker.extraction import answer_delivery as delivery
from tracker.extraction import answer_facts as facts
from tracker.extraction import answer_promises as promises
from tracker.extraction import answer_refusals as refusals
from tracker.extraction import answer_silence as silence
from tracker.extraction.answer_speakers import Side
from tracker.extraction.answer_wordings import rule
from tracker.extraction.proposals import AnswerKind

_ASKING = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|inquir\w+|wonder\w+|question(?:ed|s)?|quer\w+|explor\w+)\b[^.;]{0,80}?"
    r"\b(?:whether|if|when|how|(?<!, )(?<!, on )(?<!, for )which|what|who|why)\b"
)
_GONE_ON = re.compile(r"[;,] (?:but|and|he|she|they)\b")
_TO_DO = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|urg(?:ed|es|ing)|press(?:ed|es|ing)|request(?:ed|s|ing)?|encourag(?:ed|es|ing)"
    r"|call(?:ed|s|ing) (?:up)?on|appeal(?:ed|ing)?|invit(?:ed|es|ing)|propos(?:ed|es|ing)|want(?:ed|s)? us|hop(?:ed|es|ing))\b"
)
_OPEN = re.compile(
    r"\b(?:indication|idea|word|hint|matter|question) (?:of |as to |on )?(?:how|whether|which|when|who)\b[^,;]*$"
)
_OURS = re.compile(r"\bour (?:\w+ ){1,3}$")  # "our team may"
_OF_HIM = re.compile(r"\b(?:who|which|whom) (?:had|has|have)(?: \w+ly| already| once| also)? $")
_NEEDED = re.compile(
    r"\b(?:needs?|requires?|required|without|subject to|lacks?|seeks?|sought)(?: the| its| his| their| our)? $"
)
_BY_A_DAY = re.compile(
    r"\b(?:by|on|before|nlt|not? later than|within|after|next|in (?:the )?(?:coming|next)|shortly|tomorrow|monday|tuesday"
    r"|wednesday|thursday|friday|as soon as|once|when|until)\b"
)
_HOST_GETS = re.compile(
    r"\bhas had\b|\bread (?:the|through|our|its)|\b(?:now has|has now|holds)\b|\breceived\b|\b(?:in|into) [\w'’. ]{2,40} hands\b"
    r"|\baccepted (?:the|our) (?:paper|note|letter)"
)
_TO_US = re.compile(
    r"\b(?:us|econoff|poloff|ambassador|charge|dcm|the embassy|conoff|to washington|the department)\b"
)
_US = re.compile(r"\b(?:us|we were)\b")
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|went|gone|reached)\b|^\w+ (?:conveyed|delivered|presented|passed|handed|left) (?:\w+ly )?(?:to|with)$"
)
_CITED = re.compile(
    r"\w+(?: \w+)? in (?:ref|para|septel)|[^.;]*\b(?:matters?|issues?|questions?|subjects?) \w+ed in (?:ref|para|septel)"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|nor|without|unable to)(?: yet| so far)?(?: be| been| have)?(?: \w+){0,4} $"
)
_LEFT_TO_US = re.compile(
    r"\b(?:said|says|told us|assured us|replied|indicated|answered)\b[^.;]{0,40}\b(?:we|post|embassy|the embassy|us) (?:could|can|may|might)\b"
)
_MEANS_TO = re.compile(
    r"\b(?:agreed|decided|prepared|ready|willing|happy|glad|pleased|able|intends?|plans?|continues?|voted|is|are|was|were"
    r"|resolved|seen fit|instructed|authorized) to $"
    r"|\b(?:telephoned|phoned|called|wrote|cabled|came back|came|e-?mailed|sent word)\b[^;]*? to $"
)
_WE_WAIT = re.compile(
    r"receiv|hear|answer|repl|respon|await|pending|\byet\b|\bstill\b|\bword\b|return|decision|reaction|clearance"
)
_WE_CANNOT = re.compile(
    r"unable|not able|cannot|can not|can't|nobody|none|no one|not be able|declin|regret|position|has no|have no|not (?:now )?have|not available"
    r"|impossible|not possible|lacks?|could not|refus|turned|reject"
)
_WEAK_NO = re.compile(
    r"(?:there )?(?:is|was|are|were|has|have|had) no(?:ne|thing|body)?|may not \w+|too \w+|withdr\w+|(?:will|would) receive no"
    r"|denied|prevented|could not ?|refuse|reject(?:s|ion)?|no way"
)
_MEANS = re.compile(r" (?:money|funds|budget|room|space|staff|vacanc(?:y|ies)|places?|seats?)\b")
_WEAK_YES = rule(  # where nobody is named it says nothing: rooms are held, forms are issued
    r"""
    agreements?|agreed|agree|confirms?|confirmed|concurrence|endorsement|approval|approves?|acceptance
    |accept|acceptable|named|instructed|ordered|orders|issued|appointed|(?:is|are|was|were) (?:coming|going)|grants?|granted|permits?|permitted
    |allows?|allowed|authoriz\w+|suits?|assigned|detailed|signed|assurances?|pledged?s?|nominated|yes
    |positive|favorabl[ye]|in principle|in favor of|committed|nod|obliged|supports|supported|favors|favored
    |granting|accepting|(?:is|are|was|were) to .*|may (?:have|use|bring|go|enter|call|travel)
    |(?:could|can) (?:be|have|use|see|begin|start|expect) ?.*|is directed|put at
    |(?:is|are|was|were|has been|have been|been|be) (?:being )?(?:held|reserved|issued|closed|published|expected
        |cancell?ed|suspended|withdrawn
        |signed|opened|selected|directed|put at|ordered|instructed|named|welcome)
    |(?:will|would) (?:be held|be met|meet|have|hold|see|take part|close|open|help|bring|put|come|go|work|stop
        |be open|be closed|be available|be pleased|be welcome|give|make .*|inspect|cancel)
    """
)
_ASKED_THAT = re.compile(
    r"\b(?:asked|asks|requested|requests|suggested|suggests|urged|insisted|recommended|proposed|hoped|preferred) that\b[^.;]*$"
)
NEAR, OPENING = 40, 12  # characters: "(U) Gave him"

SideAt = Callable[[int], Side | None]


def kind_of(low: str, signs: int, side_at: SideAt) -> AnswerKind | None:
    """Return how a sentence in small letters answers, None where it does not.

    `signs` are its families of words; `side_at` says who speaks or acts where a wording begins.
    """
    if low.endswith("?"):
        return None
    for kind, sieve, pattern, holds in _RULES:
        if not signs & sieve.bit:
            continue
        for match in pattern.finditer(low):
            if _is_asked(low, match):
                continue
            side = side_at(match.start())
            if side is not Side.OTHER and holds(low, match, side):
                return _at_the_end(kind, low[match.end() :])
    return None


def _at_the_end(kind: AnswerKind, behind: str) -> AnswerKind:
    """Return how the matter stands at the end: no answer so far, but one was promised."""
    return AnswerKind.PROMISED if kind is AnswerKind.NO_ANSWER and silence.SOON.search(behind) else kind


def _is_asked(low: str, match: re.Match[str]) -> bool:
    """Return whether the words are only what somebody asked, was asked to do, needs, or did before."""
    lead = low[: match.start()]
    if _OF_HIM.search(lead) or _NEEDED.search(lead) or _ASKED_THAT.search(lead):
        return True
    if lead.endswith("who ") and not match.group().startswith(("will", "would")):
        return True
    if _OPEN.search(lead):
        return True
    asked = deque(_ASKING.finditer(lead), maxlen=1)
    if asked and not _GONE_ON.search(lead, asked[0].end()):
        return True
    return lead.endswith(" to ") and bool(_TO_DO.search(lead[-NEAR * 2 :]))


def _is_silence(low: str, match: re.Match[str], side: Side | None) -> bool:
    words = low[max(0, match.start() - len("received ")) : match.end()]
    return side is not Side.POST or bool(_WE_WAIT.search(words))


def _is_no(low: str, match: re.Match[str], side: Side | None) -> bool:
    if side is Side.POST:
        return bool(_WE_CANNOT.search(match.group()))
    is_weak = _WEAK_NO.fullmatch(match.group()) and not _MEANS.match(low, match.end())
    return side is not None or not is_weak


def _is_promise(low: str, match: re.Match[str], side: Side | None) -> bool:
    return side is not Side.POST or bool(_BY_A_DAY.search(low))


def _is_yes(low: str, match: re.Match[str], side: Side | None) -> bool:
    lead = low[: match.start()]
    if lead.endswith(" to ") and not _MEANS_TO.search(lead):
        return False
    if side is None and _WEAK_YES.fullmatch(match.group()) and not _OURS.search(lead):
        return False
    return side is not Side.POST or bool(_LEFT_TO_US.search(low[: match.end()]))


def _is_theirs(low: str, match: re.Match[str], side: Side | None) -> bool:
    return side is not Side.POST


def _is_ours(low: str, match: re.Match[str], side: Side | None) -> bool:
    return side is Side.POST and not low[: match.start()].endswith(("should ", "must ", " to ", "may "))


def _is_given(low: str, match: re.Match[str], side: Side | None) -> bool:
    return True


def _is_made(low: str, match: re.Match[str], side: Side | None) -> bool:
    words = match.group()
    if side is Side.HOST:
        behind = low[match.end() - len(" us, ") : match.end() + NEAR]
        return bool(_HOST_GETS.search(words) or (_PASSIVE.search(words) and not _TO_US.search(behind)))
    is_told = (
        side is Side.POST or match.start() <= OPENING or _PASSIVE.search(words) or _HOST_GETS.search(words)
    )
    is_cited = _CITED.match(words) or _CITED.match(low, match.start())
    return bool(is_told) and not (_US.search(words) or is_cited or _NOT_DONE.search(low[: match.start()]))


Holds = Callable[[str, re.Match[str], Side | None], bool]
_RULES: tuple[tuple[AnswerKind, Sieve, re.Pattern[str], Holds], ...] = (
    (AnswerKind.PROMISED, silence.SIGNS, silence.NOT_BEFORE, _is_theirs),
    (AnswerKind.NO_ANSWER, silence.SIGNS, silence.NO_ANSWER, _is_silence),
    (AnswerKind.REFUSED, refusals.SIGNS, refusals.REFUSED, _is_no),
    (AnswerKind.PROMISED, promises.SIGNS, promises.PROMISED, _is_promise),
    (AnswerKind.DELIVERED, delivery.GIVEN_SIGNS, delivery.TAKEN_BY_THEM, _is_theirs),
    (AnswerKind.AGREED, consent.SIGNS, consent.AGREED, _is_yes),
    (AnswerKind.AGREED, consent.OWN_SIGNS, consent.OWN_YES, _is_ours),
    (AnswerKind.AGREED, consent.DATA, consent.OWN_DATA, _is_given),
    (AnswerKind.AGREED, facts.SIGNS, facts.FACTS, _is_given),
    (AnswerKind.DELIVERED, delivery.SIGNS, delivery.DELIVERED, _is_made),
    (AnswerKind.AGREED, deeds.SIGNS, deeds.DONE, _is_given),
)
