"""Sentences that lead a list: those that break off before their verb, and those over a list of things wanted."""

import re
from collections.abc import Iterator, Sequence

from tracker.cable.parts import Sentence
from tracker.extraction import labels
from tracker.extraction.cast import Cast, Part
from tracker.extraction.deadline_lines import closes_with_day
from tracker.extraction.orders import opens_with_verb, order_at

_LEAD_IN = re.compile(  # breaks off before its verb: the entries below are the asks
    r"(?:\b(?:should|must|shall|to|please|that|(?<!from )posts?|(?<!from )addressees|embass(?:y|ies)|missions?)|\bdo the following|\b(?:act|do|proceed|reply|respond|report|help) as follows"
    r"|\b(?:assistance|help|support|cooperation|actions?|steps|measures|tasks?)\b[^:]{0,40}\b(?:following|below|these)\b[^:]{0,30}"
    r"|(?<!please )(?<!should )(?<!must )\b(?:requests?|asks?|requested|asked|appreciate|grateful|urges?)(?: it)?(?: if| that)? (?:the |action |all )?(?:department|washington|addressees|[\w/]{2,20}) ?(?:could |would |please )?"
    r"|\b(?:take|following|these) (?:\w+ )?(?:actions|steps|tasks|measures|things)) ?:$",
    re.IGNORECASE,
)
_TO_AN_END = re.compile(r"\b(?:in order|so as|with a view|with instructions|with orders) to:$", re.IGNORECASE)
_LEAD_DAY = re.compile(  # "do the following by May 3:"
    r",? (?:by|nlt|no(?:t)? later than|on or before|before|within) [^:;.]{2,45} ?:$", re.IGNORECASE
)
_WANTED = re.compile(  # in small letters: "Also required from post are:", "The following are needed:"
    r"\b(?:required|needed|requested|wanted|due)\b[^:]{0,40}\b(?:is|are) ?:$"
    r"|\b(?:following|items|things)\b[^:]{0,60}\b(?:is|are) (?:also |now |still )?(?:required|needed|requested|wanted|due)\b[^:]{0,40}:$"
)
_WANTING = re.compile(  # the sender wants: "The Department also needs from posts:", "From our neighbors we would want, in two parts:"
    r"(?P<who>[^:]{2,60}?) (?:also |still |now |would |should |shall |will )*(?:needs?|requires?|requests?|wants?|seeks?|would (?:appreciate|welcome|like)(?: to (?:have|receive))?)"
    r"(?: the following| these| (?:only |just )?(?:two|three|four|five|six|seven|eight|several|some|a few|\d)(?: more| other| further| such)?)?"
    r"(?: (?:items|things|papers|facts|favou?rs|services))?(?: (?:from|of) [^:]{2,40})?(?: as well)?(?:, in (?:two|three|four|five|several) (?:parts|pieces|lots|steps|instal?lments)| below| by (?:post|name|office))? ?:$"
)
_LACKED = r"(?:required|needed|requested|wanted|sought|due|asked for|called for|missing|lacking|outstanding)"
_BARE = re.compile(  # in small letters: it asks for nothing itself, whatever stands below: "The following are asked for:", "Items needed from posts:"
    rf"(?:[^:]{{2,60}}[.,] )?(?:the )?following(?: items| things| papers| data| facts| particulars)? (?:is|are) (?:also |now |still )?{_LACKED}\b(?P<of>[^:]{{0,80}}):"
    rf"|(?:also |further |still )?{_LACKED}(?: (?:also|now|still|soonest|urgently))?(?P<whose>,? (?:from|of|by|for|at) [^:]{{3,50}}?)?(?: is| are)? ?:"
    rf"|(?:the )?(?:items?|things|information|data|papers|details|material|documents?|particulars|facts)(?: also| still| now)? {_LACKED}(?P<from>,? (?:from|of|by|for|at) [^:]{{3,50}}?)? ?:"
    r"|(?:all |the |both )?(?:posts?|embass\w+|missions?|addressees) (?:is|are) (?:also )?asked for ?:"
)
_ASKS_BARELY = re.compile(  # in small letters: "We therefore ask addressees the following:"
    r"(?:^|[\w,;] )(?:asks?|requests?|appreciate|grateful for|(?:is|are) (?:asked|requested|instructed|tasked)|wants?|needs?|put) (?:(?!to\b|that\b)[\w/'’]+ ){0,4}?(?:the )?following(?: (?:things|steps|points|requests|favou?rs))?"
    r"(?: (?:of|from|to) (?!the\b)[^:]{2,40})?:"
)
_ASKS_ITSELF = re.compile(r"\b(?:please|kindly|should|must)\b")
_BY = re.compile(r"[ ,]*(?:by|of|from) (?P<whom>[^:]{2,40})")
_OF_WHOM = re.compile(r".* (?:by|of|from) (?P<whom>[^:]{2,40})")
_SENT_BELOW = re.compile(  # in small letters: "Posts should send the following:", "Please furnish us these by the days given:"
    r"\b(?:should|must|shall|please|kindly|(?:is|are) (?:asked|requested|instructed|to)|to) (?:\w+ )?(?:send|provide|submit|forward|furnish|supply|transmit|cable|pouch|deliver|return|e-?mail|fax|let (?:us|[a-z/]+) have)\b"
    r"[^:]{0,40}\b(?:following|these|below)\b(?![^:]{0,50}\b(?:papers|documents|letters|notes|telegrams|cables|messages|minutes)\b)[^:]{0,50}:$"
)
_OWN_DAY = re.compile(  # in small letters
    r"\b(?:by|nlt|no later than|not later than|on or before|before|within|due) (?:[\w.]+ ){0,4}?(?:\d|[a-z]+day\b|the end\b|mid|(?:early|late) [a-z]|(?:the )?(?:first|second|third|last) (?:week|half)\b|today|tomorrow|(?:one|two|three|four|five|ten) )"
)
_ACTION_ALONE = re.compile(  # in small letters: "Action:", "Action, in order of date:", "What is wanted:"
    r"(?:post |embassy |mission )?actions?(?: required| requested| items?| needed)?(?:, [^:]{3,30})?"
    r"|(?:requests?|tasks?|needs)(?: for (?:action|the department|posts?|washington))?"
    r"|(?:information|items|data|documents|papers|things|details|particulars) (?:required|needed|requested|wanted)(?: (?:from|of|by) [\w ]{3,40})?"
    r"|what (?:posts?|embass(?:y|ies)|missions?|addressees) (?:should|must|shall|is to|are to|needs? to) (?:send|report|provide|supply|furnish|submit|give|tell us)"
    r"|(?:needs|requests|requirements) of (?:the )?(?:posts?|embassy|mission|department)|(?:post|embassy|mission|department)['’]?s? (?:needs|requests|requirements)"
    r"|what (?:is|we|the department|washington|post|embassy|mission) (?:now |also |still )?(?:wanted|needed|required|requested|asks?|needs?|wants?|requires?|requests?)(?: (?:from|of|by) [\w ]{3,40})?"
)
_MAIN_CLAUSE_ENDS = re.compile(
    r"\b(?:whoever|whatever|whichever|whether|that|which|who|whom|whose|how|what|if|when|where|once|as|while|until)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|(?<!of )(?<!mid-)(?<!early )(?<!late )may(?! \d)|can|came|did|does|please)\b"
)
_ASKS_AT_END = re.compile(  # in small letters: "Confirmation that the team may be moved would be appreciated."
    r"\b(?:would be (?:\w+ )?(?:appreciated|welcome|welcomed|useful|helpful)|(?:is|are) (?:also )?(?:requested|needed|required|wanted))[.]?$"
)
_SPEAKING = re.compile(r"(?:we|you|it|they|he|she|i|this|that|there)\b")  # a clause of its own
_OWN_LABEL = re.compile(r"[^:]{3,40}: ")
LEAST = 2  # entries
SHORTEST_THING = 4  # words


def breaks_off(text: str) -> bool:
    """Return whether a sentence leads a list and asks for nothing itself: "Posts should:", "Please do the following by May 3:"."""
    if not text.endswith(":"):
        return False
    return _LEAD_IN.search(text) is not None or _LEAD_IN.search(_LEAD_DAY.sub(":", text)) is not None


def is_to_an_end(text: str) -> bool:
    """Return whether what a sentence asks has the list below for its end: "Call on the ministry in order to:"."""
    return text.endswith(":") and _TO_AN_END.search(text) is not None


def things_wanted(sentences: Sequence[Sentence], cast: Cast) -> dict[int, bool]:
    """Return the sentences of lists of things wanted: True for an entry, False for the words that lead it.

    Where no entry has a day of its own, the list is one ask with the words that lead it, if those can ask alone.
    Example: `Also required from post are: (a) the names of the drivers, by May 3; (b) a sketch of the gate.`
    """
    found = dict.fromkeys(_things_under_action(sentences, cast), True)
    for i, sentence in enumerate(sentences):
        if not sentence.text.endswith(":"):
            continue  # as most
        low = sentence.text.lower()
        if _ASKS_BARELY.search(low) and _is_over_orders(sentences, i):
            found[i] = False
            continue
        is_bare = _asks_barely(low, cast)
        is_sent = _SENT_BELOW.search(low) is not None and not cast.is_clearance
        if not (is_bare or is_sent or _asks_for(low, cast)):
            continue
        entries = list(_entries(sentences, i))
        if is_sent and not _are_all_dated(sentences, entries):
            continue
        if len(entries) >= LEAST and (is_bare or is_sent or _has_day(sentences, entries)):
            are_things = all(_is_named(sentences[j].text.lower()) for j in entries)
            found |= (
                {i: False} | {j: not _is_for_others(sentences[j].text, cast) for j in entries}
                if are_things or _has_day(sentences, entries)
                else {}
            )
    return found


_FOR_ONE = re.compile(
    r"(?:\(?[A-Za-z0-9]{1,2}[.)] )?(?:[Tt]he )?(?P<who>[A-Z][\w'’-]*(?: [\w'’-]+){0,4}?)(?:: | -- )"
)


def _is_for_others(text: str, cast: Cast) -> bool:
    """Return whether an entry is headed by the name of one who is not asked: "Riga city council: to clear the wharf"."""
    match = _FOR_ONE.match(text)
    return match is not None and cast.part_of(match["who"]) is Part.THIRD


def _is_over_orders(sentences: Sequence[Sentence], lead: int) -> bool:
    """Return whether all entries of the list below a lead ask for themselves."""
    count = 0
    for one in sentences[lead + 1 :]:
        mark = labels.ENTRY.match(one.text)
        if one.paragraph != sentences[lead].paragraph or not (one.is_bullet or mark):
            break
        start = mark.end() if mark else 0
        if order_at(one.text.lower(), start, is_listed=True) is None and not _ASKS_ITSELF.search(
            one.text.lower()
        ):
            return False
        count += 1
    return count >= LEAST


def _are_all_dated(sentences: Sequence[Sentence], entries: Sequence[int]) -> bool:
    """Return whether each entry has a day of its own and names a thing: "(a) the roster, by May 5", "(b) the captions, May 9"."""
    texts = [sentences[j].text for j in entries]
    are_dated = all(_OWN_DAY.search(text.lower()) or closes_with_day(text) for text in texts)
    return are_dated and all(_is_named(text.lower()) for text in texts)


def _has_day(sentences: Sequence[Sentence], entries: Sequence[int]) -> bool:
    return any(_OWN_DAY.search(sentences[j].text.lower()) for j in entries)


def _asks_barely(low: str, cast: Cast) -> bool:
    """Return whether words that lead a list want what it names, and ask for nothing without it: "Also required:"."""
    match = _BARE.fullmatch(low) if not cast.is_clearance else None
    if match is None:
        return _is_senders(_WANTING.fullmatch(low), cast) and "from" not in low and "appreciate" not in low
    by = _BY.match(match["whose"] or match["from"] or match["of"] or "")
    is_others = by is not None and cast.part_of(by["whom"]) is not Part.ASKED
    return not is_others and _OWN_DAY.search(low) is None


def _is_named(low: str) -> bool:
    """Return whether an entry in small letters has no verb of its own: "names of drivers", "who owns the gate"."""
    mark = labels.ENTRY.match(low)
    thing = low[mark.end() if mark else 0 :]
    end = _MAIN_CLAUSE_ENDS.search(thing)
    is_bare = _FINITE.search(thing, 0, end.start() if end else len(thing)) is None
    return is_bare and not _SPEAKING.match(thing) and order_at(thing, is_listed=True) is None


_ASKS_SOMEBODY = re.compile(  # the list is what is asked there: "Embassies should ask the ministry the following:"
    r"\b(?:ask|inquire of|find out from|learn from|question|sound out|put to|query) (?:the |its |their |your |each |host |local |all )?[a-z]+"
)


def _things_under_action(sentences: Sequence[Sentence], cast: Cast) -> Iterator[int]:
    """Yield the entries that only name a thing, under "Action:" or a title like "What we ask"; orders ask for themselves."""
    led = owned = None
    for i, sentence in enumerate(sentences):
        if sentence.text.endswith(":"):
            led = sentence.paragraph if _announces(sentence.text.lower().strip(" :"), cast) else None
            owned = sentence.paragraph if _ASKS_SOMEBODY.search(sentence.text.lower()) else None
            continue
        if led is None and not sentence.heading:
            continue  # as mostly
        mark = labels.entry_of(sentence.text)
        if (mark is None and not sentence.is_bullet) or (owned is not None and owned == sentence.paragraph):
            continue
        title = (sentence.heading or "").lower().strip(" :.-")
        if (led is not None and led == sentence.paragraph) or _announces(title, cast):
            start = mark.end() if mark else 0
            if not sentence.text.endswith("?") and _is_thing(sentence.text.lower()[start:]):
                yield i


def _announces(title: str, cast: Cast) -> bool:
    """Return whether a title in small letters says that what stands below is wanted, of nobody but those of the cable."""
    if not _ACTION_ALONE.fullmatch(title):
        return False
    of = _OF_WHOM.fullmatch(title)
    return of is None or cast.part_of(of["whom"]) in (Part.ASKED, Part.SENDER) or of["whom"].endswith("date")


def _is_thing(low: str) -> bool:
    """Return whether an entry in small letters names a thing and no more: "two single rooms within the rate"."""
    label = _OWN_LABEL.match(low)
    thing = low[label.end() if label else 0 :]
    end = _MAIN_CLAUSE_ENDS.search(thing)
    is_bare = _FINITE.search(thing, 0, end.start() if end else len(thing)) is None
    is_bare = is_bare and _ASKS_AT_END.search(thing) is None
    is_long = thing.count(" ") >= SHORTEST_THING - 1 and not thing.endswith(("only.", ":"))
    is_order = (
        order_at(thing, is_listed=True) is not None or opens_with_verb(thing, is_listed=True) is not None
    )
    return is_bare and is_long and not (is_order and label is None) and not _SPEAKING.match(thing)


def _asks_for(low: str, cast: Cast) -> bool:
    if _WANTED.search(low):
        return True
    return _is_senders(_WANTING.fullmatch(low), cast)


def _is_senders(wanting: re.Match[str] | None, cast: Cast) -> bool:
    return wanting is not None and cast.part_of(wanting["who"]) is Part.SENDER


def _entries(sentences: Sequence[Sentence], lead: int) -> Iterator[int]:
    """Yield the things listed under a lead; a list of orders is none of things."""
    for j in range(lead + 1, len(sentences)):
        one = sentences[j]
        mark = labels.entry_of(one.text)
        is_entry = one.is_bullet or mark is not None or one.text[:1].islower()
        if one.paragraph != sentences[lead].paragraph or not is_entry:
            return
        if order_at(one.text.lower(), mark.end() if mark else 0, is_listed=True) is not None:
            return
        yield j
