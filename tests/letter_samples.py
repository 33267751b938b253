"""Invented asks and letters, and how tests write them and read them back."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from tracker.adapters.letters import Writer
from tracker.domain.letter import Discretion, Item, Letter, LetterState, Paper, Work, Written
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose
from tracker.settings import Settings

SETTINGS = Settings(
    mail_from="tracker@tracker.example", base_url="https://tracker.example", secret_key="k" * 40
)
WRITTEN_AT = datetime(2008, 8, 1, 13, 0, tzinfo=UTC)
ASK = Item(
    task_id=3,
    version=1,
    state=LetterState.FIRST,
    reader=Standing.POST,
    is_new=True,
    post="AMEMBASSY LIMA",
    city="Lima",
    title="Report host government's response to the proposed visit",
    cable="STATE 900733",
    source="STATE 900733 of 31 July 2008 (para 4)",
    quote="Embassy is requested to report host government's response to the proposed visit by COB August 6.",
    due_at=datetime(2008, 8, 6, 22, 0, tzinfo=UTC),
    due_zone="America/Lima",
    due="Wednesday 6 August 2008, 17:00 Lima (18:00 Washington)",
    due_short="Wed 6 Aug, COB",
    left="in 3 working days",
    is_late=False,
    days_late=0,
    is_this_week=False,
    coming="Unless it is done, the next letter comes on Tue 5 Aug.",
    acts=(Purpose.ACCEPT, Purpose.DONE),
    contacts=("Ruth Calder, calder@desk.example, 202-555-0110", "Omar Vance, vance@desk.example"),
    papers=(Paper(name="paper-1", text="SUMMARY OF THE WORKSHOP\n\n1. All states are welcome.\n.END\n"),),
)
ANA = "Ana Reyes"
BEFORE = replace(
    ASK, state=LetterState.BEFORE, is_new=False, papers=(), left="in 1 working day", is_this_week=True,
    work=Work(holder=ANA),
)  # fmt: skip
TODAY = replace(
    BEFORE, state=LetterState.TODAY, left="today", work=Work(holder="you", is_accepted=True), acts=(Purpose.DONE,)
)  # fmt: skip
LATE = replace(
    BEFORE, state=LetterState.LATE, left="late by 4 working days", is_late=True, days_late=4, is_this_week=False,
    coming="No further letter comes about this.", work=Work(),
)  # fmt: skip
UNDATED = replace(
    BEFORE, state=LetterState.UNDATED, due_at=None, due=None, due_short=None, left=None, is_this_week=False,
    work=Work(is_accepted=True), acts=(Purpose.DONE,),
)  # fmt: skip
SENSITIVE = replace(ASK, discretion=Discretion.SENSITIVE)
CLOSED = replace(ASK, discretion=Discretion.CLOSED)
SEVERAL = (
    replace(LATE, task_id=1, title="Deliver the attached talking points"),
    replace(TODAY, task_id=2, title="Name a point of contact"),
    ASK,
    replace(UNDATED, task_id=7, title="Encourage endorsement"),
    replace(SENSITIVE, task_id=8, is_new=False, state=LetterState.BEFORE, is_this_week=True),
)
STATES = {
    "not-seen": Work(holder=ANA),
    "accepted": Work(holder=ANA, is_accepted=True),
    "promised": Work(holder=ANA, is_accepted=True, promised="Fri 8 Aug"),
    "waiting": Work(holder=ANA, waits_for="the host government: the ministry names a date."),
    "more-time": Work(holder=ANA, is_accepted=True, more_until="Wed 13 Aug"),
    "delivered": Work(holder=ANA, is_accepted=True, delivered="Mon 4 Aug"),
    "partly": Work(holder=ANA, is_accepted=True, asked=3, done=1),
}


def acts_at(work: Work) -> tuple[Purpose, ...]:
    return (Purpose.DONE,) if work.is_accepted or work.waits_for else (Purpose.ACCEPT, Purpose.DONE)


LETTERS = {
    "first": (ASK,),
    "before": (BEFORE,),
    "today": (TODAY,),
    "late": (LATE,),
    "undated": (UNDATED,),
    "contact": (replace(BEFORE, reader=Standing.CONTACT, acts=(Purpose.LEAVE,)),),
    "watcher": (replace(BEFORE, reader=Standing.WATCHER, acts=(Purpose.LEAVE,)),),
    "coordinator": (replace(BEFORE, reader=Standing.COORDINATOR, acts=()),),
    "stand-in": (
        replace(
            BEFORE,
            reader=Standing.OWNER,
            stands_in="you, Luis Ortega, stand in for Ana Reyes",
            interim="draft to the desk: Mon 4 Aug, 12:00 (13:00 Washington)",
        ),
    ),
    "copy": (replace(LATE, also_told=("the supervisor, Morgan Ives",)),),
    "supervisor": (
        replace(
            LATE,
            reader=Standing.SUPERVISOR,
            acts=(),
            work=Work(holder=ANA),
            coming="Unless it is done, on Mon 18 Aug the office director is told.",
        ),
    ),
    "sensitive": (SENSITIVE,),
    "sensitive-late": (replace(LATE, discretion=Discretion.SENSITIVE),),
    "closed": (CLOSED,),
    "several": SEVERAL,
    **{f"state-{name}": (replace(BEFORE, work=work, acts=acts_at(work)),) for name, work in STATES.items()},
}


def write(*items: Item, settings: Settings = SETTINGS) -> Written:
    letter = Letter(recipient="lima@posts.example", name="AMEMBASSY LIMA", written_at=WRITTEN_AT, items=items)
    return Writer(settings, new_id=lambda: "0001", bind=None).write(letter)


def parsed(written: Written) -> EmailMessage:
    return message_from_bytes(written.data, EmailMessage, policy=policy.default)


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())
