"""Who leaves a task, or is taken off, with its day in his calendar: the scenes of the letter that clears it."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.letter_stage import Scene, Stage
from tests.letters_at_once import MORNING
from tracker.domain.due import Due
from tracker.services import change_letters, company, contacts, tasks
from tracker.services.change_letters import Change
from tracker.services.company import Newcomer
from tracker.services.installation import Acting, Actor
from tracker.store.cables import ContactRecord
from tracker.store.company import TaskPerson
from tracker.store.tasks import Task


def _both_dated_and_heard(on: Stage) -> None:
    """Give both tasks a day, put Luis beside them, and let the first letters go."""
    on.do(tasks.change_due, on.first, due=Due(on=date(2009, 5, 7)))
    for one in (on.first, on.task):
        newcomer = Newcomer(part="coordinator", officer_id=on.luis.officer_id)
        on.do(company.add, one, newcomer=newcomer)
    on.confirm_contact()
    on.tick(MORNING + timedelta(hours=3))  # it is morning in Washington too


def _left(on: Stage, *task_ids: int, by: Actor) -> None:
    _both_dated_and_heard(on)

    def gone(session: Session, act: Acting) -> Iterator[Change]:
        for one in session.scalars(select(TaskPerson).where(TaskPerson.task_id.in_(task_ids))).all():
            yield from company.remove(session, one, session.get_one(Task, one.task_id), act)

    def leave(session: Session, **act: object) -> None:
        acting = Acting(**act)  # type: ignore[typeddict-item]
        change_letters.write(session, list(gone(session, acting)), None, acting)

    on.do(leave, by=by)


def _no_contact_any_more(on: Stage) -> None:
    _both_dated_and_heard(on)
    with on.world.reading() as session:
        contact_id = session.scalars(select(ContactRecord.id)).one()
    on.do(contacts.unconfirm, contact_id, by=on.dana)


LEAVINGS: tuple[Scene, ...] = (
    lambda on: _left(on, on.task, by=on.dana),
    lambda on: _left(on, on.task, by=on.luis),
    lambda on: _left(on, on.first, on.task, by=on.luis),
    _no_contact_any_more,
)
