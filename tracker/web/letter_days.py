"""The letters of any day, on the reader's clock: those that went, with what became of each, and those to come."""

from datetime import date, time

from flask import Blueprint, Flask, render_template, request

from tracker.domain.access import Permission
from tracker.domain.workdays import DAY, local_day, moment_of
from tracker.services import letter_days
from tracker.services.letter_days import DayLetter
from tracker.services.reminder_plans import TooMuch
from tracker.web import site, words
from tracker.web.site import requires

FARTHEST = 366  # days to come

blueprint = Blueprint("letter_days", __name__)


@blueprint.get("/letters")
@requires(Permission.SEE_MAIL)
def page() -> str:
    """Show the letters of a day, the present one where none is asked for."""
    held, zone = site.runtime(), site.reader_place().zone
    now, only_posts = held.now(), site.actor().posts_where(Permission.SEE_MAIL)
    today = local_day(now, zone)
    day = min(_asked(today), today + DAY * FARTHEST)
    between = moment_of(day, time(0), zone), moment_of(day + DAY, time(0), zone)
    too_much, coming = "", list[DayLetter]()
    with held.reading() as session:
        gone = letter_days.gone(session, between, only_posts=only_posts, say=words.on_readers_clock)
        try:
            coming = letter_days.coming(
                session, between, now=now, installation=held.installation, only_posts=only_posts
            )
        except TooMuch as error:
            too_much = error.sentence
    return render_template(
        "boards/letter_days.html",
        day=day,
        today=today,
        before=day - DAY,
        after=day + DAY,
        gone=gone,
        coming=coming,
        too_much=too_much,
        may_read=site.actor().may_somewhere(Permission.READ_TASKS),
        is_cut=len(gone) >= letter_days.MOST_GONE,
    )


def _asked(today: date) -> date:
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return today


def install(app: Flask) -> None:
    """Add the page."""
    app.register_blueprint(blueprint)
