"""The manager's page: what is late and who owes it, what is nobody's business, what is at risk."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Flask, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from tracker.domain.access import Permission
from tracker.domain.ageing import Age
from tracker.domain.late_figures import LateFigures
from tracker.domain.risk import RULE
from tracker.services.allowance import Costly
from tracker.store.queries import late, lists, risk
from tracker.store.queries.late import GroupBy, LateFilter, LateRow, Slice
from tracker.texts import later
from tracker.web import kept_pages, overdue_page, read_trail, site
from tracker.web.exports import sheet
from tracker.web.site import counted_as, requires
from tracker.web.task_lines import lines

PAGE = 25
MOST_EXPORTED = 10_000
LOOKED_AT = 10  # nearest dues among which the page looks for tasks at risk
SHOWN_AT_RISK = 5
GROUPS = {
    GroupBy.POST: later("post"),
    GroupBy.OFFICE: later("office"),
    GroupBy.AGE: later("how late"),
    GroupBy.OWNER: later("owner"),
}
COLUMNS = (
    "task", "cable", "post", "owner", "due (UTC)", "working days late", "calendar days late", "times moved",
    "state", "promised for", "reminders to owner or post", "last of them to", "last of them (UTC)", "next letter (UTC)",
    "next letter to", "why none",
)  # fmt: skip

blueprint = Blueprint("overdue", __name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for."""

    group: GroupBy
    wanted: LateFilter
    office: str | None
    number: int  # of the page, from 1


def asked() -> Asked:
    """Read the address; what it says wrongly counts as not said."""
    words = request.args
    post, owner = words.get("post", type=int), words.get("owner", type=int)
    age = words.get("age", "")
    group = words.get("group", "")
    return Asked(
        group=GroupBy(group) if group in list(GroupBy) else GroupBy.POST,
        wanted=LateFilter(
            only_posts=site.actor().posts_where(Permission.SEE_BOARD),
            post_ids=() if post is None else (post,),
            owner_id=owner,
            age=Age(age) if age in list(Age) else None,
        ),
        office=words.get("office"),
        number=max(1, words.get("page", 1, type=int)),
    )


def found_rows(
    session: Session, figures: LateFigures, ask: Asked, after: int, limit: int
) -> tuple[LateFilter, list[LateRow]]:
    """Return the rows asked for, and the filter they stand on."""
    held, wanted = site.runtime(), ask.wanted
    places = overdue_page.ranks(figures, ask.group)
    is_whole = not wanted.post_ids and wanted.owner_id is None and wanted.age is None
    if ask.office is not None:
        wanted = _of_office(figures, ask)
    elif is_whole and ask.group in (GroupBy.POST, GroupBy.OFFICE):
        posts = overdue_page.needed(figures, places, after, limit)
        wanted = LateFilter(only_posts=wanted.only_posts, post_ids=posts)
    if not wanted.post_ids and is_whole and not figures.total:
        return wanted, []
    ranked = {key: places[key] for key in wanted.post_ids if key in places} or places
    part = Slice(group=ask.group, ranks=ranked, after=after, limit=limit)
    return wanted, late.late_rows(session, wanted, part, now=held.now(), book=held.installation.book)


def _of_office(figures: LateFigures, ask: Asked) -> LateFilter:
    posts = tuple(post.post_id for post in figures.posts if post.office == ask.office) or (0,)
    return LateFilter(
        only_posts=ask.wanted.only_posts, post_ids=posts, owner_id=ask.wanted.owner_id, age=ask.wanted.age
    )


@blueprint.get("/overdue")
@requires(Permission.SEE_BOARD)
@kept_pages.while_nothing_changes
def page() -> str:
    """Show what is late in groups, most late first, and beside it what nobody minds and what is at risk."""
    by, held, ask = site.actor(), site.runtime(), asked()
    now, book, posts = held.now(), held.installation.book, ask.wanted.only_posts
    after = (ask.number - 1) * PAGE
    with held.looking() as session:
        figures = late.late_figures(session, now=now, book=book, only_posts=posts)
        _, rows = found_rows(session, figures, ask, after, PAGE + 1)
        of_owners = _of_owners(session, rows, ask)
        lying = lists.nobodys_business(session, now=now, only_posts=posts)
        likely = risk.at_risk(session, now=now, book=book, only_posts=posts, look_at=LOOKED_AT)
    offices = {post.post_id: post.office for post in figures.posts}
    return render_template(
        "boards/overdue.html",
        first_line=figures.first_line(lying.soon),
        soon=lying.soon,
        total=figures.total,
        beside=overdue_page.BesideLate(
            ages=overdue_page.ages(figures, ask.wanted.age),
            nobodys=overdue_page.nobodys(lying, may_decide=by.may_somewhere(Permission.READ_CABLES)),
            at_risk=tuple((lines([one.task])[0], one.why) for one in likely[:SHOWN_AT_RISK]),
        ),
        groups=overdue_page.groups(rows[:PAGE], ask.group, figures, offices, of_owners),
        group=ask.group,
        group_words=GROUPS,
        part=overdue_page.chosen_words(ask.wanted, rows, ask.office),
        page=ask.number,
        is_more=len(rows) > PAGE,
        asked=_kept(),
        may_chase=by.may_somewhere(Permission.ASSIGN),
    )


def _of_owners(session: Session, rows: Sequence[LateRow], ask: Asked) -> dict[int | None, int]:
    """Return how many are late of each owner shown, where they are grouped by owner."""
    if ask.group is not GroupBy.OWNER:
        return {}
    owners = {row.task.owner_id for row in rows}
    return late.late_of_owners(session, owners, now=site.runtime().now(), only_posts=ask.wanted.only_posts)


def _kept() -> dict[str, str]:
    """Return what the address said, without the number of the page."""
    return {
        name: value
        for name, value in request.args.items()
        if name in ("group", "post", "office", "owner", "age")
    }


@blueprint.get("/overdue.csv")
@requires(Permission.SEE_BOARD)
@counted_as(Costly.EXPORT, then=read_trail.downloaded)
def export() -> Response:
    """Give the same rows as a sheet."""
    held, ask = site.runtime(), asked()
    with held.looking() as session:
        figures = late.late_figures(
            session, now=held.now(), book=held.installation.book, only_posts=ask.wanted.only_posts
        )
        _, rows = found_rows(session, figures, ask, 0, MOST_EXPORTED)
    return sheet("overdue.csv", COLUMNS, (_cells(row) for row in rows))


def _cells(row: LateRow) -> list[object]:
    task = row.task
    return [
        task.title, task.mrn or task.cable, task.post, task.owner, task.due_at, task.days_late,
        task.days_late_gross, row.times_moved, task.status, row.promised_on, row.reminders, row.told,
        row.told_at, task.next_moment_at, row.next_to, row.why_none,
    ]  # fmt: skip


@blueprint.get("/overdue/risk")
@requires(Permission.SEE_BOARD)
def at_risk() -> str:
    """Show what is at risk of becoming late, and the rule."""
    by, held = site.actor(), site.runtime()
    with held.looking() as session:
        found = risk.at_risk(
            session,
            now=held.now(),
            book=held.installation.book,
            only_posts=by.posts_where(Permission.SEE_BOARD),
        )
    rows = [(lines([one.task])[0], one.why) for one in found]
    return render_template("boards/risk.html", rows=rows, rule=RULE)


@blueprint.get("/overdue/addresses")
@requires(Permission.SEE_BOARD)
def addresses() -> str:
    """Show the addresses to which letters about open tasks could not be delivered."""
    with site.runtime().looking() as session:
        found = lists.failed_addresses(session, only_posts=site.actor().posts_where(Permission.SEE_BOARD))
    return render_template("boards/addresses.html", rows=found)


def install(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(blueprint)
