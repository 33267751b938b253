"""One key for what a later cable says of a task; and the replies by mail that wait for a person."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from tracker.domain.access import Permission
from tracker.domain.lifecycle import state_words
from tracker.errors import Invalid, NotFound
from tracker.services import answers, closings
from tracker.store.queries import closings as queries
from tracker.store.tasks import Task
from tracker.texts import _, later, ngettext
from tracker.web import site
from tracker.web.closing_page import SAYS
from tracker.web.site import requires

blueprint = Blueprint("closings", __name__)


@blueprint.post("/cables/<int:cable_id>/answers/<int:answer_id>/close")
@requires(Permission.WORK_TASKS, Permission.CANCEL)
def close(cable_id: int, answer_id: int) -> Response:
    """Do to the task what the sentence proposes."""
    return _done(cable_id, answer_id, closings.accept, later("Task %(id)s is now %(state)s."))


@blueprint.post("/cables/<int:cable_id>/answers/<int:answer_id>/leave")
@requires(Permission.WORK_TASKS, Permission.CANCEL)
def leave(cable_id: int, answer_id: int) -> Response:
    """Leave the proposal out."""
    return _done(cable_id, answer_id, closings.leave_out, later("Task %(id)s stays %(state)s."))


@blueprint.post("/cables/<int:cable_id>/answers/<int:answer_id>/back")
@requires(Permission.WORK_TASKS, Permission.CANCEL)
def back(cable_id: int, answer_id: int) -> Response:
    """Put a proposal that was left out before a person again."""
    return _done(cable_id, answer_id, closings.put_back, later("It awaits a decision again."))


@blueprint.post("/cables/<int:cable_id>/taken-back")
@requires(Permission.CANCEL)
def take_back(cable_id: int) -> Response:
    """Cancel every task that the cable takes back."""
    with site.runtime().transaction() as session:
        count = len(closings.take_back(session, cable_id, **site.acting()))
    flash(ngettext("Cancelled: %(num)s task.", "Cancelled: %(num)s tasks.", count), "success")
    return redirect(url_for("review.page", cable_id=cable_id, _anchor="answers"), 303)


@blueprint.get("/answers")
@requires(Permission.WORK_TASKS)
def waiting() -> str:
    """Show what later cables and mails say of tasks and nobody has looked at."""
    with site.runtime().reading() as session:
        by = site.actor()
        found = queries.waiting(
            session, by.posts_where(Permission.WORK_TASKS), by.posts_where(Permission.CANCEL)
        )
    return render_template("boards/answers.html", heard=found, says=SAYS)


@blueprint.post("/replies/<int:message_id>/read")
@requires(Permission.WORK_TASKS, Permission.SEE_MAIL)
def tick_off(message_id: int) -> Response:
    """Tick a mail off: it has been read."""
    with site.runtime().transaction() as session:
        answers.tick_off(session, message_id, **site.acting())
    flash(_("Ticked off."), "success")
    return redirect(site.own_path(request.form.get("back")), 303)


@blueprint.post("/replies/<int:message_id>/attach")
@requires(Permission.SEE_MAIL)
def attach(message_id: int) -> Response:
    """Put a mail that stands on no task on one."""
    number = request.form.get("task_id", type=int)
    try:
        with site.runtime().transaction() as session:
            answers.attach(session, message_id, task_id=number, **site.acting())
    except (Invalid, NotFound) as error:
        flash(error.sentence, "error")
        return redirect(url_for("mail.state"), 303)
    flash(_("The mail stands on task %(number)s.", number=number), "success")
    return redirect(url_for("mail.state"), 303)


def _done(cable_id: int, answer_id: int, verb: Callable[..., Task], told: str) -> Response:
    act: Any = site.acting()
    with site.runtime().transaction() as session:
        task = verb(session, answer_id, **act)
        state = state_words(task.status, task.outcome, task.waits_for)
        flash(str(told) % {"id": task.id, "state": state}, "success")
        here = url_for("review.page", cable_id=cable_id, _anchor="answers")
        there = url_for("tasks.page", task_id=task.id)
    return redirect(there if request.form.get("back") == "task" else here, 303)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
