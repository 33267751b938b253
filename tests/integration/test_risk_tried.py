"""The rule of what is at risk, tried on a made year: it finds most of what becomes late, with few in vain."""

from bench import risk


def test_most_of_what_becomes_late_stood_on_the_list_a_week_before() -> None:
    result = risk.tried(11)

    assert result.is_good, str(result)
    assert result.due > 3 * result.late  # to list everything would be no answer
