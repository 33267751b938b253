"""What our visitors want of a post: what they would welcome, the rooms and cars held for them, what they hand to its people."""

import re

from tracker.extraction import asked_clauses
from tracker.extraction import governing_nouns as nouns
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM
from tracker.extraction.noun_phrases import WORDS, is_foreign, noun_phrase
from tracker.extraction.verdicts import Cue, Verdict

_PARTY = re.compile(  # in small letters: "codel reed", "the under secretary", "mrs. ortega's party", "the advance team"
    r"(?:the |our |this )?(?:(?:codel|staffdel|nodel|econdel)(?: [\w'’-]+){0,2}|(?:congressional|presidential|advance|survey|inspection|assessment|review|training|\w+/\w+) (?:team|delegation|party)"
    r"|(?P<team>(?:[\w'’-]+ ){0,2}(?:team|delegation))|(?:vice )?president and mrs\. \w+|(?:deputy |under |assistant |acting )*secretary(?: (?!general\b|of state for\b)[\w'’-]+)?"
    r"|(?:senator|representative|congress(?:man|woman)|rep\.|sen\.|mr\.|mrs\.|ms\.|dr\.|mr|mrs|dr|a/s|u/s|das|pdas) [\w'’-]+(?: and (?:mr\.|mrs\.|ms\.|dr\.)? ?\w+)?(?:['’]s party)?)"
)
_COMING = re.compile(  # in small letters, before a second verb: "the party arrives by road on May 5, and"
    r"(?P<who>the party|[\w.'’ /-]{3,50}?) (?:will )?(?:arrives?|travels?|departs?|leaves?|flies|fly|lands?|comes?|stays?|returns?|consists?|brings?|carr(?:y|ies)|needs?|wants?|plans?) [^;:]{2,160},? and(?: also| therefore)?$"
)
_ARRANGED = frozenset(  # what a post can arrange for those who come
    """briefing briefings meeting meetings appointment appointments call calls tour tours visit visits lunch lunches luncheon dinner
    dinners breakfast reception receptions car cars van vans bus driver drivers escort escorts interpreter interpreters guide
    guides room rooms suite schedule program list lists name names copy copies biography biographies bios transport
    transportation assistance help opportunity chance doctor dentist office desk typewriter computer telephone evening evenings
    afternoon time rest stop hour introduction introductions tickets flight map maps paper papers scenesetter""".split()
)
_WISHED = re.compile(
    r"(?:(?:for|having|receiving|being given|to have|to receive) )?(?=(?P<what>[^.;:]{3,120}))"
)
_END_OF_THING = re.compile(
    r"\b(?:on|with|of|at|in|for|to|from|by|rather|instead|before|after|during|while|as|that|which|so)\b|,"
)
_BOOKED = frozenset(
    """reservation reservations booking bookings room rooms singles doubles suite suites appointment appointments car cars van vans bus
    buses seat seats sedan sedans limousine limousines table tables""".split()
)
_CHANGED = frozenset(
    """cut reduced lowered trimmed increased raised doubled halved extended lengthened shortened moved changed confirmed reconfirmed
    held kept dropped released cancelled canceled rebooked switched""".split()
)
_LODGING = frozenset(
    "lodging lodgings accommodation accommodations quarters hotel hotels motorcade van-load parking catering".split()
)
_HELD = re.compile(  # what a post sets up, as the sender words it: "we would like a call on the minister"
    r"(?:an?|one|two|separate|brief|short) (?:[\w-]+ ){0,2}?(?:calls? on|(?:meetings?|appointments?|round ?tables?|working (?:lunch|dinner)|lunch|luncheon|dinner|breakfast|reception|briefings?|hour|half hour|interviews?|sessions?) (?:with|by|at|for)) \w"
)
_ON_THE_DAY = ("for ", "on ", "in ", "during ", "at ")
_DURING = (*_ON_THE_DAY, "from ", "between ", "until ", "till ", "through ")
_USED = (
    _BOOKED
    | _LODGING
    | frozenset(
        "driver drivers interpreter interpreters escort escorts guide assistance briefing lunch dinner breakfast reception".split()
    )
)
_OF_OTHERS = re.compile(
    r"(?:of|from|in|under) (?:the |an? |its |their )?(?!(?:embassy|post|mission|consulate)\b)[a-z]"
)
_OFFERS = frozenset(
    """invitation invitations offer offers dinner dinners lunch luncheon breakfast reception receptions gift gifts interview
    interviews award medal""".split()
)
_ANSWERED = frozenset("declined accepted refused acknowledged postponed cancelled canceled".split())
_CARRIED = frozenset(
    """passport passports ticket tickets baggage luggage bag bags check checks tag tags key keys suitcase suitcases visa visas voucher
    vouchers trunk trunks weapon weapons pouch pouches""".split()
)
_HANDED = re.compile(  # in small letters: "be given to Embassy expediter"
    r"be (?:given|handed|turned|surrendered|passed|entrusted|left|delivered) (?:over |in )?(?:to|with) (?:the |our |an? )?(?:(?:embassy|consulate|mission|post|american)(?:['’]s)? |our )?"
    r"(?:expediters?|drivers?|control officers?|gso|travel clerk|customs (?:clerk|broker|expediter)|admin(?:istrative)? officer|consular officer|conoff|escort officer|motor pool|duty officer|receptionist)\b"
)


_OUR_PARTY = r"(?:the |our |its |their |these |those |that )?(?:[\w'’/-]+ ){0,2}?(?:team|party|delegation|visitors?|auditors?|inspectors?|trainers?|instructors?|examiners?|panel|surveyors?|technicians?|engineers?|survey|tdyers?|advance party|speakers?|lecturers?|trainees|crew|nurse|doctor|monitors|observers)"
_MADE_READY = re.compile(  # in small letters: "be made ready for the team's spectrometer", "be found for the auditors"
    r"(?:also |then |first |again )*be (?:\w+ly )?(?:made ready|made available|made up|got ready|set (?:up|aside|apart)|put (?:up|aside|at the disposal)|laid(?: on| in)?|found|hired|engaged|rented|lent|loaned|kept (?:free|ready|open|at the disposal)|provided|arranged|reserved|booked|fitted (?:out|up)|cleared|prepared|opened|furnished|held|supplied|on hand|handed over)"
    rf"(?: [\w-]+){{0,4}}? (?:for|to|of|at the disposal of) {_OUR_PARTY}\b"
)
_FITTED = frozenset(
    """room rooms office offices desk desks table tables car cars van vans bus buses truck trucks driver drivers cot cots bed beds
    lodging lodgings quarters accommodation accommodations apartment tent tents safe safes vault locker lockers line lines telephone
    telephones interpreter interpreters translator escort escorts guide guides hall space bench laboratory laboratories darkroom
    generator generators refrigerator freezer freezers computer computers screen projector typewriter copier radio radios
    boat boats launch ambulance storage shed garage hangar warehouse badge badges key keys pass passes parking power current
    chair chairs board classroom classrooms fuel water ice advance cash funds""".split()
)
_ARRANGED_OR_BOOKED_OR_LODGING = _ARRANGED | _BOOKED | _LODGING


def is_fitted_out(cue: Cue) -> bool:
    """Return whether a room, a car or a hand is to stand ready for those whom the sender sends: "A dry room is to be made ready for the team"."""
    is_open = cue.cast.asks_posts and cue.part in (Part.NOBODY, Part.MATTER) and not cue.setting.is_background
    if not is_open or BY_WHOM.search(cue.rest) is not None or _MADE_READY.match(cue.rest) is None:
        return False
    low = cue.subject.lower().partition(",")[0]
    head = noun_phrase(WORDS.findall(low))[-1:]
    return bool(head) and head[0] in _FITTED and "'s " not in low


def wished(cue: Cue) -> Verdict | None:
    """visitor of ours "would" ("appreciate" | "welcome") what a post can arrange: "CODEL would appreciate a briefing on board"."""
    if not cue.words.startswith("would ") or " not " in cue.words:
        return None
    if not cue.cast.asks_posts or cue.cast.asks_others:
        return None
    if cue.part is Part.SENDER and not cue.setting.is_opinion:
        return cue.ask("thing") if _HELD.match(cue.rest) else None
    if cue.words.endswith(" like") or not _is_of_ours(cue.subject.lower().strip()):
        return None
    match = _WISHED.match(cue.rest)
    what = _END_OF_THING.split(match["what"], 1)[0] if match else ""
    head = noun_phrase(WORDS.findall(what))[-1:]
    return cue.ask("thing") if head and head[0] in _ARRANGED else None


def requested(cue: Cue) -> Verdict | None:
    """visitor of ours ("requests" | "asks") "that" asked verb: "The party arrives by road and requests that Embassy Riga send a van"."""
    if cue.words not in ("requests", "asks") or not cue.cast.asks_posts or cue.cast.asks_others:
        return None
    subject = cue.subject.lower().strip()
    coming = _COMING.match(subject)
    who = coming["who"] if coming else subject
    if not (_is_of_ours(who) or (coming is not None and who == "the party")):
        return None
    place = cue.match.end() + (len(" that ") if cue.rest.startswith("that ") else 1)
    return cue.ask("that", order_at=place) if asked_clauses.object_part(cue, place) is Part.ASKED else None


def _is_of_ours(subject: str) -> bool:
    """Return whether those who wish are ours: "the team", not "the Brazilian delegation"."""
    match = _PARTY.fullmatch(subject)
    if match is None:
        return False
    return not any(is_foreign(word) or nouns.is_third(word) for word in (match["team"] or "").split()[:-1])


def are_served(cue: Cue, done: str) -> bool:
    """Return whether what is held for visitors is to be changed: "Hotel rooms should now be cut to five doubles"."""
    head = noun_phrase(WORDS.findall(cue.subject.lower().partition(" for ")[0].partition(" at ")[0]))[-1:]
    return bool(head) and head[0] in _BOOKED and done in _CHANGED and not nouns.is_third(cue.subject.lower())


def hand_over(cue: Cue) -> bool:
    """Return whether what visitors carry goes to somebody of the post: "Passports should be given to the expediter"."""
    if not (cue.cast.asks_posts or cue.cast.asks_others):
        return False
    head = noun_phrase(WORDS.findall(cue.subject.lower().partition(" of ")[0]))[-1:]
    return bool(head) and head[0] in _CARRIED and _HANDED.match(cue.rest) is not None


def is_answered(cue: Cue, done: str) -> bool:
    """Return whether posts answer what our visitor is offered: "The dinner given by the minister should be declined"."""
    head = noun_phrase(WORDS.findall(cue.subject.lower().rpartition(", ")[2]))[-1:]
    is_offer = not _OFFERS.isdisjoint([*head, *cue.subject.lower().split()[:4]])
    is_plain = cue.words in ("should", "must") and BY_WHOM.search(cue.rest) is None
    return cue.cast.asks_posts and done in _ANSWERED and is_offer and is_plain and not cue.setting.is_opinion


def is_requested(cue: Cue) -> bool:
    """Return whether what a post arranges for a visit is asked of it: "A single room with bath is requested for each"."""
    is_thing = _is_arranged(cue.subject, _ARRANGED_OR_BOOKED_OR_LODGING)
    is_asked = cue.words.startswith(("is", "are")) and cue.words.endswith(
        ("requested", "desired", "solicited")
    )
    is_ours = cue.cast.asks_posts and not cue.cast.asks_others and BY_WHOM.search(cue.rest) is None
    return is_thing and is_asked and is_ours and not _OF_OTHERS.match(cue.rest)


_LENT = frozenset(  # whom a capital lends to its posts
    """officer officers engineer engineers specialist specialists expert experts technician technicians adviser advisers advisor
    advisors communicator communicators secretary secretaries typist typists nurse doctor physician epidemiologist epidemiologists
    inspector inspectors trainer trainers auditor auditors consultant consultants planner planners marines linguist linguists translator
    translators interpreter interpreters courier couriers assistant assistants surveyor surveyors architect assessor assessors economist economists lawyer lawyers consul consuls speaker speakers""".split()
)
_LOAN = re.compile(  # in small letters: "a visit by a usda pest specialist", "a tdy by an obo engineer"
    r"(?:an? )?(?:\w+ ){0,2}?(?:visit|trip|stay|tdy|survey) (?:by|from|of) (?=an?\b|one\b|two\b)"
)
_COUNTED = ("a ", "an ", "another ", "one ", "two ", "three ", "four ")
_WHEN = re.compile(  # in small letters, nothing behind but when or to us: "would be most welcome from about March 15"
    r"(?:here|at post|at the embassy|to (?:us|post|the embassy)|in country)?[ ,]*(?:$|[.;]|(?:from|for|until|till|during|by|before|after|through|throughout|around|about|between|as soon|as early|at any|any time|at once|soonest|this|next|when|while|once|if|to (?:help|assist)|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late|mid|the (?:spring|summer|autumn|fall|winter|first|second)))(?:\b|[a-z]))"
)


def are_lent(cue: Cue) -> bool:
    """Return whether a post would welcome people of its capital: "A communicator would be most welcome until May 3"."""
    is_post = cue.cast.asks_capital and not cue.cast.asks_posts and "welcome" in cue.words
    return (
        is_post and not cue.setting.is_opinion and _WHEN.match(cue.rest) is not None and _is_lent(cue.subject)
    )


def _is_lent(subject: str) -> bool:
    low = subject.lower().lstrip()
    low = low[loan.end() :] if (loan := _LOAN.match(low)) else low
    if not low.startswith(_COUNTED):
        return False
    words = noun_phrase(WORDS.findall(_END_OF_THING.split(low, maxsplit=1)[0]))
    is_theirs = any(is_foreign(word) or nouns.is_third(word) for word in words[:-1])
    return bool(words) and words[-1] in _LENT and not is_theirs


def is_day_of_use(subject: str, quote: str) -> bool:
    """Return whether a day is that of what is arranged, not when to arrange it: "A van is requested for March 21"."""
    low = quote.lower()
    is_stay = low.startswith(_DURING) and _is_lent(subject)
    return is_stay or (low.startswith(_ON_THE_DAY) and _is_arranged(subject, _USED))


def _is_arranged(subject: str, things: frozenset[str]) -> bool:
    head = noun_phrase(WORDS.findall(subject.lower().rpartition(", ")[2]))[-1:]
    return bool(head) and head[0] in things and "'s " not in subject
