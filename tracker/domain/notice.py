"""A notice: one letter to one person about something that happened, told once. As values; no rendering here.

A reminder is worked out from a plan and is withdrawn when nobody owes anything any more; a notice is not.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

RULE = "note-"  # the rule of a notice's slots: it is in no policy


class NoticeKind(StrEnum):
    """What a notice is about; the values are kept with the letters."""

    DECLINED = "declined"
    MORE_TIME = "more time asked"
    GRANTED = "more time granted"
    REFUSED = "more time refused"
    TO_ACCEPT = "done, to be accepted"
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
    CLOSED = "closed"
    TAKEN_BACK = "taken back"
    SWITCHED_OFF = "account switched off"
    BOOKED = "reply booked"
    ASKED_BACK = "reply not understood"


REASONS = {
    NoticeKind.WEEKLY: "Monday's letter to managers",
    NoticeKind.DECLINED: "the post declined it",
    NoticeKind.MORE_TIME: "the post asked for more time",
    NoticeKind.GRANTED: "more time was granted",
    NoticeKind.REFUSED: "more time was refused",
    NoticeKind.TO_ACCEPT: "the post says it is done",
    NoticeKind.RETURNED: "it was returned to the post",
    NoticeKind.INVITED: "an administrator added the officer",
    NoticeKind.FORGOTTEN: "a new password was asked for",
    NoticeKind.UNDELIVERED: "a letter to the first address was not delivered",
    NoticeKind.CHASED: "somebody asked how it stands",
    NoticeKind.EXTENDED: "more time was given",
    NoticeKind.MOVED: "the due date was changed",
    NoticeKind.GIVEN: "it was given to the reader",
    NoticeKind.TAKEN: "it was given to somebody else",
    NoticeKind.CLOSED: "it was closed",
    NoticeKind.TAKEN_BACK: "it was taken back",
    NoticeKind.SWITCHED_OFF: "nobody has used the account for long",
    NoticeKind.BOOKED: "what a reply said was booked",
    NoticeKind.ASKED_BACK: "a reply was not clear",
}

TO_DESK = (NoticeKind.DECLINED, NoticeKind.MORE_TIME, NoticeKind.TO_ACCEPT)  # the others go to who acts
TO_WRITER = (NoticeKind.BOOKED, NoticeKind.ASKED_BACK)  # they answer one mail; nobody else is told
SECRET = (NoticeKind.INVITED, NoticeKind.FORGOTTEN)  # they carry a link that lets somebody in


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line with the page it leads to."""

    words: str
    path: str  # of our site: "/tasks/3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One letter: to whom, subject, paragraphs, then lines that lead to pages; `tasks` make its thread."""

    recipient: str
    name: str
    subject: str
    paragraphs: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    tasks: tuple[int, ...] = ()
    written_at: datetime
    reply_to: str = ""  # where a reply acts; "": nobody reads one
    answers: str = ""  # the Message-ID of the mail it answers


def is_notice(rule: str) -> bool:
    """Return whether the rule of a slot is that of a notice: it was owed once, and stays wanted."""
    return rule.startswith(RULE)


def reason_of(kind: str) -> str:
    """Return why a notice went, in words."""
    return REASONS[NoticeKind(kind)] if kind in list(NoticeKind) else kind
