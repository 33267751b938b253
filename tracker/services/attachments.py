"""Files on a task: text alone, looked through at the door like every text, kept under a name of ours.

A file that cannot be read as text cannot be looked through, and is refused: so are PDF and Office files.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.errors import Conflict, Invalid, NotFound
from tracker.services import door, edits
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor
from tracker.settings import Settings
from tracker.store.attachments import Attachment
from tracker.texts import later

KB = 1024
KINDS = ("txt", "csv", "md", "html", "htm")
MOST = 20  # on one task
LONGEST_NAME = 60
ATTACHED = "attached"
PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|div|p|table|h1)\b", re.IGNORECASE)
NOT_TEXT = later(
    "Only text can be attached here (.txt, .csv, .md, .html): another file cannot be looked through for "
    "classification marks. Open it, save its text, and attach that."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it came, and all the text that was read from it; None where it cannot be read as text."""

    name: str
    data: bytes
    text: str | None


def attach(
    session: Session, task_id: int, *, upload: Upload, version: int | None = None, **act: Unpack[Acting]
) -> Attachment:
    """Put the file on the task; raise Invalid for what is no text, RefusedText for what may not be held."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    settings = act["installation"].settings
    if not upload.data or len(upload.data) > settings.max_text_bytes:
        raise Invalid(
            {
                "upload": later(
                    "Choose a file that is not empty and not larger than %(size)s.",
                    size=_size(settings.max_text_bytes),
                )
            }
        )
    if upload.text is None:
        raise Invalid({"upload": NOT_TEXT})
    _look_through(upload, upload.text, settings)
    name = _own_name(upload)
    count = session.scalar(select(func.count(Attachment.id)).where(Attachment.task_id == task.id)) or 0
    if count >= MOST:
        raise Conflict(later("This task has %(number)s files already.", number=MOST))
    row = Attachment(
        task_id=task.id,
        name=name,
        size=len(upload.data),
        digest=hashlib.sha256(upload.data).hexdigest(),
        data=upload.data,
        added_by=act["by"].name,
        added_at=act["now"],
    )
    session.add(row)
    session.flush()
    edits.finish(session, task, Line(kind=ATTACHED, after=_told(row)), act)
    return row


def _look_through(upload: Upload, text: str, settings: Settings) -> None:
    """Raise RefusedText where the file's name, its text or its source may not be held."""
    raw = upload.data.decode("utf-8", "replace")  # a page's source tells more than its words
    said = " ".join(re.findall(r"[A-Za-z0-9]+", upload.name.rpartition(".")[0]))
    refused = [door.refusal_of_name(upload.name)]
    refused += [door.refusal(words, settings) for words in (text, f"{raw}\n\n{said}\n")]
    for one in refused:
        if one is not None:
            raise door.RefusedText(one)


def of_task(session: Session, task_id: int, attachment_id: int, by: Actor) -> Attachment:
    """Return a file of a task that the actor may see; raise NotFound."""
    row = session.get(Attachment, attachment_id)
    if row is None or row.task_id != task_id:
        raise NotFound
    edits.seen(session, task_id, by)
    return row


def _told(row: Attachment) -> dict[str, Any]:
    """Return what the history, and the page from it, say of a file."""
    return {"file": row.id, "name": row.name, "bytes": row.size, "sha256": row.digest}


def _own_name(upload: Upload) -> str:
    """Return a name of ours; raise Invalid where the file is not what its name says, or no text."""
    stem, _dot, kind = upload.name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    kind = kind.lower()
    is_page = PAGE.match(upload.data[:2000].decode("utf-8-sig", "replace"))
    if kind not in KINDS or b"\x00" in upload.data:
        raise Invalid({"upload": NOT_TEXT})
    if (kind in ("html", "htm")) != bool(is_page):
        raise Invalid(
            {"upload": later("This file is not what its name says. Give it the right ending and try again.")}
        )
    safe = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-")[:LONGEST_NAME] or "file"
    return f"{safe}.{kind}"


def _size(count: int) -> str:
    """Return "1 MB", "1.5 MB", "500 KB"."""
    return f"{count / KB / KB:.3g} MB" if count >= KB * KB else f"{count / KB:.3g} KB"
