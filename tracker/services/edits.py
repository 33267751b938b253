"""How every verb on a task begins and ends: who may, is the page stale, one history line, a new plan.

`hold` raises NotFound for a task that is not the actor's to see, Forbidden for an act the role does
not permit, and Conflict where the caller's `version` is stale.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import lifecycle
from tracker.domain.access import Permission
from tracker.domain.lifecycle import Outcome, Status, WaitsFor, state_words, status_words
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import history, reminders
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor
from tracker.store.people import Officer
from tracker.store.queries import company
from tracker.store.tasks import Task, TaskEvent
from tracker.texts import later

LONGEST_NOTE = 4000
SEEN = (Status.ACCEPTED, Status.IN_PROGRESS, Status.WAITING, Status.DONE, Status.DECLINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move to another state: with a note, an outcome, for whom it waits, whether the desk must look again.

    `gives_up` takes the owner away.
    """

    end: Status
    note: str | None = None
    outcome: Outcome | None = None
    waits_for: WaitsFor | None = None
    is_to_accept: bool = False
    gives_up: bool = False


def hold(session: Session, task_id: int, permission: Permission, version: int | None, act: Acting) -> Task:
    """Return the task, locked, where the actor may do that to it; with `version`, where it is still that."""
    task = seen(session, task_id, act["by"])
    if not act["by"].may(permission, task.post_id):
        raise Forbidden
    require_fresh(session, task, version)
    return task


def seen(session: Session, task_id: int, by: Actor) -> Task:
    """Return the task, locked, where the actor may see it: it is of his posts, or he is of its company."""
    task = session.get(Task, task_id, with_for_update=True, populate_existing=True)
    if task is None or not may_see(session, task, by):
        raise NotFound(later("There is no task %(task_id)s, or it is not yours to see.", task_id=task_id))
    return task


def may_see(session: Session, task: Task, by: Actor) -> bool:
    """Return whether the actor may see the task."""
    return by.may(Permission.READ_TASKS, task.post_id) or company.is_of(
        session, task.id, by.officer_id, by.posts_where(Permission.READ_TASKS)
    )


def require_fresh(session: Session, task: Task, version: int | None) -> None:
    """Raise Conflict that shows the other's change where the task is no longer of that version."""
    if version is not None and version != task.version:
        raise Conflict(_what_changed(session, task))


def require_open(task: Task, before: str) -> None:
    """Raise Conflict where the task is closed: it must be opened `before` that can be."""
    if Status(task.status).is_closed:
        raise Conflict(
            later(
                "This task is %(status)s. Open it again %(before)s.",
                status=status_words(task.status),
                before=before,
            )
        )


def move(session: Session, task: Task, step: Step, act: Acting) -> Task:
    """Bring the task to another state, with one line; raise Conflict that names the moves allowed."""
    start, end = Status(task.status), step.end
    if not lifecycle.may_move(start, end):
        raise Conflict(lifecycle.why_not(start, end))
    before = _standing(task) | ({"owner": name_of(session, task.owner_id)} if step.gives_up else {})
    task.status, task.note = end.value, plain(step.note)
    task.outcome = step.outcome.value if step.outcome else None
    task.waits_for = step.waits_for.value if step.waits_for else None
    task.owner_id = None if step.gives_up else task.owner_id
    _keep_dates(task, step, act["now"])
    after = _standing(task) | ({"owner": None} if step.gives_up else {})
    kind = "reopened" if start.is_closed else "moved"
    return finish(session, task, Line(kind=kind, before=before, after=after, note=task.note), act)


def _standing(task: Task) -> dict[str, str]:
    """Return where a task stands, as a history line keeps it."""
    said = {"status": task.status, "outcome": task.outcome, "for": task.waits_for}
    to_accept = {"to accept": "yes"} if task.to_accept_at else {}
    return {name: value for name, value in said.items() if value} | to_accept


def _keep_dates(task: Task, step: Step, now: datetime) -> None:
    """Set the moments that a move sets; a closed task asks for no more time."""
    task.closed_at = now if step.end.is_closed else None
    task.returned_at = now if step.end is Status.DECLINED else None
    task.to_accept_at = now if step.is_to_accept else None
    if step.end.is_closed:
        task.more_time = task.more_time_at = None
    if step.end in SEEN:
        acknowledge(task, now)


def acknowledge(task: Task, now: datetime) -> None:
    """Note that the post has said it has the task; the first time counts."""
    task.acknowledged_at = task.acknowledged_at or now


def name_of(session: Session, officer_id: int | None) -> str | None:
    """Return an officer's name, None for nobody."""
    return session.get_one(Officer, officer_id).name if officer_id is not None else None


def finish(session: Session, task: Task, line: Line, act: Acting) -> Task:
    """Add the line, raise the version, plan the reminders anew."""
    history.add(session, task, line, act)
    session.flush()
    reminders.refresh(session, task, now=act["now"], installation=act["installation"])
    session.flush()
    return task


def plain(note: str | None) -> str | None:
    """Return a person's words, None for none; raise Invalid where they are too many."""
    words = (note or "").replace("\x00", "").strip()
    if len(words) > LONGEST_NOTE:
        raise Invalid({"note": later("Write at most %(number)s characters.", number=LONGEST_NOTE)})
    return words or None


def needed(note: str | None, sentence: str) -> str:
    """Return a person's words; raise Invalid with the sentence where there are none."""
    words = plain(note)
    if words is None:
        raise Invalid({"note": sentence})
    return words


def _what_changed(session: Session, task: Task) -> str:
    lines = select(TaskEvent).where(TaskEvent.task_id == task.id)
    last = session.scalars(lines.order_by(TaskEvent.id.desc()).limit(1)).one()
    changes = ", ".join(
        f"{name.replace('_', ' ')} {value or 'none'}" for name, value in last.after.items() if name != "said"
    )
    what = f"{last.kind}: {changes}" if changes else last.kind
    if "status" in last.after:
        what = state_words(last.after["status"], last.after.get("outcome"), last.after.get("for"))
    return later(
        "%(who)s changed this task in the meantime (%(what)s). Look at it, then try again.",
        who=last.by,
        what=what,
    )
