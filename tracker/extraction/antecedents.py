"""What a pronoun, a bare "a week earlier", "that period" or another word for it means: told of one day just before the ask.

Only the same paragraph as far as the ask, and the paragraph before, are looked at. The nearest that fits counts, and
nothing is taken where two days fit, or where something undated may be meant as well.
"""

import re
from collections.abc import Sequence

from tracker.cable.parts import Sentence
from tracker.extraction import antecedent_words as say
from tracker.extraction import event_days, kin_words
from tracker.extraction.kin_words import Kin
from tracker.extraction.told_before import Meant, Place, one_of, said_of, subject_of
from tracker.extraction.told_days import EDGES, SMALL, WAS_MOVED, Told, stem, tells

_JOINT = re.compile(r"^[,;]? (?:and|so|but|then) ")
_WORD = re.compile(r"[a-z0-9][\w'’/-]*")
_SMALL_OR_EDGES = SMALL | EDGES


def meant(anchor: str, place: Place) -> Meant | None:
    """Return what an anchor means, None where nothing before the ask fits or more than one thing does."""
    low = anchor.lower().strip()
    demonstrative = say.HAPPENING.sub("", low)
    if low in say.BARE or demonstrative in say.DEMONSTRATIVE:
        return _nearest_day(demonstrative, place)
    if limit := say.LIMIT.fullmatch(low):
        return _limit_day(place, limit["whose"] or "")
    if say.PERIOD.fullmatch(low):
        return _period(low, place)
    if say.NEW_DATE.fullmatch(low):
        moved = [one for one in place.told if WAS_MOVED.search(one.clause)]
        return one_of(moved, place)
    if edge := say.EDGE.fullmatch(low):
        return _edge_day(place, is_last=edge["edge"] in say.LAST)
    if pronoun := say.PRONOUN.match(low):
        return _of_pronoun(pronoun["who"], low[pronoun.end() :].split(), place)
    return _by_kin(low, place)


def is_of_another(anchor: str, place: Place) -> bool:
    """Return whether a pronoun means something that the ask or the sentence just before it names, which has no day."""
    pronoun = say.PRONOUN.match(anchor.lower())
    if pronoun is None:
        return False
    who, rest = pronoun["who"], anchor.lower()[pronoun.end() :].split()
    if _latest(place.doubted) > _latest(place.told):
        return True
    nearest = _undated_before(place)
    families = kin_words.of_verb(rest[0]) + kin_words.of_noun(rest[0]) if rest else ()
    told = [one for one in place.told if families and _tells_kin(one, families)]
    if told and not any(say.fits(who, _subject(one, families)) for one in told):
        return True
    if nearest and who in say.PERSONS:
        return say.has_person(nearest)
    if nearest and rest and not say.goes_on(who, nearest, rest[0]):
        return True
    if who == "it" and not rest:
        return say.OCCASION.search(place.asked) is not None or say.OCCASION.search(nearest) is not None
    return bool(rest) and say.rival(who, rest[0], place.asked, frozenset())


def is_rivalled(anchor: str, place: Place) -> bool:
    """Return whether a bare "expiry" may be of something the ask names, or "the tour" of another told of since."""
    words = _WORD.findall(anchor.lower())
    undated = _undated_before(place)
    if len(words) == 1 and kin_words.of_noun(words[0]):
        heads = frozenset(head for one in place.told for head in subject_of(one, ())[-1:])
        is_new = undated != "" and not (say.asks(undated) or say.goes_on("it", undated, words[0]))
        return bool(place.told) and (is_new or say.rival("it", words[0], place.asked, heads))
    if len(words) not in (2, 3) or words[0] not in say.DEFINITE:
        return False
    told = frozenset[str]().union(*(one.whole for one in place.told))
    named = re.findall(rf"\b(?:the|an?|its|their|our) ([\w-]+) {re.escape(words[1])}\b", undated)
    if place.told and any(
        stem(word) not in told for word in named
    ):  # "the club" of the Paris Club, then "the London Club"
        return True
    another = rf"(?:[\w-]+['’]s|another|other|second|own|new) (?:\w+ )?{re.escape(words[1])}\b"
    return re.search(another, undated) is not None


def _latest(told: Sequence[Told]) -> int:
    return max((one.sentence.start for one in told), default=-1)


def _undated_before(place: Place) -> str:
    """Return the sentence just before in small letters, "" where it tells of a day."""
    nearest = place.before[-1] if place.before else None
    is_dated = nearest is None or any(one.sentence.start == nearest.start for one in place.told)
    return "" if nearest is None or is_dated else nearest.text.lower()


# --- a day alone: "a week earlier", "two days before that" ---


def _nearest_day(anchor: str, place: Place) -> Meant | None:
    """Return the one day that the sentence's opening names, else that the nearest sentence before it names."""
    if not say.may_be_bare(anchor, _asked_since_day(place)):
        return None
    for sentence in (place.opening, *reversed(place.before)):
        named = list(event_days.mentions(sentence.text, place.cable.header))
        if named:
            return _only_day(sentence, place)
        is_passing = sentence is place.opening or say.is_passing(sentence.text)
        if not is_passing:
            return None
    return None


def _asked_since_day(place: Place) -> str:
    """Return the words of an ask before the anchor; only those behind a day, where it names one: "The vote is May 3, so report"."""
    named = list(event_days.mentions(place.opening.text, place.cable.header))
    behind = place.opening.text[named[-1].end :].lower() if named else ""
    return _JOINT.sub("", behind) if behind.strip() and behind.strip() in place.asked else place.asked


def _only_day(sentence: Sentence, place: Place) -> Meant | None:
    named = list(event_days.mentions(sentence.text, place.cable.header))
    days = {(one.first_on, one.last_on) for one in named}
    first, last = next(iter(days))
    low = sentence.text.lower()
    told = low[: named[-1].end] if sentence is place.opening else low  # not what is "wanted" behind it
    is_sure = say.DOUBT.search(told) is None and say.PAST.search(told) is None
    if len(days) > 1 or not is_sure or last < place.sent_on:
        return None
    return Meant(said_of(sentence.text, named[0].end), first, last)


# --- "that period", "the closing day" ---


def _nearest_told(place: Place) -> list[Told]:
    """Return the clauses of the nearest sentence that tells of days."""
    starts = [one.sentence.start for one in place.told]
    return [one for one in place.told if one.sentence.start == max(starts)] if starts else []


def _period(anchor: str, place: Place) -> Meant | None:
    """Return the days of "that window": a span told, a beginning with its end, or the end of what is called so."""
    found = _nearest_told(place)
    ends = [one for one in found if one.is_end or one.last_on > one.first_on]
    noun = anchor.rsplit(maxsplit=1)[-1]
    if len(ends) != 1 or len(found) > 2 or re.search(rf"\b{noun}s?\b", _undated_before(place)):
        return None
    end = ends[0]
    first = min(one.first_on for one in found)
    is_whole = first < end.last_on or f"{noun} " in end.sentence.text.lower()
    return Meant(said_of(end.sentence.text, end.end), first, end.last_on) if is_whole else None


def _edge_day(place: Place, *, is_last: bool) -> Meant | None:
    """Return "the opening day" or "the last day" of what the nearest sentence says to open, to end or to last."""
    found = _nearest_told(place)
    if len(found) > 2:
        return None
    ends = [one for one in found if one.is_end or one.last_on > one.first_on]
    begins = [
        one
        for one in found
        if not one.is_end and (one.last_on > one.first_on or kin_words.OPENING.told.search(one.clause))
    ]
    return one_of(ends, place, is_last=True) if is_last else one_of(begins, place)


def _limit_day(place: Place, whose: str) -> Meant | None:
    """Return the day of "the closing date", or of "the chair's cut-off": of what closes, falls due or is wanted by him, where only one does."""
    if whose:
        return one_of([one for one in place.told if one.is_limit and stem(whose) in one.whole], place)
    named = [one for one in place.told if one.is_limit and say.LIMIT_NOUN.search(one.clause)]
    ends = [one for one in place.told if one.is_end]
    return one_of(named or ends, place, is_last=True)


# --- pronouns ---


def _of_pronoun(who: str, rest: list[str], place: Place) -> Meant | None:
    """Return what "it", "before he goes", "its arrival" mean: what does so in the nearest sentence that tells of one."""
    if not rest:
        return _of_it(who, place)
    is_over = rest[1:] != [] and rest[0] in say.BEING_OVER and rest[-1] in say.OVER
    does = is_over or rest[0] in say.DOES or rest in (["is"], ["are"])
    families = () if does else kin_words.of_verb(rest[0]) + kin_words.of_noun(rest[0])
    if not does and not families:
        return None
    found = [
        one
        for one in _in_reach(who, place, families, "" if does else rest[0])
        if say.fits(who, _subject(one, families)) and not one.is_limit
    ]
    if is_over:
        found = [one for one in found if _may_be_end(one)]
    heads = frozenset(word for one in found for word in _subject(one, families)[-1:])
    if who in say.PERSONS and any(_tells_of_two(one, families) for one in found):
        return None
    if not found or (not does and say.rival(who, rest[0], place.asked, heads)):
        return None
    return one_of(found, place, is_last=is_over or any(kin.is_of_end for kin in families))


def _may_be_end(one: Told) -> bool:
    """Return whether what a clause tells of is over on its last day: not what only opens then."""
    return one.is_end or one.last_on > one.first_on or not kin_words.OPENING.told.search(one.clause)


def _tells_of_two(one: Told, families: Sequence[Kin]) -> bool:
    """Return whether a clause tells of somebody besides its subject: "the Minister meets the King"."""
    subject = " ".join(_subject(one, families))
    return say.has_another_person(one.clause.partition(subject)[2])


def _of_it(who: str, place: Place) -> Meant | None:
    """Return the deadline, session or period that "ten days before it" means."""
    if who != "it" or say.OCCASION.search(place.asked):
        return None
    reach = _in_reach(who, place, ())
    return one_of(reach, place) if all(map(_is_occasion, reach)) else None


def _is_occasion(one: Told) -> bool:
    """Return whether a clause is of something that has a time itself, and nothing else of that kind follows it."""
    front, _, behind = one.clause.partition("|")
    subject = subject_of(one, ())
    is_limit = one.is_limit and say.LIMIT_NOUN.search(front) is not None
    if not front.strip() and say.IS_LIMIT.match(behind):
        return True
    is_occasion = is_limit or (not one.is_limit and say.is_occasion(subject))
    return is_occasion and say.OCCASION.search(behind) is None


def _in_reach(who: str, place: Place, families: Sequence[Kin], verb: str = "") -> list[Told]:
    """Return the clauses of the nearest sentence that tells of such a thing, if nothing stands between that may be meant."""
    for sentence in (place.opening, *reversed(place.before)):
        here = [one for one in place.told if one.sentence.start == sentence.start]
        found = [one for one in here if not families or _tells_kin(one, families)]
        if found:
            return found
        if sentence is not place.opening and not say.goes_on(who, sentence.text, verb):
            return []
    return []


def _subject(one: Told, families: Sequence[Kin]) -> list[str]:
    """Return of whom a clause tells one of the families; of what lasts without such a word, of whom it tells at all."""
    is_told = any(kin.told.search(one.clause) for kin in families)
    return subject_of(one, families if is_told else ())


def _tells_kin(one: Told, families: Sequence[Kin]) -> bool:
    """Return whether a clause tells of one of the families; whatever lasts opens and ends: "the census (May 3-9)"."""
    if any(kin.told.search(one.clause) for kin in families):
        return True
    is_edge = kin_words.OPENING in families or kin_words.ENDING in families
    return is_edge and one.last_on > one.first_on and say.is_occasion(subject_of(one, ()))


# --- another word for it: "the poll" of an election ---


def _by_kin(anchor: str, place: Place) -> Meant | None:
    """Return the day of what the text calls by another word of the same family, where nothing else of it is told."""
    edge = say.EDGE_OF.match(anchor)
    words = _WORD.findall(anchor[edge.end() :] if edge else anchor)
    is_day_of_it = len(words) > 1 and words[-1] in {"day", "date"}  # "polling day", "the effective date"
    words = words[:-1] if is_day_of_it else words
    key = _key_of(words)
    families = kin_words.of_noun(key) or kin_words.of_verb(key)
    is_named = is_day_of_it and {*words} - say.DEFINITE == {key}
    if not families or not (is_named or _may_name(words, key, place)):
        return None
    others = {stem(w) for w in words[: words.index(key)] if w not in _SMALL_OR_EDGES}
    is_to_end = edge is not None and edge["end"] is not None
    found = [one for one in place.told if not one.is_limit and _is_told_of(one, families, others)]
    found = [one for one in found if not is_to_end or one.last_on > one.first_on]
    starts = {one.sentence.start for one in found}
    rest = [one.text.lower() for one in place.before if one.start not in starts]
    is_elsewhere = any(kin.told.search(text) for kin in families for text in rest)
    is_last = any(kin.is_of_end for kin in families)
    return None if is_elsewhere else one_of(found, place, is_last=is_last)


def _key_of(words: Sequence[str]) -> str:
    """Return the word that tells the family: the last noun of one, or a verb behind a subject: "the window shuts"."""
    noun = next((w for w in reversed(words) if kin_words.of_noun(w)), "")
    return noun or next((w for w in words[1:] if kin_words.of_verb(w)), "")


def _may_name(words: Sequence[str], key: str, place: Place) -> bool:
    """Return whether an anchor names one thing: "the poll", "the window shuts", "expiry" of what the ask does not name itself."""
    if len(words) == 1:
        return not say.rival("it", key, place.asked, frozenset())
    is_clause = not kin_words.of_noun(key) and len(set(words[: words.index(key)]) - SMALL) > 0
    return (
        words[0] in say.DEFINITE
        and len(words) <= say.LONGEST_NAME
        and (is_clause or bool(kin_words.of_noun(key)))
    )


def _is_told_of(one: Told, families: Sequence[Kin], others: set[str]) -> bool:
    """Return whether a clause tells of one of the families itself, and of what else the anchor names: not "a paper for the vote"."""
    if not others <= one.whole:
        return False
    for kin in families:
        match = kin.told.search(one.clause)
        if match is None or (one.is_end and kin not in (kin_words.ENDING, kin_words.LEAVING)):
            continue
        if one.is_end and not others:
            return True
        if match[0].startswith("be ") and not say.goes(subject_of(one, (kin,))):
            continue
        begin = one.clause.rfind(" ", 0, match.start()) + 1  # of the whole word: "by-elections"
        word = one.clause[begin:].split()[0].strip(".,;")
        if " " in match[0] or tells(one.clause, {stem(word)}):
            return True
    return False
