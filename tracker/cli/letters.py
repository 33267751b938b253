"""`tracker plan`, `outbox` and `check`: letters to come, letters gone, and whether mail goes out. They send nothing."""

import click

from tracker.cli.opening import opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.domain import due
from tracker.services import health, reminders
from tracker.services import outbox as outbox_services


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="How far ahead.")
@json_option
def plan(*, days: int, as_json: bool) -> None:
    """List the letters to come; send nothing."""
    with opened() as runtime:
        now, installation = runtime.now(), runtime.installation
        with runtime.reading() as session:
            letters = reminders.plan(session, now=now, days=days, installation=installation)
        if as_json:
            for letter in letters:
                print_json(letter.as_json())
            return
        rows = [
            (due.explain_utc(letter.at), letter.recipient, ", ".join(str(r.task_id) for r in letter.reminders),
             "; ".join(dict.fromkeys(r.reason for r in letter.reminders)))
            for letter in letters
        ]  # fmt: skip
        if rows:
            print_table(("When", "To", "Tasks", "Why"), rows)
        else:
            click.echo(f"No letter is planned for the next {days} days.")


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
        click.echo(found.words, err=True)
    return 0 if found.is_green else 1
