"""What has not been sent yet and is to be: "Your signed copy remains to be returned to this office by May 3"."""

import re

from tracker.extraction import asked_clauses, matters, wishes
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_UNDONE = re.compile(  # in small letters
    r"(?P<what>[^;:]{3,160}?),? (?P<cue>(?:still )?remains?|(?:has|have) (?:still|yet)|(?:is|are) (?:still|yet)) to be (?:\w+ly )?(?P<done>[a-z-]+)(?P<rest>[^;]*)"
)
_LABEL = re.compile(r"[^:;]{3,80}: ")  # in small letters: "last, a small point for mr. ames of eb: "
_TO_US = re.compile(
    r"\b(?:to|in|at|with) (?:us|(?:this|the) (?:office|bureau|desk|department)|washington|(?:this |the )?(?:embassy|mission|consulate|post)|[a-z]{1,5}/[a-z/]{1,12})\b|\bhere\b"
)
_IN_TOWN = re.compile(r"\b(?:in|at|here)\b")
_AT_YOUR_END = re.compile(r" at your end\b")
_SENT = v.COMMUNICATED | frozenset("supplied furnished provided received signed".split())
_PAPERS = (
    v.GIVEN
    | matters.PAPERS
    | frozenset("contract contracts lease leases deed deeds receipt receipts bond bonds".split())
)


def undone(low: str, cast: Cast) -> Verdict | None:
    """paper ("remains" | "has yet") "to be" sent "to us" [day], theirs who are asked or nobody's; anything "at your end"; by others is none of theirs."""
    label = _LABEL.match(low)
    match = _UNDONE.match(low, label.end() if label else 0)
    if match is None or BY_WHOM.search(match["rest"]):
        return None
    if _AT_YOUR_END.search(match["rest"]):
        return _undone(match)
    if match["done"] not in _SENT:
        return None
    what = match["what"]
    is_theirs = asked_clauses.is_of_asked(what, cast)
    is_others = (
        asked_clauses.is_of_others(what, cast) or matters.is_from_others(what) or matters.is_by_law(low)
    )
    head = noun_phrase(WORDS.findall(what))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_PAPERS)
    is_ours = _TO_US.search(match["rest"]) is not None
    is_dated = wishes.DATED.search(match["rest"]) is not None
    is_ask = is_theirs and (is_ours or is_dated)
    is_ask = is_ask or (is_paper and is_ours and is_dated)
    is_ask = is_ask and not (match["done"] == "signed" and _IN_TOWN.search(match["rest"]))
    if match["done"] == "received" and not is_dated:
        return None  # "Washington's answer remains to be received here"
    if not is_ask or (is_others and not is_theirs):
        return None
    return _undone(match)


def _undone(match: re.Match[str]) -> Verdict:
    return Verdict(
        is_ask=True, cue_at=match.start("cue"), order_at=0, form="done", subject=match.span("what")
    )
