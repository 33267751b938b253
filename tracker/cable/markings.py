"""Classification marks: what the door looks at before anything is kept.

Top Secret, Secret and Confidential mark classified matter; SBU, FOUO and LIMITED OFFICIAL USE do
not. Only marks are found: classified text that carries none is beyond any rule.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LOOK_ALIKES = str.maketrans(
    "АВСЕНІЈКМОРЅТХΑΒΕΗΙΚΜΝΟΡΤΧϹԌՏᏟᏚ",
    "ABCEHIJKMOPSTXABEHIKMNOPTXCGSCS",
)  # fmt: skip
NOT_SEEN = dict.fromkeys(
    [
        0xAD,
        0x34F,
        0x61C,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        0xFEFF,
    ]
    + [ord(c) for c in "\"'`´‘’“”„«»"]
)
NOT_SEEN_IN_ASCII = bytes(code for code in NOT_SEEN if code < 128)
# The look behind stands behind the first gap: before it, every character or every letter would be looked behind.
SPACED_OUT = re.compile(
    r"[A-Z](?:[ ._*-](?<![A-Za-z0-9]..)[A-Z](?:[ ._*-][A-Z])+|  (?<![A-Za-z0-9]...)[A-Z](?:  [A-Z])+)(?![A-Za-z0-9])"
)
# Capitals as A, what may set them apart as a blank: three letters set apart stand in whatever SPACED_OUT finds.
SHAPES = bytes(ord("A" if chr(c).isupper() else " " if chr(c) in " ._*-" else "x") for c in range(128)) * 2
APART = (b"A A A", b"A  A  A")
BETWEEN_LETTERS = re.compile(r"[ ._*-]{1,2}")
SPACED_LEVEL = re.compile(r"(?:SECRET|CONFIDENTIAL)(?!AR|ITY|LY|IVE|ION)")  # in letters drawn together
# What every rule needs, in capitals: looking for fixed words first costs a tenth of one large rule.
NEEDED = (
    "SECRET", "CONFIDENTIAL", "CLASSIFI", "DERIVED FROM", "DECL", "ENTIRE TEXT", "ZNR", "ZNY", "REASON",
    "RESTRICTED DATA",
)  # fmt: skip
NEEDED_FORMS = (
    re.compile(r"\( ?(?:TS|S|C)(?: ?\)|[/ ,-])"),
    re.compile(r"O(?<=[E. ]O)\.?:? ?\d"),  # of "E.O. 12958": an O is rarer than an E
    re.compile(r"N ?A ?T ?O [A-Z]"),
)
CAPITALS = {ord(small): ord(small.upper()) for small in "abcdefghijklmnopqrstuvwxyz"}

MOST_MARKS = 500  # told of one text: a hold needs no more
LEVEL = r"(?:(?:COSMIC )?TOP {0,3}SECRET|(?:NATO )?SECRET|(?:NATO )?CONFIDENTIAL|NATO RESTRICTED)"
ANY_LEVEL = rf"(?:{LEVEL}|Top Secret|Secret|Confidential)"
CONTROL = (
    r"(?:NOFORN|NF|ORCON|OC|EXDIS|NODIS|LIMDIS|STADIS|SIPDIS|SENSITIVE|EYES ONLY|NOCONTRACT|PROPIN|RESTRICTED DATA|RD|FRD|"
    r"CNWDI|SI|TK|HCS|COMINT|FGI|EDGE|CHEROKEE|ROGER CHANNEL|DRAFT|WORKING PAPERS?|FINAL|"
    r"MODIFIED HANDLING AUTHORIZED|CODEWORD|UMBRA|SAR|ACCM|\d{8})"
)
DECORATION = " \t*#=_|<>[](){}/\\~+-:;.!"
BANNER = re.compile(
    rf"(?:PAGE \d{{1,3}}[ A-Z0-9:.-]{{0,60}}? )?{ANY_LEVEL}(?:[ /,;:-]{{1,4}}{CONTROL}){{0,8}}"
    rf"(?:[ /-]{{1,4}}REL(?: TO)? [A-Z, /]{{2,60}})?"
    rf"(?:[ -]{{1,3}}(?:PAGE|Page) \d{{1,3}}(?: (?:OF|of) \d{{1,3}})?)?"
)
SLASHED = re.compile(rf"{ANY_LEVEL} ?//[A-Z]")
SLASHED_INSIDE = re.compile(rf"\b{LEVEL} ?// ?{CONTROL}\b")
BEFORE = r"[\s>*#|=_~+•¶-]*(?:\d{1,3}(?:[.)]|\b) {0,3})?"  # the sign of a quotation or bullet, a number
LEADING = rf"{LEVEL}(?:[ /,-]{{1,4}}{CONTROL}){{0,8}}"
LEAD = re.compile(rf"{BEFORE}(?:[\[<{{] ?{LEADING} ?[\]>}}]|{LEADING} ?:(?!:))")
LEAD_INSIDE = re.compile(rf"(?<=[.!?;,] ){LEADING} ?:(?=\s)")
# A level in capitals that is the word for something, in a sentence that is not in capitals.
SHOUTED = re.compile(
    rf"\b(?:is|are|remains?|stays?|marked|classified|(?:marked|classified) (?:as|at)) {LEVEL}(?=\s?(?:$|[.,;:!?)/\]]))"
    rf"|\b(?:[Tt]his|[Ii]t|[Tt]hat|[Ww]hich|[Ww]hat follows) (?:is|remains|stays) {LEVEL}\b(?! [A-Z])"
)
NUMBER_LINE = re.compile(
    rf"{LEVEL}(?: {CONTROL}){{0,3}} (?:SECTION [A-Z0-9]{{1,5}} OF [A-Z0-9]{{1,5}}\b|FINAL SECTION OF|"
    r"[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,4} (?!(?:19|20)\d\d\b)\d{4,6}(?=$| [A-Z/]| \d{6}Z|/))"
)
CLASSIFICATION_LINE = re.compile(
    rf"(?:(?:OVERALL|ORIGINAL|CURRENT|PREVIOUS|CAPTURE|SECURITY|MESSAGE|DOCUMENT|HIGHEST|MARKED)[ -]+){{0,2}}"
    rf"CLASSIFICATION(?: LEVEL| MARKING)?\s?[:=>-]\s?{LEVEL}",
    re.IGNORECASE,
)
SAID = re.compile(
    rf"\b(?i:THIS|ENTIRE|THE FOLLOWING) (?i:CABLE|MESSAGE|DOCUMENT|TEXT|TELEGRAM|PARAGRAPH|MEMO(?:RANDUM)?|E-?MAIL) "
    rf"(?i:IS|REMAINS) (?:(?i:MARKED|CLASSIFIED) (?i:AS )?(?i:{LEVEL})|{LEVEL})\b(?! TO\b)"
)
ENTIRE_TEXT = re.compile(rf"\(?(?:\d{{1,3}}[.)]? )?\(?(?:{LEVEL}|TS|S|C)\)?\)?[ -:,]{{0,4}}ENTIRE TEXT")
CLASSIFIED_BY = re.compile(r"\bCLASSIFIED BY\s?:", re.IGNORECASE)
CLASSIFIED_BY_NAME = re.compile(r"(?:DERIVATIVELY )?CLASSIFIED BY\b", re.IGNORECASE)
REASON = re.compile(
    r"\bREASONS?(?: FOR CLASSIFICATION)?:? ?(?:E\.?O\.? ?\d{5},? )?(?:SECTION )?1\.[3-6] ?\(? ?[A-H]\b",
    re.IGNORECASE,
)
DERIVED = re.compile(
    r"DERIVED FROM\s?: ?(?:MULTIPLE|DSCG|SCG|[A-Z ]{0,40}(?:GUIDE|SOURCES?)\b|[A-Z]{2,12} \d{3,}|.{0,60}\bDATED\b)",
    re.IGNORECASE,
)
DECLASSIFY = re.compile(
    r"(?:DECLASSIFY ON|DECL(?:AS)? ON|DECLASSIFY|DECL|DECLASSIFICATION DATE)\s?: ?(?!N/?A\b)\S", re.IGNORECASE
)
EXECUTIVE_ORDER = re.compile(
    r"E\.? ?O\.?:? ?\d{5}[A-Z]?[:;,. ]{0,4}(?:DECL(?!ARE|ASSIFIED|[:. ]{0,3}N/?A\b)|X?GDS|RDS|ADS\b|OADR|"
    r"(?:X-?[1-8]|25X[1-9])\b)",
    re.IGNORECASE,
)
WARNING = re.compile(r"ZN[RY] ?([CSTRM])\1{4}\b")
PORTION_CONTROL = r"(?:NF|NOFORN|REL [A-Z, /]{2,60}|SI|TK|HCS|FGI|OC|ORCON|EXDIS|NODIS|LIMDIS|ENTIRE TEXT|RD|FRD|PR|PROPIN|SBU)"
MARK = (
    r"\( ?(?P<mark>TS|S|C|TOP SECRET|SECRET|CONFIDENTIAL)"
    rf"(?P<control>(?: ?[/,-]{{1,2}} ?| ){PORTION_CONTROL}(?:[/,-]{{1,2}} ?{PORTION_CONTROL}){{0,4}})? ?\)"
)
PARAGRAPH_MARK = re.compile(
    rf"(?:(?:¶ ?)?\d{{1,3}}[.)]?|[A-Za-z][.)]|--?|[*•·–—]|\([a-z0-9]\)){{0,2}} {{0,6}}{MARK}(?P<after>[^\n]{{0,40}})"
)
NUMBERED_INSIDE = re.compile(rf"(?<=[.!?)] )\d{{1,2}}\. ?{MARK}(?P<after>[^\n]{{0,40}})")
SUBJECT = re.compile(r"(?:SUBJ(?:ECT)?|TITLE|RE)\s?:", re.IGNORECASE)
SUBJECT_MARK_FIRST = re.compile(rf"(?:SUBJ(?:ECT)?|TITLE|RE)\s?:\s*{MARK}", re.IGNORECASE)
SUBJECT_MARK_LAST = re.compile(rf"(?<=\s){MARK}$")
ANSWERS = r"(?:(?:RE|FWD?|AW|WG|TR|SV)(?:\[\d\])?\s?:\s*|\[(?:EXTERNAL|EXT|E-?MAIL)\]:?\s*){0,9}"
SUBJECT_LEVEL = re.compile(
    rf"(?:SUBJ(?:ECT)?|TITLE|RE)\s?:\s*{ANSWERS}"
    rf"(?:[\[(]{ANY_LEVEL}|{LEVEL}\s?//|(?-i:{LEADING} ?(?::|-{{1,2}} |[–—]|$)))",
    re.IGNORECASE,
)
SUBJECT_LEVEL_INSIDE = re.compile(
    rf"(?:[\[(<{{] ?{LEADING} ?[\])>}}]|(?: -{{1,2}}|[–—/:|,]) {{0,2}}{LEADING}$)"
)
SHOUTED_LEVEL = re.compile(rf"\b{LEVEL}\b")
OPTION_LAST = re.compile(r"(?<=\S)\s+\((?:S|C)\)$")
ORDINARY = r"(?:SERVICE|BALLOT|AGENT|POLICE|SANTA|ASSISTANT|AUDIT|BUSINESS|INFORMANT|ADVIS|CLERK|SECRETAR)"
NAME_LEVEL = re.compile(
    rf"(?<![A-Za-z])(?<!NOT ){LEVEL}(?![A-Za-z])(?! {ORDINARY})|(?i:^(?:{LEVEL})(?: \d+)*$)"
)
REMARK = re.compile(r"\s*(?:(?:19|20)\d\d\b|COPYRIGHT|BY\s+[A-Z]|ALL RIGHTS)", re.IGNORECASE)
MOST_LINES_ABOVE = 60  # in which the letter before this one of a list is looked for
LETTER = re.compile(r"\(([A-Z])\)")
UNMARKED = re.compile(
    rf"(?:UNCLAS(?:SIFIED)?|LIMITED OFFICIAL USE|LOU|{LEVEL})\b(?=$|[ ]*/|[ ]+(?:SECTION|FINAL|EFTO|FOUO|FOR OFFICIAL|[A-Z]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark found: the rule's name and the line it stands in, counted from 1; never the words.

    A lone portion mark is weak: a hold all the same, told as such.
    """

    rule: str
    line: int
    is_strong: bool


def check(text: str) -> tuple[Mark, ...]:
    """Return the classification marks of a text in reading order, the first 500; none where it has none."""
    plain, spaced = _drawn_together(_seen(text))
    lines = plain.split("\n")
    found: list[Mark] = []
    for number, line in _suspects(plain, lines):
        if number in spaced:
            found.append(Mark(rule="spaced-out", line=number + 1, is_strong=True))
        for rule, is_strong in _rules_of(number, line, lines):
            found.append(Mark(rule=rule, line=number + 1, is_strong=is_strong))
        if len(found) >= MOST_MARKS:
            break
    return tuple(found)


def check_subject(subject: str) -> tuple[Mark, ...]:
    """Return the marks of a mail's subject: a banner of its own kind, whatever stands before it.

    Examples: `SECRET: the visit`, `Re: [CONFIDENTIAL] the visit`, `CONFIDENTIAL - Re: the visit`.
    """
    line = " ".join(subject.split())
    return check(line) or check(f"SUBJECT: {line}")


def check_words(words: str, *, is_title: bool = False) -> tuple[Mark, ...]:
    """Return the marks of what somebody typed: those of a text, and in one line those of a subject as well.

    In a sentence, unlike a title, a subject's marks are capitals and `(C)` at the end may be the letter of an option.
    """
    line = " ".join(words.split())
    found = check(words)
    if found or (not is_title and len(words.strip().splitlines()) > 1):
        return found
    if is_title:
        return check_subject(line)
    return check_subject(OPTION_LAST.sub("", line)) if SHOUTED_LEVEL.search(normal(line)) else ()


def check_name(name: str) -> tuple[Mark, ...]:
    """Return the marks of a file's name, which is no sentence: a level in capitals marks wherever it stands."""
    words = re.sub(r"[\W_]+", " ", normal(name.rpartition(".")[0] or name)).strip()
    if NAME_LEVEL.search(words):
        return (Mark(rule="file name", line=1, is_strong=True),)
    return check_subject(re.sub(r"_+", " ", name.rpartition(".")[0] or name))


def has_classification_line(text: str) -> bool:
    """Tell whether some line classifies the text, at whatever level."""
    return any(UNMARKED.match(line.strip(DECORATION)) for line in normal(text).split("\n"))


def normal(text: str) -> str:
    """Return the text as a reader's eye sees it: plain letters, no hidden signs, no quotation marks.

    Capitals set apart (`S E C R E T`) are drawn together; lines stay where they are.
    """
    return _drawn_together(_seen(text))[0]


def _seen(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\x0c", "\n")
    if plain.isascii():
        return plain.encode().translate(None, NOT_SEEN_IN_ASCII).decode()
    return unicodedata.normalize("NFKC", plain).translate(LOOK_ALIKES).translate(NOT_SEEN)


def _drawn_together(plain: str) -> tuple[str, set[int]]:
    """Return the text with capitals set apart drawn together, and the lines where they were a level's."""
    if plain.isascii() and not has_letters_apart(plain):
        return plain, set()  # as nearly all
    places: list[int] = []

    def together(found: re.Match[str]) -> str:
        word = BETWEEN_LETTERS.sub("", found[0])
        if SPACED_LEVEL.search(word):
            places.append(found.start())
        return word

    text = SPACED_OUT.sub(together, plain)
    number, begin, spaced = 0, 0, set[int]()
    for place in places:
        number += plain.count("\n", begin, place)
        begin = place
        spaced.add(number)
    return text, spaced


def has_letters_apart(plain: str) -> bool:
    """Tell whether three capitals may stand set apart in a text of ASCII, by the shape of its characters."""
    shape = plain.encode().translate(SHAPES)
    return any(apart in shape for apart in APART)


def _suspects(plain: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    number, begin, last = 0, 0, -1
    for place in _places(plain.upper() if plain.isascii() else plain.translate(CAPITALS)):
        number += plain.count("\n", begin, place)
        begin = place
        if number != last:
            last = number
            yield number, lines[number].strip()


def _places(capitals: str) -> list[int]:
    """Return where something stands that a rule needs, in reading order."""
    places = [match.start() for form in NEEDED_FORMS for match in form.finditer(capitals)]
    for word in NEEDED:
        place = capitals.find(word)
        while place >= 0:
            places.append(place)
            place = capitals.find(word, place + 1)
    return sorted(places)


def _rules_of(number: int, line: str, lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield the rules a line breaks, with their strength: one rule for each kind of mark."""
    bare = line.strip(DECORATION)
    broken = [rule for rule, is_marked in LINE_RULES if is_marked(bare)]
    yield from ((rule, True) for rule in broken or _levels_of(line))
    if _is_authority(number, bare, lines):
        yield "authority", True
    if _is_subject_mark(number, line, lines):
        yield "subject", True
    elif _is_portion(number, line, lines):
        yield "portion", False


def _levels_of(line: str) -> Iterator[str]:
    """level first = level ":" | "[" level "]"; level said = "is" level, in capitals where "is" is not

    Examples: `CONFIDENTIAL: the minister`, `EXTEND to 12 May, this is CONFIDENTIAL`.
    """
    if LEAD.match(line) or LEAD_INSIDE.search(line) or SLASHED_INSIDE.search(line):
        yield "level first"
    elif SHOUTED.search(line):
        yield "level said"


def _is_authority(number: int, bare: str, lines: list[str]) -> bool:
    """authority = "CLASSIFIED BY:" | "DERIVED FROM:" guide | "DECLASSIFY ON:" when | "REASON: 1.4" letter"""
    if CLASSIFIED_BY.search(bare) or DERIVED.match(bare) or DECLASSIFY.match(bare) or REASON.search(bare):
        return True
    return (
        CLASSIFIED_BY_NAME.match(bare) is not None
        and REASON.search(" ".join(lines[number + 1 : number + 3])) is not None
    )


def _is_subject_mark(number: int, line: str, lines: list[str]) -> bool:
    """subject-mark = "SUBJECT:" mark words | "SUBJECT:" words mark

    Example: `SUBJECT: (C) TALKS`. Letters of a list, `(A)` `(B)` `(C)`, and plurals are none.
    """
    if SUBJECT.match(line):
        if SUBJECT_LEVEL.match(line) or SUBJECT_LEVEL_INSIDE.search(line):
            return True
        first = SUBJECT_MARK_FIRST.match(line)
        if first and first["mark"].isupper():
            return True
    elif not _is_below_subject(number, lines):
        return False
    last = SUBJECT_MARK_LAST.search(line)
    return last is not None and not _is_list_letter(last["mark"], number, line[: last.start()], lines)


def _is_below_subject(number: int, lines: list[str]) -> bool:
    for above in reversed(lines[max(0, number - 3) : number]):
        if not above.strip():
            return False
        if SUBJECT.match(above.strip()):
            return True
    return False


def _is_portion(number: int, line: str, lines: list[str]) -> bool:
    """portion = [number "."] "(" ("TS" | "S" | "C") [controls] ")"

    Example: `3. (S/NF) The minister`. `(C) 2008` of a copyright line and list letters are none.
    """
    match = PARAGRAPH_MARK.match(line) or NUMBERED_INSIDE.search(line)
    if not match:
        return False
    if match["control"] or len(match["mark"]) > 1:
        return True
    if match["mark"] == "C" and REMARK.match(match["after"]):
        return False
    return not _is_list_letter(match["mark"], number, line[: match.start("mark") - 1], lines)


def _is_list_letter(mark: str, number: int, before: str, lines: list[str]) -> bool:
    """Tell whether `(C)` follows a `(B)`, or `(S)` an `(R)`: the letter of a list."""
    letters = LETTER.findall(before)
    above = number
    while not letters and above > max(0, number - MOST_LINES_ABOVE):
        above -= 1
        letters = LETTER.findall(lines[above])
    return bool(letters) and len(mark) == 1 and ord(letters[-1]) == ord(mark) - 1


LINE_RULES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("banner", lambda bare: BANNER.fullmatch(bare) or SLASHED.match(bare)),
    ("number-line", NUMBER_LINE.match),
    (
        "classification-line",
        lambda bare: CLASSIFICATION_LINE.match(bare) or SAID.search(bare) or ENTIRE_TEXT.match(bare),
    ),
    ("executive-order", EXECUTIVE_ORDER.search),
    ("warning-line", WARNING.match),
)
