"""What would help the sender or is essential to it: to have a thing, to know it, to see it done: "It would help EPA to have replies"."""

import re

from tracker.cable.hints import words_in
from tracker.extraction import asked_clauses, matters, wishes
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.doers import BY_WHOM, are_doers, is_doer
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue, Verdict

_USEFUL = r"(?:very |most |extremely |\w+ly )?(?:useful|helpful|valuable|invaluable|of (?:\w+ )?(?:use|help|interest|value))"
_FINDING = re.compile(  # in small letters: "We would also find useful a rough estimate", "would find an early sketch most useful"
    r"(?:[^,;:]{2,60}, )?(?P<who>(?:the )?[\w/' ]{1,40}?) would (?:also |therefore |still |\w+ly )*(?P<find>find) "
    rf"(?:{_USEFUL} (?P<what>(?!to\b|if\b|for\b|in\b|that\b|when\b|as\b|and\b)[^;]+)|(?P<thing>[^,;]{{3,160}}?),? {_USEFUL}(?:[.,;]|$| (?:in|to|for|as|before|by)\b))"
)
_IF_FOR = re.compile(
    r"(?:(?:us|post|(?:the )?(?:embassy|mission|department|bureau|desk)) )?(?:greatly |enormously |immensely |very much |a great deal |a lot )?(?:if,[^,]{1,80},|if|for|that|were) "
)
_TO_KNOW = re.compile(
    r"(?:(?:us|post|embassy|mission|the department|washington) )?to (?:know|learn|hear) (?:whether|which|what|how|when|if|who)\b"
)
_TO_FIND_OUT = re.compile(  # in small letters: "us to find out who", "to learn whether"
    r"(?:(?P<whom>us|post|(?:the )?[\w/]+) )?(?:also |then |greatly |much )?to (?:know|learn|hear|see|find out|discover|establish|ascertain|be told) (?:from [^,;]{2,40} )?"
    r"(?:(?:by|before) [^,;]{2,30}? )?(?:at |by |from |to |with |for |in |on )?(?:whether|which|what|how|when|if|who|whose|whom|where|why)\b"
)
_IF_WE_KNEW = re.compile(  # in small letters, behind "if": "we knew which bank holds the money"
    r"(?:we|the (?:department|bureau|desk)) (?:knew|learned|heard|were (?:told|advised)|could (?:know|learn|hear)) (?:by [^,;]{2,30} )?(?:at |by |from |to |for |in |on )?(?:whether|which|what|how|when|if|who|whose|whom|where|why)\b"
)
_IF_WE_HAD = re.compile(  # in small letters, behind "if": "we had the Legal Adviser's reading of it by May 3"
    r"(?P<who>we|(?:the )?(?:post|embassy|mission|consulate|department|bureau|desk)|[a-z]{1,5}/[a-z/]{1,12}) (?:had|could have|got|received|were (?:sent|given)) (?:by [^,;]{2,30}, )?(?P<what>[^;:]{3,160})"
)
_IN_COURT = re.compile(
    r"\b(?:in|before|into|by|to) (?:the |a |an |open )?(?:court|courts|parliament|council|congress|press|public|tribunal)\b"
)
_OF_ADVISER = re.compile(  # in small letters, of one who sits in the capital
    r"(?:the |department['’]?s )*(?:legal advis[eo]r|geographer|historian|inspector general|comptroller|desk officer|country director|chief of protocol|public printer)['’]s? "
)
_HELPS_WHOM = re.compile(  # who is helped, with a clause on him: "EPA, which meets Justice on the subject, to have"
    r"(?P<whom>(?:the )?[\w/]+(?: [\w/]+)?)(?:, (?:which|who|whose) [^;:]{3,120}?,)? to (?:have|know|receive|learn|hear|get)\b"
)
_PASSIVE = re.compile(  # what is wished done: "if statistics could be checked against the survey"
    r"(?P<what>[^,;:]{2,80}?),? (?:could|can|were|might|would) (?:also |then |first |all |both |each |again |\w+ly )*(?P<be>be )?(?P<done>[a-z]{3,})\b"
)
_REACHING = re.compile(  # what is wished to come: "if photographs, with captions, could reach the editor"
    r"(?P<what>[^,;:]{2,80}?)(?:, [^,;:]{3,50},)? (?:could|can|might|would) (?:also |then |first |all |both |\w+ly )?(?:reach|come to|get to|arrive (?:at|in|with)|be (?:with|here|in the hands of|in(?= [\w/]+['’]s hands\b))) (?P<whom>[^,;:.]{2,60}?)(?=[,;:.]| by | before | no later | not later | nlt | within )"
)
_OF_OURS = re.compile(r"(?:the )?(?:bureau|department|desk|[a-z]{1,5}/[a-z/]+)['’]s ")
_DONE = re.compile(
    r"(?:\w{2,}ed|sent|made|put|set|kept|read|cut|drawn|taken|brought|held|written|given|shown|told|left|sought|found|spelled|hand-carried)"
)
_LIKED = re.compile(  # "would like the following answered:", "would like two points cleared up"
    r"(?P<what>(?:the following|these|those|this|that|it|them|both|all|(?:the|an?|all|any|both|each|your|our|post's|two|three|four|five|several|some) (?:[\w'’-]+ ){0,4}?[\w'’-]+)(?: (?:below|above|of [\w'’-]+ [\w'’-]+|in para \d+))?)"
    r" (?P<done>[a-z]{2,})(?: (?:up|out|off|back|down|over|through|in|into|again))?(?=[:.,;]|$| (?:by|before|against|to|with|from|for|and|within|no later|nlt|as soon|soonest|in (?:full|writing|time|detail)|at (?:once|post|the)|without)\b)"
)
_WISHED_DONE = re.compile(  # in small letters: "the points in paragraph 4 made to", "the note delivered by May 3"
    r"(?:also |now |therefore )?(?:the|these|those|this|both|all|its|our) (?:[\w'’-]+ ){0,3}?(?P<head>points|arguments|note|notes|non-?paper|paper|papers|letter|message|text|matter|question|issue|demarche|aide-memoire|views|proposal|position|draft|invitation|case|subject|contents|gist|concerns|objections?)"
    r"(?: (?:in|of|from|at|below|above|attached|set out|given) [^,;:.]{1,40}?)?,? (?:also |now |first |then |\w+ly )?(?P<done>made|raised|put|taken up|brought up|brought|delivered|left|handed|conveyed|passed|presented|discussed|explored|pressed|read|given|shown|sent|returned|repeated|pursued|aired|argued|explained|stressed)\b(?! to (?:an? (?:end|close|stop|halt|head|vote)|rest|light|life|account)\b)"
    r"(?= (?:to|with|by|at|before|in|up|over|on|back|no later|not later|within|again|orally|soonest|for|after)\b|[.,;]|$)"
)
_CLEARED = (
    v.COMMUNICATED
    | v.HANDLED
    | frozenset(
        """answered checked cleared clarified confirmed corrected explained filled settled resolved looked mended returned rechecked
        sorted tested traced updated verified typed retyped scanned photographed measured counted weighed found""".split()
    )
)
_ASKED_ABOUT = frozenset(
    "following points matters issues questions ones things items aspects ambiguities doubts discrepancies errors mistakes both these those this it them".split()
)
_GIVEN_OR_PAPERS_OR_OF_POSTS = v.GIVEN | matters.PAPERS | matters.OF_POSTS
_GIVEN_OR_PAPERS = v.GIVEN | matters.PAPERS


def it_would_help(cue: Cue) -> Verdict | None:
    """It "would be appreciated" ("if" | "for") asked verb, or that a thing be had or done: "to have post's views", "if the list could be sent"."""
    match = _IF_FOR.match(cue.tail)
    place = cue.low.find(cue.tail[:20], cue.match.end()) + (match.end() if match else 0)
    if match is not None and asked_clauses.object_part(cue, place) is Part.ASKED:
        return cue.ask("that", order_at=place)
    clause = cue.low[place:] if match is not None and "if" in WORDS.findall(match.group()) else ""
    if clause and _IF_WE_KNEW.match(clause) and cue.cast.asks_posts and not cue.setting.is_opinion:
        return cue.ask("thing")
    if clause and _is_had_of_asked(cue, clause):
        return cue.ask("thing")
    if clause and (_is_done(cue, clause) or _is_to_come(cue, clause)):
        return cue.ask("that", order_at=place)
    had = asked_clauses.TO_HAVE.match(cue.rest) or _helped(cue)
    start = cue.low.find(cue.rest[:20], cue.match.end())
    is_had = had is not None and (
        asked_clauses.is_owed(cue, start + had.end() + 1) or wishes.DATED.search(cue.rest) is not None
    )
    is_known = _TO_KNOW.match(cue.rest) is not None and asked_clauses.names_asked(cue.rest, cue.cast)
    return cue.ask("thing") if is_had or is_known or _is_found_out(cue) else None


def _is_had_of_asked(cue: Cue, clause: str) -> bool:
    """Return whether the sender would be helped by having what those asked give, a paper by a day: "if we had L's reading of it"."""
    match = _IF_WE_HAD.match(clause)
    if match is None or cue.cast.part_of(match["who"]) is not Part.SENDER:
        return False
    what = match["what"]
    if asked_clauses.is_of_asked(what, cue.cast) or (cue.cast.asks_capital and _OF_ADVISER.match(what)):
        return True
    head = noun_phrase(WORDS.findall(what.partition(",")[0]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS)
    is_others = matters.is_from_others(what) or asked_clauses.is_of_others(what, cue.cast) or "'s " in what
    return is_paper and not is_others and wishes.DATED.search(what) is not None


def _is_found_out(cue: Cue) -> bool:
    """Return whether the sender would be helped by an answer that those asked can find out: "It would help us to learn who owns it"."""
    match = _TO_FIND_OUT.match(cue.tail)
    if match is None or cue.setting.is_opinion or cue.setting.is_background:
        return False
    whom = match["whom"]
    return cue.cast.asks_posts if whom is None else whom == "us" or cue.cast.part_of(whom) is Part.SENDER


def _helped(cue: Cue) -> re.Match[str] | None:
    """Return the words that say who is helped by having a thing, where he is none of others: "EPA", not "the ministry"."""
    match = _HELPS_WHOM.match(cue.tail) if cue.cast.asks_posts else None
    if match is None:
        return None
    is_others = any(nouns.is_third(w) or is_doer(w) for w in match["whom"].split())
    part = cue.cast.part_of(match["whom"])
    return match if not is_others and part in (Part.NOBODY, Part.SENDER) else None


def _is_done(cue: Cue, clause: str) -> bool:
    """Return whether a thing is wished done by nobody but those asked: "if copies could be scanned"."""
    match = _PASSIVE.match(clause) if cue.cast.asks_posts and not cue.setting.is_opinion else None
    if match is None or (match["be"] is None and not clause.startswith("were ", match.end("what") + 1)):
        return False
    words = WORDS.findall(match["what"])
    head = noun_phrase(words)[-1:]
    is_others = matters.is_from_others(match["what"]) or any(nouns.is_third(w) or are_doers(w) for w in words)
    by_whom = BY_WHOM.search(clause)
    is_theirs = by_whom is not None and cue.cast.part_of(by_whom["whom"]) is not Part.ASKED
    is_thing = cue.cast.part_of(match["what"]) in (Part.NOBODY, Part.MATTER) and bool(head)
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_OF_POSTS)
    is_ours = is_paper or "appreciated" in cue.words
    is_act = _DONE.fullmatch(match["done"]) is not None and match["done"] not in v.SEEN
    return is_thing and is_ours and is_act and not (is_others or is_theirs)


def _is_to_come(cue: Cue, clause: str) -> bool:
    """Return whether a paper is wished to reach somebody of the sender's by a day: "if prints could reach the editor by May 3"."""
    match = _REACHING.match(clause) if cue.cast.asks_posts and not cue.setting.is_opinion else None
    if match is None or matters.is_from_others(match["what"]) or "'s " in match["what"]:
        return False
    head = noun_phrase(WORDS.findall(match["what"]))[-1:]
    is_paper = bool(head) and not {head[0], f"{head[0]}s"}.isdisjoint(_GIVEN_OR_PAPERS)
    is_others = any(nouns.is_third(w) for w in match["whom"].split()) and not _OF_OURS.match(match["whom"])
    return is_paper and not is_others and wishes.DATED.search(clause) is not None


def liked_done(cue: Cue) -> Verdict | None:
    """sender "would like" thing participle: "DDTC would like the following answered:"; not "the treaty ratified"."""
    match = _LIKED.match(cue.rest) if cue.words.startswith("would like") else None
    if match is None or match["done"] not in _CLEARED or BY_WHOM.search(cue.rest, match.end()):
        return None
    words = WORDS.findall(match["what"])
    head = (noun_phrase(words) or words)[-1]
    is_ours = head in _ASKED_ABOUT or not {head, f"{head}s"}.isdisjoint(_GIVEN_OR_PAPERS_OR_OF_POSTS)
    is_others = any(nouns.is_third(w) for w in words)
    return cue.ask("thing") if is_ours and not is_others and not cue.setting.is_opinion else None


def wished_done(cue: Cue) -> Verdict | None:
    """sender ("wishes" | "wants") paper of its own participle: "The Department wishes the points below made to the ministry"; not "made law"."""
    is_wish = cue.words in ("wish", "wishes", "want", "wants", "would like") and cue.cast.asks_posts
    match = _WISHED_DONE.match(cue.tail) if is_wish and cue.part is Part.SENDER else None
    by_whom = BY_WHOM.search(cue.tail, match.end()) if match else None
    is_others = by_whom is not None and cue.cast.part_of(by_whom["whom"]) in (Part.THIRD, Part.PERSON)
    is_others = is_others or _IN_COURT.search(cue.tail) is not None
    is_open = match is not None and not (is_others or cue.setting.is_opinion or cue.setting.is_background)
    return cue.ask("thing") if is_open else None


def would_find(low: str, cast: Cast) -> Verdict | None:
    """sender "would find useful" thing of those asked, or a paper: "We would also find useful a rough estimate of the share"."""
    match = _FINDING.match(low) if "find" in words_in(low) else None
    if match is None or cast.part_of(match["who"]) is not Part.SENDER:
        return None
    what = match["what"] or match["thing"]
    head = noun_phrase(WORDS.findall(what.partition(",")[0]))[-1:]
    is_paper = bool(head) and not {head[0].strip("."), f"{head[0].strip('.')}s"}.isdisjoint(_GIVEN_OR_PAPERS)
    is_others = "'s " in what or "’s " in what or matters.is_from_others(what)
    if not (asked_clauses.is_of_asked(what, cast) or (is_paper and not is_others)):
        return None
    return Verdict(is_ask=True, cue_at=match.start("find"), order_at=match.end("find") + 1, form="thing")


_BE_SO = re.compile(
    r"\bbe (?:as |so |fully |quite |very )?(?!\w+ed\b|sent\b|made\b|given\b)\w+ (?:as possible|as we can)\b"
)


def essential(cue: Cue) -> Verdict | None:
    """It "is essential that" asked verb, or that a thing be done by a day."""
    part = asked_clauses.object_part(cue, cue.match.end())
    is_reason = cue.subject.lower().rstrip().endswith(
        (", and it", ", so it", ", and", ", so")
    ) and _BE_SO.search(cue.rest)
    is_wanted = (part is Part.MATTER and not is_reason) or (
        part is Part.NOBODY and (wishes.DATED.search(cue.rest) or matters.is_handled(cue.rest))
    )
    if part is Part.ASKED or (is_wanted and cue.words.endswith("that") and cue.cast.asks_posts):
        return cue.ask("that", order_at=cue.match.end() + 1)
    return None
