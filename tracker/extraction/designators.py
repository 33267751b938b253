"""What designators say: the place and the kind of an addressee, and what sentences call it for short."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.cable.parts import Header

CAPITAL_NAMES = re.compile(
    r"SECSTATE|^STATE\b|DEPARTMENT|DEPT|WASH(?:INGTON|DC)|WHITE ?HOUSE|^US(?:DA|TR|DOC|DOJ)\b"
    r"|TREASURY|HOMELAND|\bHQ\b|HEADQUARTERS|SECDEF|JOINT STAFF|NSC\b|CIA\b|^CDR|^COM[A-Z]+|^CN[OI]\b|^CMC\b"
    r"|^(?:CDC|NIH|NOAA|FAA|FDA|EPA|USGS|NASA|NRC|FLETC|USMARSHALS|APHIS|AFSAC|DISAM|DTRA|DSCA|DSAA|NVC)\b"  # agencies that sit elsewhere at home
)
RANKS = re.compile(
    r"^(?:AM(?:ERICAN )?EMBASSY|AM(?:ERICAN )?CONSUL(?:ATE)?|US ?MISSION|USMISSIN|USINT|USLO|AMCONGEN|USOFFICE"
    r"|EMBASSY|CONSULATE|US ?DEL|DEPT OF|AIT|US ?UN|US ?EU)\s+"
)
_AGENCY = re.compile(
    r"(?:(?:US|U\.S\.) )?(?:(?:DEPT|DEPARTMENT)\.? OF |CDR |HQ |COMMANDER )?(?P<name>(?!SECSTATE|DEPT|DEPARTMENT|WASH|STATE)[A-Z]{4,})\b"
)
_FORCE = re.compile(
    r"(?:CDR |HQ )?(?P<name>CINC[A-Z]{3,}|US[A-Z]{2,}COM|COM[A-Z]{4,}|CJTF[A-Z]*|JTF [A-Z]{3,})\b"
)
_LETTERS = re.compile(r"[A-Z]+")
_MISSION = re.compile(
    r"US(?:UN|EU|NATO|OSCE|OECD|UNESCO|DEL|INT|LO|[A-Z]{2,}COM)|UNVIE|AIT|(?:US)?CINC[A-Z]{2,}"
)
_AT_CAPITAL = re.compile(
    r"\b(?:WASH(?:INGTON)?(?: ?DC)?|[A-Z]+ (?:AFB )?(?:DC|MD|VA|KY|FL|GA|HI|NC|PA|NE|IL))$"
)
_NO_NAMES = frozenset(
    "DEPT DEPARTMENT OF THE FOR HQ CDR SECSTATE OFFICE AND US JOINT STAFF CHIEF WHITE HOUSE".split()
)
_PASSED = re.compile(
    r"(?:(?:STATE|DEPT|DEPARTMENT|SECSTATE|WASHDC|PLEASE PASS TO|ALSO) )*FOR (?P<offices>[A-Z/, &-]+)$"
)
_SYMBOL = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z&-]{1,8})*(?![\w/])")
_ALSO_WORDS = frozenset(
    "AND FOR THE TO FROM OF IN ON AT PASS ALSO INFO PM AM IT US WE ACTION ATTN STATE DEPT AS IS OR".split()
)
TWO, SHORT, LONG = 2, 3, 8
_CALLED = {  # what sentences call a headquarters
    "COGARD": ("coast guard", "commandant"),
    "JOINT STAFF": ("joint staff",),
    "SECDEF": ("osd", "secretary of defense"),
    "CENTCOM": ("centcom", "central command"),
    "SOUTHCOM": ("southcom", "southern command"),
    "NORTHCOM": ("northcom", "northern command"),
    "PACOM": ("pacom", "pacific command"),
    "EUCOM": ("eucom", "european command"),
    "AFRICOM": ("africom", "africa command"),
    "TRANSCOM": ("transcom", "transportation command"),
    "TREASURY": ("treasury",),
}
APOSTROPHE = re.compile(  # inside a name, which has none under TO: "N'Djamena", "Sana'a"; not "Oslo's"
    r"(?<=\w)['’](?=(?!s\b)\w)"
)
_AN_EMBASSY = re.compile(r"(?:AM|AMERICAN )?EMB(?:ASSY)?\b")
_A_CONSULATE = re.compile(r"(?:AM|AMERICAN |US ?)?(?:CONSUL|CONGEN|CONSULATE)\b")


def place_of(designator: str) -> str:
    """Return a designator's place in small letters: "AMEMBASSY PORT LOUIS" is "port louis"."""
    return RANKS.sub("", designator.upper()).strip().lower()


@lru_cache(maxsize=4096)
def is_capital(designator: str) -> bool:
    """Return whether a designator is an office in the capital (or a headquarters), not a post."""
    name = designator.upper()
    is_post = RANKS.match(f"{name} ") is not None and not name.startswith("DEPT OF ")
    return bool(CAPITAL_NAMES.search(name)) and not is_post


def offices_passed(lines: Iterable[str]) -> list[str]:
    """Return the offices of State for which a cable is marked, in small letters: "ECA/PE" and "ECA" of "STATE FOR ECA/PE"."""
    found = (
        one for line in lines if (match := _PASSED.match(line)) for one in _SYMBOL.findall(match["offices"])
    )
    names = dict.fromkeys(name for one in found for name in (one, one.partition("/")[0]))
    return [name.lower() for name in names if len(name) >= TWO and name not in _ALSO_WORDS]


def names_of(designators: Iterable[str]) -> dict[str, str]:
    """Return what sentences call each place or office under TO, in small letters, with its designator."""
    names = {}
    for designator in designators:
        names[place_of(designator)] = designator
        agency = _AGENCY.match(designator.upper())
        if agency and is_capital(designator):
            names.setdefault(agency["name"].lower(), designator)
        force = _FORCE.match(designator.upper())
        if force:
            names.setdefault(force["name"].lower(), designator)
        for sign, called in _CALLED.items():
            if sign in designator.upper():
                names.update(dict.fromkeys(called, designator))
        for short in _short_names(designator.upper()):
            names.setdefault(short, designator)
    return names


def _short_names(designator: str) -> list[str]:
    """Return what sentences call an office or a mission for short: "USUN", "FAA", "DHS", "KCC", "PACOM", "CCGDSEVENTEEN"."""
    words = _LETTERS.findall(designator)
    found = [w for w in words if _MISSION.fullmatch(w)]
    found += [w[2:] for w in found if w.startswith("US") and w.endswith("COM")]
    found += [
        w[3:] for w in words[:1] if w.startswith("CDR") and len(w) >= LONG
    ]  # "CDRUSASAC" is "USASAC" too
    if is_capital(designator):
        office = [w for w in _LETTERS.findall(_AT_CAPITAL.sub("", designator)) if w not in _NO_NAMES]
        found += [w for w in office if len(w) in (3, 4, 5)]
        found += ["AID"] if "USAID" in office else []
        found += (
            [f"D{''.join(w[0] for w in office)}", f"DO{office[0][0]}"] if "DEPT" in words and office else []
        )
        found += ["".join(w[0] for w in office)] if len(office) > TWO else []
    elif "CENTER" in words:
        found.append("".join(w[0] for w in words[: words.index("CENTER") + 1]))
    elif words and not RANKS.match(f"{designator} ") and len(words[0]) >= LONG:
        found.append(words[0])
    return [w.lower() for w in found if len(w) >= SHORT]


def with_offices(names: dict[str, str], header: Header) -> dict[str, str]:
    """Return the names with those of the Department's offices for which a post marks its cable."""
    state = next((d for d in names.values() if "SECSTATE" in d.upper()), None)
    tails = [d for d in names.values() if d.upper().startswith("SECSTATE")]
    lines = (*header.passing, *(d[d.upper().find("FOR ") :] for d in tails if " FOR " in d.upper()))
    return dict.fromkeys(offices_passed(lines), state) | names if state else names


def with_embassy(names: dict[str, str], origin: str) -> dict[str, str]:
    """Return the names with "embassy" where a consulate writes to one embassy: there that is another post, not the sender."""
    embassies = [d for d in names.values() if _AN_EMBASSY.match(d.upper())]
    if not _A_CONSULATE.match(origin.upper()) or len(set(embassies)) != 1:
        return names
    return names | dict.fromkeys(("embassy", "embassy's", "embassy’s", "ambassador"), embassies[0])
