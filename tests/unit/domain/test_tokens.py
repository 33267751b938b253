"""Signed tokens: bound to purpose, task, person and day; no other text is one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import tokens
from tracker.domain.tokens import Purpose, Token

SECRET = "a secret of the tests, thirty-two characters"
PERSON = "lima@posts.example"
TOKEN = Token(purpose=Purpose.ACCEPT, task_id=3, until=date(2008, 12, 1))
TEXT = tokens.written(TOKEN, secret=SECRET, person=PERSON)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2178, 12, 31))


@given(st.sampled_from(Purpose), st.integers(0, 2**40 - 1), DAYS, st.emails())
def test_a_token_is_read_back_and_signed_for_its_person(purpose, task_id, until, person):
    token = Token(purpose=purpose, task_id=task_id, until=until)

    text = tokens.written(token, secret=SECRET, person=person)

    assert tokens.read(text) == token
    assert tokens.is_signed_for(text, secret=SECRET, person=person)


def test_it_fits_the_left_side_of_an_address_and_one_case():
    assert len(TEXT) == 39
    assert TEXT.isalnum()
    assert TEXT.lower() == TEXT


def test_mail_systems_may_fold_its_case_and_the_addresss():
    assert tokens.read(TEXT.upper()) == TOKEN
    assert tokens.is_signed_for(f" {TEXT.title()} ", secret=SECRET, person=PERSON.upper())


@pytest.mark.parametrize(
    ("secret", "person"),
    [(SECRET, "other@posts.example"), ("another secret", PERSON), ("", PERSON), (SECRET, "")],
)
def test_it_is_good_for_one_person_and_one_installation(secret, person):
    assert not tokens.is_signed_for(TEXT, secret=secret, person=person)


@given(st.integers(0, len(TEXT) - 1), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_no_letter_of_it_can_be_changed(place, letter):
    forged = TEXT[:place] + letter + TEXT[place + 1 :]

    assert tokens.is_signed_for(forged, secret=SECRET, person=PERSON) is (forged == TEXT)


@given(st.text())
def test_no_other_text_is_a_token(text):
    assert not tokens.is_signed_for(text, secret=SECRET, person=PERSON)
    tokens.read(text)


def test_an_unknown_purpose_is_no_token():
    text = tokens.written(TOKEN, secret=SECRET, person=PERSON)
    other = tokens.base64.b32encode(b"x" + tokens.base64.b32decode(text.upper() + "=")[1:]).decode()

    assert tokens.read(other.rstrip("=").lower()) is None


def test_a_day_beyond_its_calendar_is_the_last_one_it_can_name():
    text = tokens.written(
        Token(purpose=Purpose.DONE, task_id=1, until=date(9999, 1, 1)), secret=SECRET, person=PERSON
    )

    assert tokens.read(text).until == date(2179, 6, 6)
