"""The marked texts of templates: `{{ _('Sign in') }}`, `{% trans name=person.name %}For {{ name }}{% endtrans %}`.

What stands in `_()` is text, and is escaped; a `trans` block is HTML, and what is put into it is escaped. Blocks,
and texts without values, are looked up while their template is compiled, so that they cost a page nothing: each
language has templates of its own. What counts is looked up as the page is made.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension, InternationalizationExtension
from jinja2.lexer import Token, TokenStream

from tracker import texts

MARK = ("name", "lparen", "string", "rparen")


PLACE = re.compile(r"%\((\w+)\)s")  # where a value is put in


class Blocks(InternationalizationExtension):
    """Jinja's `trans` blocks, looked up while the template is compiled where they count nothing."""

    def _make_node(self, singular: str, plural: str | None, context: str | None, *given: Any) -> nodes.Output:
        if plural is not None:
            return super()._make_node(singular, plural, context, *given)
        catalogue, variables = self.environment.catalogue, given[0]  # type: ignore[attr-defined]
        told = catalogue.pgettext(context, singular) if context else catalogue.gettext(singular)
        parts: list[nodes.Expr] = []
        for number, part in enumerate(PLACE.split(told)):
            parts.append(variables[part] if number % 2 else nodes.TemplateData(part.replace("%%", "%")))
        return nodes.Output(parts)


class Told(Extension):
    """Puts a marked text that stands alone in place of its mark."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, `_`, `(`, text and `)` together as the text that is told for it."""
        held: deque[Token] = deque()
        for token in stream:
            held.append(token)
            if tuple(one.type for one in held) == MARK and held[0].value == "_":
                told = self.environment.catalogue.gettext(held[2].value)  # type: ignore[attr-defined]
                yield Token(held[0].lineno, "string", told)
                held.clear()
            elif len(held) == len(MARK):
                yield held.popleft()
        yield from held


def install(environment: Environment) -> None:
    """Let the templates of an environment mark their texts; they are told in English by themselves."""
    environment.catalogue = texts.ENGLISH  # type: ignore[attr-defined]
    environment.in_other_words = {}  # type: ignore[attr-defined]
    environment.add_extension(Blocks)
    environment.add_extension(Told)
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: texts.spoken().gettext(text),
        lambda one, many, number: texts.spoken().ngettext(one, many, number),
        newstyle=True,
    )
    environment.globals["_"] = texts.gettext


def spoken(environment: Environment) -> Environment:
    """Return the same templates in the language spoken now."""
    catalogue = texts.spoken()
    if catalogue is texts.ENGLISH:
        return environment
    others: dict[texts.Catalogue, Any] = environment.in_other_words  # type: ignore[attr-defined]
    if catalogue not in others:
        made = environment.overlay(cache_size=400, bytecode_cache=None)
        made.catalogue = catalogue  # type: ignore[attr-defined]
        others[catalogue] = made
    found: Environment = others[catalogue]
    return found
