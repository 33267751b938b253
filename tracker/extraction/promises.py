"""What Washington says that a post or one of its officers "will" do, which is an order; each docstring is its rule."""

import re

from tracker.extraction import vocabulary as v
from tracker.extraction.labels import ENTRY, day_end
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue, Verdict

_VERB = re.compile(
    rf"(?:not (?:repeat not )?)?(?:also |then |again |now |further |in addition |of course |{v.ADVERB} )*([a-z-]+)"
)
LONGEST_OWNER = 4  # words: "The Embassy in Lima will submit"
_OTHERS = ("its ", "their ", "his ", "her ")  # attaches, of whom the sentence before tells
_ARTICLES = frozenset("the each every".split())
_OFFICERS = frozenset(
    """gso rso pao dcm imo ipo isso fmo hro conoff econoff poloff refcoord laboff cao officer officers cashier custodian chief
    coordinator section unit""".split()
)
_WILL_DO = re.compile(  # in small letters: a verb and the thing that stands before those who work with it
    r"(?:then |also |first |\w+ly )*(?P<verb>[a-z-]{3,}) (?:the|each|every|all|both|any|its|a copy|one copy) (?!way\b|day\b|time\b)[a-z]"
)
_ALL_POSTS = re.compile(  # whichever of them: "Posts under ordered departure, for which the form is too long, will"
    r"(?:[A-Z]{2,3},? (?:and |AND )?){2,8}(?:posts|POSTS) $|(?:All |Those |Other |The other |ALL |THOSE |OTHER )?(?:[Pp]osts|[Mm]issions|[Ee]mbassies|[Cc]onsulates|[Aa]ddressees|POSTS|MISSIONS|EMBASSIES|CONSULATES) (?!of\b|OF\b)"
)
_SOME_OF_THEM = re.compile(r"(?:most|many|some|few|several) ", re.IGNORECASE)
_EACH_PAPER = re.compile(
    r"(?:each|every|all) (?:[\w'’-]+ ){0,3}?(?:drafts?|reports?|repl(?:y|ies)|cables?|telegrams?|messages?|chapters?|entr(?:y|ies)|papers?|submissions?|responses?|nominations?|plans?|lists?|packages?|tables?|answers?|letters?|forms?|files?|summar(?:y|ies)|pages?|envelopes?|sections?|returns?|invoices?|vouchers?)(?: (?:from|by|of|in) [^,;]{3,40})?",
    re.IGNORECASE,
)
_TAKES_FORM = re.compile(  # in small letters
    r"(?:also |then |not |always |\w+ly )*(?:(?:open|begin|start|end|close|conclude) with|carry|bear|contain|include|cover|list|give|show|state|name|identify|run to|be (?:no (?:longer|more)|limited to|at most|in (?:one|two|three|english|word)|slugged|captioned|headed|marked|numbered|signed|titled|typed)|use|follow|cite|quote|fit on|not exceed|exceed no)\b"
)
_AND_WHO = re.compile(r", (?:and|but|so) ", re.IGNORECASE)
_POLITE = re.compile(
    r"(?:please |then |also |therefore )*(?:be (?:so )?(?:good|kind)(?: enough to| as to) (?:not )?[a-z]+|(?:make do|manage|get by|get along) (?:with|without|on) |do without |go without |use the (?:old|new|present|same|enclosed|attached|revised|former|short|long) )"
)
_AND_SENDS = re.compile(  # in small letters, a second verb with its day: "and telephone the gist to the desk by noon"
    rf" and (?:then |also |will ){{0,2}}(?:{'|'.join(sorted(v.PROMISED))}) [^;]{{0,110}}?\b(?:by|before|nlt|no later than|not later than|within) (?!which\b|whom\b)"
)
_TELLS = re.compile(r"\b(?:whether|if|that|which|who|whose|when|where|how|what)\b|;")
_DEALING = frozenset("make use hold say do keep leave stay go wait set put".split()) - {"leave"}
_MEETING = frozenset(  # told of plans: "The RSO will join the team in May"
    """meet join attend accompany receive leave have find get hear take see visit greet escort need know remain continue lead
    give make enter reach assume become follow address miss represent spend""".split()
)
_ORDERS_OR_DEALING = v.ORDERS | _DEALING


_OF_OTHERS = (*_OTHERS, "missions of ", "embassies of ", "consulates of ")


def first_verb(rest: str) -> str:
    """Return the verb after a modal, adverbs passed over; "" where there is none."""
    match = _VERB.match(rest)
    return match.group(1) if match else ""


def owed(cue: Cue) -> Verdict | None:
    """asked "will" verb of delivering, as Washington orders: "Embassy will submit its plan by June 30"."""
    is_told_only = cue.subject.strip().lower().endswith("mission") and _has_no_mission(cue)
    is_plain = (
        _is_behind_and(cue)
        or _are_officers_by_a_day(cue)
        or (
            (_is_first(cue) or cue.low.endswith(("; ", ": "), 0, cue.subject_at))
            and not is_told_only
            and not cue.subject.lower().startswith(_OF_OTHERS)
            and (len(cue.subject.split()) <= LONGEST_OWNER or _ALL_POSTS.match(cue.subject) is not None)
        )
    )
    is_ordered = cue.cast.has_commands or (cue.cast.asks_posts and not cue.cast.asks_others)
    is_owed = is_ordered and (
        first_verb(cue.rest) in v.PROMISED
        or _is_told_how(cue)
        or _is_kindly_told(cue)
        or _is_to_send_by_day(cue)
    )
    is_told = (
        cue.cast.asks_posts and cue.subject.strip().lower() == "you"
    )  # a post tells a visitor his program so
    is_shared = first_verb(cue.rest) == "share" and not _is_paper_shared(cue.rest)
    is_owed = is_owed or (is_told and first_verb(cue.rest) in v.ORDERS and not is_shared)
    return cue.ask("order") if is_plain and is_owed else None


def _is_paper_shared(rest: str) -> bool:
    """Return whether what is shared is a paper: "the text with the ministry", not "a house with two teachers"."""
    head = noun_phrase(WORDS.findall(rest.partition("share ")[2]))[-1:]
    return bool(head) and head[0] in v.GIVEN


def _is_first(cue: Cue) -> bool:
    """Return whether the subject opens the sentence, or the entry of a list: "A. Commands will enter nominations"."""
    numbering = ENTRY.match(cue.low) if cue.subject_at else None
    return cue.subject_at == (numbering.end() if numbering else 0)


def _is_kindly_told(cue: Cue) -> bool:
    """Return whether an order is put politely, or says with what to do: "Embassy will be good enough to stay away", "will make do with the leaflet"."""
    is_behind_aside = (
        cue.tail.startswith(", ")
        and first_verb(cue.rest) in _ORDERS_OR_DEALING
        and first_verb(cue.rest) not in _MEETING
    )
    return is_behind_aside or _POLITE.match(cue.rest) is not None


def _is_to_send_by_day(cue: Cue) -> bool:
    """Return whether a second verb is one of delivering by a day: "RSO will walk the wall and will report by June 3"."""
    sends = _AND_SENDS.search(cue.tail) if " and " in cue.tail else None
    if sends is None or cue.setting.is_summary:
        return False
    return first_verb(cue.rest) not in v.KNOWING and _TELLS.search(cue.tail[: sends.start()]) is None


def _is_behind_and(cue: Cue) -> bool:
    """Return whether a second clause with its own subject gives a polite order: "The less said the better, and Embassy will be good enough to"."""
    return (
        len(_AND_WHO.split(cue.subject)[-1].split()) <= LONGEST_OWNER and _POLITE.match(cue.rest) is not None
    )


def _is_told_how(cue: Cue) -> bool:
    """Return whether Washington lays down what an officer of the post will do: "The GSO will sight each vehicle"."""
    words = cue.subject.lower().split()
    is_officer = len(words) > 1 and words[0] in _ARTICLES and words[-1] in _OFFICERS
    is_officer = is_officer or _are_officers_by_a_day(cue)
    match = _WILL_DO.match(cue.tail) if is_officer else None
    return match is not None and match["verb"] not in _MEETING and not cue.setting.is_summary


def _are_officers_by_a_day(cue: Cue) -> bool:
    """Return whether officers of all posts are named behind the day: "By the 10th of each month, consular officers will"."""
    words = cue.subject.lower().split()
    is_by_day = cue.low.startswith("by ") and 0 < cue.subject_at == day_end(cue.low, 0)
    return is_by_day and 1 < len(words) <= LONGEST_OWNER and words[-1] == "officers"


def _has_no_mission(cue: Cue) -> bool:
    """Return whether no mission stands under TO but posts do: "Mission will report the vote" tells of another."""
    return bool(cue.cast.names) and not any("MISSION" in d or "DEL" in d for d in cue.cast.names.values())


def is_form_of_paper(cue: Cue) -> bool:
    """Return whether Washington says how each paper of posts will look: "Each draft will open with a summary of 150 words"."""
    is_ours = cue.cast.asks_posts and not cue.cast.asks_others and not cue.setting.is_background
    return (
        is_ours
        and _EACH_PAPER.fullmatch(cue.subject.strip()) is not None
        and _TAKES_FORM.match(cue.rest) is not None
    )


def is_of_some(cue: Cue) -> bool:
    """Return whether it is only foretold what most or some of those asked "will wish to" do."""
    return cue.words.startswith("will ") and _SOME_OF_THEM.match(cue.subject) is not None
