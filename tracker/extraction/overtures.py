"""How posts are to take what others bring to them: "Requests of that sort should be met with sympathy and nothing else"."""

import re

from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue

_BROUGHT = frozenset(
    """request requests offer offers question questions inquiry inquiries enquiries query queries rumor rumors rumour rumours plea pleas
    caller callers invitation invitations approach approaches proposal proposals overture overtures complaint complaints protest protests
    appeal appeals suggestion suggestions allegation allegations speculation claim claims demand demands petition petitions volunteers""".split()
)
_TAKEN = re.compile(  # in small letters
    r"(?:not |then |all |also |always |\w+ly )*be (?:\w+ly )?(?:met (?:with|by)|(?:politely |flatly |firmly )?(?:denied|declined|deflected|parried|rebuffed|rejected|refused|ignored|resisted|discouraged|heard|received|welcomed|taken up|turned (?:away|down|aside|back)|put off|referred|passed|told|left unanswered|answered|acknowledged|entertained|accepted|encouraged|brushed aside|fended off))\b"
)
_OWNED = re.compile(
    r"['’]s? |\b(?:his|her|their|its|our)\b|\b(?:of|from|by) the (?:bank|court|ministry|government|minister|party)\b"
)

_BY_RULE = re.compile(
    r"\bunder (?:the|its|local|this|that|host country) (?:\w+ )?(?:laws?|codes?|rules?|statutes?|act|charter|treaty)\b"
)


def is_met(cue: Cue) -> bool:
    """Return whether a duty says how posts take what is brought to them by any: not the plea of a party to a court."""
    if (
        not cue.cast.asks_posts
        or cue.cast.asks_others
        or cue.part not in (Part.MATTER, Part.NOBODY, Part.PERSON)
    ):
        return False
    subject = cue.subject.lower().rpartition(", ")[2].strip()
    head = noun_phrase(WORDS.findall(subject))[-1:]
    is_kind = (
        bool(head)
        and head[0] in _BROUGHT
        and not subject.startswith("the ")
        and _OWNED.search(subject) is None
    )
    is_plain = BY_WHOM.search(cue.rest) is None and not (cue.setting.is_opinion or cue.setting.is_background)
    return is_kind and is_plain and _BY_RULE.search(cue.low) is None and _TAKEN.match(cue.rest) is not None
