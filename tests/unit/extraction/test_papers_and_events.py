"""Texts to hand over without marks, events and answers: the less usual ways they are written."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract
from tracker.extraction.proposals import AnswerKind

HEAD = """R 070900Z MAR 11
FM SECSTATE WASHDC
TO AMEMBASSY LIMA
UNCLAS STATE 004410

TAGS: PREL
SUBJECT: {subject}

REF: LIMA 12

"""


def read(body, subject="VARIOUS MATTERS", head=HEAD):
    return extract(parse(head.format(subject=subject) + body), is_day_off=lambda day: day.weekday() > 4)


def papers(body):
    return [(h.first_words[:30], h.last_words[-20:]) for h in read(body).handovers]


@pytest.mark.parametrize(
    "body,want",
    [
        (
            "1. Text follows.\n\n2. Begin text of draft note: The Embassy presents its compliments.\nIt proposes talks.\n\n3. Please reply.\n",
            [("The Embassy presents its compl", "It proposes talks.")],
        ),
        (
            "1. Begin text:\n\nOne thing.\n\nBegin text of second note:\n\nAnother thing.\n\nEnd text.\n",
            [("One thing.", "One thing."), ("Another thing.", "Another thing.")],
        ),
        (
            "TALKING POINTS\n--------------\n\n1. Begin points:\n\n-- One thing.\n\nEnd points.\n",
            [("One thing.", "One thing.")],
        ),
        (
            "TALKING POINTS\n--------------\n\n1. On the treaty:\n\nOne thing. Another thing.\n",
            [("One thing. Another thing.", "Another thing.")],
        ),
        ("TALKING POINTS\n--------------\n\n1. Post should raise the treaty.\n", []),
        (
            "TALKING POINTS\n--------------\n\n1. One thing is clear.\n",
            [("One thing is clear.", "One thing is clear.")],
        ),
        (
            "1. Post should take the following actions, using these points:\n\n-- Call the ministry.\n-- Report.\n",
            [],
        ),
        (
            "1. The letter reads as follows:\n\nDear Sir: We agree.\n",
            [("Dear Sir: We agree.", "Dear Sir: We agree.")],
        ),
        ("1. The note is below:\n", []),
        ("1. Statement:\n", []),
        ("1. Begin text:\n\n----- TALKS -----\n\nOne thing.\n\nEnd text.\n", [("One thing.", "One thing.")]),
        (
            "1. POINTS FOR LIMA AND QUITO: One thing. Another.\n\n2. Please report.\n",
            [("One thing. Another.", "Another.")],
        ),
        ("1. Begin text:\n", []),
        ("1. Talks begin soon. Post should quote nobody.\n", []),
        (
            "1. See below. (Begin paper for Lima: one thing.\nAnother.\nEnd paper.\n",
            [("one thing. Another.", "Another.")],
        ),
        (
            "1. Points for Lima only: we thank you. We ask more.\n\n2. Please report.\n",
            [("we thank you. We ask more.", "We ask more.")],
        ),
        (
            "1. The reply should read as follows: Begin text: (Opening) and refers to talks.\nEnd text.\n",
            [("(Opening) and refers to talks.", "and refers to talks.")],
        ),
        (
            "1. Text of note:\n\nThe Embassy presents its compliments.\n\nEnd text of note.\n\n2. Please report.\n",
            [("The Embassy presents its compl", "nts its compliments.")],
        ),
        (
            "1. Post may explain the procedure, and the points below may be used.\n\n-- One thing.\n\n-- Another.\n",
            [("One thing. -- Another.", "Another.")],
        ),
        ("1. The points below may be used. Please also:\n\n-- Call the ministry.\n\n-- Report.\n", []),
        ("1. Note:\n\nPosts should report.\n", []),
    ],
)
def test_the_text_to_hand_over(body, want):
    assert papers(body) == want


FROM_A_POST = HEAD.replace("SECSTATE WASHDC", "AMEMBASSY LIMA").replace(
    "TO AMEMBASSY LIMA", "TO SECSTATE WASHDC"
)


@pytest.mark.parametrize(
    "lead,count",
    [
        ("The declaration, which the congress adopted, ends with a chapter. In its English it reads:", 0),
        ("The congress ended with a resolution on nets. In the secretariat's English the text reads:", 0),
        ("We ask for comments on it. The rapporteur's paragraph 9 reads as follows:", 0),
        ("Post would leave the chairman in no doubt. Our proposed reply reads as follows:", 1),
        ("Post proposes to leave a note with the ministry. The draft text reads:", 1),
        ("Embassy plans to deliver a reply. The proposed text reads:", 1),
    ],
)
def test_what_others_wrote_to_a_post_is_no_paper_to_give(lead, count):
    body = f'1. {lead}\n\n   "(a) Each embassy is requested to name a friend of the river.\n   (b) Embassies should write."\n'

    assert len(read(body, head=FROM_A_POST.replace("STATE 004410", "LIMA 004410")).handovers) == count


def days(body, subject="VARIOUS MATTERS"):
    return [(e.name, str(e.start_on), str(e.end_on), e.place) for e in read(body, subject).events]


@pytest.mark.parametrize(
    "body,want",
    [
        (
            "1. The workshop will take place in Lima May 3-5.\n",
            [("workshop", "2011-05-03", "2011-05-05", "Lima")],
        ),
        (
            "1. The February 3 Lima Conference was held last month.\n",
            [("Lima Conference", "2011-02-03", "2011-02-03", None)],
        ),
        (
            "1. The October 20 Lima Conference was held in Lima.\n",
            [("Lima Conference", "2010-10-20", "2010-10-20", "Lima")],
        ),
        (
            "1. In advance of the October 20 Lima Conference, the ministry invited guests.\n",
            [("Lima Conference", "2010-10-20", "2010-10-20", None)],
        ),
        (
            "1. In advance of the January 29 U.S.-hosted Planning Workshop in Lima, the U.S. extended invitations.\n",
            [("U.S.-hosted Planning Workshop", "2011-01-29", "2011-01-29", "Lima")],
        ),
        (
            "1. Post is requested to hand over the summary of the January 29 Lima Workshop.\n",
            [("Lima Workshop", "2011-01-29", "2011-01-29", None)],
        ),
        ("1. The ministry reported on May 3, 2011, that the session had ended.\n", []),
        ("1. On May 3, the delegation, after its visit, left.\n", []),
        ("1. Post should report on the conference by May 3.\n", []),
        ("1. The results of the visit are due by May 3 at the latest, they say.\n", []),
        ("1. The council meets when it likes, not on May 3.\n", []),
        (
            "1. The Trade Council and the Lima Fair Week open May 3.\n",
            [("Trade Council and the Lima Fair Week", "2011-05-03", "2011-05-03", None)],
        ),
        (
            "1. The Lima Conference is May 3. The Lima Conference will open May 3. The Quito Summit is May 3.\n",
            [
                ("Lima Conference", "2011-05-03", "2011-05-03", None),
                ("Quito Summit", "2011-05-03", "2011-05-03", None),
            ],
        ),
        (
            "1. The training will be held in May Valley May 3.\n",
            [("training", "2011-05-03", "2011-05-03", None)],
        ),
    ],
)
def test_the_events(body, want):
    assert days(body) == want


def test_an_event_of_the_subject_is_found():
    assert days("1. Nothing else.\n", "LIMA SUMMIT, MAY 3-4") == [
        ("LIMA SUMMIT", "2011-05-03", "2011-05-04", None)
    ]


REPLY = HEAD.replace(
    "FM SECSTATE WASHDC\nTO AMEMBASSY LIMA\nUNCLAS STATE 004410",
    "FM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000077",
).replace("REF: LIMA 12", "REF: STATE 4410")


LEFT_OPEN = [
    (
        "1. WORDING IS IN LAST PARAGRAPH.\n\n2. QUOTE\nTHE COUNCIL,\nREQUESTS MEMBERS TO REPORT BY MAY 3.\n",
        "THE COUNCIL, REQUESTS",
    ),
    (
        "1. TEXT OF NOTE FOLLOWS.\n\n2. QUOTE:\nTHE EMBASSY ASKS THE MINISTRY TO MOVE ITS GATE. IT SHOULD REPLY BY MAY 3.\n",
        "THE EMBASSY ASKS",
    ),
    (
        "1. TEXT OF OUR NOTE IS BELOW:\n\n2. QTE\nYOUR MINISTRY SHOULD ACT. PLEASE REPLY TO US.\n",
        "YOUR MINISTRY SHOULD ACT",
    ),
    (
        "1. LETTER FROM SECRETARY READS:\n\n2. QUOTE.\nPLEASE ACCEPT MY THANKS AND SEND YOUR SON TO US.\n\n3. NOTHING MORE.\n",
        "PLEASE ACCEPT MY THANKS",
    ),
]


@pytest.mark.parametrize("body,first", LEFT_OPEN)
def test_a_paragraph_that_opens_with_quote_and_is_cut_short_is_a_text(body, first):
    found = read(body)

    assert [one.first_words[: len(first)] for one in found.handovers] == [first]
    assert found.actions == ()


NOT_OPEN = [
    "1. TEXT OF INVITATION TO BID FOLLOWS BY POUCH.\n\n2. QUOTE PRICES IN DOLLARS AND REPLY BY MAY 3.\n",
    "1. TEXT OF TENDER FOLLOWS.\n\n2. QUOTES\nFROM DEALERS ARE HIGH. PLEASE REPLY BY MAY 3.\n",
    "1. RAIN FELL ALL WEEK.\n\n2. QUOTE\nPLEASE REPLY BY MAY 3.\n",
    "1. THE NOTE IS SHORT AND THE LETTER LONG.\n\n2. PLEASE QUOTE\nPRICES BY MAY 3.\n",
]


@pytest.mark.parametrize("body", NOT_OPEN)
def test_an_order_to_quote_and_words_inside_a_paragraph_open_no_text(body):
    found = read(body)

    assert found.handovers == ()
    assert len(found.actions) == 1


@pytest.mark.parametrize(
    "body,want",
    [
        ("1. Post delivered the points on March 3.\n", [AnswerKind.DELIVERED]),
        ("1. Post has not yet received a response.\n", [AnswerKind.NO_ANSWER]),
        ("1. The ministry declined the invitation.\n", [AnswerKind.REFUSED]),
        ("1. The ministry agreed to the dates.\n", [AnswerKind.AGREED]),
        ("1. Embassy will attend.\n", []),
        ("1. The weather was fine.\n", []),
    ],
)
def test_a_reply_says_how_it_answers(body, want):
    assert [a.kind for a in read(body, head=REPLY).answers] == want


def test_without_a_day_of_sending_only_a_day_with_its_year_is_kept():
    bare = "UNCLAS STATE 004410\n\nSUBJECT: VISIT\n\n1. {}\n"

    def deadline(text):
        (action,) = extract(parse(bare.format(text)), is_day_off=lambda day: False).actions
        return action.deadline

    assert str(deadline("Post should reply by May 3, 2011.").day) == "2011-05-03"
    open_day = deadline("Post should reply by May 3.")
    assert open_day.day is None
    assert open_day.explained == ("The cable does not say when it was sent, so the day stays open.",)


def test_a_label_is_cut_from_the_quote():
    (action,) = read("1. Summary of talks.\n\n2. Action Request: Post should reply by May 3.\n").actions

    assert action.evidence.quote == "Post should reply by May 3."


def test_a_colon_in_an_order_is_no_label():
    (action,) = read("1. Please report: dates, names and places of talks.\n").actions

    assert action.evidence.quote.startswith("Please report: dates")


def test_speech_quoted_over_several_sentences_asks_nobody():
    body = """1. The landlord wrote: "I am sorry. Please report leaks within
five days. Posts should call me." Posts should report leaks to
the Department.

2. He said that "posts should pay at once. They must hurry.

3. Posts should keep a list.
"""

    proposals = read(body)

    assert [a.evidence.quote for a in proposals.actions] == [
        "Posts should report leaks to the Department.",
        "Posts should keep a list.",
    ]
    assert "The words are quoted from somebody else." in {left.reason for left in proposals.left_out}


@pytest.mark.parametrize(
    "body",
    [
        "1. Key points: -- The bank raised its rate. -- Small banks want more time. End key points.\n",
        "Other points\n------------\n\n1. The bank raised its rate. Small banks want more time.\n",
        "FURTHER POINTS\n--------------\n\n1. The bank raised its rate. Small banks want more time.\n",
    ],
)
def test_the_key_points_of_a_post_sum_up_and_are_not_spoken(body):
    assert read(body, head=REPLY).handovers == ()
    assert len(read(body).handovers) == 1


def test_what_begins_and_ends_by_name_is_a_paper():
    body = "1. Posts should present the plan.\n\n2. Begin action plan for Peru:\n\n-- The government should hire ten judges.\n\nEnd action plan.\n\n3. Post should report.\n"

    read_body = read(body)

    assert [h.first_words for h in read_body.handovers] == ["The government should hire ten judges."]
    assert len(read_body.actions) == 2


def test_initials_in_a_mark_do_not_hide_that_it_is_a_paper():
    body = (
        "1. Post is requested to provide the following summary to host government.\n\n"
        "2. Washington points of contact are Ruth Calder, calder@desk.example.\n\n"
        "3. Begin text of U.S. paper for Peru:\n\nSUMMARY OF A WORKSHOP\n\nAll states are welcome.\n\nEnd text.\n"
    )

    (found,) = read(body).handovers

    assert found.kind.value == "paper"
    assert found.text.startswith("SUMMARY OF A WORKSHOP")


@pytest.mark.parametrize(
    "text, want",
    [
        ("We sent three men to the Lima Forum May 3-5.", "2007-05-03"),
        ("We met in advance of the December 18 Lima Forum.", "2007-12-18"),
    ],
)
def test_the_name_of_a_file_gives_the_year_of_an_event(text, want):
    bare = f"UNCLAS TUNIS 000012\n\nSUBJECT: A FORUM\n\n1. {text}\n"

    def first_days(file_name):
        read_events = extract(parse(bare, file_name=file_name), is_day_off=lambda day: False).events
        return [str(e.start_on) for e in read_events]

    assert first_days("07TUNIS12.txt") == [want]
    assert first_days("x.txt") == []


def test_the_first_words_of_a_paper_end_with_a_whole_word():
    points = "Begin talking points:\n\n" + "-- " + "Harvests need rain. " * 12 + "\n\nEnd talking points.\n"

    (found,) = read(f"1. Embassy should draw on the following points.\n\n2. {points}").handovers

    assert 140 < len(found.first_words) <= 160
    assert found.first_words.split()[-1] in ("Harvests", "need", "rain.")


@pytest.mark.parametrize(
    "lead, is_found",
    [
        ("CHIEF OF MISSION SHOULD TAKE UP FOLLOWING POINTS WITH MINISTER, LEAVING NO PAPER.", True),
        ("Posts are asked to make the following points orally.", True),
        ("Embassy must raise the following three points with the ministry.", True),
        ("Please use the following points with the press.", True),
        ("The minister made the following points last week.", False),
        (
            "Mission would be grateful if Embassy could put the following to the ministry before the vote.",
            True,
        ),
        ("Please convey the following to the Foreign Minister at the earliest moment.", True),
        ("Embassy should say the following in reply to Dr. Ames.", True),
        ("Please pass the following to the Department.", False),
        ("Please pass the following to us by pouch.", False),
        ("Posts should put the following in the pouch.", False),
        ("The minister asked for points of law.", False),
        ("Posts should count the points of sale.", False),
        ("Posts were told the following day of points lost.", False),
    ],
)
def test_points_right_below_an_order_need_no_colon(lead, is_found):
    text = f"R 101500Z MAR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nUNCLAS STATE 958001\n\nSUBJECT: COD\n\n1. {lead}\n\n-- Cod is scarce.\n\n-- Nets are too fine.\n"

    assert bool(extract(parse(text), is_day_off=lambda day: False).handovers) is is_found


@pytest.mark.parametrize(
    "over, is_found",
    [
        ("TEXT OF PARA 4.3 AS TABLED", False),
        ("TEXT OF RESOLUTION AS ADOPTED", False),
        ("TEXT OF LAW AS PUBLISHED", False),
        ("TEXT OF RULE AS CIRCULATED", False),
        ("TEXT OF DRAFT NOTE WHICH EMBASSY PROPOSES TO DELIVER", True),
        ("TEXT OF PROPOSED LETTER", True),
        ("TEXT OF REPLY WE INTEND TO GIVE", True),
        ("TEXT OF NOTE WHICH EMBASSY PLANS TO DELIVER AS SIGNED", True),
    ],
)
def test_what_others_tabled_is_not_to_be_handed_over(over, is_found):
    text = f"R 101500Z MAR 08\nFM USMISSION GENEVA\nTO SECSTATE WASHDC\nUNCLAS GENEVA 958001\n\nSUBJECT: COD\n\n1. {over}: QUOTE EACH PACKAGE SHALL BEAR THE DAY OF ITS MAKING, AND MEMBERS SHOULD ENFORCE THIS RULE. UNQUOTE.\n"

    assert bool(extract(parse(text), is_day_off=lambda day: False).handovers) is is_found
