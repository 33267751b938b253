"""Duties whose thing stands behind the verb: "With each name should come the rank", "Enclosed with it must be two photographs"."""

import re

from tracker.extraction import matters
from tracker.extraction import vocabulary as v
from tracker.extraction.asked_things import Around, stem
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_INVERTED = re.compile(
    r"(?:(?:enclosed|attached|added|included|listed|appended|annexed|noted|shown|given|entered) )?"
    r"(?:with|to|behind|beside|under|below|against|opposite|among|in|on|at the (?:head|foot|end) of) (?P<at>[^,;:.]{2,60}?),? "
    r"(?:should|must|shall|ought to|is to|are to|has to|have to) (?:also |then |always )?"
    r"(?P<verb>(?:come|stand|go|appear|follow|be(?: (?:added|given|put|shown|listed|attached|enclosed|noted|set|written|entered|annexed|appended|pinned|stapled))?) )"
    r"(?P<what>(?:the|an?|its|one|two|three|four|five|a full|a short|all|\w+ copies)\b[^;.]{3,})"
)
_OPENS = ("with ", "to ", "behind ", "beside ", "under ", "below ", "against ", "opposite ", "among ", "in ", "on ", "at the ",
          "enclosed ", "attached ", "added ", "included ", "listed ", "appended ", "annexed ", "noted ", "shown ", "given ",
          "entered ")  # fmt: skip
_OFFICER = re.compile(  # none of a ministry, a port or a bank
    r"(?:(?:as|when|once|if|after|where|whenever|before) [^;:]{3,80}?, )?(?:the|each|every|an?) (?!(?:customs|port|police|fire|ministry|bank|health|immigration|prison|tax|border|harbor) )[\w-]+ officer "
    r"(?P<duty>should|must|shall|is to|has to|ought to) [^;]{3,200}?\b(?:tell|inform|advise|notify|cable|telegraph|telephone|e-?mail|report (?:it |this |them |the same )?to) (?:the )?(?P<whom>[\w/]+)"
)
_IT = frozenset("it this that these those them each both".split())
_FIGURED = frozenset(
    "charge charges cost costs price prices rate rates fee fees share shares weight value rank address quantity quantities".split()
)
_OF_ENTRIES = frozenset("name entry figure item case nominee candidate applicant number line page".split())
_PAPERS_OR_GIVEN_OR_FIGURED = matters.PAPERS | v.GIVEN | _FIGURED


def _is_of_paper(what: str) -> bool:
    """Return whether what is to be added stands on paper: "the usual charge per pallet", "the names of wives"."""
    head = noun_phrase(WORDS.findall(what))[-1:]
    return bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_PAPERS_OR_GIVEN_OR_FIGURED)


def _told_back(low: str, cast: Cast) -> Verdict | None:
    """Read a duty of an officer of the post who is to tell us: "The receiving officer should count the boxes and tell the desk"."""
    match = _OFFICER.match(low) if cast.asks_posts and " officer " in low else None
    if match is None or not (match["whom"] == "us" or cast.part_of(match["whom"].upper()) is Part.SENDER):
        return None
    return Verdict(is_ask=True, cue_at=match.start("duty"), order_at=match.end("duty"), form="order")


def inverted(low: str, cast: Cast, around: Around) -> Verdict | None:
    """Read a duty of a paper's part, among asks for that paper, where nobody else is named in it; or of an officer who tells us."""
    if found := _told_back(low, cast):
        return found
    match = _INVERTED.match(low) if cast.asks_posts and low.startswith(_OPENS) else None
    if match is None or cast.part_of(match["what"]) in (Part.THIRD, Part.PERSON):
        return None
    place = noun_phrase(WORDS.findall(match["at"]))[-1:]
    noun = stem(place[0]) if place else ""
    is_of_paper = noun in _OF_ENTRIES or not matters.PAPERS.isdisjoint({noun, f"{noun}s"})
    is_it = match["at"] in _IT and around.is_among_asks and _is_of_paper(match["what"])
    is_ours = is_it or noun in around.things or (around.is_among_asks and (is_of_paper or noun in v.GIVEN))
    if not is_ours or cast.part_of(match["at"]) in (Part.THIRD, Part.PERSON):
        return None
    return Verdict(is_ask=True, cue_at=match.start("verb"), order_at=0, form="matter")
