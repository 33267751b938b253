"""Absences: who is away on which days, and who stands in. A stand-in works where the other does."""

from dataclasses import dataclass
from datetime import date
from typing import Unpack

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission, posts_where
from tracker.domain.due import short_day
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import accounts, audit, history, reminders
from tracker.services.clocks import officer_calendar
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.absences import AbsenceRecord
from tracker.store.company import TaskPerson
from tracker.store.people import Officer
from tracker.store.tasks import Task
from tracker.texts import _, english


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Who stands in from which day to which, both counted."""

    stand_in_id: int | None
    first_on: date | None
    last_on: date | None


def add(session: Session, officer_id: int, away: Away, **act: Unpack[Acting]) -> AbsenceRecord:
    """Let another officer get an officer's letters on some days; raise Invalid where that cannot be."""
    officer = _own(session, officer_id, act)
    first, last = _days(officer, away, act)
    stand_in = accounts.officer(session, away.stand_in_id) if away.stand_in_id else None
    if stand_in is None or stand_in.id == officer.id:
        raise Invalid({"stand_in_id": _("Choose who stands in.")})
    if not covers(stand_in, officer):
        raise Invalid(
            {
                "stand_in_id": _(
                    "%(name)s does not work everywhere %(name_2)s does.",
                    name=stand_in.name,
                    name_2=officer.name,
                )
            }
        )
    _require_free(session, officer, stand_in, first, last)
    row = AbsenceRecord(
        officer_id=officer.id, stand_in_id=stand_in.id, first_on=first, last_on=last, said_at=act["now"]
    )
    session.add(row)
    officer.has_been_away = True
    session.flush()
    days = f"{english(short_day(first))} to {english(short_day(last))}"
    _replan(session, officer, f"{stand_in.name} stands in for {officer.name}, {days}.", act)
    audit.add(session, "absence set", by=act["by"], officer=officer.id, stand_in=stand_in.id)
    return row


def end(session: Session, absence_id: int, **act: Unpack[Acting]) -> None:
    """End an absence after today, or take it back where it has not begun."""
    row = session.get(AbsenceRecord, absence_id)
    if row is None:
        raise NotFound(_("There is no such absence."))
    officer = _own(session, row.officer_id, act)
    today = officer_calendar(officer, act["installation"].book).local_day(act["now"])
    if row.first_on > today:
        session.delete(row)
    elif row.last_on > today:
        row.last_on = today
    session.flush()
    _replan(session, officer, f"{officer.name} is back.", act)
    audit.add(session, "absence ended", by=act["by"], officer=officer.id)


def covers(stand_in: Officer, officer: Officer) -> bool:
    """Return whether one officer works at every post where the other does."""
    his = posts_where(accounts.grants_of(officer), Permission.WORK_TASKS)
    theirs = posts_where(accounts.grants_of(stand_in), Permission.WORK_TASKS)
    return theirs is None or (his is not None and his <= theirs)


def _own(session: Session, officer_id: int, act: Acting) -> Officer:
    if act["by"].officer_id != officer_id and not act["by"].may(Permission.ADMINISTER):
        raise Forbidden
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound(_("There is no such officer."))
    return officer


def _days(officer: Officer, away: Away, act: Acting) -> tuple[date, date]:
    today = officer_calendar(officer, act["installation"].book).local_day(act["now"])
    if away.first_on is None or away.first_on < today:
        raise Invalid({"first_on": _("Choose the first day away: today or later.")})
    if away.last_on is None or away.last_on < away.first_on:
        raise Invalid({"last_on": _("Choose the last day away: not before the first.")})
    return away.first_on, away.last_on


def _require_free(session: Session, officer: Officer, stand_in: Officer, first: date, last: date) -> None:
    at_once = select(AbsenceRecord).where(AbsenceRecord.first_on <= last, AbsenceRecord.last_on >= first)
    found = session.scalars(
        at_once.where(
            or_(
                AbsenceRecord.officer_id.in_((officer.id, stand_in.id)),
                AbsenceRecord.stand_in_id == officer.id,
            )
        )
    ).all()
    for row in found:
        if row.officer_id == officer.id:
            raise Invalid(
                {"first_on": _("You are away already on some of these days. End that absence first.")}
            )
        if row.officer_id == stand_in.id:
            raise Invalid(
                {"stand_in_id": _("%(name)s is away too on some of these days.", name=stand_in.name)}
            )
        raise Invalid({"first_on": _("You stand in for somebody on some of these days.")})


def _replan(session: Session, officer: Officer, words: str, act: Acting) -> None:
    """Plan the letters of the officer's open tasks anew; the line makes a plan worked out before stale."""
    beside = select(TaskPerson.task_id).where(TaskPerson.officer_id == officer.id)
    mine = or_(Task.owner_id == officer.id, Task.id.in_(beside))
    tasks = session.scalars(
        select(Task).where(mine, Task.closed_at.is_(None)).order_by(Task.id).with_for_update()
    ).all()
    for task in tasks:
        history.add(session, task, Line(kind="stand-in", note=words), act)
    reminders.refresh_all(session, tasks, now=act["now"], installation=act["installation"])
