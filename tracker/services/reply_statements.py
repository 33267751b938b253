"""Which task each statement of a reply is about, by the numbers of its letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.lifecycle import Status
from tracker.domain.reply_lines import EACH, Reply, Statement
from tracker.services.answers import Answered
from tracker.services.reply_letters import Line
from tracker.store.tasks import Task
from tracker.texts import later

MOST_LINES = 100  # of one reply: twice as many as a letter has numbers
WHICH = later(
    "Say which: begin the line with the number that it has in the letter, as in: 2 DONE agreed; or with ALL, "
    "for each that is open, as in: ALL ACCEPT."
)
NO_SUCH = later("The letter has no such number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement about one task, or about none that there is; `at` is its place in the reply."""

    at: int
    number: int | None
    task_id: int | None
    statement: Statement

    @property
    def is_by_the_way(self) -> bool:
        """Whether a promise stands in what only talks: where it is not booked, nobody is asked about it."""
        return self.statement.is_in_passing and self.number is None


def of_tasks(said: Reply, answered: Answered, all_open: tuple[int, ...]) -> list[Said]:
    """Return the statements, each about one task; a number that the letter lacks is about none.

    What is said of all is about each that is open, and of which nothing else is said.
    """
    found: list[Said] = []
    is_one = len(answered.task_ids) == 1
    by_number = {number for statement in said.statements for number in statement.numbers}
    rest = tuple(number for number in all_open if number not in by_number)
    for statement in said.statements:
        numbers = rest if statement.numbers == (EACH,) else statement.numbers or ((1,) if is_one else (0,))
        for number in numbers:
            task_id = answered.task_ids[number - 1] if 0 < number <= len(answered.task_ids) else None
            shown = number if statement.numbers else None
            found.append(Said(at=len(found), number=shown, task_id=task_id, statement=statement))
    return [one for one in found if one.task_id is not None or not one.is_by_the_way][:MOST_LINES]


def named(said: Reply, found: list[Said], answered: Answered) -> list[int]:
    """Return the tasks that a reply names, by its commands, else by the numbers of what only talks."""
    numbers = [one.task_id for one in found if one.task_id is not None]
    if not numbers:
        known = range(1, len(answered.task_ids) + 1)
        numbers = [answered.task_ids[number - 1] for number in said.about if number in known]
    return list(dict.fromkeys(numbers))


def open_numbers(tasks: Sequence[Task]) -> tuple[int, ...]:
    """Return the numbers of the letter whose tasks are open; all of them where none is."""
    numbered = list(enumerate(tasks, start=1))
    found = tuple(number for number, task in numbered if not Status(task.status).is_closed)
    return found or tuple(number for number, _task in numbered)


def no_task(one: Said) -> Line:
    """Return the line of a statement about none of the letter's tasks, or of several without saying which."""
    has_no_number = one.number is None
    why = WHICH if has_no_number else NO_SUCH
    return Line(number=one.number, words=one.statement.words, why=why, is_unclear=has_no_number)
