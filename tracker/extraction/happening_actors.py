"""Who or what an event told by a verb is about: a visitor, a body that meets, a thing that takes place, by its noun."""

import re

from tracker.extraction import doers, goings, releases
from tracker.extraction.noun_phrases import WORDS, noun_phrase

_WHICH = re.compile(r" (?:which|that|who)$", re.IGNORECASE)  # right behind whom it means


_VISITORS = frozenset(
    """team teams delegation inspectors engineers experts auditors secretary minister ambassador senator president director
    expert auditor inspector engineer specialist adviser advisor surveyor trainer examiner assessor
    commissioner chairman congressman congresswoman admiral observers advisors advisers specialists representative officer
    examiners analyst consultant trainer lecturer professor orchestra choir band ballet troupe quartet quintet ensemble editors journalists scientists officials travelers
    undersecretary governor general king queen pope codel staffdel assessors surveyors pilots trainers envoy mission""".split()
)


_BODIES = frozenset(
    """board council committee subcommittee commission group panel assembly parliament cabinet court tribunal conference
    congress senate house secretariat plenary bureau caucus forum body parties delegates union bundestag diet chamber deputies duma knesset
    comite jury tribunal authority eac unga unsc ecosoc
    subgroup sub-group sub-committee association federation confederation league alliance""".split()
)


_WHO_MEET = frozenset(  # people who "meet" on a day: "when donors meet in Brussels"
    """donors creditors ministers experts delegates delegations presidents directors governors officials negotiators technicians
    commissioners scientists engineers jurists parliamentarians chiefs attaches officers producers exporters importers members
    partners signatories parties planners leaders heads chairmen trustees creditors allies premiers mayors
    shareholders stockholders bondholders electors voters citizens deputies senators workers miners teachers""".split()
)


_NUMBERED = re.compile(
    r"(?<=[a-z]) (?:[ivx]{1,4}|[a-h]|\d{1,2})$", re.IGNORECASE
)  # "Working Group B", "Committee II"


_HAPPENINGS = frozenset(
    """exhibit exhibition exhibits fair trial polling poll polls election elections referendum session sessions talks course
    season's festival conference congress summit games training seminar workshop exercise visit hearing hearings reading cutting
    groundbreaking regatta concert reception signing ceremony call inspection review round rounds runoff negotiations consultations
    test tests drill rehearsal convention campaign vote inauguration symposium launch retreat memorial premiere parade
    anniversary day week census ballot primary olympics expo show tournament pilgrimage audit mission briefing meeting meetings reception luncheon lunch dinner expedition project consultation
    webinar colloquium forum series competition championship championships contest race marathon rally exposition class tests assessment survey
    panel roundtable videoconference plenary ministerial assembly banquet breakfast recital""".split()
)


_NO_EVENT = frozenset(
    """delivery deliveries shipment shipments payment payments deadline reply replies response responses report reports arrival
    departure flight flights publication surgery submission nominations applications registration it this which that they
    leave office embassy post harvest season planting construction repair repairs bid bids tender tenders envelope envelopes account accounts box boxes work drilling loading posts embassies""".split()
)


_GATHERINGS = frozenset("meeting conference session round".split())  # with a name they meet as a body does


_UNDER = re.compile(r"\bunder secretary\b", re.IGNORECASE)  # "under" parts no phrase there


_SHIP = re.compile(
    r"\bUS(?:S|NS|CGC) [A-Z]|\b(?:carrier|battle|amphibious|strike) group$|\b(?:ship|vessel|frigate|cutter|destroyer|squadron|carrier)s?$",
    re.IGNORECASE,
)


_PERSON = re.compile(
    r"^(?:(?:[\w']+ ){0,4}(?:secretary|minister|ambassador|senator|president|director|commissioner|chairman|admiral|general|congressman|representative|governor|"
    r"professor|doctor|judge|justice|colonel|captain|commander|mayor|rep\.|sen\.|mr\.|ms\.|mrs\.|dr\.|codel|staffdel) [a-z][\w'-]+(?: [a-z][\w'-]+)?|[A-Z][a-z'-]+ [A-Z][a-z'-]+)$"
)


_CAPS_PERSON = re.compile(
    r"(?:DR\. |MR\. |MS\. )?(?!THE )[A-Z'-]{3,} (?:[A-Z]\. )?(?!TEAM|MINISTRY|POLICE|EMBASSY|GROUP)[A-Z'-]{3,}"
)


MOST_IN_FRONT = 3  # words


def _head(subject: str) -> str:
    words = noun_phrase(WORDS.findall(_UNDER.sub("Undersecretary", subject))[-14:])
    return words[-1].lower().strip(".,'’\"") if words else ""


def is_visitor(subject: str) -> bool:
    """Return whether a subject is somebody or a team or ship that visits."""
    if not {_head(subject), _head(subject).removesuffix("s")}.isdisjoint(_VISITORS) or _SHIP.search(subject):
        return True
    return is_person(subject)


def travels(subject: str) -> bool:
    """Return whether a subject travels: a visitor, or a group or party."""
    return is_visitor(subject) or _head(subject) in ("group", "party")


def is_person(subject: str) -> bool:
    """Return whether a subject is one person, by title and name or by a name in capitals."""
    name = subject.partition(",")[0]
    is_plain = not subject.endswith((" WHICH", " WHO", " THAT"))
    if (
        is_plain
        and name.isupper()
        and _head(name) not in _BODIES | _NO_EVENT
        and _CAPS_PERSON.fullmatch(name)
    ):
        return True
    return _PERSON.match(subject) is not None or _PERSON.match(subject.lower()) is not None


def is_body(subject: str) -> bool:
    """Return whether a subject is a body that sits, as a board, a court or a numbered working group."""
    whom = _WHICH.sub("", subject)
    if whom != subject:
        return whom.split(" ")[-1].lower() in _BODIES
    is_named = any(w[:1].isupper() for w in subject.split()[1:])
    subject = _NUMBERED.sub("", subject)
    is_party = re.search(r"\bworking party(?: on [\w ]+)?$", subject.lower()) is not None
    return is_party or _head(subject) in _BODIES or (_head(subject) in _GATHERINGS and is_named)


def meets(subject: str) -> bool:
    """Return whether a subject is a body or people who meet."""
    return is_body(subject) or _head(subject) in _WHO_MEET


def is_anybody(subject: str) -> bool:
    """Return whether a subject may have an event at all: not "it", not a delivery."""
    return bool(subject) and _head(subject) not in _NO_EVENT


def is_happening(subject: str) -> bool:
    """Return whether a subject is a thing that takes place, as a fair or a session."""
    words = [w.strip('."“”').lower() for w in WORDS.findall(subject)]
    return bool(words) and any(
        w in _HAPPENINGS or w.removesuffix("s") in _HAPPENINGS for w in (_head(subject), *words[-5:])
    )


def is_player(subject: str) -> bool:
    """Return whether a subject performs, as an orchestra."""
    return goings.is_player(_head(subject))


def is_craft(subject: str) -> bool:
    """Return whether a subject flies, as an aircraft."""
    return goings.is_craft(_head(subject))


def goes_on(subject: str) -> bool:
    """Return whether somebody travels who may be called by a pronoun or one name alone: "Sorley goes on to Riga (May 3)"."""
    is_one = subject[:1].isupper() and " " not in subject and subject.lower() not in _BODIES | _NO_EVENT
    return is_one or is_visitor(subject) or subject.lower() in goings.THEY


def is_delegation(subject: str) -> bool:
    """Return whether a subject is a delegation."""
    return _head(subject) == "delegation"


def are_people(subject: str) -> bool:
    """Return whether a subject is people who do things by their profession."""
    return doers.are_doers(_head(subject))


def is_they(subject: str) -> bool:
    """Return whether a subject is a pronoun for people."""
    return subject.lower() in goings.THEY


def is_free(subject: str) -> bool:
    """Return whether no subject stands before the words: they name theirs themselves."""
    return len(subject.split()) <= MOST_IN_FRONT


def is_paper(subject: str) -> bool:
    """Return whether a subject is a paper that is released."""
    return releases.is_paper(_head(subject))


def is_announcer(subject: str) -> bool:
    """Return whether a subject is who announces things to the public."""
    return releases.is_announcer(_head(subject))
