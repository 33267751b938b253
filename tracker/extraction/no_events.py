"""What stands beside the noun of an event and a day and makes no event of them: a deed, a paper's date, a length, a denial."""

import re

from tracker.cable.hints import has_any
from tracker.extraction import event_words

_BODIES = frozenset("committee commission panel board council group assembly congress".split())
_LENGTHS = frozenset("day days week weeks".split())
_WHOSE = re.compile(  # in small letters, before a short visit: "the Ambassador's April 29 call on the new governor"
    r"(?:['’]s|s['’]|\b(?:his|her|their|our|courtesy|farewell|introductory)) (?:[\w'-]+ ){0,4}$"
)
_ITS_OWN = re.compile(  # right behind a noun, in small letters: what is the meeting's, not the meeting
    r"(?:['’]s|(?<=s)['’]) (?!(?:[\w-]+ )?(?:opening|start|first|last|final|beginning|dates?|days?|sessions?|meetings?|visit|closing)\b)"
)
_COUNTED = re.compile(  # in small letters: "for ten days' collecting", "every week"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|few|several|many|working|business|calendar"
    r"|each|every|per|some|other|one|a|half) $"
)
_WEEK_OF = re.compile(  # in small letters, behind "in the week": when something is done
    r" of (?:the )?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_THE = re.compile(r"\b(?:the|that|this|same|first|last|following|second|third|each) $")
_ONE = re.compile(r"\b(?:a|one) $")  # "a week of harbor cases"
_DONE = re.compile(  # in small letters: what a body did
    r"\b(?!(?:held|convened|assembled|opened|reconvened|gathered|planned|scheduled|called|named|united|joint|related|proposed|expanded|enlarged|limited|mixed)\b)"
    r"(?:\w{3,}ed|threw|told|wrote|gave|sent|took|made|found|chose|bore|broke|brought|drew|fell|forbade|got|kept|laid|let|lost|rose|saw|sold|shut|spoke|stood"
    r"|struck|swore|withdrew|won|put) "
)
_SITS = re.compile(
    r"\b(?:met|sat|held|convened|opened|began|meet|meets|convenes?|will|is to|voted|been (?:moved|postponed|put off|brought forward|shifted|rescheduled|set|called))\b"
)  # in small letters
_OF_OTHERS = re.compile(  # right behind a noun that only describes: "council president", "program notes"
    r" (?:nominations?|nominees?|applications?|applicants?|registrations?|participants?|notes|presidents?|chairman|chair|chairwoman|chairmen|members?|staff|managers?|directors?|officers?|officials?|secretary|secretariat"
    r"|spokesman|spokeswoman|chiefs?|bureau|coordinators?|organizers?|planners?|instructors?|advis[eo]rs?|specialists?|act|minutes|tickets?|manual|fees?|advances?|vouchers?|rooms?|hotels?|rates?|materials?|kits?|speech(?:es)?|ships?|vessels?|boats?|respondents?|reports?|numbers?|lines?|codes?|passwords?|links?|sites?|books?|papers|files?|folders?|diary|funds?|centers?|halls?|venues?|budgets?|costs?|invitations?|transcripts?|recordings?)\b"
)
_DATED = re.compile(  # in small letters: whose date a day is, "the press article of March 2 on the summit"
    r"\b(?:articles?|letters?|telegrams?|notes?|memos?|memorand(?:um|a)|cables?|messages?|reports?|decrees?|resolutions?|laws?|papers?|statements?|editorials?|story"
    r"|e-?mails?|fax|aide-?memoires?|circulars?|communiques?|agreements?|interviews?|remarks|instructions?|reftels?|airgrams?|orders?|contracts?|applications?|requests?"
    r"|announcements?) of $"
)
_ISSUED = re.compile(  # in small letters, right before a day: "circulated March 2 a revised agenda for the plenary"
    r"\b(?!(?:convened|opened|hosted|started|scheduled|planned|proposed)\b)(?:\w{3,}ed|sent|wrote|gave|put out|made|read|told) (?:on )?$"
)
_THING = re.compile(r" (?:an?|the|its|his|her|their|that|to) ", re.IGNORECASE)
_BINDING = re.compile(  # in small letters, right before a day
    r"\b(?:by|before|nlt|no later than|not later than|until|prior to|on or after|not before|after) $"
)
_BESIDE = re.compile(  # in small letters, right behind a day: another time than the event's own
    r" (?:around|before|after|ahead of|in advance of|prior to|until|since|to prepare|by the|by its|about (?:the|its)|regarding|on (?:the|its)(?! (?:margins|sidelines|occasion|eve|premises|grounds|island|campus|shores?)\b)) "
)
_GOES_ON = re.compile(r"\b(?:and|or|that|to|whether|if|must|should|will|has|have|when)\b")  # in small letters
_TOLD_THEN = re.compile(  # in small letters, before a day on which something was told: "informed Embassy June 4 that the group can meet"
    r"\b(?:informed|told|advised|said|assured|notified|confirmed|announced|reported|stated|learned|wrote|indicated|stressed|warned)\b(?: [\w.'’-]+){0,6}?(?: on)? $"
)
_THAT = re.compile(r",? (?:that|whether|how|why) ")  # in small letters, right behind a day
_CLOSED = (
    re.compile(  # in small letters, before a day: "will be closed on Friday, May 25 for Africa Freedom Day"
        r"\b(?:closed|shut|off work)\b[^.;]{0,40}$"
    )
)
_DENIED = re.compile(r"\b(?:no|neither) (?:[\w-]+ )?$")  # in small letters
_MAY_WISH = re.compile(r"\b(?:may|might) (?:wish|want|care|like)\b")  # in small letters
_DURING = re.compile(  # in small letters: the event is when it is done: "may wish to raise it during the call"
    r"\b(?:during|at|before|after|following|ahead of|on the margins of) (?:the|its|his|her|their|our) (?:[\w'’-]+ ){0,4}$"
)
_NEXT_CLAUSE = re.compile(  # in small letters, right behind a day: "withdrew May 8 and the board must name another before the vote"
    r",? (?:(?:and|but|so that|so|because|since|while|as|when|whereas) (?:[\w'’-]+ ){1,6}?(?:must|can|cannot|could|may|might|needs?) "
    r"|(?:and|but) (?:(?:on|in|at|to|for|by|of) )?(?:which|whom|whose|where) )"
)
_HEARER = re.compile(  # in small letters, before a body: who is told or asked something, "filed with the board"
    r"\b(?:due (?:in|at|before|with)(?: the)? $|(?:speech|address|statement|remarks|testimony|answer|reply|spoke|testified) (?:[\w-]+ ){0,3}?(?:in|to|before) (?:the |its )(?:[\w'’-]+ ){0,3}$|\b(?:went|gone|sent|passed|forwarded|referred|submitted|handed|delivered|mailed|addressed|written|wrote) (?:[\w-]+ ){0,3}?to (?:the|its|our|their) (?:[\w'’-]+ ){0,4}$|(?:told|informed|asked|assured|notified|warned|reminded|(?:filed|lodged|registered|pending|pleaded) (?:[\w-]+ ){0,3}?(?:with|before)) (?:the|its|our|their) (?:[\w'’-]+ ){0,4}$)"
)
_MEETING = "met saw called spoke talked telephoned interviewed visited received briefed thanked lunched dined".split()
_MET_ONE_OF = re.compile(  # in small letters, before a body: whom somebody met, "Econoff met the secretary of the council on May 3"
    r"\b(?:met|saw|called on|spoke (?:to|with)|talked (?:to|with)|telephoned|interviewed|visited|received|briefed|thanked|lunched with|dined with) (?:with )?(?:[\w.'’-]+ ){0,4}?"
    r"(?:secretary|secretary[- ]general|chair|chairman|chairwoman|vice[- ]chairman|clerk|head|president|vice[- ]president|director|members?|deputy|spokesman|spokeswoman|rapporteur|counsel|delegates?|officers?|advis[eo]rs?|organi[sz]ers?|staff|manager|treasurer|founder|leader) (?:of|at|to|from|for) (?:the |its |that |this )?(?:(?!at\b|during\b|in\b|after\b|before\b)[\w'’-]+ ){0,5}$"
)
_SEEN = re.compile(  # in small letters, before what somebody went to see: "visited the workshops of the mint on May 4"
    r"\b(?:visited|toured|inspected|called at|looked over|photographed|searched) (?:the|its|his|their|two|three|several|both) (?:[\w'’-]+ ){0,3}$"
)
_SIGHTS = frozenset("workshop workshops fair exhibition expo hall house program council board".split())
_LIKELY = re.compile(  # in small letters, before a day on which it may be: "could come as early as May 3", ", but may slip to May 4"
    r"\b(?:could|may|might) (?:[\w-]+ ){0,3}?as (?:early|soon|late) as (?:\w+day,? )?(?:the )?$"
    r"|\b(?:but|or|and|though|although)(?: it)? (?:could|may|might) (?:[\w-]+ ){0,2}?(?:slip|slide|move|be (?:moved|put off|postponed|delayed))(?: back)? (?:to|until|till|by) (?:\w+day,? )?$"
    r"|\b(?:could|might) (?:also|instead|otherwise|then|equally|just as well) (?:[\w'’-]+ ){1,4}?(?:(?:on|from|between) )?(?:\w+day,? )?$"
)
_MAYBE = ("could", "may", "might")  # one of them stands in whatever _LIKELY finds
_ARRANGED = re.compile(  # in small letters, before what the reader is asked to bring about: "asked to arrange a visit to the mill"
    r"\b(?:(?:requested|asked|instructed) to |(?:should|please|must) (?:also |kindly )?|requests? (?:that )?(?:[\w-]+ ){1,3}?|asks? (?:that )?(?:[\w-]+ ){1,3}?)(?:arrange|organi[sz]e|set up|schedule|plan|fix|seek|propose|offer|suggest) (?:for )?(?:an?|one|two) (?:[\w'’-]+ ){0,3}$"
)
_TO_DO = re.compile(  # in small letters, right behind a body: "left for the council to sort out on May 20"
    r" to (?!(?:be|meet|sit|convene|open|hold|vote|begin|start|reconvene|assemble|gather)\b)[a-z]+ "
)
_OTHER_BEGINS = re.compile(  # in small letters: another thing begins then, "name a chair before the recess, which begins on"
    r"\b(?:before|after|until|by|during|for) (?:the|its|their|our) (?:[\w'’-]+ ){0,3}?[\w'’-]+,? (?:which|that) (?:will )?(?:begins?|starts?|opens?|ends?|closes?) (?:on )?(?:\w+day, )?$"
)
_VOTED = re.compile(  # in small letters, before "votes": how many there were, "passed by four votes"
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|more|fewer|enough|few|many|most) $"
)
_OF_PRINT = re.compile(  # in small letters, right behind a day: "in its March 2 issue"
    r" (?:issue|edition|number|broadcast|column|editorial|article|newscast|editions|cartoon|front page|letter|telegram|note|memo|cable|e-?mail|message|decree|law|ruling|report|statement|communique|article)\b"
)
_MAY_COME = re.compile(  # in small letters, before "travel": what might be, "could instead travel"
    r"\b(?:could|might|may|can) (?:also |instead |otherwise |then |equally |just as well |possibly )*$"
)
_A_CALL = re.compile(  # in small letters, before "call with"
    r"(?:\b(?:an?|the|our|his|her|their|its|next|conference|phone|telephone|video|follow-up)|['’]s|s['’]) $"
)
_TOPIC = re.compile(  # in small letters, before a body or a text: what another thing is about, "the vote on the seed convention"
    r"\b(?:(?:votes?|debates?|hearings?|talks|seminar|workshop|briefing|conference|symposium|referendum) (?:on|about)|(?:meetings?|calls?|talks|consultations|lunch|dinner|breakfast) with) (?:the |a |an |its |our )(?:[\w-]+ ){0,3}$"
)
_SENT_THEN = re.compile(  # in small letters, from a noun to a day: "the draft program faxed March 2"
    r"\b(?:faxed|cabled|mailed|e-?mailed|airmailed|pouched|airpouched|telegraphed|wired|circulated|forwarded|transmitted|distributed|handed over|passed|repeated|(?:came|went|goes|go|comes) out)(?: to (?:[\w'’-]+ ){1,3}?)?(?: ?on| in)? $"
)
_HAS_ITS_DAY = re.compile(  # in small letters, right before a noun: "registration for the July 23 session ends at noon on July 19"
    r"\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:-\d{1,2})?|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*) (?:[\w-]+ )?$"
)
_ITS_OTHER_DAY = re.compile(r"\b(?:and|or|been|is|was|will|to|until|till|from|moved|put|postponed)\b|,")
_LAST_DAY = (
    re.compile(  # in small letters, from a day to "day": "has set May 1 as the last day for amendments"
        r" as (?:the|its|a) (?:last|final|closing|latest|absolute last) $"
    )
)
_WITH = re.compile(r" with (?:an?|its|their) ")  # in small letters, right behind a day
_ENDED_OR_BEGUN = re.compile(  # in small letters, before such a day: "ended at Callao on 3 March with a ceremony"
    r"(?<!be )\b(?:ended|closed|concluded|opened|began|started|kicked off|launched|answered|replied|responded|protested|reacted)\b[^.;,]{0,60}$"
)
_DEALT_WITH = re.compile(  # in small letters, from a day to a body: "called on March 2 upon the committee"
    r" (?:upon|on|with|to|before|against|for) "
)
_HANDED_IN = re.compile(  # in small letters, before a day: what is brought to a body, "bids close at noon May 14 at the board"
    r"\b(?:bids?|offers?|tenders?|proposals|applications|entries|petitions?|papers|documents)\b[^.;]{0,50}$"
)
_OF_THE_PRESS = re.compile(  # in small letters, before "review": what was printed in those days
    r"\b(?:press|media|news|newspapers?|editorial|radio|broadcast|weekly|monthly|fortnightly) (?:[\w-]+ )?$"
)
_CHOICES = re.compile(  # in small letters, before "courses": ways to act, not lessons
    r"\b(?:which of (?:the |these |those )?(?:\w+ )?|either of (?:the |these )?(?:\w+ )?|(?:alternative|other|possible|both) )$"
)


def is_none(text: str, low: str, noun: tuple[int, int], day: tuple[int, int]) -> bool:
    """Return whether a noun and a day of a text, given as their places, belong to no event; `low` is the text in small letters."""
    return _is_of_other_kind(low, noun, day) or (
        _is_before_noun(text, low, noun, day) if day[1] <= noun[0] else _is_behind_noun(low, noun, day)
    )


def is_likely(text: str, start: int) -> bool:
    """Return whether an event may be on the day that starts there, but is not set for it: "as early as May 3"."""
    before = text[max(0, start - 60) : start].lower()
    return has_any(before, _MAYBE) and _LIKELY.search(before) is not None


def is_of_paper(text: str, start: int) -> bool:
    """Return whether a day is the date of a paper: "A petition dated May 9 calls on the Minister to open the bridge"."""
    return text[:start].lower().endswith((" dated ", " dated on "))


def _is_of_other_kind(low: str, noun: tuple[int, int], day: tuple[int, int]) -> bool:
    """Return whether the noun is none here, whatever the day: a length of time, a word that describes, a thing denied."""
    word, before = low[slice(*noun)], low[max(0, noun[0] - 40) : noun[0]]
    if (word.startswith("vote") and before.endswith(("explanation of ", "explanations of "))) or (
        word == "event" and before.endswith(("in the ", "in any ", "in that "))
    ):
        return True
    if _is_not_sat(low, word, before, day):
        return True
    if word.startswith("course") and (_CHOICES.search(before) or low.startswith(" of action", noun[1])):
        return True
    if word in _LENGTHS and _CLOSED.search(low[max(0, day[0] - 50) : day[0]]):
        return True
    if (
        word in _LENGTHS
        and _COUNTED.search(before)
        and not (_ONE.search(before) and low.startswith(" of ", noun[1]))
    ):
        return True
    if word in _LENGTHS and _THE.search(before) and _WEEK_OF.match(low, noun[1]):
        return True
    is_apart = day[1] + 1 != noun[0]
    if word in event_words.SHORT_VISITS and is_apart and not _is_somebodys(low, noun, before):
        return True
    is_describing = is_apart and bool(_OF_OTHERS.match(low, noun[1]) or _ITS_OWN.match(low, noun[1]))
    is_wished = _MAY_WISH.search(before) is not None and _DURING.search(before) is None
    return is_describing or _DENIED.search(before) is not None or is_wished


def _is_somebodys(low: str, noun: tuple[int, int], before: str) -> bool:
    """Return whether a short visit or a call is somebody's, or is held with somebody: "a call with the panel"."""
    is_with = low.startswith(" with ", noun[1]) and _A_CALL.search(before) is not None
    return is_with or _WHOSE.search(before) is not None


def _is_not_sat(low: str, word: str, before: str, day: tuple[int, int]) -> bool:
    """Return whether the noun is counted, only possible or another's topic, or the day is that of something printed."""
    if word == "votes" and _VOTED.search(before):
        return True
    if word.startswith("review") and _OF_THE_PRESS.search(before):
        return True
    if word == "travel" and _MAY_COME.search(before):
        return True
    if word in event_words.WEAK and _TOPIC.search(before):
        return True
    return _OF_PRINT.match(low, day[1]) is not None


def _is_before_noun(text: str, low: str, noun: tuple[int, int], day: tuple[int, int]) -> bool:
    before = low[max(0, day[0] - 40) : day[0]]
    if _DATED.search(before) or _BESIDE.match(low, day[1]):
        return True
    if _THAT.match(low, day[1]) and _TOLD_THEN.search(before):
        return True
    if _is_on_the_side(low, noun, day):
        return True
    next_clause = _NEXT_CLAUSE.match(low, day[1])
    if next_clause and next_clause.end() <= noun[0]:
        return True
    if _THING.match(text, day[1]) and _ISSUED.search(before):
        return True
    return _BINDING.search(before) is not None and _GOES_ON.search(low[day[1] : noun[0]]) is not None


def _is_on_the_side(low: str, noun: tuple[int, int], day: tuple[int, int]) -> bool:
    """Return whether the noun behind a day is how something ended, whom somebody dealt with, or what the day is the last for."""
    word, between = low[slice(*noun)], low[day[1] : noun[0]]
    before = low[max(0, day[0] - 80) : day[0]]
    if word == "day" and _LAST_DAY.fullmatch(between):
        return True
    if _WITH.match(between) and _ENDED_OR_BEGUN.search(before):
        return True
    if word not in _BODIES:
        return False
    return _DEALT_WITH.match(between) is not None or (
        between.startswith(" at the ") and _HANDED_IN.search(before) is not None
    )


def _is_behind_noun(low: str, noun: tuple[int, int], day: tuple[int, int]) -> bool:
    word, between = low[slice(*noun)], low[noun[1] : day[0]]
    before = low[max(0, noun[0] - 80) : noun[0]]
    if _ARRANGED.search(before) or (word in _SIGHTS and _SEEN.search(before)):
        return True
    if _is_of_one_met(low[max(0, noun[0] - 140) : noun[0]]) and not _SITS.search(between):
        return True
    is_sent = _SENT_THEN.search(between) is not None
    if _HAS_ITS_DAY.search(before) and not _ITS_OTHER_DAY.search(between):
        return True
    if is_sent or (word in _BODIES and _TO_DO.match(between)) or _OTHER_BEGINS.search(between):
        return True
    if word not in _BODIES or _SITS.search(between):
        return False
    return _DONE.search(between) is not None or _HEARER.search(before) is not None


def _is_of_one_met(before: str) -> bool:
    """Return whether the words before a body, in small letters, tell whom of it somebody met."""
    return has_any(before, _MEETING) and _MET_ONE_OF.search(before) is not None
