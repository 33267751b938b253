"""Many posts of one ask in a few lines: the days that were not counted stand once, with where they are off."""

from datetime import date

from tracker.web.roll_up import PostLine, roll_up

EASTER, SUNDAY = (date(2009, 4, 13), "Easter Monday"), (date(2009, 4, 12), "weekend")


def line(
    name: str, day: int, *skipped: tuple[date, str], counted: str = "Counted 3 working days."
) -> PostLine:
    return PostLine(
        name=name, at=f"2009-04-{day}T20:00:00Z", headline="", left="", warnings=(), counted=counted,
        day=date(2009, 4, day), skipped=skipped,
    )  # fmt: skip


def told(*lines: PostLine) -> list[tuple[str, str, str]]:
    found = roll_up(lines)
    assert found is not None
    return [(one.words, " ".join(one.names), one.more) for one in found.counts]


def test_posts_with_the_same_day_have_one_line() -> None:
    early = [line(name, 14, SUNDAY) for name in ("LIMA", "QUITO")]
    late = [line(name, 15, SUNDAY, EASTER) for name in "ABCDE"]

    assert told(*late, *early) == [
        ("Tue 14 Apr 2009", "LIMA QUITO", "Sun 12 Apr (weekend)"),
        ("Wed 15 Apr 2009", "A B C D E", "Sun 12 Apr (weekend), Mon 13 Apr (Easter Monday)"),
    ]


def test_a_day_off_of_some_of_them_says_where() -> None:
    lines = [line(name, 15, SUNDAY, EASTER) for name in "ABCDEF"]

    ((_, _, more),) = told(*lines, line("CAIRO", 15, SUNDAY), line("TUNIS", 15))

    assert (
        more
        == "Sun 12 Apr (weekend: A, B, C, D and 3 more), Mon 13 Apr (Easter Monday: A, B, C, D and 2 more)"
    )


def test_very_many_posts_are_counted_not_named_again() -> None:
    assert told(*(line(f"P{n}", 15) for n in range(13))) == [("Wed 15 Apr 2009, 13 posts", "", "")]


def test_where_nothing_was_counted_or_posts_are_few_nothing_is_said() -> None:
    assert told(*(line(name, 15, counted="") for name in "ABCDEFG")) == []
    assert roll_up([line(name, 15) for name in "ABCDEF"]) is None
