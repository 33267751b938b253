"""That what was asked is refused, or cannot be."""

from tracker.extraction.answer_wordings import rule, sieve

SIGNS = sieve(
    r"""
    (?:ma[dk]e|plead|cancel|call|opt|elect|cho|prefer|apolog|deaf|no|dismiss|brush|wav|swept|push|set
        |shrug|unsigned|hands|stand|not|nobody|none|noth|neither|never|nor|unab|can|declin|refus|reject|turn
        |regret|position|question|table|rul|circum|lack|impossib|prevent|preclud|prohibit|forb|oppos|abst
        |vot|unwill|unaccept|inconv|unavail|negative|door|lift|sorry|ill|inoppor|beg|bow|pull|back|drop
        |withdr|too|beyond|line|privileg|secrecy|bar|against|str|threw|veto|den|decid|serve|point|sees?|saw
        |room|under|ban|fees?|tax|law|policy|embargo|sentence|order|tariff|dut|restrict|limits?|deadline|quota
        |price|requirement|figure|charge|surcharge|suspension|fell|laughed|scoffed|balked|bridled|gained|head$|thumbs|answer$|none$|voted$|more|works?$|suits?$|given|committed
        |promised|stay|remain)
    """
)
REFUSED = rule(
    r"""
    \b(?:unable|not able) to\b
    |\b(?:can ?not|can't|won't)\b(?! (?:yet )?(?:say|tell|answer|predict|exclude|rule out))
    |\bcould not (?!but|only|yet|say|tell|predict|have|be (?:reached|located)|rule|exclude|refuse)
    |\bdeclin(?:e[sd]?|ing)\b(?! in\b)|\brefus(?:e|es|ed|al|ing)\b|\breject(?:s|ed|ion)?\b
    |\bturned (?:down|us down|it down|away|aside)\b
    |\bdismissed\b
    |\b(?:brushed|waved|swept|pushed) (?:[\w' ]{1,30} )?(?:aside|off)\b
    |\bset (?:it|this|that|them|(?:our|the) (?:request|proposal|idea|offer|suggestion|points?)) aside\b
    |\bshrugged off\b|\bback unsigned\b|\bhands (?:were|are) tied\b|\bsit (?:this|it|that) (?:one )?out\b
    |\bnot (?:convenient|acceptable|feasible|possible|opportune|prepared|willing|disposed)\b
    |\bstand for it\b
    |\bma(?:de|kes) it (?:difficult|impossible|hard) (?:for|to)\b
    |\bpleaded (?!for)
    |\b(?:cancell?ed|called off|backed away from) (?:the|our|his|her|its) (?:\w+ )?(?:meeting|visit|call
        |appointment|trip|talks|invitation)\b
    |\bregrets?\b|\bregretted\b|\bregretfully\b
    |\b(?:not|in no|never|hardly) (?:be )?(?:in )?(?:a )?position to\b
    |\bout of (?:the )?question\b|\boff (?:the )?table\b|\brul(?:ed|es|ing) out\b
    |\b(?:will|would|shall) (?:\w+ )?(?:not|never)\b(?! (?:necessarily|object|oppose|stand in|want to|wish to
        |be long|hesitate|fail|be (?:opposed|averse|a problem)|stand))
    |\bunder no circumstances?\b|\bnot under any\b
    |\b(?:will|would) (?:receive|see|accept|issue|take|give|send|entertain|make) no(?:ne| one| \w+)?\b
    |\b(?:has|have|had|sees?|saw|was|is|were|are|there (?:is|was|were|are)) (?:no|nobody|none|nothing
        |neither|no one)\b(?! (?:objections?|difficult\w*|problems?|quarrel|hesitation|reservations?|doubt
        |comment|reply|answer|response|trouble|word|decision|instructions?|change|issue|qualms|obstacle
        |position|longer need|idea|illusions?|secret|surprise|need for concern))
    |\black(?:s|ed|ing)? (?:the |any |legal )?(?:power|authority|means|funds|legal|resources|competence
        |capacity|money|mandate|personnel|people|legislation)\b
    |\bimpossible\b|\bnot possible\b|\bprevent(?:s|ed)?\b|\bpreclude[sd]?\b
    |\b(?:prohibits|(?:is|are|was|were) prohibited|prohibited (?:by|it|him|the|any|them))\b
    |\bforb(?:ids?|ade|idden)\b|\brules? out\b
    |\bdo(?:es)? not (?:for (?:the )?present |now |at present )?(?:allow|permit|receive|accept|support
        |intend|plan|wish|want|agree|share|favor|recognize|admit|consider|propose|contemplate|have the
        |have any|see (?:its|his|how|any|the|a)|extradite|recognise|lend|sell|sign|travel|leave|join|sponsor|exchange|take part|change its|open its)\b
    |\bno (?:\w+ ){1,4}?(?:is|are) available\b
    |\b(?:will|would|must) (?:stay|remain) in port\b
    |\bdid not (?:agree|accept|wish|want|intend|favor|support|consider|see)\b
    |\bmay not (?:leave|be|enter|land|use|have|go)\b
    |\b(?:is|are|was|were|be) not (?:now |yet |at all )?(?:prepared|willing|ready|able|interested
        |going to|disposed|inclined|acceptable|feasible|possible|convenient|available|in a position|open to
        |persuaded|convinced|minded|planning|competent|authorized|for sale|on offer|on the cards
        |negotiable)\b
    |\b(?<!not )oppose[sd]?\b|\babstain(?:s|ed|ing)?\b|\babstention\b(?<!with one abstention)(?<!and one abstention)(?<!with an abstention)|\bvot(?:e|ed|ing) (?:against|no\b)
    |\bunwilling\b|\bunacceptable\b|\binconvenient\b|\bunavailable\b|\bfirm no\b|\bflat no\b|\bpolite no\b
    |\bsaid no\b|\bwas no\b|\bin the negative\b|\bnegative (?:reply|response|answer)\b|\bleft no room\b
    |\b(?:shut|closed?|slammed) the door\b|\bdoor (?:is|was) (?:shut|closed)\b|\bnot lift\b|\bwas sorry\b
    |\bill-timed\b|\binopportune\b|\bnot the (?:right )?(?:time|moment)\b|\bbeg(?:ged)? off\b|\bbowed out\b
    |\b(?:pulled|backed|dropped) out\b|\bwithdr[ae]wn?\b
    |\btoo (?:busy|short|late|costly|expensive|sensitive|much to ask)\b
    |\bbeyond (?:its|their|his|the) (?:means|power|competence|authority)
    |\bnothing (?:to be|could be|can be) done\b
    |\bno (?:exception|way|question of|intention|wish|interest|prospect|possibility|further)\b
    |\bdraw(?:s|n)? the line\b|\bdrew the line\b|\bprivileged\b|\bsecrecy\b
    |\bbars? (?:it|them|the|any|such)\b|\bruled against\b|\bstruck (?:it|the)\b|\bthrew out\b|\bvetoed\b
    |\bdenied\b|\bdenies\b|\bdeny\b
    |\bnot be (?:able|allowed|permitted|possible|represented|represented|sending|attending|joining
        |in a position|available|party|granted|approved|issued)\b
    |\bwent no further\b
    |\b(?:is|are|was|were|be) not (?:realistic|practical|practicable|workable|advisable|on\b(?! (?:the|his|her|our))
        |to be had|an option|his to give|open to discussion)
    |\b(?:ban|fees?|tax(?:es)?|rules?|law|policy|embargo|sentence|order|tariffs?|dut(?:y|ies)|restrictions?|limits?|deadline
        |quotas?|price|decision|requirements?|figure|charges?|surcharge|suspension|prohibition|position
        |ruling)\b[^.;,]{0,30} (?:stands?(?! (?:at|on|in))|stays?|remains?(?! (?:to|open|un\w+|pending|under|high|low|at|a|an|in doubt)\b)
        |(?:will|would|must|is to|was to) (?:stand|stay|remain)(?! (?:open|un\w+|pending|under)\b))
    |\bno (?!objections?|difficult|problem|trouble|doubt|hesitation|reservations?|obstacle|decision|answer|reply|longer)
        (?:[\w'-]+ ){1,6}?(?:can|could|would|will) (?:be(?! (?:needed|required|necessary|made
        |charged|lost|raised))|have|take|go|come)\b|\bturned [^.;]{2,50}? down\b
    |\bno (?:money|funds|budget|room|space|staff|vacanc(?:y|ies)|places?|seats?) (?:is |are |was |were )?(?:for|to|left|available|in)\b
    |\b(?:will|would) \w+ no (?!doubt|longer|objections?|difficult|problems?|time|effort|more than|hesitation|reservations?)
    |\b(?:laughed|scoffed|balked|bridled) at\b
    |\bvoted [^.;]{2,50}? down\b|\b(?:hear|have|want) (?:none of (?:it|that)|nothing (?:of|to do with))
    |\bsh(?:ook|akes) (?:his|her) head\b|\bthumbs down\b
    |\banswer\b[^.;]{0,30} (?:is|was) (?:an? )?(?:\w+ )?no\b(?! (?:secret|surprise))
    |\bfell flat\b|\bnothing to be gained\b|\bbeyond us\b|\bmore than (?:he|she|it|they) (?:cared|was prepared|were prepared
        |was willing|wished) to\b
    |\b(?:do|does|did|would) not (?:work|suit|do) (?:for )?(?:him|her|them|it|the ministry|us)\b
    |\b(?:has|have|had) (?:already )?(?:given (?:its|his|her|their) word|committed (?:itself|himself|herself
        |themselves|its vote|his vote)|promised (?:its|his|her|their) (?:vote|support)) to\b(?! us)
    |\b(?:decid|opt|elect)(?:ed|es|s) (?:against|not to)\b
    |\bcho(?:se|sen|oses) not to\b|\bpreferred not to\b|\bapologi[sz]ed (?:that|for not|but)\b|\bdeaf ear\b
    |\b(?:nobody|no one) [^.;]{0,40}?(?:free|available|able|left)\b\b
    |\bserve (?:no|any) (?:useful )?purpose\b
    |\b(?:did|does|do) not (?:give out|release|discuss|provide(?! for)|share|divulge|license|issue
        |see (?:the|a|any) (?:need|point|use))\b
    |\b(?:sees?|saw) (?:little|no) (?:point|need|use|merit|purpose|advantage|value)\b
    """
)
