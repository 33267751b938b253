"""Cables that were locked: what is classified is hidden from everybody; who settles that sees who saw it, and no text."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from tracker.domain.access import Permission
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import spill_trail, spills
from tracker.store.spills import LockedCable
from tracker.texts import _, later
from tracker.web import site, words
from tracker.web.site import requires

blueprint = Blueprint("spills", __name__)
LOCKED = later("The cable is locked: nobody sees it any more.")
LOCKED_NOW = later(
    "The cable is locked: nobody sees it any more. Tell the security officer, and do not speak of it by mail."
)
ACTS: dict[str, tuple[Callable[..., LockedCable], str]] = {
    "unlock": (spills.unlock, later("Unlocked. The cable stands where it stood; its reminders go on.")),
    "ask": (spills.ask_purge, later("The purge is asked for. Another security officer confirms it here.")),
    "withdraw": (spills.withdraw_purge, later("The purge is taken back. The cable stays locked.")),
    "purge": (
        spills.purge,
        later("The texts are deleted. Now the operator runs: tracker spill rewrite"),
    ),
}


class NumberForm(FlaskForm):  # type: ignore[misc]
    """The number of a cable that is to be locked."""

    number = StringField(
        later("Number of the cable"),
        validators=[InputRequired(later("Write its number, as in 08 STATE 12345.")), Length(max=60)],
    )


@blueprint.get("/locked")
@requires(Permission.SETTLE_SPILLS)
def listed() -> str:
    """Show the cables that were locked, and a field to lock another by its number."""
    return _list_page(NumberForm(formdata=None))


@blueprint.post("/locked")
@requires(Permission.SETTLE_SPILLS)
def lock_by_number() -> Response | tuple[str, int]:
    """Lock the cable of that number, with all its sections."""
    form = NumberForm()
    if not form.validate_on_submit():
        return _list_page(form), 422
    try:
        with site.runtime().transaction() as session:
            ids = spills.find(session, form.number.data or "")
            locked = [spills.lock(session, cable_id, **site.acting()).id for cable_id in ids]
    except (Invalid, NotFound) as error:
        form.number.errors = [error.sentence]
        return _list_page(form), 422
    flash(str(LOCKED), "success")
    return redirect(url_for("spills.page", lock_id=locked[0]), 303)


@blueprint.post("/cables/<int:cable_id>/lock")
@requires(Permission.LOCK_CABLES)
def lock(cable_id: int) -> Response:
    """Lock a cable from its own page, which does not exist any more afterwards."""
    with site.runtime().transaction() as session:
        lock_id = spills.lock_whole(session, cable_id, **site.acting()).id
    if site.actor().may_somewhere(Permission.SETTLE_SPILLS):
        flash(str(LOCKED), "success")
        return redirect(url_for("spills.page", lock_id=lock_id), 303)
    flash(str(LOCKED_NOW), "success")
    return redirect(url_for("boards.my_day"), 303)


@blueprint.get("/locked/<int:lock_id>")
@requires(Permission.SETTLE_SPILLS)
def page(lock_id: int) -> str:
    """Show what became of a locked cable, who saw it, and which letters carried it."""
    with site.runtime().reading() as session:
        locked = spills.lock_of(session, lock_id, site.actor())
        trail = spill_trail.trail(session, locked, say=words.on_readers_clock)
    mine = locked.purge_asked_id is not None and locked.purge_asked_id == site.actor().officer_id
    return render_template(
        "admin/locked.html", locked=locked, trail=trail, is_mine=mine, name=locked_name(locked)
    )


@blueprint.post("/locked/<int:lock_id>/<any(unlock, ask, withdraw, purge):verb>")
@requires(Permission.SETTLE_SPILLS)
def act(lock_id: int, verb: str) -> Response:
    """Unlock a cable, ask for its purge, take that back, or confirm it as another person."""
    done, told = ACTS[verb]
    try:
        with site.runtime().transaction() as session:
            done(session, lock_id, **site.acting())
        flash(str(told), "success")
    except Conflict as error:
        flash(error.sentence, "error")
    return redirect(url_for("spills.page", lock_id=lock_id), 303)


def _list_page(form: Any) -> str:
    with site.runtime().reading() as session:
        found = spills.listed(session, site.actor())
    return render_template("admin/locked_list.html", form=form, found=found, name_of=locked_name)


def locked_name(locked: LockedCable) -> str:
    """Return what a locked cable is called: its number, or that of its text."""
    return locked.number or _("Text %(number)s", number=locked.cable_id)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
