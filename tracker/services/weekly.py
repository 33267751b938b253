"""Monday's letter to managers: the same figures as the overdue page shows at that moment, with its links.

Where Monday is a day off on the manager's clock, it goes on the next working day.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session, raiseload

from tracker.domain import late_words, rules
from tracker.domain.access import Permission, Role
from tracker.domain.ageing import Age
from tracker.domain.notice import Entry, NoticeKind
from tracker.domain.workdays import DAY, moment_of
from tracker.services import accounts, notices
from tracker.services.clocks import officer_calendar
from tracker.services.habits import wishes_of
from tracker.services.installation import Acting, Actor, Installation
from tracker.services.notices import Told
from tracker.services.readers import is_allowed
from tracker.services.reminders import PlannedLetter
from tracker.store import base
from tracker.store.people import Officer, RoleGrant
from tracker.store.queries import late, lists, risk
from tracker.store.queries.late import LateAtPost, LateFigures
from tracker.store.queries.lists import NOBODYS_WORDS, NobodysBusiness
from tracker.store.weekly import WeeklyLetter

MANAGERS = (Role.MANAGER, Role.POST_MANAGER)
LATEST = timedelta(days=1)  # after an outage longer than that, the next Monday's letter does
MOST_POSTS = 30
TITLE = "What is late this week"
CLOCK = Actor.system("clock")


def send(session: Session, *, now: datetime, installation: Installation) -> int:
    """Send the letter to each manager whose Monday morning has come, once a week; return how many."""
    mondays = ((one, _monday(one.zone, now), sent) for one, sent in _managers(session, None))
    due = [
        (one, week) for one, week, sent in mondays if sent != week and _is_time(one, week, now, installation)
    ]
    return sum(_send_one(session, officer.id, week, now, installation) for officer, week in due)


def planned(
    session: Session, *, now: datetime, days: int, installation: Installation, only: int | None = None
) -> list[PlannedLetter]:
    """Return Monday's letters to come until so many days on, of all managers or `only` one; their figures are those of their moment."""
    until, found = now + timedelta(days=days), []
    for officer, sent in _managers(session, only):
        week, address = _monday(officer.zone, now), officer.email.strip().lower()
        while is_allowed(address, installation) and (at := _morning(officer, week, installation)) <= until:
            if sent != week and now < at + LATEST:
                letter = PlannedLetter(
                    at=max(at, now), recipient=address, name=officer.name, kind=NoticeKind.WEEKLY, title=TITLE
                )
                found.append(letter)
            week += DAY * 7
    return found


def _managers(session: Session, only: int | None) -> list[tuple[Officer, date | None]]:
    """Return the active managers, or `only` one of them, each with the last Monday whose letter was sent."""
    last = (
        select(WeeklyLetter.officer_id, func.max(WeeklyLetter.week_on).label("week_on"))
        .group_by(WeeklyLetter.officer_id)
        .subquery()
    )
    mine = RoleGrant.officer_id == only
    manages = select(RoleGrant.officer_id).where(RoleGrant.role.in_(MANAGERS))
    rows = session.execute(
        select(Officer, last.c.week_on)
        .outerjoin(last, last.c.officer_id == Officer.id)
        .where(Officer.is_active, Officer.id.in_(manages if only is None else manages.where(mine)))
        .options(raiseload("*"))
        .order_by(Officer.id)
    ).all()
    return [(row[0], row[1]) for row in rows]


def _monday(zone: str, now: datetime) -> date:
    today = now.astimezone(ZoneInfo(zone)).date()
    return today - DAY * today.weekday()


def _is_time(officer: Officer, week_on: date, now: datetime, installation: Installation) -> bool:
    morning = _morning(officer, week_on, installation)
    return morning <= now < morning + LATEST


def _morning(officer: Officer, week_on: date, installation: Installation) -> datetime:
    hour = wishes_of(officer).send_at or installation.policies.general.send_at
    calendar = officer_calendar(officer, installation.book, ())
    day = week_on if calendar.is_working_day(week_on) else calendar.next_working_day(week_on)
    return moment_of(day, hour, officer.zone)


def _send_one(
    session: Session, officer_id: int, week_on: date, now: datetime, installation: Installation
) -> bool:
    if base.insert_once(session, WeeklyLetter, {"officer_id": officer_id, "week_on": week_on}) is None:
        return False
    officer = session.get_one(Officer, officer_id, populate_existing=True)
    act = Acting(by=CLOCK, now=now, installation=installation)
    return notices.send(session, officer.email, officer.name, told(session, officer, act), act) is not None


def told(session: Session, officer: Officer, act: Acting) -> Told:
    """Return what the letter tells a manager: the overdue page in numbers, each with its rows behind a link."""
    reader = accounts.actor_of(officer, "clock")
    posts = reader.posts_where(Permission.SEE_BOARD)
    book, now = act["installation"].book, act["now"]
    figures = late.late_figures(session, now=now, book=book, only_posts=posts)
    lying = lists.nobodys_business(session, now=now, only_posts=posts)
    first = late_words.first_line(
        total=figures.total, posts=len(figures.posts), oldest=figures.oldest, soon=lying.soon
    )
    return Told(
        kind=NoticeKind.WEEKLY,
        subject=f"This week: {figures.total} late, {late_words.thousands(lying.soon)} due within seven days",
        paragraphs=(first,),
        entries=(
            Entry(words="The overdue page", path="/overdue"),
            *_ages(figures),
            *_nobodys(lying, may_decide=reader.may_somewhere(Permission.READ_CABLES)),
            *_at_risk(len(risk.at_risk(session, now=now, book=book, only_posts=posts))),
            *(
                Entry(words=_post(post), path=f"/overdue?post={post.post_id}")
                for post in figures.posts[:MOST_POSTS]
            ),
        ),
    )


def _ages(figures: LateFigures) -> Iterator[Entry]:
    for age, count in figures.by_age.items():
        how = "late, waiting for others" if age is Age.WAITING else f"{age.value} working days late"
        if count:
            yield Entry(words=f"{count} {how}", path=f"/overdue?age={quote(age.value)}")


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
    days = rules.working_days(post.oldest) if post.oldest else "less than a working day"
    return f"{post.post}: {post.total} late, the oldest {days}"
