"""What laws, treaties, decrees and calendars lay down, and what offices do as a rule: their days bind no reader who is not named."""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import OUR_PAPERS

LAWS = frozenset(
    """law laws bylaw bylaws by-laws statute statutes treaty treaties convention constitution charter protocol act code accord accords decree
    decrees edict proclamation ordinance ukase truce ceasefire armistice cease-fire amnesty pact settlement verdict ruling judgment
    injunction contract contracts lease article articles communique agreement resolution directive tender concession""".split()
)
CALENDARS = frozenset("calendar timetable timeline plan scheme roadmap blueprint program agenda".split())
READERS = frozenset(
    "post posts embassy embassies mission missions consulate consulates addressee addressees you your".split()
)
_OPENING = frozenset("under by per according pursuant".split())
_BEHIND = frozenset("under per according pursuant accordance".split())
_DIVISIONS = frozenset(
    "annex article appendix schedule section chapter clause part title protocol rule amendment exhibit attachment".split()
)
_COMMANDING = LAWS | _DIVISIONS | CALENDARS | frozenset({"terms", "term", "order", "orders", "mandate"})
MOST_TO_LAW, MOST_OF_OPENING = 5, 12  # words
USUAL = frozenset(
    "normally usually generally ordinarily routinely typically customarily commonly habitually invariably".split()
)
_AS_A_RULE = (("as", "a", "rule"), ("in", "most", "cases"), ("as", "is", "usual"), ("by", "custom"))
_ASKING = frozenset(
    "should must shall please pls requested asked required instructed directed need needs due are".split()
)


def commanded(words: Words, phrase: Phrase) -> Verdict | None:
    """Return why a day that a law or a custom sets binds no reader, None of any other, or where the reader is named."""
    if not READERS.isdisjoint(words.texts):
        return None
    if _is_law_named(words, phrase):
        return verdicts.THIRD
    return verdicts.NOT_ASKED if _is_usual(words) else None


def _is_law_named(words: Words, phrase: Phrase) -> bool:
    """Read "Under the treaty, the guns are to go by May 3", "by May 3 under Article 5"."""
    if LAWS.isdisjoint(words.texts):
        return False
    comma = words.texts.index(",") if "," in words.texts[:MOST_OF_OPENING] else 0
    opening = words.texts[:comma]
    is_under = words.text(0) in _OPENING or words.follows(0, "in", "accordance")
    if is_under and not LAWS.isdisjoint(opening) and OUR_PAPERS.isdisjoint(opening):
        return True
    under = [n for n in range(1, len(words.texts)) if words.text(n) in _BEHIND]
    return any(not LAWS.isdisjoint(words.texts[n + 1 : n + MOST_TO_LAW]) for n in under)


def _is_usual(words: Words) -> bool:
    """Read "The center normally pays vouchers within 21 days": what is done as a rule; a duty in it may still bind."""
    is_said = not USUAL.isdisjoint(words.texts) or any(
        words.follows(n, *said)
        for said in _AS_A_RULE
        for n in range(len(words.texts))
        if words.text(n) == said[0]
    )
    return is_said and _ASKING.isdisjoint(words.texts)


def is_commanding(words: Words, at: int, head: str) -> bool:
    """Return whether the subject before "requires", "directs" at `at` is a law or a part of one: "Article IV", "the truce"."""
    return head in _COMMANDING or words.text(at - 2) in _DIVISIONS
