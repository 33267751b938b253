"""Cables of an office that is set to its own clock: their close of business is that office's, at every post."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.work_world import World, book, cable
from tracker.domain.places import PostBook

BODY = "1. ACTION REQUEST: Posts are requested to report the response by {by}.\n"


@pytest.fixture
def washington(desk: World) -> World:
    """The desk's world, where the Department is set to its own clock."""
    posts = [replace(post, keeps_own_clock=post.designator == "SECSTATE WASHDC") for post in book()]
    known = PostBook(posts, calendars=book().calendar, washington=book().washington)
    desk.runtime = replace(desk.runtime, installation=replace(desk.runtime.installation, book=known))
    return desk


def moments(world: World, by: str) -> list[str]:
    made = world.tasks(cable(to=("AMEMBASSY LIMA", "AMEMBASSY TOKYO"), body=BODY.format(by=by)))
    return [f"{task.due_at.astimezone(UTC):%d %H:%M}" for task in made if task.due_at]


@pytest.mark.parametrize("by", ["COB April 30", "April 30"])
def test_its_close_of_business_is_due_everywhere_at_one_moment(washington: World, by: str) -> None:
    assert moments(washington, by) == ["30 21:00", "30 21:00"]


def test_otherwise_each_post_has_its_own(desk: World) -> None:
    assert moments(desk, "COB April 30") == ["30 22:00", "30 08:00"]


def test_words_that_name_the_post_win(washington: World) -> None:
    assert moments(washington, "COB April 30 local time") == ["30 22:00", "30 08:00"]


def test_the_task_says_whose_clock_it_goes_by(washington: World) -> None:
    lima, _ = washington.tasks(
        cable(to=("AMEMBASSY LIMA", "AMEMBASSY TOKYO"), body=BODY.format(by="COB April 30"))
    )

    assert "SECSTATE WASHDC is set to its own clock: the hour is that of Washington." in lima.due_explained
    assert lima.due_at == datetime(2009, 4, 30, 21, 0, tzinfo=UTC)
    assert lima.due_zone == "America/New_York"
