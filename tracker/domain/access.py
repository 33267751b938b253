"""Who may do what where: roles, what each role permits, and grants. What is not granted is denied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """One kind of act."""

    INGEST = "ingest"
    READ_CABLES = "read cables"  # every cable where granted everywhere; a post's own come with READ_TASKS
    REVIEW = "review"
    READ_TASKS = "read tasks"
    WORK_TASKS = "work tasks"  # take, accept, wait, finish, decline, note
    ASSIGN = "assign"
    CHANGE_DUE = "change due"
    CANCEL = "cancel"
    SEE_BOARD = "see board"
    SEE_MAIL = "see mail"  # the outbox and the health page
    SEE_INCIDENTS = "see incidents"
    ADMINISTER = "administer"  # officers, grants, mailboxes


class Role(StrEnum):
    """What an officer is, at one post or everywhere."""

    DESK_OFFICER = "desk officer"
    POST_STAFF = "post staff"
    MANAGER = "manager"
    READER = "reader"
    SECURITY_OFFICER = "security officer"
    ADMINISTRATOR = "administrator"


_WORK = frozenset({Permission.READ_TASKS, Permission.WORK_TASKS, Permission.SEE_BOARD})
PERMITS: Mapping[Role, frozenset[Permission]] = {
    Role.DESK_OFFICER: _WORK
    | {
        Permission.INGEST,
        Permission.READ_CABLES,
        Permission.REVIEW,
        Permission.ASSIGN,
        Permission.CHANGE_DUE,
        Permission.CANCEL,
        Permission.SEE_MAIL,
    },
    Role.POST_STAFF: _WORK,
    Role.MANAGER: _WORK
    | {
        Permission.READ_CABLES,
        Permission.ASSIGN,
        Permission.CHANGE_DUE,
        Permission.CANCEL,
        Permission.SEE_MAIL,
    },
    Role.READER: frozenset({Permission.READ_CABLES, Permission.READ_TASKS, Permission.SEE_BOARD}),
    Role.SECURITY_OFFICER: frozenset({Permission.SEE_INCIDENTS}),
    Role.ADMINISTRATOR: frozenset({Permission.ADMINISTER, Permission.SEE_MAIL}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role at one post, or everywhere where `post_id` is None."""

    role: Role
    post_id: int | None = None


def may(grants: Iterable[Grant], permission: Permission, post_id: int | None = None) -> bool:
    """Return whether the grants permit the act at that post; with no post, whether they do everywhere."""
    return any(
        permission in PERMITS[grant.role] and (grant.post_id is None or grant.post_id == post_id)
        for grant in grants
    )


def may_somewhere(grants: Iterable[Grant], permission: Permission) -> bool:
    """Return whether the grants permit the act at any post at all."""
    return any(permission in PERMITS[grant.role] for grant in grants)


def posts_where(grants: Iterable[Grant], permission: Permission) -> frozenset[int] | None:
    """Return the posts at which the grants permit the act; None where they do everywhere."""
    posts: set[int] = set()
    for grant in grants:
        if permission not in PERMITS[grant.role]:
            continue
        if grant.post_id is None:
            return None
        posts.add(grant.post_id)
    return frozenset(posts)
