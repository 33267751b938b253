"""Every way a conversation with a relay can end, for each phase: what it means for the letter."""

import itertools
import socket
import ssl

import pytest

from tests.faulty_relay import FaultyRelay
from tests.sinks import free_port
from tracker.adapters import mail
from tracker.adapters.mail import Relay, RelayDown
from tracker.domain.delivery import Envelope, Outcome, OutcomeKind
from tracker.settings import Settings

ENVELOPE = Envelope(
    id=1,
    token=1,
    number=1,
    recipient="lima@posts.example",
    data=b"Subject: x\r\n\r\n.dot\r\n..two\r\nend\r\n",
)
MATRIX = {
    ("connect", "421"): OutcomeKind.RELAY,
    ("connect", "554"): OutcomeKind.RELAY,
    ("connect", "drop"): OutcomeKind.RELAY,
    ("connect", "hang"): OutcomeKind.RELAY,
    ("EHLO", "421"): OutcomeKind.RELAY,
    ("EHLO", "554"): OutcomeKind.RELAY,
    ("EHLO", "drop"): OutcomeKind.RELAY,
    ("EHLO", "hang"): OutcomeKind.RELAY,
    ("MAIL", "421"): OutcomeKind.RELAY,
    ("MAIL", "451"): OutcomeKind.LATER,
    ("MAIL", "550"): OutcomeKind.REFUSED,
    ("MAIL", "drop"): OutcomeKind.RELAY,
    ("MAIL", "hang"): OutcomeKind.RELAY,
    ("RCPT", "421"): OutcomeKind.LATER,
    ("RCPT", "451"): OutcomeKind.LATER,
    ("RCPT", "550"): OutcomeKind.REFUSED,
    ("RCPT", "drop"): OutcomeKind.LATER,
    ("RCPT", "hang"): OutcomeKind.LATER,
    ("DATA", "421"): OutcomeKind.LATER,
    ("DATA", "451"): OutcomeKind.LATER,
    ("DATA", "554"): OutcomeKind.REFUSED,
    ("DATA", "drop"): OutcomeKind.LATER,
    ("DATA", "hang"): OutcomeKind.LATER,
    ("dot", "421"): OutcomeKind.LATER,
    ("dot", "451"): OutcomeKind.LATER,
    ("dot", "554"): OutcomeKind.REFUSED,
    ("dot", "drop"): OutcomeKind.DOUBT,
    ("dot", "hang"): OutcomeKind.DOUBT,
}


PATIENCE = {"connect": "connect_seconds", "dot": "dot_seconds"}  # which limit a phase is under


def relay(url: str, settings: dict[str, float] | None = None, **values: object) -> Relay:
    return Relay(Settings(smtp_url=url, mail_from="tracker@tracker.example", **settings or {}), **values)


def send(url: str, settings: dict[str, float] | None = None) -> Outcome:
    with relay(url, settings) as one:
        return one.send(ENVELOPE)


@pytest.mark.parametrize("phase, fault", MATRIX)
def test_each_fault_in_each_phase_has_its_outcome(phase: str, fault: str) -> None:
    patience = {PATIENCE.get(phase, "command_seconds"): 0.3} if fault == "hang" else {}
    answer = f"{fault} 4.7.1 not now" if fault.isdigit() else fault

    with FaultyRelay(answers={phase: answer}) as server:
        outcome = send(server.url, patience)

    assert outcome.kind is MATRIX[phase, fault]
    assert outcome.words


def test_a_letter_that_is_taken_has_the_servers_words_and_its_very_bytes() -> None:
    with FaultyRelay() as server:
        outcome = send(server.url)

    assert outcome == Outcome(kind=OutcomeKind.TAKEN, words="250 2.0.0 taken as 77")
    assert server.taken == [ENVELOPE.data]


@pytest.mark.parametrize("phase", ["MAIL", "RCPT", "DATA", "dot"])
def test_a_letter_refused_does_not_spoil_the_next_on_the_same_connection(phase: str) -> None:
    with FaultyRelay(answers={phase: "550 no"}, times=1) as server, relay(server.url) as one:
        kinds = [one.send(ENVELOPE).kind for _ in range(2)]

    assert kinds == [OutcomeKind.REFUSED, OutcomeKind.TAKEN]
    assert server.connections == 1


@pytest.mark.parametrize("phase", ["RCPT", "DATA", "dot"])
@pytest.mark.parametrize("fault", ["drop", "421 closing"])
def test_after_a_broken_link_the_next_letter_gets_a_new_one(phase: str, fault: str) -> None:
    with FaultyRelay(answers={phase: fault}, times=1) as server, relay(server.url) as one:
        one.send(ENVELOPE)
        second = one.send(ENVELOPE)

    assert second.kind is OutcomeKind.TAKEN
    assert server.connections == 2


@pytest.mark.parametrize("fault", ["drop", "421 idle too long"])
def test_a_kept_connection_that_was_let_go_is_opened_again_for_the_same_letter(fault: str) -> None:
    with FaultyRelay() as server, relay(server.url) as one:
        one.send(ENVELOPE)
        server.answers, server.times = {"MAIL": fault}, 1
        second = one.send(ENVELOPE)

    assert second.kind is OutcomeKind.TAKEN
    assert len(server.taken) == 2


def test_one_connection_carries_many_letters() -> None:
    with FaultyRelay() as server, relay(server.url) as one:
        for _ in range(5):
            one.send(ENVELOPE)

    assert (server.connections, len(server.taken)) == (1, 5)


def test_what_goes_wrong_at_goodbye_does_not_matter() -> None:
    with FaultyRelay(answers={"QUIT": "drop"}) as server:
        outcome = send(server.url)

    assert outcome.kind is OutcomeKind.TAKEN


def test_a_server_that_will_not_even_reset_gets_a_new_connection() -> None:
    faults = {"RCPT": "550 no", "RSET": "drop"}
    with FaultyRelay(answers=faults, times=1) as server, relay(server.url) as one:
        kinds = [one.send(ENVELOPE).kind for _ in range(2)]

    assert kinds == [OutcomeKind.REFUSED, OutcomeKind.TAKEN]
    assert server.connections == 2


@pytest.mark.parametrize(
    "address",
    [
        "",
        "lima",
        "@posts.example",
        "lima@",
        "lima@posts.example\r\nRCPT TO:<x@y.example>",
        "señor@posts.example",
        "a b@c",
    ],
)
def test_an_address_that_mail_cannot_carry_is_refused_before_it_is_spoken(address: str) -> None:
    envelope = Envelope(id=1, token=1, number=1, recipient=address, data=b"x")

    with FaultyRelay() as server, relay(server.url) as one:
        outcome = one.send(envelope)

    assert outcome.kind is OutcomeKind.REFUSED
    assert not any(line.startswith("MAIL") for line in server.seen)


def test_a_closed_port_is_no_try() -> None:
    url = f"smtp://127.0.0.1:{free_port()}"

    assert send(url) == Outcome(kind=OutcomeKind.RELAY, words="the relay refused the connection")
    with pytest.raises(RelayDown, match="the relay refused the connection"):
        relay(url).open()


def test_a_name_that_nobody_knows_is_no_try() -> None:
    assert send("smtp://relay.invalid").kind is OutcomeKind.RELAY


def test_a_worker_that_slept_past_its_lease_does_not_speak() -> None:
    clock = itertools.count(step=60)  # every look at the clock finds a minute gone

    with FaultyRelay() as server, relay(server.url, monotonic=lambda: next(clock)) as one:
        outcome = one.send(ENVELOPE)

    assert outcome.kind is OutcomeKind.LATER
    assert "held up past its lease" in outcome.words
    assert server.taken == []


def test_the_points_of_a_conversation_come_in_order() -> None:
    points: list[str] = []

    with FaultyRelay() as server, relay(server.url, mark=points.append) as one:
        one.send(ENVELOPE)

    assert points == [
        "before-connect",
        "connected",
        "before-mail",
        "before-rcpt",
        "before-data",
        "after-dot",
        "after-250",
    ]


@pytest.mark.parametrize("scheme", ["smtps", "starttls"])
def test_a_relay_without_a_valid_certificate_is_not_spoken_to(scheme: str) -> None:
    with FaultyRelay() as server:
        outcome = send(f"{scheme}://127.0.0.1:{server.port}")

    assert outcome.kind is OutcomeKind.RELAY
    assert server.taken == []


def test_certificates_and_names_are_verified_unless_told_otherwise() -> None:
    context = relay("smtps://relay.example")._connection.tls

    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_wrong_password_is_no_try_and_says_so() -> None:
    with FaultyRelay() as server:
        server.answers = {"EHLO": "250-relay\r\n250 AUTH PLAIN", "AUTH": "535 5.7.8 wrong"}
        outcome = send(f"smtp://tracker:p%40ss@127.0.0.1:{server.port}")

    assert outcome.kind is OutcomeKind.RELAY
    assert outcome.words == "the relay refused the sign-in: 535 5.7.8 wrong"


@pytest.mark.parametrize(
    "error, words",
    [
        (TimeoutError(), "the relay did not answer in time"),
        (socket.gaierror(-2, "Name or service not known"), "[Errno -2] Name or service not known"),
        (OSError(), "OSError"),
    ],
)
def test_every_reason_is_said_in_words(error: Exception, words: str) -> None:
    assert mail._why(error) == words


def test_a_bad_certificate_is_said_so() -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_message = "certificate has expired"

    assert mail._why(error) == "the relay's certificate is not valid: certificate has expired"
