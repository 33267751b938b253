"""Tasks: the list, one task with all that is known of it, and what may be done to it."""

from dataclasses import replace

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from tracker.domain.access import Permission
from tracker.domain.lifecycle import Status
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services.allowance import Costly
from tracker.services.installation import Acting
from tracker.store.queries import lists
from tracker.store.queries.lists import ListName, Wanted
from tracker.store.queries.tasks import TaskRow
from tracker.texts import _, later
from tracker.web import kept_pages, read_trail, site
from tracker.web.closing_page import SAYS
from tracker.web.exports import sheet
from tracker.web.site import counted_as, requires
from tracker.web.task_drawing import Drawer
from tracker.web.task_forms import AssignForm, FilterForm, TaskForm
from tracker.web.task_lines import TaskLine, lines
from tracker.web.task_page import TaskPage, task_page
from tracker.web.task_steps import Standing, steps
from tracker.web.task_verbs import VERBS

PAGE = 50
MOST_EXPORTED = 10_000
IN_ORDER = {ListName.CLOSED: later("newest first"), ListName.ALL: later("newest first")}
COLUMNS = (
    "number", "task", "cable", "post", "owner", "state", "outcome", "due day", "due hour", "due zone", "due (UTC)",
    "working days late", "calendar days late", "closed (UTC)", "sentence",
)  # fmt: skip
ANY_VERB = ", ".join(f"'{verb}'" for verb in VERBS)

blueprint = Blueprint("tasks", __name__)


@blueprint.get("/tasks")
@requires(Permission.READ_TASKS)
def listed() -> str:
    """Show the tasks that the reader may see, nearest due first, fifty a page."""
    chosen = FilterForm(request.args)
    held = site.runtime()
    wanted = _wanted(chosen)
    with held.looking() as session:
        rows = lists.task_lines(session, wanted, now=held.now(), book=held.installation.book, limit=PAGE + 1)
    shown: list[TaskLine] = lines(rows[:PAGE])
    return render_template(
        "tasks/list.html",
        form=chosen,
        tasks=shown,
        page=wanted.after // PAGE + 1,
        is_more=len(rows) > PAGE,
        designators=[post.designator for post in held.installation.book],
        order=IN_ORDER.get(wanted.name, _("nearest due first")),
    )


def _wanted(chosen: FilterForm) -> Wanted:
    name = chosen.state.data or ListName.OPEN
    return Wanted(
        name=ListName(name) if name in list(ListName) else ListName.OPEN,
        post=(chosen.post.data or "").strip(),
        only_posts=site.actor().posts_where(Permission.READ_TASKS),
        after=(max(1, request.args.get("page", 1, type=int)) - 1) * PAGE,
    )


@blueprint.get("/tasks.csv")
@requires(Permission.READ_TASKS)
@counted_as(Costly.EXPORT, then=read_trail.downloaded)
def export() -> Response:
    """Give the tasks of a list as a sheet."""
    held, wanted = site.runtime(), replace(_wanted(FilterForm(request.args)), after=0)
    with held.looking() as session:
        rows = lists.task_lines(
            session, wanted, now=held.now(), book=held.installation.book, limit=MOST_EXPORTED
        )
    return sheet(f"tasks-{wanted.name}.csv", COLUMNS, (_cells(row) for row in rows))


def _cells(row: TaskRow) -> list[object]:
    return [
        row.id, row.title, row.mrn or row.cable, row.post, row.owner, row.status, row.outcome, row.due_on,
        row.due_time, row.due_zone, row.due_at, row.days_late, row.days_late_gross, row.closed_at, row.quote,
    ]  # fmt: skip


@blueprint.get("/tasks/<int:task_id>")
@requires(Permission.READ_TASKS)
@kept_pages.while_nothing_changes
def page(task_id: int) -> str:
    """Show one task."""
    found = _loaded(task_id)
    if found.is_discreet:
        read_trail.opened("task", task_id, cable=found.cable_id)
    return _render(found, {})


@blueprint.post(f"/tasks/<int:task_id>/<any({ANY_VERB}):verb>")
@requires(Permission.READ_TASKS)
def act(task_id: int, verb: str) -> Response | tuple[str, int]:
    """Do one thing to a task; what cannot be used is said at its field."""
    wanted = VERBS[verb]
    if not site.actor().may_somewhere(wanted.permission):
        raise NotFound
    form = _form(verb)
    acting: Acting = site.acting()
    try:
        _check(form)
        with site.runtime().transaction() as session:
            wanted.do(session, task_id, form, {**acting, "version": form.version.data})
    except Invalid as error:
        if not _show(form, error):
            flash(error.sentence, "error")
            return redirect(_back(task_id), 303)
        return _render(_loaded(task_id), {verb: form}), 422
    except Conflict as error:
        return _render(_loaded(task_id), {verb: form}, error.sentence), 409
    flash(str(wanted.told), "success")
    return redirect(url_for("boards.my_day") if verb == "unwatch" else _back(task_id), 303)


def _check(form: TaskForm) -> None:
    if not form.validate():
        raise Invalid({name: str(found[0]) for name, found in form.errors.items() if name})


def _back(task_id: int) -> str:
    """Return to the list that a button stood in, else to the task."""
    return (
        site.own_path(request.form["back"])
        if "back" in request.form
        else url_for("tasks.page", task_id=task_id)
    )


def _form(verb: str) -> TaskForm:
    form = VERBS[verb].form(prefix=f"{verb}-")
    if isinstance(form, AssignForm):
        form.owner_id.validate_choice = False  # the service says who may own it
    return form


def _show(form: TaskForm, error: Invalid) -> bool:
    """Say at each field what is wrong with it; return False where the form has none of them."""
    shown = [name for name in error.fields if name in form]
    for name in shown:
        form[name].errors = [error.fields[name]]
    return bool(shown)


def _loaded(task_id: int) -> TaskPage:
    by, held = site.actor(), site.runtime()
    with held.looking() as session:
        return task_page(session, task_id, now=held.now(), installation=held.installation, by=by)


def _render(task: TaskPage, filled: dict[str, TaskForm], conflict: str | None = None) -> str:
    """Show a task; a form that was sent keeps what was typed, and knows the task as it stands now."""
    at = _standing(task)
    for form in filled.values():
        form.version.data, form.version.raw_data = task.version, None
    faulty = next(iter(filled.values()), None)
    return render_template(
        "tasks/task.html",
        task=task,
        draw=Drawer(task, filled, may_cancel=at.may_cancel),
        heard=task.heard,
        says=SAYS,
        faulty=faulty,
        conflict=conflict,
        typed=[form.note.data for form in filled.values() if "note" in form and form.note.data],
        opened=next(iter(filled), None),
        steps=steps(at),
        at=at,
    )


def _standing(task: TaskPage) -> Standing:
    by = site.actor()
    return Standing(
        status=Status(task.status),
        has_owner=task.owner_id is not None,
        is_mine=task.owner_id is not None and task.owner_id == by.officer_id,
        has_due=task.due_on is not None,
        asks_for_time=task.asked_on is not None,
        is_returned=task.has_returned,
        is_to_accept=task.is_to_accept,
        may_work=by.may(Permission.WORK_TASKS, task.post_id),
        is_desk=by.may(Permission.CHANGE_DUE, task.post_id),
        may_assign=by.may(Permission.ASSIGN, task.post_id),
        may_cancel=by.may(Permission.CANCEL, task.post_id),
        is_beside=task.has_beside(by.officer_id, ()),
    )


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
