"""Long tables of sentences, some of them to a test: a test for each row costs more than the reading of it."""

from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")

IN_A_TEST = 25


def in_parts(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows in their order, so many in each part."""
    return [list(rows[start : start + IN_A_TEST]) for start in range(0, len(rows), IN_A_TEST)]
