"""Each phase of a conversation, and each way it can go wrong: what becomes of the letter, and of the one beside it.

A relay with a certificate and a password, two letters owed; the fault meets the first of them. Then the
relay is mended and the clock goes on: every letter has gone once, but those refused for good, and a copy
goes only where nobody could know.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.faulty_relay import FaultyRelay
from tests.mail_world import World, at, offer
from tracker import worker
from tracker.store.messages import OutgoingMessage

CERTIFICATE = str(Path(__file__).parent / "relay.pem")
FAULTS = {"2xx": "", "4xx": "451 4.3.2 not now", "5xx": "554 5.7.1 never", "drop": "drop", "slow": "hang"}
BEFORE_THE_LETTER = ("connect", "EHLO", "STARTTLS", "EHLO2", "AUTH", "PASS")
PHASES = (*BEFORE_THE_LETTER, "MAIL", "RCPT", "DATA", "dot", "RSET", "QUIT")


@dataclass(frozen=True)
class Wanted:
    """What one try leaves: state, tries counted, whether it is in doubt, and copies in the end."""

    state: str
    tries: int = 1
    is_doubtful: bool = False
    copies: int = 1


TAKEN, REFUSED = Wanted("sent"), Wanted("failed", copies=0)
NO_TRY, LATER = Wanted("waiting", tries=0), Wanted("waiting")
DOUBT = Wanted("waiting", is_doubtful=True, copies=2)


def wanted(phase: str, fault: str) -> Wanted:
    """Return what becomes of the letter that meets the fault."""
    if phase == "RSET":  # is said after a refusal only: the letter's own fate is settled
        return LATER
    if fault == "2xx" or phase == "QUIT":
        return TAKEN
    if phase in BEFORE_THE_LETTER or (phase == "MAIL" and fault in ("drop", "slow")):
        return NO_TRY
    if fault == "5xx":
        return REFUSED
    return DOUBT if phase == "dot" and fault != "4xx" else LATER


@pytest.fixture
def world(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setenv("SSL_CERT_FILE", CERTIFICATE)
    patience = {"connect_seconds": 1.0, "command_seconds": 1.0, "dot_seconds": 1.0}
    world = World(sqlite_url, tmp_path, settings=patience)
    with world.transaction() as session:
        cable = world.cable(session)
        for name in ("LIMA", "QUITO"):
            post = world.post(session, f"AMEMBASSY {name}", f"{name.lower()}@posts.example")
            world.task(session, cable, post)
    world.now = at("2008-08-01 14:00")
    offer(world)
    yield world
    world.close()


def letters(world: World) -> list[OutgoingMessage]:
    with world.transaction() as session:
        return list(session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id)))


def copies(relay: FaultyRelay) -> Counter[str]:
    return Counter(str(message_from_bytes(data)["Message-ID"]) for data in relay.taken)


def be_patient_with(world: World, relay: FaultyRelay, fault: str) -> None:
    """Tell the world where the relay is; where it is silent, wait for it only a moment."""
    seconds = 0.3 if fault == "slow" else 20.0
    url = relay.url.replace("smtp://", "starttls://tracker:x@").replace("127.0.0.1", "localhost")
    world.smtp_url = url
    world.settings = dict.fromkeys(("connect_seconds", "command_seconds", "dot_seconds"), seconds)
    world.close()
    world.__post_init__()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("phase", PHASES)
def test_each_fault_in_each_phase_ends_as_it_must(world: World, phase: str, fault: str) -> None:
    found = wanted(phase, fault)
    answers = {phase: FAULTS[fault]} if FAULTS[fault] else {}
    if phase == "RSET":
        answers["RCPT"] = FAULTS["4xx"]

    with FaultyRelay(answers=answers, times=2 if found is NO_TRY else 1, certificate=CERTIFICATE) as relay:
        be_patient_with(world, relay, fault)
        worker.once(world.runtime, environ={})
        first, second = letters(world)
        relay.answers.clear()
        world.now += timedelta(hours=1)
        worker.once(world.runtime, environ={})

        in_the_end = letters(world)
        went = copies(relay)

    assert (first.state, first.attempts, first.is_doubtful) == (
        found.state, found.tries, found.is_doubtful,
    ), relay.seen  # fmt: skip
    assert second.state == ("waiting" if found is NO_TRY else "sent")
    assert [one.state for one in in_the_end] == ["failed" if found is REFUSED else "sent", "sent"]
    assert [went[one.message_id] for one in in_the_end] == [found.copies, 1]
    assert in_the_end[0].is_doubtful is found.is_doubtful
    world.close()
