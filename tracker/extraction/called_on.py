"""Orders behind a label, and orders and questions behind the name of those called on: "Lima: hold off on hotels", "Lima, could you"."""

import re
from dataclasses import replace

from tracker.extraction import doers, openings, polite_wishes, refusals, wishes
from tracker.extraction import vocabulary as v
from tracker.extraction.bare_orders import bare_order, is_verb_at
from tracker.extraction.cast import Cast, Part
from tracker.extraction.labels import entry_label_end, entry_of, label_end
from tracker.extraction.noun_phrases import WORDS
from tracker.extraction.orders import order_at
from tracker.extraction.verdicts import Setting, Verdict

_CALLED = re.compile(
    r"(?:(?:A|a)nd |(?:T|t)o )?(?P<whom>(?:(?:A|a)ll |(?:T|t)he )?[A-Z][\w'’/-]*(?: (?:and |of |in )?[\w'’/-]+){0,5}?)(?:: | -- )(?=[a-z])"
)
_CALLED_PLACE = re.compile(
    r"(?:(?:For|FOR) )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:,? (?:and|AND) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?: (?=[a-zA-Z])"
)
_ASKED = re.compile(  # "Lima, could you persuade", "For Oslo RSC: can a trainer spend a week with us"
    r"(?:(?:and|also|finally|lastly),? |\(?[a-z0-9]{1,2}[.)] )?(?:(?P<for>for )?(?P<whom>(?!if |when |should |as )[^,;:?]{2,60}?)(?:, |: | -- ))"
    r"(?:and |in addition, |meanwhile, |finally, )?(?P<ask>can|could|would|will|might|may) (?P<rest>[^?]{4,400})\?$",
    re.IGNORECASE,
)
_QUESTIONS = tuple(
    "how ,what ,who ,whom ,which ,when ,where ,why ,is ,are ,has ,have ,does ,do ,did ,will ,was ,were ".split(
        ","
    )
)
_ASKED_FOR = re.compile(  # in small letters
    r"for (?P<whom>[^,;:.]{2,60}?), (?P<ask>can|could|would|will) (?!the (?:government|ministry|host)\b)(?:the )?(?:[\w/'’-]+ ){1,3}?(?P<verb>[a-z-]+) (?:the|an?|its|their|his|her|us|one|two|three|some|any|all|each|both|whether|if)\b"
)
WILL = re.compile(r"will (?:also |then )?(?P<verb>[a-z-]+) ", re.IGNORECASE)
_YOU = re.compile(
    r"(?:you|(?:one|any|some|two) of (?:you|your \w+)|your (?!\w+ing\b)\w+(?: \w+)?|some(?:one|body) (?:from|in|of|at|on) (?:your|the) \w+) "
    r"(?:please |kindly |also |perhaps |possibly |meanwhile |then |each |both |be (?:so (?:good|kind) as|kind enough|good enough|able|willing|prepared|in a position) to )*(?P<verb>[a-z-]+)\b",
    re.IGNORECASE,
)
_MAY_WE = re.compile(
    r"(?:we|i|post|embassy) (?:please |also |perhaps )?(?:have|get|receive|borrow|count on)\b", re.IGNORECASE
)
_TO_US = re.compile(r"\b(?:us|our|here|post|you|your)\b")
_IN_MIND = v.KNOWING | frozenset(
    "be have see imagine know believe think guess remember recall suppose mean expect want like".split()
)
_COMES = frozenset("come go join spend stay visit travel fly sit look teach run try take spare do".split())
_ACTS = _COMES | v.ORDERS
_SO_YOU = re.compile(  # behind what makes it needful: "We cannot see who will sign, so could you find out"
    r", (?:so|and so|but|and|then|therefore) (?:then |please )?(?P<ask>can|could|would|will|might) (?=you\b|one of you\b|your\b)(?P<rest>[^?]{4,300})\?$",
    re.IGNORECASE,
)
_YOU_DO = re.compile(  # "Geneva, you drop the letter off before"
    r"you (?:two |three |both |all |each |please |also |then |now |first |should |are to |need to |will )*(?P<verb>[a-z-]+)\b"
)
_FINITE = re.compile(
    r"\b(?:may|can|could|might|must|should|shall|will|would|is|are|was|were|has|have|had|do|does|did|to|that|which|who|if|not|please|[a-z]{3,}ed)\b"
)
_NO_CALLS = (
    "the ",
    "a ",
    "an ",
    "this ",
    "that ",
    "our ",
    "its ",
    "we ",
    "i ",
    "like ",
    "unlike ",
    "thank ",
    "thanks ",
)
_TOLD_OF_YOU = polite_wishes.DID | frozenset(
    "can may might must shall should do does am is are or and in at on of not never always already still who whom that as".split()
)
_NOT_CALLED = frozenset({"let", "see", "note", "say", "like", "post", "mission"})
_CALLING = (v.ORDERS | {"you"}) - _NOT_CALLED  # with one of them goes on whatever calls by name
MOST_OF_CALL = 60  # characters: "Nairobi, Kampala and Addis Ababa, "
MOST_WORDS_OF_CALL = 8
MOST_OF_PLACES = 60  # characters
MOST_OF_SUBJECT = 8  # words: "could one of the three inspectors now in Quito join"


def labelled_order(plain: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return a bare order after a label: "Action: Post to provide flight details"."""
    mark = entry_of(plain)
    if mark is not None and (found := labelled_order(plain[mark.end() :], cast, setting)):
        return _moved(found, mark.end())
    label, is_office = label_end(plain) or (entry_label_end(plain) if setting.is_listed else 0), True
    called = 0 if label or not cast.asks_posts else called_end(plain)
    if called and cast.part_of(plain[:called].rstrip(" :-")) is Part.ASKED:
        is_office = _CALLED_PLACE.match(plain) is None
        label, setting = called, replace(setting, is_led=is_office)
    if label and (owed := _told_will(plain, label, cast)):
        return owed
    found = bare_order(plain[label:].lower(), cast, setting) if label else None
    is_noun = found is not None and not is_office and not is_verb_at(plain[label:].lower(), found.order_at)
    if found is None or not found.is_ask or is_noun:
        return None if is_noun else found
    return _moved(found, label)


def _told_will(plain: str, label: int, cast: Cast) -> Verdict | None:
    """asked ":" "will" verb of delivering: "C. CHMAAG: WILL FURNISH LIST OF CREWS BY MID DECEMBER"."""
    match = WILL.match(plain, label)
    if match is None or match["verb"].lower() not in v.PROMISED:
        return None
    whom = plain[:label].rstrip(" :")
    is_asked = cast.part_of(whom) is Part.ASKED
    return (
        Verdict(is_ask=True, cue_at=label, order_at=match.start("verb"), form="order", subject=(0, len(whom)))
        if is_asked
        else None
    )


def _moved(found: Verdict, by: int) -> Verdict:
    """Return the verdict of a text behind its mark or label, its places those of the whole."""
    first, last = found.subject
    return replace(
        found, cue_at=found.cue_at + by, order_at=found.order_at + by, subject=(first + by, last + by)
    )


def called_end(plain: str) -> int:
    """Return where an office or a place has been called on by name, before an order: "General Services Officers: go and look", "Lima: hold off"."""
    match = _CALLED.match(plain)
    if match is not None and not v.POSTS.isdisjoint(match["whom"].lower().split()):
        return match.end()
    place = _CALLED_PLACE.match(plain) if ": " in plain[:MOST_OF_PLACES] else None
    return place.end() if place else 0


def _is_act(verb: str) -> bool:
    """Return whether a word behind "you" is what you are to do: "drop", not "dropped", "have", "know"."""
    return verb not in _IN_MIND and verb not in _TOLD_OF_YOU and not verb.endswith(("ed", "ing"))


def call_end(low: str) -> int:
    """Return where an order may begin behind names and a comma, 0 where none may: "Riga, send the count", "Oslo, you take the note"."""
    comma = low.find(", ", 0, MOST_OF_CALL)
    while comma > 0:
        start = comma + len(", ")
        word = low[start : low.find(" ", start)]
        if word in _CALLING:
            return start
        comma = low.find(", ", start, MOST_OF_CALL)
    return 0


def called_order(plain: str, low: str, cast: Cast) -> Verdict | None:
    """posts called by name "," order; posts "," "you" verb day; "Control officers, send me one number each"."""
    start = call_end(low) if cast.asks_posts or cast.asks_others else 0
    if not start or low.startswith((*_NO_CALLS, *openings.IN_CASES, *openings.TOPICS)) or low.endswith("?"):
        return None
    whom = plain[: start - len(", ")]
    is_name = whom.count(" ") < MOST_WORDS_OF_CALL and _FINITE.search(whom.lower()) is None
    if not is_name or cast.part_of(whom) is not Part.ASKED:
        return None
    you = _YOU_DO.match(low, start)
    if you is not None:
        is_order = _is_act(you["verb"]) and wishes.DATED.search(low, you.end()) is not None
        place = you.start("verb")
    else:
        is_order, place = order_at(low, start) == start and is_verb_at(low, start), start
    if not is_order:
        return None
    return Verdict(is_ask=True, cue_at=place, order_at=place, form="order", subject=(0, len(whom)))


def asked_question(plain: str, cast: Cast, setting: Setting) -> Verdict | None:
    """name ("," | ":") ("can" | "could" | "would") ("you" | a person of theirs) verb "?"; "Lima, could you persuade the owner?"."""
    if not plain.endswith("?") or setting.is_opinion:
        return None
    match = _ASKED.match(plain)
    if match is None:
        return _put_to_place(plain, cast) or _put_to_you(plain)
    is_ours = cast.part_of(match["whom"]) is Part.ASKED
    is_for = match["for"] is not None and _TO_US.search(match["rest"].lower()) is not None
    verb = _verb_asked(match["rest"], cast) if is_ours or (is_for and not cast.is_clearance) else None
    if verb is None:
        return _for_place(plain.lower(), cast) or _put_to_you(plain)
    return Verdict(
        is_ask=True,
        cue_at=match.start("ask"),
        order_at=match.start("rest") + verb,
        form="order",
        subject=match.span("whom"),
    )


def _put_to_you(plain: str) -> Verdict | None:
    """what makes it needful "," "so" ("can" | "could") "you" verb "?"; "The gate may be shut, so could you check?"."""
    match = _SO_YOU.search(plain)
    verb = _verb_of_you(match["rest"]) if match else None
    if match is None or verb is None or refusals.reported(plain, plain.lower(), match.start("ask")):
        return None
    return Verdict(
        is_ask=True,
        cue_at=match.start("ask"),
        order_at=match.start("rest") + verb,
        form="order",
        subject=(0, 0),
    )


def _put_to_place(plain: str, cast: Cast) -> Verdict | None:
    """place asked ":" question; "Asmara: How does the agency pick those who receive food?"."""
    match = _CALLED_PLACE.match(plain) if ": " in plain[:MOST_OF_PLACES] else None
    if match is None or not plain.lower().startswith(_QUESTIONS, match.end()):
        return None
    is_asked = cast.part_of(plain[: match.end()].rstrip(" :")) is Part.ASKED
    return (
        Verdict(
            is_ask=True, cue_at=match.end(), order_at=match.end(), form="thing", subject=(0, match.end() - 2)
        )
        if is_asked
        else None
    )


def _for_place(low: str, cast: Cast) -> Verdict | None:
    """For one asked, ("can" | "could") somebody there verb "?"; "For Nairobi, could REDSO spare its logistics officer?"."""
    match = _ASKED_FOR.match(low)
    if match is None or match["verb"] not in v.ORDERS or cast.part_of(match["whom"]) is not Part.ASKED:
        return None
    start = match.start("verb")
    return Verdict(
        is_ask=True, cue_at=match.start("ask"), order_at=start, form="order", subject=match.span("whom")
    )


def _verb_of_you(rest: str) -> int | None:
    """Return where the verb stands of which a question asks whether you will do it; None of what you only know or have."""
    you = _YOU.match(rest)
    is_in_mind = (
        you is not None and you["verb"].lower() in _IN_MIND and rest[you.end() :][:5].lower() != " out "
    )
    return None if you is None or is_in_mind else you.start("verb")


def _verb_asked(rest: str, cast: Cast) -> int | None:
    """Return where the verb stands of which a question asks whether you, or one of yours, will do it; None of any other."""
    if _YOU.match(rest):
        return _verb_of_you(rest)
    if _MAY_WE.match(rest):
        return 0
    words = list(WORDS.finditer(rest))[: MOST_OF_SUBJECT + 1]
    for n, word in enumerate(words[1:], 1):
        is_act = word.group().lower() in _ACTS
        who = rest[: word.start()].strip(" ,")
        head, part = words[n - 1].group().lower(), cast.part_of(who)
        is_one = part is Part.ASKED or doers.is_someone(head)
        if is_act and is_one and part is not Part.THIRD:
            return word.start()
    return None
