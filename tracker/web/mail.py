"""How the mail stands: a page for people, a line for machines; and the texts refused at the door."""

from dataclasses import replace

from flask import Blueprint, Flask, Response, jsonify, render_template
from sqlalchemy.exc import SQLAlchemyError

from tracker.domain.access import Permission
from tracker.services import bounces, inbox, outbox
from tracker.services.health import health
from tracker.store.queries import pages
from tracker.texts import later
from tracker.web import site, words
from tracker.web.frame import DATABASE_SILENT
from tracker.web.site import open_to_everybody, requires

NEWEST = 50
KEPT_BACK = ("last_failure", "warning")  # not for everybody

WAYS = {"page": later("page"), "mail": later("mail"), "command": later("command")}

blueprint = Blueprint("mail", __name__)


@blueprint.get("/healthz")
@open_to_everybody
def for_machines() -> tuple[Response, int]:
    """Answer 200 where mail goes out, else 503; addresses and texts are not told."""
    held = site.runtime()
    try:
        with held.reading() as session:
            found = health(session, now=held.now(), installation=held.installation)
    except SQLAlchemyError:
        return jsonify({"green": False, "words": DATABASE_SILENT}), 503
    told = {name: value for name, value in found.as_json().items() if name not in KEPT_BACK}
    return jsonify(told), 200 if found.is_green else 503


@blueprint.get("/health")
@requires(Permission.SEE_MAIL)
def state() -> str:
    """Show how the mail stands and the newest letters about the officer's posts, with what became of each."""
    held, only_posts = site.runtime(), site.actor().posts_where(Permission.SEE_MAIL)
    with held.reading() as session:
        found = health(session, now=held.now(), installation=held.installation)
        letters = outbox.message_rows(
            session, only_posts=only_posts, limit=NEWEST, say=words.on_readers_clock
        )
        told = {"bouncing": bounces.bouncing(session), "held": inbox.held(session)}
    if only_posts is not None:  # these may name mailboxes and letters of other posts
        found, told = replace(found, last_failure=None), {"bouncing": [], "held": []}
    return render_template("admin/health.html", health=found, letters=letters, **told)


@blueprint.get("/incidents")
@requires(Permission.SEE_INCIDENTS)
def incidents() -> str:
    """Show the texts that were refused: when, by which way, which rules. Nothing of a text was kept."""
    with site.runtime().reading() as session:
        return render_template("admin/incidents.html", incidents=pages.incidents(session), ways=WAYS)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
