"""What one word of a sentence decides about a day: an order, an obligation, somebody's plan, the past."""

from functools import lru_cache

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import NUMBERS, Words
from tracker.extraction.day_acts import (
    RUNNING_THEN,
    behind_mark,
    describes,
    ends_itself,
    is_asked_act,
    reports_back,
)
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.deadline_phrases import Phrase
from tracker.extraction.plans_said import other
from tracker.extraction.sentence_parts import (
    ahead_of,
    denies_ahead,
    is_break,
    is_denial,
    is_stranger,
    owner_is_third,
    part_start,
    subject_behind,
    subject_of,
    tells_past,
)

OUR_AMBASSADOR = frozenset({("ambassador",), ("the", "ambassador")})
EMBASSIES = frozenset(
    {
        (name,)
        for name in "embassy consulate mission usmission amembassy usun usnato useu usosce usoecd unvie".split()
    }
)  # "Embassy Lome is to"
PLEADING = frozenset("please pls kindly plse pse plese".split())
NEEDS = frozenset({"need", "needs"})
SOFT = frozenset({Marker.ON, Marker.SPAN, Marker.UNTIL})  # an event's day as often as a limit


def decide(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Return what one word decides, None where it decides nothing."""
    text = words.text(at)
    if reports_back(words, at):
        return verdicts.YES
    if not may_decide(text):
        return _unless_denied(words, at, phrase) if opens_with_verb(words, at) else None
    if text in say.ASKING or is_obligation(words, at):
        return _asking(words, at, phrase)
    if text in say.OTHERS and not describes(words, at):
        is_noun = text in say.INTENDING and (
            words.text(at + 1) not in {"to", "that"}
            or words.text(at + 2) in say.DETERMINERS
            or (text == "plan" and is_order(words, part_start(words, at)))
        )
        return None if is_noun or (text == "may" and is_month(words, at)) else other(words, at, phrase)
    turned = _turned(words, at, phrase)
    if turned:
        return turned
    if is_order(words, at):
        return None if text in say.POINTING else _unless_denied(words, at, phrase)
    return _weak(words, at)


@lru_cache(maxsize=8192)
def may_decide(text: str) -> bool:
    """Say cheaply whether a word could decide anything: most words of a sentence cannot."""
    return text in say.DECIDING or text.endswith(("ed", "s"))


def is_month(words: Words, at: int) -> bool:
    """Say whether "May" is the month: beside a number, or with a capital inside a sentence that has small letters."""
    if words.digits(at + 1) or words.digits(at - 1) or words.text(at - 1) in {"of", "in", "mid", "by"}:
        return True
    return at > 0 and words.raw(at) == "May" and not is_break(words, at - 1)


def _turned(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Return why a word turns the day away from the addressee: validity, persuading, waiting, an event, a condition."""
    text = words.text(at)
    if text in say.VALIDITY:
        return verdicts.VALID
    if text in say.PERSUADING and "to" in ahead_of(words, at, phrase.start, 60):
        return verdicts.THIRD
    if phrase.marker in SOFT and text in say.EVENT_VERBS and not is_asked_act(words, at):
        return verdicts.EVENT
    if phrase.marker is Marker.LIMIT and text in RUNNING_THEN and ends_itself(words, at):
        return verdicts.EVENT
    if phrase.marker is Marker.UNTIL and text in say.WAITING | say.CONTINUING:
        return verdicts.NO_EARLIER
    if text == "unless" and (subject_behind(words, at + 1) in say.OWN or _is_silence(words, at)):
        return verdicts.YES  # silence is consent: who objects must do so by then
    is_condition = text in {"if", "unless"} and _is_condition(words, at, phrase)
    return verdicts.NOT_ASKED if is_condition else None


def _is_silence(words: Words, at: int) -> bool:
    """Read "unless Suva objects": a name that is no other's may be a post."""
    whom = words.skip(at + 1, "the")
    return (
        words.raw(whom).istitle()
        and not say.is_third(words.text(whom))
        and words.text(whom + 1) in say.OBJECTING
    )


def _is_condition(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "if no reply is received by": what happens by that day is a condition, no order."""
    between = ahead_of(words, at, phrase.start, 10)
    is_near = at < phrase.start <= at + 10 and not between & {",", ";"}
    return is_near and (
        words.text(at + 1) in say.NEGATIVE
        or bool(between & {"is", "are", "was", "were", "has", "have", "had"})
    )


def _weak(words: Words, at: int) -> Verdict | None:
    """Judge a verb that decides only where nothing better stands in the part: "is", "met", "responded"."""
    text = words.text(at)
    if text in say.WEAK:
        return verdicts.WEAKLY_NOT
    if text.endswith("ed") and len(text) > 4 and text not in say.PARTICIPLES:
        return verdicts.WEAKLY_PAST
    return verdicts.WEAKLY_NOT if _is_present(words, at) else None


def _is_present(words: Words, at: int) -> bool:
    """Read "the ministry plans", "the choir sails": a third party, or a noun with its article, and a verb in the present."""
    text, before = words.text(at), words.text(at - 1)
    if len(text) <= 3 or not text.endswith("s") or text.endswith(("'s", "ss")):
        return False
    is_noun = before.isalpha() and not before.endswith("s") and before not in say.OURS
    nouns = 3 if text in say.EVENT_VERBS else 2
    has_article = any(words.text(at - n) in say.DETERMINERS for n in range(2, nouns + 1))
    return before in say.PARTIES or (is_noun and has_article and text not in say.OURS)


def is_obligation(words: Words, at: int) -> bool:
    """Read "are to", "is to", "have to", "have until", "has ten days"."""
    text, before, behind = words.text(at), words.text(at - 1), words.text(at + 1)
    if text == "to":
        return before in {"are", "is"} or (before in {"have", "has"} and behind != "date")
    if text not in {"have", "has"}:
        return False
    behind = words.text(at + 2) if behind == "the" else behind
    is_length = words.digits(at + 1) != "" or behind in NUMBERS
    return is_length or behind in {"until", "till", "up", "through", "thru", "rest", "next", "remainder"}


def is_order(words: Words, at: int) -> bool:
    """Say whether a bare verb opens a clause there: "Submit the form by …", "…, report by …"."""
    before, behind = words.text(at - 1), words.text(at + 1)
    if _goes_on_ordering(words, at):
        return True
    if words.text(at) == "post" and behind not in say.DETERMINERS:  # the addressee far oftener than the verb
        return False
    if words.text(at) not in say.ORDERS or behind in say.VERB_LIKE or tells_past(words, at + 1):
        return False
    if at == 0 or is_break(words, at - 1) or before in {")", "-", "*", ".", ":"}:
        return True
    if before in {"immediately", "promptly", "also", "then"}:
        return at == 1 or words.text(at - 2) in {",", "and", ".", ":"}
    return before == "," and any(words.text(n) in say.ORDERS for n in (0, 1, 2))


def opens_with_verb(words: Words, at: int) -> bool:
    """Say whether a part opens with a word right before an article: only a verb stands so ("Station a greeter")."""
    if (at and not is_break(words, at - 1)) or words.text(at + 1) not in say.ADJOINED:
        return False
    text = words.text(at)
    return text.isalpha() and text not in say.NO_OPENERS and not text.endswith(("ing", "ed", "ly", "day"))


def _goes_on_ordering(words: Words, at: int) -> bool:
    """Read ", and reply" behind an order to the addressee: "Montevideo should ask whether …, and reply on that point"."""
    if words.text(at) not in say.ORDERS or words.text(at - 1) != "and" or words.text(at - 2) != ",":
        return False
    start = part_start(words, at)
    if words.text(behind_mark(words, start)) in say.ORDERS:
        return True
    first = next((n for n in range(start, at) if words.text(n) in say.OPENING_DUTIES), at)
    head, opening = subject_of(words, first)
    return first < at and not say.is_third(head) and not is_stranger(words, first, head, opening)


def _unless_denied(words: Words, at: int, phrase: Phrase) -> Verdict:
    is_denied = any(is_denial(words, n) for n in range(max(0, at - 3), at))
    return verdicts.DENIED if is_denied or denies_ahead(words, at, phrase.start, 2) else verdicts.YES


def _asking(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Judge an asking word: a denial beside it first, then its tense, then its subject."""
    text = words.text(at)
    if text in PLEADING:
        return None if _is_pointer(words, at + 1) else _unless_denied(words, at, phrase)
    if text in say.ACTIVE and (_is_noun(words, at) or _only_looks(words, at)):
        return None
    if text == "responsible" and not {words.text(at - 1), words.text(at - 2)} & say.BE_FORMS:
        return None  # "the official responsible for customs"
    if (
        text in say.TO_THAT
        and words.text(at + 1) not in {"that", "for", "to", "if"}
        and not {words.text(at - 1), words.text(at - 2)} & {"is", "be"}
    ):
        return None
    if text in say.ACTIVE and words.text(at - 1) in say.MODALS:
        return None
    if _is_denied(words, at, phrase):
        return verdicts.DENIED
    if _leads_to_event(words, at) and not _is_sent(words, at):
        return verdicts.EVENT
    return _by_tense(words, at) or _by_subject(words, at)


def _only_looks(words: Words, at: int) -> bool:
    """Say whether "looks" asks for nothing: "looks ready"; it does in "looks for an estimate", "looks to post for"."""
    return words.text(at) == "looks" and words.text(at + 1) not in {"for", "to"}


def _is_noun(words: Words, at: int) -> bool:
    """Read "the request", "the ministry's needs", "submit requests"."""
    before = words.text(at - 1)
    if words.text(at + 1) == "not":
        return False
    if words.text(at + 1) in say.WEAK:
        return True
    is_owned = words.text(at - 2) in {"our", "your", "their", "its", "his", "her"} and words.text(at) in {
        "request",
        "requests",
        "need",
        "needs",
        "demands",
        "tasks",
    }
    return before in say.NOUN_BEFORE or is_owned or before.endswith(("'s", "s'"))


def _is_pointer(words: Words, at: int) -> bool:
    """Read "note", "see para 5", "be advised": words that ask for nothing to be done."""
    return words.text(at) in say.POINTING or (
        words.text(at) in say.LOOKING and words.text(at + 1) in say.LOOKED_AT
    )


def _is_sent(words: Words, at: int) -> bool:
    """Read "post's notes have to arrive by": what is theirs or a reply is sent, it does not travel."""
    head, opening = subject_of(words, at)
    return _is_of_post(words, at, opening) or (head in say.DELIVERABLES - say.OWN and words.text(at) == "to")


def _leads_to_event(words: Words, at: int) -> bool:
    """Read "is to take effect", "are due to arrive"."""
    if words.text(at) == "due":
        return words.text(at + 1) == "to" and words.text(at + 2) in say.EVENT_VERBS
    is_effect = words.text(at) == "to" and words.text(at + 1) in say.TAKING_EFFECT
    is_effect = is_effect and not (words.text(at + 1) == "return" and words.text(at + 2) in say.DETERMINERS)
    return is_effect and not words.follows(at + 1, "take", "action")


def _by_tense(words: Words, at: int) -> Verdict | None:
    """Return that a participle tells the past: "was requested", "had asked", "the Department requested"."""
    if words.text(at) not in say.PARTICIPLES:
        return None
    before = words.text(at - 1)
    if {before, words.text(at - 2)} & {"was", "were", "had"}:
        return verdicts.PAST
    if before in {"has", "have"} and words.text(at + 1) not in {"", ",", "by"}:
        is_others = words.text(at + 1) in {"its", "their", "his", "her"}
        is_ours = (subject_behind(words, at + 1) in say.OWN and not is_others) or words.follows(
            at + 1, "that", "post"
        )
        return None if is_ours else verdicts.THIRD
    has_be = bool({words.text(at - n) for n in (1, 2, 3)} & say.BE_FORMS)
    if has_be or words.text(at) not in say.ORDERED:
        return None
    head, _ = subject_of(words, at)
    is_told = words.text(at + 1) in say.TELLING
    return (
        None if not head or head in say.DELIVERABLES or (head in say.OWN and not is_told) else verdicts.PAST
    )


def _by_subject(words: Words, at: int) -> Verdict:
    text, (head, opening) = words.text(at), subject_of(words, at)
    if head == "it" and text in say.IMPERSONAL:
        ahead = {words.text(n) for n in range(at + 2, at + 6)}
        return verdicts.THIRD if ahead & say.THIRD and not ahead & say.OWN else verdicts.YES
    if _is_ours(words, at, head, opening) or _is_of_post(words, at, opening):
        return verdicts.YES
    if say.is_third(head) or (text == "expected" and not (head in say.DELIVERABLES or head in say.OWN)):
        return verdicts.THIRD
    is_happening = text in say.DUTIES and words.text(at + 1) in say.HAPPENING and head not in say.OWN
    if head in say.EVENTFUL or is_happening:
        return verdicts.EVENT
    if text in say.ACTIVE:
        return _by_asker(words, at, head)
    return _by_actor(words, at, head, opening)


def _by_asker(words: Words, at: int, head: str) -> Verdict:
    """Judge "requests", "asks" by who asks, and by who is to act."""
    if not _may_ask(words, at, head):
        return verdicts.THIRD
    is_theirs = words.text(at + 1) == "that" and say.is_third(subject_behind(words, at + 2))
    return verdicts.THIRD if is_theirs else verdicts.YES


def _by_actor(words: Words, at: int, head: str, opening: tuple[str, ...]) -> Verdict:
    """Judge "must", "is to", "are required to" by who is to act: the sender, the addressee, or somebody else."""
    text = words.text(at)
    if text in say.DUTIES and ("own" in opening or opening[:1] == ("our",)):
        return verdicts.SENDER
    if text in say.DUTIES and opening[:1] and opening[0] in {"consulates", "consulate"}:
        return verdicts.YES  # "Consulates general should"
    is_alone = (
        text == "to"
        and words.text(at - 1) == "is"
        and words.text(at + 1) != "be"
        and not _reaches_us(words, at)
    )
    if is_alone and head not in say.OWN | say.OFFICERS and opening[:1] not in EMBASSIES:
        return verdicts.THIRD
    if _is_actor(words, at) and (owner_is_third(head, opening) or is_stranger(words, at, head, opening)):
        return verdicts.STRANGER
    is_own_duty = head in say.SENDERS and text in say.DUTIES and not ahead_of(words, at, 0, 3) & say.RECEIVING
    return verdicts.SENDER if is_own_duty else verdicts.YES


def _is_ours(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Read what a wide word would take for another's: "Ambassador should issue", "relief teams need data"."""
    named = tuple(o for o in opening if o not in say.BE_FORMS)
    is_ambassador = head == "ambassador" and named in OUR_AMBASSADOR
    is_ambassador = is_ambassador and words.text(at) in say.ACTING | say.ORDERED
    is_need = words.text(at) in NEEDS and "to" not in ahead_of(words, at, 0, 4)
    is_delegation = opening[:1] == ("delegation",) and words.text(at) in say.ACTING | say.ACTIVE
    is_country_team = head in {"team", "teams"} and "country" in opening
    return is_ambassador or is_delegation or is_country_team or is_need or _is_acted_upon(words, at, head)


def _reaches_us(words: Words, at: int) -> bool:
    """Read "is to reach the Department": a thing cannot act, and where it is wanted is ours."""
    return words.text(at + 1) in say.ARRIVING and not say.SENDERS.isdisjoint(
        {words.text(at + 2), words.text(at + 3)} - {"this", "our", "us"}
    )


def _is_of_post(words: Words, at: int, opening: tuple[str, ...]) -> bool:
    """Read "post's candidate has to be named", "Embassy's chapter ought to reach": what is theirs is handled or arrives."""
    verb = words.text(words.skip(at + 1, "to"))
    is_theirs = any(o == "your" or (o.endswith("'s") and o[:-2] in say.OWN) for o in opening)
    return is_theirs and (verb in say.ARRIVING or verb == "be")


def _is_acted_upon(words: Words, at: int, head: str) -> bool:
    """Read "shipments must be tallied": the addressee acts upon what cannot act itself."""
    is_passive = words.text(at + 1) == "be" and words.text(at + 2).endswith("ed")
    return is_passive and words.text(at) in say.DUTIES and head in say.THINGS


def _is_actor(words: Words, at: int) -> bool:
    """Say whether the subject of an asking word is to act itself: "must pay", "are required to pay"; not "must be paid"."""
    text = words.text(at)
    if text in {"has", "have"}:
        return words.text(at + 1) == "until"
    if text in say.ORDERED:
        return words.text(at + 1) == "to" and words.text(at + 2) != "be"
    if words.text(words.skip(at + 1, "to")) in say.ARRIVING:
        return False
    return text in say.ACTING and "be" not in {words.text(at + 1), words.text(at + 2)}


def _may_ask(words: Words, at: int, head: str) -> bool:
    """Say whether the subject of "asks", "requests" is the sender or one of its papers, not a note or a firm."""
    is_acronym = words.raw(at - 1).isupper() and len(head) <= 5
    is_acronym = is_acronym or (head == "general" and words.text(at - 2) == "inspector")
    return not head or is_acronym or head in say.MAY_ASK or words.text(at) not in say.ASKS


def _is_denied(words: Words, at: int, phrase: Phrase) -> bool:
    """Say whether "not" or "no" belongs to the asking word: "should not", "is not required", "no reply is needed"."""
    before = at - 2 if words.text(at - 1) in say.BETWEEN_NOT_AND_VERB else at - 1
    reach = 2 if words.text(at + 1) == "be" else 1
    if is_denial(words, before) or denies_ahead(words, at, phrase.start, reach):
        return True
    opening = subject_of(words, at)[1][:2]
    if opening[1:2] and opening[1] in say.BEHIND_NO:
        return False  # "No later than April 4 a written answer is required"
    is_either = opening[:1] == ("no",) and "yes" in words.texts[:at]  # "a yes or no is needed"
    return not say.NOBODY.isdisjoint(opening) and opening[0] not in say.HAVING and not is_either
