"""Which sentence of a reply speaks of what was asked: words and things in common, and what the ask awaits."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

WORD = re.compile(r"[^\W_][\w'’]*[^\W_](?:-[\w'’]+)*|[^\W_]-\d+")
DIGIT = re.compile(r"\d")
STEM, LONG = 5, 4
_SINGULAR = ("ss", "us", "is")  # ends of words that are not plural
_COMMON = frozenset(
    """about above accep accor actin actio addit addre advis affai after again agree ambas ameri also an and answe appro appre april
    are as ask asked at augus avail be been befor being below but by cable can charg chief consi could count day days
    decem depar deput desig desir direc discu do draw econo emb embas febru first follo for forei from full gener give given
    go gover had has have he her high highe him his host hosts if in inclu inter is it its janua july june last level list'
    made make march may membe mfa minis missi month more morni most need new next no not note' novem now numbe obtai octob of offic
    on one only or order other our out over para parag pleas point' post posts prese provi ref refte regar repor reque
    repre respo said same say says secon secre seek senio septe shall she shoul side since so soon state submi furni such take text' that the
    their them there they this those three throu time to told two up upon urge us use used very via was washi we week well were
    what when where wheth which while who whom will with withi would wheth year you your under until also any all each than then
    these some both own way view matte issue subje possi appea capit""".split()
)
_SHORT = frozenset("un eu psi ngo ipr dna mou fee tax ban law map oil gas aid dam fax bus tug arm".split())
_FAMILIES = """
    sample: sample samples specimen specimens
    korea: dprk korea pyongyang
    pact: agreement agreements treaty convention accord memorandum understanding
    money: fine fines fee fees penalty demurrage
    paper: nonpaper non-paper paper papers aide memoire memorandum demarche démarche points point talkers talking nonpapers memo case approach representation text texts note letter message invitation copy summary document documents
    letter: letter message
    visit: visit visits travel travels trip come comes coming arrive arrival tour stay expected travelling itinerary welcome
    call: call calls meeting meetings appointment appointments see receive receives received audience hour lunch visitors meet
    vote: vote votes voting abstain abstention resolution ballot favor text draft motion count support
    sponsor: cosponsor co-sponsor sponsor cosponsorship sponsorship cosponsors sponsors
    list: list lists names roster register inventory
    name: name names named nominate nominee nominees nomination nominations candidate candidates designate designated appoint appointed detail detailed assign assigned identify chosen picked selected forward person second seconded release
    hold: arrest arrested detention detain detained custody held hold prison jail sealed seal seize seized impound order
    air: overflight overflights landing clearance clearances aircraft flight flights charter charters land lands plane planes overfly airspace helicopter helicopters
    ship: ship ships vessel vessels port call berth harbor navy submarine boarding
    board: inspect inspection inspections inspectors board boarded aboard search searched boarding check
    fund: fund funds funding money pledge pledges contribution contribute contributions contributing finance costs cost pay euro euros million dollars figure share amount donate donation grant
    attend: part attend attends attendance participate participation participant participants delegation delegate delegates represented representation representative representatives send sending team observer observers observe join presence table conference
    figures: figures figure data statistics numbers number table totals breakdown
    freeze: freeze froze frozen block blocked assets accounts account holdings
    endorse: endorse endorses endorsed endorsement subscribe principles statement declaration
    join: join joined accede accession ratify ratified ratification sign signed signature party convention treaty protocol
    duty: duty duties customs tariff tariffs import waiver waive exempt exemption
    rooms: room rooms hotel hotels reserve reserved reservation reservations book booked block
    price: charges charge rates fees price prices cost
    send: troops trainers contingent battalion deploy deployed deployment field mentoring
    return: extradite extradition surrender surrendered return rendition
    owner: owner owners owns owned ownership file registrar registration records
    verify: verify verified bona fides genuine offices inspection visited visit legitimate
    recommend: recommendation recommend recommends recommending
    date: date dates schedule calendar program itinerary
    legal: law legal legislation bill draft amendment
    talks: talks consultations negotiation negotiations negotiate discussions round
    officer: officer officers inspector captain captains colonel official officials liaison contact
    expert: expert experts specialist specialists adviser advisers advisors team technicians
    journal: journalist journalists editor reporter
    evidence: evidence exhibits affidavits testimony documents statement
    survey: survey surveys questionnaire questionnaires form forms questions answered
    check: check checks prelicense verification bona
    lawyer: legal lawyer lawyers
"""
_CONCEPTS: dict[str, frozenset[str]] = {}
for _line in _FAMILIES.strip().splitlines():
    _label, _, _words = _line.strip().partition(": ")
    for _word in _words.split():
        _CONCEPTS[_word] = _CONCEPTS.get(_word, frozenset()) | {f"={_label}"}


class Awaits(StrEnum):
    """What an ask waits for: that something was handed over or said, the other side's word, or what the post does itself."""

    DELIVERY = "delivery"
    WORD = "word"
    BOTH = "both"
    DEED = "deed"


_DELIVER = re.compile(
    r"\b(?:deliver|present|convey|pass|hand|leave|share|transmit|furnish|make (?:the )?(?:points|demarche|approach)|demarche|approach|brief|draw (?:on|from|upon)|call on|give|use the (?:points|talking)|inform)\b"
)
_SAY = re.compile(
    r"\b(?:raise|urge|propose|explain|express|stress|register|reiterate|impress|invite|press|thank|congratulate|protest|notify|discuss|encourage)\b"
)
_OBTAIN = re.compile(
    r"\b(?:seek|obtain|request(?! to)|ask (?:that|for|the|host|whether|\w+ (?:to|if|whether))|secure|persuade|solicit|get|determine|find out|ascertain|inquire)\b"
)
_LEAD = re.compile(
    r"^.{0,80}?\b(?:should|must|shall|please|(?:is|are) (?:requested|asked|instructed|directed) to|to|would appreciate|request(?:s)? (?:that )?)\s+(?:also |then |now )?"
)
_FITS = {
    Awaits.DELIVERY: {
        "delivered": 1.0,
        "no answer yet": 0.7,
        "will answer": 0.6,
        "agreed": 0.4,
        "refused": 0.5,
    },
    Awaits.WORD: {"delivered": 0.15, "no answer yet": 1.0, "will answer": 1.0, "agreed": 1.0, "refused": 1.0},
    Awaits.BOTH: {"delivered": 0.6, "no answer yet": 1.0, "will answer": 1.0, "agreed": 1.0, "refused": 1.0},
    Awaits.DEED: {"delivered": 0.4, "no answer yet": 1.0, "will answer": 1.0, "agreed": 1.0, "refused": 1.0},
}
_CABLE = re.compile(
    r"\b(?:reftels?|ref(?:erence)?|refs|cable|telegram|state \d+|tasking|demarche"
    r"|(?:this|our|your|the|department's) (?:message|instructions?))\b"
)
_PART = re.compile(
    r"\b(?:para(?:graph|s)?|concerning|regarding|as (?:to|regards)|to (?:hand|deliver|raise|report|seek)|for (?:the|a))\b"
)
_REPORT = re.compile(
    r"\b(?:report|advise|cable|inform (?:us|department|washington)|let (?:us|department) know)\b(?: (?:back|by|no later|nlt|soonest|promptly|as soon)\b"
    r"|[^.;]{0,60}?\b(?:response|responses|reaction|reactions|reply|replies|answer|answers|results?|outcome|position|views)\b)"
)
_ALL = re.compile(
    r"\b(?:entirety|everything|all (?:its|our|the|reftel|of) (?:points|requests?|questions|asks)|all we asked)\b"
)
_PARTY = re.compile(  # whose word is sought: its name tells nothing of the matter
    r"\b(?:urge|encourage|persuade|press|invite|ask|request|remind) (?:the )?(?:government of )?(?P<one>[a-z]+) (?:not )?to\b"
    r"|\b(?:seek|obtain|secure|enlist|request|ask|urge|press|report) (?:the )?(?P<four>[a-z]{2,}(?:an|ese|ish|ch|i)) [a-z]"
    r"|\bthat (?P<two>[a-z]+[a-rt-z]) (?!be\b|of\b|for\b|in\b|will\b|can\b|has\b|is\b)[a-z]+"
    r"|\b(?:whether|if|when|how) (?P<three>[a-z]+) (?:will|would|intends|plans)\b(?! be\b)"
)
_COMPOUND = re.compile(r"(yard|mine|boat|plane|field)s?$")  # "yards" are shipyards
MOST_OF_WHOLE = 14  # words
WHOLE, ALIKE = 1.0, 0.5  # a word in common; another word for the same thing
HANDED = 1.2  # where the ask is to hand over, and the sentence says that it was


def awaited(asked: str) -> Awaits:
    """Return what an ask waits for, by its first verb."""
    low = asked.lower()
    lead = _LEAD.match(low)
    order = low[lead.end() :] if lead else low
    places = {
        kind: match.start()
        for kind, pattern in ((Awaits.DELIVERY, _DELIVER), (Awaits.BOTH, _SAY), (Awaits.WORD, _OBTAIN))
        if (match := pattern.search(order)) is not None
    }
    first = min(places, key=lambda kind: places[kind], default=Awaits.DEED)
    return first if places.get(first, 0) < 12 else Awaits.DEED


def is_report(asked: str) -> bool:
    """Return whether an ask is for a report of what the other side says: "Report the response by COB"."""
    return _REPORT.search(asked.lower()) is not None


def is_of_whole(quote: str) -> bool:
    """Return whether a sentence speaks of the earlier cable as a whole: "This message supersedes reftel in its entirety"."""
    low = quote.lower()
    if _ALL.search(low):
        return True
    return bool(_CABLE.search(low)) and len(low.split()) <= MOST_OF_WHOLE and not _PART.search(low)


def likeness(quotes: Sequence[str], asked: str, among: Sequence[str] = ()) -> list[float]:
    """Return for each sentence how much it has in common with what was asked, 0 for nothing.

    A word that stands in many of the sentences tells little, nor does one that stands in many of the asks `among` which
    this is.
    """
    said = [_words_of(quote) for quote in quotes]
    often = Counter(stem for one in said for stem in one)
    often_meant = Counter(thing for one in said for thing in _things(one.values()))
    often_asked = Counter(stem for ask in {asked, *among} for stem in _words_of(ask))
    wanted = _words_of(asked)
    for stem in _stems_of_party(asked):
        wanted.pop(stem, None)
    found = []
    for words in said:
        same = {stem for stem in words.keys() & wanted.keys() if stem[:STEM] not in _COMMON}
        alike = _things(words[s] for s in words.keys() - same) & _things(
            wanted[s] for s in wanted.keys() - same
        )
        shared = sum(WHOLE / (often[stem] * often_asked[stem]) ** 0.5 for stem in same)
        found.append(shared + sum(ALIKE / often_meant[thing] ** 0.5 for thing in alike))
    return found


def fit(shared: float, kind: str, awaits: Awaits) -> float:
    """Return how well a sentence of a kind that has so much in common with an ask answers it."""
    if shared and kind == "delivered" and awaits is Awaits.DELIVERY:
        shared += HANDED
    return shared * _FITS[awaits].get(kind, 1.0)


def _stems_of_party(asked: str) -> list[str]:
    """Return what begins the name of the one asked: "Press Norway to sign", "whether Fiji would host"."""
    return [name[:STEM] for found in _PARTY.finditer(asked.lower()) for name in found.groups() if name]


def _words_of(text: str) -> dict[str, str]:
    """Return the words of a text by what they begin with, one for many: "visit" for "visitors"; those with a digit whole."""
    found = {}
    for written in WORD.findall(text.lower()):
        word = written.removesuffix("'s").removesuffix("’s")
        one = word[:-1] if word.endswith("s") and not word.endswith(_SINGULAR) else word
        has_digit = DIGIT.search(word) is not None
        if len(one) >= LONG or one in _SHORT or has_digit:
            found[word if has_digit else one[:STEM]] = word
    return found


def _things(words: Iterable[str]) -> frozenset[str]:
    """Return the families of things and deeds to which the words belong."""
    found: set[str] = set()
    for word in words:
        found.update(_CONCEPTS.get(word, ()))
        if (kind := _COMPOUND.search(word)) is not None:
            found.add(kind[1])
    return frozenset(found)
