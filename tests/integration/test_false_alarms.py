"""A refused cable that is a false alarm is sent in again, and let in once by a release that is recorded."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.work_world import SYSTEM, World, cable
from tracker.errors import Conflict, Forbidden
from tracker.services import door, false_alarms, spills
from tracker.services.door import RefusedText
from tracker.store.audit import AuditEntry
from tracker.store.cables import SpillIncident

MARKED = cable(line="C O N F I D E N T I A L")


def refused(desk: World, text: str = MARKED) -> int:
    with pytest.raises(RefusedText) as told:
        desk.ingest(text)
    with desk.transaction() as session:
        return door.record(session, told.value.refusal, by=SYSTEM, now=desk.now, place="cables.take_in").id


def release(desk: World, incident: int) -> None:
    guard = desk.officer(f"sam{incident}", ("security officer", None))
    with desk.transaction() as session:
        false_alarms.release(session, incident, **desk.act(guard))


def test_the_same_text_is_let_in_once_and_the_trail_says_by_whom(desk: World) -> None:
    number = refused(desk)
    release(desk, number)

    assert desk.ingest(MARKED).cable.id == 1

    refused(desk)
    with desk.reading() as session:
        incident = session.get_one(SpillIncident, number)
        assert (incident.released_by, incident.let_in_at) == ("Sam1", desk.now)
        told = session.scalars(select(AuditEntry.objects).where(AuditEntry.act == "text let in")).all()
    assert told == [{"incident": number, "released_by": "Sam1"}]


@pytest.mark.parametrize(
    "other",
    [MARKED.replace("March", "April 2"), MARKED.replace("C O N F I D E N T I A L", "S E C R E T" + " " * 10)],
)
def test_another_text_is_refused_as_before(desk: World, other: str) -> None:
    release(desk, refused(desk))

    refused(desk, other)


def test_a_release_lasts_a_day(desk: World) -> None:
    release(desk, refused(desk))
    desk.now += timedelta(days=1, minutes=1)

    refused(desk)


def test_only_who_settles_spills_releases_and_no_lock(desk: World) -> None:
    number = refused(desk)
    chief = desk.officer("chief", ("manager", None))
    with pytest.raises(Forbidden), desk.transaction() as session:
        false_alarms.release(session, number, **desk.act(chief))
    desk.ingest()
    with desk.transaction() as session:
        lock = spills.lock(session, 1, **desk.act())

    with pytest.raises(Conflict, match="Unlock"), desk.transaction() as session:
        false_alarms.release(session, lock.incident_id or 0, **desk.act())
