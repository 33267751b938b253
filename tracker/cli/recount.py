"""`tracker recount`: once, after an upgrade, the working days of asks read before each post counted its own."""

import click

from tracker.cli.opening import COMMAND, opened
from tracker.domain.due import short_day
from tracker.runtime import Runtime
from tracker.services import recounting
from tracker.services.installation import Acting
from tracker.services.recounting import Recounted


@click.command()
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would change, and change nothing.")
def recount(*, is_dry: bool) -> None:
    """Count the working days of undecided asks anew, by each post's calendar; name tasks that differ."""
    with opened() as runtime:
        found = _recounted(runtime, is_dry=is_dry)
    would = "would be " if is_dry else ""
    click.echo(f"Undecided asks {would}counted anew by each post's calendar: {found.asks}.")
    for one in found.tasks:
        click.echo(
            f"Task {one.task_id}, {one.post}: due {short_day(one.due_on)} {one.due_on.year}; by the post's own "
            f"calendar {short_day(one.counted_on)} {one.counted_on.year}."
        )
    if found.tasks:
        click.echo("These tasks are not changed. Change the due day on a task's page where that is right.")


def _recounted(runtime: Runtime, *, is_dry: bool) -> Recounted:
    found, act = Recounted(), Acting(by=COMMAND, now=runtime.now(), installation=runtime.installation)
    with runtime.reading() as session:
        ids = recounting.cables(session)
    for cable_id in ids:
        with runtime.reading() if is_dry else runtime.transaction() as session:
            recounting.recount(session, cable_id, found, is_dry=is_dry, act=act)
    return found
