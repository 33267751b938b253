"""Rows of tables, drawn once for what they say: after a deed a page of many rows differs in few of them.

A row is known by its values and the language of its template alone, so it must say nothing of its reader that is not among them: no
rights, no frame, and of a token only its mark. So is a whole table, where its rows are among its values.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request
from flask_wtf.csrf import generate_csrf
from jinja2 import Environment
from markupsafe import Markup, escape

MOST = 4096  # rows of one process, a kilobyte each
READERS = Markup(
    "\N{REPLACEMENT CHARACTER}reader\N{REPLACEMENT CHARACTER}"
)  # where the reader's own token goes


def drawn(template: str, rows: Iterable[Hashable], **words: Hashable) -> Markup:
    """Return the rows as their template draws each, with the words that stand in every row of their table."""
    known_by = current_app.jinja_env, request.script_root, template, *words.items()
    return Markup("").join(_drawn(row, *known_by) for row in rows)


def signed(rows: Markup) -> Markup:
    """Return what was drawn, with the reader's own token in its forms."""
    return rows.replace(READERS, generate_csrf())


@lru_cache(maxsize=MOST, typed=True)
def _drawn(row: Hashable, environment: Environment, _root: str, template: str, *words: Any) -> Markup:
    return escape(environment.get_template(template).make_module({"row": row, **dict(words)}))


def install(app: Flask) -> None:
    """Let the templates have their rows drawn."""
    app.jinja_env.globals |= {"drawn": drawn, "signed": signed, "token_mark": READERS}
