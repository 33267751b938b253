"""Lists as sheets of comma-separated values, which a spreadsheet opens without running anything in them."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from tracker.clock import print_moment

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")  # what a spreadsheet takes for the beginning of a formula
MARK = "\ufeff"  # tells spreadsheets that the letters are UTF-8


def cell(value: object) -> str:
    """Return a value as a cell: moments in UTC; text that would run as a formula behind an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return print_moment(value)
    if isinstance(value, int):
        return str(value)
    text = str(value).replace("\0", "")
    return f"'{text}" if str(value).startswith(RUNS) or text.lstrip().startswith(RUNS[:4]) else text


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the sheet, its lines ended as RFC 4180 says."""
    text = io.StringIO()
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode()
