"""The manager's page: every number opens its rows, in groups and parts; what is at risk; its sheet."""

import csv
import io

import pytest
from sqlalchemy import select

from tests.e2e.inspection import rows_of, text_of
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.notices import NoticeRecord
from tracker.web import overdue


def test_the_page_answers_in_its_first_line_and_has_a_row_for_each(chief):
    page = chief.get("/overdue")

    assert page.says("7 late at 6 posts; the oldest")
    assert len(rows_of(page, "Late, by post")) == 7
    assert page.says("calendar days")
    assert page.says("none yet")


def test_each_number_opens_as_many_rows_as_it_says(chief):
    page = chief.get("/overdue")
    numbers = [
        (int(text_of(a).split()[0]), a.get("href"))
        for a in page.tree.iter("a")
        if text_of(a)[:1].isdigit() and "/overdue" in (a.get("href") or "")
    ]

    assert len(numbers) >= 7
    for count, address in numbers:
        assert len(rows_of(chief.get(address), "Late, by")) == count, address


def test_nobodys_business_opens_each_of_its_lists(chief):
    page = chief.get("/overdue")
    found = {text_of(tr): tr for tr in rows_of(page, "Nobody’s business")}

    for words in ("Open, owned by nobody", "Open, without a due day", "Open, not accepted"):
        row = next(tr for said, tr in found.items() if said.startswith(words))
        link = next(row.iter("a"))
        listed = chief.get(link.get("href"))
        assert len(rows_of(listed, "")) == int(text_of(link).split()[0])


@pytest.mark.parametrize("group", ["post", "office", "age", "owner", "nonsense"])
def test_the_rows_stand_in_the_groups_asked_for(chief, group):
    page = chief.get(f"/overdue?group={group}")

    assert len(rows_of(page, "Late, by")) == 7
    assert page.says("Office of Andean Affairs: 2 late") is (group == "office")


def test_a_part_of_the_late_tasks_says_which_and_leads_back(chief):
    page = chief.get("/overdue?owner=0&age=waiting")
    assert page.says("No late task is of this kind any more.")

    page = chief.get("/overdue?owner=0")

    assert page.says("Shown: owned by nobody. Show all that is late")


def test_a_long_list_has_pages(chief, monkeypatch):
    monkeypatch.setattr(overdue, "PAGE", 4)

    page = chief.get("/overdue")
    assert len(rows_of(page, "Late, by post")) == 4
    page = chief.get(page.links["Next page"])

    assert len(rows_of(page, "Late, by post, page 2")) == 3
    assert "Previous page" in page.links


def test_what_is_at_risk_is_said_in_words_with_its_rule(chief, world):
    world.set_clock("2009-04-29T14:00:00Z")

    page = chief.get("/overdue")

    assert page.says("not accepted, ")
    rule = chief.get("/overdue/risk")
    assert rule.says("At risk is what is not late yet")
    assert rule.says("working day left")
    world.set_clock("2010-01-01T14:00:00Z")
    assert chief.get("/overdue/risk").says("None of those due next.")


def test_an_address_that_bounces_is_listed_with_what_the_mail_system_said(chief, world):
    page = chief.get("/overdue/addresses")
    assert page.says("Every letter about an open task was delivered")
    chief.submit(chief.get("/overdue"), "/overdue/together", chase="3")
    with world.runtime.transaction() as session:
        row = session.scalars(select(NoticeRecord)).one()
        message = OutgoingMessage(
            message_id="<1@t>", recipient=row.recipient, subject="s", kind="chased", body=b"", state="failed",
            error="550 no such user", urgency_at=world.runtime.now(), written_at=world.runtime.now(),
        )  # fmt: skip
        session.add(message)
        session.flush()
        from_slot(session, world, message)

    page = chief.get("/overdue/addresses")

    assert page.says("lima@posts.example")
    assert page.says("550 no such user")
    (row,) = [tr for tr in rows_of(chief.get("/overdue"), "Nobody’s") if "bounce" in text_of(tr)]
    assert next(row.iter("a")).get("href") == "/overdue/addresses"


def from_slot(session, world, message):
    session.add(
        ReminderSlot(
            task_id=3, rule="note-1", deadline_version=1, recipient=message.recipient,
            moment_at=world.runtime.now(), offered_at=world.runtime.now(), message_id=message.id,
        )
    )  # fmt: skip


def test_an_owners_group_says_how_many_are_late_in_all(chief, visit):
    page = chief.get("/tasks/3")
    chief.submit(page, "/assign", assign__owner_id="2")

    page = chief.get("/overdue?group=owner")

    assert page.says("Luis Ortega: 1 late")
    assert page.says("Nobody: 6 late")
    page = chief.get("/overdue?owner=2")
    assert page.says("Report the host government")
    (row,) = [tr for tr in rows_of(page, "Late") if "Report the host" in text_of(tr)]
    assert text_of(row.findall("td")[5]).endswith("chief@officers.example")  # the supervisor of who owes it


def test_the_sheet_holds_the_rows_of_the_page(chief):
    page = chief.get("/overdue?group=owner")
    reply = chief.client.get(page.links["Sheet (CSV)"])

    assert reply.headers["Content-Disposition"] == "attachment; filename=overdue.csv"
    rows = list(csv.DictReader(io.StringIO(reply.data.decode("utf-8-sig"))))
    assert len(rows) == 7
    assert {row["post"] for row in rows} >= {"AMEMBASSY LIMA", "AMEMBASSY TOKYO"}
    assert "lima@posts.example" in {row["next letter to"] for row in rows}
    assert all(bool(row["next letter to"]) != bool(row["why none"]) for row in rows)


def test_a_list_of_tasks_has_a_sheet_too(chief):
    page = chief.get("/tasks?state=late")
    reply = chief.client.get(page.links["Sheet of this list (CSV)"])

    assert reply.headers["Content-Disposition"] == "attachment; filename=tasks-late.csv"
    rows = list(csv.DictReader(io.StringIO(reply.data.decode("utf-8-sig"))))
    assert len(rows) == 7
    assert rows[0]["state"] == "open"


def test_who_may_not_assign_reads_the_page_without_its_buttons(chief, visit):
    page = visit("reader").get("/overdue")

    assert len(rows_of(page, "Late, by post")) == 7
    assert not page.says("Chase")


def test_a_row_that_was_drawn_before_says_what_is_so_after_a_deed(chief):
    before = {text_of(row) for row in rows_of(chief.get("/overdue"), "Late, by post")}
    chief.submit(chief.get("/tasks/3"), "/assign", assign__owner_id="2")

    after = {text_of(row) for row in rows_of(chief.get("/overdue"), "Late, by post")}

    (changed,) = after - before
    assert "Luis Ortega" in changed
