"""Pages that are kept while nothing in the database changes.

A page that is asked for again by the same reader, in the same minute, is the page it was where no
transaction has written since: PostgreSQL says so exactly, and without a question of its own (see
`services.sessions.Found.stamp`). The first word after any deed, in whatever process, is a page made
anew. SQLite does not say it: there each page is made each time.
"""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec

from flask import Flask, current_app, request, session
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from tracker import texts
from tracker.web import frame, site

P = ParamSpec("P")
MOST = 256  # pages of one process, some thirty kilobytes each
# Stands for the reader's own token in a kept page.
READERS = "\N{REPLACEMENT CHARACTER}token\N{REPLACEMENT CHARACTER}"


class Shelf:
    """The pages of one stamp; those of an older one are thrown away together."""

    def __init__(self) -> None:
        """Begin empty."""
        self._lock = Lock()
        self._stamp = ""
        self._pages: dict[object, str] = {}

    def get(self, stamp: str, key: object) -> str | None:
        """Return the page kept under the key, None where there is none of this stamp."""
        with self._lock:
            return self._pages.get(key) if stamp == self._stamp else None

    def put(self, stamp: str, key: object, page: str) -> None:
        """Keep a page that was begun at the stamp."""
        with self._lock:
            if stamp != self._stamp or len(self._pages) >= MOST:
                self._stamp, self._pages = stamp, {}
            self._pages[key] = page


def while_nothing_changes(view: Callable[P, str]) -> Callable[P, str]:
    """Give the kept page where the view, which only reads, would make the same one again."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> str:
        stamp: str | None = current_user.stamp
        if stamp is None or "_flashes" in session:
            return view(*args, **kwargs)
        shelf, key = _shelf(), _key()
        token: str = generate_csrf()
        page = shelf.get(stamp, key)
        if page is None:
            page = view(*args, **kwargs).replace(token, READERS)
            shelf.put(stamp, key, page)
        return page.replace(READERS, token)

    return answered


def _shelf() -> Shelf:
    shelf = current_app.extensions["tracker.kept"]
    assert isinstance(shelf, Shelf)
    return shelf


def _key() -> object:
    """Return all that a page is made of beside the database: address, language, reader and rights, minute, rules."""
    by = site.actor()
    return (
        request.full_path,
        request.script_root,
        texts.spoken(),
        by.officer_id,
        by.grants,
        site.reader_place(),
        site.runtime().now().replace(second=0, microsecond=0),
        site.runtime().stamp,
        frame.frame(),
    )


def install(app: Flask) -> None:
    """Give the site its shelf."""
    app.extensions["tracker.kept"] = Shelf()
