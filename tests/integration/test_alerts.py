"""The security officer's alert goes by a relay of its own, once, and carries the number and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.sinks import TestSink
from tests.work_world import SYSTEM, World
from tracker import worker
from tracker.cable.markings import Mark
from tracker.errors import BadSettings
from tracker.services import door
from tracker.services.door import Refusal
from tracker.settings import load
from tracker.store.messages import OutgoingMessage

PAGERS = ("guard@pagers.example", "night@pagers.example")
REFUSAL = Refusal(sentence="", marks=(Mark(rule="banner", line=1, is_strong=True),), size=9)


@pytest.fixture
def pager() -> Iterator[TestSink]:
    """The security officer's relay."""
    sink = TestSink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def world(database_url: str, tmp_path: Path, sink: TestSink, pager: TestSink) -> Iterator[World]:
    """An installation that alerts two addresses by a second relay."""
    settings = {
        "smtp_url": sink.url,
        "alert_smtp_url": pager.url,
        "alert_to": PAGERS,
        "mail_from": "tracker@tracker.example",
    }
    made = World(database_url=database_url, home=tmp_path, settings=settings)
    yield made
    made.runtime.engine.dispose()


def refuse(world: World) -> None:
    with world.transaction() as session:
        door.record(session, REFUSAL, by=SYSTEM, now=world.now, place="cables.take_in")


def test_it_goes_once_to_each_by_its_own_relay_with_the_number_alone(
    world: World, sink: TestSink, pager: TestSink
) -> None:
    refuse(world)

    for _ in range(3):
        worker.once(world.runtime, environ={})

    assert sink.mails == []
    assert [one.recipients for one in pager.deliveries] == [(one,) for one in PAGERS]
    for mail in pager.mails:
        assert mail["Subject"] == "Incident 1"
        assert mail.get_content().strip() == "Incident 1"
        assert set(mail.keys()) <= {
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type",
            "Content-Transfer-Encoding", "MIME-Version", "X-Peer", "X-MailFrom", "X-RcptTo",
        }  # fmt: skip
    refuse(world)
    worker.once(world.runtime, environ={})
    assert [mail["Subject"] for mail in pager.mails][2:] == ["Incident 2", "Incident 2"]


def test_it_goes_while_the_relay_of_all_other_mail_is_away(
    world: World, sink: TestSink, pager: TestSink
) -> None:
    sink.stop()
    refuse(world)

    worker.once(world.runtime, environ={})

    assert len(pager.mails) == 2


def test_it_waits_for_its_relay_and_no_other_takes_it(world: World, sink: TestSink, pager: TestSink) -> None:
    pager.stop()
    refuse(world)
    worker.once(world.runtime, environ={})
    with world.reading() as session:
        assert set(session.scalars(select(OutgoingMessage.state))) == {"waiting"}
    pager.start()
    world.now += timedelta(minutes=2)

    worker.once(world.runtime, environ={})

    assert (len(pager.mails), sink.mails) == (2, [])


def test_an_old_incident_is_no_alert_when_alerts_are_set_up(world: World, pager: TestSink) -> None:
    refuse(world)
    world.now += timedelta(days=2)

    worker.once(world.runtime, environ={})

    assert pager.mails == []


def test_without_addresses_nothing_is_written(world: World, pager: TestSink) -> None:
    refuse(world)
    plain = replace(world.runtime.settings, alert_to=())
    runtime = replace(
        world.runtime, settings=plain, installation=replace(world.runtime.installation, settings=plain)
    )

    worker.once(runtime, environ={})

    assert pager.mails == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"TRACKER_ALERT_TO": "guard@x.example"}, "alert_smtp_url must be set where alert_to is"),
        (
            {
                "TRACKER_ALERT_TO": "guard",
                "TRACKER_SMTP_URL": "smtp://a.example",
                "TRACKER_ALERT_SMTP_URL": "smtp://a.example",
            },
            "another relay than smtp_url",
        ),
        (
            {"TRACKER_ALERT_TO": "guard", "TRACKER_ALERT_SMTP_URL": "smtp://b.example"},
            "'guard' is not a mail address",
        ),
        (
            {"TRACKER_ENV": "production", "TRACKER_ALERT_SMTP_URL": "smtp://b.example"},
            "alert_smtp_url must be smtps:// or starttls://",
        ),
    ],
)
def test_settings_by_which_nobody_would_be_alerted_are_refused(given: dict[str, str], told: str) -> None:
    with pytest.raises(BadSettings, match=told):
        load(given)
