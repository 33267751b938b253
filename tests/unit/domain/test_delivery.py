"""What a message becomes after each way a try can end."""

from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain import delivery
from tracker.domain.delivery import MessageState, Outcome, OutcomeKind, Verdict

NOW = datetime(2008, 8, 5, 13, 0, tzinfo=UTC)


def after(kind: OutcomeKind, tries: int = 1, doubts: int = 0) -> Verdict:
    outcome = Outcome(kind=kind, words="the words")
    return delivery.verdict(outcome, tries=tries, key=0, now=NOW, doubts=doubts)


def test_a_taken_letter_is_sent() -> None:
    assert after(OutcomeKind.TAKEN) == Verdict(state=MessageState.SENT)


def test_a_refused_letter_has_failed_with_the_servers_words() -> None:
    assert after(OutcomeKind.REFUSED) == Verdict(state=MessageState.FAILED, error="the words")


def test_a_letter_that_no_relay_heard_waits() -> None:
    assert after(OutcomeKind.RELAY) == Verdict(state=MessageState.WAITING, error="the words")


def test_a_letter_put_off_is_tried_again_after_five_minutes() -> None:
    found = after(OutcomeKind.LATER)

    assert (found.state, found.next_try_at) == (MessageState.WAITING, NOW + timedelta(minutes=5))
    assert not found.is_doubtful


def test_a_letter_in_doubt_is_tried_again_and_marked() -> None:
    found = after(OutcomeKind.DOUBT)

    assert (found.state, found.is_doubtful) == (MessageState.WAITING, True)


@pytest.mark.parametrize(
    ("kind", "tries", "doubts"),
    [
        (OutcomeKind.LATER, delivery.MOST_TRIES, 0),
        (OutcomeKind.DOUBT, delivery.MOST_TRIES, 0),
        (OutcomeKind.DOUBT, 3, delivery.MOST_DOUBTS - 1),
        (OutcomeKind.DOUBT, 7, delivery.MOST_DOUBTS - 1),
    ],
)
def test_it_gives_up_in_the_end(kind: OutcomeKind, tries: int, doubts: int) -> None:
    found = after(kind, tries, doubts)

    assert (found.state, found.error) == (MessageState.FAILED, f"given up after {tries} tries: the words")


@pytest.mark.parametrize(
    ("kind", "tries", "doubts"),
    [
        (OutcomeKind.LATER, delivery.MOST_TRIES - 1, 0),
        (OutcomeKind.DOUBT, 3, delivery.MOST_DOUBTS - 2),
        (OutcomeKind.DOUBT, 9, 0),  # put off eight times, as a server that greylists does
    ],
)
def test_until_then_it_is_tried_again(kind: OutcomeKind, tries: int, doubts: int) -> None:
    assert after(kind, tries, doubts).state is MessageState.WAITING


def test_waits_grow_to_four_hours_and_are_spread_over_a_minute() -> None:
    waits = [delivery.next_wait(tries, 0) for tries in range(1, 9)]

    assert [wait.total_seconds() / 60 for wait in waits if wait] == [5, 10, 20, 40, 80, 160, 240, 240]
    spread = {delivery.next_wait(1, key) for key in range(60)}
    assert len(spread) == 60
    assert max(wait for wait in spread if wait) < timedelta(minutes=6)
