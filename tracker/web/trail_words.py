"""What an entry of the audit trail is about, in words: officers by name, roles and places as people say them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import access
from tracker.store.audit import AuditEntry
from tracker.store.people import Officer
from tracker.texts import _, marked

Names = Mapping[int, str]

OFFICERS = ("officer", "stand_in")  # whose values are officers' numbers
EVERYWHERE = "everywhere"
SAID: Mapping[str, str] = {  # in the order in which they are said; others follow as they are called
    "officer": marked("%(value)s"),
    "role": marked("as %(value)s"),
    "at": marked("at %(value)s"),
    "stand_in": marked("%(value)s stands in"),
    "task": marked("task %(value)s"),
    "task_id": marked("task %(value)s"),
    "cable": marked("cable %(value)s"),
    "cable_id": marked("cable %(value)s"),
    "post": marked("post %(value)s"),
    "status": marked("now %(value)s"),
    "verdict": marked("verdict: %(value)s"),
    "why": marked("because: %(value)s"),
}
ORDER = list(SAID)


def officers_named(session: Session, entries: Sequence[AuditEntry]) -> Names:
    """Return the names of the officers that the entries are about, by number."""
    values = {entry.objects.get(key) for entry in entries for key in OFFICERS}
    numbers = [value for value in values if isinstance(value, int)]
    if not numbers:
        return {}
    found = session.execute(select(Officer.id, Officer.name).where(Officer.id.in_(numbers)))
    return {row.id: row.name for row in found}


def objects_in_words(objects: Mapping[str, int | str], names: Names) -> str:
    """Return "Dana Roe (officer 3), as manager, everywhere"."""
    in_order = sorted(objects, key=lambda key: (ORDER.index(key) if key in SAID else len(ORDER), key))
    return ", ".join(_said(key, objects[key], names) for key in in_order)


def _said(key: str, value: int | str, names: Names) -> str:
    if key in OFFICERS:
        value = _officer(value, names)
    elif key == "role":
        value = str(access.ROLES.get(str(value), value))
    elif key == "at" and value == EVERYWHERE:
        return _("everywhere")
    if key in SAID:
        return _(SAID[key], value=value)
    return f"{key.replace('_', ' ')} {value}"


def _officer(number: int | str, names: Names) -> str:
    name = names.get(number) if isinstance(number, int) else None
    if name is None:
        return _("officer %(number)s", number=number)
    return _("%(name)s (officer %(number)s)", name=name, number=number)
