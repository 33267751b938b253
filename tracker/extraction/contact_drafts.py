"""A contact being put together from the pieces of one or two sentences."""

from dataclasses import dataclass, field

from tracker.cable.parts import Sentence
from tracker.extraction.contact_sets import ContactSet


@dataclass(slots=True, kw_only=True)
class Draft:
    """A contact being put together from one or two sentences."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    other: list[str] = field(default_factory=list)
    first: Sentence
    last: Sentence
    at: int = 0  # where in its sentence the name stands
    end: int = 0  # where in its sentence the last piece ends

    @property
    def is_reachable(self) -> bool:
        """Whether there is a way to write or call."""
        return bool(self.email or self.phone)


def of_set(sentence: Sentence, one: ContactSet) -> Draft:
    """Return the contact of one set of a military message."""
    return Draft(
        name=one.name,
        email=one.email,
        phone=one.phone,
        other=list(one.other),
        first=sentence,
        last=sentence,
        at=one.start,
        end=one.end,
    )
