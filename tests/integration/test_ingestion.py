"""Cables taken in: new, known, a new version; what is read becomes rows, and nothing is decided."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from tests.work_world import BODY, World, cable
from tracker.domain.access import Grant, Role
from tracker.errors import Forbidden
from tracker.reading import read_text
from tracker.services import contacts, ingestion
from tracker.services.ingestion import Ingested, Outcome
from tracker.services.installation import Actor
from tracker.store.base import Base
from tracker.store.cables import CableRecord, CableVersion, ContactRecord, ProposalRecord
from tracker.store.queries import changes
from tracker.store.tasks import Task, TaskEvent


def count(desk: World, table: type[Base]) -> int:
    with desk.reading() as session:
        return int(session.scalar(select(func.count()).select_from(table)))


def test_a_cable_becomes_rows_with_evidence_and_nothing_is_decided(desk: World) -> None:
    text = cable()

    found = desk.ingest(text)

    with desk.transaction() as session:
        record = session.get_one(CableRecord, found.cable.id)
        assert found.outcome == Outcome.NEW
        assert (record.key, record.mrn, record.precedence) == ("09STATE41207", "STATE 041207", "PRIORITY")
        assert record.header["to"] == ["AMEMBASSY LIMA"]
        assert record.header["info"] == ["AMEMBASSY QUITO"]
        assert record.header["defects"] == []
        asks = [row for row in record.proposals if row.kind == "ask"]
        assert [row.due_on and row.due_on.isoformat() for row in asks] == [None, "2009-04-30"]
        assert {row.verdict for row in record.proposals} == {"waiting"}
        for row in (*record.proposals, *record.contacts):
            pieces = (text[start:end] for start, end in row.spans)
            assert " ".join(" ".join(pieces).split()) == row.quote
        assert [(row.email, row.confirmed_at) for row in record.contacts] == [("OakleyM@state.example", None)]
    assert count(desk, Task) == 0


PAPER = """4. Please report within five working days of receipt of this
cable. The harbor seminar takes place in Lima on June 3-4.

5. Begin text of paper:

WHAT A VISIT OFFERS

Three experts spend two days with the agencies.

End text.
"""


def test_papers_and_events_are_kept_with_their_places(desk: World) -> None:
    text = cable(body=BODY + PAPER)

    found = desk.ingest(text)
    desk.ingest(text.replace("in March", "in May"))

    with desk.transaction() as session:
        record = session.get_one(CableRecord, found.cable.id)
        assert [paper.first_words.split()[:4] for paper in record.papers] == ["WHAT A VISIT OFFERS".split()]
        assert "End text" not in record.papers[0].text
        assert [event.start_on and event.start_on.isoformat() for event in record.events] == ["2009-06-03"]
        assert all(row.spans for row in (*record.papers, *record.events))
        days = {row.due_on for row in record.proposals if row.kind == "ask"}
        assert date(2009, 4, 27) in days


def test_a_reading_made_before_counts_for_its_own_text_only(desk: World) -> None:
    other = cable(number="041208")

    keys = [desk.ingest(text, found=read_text(cable())).cable.key for text in (cable(), other)]

    assert keys == ["09STATE41207", "09STATE41208"]


@pytest.mark.parametrize(
    "again", [cable(), cable().replace("\n", "\r\n"), cable().replace(" to ", "  to "), cable() + "\n\n"]
)
def test_the_same_text_is_the_same_cable_whatever_its_white_space(desk: World, again: str) -> None:
    first = desk.ingest(cable())

    second = desk.ingest(again)

    assert (second.outcome, second.cable.id) == (Outcome.KNOWN, first.cable.id)
    assert count(desk, CableRecord) == count(desk, CableVersion) == 1


def test_a_text_without_a_number_is_known_by_its_digest(desk: World) -> None:
    text = "UNCLASSIFIED\n\n1. Please report by April 30.\n"

    outcomes = [desk.ingest(text).outcome, desk.ingest(text).outcome, desk.ingest(text + "More.\n").outcome]

    assert outcomes == [Outcome.NEW, Outcome.KNOWN, Outcome.NEW]


def test_signs_that_a_database_cannot_hold_are_dropped(desk: World) -> None:
    found = desk.ingest(cable(body=BODY + "4. Odd \x00 signs \ud800 here.\n"))

    with desk.reading() as session:
        text = session.scalar(select(CableVersion.text).where(CableVersion.cable_id == found.cable.id))
    assert "Odd  signs ? here." in text


def test_unknown_designators_are_defects_and_never_guessed(desk: World) -> None:
    text = cable(to=("AMEMBASSY LIMMA",)).replace("INFO AMEMBASSY QUITO", "INFO AMEMBASSY KITO")

    found = desk.ingest(text)

    words = {defect["words"] for defect in found.cable.header["defects"] if defect["span"]}
    assert words == {
        "AMEMBASSY LIMMA is not in the table of posts. Choose the post.",
        "AMEMBASSY KITO is not in the table of posts.",
    }


def test_an_exempt_post_that_no_table_holds_is_a_defect(desk: World) -> None:
    text = cable().replace("INFO AMEMBASSY QUITO 0000\n", "INFO AMEMBASSY QUITO 0000\nXMT AMEMBASSY KITO\n")

    words = [defect["words"] for defect in desk.ingest(text).cable.header["defects"]]

    assert "AMEMBASSY KITO is exempt, but is not in the table of posts: look whom the cable asks." in words


def test_history_is_marked_so(desk: World) -> None:
    assert desk.ingest(is_history=True).cable.is_history


def test_a_later_section_of_a_number_is_a_cable_of_its_own(desk: World) -> None:
    first = cable(line="UNCLAS SECTION 01 OF 02")
    second = cable(line="UNCLAS SECTION 02 OF 02", body="4. Embassy should report.\n")

    keys = [desk.ingest(first).cable.key, desk.ingest(second).cable.key]

    assert keys == ["09STATE41207", "09STATE41207 section 2"]


def test_a_changed_text_of_a_number_is_a_new_version_and_old_proposals_rest(desk: World) -> None:
    first = desk.ingest(cable())

    second = desk.ingest(cable(body=BODY.replace("April 30", "May 8")))

    assert (second.outcome, second.cable.id, second.cable.version) == ("new version", first.cable.id, 2)
    with desk.reading() as session:
        rows = session.execute(
            select(ProposalRecord.version, ProposalRecord.verdict, ProposalRecord.due_on)
            .where(ProposalRecord.kind == "ask")
            .order_by(ProposalRecord.version, ProposalRecord.position)
        ).all()
        named = session.scalar(select(func.count(ContactRecord.id)))
    assert [(row.version, row.verdict, row.due_on and row.due_on.isoformat()) for row in rows] == [
        (1, "superseded", None),
        (1, "superseded", "2009-04-30"),
        (2, "waiting", None),
        (2, "waiting", "2009-05-08"),
    ]
    assert named == 1


def test_a_new_version_shows_the_lines_that_went_and_came(desk: World) -> None:
    cable_id = desk.ingest(cable()).cable.id
    with desk.reading() as session:
        assert changes.changed_lines(session, cable_id) == ()

    desk.ingest(cable(body=BODY.replace("April 30", "May 8")))

    with desk.reading() as session:
        found = changes.changed_lines(session, cable_id)
    assert [(line.kind, line.text) for line in found] == [
        ("went", "response by COB April 30."),
        ("came", "response by COB May 8."),
    ]


def test_a_new_version_keeps_what_was_decided_and_marks_what_changed(desk: World) -> None:
    visit, report = desk.tasks()
    changed = cable(body=BODY.replace("April 30", "May 8"))

    desk.ingest(changed)

    with desk.reading() as session:
        assert session.get_one(Task, visit.id).sentence_stands
        assert not session.get_one(Task, report.id).sentence_stands
        line = session.scalars(select(TaskEvent).where(TaskEvent.kind == "new version")).one()
        assert (line.task_id, line.note) == (report.id, "Version 2 of the cable no longer has this sentence.")
        waiting = session.scalars(select(ProposalRecord).where(ProposalRecord.verdict == "waiting")).all()
        assert [row.due_on.isoformat() for row in waiting if row.kind == "ask"] == ["2009-05-08"]
        assert session.get_one(ProposalRecord, visit.proposal_id).version == 2


def test_a_sentence_that_comes_back_stands_again(desk: World) -> None:
    report = desk.tasks()[1]
    desk.ingest(cable(body=BODY.replace("April 30", "May 8")))

    desk.ingest(cable(body=BODY.replace("in March", "in May")))

    with desk.reading() as session:
        assert session.get_one(Task, report.id).sentence_stands


def test_a_confirmed_contact_stays_confirmed_over_versions(desk: World) -> None:
    found = desk.ingest()
    with desk.transaction() as session:
        contact = session.scalars(select(ContactRecord)).one()
        contacts.confirm(session, contact.id, **desk.act())

    desk.ingest(
        cable(body=BODY.replace("in March", "in May") + "4. Other point of contact is Teodor Brandt.\n")
    )
    desk.ingest(cable(body=BODY.replace("Marian Oakley", "Nobody").replace("OakleyM@", "nobody@")))

    with desk.reading() as session:
        kept = session.scalars(select(ContactRecord).where(ContactRecord.confirmed_at.is_not(None))).one()
        assert (kept.cable_id, kept.email, kept.spans) == (found.cable.id, "OakleyM@state.example", [])


def test_two_processes_that_take_in_one_cable_at_once_get_one_row(desk: World) -> None:
    start = threading.Barrier(4)
    found: list[Ingested] = []

    def take_in() -> None:
        start.wait()
        found.append(desk.ingest(cable()))

    threads = [threading.Thread(target=take_in) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(one.outcome for one in found) == ["known", "known", "known", "new"]
    assert count(desk, CableRecord) == count(desk, CableVersion) == 1


def test_only_those_who_may_take_cables_in(desk: World) -> None:
    reader = Actor(name="R", way="page", grants=(Grant(role=Role.READER),))

    with pytest.raises(Forbidden), desk.transaction() as session:
        ingestion.ingest(session, cable(), source="page", **desk.act(reader))

    officer = replace(reader, grants=(Grant(role=Role.DESK_OFFICER),))
    with desk.transaction() as session:
        assert ingestion.ingest(session, cable(), source="page", **desk.act(officer)).outcome == "new"
