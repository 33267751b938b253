"""The class of each late task, told by the database: for each post, the days with which the classes begin."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Text,
    bindparam,
    case,
    cast,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from tracker.domain.ageing import FLOORS, Age, marks
from tracker.domain.places import PostBook
from tracker.store.queries import tasks
from tracker.store.tasks import Task

COUNTED = (Age.FRESH, Age.WEEK, Age.FORTNIGHT, Age.SIX_WEEKS, Age.MORE)
MARKS = tuple(f"m{n}" for n in range(len(FLOORS)))
HOME = tuple(f"home{n}" for n in range(len(FLOORS)))  # Washington's


def values(dialect: str, book: PostBook, now: datetime) -> dict[str, Any]:
    """Return the values of a statement with classes in it: the moment, and the marks of this day."""
    return {"now": now, **_marks_of_all(dialect, book, tasks.quarter_of(now))}


@lru_cache(maxsize=64)
def _marks_of_all(dialect: str, book: PostBook, quarter: datetime) -> Mapping[str, Any]:
    """Return Washington's marks, and those of each post that has others, as the database takes them."""
    home = marks_of(book, "", book.washington.local_day(quarter))
    known = ((post.designator, book.calendar(post).local_day(quarter)) for post in book)
    rows = [(name, *found) for name, day in known if (found := marks_of(book, name, day)) != home]
    given = dict(zip(HOME, home, strict=True))
    if dialect == "sqlite":
        return MappingProxyType(given | {"posts_marked": json.dumps(rows, default=date.isoformat)})
    columns = zip(*rows, strict=True) if rows else [()] * (1 + len(MARKS))
    return MappingProxyType(given | dict(zip(("posts_marked", *MARKS), map(_array, columns), strict=True)))


@lru_cache(maxsize=4096)
def marks_of(book: PostBook, post: str, today: date) -> tuple[date, ...]:
    """Return the days with which the classes begin at a post, Washington's for no post."""
    return marks(tasks.calendar_of(post, book) if post else book.washington, today)


def _array(column: Iterable[object]) -> str:
    """Return the values as PostgreSQL writes an array."""
    words = (str(one).replace("\\", "\\\\").replace('"', '\\"') for one in column)
    return "{" + ",".join(f'"{one}"' for one in words) + "}"


def days_of(dialect: str) -> CTE:
    """Return the marks of the posts as a table: post, m0, m1, m2, m3."""
    posts = bindparam("posts_marked", type_=Text)
    if dialect == "sqlite":
        rows = func.json_each(posts).table_valued("value").alias("rows")
        columns = [func.json_extract(rows.c.value, f"$[{n}]") for n in range(1 + len(MARKS))]
        names = zip(("post", *MARKS), columns, strict=True)
        return select(*(column.label(name) for name, column in names)).cte("days")
    days = (cast(bindparam(name, type_=Text), ARRAY(Date)) for name in MARKS)
    given = func.unnest(cast(posts, ARRAY(Text)), *days).table_valued("post", *MARKS, name="given")
    found = select(*given.render_derived().c).cte("days")
    return found.prefix_with("MATERIALIZED")  # else it is read anew for each task


@cache
def classes(dialect: str) -> tuple[CTE, ColumnElement[int]]:
    """Return the marks, and the place of a task's class in Age by them; both together, so that threads cannot mix two of them.

    A post that has no marks of its own goes by Washington's days.
    """
    days = days_of(dialect)
    home = (bindparam(name, type_=Date) for name in HOME)
    passed = [
        Task.counts_after < func.coalesce(days.c[mark], day) for mark, day in zip(MARKS, home, strict=True)
    ]
    order = {age: n for n, age in enumerate(Age)}
    return days, case(
        (Task.counts_until.is_not(None), order[Age.WAITING]),
        *(
            (condition, order[age])
            for condition, age in zip(reversed(passed), reversed(COUNTED), strict=False)
        ),
        else_=order[Age.FRESH],
    )
