"""The manager's page as values: its first line, how late things are, the rows in their groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from markupsafe import Markup

from tracker import texts
from tracker.domain import late_words
from tracker.domain.ageing import Age
from tracker.domain.due import short_day
from tracker.domain.late_figures import LateFigures
from tracker.domain.letter import shortened
from tracker.domain.places import PostBook
from tracker.domain.workdays import Place
from tracker.store.queries.late import GroupBy, LateFilter, LateRow
from tracker.store.queries.lists import NOBODYS_WORDS, NobodysBusiness
from tracker.store.queries.tasks import MOST_KEPT, BoardRow
from tracker.texts import _, later, ngettext
from tracker.web import site
from tracker.web.addresses import url_for
from tracker.web.task_lines import TaskLine, due_of
from tracker.web.words import DueWords, moment, since_due

AGES: Mapping[Age, str] = {
    Age.FRESH: later("Less than a working day"),
    Age.WEEK: later("1-5 working days"),
    Age.FORTNIGHT: later("6-10 working days"),
    Age.SIX_WEEKS: later("11-30 working days"),
    Age.MORE: later("More than 30"),
    Age.WAITING: later("Waiting for others"),
}
LONGEST_TITLE = 120
WIDEST = 100  # of the longest bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that opens its rows; `words` stand beside it, `share` is the length of its bar."""

    words: str
    count: str
    address: str | None
    share: int = 0
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LateLine:
    """A late task: how late, who was told when, and what goes next or why nothing does."""

    id: int
    title: str
    post: str
    cable: str
    owner: str | None
    due: DueWords
    late: str
    gross: str
    moved: str
    promised: str
    told: str | None
    told_at: Markup
    reminders: int
    next_at: Markup | None
    next_to: str | None
    why_none: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateGroup:
    """A heading with the late tasks under it; `count` is how many it has in all, where that is known."""

    title: str
    count: Number | None
    lines: tuple[LateLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideLate:
    """What stands beside the late tasks: how late they are, what nobody minds, what is at risk and why."""

    ages: tuple[Number, ...]
    nobodys: tuple[Number, ...]
    at_risk: tuple[tuple[TaskLine, str], ...]


def ages(figures: LateFigures, chosen: Age | None) -> tuple[Number, ...]:
    """Return the classes with their bars; each opens its rows."""
    by_age = figures.by_age
    most = max(by_age.values(), default=0) or 1
    return tuple(
        Number(
            words=words,
            count=f"{by_age[age]:,}",
            address=url_for("overdue.page", age=age.value) if by_age[age] else None,
            share=-(-by_age[age] * WIDEST // most),
            is_current=age is chosen,
        )
        for age, words in AGES.items()
    )


def nobodys(found: NobodysBusiness, *, may_decide: bool) -> tuple[Number, ...]:
    """Return what is nobody's business, each with its list."""
    rows = [
        (text, found.tasks[name], url_for("tasks.listed", state=name.value))
        for name, text in NOBODYS_WORDS.items()
    ]
    if may_decide:
        rows.append((_("Cables that await a decision"), found.cables, url_for("cables.listed")))
    rows.append((_("Addresses that bounce"), found.addresses, url_for("overdue.addresses")))
    return tuple(
        Number(words=text, count=late_words.thousands(count), address=address if count else None)
        for text, count, address in rows
    )


def groups(
    rows: Sequence[LateRow],
    group: GroupBy,
    figures: LateFigures,
    offices: Mapping[int, str],
    of_owners: Mapping[int | None, int],
) -> list[LateGroup]:
    """Return the rows under their headings, each with how many are late in all."""
    known_by = site.reader_place(), texts.spoken(), site.runtime().installation.book

    def key(row: LateRow) -> tuple[str, str]:
        match group:
            case GroupBy.POST:
                return row.task.post, str(row.task.post_id)
            case GroupBy.OFFICE:
                return offices.get(row.task.post_id, ""), offices.get(row.task.post_id, "")
            case GroupBy.AGE:
                return str(AGES[row.age]), row.age.value
            case GroupBy.OWNER:
                return row.task.owner or _("Nobody"), str(row.task.owner_id or 0)

    counts = _counts(group, figures, of_owners)
    return [
        LateGroup(
            title=title,
            count=_of_group(group, value, counts.get(value)),
            lines=tuple(_line(row, *known_by) for row in found),
        )
        for (title, value), found in groupby(rows, key)
    ]


def _counts(group: GroupBy, figures: LateFigures, of_owners: Mapping[int | None, int]) -> dict[str, int]:
    match group:
        case GroupBy.POST:
            return {str(post.post_id): post.total for post in figures.posts}
        case GroupBy.OFFICE:
            found: dict[str, int] = {}
            for post in figures.posts:
                found[post.office] = found.get(post.office, 0) + post.total
            return found
        case GroupBy.AGE:
            return {age.value: count for age, count in figures.by_age.items()}
        case GroupBy.OWNER:
            return {str(owner or 0): count for owner, count in of_owners.items()}


def _of_group(group: GroupBy, value: str, count: int | None) -> Number | None:
    """Return the number of a heading, None where it was not counted."""
    if count is None:
        return None
    words: dict[str, Any] = {group.value: value}
    address = url_for("overdue.page", **words)
    return Number(words=_("late"), count=f"{count:,}", address=address)


@lru_cache(maxsize=MOST_KEPT)
def _line(row: LateRow, _place: Place, _spoken: texts.Catalogue, book: PostBook) -> LateLine:
    """Return the line of a row, made once while the row is the same: its days are those of its quarter of an hour."""
    task = row.task
    moved = row.times_moved
    return LateLine(
        id=task.id,
        title=shortened(task.title, LONGEST_TITLE),
        post=task.post,
        cable=task.mrn or task.cable or _("text %(number)s", number=task.cable_id),
        owner=task.owner,
        due=due_of(task, book, site.runtime().now()),
        late=_late(task.days_late),
        gross=_beside(task),
        moved=ngettext("moved once", "moved %(num)s times", moved) if moved else "",
        promised=_promised(row.promised_on),
        told=row.told,
        told_at=moment(row.told_at),
        reminders=row.reminders,
        next_at=moment(task.next_moment_at) if task.next_moment_at else None,
        next_to=row.next_to,
        why_none=row.why_none,
    )


def _promised(day: date | None) -> str:
    return _("promised for %(day)s", day=short_day(day)) if day else ""


def _beside(task: BoardRow) -> str:
    """Return what stands under the days that count: all working days since, where they differ, and calendar days."""
    if not task.days_late_gross:
        return _("since today")
    days = ngettext("%(num)s calendar day", "%(num)s calendar days", task.days_late_gross)
    return ", ".join(filter(None, (since_due(task.days_late, task.days_late_whole), days)))


def _late(days: int) -> str:
    if days:
        return ngettext("%(num)s working day", "%(num)s working days", days)
    return _("less than a working day")


def chosen_words(wanted: LateFilter, rows: Sequence[LateRow], office: str | None) -> str | None:
    """Return which part of the late tasks is shown, None for all."""
    parts: list[str] = []
    if office:
        parts.append(office)
    elif len(wanted.post_ids) == 1:
        parts.append(rows[0].task.post if rows else _("one post"))
    if wanted.owner_id is not None:
        owner = rows[0].task.owner if rows else None
        parts.append(_("owned by %(name)s", name=owner) if owner else _("owned by nobody"))
    if wanted.age is not None:
        parts.append(str(AGES[wanted.age]).lower())
    return ", ".join(parts) or None


def ranks(figures: LateFigures, group: GroupBy) -> dict[int, int]:
    """Return the place of each post: by itself, or with the other posts of its office."""
    if group is not GroupBy.OFFICE:
        return {post.post_id: n for n, post in enumerate(figures.posts)}
    order = {office: n for n, office in enumerate(dict.fromkeys(post.office for post in figures.posts))}
    return {post.post_id: order[post.office] for post in figures.posts}


def needed(figures: LateFigures, places: Mapping[int, int], after: int, limit: int) -> tuple[int, ...]:
    """Return the posts whose rows can stand on this part of the list: the others need not be looked at.

    `after` and `limit` count rows in the order of `places`.
    """
    seen, found = 0, list[int]()
    last = None
    for post in sorted(figures.posts, key=lambda one: places[one.post_id]):
        if places[post.post_id] != last and seen >= after + limit:
            break
        found.append(post.post_id)
        seen, last = seen + post.total, places[post.post_id]
    return tuple(found)
