"""A database with something of everything, so that no page is spared a question for want of rows."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.e2e.conftest import SAMPLES, World
from tests.work_world import cable
from tracker.domain import tokens
from tracker.domain.delivery import MessageState
from tracker.domain.due import Due
from tracker.services import (
    absences,
    accounts,
    attachments,
    company,
    contacts,
    dated_facts,
    door,
    extensions,
    interims,
    letter_wishes,
    notices,
    password_links,
    posts,
    promises,
    reminders,
    review,
    series,
    spills,
    task_links,
    tasks,
)
from tracker.services.absences import Away
from tracker.services.attachments import Upload
from tracker.services.company import Newcomer
from tracker.services.dated_facts import Delivery
from tracker.services.extensions import Wish
from tracker.services.installation import Acting
from tracker.services.letter_wishes import Wanted
from tracker.store.attachments import Attachment
from tracker.store.cables import ContactRecord, PaperRecord
from tracker.store.inbox import HELD, IncomingMessage
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer
from tracker.store.tasks import Task
from tracker.worker import Worker

LIMA, QUITO, AMMAN = "AMEMBASSY LIMA", "AMEMBASSY QUITO", "AMEMBASSY AMMAN"
VISIT, SURVEY = (path.read_text(encoding="utf-8") for path in SAMPLES[:2])
NEWER = SURVEY.replace("within seven working days", "within nine working days")
MORNINGS = ("2009-04-24T15:00:00Z", "2009-04-27T15:00:00Z", "2009-04-29T15:00:00Z", "2009-05-04T15:00:00Z")
NOW = "2009-05-06T14:00:00Z"


@dataclass(frozen=True)
class Furnished:
    """The ids of what has everything beside it, of others of other kinds, and the tokens of two letters' links."""

    task_id: int
    paper_id: int
    attachment_id: int
    lock_id: int
    officer_id: int
    coming_back: int  # a task of a series
    of_newer: int  # a task of the second cable, of which a newer version came
    done: int
    links: dict[str, str]
    welcome: str

    def ids(self) -> Iterator[dict[str, Any]]:
        """Yield what stands in the places of addresses, with everything first."""
        first = {"paper_id": self.paper_id, "attachment_id": self.attachment_id, "lock_id": self.lock_id}
        yield first | {"cable_id": 1, "task_id": self.task_id, "officer_id": self.officer_id}
        yield {"cable_id": 2, "task_id": self.of_newer, "officer_id": 1, "token": self.welcome}
        yield {"cable_id": 4, "task_id": self.coming_back, "officer_id": 4}
        yield from ({"token": token} for token in self.links.values())
        yield {"cable_id": 3, "task_id": self.done, "officer_id": 2}


def furnish(world: World) -> Furnished:
    """Return the ids of what `_furnish` makes, made once a run; the clock stands a week after the due day."""
    ids = world.once("furnished", lambda: _furnish(world))
    world.set_clock(NOW)
    return Furnished(**ids)


def _furnish(world: World) -> dict[str, Any]:
    world.load()
    people = _people(world)
    made = _by(world, people["desk"], _accepted)
    task_id = made["report"]
    _by(world, people["desk"], lambda session, act: _company(session, task_id, people, act))
    _by(world, people["lima"], lambda session, act: _work(session, task_id, act))
    _by(world, people["desk"], lambda session, act: _linked(session, made, act))
    world.load(NEWER)
    (spilled,) = world.load(cable(to=(LIMA,), number="065432"))
    locked = _by(world, None, lambda session, act: _spilled(session, spilled, act))
    for morning in MORNINGS:
        _morning(world, morning)
    _by(world, people["lima"], lambda session, act: _late(session, task_id, act))
    with world.runtime.transaction() as session:
        _heard(session, task_id)
        paper = session.scalars(select(PaperRecord.id).where(PaperRecord.cable_id == 1)).first()
        file = session.scalars(select(Attachment.id)).first()
    return {
        "task_id": task_id,
        "paper_id": paper,
        "attachment_id": file,
        "lock_id": locked,
        "officer_id": people["lima"],
        "coming_back": made["visit"],
        "of_newer": made["survey"],
        "done": made["done"],
        "links": _links(world),
        "welcome": _welcome(world, people["amman"]),
    }


def _by(world: World, officer_id: int | None, do: Callable[[Session, Acting], Any]) -> Any:
    """Do something as an officer, or as the command line, in a transaction of its own."""
    with world.runtime.transaction() as session:
        act = world.system
        if officer_id is not None:
            officer = session.get_one(Officer, officer_id)
            act = Acting(**act | {"by": accounts.actor_of(officer, "page")})
        return do(session, act)


def _people(world: World) -> dict[str, int]:
    """Let people be away, have wishes, hold several roles, and posts have a ladder of their own."""
    with world.runtime.transaction() as session:
        found = {one.login: one.id for one in session.scalars(select(Officer))}
        act, book = world.system, world.runtime.installation.book
        for login, post in (("lima", QUITO), ("amman", LIMA), ("desk", LIMA)):
            accounts.grant(session, found[login], "post staff", by=act["by"], post=post, book=book)
        accounts.grant(session, found["chief"], "manager", by=act["by"], post="WHA", book=book)
        accounts.grant(session, found["reader"], "post manager", by=act["by"], post=LIMA, book=book)
        posts.set_ladder(session, LIMA, {"supervisor": "chief@officers.example"}, **act)
        posts.set_fallback(session, LIMA, "quito@posts.example", **act)
    on, until = date(2009, 4, 23), date(2009, 6, 1)
    for login, stand_in in (("lima", "desk"), ("amman", "chief"), ("reader", "desk")):
        away = Away(stand_in_id=found[stand_in], first_on=on, last_on=until)
        _by(
            world,
            found[login],
            lambda session, act, away=away: absences.add(session, act["by"].officer_id, away, **act),
        )
        wanted = Wanted(late=False, late_to_id=found["desk"])
        _by(
            world,
            found[login],
            lambda session, act, wanted=wanted: letter_wishes.set_wishes(
                session, act["by"].officer_id, wanted, **act
            ),
        )
    return found


def _accepted(session: Session, act: Acting) -> dict[str, int]:
    """Accept what two cables ask; the points of contact are written to, at addresses that are known."""
    visit, *_, report = review.accept_all(session, 1, **act)
    survey = review.accept_all(session, 2, **act)
    known = ("amman@officers.example", "nairobi@posts.example")
    rows = session.scalars(select(ContactRecord).where(ContactRecord.cable_id == 1)).all()
    for row, address in zip(rows, known, strict=True):
        contacts.confirm(session, row.id, email=address, **act)
    tasks.complete(session, survey[-1].id, outcome="agreed", note="Told by cable.", **act)
    return {
        "visit": visit.id,
        "report": report.id,
        "survey": survey[0].id,
        "other": survey[1].id,
        "done": survey[-1].id,
    }


def _company(session: Session, task_id: int, people: dict[str, int], act: Acting) -> None:
    """Put a coordinator and a watcher of each kind beside the task."""
    for one in (
        Newcomer(part="coordinator", officer_id=people["amman"]),
        Newcomer(part="coordinator", post=QUITO),
        Newcomer(part="watcher", officer_id=people["reader"]),
        Newcomer(part="watcher", officer_id=people["desk"]),
        Newcomer(part="watcher", address="security@officers.example"),
    ):
        company.add(session, task_id, newcomer=one, **act)


def _work(session: Session, task_id: int, act: Acting) -> None:
    """Take the task, and do to it what leaves a trace."""
    tasks.take(session, task_id, **act)
    tasks.start(session, task_id, **act)
    tasks.add_note(session, task_id, note="The ministry was called.", **act)
    attachments.attach(session, task_id, upload=Upload(name="answer.txt", data=b"Words", text="Words"), **act)
    dated_facts.deliver(session, task_id, delivery=Delivery(to="The ministry", on=date(2009, 4, 23)), **act)
    dated_facts.report(session, task_id, note="LIMA 000512", **act)


def _linked(session: Session, made: dict[str, int], act: Acting) -> None:
    """Link the task in several ways, give it a day between, and let another come back."""
    for kind, other in (("reference", "visit"), ("part of", "survey"), ("follows", "other")):
        task_links.link(session, made["report"], other_id=made[other], kind=kind, **act)
    interims.set_interim(session, made["report"], due=Due(on=date(2009, 4, 28)), what="a draft", **act)
    tasks.change_due(session, made["visit"], due=Due(on=date(2009, 4, 28), time="COB"), **act)
    series.repeat(session, made["visit"], every_months=1, until=date(2009, 12, 31), **act)


def _spilled(session: Session, cable_id: int, act: Acting) -> int:
    """Lock a cable, and refuse a text at the door."""
    refused = door.refusal("C O N F I D E N T I A L STATE 000001\n", act["installation"].settings)
    assert refused is not None
    door.record(session, refused, by=act["by"], now=act["now"])
    return spills.lock(session, cable_id, **act).id


def _morning(world: World, moment: str) -> None:
    """Write what is owed that morning; half of it has gone, one letter cannot be delivered."""
    world.set_clock(moment)
    worker = Worker(world.runtime, environ={})
    with world.runtime.transaction() as session:
        while reminders.offer(
            session, world.runtime.now(), world.runtime.installation, write=worker.writer.write
        ):
            pass
        waiting = select(OutgoingMessage).where(OutgoingMessage.state == MessageState.WAITING)
        for number, letter in enumerate(session.scalars(waiting.order_by(OutgoingMessage.id))):
            letter.state = MessageState.FAILED if number % 5 == 1 else MessageState.SENT
            letter.error = "550 no such mailbox" if number % 5 == 1 else None
            letter.sent_at = world.runtime.now() + timedelta(seconds=5)
            letter.attempts = 1


def _late(session: Session, task_id: int, act: Acting) -> None:
    """Promise a day and ask for more time."""
    promises.promise(session, task_id, on=date(2009, 5, 8), note="By Friday.", **act)
    extensions.ask(session, task_id, wish=Wish(working_days=5), note="The minister travels.", **act)


def _heard(session: Session, task_id: int) -> None:
    """Let mails have come in: of the task, and of none, waiting and read."""
    at = session.get_one(Task, task_id).accepted_at
    for number, (of, state) in enumerate(((task_id, HELD), (task_id, "read"), (None, HELD))):
        session.add(
            IncomingMessage(
                digest=f"{number:064}", received_at=at, sender="lima@officers.example", recipient="x@replies.example",
                subject="Re: the visit", kind="reply", state=state, reason="not understood", text="We shall see.",
                task_id=of, read_by="Dana Reyes" if state == "read" else None,
            )
        )  # fmt: skip


def _links(world: World) -> dict[str, str]:
    """Return the newest link of each kind that letters about tasks bear: what it is for, and its token."""
    found: dict[str, str] = {}
    with world.runtime.reading() as session:
        for body in session.scalars(select(OutgoingMessage.body).order_by(OutgoingMessage.id)):
            for text in re.findall(r"/do/([a-z2-7]{39})", body.decode().replace("\r\n ", "")):
                token = tokens.read(text)
                if token is not None:
                    found[token.purpose.name] = text
    return found


def _welcome(world: World, officer_id: int) -> str:
    """Invite an officer; return the token of the link that the letter brings."""
    held = world.runtime
    with held.transaction() as session:
        password_links.invite(session, officer_id, **world.system)
    with held.transaction() as session:
        write = Worker(held, environ={}).notices.write
        notices.write_out(session, held.now(), held.installation, write=write)
        body = session.scalars(select(OutgoingMessage.body).order_by(OutgoingMessage.id.desc())).first()
    found = re.search(r"/welcome/([\w-]+)", (body or b"").replace(b"=\r\n", b"").decode())
    assert found
    return found[1]
