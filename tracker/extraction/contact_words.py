"""What a line of contacts is made of: names, offices, e-mail addresses, telephones and faxes, each with its place."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from tracker.cable.hints import has_any


class Kind(StrEnum):
    """What a piece of a contact line is."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    OFFICE = "office"


class Item(NamedTuple):
    """One piece, with its place in the sentence."""

    kind: Kind
    text: str
    start: int
    end: int


EMAIL = re.compile(r"(?<![\w.@+-])[A-Za-z0-9][\w.+'-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,10}\b")
PHONE = re.compile(
    r"(?<![\w/@-])(?:(?:\+|011[ -])\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{2,6}){1,5}"
    r"|(?:1[ .-])?(?:\(\d{3}\)|\d{3})[ ./-]{0,2}\d{3}[ .-]\d{4}|\d{2,3}-\d{4}-\d{4}|\d{3}-\d{4}|(?<=ext\. )\d-?\d{4}"
    r"|(?:\(\d{1,3}\) ?|\d{1,3}[ -])\(?\d{1,4}\)?[ -]\d{3,4}[ -]\d{3,4}|(?<=telephone )x\d-\d{4})(?:,? ?(?:x|ext\.?|extension) ?\d{1,5})?(?![\w-]*\d)",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?<![\w/@.])[A-Z]-[A-Z]{2,5}(?![\w/@-])|(?<![\w/@.])[A-Z]{1,6}(?:/[A-Z0-9&-]{1,12}){1,4}(?![\w/@])|(?<=\()[A-Z]{2,6}(?=\))|(?<=, )[A-Z]{2,5}(?=[,;)] | at | \()"
)
CUED_PHONE = re.compile(  # any groups of digits behind a word for a telephone: "home 267-357-100"
    r"\b(?:office|home|cell|mobile|tel|telephone|phone|direct)\.?:? (?:is |at |no\. |number )?(?:\((?:office|home|cell|direct|mobile)\) ?)?(?P<number>\+?\(?\d{1,4}\)?(?:[ ./-]\d{2,4}){2,5})(?![\w-]*\d)",
    re.IGNORECASE,
)
BODY = re.compile(  # a room that answers at any hour, right before its telephone
    r"(?P<body>(?:[A-Z][\w/-]*(?:['’]s)? ){0,5}(?:Operations Center|[Dd]uty (?:[Dd]esk|[Ll]ine|[Cc]lerk|[Aa]ttorney|[Aa]gent)|(?:[Hh]elp|[Ss]upport|[Ss]ervice) (?:[Dd]esk|[Ll]ine)|Command Center|Task Force|Duty [Oo]fficer|(?<![a-z], )duty officer|Watch|Post One|[Hh]otline)(?: \d{1,2})?|DUTY (?:CLERK|DESK|LINE))(?:, (?:after hours|nights|weekends)(?=[:,]))?[ ,:(]{1,3}(?:at |on |is |tel\.? |telephone |TELEPHONE |TEL\.? )?(?=[+(]?\d)"
)
_OF_BODIES = (  # one of them stands in whatever BODY finds
    "Center", "uty ", "DUTY ", " desk", " Desk", " line", " Line", "Task Force", "Watch", "Post One", "otline",
)  # fmt: skip
OFFICE_ROOM = re.compile(  # an office without capitals, right before its telephone: "the scheduling office of the Institute, 703-302-7144"
    r"(?<!s['’] )\b[Tt]he (?P<body>(?!(?:ticket|box|post|press|prime|mayor|governor|city|port|customs|tax|head|home|branch) )(?:[a-z][\w-]* ){1,2}(?:office|desk|unit|section|staff|room|clinic|division|branch|directorate)(?: of (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})?),? (?:at |on |tel\.? |telephone )?(?=[+(]?\d{2,4}[ )-]+\d)"
)
EXTENSION = re.compile(  # "CA/OCS, x7-4411", "EB/AN, EXTENSION 20577", "FAS, CODE 111-72219"
    r"(?<![\w-])(?:x ?(?P<number>\d-?\d{4})|(?:ext(?:ension|\.)|code) (?P<inner>\d{1,3}-?\d{1,5}))(?![\w-]*\d)(?! (?:days|weeks|months))",
    re.IGNORECASE,
)
_FAMILY_ALONE = re.compile(  # "ACTION OFFICER IN THE DEPARTMENT IS HOLLINS, EB/AN"
    r"\b(?:officer|contact|poc)\b[^.;:]{0,40} is (?P<name>(?-i:[A-Z][A-Za-z'’-]{2,})), (?=(?-i:[A-Z]{1,6}/[A-Z]))",
    re.IGNORECASE,
)
BRACKETED_PHONE = re.compile(  # of a small city, right behind a name: "ECKLAND (LA PAZ 50251, EXT. 88)"
    r"(?<=[A-Za-z] \()(?:(?:[A-Z][A-Za-z]+ ){1,2}|tel\.? )?(?P<number>\d{2,3}[ -]?\d{3})(?:,? (?:ext\.?|extension|x) ?\d{1,4})?(?=\))",
    re.IGNORECASE,
)
_BEFORE_PHONE = re.compile(r",? ?\(?(?:[A-Z][\w.]* ){0,3}?(?:ext\.? ?|at |on |tel\.? ?)?\(?\d", re.IGNORECASE)
_CLASSIFIED = re.compile(r"[@.](?:sgov|siprnet|smil)\.|[@.]i?c\.gov", re.IGNORECASE)
_MILITARY = re.compile(
    r"\b(?P<line>AV|DSN|AUTOVON|Autovon)(?: is| no\.)?[: (]{1,3}$"
)  # reached from within only
_OPEN_LINE = re.compile(r"\b(?:COMM|Comm|COML|Coml|COMMERCIAL|[Cc]ommercial)(?: is| no\.)?[: (]{1,3}\+?\d")
_FAX = re.compile(r"\bfax\b[\w :.()#-]{0,14}$", re.IGNORECASE)
_TITLE = r"(?:(?:Mr|Ms|Mrs|Dr|Amb|Col|Lt|Maj|Gen|Capt|Cdr|Sgt)\.? |(?:CDR|LTC|LCDR|COL|MAJ|CAPT|CPT|LT|GEN|SGT|DAS|PDAS|DCM) )?"
_GIVEN = r"(?:[A-Z]\.(?: ?[A-Z]\.)?|[A-Z][a-zà-ÿ'’]+(?:-[A-Z][a-zà-ÿ]+)?|(?:Mc|Mac|O['’]|D['’]|De|La)[A-Z][a-zà-ÿ]+|[A-Z]['’][A-Z]?[a-z]+)"
_FAMILY = (
    r"(?:[A-Z][a-zà-ÿ'’]*(?:-?[A-Z][a-zà-ÿ'’]+)*(?:-[a-zà-ÿ'’]+)*|[A-Z]['’][A-Z][a-z]+|[A-Z]{2,}(?:-[A-Z]+)?)"
)
NAME = re.compile(
    rf"(?<![\w@./-]){_TITLE}(?P<name>{_GIVEN}(?: (?:{_GIVEN}|\"\w+\"|“\w+”|\(\w+\)|de|van|von|der|la|el|al|bin|da|dos|del)){{0,3}} {_FAMILY})(?![\w@/])"
)
_CAPS_NAME = re.compile(
    r"(?<![\w@./-])(?:[A-Z]{2,}(?:-[A-Z]+)?|[A-Z]\.)(?: (?:[A-Z]{2,}(?:[-'][A-Z]+)?|[A-Z]\.?)){1,15}(?![\w@/.-])"
)
_NO_NAME = frozenset(
    """ring call write tell ask try attention attn miss department state office bureau embassy point points contact contacts poc pocs please questions post posts washington
    desk officer affairs deputy chief mission director foreign service security international national u.s unit division
    center team branch section secretary for from via at by or and the any all e-mail email fax tel phone telephone attn
    address addresses should may additional further information consulate general assistant acting ambassador staff
    treasury commerce defense justice energy agriculture homeland transportation labor education health human services
    american united states monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december regional economic political consular public policy trade program programs
    coordinator specialist analyst manager advisor adviser attorney legal counsel minister ministry government republic
    operations watch command group task force committee council commission agency administration in on to of is are if
    with you your have department's post's this that these will can be contacted reached directed following action
    reporting deadline drafting clearance approved drafted queries query received before then inquiries comments replies responses resources senior country
    not about without until unless whether because room street avenue building suite washingon dc d.c nw new york city north south east west central africa asia europe
    cable refer reference questions/comments embassies missions addressees telegram text begin end tel. cell mobile office:
    unclassified classified thanks thank regards he she they both either program alternate primary backup secondary
    attache attaches agricultural commercial cultural consul counselor agriculture upon arrival departure request any rso must shall wear main her his lead principal executive special under visa visas leader chair chairman head passport travel nato un usun
    coast guard navy army marine marines corps force air customs vice management econoff econoffs econcouns poloff poloffs polcouns conoff conoffs emboff emboffs laboff sciencoff fso dcm pao
    rso gso imo hro fmo ipo ims dao cao io econ pol admin poc's control duty post's embassy's cdc fda mr ms mrs dr messrs
    now still currently again ltc ltcol who whose succeeds succeeding replaces replacing relieves relieving cdr lcdr col maj capt cpt lt gen sgt radm vadm cmsgt military escort escorts""".split()
)

_LETTERS = frozenset(
    "dao cao io ims imo ipo hro fmo fso pao".split()
)  # in small letters a family: "Winifred Dao"
_BODIES = frozenset(
    "team office bureau division center unit branch section group committee council program desk department agency".split()
)


_NAME_AT = re.compile(rf"{NAME.pattern},? (?:at|in|of|from|with) $")  # "Desmond Achebe at" the office
_RANKS = frozenset(
    "major colonel captain lieutenant commander admiral general sergeant corporal brigadier commodore".split()
)
_SUCCEEDED = re.compile(  # whom the one to ask has followed: "Ruth Ames, who succeeds Carl Holt"
    r"\b(?:succeed(?:s|ed|ing)|replac(?:es|ed|ing)|reliev(?:es|ed|ing)|(?:takes|took|taking|taken) over from|in (?:place|succession|lieu) (?:of|to)|successor (?:of|to)) (?:(?:mr|ms|mrs|dr)\. |the late )?$",
    re.IGNORECASE,
)
LONGEST_LINK = 30  # characters
LONGEST_NAME = 60  # characters
_AT_ADDRESS = re.compile(r",? \(?(?:at |by )?[\w.+-]+@")
_OF_BODY = (
    " of the ",
    " OF THE ",
    *(
        f"{body} of "
        for body in "Bureau Office Division Department Ministry Section Directorate Center Institute".split()
    ),
)
MOST_BUT_ONE, MOST_OF_NAME = 1, 4  # words


def items_of(text: str) -> list[Item]:
    """Return the pieces of a sentence in the order they stand, none inside another."""
    found = sorted(_all(text), key=lambda item: (item.start, -item.end))
    kept: list[Item] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _all(text: str) -> Iterator[Item]:
    if "@" in text:
        for match in EMAIL.finditer(text):
            kind = Kind.EMAIL
            yield Item(
                kind=kind,
                text="" if _CLASSIFIED.search(match.group()) else match.group(),
                start=match.start(),
                end=match.end(),
            )
    yield from _phones(text)
    for match in _FAMILY_ALONE.finditer(text):
        yield Item(kind=Kind.NAME, text=match["name"], start=match.start("name"), end=match.end("name"))
    for match in OFFICE.finditer(text):
        yield Item(kind=Kind.OFFICE, text=match.group(), start=match.start(), end=match.end())
    for match in BODY.finditer(text) if has_any(text, _OF_BODIES) else ():
        yield Item(kind=Kind.NAME, text=match["body"], start=match.start("body"), end=match.end("body"))
    for match in OFFICE_ROOM.finditer(text) if "he " in text else ():
        is_somebodys = _NAME_AT.search(text[max(0, match.start() - LONGEST_NAME) : match.start()]) is not None
        kind = Kind.OFFICE if is_somebodys else Kind.NAME
        yield Item(kind=kind, text=match["body"], start=match.start("body"), end=match.end("body"))
    yield from _names(text)


def _phones(text: str) -> Iterator[Item]:
    has_open_line = _OPEN_LINE.search(text) is not None
    for match in PHONE.finditer(text):
        military = (
            _MILITARY.search(text[max(0, match.start() - 12) : match.start()]) if has_open_line else None
        )
        if military:
            words = f"{military['line']} {match.group()}"
            yield Item(kind=Kind.OFFICE, text=words, start=match.start(), end=match.end())
            continue
        is_fax = _FAX.search(text[max(0, match.start() - 24) : match.start()])
        yield Item(
            kind=Kind.FAX if is_fax else Kind.PHONE, text=match.group(), start=match.start(), end=match.end()
        )
    for match in CUED_PHONE.finditer(text):
        yield Item(
            kind=Kind.PHONE, text=match["number"], start=match.start("number"), end=match.end("number")
        )
    for match in BRACKETED_PHONE.finditer(text) if "(" in text else ():
        yield Item(kind=Kind.PHONE, text=match["number"], start=match.start(), end=match.end())
    for match in EXTENSION.finditer(text):
        yield Item(
            kind=Kind.PHONE, text=match["number"] or match["inner"], start=match.start(), end=match.end()
        )


def _names(text: str) -> Iterator[Item]:
    is_capitals = sum(map(str.isupper, text)) > 4 * sum(map(str.islower, text))
    if is_capitals:
        runs = [_behind_is(match.group(), match.start()) for match in _CAPS_NAME.finditer(text)]
    else:
        runs = [(match["name"], match.start("name")) for match in NAME.finditer(text)]
    for run, place in runs:
        if text.endswith(_OF_BODY, 0, place):
            if (office := _office_alone(text, place, run)) is not None:
                yield office
            continue  # "Ms. Ada Boxwood of the White House staff", "in the Bureau of Western Hemisphere Affairs"
        name, start = (is_capitals and _last_named(text, run, place)) or _trimmed(run, place)
        if name and not _SUCCEEDED.search(text[max(0, start - LONGEST_LINK) : start]):
            yield Item(kind=Kind.NAME, text=name, start=start, end=start + len(name))


def _office_alone(text: str, place: int, run: str) -> Item | None:
    """Return an office with the name behind its "of", where its address stands right behind and nobody's name before it."""
    start = text.rfind(" ", 0, place - len(" of ")) + 1
    clause = text[max(text.rfind("; ", 0, start), text.rfind(": ", 0, start), 0) : start]
    end = place + len(run)
    if not _AT_ADDRESS.match(text, end) or any(_trimmed(m["name"], 0)[0] for m in NAME.finditer(clause)):
        return None
    return Item(kind=Kind.NAME, text=text[start:end], start=start, end=end)


def _last_named(text: str, run: str, start: int) -> tuple[str, int] | None:
    """Return the name right before a telephone at the end of a run of capitals: "BY TELEPHONE TO GSO MARVIN ECKLAND (EXT. 88"."""
    if not _BEFORE_PHONE.match(text, start + len(run)):
        return None
    words = run.split(" ")
    first = next((n for n in range(len(words), 0, -1) if _is_no_name(words[n - 1])), 0)
    name = " ".join(words[first:])
    is_name = first > 0 and MOST_BUT_ONE < len(words) - first <= MOST_OF_NAME
    return (name, start + len(run) - len(name)) if is_name else None


def _behind_is(run: str, start: int) -> tuple[str, int]:
    """Return what stands behind "IS" in a run of capitals: "ACTION OFFICER FOR THIS MATTER IS RUTH HOLT"."""
    before, verb, behind = run.partition(" IS ")
    return (behind, start + len(before) + len(verb)) if verb else (run, start)


def _trimmed(name: str, start: int) -> tuple[str, int]:
    """Return the name without the words of office around it, "" where no name of two words is left."""
    words = name.split(" ")
    while words and (_is_no_name(words[0]) or (words[0].lower() in _RANKS and len(words) > MOST_BUT_ONE + 1)):
        start += len(words.pop(0)) + 1
    for i, word in enumerate(words):
        if word.lower() in _BODIES:
            return _trimmed(" ".join(words[i + 1 :]), start + len(" ".join(words[: i + 1])) + 1)
        if _is_no_name(word):
            words = words[:i]
            break
    while words and len(words[-1]) == 1:  # an article in capitals: "DESIGNATE A CONTROL OFFICER"
        words.pop()
    return (" ".join(words), start) if len(words) > 1 else ("", start)


def _is_no_name(word: str) -> bool:
    low = word.lower().rstrip(".,'’")
    if "-" in low:
        return _NO_NAME.issuperset(low.split("-"))  # "Political-Military Officer Ruth Ames"
    return low in _NO_NAME and not (low in _LETTERS and word[1:].islower())
