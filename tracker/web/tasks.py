"""Tasks: the list, one task with all that is known of it, and what may be done to it."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.errors import Invalid, NotFound
from tracker.services import tasks
from tracker.services.installation import Acting
from tracker.store.queries import pages
from tracker.web import site
from tracker.web.choosing import choices
from tracker.web.site import requires
from tracker.web.task_forms import FORMS, AssignForm, DoneForm, DueForm, FilterForm, TaskForm, Words
from tracker.web.task_page import TaskLine, TaskPage, lines, task_page

PAGE = 50
Verb = Callable[[Session, int, Any, dict[str, Any]], Any]

blueprint = Blueprint("tasks", __name__)


def _done(session: Session, task_id: int, form: DoneForm, act: dict[str, Any]) -> None:
    tasks.complete(session, task_id, outcome=form.outcome.data or "", note=form.note.data, **act)


def _due(session: Session, task_id: int, form: DueForm, act: dict[str, Any]) -> None:
    day = None if form.is_undated.data else form.due_on.data
    if day is None and not form.is_undated.data:
        raise Invalid({"due_on": "Choose the new day, or tick that there is none."})
    wanted = Due(on=day, time=form.due_time.data, zone=form.due_zone.data) if day else Due(on=None)
    tasks.change_due(session, task_id, due=wanted, note=form.note.data, **act)


def _assign(session: Session, task_id: int, form: AssignForm, act: dict[str, Any]) -> None:
    owner = int(form.owner_id.data) if form.owner_id.data else None
    tasks.assign(session, task_id, owner_id=owner, **act)


def _plain(verb: Callable[..., Any]) -> Verb:
    return lambda session, task_id, _form, act: verb(session, task_id, **act)


def _with_note(verb: Callable[..., Any]) -> Verb:
    return lambda session, task_id, form, act: verb(session, task_id, note=form.note.data, **act)


VERBS: dict[str, tuple[Verb, str]] = {
    "take": (_plain(tasks.take), "The task is yours."),
    "accept": (_plain(tasks.accept), "The post has it in hand."),
    "start": (_plain(tasks.start), "Work on it goes on."),
    "wait": (_with_note(tasks.wait), "It waits. Reminders rest until the due day, or until work goes on."),
    "done": (_done, "Done. Its reminders have stopped."),
    "decline": (_with_note(tasks.decline), "Declined. Its reminders have stopped."),
    "cancel": (_with_note(tasks.cancel), "Cancelled. Nobody owes it any more."),
    "reopen": (_with_note(tasks.reopen), "The task is open again."),
    "note": (_with_note(tasks.add_note), "The note is in the history."),
    "assign": (_assign, "The owner was changed."),
    "due": (_due, "The due was changed. Reminders follow the new one."),
}


@blueprint.get("/tasks")
@requires(Permission.READ_TASKS)
def listed() -> str:
    """Show the tasks that the reader may see, nearest due first, fifty a page."""
    chosen = FilterForm(request.args)
    by, held = site.actor(), site.runtime()
    wanted = pages.Wanted(
        state=chosen.state.data or "open",
        post=(chosen.post.data or "").strip(),
        only_posts=by.posts_where(Permission.READ_TASKS),
        after=(max(1, request.args.get("page", 1, type=int)) - 1) * PAGE,
    )
    with held.reading() as session:
        rows = pages.task_lines(session, wanted, now=held.now(), book=held.installation.book, limit=PAGE + 1)
    shown: list[TaskLine] = lines(rows[:PAGE])
    return render_template(
        "tasks/list.html",
        form=chosen,
        tasks=shown,
        page=wanted.after // PAGE + 1,
        is_more=len(rows) > PAGE,
        designators=[post.designator for post in held.installation.book],
    )


@blueprint.get("/tasks/<int:task_id>")
@requires(Permission.READ_TASKS)
def page(task_id: int) -> str:
    """Show one task."""
    return _render(_loaded(task_id), {})


@blueprint.post(f"/tasks/<int:task_id>/<any({', '.join(VERBS)}):verb>")
@requires(Permission.WORK_TASKS)
def act(task_id: int, verb: str) -> Response | tuple[str, int]:
    """Do one thing to a task; what cannot be used is said at its field."""
    form = _form(verb)
    do, told = VERBS[verb]
    acting: Acting = site.acting()
    try:
        _check(form)
        with site.runtime().transaction() as session:
            do(session, task_id, form, {**acting, "version": form.version.data})
    except Invalid as error:
        _show(form, error)
        return _render(_loaded(task_id), {verb: form}), 422
    flash(told, "success")
    return redirect(_back(task_id), 303)


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
    form = FORMS.get(verb, Words)(prefix=f"{verb}-")
    if isinstance(form, AssignForm):
        form.owner_id.validate_choice = False  # the service says who may own it
    return form


def _show(form: TaskForm, error: Invalid) -> None:
    for name, sentence in error.fields.items():
        form[name].errors = [sentence]


def _loaded(task_id: int) -> TaskPage:
    by, held = site.actor(), site.runtime()
    with held.reading() as session:
        found = task_page(session, task_id, now=held.now(), installation=held.installation)
        if not by.may(Permission.READ_TASKS, found.post_id):
            raise NotFound(f"There is no task {task_id}, or it is not yours to see.")
        return found


def _render(task: TaskPage, filled: dict[str, TaskForm]) -> str:
    by = site.actor()
    forms = {verb: filled.get(verb) or _fresh(verb, task) for verb in VERBS}
    faulty = next(iter(filled.values()), None)
    assign = forms["assign"]
    assert isinstance(assign, AssignForm)
    assign.owner_id.choices = choices([("", "Nobody"), *((str(key), name) for key, name in task.officers)])
    return render_template(
        "tasks/task.html",
        task=task,
        forms=forms,
        faulty=faulty,
        opened=next(iter(filled), None),
        may={p.name.lower(): by.may(p, task.post_id) for p in Permission},
        is_mine=task.owner_id is not None and task.owner_id == by.officer_id,
    )


def _fresh(verb: str, task: TaskPage) -> FlaskForm:
    said: dict[str, Any] = {"version": task.version}
    if verb == "due":
        said |= {"due_on": task.due_on, "due_time": task.due_time or "COB", "due_zone": "post"}
    if verb == "assign":
        said |= {"owner_id": str(task.owner_id or "")}
    return FORMS.get(verb, Words)(formdata=None, prefix=f"{verb}-", data=said)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
