"""Points of contact in the sets of military messages: `POC/R. AMES/LTCOL/UNIT:HQMC/TEL:(703) 555-0142/EMAIL:…//`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.extraction.contact_words import EMAIL

MARK = "POC/"
_SET = re.compile(r"(?<![A-Z/])POC/(?P<name>[A-Za-z][A-Za-z.,'’ -]{2,40})/(?P<fields>[^\n]{3,400}?)(?://|$)")
_TELEPHONE = re.compile(r"(?:TEL|PHONE|COMM|CML)[A-Z ]{0,10}: ?(?P<number>[+(]?\d[\d() .-]{5,18}\d)")
_INNER_LINE = re.compile(r"(?:TEL|PHONE)?[A-Z ]{0,6}:? ?(?:DSN|AV)[: ]")
_NO_LABEL = re.compile(r"[A-Z0-9][A-Z0-9 .-]{1,30}")


class ContactSet(NamedTuple):
    """One set, with its place in the sentence; what it does not give is None or empty."""

    name: str
    email: str | None
    phone: str | None
    other: tuple[str, ...]
    start: int
    end: int


def sets_in(text: str) -> Iterator[ContactSet]:
    """Yield the contacts of the sets in a text.

    set = "POC/" name "/" {(rank | "UNIT:" unit | "TEL:" number | "EMAIL:" address) "/"} "/"
    Of two telephones the one that can be called from outside is the phone.
    """
    for match in _SET.finditer(text) if MARK in text else ():
        fields = [one.strip() for one in match["fields"].split("/")]
        numbers = [found["number"] for one in fields if (found := _TELEPHONE.match(one))]
        inner = [one.split(":", 1)[-1].strip() for one in fields if _INNER_LINE.match(one)]
        email = next((found.group() for one in fields if (found := EMAIL.search(one))), None)
        named = [one.split(":", 1)[1] for one in fields if one.startswith(("UNIT:", "OFFICE:"))]
        ranks = [one for one in fields[:2] if _NO_LABEL.fullmatch(one)]
        phone = next(iter(numbers), None) or next(iter(inner), None)
        other = [*ranks, *named, *(one for one in (*numbers, *inner) if one != phone)]
        yield ContactSet(match["name"].strip(" ,."), email, phone, tuple(other), *match.span())
