"""A cable's paper to hand over, for whoever may see a task of that cable; none that may not be passed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.letter import Paper
from tracker.errors import NotFound
from tracker.services import cable_files, edits
from tracker.services.installation import Actor
from tracker.store.cables import PaperRecord
from tracker.store.tasks import Task
from tracker.texts import _


def of_task(session: Session, task_id: int, paper_id: int, by: Actor) -> tuple[str, Paper]:
    """Return the cable's number and a paper as letters carry it.

    Raise NotFound where the task is not the actor's to see, or the paper may not be passed on.
    """
    task = session.get(Task, task_id)
    if task is None or not edits.may_see(session, task, by):
        raise NotFound(_("There is no task %(task_id)s, or it is not yours to see.", task_id=task_id))
    rows = session.scalars(
        select(PaperRecord).where(PaperRecord.cable_id == task.cable_id).order_by(PaperRecord.id)
    )
    found = cable_files.handed_out(list(rows))
    if paper_id not in found:
        raise NotFound(_("There is no such paper, or it may not be passed on."))
    return task.cable.mrn or task.cable.canonical_id or "a cable without a number", found[paper_id]
