"""Reads `config/tree.toml` into the tree of units; every fault of the table is listed at once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tracker.domain.tree import Tree, Unit, UnitKind
from tracker.errors import BadSettings
from tracker.settings import share_dir

KEYS = {"code", "name", "kind", "below", "countries", "posts"}


@cache
def load() -> Tree:
    """Return the tree that came with the installation, read once in a process."""
    return load_tree(share_dir("config") / "tree.toml")


def load_tree(path: Path) -> Tree:
    """Return the tree of a table; raise BadSettings that lists every faulty unit."""
    faults: list[str] = []
    units: list[Unit] = []
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("unit", [])
    except (OSError, ValueError) as error:
        raise BadSettings(f"{path.name} cannot be read: {error}.") from None
    for number, table in enumerate(tables, 1):
        try:
            units.append(unit_of(table))
        except (ValueError, KeyError, TypeError) as error:
            faults.append(f"unit {table.get('code', number)}: {error}")
    tree = _tree(units, faults)
    if tree is None or faults:
        raise BadSettings(f"{path.name} cannot be used:\n" + "\n".join(f"  - {fault}" for fault in faults))
    return tree


def _tree(units: list[Unit], faults: list[str]) -> Tree | None:
    try:
        return Tree(units)
    except ValueError as error:
        faults.append(str(error))
        return None


def unit_of(table: Mapping[str, Any]) -> Unit:
    """Return the unit of a table; raise ValueError or KeyError where a field is not as it must be."""
    wrong = set(table) - KEYS
    if wrong:
        raise ValueError(f"not known: {', '.join(sorted(wrong))}")
    return Unit(
        code=str(table["code"]),
        name=str(table["name"]),
        kind=UnitKind(table["kind"]),
        below=str(table["below"]) if table.get("below") else None,
        countries=tuple(str(country) for country in table.get("countries", ())),
        posts=tuple(str(post) for post in table.get("posts", ())),
    )
