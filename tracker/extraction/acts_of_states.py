"""Duties that only states, parties and litigants have, though their names may be those of posts: to conclude, to repay, to file with a court."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction.date_words import Words

RECIPROCAL = frozenset(
    "conclude settle exchange sign resolve normalize demarcate ratify reconcile renew".split()
)
PAYING = frozenset("pay repay service reimburse settle retire".split())
STATE_MONEY = frozenset(
    "tranche tranches debt debts arrears reparations loan loans bonds indemnity dues".split()
)
FILING = frozenset("file lodge deposit register enter submit".split())
SOVEREIGN = frozenset("ratify accede disarm capitulate".split())
YIELDING = frozenset("surrender capitulate disarm retreat".split())
WITHOUT_OBJECT = frozenset({"by", "before", "to", "nlt", "no", "not", "within", "at", ",", "or", "and"})
GOVERNING = frozenset("approve pass adopt enact hold call form dissolve devalue amend".split())
OF_GOVERNMENT = frozenset(
    "budget constitution law laws cabinet coalition elections election referendum parliament currency government".split()
)
MOST_TO_OBJECT = 4  # words
MOST_TO_ACT = 8  # words
FREEING = frozenset("hand extradite turn release free return deliver repatriate".split())
HELD = frozenset(
    "prisoners hostages detainees captives pows prisoner hostage fugitive fugitives suspect suspects".split()
)
PULLED = frozenset("back out".split())
TROOPS = frozenset(
    "troops forces army soldiers tanks guns missiles battalions brigades units advisers settlers".split()
)
WITHDRAWING = frozenset("withdraw remove evacuate recall demobilize disband".split())
ANSWERING = frozenset("answer satisfy convince admit appease placate".split())
ORGANS = frozenset(
    "inspectors council fund creditors allies rebels mediators mediator league arbitrators".split()
)
BENCHES = frozenset(
    "court tribunal judge registrar depositary arbitrators arbitrator magistrate chamber".split()
)
MOST_OF_ACT = 14  # words
_RECIPROCAL_OR_PAYING_OR_FILING = RECIPROCAL | PAYING | FILING


def is_of_states(words: Words, at: int, head: str) -> bool:
    """Read "London and Brussels have to conclude their agreement", "Seoul must pay the tranche", "to file memorials with the court".

    A name alone says not whether the post or the state is meant: what is to be done does.
    """
    texts = words.texts
    if "sue" in texts[at : at + MOST_TO_ACT] or (
        words.text(at + 1) in YIELDING and words.text(at + 2) in WITHOUT_OBJECT
    ):
        return True
    if head in nouns.OWN or head in nouns.ROLES:
        return False
    if _is_of_sovereigns(words, at) or _is_of_government(words, at) or _is_between_capitals(words, at, head):
        return True
    acts = _RECIPROCAL_OR_PAYING_OR_FILING
    verb = next((n for n in range(at + 1, min(at + MOST_OF_ACT, len(texts))) if texts[n] in acts), -1)
    return verb > 0 and _is_between_parties(words, at, verb)


def _is_of_government(words: Words, at: int) -> bool:
    """Read "Nicosia must approve the budget", "has until May 3 to call elections"."""
    verb = next((n for n in range(at + 1, at + MOST_TO_ACT) if words.text(n) in GOVERNING), -1)
    return verb > 0 and not OF_GOVERNMENT.isdisjoint(words.texts[verb + 1 : verb + MOST_TO_OBJECT])


def _is_between_capitals(words: Words, at: int, head: str) -> bool:
    """Read "The two capitals must exchange ratifications", "Bonn and Paris have to agree on a chairman"."""
    verb = words.text(words.skip(at + 1, "to"))
    is_agreed = verb == "agree" and words.text(words.skip(at + 1, "to") + 1) in {"on", "to", "upon"}
    is_of_two = head == "capitals" or _are_two_names(words, at)
    return is_of_two and (is_agreed or (head == "capitals" and verb in RECIPROCAL))


def _pulls_back(words: Words, at: int) -> bool:
    """Read "Athens and Ankara are to pull back", "must pull out", "must withdraw its troops"."""
    ahead = words.texts[at + 2 : at + MOST_TO_ACT]
    if words.text(at + 1) == "pull":
        return not PULLED.isdisjoint(ahead[:1]) or (
            not TROOPS.isdisjoint(ahead) and not PULLED.isdisjoint(ahead)
        )
    return words.text(at + 1) in WITHDRAWING and not TROOPS.isdisjoint(ahead[:4])


def _answers_organ(words: Words, at: int) -> bool:
    """Read "Tehran has until May 3 to answer the Agency", "must satisfy the inspectors": what states owe to bodies of states."""
    near = range(at + 1, min(at + MOST_OF_ACT, len(words.texts)))
    verb = next((n for n in near if words.text(n) in ANSWERING), -1)
    if verb < 0 or (verb > at + 1 and words.text(verb - 1) != "to"):
        return False
    behind = words.texts[verb + 1 : verb + 4]
    is_granted = verb > at + 1 and "agency" in behind
    return is_granted or not ORGANS.isdisjoint(behind)


def _is_of_sovereigns(words: Words, at: int) -> bool:
    """Read "must ratify", "has until May to ratify", "must hand over the fugitive"."""
    ahead = words.texts[at : at + MOST_TO_ACT]
    is_freed = words.text(at + 1) in FREEING and not HELD.isdisjoint(ahead[2:6])
    is_said = words.text(at + 1) in SOVEREIGN or ("to" in ahead[:6] and not SOVEREIGN.isdisjoint(ahead))
    return is_freed or is_said or _pulls_back(words, at) or _answers_organ(words, at)


def _is_between_parties(words: Words, at: int, verb: int) -> bool:
    """Read "conclude their agreement", "repay the loan", "file memorials with the court"."""
    text, ahead = words.text(verb), words.texts[verb + 1 : verb + MOST_OF_ACT]
    if (
        text in RECIPROCAL
        and verb == at + 1
        and (text == "exchange" or "their" in ahead[:2])
        and _are_two_names(words, at)
    ):
        return True
    if text in PAYING and not STATE_MONEY.isdisjoint(ahead):
        return True
    bench = next((n for n, word in enumerate(ahead) if word in BENCHES), 0)
    return text in FILING and not {"with", "to", "before", "in"}.isdisjoint(ahead[max(0, bench - 4) : bench])


def _are_two_names(words: Words, at: int) -> bool:
    """Say whether "London and Brussels" stands before a duty."""
    stop = at - 1 if words.text(at - 1) in {"have", "are", "has", "is"} else at
    first, second = words.raw(stop - 3), words.raw(stop - 1)
    return (
        words.text(stop - 2) == "and"
        and first[:1].isupper()
        and second[:1].isupper()
        and not nouns.OWN & {first.lower(), second.lower()}
    )
