"""An entry for a reader's own calendar: when an ask is due, or that it is owed no more. As values; no rendering here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.texts import _, ngettext

MOST_ENTRIES = 20  # in one letter; a day that found no place in it comes with the next reminder


class Brought(StrEnum):
    """What a letter did to its reader's calendar; kept with the letter's slots."""

    PUT = "put"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """One entry of one task. `version` counts the task's changes: what comes later takes the place of what came before."""

    task_id: int
    version: int
    summary: str
    due_at: datetime | None  # None: of an entry withdrawn because no day is set any more
    due_zone: str  # the IANA zone of the place that must act
    source: str = ""  # "": the cable is discreet
    place: str = ""
    brought: Brought = Brought.PUT


def file_names(entries: Sequence[DayEntry]) -> tuple[str, ...]:
    """Return what the files of a letter's entries are called: "due.ics", of several "due-1.ics"."""
    stems = ["due" if one.brought is Brought.PUT else "withdrawn" for one in entries]
    if len(stems) == 1:
        return (f"{stems[0]}.ics",)
    return tuple(f"{stem}-{number}.ics" for number, stem in enumerate(stems, 1))


def in_words(entries: Sequence[DayEntry]) -> str:
    """Return what the files attached do to the reader's calendar, "" for none."""
    named = list(zip(file_names(entries), entries, strict=True))
    put = [name for name, one in named if one.brought is Brought.PUT]
    away = [name for name, one in named if one.brought is Brought.WITHDRAWN]
    said = []
    if len(put) == 1:
        said.append(
            _(
                "The attached %(file)s puts this due day into your calendar, in place of any earlier entry.",
                file=put[0],
            )
        )
    elif put:
        said.append(
            ngettext(
                "The %(num)s file named due puts this due day into your calendar, in place of any earlier entry.",
                "The %(num)s files named due put these due days into your calendar, in place of any earlier entries.",
                len(put),
            )
        )
    if len(away) == 1:
        said.append(_("The attached %(file)s takes its entry out of your calendar.", file=away[0]))
    elif away:
        said.append(
            ngettext(
                "The %(num)s file named withdrawn takes its entry out of your calendar.",
                "The %(num)s files named withdrawn take their entries out of your calendar.",
                len(away),
            )
        )
    return " ".join(said)
