"""`tracker tree`: bureaus, regions, offices and the posts below them; moving one moves what its people see."""

import click

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json
from tracker.domain.tree import UnitKind
from tracker.services import tree as services
from tracker.store.queries import tree as queries


@click.group()
def tree() -> None:
    """Show the tree of bureaus, offices and posts, and move its parts."""


@tree.command(name="list")
@json_option
def list_units(*, as_json: bool) -> None:
    """Show the units with the posts below each."""
    with opened() as runtime, runtime.reading() as session:
        found, loose = queries.branches(session), queries.without_unit(session)
    if as_json:
        for one in found:
            posts = [name for _, name in one.posts]
            print_json(
                {"code": one.code, "name": one.name, "kind": one.kind, "depth": one.depth, "posts": posts}
            )
        return
    for one in found:
        click.echo(f"{'  ' * one.depth}{one.code}  {one.name} ({one.below})")
        for _, name in one.posts:
            click.echo(f"{'  ' * (one.depth + 1)}- {name}")
    for name in loose:
        click.echo(f"below no unit: {name}")


@tree.command()
@click.argument("code")
@click.argument("name")
@click.option("--kind", type=click.Choice([kind.value for kind in UnitKind]), required=True)
@click.option("--below", help="The code of the unit above; without it, the top.")
def add(*, code: str, name: str, kind: str, below: str | None) -> None:
    """Add a unit: tracker tree add WHA/EPSC "Office of Economic Policy" --kind office --below WHA."""
    with opened() as runtime:
        with runtime.transaction() as session:
            unit = services.add_unit(session, code, name, kind, below=below, by=COMMAND)
        click.echo(f"{unit.code} was added.")


@tree.command()
@click.argument("what")
@click.option("--below", help="The code of the unit above; a unit without it goes to the top.")
@click.option("--unit", "is_unit", is_flag=True, help="WHAT is a unit's code, not a post.")
def move(*, what: str, below: str | None, is_unit: bool) -> None:
    """Move a post, or a unit with all below it: tracker tree move "AMEMBASSY LIMA" --below WHA/BSC."""
    if not (below or is_unit):
        raise click.UsageError("Give the unit that the post shall stand below: --below CODE.")
    with opened() as runtime:
        with runtime.transaction() as session:
            if is_unit:
                moved = services.move_unit(session, what, below=below, by=COMMAND).code
            else:
                book = runtime.installation.book
                moved = services.move_post(session, what, below=below or "", by=COMMAND, book=book).name
        click.echo(f"{moved} stands below {below or 'nothing: at the top'}.")
