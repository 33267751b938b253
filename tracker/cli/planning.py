"""`tracker plan` and `replan`: the letters to come, and planning them anew. They send nothing."""

import click

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.domain import due
from tracker.runtime import Runtime
from tracker.services import reminders, replanning
from tracker.services.replanning import Replanned


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
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would change, and change nothing.")
@json_option
def replan(*, is_dry: bool, as_json: bool) -> None:
    """Plan all letters anew after calendars or reminders.toml were changed; nothing goes twice."""
    with opened() as runtime:
        found = _foreseen(runtime) if is_dry else replanned(runtime)
    if as_json:
        print_json(found.as_json())
        return
    click.echo(in_words(found, "would be " if is_dry else ""))


def in_words(found: Replanned, would: str = "") -> str:
    """Return what planning anew has changed, or would change."""
    return (
        f"{found.tasks} open tasks looked at. Next letters {would}moved: {found.moved}, new: {found.new}, "
        f"gone: {found.gone}; {found.go_now} of them go at once."
    )


def replanned(runtime: Runtime) -> Replanned:
    """Plan all open tasks anew, some in a transaction; return what changed."""
    now, found, is_more = runtime.now(), Replanned(), True
    while is_more:
        with runtime.transaction() as session:
            is_more = replanning.replan(session, found, now=now, installation=runtime.installation)
            if not is_more:
                replanning.record(session, found, by=COMMAND)
    return found


def _foreseen(runtime: Runtime) -> Replanned:
    now, found, is_more = runtime.now(), Replanned(), True
    while is_more:
        with runtime.reading() as session:
            is_more = replanning.foresee(session, found, now=now, installation=runtime.installation)
    return found
