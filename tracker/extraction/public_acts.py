"""What is done in public on a day: courts and votes, papers made public, openings and signings, audits, ships that call."""

import re

from tracker.extraction import happening_actors as actors
from tracker.extraction.releases import WILL

_WOULD = rf"(?:{WILL}|would|(?:is|are) likely to)"
_PAPER = (
    r"(?:reports?|studies|study|stud(?:y|ies)|rules?|regulations?|notices?|handbooks?|guides?|guidelines|manuals?|atlas|director(?:y|ies)|lists?|(?:white |green )?papers?"
    r"|polic(?:y|ies)|plans?|codes?|editions?|books?|catalogs?|catalogues?|decrees?|texts?|declarations?|communiques?|statements?|standards|maps?|databases?|bulletins?|newsletters?"
    r"|determinations?|statistics|results|figures|index|surveys?|census|findings|reviews?|budgets?|yearbooks?|strateg(?:y|ies)|volumes?|tables|names|winners|factbook|annex|rankings?|website)"
)
TRIED = re.compile(  # "The case goes to trial on", "is to testify before the Senate on"
    rf"\b(?:{_WOULD} (?:go (?:to|on) trial|stand trial|come (?:up )?(?:to trial|before|up for)|be (?:tried|heard|argued)|testify|give evidence|appear (?:before|in court)|be (?:put|brought) to (?:the|a) vote)"
    r"|goes (?:to|on) trial|stands trial|comes (?:up )?(?:to trial|before (?:the|a|its)|up for)|testif(?:ies|y)|gives evidence|appears (?:before|in court))\b",
    re.IGNORECASE,
)
TRIED_WORDS = frozenset(
    "trial tried heard argued testify testifies evidence appear appears comes come vote".split()
)
VOTED = re.compile(  # "A vote will be taken on", "Action on the draft is expected"
    rf"\b(?:votes?|ballots?|balloting|polls?|decisions?|action|count|verdict|judgment|judgement|ruling|sentence|announcement|designation|presentation)\b(?: (?:on|in|by|of|for) [^.;:,]{{2,60}}?)? (?={_WOULD} be (?:taken|made|held|cast|handed down|given|read|announced|pronounced|passed|delivered)\b|(?:is|are|was|were) (?:now )?(?:expected|likely|foreseen|due|anticipated)\b)",
    re.IGNORECASE,
)
VOTED_WORDS = frozenset(
    "vote votes ballot ballots balloting poll polls decision decisions action count verdict judgment judgement ruling sentence announcement designation presentation".split()
)
ADOPTED = re.compile(  # "The text is to be adopted on"
    rf"\b{_WOULD} (?:be (?:adopted|voted on|voted upon|passed|debated|taken up|put to (?:the|a) vote|introduced|tabled|acted (?:up)?on|gavell?ed through|brought to a vote)|come to (?:a|the) vote)\b",
    re.IGNORECASE,
)
ADOPTED_WORDS = frozenset(
    "adopted voted passed debated taken put introduced tabled acted brought come gaveled gavelled".split()
)
TAKEN_UP = re.compile(r"\btakes? (?:the|its|this|that|our) (?:[\w'’-]+ ){1,4}up\b", re.IGNORECASE)
TAKEN_UP_WORDS = frozenset({"take", "takes"})
ELECT = re.compile(
    rf"\b(?:{WILL} (?:elect|choose)|elects?|chooses?)\b(?= (?:an?|the|its|their|new)\b)", re.IGNORECASE
)
ELECT_WORDS = frozenset("elect elects choose chooses".split())
PUBLISH = re.compile(  # whoever does: "It will publish the new atlas", "will publish in the Federal Register a rule"
    rf"\b(?:{WILL} (?:release|publish|unveil|promulgate|launch)|unveils|releases|promulgates)(?: (?:in|at) [A-Z][\w ]{{3,30}}?)? (?:the|its|their|his|her|an?|two|three|new|final|proposed|interim)\b(?: [\w'’()/,-]+){{0,9}}? {_PAPER}\b",
    re.IGNORECASE,
)
PUBLISH_WORDS = frozenset(
    "release publish unveil promulgate issue launch unveils releases promulgates".split()
)
ANNOUNCE = re.compile(  # whoever does: "Commerce is to announce its determination", "will put out a worldwide warning"
    rf"\b{WILL} (?:announce|designate|proclaim|make (?:the|its|an|a) (?:[\w'’-]+ ){{0,3}}?(?:public|announcement)|make public (?:the|its)|add (?:the|its|two|three|four|five|\d+|more) [\w'’ -]{{2,50}}? to (?:its|the) (?:[\w'’-]+ ){{0,3}}?list|(?:put out|issue) (?:the|an?|its) (?:[\w'’-]+ ){{0,4}}?(?:announcement|warning|advisory|alert|statement|communique|estimate|forecast|determination|notice|bulletin|press release|rule|regulations?))\b",
    re.IGNORECASE,
)
ANNOUNCE_WORDS = frozenset(
    "list announce designate proclaim announcement designation public warning advisory alert statement communique estimate forecast determination notice bulletin release rule regulation regulations".split()
)
SIGN = re.compile(
    rf"\b(?:{WILL} (?:sign|initial)|signs|sign|initials)(?: into law)? (?:(?:the|an?|its|their|our|two|three) )?(?:[\w'’-]+ ){{0,6}}?(?:treat(?:y|ies)|agreements?|bills?|laws?|memorandum|mou|texts?|accords?|conventions?|protocols?|pacts?|declarations?|charter|compact|instruments?|communique)\b",
    re.IGNORECASE,
)
SIGN_WORDS = frozenset({"sign", "signs", "initial", "initials"})
OPENING = re.compile(  # "cuts the ribbon", "will dedicate the library", "opens to the public", "takes office"
    rf"\b(?:{WILL} (?:inaugurate|dedicate|christen|swear in|cut the ribbon|break ground|lay (?:the|a) (?:corner|foundation)|unveil (?:the|a)|present (?:his|her|their) (?:credentials|letters)|take (?:office|the oath)|be (?:opened|open) to|open to (?:the public|traffic|visitors))"
    r"|inaugurates|dedicates|christens|swears in|cuts the ribbon|breaks ground|lays (?:the|a) (?:corner|foundation)|presents (?:his|her) (?:credentials|letters)|takes (?:office|the oath)|is sworn in|opens? to (?:the public|traffic|visitors))\b",
    re.IGNORECASE,
)
OPENING_WORDS = frozenset(
    """inaugurate dedicate christen swear cut break lay unveil present take opened open opens inaugurates dedicates christens swears cuts breaks
    lays presents takes sworn""".split()
)
GROUND = re.compile(rf"^ground (?={WILL} be broken\b|is broken\b)", re.IGNORECASE)
GROUND_WORDS = frozenset({"broken"})
AUDIT = re.compile(  # whoever looks: "The Office of Inspector General will inspect the embassy"
    rf"\b{WILL} (?:audit|reaudit|inspect|reinspect|certify|recertify|evaluate|assess|survey) (?:the|our|its|all|two|three|each|several|[A-Z\d]\w*)|\baudits (?:the|our|its)\b",
    re.IGNORECASE,
)
AUDIT_WORDS = frozenset(
    "audit audits reaudit inspect reinspect certify recertify evaluate assess survey".split()
)
WORK = re.compile(  # of a team: "A two-man team will review the contract"
    rf"\b{WILL} (?:review|examine|check|test|study|look (?:at|into)|go (?:over|through)|work (?:at|in|with|on)|be (?:working|on site|on the ground|at post)|train|teach)\b|\b(?:begins?|starts?) (?:its|their|his|her) (?:[\w-]+ )?(?:work|visit|audit|inspection|review|tour|mission|program|study|survey)\b",
    re.IGNORECASE,
)
WORK_WORDS = frozenset(
    "begin begins start starts review examine check test study look go work be train teach".split()
)
STAY = re.compile(  # of people: "is coming to Lima", "would be in Lima", "plans a stay in Lima"
    r"\b(?:(?:is|are) coming (?:to|here)|(?:would|could|can) be (?:in|at|here)\b|(?:would|could|can) (?:visit|arrive|come to|travel to)|(?:will|to) (?:make|pay) (?:an?|its|his|her|their)"
    r"|(?:plans?|proposes?|intends?) (?:an? |to make an? |to pay an? )(?:[\w-]+ ){0,3}?(?:stay|stop|visit|call|trip)|(?:has|have) accepted (?:an?|the|our) invitation to)\b",
    re.IGNORECASE,
)
STAY_WORDS = frozenset("coming be visit arrive come travel make pay stay stop call trip invitation".split())
CONVOKES = re.compile(
    r"\b(?:convokes|summons|brings together|is bringing together|(?:has|have) (?:convened|convoked|summoned|called together|invited))\b (?!(?:\w+ )?(?:bids?|tenders|offers|comments|applications|proposals|nominations)\b)(?=(?:(?!to\b)[\w'’-]+ ){1,9}(?:for|in|on|from)$)",
    re.IGNORECASE,
)
CONVOKES_WORDS = frozenset(
    "convokes summons brings bringing convened convoked summoned together invited".split()
)
MEET_AGAIN = re.compile(  # whoever they are: "agreed to meet again in Lima", "They will next meet"
    r"\b(?:agreed|agree|decided|arranged|plans?|propose[sd]?|will|is|are|expects?|hopes?)(?: to)? (?:next meet|meet (?:again|next|once more)|reconvene|convene again|resume (?:the |their |its )?(?:talks|negotiations|discussions|work))\b",
    re.IGNORECASE,
)
MEET_AGAIN_WORDS = frozenset("meet reconvene convene resume".split())
CALL_BY = re.compile(
    r"\b(?:port )?(?:calls?|visits?|stops?) (?:by|of) (?:the )?(?:US(?:S|NS|CGC) [A-Z]|R/V [A-Z]|(?:ship|vessel|frigate|cutter|destroyer|squadron|submarine)s?\b(?!['’]))[^.;:,]{0,50}?(?: (?:at|in|to|off) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?(?: (?:on|from|for|between))?$"
)
CALL_BY_WORDS = frozenset("call calls visit visits stop stops".split())
PLACE_OPENS = re.compile(
    rf"\b(?:opens|{WILL} open)(?: its doors)?(?: (?:here|(?:in|at) (?-i:[A-Z])[\w'’ -]{{2,30}}?))?(?: on)?$",
    re.IGNORECASE,
)
PLACE_OPENS_WORDS = frozenset("open opens".split())
HEARS = re.compile(
    rf"\b(?:{WILL} (?:hear|try|sentence|question|rule on|take up)|hears|tries|sentences)\b", re.IGNORECASE
)
HEARS_WORDS = frozenset("hear try sentence question rule take hears tries sentences".split())
LIFTS_OFF = re.compile(
    rf"\b(?:{WILL} (?:lift off|launch (?:the|a|its|an) (?:[\w-]+ ){{0,3}}?(?:satellites?|rocket|probe|shuttle|balloon|spacecraft|missile|campaign))|lifts off)\b",
    re.IGNORECASE,
)
LIFTS_OFF_WORDS = frozenset("lift lifts launch".split())
CAME = re.compile(r"\b(?:arrived|came)(?: (?:here|(?:in|at|to) [\w'’ -]{2,30}?))?(?: on)?$", re.IGNORECASE)
CAME_WORDS = frozenset({"arrived", "came"})
DUE_TO = re.compile(  # "with the services group due to reconvene in Geneva"
    r"\b(?:due|scheduled|set|slated|expected) to (?:reconvene|convene|meet|open|begin|start|resume|sit|take place|be held|gather)\b",
    re.IGNORECASE,
)
DUE_TO_WORDS = frozenset("reconvene convene meet open begin start resume sit held take gather".split())
SPEND = re.compile(rf"\b(?:{WILL} spend|spends|(?:plans?|hopes?|intends?) to spend|spending)$", re.IGNORECASE)
SPEND_WORDS = frozenset("spend spends spending".split())
LANDS = re.compile(
    rf"\b(?:{WILL} (?:land|touch down|fly in(?:to)?)|lands|touches down|flies in(?:to)?)(?: (?:in|at) (?:[\w'’-]+ ?){{1,4}}?| here)?(?: (?:on|from))?$",
    re.IGNORECASE,
)
LANDS_WORDS = frozenset("land touch lands touches fly flies".split())
IN_PORT = re.compile(  # of a ship: "will tie up at Callao", "may call at Callao"
    rf"\b(?:(?:{WILL}|may|would|can|to) (?:call (?:in )?at|put in(?: at| to)|dock|tie up|berth|anchor|moor|enter port|pay (?:a|an) (?:\w+ ){{0,2}}?(?:visit|call)|make (?:a|an) (?:\w+ ){{0,2}}?(?:call|stop|visit)|visit|touch at)|docks|ties up|berths|anchors|puts in (?:at|to)|calls (?:in )?at|(?:is|are) due (?:in|at|off)|steams into|sails into)\b",
    re.IGNORECASE,
)
IN_PORT_WORDS = frozenset(
    "call put dock tie berth anchor moor enter pay make visit touch docks ties berths anchors puts calls due steams sails".split()
)
FOR_SHIP = re.compile(  # of one that needs leave: "permission for the vessel to conduct research and to call at La Guaira"
    r"\bfor (?:[\w'’/\".-]+ ){0,6}?(?:(?:vessel|ship|cutter|frigate|destroyer|submarine|schooner|icebreaker|squadron|yacht)s?\b|US(?:S|NS|CGC) [A-Z]|(?:r/v|m/v|s/s) [a-z])[^;:]{0,120}? to (?:call (?:in )?at|put in(?: at| to)|dock|berth|anchor|moor|visit|enter|make (?:a|an) (?:\w+ ){0,2}?(?:call|stop|visit))\b",
    re.IGNORECASE,
)
FOR_SHIP_WORDS = frozenset("call put dock berth anchor moor visit enter make".split())
PLANS = re.compile(  # "plans cruise of its vessel Ocean Harrier in the southeastern Caribbean"
    r"\b(?:plans?|proposes?|(?:is|are) (?:planning|organizing|arranging|preparing|mounting)|organizes|mounts|foresees|schedules|offers)(?: to (?:hold|give|offer|make|mount|run))? (?:(?:an?|its|their|his|another|the|two|three) )?(?:(?!(?:for|to|of|on|with|and)\b)[\w'’-]+ ){0,4}?"
    r"(?:cruises?|expeditions?|surveys?|exercises?|workshops?|seminars?|courses?|conferences?|symposium|tours?|exhibitions?|exhibits?|festivals?|missions?|inspections?|audits?|port visits?|drills?|competition|projects?|programs?|training|field ?work|clinics?|catalog shows?|trade shows?|work (?:by|with|aboard) (?:R/V|M/V|the (?:ship|vessel)))\b",
    re.IGNORECASE,
)
PLANS_WORDS = frozenset(
    "project projects program programs show shows work field fieldwork clinic clinics cruise cruises expedition expeditions survey surveys exercise exercises workshop workshops seminar seminars course courses conference conferences symposium tour tours exhibition exhibitions exhibit exhibits festival festivals mission missions inspection inspections audit audits port drill drills competition training".split()
)
RECEIVE = re.compile(  # a visitor, told by the host: "looks forward to receiving the mission"
    r"\b(?:would be (?:glad|pleased|happy|ready)|(?:is|are) (?:glad|pleased|happy|ready|prepared)|looks? forward) to (?:receiv(?:e|ing)|welcom(?:e|ing)|host(?:ing)?) (?:the |an? |our |your )?(?:[\w'’-]+ ){0,4}?(?:mission|team|group|delegation|visitors?|party|inspectors?|auditors?|codel|staffdel|him|her|them|ensemble|orchestra|band|secretary)\b"
    r"|\breceives (?:the )?(?:foreign |prime |vice |deputy )?(?:president|minister|king|queen|chancellor|ambassador|delegation|secretary|sultan|emir|pope)\b",
    re.IGNORECASE,
)
RECEIVE_WORDS = frozenset("receive receiving receives welcome welcoming host hosting".split())
BOOKED = re.compile(  # "has reserved the ballroom for its use", "have booked a hall for the catalog show"
    r"\b(?:has|have) (?:already |now |tentatively |provisionally )?(?:reserved|booked|blocked|held|set aside|engaged|rented|hired|secured|obtained) [^.;:]{3,80}? for (?:(?:its|their|his|her) (?:[\w-]+ )?(?:use|stay|visit|sessions?|meetings?|work|shows?)|(?:the |an? )?(?:[\w-]+ ){0,2}(?:shows?|mission|seminar|exhibit(?:ion)?|conference|workshop|concert|reception|delegation|team|visitors?|party|inspectors|auditors))(?: (?:on|from|between|for))?$",
    re.IGNORECASE,
)
BOOKED_WORDS = frozenset("reserved booked blocked held aside engaged rented hired secured obtained".split())
ON_VIEW = re.compile(
    rf"\b(?:{WILL} be|is|are|can be|may be)(?: now)? (?:on (?:display|view|show|exhibit)|seen|exhibited|shown|screened|performed)\b",
    re.IGNORECASE,
)
ON_VIEW_WORDS = frozenset("display view show exhibit seen exhibited shown screened performed".split())
MARKS = re.compile(
    rf"\b(?:{WILL} (?:mark|celebrate|commemorate|observe)|marks|celebrates|commemorates|observes) (?:its|the|their|our) (?:[\w'’-]+ ){{0,5}}?(?:day|week|anniversary|jubilee|holiday|centennial|bicentennial|centenary|feast|birthday)\b",
    re.IGNORECASE,
)
MARKS_WORDS = frozenset("mark celebrate commemorate observe marks celebrates commemorates observes".split())
SITS_DOWN = re.compile(
    rf"\b(?:{WILL} (?:sit down|return to the table|resume)|sits? down|returns? to the table)\b", re.IGNORECASE
)
SITS_DOWN_WORDS = frozenset("sit sits return returns resume".split())
IS_THEN = re.compile(  # "The second round will be on May 12", "the lunch is now on", "is to be in Quito,"
    r"\b(?:is|are|will be|would be|is to be|are to be|was|were)(?: now| next| again| therefore| accordingly)?(?: at (?:\d{4}|noon|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?))?(?: (?:in|at) (?:the )?[A-Z][\w'’-]+(?: (?:of |de )?[A-Z][\w'’-]+){0,3},?)?(?: (?:on|from|for|in))?$"
)
IS_THEN_WORDS = frozenset("is are be was were".split())
SET_FOR = re.compile(  # "is approved for the period", "has been authorized for"
    r"\b(?:(?:is|are|was|were|(?:has|have|had) (?:now |since |already )?been|will be)(?: (?:now|also|next|tentatively|provisionally|already|definitely|again))? )?"
    r"(?:approved|authorized|authorised|agreed|foreseen|programmed|programed|slotted|planned|scheduled|called|confirmed|envisaged|contemplated|listed|earmarked|timed|timetabled|pencill?ed in|put down|laid on|docketed|proposed|announced|cleared|arranged|billed|accepted|down|intended|tentatively set|projected|forecast|anticipated)"
    r" (?:for|to (?:run|be held|take place|start|begin|open))(?: (?:the )?(?:period|window|dates?|days|week|weeks|space))?(?: (?:of|from|between|on|in))?(?: (?:in|at) [A-Z][\w'’ -]{2,30},?)?$",
    re.IGNORECASE,
)
SET_FOR_WORDS = frozenset(
    """approved authorized authorised agreed foreseen programmed programed slotted planned scheduled called confirmed envisaged contemplated listed earmarked timed timetabled
    pencilled penciled put laid docketed proposed announced cleared arranged billed accepted down intended set projected forecast anticipated""".split()
)
OF_THING = re.compile(  # "the release of the survey on", not "the opening of bids on"
    r"\b(?:release|publication|unveiling|launch|opening|signing|signature|dedication|inauguration|announcement|designation) of (?:the |its |his |her |an? |our )(?!bids?\b|tenders?\b|accounts?\b|envelopes?\b|offers?\b|contracts?\b|letter\b|season\b)(?:(?!and\b|or\b)[\w'’-]+ ?){1,8}?(?: (?:in|at) [A-Z][\w'’ -]{2,30},?)?(?: (?:on|of|for))?$",
    re.IGNORECASE,
)
OF_THING_WORDS = frozenset(
    "release publication unveiling launch opening signing signature dedication inauguration announcement designation".split()
)
FOR_PERIOD = re.compile(  # "funds have been found for tour of the ensemble for period"
    r"(?<!\bof )\b(?:exercise|visit|tour|deployment|mission|trip|cruise|training|course|conference|workshop|seminar|inspection|survey|troupe|ensemble|orchestra|band|quartet|quintet|trio|choir|company|lecturer|specialist|expert|speaker|exhibit|exhibition|delegation|team)\b[^;:]{0,120}? (?:for|during|over|in) (?:the )?(?:period|window|dates)(?: (?:of|from|between))?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:statistics|figures|reports?|reporting|data|budgets?|costs?|expenses?|number of|totals?|receipts?|vouchers?|per diem|salar\w+|pay|overtime|leave|rates?|accounts?|list of|summary)\b",
    re.IGNORECASE,
)
FOR_PERIOD_WORDS = frozenset("period window dates".split())


def is_uncounted(subject: str) -> bool:
    """Return whether the words before a period do not speak of sums and counts over it: "statistics of visits for the period"."""
    return _COUNTED.search(subject) is None


def _always(_: str) -> bool:
    return True


KINDS = (  # what is done, the words one of which stands in it, and by whom it must be done
    (TRIED, TRIED_WORDS, actors.is_anybody),
    (VOTED, VOTED_WORDS, actors.is_free),
    (ADOPTED, ADOPTED_WORDS, actors.is_text),
    (TAKEN_UP, TAKEN_UP_WORDS, actors.meets),
    (ELECT, ELECT_WORDS, actors.are_voters),
    (PUBLISH, PUBLISH_WORDS, actors.is_publisher),
    (ANNOUNCE, ANNOUNCE_WORDS, actors.is_publisher),
    (SIGN, SIGN_WORDS, actors.is_anybody),
    (OPENING, OPENING_WORDS, actors.is_anybody),
    (GROUND, GROUND_WORDS, actors.is_free),
    (AUDIT, AUDIT_WORDS, actors.is_publisher),
    (WORK, WORK_WORDS, actors.is_looker),
    (STAY, STAY_WORDS, actors.is_traveller),
    (CONVOKES, CONVOKES_WORDS, actors.is_anybody),
    (MEET_AGAIN, MEET_AGAIN_WORDS, _always),
    (CALL_BY, CALL_BY_WORDS, _always),
    (PLACE_OPENS, PLACE_OPENS_WORDS, actors.is_house),
    (HEARS, HEARS_WORDS, actors.is_judge),
    (LIFTS_OFF, LIFTS_OFF_WORDS, actors.is_anybody),
    (CAME, CAME_WORDS, actors.is_group),
    (DUE_TO, DUE_TO_WORDS, actors.meets_or_happens),
    (SPEND, SPEND_WORDS, actors.is_anybody),
    (LANDS, LANDS_WORDS, actors.is_carried),
    (IN_PORT, IN_PORT_WORDS, actors.is_ship),
    (FOR_SHIP, FOR_SHIP_WORDS, _always),
    (PLANS, PLANS_WORDS, actors.is_anybody),
    (RECEIVE, RECEIVE_WORDS, _always),
    (BOOKED, BOOKED_WORDS, _always),
    (ON_VIEW, ON_VIEW_WORDS, actors.is_happening),
    (MARKS, MARKS_WORDS, actors.is_anybody),
    (SITS_DOWN, SITS_DOWN_WORDS, actors.are_parties),
    (IS_THEN, IS_THEN_WORDS, actors.is_named_happening),
    (SET_FOR, SET_FOR_WORDS, actors.is_happening),
    (OF_THING, OF_THING_WORDS, _always),
    (FOR_PERIOD, FOR_PERIOD_WORDS, is_uncounted),
)


WORDS = frozenset().union(*(words for _, words, _ in KINDS)) - IS_THEN_WORDS
OF_WILL = frozenset(  # of them, those that tell an event only behind "will", "to" or "would"
    """tried heard argued testify adopted passed debated introduced tabled acted publish issue launch promulgate inaugurate dedicate christen swear
cut break lay unveil present inspect certify recertify evaluate assess survey review examine check test study look work train teach call
visit come travel make pay spend put dock tie berth anchor moor enter touch land fly receive welcome host display show exhibit mark
celebrate commemorate observe appear taken brought""".split()
)
