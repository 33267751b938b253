"""What is replied by mail so that each kind of letter to who replied goes out, by its kind."""

from collections.abc import Mapping

from tests.letter_stage import Scene, Stage, heard
from tests.letters_at_once import MAILBOX
from tracker.domain.notice import NoticeKind
from tracker.services import tasks
from tracker.services.alerts import ALERT
from tracker.store.cables import CableRecord


def _held(on: Stage) -> None:
    heard(on)
    on.reply("SECRET\n1. (S) THE CANARY RESIGNS.")


def _replied(*words: str, sender: str = MAILBOX) -> Scene:
    def scene(on: Stage) -> None:
        heard(on)
        for one in words:
            on.reply(one, sender)

    return scene


def _replied_by_another(on: Stage) -> None:
    on.world.officer("ada", ("post staff", "AMEMBASSY QUITO"))
    heard(on)
    on.reply("1 DONE AGREED", "ada@state.example")


def _replied_of_one(*words: str) -> Scene:
    def scene(on: Stage) -> None:
        on.do(tasks.cancel, on.first, by=on.dana)
        _replied(*words)(on)

    return scene


def _discreetly_replied(on: Stage) -> None:
    heard(on)
    on.set(CableRecord, is_sensitive=True)
    on.reply("1 DONE agreed - X")


REPLIES: Mapping[str, tuple[Scene, ...]] = {
    ALERT: (_held,),
    NoticeKind.BOOKED: (
        _replied("1 DONE agreed - X\n2 by Sunday 10 May"),
        _replied("1 ACCEPT\n2 WAITING on the host government, X"),
        _replied("1 EXTEND to 10 May, X\n2 DECLINE: X"),
        _replied_of_one("DONE agreed - X"),
        _replied_of_one("THE PAPER IS OUT, ANSWER TO FOLLOW BY FRIDAY"),
    ),
    NoticeKind.ASKED_BACK: (
        _replied("1 DONE\n2 WAITING"),
        _replied("1 EXTEND\n2 DECLINE"),
        _replied("1 BY FRIDAY 24 MARCH\n2 EXTEND TO 3/4, X", "7 DONE AGREED", "DONE AGREED"),
        _replied("1 DONE AGREED - X", "1 DONE AGREED", "1 ACCEPT", "1 DECLINE: X"),
        _replied("1 ACCEPT", "1 ACCEPT."),
        _replied("1 BY 1 APRIL 2009\n2 EXTEND TO 21 APRIL, X"),
        _replied_of_one("DONE"),
        _discreetly_replied,
    ),
    NoticeKind.NOT_BOOKED: (_replied_by_another,),
    NoticeKind.SENDER_HELD: (_held,),
}
