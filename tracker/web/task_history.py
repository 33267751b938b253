"""The lines of a task's history in words: what was done, what changed, and by which way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.domain.lifecycle import state_words, status_words
from tracker.domain.task_links import LINKED, UNLINKED
from tracker.domain.workdays import Place
from tracker.store.queries.histories import HistoryLine
from tracker.texts import _, later
from tracker.web import task_words

MADE = {
    "created": later("accepted as a task"),
    "taken": later("taken"),
    "assigned": later("owner changed"),
    "joined": later("added"),
    "left": later("taken off"),
    "due changed": later("due changed"),
    "note": later("note"),
    "answered": later("answered"),
    "mail about several": later("wrote about several tasks"),
    "chased": later("chased"),
    "reopened": later("opened again"),
    "delivered": later("delivered"),
    "reported": later("reported"),
    "more time asked": later("more time asked"),
    "more time refused": later("more time refused"),
    "reminders changed": later("reminders changed"),
    "repeated": later("repeated"),
    "snoozed": later("snoozed"),
    "promised": later("promised"),
    "stand-in": later("stand-in"),
    "contact": later("point of contact"),
    "mailbox": later("mailbox"),
    "ladder": later("ladder"),
    "left declined": later("left declined"),
    "accepted as done": later("accepted as done"),
    "new version": later("new version"),
    "interim": later("interim"),
    "attached": later("attached"),
    "mail put here": later("mail put here"),
    "reply read": later("reply read"),
    LINKED: later("linked"),
    UNLINKED: later("unlinked"),
}
WAYS = {
    "page": later("on the page"),
    "mail": later("by mail"),
    "command": later("by command"),
    "clock": later("by itself"),
}
NAMES = {
    "due_on": later("day"),
    "due_time": later("hour"),
    "due_zone": later("clock"),
    "asked_by": later("asked by"),
    "owner": later("owner"),
    "snoozed_until": later("reminders put off to"),
    "promised_on": later("for"),
    "interim_at": later("moment"),
    "interim_what": later("what"),
    "stands_on": later("it stands on task"),
}
OWN_WORDS = (
    "created",
    "interim day set",
    "new version",
    "contact",
    "stand-in",
)  # kinds with no person's words
DAYS = ("due_on", "on", "snoozed_until", "promised_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the history: `note` is a person's words, `said` the tracker's own about it."""

    at: datetime
    by: str
    way: str
    what: str
    note: str | None
    said: str | None


def _changed(name: str, before: Mapping[str, Any], value: Any, place: Place) -> str:
    """Return "day Thu 30 Apr 2009 → Fri 8 May 2009"; "to Ortiz" where nothing stood before."""
    none = _("nobody") if name == "owner" else _("none")

    def said(one: Any) -> str:
        if name in DAYS:
            return task_words.day_of(one)
        if name == "interim_at":
            return task_words.moment_of(one, place)
        return task_words.clock_of(one) if name == "due_zone" else str(one or none)

    was = f"{said(before[name])} → " if name in before else ""
    return f"{NAMES.get(name, name)} {was}{said(value)}"


def _state(after: Mapping[str, Any]) -> str:
    return state_words(
        after["status"], after.get("outcome"), after.get("for"), to_accept="to accept" in after
    )


def history_line(event: HistoryLine, place: Place) -> Line:
    """Return a line of a task's history in words."""
    before, after = event.before, event.after
    if event.kind == "moved":
        what = f"{status_words(str(before.get('status')))} → {_state(after)}"
    elif event.kind == "attached" and after.get("name"):
        what = _("file added: %(name)s", name=after["name"])  # its size and digest stand under Files
    else:
        what = str(MADE.get(event.kind, event.kind))
        changed = [
            _changed(name, before, value, place)
            for name, value in after.items()
            if name not in ("status", "said") and before.get(name) != value
        ]
        changed += [f"{name} {value}" for name, value in before.items() if event.kind in ("left", UNLINKED)]
        what += f": {', '.join(changed)}" if changed else ""
    is_own = event.kind in OWN_WORDS
    return Line(
        at=event.at,
        by=event.by,
        way=WAYS.get(event.way, event.way),
        what=what,
        note=None if is_own else event.note,
        said=event.note if is_own else after.get("said"),
    )
