"""Writes letters: reminders of one reader become one frozen message with its slots."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tracker import texts
from tracker.domain import reminding
from tracker.domain.day_entry import Brought
from tracker.domain.delivery import MessageState
from tracker.domain.letter import Write
from tracker.domain.reminding import Bundle, Duty, Reminder, Slot
from tracker.services import cable_files, duties, languages, letter_wording, pace
from tracker.services.cable_files import CableFile
from tracker.services.installation import Installation
from tracker.services.letter_wording import Told
from tracker.services.message_states import KIND, cancel, slot_of
from tracker.store.base import real_epoch
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.tasks import Task

FIRST = "first"
SUPERSEDED = "told in a later letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What is at hand while letters are written in one transaction."""

    session: Session
    now: datetime
    installation: Installation
    write: Write
    tasks: dict[int, Task] = field(default_factory=dict)
    duties: dict[int, Duty] = field(default_factory=dict)
    taken: dict[int, set[Slot]] = field(default_factory=lambda: defaultdict(set))
    planned: dict[int, tuple[Reminder, ...]] = field(default_factory=dict)
    files: dict[int, CableFile] = field(default_factory=dict)
    told_before: set[tuple[int, str]] = field(default_factory=set)  # task and reader
    told_due: dict[tuple[int, str], bool] = field(
        default_factory=dict
    )  # of the due as it is; with its entry?
    last_brought: dict[tuple[int, str], str] = field(default_factory=dict)  # to the reader's calendar
    languages: dict[str, str] = field(default_factory=dict)  # by address

    def add(self, tasks: Sequence[Task]) -> None:
        """Take these tasks to hand, with what each is owed to whom."""
        for task, duty in zip(tasks, duties.load(self.session, tasks, self.installation), strict=True):
            self.tasks[task.id], self.duties[task.id] = task, duty

    def add_ids(self, task_ids: Iterable[int]) -> None:
        """Take to hand the tasks that are not at hand yet."""
        missing = sorted(set(task_ids) - set(self.tasks))
        if missing:
            self.add(duties.with_relations(self.session, missing))

    def prepare(self, task_ids: Collection[int]) -> None:
        """Read what writing about these tasks needs beside: slots taken, letters sent, the cables' files."""
        for task_id, slots in duties.slots_taken(self.session, task_ids).items():
            self.taken[task_id] |= slots.keys()
        cables = {self.tasks[task_id].cable_id for task_id in task_ids} - set(self.files)
        self.files.update(cable_files.files(self.session, cables))
        self._read_letters(task_ids)

    def owed(self, task_id: int) -> tuple[Reminder, ...]:
        """Return the task's reminders whose slots are not taken, in time order."""
        if task_id not in self.planned:
            self.planned[task_id] = reminding.reminders(self.duties[task_id])
        return reminding.not_taken(self.planned[task_id], self.taken[task_id])

    def unwanted(self, row: ReminderSlot) -> str | None:
        """Return why the slot's reminder must not go any more, None where it is wanted."""
        self.add_ids([row.task_id])
        return reminding.unwanted(slot_of(row), self.duties[row.task_id])

    def write_letters(self, bundles: Sequence[Bundle]) -> None:
        """Write each reader's letter with its slots; letters that still wait for him go into it."""
        waiting: dict[str, list[OutgoingMessage]] = defaultdict(list)
        for old in self._waiting_for([bundle.reader.address for bundle in bundles]):
            waiting[old.recipient].append(old)
        others = {row.task_id for old in chain(*waiting.values()) for row in old.slots} - set(self.tasks)
        self.add_ids(others)
        self.prepare(others)
        self.know_languages([bundle.reader.address for bundle in bundles])
        turns: Counter[int] = Counter()
        for bundle in bundles:
            slots = [self._new_slot(one, None) for one in bundle.told]
            slots += [self._new_slot(one, reminding.MISSED) for one in bundle.missed]
            for old in waiting[bundle.reader.address]:
                slots += [row for row in old.slots if self.unwanted(row) is None]
                cancel(old, SUPERSEDED, self.now)
            message = self.compose(bundle.reader.address, slots)
            told = [self.tasks[row.task_id] for row in slots]
            pace.queue(message, told, turns, self.installation.settings)

    def know_languages(self, addresses: Collection[str]) -> None:
        """Read in which languages these readers are written to."""
        unknown = set(addresses) - set(self.languages)
        self.languages.update(languages.of_readers(self.session, unknown, self.installation))

    def compose(self, recipient: str, slots: Sequence[ReminderSlot]) -> OutgoingMessage:
        """Write one message to the recipient, in his language, about the slots' tasks, and tie the slots to it."""
        told = self._told(recipient, slots)
        self.know_languages([recipient])
        with texts.speaking(self.languages[recipient]):
            letter = letter_wording.letter(told, self.files, now=self.now, installation=self.installation)
            written = self.write(letter)
        dues = [one.duty.due_at for one in told if one.duty.due_at is not None]
        message = OutgoingMessage(
            message_id=written.message_id,
            recipient=recipient,
            subject=written.subject,
            kind=KIND,
            body=written.data,
            state=MessageState.WAITING,
            urgency_at=min(dues, default=self.now),
            written_at=self.now,
            reply_key=written.reply_key,
            numbered=[item.task_id for item in letter.items] if written.reply_key else None,
        )
        self.session.add(message)
        for row in slots:
            row.message = message
            row.brought = Brought.PUT if row.task_id in written.dated else None
        return message

    def _new_slot(self, one: Reminder, reason: str | None) -> ReminderSlot:
        self.taken[one.duty.task_id].add(one.slot)
        row = ReminderSlot(
            task_id=one.slot.task_id,
            rule=one.slot.rule,
            deadline_version=one.slot.deadline_version,
            recipient=one.slot.recipient,
            moment_at=one.at,
            offered_at=self.now,
            reason=reason,
        )
        self.session.add(row)
        return row

    def _waiting_for(self, recipients: Sequence[str]) -> Sequence[OutgoingMessage]:
        """Return the letters that wait for these readers, were never spoken, and that no worker holds."""
        return self.session.scalars(
            select(OutgoingMessage)
            .where(
                OutgoingMessage.recipient.in_(recipients),
                OutgoingMessage.kind == KIND,
                OutgoingMessage.state == MessageState.WAITING,
                OutgoingMessage.attempts == 0,
                OutgoingMessage.lease_until < real_epoch(),
            )
            .options(selectinload(OutgoingMessage.slots))
            .with_for_update(skip_locked=True)
        ).all()

    def _told(self, recipient: str, slots: Sequence[ReminderSlot]) -> list[Told]:
        task_ids = {row.task_id for row in slots}
        new = {row.task_id for row in slots if row.rule == FIRST}
        new |= {task_id for task_id in task_ids if (task_id, recipient) not in self.told_before}
        rules = {task_id: frozenset(r.rule for r in slots if r.task_id == task_id) for task_id in task_ids}
        return [self._one(recipient, n, is_new=n in new, rules=rules[n]) for n in task_ids]

    def _one(self, recipient: str, task_id: int, *, is_new: bool, rules: frozenset[str]) -> Told:
        duty = self.duties[task_id]
        coming = (
            one.at for one in self.owed(task_id) if one.reader.address == recipient and one.at > self.now
        )
        return Told(
            task=self.tasks[task_id],
            duty=duty,
            reader=next(reader for reader in duty.hearers() if reader.address == recipient),
            is_new=is_new,
            next_at=next(coming, None),
            rules=rules,
            knows_due=(task_id, recipient) in self.told_due,
            has_entry=self.told_due.get((task_id, recipient), False),
            is_entry_gone=self.last_brought.get((task_id, recipient)) == Brought.WITHDRAWN,
        )

    def _read_letters(self, task_ids: Collection[int]) -> None:
        """Read who has had a reminder of these tasks, and who was told of their due as it is, and if with an entry."""
        sent = (
            select(
                ReminderSlot.task_id,
                ReminderSlot.recipient,
                ReminderSlot.deadline_version,
                OutgoingMessage.kind,
                ReminderSlot.brought,
            )
            .join(ReminderSlot.message)
            .where(ReminderSlot.task_id.in_(task_ids), OutgoingMessage.state == MessageState.SENT)
            .order_by(OutgoingMessage.id)
        )
        for task_id, recipient, version, kind, brought in self.session.execute(sent):
            key, is_reminder = (task_id, recipient), kind == KIND
            if is_reminder:
                self.told_before.add(key)
            if brought is not None:
                self.last_brought[key] = brought
            if version == self.tasks[task_id].deadline_version:
                has_entry = is_reminder or brought == Brought.PUT
                self.told_due[key] = has_entry or self.told_due.get(key, False)
