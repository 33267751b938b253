"""Questions that posts are to answer, said as what is to be found out: "Whether the clinic is still shut is to be ascertained"."""

import re

from tracker.extraction import doers, reaching
from tracker.extraction.verdicts import Cue, Verdict

_QUESTION = re.compile(  # in small letters
    r"(?:and |but |also |next,? |first,? |second,? |third,? |last,? |lastly,? |finally,? )?(?:whether|how (?:many|much|far|long|soon|often)|how|when|where|why|who|whom|whose|which|what) (?!is to\b|to\b)[^;:]{3,240} $"
)
_FOUND = re.compile(
    r"be (?:\w+ly |first |then |also )*(?:ascertained|established|determined|found out|learned|learnt|checked|verified|confirmed|clarified|cleared up|inquired into|looked into|reported|cabled|telegraphed|telephoned|recorded|noted|set down|told|stated|spelled out|shown|explained|described|(?:made )?(?:known|clear) (?:to us|here|in washington|to the (?:department|bureau|desk)))\b"
)
_LEARNED = re.compile(  # behind the question itself: "Whether the annex is free is a thing we need to know by April 1"
    r"(?:like to |be glad to |also |soon |therefore )*(?:know|learn|hear|have answered|see answered|be (?:told|informed|advised|notified)|have an answer)(?: (?:about|of|to)(?: it)?)?(?=$|[.,;]|,? (?:by|before|no later than|not later than|nlt|within|soon|soonest|first|at once|as soon as|in time|early|here)\b)"
)
_OPEN_QUESTION = re.compile(  # in small letters
    r"(?:and |but |also )?(?:whether|how|when|where|why|who|whom|whose|which|what) [^;:]{3,200}? (?:is|are|remains?) (?:also |still |now )?(?:(?:a |the |one |another )?(?:\w+ )?(?:thing|things|question|questions|point|points|matter|something|news)|what|precisely what|just what)(?: which| that)? (?:we|i|(?:the )?(?:department|desk|bureau)|washington)(?: also| now| still| would)? $"
)
_BE = r"is|are|was|were|has|have|had|will|would|can|could|may|might|remains?|depends?|matters|seems?"
_VERB = re.compile(
    rf"\b(?:{_BE}|\w{{2,}}(?:ed|es|ns|ts|ps|ks|ls|ds|rs|ys)|work|stand|hold|run|lie|cost)\b"
)  # of the question
_SAID_OF_IT = re.compile(rf"\b(?:{_BE})\b")
_SUBORDINATE = re.compile(
    r"[,;]|\b(?:which|that|who|if|when|as|before|after|until|unless|because|since|and|in|with)\b"
)
_TO_US = re.compile(
    r"be (?:\w+ly |made )?(?:known|told|clear|reported|cabled|stated) to (?:us|the (?:mission|embassy|post))\b"
)


def found_out(cue: Cue) -> Verdict | None:
    """question modal "be" ("ascertained" | "cabled" | "reported"), or question "is a thing we need to know"."""
    if reaching.is_told_by_others(cue):
        return cue.ask("matter", order_at=cue.subject_at)
    is_told = cue.setting.is_background or cue.setting.is_opinion or cue.setting.is_summary
    if is_told or not (cue.cast.asks_posts or _TO_US.match(cue.rest)):
        return None
    if _LEARNED.match(cue.rest) and _OPEN_QUESTION.match(cue.low[: cue.match.start()]):
        return cue.ask("thing")
    return _passive(cue) if cue.rest.startswith("be ") else None


def _passive(cue: Cue) -> Verdict | None:
    """question modal "be" participle, by nobody else: "Who signed for the crates is to be found out"."""
    subject = cue.low[cue.subject_at : cue.match.start()]
    found = _FOUND.match(cue.rest) if _QUESTION.match(subject) else None
    if found is None or _VERB.search(subject) is None:
        return None
    rest = cue.rest[found.end() :]
    behind = _SUBORDINATE.search(rest)
    if _SAID_OF_IT.search(rest[: behind.start()] if behind else rest) or doers.BY_WHOM.search(cue.rest):
        return (
            None  # "Whether the ballots are to be recorded is not known", "is to be determined by the court"
        )
    return cue.ask("done", order_at=cue.subject_at)
