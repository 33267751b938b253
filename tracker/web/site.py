"""What every view stands on: the runtime, who acts, and the permission that each view declares."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Flask, current_app, flash, g, redirect, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from tracker.domain.access import Permission
from tracker.domain.workdays import Place
from tracker.errors import Forbidden, NotFound
from tracker.runtime import Runtime
from tracker.services import allowance
from tracker.services.allowance import Costly
from tracker.services.installation import Acting, Actor
from tracker.texts import later

WAY = "page"
ENDED = later("Your session has ended. Sign in again; you then come to the page you asked for.")
P = ParamSpec("P")
R = TypeVar("R")


def runtime_of(app: Flask) -> Runtime:
    """Return what the process of this site holds."""
    held = app.extensions["tracker"]
    assert isinstance(held, Runtime)
    return held


def runtime() -> Runtime:
    """Return what this process holds, one and the same for a whole request; changed rules are read anew before."""
    held = g.get("tracker")
    if held is None:
        held = g.tracker = current_app.extensions["tracker"] = runtime_of(current_app).renewed()
    assert isinstance(held, Runtime)
    return held


def actor() -> Actor:
    """Return the officer who is signed in as the one who acts."""
    by = current_user.actor
    assert isinstance(by, Actor)
    return by


def source() -> str:
    """Return the address that the request came from; a proxy's word for it counts only where it is ours."""
    proxies = runtime().settings.proxy_addresses
    told = [address.strip() for address in request.headers.get("X-Forwarded-For", "").split(",")]
    line = [*filter(None, told), request.remote_addr or ""]
    while len(line) > 1 and line[-1] in proxies:
        line.pop()
    return line[-1]


def posts_read() -> frozenset[int] | None:
    """Return the posts whose cables the officer may read; None: every cable.

    Who decides on asks everywhere reads every cable: whom one concerns may be what is still to be decided.
    """
    found: frozenset[int] = frozenset()
    for permission in (Permission.READ_CABLES, Permission.REVIEW, Permission.READ_TASKS):
        posts = actor().posts_where(permission)
        if posts is None:
            return None
        found |= posts
    return found


def posts_decided() -> frozenset[int] | None:
    """Return the posts for which the officer decides on asks; None: every one."""
    return actor().posts_where(Permission.REVIEW)


def reader_place() -> Place:
    """Return the place whose clock the page shows: the officer's zone."""
    place = current_user.place
    assert isinstance(place, Place)
    return place


def acting() -> Acting:
    """Return who acts, when, and what is known: the last words of a use case."""
    return Acting(by=actor(), now=runtime().now(), installation=runtime().installation)


def requires(*permissions: Permission) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """Let in officers who hold one of the permissions at any post; with none, whoever is signed in.

    For anybody else the page does not exist. The service checks again, for the post in question.
    """

    def declare(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            if not current_user.is_authenticated:
                return _to_sign_in()
            if permissions and not any(actor().may_somewhere(p) for p in permissions):
                raise NotFound
            return view(*args, **kwargs)

        guarded.declares = permissions or "signed in"  # type: ignore[attr-defined]
        return guarded

    return declare


def counted_as(
    what: Costly, then: Callable[[], None] = lambda: None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let each person do this only so often in some minutes, whichever process answers; `then` follows it."""

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            with runtime().transaction() as session:
                allowance.spend(session, what, actor())
            try:
                answer = view(*args, **kwargs)
            except (NotFound, Forbidden):
                with runtime().transaction() as session:
                    allowance.give_back(session, what, actor())
                raise
            then()
            return answer

        return guarded

    return declare


def open_to_everybody(view: Callable[P, R]) -> Callable[P, R]:
    """Declare that a view needs nobody to be signed in."""
    view.declares = "everybody"  # type: ignore[attr-defined]
    return view


def require_declared(app: Flask) -> None:
    """Refuse to start a site with a view that does not declare who may enter."""
    silent = [name for name, view in app.view_functions.items() if declared(view) is None]
    if silent:
        raise RuntimeError(f"These views do not declare who may enter: {', '.join(silent)}.")


def declared(view: Any) -> Any:
    """Return what a view declares, None where it declares nothing."""
    return getattr(view, "declares", None)


def _to_sign_in() -> Response:
    if session.pop("_user_id", None) is not None:
        flash(str(ENDED), "info")
    if request.method in ("GET", "HEAD"):
        path = request.full_path.rstrip("?")
        return redirect(url_for("signin.form", next=path if path != "/" else None), 303)
    return redirect(url_for("signin.form"), 303)


def own_path(target: str | None) -> str:
    """Return the path where it leads to a page of ours; the start page for anything else."""
    path = target or ""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if is_ours and "\\" not in path else url_for("boards.my_day")
