"""What was read in a cable as rows: the header, proposals, contacts, papers and events."""

from collections.abc import Iterable
from typing import Any

from tracker.cable.parts import Addressee, AddresseeRole, Cable, Defect, Evidence, Header
from tracker.domain import addressees
from tracker.domain.due import Due
from tracker.domain.own_clock import by_origin
from tracker.domain.places import Post, PostBook
from tracker.extraction.proposals import ActionRequest, Deadline, LeftOut, Proposals
from tracker.store.base import Base
from tracker.store.cables import CableRecord, ContactRecord, EventRecord, PaperRecord, ProposalRecord

LONGEST_TITLE = 200
SENSITIVE = "SENSITIVE"
UNKNOWN = "unknown designator"


def cable_values(cable: Cable, book: PostBook) -> dict[str, Any]:
    """Return the columns of a cable that come from its text."""
    header = cable.header
    return {
        "canonical_id": _cut(header.canonical_id, 60),
        "mrn": _cut(header.number, 60),
        "sent_at": header.sent_at,
        "precedence": header.precedence.value if header.precedence else None,
        "origin": _cut(header.origin, 120),
        "subject": header.subject,
        "classification": header.classification.value if header.classification else None,
        "is_sensitive": SENSITIVE in (*header.captions, *header.handling),
        "header": header_json(cable, book),
    }


def header_json(cable: Cable, book: PostBook) -> dict[str, Any]:
    """Return the heading as it is kept: who, markings, references, and the defects met while reading."""
    header = cable.header
    return {
        "to": _written(header, AddresseeRole.ACTION),
        "info": _written(header, AddresseeRole.INFO),
        "precedences": {
            one.designator: one.precedence.value for one in header.action_addressees if one.precedence
        },
        "exempt": _written(header, AddresseeRole.EXEMPT),
        "captions": list(header.captions),
        "handling": list(header.handling),
        "passing": list(header.passing),
        "tags": list(header.tags),
        "refs": [{"label": ref.label, "text": ref.text, "id": ref.id} for ref in header.refs],
        "section": list(header.section) if header.section else None,
        "executive_order": header.executive_order,
        "info_precedence": header.info_precedence.value if header.info_precedence else None,
        "paragraphs": cable.paragraph_count,
        "end": header.end,
        "defects": [_defect(defect) for defect in cable.defects] + _strangers(header, book),
    }


def precedence_for(record: CableRecord, post: Post, book: PostBook) -> str | None:
    """Return how fast the cable must be handled at a post: as its own line says, else as the whole cable.

    A collective's line holds for its members that have no line of their own.
    """
    on = record.sent_at.date() if record.sent_at else None
    marked: dict[str, str] = record.header.get("precedences", {})
    for name, precedence in marked.items():
        if book.find(name, on) == post:
            return precedence
    for name, precedence in marked.items():
        if post in book.expand(name, on).members:
            return precedence
    return record.precedence


def _written(header: Header, role: AddresseeRole) -> list[str]:
    return [addressee.designator for addressee in header.addressees if addressee.role is role]


def _defect(defect: Defect) -> dict[str, Any]:
    span = [defect.span.start, defect.span.end] if defect.span else None
    return {"code": defect.code, "words": defect.words, "span": span}


def _strangers(header: Header, book: PostBook) -> list[dict[str, Any]]:
    on = header.sent_at.date() if header.sent_at else None
    return (
        [
            {"code": UNKNOWN, "words": missing.words, "span": [addressee.span.start, addressee.span.end]}
            for addressee in header.action_addressees
            for missing in addressees.asked([addressee.designator], book, on=on).unresolved
        ]
        + [
            {
                "code": UNKNOWN,
                "words": f"{told.designator} is not in the table of posts.",
                "span": _span(told),
            }
            for told in header.info_addressees
            if book.place_of(told.designator, on) is None
        ]
        + [
            {
                "code": UNKNOWN,
                "words": f"{spared.designator} is exempt, but is not in the table of posts: look whom the cable asks.",
                "span": _span(spared),
            }
            for spared in header.addressees
            if spared.role is AddresseeRole.EXEMPT and book.place_of(spared.designator, on) is None
        ]
    )


def _span(addressee: Addressee) -> list[int]:
    return [addressee.span.start, addressee.span.end]


def proposal_rows(
    record: CableRecord, cable: Cable, proposals: Proposals, book: PostBook
) -> list[ProposalRecord]:
    """Return the asks, then the sentences that were left out, as rows of the cable's present version."""
    everybody = _written(cable.header, AddresseeRole.ACTION)
    origin = _origin(cable.header, book)
    rows = [_ask_row(ask, origin) for ask in proposals.actions]
    rows += [_left_out_row(left, everybody, origin) for left in proposals.left_out]
    for position, row in enumerate(rows):
        row.cable_id, row.version, row.position = record.id, record.version, position
    return rows


def _origin(header: Header, book: PostBook) -> Post | None:
    on = header.sent_at.date() if header.sent_at else None
    return book.find(header.origin, on) if header.origin else None


def _ask_row(ask: ActionRequest, origin: Post | None) -> ProposalRecord:
    return ProposalRecord(
        kind="ask",
        title=ask.title[:LONGEST_TITLE],
        paragraph=ask.paragraph,
        addressees=list(ask.addressees),
        is_optional=ask.is_optional,
        **_evidence(ask.evidence),
        **_due(ask.deadline, origin),
    )


def _left_out_row(left: LeftOut, everybody: list[str], origin: Post | None) -> ProposalRecord:
    return ProposalRecord(
        kind="left out",
        title=left.evidence.quote[:LONGEST_TITLE],
        paragraph=left.paragraph,
        addressees=everybody,
        is_optional=False,
        reason=left.reason,
        **_evidence(left.evidence),
        **_due(left.deadline, origin),
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"quote": evidence.quote, "spans": [[span.start, span.end] for span in evidence.spans]}


def _due(deadline: Deadline | None, origin: Post | None) -> dict[str, Any]:
    if deadline is None:
        return {"due_explained": []}
    count = deadline.count
    due, by_own_clock = by_origin(Due(on=deadline.day, time=deadline.time, zone=deadline.zone), origin)
    explained = [words for words in deadline.explained if not count or words not in count.said]
    return {
        "due_quote": deadline.quote,
        "due_on": due.on,
        "due_time": _cut(due.time, 10),
        "due_zone": _cut(due.zone, 60),
        "due_count": {"since": count.since.isoformat(), "days": count.days} if count else None,
        "due_preferred_on": deadline.preferred_day,
        "due_explained": [*explained, *by_own_clock],
    }


def found_rows(record: CableRecord, proposals: Proposals) -> list[Base]:
    """Return the contacts, papers and events as rows of the cable."""
    return [*contact_rows(record, proposals), *_papers(record, proposals), *_events(record, proposals)]


def contact_rows(record: CableRecord, proposals: Proposals) -> list[ContactRecord]:
    """Return the points of contact as rows; none may be written to yet."""
    return [
        ContactRecord(
            cable_id=record.id,
            name=_cut(contact.name, 200),
            email=_cut(contact.email, 254),
            phone=_cut(contact.phone, 60),
            other=contact.other,
            **_evidence(contact.evidence),
        )
        for contact in proposals.contacts
    ]


def _papers(record: CableRecord, proposals: Proposals) -> Iterable[PaperRecord]:
    for paper in proposals.handovers:
        yield PaperRecord(
            cable_id=record.id,
            kind=paper.kind.value,
            passing=paper.passing.value,
            first_words=paper.first_words,
            last_words=paper.last_words,
            text=paper.text,
            spans=_evidence(paper.evidence)["spans"],
        )


def _events(record: CableRecord, proposals: Proposals) -> Iterable[EventRecord]:
    for event in proposals.events:
        yield EventRecord(
            cable_id=record.id,
            name=event.name,
            start_on=event.start_on,
            end_on=event.end_on,
            place=event.place,
            spans=_evidence(event.evidence)["spans"],
        )


def _cut(text: str | None, longest: int) -> str | None:
    return text[:longest] if text else None
