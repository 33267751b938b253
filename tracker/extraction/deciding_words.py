"""What one word of a sentence decides about a day: an order, an obligation, somebody's plan, the past."""

from functools import lru_cache

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import obligations
from tracker.extraction import vocabulary as v
from tracker.extraction.date_words import Words
from tracker.extraction.day_acts import (
    REPORTING,
    RUNNING_THEN,
    behind_mark,
    describes,
    ends_itself,
    is_asked_act,
    is_ordered_often,
    reports_answer,
    reports_back,
)
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.laid_down import READERS
from tracker.extraction.no_asking import is_ordered
from tracker.extraction.orders import NOUN_BEHIND
from tracker.extraction.phrase import Phrase
from tracker.extraction.plans_said import other
from tracker.extraction.sentence_parts import (
    PREPARED,
    ahead_of,
    is_break,
    is_stranger,
    part_start,
    subject_behind,
    subject_of,
    tells_past,
)
from tracker.extraction.spelling import meant
from tracker.extraction.told_clauses import can_wait

REPORTS = frozenset("cable report advise inform notify telegraph fax".split())
REACHING = frozenset("reached reach had have us here".split())
NEAR = 3  # words
HOSTED = frozenset(
    "government governments country countries nation nations authorities agency agencies".split()
)
BINDING = frozenset("obliges compels binds".split())
CAUSING = frozenset("makes make obliges obliged compels binds charges commands".split())
CLAUSE_OPENERS = frozenset("if when once where unless after upon".split())  # "If he has one, cable the text"
MOST_OF_WHATEVER = 6  # words
MOST_TERSE = 7  # words before "to"
ARRIVING_ITSELF = frozenset("arrives departs sails docks lands flies".split())
SUGGESTING = frozenset({"suggest", "recommend"})
NEEDED = frozenset({"need", "requirement"})
URGED = frozenset(
    "department dept washington bureau desk treasury commerce usda usaid usia".split()
) | frozenset(name.lower() for name in v.BUREAUS)
MOST_OF_URGED = 6  # words: "the Department, and OFDA in it, to"
FALLING = {
    "for": frozenset({"is"}),
    "to": frozenset("falls up left rests".split()),
    "on": frozenset("relies rely counts count depends depend relying counting".split()),
    "upon": frozenset("relies rely counts count depends depend relying counting".split()),
}  # whose it is to act: the words before "posts to"
SINGLE = frozenset("plan hope promise pledge aim goal intention offer wish commitment".split())
ALL_OF = say.DETERMINERS | verbs.ORDERS | {"all", "out"}  # "close out expired grants"
SOFT = frozenset({Marker.ON, Marker.SPAN, Marker.UNTIL})  # an event's day as often as a limit
BEHIND_PLAN = verbs.RECEIVING | {"to", "that"}
BEFORE_ARTICLE = verbs.ORDERS | say.OF_WORDS
TERSE_VERBS = verbs.ORDERS | verbs.ARRIVING
NOT_TERSE = say.VERB_LIKE | say.NEGATIVE
TERSE_SUBJECTS = nouns.DELIVERABLES | nouns.OWN
NO_LAWS = nouns.OWN | {"please", "to"}
BEFORE_VERB = frozenset("now then also still next first".split())
LASTING = verbs.WAITING | verbs.CONTINUING
_DECIDING_SO = REPORTING | CAUSING | SUGGESTING | obligations.GRANTED | NEEDED | {"to", "looked", "see"}
_SENDERS_BUT_THIS_OUR = nouns.SENDERS - {"this", "our", "us"}
_BEFORE_MONTH = frozenset(
    "of in mid by the this next last for before until since during".split()
)  # "may" behind one of them is no verb


def decide(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Return what one word decides, None where it decides nothing."""
    text = words.text(at)
    if says_little(text):
        return obligations.unless_denied(words, at, phrase) if opens_with_verb(words, at) else None
    early = _by_place(words, at, phrase)
    if early:
        return early
    if not may_decide(text) and text not in obligations.GRANTED:
        return obligations.unless_denied(words, at, phrase) if opens_with_verb(words, at) else None
    if text in say.ASKING or obligations.is_obligation(words, at):
        return obligations.asking(words, at, phrase)
    if text in say.OTHERS and not describes(words, at) and not _is_of_whatever(words, at):
        is_noun = text in say.INTENDING and (
            words.text(at + 1) not in BEHIND_PLAN
            or words.text(at + 2) in say.DETERMINERS
            or (text in {"plan", "plans"} and is_order(words, part_start(words, at)))
            or _has_article(words, at)
            or is_ordered(words, at)
        )
        return None if is_noun or (text == "may" and is_month(words, at)) else other(words, at, phrase)
    turned = _turned(words, at, phrase)
    if turned:
        return turned
    if is_order(words, at) or (text.endswith("ss") and opens_with_verb(words, at)):  # "Canvass all wardens"
        return None if text in verbs.POINTING else obligations.unless_denied(words, at, phrase)
    return _weak(words, at)


def _has_article(words: Words, at: int) -> bool:
    """Read "submit a get-well plan to", "the signed work plan to": a noun; "the three ministers plan to" has a verb."""
    if words.text(at) not in SINGLE or words.text(at - 1).endswith("s") or words.text(at - 1) in nouns.OURS:
        return False
    if words.text(at - 1).endswith("'s") or words.text(at - 1) in {"your", "our"}:
        return True  # "post's promise to file"
    article = next((at - n for n in range(1, 5) if words.text(at - n) in say.DETERMINERS), -1)
    return words.text(article - 1) in BEFORE_ARTICLE


def _by_place(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Judge words that bind by what stands beside them: ", reporting progress by", "Embassy to advise by"."""
    if reports_back(words, at):
        return verdicts.YES
    text = words.text(at)
    if (
        text[:1] == "p"
        and text not in verbs.ORDERS
        and words.text(at + 1) in verbs.ORDERS
        and meant(text) == "please"
    ):
        return obligations.unless_denied(words, at, phrase)  # "pleae send"
    if text in SUGGESTING:
        return verdicts.YES if _suggests(words, at) else None
    if text in CAUSING:
        if _is_duty_of_ours(words, at):
            return verdicts.SENDER
        return verdicts.THIRD if text in BINDING and READERS.isdisjoint(words.texts) else None
    is_bound = (text == "to" and (is_terse(words, at) or _is_for_posts_to(words, at))) or (
        text == "looked" and _is_looked_for(words, at)
    )
    is_bound = is_bound or (text == "see" and _sees_to(words, at))
    is_bound = is_bound or (text in NEEDED and _is_said_need(words, at))
    is_behind_day = phrase.start == 0 and at == phrase.stop and words.text(at + 1) in say.ADJOINED
    is_bound = is_bound or (is_behind_day and text in verbs.ORDERS)  # "On May 3 hand the note to"
    return obligations.unless_denied(words, at, phrase) if is_bound else None


def _is_of_whatever(words: Words, at: int) -> bool:
    """Read "asks for whatever guidance the Department can give before May 3": how much, not who acts."""
    near = words.texts[max(0, at - MOST_OF_WHATEVER) : at]
    return words.text(at) in {"can", "could"} and not {"whatever", "whichever"}.isdisjoint(near)


@lru_cache(maxsize=8192)
def says_little(text: str) -> bool:
    """Say whether a word decides nothing but by where it stands, as most words of a sentence."""
    return (
        not may_decide(text)
        and text not in _DECIDING_SO
        and not (text.startswith("p") and meant(text) == "please")
    )


@lru_cache(maxsize=8192)
def may_decide(text: str) -> bool:
    """Say cheaply whether a word could decide anything: most words of a sentence cannot."""
    return text in say.DECIDING or text.endswith(("ed", "s"))


def _names_papers(words: Words, at: int) -> bool:
    """Read "copies of the press coverage", "local press reports": newspapers, not to press somebody."""
    before = words.text(at - 1)
    return (
        before in say.DETERMINERS
        or before in {"of", "local", "foreign"}
        or words.text(at + 1) in NOUN_BEHIND["press"]
    )


def is_month(words: Words, at: int) -> bool:
    """Say whether "May" is the month: beside a number, or with a capital inside a sentence that has small letters."""
    if words.digits(at + 1) or words.digits(at - 1) or words.text(at - 1) in _BEFORE_MONTH:
        return True
    return at > 0 and words.raw(at) == "May" and not is_break(words, at - 1)


def _turned(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Return why a word turns the day away from the addressee: validity, persuading, waiting, an event, a condition."""
    text = words.text(at)
    if text in verbs.VALIDITY and not (text == "expired" and words.text(at - 1) in ALL_OF):
        is_apart = phrase.marker in {Marker.LIMIT, Marker.FIRM} and at < phrase.start - NEAR
        return (
            None if is_apart else verdicts.VALID
        )  # "see that his visa is valid for the whole course by May 3"
    is_thing = text == "press" and _names_papers(words, at)
    is_thing = is_thing or (text in verbs.PERSUADING and reports_answer(words, at, phrase))
    if text in verbs.PERSUADING and not is_thing and "to" in ahead_of(words, at, phrase.start, 60):
        return verdicts.YES if _urges_capital(words, at) else verdicts.THIRD
    if text == "host" and words.text(at + 1) in HOSTED:
        return None
    is_event = text in verbs.EVENT_VERBS and words.text(at + 1) not in nouns.DELIVERABLES  # "travel vouchers"
    is_event = is_event and phrase.marker in SOFT and not is_ordered_often(words, at, phrase)
    if is_event and not is_asked_act(words, at):
        return verdicts.EVENT
    if phrase.marker is Marker.LIMIT and text in RUNNING_THEN and ends_itself(words, at):
        return verdicts.EVENT
    if phrase.marker is Marker.UNTIL and _waits(words, at):
        return verdicts.YES if can_wait(words, at) else verdicts.NO_EARLIER
    if text in {"if", "unless"} and _is_silence_consent(words, at, phrase):
        return verdicts.YES  # who objects must do so by then
    is_condition = text in {"if", "unless"} and _is_condition(words, at, phrase)
    return verdicts.NOT_ASKED if is_condition else None


def _urges_capital(words: Words, at: int) -> bool:
    """Read "We therefore urge OFDA to have them there by": a post urges an office of the capital, which it asks."""
    behind = words.texts[at + 1 : at + MOST_OF_URGED]
    office = next((n for n, text in enumerate(behind) if text in URGED), len(behind))
    is_ours = "we" in words.texts[max(0, at - 2) : at]
    return is_ours and "to" in behind[office + 1 :] and behind[:office] in {(), ("the",)}


def _waits(words: Words, at: int) -> bool:
    """Read "hold the note until", "give the ministry until": what is asked comes then, or others act."""
    is_given = words.text(at) == "give" and nouns.is_third(subject_behind(words, at + 1))
    return is_given or words.text(at) in LASTING


def _is_silence_consent(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "unless we hear otherwise by", "unless Suva objects by", "if it has not heard from post by"."""
    if words.text(at) == "if":
        return _hears_nothing(words, at, phrase)
    is_heard = words.text(at + 1) == "we" and words.text(at + 2) in verbs.RECEIVING
    return is_heard or subject_behind(words, at + 1) in nouns.OWN or _is_silence(words, at)


def _is_silence(words: Words, at: int) -> bool:
    """Read "unless Suva objects": a name that is no other's may be a post; "we cannot proceed unless the count is here by"."""
    if words.text(at - 2) == "cannot" or words.follows(at - 3, "we", "cannot"):
        return True
    whom = words.skip(at + 1, "the")
    return (
        (words.raw(whom).istitle() or words.sentence.isupper())
        and not nouns.is_third(words.text(whom))
        and words.text(whom + 1) in verbs.OBJECTING
    )


def _hears_nothing(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "if it has not heard from post by", said of the sender: silence is consent."""
    said = words.texts[at + 1 : phrase.start]
    is_own = said[:1] in {("it",), ("we",)} or subject_behind(words, at + 1) in nouns.OWN_OR_SENDERS
    source = at + 2 + said.index("from") if "from" in said else 0
    is_ours = not source or not nouns.is_third(subject_behind(words, source))
    return is_own and is_ours and "not" in said and not {"hear", "heard"}.isdisjoint(said)


def _is_condition(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "if no reply is received by": what happens by that day is a condition, no order."""
    between = ahead_of(words, at, phrase.start, 10)
    if not between.isdisjoint(REACHING) and words.text(at - 1) not in {"", ","}:
        return False  # "it would help if the names reached us by"
    is_near = at < phrase.start <= at + 10 and not between & {",", ";"}
    return is_near and (
        words.text(at + 1) in say.NEGATIVE
        or bool(between & {"is", "are", "was", "were", "has", "have", "had"})
    )


def _weak(words: Words, at: int) -> Verdict | None:
    """Judge a verb that decides only where nothing better stands in the part: "is", "met", "responded"."""
    text = words.text(at)
    if text in verbs.WEAK:
        is_counting = words.text(at + 1) in {"counting", "relying"}  # "is counting on post's draft"
        return None if is_counting else verdicts.WEAKLY_NOT
    is_kind = (
        words.text(at - 1) in verbs.ORDERS and words.text(at - 2) in nouns.OWN
    )  # "addees submit completed forms"
    is_kind = is_kind or (text in PREPARED and not tells_past(words, at))  # "submit consolidated figures"
    if text.endswith("ed") and len(text) > 4 and text not in say.PARTICIPLES and not is_kind:
        return verdicts.WEAKLY_PAST
    return verdicts.WEAKLY_NOT if text in ARRIVING_ITSELF or _is_present(words, at) else None


def _is_present(words: Words, at: int) -> bool:
    """Read "the ministry plans", "she now leaves": a third party, or a noun with its article, and a verb in the present."""
    text, before = words.text(at), words.text(at - 1 - (words.text(at - 1) in BEFORE_VERB))
    if len(text) <= 3 or not text.endswith("s") or text.endswith(("'s", "ss")):
        return False
    is_noun = before.isalpha() and not before.endswith("s") and before not in nouns.OURS
    most = 3 if text in verbs.EVENT_VERBS else 2
    has_article = any(words.text(at - n) in say.DETERMINERS for n in range(2, most + 1))
    return before in nouns.PARTIES or (is_noun and has_article and text not in nouns.OURS)


def is_order(words: Words, at: int) -> bool:
    """Say whether a bare verb opens a clause there: "Submit the form by …", "…, report by …"."""
    before, behind = words.text(at - 1), words.text(at + 1)
    if _goes_on_ordering(words, at):
        return True
    if words.text(at) == "post" and behind not in say.DETERMINERS:  # the addressee far oftener than the verb
        return False
    if words.text(at) not in verbs.ORDERS or behind in say.VERB_LIKE or tells_past(words, at + 1):
        return False
    if before == "-" and words.is_glued(at):
        return False  # "by e-mail"
    if at == 0 or is_break(words, at - 1) or before in {")", "-", "*", ".", ":"}:
        return True
    if before in {"immediately", "promptly", "also", "then", "so", "do"}:
        return at == 1 or words.text(at - 2) in {",", "and", ".", ":", ";", "but"}
    if before != ",":
        return False
    is_after_clause = words.text(0) in CLAUSE_OPENERS and "," not in words.texts[: at - 1]
    return is_after_clause or any(words.text(n) in verbs.ORDERS for n in (0, 1, 2))


def is_terse(words: Words, at: int) -> bool:
    """Read "Embassy to advise by", "Manifest to be filed by": a duty of telegrams, without its "is"."""
    start = part_start(words, at)
    before = words.texts[start:at]
    is_verb = words.text(at + 1) == "be" or words.text(at + 1) in TERSE_VERBS
    if not is_verb or not 0 < len(before) <= MOST_TERSE or not NOT_TERSE.isdisjoint(before):
        return False
    head, opening = subject_of(words, at)
    is_of_others = any(o.endswith("'s") and o[:-2] not in nouns.OURS for o in opening)
    return head in TERSE_SUBJECTS and before[0] not in verbs.ORDERS - nouns.OWN and not is_of_others


def _is_duty_of_ours(words: Words, at: int) -> bool:
    """Read "a law makes the Department report", "the act obliges the Secretary to": what the sender owes to others."""
    whom = words.skip(at + 1, "the", "this", "our")
    is_law = subject_of(words, at)[0] not in NO_LAWS
    is_ours = words.text(whom) in _SENDERS_BUT_THIS_OUR or nouns.is_third(words.text(whom))
    return at > 0 and is_law and is_ours


def _suggests(words: Words, at: int) -> bool:
    """Read "SUGGEST POSTS COMPLETE SEARCH BY": what opens a sentence so is put to those asked."""
    whom = words.skip(words.skip(at + 1, "that"), "the", "all")
    return (at == 0 or is_break(words, at - 1)) and words.text(whom) in nouns.OWN


def _is_for_posts_to(words: Words, at: int) -> bool:
    """Read "all that remains is for posts to certify", "it falls to the embassy to decide", "we rely on posts to get it in"."""
    place = next((n for n in range(at - 2, max(0, at - 6), -1) if words.text(n) in FALLING), 0)
    is_named = words.text(at - 1) in nouns.OWN_OR_OFFICERS
    return place > 0 and is_named and words.text(place - 1) in FALLING[words.text(place)]


def _is_said_need(words: Words, at: int) -> bool:
    """Read "there is an urgent requirement for a count", "our need is for": what the sender lacks."""
    before = words.texts[max(0, at - 4) : at]
    is_there = "there" in before and words.text(at + 1) in {"for", "of"}
    return is_there or (words.text(at - 1) == "our" and words.follows(at + 1, "is", "for"))


def _sees_to(words: Words, at: int) -> bool:
    """Read "See that the seals are renewed", "and see to it that": an order to have it done."""
    is_opening = at == 0 or is_break(words, at - 1) or words.text(at - 1) in {",", "and"}
    return is_opening and (words.text(at + 1) == "that" or words.follows(at + 1, "to", "it", "that"))


def _is_looked_for(words: Words, at: int) -> bool:
    """Read "a first report is looked for": what is wanted, of nobody else."""
    is_wanted = words.text(at - 1) in verbs.BE_FORMS and words.text(at + 1) == "for"
    return is_wanted and not nouns.is_third(subject_of(words, at - 1)[0])


def opens_with_verb(words: Words, at: int) -> bool:
    """Say whether a part opens with a word right before an article: only a verb stands so ("Station a greeter")."""
    if words.text(at + 1) not in say.ADJOINED or (at and not is_break(words, at - 1)):
        return False
    text = words.text(at)
    return text.isalpha() and text not in say.NO_OPENERS and not text.endswith(("ing", "ed", "ly", "day"))


def _goes_on_ordering(words: Words, at: int) -> bool:
    """Read ", and reply" behind an order to the addressee: "Montevideo should ask whether …, and reply on that point"."""
    is_report = words.text(at) in REPORTS and not {"whether", "that"}.isdisjoint(
        words.texts[:at]
    )  # "ask whether he sails and cable his answer"
    if words.text(at) not in verbs.ORDERS or words.text(at - 1) != "and":
        return False
    if words.text(at - 2) != "," and not is_report:
        return False
    start = part_start(words, at)
    if words.text(behind_mark(words, start)) in verbs.ORDERS:
        return True
    first = next((n for n in range(start, at) if words.text(n) in say.OPENING_DUTIES), at)
    head, opening = subject_of(words, first)
    return first < at and not nouns.is_third(head) and not is_stranger(words, first, head, opening)
