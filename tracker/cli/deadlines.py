"""`tracker deadlines`: sentences in, the days they set out."""

import json
import sys
from typing import Any

import click

from tracker.adapters import calendars
from tracker.cli.printing import json_option, print_json
from tracker.clock import parse_moment
from tracker.errors import TrackerError
from tracker.extraction import lone_days, printed


@click.command()
@json_option
def deadlines(*, as_json: bool) -> int:
    """Answer sentences on standard input with the days they set.

    A line is {"sent_at": "2008-07-31T21:08:00Z", "sentence": "..."}. A line that is not of this form
    is told, and does not stop the rest.
    """
    bad = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            found = _deadline_of(line, number)
        except TrackerError as error:
            bad += 1
            click.echo(error.sentence, err=True)
            if as_json:
                print_json({"due": None, "error": error.sentence})
            continue
        if as_json:
            print_json({"due": found})
        else:
            click.echo(_in_columns(found))
    return 1 if bad else 0


def _in_columns(found: dict[str, Any] | None) -> str:
    if found is None:
        return "no day\tno deadline"
    day = " ".join(filter(None, (found["date"], found["time"], found["zone"])))
    return f"{day or 'no day'}\t{found['quote']}"


def _deadline_of(line: str, number: int) -> dict[str, Any] | None:
    try:
        asked = json.loads(line)
        sent_at, sentence = parse_moment(asked["sent_at"]), str(asked["sentence"])
    except (ValueError, KeyError, TypeError, AttributeError):
        words = f'Line {number} is not of the form {{"sent_at": "2008-07-31T21:08:00Z", "sentence": "..."}}.'
        raise TrackerError(words) from None
    return printed.due_of(lone_days.day_of(sentence, sent_at, is_day_off=calendars.is_washington_day_off))
