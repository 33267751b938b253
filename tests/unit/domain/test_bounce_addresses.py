"""The address a bounce returns to: it names its letter, and nobody can make one up."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import bounces

SECRET, DOMAIN = "x" * 32, "bounces.example"


def address(message_id: int = 77) -> str:
    return bounces.address_for(message_id, secret=SECRET, domain=DOMAIN)


def read(text: str, secret: str = SECRET, domain: str = DOMAIN) -> int | None:
    return bounces.message_of(text, secret=secret, domain=domain)


@given(st.integers(0, 2**48 - 1))
def test_an_address_names_its_letter_in_any_case_and_fits_a_mail_system(number: int) -> None:
    found = address(number)

    assert read(found) == read(found.upper()) == number
    assert len(found.partition("@")[0]) <= 64
    assert found == found.lower()


@given(st.integers(0, 35), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_a_changed_letter_makes_it_nobodys(at: int, letter: str) -> None:
    local = address().partition("@")[0]
    place = len(bounces.BEFORE) + at
    changed = local[:place] + letter + local[place + 1 :]

    found = read(f"{changed}@{DOMAIN}")

    # the last sign carries bits that no token uses
    assert found == (77 if changed == local or (at == 35 and found == 77) else None)


def test_other_addresses_secrets_and_domains_are_nobodys() -> None:
    assert read("bounce+@bounces.example") is None
    assert read("bounce+!!!@bounces.example") is None
    assert read("lima@posts.example") is None
    assert read(address(), secret="y" * 32) is None
    assert read(address(), secret="") is None
    assert read(address(), domain="other.example") is None
    assert read(address(), domain="") is None
