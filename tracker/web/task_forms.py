"""The forms of a task: each carries the version of the task it was filled in for."""

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, Optional
from wtforms.widgets import HiddenInput

from tracker.domain.company import Part
from tracker.domain.due import Clash
from tracker.domain.lifecycle import WHOM, Outcome
from tracker.domain.task_links import LinkKind
from tracker.services import dated_facts
from tracker.services.edits import LONGEST_NOTE
from tracker.store.queries.lists import IN_WORDS
from tracker.texts import later
from tracker.web.choosing import choices
from tracker.web.review import CLOCKS, HOURS

OUTCOMES = {
    Outcome.AGREED: later("agreed: the host government said yes"),
    Outcome.REFUSED: later("refused: the host government said no"),
    Outcome.DELIVERED: later("delivered: the paper or the points were handed over"),
    Outcome.REPORTED: later("reported: the answer went to Washington"),
    Outcome.NO_ANSWER: later("no answer came"),
    Outcome.OVERTAKEN: later("overtaken by events"),
    Outcome.DONE: later("done, none of these"),
}
PARTS = {
    Part.COORDINATOR: later("coordinator: helps the lead"),
    Part.WATCHER: later("watcher: is told, and may leave"),
}
LINKS = {
    LinkKind.REFERENCE: later("related to it"),
    LinkKind.PART_OF: later("a part of it"),
    LinkKind.FOLLOWS: later("what follows it"),
    LinkKind.DUPLICATE_OF: later(
        "a duplicate of it: this one is cancelled, and who watches it follows the other"
    ),
}


class TaskForm(FlaskForm):  # type: ignore[misc]
    """A button that knows which version of the task it stood beside."""

    version = IntegerField(widget=HiddenInput(), validators=[Optional()])


class Words(TaskForm):
    """A few words."""

    note = TextAreaField(later("In a few words"), validators=[Length(max=LONGEST_NOTE)])


class OutcomeForm(FlaskForm):  # type: ignore[misc]
    """What came of a task."""

    outcome = RadioField(
        later("What came of it"),
        choices=choices((o.value, w) for o, w in OUTCOMES.items()),
        validate_choice=False,
    )
    note = TextAreaField(
        later("In a line, for whoever reads it later"), validators=[Length(max=LONGEST_NOTE)]
    )


class DoneForm(OutcomeForm, TaskForm):
    """What came of it, beside the version it was filled in for."""


class WaitForm(TaskForm):
    """For whom it waits."""

    whom = RadioField(later("For whom"), choices=choices(WHOM.items()), validate_choice=False)
    note = TextAreaField(later("In a few words"), validators=[Length(max=LONGEST_NOTE)])


class DeliverForm(TaskForm):
    """What was handed over to whom, when, by whom."""

    to = StringField(later("To whom"), validators=[Length(max=dated_facts.LONGEST_NAME)])
    on = DateField(later("On which day"), validators=[Optional()])
    by = StringField(later("By whom"), validators=[Length(max=dated_facts.LONGEST_BY)])


class ReportForm(TaskForm):
    """The number or the words of the answer."""

    note = TextAreaField(
        later("Number of the reply cable, or the answer"), validators=[Length(max=LONGEST_NOTE)]
    )


class MoreTimeForm(TaskForm):
    """Until when, and why."""

    due_on = DateField(later("Until which day"), validators=[Optional()])
    working_days = IntegerField(later("Or how many working days more"), validators=[Optional()])
    note = TextAreaField(later("Why"), validators=[Length(max=LONGEST_NOTE)])
    choice = HiddenField()  # what was pressed where the day is not a working day: a day, or "keep"
    clash: Clash | None = None  # why the day is not a good one


class GrantForm(TaskForm):
    """The day that is granted."""

    due_on = DateField(later("New due day"), validators=[Optional()])
    note = TextAreaField(later("What to tell the post"), validators=[Length(max=LONGEST_NOTE)])
    choice = HiddenField()  # as in the form of another due
    clash: Clash | None = None


class AssignForm(TaskForm):
    """Another owner."""

    owner_id = SelectField(later("Owner"))
    note = TextAreaField(later("Why"), validators=[Length(max=LONGEST_NOTE)])


class DueForm(TaskForm):
    """Another due."""

    due_on = DateField(later("New due day"), validators=[Optional()])
    due_time = SelectField(later("Hour"), choices=choices(HOURS), validate_choice=False)
    due_zone = SelectField(later("On the clock of"), choices=choices(CLOCKS))
    is_undated = BooleanField(later("No due day"))
    note = TextAreaField(later("Why"), validators=[Length(max=LONGEST_NOTE)])
    choice = HiddenField()  # what was pressed where the day is not a working day: a day, or "keep"
    clash: Clash | None = None  # why the day is not a good one


class CompanyForm(TaskForm):
    """Who is to stand beside the lead, as what."""

    who = StringField(later("Who"), validators=[Length(max=254)])
    part = RadioField(
        later("As what"),
        choices=choices((part.value, words) for part, words in PARTS.items()),
        default=Part.COORDINATOR.value,
        validate_choice=False,
    )


class LinkForm(TaskForm):
    """What the task is to which other one."""

    kind = RadioField(
        later("This task is"),
        choices=choices((one.value, words) for one, words in LINKS.items()),
        validate_choice=False,
    )
    other_id = IntegerField(later("Number of the other task"), validators=[Optional()])


class UnlinkForm(TaskForm):
    """Which link is taken away."""

    other_id = IntegerField(widget=HiddenInput(), validators=[Optional()])
    word = HiddenField()


class LeaveForm(TaskForm):
    """Who is taken from beside the lead."""

    person_id = IntegerField(widget=HiddenInput(), validators=[Optional()])


class FilterForm(FlaskForm):  # type: ignore[misc]
    """Which tasks the list shows. It changes nothing, so it carries no token."""

    class Meta:
        """No token in an address."""

        csrf = False

    post = StringField(later("Post"))
    state = SelectField(
        later("State"),
        choices=choices((name.value, words) for name, words in IN_WORDS.items()),
        validate_choice=False,
    )
    page = HiddenField()
