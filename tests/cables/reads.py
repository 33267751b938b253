"""A cable test's docstring is the cable: `@reads` hands the test what the reader makes of it."""

import functools
import inspect
from collections.abc import Callable

from tracker.cable import parse
from tracker.cable.parts import Cable


def reads(test: Callable[[Cable], None]) -> Callable[[], None]:
    """Return the test without argument; every reading must be able to quote itself."""

    @functools.wraps(test)
    def run() -> None:
        cable = parse(inspect.cleandoc(test.__doc__ or ""))
        for sentence in cable.sentences:
            assert cable.evidence(sentence.start, sentence.end).quote == sentence.text
        test(cable)

    del run.__wrapped__
    return run


def said(cable: Cable, number: int | None = None) -> list[str]:
    """Return the sentences, of one paragraph or of all."""
    return [s.text for s in cable.sentences if number is None or s.paragraph == number]


def ids(cable: Cable) -> list[tuple[str | None, str | None]]:
    """Return label and id of each reference."""
    return [(ref.label, ref.id) for ref in cable.header.refs]


def to(cable: Cable) -> list[str]:
    """Return the action addressees."""
    return [a.designator for a in cable.header.action_addressees]


def codes(cable: Cable) -> list[str]:
    """Return the codes of the defects."""
    return [d.code for d in cable.defects]
