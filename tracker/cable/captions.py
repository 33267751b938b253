"""The lines between MRN and subject: captions, handling, passing lines, E.O. line."""

import re

from tracker.cable import labels
from tracker.cable.draft import Reader
from tracker.cable.lines import Line

HANDLING = frozenset(
    {"SENSITIVE", "SENSITIVE BUT UNCLASSIFIED", "SBU", "FOUO", "FOR OFFICIAL USE ONLY", "EFTO"}
)
CAPTIONS = frozenset(
    {
        "SIPDIS", "STADIS", "EXDIS", "NODIS", "LIMDIS", "NOFORN", "NOCONTRACT", "ROGER CHANNEL", "CHEROKEE",
        "TERREP", "AIDAC", "FODAG", "EYES ONLY", "EXCLUSIVE", "DS CHANNEL", "MEDICAL CHANNEL", "VISAS", "CORRECTED COPY",
        "USINFO", "LUXEMBOURG CHANNEL", "TOSEC", "SECTO", "KIMBO", "MED CHANNEL", "DSX CHANNEL", "HR CHANNEL",
    }
)  # fmt: skip
NAMED_CAPTION = re.compile(r"(?:CODEL|STAFFDEL|NODEL|VISAS?|TOSEC|SECTO|TERREP|TDY)(?: [A-Z0-9'-]+){0,3}")
CODE_WORD = re.compile(r"[A-Z]{7,14}")
NO_CODE_WORDS = frozenset(
    "PRIORITY IMMEDIATE ROUTINE UNCLASSIFIED CONFIDENTIAL SECTION DEPARTMENT TREASURY COMMERCE AGRICULTURE JUSTICE LABOR "
    "INTERIOR DEFENSE STATE EMBASSY EMBASSIES CONSULATE CONSULATES MISSION MISSIONS ADDRESSEES POSTS AMBASSADOR CHARGE "
    "WASHINGTON WASHDC SECSTATE SECDEF CINCPAC CINCEUR SUMMARY ATTENTION DISTRIBUTION REFERENCE REFERENCES SUBJECT "
    "CORRECTION CORRECTED RETRANSMISSION DUPLICATE CANCELLED".split()
)
WORDS = sorted(HANDLING | CAPTIONS, key=len, reverse=True)
ONE_CAPTION = re.compile(rf"(?:{'|'.join(map(re.escape, WORDS))})(?![A-Z])")
SURE = r"(?:SIPDIS|STADIS|EXDIS|NODIS|LIMDIS|NOFORN|NOCONTRACT|AIDAC|(?<!FOR )FODAG|TERREP)(?![A-Z-])"  # no words of a sentence; FODAG is an office too
ONE_HANDLING = rf"(?:{'|'.join(sorted(HANDLING, key=len, reverse=True))})(?![A-Z])"
AMONG_WORDS = re.compile(
    rf"(?:^|(?<=[ ,]))(?:{ONE_HANDLING}[ ,/]+)?{SURE}(?:[ ,/]+(?:{SURE}|{ONE_HANDLING}))*"
    rf"|^SENSITIVE(?= (?:STATE|DEPT|DEPARTMENT|FOR|FROM|PASS|PLEASE|PLS)\b)|(?<= )SENSITIVE$"
)
VISAS = re.compile(r"VISAS?(?=\s*(?:-|,|;|:)|\s+FOR\b)[\s,;:-]*")
CORRECTED = re.compile(r"C ?O ?R ?R ?E ?C ?T ?E ?D\s+C ?O ?P ?Y\b(?:\s*//[^/]*/{0,4})?", re.IGNORECASE)
PASSING = re.compile(
    r"(?:(?:PLEASE|PLS) PASS|PASS TO|FOR |FROM |STATE |DEPT? |DEPARTMENT |ALSO |INFO |[A-Z][A-Z/,& -]{1,60} (?:FOR|PASS|ALSO)\b)"
)


def captions_in(words: str) -> tuple[list[str], int]:
    """caption-line = caption {[","|"/"|"//"] caption}

    Return the captions a line begins with and where they end. Example: `SENSITIVE SIPDIS`.
    """
    found: list[str] = []
    at = 0
    while match := ONE_CAPTION.match(words, at):
        found.append(match[0])
        at = match.end()
        while at < len(words) and words[at] in " ,;/-":
            at += 1
    return found, at


def _is_code_word(reader: Reader, line: Line) -> bool:
    """Return whether a line between the number and the first label is one word that is nothing else: "AFDROUGHT".

    A precedence, an office, a place of an address whose line was broken or a name that a passing line goes on with
    are no captions.
    """
    draft, word = reader.draft, line.text.strip(" /")
    is_above = draft.number is not None and not (
        draft.passing or draft.executive_order or draft.tags or draft.subject
    )
    if not is_above or not CODE_WORD.fullmatch(word) or word in NO_CODE_WORDS:
        return False
    return not any(word in addressee.designator.upper().split() for addressee in draft.addressees)


def loose_line(reader: Reader, line: Line, *, has_subject: bool) -> bool:
    """caption-line = caption {caption};  passing-line = words, where a subject still follows

    Example: `SIPDIS`, `STATE FOR EUR/WE`.
    """
    draft = reader.draft
    corrected = CORRECTED.match(line.text)
    if corrected:
        draft.is_corrected_copy = True
        return True
    line = _parted(reader, line) if has_subject else line
    found, end = captions_in(line.text)
    if end == len(line.text):
        for value in found:
            kept = draft.handling if value in HANDLING else draft.captions
            if value not in kept:
                kept.append(value)
        return True
    named = NAMED_CAPTION.fullmatch(line.text)
    if named:
        draft.captions.append(line.text)
        return True
    if has_subject and _is_code_word(reader, line):
        draft.captions.append(line.text.strip(" /"))
        return True
    if has_subject or PASSING.match(line.text):
        draft.passing.append(" ".join(line.text.split()))
        return True
    return False


def _parted(reader: Reader, line: Line) -> Line:
    """Part a line at the captions among its words: `VISAS -- FOR CONSULS`, `SIPDIS STATE FOR EUR/WE`."""
    named = VISAS.match(line.text)
    run = named or AMONG_WORDS.search(line.text)
    at = (run.start() or run.end()) if run else 0
    below = line.text[at:].lstrip(" ,;:-/")
    if not at or not below:
        return line
    reader.at += 1
    reader.push(line, len(line.text) - len(below))
    reader.at -= 1
    words = line.text[:at].rstrip(" ,;:-/")
    return line._replace(text=words, end=line.start + len(words))


def eo_line(reader: Reader, line: Line) -> bool:
    """eo-line = "E.O." number [":"] ("N/A" | "GDS" | "DECL:" when)

    Example: `E.O. 12958: N/A`.
    """
    if not labels.EXECUTIVE_ORDER.match(line.text):
        return False
    reader.draft.executive_order = " ".join(line.text.split())
    return True
