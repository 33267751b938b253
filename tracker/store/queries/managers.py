"""Reads of Monday's letter: the managers whose letter is still to go, and who stands in for them, in one question."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Date, bindparam, func, or_, select
from sqlalchemy.orm import Session

from tracker.domain.access import Role
from tracker.store.absences import AbsenceRecord
from tracker.store.people import Officer, RoleGrant
from tracker.store.queries import recipients
from tracker.store.queries.recipients import Recipients
from tracker.store.together import Together
from tracker.store.weekly import WeeklyLetter

MANAGERS = (Role.MANAGER, Role.POST_MANAGER)


class Unwritten(NamedTuple):
    """Managers whose letter is still to go, by id; the last week of those who had one; and who stands in for them."""

    managers: list[Officer]
    last: dict[int, date]
    reached: Recipients


def unwritten(session: Session, week_on: date, only: int | None) -> Unwritten:
    """Return the active managers to whom no letter of this week or a later one has gone.

    `only`: no others than this officer, and those for whom he stands in.
    """
    session.flush()
    values: dict[str, Any] = {"week": week_on} | ({"only": only} if only is not None else {})
    rows = _statement(only is not None).rows(session.connection(), values)
    reached, ids = recipients.of_rows(session, rows), {row[0] for row in rows["officer"]}
    return Unwritten([reached.officers[key] for key in sorted(ids)], dict(rows["last"]), reached)


@lru_cache(maxsize=2)
def _statement(is_of_one: bool) -> Together:  # noqa: FBT001 - a key of the cache
    week: BindParameter[date] = bindparam("week", type_=Date)
    manages = select(RoleGrant.officer_id).where(RoleGrant.role.in_(MANAGERS))
    written = select(WeeklyLetter.officer_id).where(WeeklyLetter.week_on >= week)
    ids = select(Officer.id).where(Officer.is_active, Officer.id.in_(manages), Officer.id.not_in(written))
    if is_of_one:
        only: BindParameter[int] = bindparam("only")
        away = select(AbsenceRecord.officer_id).where(AbsenceRecord.stand_in_id == only)
        ids = ids.where(or_(Officer.id == only, Officer.id.in_(away)))
    return Together(
        {
            "officer": recipients.officers_where(Officer.id.in_(ids)),
            "stand-in": recipients.stand_ins_where(AbsenceRecord.officer_id.in_(ids)),
            "last": select(WeeklyLetter.officer_id, func.max(WeeklyLetter.week_on))
            .where(WeeklyLetter.officer_id.in_(ids))
            .group_by(WeeklyLetter.officer_id),
        }
    )
