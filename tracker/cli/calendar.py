"""`tracker calendar`: a post's own days off, from an ICS file, and what its calendar says."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from tracker.adapters import ics
from tracker.cli.opening import COMMAND, opened
from tracker.cli.plan import in_words, replanned
from tracker.cli.printing import json_option, print_json, print_table
from tracker.domain.due import short_day
from tracker.domain.places import Post, key_of
from tracker.domain.workdays import DAY
from tracker.errors import BadSettings, Invalid, NotFound
from tracker.runtime import Runtime
from tracker.services import audit

CALENDARS = "calendars"  # the folder of the installation
FOLLOWED = "The worker and the pages of this data folder follow it from their next tick and page."


@click.group()
def calendar() -> None:
    """Load a post's own holidays, show its days off."""


@calendar.command()
@click.argument("name", metavar="POST")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def load(*, name: str, file: Path) -> None:
    """Take a post's days off from an ICS file, in place of those loaded before; plan its letters anew."""
    with opened() as runtime:
        post = _post(runtime, name)
        found = ics.read_ics(file.read_bytes())
        if not found.days:
            why = f" {found.skipped[0]}." if found.skipped else ""
            raise Invalid({"file": f"{file.name} has no whole day off.{why}"})
        _keep(runtime.settings.home / CALENDARS, post, file.read_bytes())
        click.echo(f"{post.designator}: {len(found.days)} days off, {_between(found.days)}.")
        for words in found.skipped:
            click.echo(f"Left out: {words}.", err=True)
        _plan_anew(runtime, post, days=len(found.days))


@calendar.command()
@click.argument("name", metavar="POST")
def drop(*, name: str) -> None:
    """Forget the days off that were loaded for a post; plan its letters anew."""
    with opened() as runtime:
        post = _post(runtime, name)
        kept = _kept(runtime.settings.home / CALENDARS, post)
        if not kept:
            raise NotFound(f"No days off were loaded for {post.designator}.")
        for path in kept:
            path.unlink()
        click.echo(f"{post.designator}: the days off that were loaded are forgotten.")
        _plan_anew(runtime, post, days=0)


@calendar.command()
@click.argument("name", metavar="POST")
@click.option("--year", type=click.IntRange(1970, 2100), help="Which year; the present one where not given.")
@json_option
def show(*, name: str, year: int | None, as_json: bool) -> None:
    """List the days off of a post in a year, week-ends left out."""
    with opened() as runtime:
        post = _post(runtime, name)
        found = runtime.installation.book.calendar(post)
        first = date(year or found.local_day(runtime.now()).year, 1, 1)
    days = [(day, found.holiday_on(day)) for day in _year(first)]
    named = [(day, words) for day, words in days if words]
    if as_json:
        for day, words in named:
            print_json({"day": day.isoformat(), "name": words})
        return
    print_table(("Day", "Name"), [(f"{short_day(day)} {day.year}", words) for day, words in named])
    if not found.knows(first):
        click.echo(f"The holidays of the host country in {first.year} are not known.", err=True)


def _post(runtime: Runtime, name: str) -> Post:
    post = runtime.installation.book.find(name)
    if post is None:
        raise NotFound(f"{name} is not in the table of posts.")
    return post


def _kept(folder: Path, post: Post) -> list[Path]:
    """Return the files of the post's days off, however their names are written."""
    return [path for path in folder.glob("*.ics") if key_of(path.stem) == key_of(post.designator)]


def _keep(folder: Path, post: Post, data: bytes) -> None:
    """Write the file in place of those before, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    before, path = _kept(folder, post), folder / f"{post.designator}.ics"
    draft = path.with_suffix(".new")
    draft.write_bytes(data)
    draft.replace(path)
    for old in before:
        if old != path:
            old.unlink()


def _between(days: Mapping[date, str]) -> str:
    first, last = min(days), max(days)
    return f"{short_day(first)} {first.year} to {short_day(last)} {last.year}"


def _year(first: date) -> list[date]:
    return [first + DAY * n for n in range((first.replace(year=first.year + 1) - first).days)]


def _plan_anew(runtime: Runtime, post: Post, *, days: int) -> None:
    """Plan the letters of all open tasks with the calendars as they are now."""
    now_known = runtime.renewed()
    if now_known.fault:
        raise BadSettings(now_known.fault)
    with runtime.transaction() as session:
        audit.add(session, "calendar loaded", by=COMMAND, post=post.designator, days=days)
    click.echo(in_words(replanned(now_known)))
    click.echo(FOLLOWED)
