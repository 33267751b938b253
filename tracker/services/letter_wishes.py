"""How an officer wants his letters: at once or in the morning, the hour, the days, and of what not."""

from dataclasses import dataclass
from datetime import time
from typing import Any, Unpack

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from tracker.domain.rules import OVERDUE
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import absences, accounts, audit, reminders
from tracker.services.clocks import officer_calendar
from tracker.services.installation import Acting
from tracker.store.company import TaskPerson
from tracker.store.people import Officer
from tracker.store.tasks import Task
from tracker.texts import _

FAMILIES = {"early": ("before", "undated"), "due": ("due",), "late": OVERDUE}
NEEDS_SOMEBODY = (
    "Who leads a task must hear of what is late. Name a stand-in who gets these letters, or leave them on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an officer chooses; `late_to_id` is who gets what is late, where `late` is off."""

    at_once: bool = False
    send_at: time | None = None
    days: tuple[int, ...] = ()
    early: bool = True
    due: bool = True
    late: bool = True
    late_to_id: int | None = None


def set_wishes(session: Session, officer_id: int, wanted: Wanted, **act: Unpack[Acting]) -> Officer:
    """Keep how an officer wants his letters; raise Invalid at each field that cannot be.

    What is wanted again is wanted from now on: nothing is made up for.
    """
    if act["by"].officer_id != officer_id:
        raise Forbidden
    officer = session.get(Officer, officer_id, with_for_update=True)
    if officer is None:
        raise NotFound(_("There is no such officer."))
    _check(session, officer, wanted, act)
    officer.wishes = _as_json(officer.wishes or {}, wanted, act)
    audit.add(session, "wishes set", by=act["by"], officer=officer.id)
    session.flush()
    _replan(session, officer, act)
    return officer


def wanted_by(officer: Officer) -> Wanted:
    """Return what an officer has chosen."""
    found: dict[str, Any] = officer.wishes or {}
    silent = found.get("silent", ())
    return Wanted(
        at_once=found.get("at_once", False),
        send_at=time.fromisoformat(found["send_at"]) if found.get("send_at") else None,
        days=tuple(found.get("days", ())),
        late_to_id=found.get("late_to"),
        **{name: families[0] not in silent for name, families in FAMILIES.items()},
    )


def _check(session: Session, officer: Officer, wanted: Wanted, act: Acting) -> None:
    faults: dict[str, str] = {}
    policy = act["installation"].policies.general
    if wanted.send_at is not None and policy.is_quiet(wanted.send_at):
        faults["send_at"] = (
            f"No letter goes from {policy.quiet_from:%H:%M} to {policy.quiet_to:%H:%M}. Choose another hour."
        )
    calendar = officer_calendar(officer, act["installation"].book)
    works = calendar.weeks[-1].days
    if wanted.days and not set(wanted.days) & works:
        faults["days"] = f"None of these is a working day in {calendar.place.name}."
    if not wanted.late and (fault := _stand_in_fault(session, officer, wanted.late_to_id)):
        faults["late_to_id"] = fault
    if faults:
        raise Invalid(faults)


def _stand_in_fault(session: Session, officer: Officer, late_to_id: int | None) -> str | None:
    other = accounts.officer(session, late_to_id) if late_to_id else None
    if other is None or other.id == officer.id:
        return NEEDS_SOMEBODY
    if not absences.covers(other, officer):
        return f"{other.name} does not work everywhere you do."
    return None


def _as_json(before: dict[str, Any], wanted: Wanted, act: Acting) -> dict[str, Any] | None:
    silent = [family for name, found in FAMILIES.items() if not getattr(wanted, name) for family in found]
    again = {family: act["now"].isoformat() for family in before.get("silent", ()) if family not in silent}
    kept = {family: at for family, at in before.get("since", {}).items() if family not in silent}
    values = {
        "at_once": wanted.at_once,
        "send_at": f"{wanted.send_at:%H:%M}" if wanted.send_at else None,
        "days": sorted(set(wanted.days)),
        "silent": silent,
        "since": kept | again,
        "late_to": wanted.late_to_id if not wanted.late else None,
    }
    return {name: value for name, value in values.items() if value} or None


def _replan(session: Session, officer: Officer, act: Acting) -> None:
    beside = select(TaskPerson.task_id).where(TaskPerson.officer_id == officer.id)
    mine = or_(Task.owner_id == officer.id, Task.id.in_(beside))
    tasks = session.scalars(select(Task).where(mine, Task.closed_at.is_(None)).order_by(Task.id)).all()
    reminders.refresh_all(session, tasks, now=act["now"], installation=act["installation"])
