"""The demonstration's own pages: a clock that can be moved on, and the mailbox of its local mail server."""

from datetime import UTC, datetime, timedelta
from email.utils import parseaddr, parsedate_to_datetime

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from tracker import receiving
from tracker.adapters.sink import StoredMail, read_mails
from tracker.clock import SharedClock
from tracker.errors import NotFound
from tracker.store.queries import pages
from tracker.texts import _, later
from tracker.web import site, words
from tracker.web.site import requires

STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
NO_MORE = later("No reminder is planned. Accept an ask of a cable first.")
SHOWN = 200
LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation"
)


class AnswerForm(FlaskForm):  # type: ignore[misc] # the library gives no types
    """An answer to a letter, as its reader writes it."""

    words = TextAreaField(later("Your answer"), render_kw={"rows": 4, "maxlength": 5000})


blueprint = Blueprint("demo", __name__)


@blueprint.post("/demo/clock")
@requires()
def move() -> Response:
    """Move the clock on: an hour, a day, or to the next reminder. The worker then sends what is due."""
    clock = site.runtime().clock
    if site.runtime().settings.env != "demo" or not isinstance(clock, SharedClock):
        raise NotFound
    moment = _moved(request.form.get("step", ""), site.runtime().now())
    if moment is None:
        flash(str(NO_MORE), "info")
    else:
        clock.set(moment)
        told = words.day_and_clock(moment, site.reader_place())
        flash(
            _(
                "It is now %(moment)s. Letters that are due arrive in the mailbox within seconds.",
                moment=told,
            ),
            "info",
        )
    return redirect(site.own_path(request.form.get("back")), 303)


def _moved(step: str, now: datetime) -> datetime | None:
    if step in STEPS:
        return now + STEPS[step]
    with site.runtime().reading() as session:
        coming = pages.next_moment(session)
    return max(coming, now) if coming else None


@blueprint.get("/demo/mailbox")
@requires()
def mailbox() -> str:
    """Show the letters that the local mail server took, newest first."""
    return render_template("demo/mailbox.html", mails=_mails()[:SHOWN], written=_written)


@blueprint.get("/demo/mailbox/<name>")
@requires()
def mail(name: str) -> str:
    """Show one letter's text, its attachments, and the way to its HTML."""
    return render_template("demo/mail.html", mail=_mail(name), written=_written, form=AnswerForm())


@blueprint.post("/demo/mailbox/<name>/answer")
@requires()
def answer(name: str) -> Response:
    """Hand an answer of the letter's reader to the way that mail comes in by."""
    stored, words_said = _mail(name), request.form.get("words", "").strip()
    if not stored.reply_to:
        raise NotFound
    if not words_said:
        flash(_("Write the answer first."), "error")
        return redirect(url_for("demo.mail", name=name, _anchor="answer"), 303)
    sender, data = parseaddr(stored.recipient)[1], stored.answered(words_said).as_bytes()
    said = receiving.taken(site.runtime(), sender, stored.reply_to, data)
    if said.startswith("250"):
        told = _(
            "Sent as %(reader)s. If it booked anything or was not clear, a letter that says so is in the mailbox within "
            "seconds; the mail stands on the task's page.",
            reader=sender,
        )
        flash(told, "info")
    else:
        flash(_("Not taken: %(words)s", words=said), "error")
    return redirect(url_for("demo.mailbox"), 303)


@blueprint.get("/demo/mailbox/<name>/html")
@requires()
def html(name: str) -> Response:
    """Show one letter as a mail program that reads HTML does; nothing in it can run or load."""
    reply = Response(_mail(name).html, mimetype="text/html")
    reply.headers["Content-Security-Policy"] = LETTER_POLICY
    return reply


@blueprint.get("/demo/mailbox/<name>/<int:number>")
@requires()
def attachment(name: str, number: int) -> Response:
    """Hand over one attachment, to be kept and not shown."""
    files = _mail(name).attachments
    if not 0 < number <= len(files):
        raise NotFound
    title, kind, data = files[number - 1]
    reply = Response(data, mimetype=kind)
    reply.headers.set("Content-Disposition", "attachment", filename=title)
    reply.headers["Content-Security-Policy"] = "sandbox"
    return reply


def _mail(name: str) -> StoredMail:
    for stored in _mails():
        if stored.name == name:
            return stored
    raise NotFound


def _written(stored: StoredMail) -> datetime:
    """Return when the letter says it was written: on the demonstration's clock."""
    return parsedate_to_datetime(stored.date)


def _mails() -> list[StoredMail]:
    settings = site.runtime().settings
    if settings.env != "demo":
        raise NotFound
    found = read_mails(settings.home / "mailbox")
    return sorted(found, key=lambda stored: stored.received_at.astimezone(UTC), reverse=True)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
