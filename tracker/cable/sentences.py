"""Where one sentence ends and the next begins, in the service's way of writing.

A full stop ends no sentence behind a title (`Mr.`), an initial, a number sign (`No. 5`), inside
`U.S.` or an e-mail address; a line end or a blank line alone never does.
"""

import re

STOP = re.compile(r"([.?!:;][\"'”’)\]]{0,3})(?:\s+|(?=[A-Z][a-z]+[\s,]))")
PLAIN_END = re.compile(  # a word that is no abbreviation, a full stop and a capital: most sentences end so
    r"\.(?<=[a-z]{5}\.)(?<!messrs\.)(?<!approx\.)(?<!assoc\.)(?<!reftel\.)\s+[A-Z]"
)
BEHIND_COLON = re.compile(r"--? ?[A-Z(]|\(?(?:[Bb]egin|BEGIN) |QUOTE\b")
OVER_LABELS = re.compile(  # a line that ends in a colon, over lines that each begin with a name and a colon: "Lima: the Minister"
    r":[ \t]*\n\s*(?P<label>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): \S[^\n]*\n(?:[^\n]*\n){0,4}?[ \t]*[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}: \S"
)
BEGIN_TEXT = re.compile(r"\(?BEGIN (?:OF )?(?:[A-Z.,'/-]+\s+){0,8}?[A-Z.'-]+:\s+", re.IGNORECASE)
BEGINS = frozenset("Bb(")  # with one of them begins whatever BEGIN_TEXT finds
ITEM_MARK = re.compile(r"[A-Za-z]|\d{1,3}|[ivx]{1,4}")  # of a list: "A." or "12."
OPENING = "([\"'“‘"
NEXT_WORD = re.compile(r"[\"'“‘(\[*]{0,2}(--? ?)?([\"'“‘(\[]?)([^\s,;:.?!)\"'”’]+)")
ITEM_BEGINS = re.compile(
    r"\((?:[a-z]|[ivx]{2,4})\)\s{1,4}[A-Z\"“]"
)  # behind a full stop: "… to OBO. (ii) By May 3, post"
ENTRY_OF_NAME = re.compile(  # one of a row in one line, each for one post: "(A) LIMA: THE LEASE IS DUE MAY 4; (B) QUITO: A SKETCH, DUE MAY 11"
    r"\([A-Za-z0-9]\)\s{1,4}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}: "
)
INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}")
CLOCK_GOES_ON = re.compile(  # not "… at 5 p.m. May 3 is the last day"
    r"(?!(?:[A-Z]{3,9}\.? )?\d{1,2}(?:st|nd|rd|th)?(?: [A-Z]{3,9}\.?)?(?:, \d{4})? (?:is|are|was|were|will|has|have|should|must|marks|posts?)\b)"
    r"(?:(?:[A-Z][A-Za-z.]*\s+){1,3}TIME\b|(?-i:[ECMP][SD]T)\b|GMT|UTC|ZULU|EASTERN|LOCAL|ON\s|\d{4}-\d|\d{1,2}/\d|\d{1,2}\s+(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"|(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.? \d))",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\((?:ret|sel|eds?|res|jr|sr|dec)$", re.IGNORECASE)  # "Colonel (ret.) Willis"
FOLLOWED_BY_LETTER = frozenset(
    {
        "ref",
        "refs",
        "annex",
        "option",
        "paragraph",
        "para",
        "section",
        "part",
        "tab",
        "category",
        "group",
        "plan",
        "class",
        "type",
    }
)

TITLES = frozenset(
    "mr mrs ms dr prof gen col lt capt maj sgt adm amb sen rep gov hon rev st mt ft messrs mme brig cmdr cdr ltc cpt "
    "vadm radm supt pres vs cf viz approx atty asst assoc dep esq".split()
)
BEFORE_NUMBERS = frozenset(
    "no nos art arts sec secs para paras par ref refs reftel vol pp p ch ext tel fax fig est jan feb mar apr jun jul aug "
    "sep sept oct nov dec app res ca c sect doc div rm bldg max min".split()
)
SHORT_WEEKDAYS = frozenset("mon tue tues wed weds thu thur thurs fri sat sun".split())
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())  # as they begin
NEVER_LAST = TITLES | {"eg", "ie", "incl", "excl"}
BEFORE_NAMES = frozenset("etc inc corp co ltd bros jr sr dept govt intl univ dir".split())
STARTERS = frozenset(
    "the this that these those there it its he she they we you i a an in on at if as for to from with when while where "
    "however please post posts addressee addressees no not any all both each during since although because before after "
    "upon under also only such what who how why his her their our your some most many several begin end should would will "
    "could can but and or so yet then thus therefore meanwhile finally first second third according given following per "
    "regarding once until unless because".split()
)
GOING_ON = frozenset(
    "should would will could can may must has is was and or but so yet in on at for to from with as".split()
)
ADDRESSEES = frozenset(
    "embassy embassies mission missions department washington consulate consulates action econoff poloff usun".split()
)
OPENING_NOUNS = frozenset(  # of a new sentence behind a letter: "for ISN/CPI and T. Points of contact are"
    "point points contact contacts questions replies responses reports comments action".split()
)
SLOPPY_STARTERS = frozenset({"post", "posts", "please", "embassy", "embassies", "addressees"})
# A line that ends in one of these is no title and no whole sentence: it goes on below a blank line.
OPEN_WORDS = frozenset(
    "the a an of to and or nor in on for with by from at that which whose its their our your his her this these as than "
    "not before until till within between during into upon under per via if whether because be will would should shall "
    "must may might cob oob nlt".split()
)
BEFORE_OFFICES = frozenset({"with", "from", "via"})  # of one letter: "Clear travel with H. Posts should"
SHORTEST_CODE = 5  # characters: "19X4512.5"
NO_DOMAINS = frozenset({"Gov", "Com", "Org", "Net", "Mil", "Edu"})
_STARTERS_OR_ADDRESSEES = STARTERS | ADDRESSEES
_STARTERS_OR_ADDRESSEES_OR_OPENING_NOUNS = STARTERS | ADDRESSEES | OPENING_NOUNS


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the sentences of `text[start:end]`, without blanks around them."""
    found: list[tuple[int, int]] = []
    at = start
    for stop in STOP.finditer(text, start, end):
        place = stop.start()
        if place < at or not (PLAIN_END.match(text, place, end) or _ends(text, at, stop, end)):
            continue
        at = _past_begin_mark(found, text, at, end) if text[at] in BEGINS else at
        _add(found, text, at, stop.end(1))
        at = stop.end()
    at = _past_begin_mark(found, text, at, end) if text[at : at + 1] in BEGINS else at
    _add(found, text, at, end)
    return found


def _past_begin_mark(found: list[tuple[int, int]], text: str, at: int, end: int) -> int:
    """begin-mark = "Begin" {word} ":"

    Example: `Begin text of draft note: (Complimentary opening)`: the mark is a sentence of its own.
    """
    mark = BEGIN_TEXT.match(text, at, end)
    if not mark:
        return at
    _add(found, text, at, mark.end())
    return mark.end()


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    if start < end and text[start].isalnum() and not text[end - 1].isspace():
        found.append((start, end))  # as nearly all
        return
    words = text[start:end].rstrip()
    stripped = words.lstrip()
    if not stripped:
        return
    last = start + len(words)
    if stripped[0].isalnum() or any(c.isalnum() for c in stripped):
        found.append((last - len(stripped), last))
    elif found:
        found[-1] = (found[-1][0], last)


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    mark = text[stop.start()]
    if mark in ":;":
        is_over_list = "\n" in stop.group() and OVER_LABELS.match(text, stop.start(), end) is not None
        is_next = mark == ";" and ENTRY_OF_NAME.match(text, stop.end(), end) is not None
        if is_next and ENTRY_OF_NAME.match(text, start, end):
            return True
        return is_over_list or BEHIND_COLON.match(text, stop.end(), end) is not None
    following = NEXT_WORD.match(text, stop.end(), end)
    if not following:
        return True
    word = following[3]
    if stop.group()[1:2] == ")" and BRACKETED.search(text, max(start, stop.start() - 8), stop.start()):
        return False
    if mark != "." or stop.group()[1:2] in ('"', "”", ")", "]"):
        return _may_start(word, following) and not (mark == "." and word[:1].islower())
    before = text[max(start, stop.start() - 60) : stop.start()]
    last = _last_word(before)
    if stop.end() == stop.start() + 1:
        return _is_glued(text, last, stop.end(), word)
    if start + len(last) == stop.start() and ITEM_MARK.fullmatch(last):
        return False
    return _ends_after(last, word, following, before)


def _last_word(before: str) -> str:
    words = before.rsplit(None, 1)
    last = words[-1].lstrip(OPENING) if words and not before[-1].isspace() else ""
    return last if "@" in last or ":" in last else last.rpartition("/")[2]


def _may_start(word: str, following: re.Match[str]) -> bool:
    if not word[:1].islower() or following[1] is not None or word in SLOPPY_STARTERS:
        return True
    return ITEM_BEGINS.match(following.string, following.start()) is not None


def _is_glued(text: str, last: str, at: int, word: str) -> bool:
    if "@" in last or ":" in last or "www" in last or word in NO_DOMAINS:
        return False
    return len(last) > 2 and last[-2:].islower() and last.replace("-", "").replace("'", "").isalpha()


def _ends_after(last: str, word: str, following: re.Match[str], before: str) -> bool:
    folded = last.replace(".", "").casefold()
    if folded in NEVER_LAST or (folded in BEFORE_NUMBERS and _is_number(folded, word)):
        return False
    if folded in SHORT_WEEKDAYS and (word[:1].isdigit() or word[:3].casefold() in MONTHS):
        return False  # "by Sat. Dec 16"
    if not _may_start(word, following):
        return False
    if len(last) == 1 and before[-2:-1] == "/":
        return word.casefold() in _STARTERS_OR_ADDRESSEES  # "without word from L/T. Once"
    if len(last) == 1 and last.isalpha():
        return _ends_after_letter(before.split(), word.casefold())
    if "." in last and INITIALS.fullmatch(last + "."):
        return _ends_after_initials(folded, word, following)
    return folded not in BEFORE_NAMES or word.casefold() in _STARTERS_OR_ADDRESSEES


def _ends_after_letter(words: list[str], next_word: str) -> bool:
    above = words[-2].casefold().strip("(.,") if len(words) > 1 else ""
    if above in ("and", "or", "to", "through"):
        return next_word in _STARTERS_OR_ADDRESSEES_OR_OPENING_NOUNS
    if _stands_before_office(words) and len(next_word) > 1:
        return next_word in _STARTERS_OR_ADDRESSEES
    return above in FOLLOWED_BY_LETTER


def _stands_before_office(words: list[str]) -> bool:
    """Return whether a letter behind these words is an office, no initial: "chargeable to 19X4512.5 H", "cleared with H"."""
    before = words[-2] if len(words) > 1 else ""
    is_code = len(before) >= SHORTEST_CODE and before[-1].isalnum() and any(c.isdigit() for c in before)
    return is_code or before.casefold() in BEFORE_OFFICES


def _is_number(folded: str, word: str) -> bool:
    return (
        word[:1].isdigit()
        or (len(word) == 1 and folded != "no")
        or (folded in ("tel", "ext", "fax") and word[:1] == "+")
    )


def _ends_after_initials(folded: str, word: str, following: re.Match[str]) -> bool:
    if folded in ("am", "pm"):
        return CLOCK_GOES_ON.match(following.string, following.start(3)) is None
    next_word = word.casefold()
    if folded in ("us", "un", "uk", "eu"):
        is_verb = word.isupper() and next_word in GOING_ON  # "U.S. SHOULD", where all is in capitals
        return not is_verb and (next_word in STARTERS or following[1] is not None)
    return next_word in STARTERS or next_word in ADDRESSEES
