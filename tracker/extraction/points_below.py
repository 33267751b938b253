"""Points to speak that stand as a list below the sentence that tells where they are."""

import re
from collections.abc import Iterator, Sequence

from tracker.cable.hints import Family
from tracker.cable.parts import Sentence, Sentences

_POINTS_BELOW = re.compile(
    r"\bpoints\b(?! of contact)[^.:;]{0,50}?\b(?:below|that follow|(?<!will )(?<!to )(?<!may )(?<!shall )(?<!would )follow(?= here|[.:]|$)|following|(?:in|at) para(?:graph)?\.? (?P<number>\d{1,2}))\b"
    r"|\b(?:should|must|please|(?:requested|instructed|asked|directed) to)\b[^.:;]{0,80}\bfollowing (?:\w+ )?points\b"
    r"|\b(?:put|lay|convey|make|impress|press|urge|stress|say|argue|explain)\b[^.:;]{0,30}\b(?:the|all of the|these) following (?:arguments? |thoughts? |considerations? )?(?:to|on|upon|before|with|at|in)\b(?! (?:us|(?:the |a )?(?:department|desk|bureau|pouch|file|safe|box))\b)",
    re.IGNORECASE,
)
_NAMED = Family({"points", "following"})  # stands in whatever _POINTS_BELOW finds


def bullets_from(sentences: Sequence[Sentence], first: int) -> range:
    """Return the entries that follow one another in the paragraph of the first."""
    last = first
    while (
        last < len(sentences)
        and sentences[last].paragraph == sentences[first].paragraph
        and sentences[last].is_bullet
    ):
        last += 1
    return range(first, last)


def runs(sentences: Sentences) -> Iterator[range]:
    """Yield lists that open a paragraph, or stand right below the words that tell of them, where points are said to be there."""
    if not any(_POINTS_BELOW.search(sentences[i].text) for i in sentences.holding(_NAMED.bit)):
        return
    below, is_next = False, False
    numbers: set[int] = set()
    i = 0
    while i < len(sentences):
        is_beside, is_next = is_next, False
        told = _POINTS_BELOW.search(sentences[i].text) if sentences[i].signs & _NAMED.bit else None
        if told:
            numbers |= {int(told["number"])} if told["number"] else set()
            below = below or not told["number"]
            is_next = not told["number"]
        is_first = is_beside or _begins_paragraph(sentences, i) or (below and _begins_list(sentences, i))
        run = bullets_from(sentences, i) if is_first else range(i, i + 1)
        is_meant = below or sentences[i].paragraph in numbers
        if is_meant and sentences[i].is_bullet and is_first:
            below = False
            yield run
        i = max(run.stop, i + 1)


def _begins_list(sentences: Sequence[Sentence], i: int) -> bool:
    """Return whether the first entry of a list stands there, and nothing before it leads to orders: no "Posts should:"."""
    return (
        sentences[i].is_bullet and not sentences[i - 1].is_bullet and not sentences[i - 1].text.endswith(":")
    )


def _begins_paragraph(sentences: Sequence[Sentence], i: int) -> bool:
    return i == 0 or sentences[i - 1].paragraph != sentences[i].paragraph
