"""Clauses that open an ask with what may happen: a term in it runs from that, not from the day sent."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words

_OPENING = ("if", "should")
_MOST = 14  # words to the comma
_HAPPENS = frozenset(
    """slips slip fails fail falls fall breaks break collapses collapse changes change happens happen occurs occur arises arise
    dies die disappears erupts leaks leak crashes sinks strikes stalls stall resumes resume walks resigns escapes spreads spread goes turns""".split()
)
_DONE = frozenset(
    """postponed delayed cancelled canceled changed rescheduled moved arrested detained attacked evacuated hurt injured
    killed wounded lost stolen damaged interrupted suspended called put broken refused rejected denied withdrawn seized made found announced reported hit shot closed opened issued signed published adopted passed sunk boarded
    expelled deported sentenced convicted released""".split()
)
_MISHAPS = frozenset(
    "accident accidents incident incidents outbreak attack attacks death deaths arrest arrests delay change fire riot riots strike threat".split()
)
_BEING = frozenset("is are be gets get been being".split())
_OURS = frozenset("you we i your our".split())
_OURS_OR_OWN = _OURS | nouns.OWN
_BEING_OR_NOT = _BEING | {"not"}


def may_happen(words: Words, stop: int) -> bool:
    """Read "If the signing slips, tell us within two hours", "Should the visit be put off, …": the sentence opens with an event that may come."""
    start = 1 if words.text(0) in _OPENING else 4 if words.follows(0, "in", "the", "event", "that") else 0
    start = start or (2 if words.follows(0, "in", "case") else 0)
    if not start:
        return False  # as mostly
    comma = next((n for n in range(start, min(stop, start + _MOST)) if words.text(n) == ","), 0)
    said = words.texts[start:comma]
    if not comma or not (_OURS_OR_OWN).isdisjoint(said[:3]):
        return False
    if said[:1] == ("there",):
        return not _MISHAPS.isdisjoint(said)
    is_done = any(said[n] in _DONE and said[n - 1] in _BEING_OR_NOT for n in range(1, len(said)))
    return is_done or not _HAPPENS.isdisjoint(said[1:])
