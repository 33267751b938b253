"""Papers without marks whose title is the first line of a numbered paragraph, "5. NON-PAPER", and thoughts an envoy may draw on."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.cable.parts import Sentence, Sentences

_TITLE = re.compile(
    r"(?:(?:u\.?s\.?|draft|proposed|suggested|full|unclassified|final) )*(?:non-?paper|aide[- ]memoire|diplomatic note|note verbale|explanation of (?:vote|position)"
    r"|draft (?:note|letter|statement|resolution|reply)|text of (?:the |an? |draft |proposed |our )*(?:note|message|letter|statement|non-?paper|aide[- ]memoire|invitation|reply|announcement|toast|speech))"
    r"(?: \(?(?:unclassified|uncleared|draft)\)?)?[.:]?",
    re.IGNORECASE,
)
_THOUGHTS = re.compile(
    r"\b(?:may|might|should|can|could|free to|wish to|want to|please) draw (?:up)?on (?:the|these|those|some of the|any of the) (?:following\b|(?:\w+ )?(?:thoughts|remarks|considerations|arguments|ideas|words|themes)\b)[^:]{0,60}:$",
    re.IGNORECASE,
)
_END = re.compile(  # in small letters
    r"\W*(?:end (?:of )?(?:the )?(?:text|note|paper|non-?paper|statement|quote|points)\b|end\.?$|unquote\b)"
)
_IF_ASKED = re.compile(  # "If asked: the United States seeks"
    r"if (?:asked|pressed|raised|challenged|the question (?:is raised|comes up|arises))(?: (?:about|on|by|why|whether|again)\b[^.:]{1,60})?: (?!please\b|post\b|posts\b|embassy\b|refer\b|tell\b|say that)",
    re.IGNORECASE,
)
INSTRUCTS = (
    re.compile(  # in small letters: what stands below a title is no text, but tells what to do with one
        r"post|embass|please|mission|the following|department|usun|posts"
    )
)
_TO_POSTS = re.compile(
    r"(?:all )?(?:posts?|embass(?:y|ies)|missions?|usun|please refer)\b"
)  # in small letters
_IS_ELSEWHERE = re.compile(
    r"\b(?:attached|e-?mailed|faxed|pouched|septel|follows|in (?:para|ref)|sent|will be|posted)\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 60  # characters


class Run(NamedTuple):
    """The sentences from `first` to before `last`, a title among them, what names them, and where the words begin."""

    first: int
    last: int
    named: str
    begin: int  # the sentence in which the words begin
    at: int = 0  # characters of it before them


def runs(sentences: Sentences) -> Iterator[Run]:
    """Yield the texts that stand below such a title or such words, to the end of their paragraph."""
    for i, sentence in enumerate(sentences):
        has_more = i + 1 < len(sentences) and sentences[i + 1].paragraph == sentence.paragraph
        below = sentences[i + 1].text if has_more else ""
        if not has_more:
            is_text = False
        elif _is_title(sentences, i):
            is_text = INSTRUCTS.match(below.lower()) is None and _IS_ELSEWHERE.search(below) is None
        else:
            is_text = sentence.text.endswith(":") and _THOUGHTS.search(sentence.text) is not None
            is_text = is_text and not sentences[i + 1].is_bullet
        if is_text and _is_title(sentences, i):
            yield Run(i, _end_of(sentences, i + 1), sentence.text, i + 1)
        elif is_text:
            yield Run(i + 1, _end_of(sentences, i + 1), "points", i + 1)
        elif _opens(sentences, i) and (asked := _IF_ASKED.match(sentence.text)):
            yield Run(i, _end_of(sentences, i), "points", i, asked.end())


def _is_title(sentences: Sequence[Sentence], i: int) -> bool:
    """Return whether a numbered paragraph opens with the title of a paper, on a line or before a stop of its own."""
    text = sentences[i].text
    return _opens(sentences, i) and len(text) <= LONGEST_TITLE and _TITLE.fullmatch(text) is not None


def _opens(sentences: Sequence[Sentence], i: int) -> bool:
    number = sentences[i].paragraph
    return number is not None and (i == 0 or sentences[i - 1].paragraph != number)


def _end_of(sentences: Sequence[Sentence], first: int) -> int:
    """Return where the text that begins with a sentence has ended: with its paragraph, at its mark, or before what posts are told."""
    last = first + 1
    while last < len(sentences) and sentences[last].paragraph == sentences[first].paragraph:
        low = sentences[last].text.lower()
        if _END.match(low) or _TO_POSTS.match(low):
            break
        last += 1
    return last
