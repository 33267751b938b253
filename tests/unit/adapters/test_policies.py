"""The reminder policy is read from its file, and every fault of the file is named."""

from datetime import time
from pathlib import Path

import pytest

from tracker.adapters import places, policies
from tracker.domain.policy import Policies, Policy
from tracker.errors import BadSettings


def load(tmp_path: Path, text: str) -> Policies:
    path = tmp_path / "reminders.toml"
    path.write_text(text, encoding="utf-8")
    return policies.load(path, book=places.load())


def test_the_file_that_comes_with_the_tracker_is_the_default_policy() -> None:
    assert policies.load() == Policies()


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

    assert found.general == Policy(first_letter=False, before=(10, 1), after_at_most=0, send_at=time(7, 30))


@pytest.mark.parametrize(
    "text, words",
    [
        ("[reminders]\nbefor = [1]", "befor is not known; [reminders] has first_letter, before, on_due_day"),
        (
            "[remind]\nbefore = [1]",
            "[remind] is not known; the sections are [reminders], [hours], [posts], [offices]",
        ),
        ("reminders = 3", "[reminders] is not known"),
        ("[reminders]\nfirst_letter = 1", "first_letter: 1 is neither true nor false"),
        ("[reminders]\nbefore = 5", "before: 5 is not a list such as [5, 1]"),
        ("[reminders]\nbefore = [0]", "before: 0 is not a whole number from 1 to 250"),
        ("[reminders]\nafter = true", "after: True is not a whole number from 1 to 250"),
        ("[reminders]\nafter_at_most = 51", "after_at_most: 51 is not a whole number from 0 to 50"),
        ('[hours]\nsend_at = "eight"', "send_at: 'eight' is not an hour such as \"08:00\""),
        ("[reminders", "is not TOML"),
        (
            "[reminders]\nladder = [3, 6, 9]",
            "[3, 6, 9] has more steps than 2: supervisor and office director",
        ),
        ('[hours]\nsend_at = "21:00"', "send_at 21:00 lies in the quiet hours, 20:00 to 07:00"),
        ('[posts."AMEMBASSY ATLANTIS"]\nafter = 2', '[posts."AMEMBASSY ATLANTIS"]: no post or office has'),
        ('[offices."AMEMBASSY LIMA"]\nafter = 2', '[offices."AMEMBASSY LIMA"]: no office has this name'),
        ('[posts."AMEMBASSY LIMA"]\nafter = 0', '[posts."AMEMBASSY LIMA"] after: 0 is not a whole number'),
        (
            '[posts."AMEMBASSY LIMA"]\naftre = 2',
            'aftre is not known; [posts."AMEMBASSY LIMA"] has first_letter',
        ),
        (
            '[posts."AMEMBASSY LIMA"]\nquiet_to = "09:00"',
            "send_at 08:00 lies in the quiet hours, 20:00 to 09:00",
        ),
        ('[posts]\n"AMEMBASSY LIMA" = 3', '[posts."AMEMBASSY LIMA"]: no post or office has this name'),
        ("posts = 3", "[posts] is not known"),
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


def test_a_post_or_office_may_do_otherwise(tmp_path: Path) -> None:
    text = """
        [reminders]
        after = 2
        [posts."Embassy Lima"]
        before = [10, 5, 1]
        ladder = [6, 2]
        send_at = "07:30"
        [offices."DEPARTMENT OF STATE"]
        quiet_from = "18:00"
    """

    found = load(tmp_path, text)

    lima = Policy(after=2, before=(10, 5, 1), ladder=(2, 6), send_at=time(7, 30))
    assert found.of("AMEMBASSY LIMA") == lima
    assert found.of("SECSTATE WASHDC") == Policy(after=2, quiet_from=time(18))
    assert found.of("AMEMBASSY QUITO") == Policy(after=2)
    assert found.of("AMEMBASSY LIMA", {"before": [3]}).before == (3,)


def test_without_a_book_no_name_is_known(tmp_path: Path) -> None:
    path = tmp_path / "reminders.toml"
    path.write_text('[posts."AMEMBASSY LIMA"]\nafter = 2', encoding="utf-8")

    with pytest.raises(BadSettings):
        policies.load(path)
