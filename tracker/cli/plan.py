"""`tracker plan` and `replan`: the letters to come, and planning them anew. They send nothing."""

from datetime import UTC, date, datetime, time

import click

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.domain import due
from tracker.domain.workdays import DAY
from tracker.runtime import Runtime
from tracker.services import letter_days, replanning
from tracker.services.replanning import Replanned


@click.command()
@click.option("--days", type=click.IntRange(1, 3660), default=30, show_default=True, help="How far ahead.")
@click.option(
    "--on", "day", metavar="DAY", help="Only one day, past or to come: 2026-12-01, from 0 to 24 hours UTC."
)
@json_option
def plan(*, days: int, day: str | None, as_json: bool) -> None:
    """List the letters to come, or those of one day, with what became of them; send nothing."""
    if day is not None:
        _one_day(day, as_json=as_json)
        return
    with opened() as runtime:
        now, installation = runtime.now(), runtime.installation
        with runtime.reading() as session:
            letters = letter_days.plan(session, now=now, days=days, installation=installation)
        if as_json:
            for letter in letters:
                print_json(letter.as_json())
            return
        rows = [
            (due.explain_utc(letter.at), letter.recipient, ", ".join(str(r.task_id) for r in letter.reminders),
             "; ".join(dict.fromkeys(r.reason for r in letter.reminders)) or letter.reason)
            for letter in letters
        ]  # fmt: skip
        if rows:
            print_table(("When", "To", "Tasks", "Why"), rows)
        else:
            click.echo(f"No letter is planned for the next {days} days.")


def _one_day(words: str, *, as_json: bool) -> None:
    start = _midnight(words)
    between = start, start + DAY
    with opened() as runtime, runtime.reading() as session:
        letters = letter_days.gone(session, between)
        letters += letter_days.coming(
            session, between, now=runtime.now(), installation=runtime.installation, most=None
        )
    if as_json:
        for letter in letters:
            print_json(letter.as_json())
        return
    rows = [
        (due.explain_utc(one.at), one.to, ", ".join(str(s.task_id) for s in one.subjects if s.task_id), one.result,
         "; ".join(dict.fromkeys(s.why for s in one.subjects)))
        for one in letters
    ]  # fmt: skip
    if rows:
        print_table(("When", "To", "Tasks", "Result", "Why"), rows)
    else:
        click.echo(f"No letter went on {words}, and none is planned for it.")


def _midnight(words: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(words), time(0), tzinfo=UTC)
    except ValueError:
        raise click.UsageError(f"{words!r} is not a day such as 2026-12-01.") from None


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
