"""Pages for machines that watch: is this process ready, and the figures. Not for the public."""

import hmac

from flask import Blueprint, Flask, Response, jsonify, request
from sqlalchemy.exc import SQLAlchemyError

from tracker.errors import NotFound
from tracker.services import metrics
from tracker.store import base
from tracker.texts import _
from tracker.web import site
from tracker.web.frame import DATABASE_SILENT
from tracker.web.site import open_to_everybody

TEXT = "text/plain; version=0.0.4; charset=utf-8"

blueprint = Blueprint("watching", __name__)


@blueprint.get("/readyz")
@open_to_everybody
def ready() -> tuple[Response, int]:
    """Answer 200 where this process can serve: its database answers and has the tables of this version."""
    try:
        with site.runtime().reading() as session:
            is_current = base.is_current(session)
    except SQLAlchemyError:
        return jsonify({"ready": False, "words": DATABASE_SILENT}), 503
    words = (
        _("Ready.") if is_current else _("The database has tables of another version: run tracker migrate.")
    )
    return jsonify({"ready": is_current, "words": words}), 200 if is_current else 503


@blueprint.get("/metrics")
@open_to_everybody
def figures() -> Response:
    """Answer a machine of `metrics_addresses`, or with `metrics_token`; to others the page is not there."""
    if not _may_watch():
        raise NotFound
    held = site.runtime()
    with held.reading() as session:
        text = metrics.exposition(metrics.metrics(session, now=held.now()))
    return Response(text, content_type=TEXT)


def _may_watch() -> bool:
    settings = site.runtime().settings
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    if settings.metrics_token and hmac.compare_digest(given, settings.metrics_token.encode()):
        return True
    return site.source() in settings.metrics_addresses


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
