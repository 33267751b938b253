"""What is drawn once and kept: many rows, which must be small, and few tables, which are as large as their rows."""

import re
from pathlib import Path

from tracker.web import table_rows

TEMPLATES = Path(__file__).parents[2] / "templates"
CALL = re.compile(r"\bdrawn\('([^']+)'")
CALL_OF_WHOLE = re.compile(r"\bdrawn_whole\('([^']+)'")
LISTS = re.compile(r"\bdrawn(?:_whole)?\(|\{%-? for ")


def named(call: re.Pattern[str]) -> set[str]:
    return {name for path in TEMPLATES.rglob("*.html") for name in call.findall(path.read_text())}


def test_what_is_kept_as_a_row_holds_no_list() -> None:
    rows = named(CALL)

    assert rows
    assert [name for name in sorted(rows) if LISTS.search((TEMPLATES / name).read_text())] == []


def test_what_holds_a_list_is_kept_as_a_whole_and_fewer_of_it() -> None:
    wholes = named(CALL_OF_WHOLE)

    assert wholes
    assert all(LISTS.search((TEMPLATES / name).read_text()) for name in wholes)
    assert table_rows.MOST_WHOLE < table_rows.MOST
