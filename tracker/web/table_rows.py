"""Rows of tables, drawn once for what they say: after a deed a page of many rows differs in few of them.

A row is known by its values and the language of its template alone, so it must say nothing of its reader that is not among them: no token,
no rights, no frame.
"""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request
from jinja2 import Environment
from markupsafe import Markup, escape

MOST = 4096  # rows of one process, a kilobyte each


def drawn(template: str, row: Hashable, **words: Hashable) -> Markup:
    """Return the row as its template draws it, with the words that stand in each row of its table."""
    return _drawn(current_app.jinja_env, request.script_root, template, row, *words.items())


@lru_cache(maxsize=MOST, typed=True)
def _drawn(environment: Environment, _root: str, template: str, row: Hashable, *words: Any) -> Markup:
    return escape(environment.get_template(template).make_module({"row": row, **dict(words)}))


def install(app: Flask) -> None:
    """Let the templates have their rows drawn."""
    app.jinja_env.globals["drawn"] = drawn
