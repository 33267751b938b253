"""Which passwords may be chosen: phrases yes, what everybody tries first no; no rules of composition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import passwords

NAMES = ("rosa.lind", "Rosa Lind")


@pytest.mark.parametrize(
    "password",
    [
        "a long and quiet phrase",
        "another long phrase",
        "onlysmallletterssuffice",
        "ZWÖLF ÄPFEL UND EIN HUT",
        "84736251908342",
        "the quick brown heron sleeps",
        "rosa paints seven fences",
        "x" * 3 + "kiosk veranda lamp" * 3,
        "нелёгкий путь домой",
        "demo-8f3a61c2",
    ],
)
def test_a_phrase_of_ones_own_may_be_chosen(password):
    assert passwords.fault_of(password, NAMES) is None


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password1234",
        "P@ssw0rd2026!",
        "welcome to the embassy",
        "correct horse battery staple",
        "thisismypassword",
        "aaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "123456789012345",
        "qwertyuiopasdf",
        "0987654321098",
        "abcdefghijklmnop",
        "rosalind rosalind 1",
        "Rosa Lind 1984!!",
        "Tracker-Cable-2026",
        "Summer2026Summer2026",
    ],
)
def test_what_everybody_tries_first_may_not(password):
    assert passwords.fault_of(password, NAMES) == passwords.TOO_COMMON


def test_length_is_all_that_is_asked_beside():
    assert passwords.fault_of("kiosk lamps") == passwords.TOO_SHORT
    assert passwords.fault_of("kiosk lamp " * 24) == passwords.TOO_LONG
    assert passwords.fault_of("kiosk veranda lamp fence heron " * 8) is None  # 248 characters


@given(st.text(max_size=300))
def test_any_text_has_an_answer(password):
    found = passwords.fault_of(password, NAMES)

    assert found in (None, passwords.TOO_SHORT, passwords.TOO_LONG, passwords.TOO_COMMON)
