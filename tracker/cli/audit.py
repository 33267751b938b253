"""`tracker audit`: whether the audit trail holds, what to note outside, and its newest entries."""

from typing import Any

import click

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.clock import print_moment
from tracker.domain.chain import EMPTY, Head
from tracker.services import audit as trail
from tracker.services.audit import Wanted
from tracker.store.audit import AuditEntry


@click.group()
def audit() -> None:
    """Verify the audit trail, print its head, list its entries."""


def _anchor(_context: click.Context, _parameter: click.Parameter, words: str | None) -> Head:
    if words is None:
        return EMPTY
    count, _, noted = words.partition(":")
    if not (count.isdigit() and len(noted) == len(EMPTY.hash)):
        raise click.BadParameter("write it as tracker audit head printed it: COUNT:HASH")
    return Head(count=int(count), hash=noted.lower())


@audit.command()
@click.option(
    "--anchor", callback=_anchor, metavar="COUNT:HASH", help="A head that was noted outside before."
)
def verify(*, anchor: Head) -> int:
    """Say whether the whole trail is as it was written; exit 1 with the first entry that is not."""
    with opened() as runtime, runtime.reading() as session:
        fault, head = trail.verify(session, anchor), trail.head(session)
    if fault is not None:
        click.echo(f"The audit trail does not hold. Entry {fault.number} {fault.words}.", err=True)
        return 1
    beside = f", and the anchor at entry {anchor.count} is in it" if anchor.count else ""
    click.echo(f"The audit trail holds: {head.count} entries{beside}.")
    return 0


@audit.command()
def head() -> None:
    """Print COUNT:HASH of the trail. Keep it on another system: it shows a tail that was cut later."""
    with opened() as runtime, runtime.reading() as session:
        found = trail.head(session)
    click.echo(f"{found.count}:{found.hash}")


@audit.command(name="list")
@click.option("--act", default="", help='Only one act, such as "role granted".')
@click.option("--by", default="", help="Only persons whose name holds these letters.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@json_option
def list_entries(*, act: str, by: str, limit: int, as_json: bool) -> None:
    """List the newest entries."""
    with opened() as runtime, runtime.reading() as session:
        rows = [_values(row) for row in trail.entries(session, Wanted(act=act, by=by), limit=limit)]
    if as_json:
        for row in rows:
            print_json(row)
    elif rows:
        print_table(
            ("Entry", "When", "Who", "Way", "What", "Outcome", "Of what"), [_cells(row) for row in rows]
        )
    else:
        click.echo("There is no such entry.")


@audit.command()
@click.argument("words")
def restored(*, words: str) -> None:
    """Note that the database was restored from a backup: tracker audit restored "backup of 3 May"."""
    with opened() as runtime:
        with runtime.transaction() as session:
            trail.add(session, "restored from backup", by=COMMAND, backup=words)
        click.echo(
            "Noted. Compare: tracker audit verify --anchor COUNT:HASH with the last head noted outside."
        )


def _values(row: AuditEntry) -> dict[str, Any]:
    return {
        "number": row.number,
        "at": print_moment(row.at),
        "by": row.by,
        "officer": row.officer_id,
        "way": row.way,
        "source": row.source,
        "act": row.act,
        "outcome": row.outcome,
        "objects": row.objects,
        "hash": row.hash,
    }


def _cells(row: dict[str, Any]) -> tuple[Any, ...]:
    objects = ", ".join(f"{name} {value}" for name, value in row["objects"].items())
    way = f"{row['way']} {row['source']}" if row["source"] else row["way"]
    return (row["number"], row["at"], row["by"], way, row["act"], row["outcome"], objects)
