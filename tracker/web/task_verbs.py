"""The one table of what may be done to a task by a page: the act, its words, its form, who may."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.company import Part
from tracker.domain.due import Due
from tracker.errors import Invalid, NotFound
from tracker.services import (
    company,
    dated_facts,
    deadlines,
    edits,
    extensions,
    second_looks,
    task_links,
    tasks,
)
from tracker.services.company import Newcomer
from tracker.services.dated_facts import Delivery
from tracker.services.deadlines import Chosen
from tracker.services.extensions import Wish
from tracker.services.installation import Acting
from tracker.texts import _, later
from tracker.web.task_forms import (
    AssignForm,
    CompanyForm,
    DeliverForm,
    DoneForm,
    DueForm,
    GrantForm,
    LeaveForm,
    LinkForm,
    MoreTimeForm,
    ReportForm,
    TaskForm,
    UnlinkForm,
    WaitForm,
    Words,
)

Act = Callable[[Session, int, Any, dict[str, Any]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One act: what does it, what is said after, its button, the line it is folded under, its form's hints.

    For who holds `permission` nowhere it does not exist; the service asks for more, at the post.
    """

    do: Act
    told: str
    button: str
    title: str = ""
    form: type[TaskForm] = TaskForm
    hints: Mapping[str, str] = field(default_factory=dict)
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
        raise Invalid({"due_on": _("Choose the new day, or tick that there is none.")})
    wanted = Due(on=day, time=form.due_time.data, zone=form.due_zone.data) if day else Due(on=None)
    chosen = _chosen(session, task_id, wanted, form, act)
    tasks.change_due(session, task_id, due=chosen.due, note=form.note.data, said=chosen.said, **act)


def _chosen(
    session: Session, task_id: int, wanted: Due, form: DueForm | GrantForm | MoreTimeForm, act: dict[str, Any]
) -> Chosen:
    """Return the due wanted; raise Invalid, with the working days to choose from, where its day is none."""
    clash = deadlines.clash_of(session, task_id, wanted, act["installation"].book)
    if clash is not None and not form.choice.data:
        form.clash, form.due_on.data = clash, wanted.on
        raise Invalid({"due_on": clash.words})
    return deadlines.chosen(wanted, clash, form.choice.data or "")


def _assign(session: Session, task_id: int, form: AssignForm, act: dict[str, Any]) -> None:
    owner = int(form.owner_id.data) if form.owner_id.data else None
    tasks.assign(session, task_id, owner_id=owner, note=form.note.data, **act)


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
        raise NotFound(_("You do not stand beside this task any more."))
    company.leave(session, task_id, person_id=person.id, **_without_version(act))


def _without_version(act: dict[str, Any]) -> dict[str, Any]:
    """Return the last words of an act that clashes with nobody's edit."""
    return {name: value for name, value in act.items() if name != "version"}


def _wait(session: Session, task_id: int, form: WaitForm, act: dict[str, Any]) -> None:
    if not form.whom.data and not form.note.data:
        raise Invalid({"whom": _("Choose for whom it waits.")})
    tasks.wait(session, task_id, whom=form.whom.data, note=form.note.data, **act)


def _deliver(session: Session, task_id: int, form: DeliverForm, act: dict[str, Any]) -> None:
    delivery = Delivery(to=form.to.data or "", on=form.on.data, by=form.by.data)
    dated_facts.deliver(session, task_id, delivery=delivery, **act)


def _more_time(session: Session, task_id: int, form: MoreTimeForm, act: dict[str, Any]) -> None:
    chosen = _chosen(session, task_id, Due(on=form.due_on.data), form, act)
    wish = Wish(on=chosen.due.on, working_days=form.working_days.data)
    extensions.ask(session, task_id, wish=wish, note=form.note.data, said=chosen.said, **act)


def _grant(session: Session, task_id: int, form: GrantForm, act: dict[str, Any]) -> None:
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, act["version"], cast("Acting", act))
    wanted = extensions.due_asked(task, form.due_on.data)
    chosen = _chosen(session, task_id, wanted, form, act)
    extensions.grant(session, task_id, on=chosen.due.on, note=form.note.data, said=chosen.said, **act)


def _link(session: Session, task_id: int, form: LinkForm, act: dict[str, Any]) -> None:
    task_links.link(session, task_id, other_id=form.other_id.data, kind=form.kind.data or "", **act)


def _unlink(session: Session, task_id: int, form: UnlinkForm, act: dict[str, Any]) -> None:
    other, word = form.other_id.data or 0, form.word.data or ""
    task_links.unlink(session, task_id, other_id=other, word=word, **_without_version(act))


READ = Permission.READ_TASKS
MAY_BE_EMPTY = later("You may leave this empty.")
DONE_BY_DESK = ("due", "assign", "cancel", "grant", "refuse", "accept-done", "send-back", "leave-declined")
VERBS: dict[str, Verb] = {
    "take": Verb(do=_plain(tasks.take), told=later("The task is yours."), button=later("Take it")),
    "accept": Verb(do=_plain(tasks.accept), told=later("The post has it in hand."), button=later("Accept")),
    "start": Verb(do=_plain(tasks.start), told=later("It is in progress."), button=later("Start work")),
    "resume": Verb(
        do=_plain(tasks.start), told=later("Resumed. Reminders go again."), button=later("Resume")
    ),
    "wait": Verb(
        do=_wait,
        told=later("Set to waiting. Reminders rest until it is resumed."),
        button=later("Set to waiting"),
        title=later("Set to waiting for somebody"),
        form=WaitForm,
        hints={
            "note": later(
                "For what. Reminders rest; every fifth working day one asks whether it still waits."
            )
        },
    ),
    "done": Verb(
        do=_done,
        told=later("Done. Its reminders have stopped."),
        button=later("Mark as done"),
        title=later("Done"),
        form=DoneForm,
        hints={
            "note": later(
                "It may stay empty where a reply is on the task: noted as reported, or come by mail."
            )
        },
    ),
    "deliver": Verb(
        do=_deliver,
        told=later("Noted: when it was handed over, to whom, by whom."),
        button=later("Note it"),
        title=later("Handed over, or delivered"),
        form=DeliverForm,
        hints={"to": later("A name or an office."), "by": later("Empty: you.")},
    ),
    "report": Verb(
        do=_with_note(dated_facts.report),
        told=later("Noted: the answer was reported."),
        button=later("Note it"),
        title=later("Reported"),
        form=ReportForm,
    ),
    "more-time": Verb(
        do=_more_time,
        told=later("Asked. The due day stays as it is until the desk decides."),
        button=later("Ask for it"),
        title=later("Ask for more time"),
        form=MoreTimeForm,
        hints={"working_days": later("Counted at the post, from the present due day.")},
    ),
    "grant": Verb(
        do=_grant,
        told=later("Granted. Reminders follow the new due day."),
        button=later("Grant more time"),
        form=GrantForm,
        hints={"due_on": later("The day asked for, unless you choose another."), "note": MAY_BE_EMPTY},
    ),
    "refuse": Verb(
        do=_with_note(extensions.refuse),
        told=later("Refused. The due day stays as it is."),
        button=later("Refuse"),
        title=later("Refuse it"),
        form=Words,
        hints={"note": later("Why there is no more time.")},
    ),
    "accept-done": Verb(
        do=_plain(second_looks.accept_done),
        told=later("Accepted as done."),
        button=later("Accept it as done"),
    ),
    "send-back": Verb(
        do=_with_note(second_looks.send_back),
        told=later("Returned. The task is open again."),
        button=later("Return it"),
        title=later("Return it to the post"),
        form=Words,
        hints={"note": later("What is missing.")},
    ),
    "leave-declined": Verb(
        do=_plain(second_looks.leave_declined),
        told=later("It stays declined."),
        button=later("Leave it declined"),
    ),
    "decline": Verb(
        do=_with_note(tasks.decline),
        told=later("Declined. Its reminders have stopped, and the desk is told."),
        button=later("Decline"),
        title=later("Decline it"),
        form=Words,
        hints={"note": later("Why the post will not do it. The desk is told in a letter.")},
    ),
    "due": Verb(
        do=_due,
        told=later("The due day was changed. Who holds the task is told, and reminders follow the new day."),
        button=later("Change the due day"),
        title=later("Change the due day"),
        form=DueForm,
    ),
    "assign": Verb(
        do=_assign,
        told=later("The owner was changed. Who had it and who has it now are told."),
        button=later("Change the owner"),
        title=later("Give it to somebody"),
        form=AssignForm,
        hints={"note": later("Both are told in a letter. It may stay empty.")},
    ),
    "cancel": Verb(
        do=_with_note(tasks.cancel),
        told=later("Cancelled. Nobody owes it any more."),
        button=later("Cancel the task"),
        title=later("Cancel it"),
        form=Words,
        hints={"note": later("Why nobody owes it any more.")},
    ),
    "reopen": Verb(
        do=_with_note(tasks.reopen),
        told=later("The task is open again."),
        button=later("Open it again"),
        title=later("Open it again"),
        form=Words,
        hints={"note": later("Why it is opened again. You may leave this empty.")},
    ),
    "note": Verb(
        do=_with_note(tasks.add_note),
        told=later("The note is in the history."),
        button=later("Add the note"),
        title=later("Add a note"),
        form=Words,
        permission=READ,
    ),
    "link": Verb(
        do=_link,
        told=later("Linked, at both tasks."),
        button=later("Link them"),
        title=later("Link it to another task"),
        form=LinkForm,
        hints={"other_id": later("It stands beside the heading of its page.")},
    ),
    "unlink": Verb(
        do=_unlink,
        told=later("The link was taken away at both tasks."),
        button=later("Take away"),
        form=UnlinkForm,
    ),
    "join": Verb(
        do=_join,
        told=later("Added. The next letters go there too."),
        button=later("Add"),
        title=later("Add a coordinator or watcher"),
        form=CompanyForm,
        hints={"who": later("An officer, a post such as AMEMBASSY LIMA, or a mail address.")},
    ),
    "leave": Verb(
        do=_leave,
        told=later("Taken off. No more letters go there."),
        button=later("Take off"),
        form=LeaveForm,
        permission=READ,
    ),
    "watch": Verb(
        do=_watch,
        told=later("You watch this task and get its letters."),
        button=later("Watch this task"),
        permission=READ,
    ),
    "unwatch": Verb(
        do=_unwatch,
        told=later("You get no more letters about this task."),
        button=later("Stop watching"),
        permission=READ,
    ),
}
