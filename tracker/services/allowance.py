"""How often a person may do what costs much: a throttle that every process shares, as signing in has.

Each act is a row with its moment on the database's own clock; rows older than the window count no more.
"""

import math
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from tracker.errors import TrackerError
from tracker.services.installation import Actor
from tracker.store.base import real_epoch
from tracker.store.people import SpentAct

WINDOW = 10 * 60.0  # seconds


class Costly(StrEnum):
    """What is counted."""

    UPLOAD = "upload"
    SEARCH = "search"
    EXPORT = "export"


MOST = {
    Costly.UPLOAD: 120,
    Costly.SEARCH: 300,
    Costly.EXPORT: 30,
}  # within the window; a busy person needs less
SAID = {
    Costly.UPLOAD: "brought in {most} cables or files",
    Costly.SEARCH: "searched {most} times",
    Costly.EXPORT: "asked for {most} downloads",
}


class TooOften(TrackerError):
    """That was too much in a short time. Wait a few minutes, then try again."""

    code = "too_often"

    def __init__(self, what: Costly, wait: int) -> None:
        """`wait`: seconds until the next one may be done."""
        said = SAID[what].format(most=MOST[what])
        super().__init__(f"You have {said} within {WINDOW / 60:.0f} minutes. No more can be done just now.")
        self.wait = wait


def spend(session: Session, what: Costly, by: Actor) -> None:
    """Count one act of a person; raise TooOften, and count nothing, where all are spent.

    What the system does by itself is not counted.
    """
    if by.officer_id is None:
        return
    mine = (SpentAct.officer_id == by.officer_id, SpentAct.what == what.value)
    now = session.scalars(select(real_epoch())).one()
    session.execute(delete(SpentAct).where(*mine, SpentAct.at_epoch <= now - WINDOW))
    newest_first = select(SpentAct.at_epoch).where(*mine).order_by(SpentAct.at_epoch.desc())
    last_to_count = session.scalar(newest_first.offset(MOST[what] - 1).limit(1))
    if last_to_count is not None:  # once this one is forgotten, the next counts again
        raise TooOften(what, max(1, math.ceil(last_to_count + WINDOW - now)))
    session.add(SpentAct(officer_id=by.officer_id, what=what.value, at_epoch=now))
    session.flush()


def give_back(session: Session, what: Costly, by: Actor) -> None:
    """Count a person's newest act no more: it was refused, and nothing was done."""
    newest = select(func.max(SpentAct.id)).where(
        SpentAct.officer_id == by.officer_id, SpentAct.what == what.value
    )
    session.execute(delete(SpentAct).where(SpentAct.id == newest.scalar_subquery()))
