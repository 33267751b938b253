"""What the sender must have, should be glad of or must be told, said as a duty of its own: owed by those asked."""

import re

from tracker.extraction import asked_clauses, asked_things, matters, needs, speakers
from tracker.extraction.cast import Part
from tracker.extraction.doers import BY_WHOM, doer_of
from tracker.extraction.verdicts import Cue, Verdict

_HAVING = re.compile(r"(?:also |therefore |now )?(?:have|receive|get|hear from) ")
_POSTS_OWN = (["post"], ["embassy"], ["mission"], ["consulate"], ["we"], ["usun"], ["usnato"])
_HAVE_BY_DAY = re.compile(  # in small letters
    rf"(?:also |therefore |now )?(?:have|receive) (?P<what>(?!\w{{3,}}ed (?:its|the|our|all|an?|this|these|them|it|both|each|those) )[^.;]{{3,120}}?),? {needs.BY_DAY}"
)
_TO_LEARN = re.compile(
    r"(?:know|learn|hear|be (?:told|advised|informed|notified)),? (?:from (?:you|(?:each|all|every|any|both)(?: [a-z]+){0,2}),? )?(?:is )?(?:soonest |soon |urgently |now |(?:by|before|no later than|not later than|nlt|within) [^,;]{2,40}?,? )?(?:for |by |at |to |from |with |in |on |under )?(?:whether|if|which|what|how|when|who|whose|whom|why|where)\b"
)
_TO_BE_GIVEN = re.compile(  # in small letters, what only an answer tells: "know the name of the owner"
    r"know (?:the|its|their|his|her) (?:(?:exact|full|present|new|final|total|correct) )?(?:names?|numbers?|dates?|addresse?s?|amounts?|costs?|prices?|sizes?|heights?|depths?|lengths?|widths?|weights?|ages?|capacity|strength|terms|totals?|whereabouts|results?|reasons?|titles?|ranks?) (?:of|for|by|before)\b"
)
_WHAT_TO_DO = re.compile(  # in small letters, what an instruction tells: "know whether to call for a vote"
    r"(?:know|learn|hear|be (?:told|advised|informed)),? (?:[\w ]{2,30} )?(?:whether|how|which|what|when|where|whom?) (?:or not )?(?:[\w-]+ )?to [a-z]"
)
_IF_SO = re.compile(  # in small letters, the case hangs on an answer: "If the answer is no, we need to know who will pay"
    r"(?:and |but )?(?:if|should|unless|before|until|in (?:either|any|that|this|the) (?:case|event))\b[^;:]{0,120}?,? (?:we|post|usun|(?:the )?(?:embassy|mission|consulate))\b"
)
_KNOW_BY = re.compile(
    r"(?:know|learn|hear|be (?:told|informed|advised)),? (?:by|before|no later than|not later than|nlt) "
)
_OF_BODY = re.compile(rf"\b{matters.TO_OTHERS.pattern}")
_SHOULD_LIKE = re.compile(
    r"(?:also |very much |greatly |therefore |only )*(?:ask that (?:the|an?|mr|dr|ms|mrs|all|each|your|you|posts?|no|[\w.]+ [a-z]+)\b|like (?:you|(?:all |both |each |the |two |three |four )*(?:posts?|embass(?:y|ies)|missions?|consulates?|addressees)(?: [a-z]+){0,2}) to\b|like to (?:have(?! (?:had|been)\b)|receive|see|know|hear|learn)|be (?:most |very )?(?:glad|grateful|pleased|happy|delighted|relieved|obliged) (?:for|of|to (?:have(?! (?:had|been)\b)|receive|know|hear|learn|be (?:told|informed|advised|notified|sent|given|kept)))|welcome (?:an?|the|your|posts?|embass|mission|department|dept|washington|any|its|early)|appreciate (?:an?|the|your|posts?|embass|mission|department|dept|washington|any|its|early|learning|hearing|receiving|having))"
)
_LIKE = re.compile(r"(?:also |very much |greatly |therefore )*like ")
_LIKE_TO_SEE = re.compile(r"(?:also |very much |greatly |therefore )*like to (?:have|receive|see) ")
_OUR_ACT_DONE = re.compile(  # "should like to have the call made before"
    rf"(?:the|an?|this|these|all|both|such|your|its|their) (?:[\w'’-]+ )?(?:{'|'.join(sorted(asked_things.ACTS))})s? (?:made|done|held|delivered|completed|finished|carried out|concluded|over|begun|paid)\b"
    rf"|the (?:first|second|third|next|last|rest|other|others|final)(?: (?:two|three|one|ones|half|part))? (?:by|before|no later than|not later than|nlt|within|soonest)\b"
)
_IT_IN_TIME = re.compile(  # "like to have it a week before the opening"
    r"(?:it|them|one|both|these|those|this|(?:an?|the) [\w-]+ ones?|(?:one|two|three|some|both|all) of (?:it|them|these|those)) (?:back |here |in hand )?"
    r"(?:by|before|no later than|not later than|nlt|within|in time for|ahead of|(?:an?|one|two|three|ten) (?:day|week|month)s? before|soon|soonest|early|first)\b"
)
_SEEN_DONE = re.compile(r"[^,;:]{3,80}? (?:\w{3,}ed|made|put|sent|brought|built|sold|paid) (?:by|before)\b")
_TO_US_BY = re.compile(
    r"\b(?:give|send|tell|let|lend|get|cable|inform|advise|furnish|show|answer) us\b[^;]{0,120}?\b(?:by|before|within|no later than|not later than|nlt)\b"
)
_SHOULD_IF = re.compile(
    r"(?:also |therefore )?be (?:most |very |\w+ly )?(?:glad|grateful|obliged) if (?P<whom>(?:the )?[\w/]+(?: \w+)??) (?:could|would)\b"
)
_OBLIGED = re.compile(
    r"(?:also |therefore |likewise )?be (?:most |very |much |\w+ly )?(?:grateful|thankful|obliged|indebted) (?=to )"
)
_TOLD = re.compile(
    r"(?:then |also |always |first |at once |\w+ly )*be (?:\w+ly |first |also )*(?:told|informed|advised|notified|alerted|warned|consulted|asked first|kept (?:fully )?(?:informed|advised|posted|abreast|in the picture)|copied|shown)\b"
)
_BY_RIGHT = re.compile(
    r"\bunder (?:the|its|this|article|section|our)\b|\bby (?:the )?[\w ]{2,30}(?:s|t|y|n)$"
)


def in_hand(cue: Cue) -> Verdict | None:
    """sender ("must" | "needs to") ("have" | "receive") what those asked owe: "Department must have the list by Friday".

    Milder: sender "should like to have" it, "should be grateful for" it.
    """
    if matters.is_seen_to(cue.tail):
        return None
    if cue.words == "should" and _LIKE.match(cue.rest) and (place := asked_clauses.whom_to_act(cue)):
        return cue.ask("that", order_at=place)
    if cue.words == "should" and (is_ours := _is_liked(cue)) is not None:
        return cue.ask("thing") if is_ours else None
    if _is_kept_told(cue):
        return cue.ask("done", order_at=cue.subject_at)
    match = _HAVING.match(cue.rest)
    if cue.words.startswith(("need", "must", "ha")) and _is_to_learn(cue):
        return cue.ask("thing")
    if match is None or not cue.words.startswith(("must", "need", "ha")):
        return None
    place = cue.low.find(match.group(), cue.match.end()) + match.end()
    is_from_asked = match.group().endswith("from ") and asked_clauses.object_part(cue, place) is Part.ASKED
    is_ask = not _OF_BODY.search(cue.rest) and (is_from_asked or asked_clauses.is_owed(cue, place))
    return cue.ask("thing") if is_ask else had_by_day(cue)


def had_by_day(cue: Cue) -> Verdict | None:
    """sender ("must" | "needs to") "have" thing "by" day, from no other: "Department must have claims for fuel by May 5"."""
    is_need = cue.part is Part.SENDER and cue.words.startswith(("must", "need", "ha"))
    is_post = cue.cast.asks_capital and not cue.setting.is_background
    is_post = is_post and cue.subject.lower().split()[-1:] in _POSTS_OWN
    is_need = is_need and (cue.cast.asks_posts or is_post)
    match = _HAVE_BY_DAY.match(cue.rest) if is_need else None
    is_own = match is None or needs.OF_OUR_OWN.search(match["what"]) or matters.is_from_others(match["what"])
    return None if is_own else cue.ask("thing")


def _is_liked(cue: Cue) -> bool | None:
    """Return whether what the sender should like, or should be grateful for, is owed by those asked; None for any other duty."""
    milder = _SHOULD_LIKE.match(cue.rest)
    seen = _LIKE_TO_SEE.match(cue.rest) if milder is not None else None
    if seen is not None and not _is_to_be_had(cue, seen):
        return False  # "We should like to see the treaty ratified"
    could, thanked = _SHOULD_IF.match(cue.rest), _OBLIGED.match(cue.rest)
    is_asked = could is not None and cue.cast.part_of(could["whom"].upper()) is Part.ASKED
    if thanked is not None:
        giver = asked_clauses.to_whom("obliged", cue.rest[thanked.end() :], cue.cast)
        is_asked = is_asked or giver is Part.ASKED
    return True if milder is not None or is_asked else None


def _is_to_be_had(cue: Cue, seen: re.Match[str]) -> bool:
    """Return whether what the sender likes to have or see is owed, or is to be had in time: "it a week before the opening"."""
    at = cue.low.find(seen.group(), cue.match.end()) + seen.end()
    rest = cue.low[at:]
    if asked_clauses.is_of_asked(rest, cue.cast) or _IT_IN_TIME.match(rest) or _OUR_ACT_DONE.match(rest):
        return True
    is_hope = seen.group().endswith("see ") and _SEEN_DONE.match(rest) is not None
    return not is_hope and asked_clauses.is_owed(cue, at)


def goes_on_liking(cue: Cue) -> bool:
    """Return whether a second verb says what the sender should like: "We leave it to the Ambassador, but should like to have"."""
    if cue.words == "need to" and cue.subject.strip().lower() in ("", "also"):
        return True  # telegrams leave the sender out: "NEED TO KNOW WHETHER HALL IS FREE"
    is_second = cue.words == "should" and cue.subject.rstrip().lower().endswith((" and", " but"))
    return is_second and _SHOULD_LIKE.match(cue.rest) is not None and speakers.goes_on(cue)


def _is_kept_told(cue: Cue) -> bool:
    """Return whether the sender is to learn something, from nobody else: "CA/EX is to be told within three days"."""
    match = _TOLD.match(cue.rest) if cue.cast.asks_posts and not cue.cast.asks_others else None
    is_told = match is not None and not _BY_RIGHT.search(cue.rest) and not cue.setting.is_summary
    return is_told and doer_of(cue) in (Part.ASKED, Part.NOBODY) and not BY_WHOM.search(cue.subject.lower())


def _is_to_learn(cue: Cue) -> bool:
    """Return whether what the sender needs to know can only come from those asked: "whether the Bureau will pay", "how to vote"."""
    if cue.setting.is_summary or cue.setting.is_opinion:
        return False
    if cue.cast.asks_posts and _TO_BE_GIVEN.match(cue.rest):
        return True
    is_told = cue.cast.asks_posts or asked_clauses.names_asked(cue.rest, cue.cast)
    is_told = is_told or _WHAT_TO_DO.match(cue.rest) is not None
    is_told = is_told or (cue.cast.asks_capital and _IF_SO.match(cue.low.lstrip()) is not None)
    return is_told and (_TO_LEARN.match(cue.rest) or _KNOW_BY.match(cue.rest)) is not None


def is_for_us(cue: Cue, found: Verdict) -> bool:
    """Return whether a post asks something for itself, in a comment too: "should look at it and give us a yes by May 3"."""
    is_wish = cue.part is Part.SENDER and cue.words == "should" and found.form == "thing"
    return is_wish or (cue.part is Part.ASKED and _TO_US_BY.search(cue.rest) is not None)
