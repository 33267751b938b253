"""The reminder policy is read from its file, and every fault of the file is named."""

from datetime import time
from pathlib import Path

import pytest

from tracker.adapters import policies
from tracker.domain.reminding import Policy
from tracker.errors import BadSettings


def load(tmp_path: Path, text: str) -> Policy:
    path = tmp_path / "reminders.toml"
    path.write_text(text, encoding="utf-8")
    return policies.load(path)


def test_the_file_that_comes_with_the_tracker_is_the_default_policy() -> None:
    assert policies.load() == Policy()


def test_a_file_may_change_each_rule(tmp_path: Path) -> None:
    text = """
        [reminders]
        first_letter = false
        before = [1, 10, 1]
        after_at_most = 0
        [hours]
        send_at = "07:30"
    """

    found = load(tmp_path, text)

    assert found == Policy(first_letter=False, before=(10, 1), after_at_most=0, send_at=time(7, 30))


@pytest.mark.parametrize(
    "text, words",
    [
        ("[reminders]\nbefor = [1]", "befor is not known; [reminders] has first_letter, on_due_day, before"),
        ("[remind]\nbefore = [1]", "[remind] is not known; the sections are [reminders], [hours]"),
        ("reminders = 3", "[reminders] is not known"),
        ("[reminders]\nfirst_letter = 1", "first_letter: 1 is neither true nor false"),
        ("[reminders]\nbefore = 5", "before: 5 is not a list such as [5, 1]"),
        ("[reminders]\nbefore = [0]", "before: 0 is not a whole number from 1 to 250"),
        ("[reminders]\nafter = true", "after: True is not a whole number from 1 to 250"),
        ("[reminders]\nafter_at_most = 51", "after_at_most: 51 is not a whole number from 0 to 50"),
        ('[hours]\nsend_at = "eight"', "send_at: 'eight' is not an hour such as \"08:00\""),
        ("[reminders", "is not TOML"),
    ],
)
def test_a_fault_is_named_with_what_is_allowed(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadSettings) as refused:
        load(tmp_path, text)

    assert words in refused.value.sentence


def test_every_fault_is_listed_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as refused:
        load(tmp_path, '[reminders]\nafter = 0\nx = 1\n[hours]\nsend_at = ""')

    assert refused.value.sentence.count("\n  - ") == 3
