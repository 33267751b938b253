"""Days in a clause inside an ask: what others are told, when something happens, why the ask is made. They are not when it is due."""

from bisect import bisect_left

from tracker.extraction import doers
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import MONTHS, Words
from tracker.extraction.days_of_use import is_day_of_use
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.kinds_meant import is_of_kind
from tracker.extraction.others_acts import is_others_act
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import inserted_at, subject_behind
from tracker.extraction.told_clauses import can_wait, is_of_condition, is_of_state, is_told

_SOFT = frozenset({Marker.ON, Marker.UNTIL, Marker.SPAN, Marker.AFTER})
_SOFT_OR_BEFORE = _SOFT | {Marker.BEFORE}
_OF_MONEY = _SOFT | {Marker.WITHIN}
_OPENERS = frozenset(
    "as since because when if although while so in to given should inasmuch until once unless after".split()
)
_CONTENT = frozenset("that whether when which what how if who where".split())
_NAMED_TIMES = frozenset("day days date dates week weeks time times slot slots".split())
_PLEADING = frozenset({"please", "pls", "kindly", "should", "must", "shall"})
_ANY = frozenset({"some", "any"})  # "at some time between"
_MADE = frozenset(
    "dated issued printed drafted manufactured signed concluded awarded opened executed built bought paid filed made"
    " purchased acquired posted registered enrolled appointed hired admitted arrested incurred".split()
)
_COME_IN = frozenset(
    "received submitted filed sent mailed postmarked registered entered lodged issued dated made placed signed concluded approved paid opened closed".split()
)
_NO_NOUNS = frozenset("is was must not get its this".split())
_RUNNING = frozenset(
    "run runs expire expires lapse lapses end ends fall falls begin begins close closes".split()
)
_RAN = frozenset("ran left came went fell began".split())
_OF_THOSE = verbs.BE_FORMS | verbs.HAVING | _RUNNING | _RAN
_ARRANGING = frozenset(
    "request arrange schedule seek book reserve obtain secure organize plan set get ask hire rent charter appreciate welcome grateful provide given give".split()
)
_OCCASIONS = frozenset(
    """appointment appointments meeting meetings call calls roundtable dinner lunch luncheon breakfast reception briefing
    briefings interview interviews conference visit session ceremony tour lunches luncheons dinners breakfasts receptions room rooms
    table tables car cars van vans bus hall audience lecture rehearsal drinks tea""".split()
)
_KEPT = frozenset("room rooms lodging car cars van vans bus hall tables".split())
_DURING = frozenset("during throughout for over in".split())
_EVERY = frozenset("every each all".split())
_COUNTING = frozenset("count record log note register list tally".split())
_WATCHING = frozenset("monitor watch observe track".split())
_LENDING = frozenset("lend loan detail second spare house accommodate host shelter".split())
_REACHING = frozenset("call telephone phone contact reach ring".split())
_TURNS = frozenset({"and", "but", ";", "report", "cable", "by", "before", "that"})
_MONEY = frozenset(
    "money moneys monies funds funding appropriation appropriations allotment allotments dollars resources".split()
)
MOST_TO_MONEY = 4  # words: "year-end money"
_BEING_THERE = frozenset({"spend", "come", "stay", "travel", "fly"})
_SENDING = frozenset(
    "send sending spare sparing assign assigning detail detailing dispatch dispatching second seconding provide providing".split()
)
_GOING_THERE = _BEING_THERE | _SENDING
_BEHIND_HEAD = frozenset("to from for of who with at in on and or , from during here".split())
MOST_OF_ARRANGING = 16  # words
_CAUSES = frozenset({"because", "since", "as"})
_SOUNDED = frozenset(
    "sound sounding consult consulting canvass poll query querying views view opinion preference preferences reaction agreement concurrence thoughts thinking".split()
)
_ON_THAT_DATE = (("on", "that", "date"), ("on", "the", "same", "date"), ("on", "that", "day"))
MOST_TO_WHO = 4  # words: "The two posts that"
_MINDFUL = frozenset("bearing noting knowing recalling mindful aware considering remembering".split())
MOST_TO_THAT = 4  # words
_PLEDGES = frozenset(
    """undertaking undertakings assurance assurances commitment commitments promise promises pledge pledges guarantee
    guarantees word agreement understanding""".split()
)
_WAS = frozenset("was were has had".split())
_WENT = frozenset("met saw told gave left wrote spoke made took sent".split())
_IS_DONE = frozenset("is are be and was were to the as".split())
MOST_TO_DONE = 6  # words from the beginning to the verb of what has been done
MOST_OF_THOSE = 9  # words
_TURNING = frozenset("should must shall please".split())
_TELLING_US = frozenset({"report", "cable"})
MOST_TO_THIRD = 7  # words from "press" to the "to" of what others shall do
_ASKING = verbs.ASKS | say.ASKING
_CONTENT_BUT_THAT = _CONTENT - {"that"}
_TURNING_OR_TELLING_US = _TURNING | _TELLING_US
_OWN_OR_PLEADING = nouns.OWN | _PLEADING


def is_inner(words: Words, phrase: Phrase, cue_at: int) -> bool:
    """Say whether the day of a phrase belongs to a clause inside the ask whose verb stands at character `cue_at`."""
    if is_others_act(words, phrase) or is_of_state(words, phrase):
        return True
    if cue_at < 0:
        is_noun = phrase.marker in _SOFT and _is_of_noun(words, phrase, -1)
        is_kept = words.text(phrase.start) == "from" and not _KEPT.isdisjoint(words.texts[: phrase.start])
        is_stay = is_kept and _is_arranged(words, phrase, 0)  # "arrange for a car from May 3 to May 5"
        return is_noun or is_stay or _is_of_others(words, phrase, 0)
    behind = bisect_left(words.places, (cue_at, 0))
    cue = behind if behind < len(words.texts) else 0
    if any(rule(words, phrase, cue) for rule in _OF_ANOTHER):
        return True
    if phrase.start < cue:
        is_of_thing = phrase.marker in _SOFT and words.text(cue) == "to" and phrase.start > 1
        is_past = _is_of_past_verb(words, phrase, cue)
        return (
            is_of_thing or is_past or _is_reason(words, phrase, cue)
        )  # "Rooms from May 3 through May 5, to be held"
    is_named = words.text(phrase.start - 1) in _NAMED_TIMES and words.text(phrase.start - 2) not in _ANY
    if phrase.marker is Marker.SPAN and is_named:
        return True
    return _is_told(words, phrase, cue) or _is_of_others(words, phrase, cue)


def _is_of_past_verb(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "Oslo answered the survey in December and should": the day is that of what has been done, before the ask."""
    if phrase.marker not in _SOFT or "and" not in words.texts[phrase.stop : min(phrase.stop + 2, cue)]:
        return False
    done = range(1, min(phrase.start, MOST_TO_DONE))
    return any(
        (words.text(n).endswith("ed") or words.text(n) in _WENT) and words.text(n - 1) not in _IS_DONE
        for n in done
    )


def _is_of_noun(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "the grant, which lapses on May 3": what is said of a noun in passing, and no duty is said of it there."""
    opening = inserted_at(words, phrase.start)
    is_due = phrase.marker is Marker.DUE and words.text(phrase.start).startswith("due")
    if opening is None or is_due or opening <= cue < phrase.stop or can_wait(words, phrase.start - 1):
        return False
    if words.text(opening) == "(":
        return True
    said = range(opening, phrase.start)
    return not any(
        words.text(n) in say.ASKING or (words.text(n) == "to" and words.text(n - 1) in {"is", "are", "be"})
        for n in said
    )


def _is_of_paper(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "return the receipts issued before May 3": the day tells which papers are meant."""
    is_kind = words.text(phrase.start - 1) in _MADE and phrase.marker in {Marker.BEFORE, Marker.ON}
    noun = words.text(phrase.start - 2)
    if not {"have", "get"}.isdisjoint(words.texts[cue : phrase.start]):
        return False  # "have the forms printed before May 3"
    return is_kind and cue < phrase.start - 2 and noun.endswith(("s", "r", "t")) and noun not in _NO_NOUNS


def _is_of_those(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "renew those that run out before May 3", "leases that ran out on or before May 3 must be": which are meant."""
    is_soft = phrase.marker in _SOFT_OR_BEFORE
    if not is_soft and phrase.stop > cue:
        return False
    low = max(0, phrase.start - MOST_OF_THOSE)
    at = next(
        (n for n in range(phrase.start - 2, low, -1) if words.text(n) in {"that", "which", "who", "whose"}), 0
    )
    if not at:
        return False
    head = words.text(at - 1)
    is_noun = head in {"those", "any", "all"} or (head.endswith("s") and head not in _ASKING)
    is_one = words.text(at - 2) in {"each", "any", "every"}
    between = words.texts[at + 1 : phrase.start]
    is_plain = say.MODALS.isdisjoint(between) and say.ASKING.isdisjoint(between) and "," not in between
    at_verb = at + 1 + (words.text(at) == "whose")
    is_over = words.text(at_verb) in _RAN or words.text(at + 1).endswith("ed")
    is_verb = is_over or (is_soft and words.text(at_verb) in _OF_THOSE)
    is_owed = at < cue < phrase.start and words.text(cue) in {
        "have",
        "has",
    }  # "Posts that have yet to reply have until"
    is_told = at < cue or cue < at - 1
    return (is_noun or is_one) and is_plain and is_verb and is_told and not is_owed


def _is_borne_in_mind(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "…, bearing in mind that the hosts would like to hear by May 3", "noting that they vote on May 3"."""
    if _MINDFUL.isdisjoint(words.texts[: phrase.start]):
        return False  # as mostly
    at = next((n for n in range(phrase.start - 1, cue, -1) if words.text(n) in _MINDFUL), 0)
    is_clause = at > 0 and words.text(at - 1) == "," and "that" in words.texts[at : at + MOST_TO_THAT]
    return is_clause and {"please", "should"}.isdisjoint(words.texts[at : phrase.start])


def _is_day_of_call(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "raise it during the November 12 call": the day of the occasion, on which it is done if at all."""
    is_during = phrase.marker is Marker.SPAN and words.text(phrase.start) == "during"
    is_one_day = phrase.reading.first == phrase.reading.day
    return is_during and is_one_day and words.text(phrase.stop) in _OCCASIONS


def _is_arranged(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "request an appointment for the week of May 3", "arrange a dinner on May 3": the day of what is arranged."""
    if phrase.marker not in {Marker.ON, Marker.SPAN} or phrase.start <= cue:
        return False
    near = range(max(cue, phrase.start - MOST_OF_ARRANGING), phrase.start)
    verb = next((n for n in near if words.text(n) in _ARRANGING), -1)
    between = words.texts[verb + 1 : phrase.start]
    return verb >= 0 and not _OCCASIONS.isdisjoint(between) and _TURNS.isdisjoint(between)


def _is_sounded(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "sound out the ministry on that date and advise by May 3", "seek its views on that date": what the talk is about."""
    is_that = phrase.marker is Marker.ON and words.texts[phrase.start : phrase.stop] in _ON_THAT_DATE
    if not is_that:
        return False
    near = words.texts[max(cue, phrase.start - MOST_OF_ARRANGING) : phrase.start]
    return not _SOUNDED.isdisjoint(near) and _TURNS.isdisjoint(near)


def _is_while(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "lend us the van from May 3 to May 5", "call Ann Sample through May 3": how long a thing or a person is there."""
    near = words.texts[cue : phrase.start]
    if not _TURNS.isdisjoint(near):
        return False
    is_while = phrase.marker in {Marker.SPAN, Marker.UNTIL} and words.text(phrase.start) != "between"
    is_lent = is_while and not _LENDING.isdisjoint(near)
    is_observed = phrase.marker in {Marker.SPAN, Marker.WITHIN} and _is_observed(words, phrase, cue)
    is_reached = phrase.marker is Marker.UNTIL and not _REACHING.isdisjoint(near) and "on" not in near
    return is_lent or is_reached or is_observed


def _is_observed(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "count every visitor during the week of May 3", "keep a log of calls for the week of": how long it goes on."""
    near = words.texts[cue : phrase.start]
    is_each = not _EVERY.isdisjoint(near) and not _COUNTING.isdisjoint(near)
    is_watch = not _WATCHING.isdisjoint(near) or ("log" in near and "keep" in near)
    is_during = not _DURING.isdisjoint({words.text(phrase.start), words.text(phrase.start - 1)})
    return is_during and (is_each or is_watch)


def _is_reason(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "So that the report can go by April 18, posts should", "As the treaty enters into force on May 3, posts should"."""
    if words.text(0) not in _OPENERS or phrase.start == 0:
        return False
    is_clause = (
        words.text(0) not in {"in", "so", "to"} or words.texts[1:2] == ("that",) or words.text(0) == "to"
    )
    is_clause = is_clause or words.follows(0, "in", "order")
    commas = [n for n in range(phrase.stop, cue) if words.text(n) == ","]
    before = [n for n in range(phrase.start) if words.text(n) == ","]
    return is_clause and bool(commas) and not before


def _is_told(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "tell the ministry that the offer stands until May 3": what happens on that day is what is told or asked."""
    if phrase.marker not in _SOFT:
        return _is_pledged(words, phrase, cue) or _was_before(words, phrase, cue)
    places = [
        n
        for n in range(cue, phrase.start)
        if words.text(n) in _CONTENT and not _opens_what_is_asked(words, n, cue)
    ]
    if not places:
        return False
    behind = words.texts[places[0] + 1 : phrase.start]
    return len(behind) > 1 and not any(w in {"please", "should", "must"} for w in behind)


def _was_before(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "report how traffic was before that": what was before another day is asked about, nothing is due by it."""
    is_back = phrase.marker is Marker.BEFORE and phrase.reading.anchor is not None
    asked = (
        next((n for n in range(cue, phrase.start) if words.text(n) in _CONTENT_BUT_THAT), 0) if is_back else 0
    )
    return asked > 0 and not {"was", "were", "had"}.isdisjoint(words.texts[asked : phrase.start])


def _is_pledged(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "seek an undertaking that answers will be given before the meeting": what others pledge to do by then."""
    if "that" not in words.texts[: phrase.start]:
        return False  # as mostly
    at = next((n for n in range(phrase.start - 1, cue, -1) if words.text(n) == "that"), 0)
    is_pledge = at > 0 and words.text(at - 1) in _PLEDGES
    return is_pledge and not {"will", "would"}.isdisjoint(words.texts[at + 1 : phrase.start])


def _opens_what_is_asked(words: Words, at: int, cue: int) -> bool:
    """Read "we ask that post draw up the plan during": the clause is the act itself, not what is told."""
    if words.text(at) == "when" and (
        words.text(at + 2) in {"see", "sees"} or words.text(at + 1) == "convenient"
    ):
        return True  # "when it sees fit"
    is_near = words.text(at) == "that" and cue <= at - 1 <= cue + 1
    return is_near and words.text(at - 1) in say.ASKING and words.text(cue) not in _PLEADING


def _is_of_others(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "press the ministry to reply by May 3": the day is that of the others."""
    if verbs.PERSUADING.isdisjoint(words.texts[cue : phrase.start]):
        return False  # as mostly
    for n in range(phrase.start - 1, cue - 1, -1):
        is_turned = (
            words.text(n) == "and" and words.text(n + 1) in _TURNING_OR_TELLING_US
        )  # "press him to reply and should cable it"
        if is_turned or words.text(n) in {",", ";"}:
            return False
        if words.text(n) in verbs.PERSUADING and nouns.is_third(subject_behind(words, n + 1)):
            ahead = words.texts[n + 1 : min(n + 1 + MOST_TO_THIRD, phrase.start)]
            return not {"to", "that", "for", "upon"}.isdisjoint(ahead)
        if words.text(n) in {"urge", "press"} and words.text(n + 1) in {"for", "upon"}:
            return True  # "press for the removal of the wall by May 3"
    return False


def _is_cause(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "…, because a shipment is being made up and leaves on March 13": why it is asked, not by when."""
    if _CAUSES.isdisjoint(words.texts[: phrase.start]):
        return False  # as mostly
    at = next((n for n in range(phrase.start - 1, cue, -1) if words.text(n) in _CAUSES), 0)
    is_clause = at > 0 and words.text(at - 1) == ","
    said = words.texts[at : phrase.start]
    return is_clause and phrase.marker in _SOFT and {";", "please", "should", "must"}.isdisjoint(said)


def _is_of_whom(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "Posts that cannot answer by then may send": the day tells which posts are meant."""
    if phrase.start > cue or phrase.marker is Marker.FIRM:
        return False
    at = next((n for n in range(phrase.start) if words.text(n) in {"that", "which", "who"}), 0)
    said = words.texts[at + 1 : phrase.start]
    is_unable = not {"cannot", "unable", "not"}.isdisjoint(said)
    is_ours = 0 < at <= MOST_TO_WHO and words.text(at - 1) in nouns.OWN
    return is_ours and is_unable and "," not in said and phrase.stop <= cue


def _is_news_before(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "The Council votes on May 20, so posts should report a week before": news, and the order behind it."""
    if phrase.marker not in _SOFT or phrase.stop > cue:
        return False
    joint = words.skip(phrase.stop, ",")
    whom = words.skip(joint + 1, "all", "therefore", "action", "both")
    is_ours = words.text(whom) in _OWN_OR_PLEADING or (
        words.text(whom) in {"we", "department"} and not _WAS.isdisjoint(words.texts[: phrase.start])
    )
    is_order = words.text(joint) in {"so", "and", "but"} and is_ours
    if not is_order:
        return False
    said = words.texts[: phrase.start]
    return nouns.OWN.isdisjoint(said) and _PLEADING.isdisjoint(said) and say.ASKING.isdisjoint(said)


def _is_of_come_in(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "Applications received by May 3 should be forwarded": the day tells which papers are meant."""
    is_kind = words.text(phrase.start - 1) in _COME_IN and words.text(phrase.start - 2) not in _IS_DONE
    is_limit = phrase.marker in {Marker.DUE, Marker.BEFORE, Marker.ON, Marker.SPAN, Marker.AFTER}
    return is_kind and is_limit and phrase.start > 1 and phrase.stop <= cue <= phrase.stop + 1


def _is_until(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "leave the line blank until the figures come out on May 3": when something else happens."""
    between = words.texts[cue : phrase.start] if phrase.marker is Marker.ON else ()
    return "until" in between and "," not in between


def _is_day_of_stay(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "send a lawyer to Manila in September", "spend a week with us in May": when somebody is there, not when to act."""
    is_on = words.text(phrase.start) in {"on", "during"} and phrase.marker is not Marker.LIMIT
    is_on = is_on or (words.text(phrase.start) == "in" and words.text(phrase.start + 1) in MONTHS)
    near = range(max(cue, phrase.start - MOST_OF_ARRANGING), phrase.start) if is_on else ()
    at = next((n for n in near if words.text(n) in _GOING_THERE), phrase.start)
    behind = range(at + 1, phrase.start)
    if not behind or not _TURNS.isdisjoint(words.texts[at : phrase.start]):
        return False
    head = next((n for n in behind if n + 1 == phrase.start or words.text(n + 1) in _BEHIND_HEAD), at)
    return words.text(at) in _BEING_THERE or doers.is_someone(words.text(head))


def _is_of_money(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "fund the pump from FY 82 year-end money", "pay it in FY09 funds": whose year the money is."""
    is_year = phrase.marker in _OF_MONEY and phrase.reading.first != phrase.reading.day
    return is_year and not _MONEY.isdisjoint(words.texts[phrase.stop : phrase.stop + MOST_TO_MONEY])


_OF_ANOTHER = (
    _is_news_before,
    is_day_of_use,
    is_of_kind,
    _is_of_come_in,
    _is_of_money,
    _is_day_of_stay,
    _is_until,
    _is_of_noun,
    _is_of_paper,
    _is_of_those,
    _is_day_of_call,
    _is_arranged,
    _is_sounded,
    _is_while,
    _is_borne_in_mind,
    _is_cause,
    _is_of_whom,
    is_told,
    is_of_condition,
)
