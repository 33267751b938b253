"""The pages behind the links in letters: they need no account, and looking at them changes nothing."""

from flask import Blueprint, Flask, render_template

from tracker.domain.tokens import Purpose
from tracker.errors import Invalid
from tracker.services import leave_links, letter_links
from tracker.services.letter_links import Opened
from tracker.web import site
from tracker.web.site import open_to_everybody
from tracker.web.task_forms import OutcomeForm

blueprint = Blueprint("letter_links", __name__)


class LetterOutcomeForm(OutcomeForm):
    """What came of it. The address is the secret that a forged form would lack, so there is no other."""

    class Meta:
        """No token beside the one in the address."""

        csrf = False


@blueprint.get("/do/<token>")
@open_to_everybody
def page(token: str) -> str:
    """Show what the link is for, with one button."""
    return _render(_opened(token), LetterOutcomeForm(formdata=None))


@blueprint.post("/do/<token>")
@open_to_everybody
def press(token: str) -> str | tuple[str, int]:
    """Do it; mail programs that let a watcher leave in one act send the same."""
    form = LetterOutcomeForm()
    try:
        return _render(_pressed(token, form), form)
    except Invalid as error:
        for name, sentence in error.fields.items():
            form[name].errors = [sentence]
        return _render(_opened(token), form), 422


def _opened(token: str) -> Opened:
    held = site.runtime()
    with held.reading() as session:
        if leave_links.is_one(token):
            return leave_links.opened(session, token, now=held.now(), installation=held.installation)
        return letter_links.opened(session, token, now=held.now(), installation=held.installation)


def _pressed(token: str, form: LetterOutcomeForm) -> Opened:
    if not form.validate():
        raise Invalid({name: str(told[0]) for name, told in form.errors.items() if name})
    held = site.runtime()
    with held.transaction() as session:
        if leave_links.is_one(token):
            return leave_links.press(session, token, now=held.now(), installation=held.installation)
        return letter_links.press(
            session,
            token,
            outcome=form.outcome.data,
            note=form.note.data,
            now=held.now(),
            installation=held.installation,
        )


def _render(found: Opened, form: LetterOutcomeForm) -> str:
    return render_template(
        "letters/link.html", link=found, form=form, asks_outcome=found.purpose is Purpose.DONE
    )


def install(app: Flask) -> None:
    """Add the pages; a form of theirs is known by its address."""
    app.extensions["csrf"].exempt(blueprint)
    app.register_blueprint(blueprint)
