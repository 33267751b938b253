"""Calls to the public: jobs and tenders that an office announces. Their days bind whoever answers them, not who reads of them."""

from tracker.extraction.date_words import Words
from tracker.extraction.own_parts import OFFICE
from tracker.extraction.sentence_parts import part_start

CLOSING = frozenset("closing applications application closes close deadline letters resumes apply".split())
_CALLED = frozenset("persons person people individuals parties candidates citizens residents".split())
_CALLED_AS = frozenset("interested qualified suitable prospective experienced competent desirous".split())
_WISHING = frozenset("wish wishing want wanting desiring desire hoping seeking seek interested".split())
_JOBS = frozenset("vacancy vacancies vacant job jobs hiring".split())
_OF_JOBS = frozenset("position candidate candidates applicants grade salary fsn interviews".split())
_OPEN = frozenset("position positions opening openings".split())
_BEHIND_OPEN = frozenset("open vacant available".split())
_VACANT = frozenset({"vacancy", "vacant"})
_BEHIND_JOB = frozenset("opening announcement notice open vacant available".split())
_READERS = frozenset(
    "posts embassies missions consulates addressees addees bureaus you your post's posts' embassy's embassies' nominations nominees nominate please".split()
)
_MOST_TO_OPEN = 6  # words: "The position of chief librarian is open"
_MOST_OF_TITLE = 6  # words: "Vacancy announcement 13 - 07:"
_MOST_OF_CALLED = 10  # words: "Persons with a license who wish to be considered"


def is_called(words: Words, at: int, opening: tuple[str, ...]) -> bool:
    """Return whether a duty at `at` is that of whoever answers a call: "Interested persons should", "Persons who wish to apply must".

    Where it sends them to an office by its symbol the call goes out to the service itself.
    """
    near = words.texts[max(part_start(words, at), at - _MOST_OF_CALLED) : at]
    if _CALLED.isdisjoint(near):
        return False
    is_call = not _CALLED_AS.isdisjoint(opening) or not _WISHING.isdisjoint(near)
    return is_call and OFFICE.search(words.sentence) is None


def is_job_notice(words: Words) -> bool:
    """Return whether a text announces a job to the public: "Vacancy: driver. Closing date: May 2"."""
    if not _READERS.isdisjoint(words.texts) or OFFICE.search(words.sentence):
        return False
    if not _JOBS.isdisjoint(words.texts):
        return True
    is_period = words.follows(0, "opening", "date") and not _OF_JOBS.isdisjoint(words.texts)
    return is_period or any(
        text in _OPEN and not _BEHIND_OPEN.isdisjoint(words.texts[n + 1 : n + _MOST_TO_OPEN])
        for n, text in enumerate(words.texts)
    )


def opens_job_notice(words: Words) -> bool:
    """Return whether a text opens as the notice of a job: "Vacancy: driver, FSN-4", "Vacant position: receptionist"."""
    title = words.texts[:_MOST_OF_TITLE]
    is_announced = not _VACANT.isdisjoint(title) or (
        title[0] in {"job", "position"} and words.text(1) in _BEHIND_JOB
    )
    return is_announced and ":" in title and is_job_notice(words)
