"""Admin: the tree of bureaus, offices and posts. Moving a part moves what its people see."""

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired

from tracker.domain.access import Permission
from tracker.domain.tree import KINDS
from tracker.errors import Invalid, TrackerError
from tracker.services import tree
from tracker.store.queries import people
from tracker.store.queries import tree as queries
from tracker.texts import _, later
from tracker.web import site
from tracker.web.choosing import choices
from tracker.web.site import requires

blueprint = Blueprint("units", __name__)


class MoveForm(FlaskForm):  # type: ignore[misc]
    """What is moved, and below what."""

    what = StringField(later("Post or unit"), validators=[InputRequired(later("Write a post or a unit."))])
    below = StringField(later("Below which unit"))


class UnitForm(FlaskForm):  # type: ignore[misc]
    """A unit to be added."""

    code = StringField(later("Code"), validators=[InputRequired(later("Write a code such as WHA/EPSC."))])
    name = StringField(later("Name"), validators=[InputRequired(later("Write the unit's name."))])
    kind = SelectField(later("Kind"), choices=choices((kind.value, words) for kind, words in KINDS.items()))
    above = StringField(later("Below which unit"))


@blueprint.get("/admin/tree")
@requires(Permission.ADMINISTER)
def page() -> str:
    """Show the tree."""
    return _render(MoveForm(formdata=None), UnitForm(formdata=None))


@blueprint.post("/admin/tree/move")
@requires(Permission.ADMINISTER)
def move() -> Response | tuple[str, int]:
    """Move a post, or a unit with all below it."""
    form = MoveForm()
    if not form.validate_on_submit():
        return _render(form, UnitForm(formdata=None)), 422
    what, below = (form.what.data or "").strip(), (form.below.data or "").strip()
    try:
        moved = _moved(what, below)
    except TrackerError as error:
        fault = form.below if isinstance(error, Invalid) else form.what
        fault.errors = [error.sentence]
        return _render(form, UnitForm(formdata=None)), 422
    flash(_now_stands(moved, below.upper()), "success")
    return redirect(url_for("units.page"), 303)


def _now_stands(unit: str, above: str) -> str:
    if not above:
        return _("%(unit)s now stands at the top.", unit=unit)
    return _("%(unit)s now stands below %(above)s.", unit=unit, above=above)


def _moved(what: str, below: str) -> str:
    by, book = site.actor(), site.runtime().installation.book
    with site.runtime().transaction() as session:
        if queries.is_unit(session, what):
            return tree.move_unit(session, what, below=below or None, by=by).code
        return tree.move_post(session, what, below=below, by=by, book=book).name


@blueprint.post("/admin/tree/add")
@requires(Permission.ADMINISTER)
def add() -> Response | tuple[str, int]:
    """Add a unit."""
    form = UnitForm()
    if not form.validate_on_submit():
        return _render(MoveForm(formdata=None), form), 422
    try:
        with site.runtime().transaction() as session:
            unit = tree.add_unit(
                session,
                form.code.data or "",
                form.name.data or "",
                form.kind.data or "",
                below=(form.above.data or "").strip() or None,
                by=site.actor(),
            )
    except Invalid as error:
        for name, sentence in error.fields.items():
            form["above" if name == "unit" else name].errors = [sentence]
        return _render(MoveForm(formdata=None), form), 422
    flash(_("%(name)s was added.", name=unit.code), "success")
    return redirect(url_for("units.page"), 303)


def _render(moving: MoveForm, adding: UnitForm) -> str:
    with site.runtime().looking() as session:
        return render_template(
            "admin/tree.html",
            moving=moving,
            adding=adding,
            branches=queries.branches(session),
            loose=queries.without_unit(session),
            places=people.places(session),
        )


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
