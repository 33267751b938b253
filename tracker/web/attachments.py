"""Files on a task, and its cable's paper to hand over: downloads that no browser opens in the site."""

from flask import Blueprint, Flask, flash, make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from tracker.adapters import documents, papers
from tracker.domain.access import Permission
from tracker.errors import Invalid, NotFound, TrackerError
from tracker.services import attachments, door
from tracker.services import papers as handed_out
from tracker.services.allowance import Costly
from tracker.services.attachments import Upload
from tracker.texts import _
from tracker.web import read_trail, site
from tracker.web.cables import refused_page
from tracker.web.site import counted_as, requires

blueprint = Blueprint("attachments", __name__)


@blueprint.post("/tasks/<int:task_id>/attachments")
@requires(Permission.WORK_TASKS)
@counted_as(Costly.UPLOAD)
def attach(task_id: int) -> Response | tuple[str, int]:
    """Put a file on a task; one that is refused leaves an incident, and nothing of its text."""
    try:
        upload = _upload()
        with site.runtime().transaction() as session:
            row = attachments.attach(session, task_id, upload=upload, **site.acting())
            flash(_("%(file)s is on the task.", file=row.name), "success")
    except door.RefusedText as refused:
        return refused_page(refused), 422
    except Invalid as error:
        flash(error.sentence, "error")
    return redirect(url_for("tasks.page", task_id=task_id), 303)


def _upload() -> Upload:
    """Return the file that was sent, read; of none, and of one that is too large, the service says so."""
    sent = request.files.get("upload")
    data = sent.read() if sent is not None else b""
    name, largest = (sent.filename or "") if sent is not None else "", site.runtime().settings.max_text_bytes
    if len(data) > largest:
        return Upload(name=name, data=data, text="")
    try:
        text = documents.text_of(data, name=_("The file"), largest=largest)
    except TrackerError:
        return Upload(name=name, data=data, text=None)
    return Upload(name=name, data=data, text=text)


@blueprint.get("/tasks/<int:task_id>/attachments/<int:attachment_id>")
@requires(Permission.READ_TASKS)
@counted_as(Costly.EXPORT, then=read_trail.downloaded)
def download(task_id: int, attachment_id: int) -> Response:
    """Give a file to be kept, never to be opened here."""
    with site.runtime().transaction() as session:
        row = attachments.of_task(session, task_id, attachment_id, site.actor())
        data, name = row.data, row.name
    return _to_keep(name, data)


@blueprint.get("/tasks/<int:task_id>/papers/<int:paper_id>.<any(txt, docx):ending>")
@requires(Permission.READ_TASKS)
@counted_as(Costly.EXPORT, then=read_trail.downloaded)
def paper(task_id: int, paper_id: int, ending: str) -> Response:
    """Give the paper to hand over, as letters carry it; one that may not be passed is not there."""
    with site.runtime().looking() as session:
        cable, found = handed_out.of_task(session, task_id, paper_id, site.actor())
    made = {file.name.rpartition(".")[2]: file for file in papers.files(cable, found, papers.bind)}
    if ending not in made:
        raise NotFound
    return _to_keep(made[ending].name, made[ending].data)


def _to_keep(name: str, data: bytes) -> Response:
    reply = make_response(data)
    reply.headers["Content-Type"] = "application/octet-stream"
    reply.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    reply.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return reply


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
