"""What duties are read from beside the tasks themselves, in one question: history, points of contact, company."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from sqlalchemy.orm import Session

from tracker.store.company import TaskPerson
from tracker.store.queries import company, histories
from tracker.store.queries.histories import Contact, HistoryLine
from tracker.store.together import Together


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The history lines and the company by task, the points of contact by cable; each in its order."""

    lines: dict[int, list[HistoryLine]]
    contacts: dict[int, list[Contact]]
    company: dict[int, list[TaskPerson]]


def of_tasks(
    session: Session,
    task_ids: Collection[int],
    cable_ids: Collection[int],
    *,
    kinds: frozenset[str] | None,
    lacks: frozenset[str],
) -> Surroundings:
    """Return what stands around the tasks of these cables; the grants of its officers are not loaded.

    `kinds`: only history lines of these, and only points of contact that are written to; None: all.
    `lacks`: of "contacts" and "company", what there is none of.
    """
    session.flush()
    values: dict[str, list[int]] = {"tasks": list(task_ids)}
    if "contacts" not in lacks:
        values["cables"] = list(cable_ids)
    rows = _statement(kinds, lacks).rows(session.connection(), values)
    found = Surroundings(defaultdict(list), defaultdict(list), defaultdict(list))
    for line in sorted(map(HistoryLine._make, rows["line"]), key=attrgetter("id")):
        found.lines[line.task_id].append(line)
    for contact in sorted(map(Contact._make, rows.get("contact", ())), key=attrgetter("id")):
        found.contacts[contact.cable_id].append(contact)
    for person in company.of_rows(session, rows.get("person", ())):
        found.company[person.task_id].append(person)
    return found


@lru_cache(maxsize=32)
def _statement(kinds: frozenset[str] | None, lacks: frozenset[str]) -> Together:
    parts = {"line": histories.lines_of(kinds)}
    if "contacts" not in lacks:
        parts["contact"] = histories.contacts_of(written_to=kinds is not None)
    if "company" not in lacks:
        parts["person"] = company.company_of()
    return Together(parts)
