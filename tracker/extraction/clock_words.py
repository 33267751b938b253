"""Times of day and zones as cables write them: COB, noon, 5 p.m., 1700Z, Washington time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.extraction.date_words import NUMBERS, Phrases, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day: COB, OOB, NOON or HH:MM, a zone if one was glued to it, and the index behind."""

    time: str
    stop: int
    zone: str | None = None


LAST_MINUTE = "23:59"  # midnight as a limit is the end of the day named, and 24:00 is no clock time

MISSPELT_BUSINESS = ("buisness", "bussiness", "busines", "busness", "bisness", "businness", "businss")

NAMED_TIMES: Phrases[str] = Phrases(
    {
        **dict.fromkeys(
            (
                "cob", "clob", "eob", "eod", "close of business", "close of the business day", "close of business day",
                "close of business hours", "close of the working day", "close of the day", "close of work",
                "close of play", "close of official business", "end of business", "end of the business day",
                "end of business day", "end of the day", "end of day", "end of the working day", "end of the workday",
                "close of the workday", "the close of business", "the end of business", "the close of the business day",
                "the end of the business day", "the end of the working day", "the end of the day",
                "the close of the working day", "closing of business", "closing time", "close business", "closing business",
                *(f"{end} of {slip}" for end in ("close", "end") for slip in MISSPELT_BUSINESS),
            ),
            "COB",
        ),
        **dict.fromkeys(
            (
                "oob", "opening of business", "the opening of business", "open of business", "start of business",
                "the start of business", "beginning of business", "the beginning of business",
                "beginning of the business day", "start of the business day", "the start of the working day",
                "opening of the business day", "the open of business", "first thing", "opening business", "open business",
                *(f"{start} of {slip}" for start in ("open", "opening", "start") for slip in MISSPELT_BUSINESS),
            ),
            "OOB",
        ),
        **dict.fromkeys(("noon", "midday", "12 noon", "twelve noon", "12 : 00 noon", "high noon", "1200 noon"), "NOON"),
        **dict.fromkeys(("midnight", "12 midnight", "twelve midnight", "12 : 00 midnight", "2400", "24 : 00"), LAST_MINUTE),
    }
)  # fmt: skip

MORNING = frozenset({"am"})
AFTERNOON = frozenset({"pm"})
HALVES = MORNING | AFTERNOON
HOUR_WORDS = frozenset({"hours", "hrs", "hour", "hr", "h"})

EAST = "America/New_York"
NAMED_ZONES: Phrases[str] = Phrases(
    {
        **dict.fromkeys(
            (
                "washington time", "washington dc time", "washington , dc time",
                "washington , dc , time", "washington , dc", "washington dc", "washington", "dc time", "dc",
                "department time", "washington local time", "main state time",
            ),
            "Washington",
        ),
        **dict.fromkeys(
            (
                "local time", "local", "post time", "your time", "local post time", "post's time", "posts' time",
                "post local time", "time at post", "host country time", "your local time", "lcl",
                "local time at post", "post's local time", "embassy time",
            ),
            "post",
        ),
        **dict.fromkeys(
            (
                "z", "zulu", "zulu time", "gmt", "utc", "ut", "greenwich mean time", "greenwich time",
                "universal time", "coordinated universal time",
            ),
            "Z",
        ),
        **dict.fromkeys(
            (
                "est", "edt", "et", "eastern", "eastern time", "eastern standard time", "eastern daylight time",
                "eastern standard", "eastern daylight", "east coast time", "us eastern time",
                "eastern daylight saving time", "eastern daylight savings time",
            ),
            EAST,
        ),
        **dict.fromkeys(("cst", "cdt", "ct", "central time", "central standard time", "central daylight time"), "America/Chicago"),
        **dict.fromkeys(("mst", "mdt", "mountain time", "mountain standard time"), "America/Denver"),
        **dict.fromkeys(("pst", "pdt", "pacific time", "pacific standard time", "pacific daylight time"), "America/Los_Angeles"),
        **dict.fromkeys(("cet", "cest", "central european time"), "Europe/Brussels"),
        "bst": "Europe/London",
        "jst": "Asia/Tokyo",
        "msk": "Europe/Moscow",
    }
)  # fmt: skip

CITIES: Mapping[str, str] = {
    "geneva": "Europe/Zurich", "vienna": "Europe/Vienna", "brussels": "Europe/Brussels", "paris": "Europe/Paris",
    "london": "Europe/London", "rome": "Europe/Rome", "berlin": "Europe/Berlin", "madrid": "Europe/Madrid",
    "lisbon": "Europe/Lisbon", "the hague": "Europe/Amsterdam", "hague": "Europe/Amsterdam",
    "moscow": "Europe/Moscow", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv", "ankara": "Europe/Istanbul",
    "istanbul": "Europe/Istanbul", "athens": "Europe/Athens", "warsaw": "Europe/Warsaw", "oslo": "Europe/Oslo",
    "stockholm": "Europe/Stockholm", "helsinki": "Europe/Helsinki", "copenhagen": "Europe/Copenhagen",
    "bern": "Europe/Zurich", "prague": "Europe/Prague", "budapest": "Europe/Budapest", "dublin": "Europe/Dublin",
    "new york": EAST, "new york city": EAST, "usun": EAST, "miami": EAST, "chicago": "America/Chicago",
    "mexico city": "America/Mexico_City", "mexico": "America/Mexico_City", "ottawa": "America/Toronto",
    "montreal": "America/Toronto", "bogota": "America/Bogota", "lima": "America/Lima", "quito": "America/Guayaquil",
    "caracas": "America/Caracas", "santiago": "America/Santiago", "brasilia": "America/Sao_Paulo",
    "buenos aires": "America/Argentina/Buenos_Aires", "panama": "America/Panama", "honolulu": "Pacific/Honolulu",
    "tokyo": "Asia/Tokyo", "seoul": "Asia/Seoul", "beijing": "Asia/Shanghai", "manila": "Asia/Manila",
    "bangkok": "Asia/Bangkok", "singapore": "Asia/Singapore", "jakarta": "Asia/Jakarta", "hanoi": "Asia/Bangkok",
    "new delhi": "Asia/Kolkata", "delhi": "Asia/Kolkata", "islamabad": "Asia/Karachi", "kabul": "Asia/Kabul",
    "dhaka": "Asia/Dhaka", "colombo": "Asia/Colombo", "baghdad": "Asia/Baghdad", "riyadh": "Asia/Riyadh",
    "amman": "Asia/Amman", "tel aviv": "Asia/Jerusalem", "jerusalem": "Asia/Jerusalem", "cairo": "Africa/Cairo",
    "nairobi": "Africa/Nairobi", "addis ababa": "Africa/Addis_Ababa", "pretoria": "Africa/Johannesburg",
    "abuja": "Africa/Lagos", "lagos": "Africa/Lagos", "dakar": "Africa/Dakar", "accra": "Africa/Accra",
    "rabat": "Africa/Casablanca", "tunis": "Africa/Tunis", "canberra": "Australia/Sydney",
    "sydney": "Australia/Sydney", "wellington": "Pacific/Auckland", "almaty": "Asia/Almaty",
    "hong kong": "Asia/Hong_Kong", "kuala lumpur": "Asia/Kuala_Lumpur", "phnom penh": "Asia/Phnom_Penh",
    "dili": "Asia/Dili", "montevideo": "America/Montevideo", "la paz": "America/La_Paz", "asuncion": "America/Asuncion",
    "guatemala": "America/Guatemala", "managua": "America/Managua", "havana": "America/Havana", "kingston": "America/Jamaica",
    "san jose": "America/Costa_Rica", "san salvador": "America/El_Salvador", "tegucigalpa": "America/Tegucigalpa",
    "nassau": "America/Nassau", "bridgetown": "America/Barbados", "toronto": "America/Toronto", "vancouver": "America/Vancouver",
    "sofia": "Europe/Sofia", "bucharest": "Europe/Bucharest", "belgrade": "Europe/Belgrade", "zagreb": "Europe/Zagreb",
    "sarajevo": "Europe/Sarajevo", "skopje": "Europe/Skopje", "tirana": "Europe/Tirane", "riga": "Europe/Riga",
    "vilnius": "Europe/Vilnius", "tallinn": "Europe/Tallinn", "minsk": "Europe/Minsk", "bratislava": "Europe/Bratislava",
    "ljubljana": "Europe/Ljubljana", "chisinau": "Europe/Chisinau", "strasbourg": "Europe/Paris", "tbilisi": "Asia/Tbilisi",
    "yerevan": "Asia/Yerevan", "baku": "Asia/Baku", "tashkent": "Asia/Tashkent", "bishkek": "Asia/Bishkek",
    "dushanbe": "Asia/Dushanbe", "kathmandu": "Asia/Kathmandu", "rangoon": "Asia/Yangon", "vientiane": "Asia/Vientiane",
    "taipei": "Asia/Taipei", "shanghai": "Asia/Shanghai", "doha": "Asia/Qatar", "manama": "Asia/Bahrain",
    "kuwait": "Asia/Kuwait", "muscat": "Asia/Muscat", "sanaa": "Asia/Aden", "beirut": "Asia/Beirut",
    "damascus": "Asia/Damascus", "tehran": "Asia/Tehran", "algiers": "Africa/Algiers", "tripoli": "Africa/Tripoli",
    "khartoum": "Africa/Khartoum", "kampala": "Africa/Kampala", "kigali": "Africa/Kigali", "lusaka": "Africa/Lusaka",
    "harare": "Africa/Harare", "maputo": "Africa/Maputo", "luanda": "Africa/Luanda", "kinshasa": "Africa/Kinshasa",
    "bamako": "Africa/Bamako", "banjul": "Africa/Banjul", "freetown": "Africa/Freetown", "monrovia": "Africa/Monrovia",
    "port moresby": "Pacific/Port_Moresby", "suva": "Pacific/Fiji", "frankfurt": "Europe/Berlin", "nicosia": "Asia/Nicosia", "reykjavik": "Atlantic/Reykjavik",
}  # fmt: skip
CITY_ZONES: Phrases[str] = Phrases(CITIES)

LETTERS = "ABCDEFGHIKLM"  # hours east of Greenwich, J left out: J is the reader's own place
WEST = "NOPQRSTUVWXY"


def zone_of_letter(letter: str) -> str | None:
    """Return the zone of a military letter: Z, J = post, A to M east, N to Y west ("R" is Etc/GMT+5)."""
    upper = letter.upper()
    if upper == "Z":
        return "Z"
    if upper in {"J", "L"}:  # J is the reader's own time; cables write L for "local"
        return "post"
    if len(upper) == 1 and upper in LETTERS:
        return f"Etc/GMT-{LETTERS.index(upper) + 1}"
    if len(upper) == 1 and upper in WEST:
        return f"Etc/GMT+{WEST.index(upper) + 1}"
    return None


def time_at(words: Words, at: int) -> Clock | None:
    """time = named | hour [":" minute] ("a.m." | "p.m.") | hour ":" minute | hhmm mark: "5:00 p.m.", "1700Z"."""
    named = NAMED_TIMES.read(words, at)
    if named:
        military = _military(words, at, named[0])
        return Clock(
            time=named[0],
            zone=military.zone if military else None,
            stop=max(military.stop if military else 0, named[1]),
        )
    if words.text(at) in NUMBERS:
        return _twelve_hours(words, at, NUMBERS[words.text(at)], 0, at + 1)
    if not words.digits(at):
        return None
    return _with_minutes(words, at) or _military(words, at) or _plain_hour(words, at)


HHMM = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]|2400")


def is_hhmm(digits: str) -> bool:
    """Say whether four digits are a time on a 24-hour clock."""
    return HHMM.fullmatch(digits) is not None


def hhmm(digits: str) -> str:
    """Write four digits as HH:MM; 2400 is the last minute of the day."""
    return LAST_MINUTE if digits == "2400" else f"{digits[:2]}:{digits[2:]}"


def _with_minutes(words: Words, at: int) -> Clock | None:
    """hour (":" | ".") minute ["a.m." | "p.m." | "hours"]: "17:00", "5.30 pm"."""
    sign, minute = words.text(at + 1), words.digits(at + 2)
    hour = int(words.digits(at))
    if (
        sign not in {":", "."}
        or not words.is_glued(at + 2)
        or len(minute) != 2
        or int(minute) > 59
        or hour > 24
    ):
        return None
    half = _twelve_hours(words, at, hour, int(minute), at + 3)
    if half or sign == ".":
        return half
    stop = at + 3
    letter = zone_of_letter(words.text(stop)) if words.is_glued(stop) else None
    stop = stop + 1 if letter or words.text(stop) in HOUR_WORDS else stop
    return Clock(time=hhmm(f"{hour:02d}{minute}") if hour < 24 else LAST_MINUTE, zone=letter, stop=stop)


def _twelve_hours(words: Words, at: int, hour: int, minute: int, stop: int) -> Clock | None:
    """hour ["o'clock"] ("a.m." | "p.m." | "noon"), also "in the afternoon" left unread."""
    mark = words.skip(stop, "o'clock")
    half = words.text(mark)
    if half in HALVES and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in AFTERNOON else 0)
        return Clock(time=f"{hour:02d}:{minute:02d}", stop=mark + 1)
    if mark > stop and 1 <= hour <= 12:
        hour = hour + 12 if hour < 7 else hour  # office hours: "four o'clock" is the afternoon
        return Clock(time=f"{hour:02d}:{minute:02d}", stop=mark)
    if half in {"noon", "midnight"} and hour == 12:
        return Clock(time="NOON" if half == "noon" else LAST_MINUTE, stop=mark + 1)
    return None


def _plain_hour(words: Words, at: int) -> Clock | None:
    """hour ("a.m." | "p.m." | "o'clock"), or a bare hour with the word "hours" after two digits."""
    return _twelve_hours(words, at, int(words.digits(at)), 0, at + 1)


def _military(words: Words, at: int, named: str | None = None) -> Clock | None:
    """hhmm (letter | "hours" | zone | end of phrase): "1700Z", "1200 EDT", "0900 hours".

    Four digits without any mark are a time only where they cannot be a year or a quantity.
    """
    digits = words.digits(at)
    if not is_hhmm(digits):
        return None
    stop = at + 1
    letter = _letter_at(words, stop)
    if letter:
        return Clock(time=named or hhmm(digits), zone=letter, stop=stop + 1)
    if words.text(stop) in HOUR_WORDS:
        return Clock(time=named or hhmm(digits), stop=stop + 1)
    if NAMED_ZONES.read(words, words.skip(stop, "(")) or not 1900 <= int(digits) < 2100:
        return Clock(time=named or hhmm(digits), stop=stop)
    return None


def _letter_at(words: Words, at: int) -> str | None:
    """letter = "Z" | a military zone letter glued to the digits: "1700R"; a loose one must be Z, J or R."""
    if len(words.text(at)) != 1:
        return None
    if words.is_glued(at) or words.raw(at) in {"Z", "J", "R"}:
        return zone_of_letter(words.text(at))
    return None


def zone_at(words: Words, at: int) -> tuple[str, int] | None:
    """zone = name | city ["time"]: "Washington time", "EDT", "Geneva time", "COB Geneva"."""
    named = NAMED_ZONES.read(words, at)
    city = CITY_ZONES.read(words, at)
    if city and words.text(city[1]) == "time":
        return city[0], city[1] + 1
    if city and words.text(city[1]) == "local" and words.text(city[1] + 1) == "time":
        return city[0], city[1] + 2
    return named or city
