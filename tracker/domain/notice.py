"""A notice: one letter to one person about something that happened, told once. As values; no rendering here.

A reminder is worked out from a plan and is withdrawn when nobody owes anything any more; a notice is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.domain.day_entry import DayEntry
from tracker.texts import Later, later

RULE = "note-"  # the rule of a notice's slots: it is in no policy


class NoticeKind(StrEnum):
    """What a notice is about; the values are kept with the letters."""

    DECLINED = "declined"
    MORE_TIME = "more time asked"
    GRANTED = "more time granted"
    REFUSED = "more time refused"
    TO_ACCEPT = "done, to be accepted"
    AWAITED = "waits for the desk"
    RETURNED = "returned"
    INVITED = "invitation"
    FORGOTTEN = "password forgotten"
    UNDELIVERED = "not delivered"
    CHASED = "chased"
    WEEKLY = "weekly"
    EXTENDED = "extended"
    MOVED = "due date changed"
    GIVEN = "given"
    TAKEN = "taken away"
    NAMED = "owner named"
    LEFT = "left"
    CLOSED = "closed"
    TAKEN_BACK = "taken back"
    DAY_TOLD = "due date changed, told"
    END_TOLD = "taken back, told"
    DUPLICATE = "duplicate"
    SWITCHED_OFF = "account switched off"
    BOOKED = "reply booked"
    ASKED_BACK = "reply not understood"
    NOT_BOOKED = "reply not booked"
    SENDER_HELD = "sender held"


REASONS: Mapping[NoticeKind, str] = {
    NoticeKind.WEEKLY: later("Monday's letter to managers"),
    NoticeKind.DECLINED: later("the post declined it"),
    NoticeKind.MORE_TIME: later("the post asked for more time"),
    NoticeKind.GRANTED: later("more time was granted"),
    NoticeKind.REFUSED: later("more time was refused"),
    NoticeKind.TO_ACCEPT: later("the post says it is done"),
    NoticeKind.AWAITED: later("the post waits for Washington"),
    NoticeKind.RETURNED: later("it was returned to the post"),
    NoticeKind.INVITED: later("an administrator added the officer"),
    NoticeKind.FORGOTTEN: later("a new password was asked for"),
    NoticeKind.UNDELIVERED: later("a letter to the first address was not delivered"),
    NoticeKind.CHASED: later("somebody asked how it stands"),
    NoticeKind.EXTENDED: later("more time was given"),
    NoticeKind.MOVED: later("the due day was changed"),
    NoticeKind.GIVEN: later("it was given to the reader"),
    NoticeKind.TAKEN: later("it was given to somebody else"),
    NoticeKind.NAMED: later("somebody of those asked has it now"),
    NoticeKind.LEFT: later("the reader stands beside it no more"),
    NoticeKind.CLOSED: later("it was closed"),
    NoticeKind.TAKEN_BACK: later("it was taken back"),
    NoticeKind.DAY_TOLD: later("the due day was changed; a point of contact is told"),
    NoticeKind.END_TOLD: later("it was taken back; a point of contact is told"),
    NoticeKind.DUPLICATE: later("another task asks the same"),
    NoticeKind.SWITCHED_OFF: later("nobody has used the account for long"),
    NoticeKind.BOOKED: later("what a reply said was booked"),
    NoticeKind.ASKED_BACK: later("a reply was not clear"),
    NoticeKind.NOT_BOOKED: later("a reply came from another than the letter's reader"),
    NoticeKind.SENDER_HELD: later("a mail from the reader was refused"),
}

TO_DESK = (
    NoticeKind.DECLINED,
    NoticeKind.MORE_TIME,
    NoticeKind.TO_ACCEPT,
    NoticeKind.AWAITED,
)  # the others go to who acts
TO_WRITER = (
    NoticeKind.BOOKED,
    NoticeKind.ASKED_BACK,
    NoticeKind.NOT_BOOKED,
)  # they answer one mail; nobody else is told
ANSWERED = (  # to who acts: a reply does what it says
    NoticeKind.CHASED,
    NoticeKind.EXTENDED,
    NoticeKind.GIVEN,
    NoticeKind.GRANTED,
    NoticeKind.MOVED,
    NoticeKind.REFUSED,
    NoticeKind.RETURNED,
)
READ = (
    NoticeKind.TAKEN,
    NoticeKind.LEFT,
    NoticeKind.CLOSED,
    NoticeKind.TAKEN_BACK,
    NoticeKind.DAY_TOLD,
    NoticeKind.END_TOLD,
)  # a reply moves nothing, a person reads it
TO_CONTACTS = (NoticeKind.DAY_TOLD, NoticeKind.END_TOLD)  # who is named in a cable may have no account
OF_A_DUE = (
    NoticeKind.EXTENDED,
    NoticeKind.GRANTED,
    NoticeKind.MOVED,
    NoticeKind.DAY_TOLD,
)
DATED = (*OF_A_DUE, NoticeKind.GIVEN, NoticeKind.RETURNED)  # they bring the due day for the reader's calendar
AWAY = (
    NoticeKind.TAKEN,
    NoticeKind.NAMED,
    NoticeKind.LEFT,
)  # the reader owes it no more: his calendar need not either
SECRET = (NoticeKind.INVITED, NoticeKind.FORGOTTEN)  # they carry a link that lets somebody in


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line with the page it leads to."""

    words: Later
    path: str  # of our site: "/tasks/3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One letter: to whom, subject, paragraphs, then lines that lead to pages; `tasks` make its thread.

    It is told in the language that is spoken while it is written.
    """

    recipient: str
    name: str
    subject: str
    paragraphs: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    tasks: tuple[int, ...] = ()
    dated: tuple[DayEntry, ...] = ()  # for the reader's calendar
    written_at: datetime
    reply_to: str = ""  # where a reply acts; "": nobody reads one
    answers: str = ""  # the Message-ID of the mail it answers


def is_notice(rule: str) -> bool:
    """Return whether the rule of a slot is that of a notice: it was owed once, and stays wanted."""
    return rule.startswith(RULE)


def reason_of(kind: str) -> str:
    """Return why a notice went, in words."""
    return REASONS[NoticeKind(kind)] if kind in list(NoticeKind) else kind
