"""A rule that is asked only where one of its words stands loses nothing by that."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.cable import labels, parse, stops, titles
from tracker.cable.hints import Family, Sieve, has_any, signs_of, words_in
from tracker.extraction import (
    answer_consent,
    answer_deeds,
    answer_delivery,
    answer_facts,
    answer_promises,
    answer_refusals,
    answer_silence,
    answer_taken_back,
    asking,
    assigning,
    awaiting,
    contacts,
    dates_chosen,
    deadline_lines,
    event_words,
    goings,
    handover,
    happenings,
    moved_days,
    named_wants,
    orders,
    reader,
    refusals,
    splitting,
    taking,
)
from tracker.extraction.cast import Cast
from tracker.extraction.dates import mentioned_days
from tracker.extraction.verdicts import Setting

NOBODY = {"names": {}, "told": frozenset(), "is_clearance": False, "has_collective": False}
POSTS = Cast(asks_posts=True, asks_capital=False, **NOBODY)
CAPITAL = Cast(asks_posts=False, asks_capital=True, **NOBODY)
OTHERS = Cast(asks_posts=True, asks_capital=True, asks_others=True, **NOBODY)

SENT = datetime(2008, 3, 3, tzinfo=UTC)
pytestmark = (
    pytest.mark.no_cover
)  # what others cover is read over and over: coverage would only double the time
ANNOTATED = Path(__file__).parents[1] / "annotated"
RULES = {
    "contact named": (contacts._NAMED_ONLY.search, contacts._REACHING),
    "asked to": (contacts._ASKED_TO.search, contacts._ASKING),
    "one to ask": (contacts._ONE_TO_ASK.search, contacts._OFFICERS),
    "in somebody's care": (contacts._IN_CARE.search, contacts._CARED_FOR),
    "event": (event_words.NOUN.search, event_words.NOUN_WORDS),
    "visits": (happenings._VISIT.search, happenings._VISITING),
    "meets": (happenings._MEET.search, happenings._MEETING),
    "votes": (happenings._VOTE.search, happenings._VOTING),
    "holds": (happenings._HOLD.search, happenings._HOLDING),
    "takes place": (happenings._PLACE.search, happenings._PLACING),
    "runs": (happenings._RUN.search, happenings._RUNNING),
    "is done": (happenings._DONE.search, happenings._DOING),
    "sends": (goings.SEND.search, goings.SENDING),
    "plays": (goings.PLAY.search, goings.PLAYING),
    "speaks": (goings.SPEAK.search, goings.SPEAKING),
    "took place": (happenings._PLACED.search, happenings._PLACED_WORDS),
    "flies": (goings.FLY.search, goings.FLYING),
    "stays there": (goings.STAY.search, goings.STAYING),
    "holds by name": (goings.HOLD.search, happenings._HOLDING),
    "cancelled": (answer_taken_back.CANCELLED.search, answer_taken_back.TAKING_BACK),
    "taken back": (answer_taken_back.kind_of, answer_taken_back.TAKING_BACK),
    "forbidden": (answer_taken_back.may_forbid, answer_taken_back.TAKING_BACK),
    "day of what is left out": (taking._DAY_WORD.search, taking._DAY_WORDS),
    "silence so far": (answer_silence.NO_ANSWER.search, answer_silence.SIGNS),
    "not before": (answer_silence.NOT_BEFORE.search, answer_silence.SIGNS),
    "refusal": (answer_refusals.REFUSED.search, answer_refusals.SIGNS),
    "promise": (answer_promises.PROMISED.search, answer_promises.SIGNS),
    "consent": (answer_consent.AGREED.search, answer_consent.SIGNS),
    "own deed": (answer_consent.OWN_YES.search, answer_consent.OWN_SIGNS),
    "figures given": (answer_consent.OWN_DATA.search, answer_consent.DATA),
    "delivery": (answer_delivery.DELIVERED.search, answer_delivery.SIGNS),
    "taken by them": (answer_delivery.TAKEN_BY_THEM.search, answer_delivery.GIVEN_SIGNS),
    "fact": (answer_facts.FACTS.search, answer_facts.SIGNS),
    "post's deed": (answer_deeds.DONE.search, answer_deeds.SIGNS),
    "superseded": (answer_taken_back.SUPERSEDED.search, answer_taken_back.TAKING_BACK),
    "day alone": (deadline_lines._LABEL.match, deadline_lines._DUE_WORDS),
    "deadline set": (named_wants._DEADLINE.match, named_wants._DUE_WORDS),
    "limit": (reader._LIMIT_WORD.search, reader._LIMITING),
    "assigned": (
        lambda low: None if low.startswith(("it ", "all ")) else assigning._ASSIGNED.match(low),
        assigning._TASKS,
    ),
    "tells a purpose": (assigning._PURPOSE.match, assigning.SIGNS),
    "hands over": (assigning._ASSIGNED.match, assigning.SIGNS),
    "forbids": (assigning._NO_ACT.match, assigning.SIGNS),
    "silence": (assigning._UNLESS_TOLD.search, assigning._SILENT),
    "hopes": (awaiting._HOPING.match, awaiting.SIGNS),
    "awaits": (awaiting._AWAITING.match, awaiting.SIGNS),
    "repeats": (awaiting._AGAIN.match, awaiting.SIGNS),
    "two due": (lambda text: None if "; " in text else splitting._TWO_DUE.search(text), splitting._JOINING),
    "reported": (refusals._REPORTED.search, refusals._SAYING),
    "begin mark": (handover.BEGIN.match, handover._MARKING),
    "end mark": (handover.END.match, handover._MARKING),
}
WRITTEN = """
    P.O.C. for this matter is Alma Testerly. The PO.C: Boris Sampleton. POCs are listed below: none.
    State 1234 is hereby cancelled. Reftel has been overtaken. This cable rescinds reftel. It replaces septel.
    Due: May 3. Reply due date -- Friday. Suspense for posts: noon. "End quote. (Begin text of note: _Unquote_
    The pact will be signed in Lima. Text ends. Quote: Close on Friday. Not later than noon. On or before May 3.
    Embassy's task is to count. The duty of post is to ask. Responsibility for it lies with post. A list is what Washington needs.
    What we need from Embassy is a list. They feel that it may wait. We believe that it may. Some think whether or not that is so.
    No signature shall take place until May 3. This request is for posts to report. If we hear nothing by May 3, it is done. This cable contains an action request. Please see paragraph 3. (b) See section 4.
    Post will sign unless told otherwise by May 3. Absent objections by May 3, it is done. Post awaits word. Mission hopes to have it. Embassy renews its request for a tug. One is due, and the other is due by May 3.
    The Bank will send a survey team to Lima. The choir sings in Lima. Ambassador Sample will address the congress. The balloon flies over Lima.
    In the minister's view it may wait. The minister called on posts. An audit suggests delay. Parties want that. They contend that.
    The minister heard our points. He accepted the list from the Charge. She summoned us to reply to the note. The fee is 40 kroner.
    Legal matters are for Alma Testerly, in L/NPV. The court has set May 3 for the hearing. The dates of May 9-13 have been agreed for the conference.
"""


@pytest.fixture(scope="module")
def sentences():
    texts = [path.read_text(encoding="utf-8") for path in sorted(ANNOTATED.rglob("*.txt"))]
    return [s for text in (*texts, "1. " + WRITTEN) for s in parse(text).sentences]


def _is_missed(gate, words):
    return not gate.caught(words) if isinstance(gate, Sieve) else gate.isdisjoint(words)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_only_where_one_of_its_words_stands(sentences, rule):
    finds, words = RULES[rule]

    found = [
        s for s in sentences if finds(s.text) or finds(s.text.lower())
    ]  # some rules are for small letters

    assert found
    assert [s.text for s in found if _is_missed(words, s.words)] == []


def test_a_sentence_points_to_another_place_only_behind_one_of_its_openings(sentences):
    texts = [s.text.lower() for s in sentences]
    found = [low for low in texts if refusals._POINTER.match(low)]

    assert found
    assert [low for low in found if refusals.pointing(low) is None] == []


@pytest.mark.parametrize("cast", [POSTS, CAPITAL, OTHERS], ids=["posts", "capital", "others"])
@pytest.mark.parametrize(
    "setting", [Setting(), Setting(is_listed=True), Setting(is_listed=True, is_led=True)], ids=str
)
def test_a_sentence_without_a_sign_of_asking_is_no_ask_and_nothing_left_out(sentences, cast, setting):
    texts = {form for s in sentences for form in (s.text, s.text.upper(), s.text.partition(", ")[2])}
    silent = [t for t in texts if asking._is_silent(t, t.lower(), signs_of(words_in(t.lower())), setting)]

    found = [text for text in silent if asking._weighed(text, cast, setting) is not None]

    assert len(silent) > len(texts) / 10
    assert found == []


@pytest.mark.parametrize("is_listed", [False, True])
@pytest.mark.parametrize("is_led", [False, True])
def test_no_order_begins_with_a_word_that_opens_none(sentences, is_listed, is_led):
    texts = {s.text.lower() for s in sentences} | {f"{word} the list by May 3." for word in orders.NO_ORDERS}
    silent = [low for low in texts if orders.opens_with_none(low)]

    found = [
        low
        for low in silent
        if orders.order_at(low, is_listed=is_listed) is not None
        or orders.opens_with_verb(low, is_listed=is_listed, is_led=is_led) is not None
    ]

    assert silent
    assert found == []


def test_a_sentence_whose_verb_or_noun_names_an_event_is_looked_at(sentences):
    told = [s for s in sentences if any(verb.search(s.text) for verb, _, _ in happenings._KINDS)]
    named = [s for s in sentences if event_words.NOUN.search(s.text.lower())]

    assert told
    assert [s.text for s in told if not happenings.may_tell(s)] == []
    assert named
    assert [s.text for s in named if not event_words.may_name_event(s)] == []


def test_a_day_is_given_up_or_chosen_for_something_only_where_a_word_says_so(sentences):
    days = [(s, day) for s in sentences for day in mentioned_days(s.text, SENT)]

    given_up = [s for s, day in days if moved_days.is_given_up(s.text, day)]
    chosen = [s for s, day in days if dates_chosen.of_what(s.text, day)]

    assert given_up
    assert [s.text for s in given_up if moved_days.GIVING_UP.isdisjoint(s.words)] == []
    assert chosen
    assert [
        s.text
        for s, day in days
        if dates_chosen.of_what(s.text, day) != dates_chosen.of_what(s.text, day, s.signs)
    ] == []


def test_the_nouns_of_events_are_all_found_by_their_words(sentences):
    texts = [text for s in sentences for text in (s.text.lower(), s.text.lower()[7:])]

    assert sum(bool(event_words.NOUN.search(text)) for text in texts) > len(texts) / 10
    assert [
        text
        for text in texts
        if [m.span() for m in event_words.NOUN.finditer(text, 3, 300)]
        != [m.span() for m in event_words.nouns_in(text, 3, 300)]
    ] == []


def test_the_signs_of_a_sentence_tell_which_families_of_words_stand_there(sentences):
    modules = [m for name, m in sys.modules.items() if name.startswith("tracker.extraction.")]
    families = {id(f): f for m in modules for f in vars(m).values() if isinstance(f, Family)}.values()

    wrong = [
        (s.text, sorted(f))
        for f in families
        for s in sentences
        if bool(s.signs & f.bit) == f.isdisjoint(s.words)
    ]

    assert families
    assert wrong == []


def test_a_number_or_a_day_by_its_number_is_found_only_where_its_figures_stand(sentences):
    numbered = [s for s in sentences if contacts._NUMBER.search(s.text)]
    by_number = [s for s in sentences if moved_days._BY_NUMBER.search(s.text)]

    assert numbered
    assert [s.text for s in numbered if not s.signs & contacts._IN_FIGURES.bit] == []
    assert by_number
    assert [s.text for s in by_number if not moved_days._ORDINAL.search(s.text)] == []


def test_every_stop_and_every_lead_of_stops_is_looked_at():
    texts = [path.read_text(encoding="utf-8") for path in sorted(ANNOTATED.rglob("*.txt"))]
    lines = [line.strip() for text in texts for line in text.splitlines()]
    stopped = [line for line in lines if stops.STOP.match(line)]
    led = [line for line in lines if stops._LEAD.search(line)]

    assert stopped
    assert [line for line in stopped if not stops.stands_at(line)] == []
    assert led
    assert [line for line in led if not stops.may_lead(line, len(line))] == []


def test_a_denial_is_looked_for_though_a_limit_stands_beside_it(sentences):
    texts = [s.text.lower() for s in sentences] + ["by may 3 no later than reports are required is due"]
    denied = [low for low in texts if has_any(low, refusals._DENYING) and refusals._NOTHING.search(low)]

    assert denied
    assert [low for low in denied if not refusals._may_deny(low)] == []
    assert not refusals._may_deny("please reply no later than may 3, and not later than noon.")


def test_every_line_that_ends_a_value_begins_with_one_of_its_signs():
    texts = [path.read_text(encoding="utf-8") for path in sorted(ANNOTATED.rglob("*.txt"))]
    lines = {line.strip() for text in texts for line in text.splitlines()}
    rules = (labels.REF.match, labels.NUMBERED.match, labels.is_label, titles.RULE.fullmatch)
    ending = [line for line in lines if any(rule(line) for rule in rules)]

    assert ending
    assert [line for line in ending if line[:1] not in labels.FIRST_SIGNS | titles.RULE_SIGNS] == []


def test_a_subject_that_goes_on_or_is_each_side_is_known_by_its_end(sentences):
    texts = {s.text for s in sentences} | {"We still ask for it.", "Each party must pay, and both sides may."}
    subjects = {text[: blank.end()] for text in texts for blank in re.finditer(" ", text[:300])}
    still = [words for words in subjects if asking._WE_STILL.search(words)]
    sides = [words for words in subjects if asking._EACH_SIDE.search(words)]

    assert still
    assert [words for words in still if not words.lower().endswith(asking._STILL)] == []
    assert sides
    assert [words for words in sides if not words.lower().endswith(asking._SIDES)] == []
