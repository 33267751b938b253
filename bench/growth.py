"""How the time to read grows with the text: twice the text may cost at most 2.5 times the time.

`python -m bench.growth`. The texts are those on which careless rules grow with the square: long
runs of one thing, and openings that never close.
"""

import sys
import time
from collections.abc import Callable

from bench import generated
from tracker import reading
from tracker.cable import markings

LIMIT = 2.5
START, LARGEST = 16_000, 1_000_000  # characters
LONG_ENOUGH = 0.15  # seconds; less than this is noise
TRIES = 3
LARGE, LARGE_LIMIT = 1024 * 1024, 2.0  # characters, seconds

HEADING = generated.cable(1, 900)[:700] + "\n\n1. "
RUNS = {
    "spaces": " ",
    "line ends": "\n",
    "blank lines with spaces": " \n \n",
    "one word": "a",
    "capitals": "A ",
    "digits": "1",
    "numbers": "12 ",
    "full stops": ". ",
    "dots": ".",
    "dashes": "-",
    "slashes": "A/B/",
    "commas": "a, ",
    "brackets": "(",
    "quotation marks": '" ',
    "addresses": "a@b.",
    "at signs": "@",
    "telephones": "202-555-",
    "months": "August ",
    "days": "by August 6 ",
    "weekdays": "Friday, ",
    "deadlines": "no later than COB ",
    "asks without an end": "Post is requested to ",
    "asks": "Post is requested to report by COB August 6. ",
    "begin without end": "Begin talking points:\n",
    "references": "A. STATE 12345 B. ",
    "REF lines": "\nREF: A. ",
    "TO lines": "\nTO AMEMBASSY LIMA",
    "TAGS": "\nTAGS: PREL, ",
    "section lines": "\nUNCLAS SECTION 01 OF 02 ",
    "paragraph numbers": "\n1. ",
    "portion marks": "(U) ",
    "marks": "CONFIDENTIAL ",
    "subjects": "\nSUBJECT: A",
    "contacts": "POC is A. Sample, ",
    "events": "the Conference on ",
    "days of one long sentence": "the talks begin May 9 and the Board meets May 3, ",
    "asks that hang on events": "The Board conference will be held in Lima on May 3. Please report before the talks. ",
    "days told apart": "Each post is asked to name one officer. The deadline for names is June 3. ",
    "days that point back": "The team will land on May 20. Posts should hire a car three days before its arrival. ",
}


def filled(piece: str, size: int) -> str:
    """Return a heading and then `piece`, again and again, up to `size` characters."""
    return HEADING + piece * (size // len(piece))


def _time(work: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best


def ratio(make: Callable[[int], str]) -> tuple[float, int, float]:
    """Return time(2n)/time(n), n, and time(2n), n being the first size that takes long enough."""
    size = START
    once = _time(_read, make(size))
    while once < LONG_ENOUGH / 2 and size < LARGEST // 2:
        size *= 2
        once = _time(_read, make(size))
    twice = _time(_read, make(2 * size))
    return twice / once, size, twice


def _read(text: str) -> None:
    markings.check(text)
    reading.read_text(text)


def main() -> int:
    """Print the ratio of each text; return 1 where one is above the limit."""
    makers: dict[str, Callable[[int], str]] = {
        name: (lambda size, piece=piece: filled(piece, size)) for name, piece in RUNS.items()
    }
    makers["a long cable"] = lambda size: generated.cable(7, size)
    bad = 0
    for name, make in makers.items():
        found, size, seconds = ratio(make)
        bad += found > LIMIT
        mark = "  TOO STEEP" if found > LIMIT else ""
        print(
            f"{name:24} {found:5.2f}  at {size:7d} characters, {seconds:6.2f} s for twice that{mark}",
            flush=True,
        )
    seconds = _time(_read, generated.cable(7, LARGE))
    print(f"a cable of 1 MiB: {seconds:.2f} s; the limit is {LARGE_LIMIT:.0f} s")
    return 1 if bad or seconds > LARGE_LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
