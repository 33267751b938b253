"""What a later cable says of an earlier one: delivered, agreed, refused, will answer, or taken back.

The rules look at text in small letters, but for those of letters and numbers.
"""

import re
from collections.abc import Iterator
from datetime import date

from tracker.cable.hints import Family
from tracker.cable.parts import Cable, Reference, ReferenceKind, Sentence
from tracker.extraction.asking import LONGEST_SENTENCE
from tracker.extraction.dates import mentioned_days
from tracker.extraction.designators import is_capital
from tracker.extraction.handover import place_in
from tracker.extraction.proposals import Answer, AnswerKind

_BACK = r"(?:reftel|ref(?:erence)?s?(?: \(?[a-z]\)?)?|refs|septel|(?:[a-z]+ )?cable|instructions?|request|guidance|message|tasking|telegram|(?:\d\d )?state \d+|demarche)"
_CANCELLED = re.compile(
    rf"\b{_BACK}\b[^.;]{{0,60}}\b(?:is|are|has been|have been|should be considered) (?:hereby |now )?(?:cancell?ed|rescinded|withdrawn|overtaken)"
    rf"|\b(?:cancels|rescinds|withdraws|revokes|disregards?|cancel|rescind|disregard|withdrawing|cancelling) [^.;]{{0,40}}\b{_BACK}\b"
)
_SUPERSEDED = re.compile(
    rf"\b(?:supersedes?|replaces?|superseding|replacing|in lieu of|amends?) [^.;]{{0,40}}\b{_BACK}\b|\b{_BACK}\b[^.;]{{0,60}}\b(?:is|are|has been) "
    r"(?:hereby )?(?:superseded|replaced)"
)
_DELIVERED = re.compile(
    r"\b(?:delivered|presented|conveyed|raised|passed|provided|handed|shared|transmitted|made|demarched|briefed|left|discussed|submitted|"
    r"informed|reiterated|communicated|forwarded)\b[^.;]{0,120}?\b(?:reftels?|refs?|demarche|points?|non-?paper|letter|note|request|message|paper|"
    r"invitation|information|summary|proposal|concerns|resolution|objectives)\b|\bdemarche\w* (?:was |were )?(?:delivered|made)\b"
    r"|\b(?:reftel|non-?paper|points|letter|demarche|note|request|paper|invitation|summary)\b[^.;]{0,60}\b(?:was|were|has been|have been) "
    r"(?:delivered|presented|conveyed|passed|handed|raised|shared|transmitted)"
)
_REFUSED = re.compile(
    r"\b(?:unable|declined?s?|refused?s?|rejected|rejects|cannot|can not|could not|will not|would not|does not support|not in a position|opposed|opposes|"
    r"no intention|not willing|regretted)\b"
)
_PROMISED = re.compile(
    r"\b(?:promised (?:an?|his|her|their) (?:\w+ )?(?:answer|reply|response)|undertook)\b|\b(?:will|would|promised to|expects? to|plans? to|hopes? to|intends? to|agreed to) (?:\w+ )?(?:respond|reply|consider|get back|answer|"
    r"study|review|look into|consult|advise|inform|raise|provide (?:a|an|its|their)? ?(?:\w+ )?(?:response|reply|answer)|"
    r"keep|stay in contact|follow up|report|take (?:it|this|them) (?:up|into))\b"
)
_NO_ANSWER = re.compile(
    r"\b(?:has|have|had) not (?:yet )?(?:received|responded|replied|answered)|\b(?:no|offered no|gave no|without) (?:\w+ )?(?:response|reply|answer)\b"
    r"|\bawait(?:s|ing)? (?:a |the |an )?(?:\w+ )?(?:response|reply|answer)|\bwithout commitment|\bdid not (?:respond|reply|comment)"
)
_AGREED = re.compile(
    r"\b(?:agrees?|agreed|accepts?|accepted|approved?s?|will (?:vote (?:in favor|for|with|yes)|support|attend|participate|send|join|represent|host|"
    r"co-?sponsor)|supports?|supported|confirmed|welcomed|endorsed?s?|concurs?|concurred|consents?|pledged|committed)\b"
)
_THEIRS = re.compile(
    r"\b(?:government|ministry|minister|mfa|foreign|official|director|he|she|they|host|go[a-z]{1,2}|secretary|president|parliament|chief|advis[eo]r|"
    r"authorities|counselor|[a-z]{2,} (?:said|stated|told|replied))\b"
)
_OURS = re.compile(
    r"^(?:on [^,]{3,20}, )?(?:the )?(?:post|embassy|mission|consulate|econoff|poloff|conoff|ambassador|dcm|charge|we|i|department|washington|please|action|"
    r"summary|comment|visitors?|travelers?|political|economic|public)\b"
)
_LETTER = re.compile(r"\bref(?:tel|erence)?s?\.? \(?([A-H])\)?(?![\w'])")
_NUMBER = re.compile(r"\b([A-Z][A-Z ]{2,20}?) ?0*(\d{2,8})\b")
# One of these words stands in whatever _CANCELLED or _SUPERSEDED finds; most sentences have none.
_TAKING_BACK = Family(
    """cancel cancels canceled cancelled cancelling rescind rescinds rescinded withdraws withdrawn withdrawing overtaken
    revokes disregard disregards supersede supersedes superseding superseded replace replaces replacing replaced lieu
    amend amends""".split()
)
# And one of these in whatever says how a sentence answers.
_ANSWERING = Family(
    """received responded replied answered response reply answer commitment respond comment unable decline declined declines refuse
    refused refuses rejected rejects cannot not opposed opposes intention regretted promised undertook consider get study review look
    consult advise inform raise provide keep stay follow report take agree agrees agreed accept accepts accepted approve approved
    approves vote support attend participate send join represent host sponsor cosponsor supports supported confirmed welcomed endorse
    endorsed endorses concur concurs concurred consent consents pledged committed delivered presented conveyed raised passed provided
    handed shared transmitted made demarched briefed left discussed submitted informed reiterated communicated forwarded""".split()
)
_ORDER = (
    (AnswerKind.NO_ANSWER, _NO_ANSWER),
    (AnswerKind.REFUSED, _REFUSED),
    (AnswerKind.PROMISED, _PROMISED),
    (AnswerKind.AGREED, _AGREED),
)


def answers(cable: Cable, masked: frozenset[int]) -> tuple[Answer, ...]:
    """Return the sentences that answer, cancel or supersede what a cable under REF asked."""
    if not any(r.kind is ReferenceKind.CABLE for r in cable.header.refs):
        return ()
    origin = cable.header.origin or cable.header.number or ""
    is_reply = bool(origin) and not is_capital(origin)
    sentences = (s for i, s in enumerate(cable.sentences) if i not in masked)
    return tuple(_answers(cable, sentences, is_reply=is_reply))


def _answers(cable: Cable, sentences: Iterator[Sentence], *, is_reply: bool) -> Iterator[Answer]:
    for sentence in sentences:
        may_take_back = bool(sentence.signs & _TAKING_BACK.bit)
        may_answer = is_reply and bool(sentence.signs & _ANSWERING.bit)
        if not (may_answer or may_take_back):
            continue
        offset = 0
        for clause in sentence.text[:LONGEST_SENTENCE].split("; "):
            low = clause.lower()
            kind = (_taken_back(low) if may_take_back else None) or (_kind_of(low) if may_answer else None)
            place, offset = offset, offset + len(clause) + 2
            if kind is not None:
                start, end = (place_in(cable.text, sentence, at) for at in (place, place + len(clause)))
                yield Answer(
                    kind=kind,
                    evidence=cable.evidence(start, end),
                    reference=_reference(sentence.text, cable.header.refs),
                    promised_day=_promised(cable, clause) if kind is AnswerKind.PROMISED else None,
                )


def _taken_back(low: str) -> AnswerKind | None:
    if _CANCELLED.search(low):
        return AnswerKind.CANCELLED
    return AnswerKind.SUPERSEDED if _SUPERSEDED.search(low) else None


def _kind_of(low: str) -> AnswerKind | None:
    """Return how a sentence answers: what the other side said counts before the delivery itself."""
    if _THEIRS.search(low) or not _OURS.match(low):
        for kind, words in _ORDER:
            if words.search(low):
                return AnswerKind.DELIVERED if kind is AnswerKind.AGREED and _DELIVERED.search(low) else kind
    if _NO_ANSWER.search(low):
        return AnswerKind.NO_ANSWER
    return AnswerKind.DELIVERED if _DELIVERED.search(low) else None


def _reference(text: str, refs: tuple[Reference, ...]) -> str | None:
    """Return the label or id of the reference a sentence names, None where it names none."""
    letter = _LETTER.search(text)
    if letter and any(r.label == letter.group(1) for r in refs):
        return letter.group(1)
    for match in _NUMBER.finditer(text.upper()):
        serial = int(match.group(2))
        named = next(
            (r for r in refs if r.serial == serial and (r.origin or "").upper() in match.group(1)), None
        )
        if named:
            return named.label or named.id
    return None


def _promised(cable: Cable, text: str) -> date | None:
    sent_at = cable.header.sent_at
    days = mentioned_days(text, sent_at) if sent_at else ()
    return days[-1].last_on if days else None
