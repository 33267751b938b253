"""Signing in and out, and the officer behind each request.

The session holds an officer's id and a stamp of the password's hash: a new password ends every
session of the officer. It ends after 30 minutes without a request and 12 hours after signing in.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, Flask, Response, redirect, render_template, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as BaseResponse
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from tracker.clock import parse_moment, print_moment, utc_now
from tracker.domain.workdays import WASHINGTON, Place
from tracker.services import accounts
from tracker.services.installation import Actor
from tracker.store.people import Officer
from tracker.web import site
from tracker.web.site import open_to_everybody, requires

LONGEST = timedelta(hours=12)
IDLE = timedelta(minutes=30)
WRONG = "The sign-in name or the password is not right."

blueprint = Blueprint("signin", __name__)
manager = LoginManager()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(UserMixin):  # type: ignore[misc]
    """The officer behind a request: who acts, whose clock the page shows, where home is."""

    id: int
    actor: Actor
    place: Place
    posts: tuple[str, ...]
    stamp: str


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Name and password."""

    login = StringField("Sign-in name", validators=[InputRequired("Write your sign-in name.")])
    password = PasswordField("Password", validators=[InputRequired("Write your password.")])


@manager.user_loader  # type: ignore[untyped-decorator]
def officer_of_session(officer_id: str) -> SignedIn | None:
    """Return the officer of the session; None where it is too old, ended, or the officer is gone."""
    if utc_now() - parse_moment(session.get("since", "2000-01-01T00:00Z")) > LONGEST:
        return None
    with site.runtime().looking() as reading:
        officer = accounts.officer(reading, int(officer_id))
        found = _signed_in(officer) if officer else None
    return found if found and found.stamp == session.get("stamp") else None


def _signed_in(officer: Officer) -> SignedIn:
    places = [grant.post or grant.unit for grant in officer.grants]
    posts = tuple(place.name for place in places if place is not None)
    cities = [grant.post.city for grant in officer.grants if grant.post and grant.post.zone == officer.zone]
    name = next(iter(cities), officer.zone.rpartition("/")[2].replace("_", " "))
    return SignedIn(
        id=officer.id,
        actor=accounts.actor_of(officer, site.WAY),
        place=WASHINGTON if officer.zone == WASHINGTON.zone else Place(name=name, zone=officer.zone),
        posts=posts,
        stamp=hashlib.sha256((officer.password_hash or "").encode()).hexdigest()[:16],
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
    source = request.remote_addr or ""
    with site.runtime().transaction() as writing:  # a failure is counted, so it is kept as well
        officer = accounts.sign_in(
            writing, filled.login.data or "", filled.password.data or "", source=source
        )
        entering = _signed_in(officer) if officer else None
    if entering is None:
        filled.login.errors = [*filled.login.errors, WRONG]
        return _page(filled), 422
    target = site.own_path(request.args.get("next"))
    session.clear()  # nothing of the time before survives into the signed-in session
    login_user(entering)
    session.permanent = True
    session["since"], session["stamp"] = print_moment(utc_now()), entering.stamp
    return redirect(target, 303)


@blueprint.post("/signout")
@requires()
def leave() -> BaseResponse:
    """End the session, and have the browser forget what it kept."""
    logout_user()
    session.clear()
    reply: Response = redirect(url_for("signin.form"), 303)  # type: ignore[assignment]
    reply.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return reply


def _page(filled: SignInForm) -> str:
    return render_template("signin/signin.html", form=filled)


def install(app: Flask) -> None:
    """Give the site its sign-in, and its cookies their limits."""
    secure = site.runtime_of(app).settings.secure_cookies
    app.config |= {
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        "PERMANENT_SESSION_LIFETIME": IDLE,
    }
    manager.init_app(app)
    app.register_blueprint(blueprint)
