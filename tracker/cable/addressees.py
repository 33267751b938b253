"""The address lines: who must act, who is told, who is left out."""

import re

from tracker.cable.hints import has_any
from tracker.cable.identifiers import PRECEDENCE_WORDS
from tracker.cable.lines import Line
from tracker.cable.parts import Addressee, AddresseeRole, Precedence, Span

ROLES = {"TO": AddresseeRole.ACTION, "INFO": AddresseeRole.INFO, "XMT": AddresseeRole.EXEMPT}
LABEL = re.compile(r"(TO|INFO|XMT)(?:[:/ ]\s*|$)")
NEXT_ROUTING = re.compile(r" (?=R[A-Z]{4,7}/[A-Z])")
POST = r"(?:AM(?:EMBASSY|CONSUL|CONGEN)|US(?:MISSION|LO|INT))"
NAME = rf"(?:{POST}|SECSTATE|SECDEF)\b"
NEXT_NAME = re.compile(rf"[,;] (?={NAME})")
ANOTHER_NAME = re.compile(rf"(?<=\w) (?={NAME})")
CAPITAL = re.compile(r"SECSTATE WASH(?:DC|INGTON(?: DC)?)(?= )")
OF_POST = re.compile(POST)
OF_AGENCY = re.compile(
    r" (?:WASHINGTON|WASHDC|[A-Z]+ (?:DC|FL|GA|HI|VA|MD|IL|NE|CO|TX)|[A-Z ]+ (?:COLLECTIVE|POSTS))\b"
)
BARE_ROUTING = re.compile(r"R[A-Z]{4,7}")  # that lost its slash: "RUEHC SECSTATE WASHDC"
OTHER_MEANS = re.compile(r"ZEN[/ ]+| ZEN$")
ROUTING = re.compile(r"(R[A-Z]{4,7}) ?/ ?")
TAIL = re.compile(
    r" (?P<precedence>NIACT IMMEDIATE|NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE)$| (?P<number>\d{1,6})$"
)
OFFICES = re.compile(r" ?//[A-Z0-9/:&., -]{0,60}$")  # who reads it there: "JOINT STAFF WASHINGTON DC//J5//"
WITHOUT_LOWER_CASE = re.compile(r"[^a-z]*(?:[a-z]{1,2}[^a-z]*)?")


def label_of(words: str) -> tuple[AddresseeRole, int] | None:
    """Return the role that `TO`, `INFO` or `XMT` opens, and where the first entry begins."""
    match = LABEL.match(words)
    return (ROLES[match[1]], match.end()) if match else None


def entries(line: Line, role: AddresseeRole, start: int = 0) -> list[Addressee]:
    """address-line = entry {routing-of-the-next entry}

    Example: `RUEHAD/AMEMBASSY ABU DHABI PRIORITY 0461`; copies that lost their line ends hold many.
    """
    found = []
    at = start
    cuts = [m.start() for m in NEXT_ROUTING.finditer(line.text, start)]
    cuts += (
        [m.start() for m in NEXT_NAME.finditer(line.text, start)] if has_any(line.text, (", ", "; ")) else []
    )
    for cut in [*sorted(cuts), len(line.text)]:
        words = line.text[at:cut]
        if words.strip() == "ZEN":
            continue  # of the entry behind it
        lead = len(words) - len(words.lstrip(" ,;"))
        one = entry(words.strip(" ,;"), role, line.start + at + lead)
        if one:
            found.append(one)
        at = cut
    return found


def first_name(words: str) -> str:
    """Return the first of the names in a line that was glued to the next: `AMEMBASSY LIMA` of `AMEMBASSY LIMA USMISSION GENEVA`."""
    first = ANOTHER_NAME.split(words, maxsplit=1)[0]
    return words if BARE_ROUTING.fullmatch(first) else first


def origin_alone(origin: str, place: str) -> str:
    """Return an origin without the agency glued to it, by the place in the cable's number.

    Example: `AMEMBASSY LIMA JOINT STAFF WASHINGTON DC` of LIMA 0123 is `AMEMBASSY LIMA`.
    """
    is_post = OF_POST.match(origin) is not None  # a command has its own place behind its name
    at_place = re.match(rf".*?\b{re.escape(place)}(?= )", origin) if is_post else None
    closed = CAPITAL.match(origin) or at_place
    return closed[0] if closed and OF_AGENCY.search(origin, closed.end()) else origin


def entry(words: str, role: AddresseeRole, start: int) -> Addressee | None:
    """entry = ["ZEN"] [routing "/"] name {precedence | number} | entry "ZEN"

    Example: `ZEN/RUEHBU/AMEMBASSY BUENOS AIRES 0000`. None where no name is left.
    """
    span = Span(start=start, end=start + len(words))
    name = words
    if "ZEN" in name and (other := OTHER_MEANS.search(name)):
        name = (name[: other.start()] + name[other.end() :]).strip()
    if routing := ROUTING.match(name):
        name = name[routing.end() :]
    name, precedence = _without_tail(name)
    if not any(c.isalpha() for c in name):
        return None
    return Addressee(
        designator=name,
        role=role,
        precedence=precedence,
        is_collective=name.endswith("COLLECTIVE") or name.startswith("ALL "),
        span=span,
    )


def _without_tail(name: str) -> tuple[str, Precedence | None]:
    precedence = None
    name = " ".join(name.split())
    while tail := TAIL.search(name):
        if tail["precedence"]:
            precedence = PRECEDENCE_WORDS[tail["precedence"]]
        name = name[: tail.start()].rstrip()
    return OFFICES.sub("", name).strip(" ,;"), precedence


def may_be_entry(words: str) -> bool:
    """Tell whether a line below TO can be a further address: short, in capitals, no sentence."""
    return len(words) <= 120 and WITHOUT_LOWER_CASE.fullmatch(words) is not None and not words.endswith(".")
