"""Who must act: the designators of a cable as posts of the book, collectives expanded, nothing guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.places import Post, PostBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A designator that names no post: it is not in the tables, or its members are not known."""

    designator: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The posts that owe something, each once, in the order of the cable; and what a person must choose."""

    posts: tuple[Post, ...]
    unresolved: tuple[Unresolved, ...] = ()


def asked(
    designators: Iterable[str], book: PostBook, *, on: date | None = None, exempt: Sequence[str] = ()
) -> Asked:
    """Return the posts that the designators stand for on a day; exempt posts (XMT) owe nothing."""
    posts: dict[str, Post] = {}
    unresolved: list[Unresolved] = []
    spared = {found.designator for name in exempt if (found := book.find(name, on))}
    for name in designators:
        members = _posts_of(name, book, on)
        if isinstance(members, Unresolved):
            unresolved.append(members)
            continue
        posts |= {post.designator: post for post in members if post.designator not in spared}
    return Asked(posts=tuple(posts.values()), unresolved=tuple(unresolved))


def _posts_of(name: str, book: PostBook, on: date | None) -> tuple[Post, ...] | Unresolved:
    post = book.find(name, on)
    if post is not None:
        return (post,)
    if book.find_collective(name) is None:
        return Unresolved(designator=name, words=f"{name} is not in the table of posts. Choose the post.")
    expansion = book.expand(name, on)
    if expansion.is_known:
        return expansion.members
    return Unresolved(designator=name, words=expansion.words)
