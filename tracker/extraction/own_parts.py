"""Parts of those asked, as doers of a duty: units, field offices, chiefs; and whom a notice is for, where they write to us.

An organization's message orders its own parts about. Nobody is its part who belongs to a state, a ministry or a rebel:
"Soviet units", "the ministry's field offices".
"""

import re

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.country_names import COUNTRIES
from tracker.extraction.date_words import Words
from tracker.extraction.noun_phrases import FOREIGN
from tracker.extraction.phrase import Phrase

UNITS = frozenset(
    """units commands components garrisons wings squadrons battalions brigades regiments detachments elements installations
    echelons activities squads platoons flotillas depots shipyards labs cutters isics tycoms majcoms directorates divisions offices
    bureaus agencies missions posts consulates embassies sections headquarters desks""".split()
)
CHIEFS = frozenset(
    """commanders supervisors managers chiefs heads directors officers comptrollers custodians coordinators cios cfos principals
    raters reviewers superiors cors adjutants certifiers attaches attachés rsos paos gsos hros fmos imos dcms wardens""".split()
)
ASKED = nouns.ADDRESSEES - {"all", "each", "every"}
ACTORS = UNITS | CHIEFS | ASKED
PEOPLE = frozenset(
    "employees personnel staff marines sailors soldiers airmen reservists guardsmen servicemembers members".split()
)
NAMED = ACTORS | PEOPLE
CIVIL = frozenset(
    "districts regions sectors departments branches stations areas territories bases forces".split()
)
OWN_MEMBERS = frozenset("service component unit squadron reserve duty".split())  # before "members"
OF_OTHERS = frozenset(
    """rebel enemy guerrilla provincial municipal opposition militia paramilitary insurgent separatist un party union militias
    rival warring partisan electoral government ministry police host foreign local bank company prison customs fire county city
    border airport port field-hospital hospital school election allied coalition""".split()
)
CONTRACTED = frozenset(
    "contractors vendors suppliers travelers visitors guests applicants candidates participants".split()
)
PART = frozenset(
    "command unit post mission embassy office bureau agency division section squadron installation".split()
)
NO_OWNERS = nouns.OURS | PART | {"ship"}
DETAILING = frozenset("losing gaining parent reporting supporting responsible originating servicing".split())
SINGLE = PART | {"activity", "station", "consulate", "detachment", "garrison", "battalion", "brigade", "wing"}
FILLERS = say.NO_HEADS - {"not"}
HOSTS = frozenset("wings commands units installations bases activities squadrons".split())  # "host wings"
FLEET = frozenset("ships cutters vessels".split())
READY = frozenset("able unable ready due eligible obliged ordered loyal".split())
EACH = frozenset({"each", "every", "any"})
QUALIFYING = frozenset(
    "by that which who whose not without in with of from at under on to for having".split()
)
COMPLEMENTS = frozenset({"of", "from", "in"})
MOST_OF_SUBJECT = 24  # words
NO_STATE = frozenset(
    "civilian custodian guardian technician american african asian european latin historian librarian physician politician electrician".split()
)
OFFICIALS = (nouns.ROLES | nouns.OFFICERS | frozenset("embassy charge consulate".split())) - nouns.ADDRESSEES
OF_LANGUAGE = frozenset("language affairs speaking desk interests".split())
PANELS = frozenset("group force panel team committee board agency center".split())
GROUPED = frozenset("working task study steering planning review drafting advisory interagency".split())
FORM = re.compile(r"\b(?:SF|DS|OF|DD|DSP|JF|GSA|OPM|HUD|ED)-\d", re.IGNORECASE)
OFFICE = re.compile(r"\b[A-Z]{1,6}/[A-Z]{1,6}\b")
TO_US = frozenset("portal clearinghouse grants.gov desk department us".split())
NOTICED = frozenset(
    "bidders grantees awardees nominees selectees registrants entity entities offerors quoters bidder grantee offeror".split()
)
OFFERING = frozenset(
    {"offerors", "offeror", "quoters"}
)  # only who answers a call for offers of ours is called so
OFFERED = frozenset(
    "bid bids quotation quotations quote quotes tender tenders offer offers proposal proposals price prices".split()
)
PAPERWORK = frozenset(
    "submit upload file send return forward mail deliver register enter post ensure make be complete provide e-mail fax".split()
)
SENT_UP = frozenset(
    "reported sent forwarded submitted returned routed certified mailed faxed e-mailed".split()
)
OUR_CHIEFS = frozenset("officer headquarters hq chief manager coordinator comptroller custodian".split())
MOST_TO_OFFER = 6  # words: "deliver sealed and signed bids"
MOST_TO_CHIEF = 6  # words from "sent to"


def _subject_places(words: Words, at: int) -> range:
    """Return the places of the subject before a verb, clauses with "that" and "which" in it, what opens the sentence not."""
    stop = at
    if words.text(at - 1) == ",":  # an aside lies between
        stop = next((n for n in range(at - 2, max(-1, at - MOST_OF_SUBJECT), -1) if words.text(n) == ","), at)
    start = stop
    while start > max(0, stop - MOST_OF_SUBJECT) and words.text(start - 1) not in {
        ",",
        ";",
        ":",
        ".",
        ")",
        "?",
    }:
        start -= 1
    return range(start, stop)


def whose_part(words: Words, at: int) -> bool | None:
    """Say of the subject of a duty whether it is a part of those asked, or another's; None of what is no part of anything.

    Read "field offices which have no candidate must", "each component shall"; "units of the rebel army must" is another's.
    """
    texts = [words.text(n) for n in _subject_places(words, at) if words.text(n) not in FILLERS]
    each = next((n for n, text in enumerate(texts[:2]) if text in EACH), -1)
    end = next((n for n in range(1, len(texts)) if _ends(texts, n)), len(texts))
    named = _named(texts[max(0, each + 1) : end])
    is_placed = texts[end : end + 1] == ["in"] and named[-1] in ASKED  # "posts in Norway"
    is_behind = texts[end : end + 1] != [] and texts[end] in COMPLEMENTS and not is_placed
    behind = texts[end + 1 : end + 5] if is_behind else []
    before = [text for text in named[:-1] if text != "host" or named[-1] not in HOSTS]
    is_others = any(map(_is_of_others, (*before, *behind))) and OF_LANGUAGE.isdisjoint(named)
    is_others = is_others or "loyal" in texts
    if named[-1] in SINGLE and not DETAILING.isdisjoint(named[:-1]) and not is_others:
        return True  # "the losing activity must"
    if (named[-1] in SINGLE and each < 0) or _is_people(named[-1]):
        return False if is_others or _is_people(named[-1]) else None
    verb = words.text(words.skip(at + 1, "so", "also", "promptly", "immediately"))
    if not _is_part(named, texts, is_each=each >= 0, verb=verb):
        return None
    return nouns.THIRD.isdisjoint(behind) and not is_others


def is_fleet(words: Words, at: int) -> bool:
    """Read "all ships will inspect": an order to the fleet."""
    return words.text(at - 2) == "all" and words.text(at - 1) in FLEET and words.text(at + 1) in verbs.ORDERS


def _named(texts: list[str]) -> list[str]:
    """Return the words of a noun phrase; "inspectors general" are officers, a "consul general" too. Of two the last counts."""
    if "and" in texts[:-1]:
        texts = texts[len(texts) - texts[::-1].index("and") :]
    if texts[-2:] == ["inspectors", "general"]:
        return [*texts[:-2], "officers"]
    is_consul = texts[-1:] == ["general"] and texts[-2:-1] and texts[-2].startswith("consul")
    return [*texts[:-2], "officers"] if is_consul else (texts or [""])


def _ends(texts: list[str], at: int) -> bool:
    text, behind = texts[at], texts[at + 1 : at + 2]
    is_named = texts[at - 1] in NAMED
    is_clause = text.endswith(("ing", "ed")) and (is_named or QUALIFYING.issuperset(behind))
    return text in QUALIFYING or is_clause or text in say.VERB_LIKE or (text in READY and behind == ["to"])


def _is_part(named: list[str], said: list[str], *, is_each: bool, verb: str) -> bool:
    heads = {named[-1], named[-1] + "s"} if is_each else {named[-1]}
    if not CIVIL.isdisjoint(heads):
        return verb in verbs.ORDERS
    if not PEOPLE.isdisjoint(heads):
        return "members" not in heads or not OWN_MEMBERS.isdisjoint(said)
    is_within = named[-1].endswith("s") and named[-1] not in CONTRACTED and not PART.isdisjoint(named[:-1])
    return is_within or not ACTORS.isdisjoint(heads)


def _is_of_others(text: str) -> bool:
    """Say whether a word beside a noun makes it another's: "Iraqi units", "the ministry's offices", "rebel commanders"."""
    if text.endswith("'s"):
        return text[:-2] not in NO_OWNERS
    return _is_of_state(text) or text in OF_OTHERS or text in nouns.STRANGE or text in COUNTRIES


def _is_of_state(text: str) -> bool:
    return text not in NO_STATE and FOREIGN.match(text) is not None


def is_foreign_officer(words: Words, at: int, head: str) -> bool:
    """Return whether an officer who has a duty is another state's: "The Swedish Consul", "the attache of the Polish embassy"."""
    if head not in OFFICIALS:
        return False
    texts = [words.text(n) for n in _subject_places(words, at)]
    return any(map(_is_of_state, texts)) and OF_LANGUAGE.isdisjoint(texts)


def _is_people(text: str) -> bool:
    """Read "the Iranians", "the Japanese": the people of another state."""
    return _is_of_state(text) or _is_of_state(text.removesuffix("s"))


def writes_to_us(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "bidders should be sure that lists are received in HR/CDA by", "grantees shall upload the SF-425 before".

    Whom a notice is for owes a paper that goes to an office, a portal or on a form of ours; what they owe others is theirs.
    """
    who = next((n for n in _subject_places(words, at) if words.text(n) in NOTICED), -1)
    if who < 0 or words.text(at + 1) not in PAPERWORK or phrase.start <= at:
        return False
    if words.text(who) in OFFERING:
        return not _is_offer(words, at) and nouns.ELSEWHERE.isdisjoint(words.texts[at : phrase.start])
    said = words.quote(at, phrase.start)
    return (
        FORM.search(said) is not None
        or OFFICE.search(said) is not None
        or not TO_US.isdisjoint(words.texts[at : phrase.start])
    )


def _is_offer(words: Words, at: int) -> bool:
    """Read "shall deliver sealed bids": what a bidder offers is his business."""
    return not OFFERED.isdisjoint(words.texts[at + 1 : at + 1 + MOST_TO_OFFER])


def goes_up(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "inventories will be reconciled and reported up the chain by", "the results sent to the security officer by"."""
    if words.text(at + 1) != "be" or phrase.start <= at:
        return False
    sent = next((n for n in range(at + 2, phrase.start) if words.text(n) in SENT_UP), -1)
    if sent < 0:
        return False
    behind = words.texts[sent + 1 : phrase.start]
    if behind[:3] in {("up", "the", "chain"), ("through", "the", "chain")}:
        return True
    chief = behind[:MOST_TO_CHIEF]
    return (
        behind[:1] == ("to",)
        and not OUR_CHIEFS.isdisjoint(chief)
        and "by" not in behind
        and OF_OTHERS.isdisjoint(chief)
    )


def asks_of_parts(words: Words, at: int, head: str) -> bool:
    """Read "The working group asks that posts send their figures": a panel of ours, not "the rebel group" or "their committee"."""
    if words.text(at) not in {"asks", "requests"} or words.text(at + 1) != "that" or head not in PANELS:
        return False
    texts = [words.text(n) for n in _subject_places(words, at)]
    is_ours = head not in {"group", "force"} or not GROUPED.isdisjoint(texts)
    return is_ours and not any(map(_is_of_others, texts)) and names_part(words, at + 2)


def names_part(words: Words, at: int) -> bool:
    """Read "each component", "all field offices", "the missions" where a clause with "that" begins."""
    first = words.skip(words.skip(at, "all", "the", "each", "every"), "of", "our", "the", "field", "your")
    return words.text(first) in ACTORS or words.text(first) + "s" in UNITS
