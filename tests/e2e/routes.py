"""Every route of the site with something in its places, so that no new route is left out of a test."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.routing import AnyConverter, Rule

METHODS = ("GET", "POST")
ANYTHING: Mapping[str, Any] = {"token": "x", "name": "x", "digest": "x"}


@dataclass(frozen=True)
class Call:
    """A route, a method, an address, and what stands in its places."""

    endpoint: str
    method: str
    address: str
    values: Mapping[str, Any]


def calls(app: Flask, values: Mapping[str, Any]) -> Iterator[Call]:
    """Go through all routes and methods; `values` says which object each name of an id means.

    Where a place takes one word of a few, each of them is a call. An id that is not in `values` is 1.
    """
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        for filled in _filled(rule, ANYTHING | dict(values)):
            for method in sorted((rule.methods or set()) & set(METHODS)):
                yield Call(rule.endpoint, method, adapter.build(rule.endpoint, filled, method=method), filled)


def _filled(rule: Rule, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    found = [{}]
    for name in sorted(rule.arguments):
        converter = rule._converters[name]
        if isinstance(converter, AnyConverter):
            words = sorted(word.replace("\\", "") for word in re.findall(r"[\w\\-]+", converter.regex[2:]))
            choices = [word for word in words if word]
        else:
            choices = [values.get(name, 1)]
        found = [one | {name: choice} for one in found for choice in choices]
    yield from found
