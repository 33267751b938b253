"""Days by which others are bound, in a sentence that asks nobody: by who asks them, by whom they answer to, by what befalls who fails."""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import doers
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.laid_down import LAWS, READERS
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import part_start, subject_behind, subject_of

_ASKED = verbs.ORDERED | frozenset(
    "told obliged ordered enjoined called pressed begged expected compelled bound obligated".split()
)
_BODIES = nouns.ELSEWHERE | frozenset("lawmakers legislature auditors regulation creditors".split())
_READY = frozenset("ready prepared willing poised eager keen able track preparing committed".split())
_STANDS = frozenset("stands stand is are remains remain stood be on".split())
_GIVING_WORD = frozenset("undertakes undertook pledges pledged promises promised vows vowed".split())
_CALLING = frozenset("calls call calling called".split())
_ORDERING = frozenset(
    "instructs directs orders tells commands instructed directed ordered told commanded asks asked requests requested urges urged invites".split()
)
_BURDENS = frozenset(
    "mandatory compulsory obligatory essential incumbent imperative binding duty obligation imposes imposed due".split()
)
_WHO = frozenset({"that", "who", "which"})
_BEFALLS = frozenset(
    "will would may can face faces lose loses risk risks forfeit forfeits pay pays get gets receive receives qualify qualifies".split()
)
_PENALTIES = frozenset(
    "fine fines fined penalty penalties prison jail jailed imprisonment surcharge confiscation forfeiture".split()
)
_TELLERS = frozenset(
    "editorial column columnist newspaper op-ed commentary petition manifesto pamphlet leaflet sign".split()
)
_HEADS = frozenset(
    "chief head chairman director secretary-general leader spokesman president governor commander judge archbishop bishop king mayor minister".split()
)
_SAYS = frozenset(
    "said says say argued argues insisted insists insist added warned wrote thinks thought believes declared concluded maintained announced demand demands demanded".split()
)
_DEMANDS = frozenset("insisted insists insist demand demands demanded".split())
_WISHED = frozenset("if on like want".split())
_WISHING = frozenset("like want it help counting counts count rely relies pleased glad".split())
_ACTING = frozenset("to could would can will".split())
_COUNSEL = frozenset(
    "recommended recommends recommend suggested suggests proposed proposes advocated advocates".split()
)
_COUNSELS = frozenset("recommendations demands proposals suggestions conditions".split())
_ALL = ("all", "the", "every", "each", "both")
_TO_WHOM = frozenset("to with before".split())
_DUTY = frozenset("should must shall ought to".split())
_WE = frozenset({"we", "us", "our", "please", "you", "your"})
_OURS = nouns.OWN | nouns.ROLES | nouns.SENDERS
MOST_TO_DUTY = 9  # words
MOST_OF_WHO = 14  # words
MOST_TO_BURDEN = 6  # words
_BODIES_OR_LAWS = _BODIES | LAWS
_OWN_OR_ROLES = nouns.OWN | nouns.ROLES
_BE_FORMS_OR_BEEN = verbs.BE_FORMS | {"been"}
_DELIVERABLES_OR_ROLES = nouns.DELIVERABLES | nouns.ROLES
_BEFALLS_OR_BE_FORMS = _BEFALLS | verbs.BE_FORMS


def is_bound(words: Words, phrase: Phrase) -> Verdict | None:
    """Return why a day binds others, None where nothing says so."""
    if not READERS.isdisjoint(words.texts):
        return None
    start = part_start(words, phrase.start)
    third = (
        _is_said,
        _is_called_for,
        _is_asked_by_others,
        _befalls,
        _is_ordered,
        _is_burden,
        _is_wish,
        _is_counsel,
    )
    if any(rule(words, start, phrase) for rule in third):
        return verdicts.THIRD
    if words.follows(0, "only", "if") and "will" in words.texts[phrase.stop :]:
        return verdicts.NOT_ASKED
    sender = (_owes_body, _is_done_by_sender, _is_ready, _is_due_to_act)
    return verdicts.SENDER if any(rule(words, start, phrase) for rule in sender) else None


def _are_others(word: str) -> bool:
    """Return whether a noun means people or bodies who are none of ours: "banks", "fishermen"."""
    return word not in _OURS and (nouns.is_third(word) or doers.is_someone(word))


def _is_asked_by_others(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "has been asked by Congress to report by May 3", "is required by statute to file"."""
    for at in range(start, phrase.start - 2):
        if words.text(at) in _ASKED and words.text(at + 1) == "by":
            to = next((n for n in range(at + 2, phrase.start) if words.text(n) == "to"), 0)
            whom = set(words.texts[at + 2 : to]) if to else set()
            return bool(whom) and any(w in _BODIES_OR_LAWS or nouns.is_third(w) for w in whom)
    return False


def _owes_body(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "OES must send its report to Congress by May 3": what goes to a body of others, of the sender."""
    at = next((n for n in range(start + 1, phrase.start) if words.text(n) in _DUTY), 0)
    to = next((n for n in range(phrase.start - 1, at, -1) if words.text(n) in _TO_WHOM), 0)
    behind = words.texts[to + 1 : phrase.start]
    if not at or not to or nouns.ELSEWHERE.isdisjoint(behind) or not _WE.isdisjoint(behind):
        return False
    is_office = words.raw(at - 1).isupper() and words.raw(at - 1).isalpha() and not words.sentence.isupper()
    return words.text(at + 1) != "be" and (is_office or subject_of(words, at)[0] in nouns.SENDERS)


def _is_done_by_sender(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "The inventory will be sent by Commerce by May 3"."""
    will = next((n for n in range(start, phrase.start - 2) if words.text(n) == "will"), -1)
    if will < 0 or words.text(will + 1) != "be":
        return False
    by = next((n for n in range(will + 3, phrase.start) if words.text(n) == "by"), 0)
    return by > 0 and subject_behind(words, by + 1) not in _OWN_OR_ROLES


def _is_called_for(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "The study calls for the ministry to publish the list by May 3"."""
    at = next((n for n in range(start, phrase.start - 2) if words.text(n) in _CALLING), -1)
    if at < 0 or words.text(at + 1) not in {"for", "on", "upon"}:
        return False
    to = next((n for n in range(at + 2, phrase.start) if words.text(n) == "to"), 0)
    return to > 0 and _are_others(subject_behind(words, at + 2))


def _is_ordered(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "The circular instructs fishermen to register by May 3": whom another orders."""
    at = next((n for n in range(start + 1, phrase.start - 2) if words.text(n) in _ORDERING), 0)
    to = next((n for n in range(at + 2, phrase.start) if words.text(n) == "to"), 0) if at else 0
    if not to or words.text(at - 1) in _BE_FORMS_OR_BEEN:
        return False
    head, opening = subject_of(words, at)
    is_ours = head in nouns.SENDERS or opening[:1] == ("this",)
    return not is_ours and _are_others(subject_behind(words, words.skip(at + 1, *_ALL)))


def _is_burden(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "makes it mandatory for lenders to file by May 3", "imposes on them a duty to", "or face a fine"."""
    if not _PENALTIES.isdisjoint(words.texts[start:]):
        return True
    for at in range(start, phrase.start - 2):
        if words.text(at) in {"for", "on"} and not _BURDENS.isdisjoint(
            words.texts[max(start, at - MOST_TO_BURDEN) : at]
        ):
            is_to = "to" in words.texts[at + 2 : phrase.start]
            return is_to and _are_others(subject_behind(words, words.skip(at + 1, *_ALL)))
    return False


def _is_wish(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "We would like the cabinet to approve it by May 3", "It would help if the bank could", "We count on the army to"."""
    for at in range(start, phrase.start - 2):
        if words.text(at) in _WISHED and words.text(at - (words.text(at) in {"if", "on"})) in _WISHING:
            whom = subject_behind(words, at + 1)
            return _are_others(whom) and not _ACTING.isdisjoint(words.texts[at + 2 : phrase.start])
    return False


def _is_counsel(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "The panel recommended updating the lists by May 3", "Among the demands of the union: free them by"."""
    at = next((n for n in range(1, phrase.start - 1) if words.text(n) in _COUNSEL), 0)
    if at and words.text(at + 1).endswith("ing"):
        return not _HEADS.union(nouns.THIRD).isdisjoint(words.texts[:at]) or _are_others(
            subject_of(words, at)[0]
        )
    is_list = start > 1 and words.text(start - 1) == ":" and words.text(0) in {"among", "one", "another"}
    return is_list and not _COUNSELS.isdisjoint(words.texts[:start]) and _WE.isdisjoint(words.texts[:start])


def _is_ready(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "The bureau stands ready to review it by May 3", "should be able to", "undertakes to"."""
    near = range(start + 1, phrase.start - 2)
    at = next((n for n in near if words.text(n) in _READY and words.text(n - 1) in _STANDS), 0)
    at = at or next((n for n in near if words.text(n) in _GIVING_WORD), 0)
    return (
        at > 0
        and words.text(at + 1) == "to"
        and (words.text(at) == "able" or _DUTY.isdisjoint(words.texts[start : at - 1]))
    )


def _is_due_to_act(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "The shipyard is due to deliver the ferry by May 3": what is expected of whoever acts."""
    at = next((n for n in range(start + 1, phrase.start - 2) if words.text(n) == "due"), 0)
    is_act = at > 0 and words.text(at + 1) == "to" and words.text(at + 2) in verbs.ORDERS
    return (
        is_act
        and words.text(at - 1) in {"is", "are"}
        and subject_of(words, at)[0] not in _DELIVERABLES_OR_ROLES
    )


def _befalls(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "Firms that fail to register by May 3 will be fined": who is meant by the day, and what happens to them."""
    verb = words.skip(phrase.stop, "at", "the", "latest", ",")
    if words.text(verb) not in _BEFALLS_OR_BE_FORMS:
        return False
    low = max(start + 1, phrase.start - MOST_OF_WHO)
    who = next((n for n in range(low, phrase.start) if words.text(n) in _WHO), 0)
    before = words.text(who - 1) if who else ""
    is_people = nouns.is_third(before) or nouns.is_third(f"{before}s") or doers.is_someone(before)
    return is_people and say.OPENING_DUTIES.isdisjoint((*words.texts[start:who], *words.texts[phrase.stop :]))


def _is_said(words: Words, start: int, phrase: Phrase) -> bool:
    """Read "An editorial argued that the lists should be out by May 3", "The head of the bank said Norway should pay by"."""
    at = next((n for n in range(start + 1, phrase.start) if words.text(n) in _SAYS), 0)
    before, behind = words.texts[start:at], words.texts[at + 1 : phrase.start]
    if not at or not _WE.isdisjoint(before) or not _WE.isdisjoint(behind) or ";" in behind:
        return False
    head = subject_of(words, at)[0]
    is_teller = not _TELLERS.isdisjoint(before) or head in LAWS or nouns.is_third(head)
    is_teller = is_teller or not _HEADS.isdisjoint(before)
    is_demand = words.text(at) in _DEMANDS and behind[:1] == ("that",)
    return is_teller and (is_demand or not _DUTY.isdisjoint(behind[: MOST_TO_DUTY + 1]))
