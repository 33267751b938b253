"""Signing in and out, and the officer behind each request.

The cookie carries a token; what it opens is a row of the database (services.sessions), so that a
session can be ended from anywhere and ends by itself.
"""

from dataclasses import dataclass

from flask import Blueprint, Flask, Response, g, redirect, render_template, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response as BaseResponse
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from tracker.domain.workdays import WASHINGTON, Place
from tracker.services import sessions, signing_in
from tracker.services.installation import Actor
from tracker.texts import _, later
from tracker.web import site
from tracker.web.site import open_to_everybody, requires

WRONG = later("The sign-in name or the password is not right.")

blueprint = Blueprint("signin", __name__)
manager = LoginManager()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(UserMixin):  # type: ignore[misc]
    """The officer behind a request: who acts, whose clock the page shows, where home is.

    `stamp` says what was committed when the request began.
    """

    id: int
    actor: Actor
    place: Place
    posts: tuple[str, ...]
    token: str
    stamp: str | None

    def get_id(self) -> str:
        """Return what the cookie carries: the session's token, never the officer's id."""
        return self.token


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Name and password."""

    login = StringField(later("Sign-in name"), validators=[InputRequired(later("Write your sign-in name."))])
    password = PasswordField(later("Password"), validators=[InputRequired(later("Write your password."))])


@manager.user_loader  # type: ignore[untyped-decorator]
def officer_of_session(token: str) -> SignedIn | None:
    """Return the officer of the session; None where it has ended or the officer was switched off."""
    held = site.runtime()
    with held.asking() as asked:
        found = sessions.find(asked, token, held.settings)
    if found is None:
        return None
    if found.is_to_touch:
        with held.transaction() as writing:
            sessions.touch(writing, found.id)
    return _signed_in(found, token)


def _signed_in(found: sessions.Found, token: str) -> SignedIn:
    zone = found.zone
    cities = [home.city for home in found.homes if home.city and home.zone == zone]
    name = next(iter(cities), zone.rpartition("/")[2].replace("_", " "))
    by = Actor(
        name=found.name,
        way=site.WAY,
        officer_id=found.officer_id,
        grants=found.grants,
        source=site.source(),
        session_id=found.id,
    )
    return SignedIn(
        id=found.officer_id,
        actor=by,
        place=WASHINGTON if zone == WASHINGTON.zone else Place(name=name, zone=zone),
        posts=tuple(home.name for home in found.homes),
        token=token,
        stamp=found.stamp,
    )


@blueprint.get("/signin")
@open_to_everybody
def form() -> str | BaseResponse:
    """Show the sign-in page; whoever is signed in already goes on."""
    if current_user.is_authenticated:
        return redirect(site.own_path(request.args.get("next")))
    return _page(SignInForm())


@blueprint.post("/signin")
@open_to_everybody
def enter() -> str | tuple[str, int] | BaseResponse:
    """Sign the officer in, and go where the person wanted to go."""
    filled = SignInForm()
    if not filled.validate_on_submit():
        return _page(filled), 422
    try:
        entering = _entering(filled)
    except signing_in.TooManyTries:
        with site.runtime().transaction() as writing:
            signing_in.count_locked(writing, filled.login.data or "", site.source() or "")
        raise
    if entering is None:
        filled.login.errors = [*filled.login.errors, WRONG]
        return _page(filled), 422
    target = site.own_path(request.args.get("next"))
    session.clear()  # nothing of the time before survives into the signed-in session
    login_user(entering)
    g.pop(
        "csrf_token", None
    )  # the form's own; the cookie carries a new one from now on, and no page sends another
    generate_csrf()
    return redirect(target, 303)


def _entering(filled: SignInForm) -> SignedIn | None:
    """Return the officer with a session just opened; None where the name or the password is wrong."""
    held, source = site.runtime(), site.source()
    with held.transaction() as writing:  # a failure is counted, so it is kept as well
        officer = signing_in.sign_in(
            writing, filled.login.data or "", filled.password.data or "", source=source
        )
        if officer is None:
            return None
        agent = request.user_agent.string
        token = sessions.start(writing, officer, held.settings, source=source, agent=agent)
        found = sessions.find(writing.connection(), token, held.settings)
        return _signed_in(found, token) if found else None


def renew_token() -> None:
    """Give the session that acts another token: its officer's rights have changed."""
    session_id = site.actor().session_id
    if session_id is not None:
        with site.runtime().transaction() as writing:
            session["_user_id"] = sessions.renew(writing, session_id)


@blueprint.post("/signout")
@requires()
def leave() -> BaseResponse:
    """End the session, and have the browser forget what it kept."""
    by = site.actor()
    with site.runtime().transaction() as writing:
        if by.session_id is not None:
            sessions.end(writing, by.session_id, by=by, act="sign out")
    logout_user()
    session.clear()
    reply: Response = redirect(url_for("signin.form"), 303)  # type: ignore[assignment]
    reply.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return reply


def _page(filled: SignInForm) -> str:
    return render_template(
        "signin/signin.html", form=filled, notice=_(site.runtime().settings.sign_in_notice)
    )


def install(app: Flask) -> None:
    """Give the site its sign-in, and its cookies their limits."""
    secure = site.runtime_of(app).settings.secure_cookies
    app.config |= {
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
    }
    manager.init_app(app)
    app.register_blueprint(blueprint)
