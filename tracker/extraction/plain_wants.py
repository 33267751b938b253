"""What the sender would not be without, what would help it by a day, and what would do in place of that."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import asked_clauses, matters, needs
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_SENDER = r"(?:we|(?:the )?(?:department|bureau|desk|post|embassy|mission|consulate)|washington)"
_WITHOUT = re.compile(  # "Nor do we want to be without your judgment", "Post cannot do without a fund cite"
    rf"(?:(?:nor|neither) (?:do|would|should|can|could|will|shall) (?P<turned>{_SENDER}) (?:really |willingly |gladly )?"
    rf"|(?:and |but )?(?P<who>{_SENDER}) (?:do not|would not|should not|will not|cannot|can not|could not|can ill|could ill|would rather not|would be sorry to|should be sorry to) (?:really |willingly |gladly )?)"
    r"(?:(?:want|wish|like|care|afford|have) to )?(?:be (?:left )?without|go without|do without|miss|forgo|dispense with) (?P<thing>[^;:]{3,200})"
)
_LEFT_OUT = re.compile(  # "Nor should your own estimate be left out"
    r"(?:nor|neither) (?:should|must|may|shall|ought) (?P<thing>[^,;:]{3,80}?) (?:to )?be (?:\w+ly )?(?:left out|left off|omitted|forgotten|overlooked|neglected|missing|dropped)\b"
)
_OWNER = re.compile(r"^(?:the )?[\w/ ]{1,30}?['’]s? ")
_OWN = re.compile(r"^your own ")
_HELPING = re.compile(  # "A name, or a frank no, by Friday would help us greatly"
    r"(?:even |only |just )?(?P<what>(?!the\b)[^;:.]{2,120}?),? (?:by|before|no later than|not later than|nlt|within|on or before) (?P<day>[^,;:]{3,50}?),? (?:would|will) (?:also |then |\w+ly )?"
    r"(?:help|serve|suit|assist|allow|enable|let|spare|save|be (?:of (?:\w+ )?(?:help|use|service)|an? (?:\w+ )?(?:help|boon|kindness|relief|service|convenience)))(?P<whom> (?:to |for )?(?:us|our|me|post|the (?:department|bureau|desk)|washington)\b|(?: \w+ly)?[.,]?$)"
)
_SENT_SO = re.compile(  # how it comes: "a read-out sent through this channel"
    r" (?:sent|faxed|cabled|e-?mailed|mailed|telephoned|phoned|given|made|pouched|telegraphed|in (?:our|the bureau's|the department's) hands|(?:through|by|via|from|of|on|for|to) )\b.*"
)
_INSTEAD = re.compile(  # "Failing that, a plain no would serve"
    r"(?:and |but |or )?(?:(?:failing|lacking|barring|absent|without|in default of|for want of|instead of|in place of|in lieu of) (?:that|this|these|those|it|them|either|both|all (?:that|else|these)|one)"
    r"|(?:if|where|should) (?:that|this|it|they|these|those|neither|none|nothing \w+|no \w+|there (?:is|are) (?:no|none)) ?[^,;:]{2,50}), "
    r"(?P<what>(?:even )?(?:an?|one|two|the|your|post's) [^;:.]{1,90}?)(?:, (?:so that|in order that|that) [^,;:]{3,60},)? (?P<cue>would|will) (?:also |then |quite |well |have to )*(?:do|serve|suffice|be enough|be (?:something|better than nothing|welcome))\b"
)
_GIVER = re.compile(
    r"\b(?:from|by(?! (?:fax|cable|phone|e-?mail|mail|telephone|letter|pouch|telegram|bag|courier)\b)) (?P<whom>(?:(?:the|each|all|any) )?[\w/'’]+(?: (?!on\b|about\b|by\b)[\w/'’]+)?)"
)
_ANSWERS = frozenset(
    "yes no name names word line call guess ruling decision summary photocopy count copy sketch page paragraph photograph".split()
)
_HAVING = frozenset({"without", "miss", "forgo", "dispense", "nor", "neither"})
_HELP = frozenset(
    "help serve suit assist allow enable let spare save boon kindness relief service use convenience".split()
)
_DOING = frozenset("do serve suffice enough welcome better something".split())
_INSTEADS = frozenset(
    "failing lacking barring absent default want instead place lieu without if where should".split()
)
SIGNS = frozenset(
    {"without", "miss", "forgo", "dispense", "nor", "neither", "failing", "instead", "suffice", "serve"}
) | (_HELP - {"use", "service", "want"})


def want(low: str, cast: Cast) -> Verdict | None:
    """Return what a sentence in small letters wants, in words that only tell how the sender stands without it."""
    words = words_in(low)
    if not _HAVING.isdisjoint(words) and (found := _without(low, cast) or _left_out(low, cast)):
        return found
    if "would" not in words and "will" not in words:
        return None
    found = _helping(low, cast) if not _HELP.isdisjoint(words) else None
    if found is None and not (_DOING.isdisjoint(words) or _INSTEADS.isdisjoint(words)):
        found = _instead(low)
    return found


def _without(low: str, cast: Cast) -> Verdict | None:
    """sender would not be "without" what those asked give."""
    match = _WITHOUT.match(low)
    if match is None or cast.part_of(match["turned"] or match["who"]) is not Part.SENDER:
        return None
    place, thing = match.start("thing"), _OWN.sub("your ", match["thing"])
    first = {word.strip(".,") for word in _OWNER.sub("", thing).split()[:3]}
    owned = asked_clauses.is_of_asked(thing, cast) and not first.isdisjoint(
        v.GIVEN | matters.PAPERS | _ANSWERS
    )
    is_theirs = owned or asked_clauses.owned(thing, cast) or needs.is_for_capital(thing, cast)
    is_theirs = is_theirs or asked_clauses.is_of_office(thing, cast) or (cast.asks_posts and _is_paper(thing))
    return Verdict(is_ask=True, cue_at=0, order_at=place, form="thing") if is_theirs else None


def _left_out(low: str, cast: Cast) -> Verdict | None:
    """A paper of theirs that is not to be left out: "nor should" paper "be left out"."""
    match = _LEFT_OUT.match(low) if cast.asks_posts else None
    if match is None or not _is_paper(_OWN.sub("your ", match["thing"])):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter", subject=match.span("thing"))


def _helping(low: str, cast: Cast) -> Verdict | None:
    """An answer or a paper, by a day, "would help us"."""
    match = _HELPING.match(low)
    if match is None or not _is_paper(match["what"]) or _is_from_others(match["what"], cast):
        return None
    is_open = match["whom"].lstrip().startswith(("us", "our", "me", "to us", "for us"))
    is_open = is_open or cast.part_of(match["whom"].strip(" .,").removeprefix("to ")) is Part.SENDER
    if not (is_open or cast.asks_posts):
        return None
    return Verdict(is_ask=True, cue_at=match.end("what"), order_at=0, form="due", subject=match.span("what"))


def _instead(low: str) -> Verdict | None:
    """A lesser paper that would do: "failing that", paper "would do"."""
    match = _INSTEAD.match(low)
    if match is None or not _is_paper(match["what"]) or " vote" in match["what"]:
        return None
    return Verdict(is_ask=True, cue_at=match.start("cue"), order_at=0, form="due", subject=match.span("what"))


def _is_from_others(thing: str, cast: Cast) -> bool:
    """Return whether somebody gives a thing who is none of those asked: "an answer from the ministry"."""
    giver = _GIVER.search(thing)
    return giver is not None and Part.ASKED not in (
        cast.part_of(giver["whom"]),
        cast.part_of(giver["whom"].upper()),
    )


def _is_paper(thing: str) -> bool:
    """Return whether words name an answer or a paper that is nobody else's: "a name, or a frank no"."""
    if matters.is_from_others(thing) or ("'s " in thing and not thing.startswith(("post's ", "embassy's "))):
        return False
    first = _SENT_SO.sub("", thing.partition(",")[0].removeprefix("even "))
    head = noun_phrase(WORDS.findall(first.partition(" or ")[0]))[-1:]
    word = head[0].strip(".,") if head else ""
    return bool(word) and not {word, f"{word}s"}.isdisjoint(v.GIVEN | matters.PAPERS | _ANSWERS)
