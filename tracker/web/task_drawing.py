"""The forms of a task's page, drawn. One that nobody has filled in is drawn once for all pages it looks the same on.

Drawing the controls of some ten forms is most of such a page's work, and they differ from page to
page only in the number of the task, its version and the reader's token.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

from flask import current_app, request, url_for
from flask_wtf.csrf import generate_csrf

from tracker import texts
from tracker.domain.task_links import LinkKind
from tracker.texts import _
from tracker.web.choosing import choices
from tracker.web.task_forms import LINKS, AssignForm, LinkForm, TaskForm
from tracker.web.task_page import TaskPage
from tracker.web.task_steps import Steps
from tracker.web.task_verbs import VERBS

ACTION, VERSION, TOKEN = "⟦action⟧", "⟦version⟧", "⟦token⟧"
OUTLINE = "usa-button--outline"
Said = tuple[tuple[str, Any], ...]
Offer = tuple[tuple[str, str], ...]  # what may be chosen in a form: the value sent, the words shown


class Place(StrEnum):
    """How a form stands on the page: alone, as a step of its own, or folded under its line."""

    BARE = "bare"
    OPEN = "open"
    FOLDED = "folded"


class Drawer:
    """Draws the forms of a task's page as HTML; a form that was sent keeps what was typed.

    Who may not cancel is not offered to call the task a duplicate, which ends it.
    """

    def __init__(self, task: TaskPage, filled: Mapping[str, TaskForm], *, may_cancel: bool) -> None:
        """Take the task, and the forms that were sent by their verbs."""
        self._task, self._filled, self._token = task, filled, generate_csrf()
        self._at = f"{url_for('tasks.listed')}/{task.id}"
        self._offers: dict[str, Offer] = {
            "assign": tuple((str(key), name) for key, name in task.officers),
            "link": tuple(
                (k, str(words)) for k, words in LINKS.items() if may_cancel or k != LinkKind.DUPLICATE_OF
            ),
        }

    def form(self, verb: str, style: str = "") -> str:
        """Return the form of a verb in a style."""
        return self._one(verb, style, Place.BARE)

    def folded(self, verb: str) -> str:
        """Return the form of a verb folded under its line."""
        return self._one(verb, "", Place.FOLDED)

    def steps(self, steps: Steps) -> str:
        """Return the forms of what may be done: the likeliest step first, the others small, then the folded ones."""
        draw = self._one if self._filled else self._blank
        found = [
            draw(verb, OUTLINE if n else "", Place.OPEN)
            if n == 0 or not VERBS[verb].title
            else draw(verb, "", Place.FOLDED)
            for n, verb in enumerate(steps.first)
        ]
        small = [draw(verb, OUTLINE, Place.BARE) for verb in steps.others if not VERBS[verb].title]
        if small:
            found += ['<div class="acts">', *small, "</div>"]
        found += [draw(verb, "", Place.FOLDED) for verb in steps.others if VERBS[verb].title]
        drawn = "".join(found)
        return drawn if self._filled else self._put(drawn)  # nothing is put into what somebody typed

    def _one(self, verb: str, style: str, place: Place) -> str:
        form = self._filled.get(verb)
        if form is None:
            return self._put(self._blank(verb, style, place))
        _offer(form, self._offers.get(verb, ()))
        return _drawn(verb, style, place, form, (f"{self._at}/{verb}", self._token))

    def _blank(self, verb: str, style: str, place: Place) -> str:
        """Return a form that nobody has filled in, without its address, version and token."""
        known = request.script_root, texts.spoken()
        return _blank(verb, style, place, (_said(verb, self._task), self._offers.get(verb, ())), known)

    def _put(self, drawn: str) -> str:
        version = str(self._task.version)
        return drawn.replace(ACTION, self._at).replace(VERSION, version).replace(TOKEN, self._token)


def _said(verb: str, task: TaskPage) -> Said:
    """Return what stands in a form before anybody fills it in."""
    if verb == "due":
        return (("due_on", task.due_on), ("due_time", task.due_time or "COB"), ("due_zone", "post"))
    if verb == "grant":
        return (("due_on", task.asked_on),)
    if verb == "assign":
        return (("owner_id", str(task.owner_id or "")),)
    return ()


@lru_cache(maxsize=512)
def _blank(
    verb: str, style: str, place: Place, known: tuple[Said, Offer], _frame: tuple[str, texts.Catalogue]
) -> str:
    said, offer = known
    form = VERBS[verb].form(formdata=None, prefix=f"{verb}-", data=dict(said))
    form.version.raw_data = [VERSION]  # written as it is: as data it would have to be a number
    _offer(form, offer)
    return _drawn(verb, style, place, form, (f"{ACTION}/{verb}", TOKEN))


def _offer(form: TaskForm, offer: Offer) -> None:
    if isinstance(form, AssignForm):
        form.owner_id.choices = choices([("", _("Nobody")), *offer])
    if isinstance(form, LinkForm):
        form.kind.choices = choices(offer)


def _drawn(verb: str, style: str, place: Place, form: TaskForm, sent: tuple[str, str]) -> str:
    """Return a form in its place, with the address and the token that it is sent with."""
    action, token = sent
    return current_app.jinja_env.get_template("tasks/form.html").render(
        verb=verb,
        style=style,
        place=place,
        form=form,
        known=VERBS[verb],
        action=action,
        token=token,
        is_sent=token != TOKEN,
    )
