"""A refused cable that is a false alarm: its text was not kept, so it is sent in again, and let in once.

What is let in must bear the very marks at the very lines, and have the very size, of the incident that the
security officer released: another text is refused as before. What a lock refuses is not released so.
"""

from datetime import datetime, timedelta
from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.access import Permission
from tracker.errors import Conflict, Forbidden, NotFound
from tracker.services import audit, door
from tracker.services.door import Refusal, RefusedText
from tracker.services.installation import Acting, Actor
from tracker.store.cables import SpillIncident
from tracker.texts import _

LASTS = timedelta(days=1)


def release(session: Session, incident_id: int, **act: Unpack[Acting]) -> SpillIncident:
    """Let the cable of this incident in once, if it is sent in again within a day. Again is the same.

    Raise Conflict for a lock's incident: that is unlocked.
    """
    by = act["by"]
    if not by.may_somewhere(Permission.SETTLE_SPILLS):
        raise Forbidden
    incident = session.get(SpillIncident, incident_id, with_for_update=True, populate_existing=True)
    if incident is None:
        raise NotFound
    if not incident.marks:
        raise Conflict(_("No door refused this text. Unlock the cable instead."))
    incident.released_at, incident.released_by, incident.let_in_at = act["now"], by.name, None
    audit.add(session, "false alarm released", by=by, incident=incident.id)
    session.flush()
    return incident


def require(session: Session, text: str, act: Acting) -> None:
    """Raise RefusedText where this installation may not hold the text, and nobody has released it."""
    refused = door.refusal(text, act["installation"].settings)
    if refused is not None and not _is_let_in(session, refused, act["by"], act["now"]):
        raise RefusedText(refused)


def _is_let_in(session: Session, refused: Refusal, by: Actor, now: datetime) -> bool:
    """Return whether a release fits this text, and spend it: two who send it in at once are one and a refusal."""
    released = select(SpillIncident).where(
        SpillIncident.released_at > now - LASTS,
        SpillIncident.let_in_at.is_(None),
        SpillIncident.size == refused.size,
    )
    for incident in session.scalars(released.order_by(SpillIncident.id).with_for_update()):
        if incident.marks == door.as_kept(refused.marks):
            incident.let_in_at = now
            told = {"incident": incident.id, "released_by": incident.released_by}
            audit.add(session, "text let in", by=by, outcome=audit.DONE, **told)
            return True
    return False
