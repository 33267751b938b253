"""My reminders: how an officer wants his letters, who stands in while he is away, and what goes next."""

from datetime import time
from typing import Any

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, DateField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from tracker import texts
from tracker.errors import Invalid, NotFound
from tracker.services import absences, languages, letter_days, letter_wishes
from tracker.services.absences import Away
from tracker.services.clocks import officer_calendar
from tracker.services.letter_wishes import Wanted
from tracker.store.people import Officer
from tracker.store.queries import own_reminders
from tracker.texts import _, later
from tracker.web import site
from tracker.web.choosing import choices
from tracker.web.review import WORKERS
from tracker.web.site import requires

DAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
HOURS = [f"{hour:02}:{minute}" for hour in range(7, 20) for minute in ("00", "30")]
SHOWN = 30  # days of the plan

blueprint = Blueprint("my_reminders", __name__)


class WishesForm(FlaskForm):  # type: ignore[misc]
    """How letters come."""

    way = RadioField(
        later("A new task"),
        choices=choices(
            [("digest", later("with the letter of the next morning")), ("once", later("in a letter at once"))]
        ),
    )
    send_at = SelectField(
        later("Hour of the morning letter"),
        choices=choices([("", later("the usual one")), *zip(HOURS, HOURS, strict=True)]),
    )
    days = SelectMultipleField(
        later("Only on these days"),
        choices=choices((str(n), day) for n, day in enumerate(DAYS)),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    early = BooleanField(later("Days before it is due, and now and then where there is no due day"))
    due = BooleanField(later("On the due day"))
    late = BooleanField(later("When it is late"))
    late_to_id = SelectField(later("Who gets what is late, where you do not"), validate_choice=False)
    language = SelectField(later("Language of your letters"), validate_choice=False)


class AwayForm(FlaskForm):  # type: ignore[misc]
    """Days away, and who stands in."""

    first_on = DateField(later("First day away"), validators=[Optional()])
    last_on = DateField(later("Last day away"), validators=[Optional()])
    stand_in_id = SelectField(later("Who stands in"), validate_choice=False)


FORMS: dict[str, type[FlaskForm]] = {"wishes": WishesForm, "away": AwayForm}


@blueprint.get("/my-reminders")
@requires()
def page() -> str:
    """Show an officer's own reminders."""
    return _render()


@blueprint.post("/my-reminders")
@requires()
def act() -> Response | tuple[str, int]:
    """Keep wishes, say who stands in, or end an absence."""
    verb = request.form.get("verb", "")
    form: Any = FORMS[verb](prefix=f"{verb}-") if verb in FORMS else None
    try:
        with site.runtime().transaction() as session:
            told = _do(session, verb, form)
    except Invalid as error:
        assert form is not None
        for name, sentence in error.fields.items():
            form[name].errors = [sentence]
        return _render(**{verb: form}), 422
    flash(str(told), "success")
    return redirect(url_for("my_reminders.page"), 303)


def _do(session: Session, verb: str, form: Any) -> str:
    acting, officer_id = site.acting(), _officer_id()
    match verb:
        case "wishes":
            letter_wishes.set_wishes(session, officer_id, _wanted(form), **acting)
            if is_choice():
                languages.choose(session, officer_id, form.language.data or None, **acting)
            return _("Kept. The plan below follows it.")
        case "away":
            away = Away(
                stand_in_id=_number(form.stand_in_id.data),
                first_on=form.first_on.data,
                last_on=form.last_on.data,
            )
            absences.add(session, officer_id, away, **acting)
            return _("Noted. Your letters go to the stand-in on these days, and to you again after.")
        case "end":
            absences.end(session, _number(request.form.get("absence")) or 0, **acting)
            return _("Your letters come to you again.")
        case _:
            raise NotFound


def _wanted(form: WishesForm) -> Wanted:
    hour = form.send_at.data or ""
    return Wanted(
        at_once=form.way.data == "once",
        send_at=time.fromisoformat(hour) if hour in HOURS else None,
        days=tuple(int(day) for day in form.days.data or ()),
        early=bool(form.early.data),
        due=bool(form.due.data),
        late=bool(form.late.data),
        late_to_id=_number(form.late_to_id.data),
    )


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isdecimal() else None


def _officer_id() -> int:
    officer_id = site.actor().officer_id
    if officer_id is None:
        raise NotFound
    return officer_id


def _render(wishes: WishesForm | None = None, away: AwayForm | None = None) -> str:
    held = site.runtime()
    with held.looking() as session:
        own = own_reminders.of_officer(session, _officer_id(), WORKERS)
        letters = letter_days.plan_for(
            session, own.officer, now=held.now(), days=SHOWN, installation=held.installation
        )
    officer, book = own.officer, held.installation.book
    today = officer_calendar(officer, book).local_day(held.now())
    rows = [
        (row.id, row.first_on, row.last_on, row.stand_in.name) for row in own.absences if row.last_on >= today
    ]
    named = choices([("", _("Choose somebody")), *((str(key), name) for key, name in own.others)])
    wishes, away = wishes or _fresh(officer), away or AwayForm(formdata=None, prefix="away-")
    wishes.late_to_id.choices = away.stand_in_id.choices = named
    wishes.language.choices = _languages(held.settings.language)
    return render_template(
        "my_reminders.html",
        wishes=wishes,
        away=away,
        faulty=next((form for form in (wishes, away) if form.errors), None),
        letters=letters,
        absences=rows,
        days=SHOWN,
        has_languages=is_choice(),
    )


def is_choice() -> bool:
    """Return whether there are texts in more languages than one."""
    return len(texts.CATALOGUES) > 1


def _languages(usual: str) -> list[tuple[str, str]]:
    names = {tag: texts.NAMES.get(tag, tag) for tag in texts.CATALOGUES}
    return choices([("", _("the usual one (%(name)s)", name=names[usual])), *names.items()])


def _fresh(officer: Officer) -> WishesForm:
    wanted = letter_wishes.wanted_by(officer)
    said = {
        "way": "once" if wanted.at_once else "digest",
        "send_at": f"{wanted.send_at:%H:%M}" if wanted.send_at else "",
        "days": [str(day) for day in wanted.days],
        "early": wanted.early,
        "due": wanted.due,
        "late": wanted.late,
        "late_to_id": str(wanted.late_to_id or ""),
        "language": officer.language or "",
    }
    return WishesForm(formdata=None, prefix="wishes-", data=said)


def install(app: Flask) -> None:
    """Add the page."""
    app.register_blueprint(blueprint)
