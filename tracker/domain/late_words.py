"""The first line of what managers read: on their page whole, in Monday's letter what its subject has not said."""

from tracker.texts import Later, later, nlater

MOST_COUNTED = 1_000  # above it, counting stops


def first_line(*, total: int, posts: int, oldest: int, soon: int, waiting: int = 0) -> str:
    """Return "12 late at 7 posts; the oldest 9 working days. 18 more due within seven days.".

    `waiting` are late but wait for somebody else: they are told apart, and `total` does not count them.
    """
    coming = _coming(soon, has_late=bool(total))
    if not total:
        return _nothing(waiting, coming)
    if waiting:
        coming = later("%(waiting)s %(coming)s", waiting=_waiting_too(waiting), coming=coming)
    said = written(total)
    where = nlater("%(total)s late at %(num)s post", "%(total)s late at %(num)s posts", posts, total=said)
    return later("%(late)s; the oldest %(days)s. %(coming)s", late=where, days=_age(oldest), coming=coming)


def under_the_numbers(*, total: int, posts: int, oldest: int, waiting: int) -> list[Later]:
    """Return what Monday's letter adds to the numbers in its subject, a sentence each: "Late at 7 posts; ..."."""
    if total:
        where = nlater(
            "Late at %(num)s post; the oldest %(days)s.",
            "Late at %(num)s posts; the oldest %(days)s.",
            posts,
            days=_age(oldest),
        )
        return [where, *([_waiting_too(waiting)] if waiting else [])]
    alone = nlater(
        "%(total)s task is late but waits for others.",
        "%(total)s tasks are late but wait for others.",
        waiting,
        total=written(waiting),
    )
    return [alone] if waiting else []


def _age(oldest: int) -> Later:
    if not oldest:
        return later("less than a working day")
    return nlater("%(num)s working day", "%(num)s working days", oldest)


def _waiting_too(waiting: int) -> Later:
    return nlater(
        "%(total)s more is late but waits for others.",
        "%(total)s more are late but wait for others.",
        waiting,
        total=written(waiting),
    )


def _nothing(waiting: int, coming: str) -> str:
    if not waiting:
        return later("Nothing is late. %(coming)s", coming=coming)
    return nlater(
        "Nothing is late but %(total)s task that waits for others. %(coming)s",
        "Nothing is late but %(total)s tasks that wait for others. %(coming)s",
        waiting,
        total=written(waiting),
        coming=coming,
    )


def _coming(soon: int, *, has_late: bool) -> str:
    number = written(min(soon, MOST_COUNTED))
    if soon > MOST_COUNTED:
        if has_late:
            return later("More than %(number)s more due within seven days.", number=number)
        return later("More than %(number)s due within seven days.", number=number)
    if has_late:
        none, some = (
            later("Nothing more is due within seven days."),
            later("%(number)s more due within seven days.", number=number),
        )
    else:
        none, some = (
            later("Nothing is due within seven days."),
            later("%(number)s due within seven days.", number=number),
        )
    return some if soon else none


def thousands(number: int) -> str:
    """Return "12" or "1,234"; "more than 1,000" where counting stopped."""
    if number > MOST_COUNTED:
        return later("more than %(number)s", number=written(MOST_COUNTED))
    return written(number)


def written(number: int) -> str:
    """Return "1,234"."""
    return f"{number:,}"
