"""What "will", "can", "hopes to" say of a day: somebody's plan, unless the subject is the addressee."""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction import own_parts
from tracker.extraction import vocabulary as v
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import ahead_of, is_subordinate, part_start, subject_behind, subject_of

OWED = nouns.DELIVERABLES | frozenset(
    "your from posts' post's embassy's embassies' mission's missions' you word whether".split()
)
HELPED = nouns.SENDERS | frozenset("us bureau post embassy mission office".split())
CAPITALS = frozenset("department's dept's washington's bureau's desk's".split())
OFFICES = nouns.SENDERS | frozenset(name.lower() for name in v.BUREAUS)
ENABLING = frozenset("allow enable permit help let give leave spare save assist".split())
MOST_OF_MATTER = 6  # words: "an early reply from post"
MOST_BEGGED = 8  # words from "if" to "would"


ARTICLES = frozenset({"the", "these", "both"})
NO_ACTS = (
    verbs.IDLE
    | verbs.TAKING_EFFECT
    | verbs.HAPPENING
    | verbs.CONTINUING
    | (verbs.WAITING - verbs.HOLDING)
    | (verbs.EVENT_VERBS - verbs.HOLDING)
)
ACCEPTING = frozenset("accept accepted take taken receive received consider considered".split())
NO_LIMIT = frozenset("not none no nothing never only to".split())
MISSIONS = frozenset("usun useu usnato usoas usosce unvie usdel".split())  # to bodies of states
DECIDED = frozenset(  # what a mission has from its capital
    "instructions instruction guidance authority authorization concurrence approval reply replies answer answers response word decision".split()
)
_BEFORE_THING = (
    "a",
    "an",
    "the",
    "your",
    "any",
    "final",
    "firm",
    "clear",
    "cleared",
    "written",
    "further",
    "early",
)
_HOPING = frozenset("hope hopes hoped trust trusts".split())
_OF_OTHERS_HOPE = frozenset({",", ";", "if", "when", "who", "which", "to"})
MOST_TO_HOPE = 7  # words
COUNTING = frozenset({"count", "rely", "look"})  # "you can count on our answer by"
GLAD = frozenset("glad pleased happy delighted relieved".split())
_FROM_YOU = frozenset(
    "your from post's posts' embassy's embassies' mission's".split()
)  # else "an answer for post"
TO_US = frozenset("us post embassy mission consulate".split())
_OWN_OR_YOU_THEY = nouns.OWN | {"you", "they"}
_RECEIVING_BUT_SEE_REACH = verbs.RECEIVING - {"see", "reach"}
_OWED_OR_CAPITALS = OWED | CAPITALS
_OWN_OR_ROLES = nouns.OWN | nouns.ROLES
_DELIVERABLES_OR_THEY_THESE = nouns.DELIVERABLES | {
    "they",
    "these",
    "them",
    "corrections",
    "changes",
    "entries",
    "bids",
}
_SENDERS_OR_SYSTEM_PORTAL = nouns.SENDERS | {"system", "portal", "site", "office", "bureau"}
_MISSIONS_OR_OWN = MISSIONS | nouns.OWN
_SENDERS_OR_MAY_ASK = nouns.SENDERS | nouns.MAY_ASK
_OWN_OR_DELIVERABLES_OR_YOUR_POSTS = nouns.OWN | nouns.DELIVERABLES | {"your", "post's"}
_SENDERS_BUT_WE_I = nouns.SENDERS - {"we", "i", "this"}
_IDLE_OR_COUNTING = verbs.IDLE | COUNTING


def other(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Judge "will", "can", "hopes to": the plan of sender or third party, unless its subject is the addressee."""
    text, ahead = words.text(at), ahead_of(words, at, phrase.start, 4)
    if _is_free_wish(words, at) or (text in {"may", "might"} and _tells_which(words, at)):
        return None
    if text in say.WISHING and ahead & verbs.RECEIVING:
        wished = _wished(words, at, phrase)
        if wished:
            return wished
    behind_duty = {"should", "must", "please", "shall", "to", "may", "will", "would"}
    if text not in say.MODALS and words.text(at - 1) in behind_duty:
        return None
    if text in say.MODALS and (
        _is_begged(words, at)
        or _is_welcome(words, at)
        or _may_we_have(words, at)
        or _is_enabling(words, at)
        or _is_needed_by_post(words, at)
        or _would_help(words, at)
        or _may_still_come(words, at, phrase)
    ):
        return verdicts.YES
    head, _ = subject_of(words, at)
    is_ordered = _wants_yours(words, at) or (head in nouns.OWN and _is_hoped(words, at))
    is_ordered = is_ordered or (text == "will" and _is_order_of_parts(words, at, phrase))
    is_others = text == "will" and head in nouns.ADDRESSEES and own_parts.whose_part(words, at) is False
    if (nouns.is_third(head) or is_others) and not is_ordered:
        return verdicts.THIRD
    if is_ordered or _is_asked_of_addressee(words, at, head, ahead):
        return verdicts.YES
    return None if is_subordinate(words, at) and head not in nouns.SENDERS else verdicts.SENDER


def _is_free_wish(words: Words, at: int) -> bool:
    """Read "as soon as you can", "may also wish to", "a list of those who will attend": no plan of anybody."""
    text, near = words.text(at), {words.text(at - 1), words.text(at - 2)}
    is_soon = text in say.MODALS and words.text(at - 2) == "as"
    is_soon = is_soon and words.text(at - 3) in {"soon", "early", "quickly"}
    is_soon = is_soon or (text in say.MODALS and words.text(at - 1) == "who" and words.text(at - 2) != ",")
    return is_soon or (text in {"wish", "want"} and not near.isdisjoint({"may", "might"}))


def _wants_yours(words: Words, at: int) -> bool:
    """Read "The President would like your views", "we would value reactions": whoever would, the reader has it."""
    if words.text(at) in {"will", "shall"} and words.text(at + 1) in {"want", "need", "require", "expect"}:
        is_yours = words.text(at + 2) in {"your", "you"}
        return is_yours and not nouns.is_third(subject_of(words, at)[0])
    if words.text(at) != "would":
        return False
    if words.text(at + 1) == "value":
        return subject_of(words, at)[0] in nouns.SENDERS
    return words.text(at + 1) == "like" and words.text(words.skip(at + 2, "to", "have", "see")) in {
        "your",
        "you",
    }


def _is_order_of_parts(words: Words, at: int, phrase: Phrase) -> bool:
    return (
        _is_ordered(words, at, phrase)
        or own_parts.goes_up(words, at, phrase)
        or own_parts.is_fleet(words, at)
        or _tells_this_office(words, at)
    )


def _tells_this_office(words: Words, at: int) -> bool:
    """Read "USDAO Lima will advise this command": an office abroad is told what it has to tell the sender."""
    is_told = words.text(at + 1) in verbs.ORDERS and words.text(at + 2) in {"this", "us"}
    return is_told and not nouns.OFFICES_ABROAD.isdisjoint(subject_of(words, at)[1][:1])


def _is_ordered(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "Wing commanders will have the pledges turned in", "units that are late will do so": an article would tell of some."""
    behind = words.text(at + 1)
    if behind == "have":
        is_act = any(text.endswith("ed") for text in words.texts[at + 2 : phrase.start])
    else:
        is_act = behind not in NO_ACTS
    said = words.texts[part_start(words, at) : at]
    if "staff" in said and said[0] not in {"all", "each", "every"}:
        return False  # "NSC staff will circulate the memorandum"
    return (
        is_act
        and words.text(part_start(words, at)) not in ARTICLES
        and own_parts.whose_part(words, at) is True
    )


def _tells_which(words: Words, at: int) -> bool:
    """Read "any comments post may have": which comments are meant."""
    is_post = words.text(at - 1) in _OWN_OR_YOU_THEY
    return is_post and words.text(at + 1) == "have" and words.text(at - 2) in nouns.DELIVERABLES


def _wished(words: Words, at: int, phrase: Phrase) -> Verdict | None:
    """Judge "hopes to receive": who gets it by a day is told to be owed it, unless it is a third party's or own work."""
    if {"you", "posts"} & ahead_of(words, at, phrase.start, 8):
        return None
    head, _ = subject_of(words, at)
    if nouns.is_third(head) and head != "it":
        return verdicts.THIRD
    wanted = ahead_of(words, at, phrase.start, 9)
    is_own_work = bool(wanted & verbs.READY) or ("for" in wanted and wanted.isdisjoint(_FROM_YOU))
    is_hope = words.text(at) in {"hope", "hopes", "expect", "expects", "plans"} and not wanted & OWED
    return verdicts.SENDER if is_own_work or is_hope else verdicts.YES


def would_be_glad(words: Words, at: int) -> bool:
    """Read "We should be most glad to hear from", "should be pleased to have", "should be glad of": a wish, no duty."""
    if words.text(at + 1) == "like":
        is_to_get = words.text(at + 2) == "to" and words.text(at + 3) in _RECEIVING_BUT_SEE_REACH
        return is_to_get or words.text(at + 2) in {"your", "post's", "embassy's", "mission's"}
    if words.text(at + 1) in {"value", "welcome", "appreciate"}:
        return True
    glad = next((n for n in range(at + 1, at + 5) if words.text(n) in GLAD), -1)
    if glad < 0 or words.text(at + 1) not in {"be", "also"}:
        return False
    is_to_get = words.text(glad + 1) == "to" and words.text(glad + 2) in _RECEIVING_BUT_SEE_REACH
    return is_to_get or words.text(glad + 1) in {"of", "for"}


def _is_glad(words: Words, at: int) -> bool:
    """Read "would be glad of", "would be most pleased to have": as much a wish as "would be grateful for"."""
    glad = next((n for n in range(at + 1, at + 5) if words.text(n) not in {"be", "most", "very", "also"}), at)
    if words.text(glad) not in {"glad", "pleased", "happy", "delighted"}:
        return False
    behind = words.text(glad + 1)
    return behind == "of" or (behind == "to" and words.text(glad + 2) in verbs.RECEIVING)


def _may_we_have(words: Words, at: int) -> bool:
    """Read "May I have your thoughts by tomorrow evening?": whoever opens so asks."""
    return at == 0 and words.text(1) in {"i", "we"} and words.text(2) in verbs.RECEIVING


def _is_begged(words: Words, at: int) -> bool:
    """Read "grateful if OES could name", "appreciate it if posts would": the wish is an ask."""
    place = next((n for n in range(at - 1, max(-1, at - MOST_BEGGED), -1) if words.text(n) == "if"), -1)
    return place > 0 and not {words.text(place - n) for n in (1, 2)}.isdisjoint(
        {"grateful", "appreciate", "appreciated", "helpful", "help", "useful", "kind"}
    )


def _is_welcome(words: Words, at: int) -> bool:
    """Read "A reply by Wednesday would be most helpful": what comes by that day is wished for."""
    if words.text(at) != "would" or words.text(at + 1) != "be":
        return False
    place = words.skip(at + 2, "most", "very", "greatly", "much", "particularly", "especially", "also")
    opening = words.texts[part_start(words, at) : at][:MOST_OF_MATTER]
    is_owners = any(w.endswith(("'s", "s'")) and w not in OWED for w in opening)
    return words.text(place) in verbs.WANTING and not OWED.isdisjoint(opening) and not is_owners


def _is_enabling(words: Words, at: int) -> bool:
    """Read "Your answer by Wednesday will allow us to inform the Hill": a paper of those asked, and what it lets the sender do."""
    verb = words.skip(at + 1, "also", "greatly", "then", "best")
    if words.text(at) not in {"will", "would"} or words.text(verb) not in ENABLING:
        return False
    whom = words.text(words.skip(verb + 1, "the"))
    ours = _OWED_OR_CAPITALS if whom == "us" else OWED  # so a post writes
    opening = words.texts[part_start(words, at) : at][:MOST_OF_MATTER]
    is_owners = any(w.endswith(("'s", "s'")) and w not in ours for w in opening)
    return whom in HELPED and not OWED.isdisjoint(opening) and not is_owners


def _is_wanted_of_addressee(words: Words, at: int, head: str) -> bool:
    """Read "Human Resources wants the rosters", "We expect all posts to answer"."""
    text, behind = words.text(at), words.text(at + 1)
    is_asker = (
        head in nouns.MAY_ASK
        or words.follows(at - 2, "white", "house")
        or words.text(at - 2) in {"ops", "operations"}
        or (words.text(at - 2) == "/" and words.raw(at - 1).isupper())  # "S/S wants"
    )
    if text in {"owe", "owes"}:
        return head in nouns.OWN
    is_opening = at == part_start(words, at) and behind == "your"  # "WANT YOUR REPORT"
    is_own_staff = words.text(at + 2) == "own"  # "wants its own economists to finish the tables"
    if text in {"want", "wants"} and _wants_back(words, at):
        return False
    if text in {"want", "wants"} and (is_asker or is_opening) and behind != "to" and not is_own_staff:
        return True
    whom = subject_behind(words, words.skip(at + 1, "all", "every", "each"))
    if text in {"wish", "wishes"} and whom in _OWN_OR_ROLES and whom != behind:
        return "to" in words.texts[at + 2 : at + 6]  # "the Ambassador wishes all section heads to"
    is_hope = text in {"hope", "hopes", "trust", "trusts", "expect", "expects"} and head in OFFICES
    if (
        is_hope
        and whom in nouns.OWN
        and not {"can", "will", "could", "would", "may"}.isdisjoint(words.texts[at + 2 : at + 6])
    ):
        return True
    is_to_answer = any(
        words.text(n) in nouns.OWN and words.text(n + 1) == "to" for n in range(at + 1, at + 6)
    )
    return is_hope and (is_to_answer or words.follows(at + 1, "to", "hear", "from"))


def _wants_back(words: Words, at: int) -> bool:
    """Read "The White House wants the Secretary back by May 3": who is to be home again; "wants its films back" asks."""
    back = next((n for n in range(at + 2, at + MOST_OF_MATTER) if words.text(n) == "back"), 0)
    whom = words.text(back - 1)
    return back > 0 and (
        any(map(nouns.is_third, (whom, whom.removesuffix("s")))) or whom in {"secretary", "him", "them"}
    )


def _may_still_come(words: Words, at: int, phrase: Phrase) -> bool:
    """Read "Please send names; we can accept them until May 7", "they will be accepted through May 7": the last day for it."""
    said = words.texts[at + 1 : phrase.start]
    if phrase.marker is not Marker.UNTIL or ACCEPTING.isdisjoint(said[:3]) or not NO_LIMIT.isdisjoint(said):
        return False
    head, what = (
        subject_of(words, at)[0],
        _DELIVERABLES_OR_THEY_THESE,
    )
    is_taker = head in _SENDERS_OR_SYSTEM_PORTAL
    return head in what if "be" in said[:2] else is_taker and not what.isdisjoint(said)


def _would_help(words: Words, at: int) -> bool:
    """Read "It would assist the Inspector to have your logs": what would help is wanted of the reader."""
    is_help = words.text(at) in {"would", "will"} and words.text(at - 1) == "it"
    is_help = is_help and words.text(words.skip(at + 1, "greatly", "also")) in {"help", "assist", "aid"}
    near = range(at + 2, at + MOST_OF_MATTER + 3)
    got = next((n for n in near if words.text(n) == "to" and words.text(n + 1) in verbs.RECEIVING), 0)
    return is_help and got > 0 and words.text(words.skip(got + 2, "all", "early")) in OWED


def _is_needed_by_post(words: Words, at: int) -> bool:
    """Read "USUN would need instructions from capitals by noon", "Embassy will need a reply by": what comes from those who decide."""
    if words.text(at) not in {"will", "would"} or words.text(at + 1) != "need":
        return False
    what = words.skip(at + 2, *_BEFORE_THING)
    what += words.text(what).endswith("'s")  # "the Department's answer"
    return words.text(what) in DECIDED and subject_of(words, at)[0] in _MISSIONS_OR_OWN


def _asks_yours(words: Words, at: int) -> bool:
    """Read "would request that posts reply", "would also ask missions to": a polite order."""
    verb = words.skip(at + 1, "also", "again", "therefore", "strongly")
    whom = words.skip(words.skip(verb + 1, "that"), "all", "the", "each")
    return words.text(verb) in {"ask", "request", "urge"} and words.text(whom) in nouns.OWN


def _is_hoped(words: Words, at: int) -> bool:
    """Read "We hope Embassy can complete the survey and report", "It is hoped that posts will be able to reply": a polite order."""
    near = range(max(0, at - MOST_TO_HOPE), at)
    hope = next((n for n in near if words.text(n) in _HOPING), -1)
    if hope < 0 or not _OF_OTHERS_HOPE.isdisjoint(words.texts[hope:at]):
        return False
    is_told = words.text(hope) == "hoped" and words.text(hope - 1) in {"is", "be", "much", "still"}
    return is_told or subject_of(words, hope)[0] in _SENDERS_OR_MAY_ASK


def _is_asked_of_addressee(words: Words, at: int, head: str, ahead: set[str]) -> bool:
    """Read "Could post confirm …?", "Commands will report", "Replies will be submitted", "The Department will need replies"."""
    text, behind = words.text(at), words.text(at + 1)
    if text == "would" and (_is_glad(words, at) or _asks_yours(words, at)):
        return head in nouns.MAY_ASK
    is_hope = bool(ahead & {"hope", "expect"}) and bool(ahead & verbs.RECEIVING)
    if text == "would" and (ahead & {"like", "prefer"} or is_hope):
        return bool(ahead_of(words, at, 0, 8) & (_OWN_OR_DELIVERABLES_OR_YOUR_POSTS))
    if text in {"may", "might"} and not ahead.isdisjoint({"wish", "want"}):
        return head not in nouns.SENDERS
    if text in say.MODALS and words.texts[-1] == "?":
        asked = subject_behind(words, at + 1)
        is_office = at == 0 and words.text(words.skip(1, "the")) in _SENDERS_BUT_WE_I
        is_told_us = is_office and not ahead.isdisjoint(TO_US)
        is_told_us = is_told_us or (asked == "we" and not ahead.isdisjoint(verbs.RECEIVING))
        return head in nouns.OWN or asked in nouns.OWN or is_told_us
    if text not in {"will", "may", "can", "might", "would"}:
        return _is_wanted_of_addressee(words, at, head)
    if head in nouns.SENDERS or (head in nouns.ASKERS and text == "will"):
        return behind in {"need", "require"} and words.text(at + 2) not in {
            "to",
            "until",
            "time",
            "more",
            "some",
            "additional",
            "at",
        }
    if head in nouns.ADDRESSEES:
        return words.text(part_start(words, at)) not in nouns.SENDERS and behind not in _IDLE_OR_COUNTING
    is_handled = "be" in ahead and bool(ahead & verbs.HANDLED) and ahead.isdisjoint({"public", "known"})
    return head in nouns.DELIVERABLES and is_handled
