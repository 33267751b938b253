"""The outbox in its short steps: claims, leases, tokens, results."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.mail_world import World
from tests.outbox_world import (
    DOUBT,
    LATER,
    REFUSED,
    RELAY,
    TAKEN,
    claim,
    note,
    noted,
    record,
    row,
    rows,
    run_out,
    three_letters,
)
from tracker.domain import delivery
from tracker.services import outbox
from tracker.services.outbox import Claim
from tracker.store.messages import DeliveryAttempt, OutgoingMessage


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    world = three_letters(database_url, tmp_path)
    yield world
    world.close()


def test_the_most_urgent_letter_is_claimed_first(world: World) -> None:
    first = claim(world, limit=1)[0]

    assert row(world, first.id).recipient == "tokyo@posts.example"


def test_a_second_claim_finds_nothing_while_the_lease_runs(world: World) -> None:
    assert len(claim(world)) == 3
    assert claim(world) == []


def test_a_lease_that_has_run_out_is_claimed_again_under_a_new_token(world: World) -> None:
    held = claim(world, limit=1)[0]
    run_out(world, held)

    again = claim(world, limit=1)[0]

    assert (again.id, again.token) == (held.id, held.token + 1)


def test_the_lease_does_not_run_on_the_clock_that_people_set(world: World) -> None:
    claim(world)
    world.now += timedelta(days=3)

    assert claim(world) == []


def test_many_workers_claim_each_letter_once(world: World) -> None:
    found: list[Claim] = []

    threads = [threading.Thread(target=lambda: found.extend(claim(world, limit=1))) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(one.id for one in found) == sorted({one.id for one in found})
    assert len(found) == 3


def test_an_attempt_is_noted_before_the_letter_is_spoken(world: World) -> None:
    held = claim(world, limit=1)[0]

    envelope = noted(world, held)

    with world.transaction() as session:
        attempt = session.scalars(select(DeliveryAttempt)).one()
        assert (attempt.number, attempt.token, attempt.ended_at) == (1, held.token, None)
        assert envelope.data == session.get_one(OutgoingMessage, held.id).body


def test_a_taken_letter_is_sent(world: World) -> None:
    envelope = noted(world, claim(world, limit=1)[0])

    assert record(world, envelope, TAKEN)

    found = row(world, envelope.id)
    assert (found.state, found.sent_at, found.attempts) == ("sent", world.now, 1)
    assert found.words == "sent Tue 5 Aug 2008, 13:00Z"


def test_a_refused_letter_has_failed_and_says_why(world: World) -> None:
    envelope = noted(world, claim(world, limit=1)[0])

    record(world, envelope, REFUSED)

    assert row(world, envelope.id).words == "bounced Tue 5 Aug 2008, 13:00Z, 550 5.1.1 no such user"
    assert envelope.id not in [one.id for one in claim(world)]


def test_a_letter_put_off_is_not_claimed_before_its_next_try(world: World) -> None:
    envelope = noted(world, claim(world, limit=1)[0])
    record(world, envelope, LATER)
    next_try_at = row(world, envelope.id).next_try_at
    assert next_try_at is not None

    world.now = next_try_at - timedelta(seconds=1)
    early = [one.id for one in claim(world)]
    world.now = next_try_at
    in_time = [one.id for one in claim(world)]

    assert envelope.id not in early
    assert in_time == [envelope.id]
    assert row(world, envelope.id).words.startswith("not sent yet: 451 later; next try Tue 5 Aug 2008, 13:0")


def test_the_second_try_sends_the_same_bytes_and_says_that_it_is_the_second(world: World) -> None:
    first = noted(world, claim(world, limit=1)[0])
    record(world, first, LATER)
    world.now += timedelta(hours=1)

    second = noted(world, next(one for one in claim(world) if one.id == first.id))

    assert second.data == b"X-Reminder-Attempt: 2\r\n" + first.data


def test_a_letter_in_doubt_goes_again_once_under_its_name_and_is_marked(world: World) -> None:
    first = noted(world, claim(world, limit=1)[0])
    record(world, first, DOUBT)
    world.now += timedelta(hours=1)
    second = noted(world, next(one for one in claim(world) if one.id == first.id))
    record(world, second, TAKEN)

    found = row(world, first.id)

    assert (found.state, found.is_doubtful, found.attempts) == ("sent", True, 2)
    assert found.words.endswith("; it may have gone twice")
    assert found.as_json()["is_doubtful"] is True


def test_a_worker_that_died_after_noting_leaves_its_letter_in_doubt(world: World) -> None:
    held = claim(world, limit=1)[0]
    noted(world, held)
    run_out(world, held)

    again = noted(world, claim(world, limit=1)[0])

    assert again.number == 2
    assert row(world, held.id).is_doubtful
    with world.transaction() as session:
        results = session.scalars(select(DeliveryAttempt.result).order_by(DeliveryAttempt.number)).all()
        assert results == ["unknown: the worker stopped before it knew", None]


def test_a_letter_that_kills_its_workers_is_given_up(world: World) -> None:
    held = claim(world, limit=1)[0]
    with world.transaction() as session:
        session.get_one(OutgoingMessage, held.id).attempts = delivery.MOST_TRIES

    assert note(world, held) is None
    assert row(world, held.id).words == f"failed: given up after {delivery.MOST_TRIES} tries"


def test_a_result_under_an_old_token_is_thrown_away(world: World) -> None:
    held = claim(world, limit=1)[0]
    old = noted(world, held)
    run_out(world, held)
    noted(world, claim(world, limit=1)[0])

    assert not record(world, old, REFUSED)
    assert row(world, held.id).state == "waiting"


def test_a_worker_whose_claim_is_gone_notes_nothing(world: World) -> None:
    held = claim(world, limit=1)[0]
    run_out(world, held)
    claim(world, limit=1)

    assert note(world, held) is None


def test_a_released_letter_is_ready_at_once(world: World) -> None:
    held = claim(world)

    with world.transaction() as session:
        outbox.release(session, [*held, Claim(held[0].id, 99)])

    assert len(claim(world)) == 3


def test_a_relay_that_is_away_counts_no_try_and_is_shown(world: World) -> None:
    with world.transaction() as session:
        assert outbox.relay_is_down(session, RELAY.words, now=world.now, next_try=timedelta(minutes=1)) == 3

    found = rows(world)[0]
    assert (found.state, found.attempts) == ("waiting", 0)
    assert found.words == ("not sent yet: the relay refused the connection; next try Tue 5 Aug 2008, 13:01Z")
    assert len(claim(world)) == 3  # asked again at once, whatever the clock says


def test_a_relay_that_goes_away_in_mid_queue_takes_the_try_back(world: World) -> None:
    envelope = noted(world, claim(world, limit=1)[0])

    record(world, envelope, RELAY)

    found = row(world, envelope.id)
    assert (found.state, found.attempts, found.words) == (
        "waiting", 0, "not sent yet: the relay refused the connection; next try at once",
    )  # fmt: skip
    with world.transaction() as session:
        assert session.scalars(select(DeliveryAttempt)).all() == []


def test_messages_are_listed_newest_first_and_by_task(world: World) -> None:
    everything = rows(world)

    assert [one.id for one in everything] == sorted((one.id for one in everything), reverse=True)
    assert len(rows(world, limit=2)) == 2
    assert [one.tasks for one in rows(world, task_id=2)] == [(2,)]


def test_a_row_is_printed_for_the_command_line(world: World) -> None:
    envelope = noted(world, claim(world, limit=1)[0])
    record(world, envelope, LATER)

    found = row(world, envelope.id).as_json()

    assert list(found)[:10] == [
        "id", "to", "subject", "state", "attempts", "message_id", "sent_at", "next_try_at", "error", "task",
    ]  # fmt: skip
    assert (found["sent_at"], found["error"], found["task"]) == (None, "451 later", found["tasks"][0])
    assert found["next_try_at"].endswith("Z")
