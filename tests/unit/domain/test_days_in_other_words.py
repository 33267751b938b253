"""Days and moments are told in the language spoken: its names of days and months, in its order."""

from datetime import UTC, date, datetime
from gettext import NullTranslations

import pytest

from tracker import texts
from tracker.domain import due
from tracker.domain.workdays import WASHINGTON, Place

DAY, MOMENT = date(2008, 8, 6), datetime(2008, 8, 6, 22, 0, tzinfo=UTC)
LIMA, TOKYO = Place(name="Lima", zone="America/Lima"), Place(name="Tokyo", zone="Asia/Tokyo")
SPANISH = {
    "Wednesday": "miércoles",
    "Thursday": "jueves",
    "August": "agosto",
    "Wed": "mié",
    "Aug": "ago",
    "%(weekday)s %(day)s %(month)s %(year)s": "%(weekday)s, %(day)s de %(month)s de %(year)s",
    "%(day)s %(month)s %(year)s": "%(day)s de %(month)s de %(year)s",
    "%(day)s, %(hour)s (%(other_hour)s %(other)s)": "%(day)s a las %(hour)s (%(other_hour)s en %(other)s)",
}


class Spanish(NullTranslations):
    def gettext(self, message: str) -> str:
        return SPANISH.get(message, message)


@pytest.mark.parametrize(
    ("words", "english", "spanish"),
    [
        (due.day_words(DAY), "Wednesday 6 August 2008", "miércoles, 6 de agosto de 2008"),
        (due.short_day(DAY), "Wed 6 Aug", "mié 6 ago"),
        (due.day_of_year(DAY), "6 August 2008", "6 de agosto de 2008"),
        (
            due.explain_short(MOMENT, LIMA),
            "Wed 6 Aug, 17:00 (18:00 Washington)",
            "mié 6 ago a las 17:00 (18:00 en Washington)",
        ),
        (
            due.explain(MOMENT, TOKYO),
            "Thursday 7 August 2008, 07:00 Tokyo (Wednesday 6 August 2008, 18:00 Washington)",
            "jueves, 7 de agosto de 2008, 07:00 Tokyo (miércoles, 6 de agosto de 2008, 18:00 Washington)",
        ),
        (due.explain_short(MOMENT, WASHINGTON), "Wed 6 Aug, 18:00", "mié 6 ago, 18:00"),
    ],
)
def test_a_day_is_told_in_the_language_spoken(
    monkeypatch: pytest.MonkeyPatch, words: str, english: str, spanish: str
) -> None:
    monkeypatch.setitem(texts.CATALOGUES, "es", Spanish())

    with texts.speaking("es"):
        assert str(words) == spanish
    assert str(words) == words == english
