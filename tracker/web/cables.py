"""Cables come in by paste or upload, and stand in a list, those that await a decision first."""

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from tracker.adapters import documents
from tracker.cable import apart
from tracker.domain.access import Permission
from tracker.errors import TrackerError
from tracker.services import door, ingestion
from tracker.services.allowance import Costly
from tracker.services.ingestion import Ingested, Outcome
from tracker.store.queries import pages
from tracker.texts import _, later
from tracker.web import site
from tracker.web.site import counted_as, requires

TOLD = {
    Outcome.NEW: ("success", later("The cable was read. Decide on each ask below.")),
    Outcome.KNOWN: ("info", later("This cable was here already. Nothing was added.")),
    Outcome.NEW_VERSION: (
        "warning",
        later("This is a new version of a cable that was here. Only what changed awaits a decision."),
    ),
}

ASKS_NOTHING = ("success", later("The cable was read. It asks for nothing."))
NO_CABLE = (
    "warning",
    later(
        "Is this a cable? It has no day, no sender, no addressee and no number. Paste the whole text, heading included."
    ),
)

blueprint = Blueprint("cables", __name__)


class CableForm(FlaskForm):  # type: ignore[misc]
    """A cable as text, or as a file. What was written is never shown again: it may have been refused."""

    text = TextAreaField(later("Paste a cable"))
    upload = FileField(later("Or choose a file"))


@blueprint.get("/cables")
@requires(Permission.READ_TASKS, Permission.READ_CABLES)
def listed() -> str:
    """Show the paste box and the cables."""
    return _page(CableForm(formdata=None))


@blueprint.post("/cables")
@requires(Permission.INGEST)
@counted_as(Costly.UPLOAD)
def take_in() -> Response | str | tuple[str, int]:
    """Take a cable in and show it; a refused one leaves an incident, and nothing of its text."""
    filled = CableForm()
    try:
        text = _text_of(filled)
    except TrackerError as error:
        return _with_error(filled, error.sentence), 422
    if not text.strip():
        return _with_error(filled, _("Paste the text of a cable, or choose a file.")), 422
    try:
        with site.runtime().transaction() as session:
            found = [
                ingestion.ingest(session, part, source=site.WAY, **site.acting()) for part in apart(text)
            ]
            taken = [(one.cable.id, _told(one)) for one in found]
    except door.RefusedText as refused:
        return refused_page(refused), 422
    if len(taken) > 1:
        flash(
            _("%(number)s cables stood in the text. Each is in the list below.", number=len(taken)), "success"
        )
        return redirect(url_for("cables.listed"), 303)
    cable_id, (kind, words) = taken[0]
    flash(str(words), kind)
    return redirect(url_for("review.page", cable_id=cable_id), 303)


def _told(one: Ingested) -> tuple[str, str]:
    """Return what is said of a text that was taken in: whether it is a cable at all, and asks for anything."""
    cable = one.cable
    if one.outcome is not Outcome.NEW:
        return TOLD[one.outcome]
    if not (cable.sent_at or cable.origin or cable.mrn or cable.header["to"]):
        return NO_CABLE
    return TOLD[Outcome.NEW] if any(row.kind == "ask" for row in cable.proposals) else ASKS_NOTHING


def _text_of(filled: CableForm) -> str:
    upload = filled.upload.data
    if not upload:
        return str(filled.text.data or "")
    largest = site.runtime().settings.max_text_bytes
    return documents.text_of(upload.read(), name=upload.filename or "", largest=largest)


def _with_error(filled: CableForm, sentence: str) -> str:
    fresh = CableForm(formdata=None)
    fault = fresh.upload if filled.upload.data else fresh.text
    fault.errors = [sentence]
    return _page(fresh)


def refused_page(refused: door.RefusedText) -> str:
    """Record a refusal and return its page, which echoes nothing of the text."""
    with site.runtime().transaction() as session:
        incident = door.record(
            session, refused.refusal, by=site.actor(), now=site.runtime().now(), place=request.endpoint
        )
        number = incident.id
    return render_template(
        "cables/refused.html", sentence=refused.sentence, number=number, is_typed=False, reads=True
    )


def _page(form: CableForm) -> str:
    by, book = site.actor(), site.runtime().installation.book
    with site.runtime().reading() as session:
        lines = pages.cable_lines(session, book=book, only_posts=site.posts_read())
    return render_template(
        "cables/list.html",
        form=form,
        may_add=by.may_somewhere(Permission.INGEST),
        waiting=[line for line in lines if line.is_waiting],
        decided=[line for line in lines if not line.is_waiting],
    )


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
