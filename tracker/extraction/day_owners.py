"""Which ask a day belongs to that a sentence behind it tells: the one that asks for what the sentence names."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from tracker.cable.hints import small
from tracker.cable.parts import Sentence
from tracker.extraction.asked_things import stem as singular
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.proposals import ActionRequest, Deadline
from tracker.extraction.told_days import stem

_BY_VERB, _BY_NOUN, _BY_TELLING = 3, 2, 1  # how well an ask fits


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Return what a word shares with its kin: "nominations" and "nomination"."""
    return stem(singular(word))


def _table(lines: str) -> dict[str, frozenset[str]]:
    """Return the words right of each colon by the roots of those left of it."""
    rows = [line.partition(":") for line in lines.strip().splitlines()]
    return {root(noun): frozenset(verbs.split()) for names, _, verbs in rows for noun in names.split()}


_ASKED_BY = _table(  # the verbs that ask for what a noun names; words that share a beginning need no entry
    """reply response answer reaction feedback rsvp: reply respond answer report
    nomination nominee candidate: nominate propose name select choose recommend
    name: nominate identify propose select choose recommend
    application: apply
    entry: enter load
    submission input contribution information data figure material detail return: send submit provide supply furnish contribute forward transmit give return
    view: comment
    demarche approach representation: demarche approach deliver raise convey urge present
    handover: deliver hand
    payment: pay
    decision: decide
    explanation: explain
    reservation booking: book reserve
    choice: choose select
    signature: sign"""
)
_TOLD_BY = _table(  # weaker: what is told so is a reply as well
    """reply response answer reaction feedback comment view input report information message telegram word name number figure: tell inform advise know cable hear hearing confirm comment say furnish provide describe explain whether send submit"""
)
_NOTHING = frozenset(  # names nothing by itself: "for this", "for action on this request"
    """this that it they them these those all both the a an each any some your our its such same above so of for on to by in at as or and
    post posts post's posts' embassy embassies mission missions addressee addressees you we us here washington department bureau desk
    can could may must will would should shall be is are has have been do does doing done use useful help we'll
    which what who action actions request requests tasking taskings task tasks exercise call message cable telegram project
    purpose work year's month late later anything nothing everything one ones come comes coming arrive arrives arriving reach reaches received
    receipt submission return filing completion sending submitting returning entering reaching getting completing
    send submit return complete get list window period books book season site page portal
    deadline deadlines suspense cutoff cut-off date dates day days last final latest closing due target new firm absolute same old
    internal strict hard overall general our office program section system can we use""".split()
)
_CARRIERS = frozenset(
    "receipt submission return filing completion sending submitting returning entering reaching getting completing".split()
)
_LIMITS = frozenset("deadline suspense cutoff cut-off date day moment".split())  # "the reply date"
_MODALS = frozenset("can could may must will would should shall be is are has have".split())
_STOP = re.compile(
    r"[,;.] ?|\b(?:as|because|since|so that|and (?=(?:late|no|none|those|later|it)\b)|but|after which|in order)\b"
)
_OPENING = re.compile(r"^[ ,]*(?P<how>(?:for|on which|by which|when|to|that|of|in) )?")
_DUTY = re.compile(
    r"\b(?:should|must|shall|will|(?:is|are) (?:[\w-]+ )?to|needs? to|ha(?:s|ve) to)\b(?P<moved> (?:\w+ly |also |then |all )?(?:be (?:\w+ly )?(?:sent|submitted|made|entered|completed|filed|given|forwarded|received|returned|"
    r"mailed|faxed|cabled|pouched|provided|supplied|furnished|delivered|reported|handed|uploaded|loaded|posted|prepared|here|with|in)|reach|come|arrive|go)\b)?"
)
_BANNED = re.compile(r"\b(?:should|must|shall|is to|are to|please|do|asked|requested) (?:not|never)\b")
_BEFORE_VERBS = frozenset(
    "to should must shall please kindly and or not also then will may can posts post embassy embassies mission missions".split()
)
FAR = 700  # characters from an ask of a text without paragraphs
MOST_BACK = 24  # asks looked at: more stand in no two paragraphs
_HAVING = frozenset("have has had been".split())
_SWAYING = re.compile(  # others are to do what stands behind "to"
    r"\b(?:to|should|must|shall|please|kindly) (?:\w+ly |also |again )?(?:encourage|urge|persuade|ask|remind|invite|press|request|tell|convince|lobby|get|help|allow|expect|advise) (?!to\b|posts?\b|you\b|embass)"
)
_SHORTEST = 6  # letters that words of one root must share


def thing_of(words: str) -> frozenset[str]:
    """Return what a phrase names as wanted, by the stems of its words; nothing for "this" and the like."""
    opening = _OPENING.match(words)
    how, start = (opening["how"], opening.end()) if opening else (None, 0)
    said = [word.lower().strip(".,'’") for word in WORDS.findall(_STOP.split(words[start:], maxsplit=1)[0])]
    while said[-1:] and said[-1] in _LIMITS:
        said.pop()
    if said[:1] and said[0] in _CARRIERS:
        said = said[2:] if said[1:2] == ["of"] else said[1:]
    modal = next((n for n, word in enumerate(said) if n and word in _MODALS), 0)
    before = said[:modal] if modal and not _NOTHING.issuperset(said[:modal]) else said
    named = before if modal and before is said else (noun_phrase(before) or before)[-1:]
    verb = said[:1] if how == "to " or " ".join(said[:1]).endswith("ing") else []
    return frozenset(root(word) for word in (*named, *verb) if word not in _NOTHING and word[0].isalpha())


def owners(thing: frozenset[str], asks: Sequence[ActionRequest]) -> list[int]:
    """Return the places of the asks that fit best what a day is told for; all that have no day for "this"."""
    if not thing:
        return [n for n, ask in enumerate(asks) if is_open(ask) and not _BANNED.search(_low(ask))]
    fits = [max(_fit(word, _low(ask)) for word in thing) for ask in asks]
    best = max(fits, default=0)
    return [n for n, fit in enumerate(fits) if fit == best and best]


def places_of(words: str, day: Deadline, asks: Sequence[ActionRequest], sentence: Sentence) -> list[int]:
    """Return the places of the asks that want what `words` name, in the paragraph of the sentence or else the one before.

    They have no day of their own, or the same one; nothing where one that fits as well has another.
    """
    thing = thing_of(words)
    for near in _near(asks, sentence):
        found = [near[n] for n in owners(thing, [asks[n] for n in near])]
        if found:
            return found if all(_may_have(asks[n], day) for n in found) else []
    return []


def _may_have(ask: ActionRequest, day: Deadline) -> bool:
    return is_open(ask) or (ask.deadline is not None and ask.deadline.day == day.day)


def _near(asks: Sequence[ActionRequest], sentence: Sentence) -> Iterator[list[int]]:
    """Yield the places of the asks in the paragraph of a sentence, then of those in the one before, the newest only."""
    number = sentence.paragraph
    newest = range(max(0, len(asks) - MOST_BACK), len(asks))
    if number is None:
        yield [
            n
            for n in newest
            if asks[n].paragraph is None and sentence.start - asks[n].evidence.spans[-1].end < FAR
        ]
        return
    yield [n for n in newest if asks[n].paragraph == number]
    yield [n for n in newest if asks[n].paragraph == number - 1]


def is_open(ask: ActionRequest) -> bool:
    """Return whether an ask has no day of its own, nor one that comes again; one that hangs on something may be told later."""
    due = ask.deadline
    return due is None or (due.day is None and due.recurrence is None)


def _low(ask: ActionRequest) -> str:
    return small(ask.evidence.quote)


def _fit(thing: str, low: str) -> int:
    """Return how well an ask in small letters fits a thing: asks for it by its verb, names it, or only has something told."""
    duty, sway = _DUTY.search(low), _SWAYING.search(low)
    verbs, telling = _ASKED_BY.get(thing, ()), _TOLD_BY.get(thing, frozenset[str]())
    best, before = 0, ""
    for match in WORDS.finditer(low):
        word = match.group().rstrip(".,'’")
        own = root(word)
        if before in _HAVING or (sway and before == "to" and match.start() > sway.start() + len("to")):
            pass  # "how many have registered", "encourage the ministry to apply"
        elif word in verbs and before in _BEFORE_VERBS:
            return _BY_VERB
        elif own == thing or _shared(own, thing) >= _SHORTEST:
            moved = duty is not None and duty["moved"] is not None
            is_subject = duty is not None and match.end() <= duty.start()
            if before in _BEFORE_VERBS and not is_subject and not word.endswith("s"):
                return _BY_VERB
            best = max(best, _BY_NOUN if not is_subject or moved else 0)
        elif word in telling:
            best = max(best, _BY_TELLING)
        before = word
    return best


def _shared(one: str, other: str) -> int:
    """Return with how many letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
