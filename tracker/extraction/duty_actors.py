"""Whose a duty is, by who is to act: "must", "is to", "are required to" of posts, of the sender, of somebody else, of a thing."""

from tracker.extraction import (
    anybody,
    foreseen,
    own_duties,
    own_parts,
    own_work,
    posts_by_name,
    public_calls,
    thing_duties,
)
from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.duty_doers import is_actor
from tracker.extraction.phrase import Phrase
from tracker.extraction.plans_said import would_be_glad
from tracker.extraction.sentence_parts import is_stranger, owner_is_third

EMBASSIES = frozenset((name,) for name in nouns.OFFICES_ABROAD)  # "Embassy Lome is to"
COMING = frozenset("come fall happen occur precede".split())
STARTS = frozenset(
    "kickoff launch opening start beginning closing close end finish signing signature groundbreaking handover switchover takeoff".split()
)
ANYBODY = frozenset("anybody anyone those everybody everyone somebody someone people".split())
_ACTING_OR_ORDERED = say.ACTING | verbs.ORDERED
_OWN_OR_OFFICERS_OR_ROLES = nouns.OWN | nouns.OFFICERS | nouns.ROLES


def by_actor(words: Words, at: int, head: str, opening: tuple[str, ...], phrase: Phrase) -> Verdict:
    """Judge a duty by who is to act: the sender, the addressee, or somebody else."""
    text = words.text(at)
    said = _by_text(words, at, head, opening) or _by_name(words, at, head, opening)
    if said is not None:
        return said
    is_anybody_of_ours = anybody.whose(words, at) if is_actor(words, at) else None
    if is_anybody_of_ours is not None:
        return verdicts.YES if is_anybody_of_ours else verdicts.STRANGER
    is_theirs = owner_is_third(head, opening) or is_stranger(words, at, head, opening)
    if is_actor(words, at) and (is_theirs or own_parts.is_foreign_officer(words, at, head)):
        return verdicts.STRANGER
    is_glad = text in {"should", "shall"} and would_be_glad(words, at)
    if not is_glad and own_duties.is_of_sender(words, at, head, opening):
        return verdicts.SENDER
    if is_actor(words, at) or is_glad or head in nouns.SENDERS:
        return verdicts.YES
    return thing_duties.of_thing(words, at, head, opening, phrase.start)


def _by_name(words: Words, at: int, head: str, opening: tuple[str, ...]) -> Verdict | None:
    """Judge a duty by what the subject is called, and by what the sender only expects; None where that says nothing."""
    text = words.text(at)
    is_duty = text in say.DUTIES
    if words.follows(at + 1, "take", "place"):
        return verdicts.OPEN
    if words.text(at + 1) in COMING and head in STARTS:
        return verdicts.EVENT  # "The launch must come before"
    is_own = is_duty and ("own" in opening or opening[:1] == ("our",))
    if is_own or own_duties.only_expects(words, at, head):
        return verdicts.SENDER
    if words.text(at - 1) == "who" and is_duty and not _is_of_ours(words, at - 2):
        return verdicts.THIRD
    if is_duty and opening[:1] and opening[0] in {"consulates", "consulate"}:
        return verdicts.YES  # "Consulates general should"
    if thing_duties.comes_on_board(words, at):
        return verdicts.STRANGER
    if posts_by_name.acts(words, at, head):
        return verdicts.YES
    return verdicts.THIRD if _is_alone(words, at, head, opening) else None


def _by_text(words: Words, at: int, head: str, opening: tuple[str, ...]) -> Verdict | None:
    """Judge a duty by the text it stands in: the writer's report of its own work, a call to the public, news of a count."""
    if words.text(at) not in _ACTING_OR_ORDERED:
        return None
    if own_work.is_of_own_people(words, at):
        return verdicts.SENDER
    if public_calls.is_called(words, at, opening):
        return verdicts.STRANGER
    return verdicts.EVENT if foreseen.is_foreseen(words, at, head) else None


def _is_alone(words: Words, at: int, head: str, opening: tuple[str, ...]) -> bool:
    """Read "The Vatican is to name a nuncio": whoever "is to" act and is none of ours."""
    is_alone = (
        words.text(at) == "to"
        and words.text(at - 1) == "is"
        and words.text(at + 1) != "be"
        and not words.follows(at + 1, "have", "been")
        and not posts_by_name.reaches_us(words, at)
    )
    is_each = opening[:1] in (("each",), ("every",), ("all",)) and head in nouns.ROLES
    is_ours = is_each or head in nouns.OWN_OR_OFFICERS or opening[:1] in EMBASSIES
    return is_alone and not is_ours


def _is_of_ours(words: Words, at: int) -> bool:
    """Say whether the noun before "who" is of those asked or their people: "posts, who must", "officers who should"."""
    noun = words.text(at - 1) if words.text(at) == "," else words.text(at)
    is_open = words.text(at) != "," and not nouns.is_third(noun) and noun not in ANYBODY
    return noun in _OWN_OR_OFFICERS_OR_ROLES or is_open
