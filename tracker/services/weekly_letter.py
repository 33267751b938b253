"""What Monday's letter tells a manager: the figures of the overdue page at that moment, with its links."""

from collections.abc import Iterator
from urllib.parse import quote

from sqlalchemy.orm import Session

from tracker.domain import late_words, rules
from tracker.domain.access import Permission
from tracker.domain.ageing import Age
from tracker.domain.late_figures import LateAtPost, LateFigures
from tracker.domain.notice import Entry, NoticeKind
from tracker.services import accounts
from tracker.services.installation import Acting
from tracker.services.notices import Told
from tracker.store.people import Officer
from tracker.store.queries import late, lists, risk
from tracker.store.queries.lists import NOBODYS_WORDS, NobodysBusiness

MOST_POSTS = 30


def told(session: Session, manager: Officer, reader: Officer, act: Acting) -> Told:
    """Return what the letter tells: the overdue page in numbers, each with its rows behind a link.

    Who reads it for a manager that is away is told so, and of the posts that he sees himself.
    """
    by = accounts.actor_of(reader, "clock")
    posts = _both(
        *(accounts.actor_of(one, "clock").posts_where(Permission.SEE_BOARD) for one in (manager, reader))
    )
    book, now = act["installation"].book, act["now"]
    figures = late.late_figures(session, now=now, book=book, only_posts=posts)
    lying = lists.nobodys_business(session, now=now, only_posts=posts)
    urged = figures.total - figures.waiting
    return Told(
        kind=NoticeKind.WEEKLY,
        subject=f"This week: {urged} late, {late_words.thousands(lying.soon)} due within seven days",
        paragraphs=(*_why_you(manager, reader), figures.first_line(lying.soon)),
        entries=(
            Entry(words="The overdue page", path="/overdue"),
            *_ages(figures),
            *_nobodys(lying, may_decide=by.may_somewhere(Permission.READ_CABLES)),
            *_at_risk(len(risk.at_risk(session, now=now, book=book, only_posts=posts))),
            *(
                Entry(words=_post(post), path=f"/overdue?post={post.post_id}")
                for post in figures.posts[:MOST_POSTS]
            ),
        ),
    )


def _both(his: frozenset[int] | None, theirs: frozenset[int] | None) -> frozenset[int] | None:
    """Return the posts that both see; None is everywhere."""
    if his is None or theirs is None:
        return theirs if his is None else his
    return his & theirs


def _why_you(manager: Officer, reader: Officer) -> tuple[str, ...]:
    if manager.id == reader.id:
        return ()
    return (
        f"You, {reader.name}, stand in for {manager.name}: these are the figures of {manager.name}'s posts.",
    )


def _ages(figures: LateFigures) -> Iterator[Entry]:
    for age, count in figures.by_age.items():
        if count:
            yield Entry(words=f"{count} {_how_late(age)}", path=f"/overdue?age={quote(age.value)}")


def _how_late(age: Age) -> str:
    match age:
        case Age.WAITING:
            return "late, waiting for others"
        case Age.FRESH:
            return "late by less than a working day"
        case _:
            return f"late by {age.value} working days"


def _nobodys(found: NobodysBusiness, *, may_decide: bool) -> Iterator[Entry]:
    rows = [(words, found.tasks[name], f"/tasks?state={name}") for name, words in NOBODYS_WORDS.items()]
    rows += [("Cables that await a decision", found.cables if may_decide else 0, "/cables")]
    rows += [("Addresses that bounce", found.addresses, "/overdue/addresses")]
    for words, count, path in rows:
        if count:
            yield Entry(words=f"{words}: {late_words.thousands(count)}", path=path)


def _at_risk(count: int) -> Iterator[Entry]:
    if count:
        yield Entry(words=f"At risk of becoming late: {count}", path="/overdue/risk")


def _post(post: LateAtPost) -> str:
    urged, waits = post.total - post.waiting, f"{post.waiting} late, waiting for others"
    if not urged:
        return f"{post.post}: {waits}"
    days = rules.working_days(post.oldest) if post.oldest else "less than a working day"
    return f"{post.post}: {urged} late, the oldest {days}{f'; {waits}' if post.waiting else ''}"
