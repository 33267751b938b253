"""A sentence cut into words, and the tables of months, weekdays and numbers that dates are made of.

A word keeps its place in the sentence as handed in; a word broken over a line is one word again.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

WORD = re.compile(
    r"(?:[A-Za-z]\.){1,4}[A-Za-z](?!\w)\.?"  # c.o.b., p.m., U.S.
    r"|[^\W\d_]+(?:'[^\W\d_]+)?"  # month's
    r"|[0-9]+|\S"
)
DOTTED = re.compile(r"[A-Za-z]\.[A-Za-z]")
SMALL_WORD = re.compile(
    r"[a-z]+(?:'[a-z]+)?|[0-9]+|\S", re.ASCII
)  # in small letters, no word with inner dots
BROKEN = re.compile(r"[^\W\d_]-\s")  # a word that goes on behind its dash
PLAIN = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2019": "'"}
)
WORLD_HEALTH = "w.h.o"  # not the pronoun
LONGEST_NUMBER = 8  # digits; longer runs are no part of a date

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS: Mapping[str, int] = {
    **{name.casefold(): n for n, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].casefold(): n for n, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
WEEKDAYS: Mapping[str, int] = {name.casefold(): n for n, name in enumerate(WEEKDAY_NAMES)}
SHORT_WEEKDAYS: Mapping[str, int] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
PLURAL_WEEKDAYS: Mapping[str, int] = {f"{name}s": n for name, n in WEEKDAYS.items()}

UNITS_OF_TEN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: Mapping[str, int] = {
    **{
        word: n
        for n, word in enumerate(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen".split(),
            1,
        )
    },
    **{word: n * 10 for n, word in enumerate(UNITS_OF_TEN, 2)},
}
ORDINALS: Mapping[str, int] = {
    **{
        word: n
        for n, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
            1,
        )
    },
    "thirtieth": 30,
}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "d"})

NO_MONTH = frozenset({"match", "marsh", "much", "mach", "jury", "juni", "apply", "arch", "juned", "marched"})
NO_WEEKDAY = frozenset({"sundry", "sundays", "mondays", "fridays", "someday", "midday"})
JOINED = frozenset(
    "business working receipt deadline tomorrow before within later opening quarter fiscal calendar suspense"
    " preferably immediately possible washington advance midnight promptly soonest calendar".split()
)


Place = tuple[int, int]  # first character and the one behind the last


class Word(NamedTuple):
    """A word, number or sign: lower case without inner dots, and its place in the sentence."""

    text: str
    start: int
    end: int


class _Texts(dict[int, str]):
    """Words by their index; the empty word where none is kept."""

    def __missing__(self, at: int) -> str:
        return ""


class Words:
    """A sentence as words. An index outside it reads as the empty word, so rules need no bounds.

    `text(at)` is the word at an index, `digits(at)` the digits there, empty where no short number stands: what is
    asked for most often. Where the words stand is worked out when a rule first asks: most sentences name no day.
    """

    __slots__ = ("_low", "_places", "digits", "sentence", "text", "texts")

    def __init__(self, sentence: str, texts: Sequence[str], low: str, places: Sequence[Place] = ()) -> None:
        """Take the words of a sentence, their places too where they do not follow from `low`."""
        self.sentence, self.texts = sentence, tuple(texts)
        self.text: Callable[[int], str] = _Texts(enumerate(texts)).__getitem__
        numbers = compress(enumerate(texts), map(str.isdecimal, texts))
        short = [(at, text) for at, text in numbers if text.isascii() and len(text) <= LONGEST_NUMBER]
        self.digits: Callable[[int], str] = _Texts(short).__getitem__
        self._low, self._places = low, list(places)

    @property
    def places(self) -> Sequence[Place]:
        """Where each word begins and ends in the sentence."""
        if len(self._places) < len(self.texts):
            self._find(len(self.texts))
        return self._places

    def place(self, at: int) -> Place:
        """Return where one word begins and ends; those behind it are not looked for."""
        if at >= len(self._places):
            self._find(at + 1)
        return self._places[at]

    def _find(self, stop: int) -> None:
        """Look for the places up to an index: nothing but white space is between the words."""
        found = self._places
        end = found[-1][1] if found else 0
        for text in self.texts[len(found) : stop]:
            start = self._low.index(text, end)
            end = start + len(text)
            found.append((start, end))

    def raw(self, at: int) -> str:
        """Return the word as it is written, capitals kept, or the empty string."""
        return self.sentence[slice(*self.place(at))] if 0 <= at < len(self.texts) else ""

    def is_glued(self, at: int) -> bool:
        """Say whether the word stands right behind the one before it, without a blank."""
        return 0 < at < len(self.texts) and self.place(at)[0] == self._places[at - 1][1]

    def follows(self, at: int, *texts: str) -> bool:
        """Say whether these words stand there, one after the other."""
        return at >= 0 and self.texts[at : at + len(texts)] == texts

    def skip(self, at: int, *texts: str) -> int:
        """Return the index behind one of these words if it stands there, else the same index."""
        return at + 1 if self.text(at) in texts else at

    def quote(self, start: int, stop: int) -> str:
        """Return the words from one index up to another as written, white space folded."""
        return " ".join(self.sentence[self.place(start)[0] : self.place(stop - 1)[1]].split())


class Phrases(Generic[Value]):
    """A table of phrases of several words, kept as a tree; the longest that fits is read."""

    def __init__(self, table: Mapping[str, Value]) -> None:
        """Hang each phrase into the tree, word by word."""
        self._tree = _Branch[Value]()
        for phrase, value in table.items():
            branch = self._tree
            for part in phrase.split():
                branch = branch.behind.setdefault(part, _Branch[Value]())
            branch.values = (value,)

    def begins(self, text: str) -> bool:
        """Say whether a phrase begins with this word."""
        return text in self._tree.behind

    def read(self, words: Words, at: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that stands there and the index behind it."""
        branch = self._tree.behind.get(words.text(at))
        if branch is None:
            return None  # as mostly
        found: tuple[Value, int] | None = None
        while branch is not None:
            at += 1
            found = (branch.values[0], at) if branch.values else found
            branch = branch.behind.get(words.text(at))
        return found


class _Branch(Generic[Value]):
    """The words that may follow, and the value of the phrase that ends here, if one does."""

    __slots__ = ("behind", "values")

    def __init__(self) -> None:
        self.behind: dict[str, _Branch[Value]] = {}
        self.values: tuple[Value, ...] = ()


@lru_cache(maxsize=32)
def words_of(sentence: str) -> Words:
    """Cut a sentence into words. Linear in its length; any text is accepted. Kept: an ask is asked for its day and its events."""
    plain = sentence if sentence.isascii() else sentence.translate(PLAIN)
    if plain.isascii() and "WHO" not in plain and not ("." in plain[:-1] and DOTTED.search(plain)):
        low = plain.lower()
        texts = SMALL_WORD.findall(low)
        if "-" not in plain or not BROKEN.search(plain):
            return Words(sentence, texts, low)
        places = Words(sentence, texts, low).places
        found = [Word(text, *place) for text, place in zip(texts, places, strict=True)]
    else:
        has_small = not sentence.isupper()
        found = [_word(match, has_small=has_small) for match in WORD.finditer(plain)]
    items = tuple(_mended(found)) if "-" in plain else found
    return Words(sentence, [word.text for word in items], plain, [(word.start, word.end) for word in items])


def _word(match: re.Match[str], *, has_small: bool) -> Word:
    raw = match.group()
    text = WORLD_HEALTH if has_small and raw == "WHO" else raw.casefold()
    if "." in text and len(text) > 1:
        text = text.replace(".", "") if raw != "WHO" else WORLD_HEALTH
    return Word(text, match.start(), match.end())


def _mended(found: list[Word]) -> Iterable[Word]:
    """Join `word - blank word` where the two halves make a known word: "SEP-⏎TEMBER"."""
    at = 0
    while at < len(found):
        word = found[at]
        if at + 2 < len(found) and found[at + 1].text == "-" and _is_broken(*found[at : at + 3]):
            yield Word(word.text + found[at + 2].text, word.start, found[at + 2].end)
            at += 3
        else:
            yield word
            at += 1


def _is_broken(head: Word, dash: Word, tail: Word) -> bool:
    if head.end != dash.start or tail.start == dash.end or not (head.text.isalpha() and tail.text.isalpha()):
        return False
    whole = head.text + tail.text
    return whole in MONTHS or whole in WEEKDAYS or whole in JOINED


def near(word: str, names: Iterable[str], most: int = 2) -> str | None:
    """Return the one name that a misspelled word stands for: same first letter, at most one or two slips.

    Two slips are allowed from eight letters on; a swap of neighbours is one. "Wendesday" is Wednesday.
    """
    for name in names:
        slips = most if len(name) >= 8 else 1
        if word[:1] != name[:1] or abs(len(word) - len(name)) > slips:
            continue
        if _is_one_slip(word, name) if slips == 1 else _slips(word, name, slips) <= slips:
            return name
    return None


def _is_one_slip(a: str, b: str) -> bool:
    """Tell whether two words are the same but for one slip: what is not alike at either end tells it."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return len(a) <= 1 >= len(b) or (len(a) == 2 and a == b[::-1])


def _slips(a: str, b: str, most: int) -> int:
    """Count insertions, losses, changes and swaps of neighbours (restricted Damerau distance)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if last and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            break
    return row[-1]


FULL_MONTHS = tuple(name.casefold() for name in MONTH_NAMES if len(name) > 3)
FULL_WEEKDAYS = tuple(WEEKDAYS)


@lru_cache(maxsize=8192)
def month_of(text: str) -> int | None:
    """Return the month a word names, exactly or nearly (three letters must be exact)."""
    if text in MONTHS:
        return MONTHS[text]
    if not 4 <= len(text) <= 11 or text in NO_MONTH or not text.isalpha():
        return None
    name = near(text, FULL_MONTHS)
    return MONTHS[name] if name else None


@lru_cache(maxsize=8192)
def weekday_of(text: str) -> int | None:
    """Return the weekday (Monday 0) a word names in full, exactly or nearly: "Friday", "Friday's"."""
    text = text.removesuffix("'s")
    if text in WEEKDAYS:
        return WEEKDAYS[text]
    if not 5 <= len(text) <= 11 or text in NO_WEEKDAY or not text.isalpha():
        return None
    name = near(text, FULL_WEEKDAYS)
    return WEEKDAYS[name] if name else None


def cardinal_at(words: Words, at: int) -> tuple[int, int] | None:
    """cardinal = digits | word [ "-" word ], with the other form in brackets: "ten (10)", "forty-five"."""
    if words.digits(at):
        value, stop = int(words.digits(at)), at + 1
    elif words.text(at) in NUMBERS:
        value, stop = _tens_and_units(words, at, NUMBERS)
    else:
        return None
    if words.text(stop) == "(" and words.text(stop + 2) == ")":
        same = words.digits(stop + 1) == str(value) or NUMBERS.get(words.text(stop + 1)) == value
        stop = stop + 3 if same else stop
    return value, stop


def ordinal_at(words: Words, at: int) -> tuple[int, int] | None:
    """ordinal = digits ("st" | "nd" | "rd" | "th" | "d") | word: "15th", "3d", "twenty-first"."""
    text = words.text(at)
    if words.digits(at):
        is_ordinal = words.text(at + 1) in ORDINAL_ENDINGS and words.is_glued(at + 1)
        return (int(text), at + 2) if is_ordinal else None
    if text in ORDINALS:
        return ORDINALS[text], at + 1
    if text in UNITS_OF_TEN:
        value, stop = _tens_and_units(words, at, ORDINALS)
        return (value, stop) if stop > at + 1 else None
    return None


def _tens_and_units(words: Words, at: int, units: Mapping[str, int]) -> tuple[int, int]:
    value = NUMBERS[words.text(at)]
    tail = words.skip(at + 1, "-")
    unit = units.get(words.text(tail), 0)
    return (value + unit, tail + 1) if value >= 20 and 0 < unit < 10 else (value, at + 1)
