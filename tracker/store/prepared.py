"""Statements that a page asks again and again: written out once a process, then sent as they were written.

SQLAlchemy finds a compiled statement again by walking the whole of it, and fills in each of its constants
anew; for the statements of a board that costs more than the database takes to answer.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, CursorResult, Dialect, Row, Select

MOST_LISTED = 256  # values of a list up to which its statement is written out, once for each length
Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


def rows(asked: Connection, statement: Statement, values: dict[str, Any]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a statement that was made once, for these values of its named parameters."""
    return _answer(asked, statement, values).all()


def row(asked: Connection, statement: Statement, values: dict[str, Any]) -> Row[*tuple[Any, ...]]:
    """Return the only row of such a statement."""
    return _answer(asked, statement, values).one()


def moment_of(words: str) -> datetime:
    """Read a moment that a statement gave as text, as either database writes it: with an offset, or without one in UTC."""
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _answer(
    asked: Connection, statement: Statement, values: dict[str, Any]
) -> CursorResult[*tuple[Any, ...]]:
    lengths = tuple((name, len(value)) for name, value in values.items() if isinstance(value, list))
    is_sqlite = asked.dialect.name == "sqlite"  # it gives days and moments as words, which must be read
    if is_sqlite or not all(0 < length <= MOST_LISTED for _, length in lengths):
        return asked.execute(statement, values)
    sql, constants, places = _written(statement, asked.dialect, frozenset(values), lengths)
    given = constants | values
    for name, names in places:
        given |= zip(names, given.pop(name), strict=True)
    return asked.exec_driver_sql(sql, given)


@lru_cache(maxsize=1024)
def _written(
    statement: Statement, dialect: Dialect, names: frozenset[str], lengths: tuple[tuple[str, int], ...]
) -> tuple[str, dict[str, Any], tuple[tuple[str, Sequence[str]], ...]]:
    """Return the statement as PostgreSQL takes it, the constants in it, and the parameters that each list becomes."""
    given: dict[str, Any] = dict.fromkeys(names)
    given |= {name: [None] * length for name, length in lengths}
    state = statement.compile(dialect=dialect).construct_expanded_state(given)
    places = tuple((name, state.parameter_expansion[name]) for name, _ in lengths)
    values = names.union(*(expanded for _, expanded in places))
    constants = {name: value for name, value in state.parameters.items() if name not in values}
    return state.statement, constants, places
