"""Who words a wish: whether the words before an asking verb end where the sender speaks, or goes on speaking."""

import re

from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.verdicts import Cue

_ADVERB_END = re.compile(
    r"\w+ly|nonetheless|nevertheless|however|likewise|meanwhile|instead|moreover|furthermore|still|yet|too|also|therefore|again|hereby|further|once|now|thus",
    re.IGNORECASE,
)
_BEING = frozenset("is are was were remains".split())
_AUXILIARY = frozenset("will shall can may might".split())  # what follows is the verb: "THE BUREAU WILL RANK"
_MODAL = frozenset("would do must".split())
_ACTED = re.compile(r"[a-z]{2}(?:ed|ing)\b")  # "ECONOFF DELIVERED REFTEL"
_BARE = frozenset("believe understand assume agree regret concur feel think realize recognize share".split())
_VERBAL = _AUXILIARY | _MODAL | {"has", "have", "had", "no", "not"}
_NO_NAME = (
    _VERBAL | v.PREPOSITIONS | v.LINKS | frozenset("the a an its our your this that any".split())
)  # in capitals they look like one: "DEPARTMENT INTENDS TO"
_OURS = v.POSTS | v.CAPITAL | v.WE
_BODIES = v.POSTS | v.CAPITAL


def speaks(subject: str, cast: Cast) -> bool:
    """Return whether the subject ends where a verb may follow: "Mission Lima", not "in reply to the"."""
    words = [w for w in subject.replace(",", " ").split() if not _ADVERB_END.fullmatch(w)]
    words = words[:-1] if words[-1:] and words[-1].lower() in _MODAL else words  # "we would ask"
    last = words[-1] if words else ""
    if len(words) == 1 and last in v.LETTERS:
        return True
    if cast.sender and " ".join(words).lower() == cast.sender:
        return True
    if last.lower() in _BEING:
        return False  # "THE DEPARTMENT IS GRATEFUL" speaks as "The Department is grateful" does
    if last.lower().strip("()") in _OURS or "/" in last or last in v.BUREAUS:
        return True
    named = [w.lower() for w in words[-4:-1]]
    acted = [*named, last.lower()] if subject.isupper() else named
    is_name = last[:1].isupper() and last.lower() not in _NO_NAME and not _ACTED.search(" ".join(acted))
    return is_name and _VERBAL.isdisjoint(named) and not _BODIES.isdisjoint(named)


def goes_on(cue: Cue) -> bool:
    """Return whether a second verb has the sender for its subject: "The Department must report in May and asks that …"."""
    words = cue.subject.split()
    if (
        words
        and words[0].lower() in _BARE
        and cue.words.startswith("would ")
        and words[-1].lower() in ("and", "but")
    ):
        return True  # telegrams leave the sender out: "BELIEVE IT WISE TO WAIT, AND WOULD APPRECIATE"
    first = next((n for n in range(1, 4) if speaks(" ".join(words[:n]), cue.cast)), 0)
    if cue.words == "ask" and words[-1:] and words[-1].lower() in ("would", "should"):
        return (
            bool(words[1:])
            and words[-2].lower().strip(",") in ("and", "but")
            and bool(first)
            and (cue.cast.part_of(" ".join(words[:first])) is Part.SENDER)
        )  # "We take up the offer, and would ask that"
    is_same = first and cue.cast.part_of(" ".join(words[:first])) is Part.SENDER
    is_verb = cue.words.endswith("s") or cue.words.startswith(("would ", "should"))
    return bool(is_same) and words[-1].lower().strip(",") in ("and", "but") and is_verb
