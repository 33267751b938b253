"""Words that stand between QUOTE and UNQUOTE, as telegrams without quotation marks write them: a text, or speech."""

import re
from collections.abc import Iterator, Sequence

from tracker.cable.hints import Family, has_any
from tracker.cable.parts import Cable, Sentence, Sentences

_OPEN = re.compile(r"(?:^[\W_]*|: ?)(?:QUOTE|Quote|QTE)\b(?:[:.]? +(?=[A-Z\"“(-])|[:.]?$)")
_OPENING = Family({"quote", "qte"})  # one of them stands in whatever _OPEN finds
CLOSE = re.compile(
    r"[ .,;]*\b(?:UNQUOTE|UNQTE|END (?:OF )?(?:QUOTE|QTE)|[Uu]nquote|[Ee]nd (?:of )?quote)\b[ .]*"
)
_ALONE = re.compile(
    r"(?:QUOTE|Quote|QTE)[:.]?[ \t]*\n"
)  # on a line of its own: "QUOTE PRICES IN DOLLARS" is an order
_ANNOUNCED = re.compile(
    r"\b(?:follow\w*|text|reads?|statement|guidance|language|points?|message|letter|note|non-?paper|below|reply|passage|draft|paper|wording|resolution)\b",
    re.IGNORECASE,
)
_OPENS_LETTER = re.compile(
    r"\W*(?:excellency|dear |sir\b|madam\b|mr\. (?:minister|president|chairman)|the embassy of)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:said|told|replied|remarked|shouted|wrote|complained|commented|boasted|says|asked|answered|warned|argued|insisted)\b",
    re.IGNORECASE,
)
_TO_USE = re.compile(
    r"\b(?:posts?|embass\w+|missions?|addressees?|you|use|draw|deliver|convey|pass)\b|\b(?:may|should|must|can|are to|is to) be (?:told|answered|informed|advised|read|given)\b",
    re.IGNORECASE,
)
_CLOSING = ("UNQUOTE", "END QUOTE", "UNQTE", "END QTE")
_MARK = re.compile(r"\"|\b(?:UN)?(?:QUOTE|QTE)\b|\bEND (?:QUOTE|QTE)\b|\bunquote\b")
_WORDS = ("uote", "UOTE", "QTE")  # one of them stands in whatever the rules find
_IN_WORDS = re.compile(r"\bq(?:uo)?te\b(?P<said>.{1,600}?)\b(?:unq(?:uo)?te|end q(?:uo)?te)\b", re.IGNORECASE)
MOST_SENTENCES = 80  # of a text between QUOTE and UNQUOTE


def texts(sentences: Sentences, raw: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield each announced text: its first sentence, the one behind its last, where its words begin and end in those.

    quoted = lead ":" "QUOTE" {sentence} "UNQUOTE"; "The text reads: QUOTE The Government of … UNQUOTE."
    Where a paragraph opens with QUOTE on a line of its own and nothing closes it, it runs on to the paragraph's end.
    """
    done = 0
    for i in sentences.holding(_OPENING.bit):
        text = sentences[i].text
        opened = _OPEN.search(text) if i >= done else None
        lead = text[: opened.start()] if opened else ""
        lead = lead or _told_before(sentences, i, text[opened.end() :] if opened else "")
        closed = _closed(sentences, i, opened.end()) if opened and _announces(lead) else None
        if opened and closed is None and _announces(lead) and _ALONE.match(raw, sentences[i].start):
            closed = _left_open(sentences, i)
        if opened and closed:
            yield i, closed[0], opened.end(), closed[1]
            done = closed[0]


def _told_before(sentences: Sequence[Sentence], i: int, words: str) -> str:
    """Return the words before a text that opens a sentence; what begins as a letter may be told of two sentences before."""
    same = [s.text for s in sentences[max(0, i - 3) : i] if s.paragraph == sentences[i].paragraph]
    return " ".join(same) if _OPENS_LETTER.match(words) else (sentences[i - 1].text if i else "")


def _left_open(sentences: Sequence[Sentence], first: int) -> tuple[int, int] | None:
    """Return the end of a paragraph that opens with QUOTE and is not closed, as in a text cut short; None inside a paragraph."""
    number = sentences[first].paragraph
    if first and sentences[first - 1].paragraph == number:
        return None
    last = first
    while last < len(sentences) and sentences[last].paragraph == number:
        last += 1
    return last, len(sentences[last - 1].text)


def _announces(lead: str) -> bool:
    """Return whether the words before say that a text stands below, not what somebody said."""
    if _SPOKEN.search(lead) and not _TO_USE.search(lead):
        return False
    return lead.endswith(":") or _ANNOUNCED.search(lead) is not None


def _closed(sentences: Sequence[Sentence], first: int, start: int) -> tuple[int, int] | None:
    """Return the sentence behind the last of the text and where its words end in that last one."""
    for j in range(first, min(len(sentences), first + MOST_SENTENCES)):
        text = sentences[j].text
        closed = CLOSE.search(text, start if j == first else 0) if has_any(text, _WORDS) else None
        if closed and closed.start() == 0 and j > first:
            return j, len(sentences[j - 1].text)
        if closed:
            return j + 1, closed.start()
    return None


def marks(text: str, *, has_words: bool) -> list[int]:
    """Return where a sentence opens or closes speech: by signs, and by words where its paragraph closes so."""
    if not has_words:
        return [n for n, sign in enumerate(text) if sign == '"'] if '"' in text else []
    return [match.start() for match in _MARK.finditer(text)]


def without(text: str) -> str:
    """Return the text with what stands between "quote" and "unquote" blanked, every other character in its place."""
    if not has_any(text, _WORDS):
        return text
    return _IN_WORDS.sub(lambda m: m.group().replace(m["said"], "_" * len(m["said"])), text)


def closed_in_words(cable: Cable) -> frozenset[int | None]:
    """Return the paragraphs in which a sentence has UNQUOTE, or the like, in capitals."""
    if not has_any(cable.text, ("QUOTE", "QTE")):
        return frozenset()  # as in nearly all cables
    return frozenset(s.paragraph for s in cable.sentences if has_any(s.text, _CLOSING))
