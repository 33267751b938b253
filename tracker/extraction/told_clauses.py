"""Days in what an order only tells others, or in the condition on which it hangs: "explain that no vote can be had by May 3"."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase

_TELLING = frozenset(
    "explain tell remind assure stress emphasize emphasise underline underscore warn convey reiterate impress inform advise say state indicate mention argue add repeat clear out".split()
)
_US = frozenset("us me department washington bureau desk".split())
_FINITE = frozenset(
    "is are was were will would can cannot could may might has have had does do did means meant falls fell lapses ends remains".split()
)
_TURNS = frozenset(
    "please should must shall report cable reply answer send seek ask request obtain ;".split()
)
_CONDITIONS = frozenset({"if", "unless", "should", "provided"})
_WHETHER = frozenset(
    "tell say report advise know inform ask confirm see find learn determine cable check establish hear word us".split()
)
_WISHING = frozenset(
    "would appreciate appreciated grateful help helpful useful convenient glad welcome obliged best".split()
)
_OF_ASKED = nouns.OWN | {
    "you",
    "possible",
    "not",
    "necessary",
    "so",
    "needed",
    "any",
    "feasible",
    "at",
    "they",
}
_PEOPLE = frozenset("he she they we you i who".split())
_ASKED_OF = frozenset({"whether", "if", "many", "much"})
_MAY = frozenset("will can could would may might".split())
_READY = frozenset(
    """ready open opened reopened finished completed complete mended built rebuilt repaired restored cleared done usable passable
    working running over back operational afloat laid paved habitable fit up solvent standing dry""".split()
)
MOST_OF_STATE = 14  # words from "whether" to the day
_NOUN_OPENERS = frozenset("the a an it he she they this that his her its their no".split())


def is_told(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "explain that a new vote cannot be had by May 3": by then others cannot, and nothing is asked by that day."""
    if "that" not in words.texts[: phrase.start]:
        return False  # as mostly
    verb = next((n for n in range(cue, min(cue + 6, phrase.start)) if words.text(n) in _TELLING), -1)
    at = (
        next((n for n in range(phrase.start - 1, verb, -1) if words.text(n) == "that"), 0) if verb >= 0 else 0
    )
    if (
        not at
        or not _US.isdisjoint(words.texts[verb + 1 : min(at, verb + 3)])
        or words.text(phrase.start - 1) == ","
        or words.text(at - 1)
        in nouns.DELIVERABLES - nouns.OWN  # "convey the forms that were missing by May 3"
    ):
        return False
    said = words.texts[at + 1 : phrase.start]
    return not _FINITE.isdisjoint(said) and _TURNS.isdisjoint(said)


def is_of_condition(words: Words, phrase: Phrase, cue: int) -> bool:
    """Read "may add a point if the bill passes before May 3": when what others do would happen."""
    if _CONDITIONS.isdisjoint(words.texts[: phrase.start]):
        return False  # as mostly
    at = next((n for n in range(phrase.start - 1, cue, -1) if words.text(n) in _CONDITIONS), 0)
    if not at or phrase.marker is Marker.DUE or not _WISHING.isdisjoint(words.texts[:at]):
        return False
    if not _WHETHER.isdisjoint(words.texts[cue:at]):
        return False
    if words.text(at) == "should" and (at <= cue + 1 or words.text(at + 1) not in _NOUN_OPENERS):
        return False
    said = words.texts[at + 1 : phrase.start]
    if len(said) < 2 or not _OF_ASKED.isdisjoint(said[:2]) or said[-1] in {",", "so"} or "," in said:
        return False
    return ";" not in said and "please" not in said and said[-2:] != ("do", "so")


def is_of_state(words: Words, phrase: Phrase) -> bool:
    """Read "tell us whether the building will be ready by May 3", "if the hall will have a roof by then": what a thing is like then."""
    low = max(0, phrase.start - MOST_OF_STATE)
    said = words.texts[low : phrase.start]
    if _MAY.isdisjoint(said) or (_READY.isdisjoint(said[-1:]) and not {"have", "be"} & {*said}):
        return False
    modal = next((n for n in range(phrase.start - 2, low, -1) if words.text(n) in _MAY), 0)
    at = next((n for n in range(modal - 1, low - 1, -1) if words.text(n) in _ASKED_OF), -1) if modal else -1
    subject = words.texts[at + 1 : modal]
    is_thing = len(subject) > 1 and subject[0] in _NOUN_OPENERS and nouns.OWN.isdisjoint(subject)
    is_thing = is_thing or (
        words.text(at) in {"many", "much"} and subject != () and nouns.OWN.isdisjoint(subject)
    )
    behind = words.texts[modal + 1 : phrase.start]
    is_state = behind[:1] == ("be",) and behind[-1] in _READY
    is_having = behind[:1] == ("have",) and behind[1:2] in {("a",), ("an",), ("its",), ("enough",)}
    return at >= 0 and is_thing and (is_state or is_having) and "," not in behind


def can_wait(words: Words, at: int) -> bool:
    """Read "we can hold the book until", "which can wait until": by then it must come; told to others it binds nobody."""
    is_thing = words.text(at) in {"wait", "keep"} and words.text(at - 1) in {"can", "may", "will"}
    is_thing = is_thing and "that" not in words.texts[:at] and words.text(at - 2) not in _PEOPLE
    return is_thing or words.follows(at - 2, "we", "can")
