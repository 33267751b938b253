"""What an event is called where it is shown: the words of its sentence as a person would name it, not the clause that told of it."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import event_words
from tracker.extraction import happening_actors as actors

_LEADS_TO_DAY = re.compile(
    r"(?:,? (?:on|in|at|from|for|to|of|by|until|through|between|and|beginning|starting|opening))+$",
    re.IGNORECASE,
)
_IS_SET = re.compile(  # behind its noun, at the end of the words
    r" (?:(?:is|are|was|were) (?:now |also )?(?:to (?:take place|be held)|set|planned|scheduled|due|slated|fixed|held)"
    r"|takes? place|took place|will (?:take place|be held|open|run|begin)|resumes|falls|opens|begins|starts)$",
    re.IGNORECASE,
)
_SET = re.compile(
    r"(?<! now),? (?:set|held|scheduled|planned|slated|called|announced|fixed|due)$", re.IGNORECASE
)
_BESIDE = re.compile(  # said of a guest: "our surgeon, in town"
    r",? (?:(?:now |next )?(?:here|in town)|(?:due|expected) (?:through|in town|here|to (?:pass|come)(?: through)?))$",
    re.IGNORECASE,
)
_TO_DAY = "on in at from for to of by until through between and beginning starting opening"
_ENDINGS = tuple(  # what is taken off the end of a name, in this order, and how it may end
    (rule, tuple(words.split()))
    for rule, words in (
        (_LEADS_TO_DAY, _TO_DAY),
        (
            _IS_SET,
            "place held set planned scheduled due slated fixed open run begin resumes falls opens begins starts",
        ),
        (_SET, "set held scheduled planned slated called announced fixed due"),
        (_LEADS_TO_DAY, _TO_DAY),
        (_BESIDE, "here town through pass come"),
    )
)
_LAST_THE = re.compile(r"\b(?:the|an?|its|their|our|his|her) (?P<what>(?:[\w'’-]+ ?){1,6})$", re.IGNORECASE)
_IN_FRONT = re.compile(r"^(?:the|an?|and|for|this|that|its|our|their|or|but) (?=\w)", re.IGNORECASE)
_DOES = re.compile(  # the first verb of a clause that tells of a thing that takes place
    r",? (?:will|is|are|was|were|has|have|had|opens?|begins?|starts?|runs?|takes? place|took place|returns|comes|falls|kicks|gets|goes|hangs|shows|resumes|lasts|convenes?|meets?|reopens|which|that|who|whose|at which|of which|for which)\b",
    re.IGNORECASE,
)
_IS_HELD = re.compile(  # what is said so takes place, whatever its noun
    r" (?:(?:will|is to|are to) (?:now )?(?:be (?:held|released|published|out|kept|celebrated)|take place)|is (?:now )?(?:held|released|published)|was (?:held|kept)|took place|takes place)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(  # who holds what: "USIS will hold a seminar on rice", "funds are available for a two-week project on"
    r"\b(?:will|to|plans to|intends to|expects to) (?:also |jointly |next )?(?:hold|host|run|stage|organize|sponsor|conduct|give|open) (?:an?|the|its|their|another|our) (?P<what>[^.;,]{3,80})$"
    r"|\b(?:holds|hosts|runs|stages|sponsors|gives) (?:an?|the|its|their|another) (?P<held>[^.;,]{3,80})$"
    r"|\b(?:available|found|set aside|asked|planned|offered) for (?:an?|the|its|another) (?P<paid>[^.;,]{3,80})$",
    re.IGNORECASE,
)
_PLACE_BEHIND = re.compile(
    r",? (?:in|at|near|off|IN|AT|NEAR|OFF) (?:the |THE )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}$"
)
_COMMA_QUOTE = re.compile(r",([\"”])$")
_LEFT = re.compile(r"(?P<words>(?:[\w'’/-]+ ){1,6})$")
_ARTICLES = frozenset("the a an its his her their our this that each every another next".split())
_NO_PART = frozenset(  # words that never stand between an article and the noun they describe
    """of on in at to for from by with and or but as that which who when where before after during until between under over about
    is are was were be been will would can could may might should must has have had said told do does did not""".split()
)
_NUMBER = re.compile(r"\d+(?!\d*(?:st|nd|rd|th)\b)")
_OF_SESSION = re.compile(
    r"\b(?P<session>(?:[\w-]+ )?(?:session|meeting|round|conference|plenary|assembly|review) of the )$",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?P<nth>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) $",
    re.IGNORECASE,
)
_TOPIC = re.compile(  # right behind a plain noun: what it is about or with whom
    r"^ (?:on|of|for|with|about|OF|ON|FOR|WITH) (?!(?:the )?\d|[A-Z][a-z]+day\b|(?i:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))(?:[\w'’-]+ ?){1,8}"
)
_ENDS_TOPIC = re.compile(
    r" (?:in|at|on|from|by|is|are|was|were|will|has|have|had|to|which|that|who|and|or|but|set|held|planned|scheduled|before|after|during|between|beginning|until|through|went|this|next|last|as)\b",
    re.IGNORECASE,
)
_SMALL_LAST = re.compile(r"(?: (?:the|an?|its|his|her|their|our|of|on|for|with|about))+$", re.IGNORECASE)
MOST_DESCRIBING = 4  # words between an article and its noun


def title_of(name: str, quote: str, place: str | None = None) -> str:
    """Return the name of an event as it is shown, from the words read and the sentence they stand in."""
    plain = _without_place(_plain(name), place)
    told = _thing_set(name, plain) or _thing_told(plain)
    if told != plain:
        return _plain(told) or plain
    if _is_bare(plain):
        return _described(plain, quote)
    return _of_session(plain, quote)


def _plain(name: str) -> str:
    """Return words without what only led to a day, an article in front and a bracket left open."""
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")].strip() or name
    noun = name
    for ending, words in _ENDINGS:
        noun = ending.sub("", noun) if noun.lower().endswith(words) else noun
    return _COMMA_QUOTE.sub(r"\1", _IN_FRONT.sub("", noun).strip(" ,")) or name


def _without_place(name: str, place: str | None) -> str:
    """Return a name without the place at its end, which is told beside it: "seminar in Quito"."""
    if place is None:
        return name
    for where in (" in ", " at ", " IN ", " AT "):
        name = name.removesuffix(f"{where}{place}")
    return name


def _thing_set(name: str, plain: str) -> str:
    """Return the thing that was set for its day at the end of a clause: "editors wrote of the march planned for"."""
    last = _LAST_THE.search(plain) if _SET.search(_LEADS_TO_DAY.sub("", name)) else None
    return last["what"] if last and actors.is_held(last["what"]) else ""


def _thing_told(clause: str) -> str:
    """Return the thing that takes place of which a clause tells, the clause itself where somebody does something."""
    verb = _DOES.search(clause)
    if verb is not None and verb.start() > 0:
        thing = clause[: verb.start()]
        what = thing.split(', "', 1)[0]
        if actors.is_held(what) or actors.is_happening(what) or _IS_HELD.match(clause, len(thing)):
            return thing
    holds = _HOLDS.search(clause)
    if holds is None:
        return clause
    what = _PLACE_BEHIND.sub("", holds["what"] or holds["held"] or holds["paid"])
    return what if actors.is_happening(what) else clause


def _is_bare(name: str) -> bool:
    """Return whether a name is a plain noun, or one with what it is of behind it: "meeting", "session of the Body"."""
    first = name.split(" ", 1)[0]
    return first.lower().strip("'’") in event_words.EVENT_WORDS and (first.islower() or name.isupper())


def _described(name: str, quote: str) -> str:
    """Return a plain noun with the words that describe it in its sentence: "second planning meeting of the board"."""
    at = quote.find(name)
    if at < 0:
        return name
    left = _LEFT.search(quote, max(0, at - 80), at)
    words = _describing(left["words"].split()) if left else []
    behind = quote[at + len(name) :]
    topic = _TOPIC.match(behind) if " " not in name else None
    about = _topic(topic.group()) if topic else ""
    return " ".join((*words, name)) + about


def _topic(told: str) -> str:
    """Return what a plain noun is about, as far as the next verb or place: " on the proposed rule"."""
    end = _ENDS_TOPIC.search(told, len(" of "))
    return _SMALL_LAST.sub("", (told[: end.start()] if end else told).rstrip())


def _describing(words: list[str]) -> list[str]:
    """Return the words between the last article and the noun behind them, none where they are no description."""
    for n in range(len(words) - 1, -1, -1):
        low = words[n].lower()
        if low in _ARTICLES:
            return words[n + 1 :] if len(words) - n - 1 <= MOST_DESCRIBING else []
        if low in _NO_PART or _NUMBER.fullmatch(low):
            return []
    return []


def _of_session(name: str, quote: str) -> str:
    """Return the name of a body with the session of it that is meant: "78th session of the Labor Conference"."""
    at = quote.find(name)
    before = _OF_SESSION.search(quote, max(0, at - 60), at) if at > 0 else None
    nth = _NTH.search(quote, max(0, at - 20), at) if at > 0 else None
    if nth is not None:
        return f"{nth['nth']} {name}"
    if before is None or not words_in(name.lower()) - {"the"}:
        return name
    return f"{before['session']}{name}".removeprefix("the ").removeprefix("The ")
