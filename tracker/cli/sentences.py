"""`tracker deadlines`: sentences in, the days they set out."""

import json
import sys
from typing import Any

import click

from tracker.adapters import calendars
from tracker.cli.printing import json_option, print_json
from tracker.clock import parse_moment
from tracker.errors import TrackerError
from tracker.extraction import dates, printed


@click.command()
@json_option
def deadlines(*, as_json: bool) -> None:
    """Answer sentences on standard input with the days they set.

    A line is {"sent_at": "2008-07-31T21:08:00Z", "sentence": "..."}.
    """
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        found = _deadline_of(line, number)
        if as_json:
            print_json({"due": found})
        else:
            day = " ".join(filter(None, (found["date"], found["time"], found["zone"]))) if found else ""
            click.echo(f"{day or 'no day'}\t{found['quote'] if found else 'no deadline'}")


def _deadline_of(line: str, number: int) -> dict[str, Any] | None:
    try:
        asked = json.loads(line)
        sent_at, sentence = parse_moment(asked["sent_at"]), str(asked["sentence"])
    except (ValueError, KeyError, TypeError, AttributeError):
        words = f'Line {number} is not of the form {{"sent_at": "2008-07-31T21:08:00Z", "sentence": "..."}}.'
        raise TrackerError(words) from None
    return printed.due_of(dates.deadline(sentence, sent_at, is_day_off=calendars.is_washington_day_off))
