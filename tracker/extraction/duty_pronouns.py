"""Whom a pronoun at the head of a duty means, and who "whoever" at a post is: those asked, named before in the sentence."""

import re

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.cast import Cast, Part
from tracker.extraction.date_words import Words
from tracker.extraction.posts_by_name import reaches_us

_SEVERAL = frozenset("you all each every addressee alcon".split())  # one of many may be "they"
_WHOEVER = re.compile(  # "Whoever holds the key at Embassy Oslo"
    r"(?:whoever|someone|somebody|anyone|anybody|everyone|everybody|all (?:officers|staff|hands)|any officer) (?:[\w'’-]+ ){0,8}?(?:at|of|from) (?P<home>(?:the )?[\w/]+(?: [\w/]+)?)(?= |$)",
    re.IGNORECASE,
)
_ANYONE = (
    "whoever ",
    "someone ",
    "somebody ",
    "anyone ",
    "anybody ",
    "everyone ",
    "everybody ",
    "all ",
    "any ",
)
_LATE_AND = re.compile(  # in small letters: "Quito has yet to send its list; it"
    r"(?P<who>[^,;:]{2,50}?) (?:alone )?(?:ha(?:s|ve) (?:yet to|not|never)|(?:is|are) (?:late|behind|overdue|silent|the last)|did not|owes?|failed to|missed)\b[^;:]{2,120}[;,] (?:and |but |so )?(?:it|they) "
)
_OPENING_ASKED = re.compile(
    r"(?:as|since|because|although|though|while|where|when|once|until) (?P<who>(?:the |any |all )?(?:posts?|embass\w+|missions?|consulates?(?: general)?|addressees?)(?: [a-z]+)??) [a-z]+\b"
)


def of_whoever(subject: str) -> str:
    """Return where they are who are meant by "whoever holds the key at Embassy Oslo", the subject itself where nobody is so called."""
    whoever = _WHOEVER.match(subject) if subject[:10].lower().startswith(_ANYONE) else None
    return whoever["home"] if whoever else subject


def goes_on(words: list[str], low: str, start: int, cast: Cast) -> bool:
    """Return whether a pronoun stands for those asked in the opening clause: "As Embassy is accredited there, it is to"."""
    late = _LATE_AND.match(low)
    if late is not None and start <= late.end() and cast.part_of(late["who"].upper()) is Part.ASKED:
        return True
    opening = _OPENING_ASKED.match(low)
    is_next = opening is not None and len(words) > 1 and words[-2].endswith(",")
    return is_next and opening is not None and cast.part_of(opening["who"]) is Part.ASKED


def stands_for_ours(words: Words, at: int, head: str) -> bool:
    """Read "If other posts have views, they should answer": the last of whom the text speaks before are the asked.

    So are papers that are to reach the sender: "Congress wants the figures. They must reach the Department". A "they" is several.
    """
    reaches = head == "they" and reaches_us(words, at)
    named = next((w for w in reversed(words.texts[: at - 1]) if _is_named(w, head, reaches=reaches)), "")
    return named in nouns.OWN or (reaches and (not named or named in nouns.DELIVERABLES))


def _is_named(text: str, head: str, *, reaches: bool) -> bool:
    if text in nouns.OWN:
        return head != "they" or text.endswith("s") or text in _SEVERAL
    is_paper = reaches and text in nouns.DELIVERABLES and text.endswith("s")
    return is_paper or nouns.is_third(text)
