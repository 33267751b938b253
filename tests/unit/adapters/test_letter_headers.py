"""The headers of letters: whose, to whom, about what, and how to answer or leave."""

from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest

from tests.letter_samples import (
    ASK,
    BEFORE,
    LATE,
    LETTERS,
    SENSITIVE,
    SETTINGS,
    SEVERAL,
    WRITTEN_AT,
    parsed,
    text_of,
    write,
)
from tracker.adapters.letters import Writer
from tracker.domain import tokens
from tracker.domain.letter import Item, Letter
from tracker.domain.tokens import Purpose, Token
from tracker.settings import Settings


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r"])
def test_a_line_break_in_a_title_makes_no_header(break_: str) -> None:
    nasty = replace(BEFORE, title=f"Report{break_}Bcc: everybody@else.example")

    mail = parsed(write(nasty))

    assert mail["Bcc"] is None
    assert "\n" not in str(mail["Subject"])


@pytest.mark.parametrize(
    "address", ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a b <c@d.example>", "", "@"]
)
def test_an_address_that_is_not_one_makes_no_header(address: str) -> None:
    letter = Letter(recipient=address, name="", written_at=WRITTEN_AT, items=(BEFORE,))

    mail = parsed(Writer(SETTINGS).write(letter))

    assert mail["Bcc"] is None
    assert mail["To"] == "undisclosed-recipients:;"


def test_a_text_beyond_ascii_travels_in_seven_bits() -> None:
    written = write(replace(BEFORE, quote="Señor Muñoz – “agreed”"))

    assert written.data.isascii()
    assert "Señor Muñoz – “agreed”" in text_of(parsed(written))


def test_letters_about_a_task_make_one_thread() -> None:
    roots = {str(parsed(write(item))["References"]) for item in (ASK, BEFORE, LATE)}

    assert roots == {"<task.3.tracker.example@tracker.example>"}


def test_each_letter_has_a_name_of_its_own() -> None:
    letter = Letter(recipient="lima@posts.example", name="", written_at=WRITTEN_AT, items=(BEFORE,))

    names = {Writer(SETTINGS).write(letter).message_id for _ in range(50)}

    assert len(names) == 50


def test_a_long_title_is_cut_and_the_due_stays_in_the_subject() -> None:
    subject = write(replace(BEFORE, title="deliver " * 40)).subject

    assert subject.endswith("deliver ... - due Wed 6 Aug, COB")


def head_of(*items: Item, settings: Settings = SETTINGS) -> EmailMessage:
    return parsed(write(*items, settings=settings))


def test_a_letter_says_that_a_program_wrote_it() -> None:
    head = head_of(ASK)

    assert head["Auto-Submitted"] == "auto-generated"
    assert head["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert head["List-Id"] == "Cable tracker <letters.tracker.example>"


def test_a_letter_about_several_tasks_belongs_to_no_thread() -> None:
    head = head_of(*SEVERAL)

    assert head["References"] is None
    assert head["In-Reply-To"] is None
    assert head["List-Unsubscribe"] is None


def test_a_watcher_may_leave_in_one_act() -> None:
    head = head_of(*LETTERS["watcher"])

    link = str(head["List-Unsubscribe"])
    token = link.removeprefix("<https://tracker.example/do/").removesuffix(">")
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert tokens.read(token) == Token(purpose=Purpose.LEAVE, task_id=3, until=date(2008, 11, 29))
    assert tokens.is_signed_for(token, secret=SETTINGS.secret_key, person="lima@posts.example")


def test_a_long_address_is_not_broken() -> None:
    far = f"https://{'tracker.' * 20}example"
    settings = replace(SETTINGS, base_url=far, reply_domain=f"{'replies.' * 15}example")

    head = head_of(*LETTERS["watcher"], settings=settings)

    assert str(head["List-Unsubscribe"]).startswith(f"<{far}/do/")
    assert " " not in str(head["References"])
    assert head["Reply-To"].addresses[0].domain == settings.reply_domain


@pytest.mark.parametrize("name", [name for name in LETTERS if name != "watcher"])
def test_who_must_act_is_not_offered_to_leave(name: str) -> None:
    assert head_of(*LETTERS[name])["List-Unsubscribe"] is None


def test_no_answer_by_reply_is_promised_where_nobody_reads_it() -> None:
    mail = head_of(ASK)

    assert mail["Reply-To"] is None
    assert "reply" not in text_of(mail).lower()


def test_where_replies_are_read_each_goes_to_its_task() -> None:
    mail = head_of(ASK, settings=replace(SETTINGS, reply_domain="replies.example"))

    (address,) = mail["Reply-To"].addresses
    token = address.username.removeprefix("task+")
    assert address.domain == "replies.example"
    assert len(address.username) <= 64
    assert tokens.read(token) == Token(purpose=Purpose.REPLY, task_id=3, until=date(2008, 11, 29))
    assert tokens.is_signed_for(token, secret=SETTINGS.secret_key, person="lima@posts.example")


ANSWERED = replace(SETTINGS, reply_domain="replies.example")
READ_BY_A_PERSON = "You may also reply to this letter; a person reads it."


def test_a_letter_about_several_tasks_is_answered_by_number_where_replies_act() -> None:
    written = write(*SEVERAL, settings=ANSWERED)
    mail = parsed(written)

    (address,) = mail["Reply-To"].addresses
    token = tokens.read(address.username.removeprefix("task+"))
    assert token is not None
    assert token.purpose is Purpose.REPLY_TO_SEVERAL
    assert token.task_id == written.reply_key == tokens.key_of(written.message_id)
    assert write(*SEVERAL, settings=replace(ANSWERED, env="production")).reply_key is None
    assert write(ASK, settings=ANSWERED).reply_key is None


@pytest.mark.parametrize(
    "item, values, words",
    [
        (ASK, {}, "Or reply with a first line such as: DONE agreed"),
        (ASK, {"env": "production"}, READ_BY_A_PERSON),
        (ASK, {"env": "production", "vouching_server": "mx.example"}, "Or reply with a first line such as"),
        (SENSITIVE, {}, READ_BY_A_PERSON),
        (LETTERS["watcher"][0], {}, READ_BY_A_PERSON),
    ],
)
def test_a_letter_says_what_a_reply_does(item: Item, values: dict[str, str], words: str) -> None:
    mail = parsed(write(item, settings=replace(ANSWERED, **values)))

    assert words in " ".join(text_of(mail).split())


def test_without_a_secret_the_letter_says_how_to_answer_all_the_same() -> None:
    mail = head_of(ASK, settings=replace(SETTINGS, secret_key="", reply_domain="replies.example"))

    assert "/do/" not in text_of(mail)
    assert mail["Reply-To"] is None
    assert "To answer, open the task's page and sign in" in text_of(mail)
