"""Orders without an asking verb: "Report by May 3", "Embassy to confirm dates", "Can post confirm?", "That the Department approve"."""

import re

from tracker.cable.hints import Family, has_any
from tracker.extraction import counted_asks, matters, openings, phrasal_orders, refusals, wishes
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.assigning import assigned_at
from tracker.extraction.cast import Cast, Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.labels import entry_of
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.orders import (
    NO_ORDERS,
    OF_DAYS,
    behind_day,
    opens_with_none,
    opens_with_verb,
    order_at,
)
from tracker.extraction.questions import ASKED_SO, CONDITIONS, MOST_OPENING, question
from tracker.extraction.verdicts import Setting, Verdict, refused

_WORD = re.compile(r"\w+")
_TERSE = re.compile(
    r"(?:(?:finally|lastly|also|meanwhile|further|furthermore|additionally|in addition|likewise|second|third|next), )?((?:(?!(?:is|are|was|were|has|have|had|will|would|plans?|intends?|expects?|hopes?|wants?|asked|told|seeks?|continues?|in|may|can|wish(?:es)?|able|should|must|needs?|decides?|agrees?|elects?|asks?|chooses?|prefers?|proposes?|undertakes?|offers?|refuses?|fails?|begins?|prepares?|likes?|desires?|aims?|means|appears?|seems?|remains?|promises?|manages?|tries|try|cares?|called|came|went|met|flew|travell?ed|returned|wrote|telephoned|stayed|do|does|did|if|when|since|unless|although|because|once)\b|(?:instructed|required|requested|directed|tasked|urged|invited|authorized|advised|reminded|ordered|enjoined) (?!to\b))[\w']+ ){1,4}?)to (?:\w+ly )?(?!(?:the|an?|all|its|post|any)\b)([a-z-]+)"
)
_HAS_ASKED = re.compile(
    r"\b(?:requested|instructed|asked|directed|urged|invited|ordered|told|tasked) \w"
)  # "Ref A requested posts to count"
_TERSE_TOLD = re.compile(
    rf"(?P<whom>(?:(?!(?:is|are|was|were|has|have|had|been|who|which|that|not|and|when|if|as)\b)[\w']+,? ){{1,4}}?(?:(?<=, )[^,]{{3,40}}, |\([^()]{{3,40}}\) )?)(?P<told>requested|instructed|asked|directed|tasked|urged|invited|authorized|encouraged) (?:soonest |also |then |at once |{v.ADVERB} )?(?P<verb>[a-z-]+)(?= \w)"
)
_LEAVE = re.compile(  # "Feel free to shorten the paper"; with questions it is courtesy
    r"(?:please |posts? should |embassy should )?feel free to (?!contact|call|e-?mail|reach|ask|write|phone|telephone|get in)(?=[a-z])"
)
_CARRIED = frozenset("passports tickets baggage bags luggage keys badges boxes crates cartons".split())
_PAPERS = v.GIVEN | matters.PAPERS | _CARRIED
_OF_NOUN = re.compile(r" (?:from|on|of|for|in|by|to|with|at|and|which|that|was|is|has|came)\b")
_REPORTED_ON = frozenset(
    """report reply answer request contact call vote inquire approach state cable telex pouch airmail mail fax telephone
    e-mail email wire list estimate survey count""".split()
)
_LATELY = re.compile(r" (?:last|earlier|yesterday|previously)\b")
_BEHIND_ORDER = re.compile(r" (?:from|on|to|for|with|by|in|that)\b")
_GONE = re.compile(
    r"\b(?:last|yesterday|earlier|previously|ago|was|were|had|came|has|have|got|(?:19|20)\d\d)\b"
)
_ALSO_ADJECTIVES = frozenset(
    "clear present close open direct complete correct alert express select welcome host press separate".split()
)
_NOUNS_TOO = v.ALSO_NOUNS | _ALSO_ADJECTIVES
_ARTICLE = re.compile(r" (?:the|an?|any|all|its|each|whether|that|with|to)\b")
_THING_TO = re.compile(
    r"(?P<what>(?:(?!(?:is|are|was|were|has|have|had|will|would|may|can|should|must|needs?|wish(?:es)?|hopes?|expects?|wants|wanted|asks|asked|likes?|prefers?|intends?|proposes|told|said)\b)[\w'’,]+ ){1,9})(?<!ed )(?<!not )(?P<duty>to) (?:be (?:\w+ly )?\w{2,}(?:ed|en|nt|ade|ght|wn)\b|reach |arrive )"
)
_ANNOUNCED = re.compile(  # "This cable requests nominations for a course, to be given in Lima"
    r"\b(?:requests|asks|invites|seeks|calls|announces|concerns|contains|describes|wants|needs|proposes|offers|solicits) (?!for\b|of\b|from\b|by\b)"
)
_TO_BE = re.compile(
    r"(?P<what>[a-z0-9][^;:.]{3,200}?),? (?P<duty>to) be (?:\w+ly )?(?:\w{2,}(?:ed|en|nt|ade|ght|wn|ld)|read|put|set|kept|left|paid|laid|run)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|should|must|needs?|may(?! \d)|said|expects?|hopes?|wants?|asked?|proposed|plans?|intends?|appears?|seems?|likely|due|continues?)\b"
)
_SAME_FOR = re.compile(
    r"(?:and |please )?(?:(?:the|do the) same(?: (?:is|are) (?:also )?(?:asked|requested|needed|wanted|required)| goes| applies)?|ditto|likewise),? (?:for|of|to|at|from|in) (?P<whom>[\w' ]{2,40}?)(?=[.,;:]|$| (?:for|on|from|at|in|by|with|nights?)\b)"
)
_OBJECT = re.compile(r" (?:the|an?|any|all|its|your|each|both|it|them|us|these|those|this|whether)\b")
_SEMICOLON = re.compile("; ")
_THAT = re.compile(rf"{counted_asks.ORDINAL}?that (?P<who>(?:the )?[\w/]+(?: [\w/]+)?)\b")
_THAT_DONE = re.compile(  # what is to be done, or whoever is to give it to us: "second, that USPTO let us have its questions"
    rf"{counted_asks.ORDINAL}that (?P<who>[^,;:]{{3,90}}?) (?:be (?:\w+ly )?\w{{2,}}(?:ed|en|ade|ent|wn|pt|ut|ld)\b|(?:let|give|send|tell|inform|furnish|supply|advise|help|allow|grant|lend|show) us\b)"
)
_SURE_OBJECT = re.compile(
    r" (?:the|an?|any|all|its|your|each|both|every|these|those|whether|no (?:more|fewer|less) than|at (?:least|most)|only|one|two|three|four|five|six)\b"
)
_FOR_SOME = re.compile(r"for (?P<whom>[^,;:.]{2,60}?)(?: only| alone| too| as well)?, ")  # in small letters
_FOR_EACH = re.compile(  # of what is told before it, whoever they are: "For each, give the full name"
    r"for (?:each|every|any|all|both|those|these|such|others|the (?:rest|others?|remainder|former|latter|first|second|third|last))\b"
    r"(?! (?:\w+ )?(?:questions?|inquir(?:y|ies)|quer(?:y|ies)|details|information|problems?|help|assistance)\b)[^,;:.]{0,60}, "
)
_LET_US = re.compile(r", (?:but|and|so|though) (?:please )?(?P<verb>let us (?:have|know))\b")
_SUBJECT = re.compile(  # a noun with its own verb: "List with clearances follows septel", "Delay beyond that time would make"
    r"[a-z]+ (?:with|of|for|from|beyond|in|on|at|after|under|between|against|about|over|without|within|to) (?!whom\b|which\b)(?:that |this )?"
    r"(?:(?!(?:which|that|who|whom|whose|whether|if|what|when|where|how|why|as|since|because|until|unless|before|once|while|and|or|but|any|all|those|these|us)\b)[\w'’/-]+ ){1,9}?"
    r"(?:would|will|is|are|was|were|has|have|had|could|cannot|might|follows|remains|seems|depends|came|went|began|comes|makes|means|shows|showed|fell|rose|sails|sailed|leaves|left|arrives|arrived|departs|departed|carries|carried|opens|opened|closes|closed|ends|ended|expires|runs|ran|reaches|reached|contains|covers|lies|stands|stood|sank|docks|docked) (?!to be (?:sent|made)\b)"
)
_GOES_ON = re.compile(
    r", (?:follows?|is|are|was|were|will|has|have)\b"
)  # "A letter, to be used only if asked for, follows"


_ANSWER_ALONE = re.compile(
    r"(?:reply|answer|respond)(?: by (?:cable|telegram|phone|telephone|e-?mail|return))? (?:soonest|at once|immediately|asap|without delay|urgently|(?:by|before|within|nlt|no later than|not later than) [^,;:.]{2,40})[.]?"
)
_LET_US_HAVE = re.compile(  # "Let us know whether", "Let us have your list by"; not "Let us have peace"
    r"let us (?:know (?:whether|if|by|when|what|who|how|which|where|soonest|at once|as soon|of|the|your|its|before|no later|not later)\b|hear (?:whether|if|by|when|from|before|at once|no later|not later)\b"
    r"|have (?:your|its|the|an? (?:list|copy|line|word|reply|note|report|draft|count|text)|by|any)\b)(?! (?:look|doubt|matter)\b)"
)
MOST_TERSE = 4  # words before the "to" that _TERSE looks for
_BEHIND_THING = (" to be ", " to reach ", " to arrive ")  # one of them stands in whatever _THING_TO finds
_CASES_OR_TOPICS = (*openings.IN_CASES, *openings.TOPICS)
_LEADS = (*_CASES_OR_TOPICS, "for ")
_LET, _TO_DO, _DONE_TO = Family({"let"}), Family({"to"}), Family({"be", "reach", "arrive"})
# What the first word tells, up to the first blank: whether an order, a question or an entry may open so, or a clause.
_OPENS_NONE = NO_ORDERS - {word.rstrip() for word in ASKED_SO}
_LEADING = frozenset(lead.split()[0] for lead in _LEADS)


def may_stand_in(low: str, setting: Setting, signs: int) -> bool:
    """Return whether a sentence without a label, under no title of requests, may be an order, whomever it is for.

    `signs` are those of its words, or of a text that holds it.
    """
    first = low[: low.find(" ")]
    if first not in _OPENS_NONE and _opens_order(low, setting):
        return True
    if (
        low.endswith("?")
        or (setting.going_on and _SAME_FOR.match(low))
        or (signs & _LET.bit and "let us " in low)
    ):
        return True
    if first in OF_DAYS and behind_day(low) is not None:
        return True
    if first in _LEADING and low.startswith(_LEADS):
        comma = low.find(", ", 0, MOST_OPENING)
        return comma > 0 and not opens_with_none(low, comma + 2)
    return bool(signs & _TO_DO.bit) and _may_be_terse(low, signs)


def _opens_order(low: str, setting: Setting) -> bool:
    """Return whether the first words may be those of an order, a question or an entry of a list."""
    if low.startswith(ASKED_SO) or entry_of(low):
        return True
    is_listed, is_led = setting.is_listed, setting.is_led
    return not opens_with_none(low) and (
        order_at(low, is_listed=is_listed) is not None
        or opens_with_verb(low, is_listed=is_listed, is_led=is_led) is not None
    )


def _may_be_terse(low: str, signs: int) -> bool:
    """Return whether a duty without its "is" may stand there: "Embassy to confirm", "Manifest to be filed by"."""
    may_be_done = signs & _DONE_TO.bit
    if may_be_done and " to be " in low and " by " in low and _TO_BE.match(low):
        return True
    to_at = low.find(" to ")
    is_near = to_at >= 0 and low.count(" ", 0, to_at) < MOST_TERSE
    return (is_near and _TERSE.match(low) is not None) or (
        bool(may_be_done) and has_any(low, _BEHIND_THING) and _THING_TO.match(low) is not None
    )


def _terse(low: str, cast: Cast) -> Verdict | None:
    """asked "to" verb, without "is requested": "Embassy to confirm dates"."""
    match = _TERSE.match(low) if " to " in low else None
    if (
        match
        and _HAS_ASKED.search(match.group(1)) is None
        and match.group(2) in v.ORDERS
        and not match.group(1).rstrip().endswith("ing")
        and cast.part_of(match.group(1)) is Part.ASKED
    ):
        return Verdict(
            is_ask=True, cue_at=match.start(2), order_at=match.start(2), form="order", subject=match.span(1)
        )
    told = _terse_told(low, cast)
    return told or ((_terse_thing(low, cast) or _by_asked(low, cast)) if " to " in low else None)


def _leave(low: str, cast: Cast) -> Verdict | None:
    """Said what is left to those asked: "feel free to" verb."""
    match = _LEAVE.match(low) if cast.asks_posts and "feel free to " in low else None
    end = match.end() if match else 0
    return Verdict(is_ask=True, is_optional=True, cue_at=0, order_at=end, form="order") if match else None


def _same_for(low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Behind an ask of one, "the same for" another: "The same for Embassy Rabat, nights of May 23 and 24"."""
    match = _SAME_FOR.match(low) if setting.going_on and cast.asks_posts else None
    if match is None or cast.part_of(match["whom"].upper()) is not Part.ASKED:
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="thing", subject=match.span("whom"))


def _terse_told(low: str, cast: Cast) -> Verdict | None:
    """asked participle verb, without "is" and "to": "EMBASSY REQUESTED ASCERTAIN WHETHER"."""
    comma = low.find(", ", 0, MOST_OPENING) if low.startswith(openings.IN_CASES) else -1
    start = comma + 2 if comma > 0 else 0
    match = _TERSE_TOLD.match(low, start) if "ed " in low[start : start + 90] else None
    verb = match["verb"] if match else ""
    if match is None or verb not in v.ORDERS or cast.part_of(match["whom"]) is not Part.ASKED:
        return None
    if (verb in v.ALSO_NOUNS and _is_past_request(low, match, cast)) or (
        verb in _ALSO_ADJECTIVES and not _ARTICLE.match(low, match.end())
    ):
        return None
    return Verdict(
        is_ask=True,
        is_optional=match["told"] in ("authorized", "encouraged"),
        cue_at=match.start("told"),
        order_at=match.start("verb"),
        form="order",
        subject=match.span("whom"),
    )


def _is_past_request(low: str, match: re.Match[str], cast: Cast) -> bool:
    """Return whether a noun is what was requested: "EMBASSY REQUESTED REPORT OF THE COMMISSION", "REQUESTED REPORT IN MAY LAST YEAR"."""
    if not _OF_NOUN.match(low, match.end()):
        return _LATELY.match(low, match.end()) is not None
    is_order = (
        cast.asks_posts
        and not match["whom"].startswith("the ")
        and match["verb"] in _REPORTED_ON
        and _BEHIND_ORDER.match(low, match.end())
    )
    return not is_order or _GONE.search(low) is not None


def _terse_thing(low: str, cast: Cast) -> Verdict | None:
    """paper "to be" participle, without "is": "Manifest to be filed with the attache by May 3"."""
    match = _THING_TO.match(low) if (cast.asks_posts or cast.asks_others) and not _is_title(low) else None
    head = noun_phrase(WORDS.findall(match["what"].partition(",")[0]))[-1:] if match else []
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_PAPERS)
    is_told = match is not None and (
        head[-1:] == [] or head[0] in nouns.OWN or _GOES_ON.search(low, match.end())
    )
    if (
        match is None
        or not is_paper
        or is_told
        or "'s " in match["what"]
        or _ANNOUNCED.search(match["what"]) is not None
        or cast.part_of(match["what"]) is Part.THIRD
    ):
        return None
    return Verdict(
        is_ask=True, cue_at=match.start("duty"), order_at=0, form="done", subject=match.span("what")
    )


def _by_asked(low: str, cast: Cast) -> Verdict | None:
    """thing "to be" participle "by" asked: "Single rooms for four, June 18 through 22, to be reserved by Embassy"."""
    entry = entry_of(low)
    start = entry.end() if entry else 0
    match = _TO_BE.match(low, start) if cast.asks_posts and not _is_title(low) else None
    if match is None or _FINITE.search(match["what"]):
        return None
    by_whom = BY_WHOM.search(low, match.end())
    is_ours = by_whom is not None and any(
        cast.part_of(" ".join(by_whom["whom"].split()[:n])) is Part.ASKED for n in (1, 2, 3)
    )
    place = match.start("duty")
    found = Verdict(is_ask=True, cue_at=place, order_at=0, form="done", subject=match.span("what"))
    return found if is_ours else None


def _is_title(low: str) -> bool:
    """Return whether the words only stand over a text: "Note to be delivered:"; with a day they order what is listed."""
    return low.endswith(":") and wishes.DATED.search(low) is None


def bare_order(low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return a bare order at the start, or after an opening clause: "After delivery, report by cable"."""
    assigned = assigned_at(low, cast) or _leave(low, cast)
    if assigned is not None:
        return assigned
    numbering = entry_of(low)
    start = numbering.end() if numbering else 0
    may_open = not opens_with_none(low, start)
    place = order_at(low, start, is_listed=setting.is_listed) if may_open else None
    place = behind_day(low, start) if place is None else place
    if (
        place is not None
        and low.startswith("request", place)
        and not setting.is_listed
        and not setting.is_action
    ):
        return None
    if place is None and (low.startswith(_CASES_OR_TOPICS, start) or "let us " in low):
        place = _behind_opening(low, start, cast)
    if place is not None and _SUBJECT.match(low, place):
        return None
    place = None if place is None or _is_noun_of_post(low, place, cast, setting) else place
    if place is None and may_open and cast.asks_posts and not cast.asks_others:
        place = opens_with_verb(low, start, is_listed=setting.is_listed, is_led=setting.is_led)
    if place is None:
        return (
            _for_some(low, start, cast)
            or _terse(low, cast)
            or _same_for(low, cast, setting)
            or question(low, cast)
            or _clause_under_title(low, cast, setting)
        )
    if cast.is_clearance and not setting.is_action:
        return refused(refusals.PERSONS)
    return Verdict(is_ask=True, cue_at=place, order_at=place, form="order")


def behind_semicolon(low: str) -> Verdict | None:
    """Return an order that a later clause is: "COMMERCE WOULD LOOK INTO FARES; ADVISE BY MARCH 25"; a noun is none."""
    for mark in _SEMICOLON.finditer(low):
        place = order_at(low, mark.end())
        if place is None:
            continue
        if is_verb_at(low, place) and refusals.pointing(low[place:]) is None:
            end = low.find("; ", place)
            return Verdict(
                is_ask=True, cue_at=place, order_at=place, form="order", end=end if end > 0 else None
            )
    return None


def is_verb_at(low: str, place: int) -> bool:
    """Return whether the word at `place` is a verb and cannot be a noun: "hold", "list the rooms", not "list to follow"."""
    word = _WORD.match(low, place)
    is_also = word is not None and word.group() in _NOUNS_TOO
    return word is not None and (not is_also or _OBJECT.match(low, word.end()) is not None)


def _behind_opening(low: str, start: int, cast: Cast) -> int | None:
    """Return where an order stands behind an opening clause: "Should she refuse, tell us", "If he is ill, try the clinic"."""
    same = openings.SAME.match(low, start)
    place = order_at(low, same.end()) if same else None
    if place is not None:
        return place if is_verb_at(low, place) else None
    if low.startswith(openings.TOPICS, start) and not low.startswith(openings.IN_CASES, start):
        return _behind_topic(low, start) if cast.asks_posts else None
    let_us = _LET_US.search(low, start)
    if let_us or not low.startswith(openings.IN_CASES, start):
        return let_us.start("verb") if let_us else None
    comma = low.find(", ", start, start + MOST_OPENING)
    place = order_at(low, comma + 2) if comma > 0 else None
    is_condition = comma > 0 and low.startswith(CONDITIONS, start) and cast.asks_posts
    return opens_with_verb(low, comma + 2) if place is None and is_condition else place


def _behind_topic(low: str, start: int) -> int | None:
    """Return where an order with its object stands behind a topic: "Under each heading, list no more than three firms"."""
    comma = low.find(", ", start, start + MOST_OPENING)
    place = order_at(low, comma + 2, is_listed=True) if comma > 0 else None
    verb = _WORD.match(low, place) if place is not None else None
    if verb is None or place is None:
        return None
    is_span = low.startswith(openings.SPANS, start) and verb.group() not in _NOUNS_TOO
    return place if is_span or _SURE_OBJECT.match(low, verb.end()) else None


def _for_some(low: str, start: int, cast: Cast) -> Verdict | None:
    """An order behind the name of those it is for: "For Embassy Riga only, confirm that the tug is free"."""
    match = _FOR_SOME.match(low, start) if cast.asks_posts and low.startswith("for ", start) else None
    place = order_at(low, match.end(), is_listed=True) if match else None
    is_each = match is not None and _FOR_EACH.match(low, start) is not None
    if match is None or place is None or not (is_each or cast.part_of(match["whom"]) is Part.ASKED):
        return None
    if is_each:
        return Verdict(is_ask=True, cue_at=place, order_at=place, form="order")
    return Verdict(is_ask=True, cue_at=place, order_at=place, form="order", subject=match.span("whom"))


def _clause_under_title(low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Under a title of requests: "that" asked verb; "ACTION REQUESTED: That the Department approve the lease"."""
    match = _THAT.match(low) if setting.is_action else None
    done = _THAT_DONE.match(low) if setting.is_action and counted_asks.is_next(low) else None
    if match is not None and _is_asked(match["who"], cast):
        start, span = match.start("who"), match.span("who")
    elif done is not None and cast.part_of(done["who"]) in (Part.MATTER, Part.NOBODY):
        start, span = done.start("who"), done.span("who")
    else:
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=start, form="that", subject=span)


def _is_asked(who: str, cast: Cast) -> bool:
    """Return whether words in small letters, the last of which may be a verb, name those asked: "uspto let"."""
    first = who.rpartition(" ")[0]
    return any(cast.part_of(name) is Part.ASKED for name in (who, first, first.upper(), who.upper()) if name)


def says_when_to_answer(low: str) -> bool:
    """Return whether a sentence in small letters says nothing but when to answer: "Reply within two working days."."""
    return low.startswith(("reply ", "answer ", "respond ")) and _ANSWER_ALONE.fullmatch(low) is not None


def _is_noun_of_post(low: str, place: int, cast: Cast, setting: Setting) -> bool:
    """Return whether a post's sentence opens with a noun that looks like a verb: "Support for the president fell"."""
    if cast.asks_posts or not cast.asks_capital or setting.is_action or setting.is_listed:
        return False
    if (
        phrasal_orders.order_of(low) == place
        or says_when_to_answer(low)
        or _LET_US_HAVE.match(low, place) is not None
    ):
        return False
    first = _WORD.match(low, place)
    return first is not None and first.group() not in v.ASKED_OF_CAPITALS
