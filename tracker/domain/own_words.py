"""A mail's text without what its writer did not write: quotations, the letter below, the signature.

Text in, text out. Where nothing of it is sure, more is kept rather than less: a person reads the rest.
"""

import re

LONGEST = 20_000  # characters that are looked at
MARKS = frozenset(
    "unclassified|u|sbu|sensitive|sensitive but unclassified|sensitive but unclassified (sbu)|cui".split("|")
)
MARKED = re.compile(r"(?:overall )?(?:classification|sensitivity)\s*[:=]\s*[\w ()/,-]{1,60}", re.IGNORECASE)
WARNING = re.compile(r"\[?(?:external|caution|warning)\b.{0,200}", re.IGNORECASE)
GREETING = re.compile(
    r"dear\b[^,:;!?\d]{0,50}[,!:]?|(?:all|colleagues|team)\s?[,!:]|(?:hi|hello|hey|good (?:morning|afternoon|evening|day)"
    r"|greetings|bonjour|chers?|chère|buenos días|estimad[oa]s?|sehr geehrte[rn]?|guten tag)\b[^,:;.!?\d]{0,40}[,!:.]?",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"[*_]{0,2}(?:from|sent|date|to|cc|subject|de|envoyé|date|à|objet|von|gesendet|an|betreff|enviado|para|asunto)"
    r"[*_]{0,2}\s?:[*_]{0,2}\s",
    re.IGNORECASE,
)
SENDER = re.compile(r"[*_]{0,2}(?:from|de|von)[*_]{0,2}\s?:", re.IGNORECASE)
DIVIDER = re.compile(
    r"-{2,}\s*(?:original message|forwarded message|message d'origine|message transféré|ursprüngliche nachricht"
    r"|mensaje original)\s*-{2,}|begin forwarded message:|_{20,}",
    re.IGNORECASE,
)
WROTE = re.compile(
    r"(?:on|le|am|el)\b.{4,300}(?:wrote|a écrit|écrit|schrieb.{0,80}|escribió)\s?:", re.IGNORECASE
)
MAY_BEGIN_WROTE = re.compile(r"(?:on|le|am|el)\b.*\d", re.IGNORECASE)
SIGNATURE = re.compile(
    r"--|\u2014|sent from my .{1,40}|envoyé de mon .{1,40}|get outlook for .{1,30}", re.IGNORECASE
)
CLOSING = re.compile(
    r"(?:(?:best|kind|warm|warmest|with best|with kind)?\s?regards|best(?: wishes)?|many thanks|thanks|thank you"
    r"|cheers|sincerely|yours(?: \w+)?|v/?r|very respectfully|respectfully|cordialement|bien cordialement"
    r"|bien à vous|meilleures salutations|saludos(?: cordiales)?|atentamente|mit freundlichen grüßen|mfg)\s*[,.!]?",
    re.IGNORECASE,
)
SPACES = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " "}
    | dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00"))
)
NAME = re.compile(
    r"(?:[A-Z][\w.'/-]*,?(?: (?:of|de|la|for|and) | |$)){1,6}"
)  # "Ana Reyes", "POL/ECON Section"
FEW = 4  # lines a header or an attribution may go over


def own_words(text: str) -> str:
    """Return what the writer of a mail wrote, its lines as they stood; "" where all is quoted."""
    lines = [line.rstrip() for line in text[:LONGEST].translate(SPACES).splitlines()]
    own = _without_signature(_without_quotes(lines))
    return "\n".join(own).strip("\n")


def spoken(own: str) -> list[str]:
    """Return the lines of one's own words from the first that says something: no marking, warning or greeting."""
    lines = [line.strip() for line in own.splitlines()]
    while lines and _says_nothing(lines[0]):
        lines = lines[1:]
    return lines


def is_name(line: str) -> bool:
    """Say whether a line below what is said is a name or a title, or nothing."""
    return not line or (not line.isupper() and NAME.fullmatch(line) is not None)


def _says_nothing(line: str) -> bool:
    plain = line.strip("*_/ ").rstrip(".").lower()
    whole = (pattern.fullmatch(line) for pattern in (MARKED, WARNING, GREETING))
    return not plain or plain in MARKS or any(whole)


def _without_quotes(lines: list[str]) -> list[str]:
    """Return the lines that are not quoted; a letter below that is not marked line by line ends them."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = _attribution(lines, at)
        if length:
            if not _is_marked_below(lines, at + length):
                return kept
            at += length
        elif _begins_letter(lines, at):
            return kept
        else:
            kept += [] if _is_quoted(lines[at]) else [lines[at]]
            at += 1
    return kept


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _attribution(lines: list[str], at: int) -> int:
    """Return over how many lines "On Tuesday, X wrote:" goes here, 0 where it does not stand."""
    if not MAY_BEGIN_WROTE.match(lines[at].lstrip("> ")):
        return 0
    for length in range(1, FEW):
        joined = " ".join(line.strip() for line in lines[at : at + length])
        if WROTE.fullmatch(joined.lstrip("> ")):
            return length
    return 0


def _is_marked_below(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at:] if line.strip()), "")
    return _is_quoted(following)


def _begins_letter(lines: list[str], at: int) -> bool:
    """Say whether the letter that is answered begins here: a divider, or the block From, Sent, To, Subject."""
    line = lines[at].strip()
    if DIVIDER.fullmatch(line):
        return True
    if not SENDER.match(line):
        return False
    block = [one.strip() for one in lines[at : at + FEW + 2] if one.strip()]
    return sum(bool(FIELD.match(one + " ")) for one in block) >= 3


def _without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the signature; a closing word ends the text where something stands above it."""
    for at, line in enumerate(lines):
        words = line.strip()
        is_below = any(one.strip() for one in lines[:at])
        if SIGNATURE.fullmatch(words) or (is_below and CLOSING.fullmatch(words)):
            return lines[:at]
    return lines
