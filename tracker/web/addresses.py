"""Addresses of pages: each is built once a process, as building one costs more than finding it again."""

from functools import lru_cache
from typing import Any

import flask
from flask import Flask, request

MOST = 4096


def url_for(endpoint: str, **values: Any) -> str:
    """Return the address within this site that `flask.url_for` gives."""
    return _built(request.script_root, endpoint, tuple(values), *values.values())


@lru_cache(maxsize=MOST, typed=True)
def _built(_root: str, endpoint: str, names: tuple[str, ...], *values: Any) -> str:
    return flask.url_for(endpoint, **dict(zip(names, values, strict=True)))


def install(app: Flask) -> None:
    """Give the templates these addresses."""
    app.jinja_env.globals["url_for"] = url_for
