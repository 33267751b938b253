"""A short title for an ask: verb, object, to whom; at most 80 characters, cut at a word."""

import re

from tracker.cable.hints import small
from tracker.extraction import vocabulary as v
from tracker.extraction.proposals import Deadline
from tracker.extraction.verdicts import Verdict

LONGEST = 80
_SPLIT_ADVERB = re.compile(
    rf"^(?:(?:also|then|again|please|further|hereby|once|soonest|{v.ADVERB}),? )+", re.IGNORECASE
)
_TO = re.compile(r"^(?:to|that|by|for|also to|and) ", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?:(?:all|each|the|any|your|addressee|action|interested|relevant|both|american|u\.?s\.?) )*"
    r"(?:posts?|(?:am)?emb|embass(?:y|ies)|missions?|consulates?(?: general)?|addressees?|usun|usnato|useu|department|you|washington"
    r"|department of state)\b[^,]{0,40}?,? (?=(?:to |should |could |would |can |be |please |not |\w+ly )?[a-z])(?:should |could |would |can |to |please )?",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"^(?P<subject>.{2,160}?),? (?:should|must|shall|may|can|could|is to|are to|needs? to|ha(?:s|ve) to|ought to|might|will) "
    r"(?:also |then |(?P<no>not )|\w+ly )*be (?:\w+ly )?(?P<done>[a-z-]+)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DUE = re.compile(
    r"^(?P<subject>.{3,120}?),? (?:(?:is|are) )?(?:also |now )?(?:due|needed|required|requested|solicited|desired|appreciated|wanted"
    r"|would (?:also )?be (?:\w+ )?(?:appreciated|welcomed?|helpful|useful))\b",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"^(?P<subject>.{3,120}?) (?:should|must|shall|needs? to|ought to) (?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(  # in small letters
    r"[ ,;:.()\"-]+$|,? (?:and|or|to|of|in|the|a|an|for|with|by|on|at|as|that|from|any|its|their|no later than|not later than)$"
)
_BY_WHOM = re.compile(
    r" by (?:the |an? |your )?(?!(?:close|end|middle|first|date|last|week|month|noon|cob|then|return|e-?mail|cable|fax|telephone|pouch|mail|courier|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|front)\w*\b)[a-z]",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"(?:neither|none)\b", re.IGNORECASE)
_WISH = re.compile(r"^(?:wish|want) to (?:also )?", re.IGNORECASE)
_ASIDE = re.compile(r"^(?:if|where|when|as|unless|whenever)\b[^,]{0,80}, (?=to )", re.IGNORECASE)
_AND_TO = re.compile(r"(?P<before>,| and| or|, and| then) to (?P<verb>[A-Za-z-]+)")
_ARTICLE = re.compile(
    r"(?:the|an?|all|each|every|any|both|no|replies|results|copies|reports)\b", re.IGNORECASE
)
_GIVEN = re.compile(r"\b(?:assistance|help|support|cooperation|advice|guidance)\b", re.IGNORECASE)
_HOLE = re.compile(  # in small letters: what the words of a deadline leave behind where they belonged to a thing
    r"\b(?:the|an?|its|their|our|your|of|for|with|any) (?:and|or|to|by|in|for)\b|\b(?:the|an?|its|their|our|your|of|with)\W*$"
)
_LEADING = re.compile(r"^(?:the|a|an|any|all|these|those|this|that|each|every) ", re.IGNORECASE)
_IRREGULAR = {
    "sent": "send", "told": "tell", "held": "hold", "given": "give", "left": "leave", "made": "make", "sought": "seek",
    "kept": "keep", "put": "put", "met": "meet", "paid": "pay", "brought": "bring", "taken": "take", "written": "write",
    "drawn": "draw", "shown": "show", "submitted": "submit", "referred": "refer", "transmitted": "transmit",
    "notified": "notify", "identified": "identify", "conveyed": "convey", "e-mailed": "e-mail", "emailed": "email",
    "copied": "copy", "verified": "verify", "certified": "certify", "destroyed": "destroy", "relayed": "relay",
    "delayed": "delay", "tagged": "tag", "slugged": "slug", "addressed": "address", "pressed": "press", "briefed": "brief",
    "stressed": "stress", "passed": "pass", "asked": "ask", "reported": "report", "provided": "provide", "faxed": "fax",
    "approached": "approach", "contacted": "contact", "followed": "follow", "listed": "list", "tracked": "track",
    "marked": "mark", "entered": "enter", "posted": "post", "answered": "answer", "received": "receive", "used": "use",
    "channelled": "channel", "channeled": "channel", "phoned": "phone", "mailed": "mail", "filed": "file", "cleared": "clear",
    "delivered": "deliver", "presented": "present", "obtained": "obtain", "forwarded": "forward", "returned": "return",
    "directed": "direct", "informed": "inform", "attached": "attach", "conducted": "conduct", "drafted": "draft",
    "reviewed": "review", "signed": "sign", "printed": "print", "published": "publish", "distributed": "distribute",
    "monitored": "monitor", "explained": "explain", "registered": "register", "interviewed": "interview",
    "limited": "limit", "reflected": "reflect", "cabled": "cable", "routed": "route", "visited": "visit",
    "telephoned": "telephone", "consulted": "consult", "thanked": "thank", "warned": "warn", "assured": "assure",
    "encouraged": "encourage", "urged": "urge", "advised": "advise", "reminded": "remind", "invited": "invite",
    "persuaded": "persuade", "cautioned": "caution", "raised": "raise", "issued": "issue", "screened": "screen",
    "placed": "place", "shared": "share", "included": "include", "coordinated": "coordinate", "completed": "complete",
    "recorded": "record", "scheduled": "schedule", "uploaded": "upload", "nominated": "nominate", "confirmed": "confirm",
    "communicated": "communicate", "disseminated": "disseminate", "translated": "translate", "retained": "retain",
    "updated": "update", "charged": "charge", "prepared": "prepare", "arranged": "arrange", "explored": "explore",
    "underscored": "underscore", "emphasized": "emphasize", "refused": "refuse", "described": "describe", "cited": "cite",
    "inventoried": "inventory", "requested": "request", "compiled": "compile", "captioned": "caption",
    "accompanied": "accompany", "numbered": "number", "formatted": "format", "typed": "type", "counted": "count",
    "telegraphed": "telegraph", "pouched": "pouch", "sounded": "sound",
}  # fmt: skip


def title_of(text: str, verdict: Verdict, deadline: Deadline | None) -> str:
    """Return the title of an ask: its order in the plain form, without the words of the deadline."""
    words = text[verdict.order_at :].strip(" ,:;-").partition("; ")[0]
    made = _BY_FORM.get(verdict.form, _order)(words)
    if verdict.form == "order" and _NEITHER.match(text[slice(*verdict.subject)].strip()):
        made = f"not {made}"
    if deadline is not None:
        made = _without(made, deadline.quote)
    made = _AND_TO.sub(_joined, " ".join(made.split()))
    if made.lower().startswith("not "):
        made = f"Do {made[0].lower()}{made[1:]}"
    return _short(made[:1].upper() + made[1:] if made else text) or text.strip()[:LONGEST]


def _order(words: str) -> str:
    return _WISH.sub("", _SPLIT_ADVERB.sub("", _TO.sub("", _SPLIT_ADVERB.sub("", _ASIDE.sub("", words)))))


def _joined(match: re.Match[str]) -> str:
    """Return "and obtain" for "and to obtain": the orders of a title stand side by side."""
    return f"{match['before']} {match['verb']}" if match["verb"].lower() in v.ORDERS else match.group()


def _clause(words: str) -> str:
    """Return the order of a clause: "posts send names" is "Send names"; of a thing, that it be made sure of."""
    words = _TO.sub("", words)
    if _SUBJECT.match(words):
        return _order(_SUBJECT.sub("", words, count=1))
    made = _order(words)
    first = made.partition(" ")[0].lower()
    is_thing = _ARTICLE.match(made) is not None and first not in v.ORDERS
    return f"Make sure that {_small(made)}" if is_thing else made


def _thing(words: str) -> str:
    words = _TO.sub("", words)
    if _DONE.match(words):
        return _done(words)
    if words.isupper() and (words.partition(" ")[0].lower() in v.ORDERS or _SUBJECT.match(words)):
        return _clause(words)  # "REQ CONFIRM LODGING", "REQ EMB RAISE WITH PORT"
    return words if words.lower().startswith("to ") else f"Provide {words}"


def _done(words: str) -> str:
    """Return "Refer proposals to the Department" for "Proposals should be referred to the Department"."""
    match = _DONE.match(words)
    if match is None:
        return words
    verb = _IRREGULAR.get(match.group("done").lower(), match.group("done"))
    subject = _LEADING.sub("", match.group("subject").rsplit(", ", 1)[-1].strip())
    if _BY_WHOM.match(match.group("rest")) and not match.group("no"):
        return f"Have {_small(match.group('subject'))} {match.group('done')}{match.group('rest')}"
    subject = "them" if subject.lower() == "they" else _small(subject)
    return f"{'Do not ' if match.group('no') else ''}{verb} {subject}{match.group('rest')}"


def _due(words: str) -> str:
    match = _DUE.match(words)
    if match is None:
        return words
    subject = _small(_LEADING.sub("", match.group("subject")))
    return f"{'Provide' if _GIVEN.search(subject) else 'Send'} {subject}"


def _matter(words: str) -> str:
    """Return "Make sure that replies include …" for "Replies should include …"."""
    match = _MATTER.match(words)
    return f"Make sure {_small(match.group('subject'))} {match.group('rest')}" if match else words


_BY_FORM = {"order": _order, "that": _clause, "thing": _thing, "done": _done, "due": _due, "matter": _matter}


def _small(words: str) -> str:
    """Return the words with a small first letter, unless they begin with a name or an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _without(title: str, quote: str) -> str:
    place = title.lower().find(quote.lower())
    left = title if place <= 0 else title[:place].rstrip(" ,") + title[place + len(quote) :]
    return title if _HOLE.search(left.lower()) else left


def _short(title: str) -> str:
    """Return the title cut to its longest: at the first sentence end, else at a comma, else at a word."""
    title = title.rstrip(" .,;:")
    if len(title) > LONGEST:
        cut = title[: LONGEST + 1]
        comma = max(cut.rfind(", "), cut.rfind("; "), cut.rfind(" ("))
        title = cut[:comma] if comma >= 30 else cut[: cut.rfind(" ") if " " in cut else LONGEST]
    if title.count("(") > title.count(")"):
        title = title[: title.rfind("(")]
    low = small(title)
    while match := _TAIL.search(low):
        low = low[: match.start()]
    title = title[: len(low)]
    return title[:LONGEST]
