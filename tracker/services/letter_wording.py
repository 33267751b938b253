"""The words of a letter: from a task, its cable and its duty to the values that a letter prints."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain import due, ladder, rules
from tracker.domain.duty import USUAL_INTERIM
from tracker.domain.ladder import Step
from tracker.domain.letter import Discretion, Item, Letter, LetterState, Work
from tracker.domain.lifecycle import WHOM, Status, WaitsFor
from tracker.domain.reminding import Duty, Reader, Standing
from tracker.domain.tokens import Purpose
from tracker.domain.workdays import Place, days_late, local_day
from tracker.services.cable_files import CableFile
from tracker.services.installation import Installation
from tracker.store.cables import CableRecord
from tracker.store.tasks import Task
from tracker.texts import Later, _, later, own

LADDER = (Standing.SUPERVISOR, Standing.DIRECTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A task in a letter: whose reminder it is, and whether this reader hears of it first."""

    task: Task
    duty: Duty
    reader: Reader
    is_new: bool
    next_at: datetime | None  # of this reader's next reminder
    rules: frozenset[str] = frozenset()  # of the reminders told
    knows_due: bool = False  # a letter has told this reader of the due as it is
    has_entry: bool = False  # a letter that could bring the entry for the calendar
    is_entry_gone: bool = False  # a letter has withdrawn it since

    @property
    def is_first(self) -> bool:
        """Whether the letter tells all there is; who stands on the ladder is only told that it is late."""
        return self.is_new and self.reader.standing not in LADDER


def letter(
    told: Sequence[Told], files: Mapping[int, CableFile], *, now: datetime, installation: Installation
) -> Letter:
    """Return the letter that tells one reader of these tasks, most urgent first."""
    in_order = sorted(told, key=lambda one: (one.duty.due_at is None, one.duty.due_at or now, one.task.id))
    washington = installation.book.washington.place
    closed = installation.settings.closed_captions
    items = [
        _item(one, now, washington, files[one.task.cable_id], discretion_of(one.task.cable, closed))
        for one in in_order
    ]
    reader = in_order[0].reader
    return Letter(recipient=reader.address, name=reader.name, written_at=now, items=tuple(items))


def discretion_of(cable: CableRecord, closed: Collection[str]) -> Discretion:
    """Return how much of a cable its letters may carry, by its captions and handling words."""
    words = {str(word) for name in ("captions", "handling") for word in cable.header.get(name, ())}
    if words & set(closed):
        return Discretion.CLOSED
    is_sensitive = cable.is_sensitive or bool(cable.header.get("handling"))
    return Discretion.SENSITIVE if is_sensitive else Discretion.OPEN


def name_of(task: Task, discretion: Discretion) -> Later:
    """Return how a letter may name a task: of a discreet cable by post and number, or by post alone."""
    number = task.cable.mrn or task.cable.canonical_id
    match discretion:
        case Discretion.OPEN:
            return own(f"{task.post.city}: {task.title}")
        case Discretion.SENSITIVE if not number:
            return later("%(post)s, a cable", post=task.post.name)
        case Discretion.SENSITIVE:
            return own(f"{task.post.name}, {number}")
        case Discretion.CLOSED:
            return own(task.post.name)


def _item(one: Told, now: datetime, washington: Place, file: CableFile, discretion: Discretion) -> Item:
    task, duty, cable = one.task, one.duty, one.task.cable
    return Item(
        task_id=task.id,
        version=task.version,
        state=_state(one, now),
        discretion=discretion,
        reader=one.reader.standing,
        is_new=one.is_first,
        work=_work(one, file, duty.calendar.local_day(now)),
        post=task.post.name,
        city=duty.calendar.place.name,
        title=task.title,
        cable=_number(cable),
        source=source_of(task, cable),
        quote=" ".join(task.quote.split()),
        due_at=task.due_at,
        due_zone=duty.calendar.place.zone,
        due=_due_words(one, washington),
        due_short=_due_short(task, duty, washington),
        left=_left(duty, now),
        is_late=due.is_overdue(duty.due_at, now),
        days_late=_days_late(duty, now),
        is_this_week=_is_this_week(duty, now),
        coming=_coming(one, now),
        also_told=_also_told(one),
        moved=_moved(one),
        has_new_due=_has_new_due(one),
        interim=_interim(one),
        preferred=_preferred(one, now),
        stands_in=_stands_in(one.reader),
        contacts=file.contacts,
        papers=file.papers if one.is_first else (),
        notes=file.notes if one.is_first else (),
        acts=_acts(one),
    )


def _state(one: Told, now: datetime) -> LetterState:
    """Return which text the ask gets; where it stands at this moment, not which rule called."""
    due_at = one.duty.due_at
    if one.is_first:
        return LetterState.FIRST
    if due_at is None:
        return LetterState.UNDATED
    if due.is_overdue(due_at, now):
        return LetterState.LATE
    is_today = one.duty.due_on == one.duty.calendar.local_day(now)
    return LetterState.TODAY if is_today else LetterState.BEFORE


def _number(cable: CableRecord) -> str:
    return cable.mrn or cable.canonical_id or _("a cable without a number")


def source_of(task: Task, cable: CableRecord) -> str:
    """Return "STATE 012345 of 31 July 2008 (para 4)"."""
    source = _number(cable)
    if cable.sent_at:
        source = _("%(cable)s of %(day)s", cable=source, day=due.day_of_year(cable.sent_at.date()))
    if task.paragraph:
        return _("%(cable)s (para %(number)s)", cable=source, number=task.paragraph)
    return source


def _due_words(one: Told, washington: Place) -> str | None:
    """Return the due on the reader's clock and the other side's."""
    if one.duty.due_at is None:
        return None
    acting, reading = one.duty.calendar.place, one.reader.calendar.place
    if reading.zone == acting.zone:
        return due.explain(one.duty.due_at, acting, washington)
    return due.explain(one.duty.due_at, reading, acting)


def _due_short(task: Task, duty: Duty, washington: Place) -> str | None:
    """Return the due as it was said: "Wed 6 Aug, COB"; another clock than the post's is named."""
    if task.due_on is None:
        return None
    said = _("noon") if task.due_time == due.DayTime.NOON else task.due_time
    hour = f", {said}" if said else ""
    if task.due_zone in (None, duty.calendar.place.zone) or not task.due_time:
        return f"{due.short_day(task.due_on)}{hour}"
    clock = washington.name if task.due_zone == washington.zone else str(task.due_zone).rpartition("/")[2]
    return f"{due.short_day(task.due_on)}{hour} {clock.replace('_', ' ')}"


def _moved(one: Told) -> str | None:
    """Return which due day the present one took the place of, the cable may still say it; and as news by whom."""
    task = one.task
    if task.deadline_version <= 1:
        return None
    changes = [line for line in task.history if line.kind == "due changed"]
    was = (changes[-1].before or {}).get("due_on") if changes else None
    if was is None or task.due_on is None or was == task.due_on.isoformat():
        return None
    day = due.short_day(date.fromisoformat(was))
    if one.knows_due:
        return _("from %(day)s", day=day)
    return _("from %(day)s by %(name)s", day=day, name=changes[-1].by)


def _has_new_due(one: Told) -> bool:
    """Return whether the reader's calendar has none of this due: a notice alone has told of it, or withdrew it."""
    is_told_by_notice = one.task.deadline_version > 1 and one.knows_due and not one.has_entry
    return (is_told_by_notice or one.is_entry_gone) and one.reader.standing not in LADDER


def _is_this_week(duty: Duty, now: datetime) -> bool:
    if duty.due_on is None:
        return False
    return duty.due_on.isocalendar()[:2] == duty.calendar.local_day(now).isocalendar()[:2]


def _work(one: Told, file: CableFile, today: date) -> Work:
    """Return how far the work is, as this reader is told it."""
    task = one.task
    status = Status(task.status)
    done, asked = file.done_of.get(task.post_id, (0, 1))
    return Work(
        holder=_holder(one),
        is_accepted=status in (Status.ACCEPTED, Status.IN_PROGRESS),
        waits_for=_waits_for(task),
        promised=due.short_day(task.promised_on) if task.promised_on else None,
        is_promise_past=task.promised_on is not None and task.promised_on < today,
        delivered=due.short_day(task.delivered_on) if task.delivered_on and not task.reported_at else None,
        more_until=_day_asked_for(task),
        asked=asked,
        done=done,
    )


def _waits_for(task: Task) -> str | None:
    """Return for whom it waits and what was said of it, None where it does not wait."""
    if task.status != Status.WAITING:
        return None
    whom = str(WHOM[WaitsFor(task.waits_for or WaitsFor.OTHER)])
    return f"{whom}: {task.note}" if task.note else whom


def _day_asked_for(task: Task) -> str | None:
    day = (task.more_time or {}).get("due_on") if task.more_time_at else None
    return due.short_day(date.fromisoformat(day)) if day else None


def _holder(one: Told) -> str | None:
    owner = one.task.owner
    if owner is None:
        return None
    is_reader = one.reader.standing is Standing.OWNER and one.reader.address == owner.email.strip().lower()
    return "you" if is_reader else owner.name


def _acts(one: Told) -> tuple[Purpose, ...]:
    """Return what this reader may do by a link: who must act accepts and finishes; who is only told leaves."""
    if one.reader.standing in (Standing.WATCHER, Standing.CONTACT):
        return (Purpose.LEAVE,)
    if not one.reader.standing.is_to_act:
        return ()
    return acts_of(one.task)


def acts_of(task: Task) -> tuple[Purpose, ...]:
    """Return what who must act may say of a task by a link."""
    return (Purpose.ACCEPT, Purpose.DONE) if task.status == Status.OPEN else (Purpose.DONE,)


def _coming(one: Told, now: datetime) -> str:
    """Return what happens next: this reader's next letter, and where it is late the ladder's next step."""
    step, letter_day = _next_step(one, now), None
    if one.next_at is not None:
        letter_day = local_day(one.next_at, one.reader.calendar.place.zone)
    if step is not None and step.on is not None:
        return _step_coming(step.number, step.on, letter_day)
    if letter_day is not None:
        return _("Unless it is done, the next letter comes on %(day)s.", day=due.short_day(letter_day))
    if one.reader.stands_in_for:
        return _("Further letters go to %(name)s, unless you still stand in.", name=one.reader.stands_in_for)
    if one.reader.standing in LADDER:
        return _("This letter comes once.")
    return _("No further letter comes about this.")


def _step_coming(number: int, on: date, letter_day: date | None) -> str:
    """Return whom the ladder tells next, and when, beside the reader's own next letter."""
    whom, told_on = rules.step_of(number), due.short_day(on)
    if letter_day is None:
        return _("Unless it is done, the %(person)s is told on %(day)s.", person=whom, day=told_on)
    if on == letter_day:
        return _(
            "Unless it is done, the next letter comes on %(day)s, and the %(person)s is told on that day.",
            day=due.short_day(letter_day),
            person=whom,
        )
    return _(
        "Unless it is done, the next letter comes on %(day)s, and the %(person)s is told on %(other)s.",
        day=due.short_day(letter_day),
        person=whom,
        other=told_on,
    )


def _next_step(one: Told, now: datetime) -> Step | None:
    """Return the ladder's next step, to who must act and to who was told of it being late."""
    is_told = one.reader.standing.is_to_act or one.reader.standing in LADDER
    if not is_told or not due.is_overdue(one.duty.due_at, now):
        return None
    today = one.duty.calendar.local_day(now)
    coming = (s for s in ladder.steps(one.duty) if s.reader is not None and s.on is not None and s.on > today)
    return next(coming, None)


def _preferred(one: Told, now: datetime) -> str | None:
    """Return the day before the due by which the cable would rather have it, until it has passed at the post."""
    day = one.task.preferred_on
    if day is None or day < one.duty.calendar.local_day(now):
        return None
    return str(due.short_day(day))


def _interim(one: Told) -> str | None:
    """Return the interim day as who owes the task reads of it: "draft to the desk: Mon 4 Aug, 12:00 (…)"."""
    interim = one.duty.interim
    if interim is None or not one.reader.standing.is_to_act:
        return None
    what = _(USUAL_INTERIM) if interim.what == USUAL_INTERIM else interim.what
    return f"{what}: {due.explain_short(interim.at, one.duty.calendar.place)}"


def _stands_in(reader: Reader) -> str | None:
    if not reader.stands_in_for:
        return None
    return _("you, %(name)s, stand in for %(other)s", name=reader.name, other=reader.stands_in_for)


def _also_told(one: Told) -> tuple[str, ...]:
    """Return whom the ladder tells by this letter's morning, to who owes the task."""
    numbers = sorted(int(rule.partition("-")[2]) for rule in one.rules if rules.family_of(rule) == "copy")
    named = ((n, one.duty.steps[n - 1]) for n in numbers if n <= len(one.duty.steps))
    return tuple(
        _("the %(person)s, %(name)s", person=rules.step_of(n), name=reader.name)
        for n, reader in named
        if reader is not None
    )


def _left(duty: Duty, now: datetime) -> str | None:
    """Return how far off the due is; days spent waiting for somebody else are not late."""
    if duty.due_at is None:
        return None
    days = _days_late(duty, now)
    if days:
        return _("late by %(days)s", days=rules.working_days(days))
    if duty.due_on is not None and duty.waits and due.is_overdue(duty.due_at, now):
        return str(due.LATE_AT_ALL)
    return due.relative(duty.due_at, duty.calendar, now)


def _days_late(duty: Duty, now: datetime) -> int:
    if duty.due_at is None:
        return 0
    return days_late(duty.calendar, duty.due_at, now, arrived_at=duty.arrived_at, waits=duty.waits).net
