"""Parts of a sentence: where one ends, and who or what is the subject of a verb in it."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.country_names import COUNTRIES
from tracker.extraction.date_words import FULL_MONTHS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS, Words
from tracker.extraction.posts_of_countries import ALL_PLACES
from tracker.extraction.relative_days import MESSAGES
from tracker.extraction.subject_heads import counted, described, ends_head

MOST_SCANNED = 60  # words looked at on either side of a phrase
MOST_SUBJECT_WORDS = 13
MOST_INSERTED = 20  # words of a clause between commas
POSTS_BY_PLACE = frozenset({"embassy", "amembassy", "consulate", "mission", "usmission"})
MOST_TO_COLON, MOST_IN_BRACKETS = 4, 10
MOST_ASIDE = 16  # words between commas
MOST_TO_NAME = 24  # words, an aside among them
WHICH = frozenset("which who whom whose where".split())
QUESTIONS = frozenset("whether how why what who that".split())
DATED = frozenset("by nlt no not before within".split())  # behind a comma they belong to what is asked
LIMITING = DATED | {
    "at",
    "on",
    "until",
    "through",
    "from",
    "between",
    "during",
}  # they open a phrase that sets a day
DAY_ENDS = (
    MONTHS.keys() | WEEKDAYS.keys() | frozenset("month week year quarter today tomorrow now noon cob".split())
)
BEFORE_WHICH = frozenset("to for of in on at from by with under during after before".split())  # "to which"
OUR_PAPERS = frozenset(
    "para paras paragraph paragraphs reftel ref septel instruction instructions guidance cable telegram message memorandum".split()
)
SHORTEST_MANNER = 6
SHORTEST_NOUN = 5  # letters
_NAME_ENDS = frozenset(place.split()[-1] for place in ALL_PLACES)
PLACING = frozenset("along near across around outside inside beyond within without".split())
_SHORTENED = (
    nouns.TITLES | SHORT_WEEKDAYS.keys() | (MONTHS.keys() - FULL_MONTHS - {"may"})
)  # with a full stop that ends nothing
BREAKS = frozenset({";", "?", "!", ":", "."})
CLOSING = frozenset({")", ","})
PREPARED = frozenset(  # what is done to a paper before it is sent
    """corrected signed revised updated completed cleared consolidated detailed translated certified notarized approved
    amended edited sealed audited combined agreed itemized dated printed scanned unsigned unused expired proposed
    recommended requested selected required countersigned initialed classified""".split()
)
BEHIND_VERB = frozenset(
    "by to on in that for at from with of as the a an his her its their this which who and or before until yesterday today".split()
)
OURS_OR_ALL = nouns.OWN | {"all", "both", "each", "every", "the"}
_WHICH_OR_THAT = WHICH | {"that"}
_ROLES_OR_OWN = nouns.ROLES | nouns.OWN
_OURS_OR_NO_ACTORS = nouns.OURS | nouns.NO_ACTORS


def is_break(words: Words, at: int) -> bool:
    """Say whether a sign ends a part of the sentence: ";", "?", ":", a full stop that is none of an abbreviation."""
    text = words.text(at)
    if text not in BREAKS:
        return False
    if text in {";", "?", "!"}:
        return True
    if words.is_glued(at + 1):
        return False
    if text == ":":
        return not _is_bracketed(words, at)
    return words.text(at - 1) not in _SHORTENED and (
        words.raw(at + 1)[:1].isupper() or not words.text(at + 1)
    )


def _is_bracketed(words: Words, at: int) -> bool:
    """Say whether a colon stands in brackets behind other words: "the claims (attention: Mr. Roe) by May 3"."""
    opening = next((n for n in range(at - 1, max(0, at - MOST_TO_COLON), -1) if words.text(n) == "("), 0)
    return opening > 0 and ")" in words.texts[at : at + MOST_IN_BRACKETS]


@lru_cache(maxsize=16)
def breaks(words: Words) -> tuple[int, ...]:
    """Return where the signs stand that end a part of the sentence: most have but their full stop, asked for again and again."""
    return tuple(at for at, text in enumerate(words.texts) if text in BREAKS and is_break(words, at))


def leftward(words: Words, start: int) -> range:
    """Return the places before a word back to the start of its part, the nearest first."""
    ends = breaks(words)
    behind = bisect_left(ends, start)
    last = ends[behind - 1] if behind else -1
    return range(start - 1, max(last, start - 1 - MOST_SCANNED), -1)


def outside(words: Words, start: int) -> Iterator[int]:
    """Return the places leftward of a word without those in clauses and brackets that are closed before it.

    Example: in `the grant, which lapses on May 3, is to be signed by May 1` the second day looks past "lapses".
    """
    inside = start
    for at in leftward(words, start):
        if at < inside:
            yield at
            opening = _opening_of(words, at) if words.text(at) in CLOSING else None
            inside = at if opening is None else opening + 1


def _opening_of(words: Words, at: int) -> int | None:
    """Return where what a bracket or a comma closes begins, None where it closes neither bracket nor clause."""
    text = words.text(at)
    asked = _question_before(words, at) if text == "," and words.text(at + 1) in DATED else None
    if asked is not None:
        return asked
    for before in range(at - 1, max(-1, at - MOST_INSERTED), -1):
        if text == ")" and words.text(before) == "(":
            return before
        if text == "," and words.text(before) == ",":
            return before if _opens_with_which(words, before + 1) else None
    return None


def _opens_with_which(words: Words, at: int) -> bool:
    """Read "which", "who", "to which", "under whom": what opens a clause that tells of a noun."""
    return words.text(words.skip(at, *BEFORE_WHICH)) in WHICH


def _question_before(words: Words, comma: int) -> int | None:
    """Return where the clause begins that a comma before "by" closes: "say whether the hosts will come, by May 3"."""
    for before in range(comma - 1, max(0, comma - MOST_INSERTED), -1):
        if words.text(before) in {",", "(", ")"} or is_break(words, before):
            return None
        if words.text(before) in QUESTIONS and words.text(before + 1) not in {"to", ","}:
            return before
    return None


def inserted_at(words: Words, at: int) -> int | None:
    """Return where the clause with "which" behind a comma or in brackets begins that holds a word, None where it stands in none."""
    if WHICH.isdisjoint(words.texts[max(0, at - MOST_INSERTED) : at + 1]):
        return None  # as mostly
    bracket = next(
        (n for n in range(at - 1, max(-1, at - MOST_INSERTED), -1) if words.text(n) in {"(", ")"}), -1
    )
    if bracket >= 0 and words.text(bracket) == "(" and _opens_with_which(words, bracket + 1):
        return bracket
    for before in range(at - 1, max(-1, at - MOST_INSERTED), -1):
        if words.text(before) in {",", "(", ")"} or is_break(words, before):
            is_clause = words.text(before) == "," and _opens_with_which(words, before + 1)
            return before if is_clause else None
    return None


def rightward(words: Words, stop: int) -> range:
    """Return the places from a word on to the end of its part."""
    ends = breaks(words)
    ahead = bisect_left(ends, stop)
    end = ends[ahead] if ahead < len(ends) else len(words.texts)
    return range(stop, min(end, stop + MOST_SCANNED))


def part_start(words: Words, at: int) -> int:
    """Return the place where the part of the sentence that holds a word begins."""
    places = leftward(words, at)
    return places[-1] if places else at


def ahead_of(words: Words, at: int, stop: int, most: int) -> set[str]:
    """Return the words behind a place, at most so many and none of the phrase that begins at `stop`."""
    end = min(at + 1 + most, stop) if stop > at else at + 1 + most
    return {words.text(n) for n in range(at + 1, end)}


def is_denial(words: Words, at: int) -> bool:
    """Say whether a word denies what stands beside it; "not later than" denies nothing."""
    if words.text(at + 1) == "-" and words.is_glued(at + 1):
        return False  # "no-cost extensions"
    is_either = words.text(at - 1) == "or" and words.text(at - 2) == "yes"  # "a yes or no is needed"
    return words.text(at) in say.NEGATIVE and words.text(at + 1) not in say.BEHIND_NO and not is_either


def denies_ahead(words: Words, at: int, stop: int, most: int) -> bool:
    """Say whether a denial stands right behind a place, and not in the phrase that begins at `stop`."""
    end = min(at + 1 + most, stop) if stop > at else at + 1 + most
    return any(is_denial(words, n) and words.text(n + 1) not in say.FAILING for n in range(at + 1, end))


def subject_of(words: Words, at: int) -> tuple[str, tuple[str, ...]]:
    """Return the head of the subject before a verb, and the words that open that subject."""
    texts: list[str] = []
    for before in range(at - 1, max(-1, at - 1 - MOST_SUBJECT_WORDS), -1):
        if (words.text(before) in say.CLAUSE_EDGES and not _is_hyphen(words, before)) or is_break(
            words, before
        ):
            told = words.text(before - 1)
            if described(told, words.text(before), texts):
                return told, (told,)
            break
        texts.insert(0, words.text(before))
    if texts[-1:] in (["each"], ["both"]) and texts[-2:-1] in (["are"], ["is"]):
        texts.pop()  # "are each to"
    behind_message = next((n for n in range(2, len(texts)) if _follows_message(texts, n)), 0)
    texts = texts[behind_message:]
    if texts and texts[-1] in {"we", "i"}:
        return texts[-1], (texts[-1],)
    if all(text in verbs.BE_FORMS for text in texts):
        opening = _aside_before(words, at - len(texts))
        if texts and not opening:
            return texts[-1], tuple(texts[:3])
        return subject_of(words, opening) if opening else (_first_subject(words, at), ())
    head_end = next((n for n in range(1, len(texts)) if ends_head(texts, n)), len(texts))
    heads = [text for text in texts[:head_end] if text not in say.NO_HEADS and not _is_manner(text)]
    head = heads[-1] if heads else texts[-1]
    return (counted(texts, head_end) or _post_of(head, heads) or head), tuple(texts[:3])


def _is_manner(text: str) -> bool:
    """Say whether a word tells how, not who: "is constitutionally obliged"; not "tally", "rally"."""
    return len(text) > SHORTEST_MANNER and text.endswith("ally")


def _post_of(head: str, heads: list[str]) -> str:
    """Return whose post is named by a country: "embassy" of "Embassy Kuwait", "" where it is the country itself."""
    is_place = head in COUNTRIES and heads[-2:-1] != []
    return heads[-2] if is_place and heads[-2] in POSTS_BY_PLACE else ""


def _is_hyphen(words: Words, at: int) -> bool:
    """Say whether a dash stands inside a word: "the border-guard course"."""
    return words.text(at) == "-" and words.is_glued(at) and words.is_glued(at + 1)


def _follows_message(texts: list[str], at: int) -> bool:
    """Read "ten days from receipt of this message | the embassy should": the subject stands behind, without a comma."""
    is_message = texts[at - 1] in MESSAGES and texts[at - 2] == "this"
    is_message = is_message or texts[at - 2 : at] == ["of", "receipt"] or texts[at - 1] == "hereof"
    is_day = not LIMITING.isdisjoint(texts[:at]) and (texts[at - 1] in DAY_ENDS or texts[at - 1].isdecimal())
    is_ours = texts[at] in OURS_OR_ALL
    return (is_message and texts[at] in say.DETERMINERS) or ((is_message or is_day) and is_ours)


def _aside_before(words: Words, at: int) -> int | None:
    """Return where the aside between commas begins that ends before a verb: "Comments, even partial ones, are due"."""
    if words.text(at - 1) != ",":
        return None
    start = next((n for n in range(at - 2, max(0, at - MOST_ASIDE), -1) if words.text(n) == ","), None)
    is_plain = start is not None and (
        _opens_with_which(words, start + 1) or _is_apposed(words.texts[start + 1 : at - 1])
    )
    return start if start and is_plain and words.text(start - 1) not in say.CLAUSE_EDGES else None


def _is_apposed(said: tuple[str, ...]) -> bool:
    """Say whether words between commas hold no verb but in a clause of theirs: "the only post that still has the tapes"."""
    told = next((n for n, text in enumerate(said) if n > 1 and text in _WHICH_OR_THAT), len(said))
    return say.VERB_LIKE.isdisjoint(said[:told])


def _first_subject(words: Words, at: int) -> str:
    """Return the subject of the part's first verb, for a verb behind "and" that has none of its own."""
    head = ""
    for n in range(part_start(words, at), at):
        text = words.text(n)
        if text in say.SUBJECT_ENDS or (text.endswith("ed") and head):
            break
        head = text
    return head


def subject_behind(words: Words, at: int) -> str:
    """Return the head of the noun phrase that begins there: its last word before a verb-like one."""
    head = ""
    for n in range(at, at + MOST_SUBJECT_WORDS):
        if words.text(n) in say.PHRASE_ENDS or nouns.is_third(head) or head in nouns.OWN:
            break
        head = words.text(n)
    return head


def owner_is_third(head: str, opening: tuple[str, ...]) -> bool:
    """Say whether a subject belongs to another: "the ministry's reply", "the donors' pledges"; not "post's reply"."""
    owners = [text[:-2] for text in opening if text.endswith("'s")]
    if any(o not in nouns.OURS and o not in nouns.MAY_ASK and o not in nouns.PERIODS for o in owners):
        return True
    return (
        head not in nouns.DELIVERABLES
        and "'" in opening[1:]
        and opening[opening.index("'") - 1] not in nouns.OURS
    )


def _opens_with_ours(words: Words, at: int) -> bool:
    """Read "posts that have not replied", "sections wishing to take part": the head lies before the clause."""
    first = words.skip(part_start(words, at), "the", "all", "any", "those", "whichever")
    behind = words.text(first + 1)
    if words.text(first - 1) == "whichever" and words.text(first) in nouns.OWN:
        return True
    if words.text(first - 1) == "those" and words.text(first).endswith("ing"):
        return True  # "those wishing to compete"
    if words.is_glued(first + 1):
        return False  # "state-owned firms"
    return words.text(first) in nouns.OURS and (behind in say.CLAUSE_OPENERS or behind.endswith("ing"))


def is_stranger(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Say whether the subject of a duty is a common noun that names no addressee: "landlords must", "escort officers should".

    A name ("Montevideo should") may be a post; in a text all in capitals none can be told from a noun.
    """
    if (
        opening[:1]
        and opening[0] in nouns.TITLES
        and opening[1:2] != ("services",)
        and head not in _ROLES_OR_OWN
    ):
        return True
    head = opening[0] if head.isdecimal() and opening else head  # "Persons born after 1990"
    if not nouns.STRANGE.isdisjoint(opening[:-1]) and head not in nouns.DELIVERABLES:
        return True
    if _opens_with_people(words, at):
        return True
    if len(head) < 3 or head in nouns.OURS or _opens_with_ours(words, at):
        return False
    place = next((n for n in range(at - 1, max(-1, at - MOST_TO_NAME), -1) if words.text(n) == head), at)
    raw = words.raw(place)
    is_first = place == 0 or is_break(words, place - 1)
    if words.sentence.isupper():
        return is_shouted_noun(head, opening) or is_shouted_noun(*_behind_place(opening))
    return raw.islower() or (is_first and raw.istitle() and head.endswith("s"))


def is_shouted_noun(head: str, opening: tuple[str, ...]) -> bool:
    """Say whether a head in a text in capitals is a noun, not a name or the letters of an office: "LANDLORDS", "THE BAKERY"."""
    if len(head) < SHORTEST_NOUN or head in _NAME_ENDS or head == "general":
        return False
    return head.endswith("s") or not say.DETERMINERS.isdisjoint(opening[:1])


def _behind_place(opening: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return what stands somewhere, "VILLAGES ALONG THE RIVER", and nothing before it; no word of ours."""
    is_placed = opening[1:] and opening[1] in PLACING and opening[0] not in nouns.OURS
    return (opening[0] if is_placed else ""), ()


def _opens_with_people(words: Words, at: int) -> bool:
    """Read "Nurses who want the post must", "REFUGEES WISHING TO GO HOME MUST": the head lies before the clause."""
    first = words.skip(part_start(words, at), "the", "all", "any", "those")
    noun, behind = words.text(first), words.text(first + 1)
    is_told = behind == "who" or (words.sentence.isupper() and behind.endswith(("ing", "ed")))
    is_noun = noun.endswith("s") and noun not in {"as", "us"}  # "AS AGREED ON MAY 3, EMBASSY SHOULD"
    return is_told and is_noun and noun not in _OURS_OR_NO_ACTORS


def is_subordinate(words: Words, at: int) -> bool:
    """Say whether a verb stands in a clause that "who", "whether", "that" opens."""
    for before in range(at - 1, max(-1, at - 1 - MOST_SUBJECT_WORDS), -1):
        if words.text(before) in say.RELATIVES:
            return True
        if words.text(before) in {",", ";"} or is_break(words, before):
            return False
    return False


def tells_past(words: Words, at: int) -> bool:
    """Say whether a participle behind a word is its verb: "Report sailed", not "Return signed copies"."""
    if not words.text(at).endswith("ed"):
        return False
    behind = words.text(at + 1)
    return words.text(at) not in PREPARED or not behind.isalpha() or behind in BEHIND_VERB
