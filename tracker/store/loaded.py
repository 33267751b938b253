"""Rows asked for as columns, made into what the session would have loaded: it spares a page most of the session's work.

What the session holds already is left as it is there. What is not among the columns is loaded when it is asked for.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value

from tracker.store.base import Base

R = TypeVar("R", bound=Base)


@cache
def names(table: type[Base], without: str | None = None) -> tuple[str, ...]:
    """Return the names of the columns of a table, but one."""
    return tuple(one.key for one in inspect(table).column_attrs if one.key != without)


def columns(table: Any, of: type[Base] | None = None, without: str | None = None) -> list[Any]:
    """Return the columns of a table, or of an alias `of` one, to be selected; `without` one."""
    return [getattr(table, name) for name in names(of or table, without)]


class Parts:
    """The columns of a row, taken off from its beginning, a table's at a time."""

    def __init__(self, session: Session, row: Sequence[Any]) -> None:
        """Take a row of a select made from `columns`."""
        self._session, self._row, self._taken = session, row, 0

    def take(self, table: type[R], without: str | None = None) -> R | None:
        """Return the next columns as a row of the table; None where an outer join found none."""
        known = names(table, without)
        start, self._taken = self._taken, self._taken + len(known)
        key = self._row[start + known.index("id")]
        if key is None:
            return None
        found = self._session.identity_map.get(inspect(table).identity_key_from_primary_key((key,)))
        if isinstance(found, table):
            return found
        made = table()
        vars(made).update(zip(known, self._row[start : self._taken], strict=True))
        make_transient_to_detached(made)
        self._session.add(made)
        return made

    def rest(self) -> Sequence[Any]:
        """Return the columns after those taken."""
        return self._row[self._taken :]


def relate(one: Base, **others: Any) -> None:
    """Tell a row what it is related to, as far as the session does not know it."""
    for name, other in others.items():
        if name not in vars(one):
            set_committed_value(one, name, other)
