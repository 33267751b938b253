"""Links between tasks: reference, part of, duplicate of, follows. Each is a history line at both."""

from typing import Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.company import Part
from tracker.domain.lifecycle import Status
from tracker.domain.task_links import LINKED, UNLINKED, LinkKind, links, pair_of, words_of_pair
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import company, duplicate_letters, edits
from tracker.services.company import Newcomer
from tracker.services.edits import Step
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.company import TaskPerson
from tracker.store.queries import company as company_rows
from tracker.store.tasks import Task
from tracker.texts import _


def link(
    session: Session,
    task_id: int,
    *,
    other_id: int | None,
    kind: str,
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Say what the task is to the other; a duplicate leaves the lists, and its company follows the other.

    Raise Invalid for a task that cannot be meant, Conflict where they are linked so already.
    """
    task = edits.hold(session, task_id, Permission.WORK_TASKS, version, act)
    if kind not in list(LinkKind):
        raise Invalid({"kind": _("Say how they are linked: %(words)s.", words=", ".join(LinkKind))})
    other = _other(session, task, other_id, act)
    here, there = words_of_pair(LinkKind(kind))
    if (here, other.id) in of_task(task):
        raise Conflict(_("This task stands as %(here)s task %(id)s already.", here=here, id=other.id))
    is_duplicate = kind == LinkKind.DUPLICATE_OF
    if is_duplicate:
        _require_may_end(task, other, act)
    edits.finish(session, task, Line(kind=LINKED, after={here: other.id}), act)
    edits.finish(session, other, Line(kind=LINKED, after={there: task.id}), act)
    if is_duplicate:
        _follow(session, task, other, act)
    return task


def unlink(session: Session, task_id: int, *, other_id: int, word: str, **act: Unpack[Acting]) -> Task:
    """Take a link away at both tasks; raise NotFound where there is none."""
    task = edits.hold(session, task_id, Permission.WORK_TASKS, None, act)
    pair = pair_of(word)
    if pair is None or (word, other_id) not in of_task(task):
        raise NotFound(_("There is no such link any more."))
    other = edits.seen(session, other_id, act["by"])
    edits.finish(session, task, Line(kind=UNLINKED, before={pair[0]: other.id}), act)
    edits.finish(session, other, Line(kind=UNLINKED, before={pair[1]: task.id}), act)
    return task


def of_task(task: Task) -> tuple[tuple[str, int], ...]:
    """Return the links of a task: the word and the other task's number."""
    return links((line.kind, line.before, line.after) for line in task.history)


def _other(session: Session, task: Task, other_id: int | None, act: Acting) -> Task:
    """Return the other task, where the actor may see it; whether it exists is not told to anybody else."""
    if other_id is None or other_id == task.id:
        raise Invalid({"other_id": _("Write the number of another task: it stands in its address.")})
    try:
        return edits.seen(session, other_id, act["by"])
    except NotFound as error:
        raise Invalid({"other_id": error.sentence}) from None


def _require_may_end(task: Task, other: Task, act: Acting) -> None:
    if not act["by"].may(Permission.CANCEL, task.post_id) or not act["by"].may(
        Permission.ASSIGN, other.post_id
    ):
        raise Forbidden(_("Only the desk says that a task is a duplicate. Write it a note that it is."))
    edits.require_open(task, _("before it is called a duplicate"))


def _follow(session: Session, task: Task, other: Task, act: Acting) -> None:
    """End the duplicate, and put its company beside the other."""
    leads = {("officer", other.owner_id), ("post", other.post_id)}
    for person in company_rows.of_tasks(session, [task.id]):
        if not leads & {("officer", person.officer_id or 0), ("post", person.post_id or 0)}:
            company.add(session, other.id, newcomer=_newcomer(person), **act)
    why = f"Duplicate of task {other.id}"
    edits.move(session, task, Step(end=Status.CANCELLED, note=why), act)
    duplicate_letters.write(session, task, other, act)


def _newcomer(person: TaskPerson) -> Newcomer:
    return Newcomer(
        part=Part(person.role),
        officer_id=person.officer_id,
        post=person.post.name if person.post else None,
        address=person.address,
    )
