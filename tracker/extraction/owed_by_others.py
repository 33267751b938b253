"""What is due from others than those asked: "Bids are due from vendors by May 3", "Dues from member states are due"."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words
from tracker.extraction.day_grammar import may_name_day
from tracker.extraction.posts_by_name import comes_to_us
from tracker.extraction.sentence_parts import part_start, subject_behind

_DUE = frozenset("due owed expected payable owing".split())
_FROM = frozenset({"from", "by"})
_NEEDING = frozenset("must should to".split())
_HAVING = frozenset("have get receive see".split())
_YOURS = frozenset("your post's embassy's mission's consulate's".split())
_PLACING = frozenset("at in to with".split())
_MOST_TO_PLACE = 4  # words
_OTHERS = frozenset("public tenants householders landlords citizens residents aliens nationals".split())
_OF_OURS = nouns.OWN | frozenset("staff your our post's embassy's mission's".split())
_MOST_OF_SUBJECT = 8  # words: "dues from the member states"
_MOST_OF_WHOM = 6  # words: "members of the mission"
_OF_OURS_OR_SENDERS_OR_ASKERS = _OF_OURS | nouns.SENDERS | nouns.ASKERS


def is_due_from_others(words: Words, at: int) -> bool:
    """Return whether what is "due", "owed" or "expected" at `at` comes from others, and does not go to the sender."""
    if words.text(at) not in _DUE:
        return False
    if words.text(at + 1) == "back":
        is_paper = not nouns.DELIVERABLES.isdisjoint(words.texts[part_start(words, at) : at])
        return words.text(at + 2) in _PLACING and not is_paper and not _is_place_of_ours(words, at + 3)
    is_day = words.text(at + 1) == "by" and any(
        map(may_name_day, words.texts[at + 2 : at + 5])
    )  # "due by the May 2 board meeting"
    if words.text(at + 1) in _FROM and not is_day and names_others(words, at + 2):
        return True
    start = max(part_start(words, at), at - _MOST_OF_SUBJECT)
    source = next((n for n in range(start + 1, at) if words.text(n) == "from"), -1)
    return source > 0 and names_others(words, source + 1) and not comes_to_us(words, at)


def is_due_back(words: Words, at: int) -> bool:
    """Return whether what is lent or signed is due back with the sender, or is wanted there: "must have post's answer"."""
    if words.text(at) == "due":
        is_back = words.text(at + 1) == "back" and words.text(at + 2) in _PLACING
        return is_back and _is_place_of_ours(words, at + 3)
    is_had = words.text(at) in _NEEDING and words.text(at + 1) in _HAVING
    return is_had and words.text(words.skip(at + 2, "the", "all")) in _YOURS


def _is_place_of_ours(words: Words, at: int) -> bool:
    """Say whether what is lent goes back to us: "at the Department", "in OBO", "to post"; not "at the lending library"."""
    near = frozenset(words.texts[at : at + _MOST_TO_PLACE])
    is_symbol = words.raw(at).isupper() and not words.sentence.isupper()
    return is_symbol or not near.isdisjoint(_OF_OURS_OR_SENDERS_OR_ASKERS) or comes_to_us(words, at - 1)


def names_others(words: Words, at: int) -> bool:
    """Say whether a noun phrase that begins there names others: "vendors", "the three shippers"; not "members of the staff"."""
    whom = subject_behind(words, at)
    near = words.texts[at : at + _MOST_OF_WHOM]
    is_ours = not _OF_OURS.isdisjoint(near) and "of" in near
    return (
        not is_ours
        and whom not in nouns.PRONOUNS
        and (nouns.is_third(whom) or whom in _OTHERS or whom.removesuffix("s") in nouns.ALIKE)
    )
