"""Facts that answer by being told: a number, a name, an owner, a list; whoever tells them, if it is not another."""

from tracker.extraction.answer_wordings import joined, rule, sieve

SIGNS = sieve(
    r"""
    (?:\d|set$|fixed$|scheduled$|booked$|objected$|complained$|opposed$|protested$|contacts?$|points?$|accused$|charged$|indicted$|focal|nominee|coordin|altern|liaison|desk$|responsible|competent|choices?$|head|lead|chair|officials?$|officers?$|owner|director|chief|agents?$
        |own(?:ed|s)$|belongs|registered|serving|operating|flying|attending|participating|taking|representing
        |licensed|are$|no$|none$|worth|delegat|under$|seen$|shown$|represent
        |had$|hired|rented|bought|charter|available|pouch|mail|bag$|courier|duty|place$|posted|stationed)
    """
)
_QUANTITY = joined(
    r"""
    (?:fines?|fees?|prices?|costs?|values?|rates?|tariffs?|dut(?:y|ies)|rents?|salar(?:y|ies)|strength
        |capacit(?:y|ies)|length|depth|draft|numbers?|totals?|amounts?|stocks?|reserves|balance|estimates?
        |budget|quotas?|premiums?|contracts?|tonnage|output|production|deposits?|charges?|tolls?|distance
        |weight|height|width|area|supply|supplies|throughput|age|staff|enrollment|population|caseload
        |membership|attendance|imports|exports|arrivals|departures|losses|casualties|refusals|cases)
    """
)
_ROLE = joined(
    r"""
    (?:points? of contact|contacts?|contact (?:person|point|officer)s?|focal points?|nominees?|choices?
        |chief delegates?|head of (?:the |its |their |his )?(?:\w+ )?(?:delegation|team|mission)
        |delegation leader|coordinators?|liaison officers?|action officers?|desk officers?
        |(?:responsible|competent) (?:official|officer|office|ministry)
        |(?:officials?|officers?|office) (?:responsible|concerned|in charge)[\w' ]{0,30}
        |(?:first|second|third|our|post's|embassy's) (?:choice|candidate|alternate))
    """
)
_TITLE = joined(
    r"""
    (?:mr|mrs|ms|miss|dr|prof|professor|col|colonel|capt|captain|maj|major|gen|general|lt|lieutenant|cdr
        |commander|ing|lic|sra?|judge|ambassador|econoff|poloff|conoff|secretary|inspector)
    """
)
FACTS = rule(
    r"""
    \b^(?:[\w' -]{1,40}: )?(?:[\w'’./-]+ ){0,6}?<quantity>\b[^.;:]{0,50}? (?:is|are|stands? at|stood at
        |comes? to|amounts? to|totals?|totaled|totalled|numbered|numbers|reached) (?:now |currently |about |some |only |worth |at present
        |down to |up to |estimated at |put at |roughly |approximately |around ){0,2}(?:\$|usd |us\$ |dols |[a-z]{1,5}[-/])?\d
    |\b(?:is|are) (?:about |some |only )?\d[\d,.]* (?:feet|foot|meters|metres|kilometers|miles|tons|inches|hectares|acres
        |square) ?(?:long|wide|deep|high|thick|\w+)?\b
    |\bdates? (?:is|are|will be|remains?) (?:still |now )?(?:\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* \d)
    |\b(?:is|was|are|were|has been|have been) (?:formally )?(?:accused of|charged with|indicted)\b
    |\b(?:is|are) worth (?:about |some )?(?:\$|usd |us\$ |dols )?\d
    |\bthere (?:are|were) (?:now |about |some |at present |in all |only )?\d[\d,.]* [a-z]
    |\b(?:holds?|seats?|sleeps|accommodates?|handles?|employs?|(?:is|are) discharging|discharges|has room for
        |(?:can|could) (?:hold|seat|take|handle)|has (?:a )?capacity (?:of|for)) (?:about |some |up to )?\d
    |\b\d[\d,]* (?:people|persons|refugees|citizens|americans|residents|men|women|children|families|cases|vessels|ships
        |trucks|tons|troops|soldiers|observers|students|applicants|workers|visitors|passengers|aircraft|flights)
        (?:[a-z]+ ){0,3}?(?:have|had) (?:now |so far |already )?\w+(?:ed|en|ne|me|ft)\b
    |\b(?:is|are|has been|have been) (?:now )?(?:set|fixed|scheduled|booked) for\b
    |\bno \w+ (?:has|have|had) (?:so far |yet |ever )?(?:objected|complained|opposed|protested|withdrawn)\b
    |\b\d[\d,]*(?: [a-z]+){1,6} (?:has|have|had) (?:now |so far |already )?(?:asked|applied|registered
        |signed up|enrolled|volunteered|enquired|inquired|come forward)\b
    |\b(?:estimates?|puts) [^.;]{3,60} at (?:about |some )?(?:\$|usd |us\$ |dols )?\d
    |\b(?<!of )(?<!post )(?<!post's )(?<!embassy )(?<!embassy's )<role> (?:is|are|will be) (?!\w+(?:ed|ing|en)\b|not\b|still\b|yet\b|to\b|in\b|on\b|at\b|an?\b|unknown
        |unlikely|likely|with|here|there|very|that\b|being\b|now\b|under\b|away\b|well\b|new\b|clear\b|too\b
        |no\b|our\b|your\b|welcome|able\b|free\b|abroad\b)
    |\b(?:officials?|(?<!control )officers?|owners?|directors?|agents?|chairman|representatives?|consignee|chief
        |deputy) (?:is|are|will be) <title>\b
    |\b(?:ambassador|minister|secretary|director|general|professor|dr)[\w'’. -]{2,50} (?:is to lead|will lead
        |is to head|will head|is to chair|will chair) (?:the |its |their |this |his )?(?:[\w'’]+ )?(?:delegation|team|mission|side|group)\b
    |\b(?:delegation|team|mission) (?:is|will be|would be) under (?!\w*(?:consideration|discussion|review|way
        |pressure|study|instructions|orders|no\b))
    |\b(?:is|are) (?:wholly |jointly |half )?owned by\b|\bregistered in the name of\b
    |\b(?:s?he|it|vessel|ship|aircraft|plane|company|firm|account|land|building|property|site|boat|truck|shipment
        |cargo|container)\b[^.;,]{0,30} belongs to (?!us\b)
    |\b^(?:now |currently |presently )?(?:serving|operating|flying|attending|participating|taking part
        |representing|registered|licensed|represented)\b[^.;:]{2,60}? are\b
    |\b(?:are|were)(?: [^.;:]{3,40})?: [^.;:,]{3,40}, [^.;:]{3,}
    |\b^[\w'’ .-]{4,40}: (?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)[a-z][a-z .'’-]{1,24} \d[\d,]*[;,] [a-z]
    |\b(?:can|could) be (?:had|hired|rented|bought|chartered)\b
    |\b(?:is|are) (?:readily |locally |freely )?available (?:at|in|from|for|on|through|locally)\b
    |\b(?:(?:went|left) (?:\w+ ){0,3}?(?:by|in|with)|(?:is|are) in) (?:the |today's |this week's )?(?:air )?(?:pouch
        |mail|bag|courier)\b
    |\b(?:has|have) been (?:on duty|in place|posted|stationed) (?:at|in|on|since|outside|along)\b
    |\bno such [\w ]{3,30}? (?:was|were|is|are|has been|have been|had been) (?:made|found|held|shipped
        |issued|registered|known|recorded|sold|planned|received)\b
    |\bno [\w ]{3,30}? (?:is|are|was|were) (?:standing|running|involved|registered|present|planned)\b
    |\b(?:has|have|was|were) (?:now |also |since |ourselves |itself )?(?:seen|shown)
        (?!(?: \w+){0,3} draft)[\w' ,]{1,40} (?:letter|order|permit|receipt|certificate|decree|contract
        |records?|log|books|original|license)\b
    """,
    quantity=_QUANTITY,
    role=_ROLE,
    title=_TITLE,
)
