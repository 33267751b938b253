"""Whose reply it is: what is forged, written by a program, or vouched for by nobody does nothing."""

from collections.abc import Callable
from datetime import timedelta

from tests.mail_world import World, at
from tests.reply_world import LIMA, POST, SETTINGS, address_of, history, mail, mails, send, standing, told
from tracker.store.inbox import IncomingMessage


def test_no_program_is_answered_and_no_two_write_for_ever(opened_lima: Callable[..., World]) -> None:
    world = opened_lima()
    send(world, mail("Done!", Auto_Submitted="auto-replied"), address_of(world))
    send(world, mail("Done!", message_id="<4.a@posts.example>"), address_of(world), "")
    assert told(world) == []

    with world.transaction() as session:
        session.add_all(came_before(world, number) for number in range(19))
    for number in range(2):
        send(world, mail("Done!", message_id=f"<{number}.b@posts.example>"), address_of(world))

    assert (len(told(world)), standing(world)) == (1, "open")


def came_before(world: World, number: int) -> IncomingMessage:
    """Return a mail of the post about its first task, of an hour ago."""
    values = {"kind": "mail", "state": "held", "reason": "", "subject": "", "recipient": "", "task_id": 1}
    return IncomingMessage(
        digest=str(number), received_at=world.now - timedelta(hours=1), sender=LIMA, **values
    )


VOUCHED = "mx.example; dkim=pass header.d=posts.example; dmarc=pass (p=reject) header.from=posts.example"


def test_only_what_our_server_vouches_for_acts(opened_lima: Callable[..., World]) -> None:
    world = opened_lima(vouching_server="mx.example")
    good, results = address_of(world), "Authentication-Results"
    altered = good.replace(good[10], "b" if good[10] == "a" else "a", 1)
    eve, accept = "eve@elsewhere.example", "ACCEPT"
    forged = [
        (mail(accept), good),
        (mail(accept, **{results: "mx.elsewhere; dmarc=pass header.from=posts.example"}), good),
        (mail(accept, **{results: VOUCHED.replace("dmarc=pass", "dmarc=fail")}), good),
        (mail(accept, **{results: VOUCHED.replace("posts", "elsewhere")}), good),
        (mail(accept, eve, **{results: VOUCHED.replace("posts", "elsewhere")}), good),
        (mail(accept, **{results: VOUCHED}), altered),
        (mail(accept, **{results: VOUCHED}), address_of(world, 7)),
        (mail(accept, **{results: VOUCHED}), address_of(world, person=eve)),
        (mail(accept, **{results: VOUCHED}), address_of(world, until=at("2008-08-01 00:00").date())),
    ]

    for number, (made, address) in enumerate(forged):
        made.replace_header("Message-ID", f"<{number}.c@posts.example>")
        assert send(world, made, address) == "250 2.0.0 held"

    assert (standing(world), history(world), told(world)) == ("open", [], [])
    assert mails(world)[0][1].endswith("No server of ours vouches for its sender, so it does nothing.")
    sure = mail(accept, **{results: VOUCHED, "message_id": "<1.d@posts.example>"})
    assert [send(world, sure, good, "bounces@posts.example") for _ in range(2)] == [
        "250 2.0.0 read",
        "250 2.0.0 skipped",
    ]
    assert standing(world) == "accepted"


def test_in_production_nothing_acts_until_a_server_is_named(opened_lima: Callable[..., World]) -> None:
    world = opened_lima(env="production")

    send(world, "ACCEPT", address_of(world))
    send(world, mail("ACCEPT", "eve@elsewhere.example"), address_of(world))

    assert standing(world) == "open"
    assert history(world) == [f"{POST} mail answered"] * 2
    assert all("No server is set that vouches" in reason for _, reason in mails(world))


def test_a_from_that_is_not_the_sender_does_nothing_in_a_trial(opened_lima: Callable[..., World]) -> None:
    world = opened_lima()

    send(world, mail("ACCEPT", "eve@elsewhere.example"), address_of(world))

    assert (standing(world), history(world)) == ("open", [])
    assert SETTINGS["reply_domain"] in address_of(world)
