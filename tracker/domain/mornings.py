"""A reader's working mornings: on which of them a reminder falls, and why on that one."""

from dataclasses import dataclass
from datetime import date, datetime, time

from tracker.domain import rules
from tracker.domain.due import short_day
from tracker.domain.duty import Duty, Haste, Reader, Reminder
from tracker.domain.workdays import DAY, zone_of
from tracker.texts import later


@dataclass(frozen=True, slots=True)
class Mornings:
    """The mornings of one reader, as moments, and the reminders of a duty that fall on them."""

    duty: Duty
    reader: Reader

    @property
    def send_at(self) -> time:
        """The hour of the reader's letters."""
        return self.reader.wishes.send_at or self.duty.policy.send_at

    def moment(self, day: date) -> datetime:
        """Return the moment of a day's letters."""
        return self.reader.calendar.moment(day, self.send_at)

    def next_from(self, moment: datetime) -> datetime:
        """Return the first morning of letters at or after a moment."""
        day = self.reader.letter_day(self.reader.calendar.local_day(moment), DAY)
        while self.moment(day) < moment:
            day = self.reader.letter_day(day + DAY, DAY)
        return self.moment(day)

    def awake(self, moment: datetime) -> datetime:
        """Return the moment itself, or the end of the quiet hours in which it lies."""
        policy, zone = self.duty.policy, self.reader.calendar.place.zone
        local = moment.astimezone(zone_of(zone))
        if not policy.is_quiet(local.timetz().replace(tzinfo=None)):
            return moment
        day = local.date() if local.time() < policy.quiet_to else local.date() + DAY
        return self.reader.calendar.moment(day, policy.quiet_to)

    def catching_up(self, at: datetime, now: datetime) -> datetime:
        """Return when a reminder whose moment has passed leaves: now or after the quiet hours.

        On a day off it waits for the reader's next morning, unless it was meant for such a day, the cable's
        haste or the reader asks for less, or something is due before.
        """
        soon = self.awake(now)
        calendar, duty = self.reader.calendar, self.duty
        was_for_a_day_off = not self.reader.gets_letters_on(calendar.local_day(at))
        is_at_work = self.reader.gets_letters_on(calendar.local_day(soon))
        if was_for_a_day_off or is_at_work or self.reader.wishes.at_once:
            return soon
        morning = self.next_from(soon)
        if self.reader.standing.is_to_act and duty.haste is Haste.WORKING_HOURS:
            morning = min(morning, calendar.first_open_moment(soon))
        dues = (duty.due_at, duty.interim.at if duty.interim else None)
        return soon if any(due is not None and now < due <= morning for due in dues) else morning

    def first(self) -> Reminder:
        """Return the first letter: the next working morning, sooner where precedence or the due asks it."""
        since, due_at = self.reader.since, self.duty.due_at
        haste = self.duty.haste if self.reader.standing.is_to_act else Haste.MORNING
        words = later(
            ", %(haste)s: the cable is %(precedence)s", haste=haste.told, precedence=self.duty.precedence
        )
        if haste is Haste.AT_ONCE:
            return self.reminder("first", since, words, is_urgent=True)
        morning = self.next_from(since)
        if self.reader.wishes.at_once:
            return self.reminder("first", self.awake(since), later(", at once, as the reader wishes"))
        if haste is Haste.WORKING_HOURS:
            morning = min(morning, self.reader.calendar.first_open_moment(since))
        if due_at is not None and since < due_at <= morning:
            soon = self.awake(since)
            return self.reminder("first", soon, later(", at once: it is due before the next morning"))
        if haste is Haste.MORNING:
            words = later(", %(haste)s", haste=haste.told)
        return self.reminder("first", morning, words)

    def on_or_before(self, day: date, rule: str, end: datetime | None) -> Reminder:
        """Return the reminder of a day, earlier where the reader gets no letters or `end` is earlier."""
        chosen = self.reader.letter_day(day, -DAY)
        if end is not None and self.moment(chosen) >= end:
            chosen = self.reader.letter_day(chosen - DAY, -DAY)
        return self.reminder(rule, self.moment(chosen), self._moved(day, chosen))

    def on_or_after(self, day: date, rule: str, start: datetime | None = None) -> Reminder:
        """Return the reminder of a day, later where the reader gets no letters or `start` is later."""
        chosen = self.reader.letter_day(day, DAY)
        if start is not None and self.moment(chosen) <= start:
            chosen = self.reader.letter_day(chosen + DAY, DAY)
        return self.reminder(rule, self.moment(chosen), self._moved(day, chosen))

    def reminder(self, rule: str, at: datetime, more: str, *, is_urgent: bool = False) -> Reminder:
        """Return the reader's reminder at a moment, its reason the rule's with more words."""
        reason = rules.reason_of(rule, self.duty.waits_for)
        if more:
            reason = later("%(reason)s%(more)s", reason=reason, more=more)
        return Reminder(
            duty=self.duty, reader=self.reader, rule=rule, at=at, reason=reason, is_urgent=is_urgent
        )

    def _moved(self, day: date, chosen: date) -> str:
        if day == chosen:
            return ""
        off = self.reader.calendar.reason_off(day)
        said = short_day(day)
        if off:
            return later("; %(day)s is not a working morning of the reader (%(off)s)", day=said, off=off)
        if not self.reader.gets_letters_on(day):
            return later("; %(day)s is no day on which the reader wants letters", day=said)
        return later("; %(day)s does not fit the reader's clock", day=said)
