"""What a newer version of a cable changed: the lines that went and came, beside the version before."""

from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.store.cables import CableVersion

MOST_LINES = 2_000  # of each text: comparing takes the product of both


class ChangeKind(StrEnum):
    """What became of a line."""

    WENT = "went"
    CAME = "came"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLine:
    """A line that stands in only one of the two texts."""

    kind: ChangeKind
    text: str


def changed_lines(session: Session, cable_id: int) -> tuple[ChangedLine, ...]:
    """Return the lines that the newest version took out and put in; none where there is one version."""
    texts = session.scalars(
        select(CableVersion.text)
        .where(CableVersion.cable_id == cable_id)
        .order_by(CableVersion.number.desc())
        .limit(2)
    ).all()
    found = list(unified_diff(_lines(texts[-1]), _lines(texts[0]), n=0, lineterm=""))[2:]
    kinds = {"-": ChangeKind.WENT, "+": ChangeKind.CAME}
    return tuple(ChangedLine(kind=kinds[line[0]], text=line[1:]) for line in found if line[0] in kinds)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()[:MOST_LINES]]
