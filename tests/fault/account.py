"""The account of what was owed: every reminder due is sent, shown as failed, or cancelled with its reason.

Copies are counted by Message-ID in the mail server's own list; each message of which a second copy came
must be marked as one that may have gone twice. A reminder that was spared, because a notice told of the
same thing at that moment, counts as cancelled where the notice is there.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from tests.mail_world import World
from tracker.store.messages import OutgoingMessage, ReminderSlot
from tracker.store.notices import NoticeRecord


@dataclass(frozen=True)
class Account:
    """Reminders by what became of them; letters that came more than once, and how many were so marked."""

    due: int
    sent: int
    failed: int
    cancelled: int
    waiting: int
    letters: int
    copies: int
    unmarked: int
    marked: int

    @property
    def words(self) -> str:
        """The account in one line."""
        return (
            f"due {self.due} = sent {self.sent} + shown as failed {self.failed} + cancelled {self.cancelled}"
            f" + waiting {self.waiting}; {self.letters} letters taken, {self.copies} second copies"
            f" ({self.unmarked} of them not marked), {self.marked} marked as in doubt"
        )

    def check(self) -> "Account":
        """Return the account where it holds; fail where a reminder is lost, or doubled unknown to us."""
        assert self.due == self.sent + self.failed + self.cancelled + self.waiting, self.words
        assert self.unmarked == 0, self.words
        return self


def name_of(data: bytes) -> str:
    """Return a mail's Message-ID."""
    return str(message_from_bytes(data.partition(b"\r\n\r\n")[0])["Message-ID"])


def reconcile(world: World, taken: Iterable[bytes]) -> Account:
    """Return the account of a world, against the mails that its server took."""
    with world.reading() as session:
        slots = session.scalars(select(ReminderSlot).options(selectinload(ReminderSlot.message))).all()
        messages = {one.message_id: one for one in session.scalars(select(OutgoingMessage))}
        notices = session.scalars(select(NoticeRecord)).all()
    copies = Counter(name_of(data) for data in taken)
    assert set(copies) <= set(messages)  # nothing that nobody wrote
    sent = {name for name, one in messages.items() if one.state == "sent"}
    assert sent <= set(copies)  # what is called sent was taken
    doubled = [name for name, count in copies.items() if count > 1]
    told = {(task, one.recipient, one.made_at) for one in notices for task in one.tasks}
    became: Counter[Any] = Counter(_became(slot, told) for slot in slots)
    return Account(
        due=len(slots),
        sent=became["sent"],
        failed=became["failed"],
        cancelled=became["cancelled"],
        waiting=became["waiting"],
        letters=len(copies),
        copies=sum(copies.values()) - len(copies),
        unmarked=sum(not messages[name].is_doubtful for name in doubled),
        marked=sum(one.is_doubtful for one in messages.values()),
    )


def _became(slot: ReminderSlot, told: set[tuple[int, str, datetime]]) -> str:
    if slot.message is None:
        is_spared = slot.reason and (slot.task_id, slot.recipient, slot.offered_at) in told
        return "cancelled" if is_spared else "lost"
    return "cancelled" if slot.message.state == "cancelled" and slot.message.error else slot.message.state
