"""Reads config/reminders.toml into the reminder policies; every fault of the file is listed at once.

[reminders] and [hours] hold for all; a table such as [posts."AMEMBASSY LIMA"] or [offices."SECSTATE WASHDC"]
says what is otherwise there.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.domain.places import PostBook, PostKind
from tracker.domain.policy import Policies, Policy
from tracker.domain.policy_values import HOURS, checked
from tracker.errors import BadSettings
from tracker.settings import share_dir

REMINDERS = (
    "first_letter", "before", "on_due_day", "after", "after_every", "after_at_most", "undated_every",
    "undated_at_most", "waiting_every", "waiting_at_most", "interim_before", "interim_after_at_most", "ladder",
)  # fmt: skip
GENERAL: Mapping[str, tuple[str, ...]] = {"reminders": REMINDERS, "hours": HOURS}
PLACES = ("posts", "offices")


def load(path: Path | None = None, *, book: PostBook | None = None) -> Policies:
    """Return the policies of the file; raise BadSettings that lists every unknown key, name and bad value.

    Names of posts and offices are looked up in the book; without one none is known.
    """
    path = path or share_dir("config") / "reminders.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"{path.name} is not TOML: {error}") from None
    faults: list[str] = []
    values = _general(found, faults)
    general = _made(Policy(), values, "", faults)
    places = _places(found, general, book, faults)
    if faults:
        listed = "\n".join(f"  - {fault}" for fault in faults)
        raise BadSettings(f"{path.name} cannot be used:\n{listed}")
    return Policies(general=general, places=places)


def _general(found: Mapping[str, Any], faults: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for section, table in found.items():
        if section in PLACES and isinstance(table, Mapping):
            continue
        if section not in GENERAL or not isinstance(table, Mapping):
            sections = ", ".join(f"[{name}]" for name in (*GENERAL, *PLACES))
            faults.append(f"[{section}] is not known; the sections are {sections}")
            continue
        values |= _taken(section, table, GENERAL[section], faults)
    return values


def _places(
    found: Mapping[str, Any], general: Policy, book: PostBook | None, faults: list[str]
) -> dict[str, Policy]:
    policies: dict[str, Policy] = {}
    for section in PLACES:
        tables = found.get(section)
        for name, table in (tables if isinstance(tables, Mapping) else {}).items():
            where = f'{section}."{name}"'
            designator = _designator(section, name, book)
            if designator is None or not isinstance(table, Mapping):
                kind = "office" if section == "offices" else "post or office"
                faults.append(f"[{where}]: no {kind} has this name")
                continue
            values = _taken(where, table, (*REMINDERS, *HOURS), faults)
            policies[designator] = _made(general, values, f"[{where}] ", faults)
    return policies


def _designator(section: str, name: str, book: PostBook | None) -> str | None:
    post = book.find(name) if book is not None else None
    if post is None or (section == "offices" and post.kind is not PostKind.OFFICE):
        return None
    return post.designator


def _taken(
    section: str, table: Mapping[str, Any], known: tuple[str, ...], faults: list[str]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    place = "" if section in GENERAL else f"[{section}] "
    for key, value in table.items():
        if key not in known:
            faults.append(f"{key} is not known; [{section}] has {', '.join(known)}")
            continue
        try:
            values[key] = checked(key, value)
        except ValueError as error:
            faults.append(f"{place}{key}: {error}")
    return values


def _made(base: Policy, values: Mapping[str, Any], where: str, faults: list[str]) -> Policy:
    policy = replace(base, **values)
    if policy.is_quiet(policy.send_at):
        quiet = f"{policy.quiet_from:%H:%M} to {policy.quiet_to:%H:%M}"
        faults.append(f"{where}send_at {policy.send_at:%H:%M} lies in the quiet hours, {quiet}")
    return policy
