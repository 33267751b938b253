"""What stands beside the ask on a task's page: contacts, the paper to hand over, the other posts, linked tasks."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.e2e.conftest import SAMPLES
from tests.e2e.inspection import text_of

LIMA, FIVE = (path.read_text(encoding="utf-8") for path in SAMPLES[:2])
HELD_BACK = LIMA.replace("and explain that it may be shared", "but not leave it; do not pass the paper")


@pytest.fixture
def desk(world, accepted):
    """The desk, with the tasks of two cables."""
    world.load(LIMA, FIVE)
    return accepted(1, 2)


def test_whom_to_ask_stands_on_the_page_with_office_address_and_telephone(desk):
    page = desk.get("/tasks/3")

    assert page.says("Marian Oakley, ISN/CPI")
    assert page.links["OakleyM@state.example"] == "mailto:OakleyM@state.example"
    assert page.says("202-555-0143")
    assert not page.says("gets the letters too")

    desk.submit(desk.get("/cables/1"), "/contacts", contact="1")

    assert desk.get("/tasks/3").says("gets the letters too")


def test_the_paper_is_had_as_the_letter_carries_it(desk, visit):
    lima = visit("lima")
    page = lima.get("/tasks/1")
    assert page.says("Paper to hand over: may be passed to the host government")

    text = lima.client.get(page.links["Download as text: Paper to hand over"])
    word = lima.client.get(page.links["Download as Word: Paper to hand over"])

    assert text.text.startswith("WHAT A VISIT OF EXPERTS OFFERS")
    assert desk.get("/tasks/1").says("It belongs to STATE 041207 as a whole")
    assert text.headers["Content-Disposition"] == 'attachment; filename="STATE-041207-paper-1.txt"'
    assert text.headers["Content-Type"] == "application/octet-stream"
    assert text.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert b"WHAT A VISIT OF EXPERTS OFFERS" in ZipFile(BytesIO(word.data)).read("word/document.xml")


@pytest.mark.parametrize(
    "path",
    ["/tasks/1/papers/1.txt", "/tasks/1/papers/1.docx", "/tasks/1/papers/9.txt", "/tasks/4/papers/1.txt"],
)
def test_the_paper_of_anothers_task_is_not_there(desk, visit, path):
    assert visit("amman").client.get(path).status_code == 404


def test_a_paper_that_may_not_be_passed_is_read_in_the_cable_and_is_no_file(visit, world):
    world.load(HELD_BACK)
    desk = visit("desk")
    desk.submit(desk.get("/cables/1"), "/accept-all")

    page = desk.get("/tasks/1")

    assert page.says("Paper to hand over: may not be passed")
    assert page.links["Read it in the cable"] == "/cables/1"
    assert desk.client.get("/tasks/1/papers/1.txt").status_code == 404


def test_the_other_posts_are_counted_as_far_as_the_reader_sees_them(desk, visit):
    five = desk.get(desk.get("/cables/2").links["Task 4: AMEMBASSY AMMAN"])
    assert five.says("5 posts are asked this. Done 0 of 5, delivered 0 of 5, answered 0, agreed 0, late 0.")
    assert five.links["See post by post"] == "/cables/2/grid"

    assert not visit("amman").get(five.address).says("posts are asked this")
    assert not desk.get("/tasks/1").says("posts are asked this")


def test_a_linked_task_is_named_by_what_it_asks_and_is_silent_to_whom_it_is_not(desk, visit):
    desk.submit(desk.get("/tasks/1"), "/link", link__kind="reference", link__other_id=4)

    page = desk.get("/tasks/1")

    other = desk.get("/tasks/4").heading.removesuffix(" (task 4)")
    assert f"reference {other}, AMEMBASSY AMMAN (open)" in [
        text_of(line).partition(" Take away")[0] for line in page.tree.iter("li")
    ]
    assert not visit("lima").get("/tasks/1").says(f"reference {other}")


def test_a_list_of_who_may_own_it_is_for_those_who_may_give_it(desk, visit):
    assert "assign-owner_id" in desk.get("/tasks/1").form("/assign").values
    reader = visit("reader").get("/tasks/1")

    assert "Give it to somebody" not in reader.main
