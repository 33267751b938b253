"""What is asked for without its name: "Lima's is wanted", "The rest should come by cable", "Comments on it", "From Lima the team needs"."""

import re

from tracker.extraction import refusals
from tracker.extraction.cast import Cast, Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.verdicts import Cue, Verdict, refused

_ON_IT = re.compile(  # what "it" is stands in another sentence
    r"(?<=\w)(?<!each)(?<!all)(?<!both)(?<!one)(?<!any)(?<!either)(?<!neither)(?<!some)(?<!most)(?<!many)(?<!few)(?<!half)(?<!rest)(?<!two)(?<!three) (?:on|about|of|to|for|upon) (?:it|them|this|these|that|both|either)(?= (?:will|would|is|are|should|must|may|can|shall|now|also)\b| ?$)",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"(?<=\w) (?:itself|themselves) $", re.IGNORECASE)  # "the tallies themselves"
_REST = re.compile(  # in small letters
    r"(?:and |but )?(?:(?:all )?the (?:rest|remainder|balance|others|other (?:half|two|three|four|one)|remaining (?:\w+ )?(?:\w+s|half)|(?:second|first|third|last|next)(?: (?:half|part|batch|lot|instal?lment|set|one|two|three))?|latter|former)"
    r"|all (?:of )?the (?:rest|others))(?: of (?:it|them|these))?"
)
_SENT = re.compile(  # in small letters, how or by when it reaches us
    r"(?:then |also |all |still |\w+ly )*(?:come|follow|go|get (?:here|to us)|reach (?:us|the department|washington|the desk)|arrive here|be (?:with us|here|in our hands|(?:sent|cabled|telephoned|phoned|faxed|e-?mailed|pouched|mailed|reported|forwarded|telegraphed|told|given|transmitted|submitted|supplied|delivered)))\b"
    r"(?: (?:in|here|on|along|forward|to (?:us|the (?:desk|department|bureau|undersigned)|washington|[a-z]{1,5}/[a-z/]+)|separately|together|later))*,? "
    r"(?:(?:by|in|via|under|through) (?:the |a |an |one |next |separate |return |open |classified |single )*(?:cable|telegram|pouch|bag|fax|e-?mail|telephone|phone|letter|mail|cover|septels?|courier|message)|(?:by|before|no later|not later|nlt|within|on or before|as soon as|at once|soonest|when|once)\b)"
)
_FRONT = re.compile(  # in small letters: "from lima the team"
    r"(?:and |but )?from (?P<whom>[\w' -]{2,40}?),? (?P<who>(?:the |our )?(?:[\w/-]+ )?(?:team|teams|auditors|inspectors|trainers|delegation|mission|party|group|panel|bureau|office|desk|task force|planners|surveyors|examiners|drafters|editors|committee|secretariat|commission))(?: also| now| still| will| then| further)?"
)
_OTHERS = (
    "committee",
    "secretariat",
    "commission",
    "group",
    "panel",
)  # of an organization, where no post is named

_MEANS = re.compile(  # in small letters: "For Lima, that means getting the form by May 3"
    r"(?:and |but )?(?:for |with |at |in )(?:the case of )?(?P<whom>[\w' -]{2,40}?),? (?:this|that|it|which|the (?:new )?(?:rule|date|change|plan|schedule)) (?:now |then |also |therefore )?means (?!that\b|having been\b|being\b|nothing\b)(?P<act>[a-z]{3,}ing) "
)


def without_it(subject: str) -> str:
    """Return a subject without "on it", "of them", "themselves" behind its noun: "Comments on it" are comments."""
    if subject.lower().endswith(("self ", "selves ")):
        subject = _ITSELF.sub(" ", subject)
    return subject if ", " in subject else _ON_IT.sub("", subject)


def is_rest(cue: Cue) -> bool:
    """Return whether what remains of things asked for is to be sent: "The rest should come by cable no later than May 3"."""
    is_open = cue.cast.asks_posts and not cue.setting.is_background and BY_WHOM.search(cue.rest) is None
    return (
        is_open
        and _SENT.match(cue.rest) is not None
        and _REST.fullmatch(cue.subject.lower().strip()) is not None
    )


def fronted(cue: Cue) -> Verdict | None:
    """Said in front whose it is: "from" asked, visitors of ours ("need" | "require") thing; what others need of others is theirs."""
    match = (
        _FRONT.fullmatch(cue.subject.lower().strip())
        if cue.subject[:5].lower().startswith(("from ", "and f", "but f"))
        else None
    )
    if match is None or cue.rest.startswith(("to ", "that ")):
        return None
    if cue.cast.part_of(match["whom"]) is Part.ASKED:
        return cue.ask("thing")
    return refused(refusals.THIRD) if match["who"].endswith(_OTHERS) else None


def meant_for(low: str, cast: Cast) -> Verdict | None:
    """Said what a thing comes to for those asked: "for" asked, "that means" doing; "For Georgetown, that means getting the list by"."""
    match = _MEANS.match(low) if " means " in low else None
    if match is None or cast.part_of(match["whom"].upper()) is not Part.ASKED:
        return None
    return Verdict(
        is_ask=True,
        cue_at=match.start("act"),
        order_at=match.start("act"),
        form="order",
        subject=match.span("whom"),
    )
