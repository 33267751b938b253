"""What a person may do to a task now: the likeliest step first, then the others. The services ask again."""

from collections.abc import Collection
from dataclasses import dataclass

from tracker.domain.lifecycle import Status
from tracker.web.task_verbs import DONE_BY_DESK


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Of a task and its reader: what decides which steps there are."""

    status: Status
    has_owner: bool
    is_mine: bool
    has_due: bool
    asks_for_time: bool
    is_returned: bool
    is_to_accept: bool
    may_work: bool
    is_desk: bool  # may decide about dues
    may_assign: bool
    may_cancel: bool
    is_beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Verbs in order: those that stand open, and those that are folded."""

    first: tuple[str, ...]
    others: tuple[str, ...]


def steps(at: Standing) -> Steps:
    """Return the steps of a reader at a task."""
    if not at.may_work:
        return Steps(first=(), others=("note",) if at.is_beside else ())
    first = _first_of_desk(at) or _first(at)
    others = _of_closed(at) if at.status.is_closed else _of_open(at)
    return Steps(first=first, others=tuple(verb for verb in others if verb not in first))


def _first_of_desk(at: Standing) -> tuple[str, ...]:
    if not at.is_desk:
        return ()
    if at.is_to_accept:
        return ("accept-done", "send-back")
    if at.is_returned:
        return ("reopen", "leave-declined")
    if at.asks_for_time:
        return ("grant", "refuse")
    return () if at.has_owner or at.status.is_closed or not at.may_assign else ("assign",)


def _first(at: Standing) -> tuple[str, ...]:
    if at.status.is_closed:
        return ()
    if not at.has_owner:
        return ("take",)
    by_status = {Status.OPEN: "accept", Status.WAITING: "resume"}
    return (by_status.get(at.status, "done"),)


def _of_open(at: Standing) -> tuple[str, ...]:
    wanted = [
        ("take", not at.is_mine),
        ("accept", at.status is Status.OPEN),
        ("start", at.status is Status.ACCEPTED),
        ("resume", at.status is Status.WAITING),
        ("done", True),
        ("wait", at.status is not Status.WAITING),
        ("deliver", True),
        ("report", True),
        ("more-time", at.has_due and not at.is_desk),
        ("decline", True),
        ("due", at.is_desk),
        ("assign", at.may_assign),
        ("cancel", at.may_cancel),
        ("note", True),
    ]
    return _chosen(wanted, at)


def _of_closed(at: Standing) -> tuple[str, ...]:
    return _chosen([("reopen", True), ("deliver", True), ("report", True), ("note", True)], at)


def _chosen(wanted: Collection[tuple[str, bool]], at: Standing) -> tuple[str, ...]:
    return tuple(verb for verb, is_there in wanted if is_there and (at.is_desk or verb not in DONE_BY_DESK))
