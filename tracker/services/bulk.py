"""Several tasks at once: chased, extended, given to somebody or closed, with one letter a person about all.

`outlook` says what would happen and changes nothing; `carry_out` does it, each task with its own history
line by the verb that a page of one task calls. What cannot be done to a task is said, and the rest is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import due as dues
from tracker.domain.access import Permission
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status
from tracker.domain.notice import NoticeKind
from tracker.domain.workdays import zone_of
from tracker.errors import Invalid, TrackerError
from tracker.services import accounts, change_letters, clocks, deadlines, duties, edits, tasks
from tracker.services.change_letters import Change
from tracker.services.history import Line
from tracker.services.holders import Person, holder, is_own
from tracker.services.installation import Acting
from tracker.store.people import Officer
from tracker.store.tasks import Task, TaskEvent
from tracker.texts import _

MOST = 200
MOST_DAYS = 60
CHASED = "chased"
NO_LINE = "Write in a line what came of them; their pages show it."


class Act(StrEnum):
    """What may be done to several tasks at once."""

    CHASE = "chase"
    EXTEND = "extend"
    ASSIGN = "assign"
    CLOSE = "close"


NEEDS = {
    Act.CHASE: Permission.ASSIGN,
    Act.EXTEND: Permission.CHANGE_DUE,
    Act.ASSIGN: Permission.ASSIGN,
    Act.CLOSE: Permission.CANCEL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One act on several tasks. To extend: a number of working days, or a day. To close: an outcome."""

    act: Act
    owner_id: int | None = None
    days: int | None = None
    until: date | None = None
    outcome: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What happens to one task, in words; who is told; `warning` says what to think of first."""

    task: Task
    words: str
    told: tuple[Change, ...] = ()
    warning: str | None = None
    due: Due | None = None  # the new one, where it is extended


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What an act on several tasks does, and to which it cannot be done, each with the reason."""

    effects: tuple[Effect, ...] = ()
    refused: tuple[tuple[Task, str], ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Who gets a letter, each once, by name."""
        found = {change.person for effect in self.effects for change in effect.told}
        return tuple(sorted(found, key=lambda one: (one.name, one.address)))


@dataclass(slots=True)
class _Held:
    """What is known while the tasks are gone through."""

    session: Session
    wish: Wish
    act: Acting
    chased: dict[int, datetime] = field(default_factory=dict)
    owner: Officer | None = None


def outlook(session: Session, task_ids: Sequence[int], wish: Wish, **act: Unpack[Acting]) -> Outlook:
    """Return what the act would do. Raise Invalid where no task is chosen, or the wish lacks something."""
    if not task_ids:
        raise Invalid({"task": _("Choose at least one task.")})
    if len(task_ids) > MOST:
        raise Invalid({"task": _("Choose at most %(number)s tasks at once.", number=MOST)})
    held = _Held(session=session, wish=wish, act=act)
    _check(held)
    found = _seen(held, task_ids)
    held.chased = _last_chased(session, [task.id for task in found])
    effects: list[Effect] = []
    refused: list[tuple[Task, str]] = []
    for task in found:
        made = _effect(held, task)
        if isinstance(made, Effect):
            effects.append(made)
        else:
            refused.append((task, made))
    return Outlook(effects=tuple(effects), refused=tuple(refused))


def carry_out(session: Session, task_ids: Sequence[int], wish: Wish, **act: Unpack[Acting]) -> Outlook:
    """Do it, and write one letter to each person about all that concerns him; return what was done."""
    found = outlook(session, task_ids, wish, **act)
    done: list[Effect] = []
    refused = list(found.refused)
    for effect in sorted(found.effects, key=lambda one: one.task.id):  # one order of locks for everybody
        try:
            _do(session, effect, wish, act)
        except TrackerError as error:
            refused.append((effect.task, str(error)))
        else:
            done.append(effect)
    change_letters.write(session, [change for effect in done for change in effect.told], wish.note, act)
    return Outlook(effects=tuple(done), refused=tuple(refused))


def _check(held: _Held) -> None:
    wish, session = held.wish, held.session
    if wish.act is Act.EXTEND:
        if (wish.days is None) == (wish.until is None):
            raise Invalid({"days": _("Write either a number of working days or the new day.")})
        if wish.days is not None and not 0 < wish.days <= MOST_DAYS:
            raise Invalid(
                {"days": _("Write a number of working days from 1 to %(number)s.", number=MOST_DAYS)}
            )
    if wish.act is Act.CLOSE:
        _check_ending(wish)
    if wish.act is Act.ASSIGN and wish.owner_id is not None:
        held.owner = accounts.officer(session, wish.owner_id)
        if held.owner is None:
            raise Invalid({"owner_id": _("Choose an officer who is active.")})


def _check_ending(wish: Wish) -> None:
    said = {"outcome": (wish.outcome, "Say what came of it."), "note": (wish.note, NO_LINE)}
    missing = {name: sentence for name, (value, sentence) in said.items() if not value}
    if missing:
        raise Invalid(missing)


def _seen(held: _Held, task_ids: Sequence[int]) -> list[Task]:
    """Return the chosen tasks that the actor may see, in the order chosen; others do not exist."""
    posts = held.act["by"].posts_where(Permission.READ_TASKS)
    ids = list(dict.fromkeys(task_ids))
    known = set(held.session.scalars(select(Task.id).where(Task.id.in_(ids))))
    found = duties.with_relations(held.session, [one for one in ids if one in known])
    return [task for task in found if posts is None or task.post_id in posts]


def _last_chased(session: Session, task_ids: Sequence[int]) -> dict[int, datetime]:
    rows = session.execute(
        select(TaskEvent.task_id, func.max(TaskEvent.at))
        .where(TaskEvent.task_id.in_(task_ids), TaskEvent.kind == CHASED)
        .group_by(TaskEvent.task_id)
    )
    return {row[0]: row[1] for row in rows}


def _effect(held: _Held, task: Task) -> Effect | str:
    """Return what the act does to a task, or why it cannot be done."""
    by, wish = held.act["by"], held.wish
    if not by.may(NEEDS[wish.act], task.post_id):
        return "your role does not permit that at this post"
    if Status(task.status).is_closed:
        return f"it is {task.status} already"
    make = {Act.CHASE: _chase, Act.EXTEND: _extend, Act.ASSIGN: _assign, Act.CLOSE: _close}
    return make[wish.act](held, task)


def _chase(held: _Held, task: Task) -> Effect | str:
    if is_own(task, held.act):
        return "you own it yourself"
    person = holder(held.session, task, held.act)
    if person is None:
        return f"{task.post.name} has no mailbox and nobody owns this: there is nobody to write to"
    at = held.chased.get(task.id)
    warning = _today_words(task, at, held.act) if at else None
    told = Change(kind=NoticeKind.CHASED, person=person, task=task)
    return Effect(task=task, words=f"a letter to {person.name}", told=(told,), warning=warning)


def _extend(held: _Held, task: Task) -> Effect | str:
    day = held.wish.until or _days_on(held, task)
    if day is None:
        return "it has no due day that could be extended"
    if task.due_on is not None and day <= task.due_on:
        return f"{dues.short_day(day)} is not after its due day"
    calendar = clocks.calendar_of(task.post, held.act["installation"].book)
    reason = calendar.reason_off(day)
    warning = f"{dues.short_day(day)} is not a working day there ({reason})" if reason else None
    before = f"{dues.short_day(task.due_on)} {task.due_on.year}" if task.due_on else "no due day"
    was = deadlines.due_of(task)
    due = replace(was, on=day)
    return Effect(
        task=task,
        words=f"due {before} → {dues.short_day(day)} {day.year}",
        told=change_letters.due_moved(held.session, task, NoticeKind.EXTENDED, was, due, held.act),
        warning=warning,
        due=due,
    )


def _days_on(held: _Held, task: Task) -> date | None:
    """Return the day so many working days on: from the due day, or from today where that has passed."""
    if task.due_on is None or held.wish.days is None:
        return None
    calendar = clocks.calendar_of(task.post, held.act["installation"].book)
    return calendar.nth_working_day(max(task.due_on, calendar.local_day(held.act["now"])), held.wish.days)


def _assign(held: _Held, task: Task) -> Effect | str:
    owner = held.owner
    if owner is not None:
        try:
            accounts.require_worker(held.session, owner.id, task.post)
        except Invalid as error:
            return error.fields["owner_id"]
    if task.owner_id == (owner.id if owner else None):
        return f"{owner.name} owns it already" if owner else "nobody owns it already"
    told = change_letters.given_over(held.session, task, task.owner, owner, held.act)
    before, after = (one.name if one else "nobody" for one in (task.owner, owner))
    return Effect(task=task, words=f"owner {before} → {after}", told=told)


def _close(held: _Held, task: Task) -> Effect | str:
    to = holder(held.session, task, held.act)
    told = change_letters.closed(held.session, task, to, held.act)
    return Effect(task=task, words=f"{task.status} → done: {held.wish.outcome}", told=told)


def _today_words(task: Task, at: datetime, act: Acting) -> str | None:
    calendar = clocks.calendar_of(task.post, act["installation"].book)
    if calendar.local_day(at) != calendar.local_day(act["now"]):
        return None
    return f"it was chased today already, at {at.astimezone(zone_of(calendar.place.zone)):%H:%M} in {calendar.place.name}"


def _do(session: Session, effect: Effect, wish: Wish, act: Acting) -> None:
    task_id = effect.task.id
    match wish.act:
        case Act.CHASE:
            task = edits.hold(session, task_id, Permission.ASSIGN, None, act)
            to = ", ".join(change.person.name for change in effect.told)
            edits.finish(session, task, Line(kind=CHASED, after={"to": to}, note=edits.plain(wish.note)), act)
        case Act.EXTEND:
            assert effect.due is not None
            tasks.put_due(session, task_id, due=effect.due, note=wish.note, **act)
        case Act.ASSIGN:
            tasks.give(session, task_id, owner_id=wish.owner_id, note=wish.note, **act)
        case Act.CLOSE:
            tasks.close(session, task_id, outcome=wish.outcome or "", note=wish.note, **act)
