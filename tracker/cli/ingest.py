"""`tracker ingest`: takes cables in, each in a transaction of its own; a bad file never stops the rest."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import click
from rich.console import Console
from rich.progress import track
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from tracker import reading
from tracker.cable import apart
from tracker.cable.parts import Cable
from tracker.cli.opening import COMMAND, opened, sentence_of
from tracker.cli.printing import json_option, print_json
from tracker.domain.lifecycle import Verdict
from tracker.errors import Invalid, TrackerError
from tracker.extraction.proposals import Proposals
from tracker.runtime import Runtime
from tracker.services import contacts, door, ingestion, review
from tracker.services.installation import Acting
from tracker.store.cables import CableRecord, ContactRecord, ProposalRecord

BAD = ("refused", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is to be done with each cable beside taking it in."""

    accept: bool = False
    confirm_contacts: bool = False
    history: bool = False


@dataclass(slots=True, kw_only=True)
class Taken:
    """What became of one cable, or of a file that gave none."""

    path: str
    outcome: str
    cable: str | None = None
    proposals: int = 0  # asks found in the text, whatever was decided on them
    waiting: int = 0  # of them, those that wait for a person
    tasks: list[int] = field(default_factory=list)
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the object that `--json` prints."""
        names = ("path", "outcome", "cable", "proposals", "tasks", "reason")
        return {name: getattr(self, name) for name in names}

    @property
    def words(self) -> str:
        """One line for a person."""
        counts = (
            f"{self.waiting} to review, {len(self.tasks)} tasks made" if self.outcome not in BAD else None
        )
        parts = (f"{self.path}: {self.outcome}", self.cable, counts, self.reason)
        return " - ".join(part for part in parts if part)


@click.command()
@click.option("--accept", is_flag=True, help="Accept every ask that is not optional.")
@click.option("--confirm-contacts", is_flag=True, help="Let mail go to the points of contact named.")
@click.option("--history", is_flag=True, help="An archive: no mail, nothing is ever overdue.")
@json_option
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def ingest(
    *, accept: bool, confirm_contacts: bool, history: bool, as_json: bool, paths: tuple[str, ...]
) -> int:
    """Take cables in: files, or all files in the folders named."""
    wishes = Wishes(accept=accept, confirm_contacts=confirm_contacts, history=history)
    files = reading.files_in(paths)
    bad = 0
    with opened() as runtime:
        for taken in _shown(take_all(runtime, files, wishes), len(files)):
            if as_json:
                print_json(taken.as_json())
            else:
                click.echo(taken.words)
            bad += taken.outcome in BAD
    if bad:
        click.echo(f"{bad} of {len(files)} files were not taken in.", err=True)
    return 1 if bad else 0


def _shown(taken: Iterator[Taken], total: int) -> Iterator[Taken]:
    if not sys.stderr.isatty():
        return taken
    return iter(track(taken, "Taking in", total=total, console=Console(stderr=True), transient=True))


def take_all(runtime: Runtime, paths: list[str], wishes: Wishes) -> Iterator[Taken]:
    """Yield what became of each cable of each file, in order. They are read on all cores and kept one by one.

    Where one cable of a file may not be held, nothing of the file is.
    """
    runtime.engine.dispose()  # the processes that read must inherit no open connection
    found = reading.read_all(paths, ReadText(runtime.settings.max_text_bytes))
    for path, texts in zip(paths, found, strict=True):
        refused = door.refusal("".join(text.text for text in texts), runtime.settings)
        if refused is not None:
            yield _refused(runtime, path, door.RefusedText(refused))
            continue
        for text in texts:
            if text.fault is not None:
                yield Taken(path=path, outcome="failed", reason=text.fault)
            else:
                yield take(runtime, path, text, wishes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A cable of a file and its reading, or the sentence why the file cannot be had."""

    text: str = ""
    found: tuple[Cable, Proposals] | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class ReadText:
    """Reads a file; made to travel to other processes. `largest` is in bytes."""

    largest: int

    def __call__(self, path: str) -> list[Text]:
        """Return the cables of the file, each with its reading, or the fault."""
        try:
            text = reading.text_of(path, largest=self.largest)
        except TrackerError as error:
            return [Text(fault=error.sentence)]
        return [Text(text=part, found=reading.read_text(part)) for part in apart(text)]


def take(runtime: Runtime, path: str, read: Text, wishes: Wishes) -> Taken:
    """Take one text in and return what became of it; a refusal is recorded without its text."""
    act = Acting(by=COMMAND, now=runtime.now(), installation=runtime.installation)
    try:
        with runtime.transaction() as session:
            done = ingestion.ingest(
                session, read.text, source="command", is_history=wishes.history, found=read.found, **act
            )
            cable_id, known_as = done.cable.id, done.cable.canonical_id
        taken = Taken(path=path, outcome=done.outcome.value, cable=known_as)
        with runtime.transaction() as session:
            _decide(session, session.get_one(CableRecord, cable_id), taken, wishes, act)
    except door.RefusedText as refused:
        return _refused(runtime, path, refused)
    except TrackerError as error:
        return Taken(path=path, outcome="failed", reason=error.sentence)
    except SQLAlchemyError as error:
        return Taken(path=path, outcome="failed", reason=sentence_of(error))
    return taken


def _refused(runtime: Runtime, path: str, refused: door.RefusedText) -> Taken:
    """Record that a text was refused, without the text."""
    with runtime.transaction() as session:
        door.record(session, refused.refusal, by=COMMAND, now=runtime.now())
    return Taken(path=path, outcome="refused", reason=refused.sentence)


def _decide(session: Session, cable: CableRecord, taken: Taken, wishes: Wishes, act: Acting) -> None:
    if wishes.confirm_contacts:  # first, so that the tasks' letters know whom to write to
        _confirm(session, cable, act)
    if wishes.accept:
        _accept(session, cable, taken, act)
    asks = _asks(session, cable)
    taken.proposals = len(asks)
    taken.waiting = sum(ask.verdict == Verdict.WAITING for ask in asks)


def _asks(session: Session, cable: CableRecord) -> Sequence[ProposalRecord]:
    return session.scalars(
        select(ProposalRecord)
        .where(
            ProposalRecord.cable_id == cable.id,
            ProposalRecord.version == cable.version,
            ProposalRecord.kind == "ask",
        )
        .order_by(ProposalRecord.position)
    ).all()


def _accept(session: Session, cable: CableRecord, taken: Taken, act: Acting) -> None:
    left = []
    for proposal in _asks(session, cable):
        if proposal.is_optional or proposal.verdict != Verdict.WAITING:
            continue
        try:
            taken.tasks += [task.id for task in review.accept(session, proposal.id, **act)]
        except Invalid as error:  # nothing of this ask is kept; the others are
            left.append(error.sentence)
    taken.reason = " ".join(dict.fromkeys(left)) or None


def _confirm(session: Session, cable: CableRecord, act: Acting) -> None:
    unconfirmed = select(ContactRecord.id).where(
        ContactRecord.cable_id == cable.id,
        ContactRecord.email.is_not(None),
        ContactRecord.confirmed_at.is_(None),
    )
    for contact_id in session.scalars(unconfirmed).all():
        contacts.confirm(session, contact_id, **act)
