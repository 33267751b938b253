"""Sentences by which a later cable takes an earlier ask back, or puts another in its place. In small letters."""

import re

from tracker.cable.hints import Family
from tracker.extraction.proposals import AnswerKind

_BACK = r"(?:reftel|ref(?:erence)?s?(?: \(?[a-z]\)?)?|refs|septel|(?:[a-z]+ )?cable|instructions?|request|guidance|message|tasking|telegram|(?:\d\d )?state \d+|demarche)"
_NOW = r"(?:hereby |now |accordingly |therefore |likewise |also |thus |herewith |formally |for the present |until further notice )?"
CANCELLED = re.compile(
    rf"\b{_BACK}\b[^.;]{{0,60}}\b(?:is|are|has been|have been|should be considered) {_NOW}(?:cancell?ed|rescinded|withdrawn|overtaken|revoked|void|null|countermanded|moot)"
    rf"|\b(?:cancels|rescinds|withdraws|revokes|disregards?|cancel|rescind|disregard|withdrawing|cancelling|ignore|countermands?) [^.;]{{0,40}}\b{_BACK}\b"
)
_DROPPED = re.compile(  # of Washington's cables only: what was asked, not the cable, is taken back
    rf"\b(?:is|are|was|has been|have been) {_NOW}(?:dropped|called off|cancell?ed|rescinded|overtaken by events|shelved|no longer (?:needed|required|necessary|wanted|desired|valid|operative|applicable|in effect|in force)|relieved (?:\w+ ){{0,3}}of|released from)\b"
    rf"|\b(?:need|should) (?:not|no longer) [^.;]{{0,80}}\b(?:reftels?|ref(?:erence)? ?\(?[a-h]?\)?|state \d+)\b|\b(?:is|are) (?:no|not) longer any (?:need|reason)|\bno (?:longer any )?(?:further )?need (?:for|to)\b|\bthere is no longer\b|\bdraft [^.;]{{0,40}} (?:is|has been|was) withdrawn\b|\bhas been withdrawn, and\b"
    r"|^(?!.{0,60}\b(?:repl(?:y|ies)|response|action|answer|explanation|confirmation|nil)\b).{3,50} (?:is|are) not (?:now )?(?:required|needed)\.?$|\bno longer (?:wish(?:es)?|needs?|requires?|seeks?|desires?|wants?|intends?|asks?)\b|\bneed (?:not (?:now|therefore|accordingly|any longer|further)|no longer|(?:now )?take no further|do nothing (?:more|further))"
    r"|\bshould (?:now )?(?:not repeat not|no longer|stand down|desist|refrain from (?:further|any)|cease|discontinue|suspend|hold off|drop|abandon|take no further)\b|\bnot repeat not (?:make|deliver|approach|raise|proceed|pursue|present|take)|\bplease (?:do not|take no|hold|stand down|discontinue|suspend)\b[^.;]{0,60}\b(?:further|action|until)"
    r"|\bno (?:further (?:action|reply|response|reporting|steps?) (?:by posts? |on (?:ref\w*|the request) )?(?:is|are)|(?:action|reply|response) (?:is|on ref\w* is) (?:now|any longer|any more)) (?:required|needed|necessary)"
)
SUPERSEDED = re.compile(
    rf"\b(?:supersedes?|replaces?|superseding|replacing|in (?:lieu|place) of|instead of|takes? the place of|amends?|substitutes? for) (?:[^.;]{{0,60}}\b{_BACK}\b|(?:that|those|the (?:one|text|version|form)s?) (?:in|of|sent|given|at)\b)|\b{_BACK}\b[^.;]{{0,60}}\b(?:is|are|has been|have been) "
    r"(?:hereby |now )?(?:superseded|replaced|amended|revised)"
)
_FORBIDDEN = re.compile(  # so only beside another sentence that takes back, or under a subject that says so
    r"^(?:accordingly,? |therefore,? |for the (?:present|time being),? )?(?:the )?(?:embass(?:y|ies)|posts?|missions?|addressees?|you|ambassador|charge|consulates?)(?: \w+)? (?:should|need|must|are|is)(?: therefore| now)? not (?:to )?(?:now )?(?:seek|make|deliver|pursue|approach|raise|take|request|ask|present|arrange|proceed|complete|submit|report|convey|pass|invite|call|press|propose|hand|use|leave|issue|schedule|reply|act)\b"
)
_CHANGED = re.compile(
    r"\b(?:cancel\w*|postpon\w+|rescind\w*|rescission|supersed\w+|withdraw\w*|suspen\w+|changed?s?|revis\w+|hold|correct\w+|amend\w+|drop\w*|call(?:ed|ing) off|stand down)\b"
)
TAKING_BACK = Family(
    """cancel cancels canceled cancelled cancelling rescind rescinds rescinded withdraws withdrawn withdrawing overtaken
    revokes revoked void null countermanded countermand countermands moot ignore disregard disregards supersede supersedes superseding
    superseded replace replaces replacing replaced revised lieu place instead amend amends amended substitute substitutes dropped
    called shelved longer required needed relieved released need not stand desist refrain cease discontinue suspend hold drop
    abandon further""".split()
)


def taken_back(low: str) -> AnswerKind | None:
    """Return whether a sentence says that the cable under REF is cancelled or superseded."""
    if CANCELLED.search(low):
        return AnswerKind.CANCELLED
    return AnswerKind.SUPERSEDED if SUPERSEDED.search(low) else None


def kind_of(low: str) -> AnswerKind | None:
    """Return the same of a cable from Washington, which may also drop what it asked without naming the cable."""
    return taken_back(low) or (AnswerKind.CANCELLED if _DROPPED.search(low) else None)


def may_forbid(low: str) -> bool:
    """Return whether a sentence forbids what may have been asked: it takes back where the cable does so elsewhere."""
    return _FORBIDDEN.search(low) is not None


def is_about_change(subject: str) -> bool:
    """Return whether a subject line, in small letters, says that something is taken back or changed."""
    return _CHANGED.search(subject) is not None
