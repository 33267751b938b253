"""Who may do what where: roles, what each role permits, and grants. What is not granted is denied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.texts import later


class Permission(StrEnum):
    """One kind of act."""

    INGEST = "ingest"
    READ_CABLES = "read cables"  # every cable where granted everywhere; a post's own come with READ_TASKS
    REVIEW = "review"
    READ_TASKS = "read tasks"
    WORK_TASKS = "work tasks"  # take, accept, wait, finish, decline, note
    TAKE = "take"  # be offered what nobody at the post has taken; who hands work out may take it, unasked
    ASSIGN = "assign"
    CHANGE_DUE = "change due"
    CANCEL = "cancel"
    SEE_BOARD = "see board"
    SEE_MAIL = "see mail"  # the outbox and the health page
    SEE_INCIDENTS = "see incidents"
    LOCK_CABLES = "lock cables"  # hide one that is found to be classified from everybody
    SETTLE_SPILLS = "settle spills"  # unlock, purge, let in again who sent what was refused
    ADMINISTER = "administer"  # officers, grants, the tree, mailboxes
    READ_AUDIT = "read audit"


class Role(StrEnum):
    """What an officer is: at one post, at a unit of the tree for all posts below it, or everywhere."""

    DESK_OFFICER = "desk officer"
    POST_STAFF = "post staff"
    POST_MANAGER = "post manager"  # the deputy chief of mission: assigns within the post
    MANAGER = "manager"  # of a bureau or office: all that is below it
    READER = "reader"
    SECURITY_OFFICER = "security officer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


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
    Role.POST_STAFF: _WORK | {Permission.TAKE},
    Role.POST_MANAGER: _WORK | {Permission.TAKE, Permission.ASSIGN, Permission.LOCK_CABLES},
    Role.MANAGER: _WORK
    | {
        Permission.LOCK_CABLES,
        Permission.READ_CABLES,
        Permission.ASSIGN,
        Permission.CHANGE_DUE,
        Permission.CANCEL,
        Permission.SEE_MAIL,
    },
    Role.READER: frozenset({Permission.READ_CABLES, Permission.READ_TASKS, Permission.SEE_BOARD}),
    Role.SECURITY_OFFICER: frozenset(
        {Permission.SEE_INCIDENTS, Permission.LOCK_CABLES, Permission.SETTLE_SPILLS}
    ),
    Role.ADMINISTRATOR: frozenset({Permission.ADMINISTER, Permission.SEE_MAIL, Permission.READ_AUDIT}),
    Role.AUDITOR: frozenset({Permission.READ_AUDIT}),
}
ROLES: Mapping[str, str] = {
    Role.DESK_OFFICER: later("desk officer"),
    Role.POST_STAFF: later("post staff"),
    Role.POST_MANAGER: later("post manager"),
    Role.MANAGER: later("manager"),
    Role.READER: later("reader"),
    Role.SECURITY_OFFICER: later("security officer"),
    Role.ADMINISTRATOR: later("administrator"),
    Role.AUDITOR: later("auditor"),
}
IN_WORDS: Mapping[Role, str] = {
    Role.DESK_OFFICER: later("takes cables in, decides on what they ask, sets and moves due days"),
    Role.POST_STAFF: later("works on the tasks of the post"),
    Role.POST_MANAGER: later("works on the tasks of the post, says who owns them, locks a classified cable"),
    Role.MANAGER: later(
        "sees all below, says who owns a task, moves due days, cancels, locks a classified cable"
    ),
    Role.READER: later("reads, changes nothing"),
    Role.SECURITY_OFFICER: later("sees what was refused at the door; locks, unlocks and purges cables"),
    Role.ADMINISTRATOR: later("people, roles, the tree and mailboxes; no cable"),
    Role.AUDITOR: later("reads the audit trail"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role at one post, at a unit for the posts below it (`below`), or everywhere where both are None."""

    role: Role
    post_id: int | None = None
    unit_id: int | None = None
    below: frozenset[int] = frozenset()

    def permits(self, permission: Permission) -> bool:
        """Return whether its role permits the act, wherever it counts."""
        return permission in PERMITS[self.role]

    @property
    def posts(self) -> frozenset[int] | None:
        """The posts at which it counts; None: everywhere."""
        if self.unit_id is not None:
            return self.below
        return None if self.post_id is None else frozenset({self.post_id})


def may(grants: Iterable[Grant], permission: Permission, post_id: int | None = None) -> bool:
    """Return whether the grants permit the act at that post; with no post, whether they do everywhere."""
    posts = posts_where(grants, permission)
    return posts is None or post_id in posts


def may_somewhere(grants: Iterable[Grant], permission: Permission) -> bool:
    """Return whether the grants permit the act at any post at all."""
    posts = posts_where(grants, permission)
    return posts is None or bool(posts)


def posts_where(grants: Iterable[Grant], permission: Permission) -> frozenset[int] | None:
    """Return the posts at which the grants permit the act; None where they do everywhere."""
    posts: frozenset[int] = frozenset()
    for grant in grants:
        if grant.permits(permission):
            if grant.posts is None:
                return None
            posts |= grant.posts
    return posts
