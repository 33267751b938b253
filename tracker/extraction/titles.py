"""A short title for an ask: verb, object, to whom; at most 80 characters, cut at a word."""

import re

from tracker.cable.hints import small
from tracker.extraction import title_forms
from tracker.extraction import vocabulary as v
from tracker.extraction.proposals import Deadline
from tracker.extraction.verdicts import Verdict

LONGEST = 80
LONGEST_TAIL = 40  # characters
SHORTEST = 30  # a title is not cut at a comma before that
_TAIL = re.compile(  # in small letters
    r"[ ,;:.()\"-]+$|,? (?:and|or|to|of|in|the|a|an|for|with|by|on|at|as|that|from|any|its|their|no later than|not later than)$"
)
_NEITHER = re.compile(r"(?:neither|none)\b", re.IGNORECASE)
_DENIED = re.compile(r"(?:\bnot|\bnever|\brpt not|\brepeat not),? (?:\w+ly )?$")  # in small letters
_AND_TO = re.compile(r"(?P<before> and| or|, and| then) to (?P<verb>[A-Za-z-]+)")
_HOLE = re.compile(  # in small letters: what the words of a deadline leave behind where they belonged to a thing
    r"\b(?:the|an?|its|their|our|your|of|for|with|any) (?:and|or|to|by|in|for)\b|\b(?:the|an?|its|their|our|your|of|with)\W*$|\b(?:and|or|but),"
)
_OF_DAY = re.compile(
    r"(?:,? ?(?:which|at which|beginning|starting)|, (?:when|where|whose))\b[^,]*(?:, \d{4}\b)?",
    re.IGNORECASE,
)
_PRONOUN_ONLY = re.compile(
    r"(?:Provide|Send|Tell us) (?:it|them|this|that|these|those|one|any|some|both)?(?: soonest| promptly| at once)?[ .]*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"be [a-z]+ed\b", re.IGNORECASE)
_DRAWN = ("n't", "n’t")  # of "should", which stands before
_BY_STATEMENT = frozenset({"done", "due", "matter"})


def title_of(text: str, verdict: Verdict, deadline: Deadline | None) -> str:
    """Return the title of an ask: its order in the plain form, without the words of the deadline."""
    made = _made(text, verdict)
    if deadline is not None:
        made = _without(made, deadline.quote)
    made = _AND_TO.sub(_joined, " ".join(made.split()))
    if _PRONOUN_ONLY.match(made) or _PASSIVE.match(made):
        made = " ".join(text.split())  # the words before say of what
    if made.lower().startswith("not "):
        made = f"Do {made[0].lower()}{made[1:]}"
    made = made.upper() if text.isupper() else made
    return _short(made[:1].upper() + made[1:] if made else text) or text.strip()[:LONGEST]


def _made(text: str, verdict: Verdict) -> str:
    """Return the order of an ask, by the way it is asked."""
    words = text[verdict.order_at :].strip(" ,:;-").partition("; ")[0]
    words = f"not{words[3:]}" if words[:3].lower() in _DRAWN else words
    if verdict.form in _BY_STATEMENT:
        lead = len(text) - verdict.order_at - len(text[verdict.order_at :].lstrip(" ,:;-"))
        return title_forms.statement(words, verdict.cue_at - verdict.order_at - lead)
    if verdict.form == "that":
        return title_forms.clause(words)
    if verdict.form == "thing":
        return title_forms.thing(words if verdict.order_at else title_forms.lowered(words))
    made = title_forms.order(words)
    is_denied = _DENIED.search(text[: verdict.order_at].lower()) or _NEITHER.match(
        text[slice(*verdict.subject)].strip()
    )
    return f"not {made}" if is_denied and not made.lower().startswith("not ") else made


def _joined(match: re.Match[str]) -> str:
    """Return "and obtain" for "and to obtain": the orders of a title stand side by side."""
    return f"{match['before']} {match['verb']}" if match["verb"].lower() in v.ORDERS else match.group()


def _without(title: str, quote: str) -> str:
    """Return the title without the words of the deadline and what is said of the day: ", when the week closes"."""
    place = title.lower().find(quote.lower())
    if place <= 0:
        return title
    behind = title[place + len(quote) :]
    behind = behind[1:] if behind.startswith(", ") and title[:place].endswith(", ") else behind
    said = _OF_DAY.match(behind)
    left = title[:place].rstrip(" ,") + (behind[said.end() :] if said else behind)
    return title if _HOLE.search(left.lower()) else left


def _short(title: str) -> str:
    """Return the title cut to its longest: at a comma, else at a word."""
    title = title.rstrip(" .,;:?")
    if len(title) > LONGEST:
        cut = title[: LONGEST + 1]
        comma = max(cut.rfind(", "), cut.rfind("; "), cut.rfind(" ("))
        title = cut[:comma] if comma >= SHORTEST else cut[: cut.rfind(" ") if " " in cut else LONGEST]
    if title.count("(") > title.count(")"):
        title = title[: title.rfind("(")]
    low = small(title)
    while match := _TAIL.search(low, max(0, len(low) - LONGEST_TAIL)):
        low = low[: match.start()]
    title = title[: len(low)]
    return title[:LONGEST]
