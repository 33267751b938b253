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
from tracker.texts import Later, later, marked, nlater, together

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
    return Told(
        kind=NoticeKind.WEEKLY,
        subject=_subject(figures.total - figures.waiting, lying.soon),
        paragraphs=(*_why_you(manager, reader), *_lead(figures)),
        entries=(
            Entry(words=later("The overdue page"), path="/overdue"),
            *_ages(figures),
            *_nobodys(lying, may_decide=by.may_somewhere(Permission.READ_CABLES)),
            *_at_risk(len(risk.at_risk(session, now=now, book=book, only_posts=posts))),
            *(
                Entry(words=_post(post), path=f"/overdue?post={post.post_id}")
                for post in figures.posts[:MOST_POSTS]
            ),
        ),
    )


def _subject(urged: int, soon: int) -> Later:
    said = late_words.thousands(soon)
    if not urged:
        return later("This week: nothing late, %(soon)s due within seven days", soon=said)
    return nlater(
        "This week: %(num)s late, %(soon)s due within seven days",
        "This week: %(num)s late, %(soon)s due within seven days",
        urged,
        soon=said,
    )


def _lead(figures: LateFigures) -> tuple[Later, ...]:
    said = figures.under_the_numbers()
    return (together(*said),) if said else ()


def _both(his: frozenset[int] | None, theirs: frozenset[int] | None) -> frozenset[int] | None:
    """Return the posts that both see; None is everywhere."""
    if his is None or theirs is None:
        return theirs if his is None else his
    return his & theirs


def _why_you(manager: Officer, reader: Officer) -> tuple[Later, ...]:
    if manager.id == reader.id:
        return ()
    why = later(
        "You, %(name)s, stand in for %(manager)s: these are the figures of %(manager)s's posts.",
        name=reader.name,
        manager=manager.name,
    )
    return (why,)


def _ages(figures: LateFigures) -> Iterator[Entry]:
    for age, count in figures.by_age.items():
        if count:
            yield Entry(words=_how_late(age, count), path=f"/overdue?age={quote(age.value)}")


def _how_late(age: Age, count: int) -> Later:
    match age:
        case Age.WAITING:
            return _waits(count)
        case Age.FRESH:
            one = marked("%(num)s late by less than a working day")
        case Age.MORE:
            one = marked("%(num)s late by over 30 working days")
        case _:
            one = marked("%(num)s late by %(days)s working days")
    return nlater(one, one, count, days=age.value)


def _waits(count: int) -> Later:
    return nlater("%(num)s late, waiting for others", "%(num)s late, waiting for others", count)


def _nobodys(found: NobodysBusiness, *, may_decide: bool) -> Iterator[Entry]:
    rows = [(words, found.tasks[name], f"/tasks?state={name}") for name, words in NOBODYS_WORDS.items()]
    rows += [(later("Cables that await a decision"), found.cables if may_decide else 0, "/cables")]
    rows += [(later("Addresses that bounce"), found.addresses, "/overdue/addresses")]
    for words, count, path in rows:
        if count:
            line = later("%(what)s: %(number)s", what=words, number=late_words.thousands(count))
            yield Entry(words=line, path=path)


def _at_risk(count: int) -> Iterator[Entry]:
    if count:
        yield Entry(words=later("At risk of becoming late: %(number)s", number=count), path="/overdue/risk")


def _post(post: LateAtPost) -> Later:
    urged = post.total - post.waiting
    if not urged:
        return later("%(post)s: %(waits)s", post=post.post, waits=_waits(post.waiting))
    days = rules.working_days(post.oldest) if post.oldest else later("less than a working day")
    line = nlater(
        "%(post)s: %(num)s late, the oldest %(days)s",
        "%(post)s: %(num)s late, the oldest %(days)s",
        urged,
        post=post.post,
        days=days,
    )
    return later("%(late)s; %(waits)s", late=line, waits=_waits(post.waiting)) if post.waiting else line
