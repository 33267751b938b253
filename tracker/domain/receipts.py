"""Receipts: how far a letter has come with each person told, and since when a lead's silence shows.

Planned, handed to the server, bounced, confirmed, accepted, done. A letter says nothing of being
opened: confirmed is what a person does, by a button, a reply, or any deed on the task.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.domain.duty import Duty, Reader, Reminder, Slot
from tracker.domain.lifecycle import Status
from tracker.domain.workdays import Calendar, moment_of, zone_of

UNDER_WAY = (Status.ACCEPTED, Status.IN_PROGRESS, Status.WAITING)
Deeds = Mapping[str, datetime]  # when each person last did something on a task, by address


class Receipt(StrEnum):
    """A step of the chain."""

    NONE = "no letter is planned"
    PLANNED = "planned"
    WAITING = "not handed over yet"
    HANDED = "handed to the server"
    BOUNCED = "bounced"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    DONE = "done"
    ENDED = "ended"  # declined or cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step that was reached, or is planned: when, and what there is to say of it."""

    receipt: Receipt
    at: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """What became of one letter: `words` say why it failed, or why it still waits."""

    handed_at: datetime | None = None
    failed_at: datetime | None = None
    is_failed: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How far the task itself is: its state, and since when."""

    status: Status
    accepted_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The steps of one person told, in order; `is_silent`: the lead, of whom a word should have come by now."""

    reader: Reader
    steps: tuple[Step, ...]
    is_silent: bool = False


def silent_at(
    duty: Duty, planned: Iterable[Reminder], told: Mapping[Slot, datetime], deeds: Deeds, since: datetime
) -> datetime | None:
    """Return when the lead's silence begins to show, None where a word has come or nobody leads.

    `told` are the reminders that were written, and when; of a lead not told yet the first of those
    planned counts. `since` is when the lead got the task.
    """
    leads = lead_addresses(duty)
    if not leads or confirmed_at(leads, deeds, since) is not None:
        return None
    written = (at for slot, at in told.items() if slot.recipient in leads and at >= since)
    first = min(written, default=None)
    if first is None:
        first = min((one.at for one in planned if one.reader.address in leads), default=None)
    return shown_at(duty, first) if first is not None else None


def shown_at(duty: Duty, first: datetime) -> datetime:
    """Return when silence shows after a first letter: one working day of the post later.

    Where it is due sooner, half the time is waited for.
    """
    shown = _working_day_after(duty.calendar, first)
    if duty.due_at is not None and first < duty.due_at <= shown:
        return first + (duty.due_at - first) / 2
    return shown


def lead_addresses(duty: Duty) -> frozenset[str]:
    """Return where the letters of who leads go."""
    leads = (reader for reader in duty.readers if reader.standing.is_to_act)
    return frozenset(address for lead in leads for address in addresses_of(lead))


def addresses_of(reader: Reader) -> tuple[str, ...]:
    """Return where a reader's letters go: to himself, and to those who stand in for him."""
    return (reader.address, *(one.address for one in reader.stand_ins()))


def confirmed_at(addresses: Iterable[str], deeds: Deeds, since: datetime) -> datetime | None:
    """Return when one of these people did something on the task, since it is theirs."""
    found = (deeds[address] for address in addresses if address in deeds)
    return min((at for at in found if at >= since), default=None)


def chain(
    reader: Reader,
    letters: Sequence[SentLetter],
    *,
    confirmed: datetime | None,
    planned: datetime | None,
    work: Work,
) -> tuple[Step, ...]:
    """Return the steps of one person told: `letters` are those to him, oldest first."""
    found = [*_on_the_way(letters, planned), *_answered(reader, confirmed, work)]
    return tuple(found) or (Step(receipt=Receipt.NONE),)


def _on_the_way(letters: Sequence[SentLetter], planned: datetime | None) -> Iterator[Step]:
    handed = min((one.handed_at for one in letters if one.handed_at), default=None)
    newest = letters[-1] if letters else None
    if handed is not None:
        yield Step(receipt=Receipt.HANDED, at=handed)
    if newest is not None and newest.is_failed:
        yield Step(receipt=Receipt.BOUNCED, at=newest.failed_at, words=newest.words)
    elif handed is None and newest is not None:
        yield Step(receipt=Receipt.WAITING, words=newest.words)
    elif handed is None and planned is not None:
        yield Step(receipt=Receipt.PLANNED, at=planned)


def _answered(reader: Reader, confirmed: datetime | None, work: Work) -> Iterator[Step]:
    leads = reader.standing.is_to_act
    is_taken = leads and confirmed is not None and work.status in UNDER_WAY
    accepted = max(filter(None, (confirmed, work.accepted_at)), default=None) if is_taken else None
    if confirmed is not None and confirmed != accepted:
        yield Step(receipt=Receipt.CONFIRMED, at=confirmed)
    if accepted is not None:
        yield Step(receipt=Receipt.ACCEPTED, at=accepted)
    if leads and work.status.is_closed:
        is_done = work.status is Status.DONE
        words = "" if is_done else work.status
        yield Step(receipt=Receipt.DONE if is_done else Receipt.ENDED, at=work.closed_at, words=words)


def _working_day_after(calendar: Calendar, moment: datetime) -> datetime:
    """Return the same hour of the next working day; what came out of hours counts from the next opening."""
    if not calendar.is_open(moment):
        return calendar.opening(calendar.next_working_day(calendar.first_working_day(moment)))
    hour = moment.astimezone(zone_of(calendar.place.zone)).time()
    return moment_of(calendar.next_working_day(calendar.local_day(moment)), hour, calendar.place.zone)
