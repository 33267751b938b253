"""The words of an ask turned into an order, one function for each way of asking: "Replies are wanted" is "Send replies"."""

import re

from tracker.extraction import title_verbs
from tracker.extraction import vocabulary as v
from tracker.extraction.country_names import COUNTRIES
from tracker.extraction.demonyms import DEMONYMS

_OPENING = re.compile(
    rf"(?:(?:however|moreover|furthermore|therefore|meanwhile|thereafter|nevertheless|in addition|in the meantime|"
    rf"for (?:this|that) reason|as a result|as well|also|then|again|please|further|hereby|soonest|{v.ADVERB}),? )+",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\s*, (?:however|therefore|accordingly|finally|moreover|for its part), ", re.IGNORECASE)
_TO = re.compile(r"(?:to|that|by|for|also to|and) ", re.IGNORECASE)
_INNER = frozenset("how whether which who what that if where when whose why".split())
_IF = re.compile(r"^(?:it )?(?:if|whether) ", re.IGNORECASE)
_WISH = re.compile(r"(?:wish|want) to (?:also )?", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:, )?(?:but not|if|as(?! well)|where|when|unless|whenever|though|although|before|after|once|because|since|given)\b[^,]{0,80}, ",
    re.IGNORECASE,
)
_BY_DAY_THEY = re.compile(  # "by August 5 they should cable a summary"
    rf"{v.OPENING_DAY} (?:they|it|each|all|both|you|posts?|embass(?:y|ies)|missions?) (?:should|must|shall|(?:is|are) to) ",
    re.IGNORECASE,
)
_ONLY = re.compile(r"[A-Z][\w, ]{1,40}: ")  # "Abidjan only: arrange a call"
_ASKED_TO = re.compile(  # "EMBASSY IS INVITED TO CHOOSE", "REQUEST YOU ARRANGE"
    r"(?:[\w/' ]{2,40} (?:is|are) (?:also |again |further |hereby )?(?:asked|requested|invited|instructed|directed|urged|reminded|encouraged|expected) to"
    r"|(?:request|ask|recommend) (?:that )?(?:you|posts?|embass(?:y|ies)|mission|department)) ",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:all|each|the|any|your|two|three|four|addressee|action|interested|relevant|both|american|consular|political|economic|u\.?s\.?) )*"
    r"(?:posts?|(?:am)?emb|embass(?:y|ies)|missions?|consulates?(?: general)?|addressees?|usun|usnato|useu|department|dept|you|washington|officers?|sections?|attaches"
    r"|department of state)\b(?!['’])[^,]{0,40}?,? (?=(?:to |should |could |would |can |be |please |not |\w+ly )?[a-z])(?:should |could |would |were to |can |to |please )?",
    re.IGNORECASE,
)
_WHO_COULD = re.compile(  # "OFDA could identify", "financial attaches would call on", "the three embassies to find out"
    r"(?P<who>[^,;]{2,60}?) (?P<could>could|would|might|can|should|were to|to) (?:also |please |kindly |\w+ly )?(?=(?P<verb>[\w-]+)\b)",
    re.IGNORECASE,
)
MOST_NAMES = 6  # words before the verb: "L/LEI and Justice finish"
_BETWEEN_WHO_AND_VERB = v.PREPOSITIONS - {"of", "in", "at"} | _INNER  # more than who it is
_NOBODY = frozenset("a an whatever what any such".split())
_OFFICES = v.POSTS | v.PERSONS | v.CAPITAL | v.EVERYBODY | {"colleagues"}
_JOINING = frozenset("the and or also &".split())
_TOLD = re.compile(
    r"(?:(?:us|the department|department|washington|the bureau|[a-z]{1,5}/[a-z]+) )?(?:to |like to |be (?:glad|obliged|pleased|happy|grateful) to )?(?:learn(?:ing)?|know(?:ing)?|hear(?:ing)?|be (?:told|informed|advised|notified|apprised|kept informed))\b,? ?(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
_HAD = re.compile(
    r"(?:to )?(?:also )?(?:hav(?:e|ing)|receiv(?:e|ing)|get|be (?:very |most )?(?:glad|grateful|pleased|happy) (?:of|for|to have|to receive)|like to (?:have|receive|see|get)) ",
    re.IGNORECASE,
)
_WE_NEED = re.compile(
    r"(?:we|post|embassy|the department|department) (?:will |would |also |still |shall )*(?:need|want|require|like|welcome|appreciate) ",
    re.IGNORECASE,
)
_FROM_WHOM = re.compile(r"from [^,]{2,40}? (?:is|are) ", re.IGNORECASE)
_BE_DONE = re.compile(
    r"(?P<subject>[^,]{2,120}?)(?<! to)(?: could| would| might| can)? be (?:\w+ly )?(?P<done>[a-z-]+)(?P<rest>\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_MODAL = re.compile(
    r",? ?(?:(?:should|must|shall|may(?! \d)|can|could|ought to|needs? to|might|will)(?! (?:any|there|it|he|they|you|we|the|an?|this|that)\b)(?P<no> not)?|(?:is|are)(?P<not> not)?(?: likewise| also| now| further)? to|ha(?:s|ve)(?P<nt> not)? to|ought(?P<nor> not) to)"
    r" (?:(?:also|then|therefore|likewise|thus|always|in turn|of course|\w+ly),? )*",
    re.IGNORECASE,
)
_BY_DAY = re.compile(
    r" ?(?:by|no later|not later|nlt|before|within|until|on or before|in time) ", re.IGNORECASE
)
_DONE = re.compile(r"be (?:(?:also|then|\w+ly) )*(?P<done>[a-z-]+)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_DUE = re.compile(
    r"(?P<subject>[^;]{3,160}?),? (?:(?:is|are) )?(?:also |now |therefore |likewise )?(?:due|needed|required|requested|solicited|sought|desired|appreciated|wanted|expected|awaited|looked for"
    r"|earnestly solicited|would (?:also |greatly )?(?:help|assist)|would (?:also )?be (?:\w+ )?(?:appreciated|welcomed?|helpful|useful))\b(?! to\b)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHAT_IS = re.compile(  # "What is needed from Lima is a list"
    r"\bwhat (?:is|we|the department|department|post|embassy|washington) (?:now )?(?:needs?|needed|lacks?|wants?|wanted|requires?|required)\b[^,;]{0,60}? (?:is|are) (?!not\b)",
    re.IGNORECASE,
)
_COMES = re.compile(  # what is sent comes
    r"(?:come|reach|arrive|get (?:here|to)|be (?:with (?:us|the department)|here\b|in (?:[\w/'’]+ ){0,3}?hands?\b|in (?:the |our )?hands)|be (?:received|had))",
    re.IGNORECASE,
)
_HELP_IN = re.compile(r"\bhelp$", re.IGNORECASE)
_IN_DOING = re.compile(r" ?in (?P<doing>[a-z]+ing)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_GIVING = re.compile(
    r"(?:(?:your|its|their|(?:the )?(?:posts?|embassy|mission|department|dept)|[\w/]+['’]s?) )?(?:also |promptly )?(?P<doing>[a-z]+ing)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY_WHOM = re.compile(
    r" by (?:the |an? |your )?+(?!(?:close|end|middle|first|date|next|following|start|beginning|summer|spring|fall|winter|last|week|month|noon|cob|oob|opening|then|return|e-?mail|cable|telegram|wire|letter|hand|phone|rail|air|sea|fax|telephone|pouch|mail|message|courier|separate|reply|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|front)\w*\b)[a-z]",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:the|an?|all|each|every|any|both|no|replies|results|copies|reports)\b", re.IGNORECASE
)
_GIVEN = re.compile(r"\b(?:assistance|help|support|cooperation|advice|guidance)\b", re.IGNORECASE)
_OF = re.compile(r",? (?:of|for|in|on|with|to|from|that|which|by|at)\b", re.IGNORECASE)
_THEREFORE = re.compile(r", (?:accordingly|therefore|however|then|too|of course)$", re.IGNORECASE)
_WITH_PREPOSITION = frozenset(
    "agree act rely deal look comment reply respond insist adhere call think".split()
)
_NAMES = frozenset(COUNTRIES) | frozenset(DEMONYMS)


def order(words: str) -> str:
    """Return an order from its verb on: "if it thinks it useful, leave the note" is "leave the note"."""
    if by_day := _BY_DAY_THEY.match(words):
        words = words[by_day.end() :]
    words = _stripped(words)
    if (only := _ONLY.match(words)) and is_order(words[only.end() :]):
        words = words[only.end() :]
    if (aside := _ASIDE.match(words)) and is_order(_stripped(words[aside.end() :])):
        words = _stripped(words[aside.end() :])
    if asked := _ASKED_TO.match(words):
        words = words[asked.end() :]
    words = f"not {words[7:]}" if words.lower().startswith("not to ") else words
    return _WISH.sub("", words, count=1) if _WISH.match(words) else words


def _stripped(words: str) -> str:
    """Return the words without what joins them to a text before: "however, ", "please also ", "to "."""
    for sign in (_OPENED, _OPENING, _TO, _OPENING):
        if match := sign.match(words):
            words = words[match.end() :]
    return words


def is_order(words: str) -> bool:
    """Return whether words begin with a verb of orders, or "not" and one."""
    parts = words.lower().removeprefix("not ").split(maxsplit=1)
    return bool(parts) and parts[0].rstrip(",.;") in v.ORDERS


def clause(words: str) -> str:
    """Return the order of a clause: "posts send names" is "send names"; of a thing, that it be made sure of."""
    if words.lower().startswith("for "):
        return thing(words[4:])
    words = _IF.sub("", _stripped(words), count=1)
    if told := _behind_names(words) or _told_to(words):
        return told
    if subject := _SUBJECT.match(words):
        rest = words[subject.end() :]
        return order(_behind_names(rest) or rest)  # "Embassy Kigali sound out"
    if giving := _given(words):
        return giving
    if passive := _passive(words):
        return passive
    made = order(words)
    is_thing = _ARTICLE.match(made) is not None and not is_order(made)
    return f"Make sure that {lowered(made)}" if is_thing else made


def thing(words: str) -> str:
    """Return that a thing be provided: "have replies" is "Provide replies"; what is to be known is told."""
    words = _stripped(words)
    if (aside := _ASIDE.match(words)) or (aside := _FROM_WHOM.match(words)):
        words = words[aside.end() :]
    if known := _TOLD.match(words):
        return f"Tell us {known['what'].lstrip(' ,').removeprefix('that ')}"
    for sign in (_WE_NEED, _HAD):
        if match := sign.match(words):
            words = words[match.end() :]
    if told := _told_to(words) or _behind_names(words):
        return told
    if words.isupper() and (is_order(words) or _SUBJECT.match(words)):
        return clause(words)  # "REQ CONFIRM LODGING", "REQ EMB RAISE WITH PORT"
    return _passive(words) or _given(words) or f"Provide {words}"


def _passive(words: str) -> str:
    """Return "send a text with them" for "a text be sent with them", "" where no such clause stands."""
    passive = _BE_DONE.match(words)
    if (
        passive is None
        or not title_verbs.is_made(passive["done"].lower())
        or _holds_clause(passive["subject"])
    ):
        return ""
    return _handled(passive["subject"], passive["done"], passive["rest"], is_denied=False)


def _given(words: str) -> str:
    """Return "explain this" for "your explaining this", "" where no verb in -ing stands so: "Embassy's reporting" is a thing."""
    giving = _GIVING.match(words)
    verb = title_verbs.plain(giving["doing"]) if giving else ""
    return f"{verb}{giving['rest']}" if giving and verb in v.ORDERS - v.ALSO_NOUNS else ""


_OBJECT = re.compile(r"(?:the|an?|its|all|both|each|every|no|any|these|those|out|\d[\d,.]*) ", re.IGNORECASE)


def _told_to(words: str) -> str:
    """Return the order behind who could carry it out, "" where there is none: "OFDA could identify two experts".

    "authority to sign" is a thing: before "to" only an office or people are meant.
    """
    could = _WHO_COULD.match(words)
    who = could["who"].lower().split() if could else []
    if could is None or who[0] in _NOBODY:
        return ""
    is_sure = could["could"].lower() == "to" and (
        who[-1] in _OFFICES or could["who"].isupper() > words.isupper()
    )
    if could["verb"].lower() not in v.ORDERS and not (is_sure and could["verb"].islower()):
        return ""
    is_office = bool(_OFFICES & set(who)) or (could["who"][:1].isupper() and not words.isupper())
    if not _BETWEEN_WHO_AND_VERB.isdisjoint(set(who) - {"not"}) or (
        could["could"].lower() == "to" and not is_office
    ):
        return ""
    return f"not {words[could.end() :]}" if who[-1] == "not" else words[could.end() :]


def _behind_names(words: str) -> str:
    """Return the order behind the names of offices, "" where there is none: "L/LEI and Justice finish the draft"."""
    parts = words.split(" ")
    for place, word in enumerate(parts[:MOST_NAMES]):
        low = word.strip(",").lower()
        is_verb = low in v.ORDERS and (low not in v.ALSO_NOUNS or _OBJECT.match(" ".join(parts[place + 1 :])))
        if place and is_verb:
            return " ".join(parts[place:])
        if low in _NOBODY or low in v.PREPOSITIONS or not (word[:1].isupper() or low in _JOINING):
            break
    return ""


def _holds_clause(subject: str) -> bool:
    """Return whether a clause of its own stands in a subject: "views on how queries"."""
    return not _INNER.isdisjoint(subject.lower().split())


def statement(words: str, at: int) -> str:
    """Return what a statement asks: "Proposals should be referred to us" is "Refer proposals to us"; `at` is where its duty begins."""
    if asked := _ASKED_TO.match(words):
        return order(words[asked.end() :])
    if wanted := _WHAT_IS.search(words):
        return f"Send {words[wanted.end() :]}"
    found = [match for match in _MODAL.finditer(words) if match.start() > 0]
    modal = next((match for match in found if match.start() <= at + 2 and match.end() > at), None)
    if modal is None and _BY_DAY.match(words, max(at, 0)):
        modal = next((match for match in found if not _holds_clause(words[: match.start()])), None)
    due = _DUE.match(words)
    if due and (modal is None or due.end("subject") <= modal.start()):
        return _due(due["subject"], due["rest"])
    if modal is None or words.lower().endswith(" and", 0, modal.start()):
        return words
    subject, rest = _subject_of(words[: modal.start()]), words[modal.end() :]
    is_denied = any(modal.group(name) for name in ("no", "not", "nt", "nor")) or rest.lower().startswith(
        "not "
    )
    rest = rest[4:] if rest.lower().startswith("not ") else rest
    done = _DONE.match(rest)
    if done and title_verbs.is_made(done["done"].lower()) and not _COMES.match(rest):
        return _handled(subject, done["done"], done["rest"], is_denied=is_denied)
    if not is_denied and _COMES.match(rest):
        return f"Send {lowered(subject)}"
    return f"Make sure {lowered(subject)} {_said_of(subject, rest, is_denied=is_denied)}"


def _subject_of(words: str) -> str:
    """Return the subject without what leads to it: "In the interim, all papers" is "all papers"."""
    words = _THEREFORE.sub("", _stripped(words.strip()).rstrip(","))
    if aside := _ASIDE.match(words):
        words = words[aside.end() :]
    head, comma, last = words.rpartition(", ")
    is_led = comma and head.split()[:1] and head.split()[0].lower() in v.PREPOSITIONS and "," not in head
    words = last if is_led else words
    is_open = words.count(",") % 2 and " and " not in words.rpartition(",")[2]
    return f"{words}," if is_open else words  # "a translation, done locally, is to go along"


def _is_one(subject: str) -> bool:
    """Return whether a subject is one thing: "the survey", "each draft", not "the lists" or "name and rank"."""
    head = _OF.split(subject.split(",", maxsplit=1)[0], maxsplit=1)[0].rstrip()
    return " and " not in head.lower() and (not head.lower().endswith("s") or head.lower().endswith("ss"))


def _said_of(subject: str, rest: str, *, is_denied: bool) -> str:
    """Return a verb as it is said of one thing or of several: "a notice goes up", "replies go out"."""
    verb, blank, behind = rest.partition(" ")
    low, is_one = verb.lower().rstrip("."), _is_one(subject)
    if low == "be":
        return f"{'is' if is_one else 'are'}{' not' if is_denied else ''}{blank}{behind}"
    if is_denied or not is_one:
        return f"{'does' if is_one else 'do'} not {rest}" if is_denied else rest
    if low == "have":
        return f"has{blank}{behind}"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies{blank}{behind}"
    return f"{verb}{'es' if low.endswith(('s', 'x', 'sh', 'ch', 'o')) else 's'}{blank}{behind}"


def _handled(subject: str, done: str, rest: str, *, is_denied: bool) -> str:
    """Return "Refer proposals to the Department"; where somebody else is to do it, that it be had done."""
    if _BY_WHOM.match(rest) and not is_denied:
        return f"Have {lowered(subject)} {done}{rest}"
    verb = title_verbs.plain(done)
    if verb in _WITH_PREPOSITION:
        said = f"be {done}{rest}"
        return f"Make sure {lowered(subject)} {_said_of(subject, said, is_denied=is_denied)}"
    is_none = subject.lower().startswith("no ")
    subject = f"any {subject[3:]}" if is_none else "them" if subject.lower() == "they" else lowered(subject)
    return f"{'Do not ' if is_denied or is_none else ''}{verb} {subject}{rest}"


def _due(subject: str, rest: str) -> str:
    """Return "Send responses" for "Responses are due"; help in doing a thing is to do it with others."""
    subject = _subject_of(subject.rpartition(", and ")[2])
    doing = _IN_DOING.match(rest)
    if doing and _HELP_IN.search(subject):
        return f"Help {title_verbs.plain(doing['doing'])}{doing['rest']}"
    return f"{'Provide' if _GIVEN.search(subject) else 'Send'} {lowered(subject)}"


def lowered(words: str) -> str:
    """Return the words with a small first letter, unless they begin with a name or an abbreviation."""
    first, _, behind = words.partition(" ")
    is_article = first in ("The", "A", "An", "Any", "Each")
    is_name = (
        (first.endswith(("'s", "’s")) and first != "Post's")
        or first.lower() in _NAMES
        or (behind[:1].isupper() and behind[1:2].islower())
    )
    stays = not is_article and (is_name or not words[1:2].islower())
    return words if stays else words[:1].lower() + words[1:]
