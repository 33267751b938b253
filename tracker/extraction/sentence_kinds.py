"""What kind of sentence names a day without setting one: a line of the heading, a point to speak, thanks for what is done."""

from tracker.extraction import day_verdicts as verdicts
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.day_verdicts import Verdict
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.laid_down import READERS, commanded, is_commanding
from tracker.extraction.others_bound import is_bound
from tracker.extraction.phrase import Phrase
from tracker.extraction.public_calls import opens_job_notice
from tracker.extraction.sentence_parts import (
    OUR_PAPERS,
    breaks,
    owner_is_third,
    part_start,
    subject_behind,
    subject_of,
)

POINT_WORDS = 200  # words looked at for a talking point
TAKING_BACK = frozenset(
    "supersedes cancels rescinds withdraws replaces disregard ignore heed delete strike".split()
)
TAKING_LIMIT = TAKING_BACK | frozenset(
    "cancel rescind withdraw waive drop annul withdrawn canceled cancelled rescinded waived dropped annulled revoked lifted".split()
)
STRIKING = frozenset({"delete", "strike"})
STRUCK = frozenset(
    {'"', "\u201c", "asking", "calling", "requesting", "requiring", "setting"}
)  # "the words "by May 3""
ORDERED = frozenset(
    "instruction instructions request requirement order orders tasking suspense deadline directive notice notices cable"
    " message telegram circular reftel".split()
)
MOST_TO_ASKED = 6  # words
MOST_TO_ORDER = 4  # words
MOST_TO_LIMIT = 6  # words: "the earlier reply"
LIMITS = frozenset({Marker.DUE, Marker.NAMED})
FIRM = frozenset({Marker.FIRM, Marker.LIMIT})
TOLD = frozenset("instructed directed advised notified informed told".split())
THANKS = frozenset({"thank", "thanks"})
SAYING = frozenset(
    "said says say recommended recommend recommends argued argue argues insisted insists warned noted notes told announced announces"
    " declared declares stated states claimed claims ruled rules demanded demands decreed ordered asserted stressed".split()
)
LEARNT = frozenset(
    "reports reported understands understood learns learned expects expected hears heard believes".split()
)
TELLING = frozenset("told informed assured advised reminded warned".split())
MOST_TO_WHOM = 5  # words: "told our Deputy Chief that"
WANTS = frozenset("request demand insistence order appeal wish rule proposal".split())
UNTRUE = frozenset("so true correct right".split())
INFORMING = frozenset("informs informed advises advised tells told assures assured notifies notified".split())
EXAMINERS = frozenset("auditors auditor inspectors inspector examiners reviewers panel".split())
MOST_DENIED = 8  # words: "need not send the second list by"
MOST_TO_SAYING = 8  # words: "The auditors of the regional bank recommended that"
BINDING = frozenset("must should shall to required".split())
DUTIES = BINDING - {"to"} | verbs.ORDERED
WHO = frozenset("who whose which that".split())
POINTING_BACK = frozenset("that this the these those".split())
WINDOWS = frozenset("window period span time dates interval".split())
KEEPING = frozenset("observe mind hold keep meet respect honor heed adhere".split())
ENTITLED = frozenset(
    "eligible ineligible entitled exempt excluded covered included unaffected qualified liable subject".split()
)
MOST_TO_ASK = 10  # words behind the day
OWN_WORDS = say.OWN_SPEECH - {"please"}
_OUR_PAPERS_OR_OWN = OUR_PAPERS | nouns.OWN


def by_kind(words: Words, phrase: Phrase, *, is_ask: bool) -> Verdict | None:
    """Return why no day of such a sentence binds, None of a sentence of no such kind."""
    if _is_header(words):
        return verdicts.HEADER
    if not THANKS.isdisjoint(words.texts[:2]) and _is_thanks(words, phrase):
        return verdicts.PAST
    if not TAKING_LIMIT.isdisjoint(words.texts[: phrase.start]) and _is_taken_back(words, phrase):
        return verdicts.SET_ASIDE
    if (
        words.texts[:2] == ("action", ":")
        and not verbs.ORDERS.isdisjoint(words.texts[2:5])
        and phrase.marker in FIRM
    ):
        return verdicts.YES  # "Action: BUMED verify the data NLT"
    if words.text(0) == "unless" and _is_silence(words, phrase):
        return verdicts.YES
    if _is_said_by_others(words, phrase):
        return verdicts.QUOTED
    laid_down = None if is_ask else _laid_down(words, phrase)
    beside = laid_down or _by_clause(words, phrase)
    if beside is not None:
        return beside
    is_point = not is_ask and (_is_talking_point(words) or _follows_points(words, phrase))
    return verdicts.POINTS if is_point else None


def _laid_down(words: Words, phrase: Phrase) -> Verdict | None:
    """Judge what a law, a rule or the notice of a job lays down."""
    return verdicts.THIRD if opens_job_notice(words) else commanded(words, phrase) or is_bound(words, phrase)


def _is_said_by_others(words: Words, phrase: Phrase) -> bool:
    """Say whether the words are another's: between QUOTE and UNQUOTE, or behind "that"."""
    if "unquote" in words.texts[phrase.stop :] and _is_quoted_paper(words, phrase):
        return True
    return "that" in words.texts[: phrase.start] and _is_told_by_others(words, phrase)


def _is_told_by_others(words: Words, phrase: Phrase) -> bool:
    """Read "The auditors recommended that each mission file by May 3", "The ministry's note says that replies are due"."""
    first = _sentence_start(words, phrase.start) + 1
    places = range(first, phrase.start)
    at = next((n for n in places if words.text(n) == "that" and _saying_before(words, n)), 0)
    if not at:
        return _is_news_told(words, phrase, first) or _is_request_of_others(words, phrase)
    is_ours_again = not {";", "we", "please"}.isdisjoint(words.texts[at : phrase.start])
    if at > first + MOST_TO_SAYING or is_ours_again:
        return False
    head, opening = subject_of(words, _saying_before(words, at))
    is_rule = is_commanding(words, _saying_before(words, at), head) and READERS.isdisjoint(words.texts[at:])
    return owner_is_third(head, opening) or nouns.is_third(head) or head in EXAMINERS or is_rule


def _sentence_start(words: Words, at: int) -> int:
    """Return where the sentence begins that holds a word, in a text of several."""
    ends = (n for n in breaks(words) if n < at and words.text(n) in {".", "?", "!"})
    return max(ends, default=-1) + 1


def _is_quoted_paper(words: Words, phrase: Phrase) -> bool:
    """Read "The decree reads: QUOTE Residents shall leave by May 3 UNQUOTE": another's words, unless a paper of ours is quoted."""
    quote = max((n for n in range(phrase.start) if words.text(n) == "quote"), default=-1)
    is_open = quote >= 0 and "unquote" not in words.texts[quote : phrase.start]
    return is_open and (_OUR_PAPERS_OR_OWN).isdisjoint(words.texts[:quote])


def _saying_before(words: Words, that: int) -> int:
    """Return where the verb of saying stands before "that", as in "told the Charge that"; 0 where none does."""
    if words.text(that - 1) in SAYING:
        return that - 1
    near = range(that - 2, max(0, that - MOST_TO_WHOM) - 1, -1)
    return next((n for n in near if n > 0 and words.text(n) in TELLING), 0)


def _is_request_of_others(words: Words, phrase: Phrase) -> bool:
    """Read "The customs service's request that carriers hand over manifests by May 3 has drawn protests"."""
    places = range(1, phrase.start - 1)
    at = next((n for n in places if words.text(n) in WANTS and words.text(n + 1) == "that"), 0)
    owners = words.texts[max(0, at - 3) : at]
    is_owned = any(o.endswith("'s") for o in owners) and nouns.OWN.isdisjoint(owners)
    return is_owned and any(nouns.is_third(o.removesuffix("'s")) for o in owners)


def _is_untrue(words: Words, phrase: Phrase) -> bool:
    """Read "It is not so that posts must reply by May 3", "it is untrue that"."""
    that = next((n for n in range(3, min(6, phrase.start)) if words.text(n) == "that"), 0)
    if not words.follows(0, "it", "is") or not that:
        return False
    is_not = words.text(2) == "not" and words.text(3) in UNTRUE
    return is_not or words.text(2) in {"untrue", "incorrect", "wrong"}


def _is_order(words: Words, at: int) -> bool:
    """Say whether a plain verb stands there with its object: "furnish OBO the", "send the", "report to"."""
    behind = words.text(at + 1)
    is_object = (
        behind in say.DETERMINERS
        or behind in {"to", "by", "whether", "all", "us", "names"}
        or words.raw(at + 1).isupper()
    )
    return words.text(at) in verbs.ORDERS and is_object


def _needs_not(words: Words, phrase: Phrase) -> bool:
    """Read "Posts need not reply by May 3 as earlier requested": nothing else stands between the denial and the day."""
    start = part_start(words, phrase.start)
    at = next((n for n in range(start, phrase.start - 1) if words.texts[n : n + 2] == ("need", "not")), -1)
    is_near = at >= 0 and phrase.start - at <= MOST_DENIED
    return is_near and {",", "but", "and", "later", "wait", "if", "unless"}.isdisjoint(
        words.texts[at : phrase.start]
    )


def _is_news_told(words: Words, phrase: Phrase, first: int) -> bool:
    """Read "Embassy reports that the ministry will publish by May 3", "GSO informs us that the roof should be done by"."""
    that = next((n for n in range(first, phrase.start) if words.text(n) == "that"), 0)
    is_learnt = words.text(that - 1) in LEARNT
    is_told = words.text(that - 1) == "us" and words.text(that - 2) in INFORMING
    if not that or that > first + MOST_TO_SAYING or not (is_learnt or is_told):
        return False
    if {";", "we", "please"} & set(words.texts[first:that]):
        return False
    whom = subject_behind(words, that + 1)
    is_other = nouns.is_third(whom) or (is_told and nouns.DELIVERABLES.isdisjoint(words.texts[that:][:5]))
    return (
        is_other
        and whom not in nouns.OWN
        and {";", "we", "please", "posts", "post"}.isdisjoint(words.texts[that : phrase.start])
    )


def _by_clause(words: Words, phrase: Phrase) -> Verdict | None:
    """Judge by what a clause beside the day makes of it: a window to act in, a date to keep to, a bound of a right."""
    if _needs_not(words, phrase) or _is_untrue(words, phrase):
        return verdicts.DENIED
    is_order_behind = (
        phrase.start == 0 and words.text(phrase.stop) == "," and _is_order(words, phrase.stop + 1)
    )
    if phrase.marker is Marker.WITHIN and is_order_behind:
        return verdicts.YES  # "Within five days, furnish the serial numbers"
    if phrase.marker is Marker.SPAN and _is_window(words, phrase):
        return verdicts.YES
    if phrase.marker in {Marker.ON, Marker.NAMED} and _is_to_be_kept(words, phrase):
        return verdicts.YES
    return verdicts.VALID if _is_bound_of_right(words, phrase) else None


def _is_window(words: Words, phrase: Phrase) -> bool:
    """Read "will take filings between March 1 and 26, and every entity must file within it": the span is when to act."""
    for at in range(phrase.stop, len(words.texts)):
        if words.text(at) not in {"within", "during", "in"}:
            continue
        is_it = words.text(at + 1) == "it" and words.text(at) != "in"
        if not is_it and not (words.text(at + 1) in POINTING_BACK and words.text(at + 2) in WINDOWS):
            continue
        if _is_our_duty(words, phrase.stop, at):
            return True
    return False


def _is_our_duty(words: Words, start: int, stop: int) -> bool:
    """Say whether the last duty between two places is of those asked."""
    duty = next((n for n in range(stop - 1, start, -1) if words.text(n) in DUTIES), -1)
    return duty > 0 and not nouns.is_third(subject_of(words, duty)[0])


def _is_to_be_kept(words: Words, phrase: Phrase) -> bool:
    """Read "the competition closes May 12, and posts should observe that date": what is said to be kept to binds."""
    at = next((n for n in range(phrase.stop, len(words.texts)) if words.text(n) in KEEPING), -1)
    that = words.skip(at + 1, "to")
    is_it = words.text(that) in POINTING_BACK and words.text(that + 1) in {"date", "day", "deadline", "limit"}
    is_it = is_it or (phrase.marker is Marker.NAMED and words.text(that) == "it")
    return at > 0 and is_it and _is_our_duty(words, phrase.stop, at)


def _is_bound_of_right(words: Words, phrase: Phrase) -> bool:
    """Read "personnel whose orders detach them by October 1 are not eligible": the day says to whom a rule applies."""
    said = words.texts[part_start(words, phrase.start) : phrase.start]
    verb = phrase.stop
    if WHO.isdisjoint(said):
        return False
    if words.text(verb) in {"do", "does"} and words.text(verb + 1) == "not":
        return words.text(verb + 2) == "qualify"
    is_being = words.text(verb) in {"are", "is", "remain", "remains"} or words.follows(verb, "will", "be")
    place = words.skip(verb + 1, "be", "not", "also", "now", "still", "only")
    return is_being and words.text(place) in ENTITLED


def _is_taken_back(words: Words, phrase: Phrase) -> bool:
    """Read "This cable supersedes the instruction to report by March 14": what was asked for is no longer."""
    start = part_start(words, phrase.start)
    taking = TAKING_LIMIT if phrase.marker in LIMITS else TAKING_BACK
    places = (n for n in range(start, phrase.start) if words.text(n) in taking)
    at = next((n for n in places if words.text(n) != "heed" or words.text(n - 1) == "no"), -1)
    behind = words.texts[at + 1 : phrase.start]
    is_limit = phrase.marker in LIMITS and len(behind) <= MOST_TO_LIMIT and say.VERB_LIKE.isdisjoint(behind)
    is_limit = is_limit or phrase.marker is Marker.NAMED
    is_words = words.text(at) in STRIKING and not STRUCK.isdisjoint(behind)
    return (
        at >= 0
        and (is_limit or is_words or not ORDERED.isdisjoint(behind[:MOST_TO_ORDER]))
        and "and" not in behind
        and "," not in behind
    )


def _is_silence(words: Words, phrase: Phrase) -> bool:
    """Read "Unless instructed otherwise by January 25": silence is consent."""
    said = words.texts[1 : phrase.start]
    return said in {("otherwise", verb) for verb in TOLD} | {(verb, "otherwise") for verb in TOLD}


def _is_thanks(words: Words, phrase: Phrase) -> bool:
    """Read "Thank you for getting us your names by May 3": it was done; "in advance" and "please" still ask."""
    said = words.texts[part_start(words, phrase.start) : phrase.stop + MOST_TO_ASK]
    return (
        not THANKS.isdisjoint(said[:2])
        and "for" in said[1:4]
        and "advance" not in said
        and say.OPENING_DUTIES.isdisjoint(said)
    )


def _is_header(words: Words) -> bool:
    """Say whether the words are a line of the heading: "REF:", "SUBJECT:", "E.O. 12958", "Classified by"."""
    first, second = words.text(0), words.text(1)
    return (
        (first in nouns.HEADERS and second in {":", ".", "by"})
        or first == "eo"
        or words.follows(0, "declassify", "on")
    )


def _is_guidance(words: Words) -> bool:
    """Read "(If asked)", "For use if asked:": what follows is for the press."""
    return any(
        words.text(n) == "if"
        and words.text(n + 1) in {"asked", "pressed"}
        and words.text(n + 2) in {")", ":"}
        for n in range(MOST_TO_ASKED)
    )


def _is_talking_point(words: Words) -> bool:
    """Say whether the words speak to a foreign government: "your government", a dash and "we"."""
    texts = words.texts[:POINT_WORDS]
    some = set(texts)
    if _is_guidance(words):
        return True
    if texts[0] in say.BULLETS and "please" in some and some & {"us", "our", "we"} and not some & OWN_WORDS:
        return True
    if (
        texts[0] in say.BULLETS
        and not some & say.OWN_SPEECH
        and _behind_bullet(words) not in say.BULLET_ORDERS
    ):
        return True
    return bool(some & {"your", "my", "our"}) and any(
        text in {"your", "my", "our"} and words.text(n + 1) in nouns.YOURS for n, text in enumerate(texts)
    )


def _behind_bullet(words: Words) -> str:
    return next((text for text in words.texts if text not in say.BULLETS), "")


def _follows_points(words: Words, phrase: Phrase) -> bool:
    """Read "Begin talking points:" or "Begin text:" before the phrase."""
    return any(
        words.text(n) == "begin"
        and words.text(n + 1) in {"text", "talking", "points", "paper", "non", "nonpaper"}
        for n in range(min(phrase.start, 20))
    )
