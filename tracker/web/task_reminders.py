"""The reminders of one task: put off, a promised day, an interim day, and when they go at all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, DateField, HiddenField, IntegerField, SelectField, StringField
from wtforms.validators import Length, Optional

from tracker.domain.access import Permission
from tracker.domain.due import Clash, Due
from tracker.domain.recurring import EVERY
from tracker.errors import Invalid, NotFound
from tracker.services import deadlines, interims, own_policies, promises, series, snoozes
from tracker.services.edits import LONGEST_NOTE
from tracker.texts import _, later
from tracker.web import site
from tracker.web.choosing import choices
from tracker.web.review import HOURS
from tracker.web.site import requires
from tracker.web.task_forms import TaskForm
from tracker.web.task_page import TaskPage, task_page

blueprint = Blueprint("task_reminders", __name__)


class SnoozeForm(TaskForm):
    """The day to which reminders are put off."""

    until = DateField(later("Until"), validators=[Optional()])
    choice = HiddenField()
    clash: Clash | None = None


class PromiseForm(TaskForm):
    """The day by which an answer is promised."""

    on = DateField(later("Promised for"), validators=[Optional()])
    note = StringField(later("In a few words"), validators=[Length(max=LONGEST_NOTE)])
    choice = HiddenField()
    clash: Clash | None = None


class InterimForm(TaskForm):
    """The interim day, and what is due then."""

    what = StringField(later("What is due then"), validators=[Length(max=interims.LONGEST_WHAT)])
    due_on = DateField(later("Day"), validators=[Optional()])
    due_time = SelectField(later("Hour"), choices=choices(HOURS), validate_choice=False)
    choice = HiddenField()  # what was pressed where the day is not a working day: a day, or "keep"
    clash: Clash | None = None


class PolicyForm(TaskForm):
    """When the task's reminders go."""

    before = StringField(later("Working days before the due day"))
    on_due_day = BooleanField(later("On the due day too"))
    after = IntegerField(later("First, this many working days late"), validators=[Optional()])
    after_every = IntegerField(later("Then every so many working days"), validators=[Optional()])
    after_at_most = IntegerField(later("No more than so many late letters"), validators=[Optional()])


class RepeatForm(TaskForm):
    """How often it comes back, and until when."""

    every = SelectField(
        later("How often"),
        choices=choices((str(n), words) for n, words in EVERY.items()),
        validate_choice=False,
    )
    until = DateField(later("Until"), validators=[Optional()])


def _repeat(session: Session, task_id: int, form: Any, act: dict[str, Any]) -> None:
    every = int(form.every.data) if (form.every.data or "").isdecimal() else 0
    series.repeat(session, task_id, every_months=every, until=form.until.data, **act)


def _snooze(session: Session, task_id: int, form: Any, act: dict[str, Any]) -> None:
    chosen = _chosen(session, task_id, Due(on=form.until.data), (form, "until"), act)
    snoozes.snooze(session, task_id, until=chosen.due.on, said=chosen.said, **act)


def _promise(session: Session, task_id: int, form: Any, act: dict[str, Any]) -> None:
    chosen = _chosen(session, task_id, Due(on=form.on.data), (form, "on"), act)
    promises.promise(session, task_id, on=chosen.due.on, note=form.note.data, said=chosen.said, **act)


def _interim(session: Session, task_id: int, form: Any, act: dict[str, Any]) -> None:
    due = Due(on=form.due_on.data, time=form.due_time.data)
    chosen = _chosen(session, task_id, due, (form, "due_on"), act)
    what = form.what.data or None
    interims.set_interim(session, task_id, due=chosen.due, what=what, note=chosen.said, **act)


def _chosen(
    session: Session, task_id: int, wanted: Due, asked: tuple[Any, str], act: dict[str, Any]
) -> deadlines.Chosen:
    """Return the day wanted; raise Invalid at its field, with the working days to choose from, where it is none."""
    form, field = asked
    clash = deadlines.clash_of(session, task_id, wanted, act["installation"].book)
    if clash is not None and not form.choice.data:
        form.clash = clash
        raise Invalid({field: clash.words})
    return deadlines.chosen(wanted, clash, form.choice.data or "")


def _policy(session: Session, task_id: int, form: Any, act: dict[str, Any]) -> None:
    values = {name: form[name].data for name in own_policies.KEYS if name != "before"}
    values = {name: value for name, value in values.items() if value is not None}
    own_policies.set_policy(
        session, task_id, values=values | {"before": _days(form.before.data or "")}, **act
    )


def _days(words: str) -> list[int]:
    try:
        return [int(word) for word in words.replace(",", " ").split()]
    except ValueError:
        raise Invalid({"before": _("Write days with commas between them, such as 5, 1.")}) from None


def _plain(verb: Callable[..., Any]) -> Callable[..., Any]:
    return lambda session, task_id, _form, act: verb(session, task_id, **act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One act, and what is said after it."""

    do: Callable[[Session, int, Any, dict[str, Any]], Any]
    told: str
    form: type[TaskForm] = TaskForm


VERBS = {
    "snooze": Verb(do=_snooze, told=later("Put off. The due day stays as it is."), form=SnoozeForm),
    "wake": Verb(do=_plain(snoozes.wake), told=later("Reminders go again.")),
    "promise": Verb(
        do=_promise, told=later("Noted. Nobody is chased before that day has passed."), form=PromiseForm
    ),
    "take_back": Verb(do=_plain(promises.take_back), told=later("No day is promised any more.")),
    "interim": Verb(do=_interim, told=later("Set. It reminds beside the due day."), form=InterimForm),
    "met": Verb(
        do=_plain(interims.meet), told=later("Noted. The reminders of the interim day have stopped.")
    ),
    "drop": Verb(do=_plain(interims.drop), told=later("There is no interim day any more.")),
    "repeat": Verb(do=_repeat, told=later("Kept. Finishing it opens the next."), form=RepeatForm),
    "stop": Verb(do=_plain(series.stop), told=later("It does not come back after this one.")),
    "policy": Verb(do=_policy, told=later("The reminders were changed."), form=PolicyForm),
}


@blueprint.get("/tasks/<int:task_id>/reminders")
@requires(Permission.READ_TASKS)
def page(task_id: int) -> str:
    """Show what is planned for a task, and what may be said of it."""
    return _render(_loaded(task_id), {})


@blueprint.post("/tasks/<int:task_id>/reminders")
@requires(Permission.WORK_TASKS)
def act(task_id: int) -> Response | tuple[str, int]:
    """Say one thing of a task's reminders."""
    name = request.form.get("verb", "")
    if name not in VERBS:
        raise NotFound
    verb = VERBS[name]
    form = verb.form(prefix=f"{name}-")
    try:
        _check(form)
        with site.runtime().transaction() as session:
            verb.do(session, task_id, form, {**site.acting(), "version": form.version.data})
    except Invalid as error:
        for key, sentence in error.fields.items():
            form[key].errors = [sentence]
        return _render(_loaded(task_id), {name: form}), 422
    flash(str(verb.told), "success")
    return redirect(url_for("task_reminders.page", task_id=task_id), 303)


def _check(form: TaskForm) -> None:
    if not form.validate():
        raise Invalid({key: str(found[0]) for key, found in form.errors.items() if key})


def _loaded(task_id: int) -> TaskPage:
    by, held = site.actor(), site.runtime()
    with held.looking() as session:
        return task_page(session, task_id, now=held.now(), installation=held.installation, by=by)


def _render(task: TaskPage, filled: dict[str, TaskForm]) -> str:
    by, held = site.actor(), site.runtime()
    with held.looking() as session:
        occurrences = series.tasks_of(session, task.series_id)
    return render_template(
        "tasks/reminders.html",
        task=task,
        forms={name: filled.get(name) or _fresh(name, task) for name in VERBS},
        faulty=next(iter(filled.values()), None),
        opened=next(iter(filled), None),
        occurrences=occurrences,
        may_work=by.may(Permission.WORK_TASKS, task.post_id) and not task.is_closed,
        may_set=by.may(Permission.CHANGE_DUE, task.post_id) and not task.is_closed,
    )


def _fresh(name: str, task: TaskPage) -> TaskForm:
    said: dict[str, Any] = {"version": task.version}
    policy = task.patience.policy
    if name == "policy":
        said |= {key: getattr(policy, key) for key in own_policies.KEYS}
        said["before"] = ", ".join(str(days) for days in policy.before)
    if name == "interim":
        said |= {"what": interims.USUAL, "due_time": "COB"}
    return VERBS[name].form(formdata=None, prefix=f"{name}-", data=said)


def install(app: Flask) -> None:
    """Add the page."""
    app.register_blueprint(blueprint)
