"""Bodies whose names hold a word of ours: "the Ministry of Post and Telegraph", "the Mission Hospital", "border posts".

What a name ends in tells who acts: a hotel, a bank or a hospital is nobody's post, whatever stands before.
"""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.country_names import COUNTRIES
from tracker.extraction.date_words import Words
from tracker.extraction.posts_of_countries import ALL_PLACES
from tracker.extraction.sentence_parts import PLACING, is_break

_HOUSES = frozenset(
    """hotel hotels inn hostel cinema cinemas theater theatre bank banks hospital hospitals church churches chapel cathedral convent
    monastery abbey restaurant cafe casino nightclub pharmacy bakery trust brewery winery distillery foundry newspaper""".split()
)
_SCHOOLS = frozenset({"school", "schools", "college"})
_OF_SCHOOLS = frozenset("mission church parish village convent grammar primary secondary".split())
_FIRMS = frozenset("ltd inc incorporated gmbh plc corp sons bros".split())
_BODIES = frozenset(
    """ministry ministries institute society union confederation federation association faculty academy guild""".split()
)
_PANELS = frozenset("commission committee board council chamber".split())  # some are ours
_UNITS = frozenset("bureau department office section division directorate desk".split())
_NO_PLACE = nouns.OURS | nouns.ASKERS | frozenset("affairs mission state staff".split())
_PLACED = frozenset(  # before "posts": where states and traders keep theirs
    "border frontier customs trading police gendarmerie toll quarantine immigration roadside telegraph".split()
)
_POSTS = frozenset({"post", "posts"})
_TRADES = frozenset(
    "travel news credit advertising rating employment collection press shipping ticket".split()
)
_BESIDE = {  # what the words before make another's
    "post": _PLACED, "posts": _PLACED, "agency": _TRADES, "agencies": _TRADES, "bureau": _TRADES,
    "command": frozenset({"high"}),
}  # fmt: skip
_OFFICES = frozenset({"office", "offices"})
_FOR = frozenset({"of", "for", "on"})
_JOINING = frozenset({",", "and", "of", "the", "for", "&"})
_USING = frozenset("using having running sharing renting".split())
_MOST_OF_NAME = 12  # words
_BESIDE_DUTY = verbs.BE_FORMS | say.NO_HEADS
_RELATIVES_OR_VERB_LIKE_OR_SIGNS = say.RELATIVES | say.VERB_LIKE | {"(", ")"}
_PHRASE_ENDS_OR_VERB_LIKE_OR_BESIDE_DUTY = say.PHRASE_ENDS | say.VERB_LIKE | _BESIDE_DUTY
_HOUSES_OR_FIRMS = _HOUSES | _FIRMS
_BODIES_OR_PANELS = _BODIES | _PANELS


def is_body(words: Words, at: int) -> bool:
    """Return whether who is to act by the duty at `at` is a body that none of ours is, by the name it has."""
    last = _last(words, at)
    if any(_is_house(words, n) or _is_mail(words, n) for n in _head(words, last)):
        return True
    return _is_of_fields(words, range(_first(words, last), last + 1)) or _is_unit_of_place(words, last)


def has_post_of_others(words: Words, at: int) -> bool:
    """Return whether the duty at `at` is of posts on a border or of traders, who act or are acted upon."""
    places = _head(words, _last(words, at))
    return any(
        words.text(n - 1) in _BESIDE[words.text(n)] for n in places[1:] if words.text(n) in _BESIDE
    ) or _is_position(words, places)


def _is_position(words: Words, places: range) -> bool:
    """Read "the post of director must be filled": somebody's position, no office abroad."""
    post = places.stop - 1
    is_of = words.text(post) in _POSTS and words.text(post + 1) == "of"
    return is_of and nouns.is_third(words.text(words.skip(post + 2, "the", "a")))


def _last(words: Words, at: int) -> int:
    """Return where the subject before a duty ends: "are", "also" and the stop of "Ltd." lie between."""
    last = at - 1
    while last > 0 and (words.text(last) in _BESIDE_DUTY or words.text(last) == "."):
        last -= 1
    return last


def _first(words: Words, last: int) -> int:
    """Return where the words of the subject begin, those between commas too where the name goes on over them."""
    first = last
    while first > max(0, last - _MOST_OF_NAME) and not _stops(words, first - 1):
        first -= 1
    return first


def _head(words: Words, last: int) -> range:
    """Return the places of the subject's noun: behind the last comma, and before "with", "along", "using"."""
    first = _first(words, last)
    comma = next((n for n in range(last, first, -1) if words.text(n) == ","), first - 1)
    places = range(comma + 1, last + 1)
    end = next((n for n in places[1:] if _ends_noun(words.text(n))), last + 1)
    return range(comma + 1, end)


def _ends_noun(text: str) -> bool:
    return text in say.OF_WORDS or text in PLACING or text in _USING


def _stops(words: Words, at: int) -> bool:
    return words.text(at) in _RELATIVES_OR_VERB_LIKE_OR_SIGNS or is_break(words, at)


def _is_house(words: Words, at: int) -> bool:
    """Read "the Embassy Cinema must", "Carver Sons Ltd. must": no word of the name says who is posted there."""
    text, behind = words.text(at), words.text(at + 1)
    is_head = not behind.isalpha() or behind in _PHRASE_ENDS_OR_VERB_LIKE_OR_BESIDE_DUTY
    is_named = text in _HOUSES_OR_FIRMS or (text in _SCHOOLS and words.text(at - 1) in _OF_SCHOOLS)
    return is_named and is_head and words.text(at - 1) not in {"of", "with", "from", "at"}


def _is_mail(words: Words, at: int) -> bool:
    """Read "the Post Office must", "the Lima Post must print": the mails and a newspaper."""
    if words.text(at) not in _POSTS:
        return False
    before = words.text(at - 1)
    is_royal = words.text(at + 1) in _OFFICES and before in {"royal", "general", "central"}
    is_mail = words.text(at + 1) == "office" and (before in {"the", ""} or is_break(words, at - 1))
    is_paper = words.raw(at) == "Post" and (before in ALL_PLACES or before == "washington")
    return is_royal or is_mail or is_paper


def _is_of_fields(words: Words, places: range) -> bool:
    """Read "the Ministry of Post and Telegraph": what stands behind "of", in capitals like the name, are its fields."""
    named = (n for n in places if words.text(n) in _BODIES_OR_PANELS and words.text(n + 1) in _FOR)
    at = next(named, -1)
    if at < 0 or (words.text(at) in _PANELS and "and" not in words.texts[at : places.stop]):
        return False
    fields = [n for n in range(at + 2, places.stop) if words.text(n) not in _JOINING]
    is_shouted = words.sentence.isupper()
    return all(
        words.raw(n)[:1].isupper() and not (is_shouted and words.text(n) in nouns.OWN - _POSTS)
        for n in fields
    )


def _is_unit_of_place(words: Words, last: int) -> bool:
    """Read "the Bureau of Mines of Ontario must": a unit whose name ends in a place is another government's."""
    if words.text(last - 1) != "of" or words.sentence.isupper() or words.text(last) in _NO_PLACE:
        return False
    is_place = words.raw(last)[:1].isupper() and (last < 1 or words.raw(last - 2)[:1].isupper())
    if nouns.is_third(words.text(last - 2)) or words.text(last - 2) in nouns.ROLES:
        return False  # "the Office of the Director of Personnel"
    near = words.texts[max(0, last - 5) : last - 2]
    unit = next((n for n, text in enumerate(near) if text in _UNITS), -1)
    is_named = unit >= 0 and near[unit + 1 : unit + 2] == ("of",)
    return is_named and (is_place or words.text(last) in COUNTRIES)
