"""Wishes with "if", which ask as politely as can be: "It would suit us if posts answered by May 3"."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import asked_clauses, doers, matters
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_LIKED = (
    r"(?:convenient|best|better|well|good|ideal|desirable|preferable|simplest|easiest|easier|simpler|lighter|quicker|safer|kind|timely|fitting|handy|nice|proper"
    r"|to (?:our|everybody['’]s|the (?:department|bureau)['’]s) (?:advantage|liking|benefit)|in (?:our|the common|the general) interest"
    r"|(?:an? |the )?(?:\w+ )?(?:kindness|favou?r|convenience|relief|courtesy|comfort|boon|blessing|service|saving|pleasure|help))"
)
_WISH = re.compile(  # in small letters
    r"(?P<who>[^,;:.]{2,60}?) (?:would|should) (?:\w+ )?(?:"
    rf"be (?:\w+ )?{_LIKED}(?: (?:to|for) (?P<to>[^,;:.]{{2,40}}?))?"
    r"|be (?:\w+ )?(?:glad|pleased|grateful|obliged|relieved|gratified|happy|indebted|delighted)"
    r"|(?:suit|serve|please|ease|save|spare|simplify|speed|hasten|quicken|profit|oblige|gratify|lighten|assist|help|advance|further|shorten)(?: (?P<whom>[^,;:.]{2,60}?))?"
    r"|(?:take|count|think|consider|find|deem|hold) it (?:as )?(?:an? )?(?:\w+ )?(?:well|kindly|kind|kindness|favou?r|courtesy|convenient|useful|helpful|good|of (?:\w+ )?(?:help|use|service|value))"
    r"|(?:much |greatly |far )?(?:prefer|like|appreciate|welcome) it),? (?:(?:too|also|only|much|most|even|indeed|as well|again|here|all round|\w+ly),? )?if (?P<clause>[a-z].{3,200})"
)
_PLEASED = re.compile(  # whom it suits, or what it spares
    r"\b(?:us|our|me|my|post|embassy|mission|consulate|department|bureau|washington|desk|everybody|everyone|all|both|time|trouble|money|labor|work|matters|things|planning|confusion|delay|effort|cost|paper|task|count)\b"
)
_OURS = frozenset("it matters things work planning life count task we i all".split())
DID = frozenset(
    """sent told took gave wrote made brought saw met held put let got kept found left said came went spoke drew chose rose sought
    bought built lent set had did were was paid read ran began could would might cut bore led laid gave shut spent taught dealt""".split()
)
_TO_US = re.compile(r"\b(?:to|with|in) (?:us|the (?:department|bureau|desk))\b|\bhere\b|\breached us\b")
_LIMIT = re.compile(r"\b(?:by|before|no(?:t)? later than|nlt|within) ")
_EXCEPT = re.compile(r",? (?:except|other than|but not|save|excluding)\b")
_FAVOR = re.compile(  # in small letters
    r"(?P<who>[^,;:.]{2,60}?) would (?:\w+ )?(?:(?:do|be doing) us (?:an? )?(?:\w+ )?(?:favou?r|kindness|service|good turn)|oblige (?:us|the (?:department|desk|bureau))|help us(?: (?:out|greatly|most))?|render (?:us )?a (?:\w+ )?service|save us [^,;]{3,30}?|earn our thanks) by (?P<act>[a-z]{3,}ing)\b"
)
_CAME = re.compile(
    r"(?:it|they|that|we had it|we had them) (?:(?:came|reached|arrived|got|were|was|could be|could come|could reach|is|are|comes|could arrive) )?(?:\w+ ){0,4}?(?:by|before|no later than|not later than|nlt|within|in time for) "
)
_OF_OURS = v.WE | {"post", "our section", "consulate", "mission"}
LONGEST_LABEL = 90  # characters
MOST_OF_SUBJECT = 7  # words before the verb of the clause
_GIVEN_OR_PAPERS = v.GIVEN | matters.PAPERS


def wished(low: str, cast: Cast) -> Verdict | None:
    """It "would suit us" "if" asked verb in the past; whom it suits, and who is wished to act, must be of the cable."""
    if (done := favor(low, cast)) is not None:
        return done
    if "if" not in words_in(low):
        return None
    match = _WISH.match(low, _label_end(low, cast))
    if match is None:
        return None
    start = match.start("clause")
    if _is_theirs_in_time(match, cast):
        return Verdict(
            is_ask=True, cue_at=match.end("who") + 1, order_at=0, form="matter", subject=match.span("who")
        )
    if not _is_ours(match, cast):
        return None
    found = _actor(match["clause"], cast)
    if found is None and _is_paper_to_us(match["clause"], cast):
        found = 0
    if found is None:
        return None
    return Verdict(
        is_ask=True, cue_at=match.end("who") + 1, order_at=start, form="that", subject=(start, start + found)
    )


def favor(low: str, cast: Cast) -> Verdict | None:
    """Asked "would do us a favor by" doing: "Lima and Quito would do us a great favor by finding out whether"."""
    match = _FAVOR.match(low) if " by " in low and " would " in low else None
    if match is None or not cast.is_asked(match["who"]):
        return None
    return Verdict(
        is_ask=True,
        cue_at=match.end("who") + 1,
        order_at=match.start("act"),
        form="order",
        subject=match.span("who"),
    )


def _is_theirs_in_time(match: re.Match[str], cast: Cast) -> bool:
    """Return whether a paper of those asked is wished for by a day: "Lima's page would help us most if it came in by May 3"."""
    is_theirs = asked_clauses.is_of_asked(match["who"], cast) or cast.part_of(match["who"]) is Part.MATTER
    is_theirs = is_theirs and not matters.is_from_others(match["who"])
    return is_theirs and cast.asks_posts and _CAME.match(match["clause"]) is not None


def _label_end(low: str, cast: Cast) -> int:
    """Return where the label ends that says whom a wish is for: "All posts except Tunis: it would help if"."""
    colon = low.find(": ", 0, LONGEST_LABEL)
    name = low[:colon].removeprefix("for ")
    is_label = colon > 0 and cast.part_of(_EXCEPT.split(name, maxsplit=1)[0]) is Part.ASKED
    return colon + len(": ") if is_label else 0


def _is_ours(match: re.Match[str], cast: Cast) -> bool:
    """Return whether the wish is the sender's: "it", "we", "the Bureau"; and not for others, as "It would suit the ministry"."""
    who, pleased = match["who"].strip(), match["whom"] or match["to"] or ""
    words = who.split()
    is_own = words[-1] in _OURS or cast.part_of(who) is Part.SENDER
    is_own = is_own or who.startswith(("nothing ", "our "))
    if not pleased:
        return is_own
    return is_own and (
        cast.part_of(pleased) is Part.SENDER
        or (_PLEASED.search(pleased) is not None and not _has_third(pleased))
    )


def _has_third(words: str) -> bool:
    return any(nouns.is_third(w) or doers.are_doers(w) for w in re.findall(r"[a-z]+", words))


def _actor(clause: str, cast: Cast) -> int | None:
    """Return how many characters of the clause name those asked, where a verb in the past follows them."""
    words = clause.split()[: MOST_OF_SUBJECT + 1]
    for n in range(1, len(words)):
        verb = words[n].strip(",")
        if verb.endswith("ly") or verb in ("also", "then", "first", "all", "both", "each", "now"):
            continue
        if verb in DID or (verb.endswith("ed") and verb != "united"):
            who = " ".join(words[:n])
            is_theirs = _is_to_help_us(who, words[n + 1 :], cast)
            is_theirs = (
                is_theirs
                or who.startswith("your ")
                or Part.ASKED
                in (
                    cast.part_of(who),
                    cast.part_of(who.upper()),
                )
            )
            return len(who) if is_theirs else None
    return None


def _is_to_help_us(who: str, rest: list[str], cast: Cast) -> bool:
    """Return whether an officer of those a post writes to is to give it something: "if GSO could lend us a mechanic"."""
    is_officer = cast.asks_others and cast.part_of(who) is Part.SENDER and who not in _OF_OURS
    return is_officer and "us" in rest[:3]


def _is_paper_to_us(clause: str, cast: Cast) -> bool:
    """Return whether a paper is wished to come by a day: "if the list reached us by May 3"."""
    if not cast.asks_posts or matters.is_from_others(clause.partition(" by ")[0]) or "'s " in clause:
        return False
    head = noun_phrase(WORDS.findall(clause[:80]))
    at = next((n for n, w in enumerate(head) if w in DID or w.endswith("ed")), len(head))
    word = head[at - 1] if at else ""
    is_paper = not {word, f"{word}s"}.isdisjoint(_GIVEN_OR_PAPERS)
    return is_paper and _LIMIT.search(clause) is not None and _TO_US.search(clause) is not None
