"""`tracker migrate`: the tables of a database, brought to this version."""

import click

from tracker.cli.opening import opened


@click.command()
def migrate() -> None:
    """Bring the database to the tables of this version."""
    with opened(is_to_migrate=True) as runtime:
        click.echo(f"The tables of {runtime.engine.url.render_as_string(hide_password=True)} are up to date.")
