"""What is said of a reply: to people why its mail is kept, to its writer what was booked, each thing once."""

from collections.abc import Callable

from sqlalchemy import select

from tests.mail_world import World
from tests.reply_world import address_of, address_of_letter, mails, send
from tracker.store.notices import NoticeRecord


def lines_of(world: World) -> list[str]:
    """Return the words of the links in the newest letter."""
    with world.transaction() as session:
        newest = select(NoticeRecord.entries).order_by(NoticeRecord.id.desc()).limit(1)
        return [words for words, _path in session.scalars(newest).one()]


def test_why_a_mail_is_kept_is_told_in_sentences(opened_lima: Callable[..., World]) -> None:
    world = opened_lima()

    send(world, "1 done; 2 by Friday\n3 decline: not our consular district", address_of_letter(world))
    send(world, "Thanks to all.", address_of(world))

    several, one = (why for _state, why in mails(world))
    assert several == (
        "An answer about tasks 1, 2, 3, 4 and 5. It is for a person to read. "
        "Booked: 2. an answer is promised for Friday 8 August 2008; 3. declined; the desk is told. "
        "Its writer is told what was not booked."
    )
    assert one == "An answer about task 1. It is for a person to read."


def test_the_letter_names_a_task_once(opened_lima: Callable[..., World]) -> None:
    world = opened_lima()

    send(world, "1 done; 2 by Friday\n3 decline: not our consular district", address_of_letter(world))

    assert lines_of(world) == ["1. Lima: Deliver the points", "2. The task's page", "3. The task's page"]
    send(world, "DONE agreed", address_of(world))
    assert lines_of(world) == ["The task's page"]
