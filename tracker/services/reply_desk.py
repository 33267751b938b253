"""What is at hand while one reply is booked, and what its writer may do: no more than the letter or his roles give."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.domain import replies as rules
from tracker.domain.replies import DaySaid
from tracker.domain.workdays import Calendar
from tracker.extraction.reply_days import day_at_start
from tracker.services import answers, clocks, duties, other_writers, readers
from tracker.services.answers import Answered
from tracker.services.installation import Acting, Actor, Installation
from tracker.services.reply_letters import Line
from tracker.store.tasks import Task


@dataclass(slots=True, kw_only=True)
class Desk:
    """What is at hand while one reply is booked."""

    session: Session
    answered: Answered
    now: datetime
    installation: Installation
    lines: list[tuple[int, Line]] = field(default_factory=list)
    stands_on: int = 0  # the task that keeps the mail
    _rights: dict[int, bool] = field(default_factory=dict)  # as they stood before anything was booked

    def tasks(self) -> list[Task]:
        """Return the tasks of the letter, in the order of its numbers."""
        return [self.session.get_one(Task, task_id) for task_id in self.answered.task_ids]

    def may_act(self, task: Task) -> bool:
        """Return whether the writer is one who must act on the task; who is only told of it is not."""
        if self.answered.doubt is not None:
            return False
        if task.id not in self._rights:
            is_others = self.answered.letter_to
            self._rights[task.id] = self._own_right(task) is not None if is_others else self._is_holder(task)
        return self._rights[task.id]

    def _is_holder(self, task: Task) -> bool:
        known = duties.read(self.session, [task], self.installation)
        leads = [one for one in readers.readers_of(task, known) if one.standing.is_to_act]
        holders = (one.address for lead in leads for one in (lead, *lead.stand_ins()))
        return self.answered.person in holders

    def _own_right(self, task: Task) -> Actor | None:
        return other_writers.actor(self.session, self.answered.person, task, answers.WAY)

    def acting(self, task_id: int) -> Acting:
        """Return the writer as one who acts on the task, with no more rights than the letter or his roles give."""
        task = self.session.get_one(Task, task_id)
        by = self._own_right(task) if self.answered.letter_to else None
        if by is None:
            person = self.answered.person
            name = task.post.name if clocks.folded(task.post.mailbox) == person else None
            by = answers.writer(self.session, task, person, name)
        return Acting(by=by, now=self.now, installation=self.installation)

    def calendar(self, task: Task) -> Calendar:
        """Return the calendar of the task's post."""
        return clocks.calendar_of(task.post, self.installation.book)

    def days(self, task: Task) -> rules.Days:
        """Return what reads a day as the task's post means it, on the day the reply came there."""
        calendar = self.calendar(task)
        today = calendar.local_day(self.now)

        def read(text: str) -> DaySaid | None:
            found = day_at_start(text, today, is_day_off=lambda day: not calendar.is_working_day(day))
            return DaySaid(*found) if found else None

        return read
