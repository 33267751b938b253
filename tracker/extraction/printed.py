"""A reading as the annotated cables write it (one JSON object a cable), for printing and scoring."""

from typing import Any

from tracker.cable.parts import Cable, Header
from tracker.extraction.proposals import (
    ActionRequest,
    Answer,
    Deadline,
    Event,
    HandoverText,
    LeftOut,
    PointOfContact,
    Proposals,
)


def as_gold(cable: Cable, proposals: Proposals) -> dict[str, Any]:
    """Return the reading as plain values; `left_out`, `answers` and `defects` are more than the gold has."""
    return {
        "id": cable.header.canonical_id,
        "header": header_of(cable.header),
        "paragraphs": cable.paragraph_count,
        "actions": [_action(a) for a in proposals.actions],
        "contacts": [_contact(c) for c in proposals.contacts],
        "handover": [_handover(h) for h in proposals.handovers],
        "events": [_event(e) for e in proposals.events],
        "left_out": [_left_out(x) for x in proposals.left_out],
        "answers": [_answer(a) for a in proposals.answers],
        "defects": [{"code": d.code, "words": d.words} for d in cable.defects],
    }


def header_of(header: Header) -> dict[str, Any]:
    """Return the heading's values; the day sent in ISO form ending in Z."""
    return {
        "sent_at": f"{header.sent_at:%Y-%m-%dT%H:%M:%SZ}" if header.sent_at else None,
        "precedence": header.precedence.value if header.precedence else None,
        "origin": header.origin,
        "to": [a.designator for a in header.action_addressees],
        "info": [a.designator for a in header.info_addressees],
        "number": header.number,
        "classification": header.classification.value if header.classification else None,
        "handling": list(header.handling),
        "captions": list(header.captions),
        "tags": list(header.tags),
        "subject": header.subject,
        "refs": [{"label": r.label, "text": r.text, "id": r.id} for r in header.refs],
    }


def due_of(deadline: Deadline | None) -> dict[str, Any] | None:
    """Return the words and the day they set, None where there is no deadline."""
    if deadline is None:
        return None
    return {
        "quote": deadline.quote,
        "date": deadline.day.isoformat() if deadline.day else None,
        "time": deadline.time,
        "zone": deadline.zone,
        "explained": list(deadline.explained),
    }


def _action(action: ActionRequest) -> dict[str, Any]:
    plain = {
        "title": action.title,
        "quote": action.evidence.quote,
        "paragraph": action.paragraph,
        "addressees": list(action.addressees),
        "due": due_of(action.deadline),
    }
    return plain | ({"optional": True} if action.is_optional else {})


def _left_out(left: LeftOut) -> dict[str, Any]:
    return {
        "quote": left.evidence.quote,
        "paragraph": left.paragraph,
        "reason": left.reason,
        "due": due_of(left.deadline),
    }


def _contact(contact: PointOfContact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "email": contact.email,
        "phone": contact.phone,
        "other": contact.other,
    }


def _handover(text: HandoverText) -> dict[str, Any]:
    return {
        "from": text.first_words,
        "to": text.last_words,
        "kind": text.kind.value,
        "passing": text.passing.value,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "name": event.name,
        "start": event.start_on.isoformat() if event.start_on else None,
        "end": event.end_on.isoformat() if event.end_on else None,
        "place": event.place,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "kind": answer.kind.value,
        "quote": answer.evidence.quote,
        "reference": answer.reference,
        "promised": answer.promised_day.isoformat() if answer.promised_day else None,
    }
