"""The labels of the heading's lines, and where the first paragraph begins behind them."""

import re

from tracker.cable import identifiers
from tracker.cable.draft import Reader
from tracker.cable.lines import Line

EXECUTIVE_ORDER = re.compile(r"E ?\.? ?O ?\.?:? ?\d{5}\b ?[:;-]?", re.IGNORECASE)
TAGS = re.compile(r"TAGS?\s?[:;-]|TAGS(?= )", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:SUBJ(?:ECT)?S?(?:\s?[:;.]|\s-)|(?-i:SUBJ(?:ECT)?(?= {1,2}[A-Z])|SUBJ/(?!/)))\s*", re.IGNORECASE
)
REF = re.compile(
    r"REF(?:S|TELS?|ERENCES?)?(?:\s?\(S\))?(?:\s?[:;]|\.(?= )|(?= \(?(?-i:[A-Z])[.):] ?)|(?=/(?-i:[A-Z])/)|$)\s*",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:¶ ?\d|\d{1,2}[.)](?=\s|\(|[A-Z]|$)|\(U\)|\(SBU\))")
FIRST_PARAGRAPH_INSIDE = re.compile(r"[ \n](?=1\. {0,3}(?:\([A-Z/]{1,10}\) {0,3})?[A-Z])")
# With one of them begins whatever ends a value: a label, in capitals or not, a level, a number, a mark.
FIRST_SIGNS = frozenset("ETSRetsr0123456789¶(-") | identifiers.FIRST_OF_LEVELS
INSIDE = re.compile(
    r"(?<=.)(?:E\.? ?O\.? ?\d{5}|TAGS?:|SUBJ(?:ECT)?:|(?<= )Subject:|(?<=[ .,;)])(?:REF|Ref)[Ss]?(?::|TELS?:| \(?A[.)]))"
)


def is_label(words: str) -> bool:
    """Tell whether a line begins with a label other than REF, or is a number line."""
    return (
        EXECUTIVE_ORDER.match(words) is not None
        or TAGS.match(words) is not None
        or SUBJECT.match(words) is not None
        or identifiers.is_number_line(words)
    )


def ends_value(words: str) -> bool:
    """Tell whether a line ends the value of the label above it: a label, a paragraph, a drawn line."""
    return words[:1] in FIRST_SIGNS and (
        (words[:1] in "Rr" and REF.match(words) is not None)
        or NUMBERED.match(words) is not None
        or words.startswith("---")
        or is_label(words)
    )


def up_to_first_paragraph(reader: Reader, line: Line, start: int) -> int | None:
    """Return where paragraph 1 begins inside a line, None where it does not; it becomes the next line."""
    inside = FIRST_PARAGRAPH_INSIDE.search(line.text, start)
    if not inside:
        return None
    reader.at += 1
    reader.push(line, inside.end())
    reader.at -= 1
    return inside.start()
