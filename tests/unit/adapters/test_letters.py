"""Letters against golden files that a person reads; `UPDATE_GOLDEN=1 pytest …` writes them anew."""

import os
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from tests.letter_samples import (
    ASK,
    BEFORE,
    CLOSED,
    LATE,
    LETTERS,
    SENSITIVE,
    SETTINGS,
    STATES,
    TODAY,
    UNDATED,
    parsed,
    text_of,
    write,
)
from tracker.domain.letter import Item, LetterState, Paper, Work, Written
from tracker.domain.reminding import Standing

UNDATED_NEW = replace(UNDATED, task_id=7, is_new=True)
GOLDEN = Path(__file__).parents[2] / "golden" / "letters"


def as_golden(found: str, name: str) -> None:
    """Compare with the golden file of that name, or write it anew."""
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def as_read(written: Written) -> str:
    """Return a letter as a person reviews it: headers, text, attachments."""
    mail = parsed(written)
    headers = [
        f"{name}: {value}" for name, value in mail.items() if name not in ("Content-Type", "MIME-Version")
    ]
    attached = [
        f"--- attached: {part.get_filename()} ({part.get_content_type()}) ---\n{part.get_content()}"
        if part.get_content_type() == "text/plain"
        else f"--- attached: {part.get_filename()} ({part.get_content_type()}) ---\n"
        + part.get_payload(decode=True).decode().replace("\r\n", "\n")
        for part in mail.iter_attachments()
    ]
    return "\n".join([*headers, "", text_of(mail), *attached]).replace("\r\n", "\n")


def test_a_first_letter_about_what_waits_asks_whether_it_still_does() -> None:
    asked = "If it waits no longer, press Resume on its page"
    waiting, discreet = (replace(item, work=STATES["waiting"]) for item in (ASK, SENSITIVE))

    items = {
        "to who must act": waiting,
        "to a contact": replace(waiting, reader=Standing.CONTACT),
        "of a sensitive cable": discreet,
    }
    words = {who: " ".join(text_of(parsed(write(item))).split()) for who, item in items.items()}

    assert {
        who: ("It waits for the host government" in text, asked in text) for who, text in words.items()
    } == {
        "to who must act": (True, True),
        "to a contact": (True, False),
        "of a sensitive cable": (False, False),
    }


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_reads_as_its_golden_file(name: str) -> None:
    written = write(*LETTERS[name])

    as_golden(as_read(written), f"{name}.txt")
    as_golden(text_of(parsed(written), "html").replace("\r\n", "\n"), f"{name}.html")


@pytest.mark.parametrize(("name", "items"), [("replied", (BEFORE,)), ("replied-several", LETTERS["several"])])
def test_a_letter_that_a_reply_answers_reads_as_its_golden_file(name: str, items: tuple[Item, ...]) -> None:
    written = write(*items, settings=replace(SETTINGS, reply_domain="replies.example"))

    as_golden(as_read(written), f"{name}.txt")


def test_each_state_begins_with_a_line_of_its_own() -> None:
    letters = [write(replace(BEFORE, work=work)) for work in STATES.values()]

    lines = {" ".join(text_of(parsed(one)).split("\r\n\r\n")[0].split()) for one in letters}

    assert len(lines) == len(STATES) == 7


def test_before_today_late_and_undated_begin_differently() -> None:
    letters = [write(item) for item in (ASK, BEFORE, TODAY, LATE, UNDATED)]

    lines = {text_of(parsed(one)).splitlines()[0] for one in letters}

    assert len(lines) == 5


@pytest.mark.parametrize("name", LETTERS)
def test_no_line_is_longer_than_eighty_columns(name: str) -> None:
    text = text_of(parsed(write(*LETTERS[name])))

    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("name", LETTERS)
def test_no_line_ends_in_blanks(name: str) -> None:
    text = text_of(parsed(write(*LETTERS[name])))

    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_html_says_what_the_text_says(name: str) -> None:
    mail = parsed(write(*LETTERS[name]))
    html = text_of(mail, "html")
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    shown = "".join(tree.itertext()) + " ".join(link.get("href", "") for link in tree.iter("a"))

    missing = [word for word in text_of(mail).split() if word.rstrip(":") not in shown]

    assert missing in ([], ["--"])


@pytest.mark.parametrize("name", LETTERS)
def test_the_html_is_plain_and_loads_nothing(name: str) -> None:
    html = text_of(parsed(write(*LETTERS[name])), "html")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)

    tree = parser.parse(html)

    loading = [element.tag for element in tree.iter() if element.get("src") or element.get("background")]
    assert [code for _, code, _ in parser.errors] == []
    assert loading == []
    assert {element.tag for element in tree.iter()}.isdisjoint({"script", "link", "img", "form", "iframe"})
    assert "url(" not in html
    assert "@import" not in html


def test_plain_text_comes_before_the_html() -> None:
    mail = parsed(write(BEFORE))

    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_fifty_asks_stay_under_fifty_kilobytes() -> None:
    items = [replace(BEFORE, task_id=n, quote="word " * 2000, title="deliver " * 24) for n in range(1, 51)]

    written = write(*items)

    assert len(written.data) < 50_000
    assert "50. Lima: deliver" in text_of(parsed(written))


def test_many_new_asks_stay_under_fifty_kilobytes_as_well() -> None:
    items = [replace(ASK, task_id=n, quote="word " * 2000, title="deliver " * 24) for n in range(1, 51)]

    mail = parsed(write(*items))

    assert sum(len(text_of(mail, kind)) for kind in ("plain", "html")) < 50_000


def test_what_the_asks_of_a_cable_share_is_told_once() -> None:
    text = text_of(parsed(write(ASK, replace(ASK, task_id=4), replace(ASK, task_id=5, contacts=("Other",)))))

    assert text.count("Omar Vance") == 1
    assert text.count("Contacts:  as in 1") == 1
    assert text.count("Attached:  as in 1") == 2
    assert "Contacts:  Other" in text


@pytest.mark.parametrize(
    ("changes", "greeting"),
    [
        ({"is_new": False}, "2 things are asked of AMEMBASSY LIMA."),
        ({"reader": Standing.OWNER}, "2 things are asked of you."),
        ({"post": "AMEMBASSY QUITO"}, "2 things are asked of 2 posts."),
    ],
)
def test_a_letter_says_of_whom_things_are_asked(changes: dict[str, object], greeting: str) -> None:
    first = replace(ASK, reader=changes.get("reader", ASK.reader))

    text = text_of(parsed(write(first, replace(ASK, task_id=4, **changes))))

    assert text.startswith(f"{greeting}\r\n\r\n\r\n1. Lima: ")


def test_a_letter_begins_with_its_asks_where_the_subject_says_of_whom_they_are_asked() -> None:
    mail = parsed(write(ASK, replace(ASK, task_id=4)))

    assert mail["Subject"].startswith("Lima: 2 new asks")
    assert text_of(mail).startswith("1. Lima: ")
    assert "things are asked" not in text_of(mail, "html")


@pytest.mark.parametrize("item", [BEFORE, TODAY, LATE, replace(LATE, is_new=True, state=LetterState.FIRST)])
def test_how_far_off_the_due_is_stands_once_in_the_text_of_a_letter(item: Item) -> None:
    text = " ".join(text_of(parsed(write(item))).split())

    assert text.lower().count(str(item.left)) == 1
    assert "Due: Wednesday 6 August 2008, 17:00 Lima (18:00 Washington) Owner:" in text


def test_an_ask_that_begins_otherwise_says_it_beside_the_due() -> None:
    waiting = replace(ASK, work=Work(waits_for="the host government"))

    texts = [text_of(parsed(write(item))) for item in (ASK, waiting)]

    assert all(text.count("in 3 working days") == 1 for text in texts)


def test_the_numbers_of_a_morning_stand_in_the_subject() -> None:
    week = replace(BEFORE, is_this_week=True)

    written = write(replace(LATE, task_id=1), replace(week, task_id=2), replace(week, task_id=4))

    assert written.subject == "2 due this week, 1 late (4 working days)"


@pytest.mark.parametrize(
    ("items", "subject"),
    [
        ([ASK, UNDATED_NEW], "Lima: 2 new asks, first due Wed 6 Aug, COB"),
        ([UNDATED_NEW, replace(UNDATED_NEW, task_id=8)], "Lima: 2 new asks, no due day"),
        ([SENSITIVE, replace(SENSITIVE, task_id=8)], "AMEMBASSY LIMA: 2 new asks, first due Wed 6 Aug, COB"),
        ([ASK, replace(ASK, task_id=8, post="AMEMBASSY QUITO", city="Quito")], "2 due later"),
        ([ASK, replace(BEFORE, task_id=8)], "1 due this week, 1 due later"),
        (
            [replace(LATE, left="late by less than a working day")],
            f"Lima: {ASK.title} - late by less than a working day (due Wed 6 Aug, COB)",
        ),
    ],
)  # fmt: skip
def test_a_subject_says_what_is_new_and_names_a_day_once(items: list[Item], subject: str) -> None:
    assert write(*items).subject == subject


def test_more_asks_than_a_letter_holds_are_counted() -> None:
    items = [replace(BEFORE, task_id=n) for n in range(1, 91)]

    assert "And 40 more: https://tracker.example/tasks" in text_of(parsed(write(*items)))


def test_what_a_cable_says_is_not_trusted_as_html() -> None:
    nasty = replace(BEFORE, quote="<script>alert(1)</script> & more", title="<b>bold</b>")

    html = text_of(parsed(write(nasty)), "html")

    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html


def test_a_sensitive_cable_tells_only_number_post_due_and_link() -> None:
    data = write(SENSITIVE).data.decode()

    assert "AMEMBASSY LIMA, STATE 900733" in data
    assert all(words not in data for words in ("requested", "Report host", "Calder", "WORKSHOP", "Reyes"))


def test_papers_that_are_too_long_are_not_attached() -> None:
    long = replace(ASK, papers=(Paper(name="paper-1", text="x " * 150_000),))

    names = [part.get_filename() for part in parsed(write(long)).iter_attachments()]

    assert names == ["due.ics"]


def test_a_discreet_letter_has_no_buttons() -> None:
    for item in (SENSITIVE, CLOSED):
        assert b"/do/" not in write(item).data


def test_a_closed_caption_hides_even_the_number() -> None:
    data = write(CLOSED).data.decode()

    assert "900733" not in data
    assert "text/calendar" not in data
