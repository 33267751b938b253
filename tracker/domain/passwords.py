"""Which passwords may be chosen: long enough, and not made of what everybody tries first. No rules of composition."""

import re
from collections.abc import Iterable

SHORTEST, LONGEST = 12, 256
FEWEST_LETTERS = 5  # different ones
LONGEST_PIECE = 8  # that is looked for three times or more
TOO_SHORT = f"Write at least {SHORTEST} characters; 15 or more are better. A phrase of several words is good."
TOO_LONG = f"Write at most {LONGEST} characters."
TOO_COMMON = (
    "This is among the first that a stranger would try. Choose a phrase that nobody else would think of."
)
LOOKALIKES = str.maketrans("@401!3$5780", "aaoiiesstbo")
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azerty",
)
COMMON = frozenset(
    """
    a abc access account admin administrator adobe again alexander always amanda america american and andrea andrew
    angel anthony april arsenal asdf ashley august austin autumn azerty baby bailey banana barcelona baseball
    basketball batman battery beautiful believe biteme blue boss brown buster butterfly cable cables captain change
    changeit changeme charlie cheese chelsea chocolate christmas computer consul consulate cookie correct cowboys
    dallas daniel december default department diplomat dog door dragon easy eagle embassy enter family february flower
    football forever forget fox freedom friday friend friends fuckyou george germany ginger god google government
    green guest hannah happy harley hello helpme hockey horse hottie hunter i iloveyou in internet is it jasmine
    january jennifer jessica jesus jordan joshua july june jumps justin killer lakers lazy letmein liberty liverpool
    login london love lovely loveyou madison maggie march master matrix matthew may me melissa merlin michael
    michelle monday money monkey mother mustang my myself nicole ninja no not nothing november now october of on
    open orange over parkour pass passphrase passw password passwd patrick peanut pepper phoenix please pokemon
    princess purple q qwe qwer qwert qwerty quick ranger red robert sabrina samantha samsung saturday secret secure
    security september service sesame shadow silver simple snoopy soccer sophie spring staple startrek starwars state
    summer sun sunday sunshine super superman sweet taylor teacher temp temporary test testing the thing this thomas
    thursday thunder tigger to today tracker trust trustno tuesday united user victoria warrior washington wednesday
    welcome whatever william winter with wizard word work world yankees yellow you your zaq zxcvbn zxc qaz wsx edc qwertyuiop asdfgh asdfghjkl zxcvbnm
    """.split()
)


def fault_of(password: str, names: Iterable[str] = ()) -> str | None:
    """Return why the password cannot be used, in words; None where it can. The whole of it is looked at.

    `names` are those of its officer: a password made of them is as good as none.
    """
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    return TOO_COMMON if _is_guessed(password, names) else None


def _is_guessed(password: str, names: Iterable[str]) -> bool:
    plain = password.lower()
    bare = "".join(re.findall(r"\w+", plain)).replace("_", "")
    if len(set(plain)) < FEWEST_LETTERS or _is_repeated(bare) or _is_row(bare):
        return True
    words = COMMON | {part for name in names for part in re.findall(r"\w+", name.lower())}
    end_cut = re.sub(r"[\W\d_]+\Z", "", plain)
    readings = (re.sub(r"\d", "", bare), "".join(re.findall(r"[^\W\d_]+", end_cut.translate(LOOKALIKES))))
    return any(letters and _is_made_of(letters, words) for letters in readings)


def _is_repeated(bare: str) -> bool:
    """Return whether it is one piece three times or more: "abcabcabc"."""
    return any(
        len(bare) % size == 0 and bare == bare[:size] * (len(bare) // size)
        for size in range(1, min(LONGEST_PIECE, len(bare) // 3) + 1)
    )


def _is_row(bare: str) -> bool:
    """Return whether it only follows rows of the keyboard or of the alphabet, either way."""
    rows = "|".join(row * 2 for row in ROWS)
    rows += "|" + rows[::-1]
    return bool(bare) and all(bare[n : n + 3] in rows for n in range(max(1, len(bare) - 2)))


def _is_made_of(letters: str, words: frozenset[str]) -> bool:
    """Return whether the letters can be cut into the words without a rest."""
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(start in reached and letters[start:end] in words for start in range(max(0, end - 20), end)):
            reached.add(end)
    return len(letters) in reached
