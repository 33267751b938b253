"""Takes a cable in: the document, its reading and its proposals. Nothing is decided here.

The same text, or the same number, is one cable. A changed text of a number is a new version: what
was decided stays, what is new waits for a person, and a task whose sentence is gone says so.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.cable import parse
from tracker.cable.parts import Cable
from tracker.domain.access import Permission
from tracker.errors import Forbidden, Invalid
from tracker.extraction import extract
from tracker.extraction.proposals import Proposals
from tracker.services import audit, cable_posts, citations, differences, false_alarms, readings, spill_door
from tracker.services.installation import Acting, Installation
from tracker.store import base
from tracker.store.cables import CableRecord, CableVersion
from tracker.texts import _


class Outcome(StrEnum):
    """What a text turned out to be."""

    NEW = "new"
    KNOWN = "known"
    NEW_VERSION = "new version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """The cable, and whether it was new."""

    cable: CableRecord
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A text that was read: its digest ignores white space and page lines."""

    cable: Cable
    proposals: Proposals
    digest: str

    @property
    def number(self) -> str | None:
        """The cable's canonical number as it is kept, None where it has none; its sections share it."""
        return None if self.cable.header.canonical_id is None else self.cable.header.canonical_id[:60]

    @property
    def key(self) -> str:
        """The cable's number, else its digest. Later sections of one number are cables of their own."""
        header = self.cable.header
        if header.canonical_id is None:
            return f"sha256:{self.digest}"
        number = header.section[0] if header.section else 1
        return header.canonical_id[:60] + (f" section {number}" if number > 1 else "")


def ingest(
    session: Session,
    text: str,
    *,
    source: str,
    is_history: bool = False,
    found: tuple[Cable, Proposals] | None = None,
    **act: Unpack[Acting],
) -> Ingested:
    """Keep the cable and its proposals; return it, and whether it was new, known or a new version.

    `found` is the reading of this very text where it was read before, in another process. Raise
    door.RefusedText, before anything is written, where the installation may not hold the text, and
    Invalid where there is none. History is kept without a single reminder. Two processes that take
    in the same cable at once get one row.
    """
    by, now, installation = act["by"], act["now"], act["installation"]
    if not by.may_somewhere(Permission.INGEST):
        raise Forbidden
    false_alarms.require(session, text, act)
    read = _read(_storable(text), installation, found)
    _refuse_locked(session, read, text, installation)
    values = readings.cable_values(read.cable, installation.book) | {
        "key": read.key,
        "is_history": is_history,
        "source": source,
        "received_at": now,
    }
    made = base.insert_once(session, CableRecord, values)
    _refuse_locked(session, read, text, installation)  # locked meanwhile
    record = session.scalars(select(CableRecord).where(CableRecord.key == read.key).with_for_update()).one()
    if made is not None:
        _add_version(session, record, read, now)
        session.add_all(readings.proposal_rows(record, read.cable, read.proposals, installation.book))
        session.add_all(readings.found_rows(record, read.proposals))
        session.flush()
        _connect(session, record, read, installation)
        audit.add(session, "cable taken in", by=by, cable=record.id)
        return Ingested(cable=record, outcome=Outcome.NEW)
    return _again(session, record, read, act)


def _refuse_locked(session: Session, read: _Read, text: str, installation: Installation) -> None:
    spill_door.refuse_again(session, read.number, read.digest, text, installation.settings)


def _again(session: Session, record: CableRecord, read: _Read, act: Acting) -> Ingested:
    known = session.scalar(
        select(CableVersion.id).where(CableVersion.cable_id == record.id, CableVersion.digest == read.digest)
    )
    if known is not None:
        return Ingested(cable=record, outcome=Outcome.KNOWN)
    record.version += 1
    for name, value in readings.cable_values(read.cable, act["installation"].book).items():
        setattr(record, name, value)
    _add_version(session, record, read, act["now"])
    rows = readings.proposal_rows(record, read.cable, read.proposals, act["installation"].book)
    differences.replace_proposals(session, record, rows, act)
    differences.replace_found(session, record, readings.found_rows(record, read.proposals))
    session.flush()
    _connect(session, record, read, act["installation"])
    audit.add(session, "cable version taken in", by=act["by"], cable=record.id, version=record.version)
    return Ingested(cable=record, outcome=Outcome.NEW_VERSION)


def _connect(session: Session, record: CableRecord, read: _Read, installation: Installation) -> None:
    """Set which posts the cable concerns, whom it cites, and what it says of their open tasks."""
    cable_posts.keep(session, record, installation.book)
    citations.keep(session, record, read.cable, read.proposals.answers, installation.book)


def _add_version(session: Session, record: CableRecord, read: _Read, now: datetime) -> None:
    session.add(
        CableVersion(
            cable_id=record.id,
            number=record.version,
            digest=read.digest,
            text=read.cable.raw,
            received_at=now,
        )
    )


def _read(text: str, installation: Installation, found: tuple[Cable, Proposals] | None) -> _Read:
    calendar = installation.book.washington

    def is_day_off(day: date) -> bool:
        return not calendar.is_working_day(day)

    if found is not None and found[0].raw == text:
        cable, proposals = found
    else:
        cable = parse(text)
        proposals = extract(cable, is_day_off=is_day_off)
    folded = " ".join(cable.text.split())
    return _Read(
        cable=cable,
        proposals=proposals,
        digest=hashlib.sha256(folded.encode()).hexdigest(),
    )


def _storable(text: str) -> str:
    """Return the text without what a database cannot hold: NUL, and halves of surrogate pairs."""
    kept = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if not kept.strip():
        raise Invalid({"text": _("There is no text in it.")})
    return kept
