"""What is said of a sentence: whether it asks, by which words, and if not, why not."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part

_ASIDE = re.compile(
    r"^,? ?(?:at|if|as|where|when|in|with|to the|after|before|upon|drawing|by)\b[^,]{1,80}, |^, [^,]{0,60}, "
)

_FIRST_MARK = re.compile(r"^:? ?\((?:a|1|i)\) ")  # "Posts should: (a) count the stock; (b) …"
_IF_ASIDE = re.compile(r"^if, [^,]{0,80}, ")  # "if, before the team leaves, post would"
_THEREFORE = re.compile(  # "must therefore be uploaded"
    r"(?:therefore|accordingly|thereafter|henceforth|hereafter|instead|likewise|nevertheless|nonetheless|meanwhile|consequently|thus|hence),? "
)
_SURELY = re.compile(
    r"(?:not (?:fail|omit|neglect|forget)|be (?:sure|certain|careful)) to (?!not\b)"
)  # "should not fail to cover"
_ACTION_TITLE = re.compile(
    r"\b(?:action|request|deadline|report|task|instruct|guidance|next steps|objective|required|reply|response|respond|follow-?up|what (?:we|the department|washington|posts?|embass(?:y|ies)|missions?) (?:asks?|needs?|wants?)|what is (?:wanted|needed|asked|expected))",
    re.IGNORECASE,
)
_OPINION_TITLE = re.compile(r"\bcomment|\banalysis|\bassessment|\brecommend|\bview", re.IGNORECASE)
_WITH_REQUEST = re.compile(  # "Recommendation and request": what is asked stands there too
    r"\b(?:comments?|analysis|assessments?|recommendations?|views?)(?:,| and| &) (?:\w+ ){0,2}?(?:requests?|action|instructions?|guidance)\b"
    r"|\b(?:requests?|action|instructions?|guidance)(?: requested| request)?(?:,| and| &) (?:\w+ ){0,2}?(?:comments?|analysis|assessments?|recommendations?|views?)\b",
    re.IGNORECASE,
)
_BACKGROUND_TITLE = re.compile(r"\b(?:background|history|context)\b(?! and )", re.IGNORECASE)
_AGENDA_ITEM = re.compile(  # "Agenda item 4 (Chair's report):" announces no orders
    r"\b(?:agenda )?items? \d{1,2}(?:\.\d|[a-z])?\b[^:]{0,80}:?", re.IGNORECASE
)
_SUMMARY_TITLE = re.compile(r"(?:begin )?summary\b(?! and )", re.IGNORECASE)
_WORD = re.compile(r"[a-z'-]+")
_MODALS = frozenset("to should could would can may must be please not".split())
_SEEING = frozenset({"see", "find", "go"})  # verbs that a clause goes on with, too common to open an order
_ENDING_SUBJECTS = _MODALS | _SEEING
LONGEST_SUBJECT = 120  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a sentence stands: under which kind of heading, in a list of orders or not."""

    is_action: bool = False  # under a heading that announces orders
    is_listed: bool = False  # an entry of a list of orders
    is_led: bool = False  # an entry under "Embassies should:"
    is_opinion: bool = False  # under COMMENT
    is_background: bool = False  # under BACKGROUND, which tells how things came about
    is_summary: bool = False  # under SUMMARY, which the paragraphs below take up
    going_on: frozenset[str] = frozenset()  # pronouns that stand for those asked just before


@lru_cache(maxsize=1024)
def setting_under(
    heading: str | None, label: str | None, pronouns: frozenset[str], *, is_listed: bool
) -> Setting:
    """Return where a sentence stands, by the title and the label over it."""
    title = f"{heading or ''} {label or ''}"
    title = _AGENDA_ITEM.sub(" ", title) if "tem " in title or "TEM " in title else title
    return Setting(
        is_background=bool(_BACKGROUND_TITLE.search(title)),
        is_action=bool(_ACTION_TITLE.search(title)),
        is_opinion=_OPINION_TITLE.search(title) is not None and _WITH_REQUEST.search(title) is None,
        is_summary=bool(_SUMMARY_TITLE.match(title)),
        is_listed=is_listed,
        going_on=pronouns,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A sentence judged. Places count characters of the sentence; -1 where there is none.

    `order_at` is where the words of the order begin; `form` says how it is asked: "order" (a verb in its
    plain form follows), "done" (a participle follows, the subject is what is to be handled), "that"
    (a clause follows), "thing" (what is wanted follows) or "due" (the subject is wanted).
    """

    is_ask: bool
    reason: str = ""
    is_optional: bool = False
    cue_at: int = -1
    order_at: int = -1
    form: str = ""
    subject: tuple[int, int] = (0, 0)
    end: int | None = None  # where the clause that asks ends, None: with the sentence


class Cue(NamedTuple):
    """An asking verb met, with all that its rule may look at."""

    low: str
    match: re.Match[str]
    subject: str
    subject_at: int
    part: Part
    setting: Setting
    cast: Cast

    @property
    def words(self) -> str:
        """The cue as it stands."""
        return self.match.group()

    @property
    def rest(self) -> str:
        """What follows the cue, without an aside between commas and a word that only joins."""
        return _rest_of(self.low, self.match.end(), self.match.lastgroup)

    @property
    def tail(self) -> str:
        """All that follows the cue."""
        return self.low[self.match.end() :].lstrip()

    def ask(self, form: str, *, is_optional: bool = False, order_at: int | None = None) -> Verdict:
        """Return that this cue asks."""
        start = self.match.end() if order_at is None else order_at
        return Verdict(
            is_ask=True,
            is_optional=is_optional,
            cue_at=self.match.start(),
            order_at=start,
            form=form,
            subject=(start, _subject_end(self.low, start))
            if form == "that"
            else (self.subject_at, self.match.start()),
        )


@lru_cache(maxsize=64)
def _rest_of(low: str, start: int, kind: str | None) -> str:
    """Return what follows a cue of a kind; kept, as rule after rule asks for it."""
    tail = low[start:].lstrip()
    if tail.startswith("if, "):
        return _IF_ASIDE.sub("if ", tail, count=1)
    is_wished = kind in ("wants", "wish") and tail.startswith("if ")  # "grateful if Oslo would send one, by"
    rest = tail if is_wished else _ASIDE.sub("", tail, count=1)
    if rest.startswith((":", "(")) and kind in ("modal", "told"):
        rest = _FIRST_MARK.sub("", rest)
    if rest.startswith(("not ", "be ")):
        rest = _SURELY.sub("", rest, count=1)
    joined = _THEREFORE.match(rest)
    return rest[joined.end() :] if joined else rest


def _subject_end(low: str, start: int) -> int:
    """Return where the subject of a clause ends: before its verb."""
    for word in _WORD.finditer(low, start, start + LONGEST_SUBJECT):
        if word.group() in _ENDING_SUBJECTS or (word.group() in v.ORDERS and word.group() != "post"):
            return word.start()
    return min(len(low), start + LONGEST_SUBJECT)


def refused(reason: str) -> Verdict:
    """Return that the sentence is not taken, and why."""
    return Verdict(is_ask=False, reason=reason)
