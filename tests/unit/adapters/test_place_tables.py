"""The tables in config/ hold what the field needs, and a fault in a table is told with its line."""

import zoneinfo
from datetime import UTC, date, datetime, time

import holidays
import pytest

from tracker.adapters import places
from tracker.domain.places import PostKind
from tracker.domain.workdays import WorkingWeek
from tracker.errors import BadSettings
from tracker.settings import share_dir

# ISO 3166-1 alpha-2, and XK, which its users assigned to Kosovo.
COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK
    """.split()
)
SUNDAY_TO_THURSDAY = frozenset({6, 0, 1, 2, 3})
HEAD = ",".join(places.COLUMNS)
TAGS = {row["tag"]: row["country"] for _, row in places._rows(share_dir("config") / "tags.csv")}


@pytest.fixture(scope="module")
def book():
    return places.load()


# --- what the tables hold ---


def test_the_list_of_countries_is_whole():
    assert len(COUNTRIES) == 250


def test_at_least_180_embassies_and_missions_serve(book):
    serving = [
        post
        for post in book
        if post.kind in (PostKind.EMBASSY, PostKind.MISSION) and post.is_in_service(date(2008, 8, 1))
    ]

    assert len(serving) >= 180


def test_every_zone_exists(book):
    assert {post.zone for post in book} <= zoneinfo.available_timezones()


def test_every_country_exists(book):
    assert {post.country for post in book} <= COUNTRIES


def test_every_holiday_calendar_exists(book):
    known = holidays.list_supported_countries()

    for code in {post.calendar for post in book if post.calendar}:
        country, _, part = code.partition("-")
        assert not part or part in known[country], code
        assert country in known, code


def test_every_tag_stands_for_a_country():
    assert set(TAGS.values()) <= COUNTRIES
    assert len(TAGS) >= 190


def test_every_country_with_an_embassy_has_a_tag(book):
    assert {post.country for post in book if post.kind is PostKind.EMBASSY} <= set(TAGS.values())


@pytest.mark.parametrize(
    "tag, country",
    [
        ("MX", "MX"), ("KS", "KR"), ("KN", "KP"), ("CH", "CN"), ("RS", "RU"), ("SP", "ES"), ("GM", "DE"), ("UK", "GB"),
        ("JA", "JP"), ("SZ", "CH"), ("SW", "SE"), ("AS", "AU"), ("AU", "AT"), ("CI", "CL"), ("IV", "CI"), ("BM", "MM"),
        ("BO", "BY"), ("BL", "BO"), ("EI", "IE"), ("IC", "IS"), ("TU", "TR"), ("TX", "TM"), ("NI", "NG"), ("NG", "NE"),
        ("GA", "GM"), ("GB", "GA"), ("VT", "VA"), ("UP", "UA"), ("ZA", "ZM"), ("SF", "ZA"), ("KV", "XK"), ("IS", "IL"),
    ],
)  # fmt: skip
def test_geographic_tags_are_not_iso(tag, country):
    assert TAGS[tag] == country


@pytest.mark.parametrize("tag, name", [("CH", "China"), ("SZ", "Switzerland"), ("MX", "Mexico")])
def test_a_geographic_tag_names_its_country(book, tag, name):
    assert book.country_of_tag(tag) == name


@pytest.mark.parametrize("tag", ["XA", "XM", "KNNP", "PREL", "", "ZZ"])
def test_regions_and_subjects_are_no_country(book, tag):
    assert book.country_of_tag(tag) is None


@pytest.mark.parametrize(
    "written, designator",
    [
        ("AMEMBASSY MEXICO", "AMEMBASSY MEXICO"),
        ("RUEHME/AMEMBASSY MEXICO CITY PRIORITY 0000", "AMEMBASSY MEXICO"),
        ("AMEMBASSY KIEV", "AMEMBASSY KYIV"),
        ("AMEMBASSY YANGON", "AMEMBASSY RANGOON"),
        ("US MISSION USNATO BRUSSELS BE", "USMISSION USNATO"),
        ("USMISSION UNVIE VIENNA", "UNVIE VIENNA"),
        ("RUEHC/SECSTATE WASHDC", "SECSTATE WASHDC"),
        ("RUCNDT/USMISSION USUN NEW YORK", "USUN NEW YORK"),
        ("RUEKJCS/SECDEF WASHINGTON DC", "SECDEF WASHDC"),
        ("AMCONSUL CALCUTTA", "AMCONSUL KOLKATA"),
        ("USINT HAVANA", "USINT HAVANA"),
        ("AIT TAIPEI 2211", "AIT TAIPEI"),
        ("MEXICO", "AMEMBASSY MEXICO"),
        ("STATE", "SECSTATE WASHDC"),
    ],
)
def test_cables_addresses_are_found(book, written, designator):
    assert book.find(written).designator == designator


@pytest.mark.parametrize(
    "written", ["AMEMBASSY LAGOS", "AMCONSUL ASTANA", "AMEMBASSY QUINTO", "CDR NOWHERE FL"]
)
def test_misspelt_and_wrong_addresses_are_not_guessed(book, written):
    assert book.find(written) is None


@pytest.mark.parametrize(
    "designator, day, worked",
    [
        ("AMEMBASSY CAIRO", date(2008, 8, 3), True),  # a Sunday
        ("AMEMBASSY CAIRO", date(2008, 8, 1), False),  # a Friday
        ("AMEMBASSY RIYADH", date(2013, 6, 27), False),  # the last Thursday off
        ("AMEMBASSY RIYADH", date(2013, 7, 4), False),  # Independence Day
        ("AMEMBASSY RIYADH", date(2013, 7, 11), True),  # a Thursday
        ("AMEMBASSY ABU DHABI", date(2021, 12, 26), True),  # the last Sunday but one
        ("AMEMBASSY ABU DHABI", date(2022, 1, 7), True),  # a Friday
        ("AMEMBASSY ABU DHABI", date(2022, 1, 9), False),  # a Sunday
        ("AMEMBASSY MEXICO", date(2008, 9, 16), False),  # Independence Day there
        ("AMEMBASSY MEXICO", date(2008, 7, 4), False),  # Independence Day here
        ("AMEMBASSY MEXICO", date(2008, 8, 6), True),
        ("AMEMBASSY LA PAZ", date(2008, 8, 6), False),
        ("SECSTATE WASHDC", date(2009, 1, 20), False),  # inauguration
    ],
)
def test_a_post_works_in_its_own_week_and_keeps_both_holidays(book, designator, day, worked):
    assert book.calendar(book.find(designator)).is_working_day(day) is worked


def test_close_of_business_in_mexico_is_22_hours_utc(book):
    closing = book.calendar(book.find("AMEMBASSY MEXICO")).closing(date(2008, 8, 6))

    assert closing == datetime(2008, 8, 6, 22, tzinfo=UTC)


def test_a_collective_of_all_posts_changes_with_the_day(book):
    early, late = (book.expand("ALDAC", day) for day in (date(2005, 1, 1), date(2024, 1, 1)))
    names = [{post.designator for post in found.members} for found in (early, late)]

    assert "AMEMBASSY JUBA" not in names[0]
    assert "AMEMBASSY JUBA" in names[1]
    assert "SECSTATE WASHDC" not in names[0]


def test_a_collective_without_a_list_is_not_known(book):
    assert not book.expand("PROLIFERATION SECURITY INITIATIVE COLLECTIVE", date(2008, 8, 1)).is_known


def test_the_book_is_read_once():
    assert places.load() is places.load()


# --- how a row is read ---


def row(**changes):
    values = dict.fromkeys(places.COLUMNS, "")
    values |= {
        "designator": "AMEMBASSY X",
        "kind": "embassy",
        "city": "X",
        "country": "PE",
        "zone": "America/Lima",
    }
    return values | changes


def test_an_empty_field_takes_the_default():
    post = places.post_of(row())

    assert (post.opens, post.closes, post.calendar) == (time(8, 30), time(17, 0), None)
    assert post.weeks == (WorkingWeek(days=frozenset(range(5))),)


def test_a_full_row_says_everything():
    post = places.post_of(
        row(week="sun-thu", calendar="PE", opens="07:30", closes="16:00", clock="own", opened="2006", closed="2010-06-30",
            variants="AMEMBASSY Y| AMEMBASSY Z |", note="n")
    )  # fmt: skip

    assert post.weeks[0].days == SUNDAY_TO_THURSDAY
    assert (post.calendar, post.opens, post.closes) == ("PE", time(7, 30), time(16))
    assert post.keeps_own_clock
    assert (post.opened_on, post.closed_on) == (date(2006, 1, 1), date(2010, 6, 30))
    assert post.variants == ("AMEMBASSY Y", "AMEMBASSY Z")


def test_a_table_of_before_the_clock_is_read(config):
    old = HEAD.replace("clock,", "")
    (config / "posts.csv").write_text(f"{old}\nAMEMBASSY X,embassy,X,PE,America/Lima,,,,,2006,,,\n")

    (post,) = places.load_book(config)

    assert not post.keeps_own_clock
    assert post.opened_on == date(2006, 1, 1)


def test_a_clock_that_is_neither_own_nor_empty_is_named(config):
    with (config / "posts.csv").open("a") as table:
        table.write("AMEMBASSY Y,embassy,Y,PE,America/Lima,,,,,Lima,,,,\n")

    assert faults_of(config) == [
        "posts.csv, line 4: clock 'Lima': write \"own\", or leave it empty for the clock of who must act"
    ]


@pytest.mark.parametrize(
    "words, first, last",
    [
        ("", None, None),
        ("2006", date(2006, 1, 1), date(2006, 12, 31)),
        ("2006-05-31", date(2006, 5, 31), date(2006, 5, 31)),
    ],
)
def test_a_year_of_service_is_whole(words, first, last):
    assert (places.first_day_of(words), places.last_day_of(words)) == (first, last)


def test_weeks_follow_each_other():
    old, new = places.weeks_of("sat-wed to 2006-08-31; sun-thu")

    assert (old.days, old.until) == (frozenset({5, 6, 0, 1, 2}), date(2006, 8, 31))
    assert (new.days, new.until) == (SUNDAY_TO_THURSDAY, None)


@pytest.mark.parametrize(
    "words", ["mon", "mon-fry", "sun-thu to 2021-12-31", "mon-fri; sun-thu", "sat-wed to never; mon-fri"]
)
def test_a_week_that_is_none_is_refused(words):
    with pytest.raises(ValueError):
        places.weeks_of(words)


# --- faults are told all at once ---


@pytest.fixture
def config(tmp_path):
    (tmp_path / "posts.csv").write_text(
        f"# a comment\n{HEAD}\nAMEMBASSY X,embassy,X,PE,America/Lima,,,,,,,,\n"
    )
    (tmp_path / "collectives.toml").write_text('[[collective]]\nname = "ALL"\nkinds = ["embassy"]\n')
    (tmp_path / "tags.csv").write_text("tag,country,name\nPE,PE,Peru\n")
    return tmp_path


def faults_of(config, **rest):
    with pytest.raises(BadSettings) as caught:
        places.load_book(config, **rest)
    return [line.strip(" -") for line in caught.value.sentence.splitlines()[1:]]


def test_a_small_table_is_a_book(config):
    book = places.load_book(config)

    assert [post.designator for post in book] == ["AMEMBASSY X"]
    assert book.expand("ALL").words == "1 post."


def test_every_faulty_line_is_named(config):
    with (config / "posts.csv").open("a") as table:
        table.write("AMEMBASSY Y,palace,Y,PE,America/Lima,,,,,,,,\n")
        table.write("AMEMBASSY Z,embassy,Z,PERU,America/Lima,,,,,,,,\n")
        table.write("AMEMBASSY W,embassy,W,PE,America/Lima,,,17:00,08:00,,,,\n")
        table.write("AMEMBASSY V,embassy,V,PE,America/Lima,,,,,,,,,,too many\n")
    (config / "tags.csv").write_text("tag,country,name\nPERU,PE,Peru\n")
    with (config / "collectives.toml").open("a") as table:
        table.write('[[collective]]\nname = "B"\nkind = ["embassy"]\n')
        table.write('[[collective]]\nname = "C"\nmembers = [{ posts = ["AMEMBASSY X"] }]\n')
        table.write('[[collective]]\nname = "D"\nkinds = "embassy"\n')
        table.write("[[collective]]\n")

    faults = faults_of(config)

    begins = [fault.partition(":")[0] for fault in faults]
    assert begins == [
        "posts.csv, line 4", "posts.csv, line 5", "posts.csv, line 6", "posts.csv, line 7",
        "collectives.toml, B", "collectives.toml, C", "collectives.toml, D", "collectives.toml, entry 5",
        "tags.csv, line 2",
    ]  # fmt: skip


def test_a_name_that_stands_twice_is_named(config):
    with (config / "posts.csv").open("a") as table:
        table.write("AMEMBASSY X,embassy,X,PE,America/Lima,,,,,,,,\n")

    assert faults_of(config) == ["'AMEMBASSY X' stands twice in the table of places"]


def test_a_zone_that_is_none_is_named(config):
    with (config / "posts.csv").open("a") as table:
        table.write("AMEMBASSY Y,embassy,Y,PE,America/Atlantis,,,,,,,,\n")

    assert faults_of(config) == ["posts.csv, line 4: 'America/Atlantis' is not a zone such as America/Lima"]


def test_a_table_that_is_not_there_is_named(config):
    (config / "tags.csv").unlink()

    assert faults_of(config) == ["tags.csv cannot be opened: No such file or directory"]


def test_a_table_that_is_no_toml_is_named(config):
    (config / "collectives.toml").write_text("[[collective]\n")

    (fault,) = faults_of(config)
    assert fault.startswith("collectives.toml cannot be read: ")


def test_a_list_of_members_is_dated(config):
    with (config / "collectives.toml").open("a") as table:
        table.write(
            '[[collective]]\nname = "B"\nvariants = ["BEE"]\nnote = "n"\n'
            'members = [{ from = 2008-01-31, posts = ["AMEMBASSY X"] }]\n'
        )

    book = places.load_book(config)

    assert not book.expand("BEE", date(2008, 1, 30)).is_known
    assert [post.designator for post in book.expand("BEE", date(2008, 1, 31)).members] == ["AMEMBASSY X"]


# --- a post's own calendar ---

FEAST = b"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Feast\nDTSTART;VALUE=DATE:20080806\nEND:VEVENT\nEND:VCALENDAR\n"


def test_a_holiday_of_a_posts_own_moves_working_days_for_that_post_only(config):
    with (config / "posts.csv").open("a") as table:
        table.write("AMEMBASSY Y,embassy,Y,PE,America/Lima,,,,,,,,\n")
    own = config / "calendars"
    own.mkdir()
    (own / "amembassy x.ics").write_bytes(FEAST)

    book = places.load_book(config, own_calendars=own)

    reached = [book.calendar(post).nth_working_day(date(2008, 7, 31), 5) for post in book]
    assert reached == [date(2008, 8, 8), date(2008, 8, 7)]


def test_calendars_of_nobody_and_broken_ones_are_named(config):
    own = config / "calendars"
    own.mkdir()
    (own / "AMEMBASSY NOWHERE.ics").write_bytes(FEAST)
    (own / "AMEMBASSY X.ics").write_bytes(b"no calendar")

    faults = faults_of(config, own_calendars=own)

    assert faults == [
        "AMEMBASSY NOWHERE.ics: no post has this designator",
        "AMEMBASSY X.ics: The file is not a calendar in ICS form.",
    ]


def test_without_a_folder_there_are_no_calendars_of_ones_own(config):
    assert len(places.load_book(config, own_calendars=config / "none").posts) == 1


def test_a_list_that_names_no_post_is_a_fault(config):
    with (config / "collectives.toml").open("a") as table:
        table.write(
            '[[collective]]\nname = "BEE"\nmembers = [{ from = 2008-01-31, posts = ["AMEMBASSY ATLANTIS"] }]\n'
        )

    assert faults_of(config) == ["collectives.toml, BEE: AMEMBASSY ATLANTIS is not in posts.csv"]
