"""What a form offers to choose from, as WTForms wants it said."""

from collections.abc import Iterable
from typing import Any

from wtforms import SelectChoice  # type: ignore[attr-defined] # the stubs are of an older release


def choices(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    """Return choices from pairs of the value sent and the words shown."""
    return [SelectChoice(value, words) for value, words in pairs]
