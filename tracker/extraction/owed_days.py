"""Whether a day that is said to be "due", "suspense" or "deadline" is owed by the addressee: not past, not denied, not another's."""

from collections.abc import Sequence

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.owed_by_others import is_due_from_others, names_others
from tracker.extraction.phrase import Phrase
from tracker.extraction.public_calls import CLOSING, is_job_notice
from tracker.extraction.sentence_parts import (
    owner_is_third,
    part_start,
    rightward,
    subject_behind,
    subject_of,
)

NOW = frozenset({"is", "are"})
TO_OTHERS = frozenset("to in with before at".split())
MOST_TO_WHOSE = 5  # words
MOST_OF_DUE = 8  # words of what falls due
TURNS = frozenset("end close start beginning latest middle turn".split())  # "due at the end of the month"
APPOINTING = frozenset(
    "due moved postponed rescheduled set pushed brought shifted slips slipped deferred advanced changed".split()
)
CARRIED = frozenset("courier pouch pouches bag bags crate crates".split())  # they arrive
PUT_OFF = frozenset({"postponed", "rescheduled"})
MOVED = frozenset("moved pushed shifted advanced brought".split())
LIMITED = frozenset("date dates requirement requirements closing submission filing limit cutoff time".split())
MET = frozenset("met missed kept beat".split())
CAME = frozenset(
    "received had got heard came answered replied responded reported registered logged counted arrived".split()
)
DUTIES = say.OPENING_DUTIES | say.MODALS | {"to", "required", "needed"}
SEEKING = frozenset("asked ask asks seek seeks sought wants wanted requested requests".split())
BODIES = frozenset("ministry court customs commission tribunal registrar parliament bank secretariat".split())
LIMITS = frozenset("by nlt later before within cob".split())
_MONEY_OR_CARRIED = nouns.MONEY | CARRIED
_DELIVERABLES_OR_DATED_OR_LIMITED = nouns.DELIVERABLES | nouns.DATED | LIMITED
_DELIVERABLES_OR_DATED = nouns.DELIVERABLES | nouns.DATED


def owed(words: Words, phrase: Phrase) -> Verdict:
    """Judge "due", "suspense", "deadline": binding unless past, denied, or owed to somebody else."""
    begin, text = part_start(words, phrase.start), words.text(phrase.start)
    behind = {words.text(n) for n in rightward(words, phrase.stop) if n < phrase.stop + 12}
    denials = {words.text(phrase.start - n) for n in range(1, 5)} & say.NEGATIVE
    if denials and not (denials == {"not"} and words.text(phrase.start - 1) in NOW):
        return verdicts.DENIED
    if _is_gone(words, phrase, begin, behind):
        return verdicts.PAST
    if words.text(phrase.stop) in TO_OTHERS and behind & nouns.ELSEWHERE:
        return verdicts.SENDER
    is_sought = text == "extension" and not SEEKING.isdisjoint(words.texts[begin : phrase.start])
    if is_sought or _is_of_owner(words, phrase):
        return verdicts.NOT_ASKED  # "asked for an extension until"
    head, opening = subject_of(words, phrase.start)
    if not CLOSING.isdisjoint({text, head}) and is_job_notice(words):
        return verdicts.THIRD
    if text.startswith("due") and _is_due_itself(words, phrase, head):
        return verdicts.EVENT
    is_lasting = text == "extended" and not nouns.LASTING.isdisjoint(words.texts[begin : phrase.start])
    if is_lasting or _is_appointed(words, phrase, head):
        return verdicts.EVENT
    return _by_owner(words, phrase, head, opening)


def _by_owner(words: Words, phrase: Phrase, head: str, opening: tuple[str, ...]) -> Verdict:
    is_paper, is_now = head in nouns.DELIVERABLES, words.text(phrase.start - 1) in NOW
    if opening[:1] == ("our",) and is_paper and is_now:
        return verdicts.SENDER  # "our reply to the Hill is due"
    is_from_others = words.text(phrase.stop) == "from" and names_others(words, phrase.stop + 1)
    is_from_others = is_from_others or is_due_from_others(words, phrase.start)
    if is_from_others or owner_is_third(head, opening) or _is_told_of_others(words, phrase):
        return verdicts.THIRD
    first = words.text(part_start(words, phrase.start))
    is_one = not {"a", "an"}.isdisjoint({first, *opening[:1]}) and not is_paper  # "a reshuffle is due by"
    return verdicts.OPEN if is_now and is_one and words.text(phrase.start) == "due" else verdicts.YES


def _is_told_of_others(words: Words, phrase: Phrase) -> bool:
    """Read "the ministry's answer, which is due by May 3"."""
    which = phrase.start - 2
    if words.text(which) != "which" or words.text(which - 1) != ",":
        return False
    return owner_is_third("", words.texts[max(0, which - MOST_TO_WHOSE) : which - 1])


def _is_gone(words: Words, phrase: Phrase, begin: int, behind: set[str]) -> bool:
    """Say whether the day was met or missed: "was due", "due on May 3 have been received", "due May 3 was received"."""
    if words.text(words.skip(phrase.stop, ",")) in {"was", "were"} or words.text(phrase.start - 1) in {
        "fell",
        "came",
    }:
        return True
    at = phrase.start - 1 - (words.text(phrase.start - 1) in {"the", "their"})
    is_kept = words.text(at) in MET and words.text(at - 1) not in {
        "be",
        "have",
    }  # "Posts met the deadline of May 3"
    if is_kept or _was_in_time(words, phrase, begin):
        return True
    is_now = words.text(phrase.start - 1) in NOW  # "A report that the fence was mended is due May 3"
    before = {words.text(n) for n in range(begin, phrase.start) if not is_now}
    within = {
        words.text(n) for n in range(phrase.start if is_now else max(begin, phrase.start - 4), phrase.stop)
    }
    within -= {"had"} if words.follows(phrase.start - 5, "have", "had", "to") else set()
    is_gone = bool(within & {"was", "were", "had"} or (before | behind | within) & verbs.GONE)
    is_in = words.text(phrase.stop) in {"have", "has"} and "been" in behind
    is_gone = is_gone or is_in or ("met" in behind and "be" not in behind)
    return is_gone and "extended" not in before | within | behind


def _was_in_time(words: Words, phrase: Phrase, begin: int) -> bool:
    """Read "The Department received 41 replies by the cut-off of May 3": what came in is told, and nothing asked."""
    said = words.texts[begin : phrase.start]
    came = any(
        text in CAME and words.text(begin + n - 1) not in verbs.BE_FORMS for n, text in enumerate(said) if n
    )
    return came and DUTIES.isdisjoint(words.texts)


def _is_of_owner(words: Words, phrase: Phrase) -> bool:
    """Read "The deadline for the Board's decision is April 30": what others owe."""
    at = phrase.start + 1
    said = words.texts[part_start(words, phrase.start) : phrase.stop]
    if any(said[n] in TO_OTHERS and _named(said, n + 1) in BODIES for n in range(len(said))):
        return True  # "bids are due at the Ministry of Works", "applications to the Ministry are due"
    if words.text(phrase.start) not in nouns.DATED or words.text(at) not in {"for", "of"}:
        return False
    whom = subject_behind(words, at + 1)
    is_theirs = nouns.is_third(whom) and "to" in words.texts[at + 1 : at + MOST_OF_DUE]
    return is_theirs or owner_is_third("", words.texts[at : min(phrase.stop, at + MOST_OF_DUE)])


def _named(said: Sequence[str], at: int) -> str:
    """Return the word that names a place or body behind a preposition: "the ministry"."""
    return next((text for text in said[at : at + 2] if text not in {"the", "a", "its"}), "")


def _is_due_itself(words: Words, phrase: Phrase, head: str) -> bool:
    """Say whether what is due comes itself or is paid: "he is due May 3", "the rent falls due"; not "they are due NLT May 3"."""
    if words.text(phrase.start - 1) in {"falls", "fall"}:
        before = words.texts[max(part_start(words, phrase.start), phrase.start - MOST_OF_DUE) : phrase.start]
        return nouns.DELIVERABLES.isdisjoint(before) or not nouns.MONEY.isdisjoint(before)
    is_limit = not LIMITS.isdisjoint(words.texts[phrase.start : phrase.stop])
    if head in {"they", "it"} and is_limit:
        return False
    return nouns.is_third(head) or head in _MONEY_OR_CARRIED


def _is_put_off(words: Words, phrase: Phrase) -> bool:
    """Read "the match is postponed to May 3": what is put off takes place then, if it is no paper and no deadline."""
    at = phrase.start - (words.text(phrase.start) == "from")
    said = words.texts[part_start(words, phrase.start) : phrase.start]
    is_owed = not (_DELIVERABLES_OR_DATED_OR_LIMITED).isdisjoint(said)
    is_wished = words.text(at) in MOVED and not {"wants", "want"}.isdisjoint(
        said
    )  # "wants the polls moved up to"
    return (is_wished or words.text(at) in PUT_OFF) and not is_owed


def _is_appointed(words: Words, phrase: Phrase, head: str) -> bool:
    """Say whether what is "set for", "fixed for" or "due at" its day is neither a reply nor its deadline: the visit is due May 3."""
    is_paper = head in nouns.DELIVERABLES and not LIMITS.isdisjoint(words.texts[phrase.start : phrase.stop])
    if head in nouns.EVENTFUL and not is_paper and words.text(phrase.start) in APPOINTING:
        return True
    if _is_put_off(words, phrase):
        return True
    if head in nouns.DELIVERABLES or head in nouns.DATED:
        return False
    if words.text(phrase.start) == "due":
        is_time = words.text(phrase.start + 2) == "the" and words.text(phrase.start + 3) in TURNS
        is_place = words.text(phrase.start + 1) == "at" and not phrase.time and not is_time
        return is_place and (not head.endswith("s") or nouns.is_third(head))
    paper = words.text(phrase.start - 2)
    is_aside = words.text(phrase.start - 1) == "," and paper not in _DELIVERABLES_OR_DATED
    is_told = is_aside or words.text(phrase.start - 1) in verbs.BE_FORMS
    return words.text(phrase.start) in {"set", "fixed"} and is_told
