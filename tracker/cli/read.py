"""`tracker read`: files in, what they ask out. No database; nothing is kept."""

from typing import Any

import click

from tracker import reading
from tracker.adapters import places
from tracker.cable.parts import Header
from tracker.cli.printing import json_option, print_json, wrapped
from tracker.domain import due as due_module
from tracker.domain.due import Due
from tracker.domain.own_clock import by_origin
from tracker.extraction import printed
from tracker.extraction.proposals import ActionRequest, Answer, Deadline, PointOfContact


@click.command()
@json_option
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def read(*, files: tuple[str, ...], as_json: bool) -> int:
    """Read cables without a database and print what they ask."""
    paths = reading.files_in(files)
    faults = _print_json(paths) if as_json else _print_tables(paths)
    for fault in faults:
        click.echo(fault, err=True)
    return 1 if faults else 0


def _print_json(paths: list[str]) -> list[str]:
    faults = []
    for answer in reading.read_all(paths, reading.json_of):
        print_json(answer)
        if "error" in answer:
            faults.append(answer["error"])
    return faults


def _print_tables(paths: list[str]) -> list[str]:
    faults = []
    for found in reading.read_all(paths):
        if found.fault is not None:
            faults.append(found.fault)
            continue
        click.echo("\n".join(_lines_of(found)) + "\n")
    return faults


def _lines_of(found: reading.Reading) -> list[str]:
    cable, proposals = found.cable, found.proposals
    assert cable is not None
    assert proposals is not None
    lines = _heading(cable.header)
    lines += _group("Asks", [_ask(n, ask, cable.header) for n, ask in enumerate(proposals.actions, 1)])
    lines += _group("Answers", [_answer(answer) for answer in proposals.answers])
    lines += _group("Contacts", [_indented(_contact(contact)) for contact in proposals.contacts])
    lines += _group(
        "Papers",
        [
            _indented(f"{p.kind}: {p.first_words} ... {p.last_words} (passing on: {p.passing})")
            for p in proposals.handovers
        ],
    )
    lines += _group(
        "Events", [_indented(_event(event)) for event in printed.as_gold(cable, proposals)["events"]]
    )
    lines += _group("Not taken", [_indented(f"{x.evidence.quote} ({x.reason})") for x in proposals.left_out])
    return lines + _group("Doubts about the text", [_indented(defect.words) for defect in cable.defects])


def _heading(header: Header) -> list[str]:
    sent = f"{header.sent_at.day} {header.sent_at:%b %Y %H:%MZ}" if header.sent_at else "day not given"
    precedence = header.precedence.value if header.precedence else None
    classed = header.classification.value if header.classification else "no classification line"
    marks = ", ".join([classed, *header.handling, *header.captions])
    to = ", ".join(address.designator for address in header.action_addressees) or "nobody named"
    info = ", ".join(address.designator for address in header.info_addressees)
    refs = "; ".join(" ".join(filter(None, (r.label and f"{r.label}.", r.text))) for r in header.refs)
    lines = [" · ".join(filter(None, (header.number or "no number", sent, precedence, marks)))]
    pairs = {
        "From": header.origin, "To": to, "Info": info, "Subject": header.subject,
        "Ref": refs, "TAGS": " ".join(header.tags),
    }  # fmt: skip
    return lines + [wrapped(f"{name}: {words}", "  ") for name, words in pairs.items() if words]


def _group(title: str, lines: list[str]) -> list[str]:
    return ["", f"{title} ({len(lines)})", *lines] if lines else []


def _indented(words: str) -> str:
    return wrapped(" ".join(words.split()), "  ")


def _ask(number: int, ask: ActionRequest, header: Header) -> str:
    para = f", para {ask.paragraph}" if ask.paragraph else ""
    optional = ", optional" if ask.is_optional else ""
    to = ", ".join(ask.addressees[:5]) + (" and more" if len(ask.addressees) > 5 else "")
    return "\n".join(
        [
            wrapped(f"{number}. {ask.title}", "  "),
            wrapped(f'"{ask.evidence.quote}"', "     "),
            wrapped(f"for {to or 'nobody named'}{para}{optional}", "     "),
            wrapped(_due_words(ask, header), "     "),
        ]
    )


def _due_words(ask: ActionRequest, header: Header) -> str:
    deadline = ask.deadline
    if deadline is None:
        return "due: no day given"
    if deadline.day is None:
        return f'due: no day; "{deadline.quote}"'
    return f'due: {_day_words(deadline, ask, header)}; read from "{deadline.quote}"'


def _day_words(deadline: Deadline, ask: ActionRequest, header: Header) -> str:
    assert deadline.day is not None
    book = places.load()
    origin = book.find(header.origin) if header.origin else None
    due, _ = by_origin(Due(on=deadline.day, time=deadline.time, zone=deadline.zone), origin)
    place = book.place_of(ask.addressees[0]) if len(ask.addressees) == 1 else None
    if place is not None:
        moment = due_module.due_at(due, place)
        assert moment is not None
        return due_module.explain(moment, place)
    where = f" {due.zone}" if due.zone else ", on the clock of each post"
    return f"{due_module.day_words(deadline.day)}, {due.time or 'close of business'}{where}"


def _answer(answer: Answer) -> str:
    under = f" (ref {answer.reference})" if answer.reference else ""
    by = f" by {due_module.day_words(answer.promised_day)}" if answer.promised_day else ""
    return wrapped(f'{answer.kind}{by}{under}: "{answer.evidence.quote}"', "  ")


def _contact(contact: PointOfContact) -> str:
    return ", ".join(filter(None, (contact.name, contact.email, contact.phone, contact.other)))


def _event(event: dict[str, Any]) -> str:
    days = " to ".join(dict.fromkeys(filter(None, (event["start"], event["end"])))) or "no day given"
    return ", ".join(filter(None, (event["name"], days, event["place"])))
