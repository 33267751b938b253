"""Several questions that a page asks at the same moment, put as one: what a round trip costs is paid once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, cast, literal, null, union_all

from tracker.store import prepared
from tracker.store.prepared import Statement


class Together:
    """Selects of different columns as one statement; each row bears the columns of its own, the others are empty.

    The rows of a part come in no order: whoever needs one sorts them.
    """

    def __init__(self, parts: Mapping[str, Select[*tuple[Any, ...]]]) -> None:
        """Put these selects together, each under its name. There is at least one."""
        columns = {name: list(part.selected_columns) for name, part in parts.items()}
        self._places: dict[str, slice] = {}
        end = 1
        for name, own in columns.items():
            self._places[name], end = slice(end, end + len(own)), end + len(own)
        whole = [
            part.with_only_columns(
                literal(name).label("part"),
                *(
                    column if other == name else cast(null(), column.type)
                    for other, own in columns.items()
                    for column in own
                ),
                maintain_column_froms=True,
            )
            for name, part in parts.items()
        ]
        self._statement: Statement = whole[0] if len(whole) == 1 else union_all(*whole)

    def rows(self, asked: Connection, values: dict[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
        """Return the rows of each part for these values of the named parameters."""
        found: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self._places}
        for row in prepared.rows(asked, self._statement, values):
            found[row[0]].append(tuple(row[self._places[row[0]]]))
        return found
