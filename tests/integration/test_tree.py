"""The tree in the database: a manager sees the sum of the offices below, and a moved post moves its rows."""

import pytest
from sqlalchemy import delete, select

from tests.work_world import SYSTEM, World, book, cable
from tracker.adapters import trees
from tracker.domain.access import Grant, Permission, Role
from tracker.errors import Conflict, Forbidden, Invalid, NotFound
from tracker.services import accounts, cable_posts, posts, review, tree
from tracker.services.installation import Actor
from tracker.store.cables import CablePost, CableRecord
from tracker.store.places import Post, Unit
from tracker.store.queries import boards, late, pages, sight
from tracker.store.queries import tree as queries
from tracker.store.queries.tasks import task_rows

LIMA, QUITO, AMMAN = "AMEMBASSY LIMA", "AMEMBASSY QUITO", "AMEMBASSY AMMAN"
REPORT = "1. Embassies are requested to report the ministry's answer by COB April 24.\n\n2. Thanks.\n"


@pytest.fixture
def planted(desk: World) -> World:
    """Return the world with posts and tree, and one late task at each of three posts."""
    with desk.transaction() as session:
        posts.load_posts(session, book())
        tree.load_tree(session, trees.load(), book())
    desk.tasks(cable(to=(LIMA, QUITO, AMMAN), body=REPORT))
    desk.now = desk.now.replace(day=30)
    return desk


def actor(desk: World, login: str) -> Actor:
    """Return the officer as the next request would see him."""
    with desk.reading() as session:
        found = session.scalars(select(accounts.Officer).where(accounts.Officer.login == login)).one()
        return accounts.actor_of(found, "page")


def seen(desk: World, by: Actor) -> list[str]:
    with desk.reading() as session:
        only = by.posts_where(Permission.READ_TASKS)
        return sorted(row.post for row in task_rows(session, now=desk.now, book=book(), only_posts=only))


def test_a_manager_of_a_bureau_sees_the_sum_of_its_offices(planted: World) -> None:
    planted.officer("bureau", ("manager", "WHA"))
    planted.officer("office", ("manager", "WHA/AND"))
    planted.officer("other", ("manager", "NEA/ELA"))
    planted.officer("mexico", ("manager", "WHA/MEX"))

    by = {login: actor(planted, login) for login in ("bureau", "office", "other", "mexico")}

    assert seen(planted, by["bureau"]) == seen(planted, by["office"]) == [LIMA, QUITO]
    assert seen(planted, by["other"]) == [AMMAN]
    assert seen(planted, by["mexico"]) == []
    with planted.reading() as session:
        only = by["bureau"].posts_where(Permission.SEE_BOARD)
        found = late.late_figures(session, now=planted.now, book=book(), only_posts=only)
    assert found.total == 2


def test_moving_a_post_moves_its_rows(planted: World) -> None:
    planted.officer("south", ("manager", "WHA/BSC"))
    planted.officer("andes", ("manager", "WHA/AND"))
    with planted.transaction() as session:
        tree.move_post(session, "Embassy Lima", below="wha/bsc", by=SYSTEM, book=book())

    assert seen(planted, actor(planted, "south")) == [LIMA]
    assert seen(planted, actor(planted, "andes")) == [QUITO]


def test_moving_a_unit_moves_all_below_it(planted: World) -> None:
    planted.officer("near", ("manager", "NEA"))
    with planted.transaction() as session:
        tree.move_unit(session, "WHA/AND", below="NEA", by=SYSTEM)

    assert seen(planted, actor(planted, "near")) == [AMMAN, LIMA, QUITO]


def test_what_was_moved_stays_when_the_table_is_loaded_again(planted: World) -> None:
    with planted.transaction() as session:
        tree.move_post(session, LIMA, below="IO", by=SYSTEM, book=book())
        tree.move_unit(session, "WHA/AND", below=None, by=SYSTEM)
        count = tree.load_tree(session, trees.load(), book())
        assert tree.load_tree(session, trees.load(), book()) == count
        lima = session.scalars(select(Post).where(Post.name == LIMA)).one()
        assert session.get_one(Unit, lima.unit_id).code == "IO"
        assert tree.unit_of(session, "WHA/AND").parent_id is None
        assert queries.without_unit(session) == []


def test_a_unit_cannot_stand_below_itself(planted: World) -> None:
    with planted.transaction() as session:
        with pytest.raises(Conflict, match="below WHA itself"):
            tree.move_unit(session, "WHA", below="WHA/AND", by=SYSTEM)
        with pytest.raises(Invalid, match="no unit"):
            tree.move_unit(session, "XYZ", below=None, by=SYSTEM)
        with pytest.raises(Invalid, match="no unit"):
            tree.move_post(session, LIMA, below="XYZ", by=SYSTEM, book=book())
        with pytest.raises(NotFound):
            tree.move_post(session, "AMEMBASSY ATLANTIS", below="WHA", by=SYSTEM, book=book())


@pytest.mark.parametrize(
    ("code", "name", "kind", "field"),
    [("", "A", "office", "code"), ("A", " ", "office", "name"), ("A", "A", "club", "kind")],
)
def test_a_unit_that_cannot_be_used_is_refused(
    desk: World, code: str, name: str, kind: str, field: str
) -> None:
    with pytest.raises(Invalid) as refused, desk.transaction() as session:
        tree.add_unit(session, code, name, kind, below=None, by=SYSTEM)
    assert list(refused.value.fields) == [field]


def test_units_are_added_once_and_shown_as_a_tree(desk: World) -> None:
    with desk.transaction() as session:
        tree.add_unit(session, "eur", "Europe", "bureau", below=None, by=SYSTEM)
        tree.add_unit(session, "EUR/WE", "West", "office", below="EUR", by=SYSTEM)
        tree.move_post(session, "AMEMBASSY ROME", below="EUR/WE", by=SYSTEM, book=book())
        with pytest.raises(Conflict):
            tree.add_unit(session, "EUR", "Europe", "bureau", below=None, by=SYSTEM)
        found = queries.branches(session)

    assert [(one.code, one.depth, one.below) for one in found] == [("EUR", 0, 1), ("EUR/WE", 1, 1)]
    assert found[1].posts[0][1] == "AMEMBASSY ROME"


def test_only_an_administrator_changes_the_tree(planted: World) -> None:
    chief = Actor(name="Juan", way="page", grants=(Grant(role=Role.MANAGER),))
    with planted.transaction() as session:
        for act in (
            lambda: tree.add_unit(session, "A", "A", "office", below=None, by=chief),
            lambda: tree.move_unit(session, "WHA", below=None, by=chief),
            lambda: tree.move_post(session, LIMA, below="WHA", by=chief, book=book()),
        ):
            with pytest.raises(Forbidden):
                act()


def test_officers_of_a_unit_may_own_what_is_below_it(planted: World) -> None:
    planted.officer("andes", ("desk officer", "WHA/AND"))
    planted.officer("bureau", ("desk officer", "WHA"))
    planted.officer("near", ("desk officer", "NEA"))
    planted.officer("all", ("desk officer", None))

    with planted.reading() as session:
        found = pages.officers_at(session, [LIMA], ["desk officer"])

    assert [name for _, name in found] == ["All", "Andes", "Bureau"]


def test_a_desk_of_an_office_decides_on_cables_to_its_posts_only(planted: World) -> None:
    body = REPORT.replace("April 24", "April 28")
    to_lima = planted.ingest(cable(to=(LIMA,), number="051235", body=body)).cable.id
    to_amman = planted.ingest(cable(to=(AMMAN,), number="051236", body=body)).cable.id
    planted.officer("levant", ("desk officer", "NEA/ELA"))
    by = actor(planted, "levant")
    posts_of = by.posts_where(Permission.REVIEW)

    with planted.reading() as session:
        assert sight.is_seen(session, to_amman, posts_of)
        assert not sight.is_seen(session, to_lima, posts_of)
        for decides, cables in ((posts_of, 1), (None, 2)):
            whose = boards.Whose(officer_id=None, decides=decides)
            assert boards.my_day(session, whose, now=planted.now, book=book()).cables == cables
        asks = {
            cable_id: session.get_one(CableRecord, cable_id).proposals[0].id
            for cable_id in (to_lima, to_amman)
        }
    with planted.transaction() as session:
        with pytest.raises(NotFound):
            review.dismiss(session, asks[to_lima], by=by, now=planted.now)
        with pytest.raises(NotFound):
            review.accept(session, asks[to_lima], **planted.act(by))
        (task,) = review.accept(session, asks[to_amman], **planted.act(by))
        assert task.cable_id == to_amman


def test_cables_of_an_earlier_version_get_the_posts_they_concern(planted: World) -> None:
    with planted.transaction() as session:
        before = set(session.scalars(select(CablePost.post_id)))
        session.execute(delete(CablePost))
        assert cable_posts.fill_in(session, book()) == 1
        assert set(session.scalars(select(CablePost.post_id))) == before
        assert cable_posts.fill_in(session, book()) == 0


@pytest.mark.parametrize(
    ("to", "is_allowed"),
    [((AMMAN,), True), ((AMMAN, LIMA), False), (("ALL DIPLOMATIC AND CONSULAR POSTS",), False)],
)
def test_an_ask_of_several_posts_is_left_out_by_who_decides_for_all(
    planted: World, to: tuple[str, ...], is_allowed: bool
) -> None:
    body = REPORT.replace("April 24", "April 28")
    cable_id = planted.ingest(cable(to=to, number="051236", body=body)).cable.id
    planted.officer("levant", ("desk officer", "NEA/ELA"))
    by = actor(planted, "levant")
    with planted.transaction() as session:
        ask = session.get_one(CableRecord, cable_id).proposals[0].id
        if not is_allowed:
            with pytest.raises(Forbidden):
                review.dismiss(session, ask, by=by, now=planted.now)
            return
        review.dismiss(session, ask, by=by, now=planted.now)
        assert review.reconsider(session, ask, **planted.act(by)).verdict == "waiting"
