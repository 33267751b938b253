"""Who stands beside the lead of a task: coordinators and watchers come and go, each with one history line.

The lead is the task's post with its owner. Whoever stands beside a task may see it and gets its letters;
only the lead counts as late.
"""

from dataclasses import dataclass
from typing import Unpack

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.domain.company import Part, second_lead
from tracker.domain.places import PostBook
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import accounts, change_letters, edits, holders, posts
from tracker.services.change_letters import Change
from tracker.services.history import Line
from tracker.services.installation import Acting, Actor
from tracker.services.posts import checked_address
from tracker.store.company import TaskPerson
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.tasks import Task
from tracker.texts import _

ONE = "Write who: an officer's name, a post, or a mail address."


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who is to stand beside a task, by exactly one of officer, post (its name) and mail address."""

    part: str
    officer_id: int | None = None
    post: str | None = None
    address: str | None = None


def add(
    session: Session, task_id: int, *, newcomer: Newcomer, version: int | None = None, **act: Unpack[Acting]
) -> TaskPerson:
    """Put somebody beside the task; again is the same, and another part changes it.

    Officers may put themselves there as watchers of what they may see; anybody else needs the right to
    assign. Raise Invalid for a second lead, and for who cannot be used.
    """
    by = act["by"]
    task = edits.seen(session, task_id, by)
    part = _part(session, task, newcomer.part)
    is_own = part is Part.WATCHER and newcomer.officer_id is not None and newcomer.officer_id == by.officer_id
    if not is_own and not by.may(Permission.ASSIGN, task.post_id):
        raise Forbidden
    edits.require_fresh(session, task, version)
    wanted = _key(session, task, newcomer, act["installation"].book)
    found = session.scalar(select(TaskPerson).filter_by(task_id=task.id, **wanted))
    if found is not None and found.role == part:
        return found
    before = {found.role: found.name} if found is not None else {}
    person = found or TaskPerson(task_id=task.id, since_at=act["now"], added_by=by.name, **wanted)
    person.role = part.value
    session.add(person)
    session.flush()
    edits.finish(session, task, Line(kind="joined", before=before, after={part.value: person.name}), act)
    return person


def leave(session: Session, task_id: int, *, person_id: int, **act: Unpack[Acting]) -> None:
    """Take somebody from beside the task: oneself, or anybody with the right to assign.

    Raise NotFound where nobody of that id stands there.
    """
    by = act["by"]
    task = edits.seen(session, task_id, by)
    person = session.get(TaskPerson, person_id)
    if person is None or person.task_id != task.id:
        raise NotFound(_("Nobody of that name stands beside this task any more."))
    is_own = person.officer_id is not None and person.officer_id == by.officer_id
    if not is_own and not by.may(Permission.ASSIGN, task.post_id):
        raise Forbidden
    change_letters.write(session, remove(session, person, task, act), None, act)


def remove(session: Session, person: TaskPerson, task: Task, act: Acting) -> tuple[Change, ...]:
    """Take the person from beside the task, and return who is to be told that its day leaves his calendar.

    Whoever calls has asked whether that may be, and writes one letter about all.
    """
    gone = [(task, one) for one in holders.of_companion(session, person, act)]
    line = Line(kind="left", before={person.role: person.name})
    session.delete(person)
    session.flush()
    edits.finish(session, task, line, act)
    return change_letters.left(session, gone, task.owner, act)


def own(session: Session, task_id: int, by: Actor) -> TaskPerson | None:
    """Return the officer's own place beside the task, None where there is none."""
    if by.officer_id is None:
        return None
    return session.scalar(select(TaskPerson).filter_by(task_id=task_id, officer_id=by.officer_id))


def named(session: Session, words: str, part: str, book: PostBook) -> Newcomer:
    """Return who is meant by a post's name, an officer's sign-in name, name or address, or an address.

    Raise Invalid where it is nobody, or may be several.
    """
    said = " ".join(words.split())
    if said and book.find(said) is not None:
        return Newcomer(part=part, post=said)
    low = said.lower()
    same = or_(Officer.login == low, func.lower(Officer.name) == low, func.lower(Officer.email) == low)
    found = session.scalars(select(Officer.id).where(same, Officer.is_active).limit(2)).all()
    if len(found) > 1:
        raise Invalid({"who": _("Several officers answer to %(said)s. Write the sign-in name.", said=said)})
    if found:
        return Newcomer(part=part, officer_id=found[0])
    if "@" in said:
        return Newcomer(part=part, address=said)
    raise Invalid(
        {
            "who": _("%(said)s is no post, officer or mail address that is known here.", said=said)
            if said
            else ONE
        }
    )


def _part(session: Session, task: Task, words: str) -> Part:
    if words == "lead":
        post = session.get_one(Post, task.post_id).name
        owner = session.get_one(Officer, task.owner_id).name if task.owner_id is not None else None
        raise Invalid({"part": second_lead(f"{owner} at {post}" if owner else post)})
    if words not in list(Part):
        raise Invalid({"part": _("Say what part: %(words)s.", words=" or ".join(Part))})
    return Part(words)


def _key(session: Session, task: Task, newcomer: Newcomer, book: PostBook) -> dict[str, int | str]:
    """Return the column that says who; raise Invalid for nobody, for two at once, and for the lead."""
    given = [newcomer.officer_id, newcomer.post or None, newcomer.address or None]
    if sum(one is not None for one in given) != 1:
        raise Invalid({"who": ONE})
    if newcomer.officer_id is not None:
        officer = accounts.officer(session, newcomer.officer_id)
        if officer is None or officer.id == task.owner_id:
            why = f"{officer.name} owns this task already." if officer else "There is no such officer."
            raise Invalid({"who": why})
        return {"officer_id": officer.id}
    if newcomer.post:
        place = book.find(newcomer.post)
        if place is None:
            raise Invalid({"who": _("%(post)s is not in the table of posts.", post=newcomer.post)})
        row = posts.row_of(session, place)
        if row.id == task.post_id:
            raise Invalid({"who": _("%(name)s leads this task already.", name=row.name)})
        return {"post_id": row.id}
    return {"address": checked_address(newcomer.address or "", field="who").lower()}
