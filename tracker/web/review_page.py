"""The review page as values: the cable's facts, its text with evidence lit, and each proposal in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tracker.clock import print_moment
from tracker.domain import addressees, counted_days, due, places
from tracker.domain.counted_days import Counted
from tracker.domain.due import Due
from tracker.domain.lifecycle import Status, Verdict, state_words
from tracker.domain.places import PostBook
from tracker.domain.workdays import WASHINGTON, zone_of
from tracker.services import deadlines
from tracker.store.cables import CableRecord, ProposalRecord
from tracker.store.queries.whole_cables import WholeCable
from tracker.store.tasks import Task
from tracker.texts import _, later
from tracker.web import words
from tracker.web.evidence import Light, Piece, pieces, reflowing, spans_of_words
from tracker.web.roll_up import PostLine, RollUp, roll_up

HOURS = {
    None: later("close of business"),
    "COB": later("close of business"),
    "OOB": later("opening of business"),
    "NOON": later("noon"),
}
KINDS = {
    "paper": later("Paper to hand over"),
    "points": later("Talking points"),
    "reference": later("Text for reference"),
}
PASSING = {
    "allowed": later("may be passed to the host government"),
    "forbidden": later("may not be passed"),
    "partial": later("may be passed in part"),
    "unsaid": later("the cable does not say whether it may be passed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task that came of a proposal."""

    id: int
    post: str
    status: str
    state: str
    is_closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A proposal, or a sentence that was not taken."""

    id: int
    number: int
    title: str
    quote: str
    paragraph: int | None
    posts: tuple[PostLine, ...]
    unresolved: tuple[str, ...]
    due_quote: str | None
    preferred: str  # "Thu 23 Apr": the day by which the cable would rather have it; "" for none
    reading: tuple[str, ...]
    is_optional: bool
    verdict: str
    decided_by: str | None
    reason: str | None
    tasks: tuple[TaskLine, ...]
    anchor: str
    due_line: str
    roll: RollUp | None  # of many posts
    same_as: int | None  # an ask above that has the same posts and days

    @property
    def is_waiting(self) -> bool:
        """Whether a person must still decide."""
        return self.verdict == Verdict.WAITING

    @property
    def done(self) -> int:
        """How many of its posts have done it."""
        return sum(task.status == Status.DONE for task in self.tasks)

    @property
    def missing(self) -> list[str]:
        """The posts that still owe it."""
        return [task.post for task in self.tasks if not task.is_closed]

    @property
    def is_accepted(self) -> bool:
        """Whether it became tasks."""
        return self.verdict in (Verdict.ACCEPTED, Verdict.AMENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """All that the page shows of a cable."""

    id: int
    number: str
    subject: str
    record: CableRecord
    sent: str
    heading: list[Piece]
    body: list[Piece]
    asks: tuple[Ask, ...]
    left_out: tuple[Ask, ...]
    defects: tuple[str, ...]

    @property
    def decided(self) -> int:
        """How many asks have a verdict."""
        return sum(not ask.is_waiting for ask in self.asks)


def review_page(whole: WholeCable, book: PostBook, now: datetime, lights: Iterable[Light] = ()) -> ReviewPage:
    """Return the page of a cable; `lights` are more evidence than its own proposals have."""
    record = whole.record
    current = [p for p in record.proposals if p.version == record.version and p.verdict != Verdict.SUPERSEDED]
    kept = [
        p
        for p in record.proposals
        if p.version != record.version and p.verdict in (Verdict.ACCEPTED, Verdict.AMENDED)
    ]
    asks = [p for p in [*kept, *current] if _is_ask(p)]
    left = [p for p in current if not _is_ask(p)]
    lit = [*_lights(whole, [p for p in asks if p.version == record.version], left), *lights]
    end = int(record.header["end"])
    return ReviewPage(
        id=record.id,
        number=record.mrn or record.canonical_id or _("Text %(number)s", number=record.id),
        subject=record.subject or _("No subject line"),
        record=record,
        sent=_sent(record),
        heading=pieces(whole.text, lit, 0, end),
        body=reflowing(pieces(whole.text, lit, end)),
        asks=_told_once(_ask(p, n, whole, book, now) for n, p in enumerate(asks, 1)),
        left_out=tuple(_ask(p, n, whole, book, now) for n, p in enumerate(left, 1)),
        defects=tuple(dict.fromkeys(defect["words"] for defect in record.header["defects"])),
    )


def _told_once(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """Return the asks; many posts with their days are told at the first ask that has them."""
    seen: dict[RollUp, int] = {}
    told = []
    for ask in asks:
        number = seen.setdefault(ask.roll, ask.number) if ask.roll else ask.number
        told.append(ask if number == ask.number else replace(ask, same_as=number))
    return tuple(told)


def _is_ask(proposal: ProposalRecord) -> bool:
    """Return whether it was proposed, or added by a person from what was not taken."""
    return proposal.kind == "ask" or proposal.verdict in (Verdict.ACCEPTED, Verdict.AMENDED)


def _sent(record: CableRecord) -> str:
    return f"{record.sent_at:%-d %b %Y %H:%M}Z" if record.sent_at else _("day not given")


def _lights(whole: WholeCable, asks: Sequence[ProposalRecord], left: Sequence[ProposalRecord]) -> list[Light]:
    record = whole.record
    found = [
        Light(kind="ask", word=_("Ask %(number)s", number=n), spans=p.spans, anchor=f"text-{p.id}")
        for n, p in enumerate(asks, 1)
    ]
    for p in (*asks, *left):
        spans = spans_of_words(whole.text, p.due_quote, p.spans)
        found.append(Light(kind="due", word=_("due"), spans=spans, anchor=f"due-{p.id}"))
    found += [Light(kind="left", word=_("not taken"), spans=p.spans, anchor=f"text-{p.id}") for p in left]
    found += [
        Light(kind="contact", word=_("contact"), spans=c.spans, anchor=f"contact-text-{c.id}")
        for c in record.contacts
    ]
    found += [
        Light(kind="paper", word=_("paper"), spans=p.spans, anchor=f"paper-text-{p.id}")
        for p in record.papers
    ]
    found += [
        Light(kind="event", word=_("event"), spans=e.spans, anchor=f"event-text-{e.id}")
        for e in record.events
    ]
    return found + [
        Light(kind="unknown", word=_("unknown"), spans=[defect["span"]], anchor=f"unknown-{n}")
        for n, defect in enumerate(record.header["defects"])
        if defect["span"] and defect["code"] == "unknown designator"
    ]


def _ask(proposal: ProposalRecord, number: int, whole: WholeCable, book: PostBook, now: datetime) -> Ask:
    record = whole.record
    asked = asked_of(proposal, record, book)
    wanted = due_read(proposal)
    asked_now = now if proposal.verdict == Verdict.WAITING and not record.is_history else None
    lines = tuple(_post_line(proposal, post, record, book, asked_now) for post in asked.posts)
    return Ask(
        id=proposal.id,
        number=number,
        title=(proposal.amended or {}).get("title") or proposal.title,
        quote=proposal.quote,
        paragraph=proposal.paragraph,
        posts=lines,
        unresolved=tuple(missing.words for missing in asked.unresolved),
        due_quote=proposal.due_quote,
        preferred=str(due.short_day(proposal.due_preferred_on)) if proposal.due_preferred_on else "",
        reading=tuple(proposal.due_explained),
        is_optional=proposal.is_optional,
        verdict=proposal.verdict,
        decided_by=proposal.decided_by,
        reason=_(proposal.reason) if proposal.reason else None,
        tasks=tuple(_task_line(task) for task in whole.tasks if task.proposal_id == proposal.id),
        anchor=f"text-{proposal.id}",
        due_line=_due_line(wanted, deadlines.count_of(proposal)),
        roll=roll_up(lines),
        same_as=None,
    )


def due_read(proposal: ProposalRecord) -> Due:
    """Return the due of an ask as it was read."""
    return Due(on=proposal.due_on, time=proposal.due_time, zone=proposal.due_zone)


def _due_line(wanted: Due, count: Counted | None) -> str:
    """Return "Thu 30 Apr 2009, close of business at each post": the due of many posts in one line."""
    if wanted.on is None:
        return _("no day is given")
    day = f"{due.short_day(wanted.on)} {wanted.on.year}"
    if count is not None:
        day = _("%(days)s, counted by each post on its own calendar", days=counted_days.words_of(count))
    hour = HOURS.get(wanted.time, wanted.time)
    if wanted.zone in (None, "post"):
        return _("%(day)s, %(hour)s at each post", day=day, hour=hour)
    return _("%(day)s, %(hour)s on the clock of %(zone)s", day=day, hour=hour, zone=wanted.zone)


def asked_of(
    proposal: ProposalRecord, record: CableRecord, book: PostBook, wanted: Sequence[str] | None = None
) -> addressees.Asked:
    """Return the posts that a proposal asks, or a person wants it to ask, on the day the cable was sent."""
    chosen = wanted or (proposal.amended or {}).get("posts")
    return addressees.asked(
        chosen or proposal.addressees,
        book,
        on=record.sent_at.date() if record.sent_at else None,
        exempt=() if chosen else record.header["exempt"],
    )


def _post_line(
    proposal: ProposalRecord, post: places.Post, record: CableRecord, book: PostBook, now: datetime | None
) -> PostLine:
    """Return what a post would owe; `now` where that is still to be decided."""
    found_due = deadlines.counted_at(proposal, due_read(proposal), post, record, book)
    wanted = found_due.due
    moment = due.due_at(wanted, post.place)
    if moment is None or wanted.on is None:
        return PostLine(name=post.designator, at=None, headline=_("no day is given"), left="", warnings=())
    calendar = book.calendar(post)
    arrived = record.sent_at or record.received_at
    found = due.clash(wanted, calendar, arrived)
    washington = moment.astimezone(zone_of(WASHINGTON.zone))
    if now is not None:
        found += due.clash_now(moment, calendar, now)
    return PostLine(
        name=post.designator,
        at=print_moment(moment),
        headline=_headline(wanted, wanted.on, post),
        left=_(
            "%(days)s, counted from its arrival.", days=due.working_days_left(calendar, arrived, moment).words
        ),
        warnings=tuple(one.words for one in found),
        moment=f"{due.short_day(washington.date())}, {washington:%H:%M} Washington",
        against=tuple(one.kind for one in found),
        counted=" ".join(found_due.words),
        day=wanted.on,
        skipped=found_due.skipped,
    )


def _headline(wanted: Due, on: date, post: places.Post) -> str:
    """Return "Wed 6 Aug 2008, close of business in Mexico City: 17:00 there, 18:00 Washington"."""
    place = due.place_meant(wanted, post.place)
    moment = due.due_at(wanted, post.place)
    assert moment is not None
    day, hour = f"{due.short_day(on)} {on.year}", HOURS.get(wanted.time, wanted.time)
    said = _("%(day)s, %(hour)s in %(place)s", day=day, hour=hour, place=place.name)
    clocks = [
        _clock(moment.astimezone(zone_of(other.zone)), on, _("there") if other == place else other.name)
        for other in dict.fromkeys((place, post.place, WASHINGTON))
    ]
    return f"{said}: {', '.join(clocks)}"


def _clock(here: datetime, on: date, name: str) -> str:
    day = "" if here.date() == on else f"{due.short_day(here.date())} "
    return f"{day}{here:%H:%M} {name}"


def _task_line(task: Task) -> TaskLine:
    state = state_words(task.status, task.outcome)
    is_closed = Status(task.status).is_closed
    return TaskLine(id=task.id, post=task.post.name, status=task.status, state=state, is_closed=is_closed)


def refs_of(record: CableRecord) -> list[str]:
    """Return the references with their letters: "A. LIMA 00388"."""
    return [
        f"{ref['label']}. {ref['text']}" if ref["label"] else str(ref["text"])
        for ref in record.header["refs"]
    ]


def tags_of(record: CableRecord, book: PostBook) -> list[str]:
    """Return the TAGS, geographic ones with their country, which many do not spell as one would think: "SZ (Switzerland)"."""
    countries = {tag: book.country_of_tag(tag) for tag in record.header["tags"]}
    return [f"{tag} ({country})" if country else tag for tag, country in countries.items()]


def line_of(record: CableRecord) -> str:
    """Return the heading in one line: sent, precedence, to whom, markings."""
    to = words.listed(record.header["to"]) or _("no action addressee")
    marks = ", ".join(filter(None, [record.classification, *record.header["captions"]]))
    return " · ".join(filter(None, [_sent(record), record.precedence, _("to %(posts)s", posts=to), marks]))
