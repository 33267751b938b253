"""What came of a task, in the words after DONE; none where they also tell of doubt or of something still to come.

Text in, an outcome out. An outcome counts where its clause ends; a person who is asked once more loses
a minute, a task that is closed too soon loses its reminders.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from tracker.domain.lifecycle import Outcome

LONGEST = 2_000  # characters of what stands beside
SIGNS = " :;,.!\u2013\u2014(-"
ENDS = re.compile(r"\s*(?:[:;,.!\u2013\u2014(-]|$)")
ENDS_SENTENCE = re.compile(r"[.!?](?:\s|$)|;")
OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    (Outcome.AGREED, r"agreed"),
    (Outcome.REFUSED, r"refused"),
    (Outcome.DELIVERED, r"delivered|handed over"),
    (Outcome.REPORTED, r"reported"),
    (Outcome.NO_ANSWER, r"no[ -]answer|no[ -]reply|no[ -]response"),
    (Outcome.OVERTAKEN, r"overtaken(?: by events)?"),
)
OUTCOME = tuple((outcome, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for outcome, words in OUTCOMES)
OTHER = re.compile(r"other\b(?=\s*(?:[:;,.!\u2013\u2014(-]|$))", re.IGNORECASE)
WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day"
# what may stand at once after an outcome, the clause going on: it tells of what was
GOES_ON = {
    Outcome.AGREED: re.compile(
        r"\s+to (?:the|our|your|this|all(?: the)?) (?:request|proposal|visit|text|dates?|terms|points|venue)s?"
        r"(?=\s*(?:[:;,.!\u2013\u2014(-]|$))",
        re.IGNORECASE,
    ),
    Outcome.DELIVERED: re.compile(
        rf"\s+(?:to|on|in|at|by|via|with|today|yesterday|the|a|an|our|this|orally|{WEEKDAY})\b", re.IGNORECASE
    ),
    Outcome.REPORTED: re.compile(
        r"\s+(?:in|by|via|on|today|yesterday|septel|reftel|to (?:the )?(?:department|washington))\b",
        re.IGNORECASE,
    ),
    Outcome.NO_ANSWER: re.compile(
        r"\s+(?:from|to (?:our|the|any|all)|after (?:two|three|several|repeated|\d))\b", re.IGNORECASE
    ),
    Outcome.OVERTAKEN: re.compile(r"\s+by\b", re.IGNORECASE),
}
OF_A_THING = re.compile(r"\s+(?:the|an?|our|this)\b", re.IGNORECASE)
# what a post says of its own reporting, and why somebody refused: neither leaves the work open
BESIDE_THE_WORK = re.compile(
    r"\b(?:(?:we|post|i)(?:['\u2019]ll| will| shall) report(?: (?:fully|septel|in full|by (?:cable|septel)))?"
    r"|(?:(?:full |our )?report(?:ing)?(?: cable)?|readout|septel|memcon)(?: (?:will|to|shall) follow| follows)"
    r"|(?:nothing|no) (?:further|more|other)(?: action| steps?)?(?: is)?(?: needed| required| to do)?"
    r"|(?:they|he|she|we|post|(?:the )?(?:foreign )?(?:ministry|minister|director|mfa))(?:['\u2019]ll| will| shall)"
    r" (?:send|give|hand|write|mail|forward|share)(?: us| you| post| them)?(?: (?:an?|the|their|our))?"
    r"(?: (?:formal|diplomatic|official|short|thank-you))? (?:note(?: verbale)?|cop(?:y|ies)|letter|thanks|photos?|minutes"
    r"|read-?out|memcon|agenda)"
    r"|no (?:comments?|questions?|objections?|problems?|changes?|follow-?up(?: needed)?))(?=\s*(?:[.,;:)!]|$))",
    re.IGNORECASE,
)
WHY_REFUSED = re.compile(
    r"\b(?:(?:will|would|can|could|do|does|did) ?not|cannot|(?:wo|would|ca|could|do|does|did)n['\u2019]t)"
    r" (?:sign|agree|accept|support|join|endorse|approve|consent|co-?operate|participate|attend|co-?sponsor)\b"
    r"|\bno (?:reasons?|grounds|explanation)(?: (?:was |were )?given)?(?=\s*(?:[.,;:)!]|$))",
    re.IGNORECASE,
)
DENIED = (
    r"\b(?:not|never|no|nor|neither|nobody|nothing|none|cannot|without|hardly|less|lacks?|lacking|missing|fail(?:s|ed)?"
    r"|unable|wrong|incomplete|unfinished|unsigned|undecided|unconfirmed|premature)\b|n['\u2019]t\b"
)
DOUBTED = (
    r"\?|\b(?:if|whether|unless|or|maybe|perhaps|probabl[ey]|possibl[ey]|presumably|likely|apparently|reportedly"
    r"|supposed(?:ly)?|seem(?:s|ed|ingly)?|appears?|unclear|unsure|uncertain|doubt\w*|thinks?|believes?|assumes?"
    r"|guess|claims?|claimed|say|says|said|told|rumou?r\w*|hop(?:e|es|ed|ing|efully)|wish(?:es)?|would|should|could"
    r"|can|might|must|ought|almost|nearly|half|halfway|part|parts|partly|partial(?:ly)?|some|most(?:ly)?|initial(?:ly)?"
    r"|preliminar\w*|provisional\w*|tentative\w*|informal\w*|in principle|for now|for the moment|so far|as yet"
    r"|at present|currently|this time|depend\w*|condition\w*|provided|provid(?:ing)? that|subject to"
    r"|as far as|to be|attempt\w*)\b"
    r"|(?<!\d )(?<!in )(?<!of )(?<!early )(?<!late )(?<!mid-)(?<!mid )\bmay\b(?! \d)"
)
TO_COME = (
    r"\b(?:will|shall|going to|(?:is|are|was|were|has|have|had|still|yet|needs?) to|try|tries|tried|trying|again"
    r"|re-?tr(?:y|ies|ying)|await\w*|waits?|waited|waiting|pending|tomorrow|tonight|next|still|yet|soon|shortly"
    r"|remain\w*|outstanding|later|once|when|until|till|upon|to follow|follows?|follow(?:ing)?[ -]up|to come|coming"
    r"|tb[acd]|expect\w*|plan|plans|planned|planning|scheduled?|promis\w*|due|ask|asks|asked|asking|keeps?|keeping"
    r"|continu\w*|chas\w+|calling|checking|seeking|pressing|looking|working on|consider\w*|stud(?:y|ies|ying)"
    r"|reviewing|consult\w*|negotiat\w*|discussing|draft\w*|process\w*|underway|ongoing|confirm|confirms"
    r"|confirming|confirmation|decides?|deciding|decision|signs|signing|answers|replies|responds|returns?|returning"
    r"|resum\w+|need|needs|needed|revert\w*|come back|get back|call(?:s)? back|let you know|back on|in touch"
    r"|(?:we|i) (?:meet|see|call|go|visit|speak|talk|raise|press|send|deliver))\b|['\u2019]ll\b"
)
TURNED = (
    r"\b(?:but|except\w*|however|although|though|despite|yet|only|then|since|afterwards?|meanwhile|instead|otherwise"
    r"|withdr[ae]w\w*|(?:took|taken|takes|take|pulled|went|gone|walked) (?:it |this |that |all )?back|back (?:out|down)"
    r"|backed|re-?vers\w+|re-?consider\w*|re-?think\w*|re-?open\w*|re-?call\w*|changed|cancel\w*|retract\w*|revok\w*"
    r"|rescind\w*|renege\w*|postpon\w*|delay\w*|defer\w*|suspend\w*|on hold|mistake|sorry|in error|correction"
    r"|ignore|disregard|unfortunately|regrettably)\b"
)
REVERSED = (  # what was agreed, refused or handed over and is so no more: asked about wherever it stands in a reply
    r"\b(?:pull(?:s|ed|ing)? (?:out(?! all the stops)|away|the plug)|(?:back|bow|opt|drop|walk|want|stepp)(?:s|ed|ped|ing)?"
    r" (?:out|away|back)|(?:are|is|was|were|want|now|all) (?:out|off)\b(?! of the (?:country|capital|office))"
    r"|call(?:ed|ing)? (?:it |this |that |the \w+ )?off|br(?:o|ea)k(?:e|en|ing)? (?:it |this |the \w+ )?off"
    r"|off the table|f(?:e|a)ll(?:en)? (?:through|apart)|collaps\w+|second thoughts|cold feet|about[- ]face|u-turn"
    r"|change of (?:heart|mind|position)|chang(?:ed|ing) (?:his|her|its|their) minds?|(?:new|different) position"
    r"|turned (?:round|around|against)|(?:went|goes|going|gone) (?:back on|against)|against it|over-?rul\w+|over-?r[io]d\w+"
    r"|veto\w*|block(?:s|ed|ing)?|annul\w*|nullif\w+|void(?:ed)?|undid|undone|quit|halt\w*|stopped(?! short| by| over)"
    r"|scrapp\w+|shelv\w+|abandon\w*|dropped (?:it|this|that|out|the (?:visit|idea|plan|project|matter|proposal))"
    r"|(?:gave|given|hand(?:ed|s)|sent|sending|giving) (?:it |them |this |the \w+ )?back"
    r"|(?:was|were|been) (?:returned|sent back|undone)|(?:came|come) (?:round|around)|after all|no longer|but now)\b"
)
OPEN = re.compile(f"{DENIED}|{DOUBTED}|{TO_COME}|{TURNED}|{REVERSED}", re.IGNORECASE)
IS_REVERSED = re.compile(REVERSED, re.IGNORECASE)
ANSWERED = re.compile(  # after "no answer"
    r"\b(?:answered|replied|responded|(?:an?|the|their) (?:note|reply|answer|response|letter) (?:has |just )?(?:came|come|arrived))\b",
    re.IGNORECASE,
)
DAY_AHEAD = re.compile(  # a weekday with no number beside it; today, of what somebody refused
    rf"\b{WEEKDAY}\b(?!,? (?:the )?\d)|\b(?:today|this (?:morning|week|month|afternoon)|now|busy|away|closed)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(r"\b(?:refus|declin|reject|den(?:y|ie[sd])|turned (?:it |us )?down)\w*", re.IGNORECASE)
ENDED = (Outcome.DELIVERED, Outcome.REPORTED)  # of these a weekday is one that has passed
ANSWERS = (Outcome.AGREED, Outcome.REFUSED, Outcome.NO_ANSWER, Outcome.OVERTAKEN)
UNFINISHED = re.compile(  # in the other lines of a reply
    r"\b(?:not (?:yet|final|finished|complete|done|all)|(?:try|tr(?:ies|ying)|attempt|meet(?:ing)?|ask(?:ing)?|call(?:ing)?)"
    r" (?:them |him |her |us |it )?again|will try|second (?:try|attempt)|withdr[ae]w\w*|(?:took|taken) (?:it |this )?back"
    r"|re-?consider\w*|changed (?:his|her|its|their) minds?|still (?:open|pending|waiting|await\w+|outstanding|to)"
    r"|pending|awaiting|to be confirmed|tb[cd]|in principle|please (?:ignore|disregard)|undecided)\b",
    re.IGNORECASE,
)


PAST = (  # a day that one of these leads to has passed
    r"\b(?:signed|met|saw|came|arrived|attended|spoke|wrote|received|thanked|visited|called|sent|handed over)"
    r"(?! (?:off|back|again|for|to)\b)(?: (?:on|us|them|him|her|it|there|here|late|early|the (?:note|text|paper)))*"
)
PAST_WEEKDAY = re.compile(rf"{PAST} (?:on |last )?{WEEKDAY}(?: and {WEEKDAY})?\b", re.IGNORECASE)
PAST_TODAY = re.compile(rf"{PAST} (?:today|this (?:morning|afternoon|week))\b", re.IGNORECASE)


class Came(NamedTuple):
    """What came of it, and the words that are kept with it."""

    outcome: Outcome
    words: str


class Lack(Enum):
    """What an outcome lacks to be booked."""

    OUTCOME = auto()  # none is plain, or there are several
    END = auto()  # words that leave the work open stand beside it


def came(rest: str, *, is_parted: bool, beside: str = "") -> Came | Lack:
    """Return what the words after DONE say came of it, or what it lacks.

    `is_parted` says that a sign stands before them, `beside` is what else the reply says.
    """
    found = _plain(rest, is_parted=is_parted)
    is_open = is_unfinished(beside) or IS_REVERSED.search(beside[:LONGEST]) is not None
    return Lack.END if isinstance(found, Came) and is_open else found


def is_unfinished(words: str) -> bool:
    """Say whether words tell plainly that something goes on."""
    return UNFINISHED.search(words[:LONGEST]) is not None


def _plain(rest: str, *, is_parted: bool) -> Came | Lack:
    for outcome, pattern in (*OUTCOME, (Outcome.DONE, OTHER)):
        match = pattern.match(rest)
        if match:
            tail = rest[match.end() :]
            words = (
                rest if OF_A_THING.match(tail) else tail.lstrip(SIGNS)
            )  # "delivered the paper" is kept whole
            return Came(outcome, words) if _ends(outcome, tail) else Lack.END
    found = [(outcome, match) for outcome, pattern in OUTCOME if (match := pattern.search(_sentence(rest)))]
    if not is_parted or len(found) != 1:
        return Lack.OUTCOME
    outcome, match = found[0]
    is_sure = not _is_open(outcome, rest[: match.start()]) and _ends(outcome, rest[match.end() :])
    return Came(outcome, rest) if is_sure else Lack.END


def _ends(outcome: Outcome, tail: str) -> bool:
    """Say whether the clause ends with the outcome, or tells only of what was, and nothing later opens it."""
    goes_on = GOES_ON.get(outcome)
    others = (pattern for one, pattern in OUTCOME if one in ANSWERS and one is not outcome)
    return (
        bool(ENDS.match(tail) or (goes_on and goes_on.match(tail)))
        and not any(pattern.search(tail) for pattern in others)
        and not _is_open(outcome, tail)
    )


def _is_open(outcome: Outcome, words: str) -> bool:
    plain = PAST_WEEKDAY.sub(" ", BESIDE_THE_WORK.sub(" ", words))
    if outcome is Outcome.AGREED:
        plain = PAST_TODAY.sub(" ", plain)
    if outcome is Outcome.REFUSED:
        plain = WHY_REFUSED.sub(" ", plain)
    return bool(
        OPEN.search(plain)
        or (outcome not in ENDED and DAY_AHEAD.search(plain))
        or (outcome is Outcome.NO_ANSWER and ANSWERED.search(plain))
        or (outcome is not Outcome.REFUSED and AGAINST.search(plain))
    )


def _sentence(words: str) -> str:
    match = ENDS_SENTENCE.search(words)
    return words[: match.end()] if match else words
