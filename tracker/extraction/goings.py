"""What people and ships set out to do on a day: who is sent, who plays or speaks, what flies, whose arrival is told."""

import re

from tracker.extraction.releases import WILL

HOLD = re.compile(  # whoever it is, an office or a post too: "will run a three-week regional project"
    rf"\b(?:{WILL} (?:hold|host|run|stage|organize|sponsor|conduct|open|offer)|holds|hosts|runs) (?:an?|the|its|their|our|another|two|three|\d+) (?:[\w'’/&-]+ ){{0,5}}?"
    r"(?:seminars?|workshops?|courses?|conferences?|meetings?|projects?|exhibits?|exhibitions?|receptions?|dinners?|luncheons?|training|symposium|roundtables?|round tables?|talks"
    r"|hearings?|shows?|concerts?|fairs?|lectures?|rounds?|summits?|sessions?|games|championships?|tournaments?|elections?|webinars?|ceremony|competitions?|class|classes|exercises?)\b"
    rf"|\b(?:{WILL} host|hosts) (?-i:[A-Z]{{3,}} [A-Z]{{3,}}(?! [A-Z]{{2,}} [A-Z]{{2,}}))\b",  # "will host SAFE HARBOR 05"
    re.IGNORECASE,
)
SEND = re.compile(  # "will send five officers to the coast from May 8 to May 16"
    rf"\b(?:{WILL} send|sends|is sending|are sending) (?:an?|the|its|their|one|two|three|four|five|six|seven|eight|nine|ten|\d+|another|several) "
    r"(?:[\w'’/&-]+ ){0,4}?(?:team|teams|mission|delegation|officers|officials|examiners|experts|inspectors|engineers|advisers|advisors|trainers"
    r"|specialists|surveyors|auditors|scientists|instructors|physicians|doctors|lecturers|observers|group|party|expert|specialist|adviser|instructor)\b(?:.{0,40} to |(?: of (?:its|their) own)?(?: from| between| on)?$)",
    re.IGNORECASE,
)
SENDING = frozenset("send sends sending".split())
PLAY = re.compile(
    rf"\b(?:{WILL} (?:perform|play|sing|dance|appear)|performs?|plays?|sings?|dances?)\b", re.IGNORECASE
)
PLAYING = frozenset("perform performs play plays sing sings dance dances appear".split())
SPEAK = re.compile(
    rf"\b(?:{WILL} (?:speak at|address|lecture|keynote|attend)|lectures|keynotes|speaks (?:at|to))\b",
    re.IGNORECASE,
)
SPEAKING = frozenset("speak address lecture keynote attend lectures keynotes speaks".split())
FLY = re.compile(
    rf"\b(?:{WILL} (?:overfly|fly)|flies|overflies)\b(?! (?:home|out|from|between)\b)", re.IGNORECASE
)
FLYING = frozenset("fly flies overfly overflies".split())
ARRIVAL = re.compile(  # "Her arrival in Lima is on"
    r"\b(?:his|her|their|[\w.-]+(?:['’]s|s['’])) (?=arrivals? (?:in|at) [\w .'-]{2,40} (?:is|will be)(?: set for| expected| due| planned for)?(?: on| for)?$)",
    re.IGNORECASE,
)
RETURN = re.compile(  # of those who are not here: "before the team's return on"
    r"(?<=\w )(?:team|teams|mission|delegation|commission|inspectors?|auditors?|experts?|engineers?|surveyors?|examiners?|trainers?|observers?|codel|party)(?:['’]s|(?<=s)['’]) return"
    r"(?: (?:to|in) [\w .'-]{2,40}?)?(?: here)?(?: on| from| between)?$",
    re.IGNORECASE,
)
RETURNING = frozenset({"return"})
STAYED = re.compile(  # "the regional auditor, who was here"
    r"\b(?:(?:was|were) (?:here|in (?-i:[A-Z])[\w'’-]+)|visited (?:here|post|(?:the )?(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?))(?: (?:on|from|between|for))?$",
    re.IGNORECASE,
)
STAYED_WORDS = frozenset({"was", "were", "visited"})
SITTING_DOWN = re.compile(rf"\b(?:{WILL} (?:meet|convene)|meets|convenes)\b", re.IGNORECASE)
GATHER = re.compile(  # of people, one another: "The Ministry's lawyers meet on", not "meet the Minister on"
    rf"(?:{WILL} |(?<=s ))(?:meet|convene|assemble)(?: (?:again|next|here|there))?(?: (?:in|at) (?:the )?[\w'-]+)?(?: on| from)?$",
    re.IGNORECASE,
)
OPENED = re.compile(  # a place: bids and accounts are opened too
    rf"\b{WILL} be (?:officially |formally |publicly )?opened (?:at|in|by) (?:the |its |his |her )?[\w]",
    re.IGNORECASE,
)
OPENED_WORDS = frozenset({"opened"})
VISITING = re.compile(  # told beside somebody: "our area officer (visiting May 3-5)"
    r"[,(] ?(?i:(?:now |currently )?(?:visiting|touring)(?: (?:here|us|post))?)(?: [A-Z][\w'-]+){0,2}(?i: from| on| between)?$"
)
VISITING_WORDS = frozenset({"visiting", "touring"})
ONWARD = re.compile(  # the places of a journey, each with its days in brackets
    rf"\b(?i:(?:goes|travels|flies|moves|continues|proceeds|{WILL} (?:go|travel|fly|move|continue|proceed)) (?:on )?(?:then )?to) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?$"
)
STAY = re.compile(  # of whoever it is, the place named: "He plans to visit Stockholm"
    rf"\b(?i:{WILL} (?:visit|tour|travel to|be in)) (?!(?i:touch|force|session|effect|contact|place|office|charge|position|order|attendance|line|need|full|good|time|"
    r"it|them|him|her|us|the|an?|this|that|by|on|from)\b)[A-Z][\w'-]+"
)
YOUR_CALL = re.compile(  # what a visitor is told of his program: "On May 9 you will meet the board of the port"
    rf"(?<=\byou )(?:{WILL} (?:meet(?: with)?|call on|address|open|attend|lunch with|dine with|tour|inspect|see|speak (?:at|to)|receive|have (?:lunch|dinner|breakfast|tea) with))"
    r" (?:the|an?|his|her|its|our|dr|mr|ms|mrs|[a-z][\w.'’-]+)\b(?<!from)",
    re.IGNORECASE,
)
YOUR_CALLS = frozenset("meet call address open attend lunch dine tour inspect see speak receive have".split())
STAYING = frozenset("visit tour travel in".split())
THEY = frozenset("he she they both we you".split())
ARRIVING = frozenset({"arrival", "arrivals"})
_PLAYERS = frozenset(
    """orchestra band choir chorus ballet troupe quartet quintet trio ensemble company philharmonic symphony dancers singers players
    musicians pianist violinist soloist theater theatre team""".split()
)
_CRAFT = frozenset(
    "aircraft airplane plane planes helicopter helicopters balloon jet jets airship glider".split()
)


def is_player(head: str) -> bool:
    """Return whether a noun names those who play before others: an orchestra, a choir, a team."""
    return head in _PLAYERS


def is_craft(head: str) -> bool:
    """Return whether a noun names what flies: an aircraft, a balloon."""
    return head in _CRAFT


def is_you(subject: str) -> bool:
    """Return whether the visitor is spoken to: "you"."""
    return subject.lower() == "you"
