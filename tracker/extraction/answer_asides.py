"""What in a reply speaks of something else: comments, background, the press, other matters, history, conditions, new wishes."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from tracker.cable.hints import small
from tracker.cable.parts import Sentence

_KINDS = (
    r"(?:comments?|notes?|background|bio(?:graphic)?s?|personalit\w+|press|media|local (?:press|coverage|media|color)|coverage"
    r"|public (?:mood|reaction|opinion)|atmospherics|setting|history|outlook|next steps?|recommendations?|action requests?|context"
    r"|embassy (?:comment|views?)|post (?:comment|views?)|other matters|parliament|political setting|scene ?setter)"
)
_OPENING = re.compile(
    rf"\(?(?:begin )?{_KINDS}(?: and [\w ]+| (?:details|notes?|data|on \w+|for [\w' ]+))?\s?(?:[:.]|--|$)"
    r"|(?:also )?for (?:the )?(?:[\w'.]+ ){0,4}(?:background|information|info|reference)\b"
    r"|(?:also )?(?:by way of|as) background\b|on (?:an)?other (?:matters?|subjects?|topics?)\b|(?:we|i) (?:would )?also (?:draw|call) attention"
    r"|in (?:an )?unrelated\b|turning to other"
)
_ENDING = re.compile(r"\bend (?:of )?(?:\w+ )?(?:comment|note|bio\w*)\b|\bcomment ends\b")
_ASIDE_HEADING = re.compile(
    r"(?:embassy |post |mission )?(?:comment|background|bio|note|press|media|biographic|history|personalities|recommendation|other matters)"
)
_ENDS_ITSELF = re.compile(r"\bend comment\b|\bcomment ends\b")

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_AT = re.compile(
    r"\b(?:(?P<by>by|until|before|in|on|since|from|to|of|for|after|last|next|this|early|late|mid)[ -])?(?P<day>\d{1,2} )?"
    rf"(?P<month>{'|'.join(_MONTHS)})\b(?P<after> \d{{1,2}}\b)?(?P<year>,? (?:of )?(?:19|20)\d\d)?"
)
_YEAR = re.compile(r"(?<![\w$./-])(?:19|20)\d\d\b(?![-/]\d)")
_NO_YEAR = re.compile(
    r"(?:no\.?|note|dated|fy|fiscal year|unscr|resolution|circular|treaty of|license|law|decree|act|para|about|some|for|the) ?$"
)
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|month|fall|spring|summer|winter|autumn|november|december|october|session|time|round)|years? ago|months? ago"
    r"|in the past|in earlier years|previous years?|former occasion|predecessor|previous (?:ambassador|government|minister|attorney|team)"
    r"|at the last|in (?:a|the) similar|in that case|in another case|on an earlier occasion|earlier (?:this year|approach|demarche)"
    r"|once refused|(?:had|has|have) twice|twice (?:before|already|in the past|refused|declined|\w+ed (?:a|our))|a year earlier|(?:had|have|has) (?:long|once|previously|earlier|in the past|traditionally|always|never)\b"
    r"|(?:in )?that year|for the \w+ (?:year|time)(?= running|[.,]|$)|in the last (?:parliament|government|session|congress|round)|when (?:it|he|she) was (?:in|a|at)|during the (?:war|cold war)|historically|traditionally|for years)\b"
)
_BESIDE = re.compile(r", (?:as (?:it|he|she|they|we|was|in|was done)|who|whose|whom|which|where)\b[^;]*$")
_AHEAD = re.compile(
    r"\b(?:is|are) (?:prepared|ready|willing|planning|due|expected|able)\b|\b(?:plans?|intends?|hopes?) to\b"
)
_SEASON = re.compile(r"\b(?:in|during|since) the (?:spring|summer|fall|autumn|winter)\b")
_CONDITION = re.compile(
    r"^(?:and |but )?(?:if|should (?!have)|were|unless|had (?!the honor)|in case|in the event|assuming|even if)\b"
    r"|\bwould have (?:liked|preferred|been|wanted|wished)\b|\bif (?:department|washington|we|asked|left|it)\b|, were [\w ]{2,40} to \w+|\bif [\w' ]{2,40} were\b"
    r"|\bwould presumably\b|\bmight\b"
)
_GUESS = re.compile(
    r"\b(?:we|post|embassy|mission|i|econoff|poloff|charge|ambassador|dcm)(?: here)?(?: \w+ly)? (?:still )?(?:believes?|thinks?|expects?(?! to (?:receive|have|hear|get|obtain))|anticipates?|judges?|doubts?|suspects?"
    r"|assumes?|hopes?|estimates?|sense[sd]?|reckons?|would expect|would not expect|recommends?(?! approval| issuance| that the (?:license|visa)| denial)|suggests?|would suggest|would also suggest|urges?|feels?|wonders?|cannot tell|see no)\b"
    r"|\b(?:our (?:guess|sense|view|impression|judgment|hunch|bet)|in our (?:view|judgment|opinion)|it is likely|is likely to|are likely to|is hard not to"
    r"|is unlikely|are unlikely|probably|presumably|appears to|seems to|is said to|are said to|it remains to be seen|(?:not clear|unclear|uncertain|doubtful|open question|not certain) (?:whether|if|when|how)|rumou?r(?:s|ed)?|reportedly)\b"
)
_WISH = re.compile(
    r"^(?:please|request(?:s|ed)?\b(?! (?:was|were|is|has|had|went|reached|lies|of|for [^.;]{3,60} (?:was|were|is|has|went)))|grateful|would appreciate|suggest|recommend|action request)"
    r"|\b(?:post|posts|embassy|mission|we|consulate|usint)(?: also)?(?: would| therefore)? (?:requests?|asks?|seeks?|needs?|appreciate|be grateful|welcome guidance|like to (?:know|have|receive))\b"
    r"|^(?:the )?(?:department|washington|justice|treasury|commerce|defense|usda|aid|agencies|end-users)\b(?: of \w+)?[\w' ]{0,20} (?:should|may wish|might wish|will want)\b|(?<!they )(?<!you )\bplease\b|\b(?:department (?:please|may wish|might|should|could|is asked)|washington (?:may|might|should|could)|grateful (?:for|if|to have)|would be appreciated|i request|request (?:flight|guidance|that|department))\b"
    r"|\bas soon as department\b|\bcould be useful\b|\bwould (?:help|be helpful|be useful)\b"
)
_TRAVELERS = re.compile(
    r"\b(?:all |each |both |official )?(?:visitors?|travell?ers?|participants|passengers|personnel|tdyers?|employees)\b(?: \w+){0,6}? (?:must|should|may|need|are|is|will(?! be (?:given|granted|issued|admitted|allowed|met|received))|can|cannot|have to|has to)\b"
)
_COURTESY = re.compile(
    r"\bavails? (?:itself|himself|herself)\b|\bpresents? its compliments\b|\bassurances? of (?:its|his|her|the) high|\bwarm(?:ly)? (?:thanks|received)\b$"
)
_POINTER = re.compile(
    r"\b(?:septels?|(?:is |are |being )?report(?:s|ed|ing)?(?: it| this)? (?:separately|by (?:airgram|septel|cable|telegram|separate))|by airgram|next (?:\w+ )?(?:assessment|report|cable|message|update|summary)|reporting separately)\b"
)
_TOLD_OF = re.compile(
    r"\b(?:recalled|complained|recollected|reminisced|reminded us|cited the (?:case|example)|pointed out that the|noted that (?:the )?(?:same|other)|similar|likewise (?:abstained|refused|agreed)"
    r"|equally unreceptive|(?:approved|refused|rejected|issued|granted|denied) (?:only )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\.?$)(?:\b|$)"
)
_PAST_VERB = re.compile(
    r"\b(?:had|was|were|did|has|have)\b|\w{2}ed\b|\b(?:gave|told|said|sent|made|took|went|left|put|met|held)\b"
)
_TO_COME = re.compile(r"\b(?:will|would|shall|is to|are to)\b")
SOME, FAR, HALF_A_YEAR, YEAR = 1, 3, 6, 12  # months
LINE = 60  # characters before a year that say what it counts


def asides(sentences: Sequence[Sentence]) -> Iterator[bool]:
    """Yield for each sentence whether it stands in a comment, in background, among press reports or on other matters."""
    paragraph: int | None = None
    is_aside = has_ended = False
    heading: str | None = None
    for sentence in sentences:
        low = small(sentence.text[:LINE])
        if sentence.heading != heading:
            heading, has_ended, is_aside = sentence.heading, False, False
        if sentence.paragraph != paragraph:
            paragraph, is_aside = sentence.paragraph, False
        is_headed = (
            heading is not None and not has_ended and _ASIDE_HEADING.match(heading.lower()) is not None
        )
        if _OPENING.match(low):
            is_aside = True
        yield is_aside or is_headed
        if _ENDING.search(small(sentence.text[-LINE:])):
            has_ended, is_aside = True, False


def is_else(low: str) -> bool:
    """Return whether a sentence supposes, guesses, wishes, points elsewhere or tells of another case."""
    return bool(
        _CONDITION.search(low)
        or _GUESS.search(low)
        or _WISH.search(low)
        or _TRAVELERS.search(low)
        or _COURTESY.search(low)
        or _POINTER.search(low)
        or _TOLD_OF.search(low)
    )


def is_history(low: str, sent_at: datetime | None) -> bool:
    """Return whether a sentence tells of earlier days: "in 2006 the Ministry had", "declined in June", "last year's"."""
    main = _BESIDE.sub("", low)
    if _LONG_AGO.search(main) or (
        _SEASON.search(main) and not (_TO_COME.search(main) or _AHEAD.search(main))
    ):
        return True
    if sent_at is None:
        return False
    years = [
        m for m in _YEAR.finditer(main) if not _NO_YEAR.search(main[max(0, m.start() - LINE) : m.start()])
    ]
    if any(int(m.group()) < sent_at.year for m in years):
        return True
    return any(_is_past(match, main, sent_at) for match in _MONTH_AT.finditer(main))


def _is_past(match: re.Match[str], low: str, sent_at: datetime) -> bool:
    ago = (sent_at.month - 1 - _MONTHS.index(match["month"])) % YEAR
    if match["month"] in ("may", "march") and not (match["by"] or match["day"] or match["after"]):
        return False
    if match["by"] in ("by", "until", "before", "next", "to", "for", "of", "after") or match["year"]:
        return False
    if _TO_COME.search(low) or not _PAST_VERB.search(low):
        return False
    has_day = match["day"] or match["after"]
    if has_day:
        return FAR <= ago <= HALF_A_YEAR
    return SOME < ago < YEAR - 1 and match["by"] in ("in", "since", "last", "early", "late", "mid")
