"""The names of events, taken from the words around their nouns, and of their places."""

import re

from tracker.extraction.dates import Mention

_NAME_WORD = re.compile(r"^(?:[A-Z0-9(\"“&][\w.'’/&()\"”-]*|of|on|and|the|for|to|in|de|&)$")
_MONTH = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_PLACE_LAST = re.compile(
    r"\b(?:in|IN|at|AT) ((?!the|THE|its|ITS|NOON|PARA|an?\b|AN?\b)[A-Z][\w.'’-]+(?: (?:of|de|OF|DE)(?= [A-Z])| (?!(?:ON|FROM|BETWEEN|BEGINNING)\b)[A-Z][\w.'’-]+){0,3})(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)?,?(?: (?:on|from|between|beginning|ON|FROM|BETWEEN|BEGINNING))? ?$"
)
SITTING = re.compile(  # "The Credentials Committee at its second meeting on"
    r"(?:Committee|Council|Commission|Board|Assembly|Conference|Group|Panel),? (?:(?:at|in) its (?:[\w-]+ ){0,2}|(?:at|in|held|opened|closed|ended) (?:its|the|an?) (?:[\w-]+ ){1,2}|[^.;,]{3,60} (?:at|during) its (?:[\w-]+ ){0,2})(?:meeting|session)",
    re.IGNORECASE,
)
EXERCISE_NAME = re.compile(r" [A-Z]{3,}(?: [A-Z]{3,})?\b")  # "observers to exercise SEA WICKET"
HOLIDAY = re.compile(
    r"(?:the )?(?:labor|independence|memorial|veterans'?|columbus|thanksgiving|christmas|new year'?s|presidents'?|inauguration|may|martin luther king(?: jr\.?)?|(?:st\.?|saint) [\w'’]+|all (?:saints|souls)['’]?|(?:mother|father|valentine|april fool|grandparent)s?['’]?s?['’]?) day",
    re.IGNORECASE,
)
LASTING = re.compile(  # right before a noun: "a one-week program in Cusco, May 2-6"
    r"\b(?:one|two|three|four|five|six|ten|\d{1,2})-(?:day|week) (?:[\w-]+ ){0,2}$", re.IGNORECASE
)
OF_WHOM = re.compile(  # "the May 12 meeting of the working group"
    r"\b(?:the|a) visits? (?:of|by) (?:the |an? |our )?(?:\d+|two|three|four|five|six|eight|ten|twelve|twenty|thirty|forty|[\w-]+ (?:students|members|officers|editors|scientists|delegation|team|group)) [^.;:]{3,80}(?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
    r"|(?:\bthe |['’]s |^)(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:-\d{1,2})? (?:[\w-]+ )?(?:(?:meetings?|sessions?|rounds?|talks|consultations?|visits?) (?:of|with)|(?:training|dinner|luncheon|reception|ceremony|hearing|briefing|concert) (?:of|for|on|at|in|by)) (?:the |an? )?[A-Za-z]",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:said|told|asked|stated|remarked|mentioned|complained|confirmed|noted|predicted|promised|offered|urged|claimed|explained|informed|scolded|warned|raised)\b",
    re.IGNORECASE,
)
OF_KIND = re.compile(
    r"\b(?:side|annual|founding|inaugural|emergency|extraordinary|preparatory|trilateral) (?:meeting|briefing)\b"
    r"|\b(?:inter-?sessional|organizational|thematic|high-level|interactive|tripartite|quadripartite|pledging|inter-?ministerial|intergovernmental|resumed|experts?['’]?|donors?['’]?|ministers['’]) (?:meeting|session|debate|consultations|dialogue|discussion|round)\b"
    r"|\b(?:in|during|at) (?:an?|the|its|their|our) (?:[\w-]+ ){0,3}?(?:exercise|drill|simulation)s?(?: (?:at|in|off) [^,;.]{2,40}?)? (?:of|on) (?:\w+day, )?(?:(?:\d{1,2} )?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
OF_OWNER = re.compile(  # "the council's last meeting"
    r"(?<!day)(?<!year)(?<!week)(?<!month)(?<!morning)(?<!group)(?:['’]s|(?<=s)['’]) (?:(?!and\b)[\w-]+ ){0,2}(?:meetings?|sessions?|receptions?|dinners?|luncheons?|talks|consultations)\b",
    re.IGNORECASE,
)
WITH_WHOM = re.compile(  # "our meeting with the regional directors on the 22nd"
    r"\b(?:our|the|its|her|his|their) (?:(?:next|first|second|last|final|annual|own) )?(?:meetings?|session|consultations) with (?!(?:you|him|her|them|us|it)\b)(?:[\w'’-]+ ){1,6}?(?:(?:is|are|will be|now|set|scheduled|planned|fixed) ){0,3}(?:on|for|from) (?:the \d|\d|\w+day,? )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?",
    re.IGNORECASE,
)
OF_BODY = re.compile(  # "the city council before its session of May 15"
    r"\b(?:committee|council|board|commission|parliament|group|panel|assembly|cabinet|congress|senate|bureau)(?:['’]s)?\b[^.;]{0,50}? (?:[\w-]+ ){0,2}"
    r"(?:sessions?|meetings?|sittings?|hearings?) of (?:\w+day,? )?(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
MEETING_OF = re.compile(  # before a body whose sitting is named: "second meeting of the tin study"
    r"\b(?:meetings?|sessions?|conferences?|rounds?|plenar(?:y|ies)|sittings?) of (?:the |its |an? |our )?(?:[\w'’/&-]+ ){0,6}$",
    re.IGNORECASE,
)
OF_DAY = re.compile(  # "At the informal consultations of October 15,"
    r"\b(?:at|during) the (?:hearing|trial|consultations|plenary|debate|inquest|round ?table|arraignment) (?:of|on) (?:\w+day,? )?(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:at|during|in|since|from|for|of) (?:the|its|our|their) (?:[\w'’-]+ ){1,3}?(?:consultations?|sessions?|rounds?|talks|hearings?|plenary|negotiations|workshop|seminar|conference|roundtable|symposium|round table)"
    r"(?: (?:held|in|at) [^.;,]{2,40}?)? (?:of|on) (?:\w+day,? )?(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
COMMA_PLACE = re.compile(
    r"^(?: of [\w ]{3,30})?, ((?!Mon|Tue|Wed|Thu|Fri|Sat|Sun)[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}(?:, [A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)?),? $"
)
_WITHIN = re.compile(r", (?:in|during|at|on the margins)\b(?! wh)", re.IGNORECASE)
_ASIDE = re.compile(
    r", (?:to be|which|who|whose|now|hosted|organized|sponsored|chaired|led|first|originally|initially|previously|planned|scheduled|set|expected|announced|proposed|foreseen|called) [^,;.]{3,60}, "
)
_REDUCED = re.compile(  # right behind a noun, in small letters: whence one knows of it, who gives it
    r"^ (?:announced|described|mentioned|proposed|foreseen|noted|named|offered|requested|given) (?:in|by|at|under) [^,;.]{2,40}?(?:,|(?= (?:has|have|will|is|are|was|were)\b))"
)
_VERB_BETWEEN = re.compile(  # in small letters
    r"\b(?:said|told|met|stated|delivered|submitted|reported|announced|asked|requested|report|send|reply|provide|sent|submit|respond|"
    r"did|will|has|have|had|was|were|would|should|decided|agreed|approved|rejected|ruled|regarding|to (?:seek|hold|begin|open|ask|request|follow up|prepare|press|urge|deliver|hand over|protest|thank|review|discuss)|went on|about|concerning|discussed|raised|received|(?:is|are|be) (?:released|paid|booked|reserved|returned|refunded)|go(?:es)? on sale|lapse[sd]?|expire[sd]?|r[au]ns? out)\b"
)
_DEED = re.compile(  # in small letters, between a day and a noun: "on March 23 the DCM presented points on the session"
    r"\b(?:presented|conveyed|handed|passed|explained|previewed|tabled|circulated|briefed|stressed|emphasized|outlined|registered|lodged|repeated|reiterated|spoke) "
    r"|^ and (?:then |also |later )?(?:held|hosted|chaired|attended|convened|opened|addressed)\b"
)
MOVED = "moved|postponed|shifted|rescheduled|(?:put|pushed) (?:off|back|forward)|brought forward|advanced|delayed|deferred|set back|switched"
_TAKES_PLACE = re.compile(  # in small letters
    r"\b(?:has|have|had|was|were) (?:now |since |again )?(?:been |to be )?(?:set|scheduled|fixed|planned|called|slipped|held|convened|conducted|carried out|pencill?ed in|"
    + MOVED
    + r")\b|\b(?:stays|stands|remains) (?:where|as) it (?:was|is)\b|\bwas to (?:be held|begin|open|start|take place|meet|convene)\b|\bwill (?:now |next |again )?(?:be (?:held|"
    + MOVED
    + r")|take place|meet|convene|open|begin|start|run)\b|^ will be (?=(?:in|at) )"
)
MOST_BETWEEN = 70  # characters between a day and its noun
MOST_WORDS = 9  # of a name before its noun
_TO_DAY = frozenset(
    {"ON", "AFTER", "BEFORE", "FOLLOWING", "DURING", "UPON", "UNTIL", "FROM", "BETWEEN", "BEGINNING"}
)
_SITTING = frozenset(
    "committee board council commission panel cabinet budget plenary subcommittee parliament senate".split()
)  # whose session it is, in small letters too
_SMALL = frozenset("at of on and the for to in de & this a".split())
_THE = frozenset({"THE", "A", "AN"})
_LEADING = frozenset({"FOR", "TO", "AT", "IN", "DURING"})
_ARTICLES = frozenset({"the", "a", "an"})  # right behind a noun they begin what is no part of its name
_NO_NAME = frozenset(  # what ends a name where all is in capitals
    "be by at prior during ought before after will sent that is are was were has have had which who from with its our their next until since he she they we"
    " hold holds attend attends host hosts offer use leaves leave prepared join meets meet convenes opens begins held would took takes".split()
)


_PLAIN = frozenset("meeting meetings briefing call calls lunch luncheon dinner breakfast reception".split())
_JOINING = frozenset(
    "of on for to with in at".split()
)  # what joins such a plain noun to the rest of its name


def _is_of_name(word: str) -> bool:
    return bool(_NAME_WORD.match(word)) and not _MONTH.match(word) and word.lower() not in _NO_NAME


def name_of(text: str, noun: re.Match[str]) -> str:
    """Return the words of the name around its noun, found in small letters: "Summit of the Americas", "PANAMAX exercise"."""
    before = text[: noun.start()].rsplit(maxsplit=MOST_WORDS)
    taken: list[str] = []
    while before and len(taken) < MOST_WORDS and _is_of_name(before[-1]):
        taken.insert(0, before.pop())
    if not taken and before and before[-1].lower() in _SITTING:
        taken.append(before.pop())
    taken = _behind_article(taken) if text[: noun.end()].isupper() else taken
    while taken and (taken[0].lower() in _SMALL or taken[0][:1].isdigit()):
        taken.pop(0)
    after = _named_behind(text[noun.end() :])
    if after and noun.group() in _PLAIN and after[0].lower() not in _JOINING:
        after = []  # "at a March 2 meeting Minister Ruiz said"
    return " ".join((*taken, text[slice(*noun.span())], *after)).strip(" ,.")


def _named_behind(text: str) -> list[str]:
    """Return the words of a name behind its noun, as far as a comma: "of the Americas", "ON RESOURCE MANAGEMENT"."""
    after: list[str] = []
    for word in text.split(maxsplit=8)[:8]:
        if word.endswith(",") and after and after[-1][:1].isupper() and _is_of_name(word[:-1]):
            after.append(word[:-1])  # "visit of the Deputy Assistant Secretary, which"
            break
        if not _is_of_name(word) or word[:1].isdigit() or (not after and word.lower() in _ARTICLES):
            break
        after.append(word)
    while after and (after[-1].islower() or after[-1].lower() in _SMALL):
        after.pop()
    return after


def _behind_article(words: list[str]) -> list[str]:
    """Return what stands behind the last "for the" or "to a": where all is in capitals, the name begins there."""
    found = (n for n in range(len(words) - 1, 0, -1) if words[n] in _THE and words[n - 1] in _LEADING)
    return words[next(found, -1) + 1 :]


def place_before(text: str) -> re.Match[str] | None:
    """Return the place right before a day, as group 1: "met in Port of Spain" before "June 23-25"."""
    return _PLACE_LAST.search(text[-60:])


def without_month(place: str) -> str | None:
    """Return a place without the month, or the "ON" before it, that runs into it, None where nothing is left."""
    words = place.split()
    kept = words[: next((i for i, w in enumerate(words) if _MONTH.match(w) or w in _TO_DAY), len(words))]
    return " ".join(kept).strip(" ,.") or None


def place_of_words(text: str, words: str) -> tuple[int, int] | None:
    """Return where folded words stand in the text whose white space is not folded, None where they do not."""
    parts = (re.escape(word).replace(r"\-", r"-\s*") for word in words.split())
    match = re.search(r"\s+".join(parts), text) if words else None
    return match.span() if match else None


def distance(text: str, noun: re.Match[str], mention: Mention) -> int | None:
    """Return how many characters lie between noun and day, None where they do not belong together."""
    before = mention.end <= noun.start()
    start = mention.end + (2 if _WITHIN.match(text, mention.end) else 0)
    between = text[start : noun.start()] if before else text[noun.end() : mention.start]
    between = between.replace("U.S.", "US").lower()
    between = _ASIDE.sub(" ", between) if ", " in between else between
    between = between if before else _REDUCED.sub("", between)
    if before and _DEED.search(between):
        return None
    if between == " of " and noun.group().startswith("week"):
        return None  # "during the week of April 12": when something is done
    if (
        len(between) > MOST_BETWEEN
        or ";" in between
        or "." in between
        or '"' in between
        or (before and "," in between)
    ):
        return None
    if _VERB_BETWEEN.search(between) and _VERB_BETWEEN.search(_TAKES_PLACE.sub("", between)):
        return None
    return len(between) + (0 if before else 5)
