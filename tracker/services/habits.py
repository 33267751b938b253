"""How officers want their letters, and who stands in for them while they are away."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Any

from sqlalchemy.orm import Session

from tracker.domain.places import PostBook
from tracker.domain.reminding import Absence, Reader, Wishes
from tracker.services.clocks import folded, officer_calendar
from tracker.store.absences import AbsenceRecord
from tracker.store.people import Officer
from tracker.store.queries import recipients
from tracker.store.queries.recipients import Recipients


@dataclass(frozen=True, slots=True)
class Habits:
    """The absences of some officers, and the officers who may get letters in their place, by id."""

    book: PostBook
    absences: Mapping[int, Sequence[AbsenceRecord]] = field(default_factory=dict)
    others: Mapping[int, Officer] = field(default_factory=dict)

    def dressed(self, reader: Reader, officer: Officer, is_allowed: Callable[[str], bool]) -> Reader:
        """Return the reader with the officer's wishes and stand-ins; a stand-in who may not be written to is none."""
        absences = [
            Absence(
                first_on=row.first_on,
                last_on=row.last_on,
                stand_in=self._stand_in(self.others[row.stand_in_id], reader),
                since=row.said_at,
            )
            for row in self.absences.get(officer.id, ())
            if row.stand_in_id in self.others and is_allowed(folded(self.others[row.stand_in_id].email))
        ]
        late_to = self.others.get((officer.wishes or {}).get("late_to", 0))
        return replace(
            reader,
            wishes=wishes_of(officer),
            absences=tuple(absences),
            late_to=self._stand_in(late_to, reader)
            if late_to and is_allowed(folded(late_to.email))
            else None,
        )

    def _stand_in(self, officer: Officer, reader: Reader) -> Reader:
        return Reader(
            address=folded(officer.email),
            name=officer.name,
            standing=reader.standing,
            calendar=officer_calendar(officer, self.book),
            since=reader.since,
            stands_in_for=reader.name,
        )


def wishes_of(officer: Officer) -> Wishes:
    """Return how an officer wants his letters."""
    found: dict[str, Any] = officer.wishes or {}
    return Wishes(
        at_once=found.get("at_once", False),
        send_at=time.fromisoformat(found["send_at"]) if found.get("send_at") else None,
        days=frozenset(found.get("days", ())),
        silent=frozenset(found.get("silent", ())),
        since={family: datetime.fromisoformat(at) for family, at in found.get("since", {}).items()},
    )


def read(session: Session, officers: Collection[Officer], book: PostBook) -> Habits:
    """Return the habits of these officers, in at most one query."""
    found = recipients.read(session, officers=instead_of(officers), away=away_of(officers))
    return among(found, officers, book)


def away_of(officers: Collection[Officer]) -> set[int]:
    """Return the officers whose absences are to be read."""
    return {officer.id for officer in officers if officer.has_been_away}


def instead_of(officers: Collection[Officer]) -> set[int]:
    """Return who gets in their place what is late."""
    return {one.wishes["late_to"] for one in officers if one.wishes and one.wishes.get("late_to")}


def among(found: Recipients, officers: Collection[Officer], book: PostBook) -> Habits:
    """Return the habits of these officers from what was read for them, and maybe for others too."""
    ids, absences = away_of(officers), dict[int, list[AbsenceRecord]]()
    for row in found.absences:
        if row.officer_id in ids:
            absences.setdefault(row.officer_id, []).append(row)
    wanted = instead_of(officers) | {row.stand_in_id for own in absences.values() for row in own}
    others = {one.id: one for key, one in found.officers.items() if key in wanted and one.is_active}
    return Habits(book, absences, others)
