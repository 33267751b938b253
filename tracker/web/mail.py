"""How the mail stands: a page for people, a line for machines; and the texts refused at the door."""

from flask import Blueprint, Flask, Response, flash, jsonify, redirect, render_template, url_for
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response as WerkzeugResponse

from tracker.domain.access import Permission
from tracker.errors import Conflict
from tracker.services import bounces, false_alarms, held_senders, inbox, outbox, spills
from tracker.services.health import health
from tracker.store.cables import SpillIncident
from tracker.store.queries import pages
from tracker.texts import _, later
from tracker.web import site, words
from tracker.web.frame import DATABASE_SILENT, with_remedy
from tracker.web.site import open_to_everybody, requires
from tracker.web.spills import locked_name

NEWEST = 50
KEPT_BACK = ("last_failure", "fault", "warning")  # not for everybody

WAYS = {
    "page": later("page"),
    "mail": later("mail"),
    "command": later("command"),
    "found later": later("found later, in a cable that had been taken in"),
}

PLACES = {
    "cables": later("a cable taken in"),
    "review": later("decisions on a cable"),
    "attachments": later("a file on a task"),
    "tasks": later("words on a task"),
    "task_reminders": later("reminders of a task"),
    "my_reminders": later("a person's own reminders"),
    "closings": later("an answer to a task"),
    "bulk": later("several tasks at once"),
    "spills": later("a cable to lock"),
    "letter_links": later("the button of a letter"),
    "people": later("an officer's account"),
    "account": later("an officer's account"),
    "units": later("the tree of bureaus"),
    "signin": later("signing in"),
    "welcome": later("signing in"),
}

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
        told = {"bouncing": [], "held": []}
    return render_template(
        "admin/health.html",
        health=found,
        words=with_remedy(found),
        letters=letters,
        may_read=site.actor().may_somewhere(Permission.READ_TASKS),
        is_told_why=only_posts is None and site.actor().may_somewhere(Permission.ADMINISTER),
        **told,
    )


@blueprint.get("/incidents")
@requires(Permission.SEE_INCIDENTS)
def incidents() -> str:
    """Show the texts that were refused: when, by which way, which rules. Nothing of a text was kept."""
    with site.runtime().reading() as session:
        told = {"incidents": pages.incidents(session), "senders": held_senders.listed(session)}
        locks = {lock.incident_id: lock for lock in spills.listed(session, site.actor())}
    may_release = held_senders.may_release(site.actor())
    return render_template(
        "admin/incidents.html",
        **told,
        locks=locks,
        may_release=may_release,
        way_of=_way_of,
        name_of=locked_name,
    )


@blueprint.post("/incidents/senders/<int:held_id>/release")
@requires(Permission.SETTLE_SPILLS)
def release(held_id: int) -> WerkzeugResponse:
    """Take mail of a sender again of whom some was refused."""
    with site.runtime().transaction() as session:
        address = held_senders.release(session, held_id, **site.acting())
    flash(_("Mail from %(address)s is taken again.", address=address), "success")
    return redirect(url_for("mail.incidents"), 303)


@blueprint.post("/incidents/<int:incident_id>/let-in")
@requires(Permission.SETTLE_SPILLS)
def let_in(incident_id: int) -> WerkzeugResponse:
    """Let the cable of a false alarm in once, when it is sent in again."""
    try:
        with site.runtime().transaction() as session:
            false_alarms.release(session, incident_id, **site.acting())
        flash(_("The same text is let in once, if it is sent in again within a day."), "success")
    except Conflict as error:
        flash(error.sentence, "error")
    return redirect(url_for("mail.incidents"), 303)


def _way_of(one: SpillIncident) -> str:
    """Return by which way a text came, and to which page or command where that is known."""
    way = str(WAYS.get(one.way_in, one.way_in))
    if one.place is None:
        return way
    if one.way_in == "command":
        return f"{way}: tracker {one.place}"
    part = one.place.partition(".")[0]
    return f"{way}: {PLACES.get(part, one.place)}"


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
