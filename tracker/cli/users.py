"""`tracker users`: the officers of this installation, their roles and passwords."""

import sys
from typing import Any

import click
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.domain.access import Role
from tracker.errors import NotFound
from tracker.services import accounts, password_links
from tracker.services.accounts import NewOfficer
from tracker.services.installation import Acting
from tracker.store.people import Officer, RoleGrant


@click.group()
def users() -> None:
    """Add and list officers, give and take roles, set passwords."""


@users.command()
@click.argument("login")
@click.option("--name", required=True, help="The officer's name.")
@click.option("--email", required=True, help="Where the officer gets mail.")
@click.option("--zone", default="America/New_York", show_default=True, help="The clock the officer lives by.")
@click.option(
    "--role", "roles", multiple=True, metavar="ROLE[@POST|@UNIT]", help=f"One of: {', '.join(Role)}."
)
@click.option("--no-password", is_flag=True, help="Owns tasks, cannot sign in.")
def add(*, login: str, name: str, email: str, zone: str, roles: tuple[str, ...], no_password: bool) -> None:
    """Add an officer: tracker users add dana --name "Dana Roe" --email d@x.example --role "desk officer"."""
    password = None if no_password else _asked()
    with opened() as runtime:
        book = runtime.installation.book
        with runtime.transaction() as session:
            new = NewOfficer(login=login, name=name, email=email, zone=zone, password=password)
            officer = accounts.create_officer(session, new, by=COMMAND)
            for words in roles:
                role, _, post = words.partition("@")
                accounts.grant(session, officer.id, role, by=COMMAND, post=post or None, book=book)
            login = officer.login
        click.echo(f"{login} was added.")


@users.command(name="list")
@json_option
def list_users(*, as_json: bool) -> None:
    """List the officers with their roles."""
    with opened() as runtime, runtime.reading() as session:
        found = _officers(session)
    if as_json:
        for officer in found:
            print_json(officer)
    elif found:
        rows = [(o["login"], o["name"], o["email"], o["zone"], ", ".join(o["roles"])) for o in found]
        print_table(("Sign-in", "Name", "Mail", "Zone", "Roles"), rows)
    else:
        click.echo("There are no officers yet. Add one: tracker users add --help")


def _officers(session: Session) -> list[dict[str, Any]]:
    query = select(Officer).options(selectinload(Officer.grants)).order_by(Officer.login)
    return [
        {
            "id": officer.id,
            "login": officer.login,
            "name": officer.name,
            "email": officer.email,
            "zone": officer.zone,
            "active": officer.is_active,
            "roles": sorted(role_words(grant) for grant in officer.grants),
        }
        for officer in session.scalars(query)
    ]


def role_words(grant: RoleGrant) -> str:
    """Return a grant as it is written on the command line: "manager@WHA", "reader"."""
    if grant.post is not None:
        return f"{grant.role}@{grant.post.name}"
    return f"{grant.role}@{grant.unit.code}" if grant.unit is not None else grant.role


@users.command()
@click.argument("login")
@click.argument("role", metavar="ROLE[@POST|@UNIT]")
def grant(*, login: str, role: str) -> None:
    """Give an officer a role: tracker users grant dana "manager@WHA"."""
    name, _, at = role.partition("@")
    with opened() as runtime:
        with runtime.transaction() as session:
            officer = _found(session, login)
            book = runtime.installation.book
            accounts.grant(session, officer.id, name, by=COMMAND, post=at or None, book=book)
            words = ", ".join(sorted(role_words(one) for one in officer.grants))
        click.echo(f"{officer.name} is now: {words}.")


@users.command()
@click.argument("login")
@click.argument("role", metavar="ROLE[@POST|@UNIT]")
def revoke(*, login: str, role: str) -> None:
    """Take a role away, written as tracker users list writes it."""
    with opened() as runtime:
        with runtime.transaction() as session:
            officer = _found(session, login)
            given = next((one for one in officer.grants if role_words(one) == role), None)
            if given is None:
                raise NotFound(f"{officer.name} has no role {role}.")
            accounts.revoke(session, given.id, by=COMMAND)
        click.echo(f"{officer.name} is no longer {role}.")


def _found(session: Session, login: str) -> Officer:
    found = session.scalar(select(Officer).where(Officer.login == login.strip().lower()))
    if found is None:
        raise NotFound(f"There is no officer with the sign-in name {login}.")
    return found


@users.command()
@click.argument("login")
def password(*, login: str) -> None:
    """Set an officer's password; it is asked for, or read from standard input."""
    words = _asked()
    with opened() as runtime:
        with runtime.transaction() as session:
            accounts.set_password(session, _found(session, login).id, words, by=COMMAND)
        click.echo(f"The password of {login} is set.")


@users.command()
@click.argument("login")
def invite(*, login: str) -> None:
    """Send an officer a letter with a link to choose a password; it works once, for three days."""
    with opened() as runtime:
        act = Acting(by=COMMAND, now=runtime.now(), installation=runtime.installation)
        with runtime.transaction() as session:
            officer = _found(session, login)
            password_links.invite(session, officer.id, **act)
        click.echo(f"A letter goes to {officer.email} with the worker's next look.")


@users.command()
@click.argument("login")
def off(*, login: str) -> None:
    """Let an officer sign in no more; sessions end at once. Tasks stay with their owner."""
    _switch(login, is_active=False)


@users.command()
@click.argument("login")
def on(*, login: str) -> None:
    """Let an officer sign in again."""
    _switch(login, is_active=True)


def _switch(login: str, *, is_active: bool) -> None:
    with opened() as runtime:
        with runtime.transaction() as session:
            officer = _found(session, login)
            accounts.set_active(session, officer.id, is_active=is_active, by=COMMAND)
        click.echo(f"{officer.name} {'can sign in again' if is_active else 'can sign in no more'}.")


def _asked() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
