"""The texts that people read, marked where they stand and told in the language of who reads them.

English stands in the code and is the key of its translations. A sentence is marked whole, with names for
what is put in: `_("Task %(number)s is done.", number=7)`. Nothing is marked that was written by others: a
cable's words, names, what somebody entered. There is no catalogue but English yet.

What one does and another reads, such as a notice, is made of later texts, and kept as text and values until
its reader's language is spoken.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from typing import Any, Self

Catalogue = NullTranslations  # also the base of those read from files

ENGLISH: Catalogue = NullTranslations()
FIRST = "en"  # the language of the code
CATALOGUES: dict[str, Catalogue] = {FIRST: ENGLISH}
NAMES = {"en": "English", "es": "Español", "fr": "Français"}  # each in its own words
_spoken: ContextVar[Catalogue] = ContextVar("spoken", default=ENGLISH)
_language: ContextVar[str] = ContextVar("language", default=FIRST)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Tell every text in this language while the block runs, in this thread only; English where it has none."""
    known = language if language in CATALOGUES else FIRST
    before, tag = _spoken.set(CATALOGUES[known]), _language.set(known)
    try:
        yield
    finally:
        _spoken.reset(before)
        _language.reset(tag)


def language() -> str:
    """Return the tag of the language spoken now: "en"."""
    return _language.get()


def spoken() -> Catalogue:
    """Return the texts of the language that is spoken now."""
    return _spoken.get()


def gettext(text: str, /, **values: Any) -> str:
    """Return a text in the language spoken now, with the values put in by name."""
    told = _spoken.get().gettext(text) if text else text
    return told % values if values else told


_ = gettext


def ngettext(one: str, many: str, number: int, /, **values: Any) -> str:
    """Return the form of a text that goes with the number, which is put in as `num`."""
    return _spoken.get().ngettext(one, many, number) % {"num": number, **values}


def marked(text: str) -> str:
    """Return the text itself, marked for translation: for tables whose entries are looked up when told."""
    return text


class Later(str):
    """A text that is looked up when it is told: its value is English, what is printed the language then spoken.

    For labels of forms, made when a module is read, for the pure rules, which know no reader, and for what
    another will read. Without a text of its own it is its values, one after the other.
    """

    __slots__ = ("_many", "_number", "_text", "_values")
    _text: str
    _many: str
    _number: int
    _values: dict[str, Any]

    def __new__(cls, text: str, many: str = "", number: int = 1, /, **values: Any) -> Self:
        """Hold the text, its form for several where it counts, and the values by name."""
        in_english = {name: _in_english(value) for name, value in values.items()}
        made = super().__new__(cls, _put(ENGLISH, text, many, number, in_english))
        made._text, made._many, made._number, made._values = text, many, number, values
        return made

    def __str__(self) -> str:
        """Return the text in the language spoken now."""
        catalogue = _spoken.get()
        if catalogue is ENGLISH:
            return super().__str__()
        return _put(catalogue, self._text, self._many, self._number, self._values)

    def __format__(self, form: str) -> str:
        """Return the text in the language spoken now, set as asked."""
        return format(str(self), form)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Travel, and be kept, as plain English."""
        return str, (super().__str__(),)

    def kept(self) -> dict[str, Any]:
        """Return the text and its values as JSON can keep them; `of_kept` reads it."""
        values = [
            [name, value.kept() if isinstance(value, Later) else value]
            for name, value in self._values.items()
        ]
        return {"text": self._text, "many": self._many, "number": self._number, "values": values}


def of_kept(kept: Any) -> Any:
    """Return the later text that was kept; what is no text is itself."""
    if not isinstance(kept, dict):
        return kept
    values = {name: of_kept(value) for name, value in kept["values"]}
    return Later(kept["text"], kept["many"], kept["number"], **values)


def _put(catalogue: Catalogue, text: str, many: str, number: int, values: dict[str, Any]) -> str:
    if not text:
        return " ".join(map(str, values.values()))
    if many:
        return catalogue.ngettext(text, many, number) % {"num": number, **values}
    told = catalogue.gettext(text)
    return told % values if values else told


def _in_english(value: Any) -> Any:
    return english(value) if isinstance(value, Later) else value


def english(text: str) -> str:
    """Return the English of a text, whatever language is spoken: what logs and the database keep."""
    return str.__str__(text)


def later(text: str, /, **values: Any) -> Later:
    """Return a text that is looked up when it is told."""
    return Later(text, **values)


def nlater(one: str, many: str, number: int, /, **values: Any) -> Later:
    """Return the form of a text that goes with the number, looked up when it is told."""
    return Later(one, many, number, **values)


def own(words: str) -> Later:
    """Return words that are nobody's to translate: of a cable, of a person, a name. A later text stays one."""
    return words if isinstance(words, Later) else together(words)


def together(*parts: str) -> Later:
    """Return texts told one after the other: whole sentences, or somebody's words."""
    return Later("", **{str(number): part for number, part in enumerate(parts) if part})


def listed(*parts: str) -> Later:
    """Return texts with commas between them."""
    whole = own(parts[0]) if parts else own("")
    for part in parts[1:]:
        whole = later("%(first)s, %(next)s", first=whole, next=part)
    return whole
