"""Each letter is in its reader's language, whoever did what it tells of: the officer's own, else the installation's."""

from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest
from sqlalchemy import null, select, update

from tests.bracketed import OPENS, Bracketed
from tests.letters_at_once import MAILBOX, MORNING, do, text_of, tick
from tests.work_world import World
from tracker import texts
from tracker.domain.due import Due
from tracker.services import tasks
from tracker.services.installation import Actor
from tracker.store.notices import NoticeRecord
from tracker.store.people import Officer
from tracker.store.tasks import Task

LATER = Due(on=date(2009, 5, 7), time="COB")


@pytest.fixture(autouse=True)
def other_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())


def speaks(desk: World, by: Actor, language: str | None) -> None:
    with desk.transaction() as session:
        session.execute(update(Officer).where(Officer.id == by.officer_id).values(language=language))


def letters(desk: World) -> dict[str, Any]:
    return {address.partition("@")[0]: mail for address, mail in tick(desk, MORNING)}


def page_of(mail: EmailMessage) -> str:
    part = mail.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def test_a_notice_is_told_in_its_readers_language_and_not_in_the_doers(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.take, task, rosa)
    speaks(desk, rosa, "xx")
    tick(desk, MORNING)

    do(desk, tasks.change_due, task, dana, due=LATER, note="The visit slips.")

    mail = letters(desk)["rosa"]
    assert mail["Subject"] == "⟪Due day changed: Lima: Report the host government's response⟫"
    assert (
        "⟪Dana has set the due day to ⟪⟪⟪Thursday⟫ 7 ⟪May⟫ 2009⟫, ⟪close of business⟫⟫; it was "
        "⟪⟪⟪Thursday⟫ 30 ⟪April⟫ 2009⟫, ⟪close of business⟫⟫.⟫ ⟪Reminders follow the new day.⟫"
    ) in text_of(mail)
    assert '⟪"The visit slips."⟫' in text_of(mail)
    assert '<html lang="xx">' in page_of(mail)


def test_who_acts_in_another_language_writes_english_to_an_english_reader(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    do(desk, tasks.take, task, rosa)
    tick(desk, MORNING)

    with texts.speaking("xx"):
        do(desk, tasks.change_due, task, dana, due=LATER, note="The visit slips.")

    mail = letters(desk)["rosa"]
    assert OPENS not in f"{mail['Subject']} {text_of(mail)}"
    assert '<html lang="en">' in page_of(mail)
    with desk.reading() as session:
        row = session.scalars(select(NoticeRecord)).one()
        assert OPENS not in f"{row.subject} {row.paragraphs} {row.entries}"


def test_reminders_are_in_the_language_of_each_reader(desk: World, task: Task, rosa: Actor) -> None:
    do(desk, tasks.take, task, rosa)
    speaks(desk, rosa, "xx")

    mail = letters(desk)["rosa"]

    assert "⟪AMEMBASSY LIMA is asked, in" in text_of(mail)
    assert '<html lang="xx">' in page_of(mail)


def test_who_has_chosen_none_reads_the_installations_language(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    settings = replace(desk.runtime.settings, language="xx")
    desk.runtime = replace(
        desk.runtime, settings=settings, installation=replace(desk.runtime.installation, settings=settings)
    )
    speaks(desk, rosa, "en")

    to_post = letters(desk)
    do(desk, tasks.assign, task, dana, owner_id=rosa.officer_id)

    assert OPENS in to_post[MAILBOX.partition("@")[0]]["Subject"]
    assert OPENS not in letters(desk)["rosa"]["Subject"]


def test_a_language_that_has_no_texts_any_more_is_english(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    speaks(desk, rosa, "zz")

    do(desk, tasks.assign, task, dana, owner_id=rosa.officer_id)

    mail = letters(desk)["rosa"]
    assert OPENS not in mail["Subject"]
    assert '<html lang="en">' in page_of(mail)


def test_a_notice_kept_before_there_were_languages_is_told_as_it_stands(
    desk: World, task: Task, dana: Actor, rosa: Actor
) -> None:
    speaks(desk, rosa, "xx")
    do(desk, tasks.assign, task, dana, owner_id=rosa.officer_id)
    with desk.transaction() as session:
        session.execute(update(NoticeRecord).values(told=null()))

    mail = letters(desk)["rosa"]

    assert mail["Subject"] == "Yours now: Lima: Report the host government's response"
