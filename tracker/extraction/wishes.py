"""How a sender words a wish: "requests that post", "would appreciate", "it is essential that"; each docstring is its rule."""

import re
from collections.abc import Callable

from tracker.extraction import asked_clauses, matters, needs, refusals, speakers
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Part
from tracker.extraction.labels import ENTRY
from tracker.extraction.noun_phrases import FOREIGN, WORDS, noun_phrase
from tracker.extraction.orders import NOUN_OF
from tracker.extraction.verdicts import Cue, Verdict, refused

_VERY = re.compile(r"\b(?:most|very|more than|much|\w+ly) ")
_TOO = re.compile(r"\b(?:most|very|more than|much|also|still|again|now|further|therefore|\w+ly) ")
_FURTHER = re.compile(r"^(?:also|further|furthermore|additionally|likewise|again),? ")
_HAVING_DONE = re.compile(
    r"(?:your|[\w/]+['’]s?) (?:having|handling|keeping|efforts?|hard)\b"
)  # thanks for what was done
_EFFORTS_TO = re.compile(
    r" (?:your|post['’]?s?['’]?|(?:the )?(?:embassy|mission|consulate|department|bureau)['’]s) (?:\w+ ){0,2}?(?:efforts?|help|assistance) to (?=\w+ (?!be\b))(?!date\b)"
)
_WANTED_THING = re.compile(
    r"^(?:it |if |your |you |being |[\w/]+['’]s? (?:finding|looking|obtaining|getting|ascertaining|seeking|asking|sending|checking|letting|confirming|telling|advising|providing|furnishing|approaching|raising|pressing|urging|taking up)\b)|\b(?:views?|assessment|comments?|advice|repl(?:y|ies)|responses?|answers?|information|reports?|"
    r"guidance|estimates?|confirmation|input|soonest|asap|by|no later|details|names?|figures|data|recommendations?|suggestions?|clearance)\b"
)
_OPENING = re.compile(
    r"(?:unless|if|when|once|after|before|should|in case|provided|subject to|where) ", re.IGNORECASE
)
AIM = re.compile(  # what follows belongs to it: "The idea is to praise the cut, ask for savings, and"
    r"\b(?:idea|aim|plan|intention|purpose|goal|hope|proposal|intent|object|objective|strategy|approach|policy|tactic) (?:is|was|remains) (?:still |then |only |not )?to \w+"
)
_IN_PASSING = re.compile(r"\b(?:which|as|whom) (?:the )?[\w/]+ $", re.IGNORECASE)
_TO_DO = re.compile(r"\b(?:to|that)\b")
_TO_BE_HELD = re.compile(r",? to be \w{2,}(?:ed|en|ld|ght)\b")  # of a course, not of what posts do
_THIS_CABLE = re.compile(
    r"\bthis (?:\w+ )?(?:cable|message|telegram) $", re.IGNORECASE
)  # it announces what its paragraphs ask
DATED = re.compile(r"\b(?:by|before|no later than|not later than|nlt|within|cob)\b")
BY_DAY = re.compile(  # "by May 3", "on June 30", "June 30"
    rf"(?:(?:back |here |in (?:the )?(?:department|washington|[a-z]{{1,5}}/[a-z/]{{1,12}}|the bureau)) )?(?:by|before|on|in|within|no later than|not later than|nlt|on or before)?,? ?(?:cob |oob |noon |close of business |opening of business |on |the |two |three |ten |\w+day,? )*(?:{needs.MONTHS_AND_DAYS}|(?:[\w-]+ )?(?:business |working |calendar )?(?:days|weeks|hours)\b)"
)
_THAT_BE = re.compile(
    r"(?:also |further |therefore )?that (?!(?:the |all |both )?(?:parties|governments?|ministr))"
)
_TRAVEL_OF = re.compile(  # of whom others send: "authorizes and endorses travel of CODEL Fairweather"
    r"(?:and \w+ )?(?:the )?(?:official |onward |foreign )?(?:travel|trip|visit|journey)s? (?:of|for|by) (?:the |its |a |this )?(?:\w+ ){0,2}?(?:codel|staffdel|nodel|delegation|members?|party|team|group|senators?|congressm[ae]n|congresswom[ae]n|representatives?)\b"
)
_ADVISED_AND = re.compile(  # behind its advice the sender asks: "We recommend that the Department agree, and"
    r"(?:we|post|(?:the )?(?:embassy|mission|consulate|department|bureau)) (?:also |therefore |strongly )?(?:recommends?|suggests?|proposes?) [^;:]{8,200}, and (?:therefore |accordingly |also )?",
    re.IGNORECASE,
)
_FOR_WORD = re.compile(
    r"(?:for )?(?:an? |early |any |the |its |their |your )*(?:word|answer|reply|decision|response|instructions|guidance|concurrence|approval|authority|clearance)\b"
)
_COULD = re.compile(
    r"(?:whether|if) (?P<whom>(?:the |your )?[\w/]+(?: [\w/]+)?) (?:could|would|can|might|will)\b"
)
_OF_THEM = re.compile(
    r"(?:it|this|that|these|so much|as much|nothing|little|much) (?:of|from) (?:them|him|her|it|us|all|every)\b"
)
_HAD = re.compile(r"have (?!(?:been|had|written|sent|told|asked|\w+ed)\b)")  # "GRATEFUL HAVE NAMES SOONEST"
_FROM = re.compile(  # "From Labor we seek, by June 11, figures"
    r"(?:from|of) (?P<whom>[^,;:]{2,40}?),? (?:we|i|(?:the )?(?:department|washington)|post|embassy|mission)(?: \w+ly| also| now| still| shall| will| would| should)?$"
)
_NOTHING = re.compile(
    r"(?:nothing\b(?! (?:but|more than|beyond|except|other than))|no (?!(?:more|fewer|less) than\b))"
)
_WANTING = frozenset("seek seeks ask asks request requests want wants require requires".split())
_IS_BAN = re.compile(r"^(?:for )?no\b[^.;]{1,80}\b(?:be|to be) \w")  # "requests no copy be made"
_NO_REQUEST = re.compile(
    r"(?:forms?|letters?|slips?) (?:is|are|was|were|has|have|had|will)\b|after (?:another )?request\b"
)
_DENIED = re.compile(r"\w{3,}ed\b(?: (?:by|on|in|until|for|because|as)\b|[ .]*$)")
_NO_BODY = (
    v.LINKS
    | v.WE
    | frozenset(
        "may might can could would should must do does did to he she they it who which that if as when and not no there this these those have had".split()
    )
)
_BODIES = frozenset("group committee panel board".split())
MOST_OF_BODY = 4  # words: "The Committee on Exports would welcome"
_FOR_EACH = re.compile(  # in small letters: "for each nominee ", "as to the second shipment ", "in all cases "
    r"(?:and |also )?(?:by return (?:cable|telegram|mail|pouch)|in (?:reply|addition)|(?:for|in|on|with|of|as to|with respect to|regarding|concerning) (?:(?:each|every|any|the|this) (?:(?:first|second|third|last|said|such|new) )?(?:[\w'’-]+ )??[\w-]+(?:(?<!s)|(?<=ss))|(?:first|second|third|last|other) [\w-]+|(?:all|both|these|those|any) [\w-]+s|delivery|arrival|departure|receipt)),? ?(?:also |please )?"
)
_WANT_TOLD = re.compile(
    r"[^,;:]{0,60} (?:is|are|was|were|has|have|had|will|must|should) "
)  # "request forms were filed"
_OF_IT = re.compile(r", | (?:of|and|for|with|on|at|to|from|in|or|by) ")
_TOLD_OF_EACH = (
    v.GIVEN
    | matters.PAPERS
    | frozenset(
        """number numbers date dates place rank ranks title titles weight weights cube size sizes tonnage flag owner owners amount amounts
    capacity output age ages sex citizenship address addresses value values cost costs price prices purpose time times flight
    flights port ports destination destinations grade grades salary salaries advice area areas markings start receipt receipts quantity quantities position positions""".split()
    )
) - {"it", "this", "they", "these", "those"}
_ANY_POSTS = re.compile(r"(?:its |our |all )?(?:posts|embassies|missions|consulates) for ")
_RELYING = ("relies", "rely", "depends", "depend")
_HAVING = ("having ", "getting ", "receiving ", "hearing ")  # what the sender counts on
_TERSE_VERBS = frozenset(  # they need no sender before them
    (
        "request",
        "appreciate",
        "grateful",
        "would appreciate",
        "would be grateful",
        "would welcome",
        "would value",
        "ask",
        "desire",
        "urge",
        "suggest",
    )
)
_WRITERS = frozenset(
    "post embassy mission".split()
)  # where a post writes to posts and names one: "For Lima: Post asks"
_WE_AND = re.compile(
    r"we (?:(?!to\b)[\w'’-]+,? ){1,12}and(?: also| therefore| again)?"
)  # "We agree, and ask that you"
_LINK = re.compile(r"(?:is|are|was|were|has|have|had|should|will|may|must|from|by)\b")


_TELL_US = re.compile(
    r"that [^;:.]{4,120}? (?:tell|send|give|inform|advise|show|let|alert|furnish|join|help|allow|lend) us\b"
)


_LED_TO = re.compile(  # in small letters: "a bill stamped at Augusta, which leads post to"
    r"\b(?:which|this|that|these|(?:all|none|both) of (?:which|this|it)) (?:therefore |now |in turn )?(?:leads?|moves?|brings?|prompts?|impels?|obliges?|compels?|causes?|inclines?|emboldens?|forces?) (?P<whom>[\w/ ]{2,40}) to $"
)


def led_to(cue: Cue) -> Verdict | None:
    """What is told moves the sender to ask: "which leads" sender "to ask" asked; what others are led to ask is theirs."""
    match = _LED_TO.search(cue.subject.lower()) if cue.words in ("ask", "request", "beg", "seek") else None
    if match is None:
        return None
    is_ours = cue.cast.part_of(match["whom"]) is Part.SENDER or match["whom"] in ("us", "me")
    part = asked_clauses.object_part(cue, cue.match.end())
    return cue.ask("that", order_at=cue.match.end() + 1) if is_ours and part is Part.ASKED else None


def agreed(cue: Cue) -> Verdict | None:
    """The sender goes on to ask: "we" verb "and ask that" asked verb; "We agree, and ask that you do so"."""
    if not (cue.rest.startswith("that ") and _WE_AND.fullmatch(cue.subject.lower().strip())):
        return None
    place = cue.match.end() + len(" that ")
    return cue.ask("that", order_at=place) if asked_clauses.object_part(cue, place) is Part.ASKED else None


def advised(cue: Cue) -> Verdict | None:
    """The sender advises and asks: "We recommend that the Department agree, and" "would be grateful for" what they owe."""
    is_that = cue.words in ("ask", "asks", "request", "requests") and cue.rest.startswith("that ")
    is_asking = cue.words.startswith(("would ", "request", "ask", "seek"))
    if not is_asking or not _ADVISED_AND.fullmatch(cue.subject):
        return None
    if is_that:
        is_post = cue.cast.asks_capital and not cue.cast.asks_posts and not cue.setting.is_opinion
        return cue.ask("that", order_at=cue.low.find("that ", cue.match.end()) + 5) if is_post else None
    is_word = _FOR_WORD.match(cue.rest) is not None or asked_clauses.owned(
        cue.rest.removeprefix("for "), cue.cast
    )
    return cue.ask("thing") if is_word and DATED.search(cue.rest) else None


def wish(cue: Cue) -> Verdict | None:
    """sender ("requests" | "would appreciate") (clause | thing); "Request posts advise" without a sender."""
    entry = ENTRY.match(cue.subject)
    said = _FURTHER.sub("", cue.subject[entry.end() if entry else 0 :].lower())
    said = said.removeprefix("would ") if cue.words == "ask" else said
    is_terse = not _VERY.sub("", said).strip(' "-().1234567890') or cue.subject.strip().endswith((",", ":"))
    is_aside = is_terse and _OPENING.match(cue.subject.lstrip()) is not None
    is_writer = cue.cast.asks_others and cue.subject.strip().lower() in _WRITERS
    if (cue.part is Part.ASKED and not (is_aside or is_writer)) or (cue.part is Part.THIRD and not is_terse):
        return _third_wish(cue)
    is_for_us = _is_it_to_tell_us(cue) or (cue.part is Part.NOBODY and _is_relayed(cue))
    if is_for_us and not is_terse:
        return _wished(cue)
    if cue.part is not Part.SENDER and not (is_terse or is_writer):
        return None
    if (front := fronted(cue)) is not None:
        return front
    if is_terse and _TOO.sub("", cue.words) not in _TERSE_VERBS:
        return needs.terse(cue)
    is_noun = (
        is_terse
        and cue.words in ("request", "desire")
        and (NOUN_OF.match(cue.rest) or _DENIED.match(cue.rest) or _NO_REQUEST.match(cue.rest))
    )
    is_had = cue.words == "grateful" and _HAD.match(cue.rest) is not None
    is_link = _LINK.match(cue.rest) and not cue.words.startswith("need") and not is_had
    is_last = not cue.rest.strip(" .")  # "we have told them to cable you direct"
    if _IN_PASSING.search(cue.subject) or is_link or is_noun or is_last:
        return None
    if not is_terse and not (speakers.speaks(cue.subject, cue.cast) or speakers.goes_on(cue)):
        return None
    found = _tried(cue) or _wished(cue)
    is_summed_up = found is not None and _THIS_CABLE.search(cue.subject)
    is_to_do = _TO_DO.search(_TO_BE_HELD.sub("", cue.rest)) is not None
    return (
        refused(refusals.POINTER) if is_summed_up and not is_to_do and not DATED.search(cue.rest) else found
    )


def for_each(cue: Cue) -> Verdict | None:
    """Of what it is told stands before "request" thing: "FOR EACH NOMINEE REQUEST FULL NAME, RANK AND UNIT"."""
    if cue.words != "request" or not _FOR_EACH.fullmatch(cue.subject.lower()) or _WANT_TOLD.match(cue.tail):
        return None
    things = [noun_phrase(WORDS.findall(one))[-1:] for one in _OF_IT.split(cue.tail[:160].rstrip(" ."))]
    is_told = any(one and not {one[0], f"{one[0]}s"}.isdisjoint(_TOLD_OF_EACH) for one in things)
    return cue.ask("thing") if is_told and (cue.cast.asks_posts or cue.cast.asks_capital) else None


def _is_it_to_tell_us(cue: Cue) -> bool:
    """Return whether "it" is the sender named before: "It does ask that posts tell us"; what others ask is not told to us."""
    is_it = cue.subject.strip().lower() == "it" and cue.words in ("ask", "asks", "request", "requests")
    is_of_asked = is_it and asked_clauses.object_part(cue, cue.match.end() + len(" that ")) is Part.ASKED
    return is_of_asked and _TELL_US.match(cue.rest) is not None


def _is_relayed(cue: Cue) -> bool:
    """Return whether Washington passes on the wish of a body for what is theirs who are asked: "WCAG would appreciate Mission's view"."""
    words = cue.subject.lower().split()
    is_body = 0 < len(words) <= MOST_OF_BODY and not any(
        (nouns.is_third(w) and w not in _BODIES) or FOREIGN.match(w) or w in _NO_BODY for w in words
    )
    is_verb = cue.words.startswith("would ") or cue.words.endswith("s")  # "The wish that posts would" is none
    if not (is_body and is_verb and cue.cast.asks_posts and not cue.cast.asks_others):
        return False
    rest = cue.rest.removeprefix("that ").removeprefix("it if ")
    is_that = (rest != cue.rest or cue.words.startswith("ask")) and not _OF_THEM.match(rest)
    if cue.words.startswith("would ") and asked_clauses.is_paper_from_asked(rest, cue.cast):
        return True
    return asked_clauses.is_of_asked(rest, cue.cast) or (
        is_that and asked_clauses.object_part(cue, cue.low.find(rest[:20], cue.match.end())) is Part.ASKED
    )


def fronted(cue: Cue) -> Verdict | None:
    """Said in front whose it is: "from" asked, sender ("seeks" | "need only") thing; from another it is none of theirs."""
    match = _FROM.fullmatch(cue.subject.lower().strip())
    if match is None:
        return None
    if _NOTHING.match(cue.tail):
        return refused(refusals.NOTHING_OWED)
    return cue.ask("thing") if cue.cast.part_of(match["whom"]) is Part.ASKED else refused(refusals.PERSONS)


def _tried(cue: Cue) -> Verdict | None:
    """sender "would appreciate" the efforts of those asked "to" verb; without "would" it is thanks."""
    match = _EFFORTS_TO.match(cue.low, cue.match.end()) if cue.words == "would appreciate" else None
    return cue.ask("order", order_at=match.end()) if match else None


def _wished(cue: Cue) -> Verdict | None:
    """Return what a wish of the sender asks for, by its verb."""
    verb = cue.words.split()[-1]
    if verb in _WANTING and _NOTHING.match(cue.rest.removeprefix("for ")) and not _IS_BAN.search(cue.rest):
        return refused(refusals.NOTHING_OWED)  # "seeks no instructions"
    if verb.startswith("suggest") and asked_clauses.object_part(cue, cue.match.end() + 1) is not Part.ASKED:
        return cue.ask("that") if matters.is_mended(cue.rest) and not cue.setting.is_opinion else None
    if verb in _BY_VERB:
        return _BY_VERB[verb](cue)
    if cue.words.startswith("would find"):
        return cue.ask("thing")
    if cue.words.startswith(("wish", "desire")):
        return _wanted_of(cue)
    if verb.startswith("authorize") and _TRAVEL_OF.match(cue.rest):
        return refused(refusals.KNOWING)
    is_thanks = cue.words == "appreciate" and (
        _HAVING_DONE.match(cue.rest) or not _WANTED_THING.search(cue.rest)
    )
    if verb == "appreciates" or is_thanks:
        return refused(refusals.COURTESY)
    return asked_clauses.clause(cue, cue.match.end(), is_optional=verb.startswith(("encourage", "authorize")))


def _wanted_of(cue: Cue) -> Verdict | None:
    """sender ("wishes" | "desires") someone asked to do it, or "wishes to have" what they owe, "desires" what only they give."""
    if asked_clauses.object_part(cue, cue.match.end() + 1) is Part.ASKED:
        return cue.ask("that", order_at=cue.match.end() + 1)
    if cue.words == "desire" and cue.part is not Part.SENDER:
        return asked_clauses.clause(cue, cue.match.end())  # as navies write: "DESIRE PILOT BE AT PIER"
    is_wish = cue.words.startswith("wish")
    if is_wish and _THAT_BE.match(cue.tail) and DATED.search(cue.tail) and not cue.setting.is_opinion:
        return cue.ask("that", order_at=cue.low.find("that ", cue.match.end()) + len("that "))
    if not is_wish and (needs.is_for_capital(cue.rest, cue.cast) or asked_clauses.owned(cue.rest, cue.cast)):
        return cue.ask("thing")
    return cue.ask("thing") if is_wish and asked_clauses.is_owed(cue, cue.match.end()) else None


def _recommended(cue: Cue) -> Verdict | None:
    """post "also recommends that" the capital verb, which goes on with what it asks; without "also" it is advice."""
    place = cue.low.find("that ", cue.match.end()) + 5
    is_more = cue.subject.rstrip().lower().endswith(" also") and not cue.setting.is_opinion
    is_office = cue.low[place:].partition(" ")[0].upper() in v.BUREAUS
    is_theirs = is_office or asked_clauses.object_part(cue, place) is Part.ASKED
    is_ask = is_more and is_theirs and cue.cast.asks_capital and not cue.cast.asks_posts
    return cue.ask("that", order_at=place) if is_ask else None


def _wondered(cue: Cue) -> Verdict | None:
    """sender "wonders whether" asked "could": "Post wonders whether the Department could send the new forms"."""
    could = _COULD.match(cue.rest)
    if could is None:
        return None
    whom = could["whom"]
    if not (asked_clauses.YOUR_PEOPLE.match(whom) or cue.cast.is_asked(whom)):
        return None
    return cue.ask("that", order_at=cue.low.find(could["whom"], cue.match.end()))


def _counted_on(cue: Cue) -> Verdict | None:
    """sender "counts on" someone asked to do it, or what they owe: "We count on a reply within a week"."""
    part = asked_clauses.object_part(cue, cue.match.end() + 1)
    if cue.words.startswith(_RELYING) and _ANY_POSTS.match(cue.rest) and not DATED.search(cue.rest):
        return refused(refusals.KNOWING)  # "The Department relies on posts for facts"
    if part is Part.ASKED:
        return cue.ask("that", order_at=cue.match.end() + 1)
    if cue.rest.startswith(_HAVING) and DATED.search(cue.rest) and not matters.is_from_others(cue.rest):
        return cue.ask("thing", order_at=cue.match.end() + 1)
    return cue.ask("thing", order_at=cue.match.end() + 1) if part is Part.MATTER else None


def _third_wish(cue: Cue) -> Verdict | None:
    return refused(refusals.REPORTED) if cue.part is Part.THIRD else None


_BY_VERB: dict[str, Callable[[Cue], Verdict | None]] = {
    **dict.fromkeys(("on", "upon", "for", "to"), _counted_on),
    **dict.fromkeys(("wonder", "wonders"), _wondered),
    **dict.fromkeys(("recommend", "recommends"), _recommended),
    **dict.fromkeys(
        (
            "need",
            "needs",
            "wants",
            "want",
            "like",
            "requires",
            "require",
            "seeks",
            "seek",
            "seeking",
            "lack",
            "lacks",
        ),
        needs.needed,
    ),
}
