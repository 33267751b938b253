"""The likeliest step of each reader at each state of a task, and what is never offered."""

from dataclasses import replace

import pytest

from tracker.domain.lifecycle import Status
from tracker.web.task_steps import Standing, steps
from tracker.web.task_verbs import DONE_BY_DESK, VERBS

POST = Standing(
    status=Status.OPEN, has_owner=False, is_mine=False, has_due=True, asks_for_time=False, is_returned=False,
    is_to_accept=False, may_work=True, is_desk=False, may_assign=False, may_cancel=False, is_beside=False,
)  # fmt: skip
MINE = replace(POST, has_owner=True, is_mine=True)
DESK = replace(POST, is_desk=True, may_assign=True, may_cancel=True)


@pytest.mark.parametrize(
    ("at", "first"),
    [
        (POST, ("take",)),
        (MINE, ("accept",)),
        (replace(MINE, status=Status.ACCEPTED), ("done",)),
        (replace(MINE, status=Status.IN_PROGRESS), ("done",)),
        (replace(MINE, status=Status.WAITING), ("resume",)),
        (replace(MINE, status=Status.DONE), ()),
        (DESK, ("assign",)),
        (replace(DESK, has_owner=True), ("accept",)),
        (replace(DESK, asks_for_time=True), ("grant", "refuse")),
        (replace(DESK, status=Status.DECLINED, is_returned=True), ("reopen", "leave-declined")),
        (replace(DESK, status=Status.DONE, is_to_accept=True), ("accept-done", "send-back")),
        (replace(DESK, status=Status.DONE), ()),
        (replace(POST, may_work=False), ()),
    ],
)
def test_the_likeliest_step_comes_first(at, first):
    found = steps(at)

    assert found.first == first
    assert not set(first) & set(found.others)
    assert {*found.first, *found.others} <= set(VERBS)


def test_the_post_is_offered_nothing_that_the_desk_decides():
    for status in Status:
        found = steps(replace(POST, status=status, asks_for_time=True, is_returned=True, is_to_accept=True))
        assert not {*found.first, *found.others} & set(DONE_BY_DESK)


def test_more_time_is_for_the_post_and_for_what_has_a_due():
    assert "more-time" in steps(POST).others
    assert "more-time" not in steps(replace(POST, has_due=False)).others
    assert "more-time" not in steps(DESK).others


def test_who_only_reads_may_note_where_he_stands_beside_it():
    reader = replace(POST, may_work=False)

    assert steps(reader).others == ()
    assert steps(replace(reader, is_beside=True)).others == ("note",)
