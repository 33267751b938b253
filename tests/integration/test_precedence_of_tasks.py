"""A task takes the precedence of its addressee's own line, and leaves at its hour, on both databases."""

from datetime import UTC, datetime

from sqlalchemy import select

from tests.work_world import SYSTEM, World, cable
from tracker.services import posts, review
from tracker.services.review import Change
from tracker.store.cables import ProposalRecord
from tracker.store.tasks import Task

TWO_AT_NIGHT = datetime(2009, 4, 21, 7, 0, tzinfo=UTC)  # Tuesday, in Lima


def text(first: str, second: str) -> str:
    plain = cable(to=("AMEMBASSY LIMA", "AMEMBASSY QUITO"))
    return plain.replace("LIMA PRIORITY", f"LIMA {first}").replace("QUITO PRIORITY", f"QUITO {second}")


def precedences(world: World) -> dict[str, str | None]:
    with world.reading() as session:
        return {task.post.name: task.precedence for task in session.scalars(select(Task))}


def test_each_post_is_hurried_as_its_own_line_says(desk: World) -> None:
    desk.tasks(text("NIACT IMMEDIATE", "ROUTINE"))

    assert precedences(desk) == {"AMEMBASSY LIMA": "NIACT IMMEDIATE", "AMEMBASSY QUITO": "ROUTINE"}


def test_a_line_that_says_nothing_goes_as_the_cable_does(desk: World) -> None:
    desk.tasks(text("FLASH", ""))

    assert precedences(desk) == {"AMEMBASSY LIMA": "FLASH", "AMEMBASSY QUITO": "PRIORITY"}


def test_a_collective_hurries_its_members(desk: World) -> None:
    plain = cable(to=("ALL DIPLOMATIC POSTS COLLECTIVE",)).replace("COLLECTIVE PRIORITY", "COLLECTIVE FLASH")

    ingested = desk.ingest(plain)
    with desk.transaction() as session:
        ask = session.scalars(select(ProposalRecord.id).where(ProposalRecord.kind == "ask")).first()
        review.accept(session, ask, change=Change(posts=("AMEMBASSY LIMA",)), **desk.act(SYSTEM))

    assert precedences(desk) == {"AMEMBASSY LIMA": "FLASH"}
    assert ingested.cable.header["precedences"] == {"ALL DIPLOMATIC POSTS COLLECTIVE": "FLASH"}


def test_the_first_letter_leaves_at_two_at_night_or_at_eight(desk: World) -> None:
    desk.now = TWO_AT_NIGHT
    with desk.transaction() as session:
        for name in ("LIMA", "QUITO"):
            posts.set_mailbox(
                session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example", **desk.act(SYSTEM)
            )

    desk.tasks(text("NIACT IMMEDIATE", "PRIORITY"))

    with desk.reading() as session:
        moments = {task.post.city: task.next_moment_at for task in session.scalars(select(Task))}
    assert moments == {"Lima": TWO_AT_NIGHT, "Quito": datetime(2009, 4, 21, 13, 0, tzinfo=UTC)}
