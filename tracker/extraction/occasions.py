"""Occasions told without their noun: a court that adjourns to a day, voters who chose, fairs that come back, guests who are here."""

import re

from tracker.extraction import doers
from tracker.extraction import happening_actors as actors
from tracker.extraction.releases import WILL

ADJOURNED = re.compile(  # "The magistrate adjourned to", "The court put the matter over to"
    r"\b(?:adjourn(?:ed|s)|put(?:s)? (?:it|(?:the|this|that) (?:[\w'’-]+ ){1,3}?)over|continued (?:it|(?:the|this|that) [\w'’-]+))(?: (?:it|(?:the|this|his|her|their|both) [\w'’-]+))? (?:to|for)(?: \w+day,?)?$",
    re.IGNORECASE,
)
ADJOURNED_WORDS = frozenset("adjourned adjourns over continued".split())
PHONES = re.compile(  # "will speak by telephone with the President", "has a call with"
    rf"\b(?:{WILL} (?:speak|talk|confer)(?: again)? (?:by|over the) (?:tele)?(?:phone|video)|{WILL} (?:telephone|phone)|{WILL} have an? (?:[\w-]+ )?call with|has an? (?:[\w-]+ )?call with)\b",
    re.IGNORECASE,
)
PHONES_WORDS = frozenset("phone telephone video call".split())
HERE = re.compile(  # said of somebody: "our regional surgeon, in town", "the relief crew, due through on"
    r"(?<=\w),? (?:(?:now |next )?(?:here|in town)|(?:now |next )?(?:due|expected) (?:through|in town|here|(?:to (?:pass|come) through(?: (?:here|post|town|[A-Z][\w'-]+))?)))(?: (?:on|from|between|for))?$",
    re.IGNORECASE,
)
HERE_WORDS = frozenset("here town due expected".split())
CALLED = re.compile(  # "Students have called a sit-in for"
    rf"\b(?:(?:has|have|had) (?:now )?(?:called|announced|scheduled|planned)|calls?|called|plans?|{WILL} (?:hold|stage)|is planning|are planning) (?:an?|the|its|their|another) (?:[\w'’-]+ ){{0,3}}?(?:march|rally|sit-in|demonstration|vigil|procession|teach-in|motorcade|picket)\b",
    re.IGNORECASE,
)
CALLED_WORDS = frozenset("called announced scheduled planned calls plans hold stage planning".split())
CHOSE = re.compile(  # "Voters in two districts filled empty seats on"
    rf"\b(?:{WILL} (?:fill|pick|choose|return|replace|decide)|chose|filled|picked|elected|returned|rejected|approved|voted|gave|turned out)\b",
    re.IGNORECASE,
)
CHOSE_WORDS = frozenset(
    "fill pick choose return replace decide chose filled picked elected returned rejected approved voted gave turned".split()
)
COMES_BACK = re.compile(  # "The book fair comes back to the old station", "kicks off in Puno"
    rf"\b(?:(?:returns|comes back|moves|goes|travels) to (?:the |its )?[\w]|(?:kicks off|gets (?:under ?way|going|started)|goes (?:ahead|forward|on view)|hangs|shows|falls)\b"
    rf"|comes(?: on)?$|{WILL} (?:return|come back|move) to (?:the |its )?[\w]|{WILL} (?:kick off|get (?:under ?way|going|started)|go (?:ahead|forward)|hang|tour|close with)\b)",
    re.IGNORECASE,
)
COMES_BACK_WORDS = frozenset(
    "returns comes moves goes travels kicks gets hangs shows falls return come move kick get go hang tour close".split()
)
KEPT = re.compile(  # "Navy Day was kept at the base on"
    rf"\b(?:is|was|are|were|{WILL} be)(?: again| always)? (?:kept|celebrated|marked|observed)\b(?! (?:by|as) (?:an?|the) (?:public )?(?:holiday|closing))",
    re.IGNORECASE,
)
KEPT_WORDS = frozenset("kept celebrated marked observed".split())
CELEBRATES = re.compile(  # "will celebrate Independence Day early, on"
    rf"\b(?:{WILL} (?:celebrate|mark|commemorate)|celebrates|marks|commemorates) (?!the |its |their |our )(?:[\w'’-]+ ){{1,4}}?(?:day|week|birthday)\b",
    re.IGNORECASE,
)
CELEBRATES_WORDS = frozenset("celebrate celebrates mark marks commemorate commemorates".split())
HAS_SITTING = re.compile(
    r"\b(?:has|have|had) (?:its|their|a) (?:(?:next|first|last|second|third|annual|spring|fall|regular|final|opening) )?(?:sitting|session|meeting|round|plenary)\b",
    re.IGNORECASE,
)
HAS_SITTING_WORDS = frozenset("sitting session meeting round plenary".split())
TOGETHER = re.compile(  # "brings both sides together"
    rf"\b(?:brings|{WILL} bring) (?:the |all |both )?(?:[\w'’-]+ ){{1,3}}together\b", re.IGNORECASE
)
TOGETHER_WORDS = frozenset({"together"})
AT_TABLE = re.compile(  # "hosts heads of mission at a dinner"
    rf"\b(?:hosts|receives|entertains|invites|{WILL} (?:host|receive|entertain|treat|invite)) [^.;:,]{{3,60}}? (?:at|to|for) (?:an? |his |her |the )?(?:[\w-]+ ){{0,2}}?(?:dinner|lunch|luncheon|reception|breakfast|tea|cocktails|barbecue|picnic|banquet)\b",
    re.IGNORECASE,
)
AT_TABLE_WORDS = frozenset(
    "dinner lunch luncheon reception breakfast tea cocktails barbecue picnic banquet".split()
)
LASTING = re.compile(  # "funds for a three-week regional project on soil law,"
    r"\b(?:one|two|three|four|five|six|eight|ten|\d{1,2})-(?:day|week|month) (?:[\w-]+ ){0,3}?(?:projects?|programs?|internships?|attachment|traineeship|fellowships?)\b(?: (?:on|in|of) (?:the )?[\w'’ -]{3,50})?$|\b(?:regional|visitors?|exchange|multi-regional) projects? (?:on|in|for|of) [\w'’ -]{3,50}$",
    re.IGNORECASE,
)
LASTING_WORDS = frozenset(
    "project projects program programs internship internships attachment traineeship fellowship fellowships".split()
)
SHIP_LIES = re.compile(  # "lies at anchor off Paita", "scheduled Callao", as telegrams say without "for"
    r"\b(?:(?:lies|rides) (?:at anchor )?(?:off|in|at|alongside)\b|(?:scheduled|slated|due)(?: (?:in|at|into|for|to call at))? (?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?$)",
    re.IGNORECASE,
)
SHIP_LIES_WORDS = frozenset("lies rides scheduled slated due".split())
HOLDS_NOW = re.compile(  # "is sponsoring a book exhibit", "has a team coming to Lima"
    r"\b(?:(?:is|are) (?:sponsoring|hosting|holding|staging|organizing|mounting) (?:(?:an?|the|its|their) )?(?:[\w'’-]+ ){0,4}?(?:seminar|workshop|conference|exhibit|exhibition|fair|concert|course|meeting|reception|competition|show|symposium|festival|round ?table|exercise|lecture|tournament)s?"
    r"|(?:has|have) (?:an?|two|three|four|its|several) (?:[\w-]+ ){0,3}?(?:team|mission|delegation|officers?|experts?|people|group|inspectors?) (?:coming|going|travell?ing|visiting))\b",
    re.IGNORECASE,
)
HOLDS_NOW_WORDS = frozenset(
    "sponsoring hosting holding staging organizing mounting coming going traveling travelling visiting".split()
)
COME_TO = re.compile(  # "Two examiners from the Mint come to Lima"
    r"\b(?i:come) (?i:to|through) (?!(?i:terms|grips|nothing|power|light|mind|blows|pass|an?|the|agreement|life|rest)\b)[A-Z]"
)
COME_TO_WORDS = frozenset({"come"})
RECEIVED = re.compile(  # "is to be received by the President", "has been summoned to Geneva for"
    rf"\b(?:{WILL} be (?:received|welcomed|honou?red|feted) by|(?:has|have) been (?:summoned|called|invited|convened|convoked) to (?=[A-Z])(?:[\w'’-]+ ){{1,4}}for$)",
    re.IGNORECASE,
)
RECEIVED_WORDS = frozenset(
    "received welcomed honored honoured feted summoned called invited convened convoked".split()
)
WORK_AGAIN = re.compile(
    rf"\b(?:resumes?|takes up|goes back to|returns to|{WILL} (?:resume|take up|return to)) (?:its|their) (?:work|sessions?|hearings?|talks|deliberations|debate|proceedings)\b",
    re.IGNORECASE,
)
WORK_AGAIN_WORDS = frozenset("resume resumes takes take goes returns return".split())
WREATH = re.compile(  # what is done once, with guests: "lays a wreath", "presents its prizes", "cuts the tape"
    rf"\b(?:(?:lays?|{WILL} lay) (?:an?|the) wreath|(?:presents|awards|hands out|{WILL} (?:present|award|hand out)) (?:its|the|their|his) (?:[\w-]+ ){{0,3}}?(?:prizes?|awards?|medals?|diplomas|trophy)|(?:cuts|{WILL} cut) the tape"
    rf"|(?:exchange|{WILL} exchange) (?:the )?(?:notes|instruments|letters of|ratifications))\b",
    re.IGNORECASE,
)
WREATH_WORDS = frozenset(
    "wreath prize prizes award awards medal medals diplomas trophy tape exchange".split()
)
RULES = re.compile(  # "The judges hand down their ruling", "The arbitrators will read their award"
    rf"\b(?:hands? down|delivers?|pronounces?|reads?|{WILL} (?:hand down|deliver|pronounce|read|give|announce)) (?:its|their|the|his|her|an?) (?:[\w-]+ ){{0,2}}?(?:ruling|award|verdict|judge?ment|sentence|decision|opinion|finding)s?\b",
    re.IGNORECASE,
)
RULES_WORDS = frozenset("hand hands deliver delivers pronounce pronounces read reads give announce".split())
MARCH = re.compile(  # of people: "Farmers will march on the capital"
    r"\b(?:will|plans to|intends to) (?:march|demonstrate|rally|parade|picket)\b", re.IGNORECASE
)
MARCH_WORDS = frozenset("march demonstrate rally parade picket".split())
UNDER_WAY = re.compile(
    rf"\b(?:(?:is|are|{WILL} be) under ?way|(?:has|have) (?:a )?(?:new|firm|fixed) dates?)\b",
    re.IGNORECASE,
)
UNDER_WAY_WORDS = frozenset("way underway date dates".split())
BRINGS_OUT = re.compile(  # a paper, whoever does: "brings out its quarterly bulletin", "issues its yearly guide"
    rf"\b(?:brings out|puts out|issues|publishes|{WILL} (?:bring out|put out|present)) (?:its|the|their|his|her) (?:[\w'’-]+ ){{0,4}}?(?:bulletin|report|guide|list|yearbook|survey|index|atlas|statistics|figures|findings|ranking|forecast|outlook|budget|strategy|census|handbook|review|assessment)s?\b",
    re.IGNORECASE,
)
BRINGS_OUT_WORDS = frozenset("brings puts issues publishes bring put present".split())
OVERNIGHT = re.compile(
    rf"\b(?:overnights?|{WILL} (?:overnight|stage through)|spends? the night|(?:plans?|intends?|proposes?) (?:(?:two|three|four|five|six|ten|\d+) (?:days|nights)|a (?:day|night|week)) (?:in|at|here))\b",
    re.IGNORECASE,
)
OVERNIGHT_WORDS = frozenset("overnight overnights night days nights day week stage".split())
ARRIVING = re.compile(  # "rooms for party of five arriving"
    r"\b(?:party|team|group|delegation|mission|visitors?|auditors?|inspectors?|codel|staffdel|crew|travelers?|principals?|couple)\b(?: of [\w'’-]+(?: [\w'’-]+)?)? arriving(?: (?:here|(?:in|at) [\w'’-]+(?: [\w'’-]+)?))?(?: on)?$",
    re.IGNORECASE,
)
ARRIVING_WORDS = frozenset({"arriving"})
_COURTS = frozenset(
    "court tribunal judge magistrate justice bench panel chamber jury judges justices arbitrators arbitrator magistrates coroner hearing inquiry trial inquest".split()
)
_VOTERS = frozenset("voters electors electorate citizens residents".split())
_STAYERS = frozenset(
    "group party crew class pilots couriers nurse surgeon psychiatrist physician doctor manager engineer courier dentist locksmith technician seabees troupe".split()
)
_DAYS = re.compile(r"\b(?:day|days|week|anniversary|month|jubilee|feast|centenary|birthday)$", re.IGNORECASE)
_FIELD = re.compile(r"\b(?:field ?work|outreach|canvass|tasting|canvassing|tour)\b", re.IGNORECASE)


def _is_court(subject: str) -> bool:
    """Return whether a subject is who adjourns a case: a court, a judge."""
    return actors.head_of(subject) in _COURTS


def _are_voters(subject: str) -> bool:
    """Return whether a subject is those who vote."""
    return actors.head_of(subject) in _VOTERS


def _is_guest(subject: str) -> bool:
    """Return whether a subject is somebody, by title or trade, who may be here for some days."""
    head = actors.head_of(subject)
    return actors.travels(subject) or head in _STAYERS or doers.is_someone(head)


def _are_marchers(subject: str) -> bool:
    """Return whether a subject is people who may march together."""
    return actors.are_people(subject) or actors.meets(subject)


def _is_guest_of_honor(subject: str) -> bool:
    """Return whether a subject is who is received or summoned: people, a visitor or a body."""
    return _is_guest(subject) or actors.are_parties(subject)


def _is_day_kept(subject: str) -> bool:
    """Return whether a subject is a day, a week or a feast that is kept."""
    return _DAYS.search(subject.removesuffix(" again")) is not None


def _always(_: str) -> bool:
    return True


def _takes_place(subject: str) -> bool:
    """Return whether a subject is a thing that takes place, field work too."""
    return actors.is_happening(subject) or _FIELD.search(subject) is not None


KINDS = (  # what is done, the words one of which stands in it, and by whom it must be done
    (ADJOURNED, ADJOURNED_WORDS, _is_court),
    (PHONES, PHONES_WORDS, actors.is_visitor),
    (HERE, HERE_WORDS, _is_guest),
    (CALLED, CALLED_WORDS, actors.is_anybody),
    (CHOSE, CHOSE_WORDS, _are_voters),
    (COMES_BACK, COMES_BACK_WORDS, _takes_place),
    (KEPT, KEPT_WORDS, _is_day_kept),
    (CELEBRATES, CELEBRATES_WORDS, bool),
    (HAS_SITTING, HAS_SITTING_WORDS, actors.meets),
    (TOGETHER, TOGETHER_WORDS, actors.is_anybody),
    (AT_TABLE, AT_TABLE_WORDS, actors.is_anybody),
    (LASTING, LASTING_WORDS, bool),
    (SHIP_LIES, SHIP_LIES_WORDS, actors.is_ship),
    (HOLDS_NOW, HOLDS_NOW_WORDS, actors.is_anybody),
    (COME_TO, COME_TO_WORDS, _is_guest),
    (RECEIVED, RECEIVED_WORDS, _is_guest_of_honor),
    (WORK_AGAIN, WORK_AGAIN_WORDS, actors.meets),
    (WREATH, WREATH_WORDS, actors.is_anybody),
    (RULES, RULES_WORDS, _is_court),
    (MARCH, MARCH_WORDS, _are_marchers),
    (UNDER_WAY, UNDER_WAY_WORDS, _takes_place),
    (BRINGS_OUT, BRINGS_OUT_WORDS, actors.is_publisher),
    (OVERNIGHT, OVERNIGHT_WORDS, actors.is_traveller),
    (ARRIVING, ARRIVING_WORDS, _always),
)
WORDS = frozenset().union(*(words for _, words, _ in KINDS)) - {"march"}  # the month
