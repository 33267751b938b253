"""Whether the day of a phrase binds the addressee: who must act, in what tense, and whether it is denied.

The nearest deciding word to the left of the phrase counts; for a phrase that opens its part of the
sentence the first to the right. Each verdict carries its reason in plain words.
"""

from collections.abc import Iterable

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import obligations
from tracker.extraction.answered_by import is_day_of_answer
from tracker.extraction.bare_days import orders_behind, unsaid
from tracker.extraction.date_words import Words
from tracker.extraction.day_acts import is_ordered_often
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import AWAITED, Marker
from tracker.extraction.deciding_words import decide, may_decide
from tracker.extraction.done_by import is_done_by
from tracker.extraction.dropped_days import is_dropped
from tracker.extraction.forbidding import forbids, is_kept_till
from tracker.extraction.inner_days import is_inner
from tracker.extraction.lasting_days import lasts
from tracker.extraction.owed_days import owed
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_kinds import by_kind
from tracker.extraction.sentence_parts import (
    outside,
    part_start,
    rightward,
)
from tracker.extraction.spoken_words import is_attributed, is_quoted
from tracker.extraction.told_on import TELLING, is_told_on

HARD = frozenset({Marker.LIMIT, Marker.FIRM, Marker.DUE, Marker.WITHIN})
SOFT_OR_BEFORE = frozenset({Marker.ON, Marker.SPAN, Marker.UNTIL, Marker.BEFORE})
WEIGHTS = {
    Marker.FIRM: 8, Marker.DUE: 8, Marker.NOT_BEFORE: 7, Marker.LIMIT: 6, Marker.WITHIN: 6, Marker.BEFORE: 5,
    Marker.UNTIL: 4, Marker.NAMED: 3, Marker.SPAN: 3, Marker.ON: 2, Marker.URGENT: 1, Marker.AFTER: 1,
}  # fmt: skip
MOST_WORDS_BEFORE_OPENING = 3
CONDITIONS = frozenset("if should when where unless once".split())
MOVING = frozenset("put extended moved postponed waived deferred lifted relaxed pushed".split())
MOST_TO_MOVING = 10
MOST_TO_HAVING = 7  # words from "have" to what is to be done
_SILENT = frozenset("failure if failing lacking without wanting".split())
_LACKING = _SILENT - {"failure", "if"} | {"absent", "barring"}
_WORD_OF_POSTS = frozenset(
    "reply replies response responses answer answers word objection objections nothing list count figures data".split()
)
LIMITING = frozenset({Marker.WITHIN, Marker.LIMIT, Marker.BEFORE})
OPENING_ASIDES = frozenset({"where", "if", "wherever", "unless", "when", "as"})
OWING = frozenset({"owe", "owes", "will", "had"})
CUE_LENGTH = 30  # characters of an asking verb: "would be most appreciated"
WISHFUL = frozenset("hope hopes want wants wish wishes expect expects like keen eager anxious".split())
CUE_WORDS = say.ASKING | WISHFUL
COME = frozenset("received submitted in arriving postmarked sent reaching here".split())
MOST_TO_TAKING = 7  # words
POINTED_AT = frozenset("mind attention drawn mindful remember".split())
KEPT = frozenset("met beat made kept missed reached exceeded".split())
_MOVING_OR_CHANGED = MOVING | {"changed"}
_PARTING = frozenset({",", "but", "and", "or"})


def verdict(words: Words, phrase: Phrase, *, is_ask: bool = False, cue_at: int = -1) -> Verdict:
    """Return whether the phrase sets a day for the addressee.

    `is_ask`: the sentence is known to ask, by the verb at character `cue_at` if that is told.
    """
    is_told = is_ask and (is_told_on(words, phrase, cue_at) or is_done_by(words, phrase, cue_at))
    return verdicts.YES if is_told else _verdict(words, phrase, is_ask=is_ask, cue_at=cue_at)


def _verdict(words: Words, phrase: Phrase, *, is_ask: bool, cue_at: int) -> Verdict:
    is_others = is_inner(words, phrase, cue_at if is_ask else -1)
    outer = verdicts.EVENT if is_others else _outer(words, phrase, cue_at if is_ask else None)
    if outer:
        return outer
    is_apart = is_ask and _stands_apart(words, phrase, cue_at)
    if is_apart or _opens_with_matter(words, phrase, cue_at if is_ask else len(words.sentence)):
        return verdicts.YES
    left = (
        owed(words, phrase)
        if phrase.marker is Marker.DUE
        else _first(words, outside(words, phrase.start), phrase, cue_at)
    )
    if left and left.is_sure:
        is_cue = (
            phrase.marker is Marker.DUE
            and cue_at >= 0
            and left is verdicts.THIRD
            and _is_cue(words, phrase, cue_at)
        )
        return verdicts.YES if is_ask and (left is verdicts.STRANGER or is_cue) else left
    if left is not verdicts.WEAKLY_PAST and _opens_part(words, phrase):
        right = _first(words, rightward(words, phrase.stop), phrase, cue_at)
        if right and (right.is_sure or not left):
            is_bound = not right.is_sure and (
                is_ask or (phrase.marker in HARD and orders_behind(words, phrase))
            )
            return verdicts.YES if is_bound else right
    if is_ask:
        is_weak = left in (verdicts.WEAKLY_NOT, verdicts.WEAKLY_PAST)
        is_apart = is_weak and _is_other_part(words, phrase, cue_at)
        return left if left and is_apart else verdicts.YES
    if phrase.marker is Marker.FIRM and words.text(part_start(words, phrase.start)) in nouns.DELIVERABLES:
        return verdicts.YES
    return left or (unsaid(words, phrase) if phrase.marker in HARD else verdicts.NOT_ASKED)


def _is_cue(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Say whether the words of a day are themselves the asking ones: "Skopje's next is due May 3"."""
    return words.places[phrase.start][0] - CUE_LENGTH <= cue_at <= words.places[phrase.start][0]


def _is_other_part(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Say whether a soft day stands behind a semicolon, the asking verb before it: "…; the aircraft flies on May 3"."""
    start = part_start(words, phrase.start)
    is_behind = start > 0 and words.text(start - 1) == ";" and 0 <= cue_at < words.places[start][0]
    return is_behind and phrase.marker in {Marker.ON, Marker.SPAN}


def _stands_apart(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Read "should report the names of those it intends to send, no later than May 3": behind a comma it is the order's."""
    is_behind = 0 <= cue_at < words.places[phrase.start][0]
    is_behind = is_behind and words.text(phrase.start - 1) == ","
    is_limit = phrase.marker is Marker.FIRM or (phrase.marker in LIMITING and _ends_aside(words, phrase))
    return is_behind and is_limit


def _ends_aside(words: Words, phrase: Phrase) -> bool:
    """Say whether the comma before a phrase closes an aside: "with both ministries, where this can be arranged, within two weeks"."""
    before = (n for n in range(phrase.start - 2, -1, -1) if words.text(n) == ",")
    comma = next(before, None)
    opening = words.texts[comma + 1 : comma + 4] if comma is not None else ()
    return not OPENING_ASIDES.isdisjoint(opening)


def _opens_with_matter(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Read "Confirmation by May 3 that the team may move would be appreciated": the day belongs to what is wanted."""
    is_before = phrase.start > 0 and cue_at > words.places[phrase.stop - 1][0]
    is_of_matter = words.text(phrase.stop) in {"that", "whether", "of", "on", "as"}
    is_before = is_before and not verbs.WANTING.isdisjoint(words.texts[phrase.stop :])
    return is_before and is_of_matter and words.text(phrase.start - 1) in nouns.DELIVERABLES


def _outer(words: Words, phrase: Phrase, cue_at: int | None) -> Verdict | None:
    """Judge by the whole sentence and by the words right beside the phrase."""
    said = by_kind(words, phrase, is_ask=cue_at is not None)
    if said:
        return said
    if _is_set_aside(words, phrase):
        return verdicts.SET_ASIDE
    if (
        _is_of_penalty(words, phrase)
        or _is_cut_off(words, phrase)
        or is_day_of_answer(words, phrase)
        or (cue_at is not None and _may_come_later(words, phrase))
    ):
        return verdicts.YES
    if words.text(0) in {"absent", "barring"} and words.text(1).startswith("objection"):
        return verdicts.YES  # silence is consent
    if words.text(0) in _LACKING and _is_silence_read(words, phrase):
        return verdicts.YES
    if cue_at == 0 and words.text(0) in _SILENT and phrase.start < MOST_TO_MOVING:
        return verdicts.YES  # the sentence is known to take silence for consent
    if is_quoted(words, phrase.start) or is_attributed(words, phrase.stop):
        return verdicts.QUOTED
    return _by_marker(words, phrase, -1 if cue_at is None else cue_at)


def _is_silence_read(words: Words, phrase: Phrase) -> bool:
    """Read "Failing a reply by March 23, the Department will": the sender acts where no word comes by then."""
    is_word = not _WORD_OF_POSTS.isdisjoint(words.texts[1 : phrase.start])
    comma = next((n for n in range(phrase.stop, len(words.texts)) if words.text(n) == ","), phrase.stop - 1)
    behind = words.texts[comma + 1 : comma + 4]
    return is_word and phrase.start < MOST_TO_MOVING and not nouns.SENDERS.isdisjoint(behind)


def _by_marker(words: Words, phrase: Phrase, cue_at: int) -> Verdict | None:
    """Judge by what the phrase says of its day: from when, until when, on which day something happens."""
    is_bar = phrase.reading.day is not None or words.text(phrase.start - 1) in {"until", "till", "only"}
    if phrase.marker is Marker.NOT_BEFORE or (phrase.marker is Marker.AFTER and is_bar):
        return verdicts.YES if _says_no_later(words, phrase) else verdicts.NO_EARLIER
    is_put_off = phrase.marker in {Marker.UNTIL, Marker.BEFORE}
    if is_put_off and (is_kept_till(words, phrase) or forbids(words, phrase)):
        return verdicts.NO_EARLIER
    if phrase.marker in SOFT_OR_BEFORE and _is_in_question(words, phrase, cue_at):
        return verdicts.EVENT
    if lasts(words, phrase):
        return verdicts.VALID
    if phrase.marker is Marker.ON and "from" in {words.text(phrase.start - n) for n in range(1, 4)}:
        return verdicts.NO_EARLIER  # "from first light on February 21"
    if phrase.marker is Marker.NAMED:
        return _named_elsewhere(words, phrase)
    if phrase.marker is Marker.ON and _is_day_of_event(words, phrase):
        return verdicts.EVENT
    return None


def _named_elsewhere(words: Words, phrase: Phrase) -> Verdict | None:
    """Judge a day known from elsewhere, "the May 3 deadline": it may be gone, or be asked to go."""
    if not KEPT.isdisjoint(words.texts[max(0, phrase.start - 4) : phrase.start]):
        return verdicts.PAST  # "met its May 3 target"
    if not verbs.BYGONE.isdisjoint(words.texts[phrase.stop : phrase.stop + 3]):
        return verdicts.PAST
    is_pointed_at = not POINTED_AT.isdisjoint(words.texts[max(0, phrase.start - 4) : phrase.start])
    if is_pointed_at or words.text(phrase.stop) in {"stands", "remains", "holds"}:
        return verdicts.YES  # "bear in mind the May 3 deadline", "the May 3 suspense stands for all posts"
    if _stays(words, phrase.stop):
        return verdicts.YES
    return verdicts.SET_ASIDE if _is_to_move(words, phrase) else None


def _stays(words: Words, at: int) -> bool:
    """Read "The May 3 deadline will not be extended": it holds."""
    be = at + 1 + (words.text(at) != "cannot")
    is_denied = words.text(at) == "cannot" or words.text(at + 1) == "not"
    return is_denied and words.text(be) == "be" and words.text(be + 1) in _MOVING_OR_CHANGED


def _is_to_move(words: Words, phrase: Phrase) -> bool:
    """Read "that the May 3 deadline for its survey be put off": the day is the one that is to go."""
    behind = words.texts[phrase.stop : phrase.stop + MOST_TO_MOVING]
    return any(w == "be" and behind[n + 1 : n + 2] and behind[n + 1] in MOVING for n, w in enumerate(behind))


def _is_in_question(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Say whether "whether" stands before the phrase, and no asking verb between: "ask whether he sails on May 3"."""
    places = range(part_start(words, phrase.start), phrase.start)
    asked = next((n for n in places if words.text(n) == "whether" and words.places[n][0] > cue_at), None)
    if asked is None:
        return False
    # "ask whether he sails, and to tell us before"
    goes_on = (n for n in range(asked, phrase.start) if words.follows(n, "and", "to"))
    return not any(words.text(n - 1) == "," or words.text(n + 2) in TELLING for n in goes_on)


def _is_of_penalty(words: Words, phrase: Phrase) -> bool:
    """Read "forms not signed by May 3 will be returned, so posts are asked to sign them": what saves them is due by then."""
    before = {words.text(phrase.start - n) for n in range(1, 5)}
    if words.text(phrase.stop) not in {"will", "shall"} or before.isdisjoint(say.NEGATIVE):
        return False
    behind = [n for n in rightward(words, phrase.stop) if words.text(n) in say.ASKING]
    joint = next((n for n in rightward(words, phrase.stop) if words.text(n) in {"so", "therefore"}), None)
    if joint is None or not behind or behind[0] < joint:
        return False
    subject = {words.text(n) for n in range(joint, behind[0])}
    return not subject.isdisjoint(nouns.OWN)


def _is_cut_off(words: Words, phrase: Phrase) -> bool:
    """Read "Only names received by May 3 will be considered", "Forms not in by May 3 cannot be accepted"."""
    before = words.texts[part_start(words, phrase.start) : phrase.start]
    is_come = words.text(phrase.start - 1) in COME and not nouns.DELIVERABLES.isdisjoint(before[:4])
    behind = set(words.texts[phrase.stop : phrase.stop + MOST_TO_TAKING])
    is_taken = not behind.isdisjoint(verbs.TAKEN) and not behind.isdisjoint(say.MODALS)
    return is_come and is_taken and phrase.marker in {Marker.LIMIT, Marker.BEFORE, Marker.FIRM}


def _may_come_later(words: Words, phrase: Phrase) -> bool:
    """Read "names are also needed, but these will do by May 3": what is asked for need not come before then."""
    verb, modal, subject = (words.text(phrase.start - n) for n in (1, 2, 3))
    is_late = verb in {"do", "follow", "come", "wait", "arrive", "suffice"} and modal in say.MODALS_OR_MUST
    return is_late and subject in {"these", "those", "they", "it", "that", "this", "but"}


_OLD_THINGS = frozenset("old original initial previous".split())


def _is_set_aside(words: Words, phrase: Phrase) -> bool:
    """Read "rather than by July 3", "instead of July 3", "originally due July 3", "not by July 3"."""
    if is_dropped(words, phrase):
        return True
    before, further = words.text(phrase.start - 1), words.text(phrase.start - 2)
    if before == "not" and words.text(words.skip(phrase.stop, ",")) == "but":
        return True
    if "now" in words.texts[phrase.start : phrase.stop]:
        return False  # "the original deadline of April 3 is now April 24"
    if before == "first" and further != "the" and words.text(phrase.start) in {"set", "fixed", "due"}:
        return True  # "the date, first set for this Friday, slips to"
    is_thing = before in _OLD_THINGS and phrase.marker not in {Marker.NAMED, Marker.DUE}  # "the original by"
    return (before in say.SET_ASIDE and not is_thing) or (before, further) in {
        ("of", "instead"),
        ("than", "rather"),
    }


def _says_no_later(words: Words, phrase: Phrase) -> bool:
    """Say whether "later than" is denied: "should not be sent later than October 3", "received after May 1 cannot be used"."""
    if words.text(phrase.start) not in {"later", "after"}:
        return False
    before = {words.text(phrase.start - n) for n in range(1, 7)}
    if words.text(phrase.start) == "later" and before & say.NEGATIVE:
        return True
    beside = {words.text(phrase.start - n) for n in range(1, 5)} | {
        words.text(phrase.stop + n) for n in range(8)
    }
    if not beside.isdisjoint({"was", "were"}):
        return False  # "arrived after the deadline and were not considered"
    return bool(beside & {"not", "cannot", "no"}) and bool(beside & verbs.TAKEN)


def _is_day_of_event(words: Words, phrase: Phrase) -> bool:
    """Say whether "on" gives the day of an event: "the meeting on", "arriving on", "on the July 10 session"."""
    behind = words.text(phrase.stop)
    if behind in verbs.EVENT_VERBS or (words.text(phrase.stop + 1) in verbs.EVENT_VERBS and behind.isalpha()):
        return True
    before = [words.text(phrase.start - n) for n in range(1, 5)]
    if before[0] in {"force", "effect"} and before[1] == "in":
        return True  # "the rate in force on May 1"
    is_participle = words.text(phrase.start) == "on" and (
        (before[0].endswith(("ing", "ed")) and before[0] not in AWAITED) or before[0] in verbs.DONE_ON
    )
    is_participle = is_participle and not _is_passive_order(words, phrase.start - 1)
    is_event = any(
        text in verbs.EVENT_VERBS and words.text(phrase.start - n) not in nouns.DELIVERABLES
        for n, text in enumerate(before)
    )
    is_event = is_event and not is_ordered_often(words, phrase.start, phrase)
    return is_participle or is_event  # not in "return travel vouchers each Monday"


def _is_passive_order(words: Words, at: int) -> bool:
    """Read "should be sent on May 3", "is to be delivered on", "have the forms printed on": the day of what is ordered."""
    if words.text(at - 1) == "be":
        duty = words.text(at - 2)
        return duty in say.ACTING_BUT_TO or (duty == "to" and words.text(at - 3) in verbs.BE_FORMS)
    low = max(0, at - MOST_TO_HAVING)
    having = next((n for n in range(at - 2, low - 1, -1) if words.text(n) == "have"), -1)
    return having >= 0 and words.text(having - 1) in {"", "please", "should", "must", "to"}


def _first(words: Words, places: Iterable[int], phrase: Phrase, cue_at: int) -> Verdict | None:
    """Return the verdict of the first deciding word; an unsure one where only weak words stand there."""
    weak: Verdict | None = None
    condition = _end_of_condition(words, phrase, cue_at)
    for at in places:
        if at >= condition and _is_known_to_ask(words, at, cue_at):
            return verdicts.YES
        found = decide(words, at, phrase) if at >= condition else None
        if found and found.is_sure:
            is_near = 0 <= cue_at <= words.places[at][0] < cue_at + CUE_LENGTH
            is_near = is_near or (
                words.text(at) == "would" and words.places[at + 1][0] == cue_at
            )  # "would ask"
            is_cue = is_near and (
                words.text(at) in CUE_WORDS
                or (words.text(at) in say.MODALS and words.places[at][0] == cue_at)
                or (words.text(at) in OWING and words.places[at][0] == cue_at)
                or words.text(at) == "would"
                or obligations.is_obligation(words, at)
            )
            return verdicts.YES if is_cue else found
        weak = weak or found
    return weak


def _is_known_to_ask(words: Words, at: int, cue_at: int) -> bool:
    """Say whether the word stands there that is known to ask: whoever is its subject need not be asked."""
    if not 0 <= cue_at <= words.places[at][0] < cue_at + CUE_LENGTH or not may_decide(words.text(at)):
        return False
    is_asking = words.text(at) in say.ASKING or obligations.is_obligation(words, at)
    return is_asking and obligations.asks(words, at)


def _end_of_condition(words: Words, phrase: Phrase, cue_at: int) -> int:
    """Return where the clause ends on which an ask hangs, 0 where it has none: "If the party has one, cable it today"."""
    if words.text(0) not in CONDITIONS or cue_at <= 0 or words.places[phrase.start][0] < cue_at:
        return 0
    commas = [n for n in range(phrase.start) if words.text(n) == "," and words.places[n][0] < cue_at]
    return commas[0] if commas else 0


def _opens_part(words: Words, phrase: Phrase) -> bool:
    """Say whether the phrase stands near the start of its part of the sentence, or in an if-clause there."""
    begin = part_start(words, phrase.start)
    is_clause = words.text(words.skip(begin, "and", "but")) in say.RELATIVES
    return is_clause or phrase.start - begin <= MOST_WORDS_BEFORE_OPENING


def is_preferred(words: Words, phrase: Phrase) -> bool:
    """Say whether the day is only wished for: "preferably by", "by …, if possible", "ideally"."""
    before = words.texts[max(0, phrase.start - 6) : phrase.start]
    if not {"prefer", "prefers", "hope", "hopes"}.isdisjoint(before[:-1]):
        return True
    if words.text(phrase.start - 2) == "like":
        return True
    after = words.skip(phrase.stop, ",", "(")
    near = {*before[-3:-1]} - {"preferred"} | {*before[-1:]}  # "its preferred dates by" wishes nothing
    if not say.WISHED.isdisjoint(near) and words.text(phrase.start - 1) not in _PARTING:
        return True
    wish = words.skip(words.skip(words.skip(after, "if", "where"), "at"), "all")  # "if at all possible"
    return words.text(wish) in say.WISHED and words.text(phrase.stop) != ","
