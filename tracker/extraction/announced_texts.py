"""Texts that no mark begins: a message behind its label, points counted by letters, questions with answers, a text in quotation marks."""

import re
from collections.abc import Iterator, Sequence

from tracker.cable.parts import Sentence
from tracker.extraction import labels

_LABEL = re.compile(  # "Message to the Minister: Dear Minister: …"
    r"(?:(?:text of|draft|proposed|suggested|unofficial|the|secretary's|president's) )*(?:message|letter|note|non-?paper|statement|aide-memoire|toast|reply)"
    r"(?: (?:to|from|of|by|for) [^:.;]{1,60})?: (?=[A-Z\"“])",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^[\W_]*end(?: of)? (?:text|message|letter|note|non-?paper|statement|aide|toast|reply)\b", re.IGNORECASE
)
_POINTS = re.compile(
    r"\b(?:points?|arguments?|talkers|themes|messages)\b(?! of contact)[^.;?]{0,90}:$", re.IGNORECASE
)
_NO_POINTS = re.compile(
    r"\b(?:report|questions?|answers?|information|provide|send|steps|actions?|tasks?|respond|reply)\b",
    re.IGNORECASE,
)
_ASKED_AGAIN = re.compile(r"(?:posts?|embass(?:y|ies)|addressees|missions?|department)\b", re.IGNORECASE)
_QUESTION = re.compile(r"(?:Q|QUESTION|Question) ?\d{0,2}[:.)] ")
_TO_QUOTE = re.compile(
    r"\b(?:along (?:these|the following) lines|as follows|reads?|(?:following|this) (?:[\w-]+ ){0,2}?(?:language|text|note|message|statement|letter|points?|guidance|toast|reply|answer))\b"
    r"[^.:;]{0,60}:$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:said|told|replied|wrote|complained|remarked|answered|argued|declared|added)\b", re.IGNORECASE
)
_ANSWERS = re.compile(  # "posts may use the following questions and answers, which are for oral use only"
    r"\b(?:questions and (?:suggested |proposed |model |draft )?answers|questions with answers|q(?:'?s)? ?(?:&|and) ?a(?:'?s)?|if[- ]asked (?:points|material|guidance))\b",
    re.IGNORECASE,
)
_GIVEN_HERE = re.compile(
    r"\b(?:following|below|these|here|use|used|draw|suggested|as follows|given|provided)\b", re.IGNORECASE
)
_BEGUN = re.compile(  # "LEAFLET TEXT BEGINS: …"; not "The fair begins May 9"
    r"[\W_]*(?:(?:the|here) )?(?P<what>(?:[\w'’/-]+ ){1,6})(?:begins?|starts?)(?:: ?(?-i:(?=[A-Z\"“(-]))|[:.]?$)",
    re.IGNORECASE,
)
_KIND_WORDS = r"(?:(?!(?:the|an?|may|will|should|must|can|to|it|they|he|she|this|that|please|when|after|until|before|once|if|as|how|which)\b)[\w'’/-]+ ){1,3}"
OVER = re.compile(  # "LEAFLET TEXT ENDS.", "End of leaflet."; not "Report when the trial ends."
    r"[\W_]*(?:end (?:of )?(?P<first>(?:[\w'’/-]+ ?){1,6})"
    rf"|(?:the )?(?P<last>{_KIND_WORDS}(?:(?:of|for|to|from) (?:the )?{_KIND_WORDS})?)ends?)[\W_]*$",
    re.IGNORECASE,
)
_NO_TEXT = frozenset("summary comment action note classified notes confidential secret".split())
_LITTLE = frozenset("the a an of to for from by on in and".split())
MOST_SENTENCES = 80  # of one text; looking farther for each label would cost too much
LONGEST_LABEL = 100  # characters
_SIGNS = ('"', "“", "”")


def texts(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int]]:
    """Yield each text: its first sentence, the one behind its last, and where its words begin in the first."""
    done = 0
    for i in [i for i, one in enumerate(sentences) if _may_begin(one.text) or _is_under_mark(one)]:
        if i < done:
            continue
        found = (
            _labelled(sentences, i)
            or _between(sentences, i)
            or _pointed(sentences, i)
            or _answered(sentences, i)
            or _signed(sentences, i)
        )
        if found:
            yield found
            done = found[1]


def _may_begin(text: str) -> bool:
    """Return whether a label, a lead or a sign of quotation stands in a sentence, as in few."""
    start = text[:LONGEST_LABEL]
    return text.endswith((":", "BEGINS.", "begins.")) or text.startswith(_SIGNS) or ": " in start


def _is_under_mark(sentence: Sentence) -> bool:
    """Return whether a mark was read as the title over a sentence, as a short line in capitals is."""
    return sentence.heading is not None and sentence.heading.lower().rstrip(":. ").endswith(" begins")


def _labelled(sentences: Sequence[Sentence], i: int) -> tuple[int, int, int] | None:
    """label-text = kind ["to" whom] ":" words, up to "End message" if that stands in the paragraph."""
    label = _LABEL.match(sentences[i].text) if ": " in sentences[i].text[:LONGEST_LABEL] else None
    if label is None:
        return None
    last = _end_of_paragraph(sentences, i)
    closed = next((j for j in range(i + 1, last) if _CLOSED.match(sentences[j].text)), None)
    return (i, closed, label.end()) if closed else None


def _between(sentences: Sequence[Sentence], i: int) -> tuple[int, int, int] | None:
    """between = kind "begins" (":" | ".") words kind "ends", both in sentences of their own: "POSTER TEXT BEGINS: … POSTER TEXT ENDS."."""
    lead = sentences[i].text
    titled = f"{(sentences[i].heading or '').rstrip(':. ')}." if _is_under_mark(sentences[i]) else ""
    begun = _BEGUN.match(titled or lead[: LONGEST_LABEL * 2])
    what = _kind_in(begun["what"]) if begun else frozenset[str]()
    if begun is None or not what or what & _NO_TEXT:
        return None
    start = 0 if titled or begun.end() == len(lead) else begun.end()
    first = i if titled or start else i + 1
    for j in range(i + 1, min(len(sentences), i + MOST_SENTENCES)):
        over = OVER.match(sentences[j].text) if len(sentences[j].text) < LONGEST_LABEL else None
        if over and what & _kind_in(over["first"] or over["last"]):
            return first, j, start
    return None


def _kind_in(words: str) -> frozenset[str]:
    return frozenset(words.lower().split()) - _LITTLE


def _pointed(sentences: Sequence[Sentence], i: int) -> tuple[int, int, int] | None:
    """points = lead ":" {item}, each behind a letter or a number: "… the following points: A. SHIP IS OURS."."""
    lead = sentences[i].text
    if i + 1 >= len(sentences) or not lead.endswith(":") or not _POINTS.search(lead):
        return None
    first = sentences[i + 1]
    is_item = labels.ENTRY.match(first.text) and not _NO_POINTS.search(lead)
    if first.is_bullet or not (is_item or _QUESTION.match(first.text)):
        return None
    last = _end_of_paragraph(sentences, i + 1)
    stop = next((j for j in range(i + 2, last) if _ASKED_AGAIN.match(sentences[j].text)), last)
    item = labels.ENTRY.match(first.text)
    return i + 1, stop, item.end() if item and is_item else 0


def _answered(sentences: Sequence[Sentence], i: int) -> tuple[int, int, int] | None:
    """answers = a sentence that names questions and answers, and the first question behind its "Q:", up to the paragraph's end."""
    is_first = i > 0 and _QUESTION.match(sentences[i].text) is not None
    lead = sentences[i - 1].text if is_first else ""
    if not _ANSWERS.search(lead) or not _GIVEN_HERE.search(lead):
        return None
    last = _end_of_paragraph(sentences, i)
    stop = next((j for j in range(i + 1, last) if _ASKED_AGAIN.match(sentences[j].text)), last)
    return i, stop, 0


def _signed(sentences: Sequence[Sentence], i: int) -> tuple[int, int, int] | None:
    """signed = lead ":" and a paragraph in quotation marks: "Post may use this language: "To peace. …""."""
    text = sentences[i].text
    lead = sentences[i - 1].text if i else ""
    if not text.startswith(_SIGNS) or not _TO_QUOTE.search(lead) or _SPOKEN.search(lead):
        return None
    last = _end_of_paragraph(sentences, i)
    closed = next((j for j in range(i, last) if sentences[j].text.endswith(_SIGNS)), None)
    return (i, closed + 1, 1) if closed is not None else None


def _end_of_paragraph(sentences: Sequence[Sentence], first: int) -> int:
    """Return the sentence behind the last of the paragraph, or behind the most that one text may have."""
    number, last = sentences[first].paragraph, min(len(sentences), first + MOST_SENTENCES)
    return next((j for j in range(first, last) if sentences[j].paragraph != number), last)
