"""Who stands beside a task, and the rule that it has one lead: a post, and an officer of it."""

from collections.abc import Mapping
from enum import StrEnum

from tracker.texts import later


class Part(StrEnum):
    """What somebody beside the lead has to do with a task."""

    COORDINATOR = "coordinator"  # is asked to help
    WATCHER = "watcher"  # is told, and may leave


PARTS: Mapping[str, str] = {Part.COORDINATOR: later("coordinator"), Part.WATCHER: later("watcher")}


def second_lead(lead: str) -> str:
    """Return the sentence that refuses a second lead beside the one there is."""
    return (
        f"A task has one lead, and {lead} leads this one: only the lead counts as late. "
        "Add a coordinator instead, or give the task to another owner."
    )
