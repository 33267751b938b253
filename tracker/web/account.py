"""Your account: who you are here, your password, and where you are signed in."""

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response
from wtforms import PasswordField
from wtforms.validators import InputRequired

from tracker.errors import Invalid
from tracker.services import sessions, signing_in
from tracker.store.queries import people
from tracker.texts import _, later, ngettext
from tracker.web import site
from tracker.web.site import requires
from tracker.web.welcome import NewPasswordForm

WRONG = later("This is not your password.")

BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"), ("Android", "Android"),
    ("Linux", "Linux"),
)  # fmt: skip

blueprint = Blueprint("account", __name__)


class OwnPasswordForm(NewPasswordForm):
    """The old password and a new one."""

    old = PasswordField(
        later("Your present password"), validators=[InputRequired(later("Write your present password."))]
    )


@blueprint.get("/account")
@requires()
def page() -> str:
    """Show the officer's own account."""
    return _render(OwnPasswordForm(formdata=None))


@blueprint.post("/account/password")
@requires()
def password() -> Response | tuple[str, int]:
    """Change the password; every other session of the officer ends."""
    filled, by = OwnPasswordForm(), site.actor()
    if not filled.validate_on_submit():
        return _render(filled), 422
    try:
        with site.runtime().transaction() as session:  # a wrong one is counted, so it is kept as well
            is_right = signing_in.change_password(
                session, current_user.id, filled.old.data or "", filled.password.data or "", by=by
            )
    except Invalid as error:
        filled.password.errors = [*error.fields.values()]
        return _render(filled), 422
    if not is_right:
        filled.old.errors = [WRONG]
        return _render(filled), 422
    flash(_("Your password was changed. Your other sessions have ended."), "success")
    return redirect(url_for("account.page"), 303)


@blueprint.post("/account/sessions")
@requires()
def end_sessions() -> Response:
    """End one of the officer's sessions, or all but this one."""
    by, chosen = site.actor(), request.form.get("session", type=int)
    with site.runtime().transaction() as session:
        if chosen is None:
            count = sessions.end_all(session, current_user.id, by=by)
            told = ngettext(
                "%(num)s session ended. You are signed in only here.",
                "%(num)s sessions ended. You are signed in only here.",
                count,
            )
            flash(told, "success")
        else:
            sessions.end(session, chosen, by=by)
            flash(_("That session has ended."), "success")
    return redirect(url_for("account.page"), 303)


def browser_of(agent: str) -> str:
    """Return a browser and its system in plain words: "Firefox on Windows"; else the beginning of its own."""
    browser = next((words for mark, words in BROWSERS if mark in agent), None)
    system = next((words for mark, words in SYSTEMS if mark in agent), None)
    if browser is None:
        return agent[:40] or _("unknown")
    return _("%(browser)s on %(system)s", browser=browser, system=system) if system else browser


def _render(form: OwnPasswordForm) -> str:
    held, by = site.runtime(), site.actor()
    with held.looking() as session:
        return render_template(
            "account/account.html",
            form=form,
            person=people.person(session, current_user.id),
            sessions=sessions.listed(session, current_user.id, held.settings),
            browser_of=browser_of,
            this_session=by.session_id,
            idle=held.settings.session_idle_minutes,
            hours=held.settings.session_hours,
        )


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
