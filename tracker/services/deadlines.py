"""When a task is due at its post: as said, as meant, and in words; and how that is changed."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from tracker.domain import places
from tracker.domain.counted_days import Counted, CountedDue, at_place
from tracker.domain.due import Clash, Due, clash, due_at, explained, place_meant, short_day
from tracker.domain.places import PostBook
from tracker.domain.workdays import DAY
from tracker.errors import Conflict, Invalid
from tracker.store.cables import CableRecord, ProposalRecord
from tracker.store.places import Post
from tracker.store.tasks import Task
from tracker.texts import Later, _, later

COLUMNS = ("due_on", "due_time", "due_zone")


def count_of(proposal: ProposalRecord) -> Counted | None:
    """Return how the day of an ask is counted in working days, None where the cable names a day."""
    kept = proposal.due_count
    return Counted(since=date.fromisoformat(kept["since"]), days=kept["days"]) if kept else None


def counted_at(
    proposal: ProposalRecord, due: Due, post: places.Post, cable: CableRecord, book: PostBook
) -> CountedDue:
    """Return what an ask means at a post, as it was read: working days are those of the post."""
    sent_on = cable.sent_at.date() if cable.sent_at else None
    return at_place(due, count_of(proposal), book.calendar(post), sent_on)


def columns(due: Due, post: places.Post, cable: CableRecord, book: PostBook) -> dict[str, Any]:
    """Return the columns of a due at a post; raise Invalid for an hour or zone that is none."""
    washington = book.washington.place
    try:
        moment = due_at(due, post.place, washington)
        zone = place_meant(due, post.place, washington).zone
        words = explained(due, book.calendar(post), cable.sent_at or cable.received_at, washington)
    except ValueError as error:
        raise Invalid({"due_time": f"{error}."}) from None
    return {
        "due_on": due.on,
        "due_time": due.time if due.on else None,
        "due_zone": zone if due.on else None,
        "due_at": moment,
        "due_explained": list(words),
    }


def require_after(due: Due, cable: CableRecord) -> None:
    """Raise Invalid where a person sets a day before the cable was sent; days differ by one over zones."""
    if due.on is not None and cable.sent_at is not None and due.on < cable.sent_at.date() - DAY:
        raise Invalid(
            {
                "due_on": _(
                    "%(isoformat)s lies before the day the cable was sent.", isoformat=due.on.isoformat()
                )
            }
        )


def put(session: Session, task: Task, due: Due, book: PostBook) -> None:
    """Set the due of a task, which is the cable's no more; raise Invalid for one that cannot be used."""
    post = book.find(session.get_one(Post, task.post_id).name)
    if post is None:
        raise Conflict(_("The post of this task is no longer in the table of posts."))
    cable = session.get_one(CableRecord, task.cable_id)
    require_after(due, cable)
    values = columns(due, post, cable, book)
    if task.interim_at is not None and values["due_at"] is not None and values["due_at"] <= task.interim_at:
        raise Invalid(
            {"due_on": _("The due day would lie before the interim day. Change or drop that first.")}
        )
    for name, value in (values | {"preferred_on": None}).items():
        setattr(task, name, value)


def clash_of(session: Session, task_id: int, due: Due, book: PostBook) -> Clash | None:
    """Return why a day is not a working day at the task's post, None where it is one or cannot be used."""
    task = session.get(Task, task_id)
    post = book.find(session.get_one(Post, task.post_id).name) if task is not None else None
    return clash_at(post, due, book) if post is not None else None


def clash_at(post: places.Post, due: Due, book: PostBook) -> Clash | None:
    """Return why a day is not a working day at a post, None where it is one or cannot be used."""
    try:
        found = clash(due, book.calendar(post), washington=book.washington.place)
    except ValueError:  # an hour or zone that is none: told when the due is put
        return None
    return next((one for one in found if one.day_before is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The due that a person chose, and what the tracker says of the choice."""

    due: Due
    said: Later | None


def chosen(wanted: Due, found: Clash | None, choice: str) -> Chosen:
    """Return the due with the working day chosen in place of one that is none, and a sentence that says so."""
    if found is None or wanted.on is None:
        return Chosen(due=wanted, said=None)
    days = {day.isoformat(): day for day in (found.day_before, found.day_after) if day}
    day = days.get(choice)
    asked = short_day(wanted.on)
    said = later("%(day)s was kept, though it is not a working day there.", day=asked)
    if day:
        said = later(
            "%(day)s was chosen in place of %(other)s, which is not a working day there.",
            day=short_day(day),
            other=asked,
        )
    return Chosen(due=replace(wanted, on=day or wanted.on), said=said)


def due_of(task: Task) -> Due:
    """Return the due of a task as it was said."""
    return Due(on=task.due_on, time=task.due_time, zone=task.due_zone)


def as_json(task: Task) -> dict[str, Any]:
    """Return the due as a history line keeps it."""
    said = {name: getattr(task, name) for name in COLUMNS}
    return said | {"due_on": task.due_on.isoformat() if task.due_on else None}
