"""What stands around every page: who is signed in, where to go, the demo's clock, trouble with mail."""

import time
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from importlib import metadata

from flask import Flask, current_app, g, request, url_for
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError

from tracker import texts
from tracker.clock import print_moment
from tracker.domain.access import Permission
from tracker.domain.workdays import WASHINGTON, Place
from tracker.services import health
from tracker.texts import _, later, marked
from tracker.web import site, words

VERSION = metadata.version("tracker")
FRESH = 5.0  # seconds for which the state of mail is told without asking again
DATABASE_SILENT = later("The database does not answer. Nothing that you enter now is kept.")
LINKS: tuple[tuple[str, str, Permission], ...] = (
    (marked("My day"), "boards.my_day", Permission.READ_TASKS),
    (marked("Cables"), "cables.listed", Permission.READ_TASKS),
    (marked("Tasks"), "tasks.listed", Permission.READ_TASKS),
    (marked("Overdue"), "overdue.page", Permission.SEE_BOARD),
    (marked("My reminders"), "my_reminders.page", Permission.READ_TASKS),
    (marked("Mail"), "mail.state", Permission.SEE_MAIL),
    (marked("Refused texts"), "mail.incidents", Permission.SEE_INCIDENTS),
    (marked("Locked cables"), "spills.listed", Permission.SETTLE_SPILLS),
    (marked("Admin"), "people.listed", Permission.ADMINISTER),
    (marked("Audit trail"), "trail.entries", Permission.READ_AUDIT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One page of the navigation."""

    title: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame of one page. `trouble` is a sentence where mail has not gone; `demo_clock` the set moment."""

    person: str | None
    links: tuple[Link, ...]
    trouble: str | None
    environment: str | None
    clock_note: str
    help_contact: str  # who is asked for help, in the installation's words
    help_address: str | None  # where that is a mail address or a page
    version: str
    demo_at: str | None
    demo_clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What is wrong with the mail, in a sentence, and whether the worker must be started."""

    words: str
    is_worker_still: bool = False
    fault: str | None = None  # for administrators


@dataclass
class Watch:
    """The last look at the mail's health, kept for a few seconds so that pages stay quick."""

    told: dict[texts.Catalogue, tuple[float, Trouble | None]] = field(default_factory=dict)

    def look(self, now: datetime) -> Trouble | None:
        """Return what is wrong with the mail, in the language spoken now; None where it goes."""
        until, trouble = self.told.get(texts.spoken(), (0.0, None))
        if time.monotonic() >= until:
            trouble = _trouble(now)
            self.told[texts.spoken()] = time.monotonic() + FRESH, trouble
        return trouble


def _trouble(now: datetime) -> Trouble | None:
    try:
        with site.runtime().reading() as session:
            found = health.health(session, now=now, installation=site.runtime().installation)
    except SQLAlchemyError:
        return Trouble(words=str(DATABASE_SILENT))
    if found.is_green:
        return None
    return Trouble(words=found.words, is_worker_still=found.is_worker_still, fault=found.fault)


def with_remedy(found: Trouble | health.Health) -> str:
    """Return how the mail stands and, where the worker must be started, what this reader can do about it.

    What the worker fails at is told to administrators alone.
    """
    said = [found.words]
    if found.fault and site.actor().may_somewhere(Permission.ADMINISTER):
        said.append(health.with_fault(found.fault))
    return " ".join([*said, *([_remedy()] if found.is_worker_still else [])])


def _remedy() -> str:
    if site.actor().may_somewhere(Permission.ADMINISTER):
        return health.remedy()
    who = site.runtime().settings.help_contact
    return _("Tell %(who)s.", who=who) if who else _("Tell your administrator.")


def frame() -> Frame:
    """Return the frame of this request's page, built once."""
    built: Frame | None = g.get("frame")
    if built is None:
        built = g.frame = _built()
    return built


def _built() -> Frame:
    settings, now = site.runtime().settings, site.runtime().now()
    is_demo, is_known = settings.env == "demo", current_user.is_authenticated
    place = site.reader_place() if is_known else WASHINGTON
    trouble = _watch().look(now) if is_known else None
    return Frame(
        person=site.actor().name if is_known else None,
        links=_links() if is_known else (),
        trouble=with_remedy(trouble) if trouble else None,
        environment=None if settings.is_production else settings.env,
        clock_note=_clock_note(place) if is_known else "",
        help_contact=settings.help_contact,
        help_address=_address_of(settings.help_contact),
        version=VERSION,
        demo_at=print_moment(now) if is_demo else None,
        demo_clock=words.day_and_clock(now, place),
    )


def _address_of(contact: str) -> str | None:
    """Return where a link to who helps leads; None where the words are a name or a telephone number."""
    words = contact.split()
    if len(words) != 1:
        return None
    if contact.startswith(("https://", "http://")):
        return contact
    return f"mailto:{contact}" if "@" in contact else None


def _clock_note(place: Place) -> str:
    if place == WASHINGTON:
        return _("Moments are Washington time. Due days are told on the post's clock.")
    return _(
        "Moments are %(city)s time; Washington time is given in brackets. "
        "Due days are told on the post's clock.",
        city=place.name,
    )


def _watch() -> Watch:
    watch = current_app.extensions["tracker.watch"]
    assert isinstance(watch, Watch)
    return watch


def _links() -> tuple[Link, ...]:
    by = site.actor()
    held = tuple(access for access in LINKS if by.may_somewhere(access[2]))
    return _links_of(held, request.endpoint or "", request.script_root, texts.spoken())


@lru_cache(maxsize=1024)
def _links_of(
    held: tuple[tuple[str, str, Permission], ...], endpoint: str, _root: str, _spoken: texts.Catalogue
) -> tuple[Link, ...]:
    """Return the links of a page; kept, as building an address costs more than all else here."""
    return tuple(
        Link(
            title=texts.gettext(title), address=url_for(leads_to), is_current=_is_current(leads_to, endpoint)
        )
        for title, leads_to, _needs in held
    )


def _is_current(leads_to: str, endpoint: str) -> bool:
    of = {
        "cables": ("cables", "review"),
        "tasks": ("tasks", "task_reminders"),
        "overdue": ("overdue", "bulk"),
        "people": ("people", "units"),
        "spills": ("spills",),
        "mail.state": ("letter_days",),
    }
    part = "review" if endpoint == "boards.grid" else endpoint.partition(".")[0]
    return endpoint == leads_to or part in of.get(leads_to, of.get(leads_to.partition(".")[0], ()))


def install(app: Flask) -> None:
    """Put the frame around every page."""
    app.extensions["tracker.watch"] = Watch()
    app.context_processor(lambda: {"frame": frame()})
