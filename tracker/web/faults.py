"""What a person sees when something is not so: each kind of broken rule has its status and sentence."""

import math
import secrets
import traceback
from functools import cached_property
from http import HTTPStatus
from types import TracebackType
from typing import Any

import structlog
from flask import Flask, Response, current_app, render_template, request
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from jinja2 import Environment
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import Forbidden as ForeignForm
from werkzeug.exceptions import HTTPException, SecurityError

from tracker import texts
from tracker.adapters import template_texts
from tracker.errors import (
    Conflict,
    DeadLink,
    DeliveryFailed,
    Forbidden,
    Invalid,
    NotFound,
    Refused,
    TrackerError,
)
from tracker.services import audit
from tracker.services.allowance import TooOften
from tracker.services.signing_in import TooManyTries
from tracker.texts import _, later, ngettext
from tracker.web import site

log = structlog.get_logger()

STATUSES: dict[type[TrackerError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    Refused: HTTPStatus.UNPROCESSABLE_ENTITY,
    TooManyTries: HTTPStatus.TOO_MANY_REQUESTS,
    TooOften: HTTPStatus.TOO_MANY_REQUESTS,
    DeliveryFailed: HTTPStatus.BAD_GATEWAY,
}
TITLES = {
    HTTPStatus.NOT_FOUND: later("Page not found"),
    HTTPStatus.FORBIDDEN: later("Not allowed"),
    HTTPStatus.CONFLICT: later("Nothing was changed"),
    HTTPStatus.UNPROCESSABLE_ENTITY: later("Not accepted"),
    HTTPStatus.TOO_MANY_REQUESTS: later("Too many tries"),
    HTTPStatus.METHOD_NOT_ALLOWED: later("Not possible here"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: later("Too large"),
    HTTPStatus.BAD_REQUEST: later("That could not be read"),
}
DEAD_LINK = later("This link does not work")
SENTENCES = {
    HTTPStatus.NOT_FOUND: NotFound().sentence,
    HTTPStatus.METHOD_NOT_ALLOWED: later(
        "This address does something only when a button is pressed. Go back and use it."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: later(
        "What was sent is larger than this installation takes. Send the text alone."
    ),
}
STALE = later(
    "This page was open for too long, or did not come from here. Go back, load it again, and repeat the step."
)
NOT_OURS = "No site of that name is here.\n"
UNREADABLE = later("The request could not be understood. Go back and try again.")


class Site(Flask):
    """Flask, but for its log and its language.

    A traceback's last line may quote a cable, so only its frames are kept. Each language has templates of its own.
    """

    language = "en"  # the installation's; a reader's own would be asked for in `full_dispatch_request`

    @cached_property
    def _templates(self) -> Environment:
        made = self.create_jinja_environment()
        template_texts.install(made)
        return made

    @property
    def jinja_env(self) -> Environment:  # type: ignore[override]
        """Return the templates in the language spoken now."""
        return template_texts.spoken(self._templates)

    def full_dispatch_request(self, *given: Any) -> Response:
        """Answer a request, speaking the reader's language."""
        with texts.speaking(self.language):
            return super().full_dispatch_request(*given)

    def log_exception(
        self,
        exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None],
    ) -> None:
        """Log where it failed and what kind of failure it was, under the number the page shows."""
        kind, _, trace = exc_info
        log.error(
            "page_failed",
            failure=failure_number(),
            kind=kind.__name__ if kind else "",
            endpoint=request.endpoint,
            frames=traceback.format_tb(trace)[-4:],
        )


def failure_number() -> str:
    """Return the number under which this request's failure is logged."""
    number: str = request.environ.setdefault("tracker.failure", secrets.token_hex(4))
    return number


def broken_rule(error: TrackerError) -> tuple[str, int, dict[str, str]]:
    """Return the page of a broken rule; where it is a matter of time, with how long to wait."""
    kinds = (status for kind, status in STATUSES.items() if isinstance(error, kind))
    status = next(kinds, HTTPStatus.BAD_REQUEST)
    if isinstance(error, Forbidden | NotFound) and current_user.is_authenticated:
        _note_refusal()
    if isinstance(error, TooOften):
        return _page(status, error.sentence, again=_again(error.wait)), status, _retry(error.wait)
    again = _retry(error.wait) if isinstance(error, TooManyTries) else {}
    title = DEAD_LINK if isinstance(error, DeadLink) else None
    return _page(status, error.sentence, title=title), status, again


def _retry(seconds: int) -> dict[str, str]:
    return {"Retry-After": str(seconds)}


def _again(seconds: int) -> str:
    """Return when it may be tried again, in minutes: the clock of a demonstration does not move by itself."""
    minutes = math.ceil(seconds / 60)
    return ngettext(
        "Try again in %(num)s minute. Your browser's Back button brings you to what you had entered.",
        "Try again in %(num)s minutes. Your browser's Back button brings you to what you had entered.",
        minutes,
    )


def _note_refusal() -> None:
    """Enter into the audit trail that somebody asked for what is not theirs; the answer does not wait for it."""
    ids = {name: value for name, value in (request.view_args or {}).items() if isinstance(value, int)}
    try:
        with site.runtime().transaction() as session:
            audit.add(
                session,
                "page refused",
                by=site.actor(),
                outcome=audit.REFUSED,
                page=request.endpoint,
                method=request.method,
                **ids,
            )
    except SQLAlchemyError:
        log.warning("refusal_not_kept", endpoint=request.endpoint)


def http_error(error: HTTPException) -> Any:
    """Return the page of an HTTP error: a missing page, a wrong method, too large a body."""
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    if isinstance(error, SecurityError):  # no page can be built for a name that is not ours
        return NOT_OURS, status, {"Content-Type": "text/plain; charset=utf-8"}
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        bare = current_app.jinja_env.get_template(
            "errors/failed.html"
        )  # without the frame, which may be at fault
        return bare.render(number=failure_number()), status
    if isinstance(error, CSRFError | ForeignForm):
        return _page(HTTPStatus.FORBIDDEN, STALE), HTTPStatus.FORBIDDEN
    reply = error.get_response()
    reply.set_data(_page(status, SENTENCES.get(status) or UNREADABLE))
    reply.mimetype = "text/html"
    return reply


def _page(status: HTTPStatus, sentence: str, *, again: str = "", title: str | None = None) -> str:
    usual = _("Please wait a little") if again else TITLES.get(status, "That did not work")
    return render_template("errors/error.html", title=title or usual, sentence=sentence, again=again)


def install(app: Flask) -> None:
    """Give the site its table of faults."""
    app.register_error_handler(TrackerError, broken_rule)
    app.register_error_handler(HTTPException, http_error)
