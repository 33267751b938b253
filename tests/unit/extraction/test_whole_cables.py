"""Whole cables: what each wants, of whom, by when; what was left out; papers, contacts, events, answers."""

import more_written_cables as more
import pytest
import written_cables as written

from tracker.cable import parse
from tracker.extraction import extract, printed
from tracker.extraction.proposals import AnswerKind, HandoverKind, Passing


def read(text):
    cable = parse(text)
    return cable, extract(cable, is_day_off=lambda day: day.weekday() > 4)


def asks(proposals):
    return [
        (a.paragraph, str(a.deadline.day) if a.deadline and a.deadline.day else None)
        for a in proposals.actions
    ]


@pytest.fixture(scope="module")
def fruit_flies():
    return read(written.FRUIT_FLIES)


def test_it_finds_each_ask_with_its_day(fruit_flies):
    assert asks(fruit_flies[1]) == [
        (3, "2011-03-18"),
        (3, None),
        (3, "2011-03-25"),
        (4, None),
        (5, "2011-03-14"),
        (8, None),
    ]


def test_it_narrows_the_addressees_to_those_the_label_names(fruit_flies):
    by_paragraph = {a.paragraph: a.addressees for a in fruit_flies[1].actions}

    assert by_paragraph[4] == ("AMEMBASSY BOGOTA",)
    assert by_paragraph[5] == ("AMEMBASSY LIMA", "AMEMBASSY QUITO")
    assert len(by_paragraph[3]) == 3


def test_it_gives_each_ask_a_short_title(fruit_flies):
    titles = [a.title for a in fruit_flies[1].actions]

    assert titles[4] == "Confirm that the ministry has received the invitation sent in February"
    assert titles[5] == "Slug responses for WHA/EPSC"
    assert all(0 < len(t) <= 80 for t in titles)


def test_it_says_why_a_sentence_was_left_out(fruit_flies):
    reasons = {left.evidence.quote[:24]: left.reason for left in fruit_flies[1].left_out}

    assert reasons["Embassy Santiago is requ"] == "It asks a post that has the cable for information only."
    assert reasons["Please appoint a focal p"] == "It stands in the text to be handed over or spoken."
    assert reasons["Participants should arri"].startswith("It is addressed to travelers")


def test_it_cuts_out_the_paper_and_says_it_may_be_left(fruit_flies):
    (paper,) = fruit_flies[1].handovers

    assert paper.kind is HandoverKind.PAPER
    assert paper.passing is Passing.ALLOWED
    assert paper.first_words.startswith("FRUIT FLY INSPECTION: A COMMON TASK")
    assert paper.last_words == "We urge your government to attend."
    assert "\n\n-- Participating agencies should send their data to the\n" in paper.text


def test_it_leaves_out_classified_addresses(fruit_flies):
    found = [(c.name, c.email, c.phone, c.other) for c in fruit_flies[1].contacts]

    assert found == [
        ("Ana Whitfield", "WhitfieldA@state.gov", "(202) 647-0199", "WHA/EPSC"),
        ("Paul de Groot", None, "301-555-0142", "USDA/APHIS, fax 301-555-0143"),
    ]


def test_it_finds_the_event_once(fruit_flies):
    (event,) = fruit_flies[1].events

    assert (event.name, str(event.start_on), str(event.end_on), event.place) == (
        "workshop on fruit fly inspection",
        "2011-04-12",
        "2011-04-14",
        "Miami",
    )


def test_a_reply_answers_and_asks_washington():
    _, proposals = read(written.LABORATORY_REPLY)

    assert asks(proposals) == [(5, "2011-03-21"), (5, None)]
    assert [(a.kind, a.reference) for a in proposals.answers] == [
        (AnswerKind.DELIVERED, "A"),
        (AnswerKind.AGREED, None),
        (AnswerKind.PROMISED, None),  # "was unable to say ...; she promised an answer"
    ]
    assert str(proposals.answers[2].promised_day) == "2011-03-31"


def test_an_old_telegram_in_capitals_is_read():
    _, proposals = read(written.CHARTERS)

    assert asks(proposals) == [(1, None), (1, "1978-03-22"), (3, None), (3, None)]
    assert [a.addressees for a in proposals.actions[2:]] == [("AMEMBASSY ANKARA",)] * 2
    assert [(c.name, c.phone, c.other) for c in proposals.contacts] == [
        ("JOHN HARTWELL", "632-0291", "EB/AVP")
    ]


def test_remarks_and_a_resolution_ask_nobody():
    _, proposals = read(written.CHILD_SOLDIERS)

    assert [(a.paragraph, a.is_optional) for a in proposals.actions] == [(1, False), (4, False), (4, True)]
    assert [h.kind for h in proposals.handovers] == [HandoverKind.POINTS, HandoverKind.REFERENCE]


def test_lettered_orders_under_a_label_are_asks():
    _, proposals = read(written.NOMINATIONS)

    assert [a.title for a in proposals.actions] == [
        "Send the following to FSI",
        "Confirm the name of your training officer",
        "Review post's emergency plan and correct the list of wardens",
        "Reply to FSI/SPAS even if post has no nominee",
    ]
    assert [(c.name, c.phone) for c in proposals.contacts] == [
        ("Maria Estrada", "703-302-7100"),
        ("R. J. Holt", "7-1234"),
    ]


@pytest.mark.parametrize("text", [t for m in (written, more) for n, t in vars(m).items() if n.isupper()])
def test_every_quote_is_what_its_spans_hold(text):
    cable, proposals = read(text)

    found = [
        *proposals.actions,
        *proposals.left_out,
        *proposals.contacts,
        *proposals.handovers,
        *proposals.events,
        *proposals.answers,
    ]
    for thing in found:
        pieces = " ".join(cable.raw[s.start : s.end] for s in thing.evidence.spans)
        assert " ".join(pieces.split()) == thing.evidence.quote


def test_the_printed_reading_has_the_shape_of_the_annotated_cables(fruit_flies):
    cable, proposals = fruit_flies

    gold = printed.as_gold(cable, proposals)

    assert gold["header"]["sent_at"] == "2011-03-08T15:07:00Z"
    assert gold["paragraphs"] == 9
    assert gold["actions"][0]["due"]["date"] == "2011-03-18"
    assert "optional" not in gold["actions"][0]
    assert gold["actions"][1]["optional"] is True
    assert gold["handover"][0]["kind"] == "paper"
    assert gold["events"][0]["start"] == "2011-04-12"
    assert gold["left_out"][0]["due"] is None


def test_a_text_that_is_no_cable_gives_empty_values():
    cable, proposals = read("hello")

    gold = printed.as_gold(cable, proposals)

    assert gold["header"]["sent_at"] is None
    assert gold["actions"] == gold["contacts"] == gold["events"] == gold["answers"] == []


def test_points_that_may_not_be_left_are_forbidden():
    _, proposals = read(more.ELECTIONS)

    assert [(h.kind, h.passing) for h in proposals.handovers] == [
        (HandoverKind.POINTS, Passing.FORBIDDEN),
        (HandoverKind.POINTS, Passing.FORBIDDEN),
        (HandoverKind.POINTS, Passing.FORBIDDEN),
        (HandoverKind.PAPER, Passing.ALLOWED),
    ]
    assert proposals.handovers[2].first_words.startswith("We thank Kenya")


def test_a_cancelling_sentence_is_read_as_such():
    _, proposals = read(more.ELECTIONS)

    assert [a.kind for a in proposals.answers] == [AnswerKind.CANCELLED]


def test_people_joined_share_a_telephone_and_an_address_finds_its_owner():
    _, proposals = read(more.ELECTIONS)

    assert [(c.name, c.email, c.phone) for c in proposals.contacts] == [
        ("Dana O'Neill", "oneilld@state.gov", "202-647-0100"),
        ("Lee Park", None, "202-647-0100"),
    ]


def test_a_country_clearance_asks_only_travelers():
    _, proposals = read(more.CLEARANCE)

    assert proposals.actions == ()
    assert {left.reason for left in proposals.left_out} == {
        "It is addressed to travelers, applicants or others, not to an addressee."
    }


def test_a_sentence_with_two_days_becomes_two_asks():
    _, proposals = read(more.PASSENGER_DATA)

    ends = [(a.title, a.evidence.quote, str(a.deadline.day)) for a in proposals.actions[-2:] if a.deadline]
    assert ends == [
        ("Deliver the points", "Deliver the points by January 18", "2010-01-18"),
        ("Report the ministry's reaction", "report the ministry's reaction by January 19.", "2010-01-19"),
    ]


def test_a_list_of_orders_is_asked_and_points_are_not():
    _, proposals = read(more.PASSENGER_DATA)

    titles = [a.title for a in proposals.actions]
    assert "Identify the lead ministry for body scanners" in titles
    assert not any("together" in t for t in titles)
    assert [h.passing for h in proposals.handovers] == [Passing.UNSAID, Passing.PARTIAL]


def test_a_post_asks_posts_and_washington_apart():
    _, proposals = read(more.FUNDING)

    assert [a.addressees for a in proposals.actions] == [
        ("AMEMBASSY ABIDJAN", "AMEMBASSY LIBREVILLE"),
        ("SECSTATE WASHDC",),
        ("SECSTATE WASHDC",),
        ("AMEMBASSY ABIDJAN",),
    ]
    assert [(a.kind, a.reference) for a in proposals.answers] == [
        (AnswerKind.SUPERSEDED, "B"),
        (AnswerKind.NO_ANSWER, "A"),
    ]


def test_two_clauses_with_a_day_each_become_two_asks():
    text = more.PASSENGER_DATA.replace(
        "Deliver the points by January 18 and\nreport the ministry's reaction by January 19.",
        "Posts should deliver the points by\nJanuary 18; posts should report by January 19.",
    )

    _, proposals = read(text)

    assert [a.evidence.quote for a in proposals.actions[-2:]] == [
        "Posts should deliver the points by January 18",
        "posts should report by January 19.",
    ]
