"""Posts and collectives are found by the names cables write, and never guessed."""

from datetime import date

import pytest

from tracker.domain.places import (
    Collective,
    MemberList,
    Post,
    PostBook,
    PostKind,
    bare_designator,
    bare_name,
    key_of,
)
from tracker.domain.workdays import WASHINGTON, Calendar

BEFORE, AFTER = date(2008, 5, 1), date(2020, 5, 1)


def post(designator, *, kind=PostKind.EMBASSY, city="Lima", zone="America/Lima", **rest):
    return Post(designator=designator, kind=kind, city=city, country="PE", zone=zone, **rest)


LIMA = post("AMEMBASSY LIMA", variants=("AMEMBASSY CIUDAD DE LOS REYES", "USINT LIMA"))
TEL_AVIV = post("AMEMBASSY TEL AVIV", closed_on=date(2018, 5, 13))
JERUSALEM = post("AMEMBASSY JERUSALEM", city="Jerusalem", zone="Asia/Jerusalem", opened_on=date(2018, 5, 14))
OLD_JERUSALEM = post("AMCONSUL JERUSALEM", kind=PostKind.CONSULATE, closed_on=date(2018, 5, 13))
CUSCO = post("AMCONSUL CUSCO", kind=PostKind.CONSULATE)
AGENCY_CUSCO = post("USMISSION CUSCO", kind=PostKind.MISSION)
STATE = post("SECSTATE WASHDC", kind=PostKind.OFFICE, city="Washington", zone="America/New_York")
POSTS = (LIMA, TEL_AVIV, JERUSALEM, OLD_JERUSALEM, CUSCO, AGENCY_CUSCO, STATE)

GROUPS = (
    Collective(name="ALL DIPLOMATIC POSTS COLLECTIVE", kinds=frozenset({PostKind.EMBASSY})),
    Collective(
        name="PORT GUARD COLLECTIVE",
        variants=("PGC",),
        lists=(
            MemberList(from_on=date(2006, 1, 1), designators=("AMEMBASSY LIMA",)),
            MemberList(
                from_on=date(2010, 1, 1),
                designators=("AMEMBASSY LIMA", "AMCONSUL CUSCO", "AMEMBASSY ATLANTIS"),
            ),
        ),
    ),
    Collective(name="SILENT COLLECTIVE"),
)


@pytest.fixture
def book():
    return PostBook(POSTS, GROUPS, {"PE": "Peru", "CH": "China"})


@pytest.mark.parametrize(
    "written",
    [
        "AMEMBASSY LIMA",
        "amembassy  lima",
        "AMEMBASSY LIMA PRIORITY",
        "AMEMBASSY LIMA PRIORITY 0000",
        "RUEHPE/AMEMBASSY LIMA NIACT IMMEDIATE 0412",
        "RUEHPE /AMEMBASSY LIMA",
        "American Embassy Lima",
        "U.S. Embassy Lima",
        "Embassy Lima",
        "AMEMBASSY CIUDAD DE LOS REYES",
        "LIMA",
        "Líma",
    ],
)
def test_a_post_answers_to_the_ways_cables_write_it(book, written):
    assert book.find(written) is LIMA


@pytest.mark.parametrize(
    "written",
    [
        "AMEMBASSY LIMAS",
        "AMCONSUL LIMA",
        "LIM",
        "AMEMBASSY",
        "",
        "   ",
        "/",
        "PRIORITY",
        "AMEMBASSY ATLANTIS",
        "0000",
    ],
)
def test_an_unknown_name_is_none_and_never_a_guess(book, written):
    assert book.find(written) is None
    assert book.place_of(written) is None


def test_a_bare_name_of_two_posts_is_none(book):
    assert book.find("CUSCO") is None
    assert book.find("AMCONSUL CUSCO") is CUSCO


def test_the_day_chooses_between_posts_that_shared_a_bare_name(book):
    assert book.find("JERUSALEM", BEFORE) is OLD_JERUSALEM
    assert book.find("JERUSALEM", AFTER) is JERUSALEM


def test_a_closed_post_is_still_found_by_its_names(book):
    assert book.find("AMEMBASSY TEL AVIV", AFTER) is TEL_AVIV
    assert book.find("TEL AVIV", AFTER) is TEL_AVIV


@pytest.mark.parametrize(
    "day, serves",
    [(None, True), (date(2018, 5, 12), True), (date(2018, 5, 13), True), (date(2018, 5, 14), False)],
)
def test_the_last_day_of_service_counts(day, serves):
    assert TEL_AVIV.is_in_service(day) is serves


@pytest.mark.parametrize(
    "day, serves", [(date(2018, 5, 13), False), (date(2018, 5, 14), True), (date(2030, 1, 1), True)]
)
def test_the_first_day_of_service_counts(day, serves):
    assert JERUSALEM.is_in_service(day) is serves


@pytest.mark.parametrize(
    "written, bare",
    [
        ("SECSTATE WASHINGTON DC", "SECSTATE WASHDC"),
        ("SECSTATE WASHDC 1234", "SECSTATE WASHDC"),
        ("SECSTATE WASHINGTON, D.C.", "SECSTATE WASHDC"),
        ("US MISSION USNATO", "USMISSION USNATO"),
        ("AMERICAN CONSULATE GENERAL MILAN", "AMCONSUL MILAN"),
        ("FLASH", "FLASH"),
    ],
)
def test_kinds_and_the_capital_have_one_spelling(written, bare):
    assert bare_designator(written) == bare


@pytest.mark.parametrize(
    "name, bare",
    [
        ("AMEMBASSY ABU DHABI", "ABU DHABI"),
        ("CIA WASHDC", "CIA"),
        ("USINT HAVANA", "HAVANA"),
        ("AITCHISON", "AITCHISON"),
    ],
)
def test_a_bare_name_has_no_word_for_its_kind(name, bare):
    assert bare_name(name) == bare


def test_a_key_knows_letters_and_digits_only():
    assert key_of("  Port-au-Prince é 2! ") == "PORTAUPRINCEE2"


def test_a_monstrous_name_costs_no_more_than_a_long_one():
    assert len(key_of("A" * 1_000_000)) == 200


def test_two_posts_of_one_name_are_refused():
    with pytest.raises(ValueError, match="stands twice"):
        PostBook([LIMA, post("AMEMBASSY  LIMA")])


def test_a_name_without_letters_is_refused():
    with pytest.raises(ValueError, match="stands twice"):
        PostBook([post("--")])


def test_a_collective_named_as_a_post_is_refused():
    with pytest.raises(ValueError, match="stands twice"):
        PostBook([LIMA], [Collective(name="AMEMBASSY LIMA")])


def test_the_book_goes_through_its_posts_in_order(book):
    assert tuple(book) == POSTS


def test_a_collective_is_at_the_capital(book):
    assert book.place_of("PGC") == WASHINGTON
    assert book.place_of("AMEMBASSY JERUSALEM").zone == "Asia/Jerusalem"


def test_kinds_give_the_posts_in_service_on_the_day(book):
    found = book.expand("ALL DIPLOMATIC POSTS COLLECTIVE", BEFORE)

    assert found.members == (LIMA, TEL_AVIV)
    assert found.words == "2 posts in service on 1 May 2008."


@pytest.mark.parametrize(
    "day, members",
    [
        (date(2006, 1, 1), (LIMA,)),
        (date(2009, 12, 31), (LIMA,)),
        (date(2010, 1, 1), (LIMA, CUSCO)),
        (None, (LIMA, CUSCO)),
    ],
)
def test_a_dated_list_holds_until_the_next(book, day, members):
    found = book.expand("PORT GUARD COLLECTIVE", day)

    assert (found.members, found.is_known) == (members, True)


def test_what_a_list_names_and_is_no_post_is_told_by_its_collective(book):
    assert book.strangers() == (("PORT GUARD COLLECTIVE", "AMEMBASSY ATLANTIS"),)


@pytest.mark.parametrize("name, day", [("SILENT COLLECTIVE", AFTER), ("PGC", date(2005, 12, 31))])
def test_members_that_are_not_known_are_said_to_be_so(book, name, day):
    found = book.expand(name, day)

    assert not found.is_known
    assert found.members == ()
    assert "not known" in found.words


def test_a_collective_nobody_knows_is_said_to_be_so(book):
    assert (
        book.expand("ATLANTIS COLLECTIVE").words == "ATLANTIS COLLECTIVE is not in the table of collectives."
    )


def test_tags_name_their_country(book):
    assert book.country_of_tag(" ch ") == "China"
    assert book.country_of_tag("XX") is None


def test_without_calendars_only_week_ends_are_off(book):
    calendar = book.calendar(LIMA)

    assert calendar.is_working_day(date(2008, 7, 28))
    assert not calendar.is_working_day(date(2008, 7, 27))
    assert not calendar.knows(date(2008, 7, 28))


def test_a_calendar_is_asked_for_once():
    asked = []

    def source(post):
        asked.append(post)
        return Calendar(place=post.place)

    book = PostBook([LIMA], calendars=source)

    assert book.calendar(LIMA) is book.calendar(LIMA)
    assert asked == [LIMA]


def test_every_name_that_may_mean_a_post_is_given(book):
    names = book.names_of("AMEMBASSY LIMA")

    assert names[0] == "AMEMBASSY LIMA"
    assert {"AMEMBASSY CIUDAD DE LOS REYES", "LIMA"} <= set(names)
    assert all(book.find(name) is LIMA or LIMA in book.expand(name).members for name in names)
    assert any(book.find_collective(name) for name in names)
    assert book.names_of("AMEMBASSY ATLANTIS") == ("AMEMBASSY ATLANTIS",)
