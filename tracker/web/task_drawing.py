"""The forms of a task's page, drawn. One that nobody has filled in is drawn once for all pages it looks the same on.

Drawing the controls of some ten forms is most of such a page's work, and they differ from page to
page only in the number of the task, its version and the reader's token.
"""

from collections.abc import Callable, Mapping
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
from tracker.web.task_verbs import VERBS

ACTION, VERSION, TOKEN = "⟦action⟧", "⟦version⟧", "⟦token⟧"
Said = tuple[tuple[str, Any], ...]
Offer = tuple[tuple[str, str], ...]  # what may be chosen in a form: the value sent, the words shown


def drawer(task: TaskPage, filled: Mapping[str, TaskForm], *, may_cancel: bool) -> Callable[[str, str], str]:
    """Return what draws the form of a verb in a style, as HTML; a form that was sent keeps what was typed.

    Who may not cancel is not offered to call the task a duplicate, which ends it.
    """
    token = generate_csrf()
    tasks_at = url_for("tasks.listed")
    offers: dict[str, Offer] = {
        "assign": tuple((str(key), name) for key, name in task.officers),
        "link": tuple(
            (k, str(words)) for k, words in LINKS.items() if may_cancel or k != LinkKind.DUPLICATE_OF
        ),
    }

    def draw(verb: str, style: str) -> str:
        action = f"{tasks_at}/{task.id}/{verb}"
        form = filled.get(verb)
        if form is not None:
            _offer(form, offers.get(verb, ()))
            return _drawn(verb, style, form, action, token)
        offer = offers.get(verb, ())
        frame = _blank(verb, style, _said(verb, task), offer, (request.script_root, texts.spoken()))
        return frame.replace(ACTION, action).replace(VERSION, str(task.version)).replace(TOKEN, token)

    return draw


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
def _blank(verb: str, style: str, said: Said, offer: Offer, _frame: tuple[str, texts.Catalogue]) -> str:
    form = VERBS[verb].form(formdata=None, prefix=f"{verb}-", data=dict(said))
    form.version.raw_data = [VERSION]  # written as it is: as data it would have to be a number
    _offer(form, offer)
    return _drawn(verb, style, form, ACTION, TOKEN)


def _offer(form: TaskForm, offer: Offer) -> None:
    if isinstance(form, AssignForm):
        form.owner_id.choices = choices([("", _("Nobody")), *offer])
    if isinstance(form, LinkForm):
        form.kind.choices = choices(offer)


def _drawn(verb: str, style: str, form: TaskForm, action: str, token: str) -> str:
    template = current_app.jinja_env.get_template("tasks/form.html")
    return template.render(verb=verb, style=style, form=form, known=VERBS[verb], action=action, token=token)
