"""`tracker work`: the process that plans and sends."""

import click

from tracker import logs, worker
from tracker.cli.lifeline import child_option, end_with_input
from tracker.cli.opening import opened


@click.command()
@click.option("--once", is_flag=True, help="Do everything that is due now, then end.")
@child_option
def work(*, once: bool, is_child: bool) -> None:
    """Run the worker that plans and sends, until it is told to end."""
    logs.configure()
    with opened() as runtime:
        if once:
            click.echo(worker.once(runtime).words)
            return
        if is_child:
            end_with_input()
        worker.run(runtime)
