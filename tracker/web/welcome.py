"""Coming in by a link from a letter: choosing a password, and asking for such a letter.

Opening a link changes nothing, since mail systems open links too; only sending the form does.
"""

from flask import Blueprint, Flask, flash, make_response, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired

from tracker.errors import Invalid
from tracker.services import password_links
from tracker.services.installation import Acting, Actor
from tracker.services.signing_in import NOBODY
from tracker.texts import later
from tracker.web import site
from tracker.web.site import open_to_everybody

SET = later("Your password is set. Sign in with it.")
ON_ITS_WAY = later(
    "If there is an officer of that name, a letter is on its way. Its link works for one hour."
)

blueprint = Blueprint("welcome", __name__)


class NewPasswordForm(FlaskForm):  # type: ignore[misc]
    """A new password, written twice."""

    password = PasswordField(
        later("New password"), validators=[InputRequired(later("Write the new password."))]
    )
    again = PasswordField(
        later("The same again"),
        validators=[EqualTo("password", later("The two passwords are not the same."))],
    )


class ForgottenForm(FlaskForm):  # type: ignore[misc]
    """Whose password was forgotten."""

    login = StringField(later("Sign-in name"), validators=[InputRequired(later("Write your sign-in name."))])


@blueprint.get("/welcome/<token>")
@open_to_everybody
def form(token: str) -> Response:
    """Show the form of a link that still lets somebody in."""
    return _page(token, NewPasswordForm())


@blueprint.post("/welcome/<token>")
@open_to_everybody
def choose(token: str) -> Response:
    """Set the password and lead on to signing in."""
    filled = NewPasswordForm()
    if not filled.validate_on_submit():
        return _page(token, filled, 422)
    try:
        with site.runtime().transaction() as session:
            password_links.choose(session, token, filled.password.data or "", source=site.source())
    except Invalid as error:
        filled.password.errors = [*error.fields.values()]
        return _page(token, filled, 422)
    flash(str(SET), "success")
    return redirect(url_for("signin.form"), 303)


@blueprint.get("/forgotten")
@open_to_everybody
def forgotten() -> str:
    """Ask whose password was forgotten."""
    return render_template("signin/forgotten.html", form=ForgottenForm())


@blueprint.post("/forgotten")
@open_to_everybody
def ask() -> Response | tuple[str, int]:
    """Write a letter to that officer, and say the same whether there is one or not."""
    filled, held = ForgottenForm(), site.runtime()
    if not filled.validate_on_submit():
        return render_template("signin/forgotten.html", form=filled), 422
    nobody = Actor(name=NOBODY, way=site.WAY, source=site.source())
    act = Acting(by=nobody, now=held.now(), installation=held.installation)
    with held.transaction() as session:
        password_links.ask(session, filled.login.data or "", source=site.source(), **act)
    flash(str(ON_ITS_WAY), "info")
    return redirect(url_for("signin.form"), 303)


def _page(token: str, filled: NewPasswordForm, status: int = 200) -> Response:
    with site.runtime().reading() as session:
        officer = password_links.officer_of(session, token)
        page = render_template("signin/welcome.html", form=filled, name=officer.name, login=officer.login)
    return make_response(page, status)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
