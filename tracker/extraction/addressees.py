"""Which of those under TO a sentence asks: all of them, unless the sentence or its heading names some."""

import re

from tracker.extraction.cast import Cast, is_capital

_EXCEPT = re.compile(r"\b(?:except(?:ing)?(?: for)?|other than|but not|with the exception of|excluding)\b")
_TITLE = re.compile(r"\b(?:action|for|posts?|embass(?:y|ies)|tasks?|request)\b", re.IGNORECASE)
_OFFICES = re.compile(r"\b(?:department|washington|dept|bureau|agenc(?:y|ies))\b")
_POSTS = re.compile(r"\b(?:posts|embassies|missions|consulates)\b")
_NAMED = re.compile(
    r"\b(?:embass(?:y|ies)|posts?|consulates?(?: generals?)?|missions?|usmission|amembassy|amconsul|conge?ns?) ((?:[a-z'-]+,? ){0,3}[a-z'-]+)"
)


def asked(subject: str, heading: str | None, cast: Cast, to: tuple[str, ...]) -> tuple[str, ...]:
    """Return the designators asked, as written under TO; all of them where none is named."""
    if len(to) < 2:
        return to
    to = _kind_asked(subject.lower() or _heading_words(heading), to) or to
    for words in (subject.lower(), _heading_words(heading)):
        outside = _EXCEPT.split(words, maxsplit=1)
        inside = _named(outside[0], cast)
        if inside:
            return tuple(d for d in to if d in inside)
        if len(outside) > 1:
            left_off = _named(outside[1], cast)
            return tuple(d for d in to if d not in left_off) or to
    return to


def _kind_asked(words: str, to: tuple[str, ...]) -> tuple[str, ...]:
    """Return the offices or the posts under TO where it holds both and the words name one kind."""
    offices = tuple(d for d in to if is_capital(d))
    if not offices or len(offices) == len(to):
        return ()
    if _OFFICES.search(words):
        return offices
    return tuple(d for d in to if d not in offices) if _POSTS.search(words) else ()


def only_told(subject: str, cast: Cast) -> bool:
    """Return whether the subject names posts that stand under INFO only, and nobody under TO."""
    low = subject.lower()
    if cast.has_collective or not any(_has(low, place) for place in cast.told if place):
        return False
    return bool(_NAMED.search(low)) and not _named(low, cast)


def _heading_words(heading: str | None) -> str:
    return heading.lower() if heading and _TITLE.search(heading) else ""


def _named(words: str, cast: Cast) -> set[str]:
    return {designator for place, designator in cast.names.items() if place and _has(words, place)}


def _has(words: str, place: str) -> bool:
    at = words.find(place)
    if at < 0:
        return False
    before, after = words[at - 1 : at], words[at + len(place) : at + len(place) + 1]
    return not before.isalnum() and not after.isalnum()
