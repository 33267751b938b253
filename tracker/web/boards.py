"""Boards: a person's day, and who has done what of one cable."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Flask, render_template, request
from flask_login import current_user
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField

from tracker.domain.access import Permission
from tracker.store.queries import boards, pages, tree
from tracker.store.queries.boards import MOST_SILENT, Whose
from tracker.store.queries.tasks import TaskRow
from tracker.texts import _, later
from tracker.web import grid_page, kept_pages, my_day_page, site
from tracker.web.choosing import choices
from tracker.web.desk_lines import desk_lines
from tracker.web.site import requires
from tracker.web.task_lines import lines
from tracker.web.words import listed

blueprint = Blueprint("boards", __name__)


class GridForm(FlaskForm):  # type: ignore[misc]
    """Which posts the grid shows. It changes nothing, so it carries no token."""

    class Meta:
        """No token in an address."""

        csrf = False

    region = SelectField(later("Region or office"), validate_choice=False)
    state = SelectField(later("State"), validate_choice=False)
    also = StringField(later("Together with the cable"))


@blueprint.get("/")
@requires()
@kept_pages.while_nothing_changes
def my_day() -> str:
    """Show the officer's day: late first, then today, this week, what waits, what nobody has taken."""
    by, held = site.actor(), site.runtime()
    takes = by.may_somewhere(Permission.TAKE)
    whose = Whose(
        officer_id=by.officer_id,
        works=by.posts_where(Permission.TAKE if takes else Permission.READ_TASKS),
        sets_dues=by.posts_where(Permission.CHANGE_DUE),
        decides=site.posts_decided(),
        answers=by.posts_where(Permission.WORK_TASKS),
        cancels=by.posts_where(Permission.CANCEL),
    )
    with held.looking() as session:
        found = boards.my_day(session, whose, now=held.now(), book=held.installation.book)
    return render_template(
        "boards/my_day.html",
        first_line=my_day_page.first_line(found, current_user.posts if takes else None),
        lists=my_day_page.lists(found, may_work=by.may_somewhere(Permission.WORK_TASKS), takes=takes),
        takes=takes,
        nothing=my_day_page.nothing_today(found),
        is_all_quiet=my_day_page.is_all_quiet(found),
        cables=my_day_page.cables_waiting(found.cables),
        heard=my_day_page.heard_waiting(found.heard),
        to_decide=list(desk_lines(found.to_decide)),
        silent=lines(found.silent[:MOST_SILENT]),
        is_more_silent=len(found.silent) > MOST_SILENT,
        may_add=by.may_somewhere(Permission.INGEST),
        may_read=by.may_somewhere(Permission.READ_TASKS),
    )


@blueprint.get("/cables/<int:cable_id>/grid")
@requires(Permission.READ_TASKS)
def grid(cable_id: int) -> str:
    """Show the asks of a cable, or of several, across and their posts down: who has done what."""
    held, also = site.runtime(), [words.strip() for words in request.args.getlist("also") if words.strip()]
    with held.looking() as session:
        found = pages.tasks_of_cables(
            session,
            cable_id,
            also,
            now=held.now(),
            book=held.installation.book,
            only_posts=site.actor().posts_where(Permission.READ_TASKS),
        )
        offices = tree.offices_of(session, {row.post_id for row in found})
    chosen = _chosen(found, offices)
    is_grouped = len({row.cable_id for row in found}) > 1
    found = sorted(found, key=lambda row: row.cable_id != cable_id)  # its own asks first
    columns = grid_page.columns(found, chosen, is_grouped=is_grouped)
    first = next(row for row in found if row.cable_id == cable_id)
    numbers = dict.fromkeys(grid_page.number(row) for row in (first, *found))
    return render_template(
        "boards/grid.html",
        cable_id=cable_id,
        number=grid_page.number(first),
        numbers=listed(list(numbers)),
        subject=" · ".join(dict.fromkeys(row.subject or _("No subject line") for row in (first, *found))),
        also=also,
        columns=columns,
        rows=grid_page.grid(chosen, columns),
        first_line=grid_page.first_line(chosen),
        second_line=grid_page.second_line(chosen),
        form=_filter(offices),
        is_part=len(chosen) < len(found),
    )


def _chosen(found: Sequence[TaskRow], offices: Mapping[int, str]) -> list[TaskRow]:
    """Return the tasks of the region and state that the address asks for."""
    region, state = request.args.get("region", ""), request.args.get("state", "")
    _, holds = grid_page.STATES.get(state, ("", lambda _row: True))
    return [row for row in found if holds(row) and (not region or offices.get(row.post_id) == region)]


def _filter(offices: Mapping[int, str]) -> GridForm:
    form = GridForm(request.args)
    form.region.choices = choices([("", _("all")), *((name, name) for name in sorted(set(offices.values())))])
    form.state.choices = choices(
        [("", _("any")), *((key, words) for key, (words, _is_so) in grid_page.STATES.items())]
    )
    form.also.data = ""
    return form


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
