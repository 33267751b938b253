"""The first line of what managers read, on their page and in Monday's letter: the same words, the same numbers."""

MOST_COUNTED = 1_000  # above it, counting stops


def first_line(*, total: int, posts: int, oldest: int, soon: int) -> str:
    """Return "12 late at 7 posts; the oldest 9 working days. 18 more due within seven days."."""
    more = " more" if total else ""
    coming = f"{thousands(soon) if soon else 'Nothing'}{more} {'' if soon else 'is '}due within seven days."
    coming = f"{coming[0].upper()}{coming[1:]}"
    if not total:
        return f"Nothing is late. {coming}"
    days = counted(oldest, "working day") if oldest else "less than a working day"
    return f"{total:,} late at {counted(posts, 'post')}; the oldest {days}. {coming}"


def thousands(number: int) -> str:
    """Return "12" or "1,234"; "more than 1,000" where counting stopped."""
    return f"more than {MOST_COUNTED:,}" if number > MOST_COUNTED else f"{number:,}"


def counted(number: int, noun: str) -> str:
    """Return "1 post", "2 posts"."""
    return f"{number} {noun if number == 1 else noun + 's'}"
