"""What is to be done to a thing: an office's work binds whoever reads of it, what is done in public binds others, and the rest is left open.

"The forms are to be returned by May 3" asks; "the road is to be opened by May 3" asks only where the sentence is known to.
"""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import doers
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.sentence_parts import owner_is_third

OFFICE_ACTS = frozenset(  # what offices do to papers, stocks and accounts
    """sent submitted returned forwarded transmitted filed lodged inventoried certified reconciled obligated deobligated de-obligated
    liquidated cabled telegraphed telephoned pouched mailed faxed e-mailed emailed uploaded entered updated amended cleared signed countersigned
    verified reviewed voiced counted audited reported changed renewed recertified validated revalidated acknowledged addressed
    conducted inspected documented tagged logged shredded retired processed tabulated tallied completed furnished supplied provided received closed
    prepared drafted corrected compiled collected routed handed turned shipped labeled posted registered""".split()
)
OBTAINED = frozenset("obtained sought secured requested solicited ascertained confirmed".split())  # of others
IN_PUBLIC = frozenset(
    """announced published passed adopted promulgated ratified unveiled elected inaugurated sworn enacted convened dissolved
    proclaimed gazetted broadcast disbanded demobilized disarmed repatriated exhumed enthroned crowned""".split()
)
_WANTED = say.IMPERSONAL | {"responsible"}
OURS = nouns.OWN | nouns.ROLES
_BROUGHT = frozenset("known passed delivered conveyed".split())
_MADE = frozenset("public known available".split())
PUBLIC_THINGS = nouns.EVENTFUL | frozenset(
    """budget budgets ballot ballots vote votes constitution gun guns arms weapon weapons mine mines hostage hostages prisoner prisoners
    force forces brigade brigades battalion battalions militia militias parliament cabinet government senate assembly airport port harbor
    power water electricity strike strikes curfew siege blockade coin coins banknote banknotes currency statue monument runoff
    by-election census referendum primary dam reactor mill factory drum drums oil slick harvest crop crops subsidy subsidies tariff
    tariffs border frontier camp camps refugee refugees family families villager villagers election-lists winner winners loser""".split()
)
_OTHERS = (nouns.THIRD | nouns.ELSEWHERE | frozenset("captain registry notary".split())) - frozenset(
    "central director deputy chairman chair team teams group panel".split()
)
YOURS = frozenset("your post's posts' embassy's embassies' mission's missions'".split())
_OWED = YOURS | nouns.DELIVERABLES | nouns.OWN
_WITH_US = frozenset("us here".split())
_PLACES_OF_WORK = frozenset("his her their post work duty home school".split())
MOST_TO_SECOND = 6  # words: "emptied and the keys returned"
MOST_TO_US = 14  # words
_TO_WHOM = frozenset("to with before by at".split())
_NAMING = frozenset(
    "reminded responsible ensure ensuring".split()
)  # "Desks are reminded that reviews are to be finished"
MOST_TO_PLACE = 7  # words
_ADVERB_ENDS = ("ly",)
_BETWEEN_BE = frozenset("all also then first again now so".split())


def of_thing(words: Words, at: int, head: str, opening: tuple[str, ...], start: int) -> Verdict:
    """Judge a duty at `at` whose subject does not act itself, by what is done and to what; the day's phrase begins at `start`."""
    if not OURS.isdisjoint({head, *opening[:1]}):
        return verdicts.YES  # "posts must be ready"
    if words.text(at) in say.PARTICIPLES:
        said = {head, *opening, *words.texts[at + 1 : max(at + 1, start)]}
        is_plain = (
            at + 1 == start and words.text(at - 1) not in verbs.BE_FORMS
        )  # "Guidance requested by May 3"
        is_named = (
            is_plain or not _OWED.isdisjoint(said) or "yes" in words.texts[:at]
        )  # "A yes or no is required"
        return verdicts.YES if is_named else verdicts.OPEN
    return verdicts.YES if words.text(at) in _WANTED else _by_act(words, at, head, opening)


def _by_act(words: Words, at: int, head: str, opening: tuple[str, ...]) -> Verdict:
    """Judge by what is to be done: in public or to what is others', or an office's work."""
    done = _done(words, at)
    is_office_work = not done.isdisjoint(OFFICE_ACTS)
    is_of_many = "'" in opening and opening[0] not in nouns.OURS  # "candidates' lists must be deposited"
    if _is_in_public(words, done) or (done and is_of_many and not is_office_work):
        return verdicts.STRANGER
    is_told = "to" in done and not done.isdisjoint(
        _BROUGHT
    )  # "made known to the desk", "passed to the Prime Minister"
    if is_told or not done.isdisjoint(OBTAINED) or _is_of_ours(words, at):
        return verdicts.YES
    if owner_is_third(head, opening) or head in PUBLIC_THINGS or _goes_to_others(words, at):
        return verdicts.OPEN
    is_named = not _NAMING.isdisjoint(words.texts[:at])
    return verdicts.YES if is_office_work or is_named or head in nouns.DELIVERABLES else verdicts.OPEN


def comes_on_board(words: Words, at: int) -> bool:
    """Return whether somebody is only to be there: "The new consul should be on board by May 3"."""
    be = words.skip(at + 1, "to")
    there = words.texts[be + 1 : be + 3]
    if words.text(be) != "be" or not there:
        return False
    if there[0] == "back":
        return there[1:] in {("on",), ("home",)} or words.text(be + 3) in _PLACES_OF_WORK
    return there in {("on", "board"), ("at", "post"), ("in", "country")} or there[0] in {"gone", "away"}


def comes_here(words: Words, at: int, head: str) -> bool:
    """Return whether somebody is only to be here or back: "Her successor should be here by May 3", "he should be back by"."""
    be = words.skip(at + 1, "to")
    is_someone = head in nouns.OFFICERS or (doers.is_someone(head) and head not in nouns.DELIVERABLES)
    return words.text(be) == "be" and words.text(be + 1) in {"here", "back"} and is_someone


def _is_in_public(words: Words, done: set[str]) -> bool:
    """Say whether a thing is to be announced, elected or made public; "made known to the desk" is not."""
    if "made" not in done:
        return not done.isdisjoint(IN_PUBLIC) and not {"passed", "to"} <= done
    behind = words.texts.index("made") + 1
    return words.text(behind) in _MADE and words.text(behind + 1) != "to"


def _goes_to_others(words: Words, at: int) -> bool:
    """Read "be filed with the commission", "be received by the electoral board": what goes to others may be others'."""
    places = (n for n in range(at + 2, at + MOST_TO_PLACE) if words.text(n) in _TO_WHOM)
    at = next(places, -1)
    return at > 0 and not _OTHERS.isdisjoint(words.texts[at + 1 : at + 4])


def _is_of_ours(words: Words, at: int) -> bool:
    """Say whether the words say whose it is or whither it goes: "the pouch with your replies should", "should get here"."""
    behind = words.texts[at + 1 : at + MOST_TO_US]
    return not YOURS.isdisjoint(words.texts[:at]) or not _WITH_US.isdisjoint(behind)


def _done(words: Words, at: int) -> set[str]:
    """Return what is to be done to the thing: "signed" and "returned" of "must be promptly signed and returned"."""
    be = words.skip(at + 1, "to", "all", "also", "then", "have")
    if words.text(be) not in verbs.BE_FORMS:
        return set()
    verb = be + 1
    while words.text(verb) in _BETWEEN_BE or words.text(verb).endswith(_ADVERB_ENDS):
        verb += 1
    behind = words.texts[verb + 1 : verb + MOST_TO_SECOND]
    second = behind[behind.index("and") :] if "and" in behind else behind[:2]
    return {words.text(verb), *second}
