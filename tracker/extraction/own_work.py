"""What an office abroad tells of its own work: where it says what it will send, its own people's days bind nobody who reads it.

"This embassy will submit its chapter before Easter. The economic section is drafting the tables and should clear them by Tuesday."
"""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction.date_words import Words
from tracker.extraction.sentence_parts import part_start

_PLANNING = frozenset(
    "plans intends expects hopes aims proposes means anticipates plan intend expect hope aim propose".split()
)
_WILL = frozenset({"will", "shall"})
_OFFICES = nouns.OFFICES_ABROAD | {"post", "legation"}
_PARTS = frozenset(
    """section charge chargé dcm gso rso pao fmo hro imo officer consul attache cashier librarian counselor clerk sections
    mechanic electrician custodian staff guards""".split()
)
_OF_WASHINGTON = frozenset({"desk", "action", "program", "country"})  # officers there
_HEADS = frozenset({"the", "our"})
_DOING = frozenset({"is", "are", "has", "have"})
_MOST_TO_HEAD = 7  # words: "The political and economic section"
_MOST_TO_VERB = 3  # words: "This embassy and its consulates"
_WILL_OR_PLANNING = _WILL | _PLANNING


def is_of_own_people(words: Words, at: int) -> bool:
    """Return whether the duty at `at` is told of the writer's own people: "our cashier is counting the cash and should", "the section should"."""
    start = part_start(words, at)
    if words.text(start) not in _HEADS:
        return False
    is_doing = _does_and(words, start, at)
    if words.text(start) == "our":
        return is_doing and _OFFICES.isdisjoint(words.texts[start : start + _MOST_TO_VERB])
    said = words.texts[start : start + _MOST_TO_HEAD]
    is_part = not _PARTS.isdisjoint(said) and _OF_WASHINGTON.isdisjoint(said)
    return is_part and start > 0 and _tells_own_plan(words, start, is_doing=is_doing)


def _does_and(words: Words, start: int, at: int) -> bool:
    """Read "is checking the tables and should", "has the draft and should": what somebody does now goes on."""
    if words.text(at - 1) not in {"and", "but"}:
        return False
    places = (n for n in range(start, at) if words.text(n) in _DOING)
    verb = next(places, -1)
    behind = words.text(verb + 1)
    return verb > 0 and (
        words.text(verb) in {"has", "have"} or behind.endswith("ing") or behind in {"at", "still"}
    )


def _tells_own_plan(words: Words, stop: int, *, is_doing: bool) -> bool:
    """Say whether a sentence before tells what its writer will send or does: "This embassy will submit", "Post plans to"."""
    for at in range(1, stop):
        if not _is_plan(words, at):
            continue
        before = words.texts[max(0, at - _MOST_TO_VERB) : at]
        is_sure = is_doing or "this" in before or words.text(at) in _PLANNING
        is_we = is_doing and before[-1:] == ("we",)
        if is_we or (is_sure and not _OFFICES.isdisjoint(before)):
            return True
    return False


def _is_plan(words: Words, at: int) -> bool:
    """Read "will submit", "plans", "is preparing", "are about to"; "will be inspected" is no plan of one's own."""
    text, behind = words.text(at), words.text(at + 1)
    if text in {"is", "are"}:
        return behind.endswith("ing") or behind == "about"
    return text in _WILL_OR_PLANNING and behind not in verbs.BE_FORMS
