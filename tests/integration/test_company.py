"""Who stands beside the lead of a task: coming and going, what they see, and their letters."""

import pytest

from tests.work_world import SYSTEM, World, book
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import accounts, company, duties, posts, tasks
from tracker.services.company import Newcomer
from tracker.services.installation import Actor
from tracker.store.company import TaskPerson
from tracker.store.queries import boards
from tracker.store.tasks import Task

LIMA, QUITO = "AMEMBASSY LIMA", "AMEMBASSY QUITO"


@pytest.fixture
def task(desk: World) -> Task:
    """Return an open task of Lima, which has a mailbox, as Quito has."""
    with desk.transaction() as session:
        posts.set_mailbox(session, LIMA, "duty@lima.example", **desk.act())
        posts.set_mailbox(session, QUITO, "duty@quito.example", **desk.act())
    return desk.tasks()[1]


def add(desk: World, task: Task, by: Actor = SYSTEM, version: int | None = None, **who: object) -> TaskPerson:
    with desk.transaction() as session:
        return company.add(
            session,
            task.id,
            newcomer=Newcomer(**who),
            version=version,
            **desk.act(by),  # type: ignore[arg-type]
        )


def readers(desk: World, task: Task) -> list[tuple[str, str]]:
    with desk.reading() as session:
        row = session.get_one(Task, task.id)
        (duty,) = duties.load(session, [row], desk.runtime.installation)
        return [(reader.address, reader.standing.value) for reader in duty.readers]


def lines(desk: World, task: Task) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    with desk.reading() as session:
        return [(e.kind, e.before, e.after) for e in session.get_one(Task, task.id).history][1:]


def beside(desk: World, by: Actor) -> list[int]:
    with desk.reading() as session:
        posts_seen = accounts.access.posts_where(by.grants, accounts.Permission.WORK_TASKS)
        whose = boards.Whose(officer_id=by.officer_id, works=posts_seen)
        day = boards.my_day(session, whose, now=desk.now, book=book())
        assert day.late == ()
        return [row.id for row in day.beside]


def test_two_coordinators_and_a_watcher_see_it_among_their_own_and_get_its_letters(
    desk: World, task: Task
) -> None:
    juan = desk.officer("juan", ("post staff", QUITO))
    eva = desk.officer("eva", ("post staff", "AMEMBASSY AMMAN"))
    mia = desk.officer("mia", ("reader", "AMEMBASSY AMMAN"))

    add(desk, task, part="coordinator", post=QUITO)
    add(desk, task, part="coordinator", officer_id=eva.officer_id)
    add(desk, task, part="watcher", officer_id=mia.officer_id)

    assert readers(desk, task) == [
        ("duty@lima.example", "post"),
        ("duty@quito.example", "coordinator"),
        ("eva@state.example", "coordinator"),
        ("mia@state.example", "watcher"),
    ]
    assert [kind for kind, _, _ in lines(desk, task)] == ["joined"] * 3
    for officer in (juan, eva, mia):
        assert beside(desk, officer) == [task.id]


def test_a_second_lead_is_refused_in_words(desk: World, task: Task) -> None:
    with pytest.raises(Invalid, match="has one lead, and AMEMBASSY LIMA leads this one"):
        add(desk, task, part="lead", post=QUITO)
    rosa = desk.officer("rosa", ("post staff", LIMA))
    with desk.transaction() as session:
        tasks.take(session, task.id, **desk.act(rosa))
    with pytest.raises(Invalid, match="Rosa at AMEMBASSY LIMA leads this one"):
        add(desk, task, part="lead", post=QUITO)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ({"part": "chief", "post": QUITO}, "Say what part: coordinator or watcher"),
        ({"part": "watcher"}, "Write who"),
        ({"part": "watcher", "post": QUITO, "address": "a@x.example"}, "Write who"),
        ({"part": "watcher", "post": "AMEMBASSY XANADU"}, "not in the table of posts"),
        ({"part": "coordinator", "post": LIMA}, "leads this task already"),
        ({"part": "watcher", "officer_id": 4711}, "no such officer"),
        ({"part": "watcher", "address": "nobody"}, "not a mail address"),
    ],
)
def test_who_cannot_be_used_is_refused(desk: World, task: Task, who: dict[str, object], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        add(desk, task, **who)


def test_the_owner_needs_no_place_beside_himself(desk: World, task: Task) -> None:
    rosa = desk.officer("rosa", ("post staff", LIMA))
    with desk.transaction() as session:
        tasks.take(session, task.id, **desk.act(rosa))

    with pytest.raises(Invalid, match="Rosa owns this task already"):
        add(desk, task, part="coordinator", officer_id=rosa.officer_id)


def test_the_same_twice_is_once_and_another_part_changes_it(desk: World, task: Task) -> None:
    first = add(desk, task, part="watcher", address="Desk@Office.example")
    again = add(desk, task, part="watcher", address="desk@office.example")
    changed = add(desk, task, part="coordinator", address="desk@office.example")

    assert first.id == again.id == changed.id
    assert lines(desk, task) == [
        ("joined", {}, {"watcher": "desk@office.example"}),
        ("joined", {"watcher": "desk@office.example"}, {"coordinator": "desk@office.example"}),
    ]
    assert readers(desk, task)[1] == ("desk@office.example", "coordinator")


def test_an_officer_comes_and_goes_by_himself_and_the_desk_takes_anybody_off(desk: World, task: Task) -> None:
    rosa = desk.officer("rosa", ("post staff", LIMA))
    mine = add(desk, task, by=rosa, part="watcher", officer_id=rosa.officer_id)
    other = add(desk, task, part="watcher", post=QUITO)

    with pytest.raises(Forbidden):
        add(desk, task, by=rosa, part="coordinator", officer_id=rosa.officer_id)
    with desk.transaction() as session, pytest.raises(Forbidden):
        company.leave(session, task.id, person_id=other.id, **desk.act(rosa))
    with desk.transaction() as session:
        assert company.own(session, task.id, rosa) is not None
        company.leave(session, task.id, person_id=mine.id, **desk.act(rosa))
        company.leave(session, task.id, person_id=other.id, **desk.act())

    assert lines(desk, task)[-1] == ("left", {"watcher": QUITO}, {})
    assert readers(desk, task) == [("duty@lima.example", "post")]
    with desk.transaction() as session:
        assert company.own(session, task.id, SYSTEM) is None
        with pytest.raises(NotFound, match="Nobody of that name"):
            company.leave(session, task.id, person_id=mine.id, **desk.act())


def test_whoever_stands_beside_a_task_sees_it_and_may_note_but_not_work_on_it(
    desk: World, task: Task
) -> None:
    juan = desk.officer("juan", ("post staff", QUITO))
    with desk.transaction() as session, pytest.raises(NotFound):
        tasks.add_note(session, task.id, note="hello", **desk.act(juan))

    add(desk, task, part="coordinator", post=QUITO)

    with desk.transaction() as session:
        tasks.add_note(session, task.id, note="Quito has written to them", **desk.act(juan))
        with pytest.raises(Forbidden):
            tasks.accept(session, task.id, **desk.act(juan))


def test_a_reader_of_the_post_may_not_write_notes(desk: World, task: Task) -> None:
    mia = desk.officer("mia", ("reader", LIMA))

    with desk.transaction() as session, pytest.raises(Forbidden):
        tasks.add_note(session, task.id, note="hello", **desk.act(mia))


def test_a_stale_page_adds_nobody(desk: World, task: Task) -> None:
    add(desk, task, part="watcher", post=QUITO)

    with pytest.raises(Conflict, match="joined: watcher AMEMBASSY QUITO"):
        add(desk, task, version=1, part="watcher", address="a@x.example")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("amembassy quito", {"post": "amembassy quito"}),
        (" Rosa ", {"officer": "rosa"}),
        ("ROSA@state.example", {"officer": "rosa"}),
        ("other@state.example", {"address": "other@state.example"}),
    ],
)
def test_who_is_meant_is_found_by_what_a_person_writes(
    desk: World, words: str, expected: dict[str, str]
) -> None:
    rosa = desk.officer("rosa", ("post staff", LIMA))

    with desk.reading() as session:
        found = company.named(session, words, "watcher", book())

    assert found == Newcomer(
        part="watcher",
        post=expected.get("post"),
        officer_id=rosa.officer_id if "officer" in expected else None,
        address=expected.get("address"),
    )


def test_a_name_that_is_nobodys_or_several_peoples_is_asked_again(desk: World) -> None:
    rosa = desk.officer("rosa", ("post staff", LIMA))
    desk.officer("eva", ("post staff", LIMA))
    with desk.transaction() as session:
        session.get_one(accounts.Officer, rosa.officer_id).name = "Eva"

    with desk.reading() as session:
        with pytest.raises(Invalid, match="Write the sign-in name"):
            company.named(session, "Eva", "watcher", book())
        with pytest.raises(Invalid, match="no post, officer or mail address"):
            company.named(session, "Nobody Here", "watcher", book())
        with pytest.raises(Invalid, match="Write who"):
            company.named(session, "  ", "watcher", book())
