"""A person's own day: four lists of few rows each, found by indexes whatever the number of tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from tracker.domain.lifecycle import Status
from tracker.domain.places import PostBook
from tracker.domain.workdays import local_day
from tracker.store import prepared
from tracker.store.queries import closings, company, desk_work, lists, tasks
from tracker.store.queries.desk_work import DeskWork
from tracker.store.queries.tasks import BoardRow, Posts
from tracker.store.tasks import Task

WEEK = timedelta(days=7)
MOST_OWN = 200
MOST_UNTAKEN = 20
MOST_FINISHED = 20
MOST_BESIDE = 20
MOST_SILENT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """A person's tasks by urgency, each list by due, and what nobody has taken at the person's posts.

    Of what nobody has taken the nearest dues are given; `untaken` and `untaken_late` count them all,
    up to one more than MOST_COUNTED. What a post has accepted is taken, though it names nobody: `nameless`
    has the nearest of those.
    """

    late: tuple[BoardRow, ...]
    today: tuple[BoardRow, ...]
    this_week: tuple[BoardRow, ...]
    later: tuple[BoardRow, ...]  # and those without a day
    waiting: tuple[BoardRow, ...]
    not_taken: tuple[BoardRow, ...]
    nameless: tuple[BoardRow, ...]  # in hand at the post, owned by nobody
    finished: tuple[BoardRow, ...]  # within seven days
    beside: tuple[BoardRow, ...]  # open, led by others: the person or a post of his coordinates or watches
    untaken: int = 0
    untaken_late: int = 0
    nameless_count: int = 0
    to_decide: DeskWork = field(default_factory=DeskWork)
    silent: tuple[
        BoardRow, ...
    ] = ()  # no word has come of it; one more than MOST_SILENT where there are more
    heard: int = 0  # answers, by later cables and by mail, that wait for the person
    cables: int = 0  # with an ask that awaits a verdict, up to one more than MOST_COUNTED

    @property
    def next_one(self) -> BoardRow | None:
        """The person's task with the nearest due that is still to come."""
        return next((row for row in (*self.today, *self.this_week, *self.later) if row.due_at), None)


NEAREST = (Task.due_at.asc().nulls_last(), Task.id)
PARTS = range(7)
MINE, UNTAKEN, FINISHED, BESIDE, TO_DECIDE, SILENT, NAMELESS = PARTS
OF_DUES = (TO_DECIDE, SILENT)  # parts for who sets dues
NOBODYS: Posts = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose day: the officer, and the posts (None: all) whose work he is shown, or where he may do something."""

    officer_id: int | None
    works: Posts = None
    sets_dues: Posts = NOBODYS
    decides: Posts = NOBODYS  # on cables
    answers: Posts = NOBODYS  # may work on tasks, so decide on what was heard of them
    cancels: Posts = NOBODYS  # may take tasks back


def my_day(session: Session, whose: Whose, *, now: datetime, book: PostBook) -> MyDay:
    """Return the day of an officer: own tasks by urgency, what nobody has taken, what he must decide.

    Two queries at any size.
    """
    values: dict[str, Any] = {"officer": whose.officer_id, "now": now, "since": now - WEEK}
    held = session.connection()
    found: dict[int, list[BoardRow]] = {part: [] for part in PARTS}
    for raw in prepared.rows(held, _rows(whose.officer_id is None, whose.works, whose.sets_dues), values):
        found[raw.part].append(tasks.line_of(raw, now, book))
    untaken, untaken_late, nameless, cables, answered, replies = prepared.row(
        held, _counts(whose.works, whose.decides, whose.answers, whose.cancels), values
    )
    listed = {row.id for part in (MINE, UNTAKEN, NAMELESS, FINISHED) for row in found[part]}
    return MyDay(
        **_by_urgency(found[MINE], now),
        not_taken=tuple(found[UNTAKEN]),
        nameless=tuple(found[NAMELESS]),
        finished=tuple(found[FINISHED]),
        beside=tuple(row for row in found[BESIDE] if row.id not in listed),
        untaken=untaken,
        untaken_late=untaken_late,
        nameless_count=nameless,
        to_decide=desk_work.desk_work(found[TO_DECIDE]),
        silent=tuple(found[SILENT]),
        cables=cables,
        heard=answered + replies,
    )


@lru_cache(maxsize=256)
def _rows(is_nobody: bool, works: Posts, sets_dues: Posts) -> Select[*tuple[Any, ...]]:  # noqa: FBT001 - a key of the cache
    """Return the statement of a day's rows, made once for readers of the same posts."""
    officer: ColumnElement[int] = bindparam("officer")
    mine = Task.owner_id == officer
    beside = company.stands_beside(None if is_nobody else officer, works)
    parts: Mapping[int, Select[int]] = {
        MINE: select(Task.id).where(tasks.is_live(), mine).order_by(*NEAREST).limit(MOST_OWN),
        UNTAKEN: _untaken(works).order_by(*NEAREST).limit(MOST_UNTAKEN),
        NAMELESS: _nameless(works).order_by(*NEAREST).limit(MOST_UNTAKEN),
        FINISHED: select(Task.id)
        .where(mine, Task.closed_at >= bindparam("since"))
        .order_by(Task.closed_at.desc())
        .limit(MOST_FINISHED),
        BESIDE: select(Task.id).where(tasks.is_live(), beside).order_by(*NEAREST).limit(MOST_BESIDE),
        TO_DECIDE: desk_work.ids(sets_dues),
        SILENT: select(Task.id)
        .where(tasks.is_live(), Task.silent_at <= bindparam("now"), *tasks.seen_by(sets_dues))
        .order_by(*NEAREST)
        .limit(MOST_SILENT + 1),
    }
    wanted = [n for n in parts if n not in OF_DUES or sets_dues != NOBODYS]
    ids = [parts[n].subquery() for n in wanted]
    chosen = union_all(
        *(select(one.c.id, literal(n).label("part")) for n, one in zip(wanted, ids, strict=True))
    )
    which = chosen.subquery()
    return tasks.lined().add_columns(which.c.part).join(which, which.c.id == Task.id).order_by(*NEAREST)


@lru_cache(maxsize=256)
def _counts(
    works: Posts, decides: Posts, answers: Posts, cancels: Posts
) -> Select[int, int, int, int, int, int]:
    """Return the statement of a day's numbers, made once for readers of the same posts."""
    untaken = _untaken(works)
    return select(
        lists.count_up_to(untaken),
        lists.count_up_to(untaken.where(Task.due_at < bindparam("now"))),
        lists.count_up_to(_nameless(works)),
        lists.count_up_to(lists.undecided(decides)),
        lists.count_up_to(closings.waiting_tasks(answers, cancels)),
        lists.count_up_to(closings.waiting_replies(answers)),
    )


@cache
def _untaken(works: Posts) -> Select[int]:
    return _unowned(works).where(Task.status == Status.OPEN)


@cache
def _nameless(works: Posts) -> Select[int]:
    return _unowned(works).where(Task.status != Status.OPEN)


def _unowned(works: Posts) -> Select[int]:
    return select(Task.id).where(tasks.is_live(), Task.owner_id.is_(None), *tasks.seen_by(works))


def _by_urgency(rows: Sequence[BoardRow], now: datetime) -> dict[str, tuple[BoardRow, ...]]:
    found: dict[str, list[BoardRow]] = {
        name: [] for name in ("late", "today", "this_week", "later", "waiting")
    }
    for row in rows:
        found[_list_of(row, now)].append(row)
    return {name: tuple(one) for name, one in found.items()}


def _list_of(row: BoardRow, now: datetime) -> str:
    if row.status == Status.WAITING:
        return "waiting"
    if row.is_overdue:
        return "late"
    if row.due_at is None or row.due_at > now + WEEK:
        return "later"
    zone = row.due_zone or "UTC"
    return "today" if local_day(row.due_at, zone) == local_day(now, zone) else "this_week"
