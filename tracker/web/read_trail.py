"""Who has read and taken what: reads in the audit trail, each once a session and process, so that pages stay quick.

Recorded are the page of every cable, the page of a task whose cable is not for everybody, and whatever
is downloaded. The entry is written before the answer goes: no entry, no answer.
"""

from collections import OrderedDict
from threading import Lock
from typing import Any

from flask import Flask, current_app, request

from tracker.services import audit
from tracker.web import site

MOST = 20_000  # reads that a process remembers
Key = tuple[int | None, int | None, str, int]


class Known:
    """The reads that this process has entered lately; the oldest are forgotten, and entered again."""

    def __init__(self) -> None:
        """Begin with none."""
        self._keys: OrderedDict[Key, None] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, key: Key) -> bool:
        """Return whether the read was entered."""
        return key in self._keys

    def add(self, key: Key) -> None:
        """Remember a read."""
        with self._lock:
            self._keys[key] = None
            while len(self._keys) > MOST:
                self._keys.popitem(last=False)


def opened(what: str, number: int, **more: Any) -> None:
    """Enter that somebody has opened a cable or a task."""
    by, known = site.actor(), current_app.extensions["tracker.reads"]
    key = (by.officer_id, by.session_id, what, number)
    if key in known:
        return
    with site.runtime().transaction() as session:
        objects: dict[str, Any] = {what: number} | more
        audit.add(session, f"{what} opened", by=by, **objects)
    known.add(key)


def downloaded() -> None:
    """Enter that somebody was given a file: from which page, and which of its things."""
    given = (request.view_args or {}).items()
    ids: dict[str, Any] = {name: value for name, value in given if isinstance(value, int)}
    with site.runtime().transaction() as session:
        audit.add(session, "downloaded", by=site.actor(), page=request.endpoint, **ids)


def install(app: Flask) -> None:
    """Let a process remember what it has entered."""
    app.extensions["tracker.reads"] = Known()
