"""Rows of tables, drawn once for what they say: after a deed a page of many rows differs in few of them.

A row is known by its values and the language of its template alone, so it must say nothing of its reader that is not among them: no
rights, no frame, and of a token only its mark. So is a whole table, where its rows are among its values.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request
from flask_wtf.csrf import generate_csrf
from jinja2 import Environment
from markupsafe import Markup, escape

MOST = 4096  # rows of one process, a kilobyte each
MOST_WHOLE = 512  # tables, lists and groups, up to forty kilobytes each
READERS = Markup(
    "\N{REPLACEMENT CHARACTER}reader\N{REPLACEMENT CHARACTER}"
)  # where the reader's own token goes


def drawn(template: str, rows: Iterable[Hashable], **words: Hashable) -> Markup:
    """Return the rows as their template draws each, with the words that stand in every row of their table."""
    return _joined(_drawn, template, rows, words)


def drawn_whole(template: str, tables: Iterable[Hashable], **words: Hashable) -> Markup:
    """Return tables as `drawn` returns rows. Fewer of them are kept: each is as large as all its rows."""
    return _joined(_drawn_whole, template, tables, words)


def signed(rows: Markup) -> Markup:
    """Return what was drawn, with the reader's own token in its forms."""
    return rows.replace(READERS, generate_csrf())


def _joined(
    draw: Callable[..., Markup], template: str, rows: Iterable[Hashable], words: dict[str, Hashable]
) -> Markup:
    known_by = current_app.jinja_env, request.script_root, template, *words.items()
    return Markup("").join(draw(row, *known_by) for row in rows)


def _draw(row: Hashable, environment: Environment, _root: str, template: str, *words: Any) -> Markup:
    return escape(environment.get_template(template).make_module({"row": row, **dict(words)}))


_drawn = lru_cache(maxsize=MOST, typed=True)(_draw)
_drawn_whole = lru_cache(maxsize=MOST_WHOLE, typed=True)(_draw)


def install(app: Flask) -> None:
    """Let the templates have their rows drawn."""
    app.jinja_env.globals |= {
        "drawn": drawn,
        "drawn_whole": drawn_whole,
        "signed": signed,
        "token_mark": READERS,
    }
