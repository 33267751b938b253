"""How commands print: one JSON object a line, or columns that a person reads."""

import json
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import click

NARROWEST, WIDEST = 60, 140  # columns
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, nothing else.")


def print_json(value: Mapping[str, Any]) -> None:
    """Print one object on a line of its own, in letters that every program reads."""
    click.echo(json.dumps(value))


def width() -> int:
    """Return the columns to use: the terminal's, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 40)).columns))


def wrapped(words: str, indent: str = "") -> str:
    """Return the words in lines of the terminal's width, each begun with the indent."""
    return textwrap.fill(words, width(), initial_indent=indent, subsequent_indent=indent)


def print_table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print columns under their heads; the last one takes the room that is left."""
    words = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *words, strict=True)]
    room = max(20, width() - sum(widths[:-1]) - 2 * (len(heads) - 1))
    for row in (list(heads), *words):
        cells = [cell.ljust(size) for cell, size in zip(row[:-1], widths[:-1], strict=True)]
        first, *more = textwrap.wrap(row[-1], room) or [""]
        click.echo("  ".join([*cells, first]).rstrip())
        for line in more:
            click.echo(" " * (width() - room) + line)
