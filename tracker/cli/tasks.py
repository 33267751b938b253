"""`tracker tasks` and `tracker done`: the work as the command line sees it."""

import click

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.domain import lifecycle
from tracker.errors import Invalid
from tracker.services import tasks as task_services
from tracker.store.queries import tasks as task_queries
from tracker.store.queries.tasks import TaskRow

NO_TASKS = (
    "There are no tasks. They come of cables: `tracker ingest FILE`, then accept on *Cables* what is asked."
)


@click.command()
@click.option("--overdue", is_flag=True, help="Only those that are late, most late first.")
@click.option("--post", metavar="NAME", help="Only those of one post, as cables write it.")
@json_option
def tasks(*, overdue: bool, post: str | None, as_json: bool) -> None:
    """List tasks, or only those that are overdue."""
    with opened() as runtime:
        now, book = runtime.now(), runtime.installation.book
        if post is not None and book.find(post) is None:
            raise Invalid({"post": f"{post} names no post, or several. `tracker posts list` shows them all."})
        with runtime.reading() as session:
            rows = task_queries.task_rows(session, now=now, book=book, overdue=overdue, post=post)
        if as_json:
            for row in rows:
                print_json(row.as_json())
        elif rows:
            _print(rows)
        else:
            click.echo("No task is overdue." if overdue else NO_TASKS)


def _print(rows: list[TaskRow]) -> None:
    found = [row.as_json() for row in rows]
    heads = ("Task", "Post", "Status", "Owner", "Due", "Late", "What is asked")
    print_table(
        heads,
        [
            (
                row["id"], row["post"], row["status"], row["owner"] or "nobody",
                " ".join(filter(None, (row["due_on"], row["due_time"]))) or "no day",
                row["days_late"] if row["overdue"] else "", row["title"],
            )
            for row in found
        ],
    )  # fmt: skip


@click.command()
@click.argument("task", type=click.IntRange(min=1))
@click.option("--outcome", required=True, metavar="WORD", help=f"One of: {', '.join(lifecycle.Outcome)}.")
@click.option(
    "--note", metavar="TEXT", help="What came of it, in a line; needed unless the reply was reported."
)
def done(*, task: int, outcome: str, note: str | None) -> None:
    """Mark a task done with its outcome."""
    with opened() as runtime:
        now, installation = runtime.now(), runtime.installation
        with runtime.transaction() as session:
            closed = task_services.complete(
                session, task, outcome=outcome, note=note, by=COMMAND, now=now, installation=installation
            )
            words = f"Task {closed.id} is {closed.status}: {closed.outcome}."
        click.echo(words)
