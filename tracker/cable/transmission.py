"""The transmission lines: from the carrier's `VZCZC` to the line that classifies and numbers the message."""

import re

from tracker.cable import addressees, captions, identifiers, labels
from tracker.cable.draft import Draft, Reader
from tracker.cable.identifiers import PROSIGNS
from tracker.cable.lines import Line
from tracker.cable.parts import AddresseeRole

FAR = 30  # lines an odd line may stand above the number line
TRANSMISSION = re.compile(r"VZ?CZC[A-Z]{3}\d{3,4}")
ROUTE = re.compile(r"(?P<prosign>ZZ|OO|00|PP|RR)(?: +R[A-Z]{3,7})+$")
ROUTES_ON = re.compile(r"R[A-Z]{3,7}(?: +R[A-Z]{3,7})*$")
STATION = re.compile(
    r"DE +(?P<routing>R[A-Z]{3,7}) +#?(?P<serial>\d{3,5})(?:/\d\d)? +(?:(?P<julian>\d{3})(?P<filed>\d{4})|\d\d/\d{4}Z)"
)
WARNING = re.compile(r"ZN[RY] +[A-Z]{5}\b")
ORIGIN = re.compile(r"FM[: ]\s*(?:R[A-Z]{4,7}/)?(?P<name>[A-Z].*)")


def begins(words: str) -> bool:
    """Tell whether a line is one that a heading begins with (not one of its address lines)."""
    return (
        TRANSMISSION.match(words) is not None
        or ROUTE.match(words) is not None
        or STATION.match(words) is not None
        or WARNING.match(words) is not None
        or ORIGIN.match(words) is not None
        or identifiers.date_time_group(words) is not None
    )


def transmission_lines(reader: Reader) -> None:
    """transmission-lines = {id | route | station | warning | dtg | from | address | odd-line} mrn-line

    An odd line is passed over where the number line is still to come.
    """
    while reader.has_more:
        line = reader.line
        if number_line(reader, line):
            return
        if not (_from_line(reader, line) or _address_line(reader, line) or _carrier_line(reader, line)):
            if not _number_ahead(reader):
                return
            reader.draft.note("odd-line", "A line of the heading fits no rule and was passed over.", line)
        reader.at += 1


def _number_ahead(reader: Reader) -> bool:
    return any(identifiers.is_number_line(line.text) for line in reader.lines[reader.at : reader.at + FAR])


def _carrier_line(reader: Reader, line: Line) -> bool:
    """id-line = "VZCZC" ...;  route-line = prosign prosign {routing};  warning-line = "ZNR" class

    Example: `VZCZCXYZ0003`, `PP RUEHWEB`, `ZNR UUUUU ZZH`. They carry no value but the precedence.
    """
    route = ROUTE.match(line.text)
    if route:
        reader.draft.route_precedence = PROSIGNS[route["prosign"][0]]
        return True
    if TRANSMISSION.match(line.text) or WARNING.match(line.text) or ROUTES_ON.match(line.text):
        return True
    return _station_line(reader, line) or _dtg_line(reader, line)


def _station_line(reader: Reader, line: Line) -> bool:
    """station-line = "DE" routing "#" serial ["/" section] julian-day time

    Example: `DE RUEHC #6219/01 0540044`: day 54 of the year, filed at 0044.
    """
    match = STATION.match(line.text)
    if match:
        reader.draft.station = reader.draft.station or match
    return match is not None


def _dtg_line(reader: Reader, line: Line) -> bool:
    """dtg-line = [prosign [prosign]] dtg {op-signal}

    Example: `R 041456Z SEP 07 ZDK`.
    """
    group = identifiers.date_time_group(line.text)
    if group is None:
        return False
    draft = reader.draft
    draft.sent_at = group.moment
    draft.precedence, draft.info_precedence = group.precedence, group.info_precedence
    if group.moment is None:
        draft.note("dtg-without-day", "The date-time group names no day of the calendar, or no year.", line)
    return True


def _from_line(reader: Reader, line: Line) -> bool:
    """from-line = "FM" [routing "/"] originator

    Example: `FM AMEMBASSY MADRID`.
    """
    match = ORIGIN.match(line.text)
    if not match:
        return False
    name = addressees.first_name(match["name"])
    entry = addressees.entry(name, AddresseeRole.INFO, line.start)
    reader.draft.origin = entry.designator if entry else None
    return True


def _address_line(reader: Reader, line: Line) -> bool:
    """address-line = ["TO" | "INFO" | "XMT"] entry {entry}

    Example: `INFO RUEHLO/AMEMBASSY LONDON 6793`. A line without label goes on with the last one.
    """
    label = addressees.label_of(line.text)
    if label:
        reader.role, start = label
    elif reader.role is None or begins(line.text) or not _may_be_address(line.text):
        return False
    else:
        start = 0
    reader.draft.addressees += addressees.entries(line, reader.role, start)
    return True


def _may_be_address(words: str) -> bool:
    if labels.is_label(words) or labels.REF.match(words) or labels.NUMBERED.match(words):
        return False
    return addressees.may_be_entry(words) and captions.captions_in(words)[1] < len(words)


def number_line(reader: Reader, line: Line) -> bool:
    """mrn-line = level [controls] [section] origin serial [text-line]

    Example: `UNCLAS STATE 012345`. Origin and serial may stand on the next line.
    """
    found = identifiers.message_number(line.text)
    if found is None:
        return False
    reader.at += 1
    rest = found.rest
    if found.origin is None and reader.has_more:
        number = identifiers.NUMBER.fullmatch(reader.line.text)
        if number and not rest:
            reader.at += 1
            _set_number(reader.draft, number["origin"], number["serial"])
            rest = number["rest"]
    elif found.origin and found.serial:
        _set_number(reader.draft, found.origin, found.serial)
    draft = reader.draft
    draft.classification, draft.section = found.classification, found.section
    draft.handling += found.handling
    if rest:
        reader.push(line, len(line.text) - len(rest))
    return True


def _set_number(draft: Draft, origin: str, serial: str) -> None:
    draft.number = (" ".join(origin.split()), serial)
