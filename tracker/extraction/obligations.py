"""What an asking word decides about a day: whom it binds, whether it is denied, and whether it tells the past."""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import own_parts, posts_by_name, thing_duties
from tracker.extraction import vocabulary as v
from tracker.extraction.country_names import COUNTRIES
from tracker.extraction.date_words import NUMBERS, Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.duty_actors import by_actor
from tracker.extraction.duty_doers import of_part
from tracker.extraction.duty_pronouns import stands_for_ours
from tracker.extraction.laid_down import USUAL, is_commanding
from tracker.extraction.no_asking import asks_nothing, is_others_case, is_pointer, only_looks
from tracker.extraction.others_acts import is_on_the_way
from tracker.extraction.owed_by_others import is_due_back, is_due_from_others
from tracker.extraction.phrase import Phrase
from tracker.extraction.posts_by_name import reaches_us
from tracker.extraction.public_calls import CLOSING, is_job_notice
from tracker.extraction.relative_days import UNITS
from tracker.extraction.sentence_parts import (
    ahead_of,
    denies_ahead,
    is_denial,
    is_stranger,
    owner_is_third,
    part_start,
    subject_behind,
    subject_of,
)

OUR_AMBASSADOR = frozenset({("ambassador",), ("the", "ambassador")})
TAKEN_UP = frozenset("effect place part off office over up".split())
PLEADING = frozenset("please pls kindly plse pse plese".split())
SIGNED = frozenset("agreement agreements treaty resolution bill rule rules regulation".split())  # papers too
LAWS = frozenset("law statute treaty charter decree act convention constitution".split())
TO_WHOM = frozenset("us me them him her you".split())  # "should pass us the names"
LACKING = frozenset(
    "team teams crews auditors inspectors force party delegation planners".split()
)  # of the sender's
NEEDS = frozenset({"need", "needs"})
OF_POSTS = frozenset({"your", "post's", "embassy's", "posts"})
GRANTED = frozenset({"given", "allowed", "granted"})  # "has been given until"
SEVERAL = frozenset("each both all also then now therefore likewise".split())  # "are each to"
GENERALS = frozenset("inspector surgeon attorney comptroller adjutant solicitor judge".split())
CHIEFS = tuple(("chief", "of", text) for text in ("naval", "staff", "mission", "engineers"))
PASSAGES = tuple((text,) for text in ("para", "paragraph", "item", "ref"))  # "Para 6 asks for"
DECIDED = frozenset({"decision", "approval"})  # "a decision is required by": the reader's
MOST_OF_ASIDE, MOST_TO_UNIT = 8, 7  # words: "is, until further word from us, to"
HANDLED_OR_PLACED = verbs.HANDLED | {"with", "in", "here"}  # "the results should be with the desk"
OTHER_PAPERS = nouns.DELIVERABLES - nouns.OWN
ACTING_OR_ORDERED = say.ACTING | verbs.ORDERED
ASKING_OF_US = say.ACTING | say.ACTIVE
_SENDERS_OR_NO_ACTORS = nouns.SENDERS | nouns.NO_ACTORS
_BEHIND_WANTED = (say.DETERMINERS - {"no"}) | nouns.DELIVERABLES | NUMBERS.keys()
_OURS_OR_MAY_ASK = nouns.OURS | nouns.MAY_ASK
_OF_POSTS_BUT_POSTS = OF_POSTS - {"posts"}


def is_obligation(words: Words, at: int) -> bool:
    """Read "are to", "are each to", "is to", "have to", "have until", "has ten days"."""
    text, before, behind = words.text(at), words.text(at - 1), words.text(at + 1)
    if text == "to":
        if before == ",":
            return _is_before_aside(words, at)
        is_of_many = before in SEVERAL and words.text(at - 2) in {"are", "is"}
        return is_of_many or before in {"are", "is"} or (before in {"have", "has"} and behind != "date")
    is_granted = text in GRANTED and before in {"is", "are", "been"}
    is_granted = is_granted and (text == "given" or subject_of(words, at)[0] in nouns.OWN)
    if text not in {"have", "has"} and not is_granted:
        return False
    behind = words.text(at + 2) if behind == "the" else behind
    is_counted = words.digits(at + 1) != "" or behind in NUMBERS
    is_length = is_counted and not UNITS.keys().isdisjoint(words.texts[at + 2 : at + MOST_TO_UNIT])
    is_length = is_length or words.follows(at + 1, "from", "now")  # "you have from now to May 3"
    return is_length or behind in {"until", "till", "up", "through", "thru", "rest", "next", "remainder"}


def _is_before_aside(words: Words, at: int) -> bool:
    """Read "are, however, to", "is, for the present, to": an aside between commas stands before "to"."""
    low = max(0, at - MOST_OF_ASIDE)
    comma = next((n for n in range(at - 2, low, -1) if words.text(n) == ","), 0)
    return comma > 0 and words.text(comma - 1) in {"is", "are"}


def unless_denied(words: Words, at: int, phrase: Phrase) -> Verdict:
    """Return that a word binds the day, unless a denial stands beside it."""
    near = range(max(part_start(words, at), at - 3), at)
    is_denied = any(is_denial(words, n) for n in near)
    return verdicts.DENIED if is_denied or denies_ahead(words, at, phrase.start, 2) else verdicts.YES


def asks(words: Words, at: int) -> bool:
    """Say whether an asking word asks where it stands: it is no part of another duty, no noun, no "please note"."""
    if _is_plain_verb(words, at) or words.text(at) == "look":
        return False
    return not (is_pointer(words, at + 1) if words.text(at) in PLEADING else asks_nothing(words, at))


def asking(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Judge an asking word: a denial beside it first, then its tense, then its subject."""
    text = words.text(at)
    if _is_plain_verb(words, at):
        return None
    if text in PLEADING:
        return None if is_pointer(words, at + 1) else unless_denied(words, at, phrase)
    if text == "look" and words.text(at + 1) != "forward" and only_looks(words, at):
        is_hope = words.text(at + 1) == "to" and words.text(at - 1) not in say.ACTING
        return verdicts.THIRD if is_hope else verdicts.WEAKLY_NOT  # "we look to the bank to pay"
    if asks_nothing(words, at):
        return None
    if text == "should" and at == 0 and is_others_case(words, phrase):
        return verdicts.NOT_ASKED
    if _is_denied(words, at, phrase):
        return verdicts.DENIED
    if is_on_the_way(words, at) or (_leads_to_event(words, at) and not _is_sent(words, at)):
        return verdicts.EVENT
    return of_part(words, at, phrase) or _by_tense(words, at, phrase) or _by_subject(words, at, phrase)


def _is_plain_verb(words: Words, at: int) -> bool:
    """Read "must request a ballot", "funds must be obligated": words that ask elsewhere, and here are what is to be done."""
    text, before = words.text(at), words.text(at - 1)
    if text == "look" and before in say.MODALS:
        return True  # "You can look for the pouch by May 3"
    if (
        before == "be"
        and text in say.PARTICIPLES
        and "that" in words.texts[:at]
        and words.text(at - 2).isalpha()
    ):
        return words.text(at - 2) not in say.MODALS_OR_ACTING  # "requires that visas be requested by"
    if text in {"obligated", "sought", "solicited"} and before == "be":
        return words.text(at + 1) != "to" and words.text(at - 2) in say.ACTING
    is_verb = text in {"request", "require", "ask", "need", "seek", "invite"} and before in say.ACTING_BUT_TO
    return is_verb and subject_of(words, at - 1)[0] not in _SENDERS_OR_NO_ACTORS


def _is_owed_elsewhere(words: Words, at: int, opening: tuple[str, ...]) -> bool:
    """Read "due in Congress by", "due to the Hill by": the sender's own paper."""
    if words.text(at) != "due" or opening[:1] == ("agencies",):
        return False
    if words.text(at + 1) in {"by", "under"} and words.text(words.skip(at + 2, "the", "its")) in LAWS:
        return True  # "is due by law on May 3"
    is_place = words.text(at + 1) in {"to", "in", "with", "before", "at", "on"}
    return is_place and not nouns.ELSEWHERE.isdisjoint(words.texts[at + 1 : at + 5])


def _is_sent(words: Words, at: int) -> bool:
    """Read "post's notes have to arrive by": what is theirs or a reply is sent, it does not travel."""
    head, opening = subject_of(words, at)
    return _is_of_post(words, at, opening) or (head in OTHER_PAPERS and words.text(at) == "to")


def _leads_to_event(words: Words, at: int) -> bool:
    """Read "is to take effect", "are due to arrive"."""
    if words.text(at) == "due":
        is_going = words.text(at + 1) == "to" and words.text(at + 2) in verbs.EVENT_VERBS
        return is_going or words.text(at + 1) in {"out", "through"}
    is_effect = words.text(at) == "to" and words.text(at + 1) in verbs.TAKING_EFFECT
    if words.text(at + 2) == "and" and words.text(at + 3) in verbs.ORDERS:
        return False  # "are to meet and send minutes"
    if words.text(at + 1) == "take" and words.text(at + 2) not in TAKEN_UP:
        return False
    is_act = (
        words.text(at + 1) == "return" or subject_of(words, at)[0] in nouns.OWN_OR_OFFICERS
    )  # "post is to open the bids"
    is_effect = is_effect and not (is_act and _is_object(words.text(at + 2)))
    return is_effect and not words.follows(at + 1, "take", "action")


def _is_length_ahead(words: Words, at: int) -> bool:
    """Read "the list, wanted ten days before": a length stands behind the word, not what was wanted."""
    unit = words.skip(at + 2, "working", "business", "full", "calendar")
    is_length = words.text(unit) in {"day", "days", "week", "weeks", "month", "months", "hours", "fortnight"}
    return (
        words.text(at - 1) == ","
        and is_length
        and words.text(unit + 1) in {"before", "ahead", "prior", "after", "in"}
    )


def _is_object(text: str) -> bool:
    """Say whether a word behind "return" opens what is returned: "the form", "completed forms", "unused foils"."""
    is_counted = text in {"both", "all", "them", "it"} or text in NUMBERS
    return is_counted or text in say.DETERMINERS or text in nouns.DELIVERABLES or text.endswith("ed")


def _by_tense(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Return that a participle tells the past: "was requested", "had asked", "the Department requested"."""
    before = words.text(at - 1)
    is_past = bool({before, words.text(at - 2)} & {"was", "were", "had"})
    if words.text(at) not in say.PARTICIPLES:
        return verdicts.PAST if is_past and words.text(at) == "due" else None
    if is_past:
        return verdicts.PAST
    if at + 1 == phrase.start and not nouns.is_third(subject_of(words, at)[0]):
        return None  # "Your recommendation requested by May 3"
    if before in {"has", "have"} and words.text(at + 1) not in {"", ",", "by"}:
        is_others = words.text(at + 1) in {"its", "their", "his", "her"}
        is_ours = subject_behind(words, at + 1) in nouns.OWN and not is_others
        if words.text(at + 1) == "that" and own_parts.names_part(words, at + 2):
            return verdicts.YES  # whoever has asked: "The Director has asked that components reply"
        return None if is_ours or _is_asked_up(words, at) else verdicts.THIRD
    has_be = bool({words.text(at - n) for n in (1, 2, 3)} & verbs.BE_FORMS)
    is_told = words.text(at) in {"wanted", "needed"} and (words.text(at + 1) in _BEHIND_WANTED)
    is_told = is_told and not _is_length_ahead(words, at)
    if is_told and not has_be and subject_of(words, at)[0]:
        return verdicts.PAST  # "our airgram wanted figures by"
    if has_be or words.text(at) not in verbs.ORDERED:
        return None
    head, _ = subject_of(words, at)
    is_told = words.text(at + 1) in say.TELLING
    is_asking = words.text(at + 1) == "for" and _is_object(words.text(at + 2))  # "Our cable asked for"
    is_open = (head in nouns.DELIVERABLES and not is_asking) or (head in nouns.OWN and not is_told)
    return None if not head or is_open else verdicts.PAST


def _by_subject(words: Words, at: int, phrase: Phrase) -> Verdict:
    text, (head, opening) = words.text(at), subject_of(words, at)
    early = _by_matter(words, at, head, opening)
    if early is not None:
        return early
    if _is_ours(words, at, head, opening) or _is_of_post(words, at, opening):
        return verdicts.YES
    if _is_of_third(words, at, head, opening):
        return verdicts.THIRD
    if thing_duties.comes_here(words, at, head):
        return verdicts.STRANGER
    if _is_back(words, at) or (head in SIGNED and reaches_us(words, at)):
        return verdicts.YES
    if _takes_place(words, at, head, opening):
        return verdicts.EVENT
    is_duty = text in NEEDS and words.text(at + 1) == "to"
    if text in say.ACTIVE and not is_duty:
        return _by_asker(words, at, head)
    return by_actor(words, at, head, opening, phrase)


def _by_matter(words: Words, at: int, head: str, opening: tuple[str, ...]) -> Verdict | None:
    """Judge what is due elsewhere, what a stranger needs, and "it is essential that …" by whom the clause is about."""
    if _is_owed_elsewhere(words, at, opening):
        return verdicts.SENDER
    if is_due_from_others(words, at):
        return verdicts.THIRD
    if own_parts.asks_of_parts(words, at, head) or is_due_back(words, at):
        return verdicts.YES
    if _is_need_of_stranger(words, at, head, opening):
        return verdicts.STRANGER
    if words.text(at) == "due" and head in CLOSING and is_job_notice(words):
        return verdicts.THIRD
    if head != "it" or words.text(at) not in say.IMPERSONAL:
        return None
    near = words.texts[at + 2 : at + 6]
    ahead = set(near[: near.index(",")] if "," in near else near)
    return verdicts.THIRD if ahead & nouns.THIRD and not ahead & nouns.OWN else verdicts.YES


def _is_of_third(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Say whether the subject is somebody else by its noun; a city that names a state too may be a post."""
    text = words.text(at)
    if text in say.ACTING and head in COUNTRIES and posts_by_name.is_post(words, at):
        return False  # "Guatemala should name a speaker to WHA"
    is_of_others = head in {"mission", "missions"} and not v.MISSIONS_OF_OTHERS.isdisjoint(opening)
    is_news = text == "expected" and _is_expected_of_others(head, opening)
    return is_of_others or is_news or nouns.is_third(head)


def _takes_place(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Say whether what "must" is said of happens then: "the talks must end"; not "must close the open cards", "pass us the names"."""
    is_happening = (
        words.text(at) in say.DUTIES and words.text(at + 1) in verbs.HAPPENING and head not in nouns.OWN
    )
    if is_happening and not _is_object(words.text(at + 2)) and words.text(at + 2) not in TO_WHOM:
        return True
    done = words.text(at + 2) if words.text(at + 1) == "be" else ""
    is_due = words.text(at + 1) in verbs.ARRIVING or words.text(at) in verbs.WANTING
    is_handled = head in nouns.DELIVERABLES and (is_due or done in HANDLED_OR_PLACED)
    is_handled = is_handled or (head in DECIDED and done in thing_duties.OBTAINED)
    is_yours = head in DECIDED and opening[:1] and opening[0] in {"a", "an", "your"}
    return head in nouns.EVENTFUL and not (is_handled or is_yours)


def _is_expected_of_others(head: str, opening: tuple[str, ...]) -> bool:
    """Read "the court's report is expected by May 3", "rain is expected": no paper of those asked."""
    is_theirs = any(text.endswith("'s") and nouns.is_third(text[:-2]) for text in opening)
    return is_theirs or not (head in nouns.DELIVERABLES or head in nouns.OWN)


def _is_asked_up(words: Words, at: int) -> bool:
    """Read "the Secretary has asked to see the count", "NSC has asked for posts' counts": seniors of the sender want it."""
    head = subject_of(words, at)[0]
    if head in nouns.SENDERS and words.text(at + 1) == "to":
        return words.text(at + 2) in verbs.RECEIVING
    whose = {words.text(at + 2), words.text(at + 3)}
    return words.text(at + 1) == "for" and not whose.isdisjoint(OF_POSTS)


def _is_back(words: Words, at: int) -> bool:
    """Read "is to be back in our hands", "must be here": where it is wanted is ours, whatever it is."""
    if words.text(at - 1) in {"i", "we", "he", "she"}:
        return False  # "I should be back at my desk"
    ahead = words.texts[at + 1 : at + 7]
    hands = ahead.index("hands") if "hands" in ahead else 0
    owner = ahead[hands - 1].removesuffix("'s") if hands else ""
    if hands and owner != ahead[hands - 1] and owner not in _OURS_OR_MAY_ASK:
        return False  # "in the treasurer's hands"
    return ahead[:1] == ("be",) and not {"hands", "here", "desk", "desks"}.isdisjoint(ahead)


def _by_asker(words: Words, at: int, head: str) -> Verdict:
    """Judge "requests", "asks" by who asks, and by who is to act."""
    if head in nouns.ELSEWHERE and words.text(words.skip(at + 1, "the")) in {"us", "this", "department"}:
        return verdicts.SENDER  # "OMB requires this agency to report"
    if (
        not _may_ask(words, at, head)
        or is_commanding(words, at, head)
        or words.text(at + 1) in {"him", "her", "them"}
    ):
        return verdicts.THIRD
    is_told = words.text(at + 1) in {"that", "each", "every", "both"}
    is_bound = words.text(at) in {"require", "requires", "demands"} and "to" in words.texts[at + 2 : at + 5]
    whom = subject_behind(words, at + 1 + is_told) if is_told or is_bound else ""
    if words.text(at + 1 + is_told) in _OF_POSTS_BUT_POSTS:
        return verdicts.YES  # "that post's panel choose"
    is_part = words.text(at + 1) == "each" and not own_parts.PART.isdisjoint(words.texts[at + 2 : at + 7])
    is_theirs = (
        nouns.is_third(whom) and not is_part and not (whom == "it" and words.text(0) in {"if", "should"})
    )
    return verdicts.THIRD if is_theirs else verdicts.YES


def _is_ours(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Read what a wide word would take for another's: "Ambassador should issue", "relief teams need data"."""
    named = tuple(o for o in opening if o not in verbs.BE_FORMS)
    is_ambassador = head == "ambassador" and named in OUR_AMBASSADOR
    is_ambassador = is_ambassador and words.text(at) in ACTING_OR_ORDERED
    is_need = words.text(at) in NEEDS and "to" not in ahead_of(words, at, 0, 4)
    is_delegation = opening[:1] == ("delegation",) and words.text(at) in ASKING_OF_US
    if head in {"they", "it"} and stands_for_ours(words, at, head):
        return True
    is_country_team = head in {"team", "teams"} and "country" in opening
    return is_ambassador or is_delegation or is_country_team or is_need or _is_acted_upon(words, at, head)


def _is_need_of_stranger(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Read "The hotel needs the list by May 3": what somebody who is none of ours lacks."""
    if words.text(at) not in NEEDS or words.text(at + 1) == "to":
        return False
    is_noun = words.raw(at - 1).islower() or words.sentence.isupper()
    is_plain = is_noun and words.text(at - 1) not in say.MODALS_OR_ACTING
    return is_plain and head not in LACKING and is_stranger(words, at, head, opening)


def _is_of_post(words: Words, at: int, opening: tuple[str, ...]) -> bool:
    """Read "post's candidate has to be named", "Embassy's chapter ought to reach": what is theirs is handled or arrives."""
    verb = words.text(words.skip(at + 1, "to"))
    is_theirs = any(o == "your" or (o.endswith("'s") and o[:-2] in nouns.OWN) for o in opening)
    return is_theirs and (verb in verbs.ARRIVING or verb == "be")


def _is_acted_upon(words: Words, at: int, head: str) -> bool:
    """Read "shipments must be tallied": the addressee acts upon what cannot act itself."""
    is_passive = words.text(at + 1) == "be" and words.text(at + 2).endswith("ed")
    return is_passive and words.text(at) in say.DUTIES and head in nouns.THINGS


def _may_ask(words: Words, at: int, head: str) -> bool:
    """Say whether the subject of "asks", "requests" is the sender or one of its papers, not a note or a firm."""
    opening = subject_of(words, at)[1]
    is_acronym = words.raw(at - 1).isupper() and len(head) <= 5 and not owner_is_third(head, opening)
    is_acronym = is_acronym or (head == "general" and words.text(at - 2) in GENERALS)
    is_acronym = is_acronym or opening in CHIEFS
    is_acronym = is_acronym or opening[:1] in PASSAGES
    if owner_is_third(head, opening) and head in nouns.ASKERS:
        return False  # "the bank's circular instructs"
    return not head or is_acronym or head in nouns.MAY_ASK or words.text(at) not in verbs.ASKS


def _is_denied(words: Words, at: int, phrase: Phrase) -> bool:
    """Say whether "not" or "no" belongs to the asking word: "should not", "is not required", "no reply is needed"."""
    if words.text(at) in {"have", "has"} and words.text(at - 1) in USUAL:
        return True  # "Posts normally have ten days"
    if words.texts[max(0, at - 2) : at] == ("no", "longer"):
        return True  # "It is no longer necessary for posts to reply"
    is_apart = words.text(at - 1) in say.BETWEEN_NOT_AND_VERB or words.follows(at - 1, "have", "to")
    before = at - 2 if is_apart else at - 1  # "do not have to file"
    reach = 2 if words.text(at + 1) in {"be", "take", "make"} else 1
    if is_denial(words, before) or denies_ahead(words, at, phrase.start, reach):
        return True
    opening = subject_of(words, at)[1][:2]
    if opening[1:2] and opening[1] in say.BEHIND_NO:
        return False  # "No later than April 4 a written answer is required"
    is_either = opening[:1] == ("no",) and "yes" in words.texts[:at]  # "a yes or no is needed"
    return not nouns.NOBODY.isdisjoint(opening) and opening[0] not in verbs.HAVING and not is_either
