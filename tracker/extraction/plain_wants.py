"""What the sender would not be without, what would help it by a day, and what would do in place of that."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import asked_clauses, doers, matters, needs
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.asking_cues import NUDGES
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_SENDER = r"(?:we|(?:the )?(?:department|bureau|desk|post|embassy|mission|consulate)|washington)"
_WITHOUT = re.compile(  # "Nor do we want to be without your judgment", "Post cannot do without a fund cite"
    rf"(?:(?:nor|neither) (?:do|would|should|can|could|will|shall) (?P<turned>{_SENDER}) (?:really |willingly |gladly )?"
    rf"|(?:and |but )?(?P<who>{_SENDER}) (?:do not|would not|should not|will not|cannot|can not|could not|can ill|could ill|would rather not|would be sorry to|should be sorry to) (?:really |willingly |gladly )?)"
    r"(?:(?:want|wish|like|care|afford|have) to )?(?:be (?:left )?without|go without|do without|miss|forgo|dispense with) (?P<thing>[^;:]{3,200})"
)
_LEFT_OUT = re.compile(  # "Nor should your own estimate be left out"
    r"(?:nor|neither) (?:should|must|may|shall|ought) (?P<thing>[^,;:]{3,80}?) (?:to )?be (?:\w+ly )?(?:left out|left off|omitted|forgotten|overlooked|neglected|missing|dropped)\b"
)
_OWNER = re.compile(r"^(?:the )?[\w/ ]{1,30}?['’]s? ")
_OWN = re.compile(r"^your own ")
_HELPING = re.compile(  # "A name, or a frank no, by Friday would help us greatly"
    r"(?:even |only |just )?(?P<what>(?!the\b)[^;:.]{2,120}?),? (?:by|before|no later than|not later than|nlt|within|on or before) (?P<day>[^,;:]{3,50}?),? (?:would|will) (?:also |then |\w+ly )?"
    r"(?:help|serve|suit|assist|allow|enable|let|spare|save|be (?:of (?:\w+ )?(?:help|use|service)|an? (?:\w+ )?(?:help|boon|kindness|relief|service|convenience)))(?P<whom> (?:to |for )?(?:us|our|me|post|the (?:department|bureau|desk)|washington)\b|(?: \w+ly)?[.,]?$)"
)
_SENT_SO = re.compile(  # how it comes: "a read-out sent through this channel"
    r" (?:sent|faxed|cabled|e-?mailed|mailed|telephoned|phoned|given|made|pouched|telegraphed|in (?:our|the bureau's|the department's) hands|(?:through|by|via|from|of|on|for|to) )\b.*"
)
_INSTEAD = re.compile(  # "Failing that, a plain no would serve"
    r"(?:and |but |or )?(?:(?:failing|lacking|barring|absent|without|in default of|for want of|instead of|in place of|in lieu of) (?:that|this|these|those|it|them|either|both|all (?:that|else|these)|one)"
    r"|(?:if|where|should) (?:that|this|it|they|these|those|neither|none|nothing \w+|no \w+|there (?:is|are) (?:no|none)) ?[^,;:]{2,50}), "
    r"(?P<what>(?:even )?(?:an?|one|two|the|your|post's) [^;:.]{1,90}?)(?:, (?:so that|in order that|that) [^,;:]{3,60},)? (?P<cue>would|will) (?:also |then |quite |well |have to )*(?:do|serve|suffice|be enough|be (?:something|better than nothing|welcome))\b"
)
_TO_KNOW = re.compile(  # "What we need to know is whether the pier can bear a crane"
    rf"(?:and |but |(?:above all|first|finally|also),? )?(?:what|all(?: that)?|the (?:only|one|first) thing) (?P<who>{_SENDER}|[a-z]{{1,5}}/[a-z/]{{1,12}}) (?:also |now |still |really |most |chiefly )?"
    r"(?:(?:(?:do |does )?(?:needs?|wants?|wish|wishes)|(?:would|should) (?:like|wish)) to (?:know|learn|hear|find out|be told)|must (?:know|learn|be told))"
    r"(?: from (?P<whom>[\w/' -]{2,40}?))?(?:,? (?:by|before|no later than) [^,;]{3,24})?,? is "
    r"(?P<what>(?:(?:also|only|first|just) )?(?:(?:at|by|from|to|with|for|in|on) )?(?:whether|if|who|whom|whose|which|what|how|when|where|why)\b)"
)
_MUST_HAVE = re.compile(  # "Embassy can do without a second cashier but must have the accountant by May 3"
    rf"(?:and |but )?(?P<who>{_SENDER}|[a-z]{{1,5}}/[a-z/]{{1,12}}) (?:(?P<first>(?:can|could|may|do(?:es)? not|ha(?:s|ve)|is|are|will) [^;:.]{{3,100}}?,?) but )?(?:still |also |nonetheless |(?:does|do) )*(?:must have|needs?) "
    r"(?P<thing>(?:the|an?|its|our|his|her|their|one|two|three|at least|more|all|both) [^;:.,]{3,80}?),? (?:in hand |here |on hand )?(?:by|before|no later than|not later than|nlt|on or before) (?P<day>[^;:]{3,40})"
)
_WILL_DO = re.compile(  # "A line will do from Tunis", "From Riga a line will do"
    r"(?:from (?P<front>[\w/' -]{2,40}?),? (?=(?:an?|one|two|the|just|only|even) ))?(?P<what>(?:just |only |even )?(?:an?|one|two|three|the) [^,;:.]{1,90}?) (?P<cue>will|would) (?:also |then |quite |well )?(?:do|serve|suffice|be enough)"
    r"(?: from (?P<behind>[\w/' -]{2,60}))?(?=[.,;]|$)"
)
_NUDGE = re.compile(  # "Two firms have yet to answer, and a word from the commercial officer would speed them"
    r"(?:[^;:]{3,160}, (?:and|so|but) )?(?P<what>(?:an?|one|another) (?:[\w-]+ ){0,2}?(?:call|reminder|word|visit|note|nudge|letter|hint|inquiry|approach)) (?:(?:to|with) [^,;:]{2,40}? )?(?:from|by) (?P<whom>(?:the |our |your |an? )?[\w'’/-]+(?: [\w'’/-]+){0,2}?)"
    r"(?:,? (?:to|at|before|by|on|in|within|no later than|not later than|\w+ (?:days|weeks|hours)) [^;:.]{2,100}?)?,? (?P<cue>would|will) (?:surely |no doubt |probably |also |\w+ly )?(?:help|settle|speed|hasten|hurry|move|bring|suffice|clear|do|be enough|put it right)\b(?! (?:no|not|little|nothing|the estate|all|in court)\b)"
)
_BETTER = re.compile(  # "A chapter on wages would make the report more useful", "A map would round out the study"
    r"(?P<what>[^;:.]{3,120}?) would (?:also |much |further |\w+ly )?(?:make (?P<made>[^,;:.]{3,60}?) (?:still |even |much |far |all the )?(?:more (?:useful|complete|helpful|valuable|readable|telling|persuasive|convincing|usable)|better|fuller|stronger|clearer|complete)\b"
    r"|(?:add (?:much |greatly |a good deal )?to|increase|enhance|raise) the (?:value|usefulness|interest|worth) of (?P<valued>[^,;:.]{3,60})"
    r"|(?:round out|enrich|improve|complete|strengthen) (?P<rounded>[^,;:.]{3,60}))"
)
_GIVER = re.compile(
    r"\b(?:from|by(?! (?:fax|cable|phone|e-?mail|mail|telephone|letter|pouch|telegram|bag|courier)\b)) (?P<whom>(?:(?:the|each|all|any) )?[\w/'’]+(?: (?!on\b|about\b|by\b)[\w/'’]+)?)"
)
_ANSWERS = frozenset(
    "yes no name names word line call guess ruling decision summary photocopy count copy sketch page paragraph photograph".split()
)
_PARTS = frozenset(  # of a paper
    "chapter section annex appendix table index glossary map drawing caption example photo footnote bibliography paragraph".split()
)
_WORKS = frozenset(
    "package paper study submission edition brochure handbook reporting directory survey catalog dossier".split()
)
_HAVING = frozenset({"without", "miss", "forgo", "dispense", "nor", "neither"})
_LEARNING = frozenset({"know", "learn", "hear", "told", "find"})
_HELP = frozenset(
    "help serve suit assist allow enable let spare save boon kindness relief service use convenience".split()
)
_DOING = frozenset("do serve suffice enough welcome better something".split())
_INSTEADS = frozenset(
    "failing lacking barring absent default want instead place lieu without if where should".split()
)
_BETTERING = frozenset("make add increase enhance raise round enrich improve complete strengthen".split())
_PAPERS = v.GIVEN | matters.PAPERS | _ANSWERS
_WHOLES, _PIECES = _WORKS | matters.PAPERS, _PAPERS | _PARTS
_NEEDING = frozenset({"need", "needs"})
_READY = frozenset("ready done made put sent built cut set".split())
_SENT_OUT = _PAPERS | frozenset(  # by a capital to its posts
    "accountant consultant courier technician successor fund funds funding money cite authority authorization replacement replacements part parts code codes equipment staff".split()
)
_IS_DAY = re.compile(
    rf"{needs.MONTHS_AND_DAYS}|cob|oob|noon|close|then|\w+ (?:days|weeks|hours)|(?:this|next) "
)
SIGNS = (
    NUDGES
    | frozenset(
        {"without", "miss", "forgo", "dispense", "nor", "neither", "failing", "instead", "suffice", "serve"}
    )
    | (_HELP - {"use", "service", "want"})
)


def want(low: str, cast: Cast) -> Verdict | None:
    """Return what a sentence in small letters wants, in words that only tell how the sender stands without it."""
    words = words_in(low)
    if not _HAVING.isdisjoint(words) and (found := _without(low, cast) or _left_out(low, cast)):
        return found
    if (found := _needed(low, words, cast)) is not None:
        return found
    return _useful(low, words, cast) if "would" in words or "will" in words else None


def _needed(low: str, words: frozenset[str], cast: Cast) -> Verdict | None:
    """What the sender must have, or needs to know."""
    is_need = ("have" in words and "must" in words) or not _NEEDING.isdisjoint(words)
    found = _must_have(low, cast) if is_need else None
    may_learn = found is None and not _LEARNING.isdisjoint(words) and " is " in low
    return _to_know(low, cast) if may_learn else found


def _useful(low: str, words: frozenset[str], cast: Cast) -> Verdict | None:
    """What would help the sender, would do, or would make a paper better."""
    found = _helping(low, cast) if not _HELP.isdisjoint(words) else None
    found = found or (None if NUDGES.isdisjoint(words) else _nudged(low, cast))
    if found is None and not _DOING.isdisjoint(words):
        found = _will_do(low, cast) or (_instead(low) if not _INSTEADS.isdisjoint(words) else None)
    return _bettering(low, cast) if found is None and not _BETTERING.isdisjoint(words) else found


def _to_know(low: str, cast: Cast) -> Verdict | None:
    """What the sender "needs to know is" a question; from those asked, where it says from whom."""
    match = _TO_KNOW.match(low)
    if match is None or cast.part_of(match["who"]) is not Part.SENDER:
        return None
    if match["whom"] and not cast.is_asked(match["whom"]):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=match.start("what"), form="thing")


def _must_have(low: str, cast: Cast) -> Verdict | None:
    """What the sender "must have" by a day, a paper or what only its capital sends; what it has done is its own work."""
    match = _MUST_HAVE.match(low)
    if match is None or not (match["first"] or cast.asks_capital) or not _IS_DAY.match(match["day"]):
        return None
    last = match["thing"].rpartition(" ")[2]
    head = noun_phrase(WORDS.findall(match["thing"]))[-1:]
    is_sent = bool(head) and (
        not {head[0], f"{head[0]}s"}.isdisjoint(_SENT_OUT) or (cast.asks_capital and doers.is_doer(head[0]))
    )
    is_done = last.endswith("ed") or last in _READY
    if is_done or not is_sent or cast.part_of(match["who"]) is not Part.SENDER:
        return None
    is_others = matters.is_from_others(match["thing"]) or _is_from_others(match["thing"], cast)
    if is_others or asked_clauses.is_others_own(match["thing"], cast):
        return None
    return Verdict(is_ask=True, cue_at=match.start("thing"), order_at=match.start("thing"), form="thing")


def _will_do(low: str, cast: Cast) -> Verdict | None:
    """A short paper that "will do" from those asked."""
    match = _WILL_DO.match(low)
    if match is None or not _is_paper(match["what"]):
        return None
    inner = _GIVER.search(match["what"])
    whom = match["front"] or match["behind"] or (inner["whom"] if inner else "")
    if not whom or not cast.is_asked(whom):
        return None
    return Verdict(is_ask=True, cue_at=match.start("cue"), order_at=0, form="due", subject=match.span("what"))


def _bettering(low: str, cast: Cast) -> Verdict | None:
    """A paper, or a part of one, that "would make" a paper of theirs or nobody's "more useful"."""
    match = _BETTER.match(low) if cast.asks_posts else None
    if match is None:
        return None
    whole = match["made"] or match["valued"] or match["rounded"]
    is_open = "'s " not in whole or asked_clauses.is_of_asked(whole, cast)
    head = noun_phrase(WORDS.findall(_OWNER.sub("", whole)))[-1:]
    is_work = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_WHOLES)
    if not (is_open and is_work and _is_paper(match["what"], _PIECES)):
        return None
    return Verdict(
        is_ask=True, cue_at=match.end("what") + 1, order_at=0, form="due", subject=match.span("what")
    )


def _without(low: str, cast: Cast) -> Verdict | None:
    """sender would not be "without" what those asked give."""
    match = _WITHOUT.match(low)
    if match is None or cast.part_of(match["turned"] or match["who"]) is not Part.SENDER:
        return None
    place, thing = match.start("thing"), _OWN.sub("your ", match["thing"])
    first = {word.strip(".,") for word in _OWNER.sub("", thing).split()[:3]}
    owned = asked_clauses.is_of_asked(thing, cast) and not first.isdisjoint(_PAPERS)
    is_theirs = owned or asked_clauses.owned(thing, cast) or needs.is_for_capital(thing, cast)
    is_theirs = is_theirs or asked_clauses.is_of_office(thing, cast) or (cast.asks_posts and _is_paper(thing))
    return Verdict(is_ask=True, cue_at=0, order_at=place, form="thing") if is_theirs else None


def _left_out(low: str, cast: Cast) -> Verdict | None:
    """A paper of theirs that is not to be left out: "nor should" paper "be left out"."""
    match = _LEFT_OUT.match(low) if cast.asks_posts else None
    if match is None or not _is_paper(_OWN.sub("your ", match["thing"])):
        return None
    return Verdict(is_ask=True, cue_at=0, order_at=0, form="matter", subject=match.span("thing"))


def _helping(low: str, cast: Cast) -> Verdict | None:
    """An answer or a paper, by a day, "would help us"."""
    match = _HELPING.match(low)
    if match is None or not _is_paper(match["what"]) or _is_from_others(match["what"], cast):
        return None
    is_open = match["whom"].lstrip().startswith(("us", "our", "me", "to us", "for us"))
    is_open = is_open or cast.part_of(match["whom"].strip(" .,").removeprefix("to ")) is Part.SENDER
    if not (is_open or cast.asks_posts):
        return None
    return Verdict(is_ask=True, cue_at=match.end("what"), order_at=0, form="due", subject=match.span("what"))


def _instead(low: str) -> Verdict | None:
    """A lesser paper that would do: "failing that", paper "would do"."""
    match = _INSTEAD.match(low)
    if match is None or not _is_paper(match["what"]) or " vote" in match["what"]:
        return None
    return Verdict(is_ask=True, cue_at=match.start("cue"), order_at=0, form="due", subject=match.span("what"))


def _nudged(low: str, cast: Cast) -> Verdict | None:
    """A call or a word "from" one of those asked "would help", where posts are asked: "and a call from the consul would settle it"."""
    match = _NUDGE.match(low) if cast.asks_posts and not cast.asks_others else None
    if match is None:
        return None
    whom = match["whom"]
    is_ours = cast.part_of(whom) is Part.ASKED or whom.split()[-1] in nouns.OFFICERS
    is_others = any(nouns.is_third(word.removesuffix("'s")) for word in whom.split())
    is_alone = (
        match.end() >= len(low.rstrip(" .")) and ", and " not in low
    )  # "A letter from the consul would help"
    is_others = is_others or is_alone
    return (
        Verdict(is_ask=True, cue_at=match.start("cue"), order_at=0, form="due", subject=match.span("what"))
        if is_ours and not is_others
        else None
    )


def _is_from_others(thing: str, cast: Cast) -> bool:
    """Return whether somebody gives a thing who is none of those asked: "an answer from the ministry"."""
    giver = _GIVER.search(thing)
    return giver is not None and not cast.is_asked(giver["whom"])


def _is_paper(thing: str, heads: frozenset[str] = _PAPERS) -> bool:
    """Return whether words name an answer or a paper, one of `heads`, that is nobody else's: "a name, or a frank no"."""
    if matters.is_from_others(thing) or ("'s " in thing and not thing.startswith(("post's ", "embassy's "))):
        return False
    first = _SENT_SO.sub("", thing.partition(",")[0].removeprefix("even "))
    head = noun_phrase(WORDS.findall(first.partition(" or ")[0]))[-1:]
    word = head[0].strip(".,") if head else ""
    return bool(word) and not {word, f"{word}s"}.isdisjoint(heads)
