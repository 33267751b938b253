"""Statements that a page asks again and again: written out once a process, then sent as they were written.

SQLAlchemy finds a compiled statement again by walking the whole of it, and fills in each of its constants
anew; for the statements of a board that costs more than the database takes to answer.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, CursorResult, Dialect, Row, Select

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


def rows(asked: Connection, statement: Statement, values: dict[str, Any]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a statement that was made once, for these values of its named parameters."""
    return _answer(asked, statement, values).all()


def row(asked: Connection, statement: Statement, values: dict[str, Any]) -> Row[*tuple[Any, ...]]:
    """Return the only row of such a statement."""
    return _answer(asked, statement, values).one()


def _answer(
    asked: Connection, statement: Statement, values: dict[str, Any]
) -> CursorResult[*tuple[Any, ...]]:
    is_sqlite = asked.dialect.name == "sqlite"  # it gives days and moments as words, which must be read
    if is_sqlite or any(isinstance(value, list) for value in values.values()):  # a list may be of any length
        return asked.execute(statement, values)
    sql, constants = _written(statement, asked.dialect, frozenset(values))
    return asked.exec_driver_sql(sql, constants | values)


@lru_cache(maxsize=1024)
def _written(statement: Statement, dialect: Dialect, names: frozenset[str]) -> tuple[str, dict[str, Any]]:
    """Return the statement as PostgreSQL takes it, and the constants that stand in it."""
    state = statement.compile(dialect=dialect).construct_expanded_state(dict.fromkeys(names))
    constants = {name: value for name, value in state.parameters.items() if name not in names}
    return state.statement, constants
