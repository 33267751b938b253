"""The one table of what may be done to a task by a page: the act, what is said after, the form, who may."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.company import Part
from tracker.domain.due import Due
from tracker.errors import Invalid, NotFound
from tracker.services import company, tasks
from tracker.services.company import Newcomer
from tracker.web.task_forms import AssignForm, CompanyForm, DoneForm, DueForm, LeaveForm, TaskForm, Words

Act = Callable[[Session, int, Any, dict[str, Any]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One act. For who holds `permission` nowhere it does not exist; the service asks for more, at the post."""

    do: Act
    told: str
    form: type[TaskForm] = TaskForm
    permission: Permission = Permission.WORK_TASKS


def _plain(verb: Callable[..., Any]) -> Act:
    return lambda session, task_id, _form, act: verb(session, task_id, **act)


def _with_note(verb: Callable[..., Any]) -> Act:
    return lambda session, task_id, form, act: verb(session, task_id, note=form.note.data, **act)


def _done(session: Session, task_id: int, form: DoneForm, act: dict[str, Any]) -> None:
    tasks.complete(session, task_id, outcome=form.outcome.data or "", note=form.note.data, **act)


def _due(session: Session, task_id: int, form: DueForm, act: dict[str, Any]) -> None:
    day = None if form.is_undated.data else form.due_on.data
    if day is None and not form.is_undated.data:
        raise Invalid({"due_on": "Choose the new day, or tick that there is none."})
    wanted = Due(on=day, time=form.due_time.data, zone=form.due_zone.data) if day else Due(on=None)
    tasks.change_due(session, task_id, due=wanted, note=form.note.data, **act)


def _assign(session: Session, task_id: int, form: AssignForm, act: dict[str, Any]) -> None:
    owner = int(form.owner_id.data) if form.owner_id.data else None
    tasks.assign(session, task_id, owner_id=owner, **act)


def _join(session: Session, task_id: int, form: CompanyForm, act: dict[str, Any]) -> None:
    book = act["installation"].book
    newcomer = company.named(session, form.who.data or "", form.part.data or "", book)
    company.add(session, task_id, newcomer=newcomer, **act)


def _leave(session: Session, task_id: int, form: LeaveForm, act: dict[str, Any]) -> None:
    company.leave(session, task_id, person_id=form.person_id.data or 0, **_without_version(act))


def _watch(session: Session, task_id: int, _form: TaskForm, act: dict[str, Any]) -> None:
    newcomer = Newcomer(part=Part.WATCHER, officer_id=act["by"].officer_id)
    company.add(session, task_id, newcomer=newcomer, **_without_version(act))


def _unwatch(session: Session, task_id: int, _form: TaskForm, act: dict[str, Any]) -> None:
    person = company.own(session, task_id, act["by"])
    if person is None:
        raise NotFound("You do not stand beside this task any more.")
    company.leave(session, task_id, person_id=person.id, **_without_version(act))


def _without_version(act: dict[str, Any]) -> dict[str, Any]:
    """Return the last words of an act that clashes with nobody's edit."""
    return {name: value for name, value in act.items() if name != "version"}


READ = Permission.READ_TASKS
VERBS: dict[str, Verb] = {
    "take": Verb(do=_plain(tasks.take), told="The task is yours."),
    "accept": Verb(do=_plain(tasks.accept), told="The post has it in hand."),
    "start": Verb(do=_plain(tasks.start), told="Work on it goes on."),
    "wait": Verb(
        do=_with_note(tasks.wait),
        told="It waits. Reminders rest until work goes on.",
        form=Words,
    ),
    "done": Verb(do=_done, told="Done. Its reminders have stopped.", form=DoneForm),
    "decline": Verb(do=_with_note(tasks.decline), told="Declined. Its reminders have stopped.", form=Words),
    "cancel": Verb(
        do=_with_note(tasks.cancel),
        told="Cancelled. Nobody owes it any more.",
        form=Words,
    ),
    "reopen": Verb(do=_with_note(tasks.reopen), told="The task is open again.", form=Words),
    "note": Verb(
        do=_with_note(tasks.add_note), told="The note is in the history.", form=Words, permission=READ
    ),
    "assign": Verb(do=_assign, told="The owner was changed.", form=AssignForm),
    "due": Verb(
        do=_due,
        told="The due was changed. Reminders follow the new one.",
        form=DueForm,
    ),
    "join": Verb(do=_join, told="Added. The next letters go there too.", form=CompanyForm),
    "leave": Verb(do=_leave, told="Taken off. No more letters go there.", form=LeaveForm, permission=READ),
    "watch": Verb(do=_watch, told="You watch this task and get its letters.", permission=READ),
    "unwatch": Verb(do=_unwatch, told="You get no more letters about this task.", permission=READ),
}
