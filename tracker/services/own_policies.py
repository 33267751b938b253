"""A task's own reminder policy: what it does otherwise than its post."""

from collections.abc import Mapping
from typing import Any, Unpack

from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.policy_values import checked
from tracker.errors import Invalid
from tracker.services import edits
from tracker.services.history import Line
from tracker.services.installation import Acting
from tracker.store.tasks import Task
from tracker.texts import _

KEYS = ("before", "on_due_day", "after", "after_every", "after_at_most")


def set_policy(
    session: Session,
    task_id: int,
    *,
    values: Mapping[str, Any],
    version: int | None = None,
    **act: Unpack[Acting],
) -> Task:
    """Set when the task's reminders go; what is as the post has it is not kept. Raise Invalid at each fault.

    Nothing is made up for: what the new policy would have sent by now is not owed.
    """
    task = edits.hold(session, task_id, Permission.CHANGE_DUE, version, act)
    edits.require_open(task, _("before its reminders are changed"))
    usual = act["installation"].policies.of(task.post.name)
    found = _checked(values)
    own = {key: value for key, value in found.items() if value != _json(getattr(usual, key))}
    before = task.own_policy or {}
    if own == before:
        return task
    task.own_policy, task.own_policy_at = own or None, act["now"]
    return edits.finish(session, task, Line(kind="reminders changed", before=before, after=own), act)


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for key, value in values.items():
        try:
            found[key] = _json(checked(key, value)) if key in KEYS else value
        except ValueError as error:
            faults[key] = f"{error}."
    faults |= {key: "A task has no such rule of its own." for key in values if key not in KEYS}
    if faults:
        raise Invalid(faults)
    return found


def _json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
