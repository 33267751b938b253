"""`tracker outbox` and `check`: letters gone, and whether mail goes out. They send nothing."""

import click

from tracker.cli.opening import opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.services import health
from tracker.services import outbox as outbox_services


@click.command()
@json_option
def outbox(*, as_json: bool) -> None:
    """List the letters and what became of each, newest first."""
    with opened() as runtime:
        with runtime.reading() as session:
            rows = outbox_services.message_rows(session)
        if as_json:
            for row in rows:
                print_json(row.as_json())
        elif rows:
            print_table(
                ("Letter", "To", "State", "Subject"),
                [(row.id, row.recipient, row.words, row.subject) for row in rows],
            )
        else:
            click.echo("No letter has been written yet.")


@click.command()
@json_option
def check(*, as_json: bool) -> int:
    """Say whether mail goes out; exit 1 when it does not."""
    with opened() as runtime:
        now, installation = runtime.now(), runtime.installation
        with runtime.reading() as session:
            found = health.health(session, now=now, installation=installation)
    if as_json:
        print_json(found.as_json())
    elif found.is_green:
        click.echo(found.words)
    else:
        click.echo(health.told_to_operators(found), err=True)
    if found.warning and not as_json:
        click.echo(found.warning, err=True)
    return 0 if found.is_green else 1
