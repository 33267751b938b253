"""Review: the cable beside its proposals, and a person's verdict on each with one key or one click."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, DateField, HiddenField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from tracker.domain import access
from tracker.domain.access import Permission
from tracker.domain.due import Clash, Due
from tracker.domain.lifecycle import Verdict
from tracker.errors import Invalid, NotFound
from tracker.services import contacts, deadlines, readings, review
from tracker.services.review import Change
from tracker.store.cables import ProposalRecord
from tracker.store.queries import pages, whole_cables
from tracker.store.queries.whole_cables import WholeCable
from tracker.store.tasks import Task
from tracker.texts import _, later, ngettext
from tracker.web import read_trail, site, words
from tracker.web.choosing import choices
from tracker.web.closing_page import closings_of
from tracker.web.review_page import KINDS, PASSING, asked_of, due_read, line_of, refs_of, review_page, tags_of
from tracker.web.site import requires

HOURS: list[tuple[str, str]] = [
    ("COB", later("close of business")),
    ("OOB", later("opening of business")),
    ("NOON", later("noon")),
] + [(f"{hour:02}:00", f"{hour:02}:00") for hour in range(7, 24)]
CLOCKS: list[tuple[str, str]] = [("post", later("the post")), ("Washington", later("Washington"))]
WORKERS = [role.value for role, permits in access.PERMITS.items() if Permission.WORK_TASKS in permits]

MOST_CLASHES = 3  # posts whose day off is told in full
MANY = 60  # posts; more are told closely set, to keep the page light

blueprint = Blueprint("review", __name__)


class ChangeForm(FlaskForm):  # type: ignore[misc]
    """A proposal as a person changes it."""

    title = StringField(
        later("What is asked"),
        validators=[
            InputRequired(later("Write in a few words what is asked.")),
            Length(max=readings.LONGEST_TITLE),
        ],
    )
    posts = SelectMultipleField(
        later("Posts that must act"), option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )
    more = StringField(later("Another post"))
    due_on = DateField(later("Due day"), validators=[Optional()])
    due_time = SelectField(later("Hour"))
    due_zone = SelectField(later("On the clock of"))
    is_undated = BooleanField(later("No due day"))
    owner = SelectField(later("Owner"))
    choice = HiddenField()  # what was pressed where the day is not a working day: a day, or "keep"
    clash: Clash | None = None  # why the day is not a good one


class PlainForm(FlaskForm):  # type: ignore[misc]
    """A button."""


@blueprint.get("/cables/<int:cable_id>")
@requires(Permission.READ_TASKS, Permission.READ_CABLES)
def page(cable_id: int) -> str:
    """Show the cable beside its proposals; `?change=` opens one of them."""
    with site.runtime().reading() as session:
        whole = _whole(session, cable_id)
        chosen = request.args.get("change", type=int)
        open_one = _proposal(whole, chosen) if chosen and _may_review() else None
        is_open = open_one is not None and open_one.verdict == Verdict.WAITING
        form = _change_form(session, open_one, whole) if open_one and is_open else None
    read_trail.opened("cable", cable_id)
    return _render(whole, chosen, form)


@blueprint.post("/cables/<int:cable_id>/proposals/<int:proposal_id>/accept")
@requires(Permission.REVIEW)
def accept(cable_id: int, proposal_id: int) -> Response:
    """Accept a proposal as it was read; where that cannot be, open it for change."""
    try:
        with site.runtime().transaction() as session:
            flash(_made(session, review.accept(session, proposal_id, **site.acting())), "success")
    except Invalid as error:
        flash(error.sentence, "error")
        return redirect(url_for("review.page", cable_id=cable_id, change=proposal_id, _anchor="change"), 303)
    return _onward(cable_id, proposal_id)


@blueprint.post("/cables/<int:cable_id>/proposals/<int:proposal_id>/change")
@requires(Permission.REVIEW)
def change(cable_id: int, proposal_id: int) -> Response | tuple[str, int]:
    """Accept a proposal with changes."""
    with site.runtime().reading() as session:
        whole = _whole(session, cable_id)
        proposal = _proposal(whole, proposal_id)
        form = _change_form(session, proposal, whole)
    if form.validate_on_submit():
        try:
            with site.runtime().transaction() as session:
                wanted = _on_a_working_day(form, _change(form, proposal, whole), proposal, whole)
                made = review.accept(session, proposal_id, change=wanted, **site.acting())
                flash(_made(session, made), "success")
            return _onward(cable_id, proposal_id)
        except Invalid as error:
            _show(form, error)
    return _render(whole, proposal_id, form), 422


@blueprint.post("/cables/<int:cable_id>/proposals/<int:proposal_id>/leave-out")
@requires(Permission.REVIEW)
def leave_out(cable_id: int, proposal_id: int) -> Response:
    """Leave a proposal out."""
    act = site.acting()
    with site.runtime().transaction() as session:
        review.dismiss(session, proposal_id, by=act["by"], now=act["now"])
    return _onward(cable_id, proposal_id)


@blueprint.post("/cables/<int:cable_id>/proposals/<int:proposal_id>/reconsider")
@requires(Permission.REVIEW)
def reconsider(cable_id: int, proposal_id: int) -> Response:
    """Put a proposal back before a person."""
    with site.runtime().transaction() as session:
        review.reconsider(session, proposal_id, **site.acting())
    return redirect(url_for("review.page", cable_id=cable_id, _anchor=f"ask-{proposal_id}"), 303)


@blueprint.post("/cables/<int:cable_id>/accept-all")
@requires(Permission.REVIEW)
def accept_all(cable_id: int) -> Response:
    """Accept every ask that awaits a verdict, all of them or none."""
    with site.runtime().transaction() as session:
        flash(_made(session, review.accept_all(session, cable_id, **site.acting())), "success")
    return redirect(url_for("review.page", cable_id=cable_id), 303)


@blueprint.post("/cables/<int:cable_id>/contacts")
@requires(Permission.REVIEW)
def keep_contacts(cable_id: int) -> Response:
    """Keep who may be written to: those ticked, and nobody else."""
    ticked = set(request.form.getlist("contact", type=int))
    act = site.acting()
    with site.runtime().transaction() as session:
        for contact in _whole(session, cable_id).record.contacts:
            if contact.id in ticked and contact.confirmed_at is None:
                contacts.confirm(session, contact.id, **act)
            elif contact.id not in ticked and contact.confirmed_at is not None:
                contacts.unconfirm(session, contact.id, **act)
    told = ngettext(
        "Letters may go to %(num)s point of contact.",
        "Letters may go to %(num)s points of contact.",
        len(ticked),
    )
    flash(told, "success")
    return redirect(url_for("review.page", cable_id=cable_id), 303)


def _whole(session: Session, cable_id: int) -> WholeCable:
    return whole_cables.whole_cable(session, cable_id, only_posts=site.posts_read())


def _may_review() -> bool:
    return site.actor().may_somewhere(Permission.REVIEW)


def _proposal(whole: WholeCable, proposal_id: int) -> ProposalRecord:
    for proposal in whole.record.proposals:
        if proposal.id == proposal_id:
            return proposal
    raise NotFound


def _change_form(session: Session, proposal: ProposalRecord, whole: WholeCable) -> ChangeForm:
    asked = asked_of(proposal, whole.record, site.runtime().installation.book)
    names = [post.designator for post in asked.posts]
    said = {
        "title": proposal.title,
        "posts": names,
        "due_on": _read_day(proposal, whole),
        "due_time": proposal.due_time or "COB",
        "due_zone": proposal.due_zone or "post",
        "owner": "",
    }
    form = ChangeForm(data=said)
    form.posts.choices = choices((name, name) for name in names)
    form.due_time.choices = choices(_with(HOURS, proposal.due_time))
    form.due_zone.choices = choices(_with(CLOCKS, proposal.due_zone))
    officers = pages.officers_at(session, names, WORKERS)
    form.owner.choices = choices(
        [("", _("Nobody yet: the post decides")), *((str(key), name) for key, name in officers)]
    )
    return form


def _with(choices: list[tuple[str, str]], said: str | None) -> list[tuple[str, str]]:
    known = {value for value, _ in choices}
    return choices if said is None or said in known else [(said, said), *choices]


def _change(form: ChangeForm, proposal: ProposalRecord, whole: WholeCable) -> Change:
    """Return what differs from what was read; what was not touched stays as the cable says it."""
    asked = asked_of(proposal, whole.record, site.runtime().installation.book)
    read = [post.designator for post in asked.posts]
    chosen = [*(form.posts.data or []), *_names(form.more.data)]
    is_same_day = (form.due_on.data, form.due_time.data, form.due_zone.data) == (
        _read_day(proposal, whole),
        proposal.due_time or "COB",
        proposal.due_zone or "post",
    )
    is_undated = bool(form.is_undated.data) and proposal.due_on is not None
    keeps_due = is_undated or is_same_day or form.due_on.data is None
    return Change(
        title=form.title.data if form.title.data != proposal.title else None,
        posts=tuple(chosen) if chosen != read or asked.unresolved else None,
        owner_id=int(form.owner.data) if form.owner.data else None,
        is_undated=is_undated or (form.due_on.data is None and proposal.due_on is not None),
        **({} if keeps_due else _due_of(form)),
    )


def _read_day(proposal: ProposalRecord, whole: WholeCable) -> date | None:
    """Return the day that was read; of counted working days the one day of all posts, where there is but one."""
    book = site.runtime().installation.book
    days = {
        deadlines.counted_at(proposal, due_read(proposal), post, whole.record, book).due.on
        for post in asked_of(proposal, whole.record, book).posts
    }
    return days.pop() if len(days) == 1 else proposal.due_on


def _on_a_working_day(
    form: ChangeForm, wanted: Change, proposal: ProposalRecord, whole: WholeCable
) -> Change:
    """Return the change with the day chosen; raise Invalid, with days to choose from, where a post does not work."""
    if wanted.due_on is None:
        return wanted
    book = site.runtime().installation.book
    asked = asked_of(proposal, whole.record, book, wanted.posts)
    due = Due(on=wanted.due_on, time=wanted.due_time, zone=wanted.due_zone)
    found = [clash for post in asked.posts if (clash := deadlines.clash_at(post, due, book)) is not None]
    choice = form.choice.data or ""
    if found and not choice:
        form.clash = found[0]
        raise Invalid({"due_on": " ".join(dict.fromkeys(clash.words for clash in found[:MOST_CLASHES]))})
    chosen = deadlines.chosen(due, found[0] if found else None, choice)
    return replace(wanted, due_on=chosen.due.on, note=chosen.said)


def _due_of(form: ChangeForm) -> dict[str, Any]:
    return {"due_on": form.due_on.data, "due_time": form.due_time.data, "due_zone": form.due_zone.data}


def _names(typed: str | None) -> list[str]:
    return [name.strip() for name in (typed or "").split(",") if name.strip()]


def _show(form: ChangeForm, error: Invalid) -> None:
    """Put each sentence at its field."""
    places = {"owner_id": "owner", "posts": "more"}
    for name, sentence in error.fields.items():
        field = form[places.get(name, name)]
        field.errors = [*field.errors, sentence]


def _made(session: Session, tasks: list[Task]) -> str:
    if not tasks:
        return _("Every ask was decided already. Nothing was changed.")
    posts = list(dict.fromkeys(task.post.name for task in tasks))
    whose = words.listed(posts)
    if len(posts) > 3:
        whose = ngettext("%(num)s post", "%(num)s posts", len(posts))
    return ngettext(
        "Accepted: %(num)s task for %(posts)s.",
        "Accepted: %(num)s tasks for %(posts)s.",
        len(tasks),
        posts=whose,
    )


def _onward(cable_id: int, decided: int) -> Response:
    """Go to the next proposal that awaits a verdict."""
    with site.runtime().reading() as session:
        record = _whole(session, cable_id).record
    waiting = [
        p.id
        for p in record.proposals
        if p.kind == "ask" and p.verdict == Verdict.WAITING and p.version == record.version
    ]
    following = [proposal_id for proposal_id in waiting if proposal_id > decided] or waiting
    anchor = f"ask-{following[0]}" if following else "asks"
    return redirect(url_for("review.page", cable_id=cable_id, _anchor=anchor), 303)


def _render(whole: WholeCable, chosen: int | None, form: ChangeForm | None) -> str:
    book = site.runtime().installation.book
    with site.runtime().reading() as session:
        found = closings_of(session, whole.record, site.posts_read(), site.acting())
    return render_template(
        "cables/review.html",
        cable=review_page(whole, book, site.runtime().now(), found.lights),
        closings=found,
        changed=whole.changed,
        chosen=chosen if form else None,
        form=form,
        may_review=_may_review(),
        may_lock=site.actor().may_somewhere(Permission.LOCK_CABLES),
        plain=PlainForm(),
        designators=_others(form) if form else [],
        many=MANY,
        line=line_of(whole.record),
        refs=refs_of(whole.record),
        tags=tags_of(whole.record, book),
        kinds=KINDS,
        passing=PASSING,
    )


def _others(form: ChangeForm) -> list[str]:
    """Return the posts that are not among those to tick."""
    offered: Any = form.posts.choices
    there = {choice.value for choice in offered}
    book = site.runtime().installation.book
    return [post.designator for post in book if post.designator not in there]


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
