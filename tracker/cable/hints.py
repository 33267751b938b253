"""Looking for plain words before a costly rule: most sentences hold none of what a rule needs."""

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from itertools import count
from operator import or_

MOST_KEPT = 16_384  # words whose families are remembered; then it begins anew
ANY = -1  # the families of a sentence whose words were not looked up: any may stand there


class _Signs(dict[int, str]):
    """What stands for a character where only words count: a blank for whatever is no letter and no digit."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character.isalnum() else " "
        return self[code]


_SIGNS = _Signs()
_ASCII_SIGNS = bytes(ord(_SIGNS[code]) for code in range(128)) + bytes(128)  # what most sentences are made of


@lru_cache(maxsize=256)
def words_in(low: str) -> frozenset[str]:
    """Return the words of a sentence in small letters; kept, as rule after rule asks for them."""
    plain = low.encode().translate(_ASCII_SIGNS).decode() if low.isascii() else low.translate(_SIGNS)
    return frozenset(plain.split())


class _Bits(dict[str, int]):
    """The families to which a word belongs, a bit each; worked out when the word is first met."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KEPT:
            self.begin_anew()
        self[word] = bits = _LISTED.get(word, 0) | sum(bit for bit, holds in _TESTED if holds(word))
        if not bits:
            _PLAIN.add(word)
        return bits

    def begin_anew(self) -> None:
        """Forget the words: another family has come."""
        self.clear()
        _PLAIN.clear()


_LISTED: dict[str, int] = {}  # the families that are lists, by their words
_TESTED: list[tuple[int, Callable[[str], bool]]] = []  # those of a test
_PLAIN: set[str] = set()  # words met that belong to none, as most
_places = count()
_BITS = _Bits()
bits_of: Callable[[str], int] = _BITS.__getitem__  # the families of one word


def signs_of(words: frozenset[str]) -> int:
    """Return which families stand in a sentence of these words: looked up once, so that each rule need only test a bit."""
    return reduce(or_, map(bits_of, words - _PLAIN), 0)


class Family(frozenset[str]):
    """Words of which one stands in whatever a rule finds; `bit` tells in `Sentence.signs` that one stands there."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self.bit = 1 << next(_places)
        for word in self:
            _LISTED[word] = _LISTED.get(word, 0) | self.bit
        _BITS.begin_anew()


class Sieve:
    """Words for which a test holds; `bit` tells in `Sentence.signs` that one stands there. Each word is tested once."""

    def __init__(self, holds: Callable[[str], bool]) -> None:
        """Take the test, which must say the same of a word each time."""
        self.bit = 1 << next(_places)
        _TESTED.append((self.bit, holds))
        _BITS.begin_anew()

    def caught(self, words: frozenset[str]) -> list[str]:
        """Return the words of a sentence for which the test holds, in no order."""
        return [word for word in words - _PLAIN if bits_of(word) & self.bit]


def small(text: str) -> str:
    """Return a text in small letters, each in its place: a rule matches it several times faster than by ignoring case."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Return whether one of the hints stands in the text; a generator would cost twice as much."""
    return any(map(text.__contains__, hints))
