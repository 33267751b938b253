"""The reading score may not fall below what was recorded."""

import pytest

from tests import score

FLOOR = {"actions": 0.9, "dated": 0.95}


@pytest.mark.parametrize(
    ("actions", "dated", "fallen"),
    [(0.9, 0.95, []), (0.8996, 0.95, []), (0.899, 0.95, ["actions"]), (0.5, 0.5, ["actions", "dated"])],
)
def test_a_figure_below_its_floor_is_named(actions, dated, fallen):
    figures = {"actions": {"f1": actions}, "dated": {"wanted": 40.0, "share": dated}}

    found = score.below(FLOOR, figures)

    assert [sentence.split()[0] for sentence in found] == fallen
