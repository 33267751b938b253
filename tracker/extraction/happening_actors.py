"""Who or what an event told by a verb is about: a visitor, a body that meets, a thing that takes place, by its noun."""

import re

from tracker.cable.hints import Family
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
    shareholders stockholders bondholders electors voters citizens deputies senators workers miners teachers sides governments govts""".split()
)


_NUMBERED = re.compile(
    r"(?<=[a-z]) (?:[ivx]{1,4}|[a-h]|\d{1,2})$", re.IGNORECASE
)  # "Working Group B", "Committee II"


HAPPENING = Family(
    """exhibit exhibition exhibits fair trial polling poll polls election elections referendum session sessions talks course
    season's festival conference congress summit games training seminar workshop exercise visit hearing hearings reading cutting
    groundbreaking regatta concert reception signing ceremony call inspection review round rounds runoff negotiations consultations
    test tests drill rehearsal convention campaign vote inauguration symposium launch retreat memorial premiere parade
    anniversary day week census ballot primary olympics expo show tournament pilgrimage audit mission briefing meeting meetings reception luncheon lunch dinner expedition project consultation
    webinar colloquium forum series competition championship championships contest race marathon rally exposition class tests assessment survey march rally sit-in demonstration vigil procession rerun by-election arraignment handover wreath-laying outreach tasting maneuver maneuvers manoeuvres
    panel roundtable videoconference plenary ministerial assembly banquet breakfast recital orientation graduation commencement funeral
    wedding vigil service deployment cruise sentencing inquest argument arguments matches match final finals auction rollout voting balloting""".split()
)


_NO_EVENT = frozenset(
    """delivery deliveries shipment shipments payment payments deadline reply replies response responses report reports arrival
    departure flight flights publication surgery submission nominations applications registration it this which that they
    leave office embassy post harvest season planting construction repair repairs bid bids tender tenders envelope envelopes account accounts box boxes work drilling loading posts embassies""".split()
)


_GATHERINGS = frozenset("meeting conference session round".split())  # with a name they meet as a body does


_SOME_OF = re.compile(  # "Two of our engineers"
    r"^(?:(?:about|at least|up to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|several|many|most|all|both|each|members?|representatives) of (?=(?:the|our|its|their|these|those|his|her) )",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\bunder secretary\b", re.IGNORECASE)  # "under" parts no phrase there


_SHIP = re.compile(
    r"\bUS(?:S|NS|CGC) [A-Z]|\b(?:R/V|M/V|S/S|HM[A-Z]?S) [A-Z]|\b(?:carrier|battle|amphibious|strike) group$"
    r"|\b(?:ship|vessel|frigate|cutter|destroyer|squadron|carrier|icebreaker|submarine|schooner|oiler|minesweeper|yacht|flotilla)s?(?-i:(?: (?!NAMED|WHICH|THAT|BELOW|WITH|IN|OF|FROM|AND|NOW|ON|CARRYING|WHOSE)[\"“]?[A-Z][\w'’-]+[\"”]?){0,3})$",
    re.IGNORECASE,
)


_NAMED_PEOPLE = re.compile(  # behind what they are: "auditors Dale Fenn and Lou Pratt"
    r"(?<=[a-z]{3}s) (?:(?:[A-Z][\w.'’-]*|and),? ?){2,12}$"
)
_TITLE = re.compile(r" quote [^.;]{3,80}", re.IGNORECASE)  # of an exhibit, as telegrams quote it
_TEXTS = frozenset(
    """draft drafts text texts resolution resolutions bill bills law laws treaty motion item question report budget amendment amendments proposal
    proposals matter it declaration convention protocol decision document measure act statute agreement recommendation""".split()
)
_HOUSES = frozenset(
    "corner center centre library clinic museum hospital bridge airport terminal stadium theater theatre gallery pavilion laboratory shelter academy".split()
)
_GROUPS = frozenset(
    "team teams delegation delegations mission codel staffdel party orchestra ballet choir".split()
)
_LIMIT = re.compile(r"\b(?:last|closing|final|due|latest|cut-?off) (?:day|date|week)\b", re.IGNORECASE)
_LET_GO = frozenset(
    """room rooms seat seats place places fund funds money goods cargo prisoner prisoners hostage hostages detainee detainees ship vessel stock stocks
    hold holds payment payments tranche allotment allotments shipment shipments film spectrum water visas passports""".split()
)
_PRESS = frozenset(
    "newspaper press daily paper weekly magazine bank store shop firm company post posts embassy embassies".split()
)
_ONE_NATION = re.compile(r"(?:The )?[A-Z][\w-]+")  # "Peruvians", "Brazil"


_PERSON = re.compile(
    r"^(?:(?:[\w']+ ){0,4}(?:secretary|minister|ambassador|senator|president|director|commissioner|chairman|admiral|general|congressman|representative|governor|"
    r"professor|doctor|judge|justice|colonel|captain|commander|mayor|rep\.|sen\.|col\.|lt\.|maj\.|gen\.|adm\.|capt\.|prof\.|amb\.|gov\.|mr\.|ms\.|mrs\.|dr\.|codel|staffdel) [a-z][\w'-]+(?: [a-z][\w'-]+)?|(?:[A-Z/]{2,6} )?[A-Z][a-z'-]+ [A-Z][a-z'-]+)$"
)


_CAPS_PERSON = re.compile(
    r"(?:DR\. |MR\. |MS\. )?(?!THE )[A-Z'-]{3,} (?:[A-Z]\. )?(?!TEAM|MINISTRY|POLICE|EMBASSY|GROUP)[A-Z'-]{3,}"
)


MOST_TO_NOUN = 4  # words
LEAST_OF_TOPIC = 5  # words of a session that says what it is about
MOST_IN_FRONT = 3  # words
_NO_EVENT_OR_PRESS = _NO_EVENT | _PRESS
_BODIES_OR_NO_EVENT = _BODIES | _NO_EVENT


def head_of(subject: str) -> str:
    """Return the noun of a subject, in small letters."""
    told = _SOME_OF.sub("", _UNDER.sub("Undersecretary", subject))
    words = noun_phrase(WORDS.findall(told)[-14:])
    return words[-1].lower().strip(".,'’\"") if words else ""


def is_visitor(subject: str) -> bool:
    """Return whether a subject is somebody or a team or ship that visits."""
    subject = _NAMED_PEOPLE.sub("", subject) or subject
    if not {head_of(subject), head_of(subject).removesuffix("s")}.isdisjoint(_VISITORS) or _SHIP.search(
        subject
    ):
        return True
    return is_person(subject)


def is_carried(subject: str) -> bool:
    """Return whether a subject comes down somewhere: who travels, or the aircraft that carries them."""
    return travels(subject) or is_craft(subject)


def are_parties(subject: str) -> bool:
    """Return whether a subject is those who talk with one another: people, delegations, ministers."""
    return are_people(subject) or meets(subject)


def is_house(subject: str) -> bool:
    """Return whether a subject is a house that opens once: a library, a bridge; a shop opens each day."""
    words = subject.lower().split()
    return head_of(subject) in _HOUSES or any(word in _HOUSES for word in words[1:5])


def is_judge(subject: str) -> bool:
    """Return whether a subject is somebody who judges."""
    return head_of(subject) in ("judge", "magistrate", "justice", "judges", "bench", "chamber", "court")


def is_looker(subject: str) -> bool:
    """Return whether a subject is somebody who comes to look at things: a visitor, people by their trade."""
    return is_visitor(subject) or are_people(subject) or doers.is_someone(head_of(subject))


def is_group(subject: str) -> bool:
    """Return whether a subject is a team or party that visits, not one person."""
    return head_of(subject) in _GROUPS


def meets_or_happens(subject: str) -> bool:
    """Return whether a subject is a body or people who meet, or a thing that takes place."""
    return meets(subject) or is_happening(subject)


def is_ship(subject: str) -> bool:
    """Return whether a subject is a ship, with or without its name."""
    return _SHIP.search(subject) is not None


def is_traveller(subject: str) -> bool:
    """Return whether a subject is somebody who travels, by title, trade, name or pronoun."""
    return is_they(subject) or travels(subject) or are_people(subject)


def is_text(subject: str) -> bool:
    """Return whether a subject is a text or matter that a body takes up."""
    return head_of(subject) in _TEXTS or subject.lower() == "it"


def are_voters(subject: str) -> bool:
    """Return whether a subject elects: a body, voters, a nation."""
    return meets(subject) or (
        _ONE_NATION.fullmatch(subject) is not None and head_of(subject) not in _NO_EVENT_OR_PRESS
    )


def is_publisher(subject: str) -> bool:
    """Return whether what a subject makes public is awaited: no newspaper, no shop; a pronoun may be anybody."""
    return bool(subject) and head_of(subject) not in _PRESS


def travels(subject: str) -> bool:
    """Return whether a subject travels: a visitor, or a group or party."""
    return is_visitor(subject) or head_of(subject) in ("group", "party")


def is_person(subject: str) -> bool:
    """Return whether a subject is one person, by title and name or by a name in capitals."""
    name = subject.partition(",")[0]
    is_plain = not subject.endswith((" WHICH", " WHO", " THAT"))
    if (
        is_plain
        and name.isupper()
        and head_of(name) not in _BODIES_OR_NO_EVENT
        and _CAPS_PERSON.fullmatch(name)
    ):
        return True
    return _PERSON.match(subject) is not None or _PERSON.match(subject.lower()) is not None


def is_body(subject: str) -> bool:
    """Return whether a subject is a body that sits, as a board, a court or a numbered working group."""
    whom = _WHICH.sub("", subject)
    if whom != subject:
        return whom.split(" ")[-1].lower() in _BODIES
    is_named = any(w[:1].isupper() for w in subject.split()[1:]) or len(subject.split()) >= LEAST_OF_TOPIC
    subject = _NUMBERED.sub("", subject)
    is_party = (
        re.search(r"\b(?:working party|task force|full house)(?: on [\w ]+)?$", subject.lower()) is not None
    )
    return is_party or head_of(subject) in _BODIES or (head_of(subject) in _GATHERINGS and is_named)


def meets(subject: str) -> bool:
    """Return whether a subject is a body or people who meet."""
    return is_body(subject) or head_of(subject) in _WHO_MEET


def is_anybody(subject: str) -> bool:
    """Return whether a subject may have an event at all: not "it", not a delivery."""
    return bool(subject) and head_of(subject) not in _NO_EVENT


def is_happening(subject: str) -> bool:
    """Return whether a subject is a thing that takes place, as a fair or a session."""
    if subject.lower().endswith("unquote"):
        subject = _TITLE.sub("", subject)
    words = [w.strip('."“”').lower() for w in WORDS.findall(subject)]
    return bool(words) and any(
        w in HAPPENING or w.removesuffix("s") in HAPPENING for w in (head_of(subject), *words[-5:])
    )


def is_held(subject: str) -> bool:
    """Return whether the noun of a phrase itself is a thing that takes place: "the trial of the two"."""
    return not {head_of(subject), head_of(subject).removesuffix("s")}.isdisjoint(HAPPENING)


def is_let_out(subject: str) -> bool:
    """Return whether what is done to a subject is an event: it is no room, no money, no goods that are let go or offered."""
    return is_anybody(subject) and _LET_GO.isdisjoint(subject.lower().split()[:MOST_TO_NOUN])


def is_named_happening(subject: str) -> bool:
    """Return whether a subject is a thing that takes place of which something is told: "the second round", not "our session"."""
    return len(subject.split()) > len(("our", "session")) and is_held(subject) and not _LIMIT.search(subject)


def is_player(subject: str) -> bool:
    """Return whether a subject performs, as an orchestra."""
    return goings.is_player(head_of(subject))


def is_craft(subject: str) -> bool:
    """Return whether a subject flies, as an aircraft."""
    return goings.is_craft(head_of(subject))


def goes_on(subject: str) -> bool:
    """Return whether somebody travels who may be called by a pronoun or one name alone: "Sorley goes on to Riga (May 3)"."""
    is_one = subject[:1].isupper() and " " not in subject and subject.lower() not in _BODIES_OR_NO_EVENT
    return is_one or is_visitor(subject) or subject.lower() in goings.THEY


def is_delegation(subject: str) -> bool:
    """Return whether a subject is a delegation."""
    return head_of(subject) == "delegation"


def are_people(subject: str) -> bool:
    """Return whether a subject is people who do things by their profession."""
    return doers.are_doers(head_of(_NAMED_PEOPLE.sub("", subject) or subject))


def are_some_people(subject: str) -> bool:
    """Return whether a subject counts people: "two of our engineers"."""
    return any(doers.are_doers(word) or word in _VISITORS for word in subject.lower().split()[-5:])


def is_they(subject: str) -> bool:
    """Return whether a subject is a pronoun for people."""
    return subject.lower() in goings.THEY


def is_free(subject: str) -> bool:
    """Return whether no subject stands before the words: they name theirs themselves."""
    return len(subject.split()) <= MOST_IN_FRONT


def is_paper(subject: str) -> bool:
    """Return whether a subject is a paper that is released."""
    return releases.is_paper(head_of(subject))


def is_announcer(subject: str) -> bool:
    """Return whether a subject is who announces things to the public."""
    return releases.is_announcer(head_of(subject))
