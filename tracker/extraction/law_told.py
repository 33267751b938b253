"""Laws and treaties that a sentence tells of: what the sentences behind it say must be done, the law commands of others."""

import re

from tracker.cable.hints import Family, small
from tracker.cable.parts import Sentence
from tracker.extraction import matters
from tracker.extraction import vocabulary as v
from tracker.extraction.verdicts import Verdict

_LAW = r"(?:laws?|statutes?|decrees?|edicts?|ordinances?|by-?laws|treaty|convention|charter|constitution|code|accord|act)"
LAWS = Family(
    "law laws statute statutes decree decrees edict edicts ordinance ordinances bylaws treaty convention charter constitution code accord act article".split()
)
_TOLD = re.compile(  # in small letters: "The new statute took effect", "Latvia has a new law on prisons", "Article 5 deals with arrests"
    r"(?:(?:on|in|since|as of|effective) [^,;:]{3,30}, |summary\. )?(?:"
    rf"(?:the|an?|this|its|[\w-]+['’]s?) (?:[\w'’-]+ ){{0,4}}?{_LAW}(?: (?:of|on|for|between|with|signed|published|dated|against) [^,;:]{{2,50}}?)?,? (?:is|are|was|were|has|have|had|took|takes|came|comes|entered|enters|went|goes|runs|deals?|sets?|lays?|governs?|requires?|provides?|consists?|contains?|covers?|names?|gives?|binds?|applies|regulates?|obliges?|allows?|forbids?|now|will|says?|reads)\b"
    rf"|(?!we\b|you\b|posts?\b)(?:[\w'’-]+ ){{1,5}}?(?:has|have|passed|adopted|enacted|issued|published|promulgated|signed|approved|concluded|decreed) (?:an?|the|its|their) (?:[\w'’-]+ ){{0,4}}?{_LAW}\b"
    rf"|(?:under|by|according to|pursuant to|in accordance with) (?:the|an?|its|their|this|that) (?:[\w'’-]+ ){{0,3}}?{_LAW}\b"
    r"|articles? [\w.]+ (?:of [^,;:]{3,50} )?(?:deals?|sets?|lays?|governs?|requires?|provides?|covers?|binds|applies|obliges?|allows?|forbids?|says?|reads|concerns?)\b)"
)
_AT_HOME = re.compile(  # in small letters, a law of ours, or one that the reader has to do with
    r"\b(?:u\.s\.|united states|american|federal|congress|privacy act|assistance act|(?<!foreign )services? act|appropriations?|zip|color|building|area|of conduct|dress|department|bureau|washington|we|our|us|you|your|posts?|embass(?:y|ies)|missions?|consulates?)\b"
)
_OF_OURS = re.compile(  # in small letters: who or what makes a duty the reader's
    r"\b(?:us|our|we|here|you|your|please|by (?:the |each |all )?(?:posts?|embass(?:y|ies)|missions?|consulates?)|consular (?:officers?|sections?)|addressees?|department|washington|bureau|desk|reply|replies|cable|septel|paragraph|(?!and/or\b)[a-z]{1,5}/[a-z]{1,8})\b"
)
_NAMING_POSTS = v.POSTS - v.NEED_A_HOME
_DUTIES = re.compile(r"(?:should|shall|must|ought|needs?|has|have|is|are|will)\b")


def is_told(sentence: Sentence) -> bool:
    """Return whether a sentence tells of a law that binds others than posts."""
    if not sentence.signs & LAWS.bit:
        return False
    low = small(sentence.text)
    return _TOLD.match(low) is not None and _AT_HOME.search(low) is None


def commands(sentence: Sentence, verdict: Verdict, names: dict[str, str]) -> bool:
    """Return whether a duty behind such a sentence is what the law commands: none of ours and no post is named with it."""
    low = small(sentence.text)
    is_ours = _OF_OURS.search(low) is not None or matters.POSTS_WORK.search(low) is not None
    if _DUTIES.match(low, max(verdict.cue_at, 0)) is None or is_ours:
        return False
    words = low[slice(*verdict.subject)].split()
    return _NAMING_POSTS.isdisjoint(words) and not any(
        re.search(rf"\b{re.escape(name)}\b", low) for name in names
    )
