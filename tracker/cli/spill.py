"""`tracker spill`: lock a cable that is found to be classified, see who saw it, unlock it, or purge it by two people."""

import sys
from typing import Any

import click
from sqlalchemy.orm import Session

from tracker.cli.opening import COMMAND, opened
from tracker.cli.printing import json_option, print_json, print_table
from tracker.clock import print_moment
from tracker.errors import Forbidden
from tracker.runtime import Runtime
from tracker.services import accounts, held_senders, signing_in, spill_trail, spills
from tracker.services.installation import Acting, Actor
from tracker.services.spill_trail import Trail
from tracker.store import erasing
from tracker.store.spills import LOCKED, PURGED, LockedCable

WAY = "command"
as_option = click.option(
    "--as", "login", required=True, metavar="LOGIN", help="Whose act it is; the password is asked for."
)


@click.group()
def spill() -> None:
    """Lock a cable that is found to be classified, see who saw it, unlock it, purge it."""


@spill.command(name="lock")
@click.argument("cable")
def lock_cable(*, cable: str) -> None:
    """Hide CABLE and all that was made of it from everybody: tracker spill lock "08 STATE 12345"."""
    with opened() as runtime:
        with runtime.transaction() as session:
            act = _acting(runtime, COMMAND)
            locked = [spills.lock(session, cable_id, **act) for cable_id in spills.find(session, cable)]
            done = [(one.id, one.cable_id, one.notices_lost) for one in locked]
        for number, cable_id, lost in done:
            click.echo(f"Locked: cable {cable_id}, as lock {number}. Nobody sees it any more.")
            if lost:
                letters = "1 letter" if lost == 1 else f"{lost} letters"
                click.echo(f"Stopped with it, though about other cables' tasks too: {letters}.")
        click.echo(f"Who saw it, and which letters carried it: tracker spill trail {done[0][0]}")


@spill.command(name="list")
@json_option
def list_locks(*, as_json: bool) -> None:
    """List the cables that were locked, and how each stands."""
    with opened() as runtime, runtime.reading() as session:
        found = [_values(one) for one in spills.listed(session, COMMAND)]
    if as_json:
        for values in found:
            print_json(values)
    elif found:
        heads = ("Lock", "Cable", "Number", "State", "Locked", "By")
        print_table(heads, [[one[name.lower()] for name in heads] for one in found])
    else:
        click.echo("No cable was ever locked here.")


@spill.command()
@click.argument("lock_id", metavar="LOCK", type=int)
@json_option
def trail(*, lock_id: int, as_json: bool) -> None:
    """Print who saw a locked cable, which letters and files carried it, and who could have read it."""
    with opened() as runtime, runtime.reading() as session:
        found = spill_trail.trail(session, spills.lock_of(session, lock_id, COMMAND))
    if as_json:
        print_json(found.as_json())
    else:
        _print_trail(found)


@spill.command()
@click.argument("lock_id", metavar="LOCK", type=int)
@as_option
def unlock(*, lock_id: int, login: str) -> None:
    """Put a cable back with all that was made of it: it was no spill."""
    with opened() as runtime:
        by = _who(runtime, login)
        with runtime.transaction() as session:
            cable_id = spills.unlock(session, lock_id, **_acting(runtime, by)).cable_id
        click.echo(f"Unlocked: cable {cable_id}. Its reminders are planned from now on.")


@spill.command()
@click.argument("lock_id", metavar="LOCK", type=int)
@as_option
def purge(*, lock_id: int, login: str) -> None:
    """Ask that a locked cable's texts be destroyed; the same by another person destroys them."""
    with opened() as runtime:
        by = _who(runtime, login)
        with runtime.transaction() as session:
            is_confirmed = _purge(session, lock_id, _acting(runtime, by))
        if not is_confirmed:
            click.echo("Asked for. Another person confirms it by the same command.")
            return
        click.echo("The texts are deleted. The files of the database are written anew; others wait.")
        _rewrite(runtime, by)


@spill.command()
@as_option
def rewrite(*, login: str) -> int:
    """Write the files of the database anew after a purge, so that they hold nothing of what was deleted."""
    with opened() as runtime:
        return _rewrite(runtime, _who(runtime, login))


@spill.command()
def senders() -> None:
    """List the senders of whom no mail is taken since one of theirs was refused."""
    with opened() as runtime, runtime.reading() as session:
        rows = [
            (one.id, one.address, print_moment(one.since_at), one.incident_id)
            for one in held_senders.listed(session)
        ]
    if rows:
        print_table(("Sender", "Address", "Since", "Incident"), rows)
    else:
        click.echo("Mail is taken from everybody.")


@spill.command()
@click.argument("held_id", metavar="SENDER", type=int)
@as_option
def release(*, held_id: int, login: str) -> None:
    """Take mail of SENDER again, who is named by the number that `senders` lists."""
    with opened() as runtime:
        by = _who(runtime, login)
        with runtime.transaction() as session:
            address = held_senders.release(session, held_id, **_acting(runtime, by))
        click.echo(f"Mail from {address} is taken again.")


def _purge(session: Session, lock_id: int, act: Acting) -> bool:
    """Confirm the purge where another person has asked for it, else ask for it; return whether it was confirmed."""
    asked_by = spills.held(session, lock_id, act["by"]).purge_asked_id
    if asked_by is None or asked_by == act["by"].officer_id:
        spills.ask_purge(session, lock_id, **act)
        return False
    spills.purge(session, lock_id, **act)
    return True


def _rewrite(runtime: Runtime, by: Actor) -> int:
    is_clean = erasing.rewrite(runtime.engine)
    if not is_clean:
        click.echo("Another transaction kept deleted rows in the files. Let it end, then do this again.")
        return 1
    with runtime.transaction() as session:
        spills.rewritten(session, **_acting(runtime, by))
    click.echo(
        "Written anew. Restart pages and worker; backups, logs of changes and sent mail hold it still."
    )
    return 0


def _who(runtime: Runtime, login: str) -> Actor:
    """Return the officer, who has given the password; raise Forbidden where it is wrong."""
    if sys.stdin.isatty():
        password = str(click.prompt(f"Password of {login}", hide_input=True))
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    with runtime.transaction() as session:
        officer = signing_in.sign_in(session, login, password, source=WAY)
        by = accounts.actor_of(officer, WAY) if officer is not None else None
    if by is None:
        raise Forbidden("The name or the password is wrong.")
    return by


def _acting(runtime: Runtime, by: Actor) -> Acting:
    return Acting(by=by, now=runtime.now(), installation=runtime.installation)


def _values(one: LockedCable) -> dict[str, Any]:
    state = one.state
    if state == LOCKED and one.purge_asked_by:
        state = f"locked, {one.purge_asked_by} asks for its purge"
    if state == PURGED and one.rewritten_at is None:
        state = "purged, files not written anew"
    return {
        "lock": one.id,
        "cable": one.cable_id,
        "number": one.number,
        "state": state,
        "locked": print_moment(one.locked_at),
        "by": one.locked_by,
    }


def _print_trail(found: Trail) -> None:
    entries = [
        (one.number, print_moment(one.at), one.by, one.act, "may hold it" if one.is_list else "", _ids(one))
        for one in found.entries
    ]
    print_table(("Entry", "When", "Who", "What", "A list", "Of what"), entries)
    if not found.is_whole:
        click.echo("\nIt was unlocked: letters and readers are told while a cable is locked, or purged.")
        return
    click.echo("\nLetters that carried it:" if found.letters else "\nNo letter carried it.")
    if found.letters:
        rows = [(one.recipient, one.message_id, one.words) for one in found.letters]
        print_table(("To", "Message-ID", "What became of it"), rows)
    click.echo(f"\nCould have read it: {', '.join(found.could_read) or 'nobody'}.")
    click.echo("Lists and pages of tasks that are for everybody at a post leave no entry.")


def _ids(one: spill_trail.Entry) -> str:
    return ", ".join(f"{name} {value}" for name, value in one.objects.items())
