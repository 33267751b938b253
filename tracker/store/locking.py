"""Takes a cable's rows out of their tables and keeps them apart; puts them back, or destroys them.

What belongs to a cable is told by the foreign keys of the tables themselves, so that a table that is
added later is not forgotten: a row left behind would keep the cable from being taken out.
"""

import base64
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, RowMapping, Table, TypeDecorator, delete, insert, null, select, tuple_, update
from sqlalchemy.orm import Session

from tracker.store.base import Base
from tracker.store.spills import (
    CABLE,
    LETTER,
    LINE,
    LOCKED,
    NOTE,
    TASK,
    LockedCable,
    LockedRow,
    LockedThing,
)

CHUNK = 500  # ids in one question
MAY_BE_AWAY = {"cables": CABLE, "tasks": TASK}  # rows that another lock may hold
BLANKED = {"outgoing_messages": LETTER, "task_events": LINE, "tasks": NOTE}  # rows that stay where they are
Values = dict[str, Any]
AWAY = "(withheld)"
BLANKS: dict[str, Values] = {  # what stands there instead
    "outgoing_messages": {"subject": AWAY, "body": b"", "numbered": None},
    "task_events": {"note": AWAY},
    "tasks": {"note": AWAY, "report": AWAY},
}
Found = dict[Table, list[RowMapping]]


def belonging(session: Session, seeds: Mapping[str, Collection[int]]) -> Found:
    """Return the rows with these ids, by table, and every row that points at one of them; parents first."""
    ids: dict[Table, list[int]] = {}
    found: Found = {}
    for table in Base.metadata.sorted_tables:
        keys = [(key.parent, ids[key.column.table]) for key in table.foreign_keys if key.column.table in ids]
        if table.name in seeds:
            keys.append((table.c.id, sorted(seeds[table.name])))
        rows = {_key_of(table, row): row for row in _rows(session, table, keys)}
        if rows:
            found[table] = [rows[key] for key in sorted(rows)]
            ids[table] = [row["id"] for row in found[table]] if "id" in table.c else []
    return found


def _rows(
    session: Session, table: Table, keys: Iterable[tuple[Column[Any], list[int]]]
) -> Iterator[RowMapping]:
    for column, ids in keys:
        for some in in_chunks(ids):
            yield from session.execute(select(table).where(column.in_(some))).mappings()


def _key_of(table: Table, row: RowMapping) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def in_chunks(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Return the ids in parts that one question can hold."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def take_out(session: Session, lock_id: int, found: Found) -> None:
    """Keep the rows under the lock, then take them out of their tables, children first."""
    kept = [
        {"lock_id": lock_id, "of_table": table.name, "row_id": None, "data": _written(row)}
        for table, rows in found.items()
        for row in rows
    ]
    session.execute(insert(LockedRow), kept)
    for table in reversed(found):
        key = tuple_(*table.primary_key)
        for some in in_chunks([_key_of(table, row) for row in found[table]]):
            session.execute(delete(table).where(key.in_(some)))


def blank(session: Session, lock_id: int, name: str, row_id: int) -> None:
    """Blank the words of a row that stays, and keep those that stood there; again is the same."""
    table, values = Base.metadata.tables[name], BLANKS[name]
    was = _standing(session, table, row_id)
    if was is None or dict(was) == values:
        return
    session.add(LockedRow(lock_id=lock_id, of_table=name, row_id=row_id, data=_written(was)))
    session.execute(update(table).where(table.c.id == row_id).values(values))
    session.flush()


def _standing(session: Session, table: Table, row_id: int) -> RowMapping | None:
    """Return the words that stand in a row where a lock blanks them, None where there is no such row."""
    columns = [table.c[name] for name in BLANKS[table.name]]
    return session.execute(select(*columns).where(table.c.id == row_id)).mappings().one_or_none()


def put_back(session: Session, lock_id: int) -> None:
    """Put every row of the lock where it was; what another lock wants away passes to that one.

    A row whose parent is gone for good is gone with it.
    """
    order = {table.name: at for at, table in enumerate(Base.metadata.sorted_tables)}
    kept = select(LockedRow.id, LockedRow.of_table, LockedRow.row_id).where(LockedRow.lock_id == lock_id)
    ids = [  # parents first, rows before the words that were blanked in them, the newest words first
        (order[name], False, kept_id) if row_id is None else (order[name], True, -kept_id)
        for kept_id, name, row_id in session.execute(kept)
    ]
    for kept_id in (abs(place[-1]) for place in sorted(ids)):
        row = session.get_one(LockedRow, kept_id)
        held_by = _held_elsewhere(session, row)
        if held_by is not None:
            row.lock_id = held_by
        else:
            _put_back(session, row)
            session.delete(row)
        session.flush()


def _put_back(session: Session, row: LockedRow) -> None:
    table = Base.metadata.tables[row.of_table]
    values = _read(table, row.data)
    if row.row_id is not None:
        _put_words_back(session, table, row.row_id, values)
        return
    if any(not _is_there(session, *parent) for parent in _parents(table, values)):
        return
    if table.name not in MAY_BE_AWAY and "id" in table.c and _is_there(session, table, values["id"]):
        del values["id"]  # a row of no number that is told anywhere; SQLite has given it to another
    session.execute(insert(table).values(values))


def _put_words_back(session: Session, table: Table, row_id: int, values: Values) -> None:
    """Put words back where nobody has written others meanwhile."""
    stands: Mapping[Any, Any] = _standing(session, table, row_id) or {}
    blanks = BLANKS[table.name]
    was = {name: value for name, value in values.items() if name in stands and stands[name] == blanks[name]}
    if was:
        session.execute(update(table).where(table.c.id == row_id).values(was))


def _held_elsewhere(session: Session, row: LockedRow) -> int | None:
    """Return another lock that wants this row to stay away, None where there is none."""
    table = Base.metadata.tables[row.of_table]
    if row.row_id is not None:
        held_by = _lock_of(session, BLANKED[table.name], row.row_id, but=row.lock_id)
        return held_by or _taken_out_by(session, table, row.row_id, but=row.lock_id)
    for parent, parent_id in _parents(table, _read(table, row.data)):
        kind = MAY_BE_AWAY.get(parent.name)
        held_by = _lock_of(session, kind, parent_id, but=row.lock_id) if kind else None
        if held_by is not None:
            return held_by
    return None


def _taken_out_by(session: Session, table: Table, row_id: int, *, but: int) -> int | None:
    """Return the lock that took the very row out meanwhile; its words are from now on that lock's to put back."""
    if _is_there(session, table, row_id):
        return None
    others = (
        select(LockedRow.lock_id, LockedRow.data)
        .join(LockedCable, LockedCable.id == LockedRow.lock_id)
        .where(LockedRow.of_table == table.name, LockedRow.row_id.is_(None))
        .where(LockedCable.state == LOCKED, LockedCable.id != but)
    )
    for lock_id, data in session.execute(others):
        if json.loads(data)["id"] == row_id:
            session.add(LockedThing(lock_id=lock_id, kind=BLANKED[table.name], thing_id=row_id))
            return lock_id
    return None


def _parents(table: Table, values: Values) -> Iterator[tuple[Table, int]]:
    for key in table.foreign_keys:
        if values.get(key.parent.name) is not None and key.column.table.name in MAY_BE_AWAY:
            yield key.column.table, values[key.parent.name]


def _is_there(session: Session, table: Table, row_id: int) -> bool:
    return session.scalar(select(table.c.id).where(table.c.id == row_id)) is not None


def _lock_of(session: Session, kind: str, thing_id: int, *, but: int) -> int | None:
    return session.scalar(
        select(LockedThing.lock_id)
        .join(LockedCable, LockedCable.id == LockedThing.lock_id)
        .where(LockedThing.kind == kind, LockedThing.thing_id == thing_id)
        .where(LockedCable.state == LOCKED, LockedCable.id != but)
        .limit(1)
    )


def destroy(session: Session, lock_id: int) -> int:
    """Delete every row of the lock; return how many there were. The files hold them until they are written anew."""
    gone = session.execute(
        delete(LockedRow).where(LockedRow.lock_id == lock_id).returning(LockedRow.id),
        execution_options={"synchronize_session": False},
    )
    return len(gone.all())


def _written(values: Mapping[Any, Any]) -> bytes:
    return json.dumps({str(name): value for name, value in values.items()}, default=_plain).encode()


def _plain(value: Any) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return str(value.isoformat())  # a day or a moment


def _read(table: Table, data: bytes) -> Values:
    return {name: _value(table.c[name], value) for name, value in json.loads(data).items()}


def _value(column: Column[Any], value: Any) -> Any:
    """Return a value as its column takes it; nothing is NULL, not the JSON word for it."""
    if value is None:
        return null() if column.nullable else None
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return _of_kind(kind.python_type, value)


def _of_kind(kind: type, value: Any) -> Any:
    if kind is bytes:
        return base64.b64decode(value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind is date else value
