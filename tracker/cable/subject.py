"""The subject line: over how many lines it goes, and what is no part of it."""

import re

from tracker.cable import labels
from tracker.cable.draft import Reader
from tracker.cable.lines import Line

PORTION = re.compile(r"\(\s?(?:U|SBU|LOU|OUO|C|S|TS|UNCLAS(?:SIFIED)?)(?:/[A-Z]+)*\s?\)\s*")
_TITLE = re.compile(  # of the text below: "SUMMARY: THE BOARD MUST ADVISE CONGRESS."
    r"BEGIN (?:SUMMARY|TEXT|ACTION|COMMENT)\b|(?:SUMMARY|INTRODUCTION|BACKGROUND|COMMENT|ACTION (?:REQUEST(?:ED)?|REQUIRED))(?: AND [A-Z]+(?: [A-Z]+)?)?(?:\.|:|$)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[A-Za-z\d]-$")
_JOINS = re.compile(r"\s*(?:AND|OR|TO|BUT|VERSUS|VS)\b|\s*[^A-Za-z\d]", re.IGNORECASE)
LINK_WORDS = frozenset("A AN AND AT BY FOR FROM IN INTO OF ON OR THE TO WITH - -- /".split())


def subject_line(reader: Reader, line: Line) -> bool:
    """subject-line = ("SUBJECT" | "SUBJ") ":" ["(U)"] words {next line}

    Example: `SUBJECT: GUIDANCE: REMARKS FOR` / `DEBATE`. It ends at a blank line, REF or paragraph 1;
    lines in capitals between it and REF belong to it. A military message has `SUBJ/PORT VISITS, SECOND` / `QUARTER//`.
    """
    label = labels.SUBJECT.match(line.text)
    if not label:
        return False
    end = labels.up_to_first_paragraph(reader, line, label.end())
    words = line.text[label.end() : end]
    before_ref = _ref_ahead(reader)
    while end is None and reader.has_next and _goes_on(words, reader.next_line, before_ref=before_ref):
        reader.at += 1
        end = labels.up_to_first_paragraph(reader, reader.line, 0)
        words = _joined(words.rstrip(), reader.line.text[:end])
    words = words.split("//", 1)[0] if label[0].endswith("/") else words
    portion = PORTION.match(words)
    if portion:
        words = words[portion.end() :]
    subject = " ".join(words.split())
    reader.draft.subject = subject
    reader.draft.is_corrected_copy |= "CORRECTED COPY" in subject.upper()
    return True


def _joined(words: str, below: str) -> str:
    """Return words with the line below them; a hyphen at the end of a line parts no word: "FOLLOW-" / "UP", but "PRE-" / "AND POST-"."""
    is_split = _SPLIT.search(words) is not None and _JOINS.match(below) is None
    return f"{words}{below.lstrip()}" if is_split else f"{words} {below}"


def _ref_ahead(reader: Reader) -> bool:
    """Tell whether REF follows within three lines: what stands before it in capitals is subject."""
    for line in reader.lines[reader.at + 1 : reader.at + 5]:
        if labels.REF.match(line.text):
            return True
        if labels.NUMBERED.match(line.text) or not _is_capitals(line.text):
            return False
    return False


def _is_capitals(words: str) -> bool:
    """Tell whether no small letter stands in a line: "9-13, 2009" goes on with a subject in capitals."""
    return words == words.upper()


def _goes_on(words: str, below: Line, *, before_ref: bool) -> bool:
    folded = words.strip()
    if labels.ends_value(below.text) or folded.endswith("//"):
        return False
    if not folded:
        return True
    if _TITLE.match(below.text) and not folded.endswith(("-", ",", " AND")):
        return False
    is_open = (
        folded.split()[-1].upper() in LINK_WORDS
        or folded.endswith(",")
        or folded.count("(") > folded.count(")")
    )
    if below.has_gap and not ((is_open or before_ref) and _is_capitals(below.text)):
        return False
    return is_open or _is_capitals(below.text) or not folded.isupper()
