"""The outbox in its short steps: claims, leases, tokens, what is still wanted, results."""

import threading
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.mail_world import World, at
from tracker.adapters.letters import Writer
from tracker.domain import delivery
from tracker.domain.delivery import Envelope, Outcome, OutcomeKind
from tracker.domain.policy import Policy
from tracker.services import outbox, reminders
from tracker.services.outbox import Claim, MessageRow
from tracker.store.messages import DeliveryAttempt, OutgoingMessage
from tracker.store.tasks import Task

TAKEN = Outcome(kind=OutcomeKind.TAKEN, words="250 ok")
LATER = Outcome(kind=OutcomeKind.LATER, words="451 later")
REFUSED = Outcome(kind=OutcomeKind.REFUSED, words="550 5.1.1 no such user")
DOUBT = Outcome(kind=OutcomeKind.DOUBT, words="unknown: the link broke")
RELAY = Outcome(kind=OutcomeKind.RELAY, words="the relay refused the connection")


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    """A world in which three posts have a letter waiting, the one to Tokyo due first."""
    at_any_hour = Policy(quiet_from=time(0), quiet_to=time(0))
    world = World(database_url, tmp_path, policy=at_any_hour)
    with world.transaction() as session:
        cable = world.cable(session)
        for name in ("MEXICO", "CAIRO", "TOKYO"):
            post = world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
            world.task(session, cable, post)
    world.now = at("2008-08-05 13:00")
    with world.transaction() as session:
        reminders.offer(session, world.now, world.installation, write=writer(world).write)
    yield world
    world.close()


def writer(world: World) -> Writer:
    return Writer(world.runtime.settings)


def claim(world: World, limit: int = 10, lease_seconds: int = 90) -> list[Claim]:
    with world.transaction() as session:
        return outbox.claim(session, now=world.now, limit=limit, lease_seconds=lease_seconds)


def note(world: World, held: Claim) -> Envelope | None:
    with world.transaction() as session:
        return outbox.note_attempt(
            session, held, now=world.now, installation=world.installation, write=writer(world).write
        )


def noted(world: World, held: Claim) -> Envelope:
    envelope = note(world, held)
    assert envelope is not None
    return envelope


def record(world: World, envelope: Envelope, outcome: Outcome) -> bool:
    with world.transaction() as session:
        return outbox.record_result(session, envelope, outcome, now=world.now)


def rows(world: World, **values: int) -> list[MessageRow]:
    with world.transaction() as session:
        return outbox.message_rows(session, **values)


def row(world: World, message_id: int) -> MessageRow:
    return next(one for one in rows(world) if one.id == message_id)


def run_out(world: World, held: Claim) -> None:
    """Let the lease run out, as if the worker that holds it had died."""
    with world.transaction() as session:
        session.execute(update(OutgoingMessage).where(OutgoingMessage.id == held.id).values(lease_until=1.0))


def close(world: World, task_id: int) -> None:
    with world.transaction() as session:
        task = session.get_one(Task, task_id)
        task.status, task.closed_at = "done", world.now


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


def test_a_letter_about_a_task_that_is_done_is_cancelled_before_it_is_spoken(world: World) -> None:
    held = claim(world, limit=1)[0]
    close(world, row(world, held.id).tasks[0])

    assert note(world, held) is None

    assert row(world, held.id).words == "cancelled: the task is done"


def test_a_letter_about_several_tasks_is_written_again_without_the_one_that_is_done(
    database_url: str, tmp_path: Path
) -> None:
    world = World(database_url, tmp_path)
    with world.transaction() as session:
        post, cable = world.post(session, "AMEMBASSY LIMA", "lima@posts.example"), world.cable(session)
        tasks = [world.task(session, cable, post, title=f"Ask {n}").id for n in range(2)]
    world.now = at("2008-08-01 13:00")
    with world.transaction() as session:
        reminders.offer(session, world.now, world.installation, write=writer(world).write)
    held = claim(world)[0]
    close(world, tasks[0])

    assert note(world, held) is None
    again = noted(world, claim(world)[0])

    old, new = row(world, held.id), row(world, again.id)
    assert old.words == "cancelled: written again without a task: the task is done"
    assert (new.tasks, new.subject) == ((tasks[1],), "Lima: Ask 1 - due Wed 6 Aug, COB")
    assert new.message_id != old.message_id
    world.close()


def test_a_letter_that_waited_over_night_is_written_again_for_the_new_day(world: World) -> None:
    with world.transaction() as session:
        outbox.relay_is_down(session, RELAY.words, now=world.now, next_try=timedelta(minutes=1))
    world.now = at("2008-08-06 05:30")  # Wednesday everywhere: what said "in 1 working day" is due today
    held = next(one for one in claim(world) if row(world, one.id).recipient == "cairo@posts.example")

    assert note(world, held) is None
    again = noted(world, claim(world)[0])

    assert b"cancelled" not in again.data
    assert row(world, again.id).subject.endswith("due today (Wed 6 Aug, COB)")
    assert row(world, held.id).words == "cancelled: written again for a new day"


def test_a_letter_that_may_have_been_taken_is_never_written_again(world: World) -> None:
    held = next(one for one in claim(world) if row(world, one.id).recipient == "cairo@posts.example")
    first = noted(world, held)
    record(world, first, DOUBT)
    world.now = at("2008-08-07 05:30")

    again = noted(world, next(one for one in claim(world) if one.id == held.id))

    assert again.data.endswith(first.data)


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


def test_changed_dues_and_owners_are_noticed_too(world: World) -> None:
    held = claim(world, limit=1)[0]
    with world.transaction() as session:
        task = session.get_one(Task, row(world, held.id).tasks[0])
        task.due_on, task.deadline_version = date(2008, 9, 1), 2

    assert note(world, held) is None
    assert row(world, held.id).words == "cancelled: the due day was changed"


def checked(world: World, limit: int = 10) -> list[Claim]:
    held = claim(world, limit=limit)
    with world.transaction() as session:
        return outbox.check(
            session, held, now=world.now, installation=world.installation, write=writer(world).write
        )


def test_a_batch_is_asked_about_once_and_its_letters_then_go_as_they_are(world: World) -> None:
    found = checked(world)

    assert all(one.seen for one in found)
    assert [noted(world, one).number for one in found] == [1, 1, 1]


def test_a_change_after_the_batch_was_asked_about_is_noticed_all_the_same(world: World) -> None:
    held = checked(world)[0]
    close(world, row(world, held.id).tasks[0])

    assert note(world, held) is None
    assert row(world, held.id).words == "cancelled: the task is done"


def test_a_batch_keeps_back_what_was_tried_or_is_of_another_day(world: World) -> None:
    record(world, noted(world, claim(world, limit=1)[0]), LATER)
    world.now = at("2008-08-06 05:30")

    assert [one.seen for one in checked(world)] == [None, None, None]


def test_a_worker_that_lost_its_lease_notes_nothing_whatever_it_knew(world: World) -> None:
    held = checked(world, limit=1)[0]
    run_out(world, held)
    claim(world, limit=1)

    assert note(world, held) is None
