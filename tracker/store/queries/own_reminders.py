"""What an officer's own page of reminders asks of him: who he is, when he is away, who may stand in. One question."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import bindparam
from sqlalchemy.orm import Session

from tracker.errors import NotFound
from tracker.store.absences import AbsenceRecord
from tracker.store.people import Officer
from tracker.store.queries import pages, recipients
from tracker.store.together import Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """An officer with his grants, his absences with who stands in, soonest first, and who else holds a role."""

    officer: Officer
    absences: list[AbsenceRecord]
    others: list[tuple[int, str]]


def of_officer(session: Session, officer_id: int, roles: Collection[str]) -> Own:
    """Return what the page shows of the officer; `others` are the active officers of these roles, by name."""
    rows = _statement(tuple(roles)).rows(session.connection(), {"officer": officer_id})
    found = recipients.of_rows(session, rows)
    if officer_id not in found.officers:
        raise NotFound
    return Own(
        officer=found.officers[officer_id],
        absences=sorted(found.absences, key=lambda one: (one.first_on, one.id)),
        others=sorted(
            ((key, name) for key, name in rows["choice"] if key != officer_id),
            key=lambda one: (one[1], one[0]),
        ),
    )


@lru_cache(maxsize=8)
def _statement(roles: tuple[str, ...]) -> Together:
    return Together(
        {
            "officer": recipients.officers_where(Officer.id == bindparam("officer")),
            "stand-in": recipients.stand_ins_where(AbsenceRecord.officer_id == bindparam("officer")),
            "choice": pages.holders(roles),
        }
    )
