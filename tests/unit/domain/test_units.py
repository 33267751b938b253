"""The tree of units: each after the one above it, no circle, and every post of the table below one."""

import pytest

from tracker.adapters import places, trees
from tracker.domain.tree import Tree, Unit, UnitKind, line_above
from tracker.errors import BadSettings


def unit(code: str, below: str | None = None, **words: tuple[str, ...]) -> Unit:
    return Unit(code=code, name=code.title(), kind=UnitKind.OFFICE, below=below, **words)


def test_units_stand_after_the_one_above_them():
    tree = Tree([unit("C", "B"), unit("B", "A"), unit("A"), unit("D", "A")])

    assert [one.code for one in tree.units] == ["A", "B", "D", "C"]


def test_a_post_stands_below_the_unit_of_its_country_or_one_that_names_it():
    book = places.load_book()
    tree = Tree([unit("A", countries=("PE",)), unit("B", posts=("AMEMBASSY LIMA",))])

    assert tree.unit_of(book.find("AMEMBASSY LIMA")) == "B"
    assert tree.unit_of(book.find("AMEMBASSY QUITO")) is None
    assert Tree([unit("A", countries=("EC",))]).unit_of(book.find("AMEMBASSY QUITO")) == "A"


@pytest.mark.parametrize(
    "units, words",
    [
        ([unit("A"), unit("A")], "the unit A stands twice"),
        ([unit("A", countries=("PE",)), unit("B", countries=("PE",))], "the country PE stands twice"),
        ([unit("A", posts=("X",)), unit("B", posts=("X",))], "the post X stands twice"),
        ([unit("A", "B")], "'B', above A, is no unit"),
        ([unit("A", "A")], "the unit A stands below itself"),
        ([unit("A", "B"), unit("B", "C"), unit("C", "B")], "below itself"),
    ],
)
def test_a_tree_that_is_none_is_refused(units, words):
    with pytest.raises(ValueError, match=words):
        Tree(units)


def test_the_line_above_goes_to_the_top():
    assert line_above("C", {"A": None, "B": "A", "C": "B"}) == ("B", "A")


def test_every_post_of_the_table_stands_below_a_unit():
    tree = trees.load()

    assert [post.designator for post in places.load_book() if tree.unit_of(post) is None] == []


def test_every_post_that_the_tree_names_is_in_the_table():
    book = places.load_book()

    for one in trees.load().units:
        for name in one.posts:
            assert book.find(name).designator == name


@pytest.mark.parametrize(
    "text, words",
    [
        ("[[unit]]\ncode = 'A'\nname = 'A'\n", "unit A: 'kind'"),
        ("[[unit]]\ncode = 'A'\nname = 'A'\nkind = 'club'\n", "unit A: 'club' is not"),
        ("[[unit]]\ncode = 'A'\nname = 'A'\nkind = 'office'\ncolour = 'red'\n", "unit A: not known: colour"),
        ("[[unit]]\ncode = 'A'\nname = 'A'\nkind = 'office'\nbelow = 'B'\n", "'B', above A"),
        ("[[unit", "cannot be read"),
    ],
)
def test_a_faulty_table_is_told_with_every_fault(tmp_path, text, words):
    path = tmp_path / "tree.toml"
    path.write_text(text)

    with pytest.raises(BadSettings) as fault:
        trees.load_tree(path)

    assert words in fault.value.sentence


def test_a_table_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BadSettings, match=r"tree\.toml cannot be read"):
        trees.load_tree(tmp_path / "tree.toml")
