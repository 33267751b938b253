"""Nouns of people who act ("divers", "inspectors"), and who is named behind "by" as the one who does a thing."""

import re
from functools import lru_cache

from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.verdicts import Cue

_ENDINGS = r"\w+(?:ers|ors|ists|ians|ants|ees|men|women)"
_MANY = re.compile(_ENDINGS)
_ANY = re.compile(_ENDINGS + r"|\w{2,}(?:(?<!m)ents|er|or|ist|ian|ee)")
_THINGS = frozenset(  # that end like people
    """numbers number papers paper letters letter matters matter orders order offers offer posters poster computers computer
    containers container harbors harbor factors factor folders folder binders binder printers printer vouchers voucher
    answers answer transfers transfer covers cover drawers drawer dinners dinner corners corner chapters chapter
    centers center errors error mirrors mirror sensors sensor doors door floors floor lists committees committee fees
    fee charters charter corridors corridor tenders tender waivers waiver borders border reminders reminder ledgers
    ledger newsletters newsletter counters counter shelters shelter registers register quarters headquarters
    employees' others minor major""".split()
)
_SENT = frozenset(
    """clerk clerks nurse nurses pilot pilots guard guards guide guides judge judges expert experts mechanic mechanics attache attaches
    architect architects surgeon surgeons chaplain chaplains vet vets consul consuls chief chiefs aide aides cook cooks coach coaches representative representatives liaison secretary secretaries team teams""".split()
)
BY_WHOM = re.compile(  # in small letters; not by a day, nor by a way of sending
    r"\bby (?!the (?:\d|eve\b|evening\b|morning\b|week\b|weekend\b|month\b|working\b|business\b|opening of\b|start of\b|fifteenth\b)|(?:the )?(?:which|then|return|cable|telegram|fax|e-?mail|telephone|phone|letter|courier|pouch|bag|note|hand|name"
    r"|air|sea|means|way|close|cob|oob|nlt|dtg|noon|end|mid|middle|beginning|first|last|early|late|next|following|same|time|date"
    r"|this|today|tonight|tomorrow"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)|(?:january|february|march|april|june|july|august"
    r"|september|october|november|december)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r")\b)(?!(?:quarter|month|year|week|country|camp|category|type|kind|sex|gender|age|grade|rank|line|item|lot|port|product|number|size|weight|volume|value|region|province|district|sector"
    r"|nationality|class|program|project|fund|source|chapter|paragraph|subject|title|serial|rail|road|truck|ship|boat|express|registered mail|freight|key|computer|radio)"
    r"(?=[.,;:)]|$| (?:and|or|of|for|in|on|to|not|no|before|by|with|from|at|if|as|so|when|where|within)\b))"
    r"(?!(?:(?:an?|the|one|two|all|its|their|any) (?:\w+ ){0,2}?)?(?:receipts?|letters?|cop(?:y|ies)|certificates?|invoices?|memorand(?:um|a)|photographs?|signatures?|notes?|lists?|statements?|vouchers?|documents?|forms?|maps?|tables?|summar(?:y|ies)|translations?|biograph(?:y|ies)|resumes?|sketch(?:es)?|seals?|stamps?|messages?)\b)(?P<whom>[a-z][a-z'’ -]{1,60})"
)

ENTERED = frozenset(  # what is done to a thing on paper: "must be recorded", "should be left out of the survey"
    """claimed charged entered recorded listed counted reported included excluded omitted deducted itemized credited booked
    registered marked labeled labelled tagged inventoried shown declared added noted left kept loaded uploaded keyed typed transferred posted saved stored""".split()
)
_DONE_BY = re.compile(  # in small letters: "costs met by posts before January 1"
    r"(?:and |but )?(?:the |all |any |each |every |such |these |those )?(?:(?!by\b)[\w'’-]+ ){1,3}?(?:\w{3,}ed|bought|kept|found|met|made|paid|spent|sold|lent|taken|given|held|lost|borne) by (?P<whom>(?:the )?[\w/'’]+(?: [\w/]+)?)"
)

_BEING = re.compile(r"(?:not )?(?:\w+ )?be (?:\w+ly )?(?P<done>[a-z]+)")
BODIES = frozenset(
    """committee commission council board panel parliament congress senate assembly court tribunal ministry minister government
    coalition militia cabinet senate authorities bank university church army police customs province municipality auditors owner owners host hosts organizer organizers sponsor sponsors""".split()
)
_FIRST_NOUN = re.compile(
    r"(?:the |an? |its |their |his |her )?(?:(?!(?:of|in|at|to|for|on|by|from)\b)[\w'’-]+ ){0,2}?(?P<noun>[a-z]+)(?= (?:of|in|at|to|for|on|by|from|with|within|before|no|not|and|or)\b|[.,;]?$)"
)
_MOST_OF_NAME = 5  # words behind "by"
_NOT_BY_POST = re.compile(  # in small letters: "by the command, not by embassies"
    r"\bby [^,;]{2,60},? (?:and |but )?(?:not|never|rather than|instead of) (?:by )?(?:the |an? |any |your )?(?:american |u\.s\. )?(?:posts?|embass(?:y|ies)|missions?|consulates?|you)\b"
)

_OF_THEIRS = re.compile(  # of those told, none of ours: "by their own notaries", "by his employers"
    r"(?:their|his|her|its) (?:own (?!(?:\w+ )?(?:date|deadline|day|time|hand|accord|initiative|means)\b)|(?P<whom>[a-z]+)\b)"
)


_HIMSELF = re.compile(r" (?:himself|herself|itself|themselves)\b")


def without_himself(whom: str) -> str:
    """Return who acts without the word that stresses it: "the inspector" of "the inspector himself"."""
    return _HIMSELF.sub("", whom)


def are_theirs(whom: str) -> bool:
    """Return whether those who act, in small letters, belong to the ones told, or act themselves: "their own notaries", "the inspector himself"."""
    match = _OF_THEIRS.match(whom)
    if _HIMSELF.search(whom):
        return True
    return match is not None and (match["whom"] is None or are_doers(match["whom"]))


def who_did(subject: str) -> str:
    """Return who did what a thing, in small letters, was done to: "posts" of "costs met by posts", "" where nobody is told."""
    match = _DONE_BY.match(subject) if " by " in subject else None
    return match["whom"] if match else ""


@lru_cache(maxsize=4096)
def are_doers(word: str) -> bool:
    """Return whether a word in small letters means several people who act."""
    return _MANY.fullmatch(word) is not None and word not in _THINGS


def is_someone(word: str) -> bool:
    """Return whether a word in small letters means somebody an office can send: "clerk", "locksmith", "lawyer"."""
    return (
        word in _SENT
        or word in v.PERSONS
        or word.endswith(("smith", "wright", "man", "woman"))
        or is_doer(word)
    )


def is_doer(word: str) -> bool:
    """Return whether a word in small letters means people who act, one or several."""
    return _ANY.fullmatch(word) is not None and word not in _THINGS and word not in v.MATTERS


def doer_of(cue: Cue) -> Part:
    """Return what the one is by whom a thing is to be done: "should be made by the chief of mission"."""
    if is_kept_from_posts(cue.rest):
        return Part.THIRD
    match = BY_WHOM.search(cue.rest)
    whom = without_himself(match["whom"]).split() if match else []
    part = cue.cast.part_of(" ".join(whom[:_MOST_OF_NAME])) if match else Part.NOBODY
    is_theirs = match is not None and part is not Part.ASKED and are_theirs(match["whom"])
    head = _FIRST_NOUN.match(" ".join(whom))
    is_body = part is Part.NOBODY and head is not None and head["noun"] in BODIES
    return Part.THIRD if is_theirs or is_body else part


def is_kept_from_posts(rest: str) -> bool:
    """Return whether words in small letters say that others do a thing and posts do not: "by the bank, not by embassies"."""
    return " by " in rest and _NOT_BY_POST.search(rest) is not None


def is_theirs_on_paper(cue: Cue) -> bool:
    """Return whether posts did what is to go on paper: "Costs met by posts ought to be claimed"."""
    match, whom = _BEING.match(cue.rest), who_did(cue.subject.lower().lstrip())
    is_told = match is not None and match["done"] in ENTERED and whom != ""
    return is_told and any(cue.cast.part_of(one) is Part.ASKED for one in (whom, whom.split()[0]))
