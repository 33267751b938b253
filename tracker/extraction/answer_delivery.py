"""That the points were made, or the paper, letter or invitation handed over."""

from tracker.extraction.answer_wordings import PAPER, PAPERS, THINGS, rule, sieve

SIGNS = sieve(
    r"""
    (?:wrote|deliver|present|convey|rais|pass|provid|hand|g[ai]ve|shar|transmit|made|review|left|lodg
        |deposit|plac|discuss|submit|reiterat|communicat|forward|furnish|regist|serv|sent|tender|press
        |advanc|outlin|explain|faxed|e|mailed|exten|carried|execut|explor|air|broach|stress|under|emphasi
        |put|laid|took|taken|set|drop|used|dr[ea]w|went|walk|read|spoke|speak|cover|follow|got|brought|work
        |gone|reach|is|are|landed|found|d[eé]march|brief|approach|acted|now|has|holds|received|into|had|met
        |expressed|voiced|stated|inform|notif|circul|distrib|describ|introduc|had$|advised|told|appris|thank|filed|impress|changed|led$|meet|saw|seen|call|contact|telephon|visit|pursu|sounded|going|laid)
    """
)
GIVEN_SIGNS = sieve(r"(?:receiv|accept|took|heard|summon|sent$|called$)")
TAKEN_BY_THEM = rule(
    r"""
    \b(?:received|accepted|took) (?!(?:an? |the |our )?(?:invitation|offer|proposal|call|idea|suggestion
        |congratulations|condolences|thanks))[^.;]{2,60}? from (?:us|the embassy|embassy|the ambassador|ambassador
        |the charge|charge|econoff|poloff|conoff|dcm|consul|the consul|emboff|polcouns|econcouns)\b
    |\bheard (?:us out|(?:our |the |these |all |all our )?(?:arguments|points|case|presentation|views|concerns))
    |\b(?:summoned|sent for|called in) (?:us|the ambassador|ambassador|the charge|charge|econoff|poloff|dcm
        |emboff|polcouns|econcouns)\b[^.;]{0,40}? to (?:reply|respond|answer|discuss|go over|hear)\b
        [^.;]{0,20}<paper>\b
    """,
    paper=PAPER,
)
DELIVERED = rule(
    r"""
    \bwrote (?:to )?[^.;]{3,80} (?:enclosing|transmitting|conveying|forwarding|setting out)\b
    |\b<things> (?:was |were |has been |have been )?(?:\w+ly )?(?:delivered|conveyed|presented|passed
        |handed|given|left|communicated|transmitted) (?:\w+ly )?(?:to|with|on|at|by)\b
    |\b(?:delivered|presented|conveyed|raised|passed|provided|handed|gave|given|shared|transmitted|made
        |reviewed|left|lodged|deposited|placed|discussed|submitted|reiterated|communicated|forwarded
        |furnished|registered|served|sent|tendered|pressed|advanced|outlined|explained|hand-carried|faxed
        |e-?mailed|extended|carried out|executed|explored|aired|broached|(?:stressed|underlined|underscored
        |emphasized)(?! that))\b[^.;]{0,140}?\b<things>\b
    |\b(?:put|laid|took(?! notes)|taken|set|dropped|used|drew|drawing|went|walked|read|spoke|speaking|covered
        |followed|got|brought|worked|drawn)\b[^.;]{0,140}?\b<paper>\b
    |\b<things>\b[^.;]{0,90}?\b(?:was|were|has been|have been|had been
        |being) (?:\w+ly |also |first |duly |thus )?(?:delivered|presented|conveyed|passed|handed|raised
        |shared|transmitted|left|lodged|placed|put|given|registered|sent|made|taken|served|forwarded
        |furnished|communicated|discussed|read|hand-carried|faxed|laid|covered)\b
    |\b<things>\b[^.;]{0,80}?\b(?:went (?:\w+ |on \w+ \d+ |\w+ \d+ |on \d+ \w+ )?(?:to|across|over|out
        |forward|off)|has gone (?:to|over)|reached (?:the|him|her|his)|(?:is|are) (?:now )?(?:with the
        |in the hands|in [\w'’ ]{2,30} hands|in his|in her)|landed on|found its way)\b
    |\b(?:raised|discussed|explored|reviewed|covered|broached|took (?:\w+ )?up|taken (?:\w+ )?up|pursued
        |pressed|sounded out|went over|going over|gone over)\b[^.;]{0,120}?\b(?:with|points|to|before)\b
    |\b(?:met|meeting|saw|seen|called|calls?|communicated|communication|spoke|contacted|telephoned
        |visited|visit)\b[^.;]{0,160}? to (?:deliver|present|discuss|convey|raise|hand over|pass|share|make
        |urge|go over|review|leave|transmit|request|press|outline|explain|seek)\b[^.;]{0,80}?\b<things>\b
    |\b(?:demarched|démarched|briefed|approached|carried out (?:the )?(?:demarche|instructions)
        |acted on reftel|made (?:a|the|our) (?:demarche|approach|representations?|pitch|case|points))\b
    |\b(?:now has|has now|holds) (?:the|our) (?:paper|letter|nonpaper|note|text|message|points
        |invitation|copy)\b
    |\bread (?:the|through|our|its) (?:\w+ )?(?:message|letter|paper|note)\b
    |\breceived (?:the|our) (?:letter|message|paper|nonpaper|note|points)\b
    |\binto [\w'’. ]{2,40} hands\b
    |\breceived [^.;]{0,60}?<paper>\b[^.;]{0,40}? (?:from (?:the )?(?:ambassador|charge|us\b|embassy)
        |on |at |yesterday|today|this morning|last |\w+ \d)
    |\b<things> changed hands\b
    |\b(?:took|walked|led) [^.;]{3,60} through (?:the|our|each|all|every)\b
    |\b(?:expressed|voiced|registered|conveyed|stated) (?:our|the|u\.?s\.?|washington's|usg) (?:\w+ )?(?:concerns?
        |objections?|views?|regrets?|protest|sympathy|condolences|thanks|opposition|disappointment)\b
    |\b(?:circulated|distributed)\b[^.;]{0,80}?\b<paper>\b
    |\b(?:explained|described|introduced) (?!that\b|to\b|how\b|why\b|himself)[^.;]{3,60}? to (?!us\b|him\b|her\b|them\b)
    |\bhas had (?:the|our) (?:\w+ )?<paper> since\b
    |\b(?:informed|notified|advised|told|apprised) (?!us|econoff|poloff|the embassy|the ambassador)[^.;]{3,90}?
        \b(?:of|about) (?:the |our |u\.?s\.? |these |this )?(?:[\w'-]+ )?(?:results?|outcome|plans?|position|concerns?
        |decisions?|proposals?|changes?|views?|rules?|program|requirements?|intentions?|findings|visit|trip|arrival|mission|team|offer|invitation)\b
    |\bthanked [^.;]{3,60}? for (?:the|his|her|its|their|\w+'s|his government's) (?:\w+ )?(?:statement|support|vote|help|assistance
        |contribution|message|condolences|cooperation|decision|offer|hospitality)\b
    |\b(?:was|were|has been|have been) (?:\w+ )?(?:filed|lodged) (?:with|at)\b
    |\bimpressed (?:up)?on (?:him|her|them|the)\b
    |\bhad (?:an? )?(?:\w+ )?(?:call|meeting|talk|conversation) with\b[^.;]{0,80}\b(?:reftel|points)\b
    """,
    paper=PAPER,
    things=THINGS,
    papers=PAPERS,
)
