"""How many cables a second one core reads, and what each part of the reading costs.

`python -m bench.read [COUNT]`; the limit is 300 a second for a mean of 6 KB. Machines differ by more than a factor of
two, so the same texts are also wrapped by the standard library's `textwrap`, plain Python too: a reading in wrappings can
be set beside that of another machine.
"""

import inspect
import platform
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from bench import generated
from tracker import reading
from tracker.cable import markings

COUNT = 2_000
CHUNK = 50  # cables read and wrapped by turns
WANTED = 300.0  # cables a second on one core
PARTS = (  # the first whose word stands in a module's name
    ("markings check", ("cable.markings",)),
    ("parse", ("tracker.cable",)),
    ("contacts", ("contact",)),
    ("handover", ("handover", "paper", "points", "texts", "passing")),
    ("events", ("event", "visit")),
    ("answers", ("answer",)),
    ("dates", ("date", "day", "month", "calendar", "clock", "deadline", "written")),
    ("actions", ("tracker.extraction",)),
)


def part_of(module: str) -> str | None:
    """Return the part of the reading that a module belongs to, None for the rest."""
    if not module.startswith(("tracker.cable", "tracker.extraction")):
        return None
    return next(part for part, words in PARTS if any(word in module for word in words))


class Meter:
    """Seconds spent in each part; what a part calls in another is the other's."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._stack = ["rest"]
        self._since = time.perf_counter()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.spent[self._stack[-1]] += now - self._since
        self._since = now

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function`, its time counted for `part`."""

        def counted(*given: Any, **named: Any) -> Any:
            if self._stack[-1] == part:
                return function(*given, **named)
            self._turn()
            self._stack.append(part)
            try:
                return function(*given, **named)
            finally:
                self._turn()
                self._stack.pop()

        return counted

    def watch(self) -> None:
        """Count every function of the readers, wherever another module holds it by name."""
        for module in [m for name, m in sys.modules.items() if name.startswith("tracker")]:
            for name, value in list(vars(module).items()):
                part = part_of(value.__module__) if isinstance(value, FunctionType) else None
                if part and not inspect.isgeneratorfunction(value):
                    setattr(module, name, self.timed(part, value))


def batched(texts: list[str], size: int) -> Iterator[list[str]]:
    """Yield the texts in lists of `size`, the last perhaps shorter."""
    return (texts[first : first + size] for first in range(0, len(texts), size))


def read(texts: list[str]) -> float:
    """Look for markings and read each text; return the seconds of processor time."""
    start = time.process_time()
    for text in texts:
        markings.check(text)
        reading.read_text(text)
    return time.process_time() - start


def wrap(texts: list[str]) -> float:
    """Wrap each text anew; return the seconds of processor time."""
    start = time.process_time()
    for text in texts:
        textwrap.wrap(text, 68)
    return time.process_time() - start


def costs(texts: list[str]) -> dict[str, float]:
    """Return the milliseconds a cable that each part costs."""
    meter = Meter()
    meter.watch()
    read(texts)
    return {part: 1000 * seconds / len(texts) for part, seconds in meter.spent.most_common()}


def main() -> int:
    """Print the figures; return 1 below the limit."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    texts = list(generated.cables(count))
    sizes = sorted(len(text) for text in texts)
    print(f"{count} cables of {sizes[0]} to {sizes[-1]} bytes, mean {sum(sizes) / count:.0f}")
    print(f"Python {platform.python_version()}, {platform.python_compiler()}")
    read(texts[:50])  # caches and lazy tables are not a cable's cost
    seconds = wrapped = 0.0
    for chunk in batched(texts, CHUNK):  # by turns: the machine is not the same a second later
        seconds, wrapped = seconds + read(chunk), wrapped + wrap(chunk)
    rate = count / seconds
    print(f"{rate:.0f} cables a second on one core; ratio to the {WANTED:.0f} wanted: {rate / WANTED:.2f}")
    print(f"{count / wrapped:.0f} wrapped by textwrap; a reading costs {seconds / wrapped:.1f} wrappings")
    for part, cost in costs(texts[:500]).items():
        print(f"  {part:15} {cost:6.3f} ms a cable")
    return 0 if rate >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
