"""Finds English in a template that no mark tells: a text so written would stay English in every language.

A text stands between tags or in an attribute that is read out or shown; or it is a constant of an expression
that comes out as it is, or is handed to a macro.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment, nodes

SHOWN = ("title", "aria-label", "placeholder", "alt", "data-head")
SILENT = ("style", "script")
MARKS = ("_", "gettext", "ngettext")
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[A-Z][a-z]+\b|[A-Za-z’']+,? [A-Za-z]+")  # what a constant looks like that is English
LOOKS = re.compile(r"--|px\b|=")  # a class, a style, a piece of a tag
NAMES = re.compile(
    r"[\w-]*--[\w-]+|\b(?:TAGS|SHA|CSV|STATE|Washington|KB)\b|\d+ KB"
)  # the field's own, in every language
ATTRIBUTE = re.compile(r'([\w-]+)="[^"]*$')  # that is not yet closed
PUT_IN = "\N{OBJECT REPLACEMENT CHARACTER}"

environment = Environment(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"])


def bare_texts(path: str, source: str) -> Iterator[str]:
    """Name every text of a template that stands outside a mark."""
    drawn = _Drawn(source)
    found = {*_of_html(drawn.text, is_page=path.endswith(".html")), *_of_expressions(source)}
    for line, expression in drawn.shown:
        found |= {(line, value) for value in _told_by(expression)}
    for line, text in sorted(found):
        yield f"{path}:{line} says {' '.join(text.split())!r} outside a mark"


class _Drawn:
    """A template without its marked blocks: what is put in stands as one sign, lines stay where they are.

    `shown` are the expressions that stand where a person reads them, with their lines.
    """

    def __init__(self, source: str) -> None:
        self.text = ""
        self.shown: list[tuple[int, str]] = []
        is_marked, expects, expression = False, False, ""
        for at, kind, value in environment.lexer.tokeniter(source, None):
            self.text += "\n" * (at - 1 - self.text.count("\n"))
            if kind == "name" and expects:
                is_marked = value == "trans" or (is_marked and value != "endtrans")
            expects = kind == "block_begin" or (expects and kind == "whitespace")
            expression = "" if kind in ("variable_begin", "block_begin") else expression + value
            if is_marked:
                continue
            if kind == "variable_begin":
                self.text += PUT_IN
            elif kind == "variable_end" and self._is_read():
                self.shown.append((at, expression.removesuffix(value)))
            elif kind == "data":
                self.text += value

    def _is_read(self) -> bool:
        tag = self.text.rpartition("<")[2]
        attribute = ATTRIBUTE.search(tag)
        return ">" in tag or (attribute is not None and attribute[1] in SHOWN)


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at what is read out of a tag."""
        self._within = tag
        is_button = dict(attrs).get("type") in ("submit", "button", "reset")
        for name, value in attrs:
            if name in SHOWN or (name == "value" and tag == "input" and is_button):
                self._take(value or "")

    def handle_endtag(self, tag: str) -> None:
        """Leave a style sheet or a script."""
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Look at a text."""
        if self._within not in SILENT:
            self._take(data)

    def _take(self, text: str) -> None:
        if WORD.search(NAMES.sub("", text)):
            before = text[: len(text) - len(text.lstrip())]
            self.found.append((self.getpos()[0] + before.count("\n"), text))


def _of_html(text: str, *, is_page: bool) -> Iterator[tuple[int, str]]:
    if is_page:
        parser = _Texts()
        parser.feed(text)
        parser.close()
        yield from parser.found
        return
    for number, line in enumerate(text.split("\n"), 1):
        if WORD.search(line):
            yield number, line


def _told_by(expression: str) -> Iterator[str]:
    """Yield the words that an expression gives as they are."""
    output = environment.parse("{{ " + expression + " }}").find(nodes.Output)
    waiting: list[nodes.Node] = [*output.nodes] if output else []
    while waiting:
        match waiting.pop():
            case nodes.Const(value=str(value)) if WORD.search(NAMES.sub("", value)) and not LOOKS.search(
                value
            ):
                yield value
            case nodes.CondExpr(expr1=one, expr2=other):
                waiting += [one, *([other] if other else [])]
            case nodes.BinExpr(left=one, right=other):
                waiting += [one, other]
            case nodes.Concat(nodes=several) | nodes.List(items=several):
                waiting += several
            case nodes.Filter(name=name, node=one) if name != "join" and one:
                waiting.append(one)


def _of_expressions(source: str) -> Iterator[tuple[int, str]]:
    tree = environment.parse(source)
    for kind in (nodes.Output, nodes.Assign, nodes.CallBlock, nodes.For):
        for node in tree.find_all(kind):
            for expression in _said_by(node):
                yield from _constants(expression)


def _said_by(node: nodes.Node) -> list[nodes.Node]:
    match node:
        case nodes.Output():
            return [one for one in node.nodes if not isinstance(one, nodes.TemplateData)]
        case nodes.Assign():
            return [node.node]
        case nodes.CallBlock():
            return [node.call]
        case nodes.For():
            return [node.iter]
    return []


def _constants(node: nodes.Node) -> Iterator[tuple[int, str]]:
    """Yield the constants of an expression that are English and come out of it."""
    match node:
        case nodes.Const(value=str(value)) if SENTENCE.search(NAMES.sub("", value)) and not LOOKS.search(
            value
        ):
            yield node.lineno, value
        case nodes.Call(node=nodes.Name(name=name)) if name in MARKS:
            return
        case nodes.Compare() | nodes.Getitem() | nodes.Keyword(key="class" | "style" | "attributes"):
            return
        case nodes.CondExpr():
            yield from (*_constants(node.expr1), *(_constants(node.expr2) if node.expr2 else ()))
        case _:
            for child in node.iter_child_nodes():
                yield from _constants(child)
