"""The letter to who held a task that turned out to be asked twice: the work is still owed, under the other task."""

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.lifecycle import Status, status_words
from tracker.domain.notice import NoticeKind
from tracker.services import accounts, change_letters, notices
from tracker.services.change_letters import Change
from tracker.services.holders import Person, holder, is_own
from tracker.services.installation import Acting
from tracker.services.notices import Told
from tracker.store.tasks import Task
from tracker.texts import Later, later, together

NO_MORE = later("No more letters come about this one.")


def write(session: Session, task: Task, other: Task, act: Acting) -> None:
    """Say where the work goes on; who never heard of the task is not written to, who has its day in a calendar is."""
    to = holder(session, task, act)
    if to is not None and (task.owner_id or change_letters.has_heard(session, task)):
        _write(session, to, task, other, act)
    told = [to] if to is not None else []
    others = change_letters.with_entry(session, task, told, act)
    ended = [Change(kind=NoticeKind.CLOSED, person=one, task=task) for one in others]
    change_letters.write(session, ended, task.note, act)


def _write(session: Session, to: Person, task: Task, other: Task, act: Acting) -> None:
    is_his = to.address == _address(session, other, act)
    sees = is_his or _sees(session, task, other)
    about = (task, other) if sees else (task,)
    notice = Told(
        kind=NoticeKind.DUPLICATE,
        subject=later("Asked once only: %(what)s", what=notices.name_of(task, act)),
        paragraphs=(_sentence(other, act, is_his=is_his, sees=sees), *to.why),
        tasks=about,
        entries=tuple(change_letters.entry(one, act) for one in about[::-1]),
    )
    notices.send(session, to.address, to.name, notice, act)


def _sentence(other: Task, act: Acting, *, is_his: bool, sees: bool) -> Later:
    """Return what becomes of the work; of a task that the reader may not open, neither its name nor its post."""
    who = act["by"].name
    if not sees:
        return together(
            later("%(who)s has found that another task asks the same, and keeps that one.", who=who),
            later("Please pass on to %(who)s what you have.", who=who),
            NO_MORE,
        )
    found = {"who": who, "what": notices.name_of(other, act)}
    if Status(other.status).is_closed:
        state = status_words(other.status)
        same = later(
            "%(who)s has found that this is the same as %(what)s, which is %(state)s.", state=state, **found
        )
        return together(same, NO_MORE)
    if is_his:
        same = later("%(who)s has found that this is the same as %(what)s.", **found)
        return together(same, later("Please go on with it there: nothing is taken back."), NO_MORE)
    name = other.owner.name if other.owner else other.post.name
    same = later(
        "%(who)s has found that this is the same as %(what)s, which is with %(name)s.", name=name, **found
    )
    return together(same, later("Please pass on what you have."), NO_MORE)


def _address(session: Session, task: Task, act: Acting) -> str | None:
    found: Person | None = None if is_own(task, act) else holder(session, task, act)
    return found.address if found else None


def _sees(session: Session, task: Task, other: Task) -> bool:
    """Return whether who held the task may open the other: the owner by his roles, a post's mailbox its own."""
    if task.owner is None:
        return task.post_id == other.post_id
    return accounts.actor_of(task.owner, "letter").may(Permission.READ_TASKS, other.post_id)
