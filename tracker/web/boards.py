"""Boards: a person's day, and who has done what of one cable."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Flask, render_template
from flask_login import current_user

from tracker.domain.access import Permission
from tracker.domain.lifecycle import Status
from tracker.store.queries import boards, pages
from tracker.store.queries.boards import MyDay
from tracker.store.queries.tasks import TaskRow
from tracker.web import site
from tracker.web.desk_lines import desk_lines
from tracker.web.site import requires
from tracker.web.task_page import TaskLine, due_of, lines
from tracker.web.words import DueWords, listed

blueprint = Blueprint("boards", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """One list of a day."""

    title: str
    tasks: Sequence[TaskLine]
    has_step: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One ask at one post."""

    task_id: int
    state: str
    due: DueWords
    is_late: bool
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A post and where each of the cable's asks stands there."""

    post: str
    cells: Sequence[Cell | None]


@blueprint.get("/")
@requires()
def my_day() -> str:
    """Show the officer's day: late first, then today, this week, what waits, what nobody has taken."""
    by, held = site.actor(), site.runtime()
    seen = by.posts_where(Permission.READ_TASKS)
    works = by.posts_where(Permission.WORK_TASKS)
    with held.looking() as session:
        found = boards.my_day(
            session,
            now=held.now(),
            book=held.installation.book,
            officer_id=by.officer_id,
            only_posts=seen if works is None else works,
        )
        cables = pages.cables_to_decide(session, site.posts_decided())
        to_decide = desk_lines(session)
    return render_template(
        "boards/my_day.html",
        first_line=_day_in_words(found, current_user.posts),
        lists=_lists(found),
        finished=lines(found.finished),
        cables=cables,
        to_decide=to_decide,
        officer_id=by.officer_id,
        may_work=by.may_somewhere(Permission.WORK_TASKS),
        may_add=by.may_somewhere(Permission.INGEST),
    )


def _lists(found: MyDay) -> list[DayList]:
    """Return the lists of a day that hold something, the most pressing first."""
    shown = [
        DayList(title=title, tasks=lines(rows))
        for title, rows in (
            ("Late", found.late),
            ("Due today", found.today),
            ("Due this week", found.this_week),
            ("Waiting for others", found.waiting),
            ("Later, or without a day", found.later),
            ("Not yet taken", found.not_taken[:50]),
        )
        if rows
    ]
    if found.beside:
        shown.append(
            DayList(title="Led by others: you help or watch", tasks=lines(found.beside), has_step=False)
        )
    return shown


def _day_in_words(day: MyDay, posts: Sequence[str]) -> str:
    """Return "2 due today, 1 late, 3 waiting for others, 4 not yet taken at AMEMBASSY LIMA."""
    late = sum(row.is_overdue for row in day.not_taken)
    parts = [
        f"{len(day.today)} due today",
        f"{len(day.late)} late",
        f"{len(day.waiting)} waiting for others",
        f"{len(day.not_taken)} not yet taken{f' at {listed(list(posts))}' if posts else ''}",
    ]
    return f"{', '.join(parts)}{f' ({late} of them late)' if late else ''}."


@blueprint.get("/cables/<int:cable_id>/grid")
@requires(Permission.READ_TASKS)
def grid(cable_id: int) -> str:
    """Show one cable's asks across and its posts down: who has done what."""
    by, held = site.actor(), site.runtime()
    with held.looking() as session:
        found = pages.tasks_of_cable(
            session,
            cable_id,
            now=held.now(),
            book=held.installation.book,
            only_posts=by.posts_where(Permission.READ_TASKS),
        )
    asks = list(dict.fromkeys(row.proposal_id for row in found))
    posts = sorted({row.post for row in found})
    at = {(row.post, row.proposal_id): _cell(row) for row in found}
    owing = [post for post in posts if any(_owes(at.get((post, ask))) for ask in asks)]
    return render_template(
        "boards/grid.html",
        cable_id=cable_id,
        number=found[0].mrn or found[0].cable or f"Text {cable_id}",
        subject=found[0].subject or "No subject line",
        asks=[next(row.title for row in found if row.proposal_id == ask) for ask in asks],
        rows=[GridRow(post=post, cells=[at.get((post, ask)) for ask in asks]) for post in posts],
        first_line=_grid_in_words(found, owing),
    )


def _owes(cell: Cell | None) -> bool:
    return cell is not None and not cell.is_closed


def _cell(row: TaskRow) -> Cell:
    held = site.runtime()
    return Cell(
        task_id=row.id,
        state=row.state,
        due=due_of(row, held.installation, held.now()),
        is_late=row.is_overdue,
        is_closed=not row.is_open,
    )


def _grid_in_words(found: Sequence[TaskRow], owing: Sequence[str]) -> str:
    """Return "Done 2 of 5, late 1. Still to come: AMEMBASSY AMMAN, ..."""
    done = sum(row.status == Status.DONE for row in found)
    late = sum(row.is_overdue for row in found)
    rest = f" Still to come: {listed(owing)}." if owing else " Nothing is still to come."
    return f"Done {done} of {len(found)}{f', late {late}' if late else ''}.{rest}"


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
