"""What "should" only foresees: results that will be known, counts that will be over, figures that will be out by a day."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words

_KNOWN = frozenset("known apparent evident plain over obvious".split())
_OUT = frozenset("out in available complete final ready announced published official".split())
_COUNTED = frozenset(
    "returns figures tallies tally results result count counts statistics numbers totals return".split()
)
_POLLS = frozenset(
    """runoff election elections referendum primary primaries poll polls vote votes voting ballot ballots recount turnout census
    opposition candidate candidates electoral landslide by-election plebiscite exit polling counting provinces precincts wards constituency constituencies""".split()
)
_ASKED = nouns.OWN | frozenset("please your post's posts' embassy's to us".split())


def is_foreseen(words: Words, at: int, head: str) -> bool:
    """Return whether a duty at `at` is none: "The outcome should be known by Friday", "Exit polls: first figures should be out by noon"."""
    if words.text(at) not in {"should", "ought"}:
        return False
    be = words.skip(at + 1, "to", "all")
    if words.text(be) != "be" or head in nouns.OWN:
        return False
    how = words.skip(be + 1, "fully", "well", "finally", "quite", "pretty")
    if words.text(how) in _KNOWN:
        return words.text(how + 1) not in {"to", "about"}  # "should be known to the desk"
    if words.text(how) == "clear":
        return not head.endswith("s") or head in _COUNTED  # "accounts should be clear by"
    is_count = words.text(how) in _OUT and head in _COUNTED
    if words.text(how) == "out":
        return is_count
    return is_count and not _POLLS.isdisjoint(words.texts) and _ASKED.isdisjoint(words.texts)
