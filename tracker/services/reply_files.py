"""The files of a reply: kept on its task as the page keeps them, under the same limits and names of ours."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from tracker.domain.bounces import Incoming
from tracker.errors import Conflict, Invalid
from tracker.services import attachments
from tracker.services.attachments import Upload
from tracker.services.installation import Acting


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What became of a reply's files: the names of those kept, and the others with why not."""

    kept: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


def keep(session: Session, task_id: int, mail: Incoming, act: Acting) -> Files:
    """Put the files on the task; raise RefusedText where one may not be held."""
    kept, refused = [], []
    for file in mail.files:
        upload = Upload(name=file.name, data=file.data, text=file.text)
        try:
            kept.append(attachments.attach(session, task_id, upload=upload, **act).name)
        except (Invalid, Conflict) as error:
            refused.append((file.name, error.sentence))
    return Files(kept=tuple(kept), refused=tuple(refused))
