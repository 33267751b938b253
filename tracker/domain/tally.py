"""Working days counted quickly: a calendar's years are gone through once, then any two days are a subtraction."""

from datetime import date
from itertools import accumulate

from tracker.domain.workdays import DAY, Calendar


class Tally:
    """Counts the working days of one calendar as `Calendar.count_between` does."""

    def __init__(self, calendar: Calendar) -> None:
        """Take the calendar; its days off must not change any more."""
        self.calendar = calendar
        self._years: dict[int, list[int]] = {}

    def between(self, start: date, end: date) -> int:
        """Return the working days after start up to and with end; negative where end lies before."""
        if start.year == end.year:
            year = self._year(start.year)
            return year[end.timetuple().tm_yday] - year[start.timetuple().tm_yday]
        if end < start:
            return -self.between(end, start)
        full = sum(self._year(number)[-1] for number in range(start.year + 1, end.year))
        first = self._year(start.year)
        rest = first[-1] - first[start.timetuple().tm_yday]
        return rest + full + self._year(end.year)[end.timetuple().tm_yday]

    def _year(self, number: int) -> list[int]:
        """Return for each day of a year the working days up to and with it; the first is none."""
        found = self._years.get(number)
        if found is None:
            first = date(number, 1, 1)
            length = (date(number + 1, 1, 1) - first).days
            worked = (self.calendar.is_working_day(first + DAY * n) for n in range(length))
            found = self._years[number] = list(accumulate(worked, initial=0))
        return found
