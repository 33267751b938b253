"""Who must act: designators as posts, collectives expanded, exempt posts spared, strangers named."""

from datetime import date

from tracker.domain.addressees import asked
from tracker.domain.places import Collective, MemberList, Post, PostBook, PostKind


def post(name: str, kind: PostKind = PostKind.EMBASSY) -> Post:
    return Post(designator=name, kind=kind, city=name.title(), country="PE", zone="America/Lima")


BOOK = PostBook(
    [post("AMEMBASSY LIMA"), post("AMEMBASSY QUITO"), post("AMEMBASSY BOGOTA")],
    [
        Collective(
            name="ANDEAN COLLECTIVE",
            lists=(MemberList(from_on=date(2005, 1, 1), designators=("AMEMBASSY LIMA", "AMEMBASSY QUITO")),),
        ),
        Collective(name="RIVER COLLECTIVE"),
    ],
)
DAY = date(2009, 4, 20)


def names(designators: list[str], exempt: tuple[str, ...] = ()) -> list[str]:
    return [found.designator for found in asked(designators, BOOK, on=DAY, exempt=exempt).posts]


def test_each_post_is_asked_once_in_the_order_of_the_cable() -> None:
    assert names(["AMEMBASSY QUITO", "ANDEAN COLLECTIVE"]) == ["AMEMBASSY QUITO", "AMEMBASSY LIMA"]


def test_an_exempt_post_owes_nothing() -> None:
    assert names(["ANDEAN COLLECTIVE"], exempt=("AMEMBASSY LIMA", "AMEMBASSY NOWHERE")) == ["AMEMBASSY QUITO"]


def test_a_strange_designator_is_a_choice_and_never_a_guess() -> None:
    found = asked(["AMEMBASSY LIMMA", "AMEMBASSY BOGOTA"], BOOK, on=DAY)

    assert [one.designator for one in found.posts] == ["AMEMBASSY BOGOTA"]
    assert [one.words for one in found.unresolved] == [
        "AMEMBASSY LIMMA is not in the table of posts. Choose the post."
    ]


def test_a_collective_whose_members_are_not_known_says_so() -> None:
    found = asked(["RIVER COLLECTIVE"], BOOK, on=DAY)

    assert found.posts == ()
    assert found.unresolved[0].designator == "RIVER COLLECTIVE"
    assert "not known" in found.unresolved[0].words
