"""No repeated choice of an expression reads the same word in two ways: "only only only ..." would take for ever.

`(?:only |\\w+ly )*` reads each "only" twice over, so that a text of forty of them has a million million readings.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import tracker

REPEATED = re.compile(r"[*+]|\{\d*,(?:\d{2,})?\}")
PLAIN = re.compile(r"[\w '’,-]+")
NO_CHOICE = ("?!", "?=", "?<!", "?<=")


def groups(source: str) -> Iterator[tuple[int, str]]:
    """Give each group of an expression with where it ends, inner ones first."""
    opened: list[int] = []
    for token in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", source):
        if token.group() == "(":
            opened.append(token.end())
        elif token.group() == ")":
            yield token.start(), source[opened.pop() : token.start()]


def branches(body: str) -> list[str]:
    """Return what stands between the bars of a group, not those of groups inside."""
    depth, start, found = 0, 0, []
    body = re.sub(r"^\?(?:[a-z-]*:|P<\w+>)", "", body)
    for token in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", body):
        depth += {"(": 1, ")": -1}.get(token.group(), 0)
        if token.group() == "|" and depth == 0:
            found.append(body[start : token.start()])
            start = token.end()
    return [*found, body[start:]]


def read_twice(pattern: re.Pattern[str]) -> list[str]:
    """Return the plain words in repeated groups that another branch beside them reads as well."""
    found = []
    for end, body in groups(pattern.pattern):
        if REPEATED.match(pattern.pattern, end + 1) is None:
            continue
        for choice in [body, *(inner for _, inner in groups(body))]:
            some = [] if choice.startswith(NO_CHOICE) else branches(choice)
            found += [
                word
                for word in some
                if PLAIN.fullmatch(word)
                and any(re.fullmatch(other, word, pattern.flags) for other in some if other != word)
            ]
    return found


def expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def test_no_repeated_choice_reads_a_word_in_two_ways():
    wrong = {name: words for name, pattern in expressions() if (words := read_twice(pattern))}

    assert wrong == {}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"(?:also |only |\w+ly )*be", ["only "]),
        (r" (?:(?:not|only|\w+ly) )+(?P<verb>[a-z]+)", ["only"]),
        (r"(?:also |\w+ly )*be", []),
        (r"(?:only |\w+ly )be", []),
        (r"(?:(?!only|\w+ly)[a-z]+ )*", []),
    ],
)
def test_a_choice_that_reads_a_word_twice_is_found(source, words):
    assert read_twice(re.compile(source)) == words
