"""`tracker demo`: everything at once, on sample cables."""

import os

import click

from tracker.demo import run


@click.command()
@click.argument("cables", nargs=-1, metavar="[CABLE]...")
def demo(*, cables: tuple[str, ...]) -> int:
    """Show it all: sample cables, a clock you can set, a mailbox."""
    return run(cables, os.environ)
