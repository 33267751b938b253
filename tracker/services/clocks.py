"""Whose calendar a letter goes by: a post's, an officer's; and how addresses are compared."""

from collections.abc import Iterable

from tracker.domain.places import PostBook
from tracker.domain.workdays import WASHINGTON, Calendar, Place
from tracker.store.people import Officer
from tracker.store.places import Post


def calendar_of(post: Post, book: PostBook) -> Calendar:
    """Return the calendar of a post's row; only week-ends are off where the tables do not know it."""
    found = book.find(post.name)
    return (
        book.calendar(found)
        if found
        else Calendar(place=Place(name=post.city, zone=post.zone), is_known=False)
    )


def officer_calendar(officer: Officer, book: PostBook, posts: Iterable[Post] | None = None) -> Calendar:
    """Return the calendar of the officer's zone: a post of his grants there, Washington, any post there.

    `posts` are those of his grants that are known already.
    """
    granted = (grant.post for grant in officer.grants if grant.post) if posts is None else posts
    for post in granted:
        if post.zone == officer.zone:
            return calendar_of(post, book)
    if officer.zone == WASHINGTON.zone:
        return book.washington
    there = next((post for post in book if post.zone == officer.zone), None)
    if there is not None:
        return book.calendar(there)
    name = officer.zone.rpartition("/")[2].replace("_", " ")
    return Calendar(place=Place(name=name, zone=officer.zone), is_known=False)


def folded(address: str | None) -> str:
    """Return an address as it is compared and written to."""
    return (address or "").strip().lower()
