"""The door at the edge of the pages: what is typed is looked at before any view runs; by default, every field is."""

from collections.abc import Iterator

from flask import Flask, abort, render_template, request
from flask_login import current_user

from tracker.domain.access import Permission
from tracker.services import door
from tracker.services.door import Refusal
from tracker.services.installation import Actor
from tracker.services.signing_in import NOBODY
from tracker.web import site

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
ELSEWHERE = {  # fields that another door looks at, or of which only a hash is kept
    "cables.take_in": ("text", "upload"),
    "attachments.attach": ("upload",),
    "demo.answer": ("words",),
    "signin.enter": ("password",),
    "account.password": ("old", "password", "again"),
    "welcome.choose": ("password", "again"),
}
OURS = ("csrf_token",)
TITLES = ("title", "name", "what")  # heads of something: the last part of a field's name


def look() -> tuple[str, int] | None:
    """Answer 422 where a field bears a mark: an incident is kept, and nothing of what was typed."""
    if request.method in ("GET", "HEAD", "OPTIONS"):  # these write nothing; their log lines name no words
        return None
    if request.content_length and request.mimetype not in FORMS:
        abort(415)
    refused = next(_refusals(), None)
    return None if refused is None else (_refused_page(refused), 422)


def _refusals() -> Iterator[Refusal]:
    settings = site.runtime().settings
    passed = (*ELSEWHERE.get(request.endpoint or "", ()), *OURS)
    for name, words in (*request.args.items(multi=True), *request.form.items(multi=True)):
        if name not in passed:
            last = name.rpartition("-")[2]
            yield from _some(door.refusal_of_words(words, settings, is_title=last in TITLES))
    for name, file in request.files.items(multi=True):
        if name not in passed:
            yield from _some(door.refusal_of_name(file.filename or ""))
            yield from _some(door.refusal_of_table(file.read(), settings))
            file.seek(0)


def _some(refused: Refusal | None) -> Iterator[Refusal]:
    if refused is not None:
        yield refused


def _refused_page(refused: Refusal) -> str:
    now, is_known = site.runtime().now(), current_user.is_authenticated
    by = site.actor() if is_known else Actor(name=NOBODY, way=site.WAY, source=site.source())
    number = None
    with site.runtime().transaction() as session:
        if is_known or not door.is_flooded(session, by=by, now=now):
            number = door.record(session, refused, by=by, now=now, place=request.endpoint).id
    reads = is_known and by.may_somewhere(Permission.READ_TASKS)
    return render_template(
        "cables/refused.html", sentence=refused.sentence, number=number, is_typed=True, reads=reads
    )


def install(app: Flask) -> None:
    """Look at all that comes in, behind the checks of where a form stood."""
    app.before_request(look)
