"""What every use case is told beside the session: who acts, when, and what this installation knows."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from tracker.domain import access
from tracker.domain.access import Grant, Permission
from tracker.domain.places import PostBook
from tracker.domain.policy import Policies
from tracker.errors import Forbidden
from tracker.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, and by which way: page, command, mail, api or clock.

    A trusted actor (the command line, the clock) may do everything; anybody else only what the
    grants permit. `source` is the address a request came from.
    """

    name: str
    way: str
    officer_id: int | None = None
    grants: tuple[Grant, ...] = ()
    is_trusted: bool = False
    source: str | None = None
    address: str | None = None  # the mail address, folded, of who acts by mail or by a letter's link
    session_id: int | None = None  # of the signed-in session it acts in

    @classmethod
    def system(cls, way: str, name: str = "tracker") -> "Actor":
        """Return the actor of the command line or the clock."""
        return cls(name=name, way=way, is_trusted=True)

    def may(self, permission: Permission, post_id: int | None = None) -> bool:
        """Return whether this actor may do that at the post; with no post, everywhere."""
        return self.is_trusted or access.may(self.grants, permission, post_id)

    def may_somewhere(self, permission: Permission) -> bool:
        """Return whether this actor may do that at any post at all: pages ask before they show a link."""
        return self.is_trusted or access.may_somewhere(self.grants, permission)

    def posts_where(self, permission: Permission) -> frozenset[int] | None:
        """Return the posts at which this actor may do that; None: everywhere."""
        return None if self.is_trusted else access.posts_where(self.grants, permission)

    def require(self, permission: Permission, post_id: int | None = None) -> None:
        """Raise Forbidden where this actor may not do that."""
        if not self.may(permission, post_id):
            raise Forbidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Settings, the book of posts with their calendars, and the reminder policies."""

    settings: Settings
    book: PostBook
    policies: Policies


class Acting(TypedDict):
    """Who acts, when (aware, UTC), and what is known: the last three words of most use cases."""

    by: Actor
    now: datetime
    installation: Installation
