"""What was booked of a reply, in words: for the letter to its writer, and for the row of its mail."""

from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.domain import due
from tracker.domain.replies import Promise
from tracker.services import deadlines
from tracker.services.installation import Installation
from tracker.services.reply_letters import Line
from tracker.store.tasks import Task
from tracker.texts import Later, english, later, own, together


def promised(command: Promise) -> Later:
    """Return that an answer is promised for a day."""
    if command.is_in_passing:
        return later(
            "an answer is promised for %(day)s; nothing was closed, and the whole mail stands on its page for a "
            "person to read",
            day=due.day_words(command.on),
        )
    return later("an answer is promised for %(day)s", day=due.day_words(command.on))


class DayOff(NamedTuple):
    """What is said of a day that is none to work: to who wrote, and in the history. Of another, nothing."""

    words: Later
    kept: Later | None = None


def day_off(session: Session, task: Task, on: date | None, installation: Installation) -> DayOff:
    """Return that the day is none to work at the post and was kept."""
    wanted = due.Due(on=on)
    clash = deadlines.clash_of(session, task.id, wanted, installation.book)
    kept = deadlines.chosen(wanted, clash, "keep").said
    if clash is None or kept is None:
        return DayOff(own(""))
    return DayOff(together(clash.words, kept), kept)


def asked(task: Task) -> Later:
    """Return that more time is asked for, and until when."""
    until = due.day_words(date.fromisoformat((task.more_time or {})["due_on"]))
    if task.due_on is None:
        return later(
            "more time is asked for, until %(day)s; the due day stays as it is until the desk decides",
            day=until,
        )
    return later(
        "more time is asked for, until %(day)s; the due day stays %(due)s until the desk decides",
        day=until,
        due=due.day_words(task.due_on),
    )


def in_line(line: Line) -> str:
    """Return what was booked as the mail's row keeps it, in English."""
    beside = f". {english(line.beside).removesuffix('.')}" if line.beside else ""
    return f"{line.label}{english(line.booked or '')}{beside}"
