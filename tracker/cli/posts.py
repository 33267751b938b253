"""`tracker posts`: the posts of this installation, where each gets its mail, who is told what stays late."""

import click
from sqlalchemy import select

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.services import posts as post_services
from tracker.store.places import Post

NOWHERE = (None, None)


@click.group()
def posts() -> None:
    """List the posts, set the mailbox of one."""


@posts.command(name="list")
@click.option("--with-mailbox", is_flag=True, help="Only those that get mail.")
@json_option
def list_posts(*, with_mailbox: bool, as_json: bool) -> None:
    """List the posts with their zone and mailbox."""
    with opened() as runtime, runtime.reading() as session:
        kept = {row.name: (row.mailbox, row.fallback) for row in session.scalars(select(Post))}
        values = [
            (post.designator, post.kind.value, post.country, post.zone, *kept.get(post.designator, NOWHERE))
            for post in runtime.installation.book
            if kept.get(post.designator, NOWHERE)[0] or not with_mailbox
        ]
    names = ("post", "kind", "country", "zone", "mailbox", "fallback")
    if as_json:
        for value in values:
            print_json(dict(zip(names, value, strict=True)))
    else:
        print_table([name.capitalize() for name in names], values)


@posts.command()
@click.argument("name")
@click.argument("address", required=False)
@click.option("--none", "is_none", is_flag=True, help="The post has no mailbox.")
def mailbox(*, name: str, address: str | None, is_none: bool) -> None:
    """Set where a post gets its mail: tracker posts mailbox "AMEMBASSY LIMA" duty@post.example."""
    if is_none == bool(address):
        raise click.UsageError("Give the mailbox's address, or --none.")
    with opened() as runtime:
        with runtime.transaction() as session:
            post = post_services.set_mailbox(
                session, name, address, by=COMMAND, now=runtime.now(), installation=runtime.installation
            )
            words = (
                f"{post.name} gets its mail at {post.mailbox}."
                if post.mailbox
                else f"{post.name} gets no mail."
            )
        click.echo(words)


@posts.command()
@click.argument("name")
@click.argument("address", required=False)
@click.option("--none", "is_none", is_flag=True, help="Nobody is told.")
def fallback(*, name: str, address: str | None, is_none: bool) -> None:
    """Set who is told where a letter about a post's task cannot be delivered."""
    if is_none == bool(address):
        raise click.UsageError("Give an address, or --none.")
    with opened() as runtime:
        with runtime.transaction() as session:
            post = post_services.set_fallback(
                session, name, address, by=COMMAND, now=runtime.now(), installation=runtime.installation
            )
            told = post.fallback or "nobody else"
        click.echo(f"Where a letter about a task of {post.name} cannot be delivered, {told} is told.")


@posts.command()
@click.argument("name")
@click.option("--supervisor", metavar="ADDRESS", help='Who is told first; "none": the post\'s manager.')
@click.option("--director", metavar="ADDRESS", help='Who is told next; "none": the manager of all posts.')
def ladder(*, name: str, supervisor: str | None, director: str | None) -> None:
    """Set who is told where a post's tasks stay late, in place of its managers."""
    given = {"supervisor": supervisor, "director": director}
    steps = {step: None if said == "none" else said for step, said in given.items() if said is not None}
    if not steps:
        raise click.UsageError('Give --supervisor or --director, an address or "none".')
    with opened() as runtime:
        with runtime.transaction() as session:
            post = post_services.set_ladder(
                session, name, steps, by=COMMAND, now=runtime.now(), installation=runtime.installation
            )
            first, then = (getattr(post, step) or "the managers" for step in given)
        click.echo(
            f"Told where tasks of {post.name} stay late: first (supervisor) {first}; then (office director) {then}."
        )
