"""Rows of tables, drawn once for what they say: after a deed a page of many rows differs in few of them.

A row is known by its values and the language of its template alone, so it must say nothing of its reader that is not among them: no token,
no rights, no frame.
"""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request
from jinja2 import Environment
from markupsafe import Markup, escape

MOST = 4096  # rows of one process, a kilobyte each


def drawn(template: str, rows: Iterable[Hashable], **words: Hashable) -> Markup:
    """Return the rows as their template draws each, with the words that stand in every row of their table."""
    known_by = current_app.jinja_env, request.script_root, template, *words.items()
    return Markup("").join(_drawn(row, *known_by) for row in rows)


@lru_cache(maxsize=MOST, typed=True)
def _drawn(row: Hashable, environment: Environment, _root: str, template: str, *words: Any) -> Markup:
    return escape(environment.get_template(template).make_module({"row": row, **dict(words)}))


def install(app: Flask) -> None:
    """Let the templates have their rows drawn."""
    app.jinja_env.globals["drawn"] = drawn
