"""A reply that bears a mark is not booked, not kept and not passed on: the door takes nothing of it."""

import pytest
from sqlalchemy import select

from tests.mail_world import World
from tests.reply_world import address_of, history, lima, mail, mails, send, standing, told
from tracker.store import base
from tracker.store.cables import SpillIncident

MARKED = (
    ("SECRET: Re: your letter", "DONE agreed"),
    ("Re: S E C R E T stuff", "ACCEPT"),
    ("[CONFIDENTIAL] Re: your letter", "ACCEPT"),
    ("CONFIDENTIAL - Re: your letter", "ACCEPT"),
    ("Re: your letter", "CONFIDENTIAL: 1 ACCEPT"),
    ("Re: your letter", "DONE agreed\n\nC O N F I D E N T I A L LIMA 000512 we say"),
    ("Re: your letter", "EXTEND to 12 August. C O N F I D E N T I A L the minister told us"),
    ("Re: your letter", "EXTEND to 13 August, this is CONFIDENTIAL"),
)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Lima owes one task; nothing here is to change it."""
    home = tmp_path_factory.mktemp("marked")
    url = f"sqlite:///{home / 'marked.sqlite3'}"
    base.migrate(url)
    made = lima(url, home, tasks=1, hold_senders=False)  # each of these mails is looked at
    yield made
    made.close()


@pytest.mark.parametrize(("subject", "body"), MARKED)
def test_a_mark_by_mail_leaves_an_incident_and_nothing_else(world: World, subject: str, body: str) -> None:
    made = mail(body)
    made.replace_header("Subject", subject)

    assert send(world, made, address_of(world)).startswith("550 5.7.1 not accepted")

    assert (standing(world), history(world), mails(world), told(world)) == ("open", [], [], [])


@pytest.mark.parametrize("name", ["SECRET memo.txt", "SECRET memo.pdf", "plan (S).txt"])
def test_a_name_of_a_file_is_looked_at_whether_the_file_is_kept_or_not(world: World, name: str) -> None:
    made = mail("EXTEND to 12 August, minister travelling")
    made.add_attachment(b"a note", maintype="application", subtype="octet-stream", filename=name)

    assert send(world, made, address_of(world)).startswith("550 5.7.1 not accepted")

    assert (standing(world), history(world), mails(world), told(world)) == ("open", [], [], [])


def test_what_a_page_shows_is_looked_at_though_its_source_hides_it(world: World) -> None:
    made = mail("")
    made.set_content("<html><body><p>DONE agreed</p><p><b>SECRET</b>: the minister</p></body></html>", "html")

    assert send(world, made, address_of(world)).startswith("550 5.7.1 not accepted")

    with world.transaction() as session:
        found = session.scalars(select(SpillIncident).order_by(SpillIncident.id.desc())).first()
        assert found is not None
        assert {mark["rule"] for mark in found.marks} == {"level first"}
