"""What is looked for, awaited or owed, where it comes from those asked: "A list of the teams is owed to ISN/ECC by May 3"."""

import re

from tracker.extraction import asked_clauses, matters, needs, wishes
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM, doer_of
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue, Verdict

OWNER = re.compile(r"\b(?P<link>of|from|by|between) (?P<whom>(?:the |all |each |any )?[\w/'’]+(?: [\w/]+)?)")
_OF_EACH_POST = re.compile(  # in small letters, behind "expected": "from each of the two posts", "of every mission"
    r"(?:from|of) (?:all|each|every|both|either|any)(?: one)?(?: of)?(?: the| these| those| our)?(?: two| three| four| five| six| seven| eight| \d+)?(?: action| addressee)? (?:posts?|embass(?:y|ies)|missions?|consulates?|addressees?)\b"
)
_DUE_WITHIN = re.compile(rf"\b{needs.BY_DAY}")  # the day stands with the thing
FROM_WHOM = re.compile(r"from (?P<whom>(?:all |each |every |the |any |both )?[\w/]+(?: general)?)")
_EVERY = re.compile(
    r"\b(?:every|each|daily|weekly|monthly|twice|on (?:mon|tues|wednes|thurs|fri)days|until)\b"
)
REPORTED_BACK = frozenset(
    """reply replies response responses answer answers report reports return returns submission submissions nomination
    nominations comment comments input inputs feedback contribution contributions count counts update updates accounting version""".split()
)
_DESCRIBED = re.compile(  # in small letters, of papers of which more is said
    r"(?P<what>(?:an?|one|each|the|your|post's|all|both|any) (?:[\w'’-]+ ){0,4}?[\w'’-]+)(?:,? (?:(?:which|that) (?:[a-z]+s|shall|may|can)|saying|telling|giving|showing|listing|setting out|covering) [^;:]{3,200}"
    r"|,? (?:of|on|about|from|for) [^;:]{3,200}|, (?:even|however|if|though|although|with|without|including|filled|typed|signed|together|and not|but not|not) [^;:]{3,200}),?"
)
_WRITTEN = frozenset("line lines account accounts page pages paragraph paragraphs word sentence".split())
_BY_THIRD = re.compile(
    r"\b(?:which|that|whom) (?P<whom>(?:the|its|his|her|their|a|an|our) [\w-]+(?: [\w-]+)?) "
)
HERE = re.compile(
    r"(?:back )?(?:here|in (?:this office|this bureau|the bureau|our hands|the desk)|with us|at this end|at the desk),? "
)
_THING_FOR = (
    re.compile(  # in small letters, behind "looked to": "for a page on the mills", "for two names by May 3"
        r"for (?P<what>(?:(?!of\b|on\b|about\b|from\b|by\b|each\b|with\b|or\b)[\w'’-]+,? ?){1,8})"
    )
)
_WILL_BE = re.compile(r" (?:will|would|shall) (?:\w+ )?be$")
_OWED_US = re.compile(r"(?:to )?(?:us|(?:the )?(?:department|bureau|desk)|[a-z]{1,5}/[a-z/]{1,9})\b")
_SOUNDED = frozenset("clearance page pages sounding soundings visit call approach return arrival".split())
_GIVEN_OR_HELP_OR_PAPERS_OR_SOUNDED = v.GIVEN | v.HELP | matters.PAPERS | _SOUNDED
_GIVEN_OR_PAPERS_OR_WRITTEN = v.GIVEN | matters.PAPERS | _WRITTEN


def awaited(cue: Cue) -> Verdict | None:
    """thing ("is looked for" | "is awaited" | "is a must") day, where it comes from those asked."""
    subject = _WILL_BE.sub("", cue.subject.lower().strip())
    if cue.words.endswith("owed") and _is_owed_to_others(cue):
        return None
    source = FROM_WHOM.match(cue.rest)
    is_from = source is not None and cue.cast.part_of(source["whom"]) is Part.ASKED
    is_owned = asked_clauses.is_of_asked(subject, cue.cast) or any(
        owner_of(match, cue) is Part.ASKED for match in OWNER.finditer(subject)
    )
    is_owned = is_owned or is_from
    if not is_owned and (not cue.cast.asks_posts or "'s " in subject or matters.is_from_others(subject)):
        return None
    heads = {
        noun_phrase(WORDS.findall(part))[-1:][0]
        for part in (subject.partition(", ")[0], subject.rpartition(", ")[2])
        if noun_phrase(WORDS.findall(part))
    }
    heads |= {f"{head}s" for head in heads} if not cue.words.endswith("awaited") else set()
    is_sent = not heads.isdisjoint(_GIVEN_OR_HELP_OR_PAPERS_OR_SOUNDED)
    is_dated = wishes.DATED.search(cue.tail) is not None
    is_dated = is_dated or (cue.words.endswith("owed") and _OWED_US.match(cue.rest) is not None)
    is_dated = is_dated or (is_from and is_sent and _EVERY.search(cue.rest) is not None)
    return cue.ask("due", order_at=cue.subject_at) if is_dated and (is_owned or is_sent) else None


def from_named(cue: Cue) -> Verdict | None:
    """asked "is looked to for" paper: "Riga is looked to for a page on the mills each month"; not "for leadership"."""
    match = _THING_FOR.match(cue.tail) if cue.part is Part.ASKED else None
    head = noun_phrase(WORDS.findall(match["what"]))[-1:] if match else []
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_WRITTEN)
    is_dated = _DUE_WITHIN.search(cue.tail) is not None
    return (
        cue.ask("thing", order_at=cue.low.find("for ", cue.match.end()) + 4) if is_paper or is_dated else None
    )


def _is_owed_to_others(cue: Cue) -> bool:
    """Return whether others have a claim to a thing, or owe it: "A list is owed to the court by the bank"."""
    is_by_others = BY_WHOM.search(cue.rest) is not None and doer_of(cue) is not Part.ASKED
    return is_by_others or matters.TO_OTHERS.match(cue.rest) is not None


def owner_of(match: re.Match[str], cue: Cue) -> Part:
    """Return what the one is whose a thing is, or from whom it comes."""
    part = cue.cast.part_of(match["whom"])
    is_third = part is Part.NOBODY and any(nouns.is_third(word) for word in match["whom"].split())
    return Part.THIRD if is_third else part


_OF_OR_FROM = re.compile(r"(?:of|from) (?P<whom>(?:all |each |every |the |any |both )?[\w/]+(?: [\w/]+)?)")
_LITTLE = re.compile(  # in small letters: "nothing more than a line", "from Riga only the dates"
    r"(?:(?:from|of) (?P<whom>[\w/]+(?: [\w/]+)?),? )?(?:no more than|nothing (?:more|else) than|not more than|nothing but|nothing beyond|little more than|only|just|merely|at most|at least) (?:an?|one|two|three|the|your|its|their|a few|some) [\w'’ -]{2,60}"
)


def is_little_of_them(cue: Cue) -> bool:
    """Return whether ever so little is wanted of those asked: "Nothing more than a line is wanted from Lima"."""
    match = _LITTLE.fullmatch(cue.subject.lower().strip()) if cue.words.startswith(("is ", "are ")) else None
    if match is None:
        return False
    of = _OF_OR_FROM.match(cue.rest)
    whom = match["whom"] or (of["whom"] if of is not None else "")
    return cue.cast.part_of(whom) is Part.ASKED if whom else cue.cast.asks_posts and not cue.rest.strip(" .")


def is_described(subject: str, *, is_owned: bool) -> bool:
    """Return whether a paper is wanted of which more is said: "a report which says who took the note, and not merely that it was left,"."""
    match = _DESCRIBED.fullmatch(subject)
    head = noun_phrase(match["what"].split())[-1:] if match else []
    word = head[0] if head else ""
    return word in REPORTED_BACK or (
        not {word, f"{word}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_WRITTEN)
        and (is_owned or subject.startswith(("a ", "an ", "one ")))
    )


def is_promised_by_others(subject: str, cue: Cue) -> bool:
    """Return whether others are to give a thing, by what is said of it: "a report which the ministry has promised"."""
    match = _BY_THIRD.search(subject)
    return match is not None and cue.cast.part_of(match["whom"]) is Part.THIRD


def is_of_each_by_day(cue: Cue, subject: str, *, is_named: bool) -> bool:
    """Return whether those asked, named or "each of" them, owe a thing by its day: "Return of both forms by May 3 is expected from each of the two posts"."""
    is_theirs = is_named or _OF_EACH_POST.match(cue.rest) is not None
    return cue.cast.asks_posts and is_theirs and _DUE_WITHIN.search(subject) is not None
