"""Several late tasks at once: what is needed is asked, what will happen is shown, then it is done."""

from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import DateField, IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import Length, Optional

from tracker.domain.access import Permission
from tracker.errors import Invalid, NotFound
from tracker.services import bulk
from tracker.services.bulk import NEEDS, Act, Effect, Outlook, Wish
from tracker.services.edits import LONGEST_NOTE
from tracker.store.queries import pages
from tracker.texts import _, later, ngettext
from tracker.web import site
from tracker.web.choosing import choices
from tracker.web.review import WORKERS
from tracker.web.site import requires
from tracker.web.task_forms import OUTCOMES

TITLES = {
    Act.CHASE: later("Chase"),
    Act.EXTEND: later("Give more time"),
    Act.ASSIGN: later("Give to somebody"),
    Act.CLOSE: later("Close"),
}
DONE = {
    Act.CHASE: later("chased"),
    Act.EXTEND: later("extended"),
    Act.ASSIGN: later("given over"),
    Act.CLOSE: later("closed"),
}
MOST_NAMED = 3  # refused tasks that the message names

blueprint = Blueprint("bulk", __name__)


class BulkForm(FlaskForm):  # type: ignore[misc]
    """What an act on several tasks needs; each act uses its own fields."""

    owner_id = SelectField(later("New owner"), validate_choice=False)
    days = IntegerField(later("Working days more"), validators=[Optional()])
    until = DateField(later("Or the new due day"), validators=[Optional()])
    outcome = RadioField(
        later("What came of it"),
        choices=choices((o.value, w) for o, w in OUTCOMES.items()),
        validate_choice=False,
    )
    note = TextAreaField(later("A word to the people concerned"), validators=[Length(max=LONGEST_NOTE)])


FIELDS = {
    Act.CHASE: ("note",),
    Act.EXTEND: ("days", "until", "note"),
    Act.ASSIGN: ("owner_id",),
    Act.CLOSE: ("outcome", "note"),
}


@blueprint.post("/overdue/together")
@requires(Permission.ASSIGN, Permission.CHANGE_DUE, Permission.CANCEL)
def choose() -> Response | str | tuple[str, int]:
    """Chase one task at once, or show what an act on the chosen tasks needs and does, or do it."""
    single = request.form.get("chase", type=int)
    if single is not None:
        return _chase_one(single)
    act, ids = _act(), request.form.getlist("task", type=int)
    step = request.form.get("step")
    form = BulkForm() if step else BulkForm(formdata=None)
    form.owner_id.choices = choices(_officers(ids))
    if step is None and act is not Act.CHASE and ids:
        return _page(act, ids, form, None)
    try:
        return _go_on(act, ids, form, is_sure=step == "do")
    except Invalid as error:
        _show(form, error)
        return _page(act, ids, form, None, error.fields.get("task")), 422


def _go_on(act: Act, ids: list[int], form: BulkForm, *, is_sure: bool) -> Response | str:
    if request.form.get("step") and not form.validate():
        raise Invalid({name: str(found[0]) for name, found in form.errors.items() if name})
    wish = _wish(act, form)
    if not is_sure:
        with site.runtime().transaction() as session:
            found = bulk.outlook(session, ids, wish, **site.acting())
            return _page(act, ids, form, found)
    with site.runtime().transaction() as session:
        found = bulk.carry_out(session, ids, wish, **site.acting())
        flash(_told(act, found), "success" if found.effects else "warning")
    return redirect(site.own_path(request.form.get("back")), 303)


def _chase_one(task_id: int) -> Response | str:
    """Write the letter at once; where the task was chased today already, ask first."""
    wish = Wish(act=Act.CHASE)
    with site.runtime().transaction() as session:
        found = bulk.outlook(session, [task_id], wish, **site.acting())
        if not found.effects and not found.refused:
            raise NotFound
        if any(effect.warning for effect in found.effects):
            return _page(Act.CHASE, [task_id], BulkForm(formdata=None), found)
        done = bulk.carry_out(session, [task_id], wish, **site.acting())
        flash(_told(Act.CHASE, done), "success" if done.effects else "warning")
    return redirect(site.own_path(request.form.get("back")), 303)


def _act() -> Act:
    """Return the act asked for; there is no page of any other."""
    word = request.form.get("verb", "")
    if word not in list(Act) or not site.actor().may_somewhere(NEEDS[Act(word)]):
        raise NotFound
    return Act(word)


def _wish(act: Act, form: BulkForm) -> Wish:
    owner = form.owner_id.data
    return Wish(
        act=act,
        owner_id=int(owner) if act is Act.ASSIGN and owner and owner.isdigit() else None,
        days=form.days.data if act is Act.EXTEND else None,
        until=form.until.data if act is Act.EXTEND else None,
        outcome=form.outcome.data if act is Act.CLOSE else None,
        note=(form.note.data or "").strip() or None,
    )


def _officers(ids: list[int]) -> list[tuple[str, str]]:
    with site.runtime().looking() as session:
        names = pages.posts_of_tasks(session, ids, site.actor().posts_where(Permission.READ_TASKS))
        found = pages.officers_at(session, names, WORKERS) if names else []
    return [("", _("Nobody: back to the post")), *((str(key), name) for key, name in found)]


def _show(form: BulkForm, error: Invalid) -> None:
    for name, sentence in error.fields.items():
        if name in form:
            form[name].errors = [sentence]


def _told(act: Act, done: Outlook) -> str:
    """Return what was done, who gets a letter, and what could not be done and why."""
    letters = (
        ngettext(
            "%(num)s letter to %(names)s",
            "%(num)s letters to %(names)s",
            len(done.people),
            names=_names(done),
        )
        if done.people
        else _("nobody gets a letter")
    )
    count = len(done.effects)
    said = ngettext(
        "%(num)s task %(done)s; %(letters)s.",
        "%(num)s tasks %(done)s; %(letters)s.",
        count,
        done=DONE[act],
        letters=letters,
    )
    if not done.refused:
        return said
    named = "; ".join(f"{task.title}: {why}" for task, why in done.refused[:MOST_NAMED])
    return f"{said} {_('Not done (%(number)s): %(named)s.', number=len(done.refused), named=named)}"


def _names(done: Outlook) -> str:
    names = [person.name for person in done.people]
    more = len(names) - MOST_NAMED
    first = ", ".join(names[:MOST_NAMED])
    return _("%(names)s and %(number)s more", names=first, number=more) if more > 0 else first


def _page(act: Act, ids: list[int], form: BulkForm, found: Outlook | None, fault: str | None = None) -> str:
    return render_template(
        "boards/bulk.html",
        act=act,
        title=TITLES[act],
        outcome=DONE[act],
        ids=ids,
        form=form,
        fields=FIELDS[act],
        found=found,
        rows=_rows(found) if found else [],
        fault=fault,
        back=site.own_path(request.form.get("back")),
    )


def _rows(found: Outlook) -> list[dict[str, Any]]:
    return [_row(effect) for effect in found.effects]


def _row(effect: Effect) -> dict[str, Any]:
    return {
        "id": effect.task.id,
        "title": effect.task.title,
        "post": effect.task.post.name,
        "words": effect.words,
        "warning": effect.warning,
        "told": ", ".join(change.person.name for change in effect.told) or "nobody",
    }


def install(app: Flask) -> None:
    """Add the page."""
    app.register_blueprint(blueprint)
