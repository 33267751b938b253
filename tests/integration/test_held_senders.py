"""After a refused mail no more of its sender is taken until the security officer releases it; he is told once."""

from email.message import EmailMessage

import pytest
from sqlalchemy import select

from tests.spill_world import LIMA, count, kept, offer
from tests.work_world import World
from tracker.errors import Forbidden, NotFound
from tracker.receiving import WAITS, taken
from tracker.services import held_senders
from tracker.store.cables import HeldSender, SpillIncident
from tracker.store.inbox import IncomingMessage
from tracker.store.notices import NoticeRecord

BOX = "task@replies.example"


def mail(subject: str, message_id: str = "<77.a@posts.example>") -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = LIMA, subject, message_id
    made.set_content("Words of no matter.")
    return made.as_bytes()


def test_the_incident_of_a_mail_names_its_carrier_and_nothing_of_its_text(spill: World) -> None:
    answer = taken(spill.runtime, LIMA, BOX, mail("SECRET: the canary resigns"))

    assert answer.startswith("550 ")
    with spill.reading() as session:
        (incident,) = session.scalars(select(SpillIncident))
    assert (incident.message_id, incident.sender, incident.recipient) == ("<77.a@posts.example>", LIMA, BOX)
    assert "canary resigns" not in kept(spill)


def test_a_message_id_that_looks_like_none_is_not_kept(spill: World) -> None:
    taken(spill.runtime, LIMA, BOX, mail("SECRET: x", message_id="<the canary resigns>"))

    with spill.reading() as session:
        assert session.scalars(select(SpillIncident.message_id)).all() == [None]


def test_no_more_is_taken_of_the_sender_and_of_others_it_is(spill: World) -> None:
    taken(spill.runtime, LIMA, BOX, mail("SECRET: x"))

    assert taken(spill.runtime, LIMA, BOX, mail("A harmless answer")) == WAITS
    assert taken(spill.runtime, LIMA.upper(), BOX, mail("Another")) == WAITS
    assert taken(spill.runtime, "quito@posts.example", BOX, mail("Theirs")).startswith("250 ")
    assert count(spill, IncomingMessage) == 1
    assert count(spill, SpillIncident) == 1


def test_the_sender_is_told_once_and_a_stranger_not_at_all(spill: World) -> None:
    for sender in (LIMA, "stranger@elsewhere.example"):
        taken(spill.runtime, sender, BOX, mail("SECRET: x"))
    taken(spill.runtime, LIMA, BOX, mail("SECRET: again"))
    offer(spill)

    with spill.reading() as session:
        (told,) = session.scalars(select(NoticeRecord).where(NoticeRecord.kind == "sender held"))
        assert told.recipient == LIMA
        assert told.message_id is not None
        assert held_senders.TOLD[0] in told.paragraphs


def test_who_settles_spills_releases_and_nobody_else(spill: World) -> None:
    taken(spill.runtime, LIMA, BOX, mail("SECRET: x"))
    guard, admin = (
        spill.officer("sam", ("security officer", None)),
        spill.officer("ada", ("administrator", None)),
    )

    with pytest.raises(Forbidden), spill.transaction() as session:
        held_senders.release(session, 1, **spill.act(admin))
    with spill.transaction() as session:
        assert held_senders.release(session, 1, **spill.act(guard)) == LIMA
    with pytest.raises(NotFound), spill.transaction() as session:
        held_senders.release(session, 1, **spill.act(guard))

    assert taken(spill.runtime, LIMA, BOX, mail("A harmless answer")).startswith("250 ")


def test_a_mail_without_a_sender_holds_nobody(spill: World) -> None:
    taken(spill.runtime, "", BOX, mail("SECRET: x"))

    assert count(spill, HeldSender) == 0


def test_an_automatic_answer_holds_nobody(spill: World) -> None:
    answer = b"Auto-Submitted: auto-replied\r\n" + mail("SECRET: x")

    assert taken(spill.runtime, LIMA, BOX, answer).startswith("550 ")

    assert count(spill, HeldSender) == 0


def test_a_forged_mail_does_not_stop_the_mail_that_our_server_vouches_for(
    spill: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = spill.runtime.settings
    object.__setattr__(settings, "vouching_server", "mx.posts.example")
    vouched = b"Authentication-Results: mx.posts.example; dmarc=pass header.from=posts.example\r\n"

    assert taken(spill.runtime, LIMA, BOX, mail("SECRET: x")).startswith("550 ")

    assert taken(spill.runtime, LIMA, BOX, mail("Forged again")) == WAITS
    assert taken(spill.runtime, LIMA, BOX, vouched + mail("Really theirs")).startswith("250 ")


def test_where_it_is_not_wanted_nobody_is_held(spill: World) -> None:
    object.__setattr__(spill.runtime.settings, "hold_senders", False)
    taken(spill.runtime, LIMA, BOX, mail("SECRET: x"))

    assert taken(spill.runtime, LIMA, BOX, mail("A harmless answer")).startswith("250 ")
