"""Admin: people, what each may do where, and letting them in or out."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import InputRequired

from tracker.domain import access
from tracker.domain.access import IN_WORDS, Permission, Role
from tracker.domain.workdays import WASHINGTON
from tracker.errors import Conflict, Invalid
from tracker.services import accounts, password_links, sessions
from tracker.services.accounts import NewOfficer
from tracker.store.queries import people
from tracker.texts import _, later
from tracker.web import site
from tracker.web.choosing import choices
from tracker.web.signin import renew_token
from tracker.web.site import requires

PAGE = 50
ROLES = [
    (role.value, later("%(role)s: %(what)s", role=access.ROLES[role], what=IN_WORDS[role])) for role in Role
]

LINK_SENT = later("A letter with a link is on its way. It works once, for three days.")

blueprint = Blueprint("people", __name__)


class FindForm(FlaskForm):  # type: ignore[misc]
    """Whom the list shows. It changes nothing, so it carries no token."""

    class Meta:
        """No token in an address."""

        csrf = False

    words = StringField(later("Name, sign-in name or mail address"))


class PersonForm(FlaskForm):  # type: ignore[misc]
    """A person to be added."""

    name = StringField(later("Name"), validators=[InputRequired(later("Write the person's name."))])
    login = StringField(later("Sign-in name"), validators=[InputRequired(later("Write a sign-in name."))])
    email = StringField(later("Mail address"), validators=[InputRequired(later("Write a mail address."))])
    zone = StringField(later("Clock"), default=WASHINGTON.zone)
    role = SelectField(later("Role"), choices=choices([("", later("none yet")), *ROLES]))
    at = StringField(later("Where"))
    is_invited = BooleanField(later("Send a letter with a link to choose a password"), default=True)


class DetailsForm(FlaskForm):  # type: ignore[misc]
    """A person's name, address and clock."""

    name = StringField(later("Name"), validators=[InputRequired(later("Write the person's name."))])
    email = StringField(later("Mail address"), validators=[InputRequired(later("Write a mail address."))])
    zone = StringField(
        later("Clock"), validators=[InputRequired(later("Write a clock such as America/Lima."))]
    )


class RoleForm(FlaskForm):  # type: ignore[misc]
    """A role to be given."""

    role = SelectField(later("Role"), choices=choices(ROLES))
    at = StringField(later("Where"))


@blueprint.get("/admin")
@requires(Permission.ADMINISTER)
def listed() -> str:
    """Show the people, by name."""
    found = FindForm(request.args)
    page = max(1, request.args.get("page", 1, type=int))
    with site.runtime().looking() as session:
        words = (found.words.data or "").strip()
        rows = people.people(session, words, after=(page - 1) * PAGE, limit=PAGE + 1)
    return render_template(
        "admin/people.html", form=found, people=rows[:PAGE], page=page, is_more=len(rows) > PAGE
    )


@blueprint.get("/admin/people/new")
@requires(Permission.ADMINISTER)
def new() -> str:
    """Ask for a person to be added."""
    return _new_page(PersonForm(formdata=None))


@blueprint.post("/admin/people/new")
@requires(Permission.ADMINISTER)
def add() -> Response | tuple[str, int]:
    """Add a person with a first role, and write how to come in."""
    filled = PersonForm()
    if not filled.validate_on_submit():
        return _new_page(filled), 422
    try:
        with site.runtime().transaction() as session:
            officer_id = _added(session, filled)
    except Invalid as error:
        _show(filled, error)
        return _new_page(filled), 422
    except Conflict as error:
        filled.login.errors = [error.sentence]
        return _new_page(filled), 422
    told = _("%(name)s was added.", name=filled.name.data)
    flash(f"{told} {LINK_SENT}" if filled.is_invited.data else told, "success")
    return redirect(url_for("people.page", officer_id=officer_id), 303)


def _added(session: Session, filled: PersonForm) -> int:
    act = site.acting()
    new = NewOfficer(
        login=filled.login.data or "",
        name=filled.name.data or "",
        email=filled.email.data or "",
        zone=filled.zone.data or "",
    )
    officer = accounts.create_officer(session, new, by=act["by"])
    if filled.role.data:
        _grant(session, officer.id, filled)
    if filled.is_invited.data:
        password_links.invite(session, officer.id, **act)
    return officer.id


def _grant(session: Session, officer_id: int, form: Any) -> None:
    book, at = site.runtime().installation.book, (form.at.data or "").strip()
    accounts.grant(session, officer_id, form.role.data, by=site.actor(), post=at or None, book=book)


@blueprint.get("/admin/people/<int:officer_id>")
@requires(Permission.ADMINISTER)
def page(officer_id: int) -> str:
    """Show a person, the roles, and what may be done."""
    return _person_page(officer_id, RoleForm(formdata=None))


@blueprint.get("/admin/people/<int:officer_id>/details")
@requires(Permission.ADMINISTER)
def details(officer_id: int) -> str:
    """Show a person's details for change."""
    with site.runtime().looking() as session:
        known = people.person(session, officer_id)
    given = {"name": known.name, "email": known.email, "zone": known.zone}
    return _details_page(officer_id, DetailsForm(formdata=None, data=given))


@blueprint.post("/admin/people/<int:officer_id>/details")
@requires(Permission.ADMINISTER)
def change(officer_id: int) -> Response | tuple[str, int]:
    """Change a person's details."""
    form = DetailsForm()
    if not form.validate_on_submit():
        return _details_page(officer_id, form), 422
    words = {name: form[name].data or "" for name in ("name", "email", "zone")}
    try:
        with site.runtime().transaction() as session:
            accounts.change_officer(session, officer_id, **words, by=site.actor())
    except Invalid as error:
        _show(form, error)
        return _details_page(officer_id, form), 422
    return _done(officer_id, _("The details were changed."))


@blueprint.post("/admin/people/<int:officer_id>/grant")
@requires(Permission.ADMINISTER)
def grant(officer_id: int) -> Response | tuple[str, int]:
    """Give a role at a post, at a unit or everywhere; the person signs in anew with it."""
    form = RoleForm()
    try:
        with site.runtime().transaction() as session:
            _grant(session, officer_id, form)
    except Invalid as error:
        _show(form, error)
        return _person_page(officer_id, form), 422
    return _done(officer_id, _("The role was given. It counts from the next sign-in on."))


def _revoke(session: Session, officer_id: int) -> str:
    accounts.revoke(session, request.form.get("grant", -1, type=int), by=site.actor())
    return _("The role was taken away.")


def _invite(session: Session, officer_id: int) -> str:
    password_links.invite(session, officer_id, **site.acting())
    return str(LINK_SENT)


def _off(session: Session, officer_id: int) -> str:
    accounts.set_active(session, officer_id, is_active=False, by=site.actor())
    return _("This person can sign in no more, and every session has ended.")


def _on(session: Session, officer_id: int) -> str:
    accounts.set_active(session, officer_id, is_active=True, by=site.actor())
    return _("This person can sign in again.")


def _end(session: Session, officer_id: int) -> str:
    sessions.end_all(session, officer_id, by=site.actor())
    return _("Every session has ended.")


VERBS: dict[str, Callable[[Session, int], str]] = {
    "revoke": _revoke,
    "invite": _invite,
    "off": _off,
    "on": _on,
    "end-sessions": _end,
}


@blueprint.post(f"/admin/people/<int:officer_id>/<any({', '.join(map(repr, VERBS))}):verb>")
@requires(Permission.ADMINISTER)
def act(officer_id: int, verb: str) -> Response:
    """Do one thing to a person."""
    try:
        with site.runtime().transaction() as session:
            said = VERBS[verb](session, officer_id)
    except Invalid as error:
        flash(error.sentence, "error")
        return redirect(url_for("people.page", officer_id=officer_id), 303)
    return _done(officer_id, said)


def _done(officer_id: int, said: str) -> Response:
    if officer_id == site.actor().officer_id:
        renew_token()  # one's own rights may have changed
    flash(str(said), "success")
    return redirect(url_for("people.page", officer_id=officer_id), 303)


def _show(form: FlaskForm, error: Invalid) -> None:
    names = {"post": "at", "password": "login"}
    for name, sentence in error.fields.items():
        form[names.get(name, name)].errors = [sentence]


def _details_page(officer_id: int, form: DetailsForm) -> str:
    return render_template("admin/details.html", form=form, officer_id=officer_id)


def _new_page(form: PersonForm) -> str:
    with site.runtime().looking() as session:
        return render_template("admin/new_person.html", form=form, places=people.places(session))


def _person_page(officer_id: int, form: RoleForm) -> str:
    held = site.runtime()
    with held.looking() as session:
        return render_template(
            "admin/person.html",
            form=form,
            person=people.person(session, officer_id),
            sessions=sessions.listed(session, officer_id, held.settings),
            places=people.places(session),
            is_self=officer_id == site.actor().officer_id,
        )


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
