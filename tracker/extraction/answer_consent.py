"""That the host side says yes, or does it; and that the post has done, or does, what it was itself asked."""

from tracker.extraction.answer_wordings import joined, rule, sieve

SIGNS = sieve(
    r"""
    (?:found|hand|turn|g[ai]ve|furnish|provid|suppli|passed|ratif|contribut|donat|deploy|second|revok
        |expel|extradit|bless|releas|fell|went|agree|accept|approv|consent|concur|endors|pledg|commit|assur
        |confirm|authori|permit|allow|grant|assent|acced|compl|oblig|conced|acquiesc|support|favor|back|no
        |little|nor|not|without|raised|any|green|go|nod|bless|yes|affirm|count|rely|positiv|will|would|shall
        |is|are|was|were|has|have|had|been|being|named|designat|appoint|instruct|order|sign|initial|issu
        |block|froze|lift|waiv|assign|detail|nominat|volunteer|obtain|carried|put|set|may|can|could|when
        |sees|her|his|its|their|welcome|dates?|suits?|stood|sp[eo]|made|as|in|on|all|our|with|take|door|met
        |good|g[eo]t|stays?|costs|intend|plan|decid|prepar|ready|willing|happy|glad|pleas|delight|keen|eager
        |clear|free|look|offer|able|determin|arrang|undertak|content|dispos|direct|propos|fine|conven|agreeable|satisf|suitab|told|boarded|inspect|searched|ours|chose|picked|duty|exempt|joins?$|circulat|gazett|promulg|reopen|distribut|opened$|passed$|enacted$|let$)
    """
)
OWN_SIGNS = sieve(
    r"""
    (?:seen$|met$|interview|call|spoken|talked|agree|candidat|nomin|put|is|are|am|grant|concur|welcom|propos|recommend|submit|endors|can|stand
        |adopt|rehears|tested|went|left|found|saw|walked|counted|flew|drove|spent|was|boarded|would|will|has|have|had|conduct|complet|sent|e|mailed|pouch|fax|transmit|forward|provid|cabled
        |visit|verif|inspect|look|tour|check|determin|ascertain|establish|out|reserv|arrang)
    """
)
_YES_VERB = joined(
    r"""
    (?:attend|participate|take (?:all|both|them|in|part|\d+)|take part|join|host|represent|receive|welcome|vote|support|back|co-?sponsor
        |sponsor|send|be represented|be there|be at|be present|be among|lead|head|come|contribute|provide
        |field|make (?:available|a|the(?! (?:matter|question|issue|task)\b)|himself|its|representations)|deploy|release|second|assign|sign|ratify
        |speak (?:for|in)|go along|go ahead|proceed|cooperate|help|assist|meet|see|give|offer|lend|open|lift
        |freeze|block|extend|cast|stand (?:with|by|behind)|appoint|name|nominate|designate|carry|implement
        |adopt|propose|waive|pay|bear|fund|finance|do (?:so|its|his|that|what|all|everything|the same)
        |exempt|issue|allow|permit|grant|host|accompany|observe|arrange|facilitate|match|keep|hold|maintain
        |put|be delighted|be happy|be glad|be pleased|endorse|accept|approve|agree|bring|have(?! to\b)|touch none
        |follow suit|run|manage|operate|administer|oversee|handle|staff|supervise|look after|sit|use its|press|urge|instruct|work|stop|cease|suspend|cancel|close|revoke
        |withdraw|return|hand|extradite|surrender|detain|arrest|prosecute|investigate|inspect|board|deny
        |refuse|abstain|ground|stay away|boycott|recogni[sz]e|accede|deposit|notify|share|exchange|train
        |supply|purchase|buy|station|lease|renew|prolong|visit|land|overfly|go\b(?! on| back)
        |be (?:at (?:our|your|the)|ready|available|free|admitted|allowed|permitted|granted|given|met|welcome
        |received|released|waived|held|able|issued|cleared|sent|added|closed|open))
    """
)
AGREED = rule(
    r"""
    \b(?:clearances?|permission|approval|authorization|consent|visas?|request)\b[^.;]{0,50}? (?:has been
        |have been|was|were|is|are) (?:\w+ly )?(?:granted|approved|issued|given|obtained)\b
    |\b(?:agree[sd]?|agreed|agreement|supports|supported|favors|favored|backs|granting|agreeing
        |approving|accepting|consenting|authorizing|accept(?:s|ed|ance)?(?! that)|approv(?:e[sd]?|al)|consent(?:s
        |ed)?(?! of| from)|concur(?:s|red|rence)?|endorse[sd]?|endorsement|pledge[sd]?|commit(?:s|ted)
        |assur(?:ed|ance|ances|es)|confirm(?:s|ed)?|authoriz(?:e[sd]?|ation)|permits|permitted|allows
        |allowed|grant(?:s|ed)?|assent(?:ed)?|acced(?:e[sd]?)|compli(?:es|ed)|obliged|conceded
        |acquiesced?)\b
    |\b(?:no|little|nor|not|without|raised no|any) (?:\w+ )?(?:objections?|difficult(?:y|ies)|problems?
        |quarrel|hesitation|reservations?|qualms|obstacles?)\b
    |\bnothing against\b|\bnot (?:object|oppose|stand in)|\bgreen light\b|\bgo-ahead\b|\bnod(?:ded)?\b
    |\bblessing\b|\bsa(?:id|ys|y) yes\b|\byes\b|\baffirmative(?:ly)?\b|\b(?:count|rely) on\b
    |\bfavorabl[ye]\b|\bpositive(?:ly)?\b
    |\b(?:will|would|shall|is to|are to|was to|were to|intends? to|plans? to|decided to|prepared to
        |ready to|willing to|happy to|glad to|pleased to|delighted to|keen to|eager to|clear to|free to
        |looks? forward to|offer(?:s|ed) to|able to|determined to|going to|arranged to|undertaken to
        |content to|disposed to|instructed to|directed to|ordered to|proposes? to
        |shall) (?:\w+ly |also |now |then |indeed |after all |certainly |of course |be (?:delighted|glad
        |happy|pleased|able|willing|ready|prepared|represented|honored) to ){0,2}<yes verb>\b
    |\b(?:is|are|was|were) (?:indeed |also |now )?(?:sending|coming|attending|joining|providing
        |contributing|covering|paying|arranging|hosting|supplying|lending|making available|free to|welcome|at (?:our|the|your)|going|issuing|preparing to|ready|willing|prepared
        |keen|eager|delighted|happy|glad|pleased|expected|under seal|cleared|in order|granted|approved
        |on board)\b
    |\b(?:has|have|had|been|was|were|being|is
        |are) (?:already |now |since |also |therefore |duly )?(?:been )?(?:named|designated|appointed|picked
        |chosen|selected|detailed|assigned|instructed|told to (?:vote|support|cooperate)|ordered|set aside
        |put aside|reserved|earmarked|cleared|issued|signed|initial(?:l)?ed|freed|released|sealed|frozen
        |blocked|arrested|detained|carried out|lifted|waived|directed|ratified|deposited|opened|extended
        |renewed|seconded|lent|placed at|put at|handed (?:over )?to us|published|closed|suspended|revoked
        |cancelled|canceled|impounded|seized|held|withdrawn|taken out)\b
    |\b(?:named|designated|appointed|instructed|ordered|orders|signed|initial(?:l)?ed|issued|blocked
        |froze|lifted|waived|assigned|detailed|commits? (?:go\w+|itself|himself|the|all)|orders? (?:every
        |all|banks|the|its)|ratified|contributed|donated|deployed|seconded|revoked|expelled|extradited
        |nominates?|nominated|pledges|volunteered (?:to|that)|obtained an order|carried out)\b
    |\b(?:can|could|would) live with\b|\bbless(?:es|ed)\b
    |\breleased (?:the|it|him|her|them|all|both|our)\b
    |\bacceptable to\b|\bat (?:our|the embassy's) disposal\b|\bmet in full\b
    |\b(?:will|would) (?:number|be in place)\b
    |\bfell in with\b|\bwent along with\b
    |\bg(?:ave|iven) (?:us |its |his |her |their )?(?:\w+ )?(?:consent|approval|agreement|assent
        |permission|leave|backing|support|promise of support)\b
    |\b(?:will|would|is to|to) be (?:headed|led|represented|attended|chaired) by\b
    |\bfound favor\b|\b(?:has|have) joined\b
    |\b(?:handed|gave|give|given|furnished|provided|supplied|passed) (?:us|econoff|poloff|the embassy|post
        |charge|dcm) (?:with )?(?:the|its|their|his|copies|figures|full|both)\b
    |\b(?:handed|turned|made) [^.;]{3,40} over to (?:us|the embassy|econoff|poloff)\b
    |\bput (?:aside|forward)\b|\bset aside\b
    |\bmay (?:visit|come|use|land|see|go|have|proceed|travel|enter|call|count|fly|bring|stay|count on)\b
    |\b(?:could|can) (?:go|visit|come|use|have|land|see|proceed|stay|fly|bring|enter|count|expect|begin
        |start|travel|be (?:met|accommodated|arranged|received|held|done))\b
    |\bwhen(?:ever)? (?:he|she|it|they|we) (?:pleases?|likes?|wish(?:es)?)\b
    |\bsees (?:his|her|its) way\b|\b(?:her|his|its|their) welcome\b|\bmost welcome\b|\bdates? suits?\b
    |\bsuits?\b|\bstood by\b
    |\bsp(?:o|ea)ken? for (?!some|a\b|an\b|\d|nearly|over|more|about|almost|half|him|her|one|two|three)
    |\bmade up of\b
    |\bas (?:the )?department (?:asked|requested|wished)
    |\b(?:is|was|are|were) in favor\b|\bin favor of\b|\bon board with\b|\ball for it\b|\bour way\b
    |\bwith us on\b|\btake (?:it|this) on\b|\bdoor (?:is|was) open\b|\bin principle\b|\bmet our\b
    |\bgood as (?:his|her|its) word\b
    |\bgot? .{0,20}what we (?:asked|sought|wanted)\b
    |\b(?:circulated|gazetted|promulgated|reopened|distributed) (?:the|our|its|it|them|copies)\b|\bopened [^.;]{2,50} to (?:us|our)\b
    |\b(?:instructions|orders) (?:to [^.;]{3,60} )?(?:went|have gone|were sent|have been sent|are on their way)\b
    |\bwithout (?:paying )?(?:duty|duties|visas?|charge|fees?|payment)\b
    |\b(?:passed|enacted) (?:the|a|this|that) (?:\w+ ){0,2}?(?:law|bill|act|amendment|decree|legislation)\b
    |\blet (?!us know|it be|alone|(?:the )?(?:embassy|department|post) know)[\w' ]{3,40}? (?:in|through|go|use|have|see|board|land|leave|pass|into)\b
    |\bstays? where\b|\bcosts will come\b
    |\b(?:could|can) (?:\w+ly )?(?:spare|send|provide|offer|lend|make available|support|accept|agree|join|host|sign|co-?sponsor|take part|endorse|go along|vote)\b
    |\bwelcome[sd]? (?:the|our|a|this|an) (?:[\w'-]+ ){0,3}?(?:visit|teams?|ideas?|proposals?|offers?|initiative|mission|group
        |ship|experts?|call|talks|consultations|inspection|conference|workshop)\b
    |\b(?:fine|convenient|agreeable|all right|satisfactory|suitable|good) (?:with|for) (?:him|her|them|the|his|its
        |it|us)\b
    |\b(?:gives?|gave|given|grants?|granted) [^.;]{3,40}? (?:leave|permission|consent|approval|clearance|access)\b
    |\bwith (?:the )?[\w'’]+ (?:approval|permission|consent|blessing)\b
    |\b(?:has|have|had) (?:already |now )?(?:been told|told (?!us|econoff|poloff|the embassy|the ambassador|him|her
        |reporters|parliament|the press)[^.;]{2,40}?) (?:not )?to\b
    |\b(?:went (?:on board|aboard)|boarded|inspected|searched|cleared (?!up|away|his|her))\b
    |\b(?:is|are|was|were) (?:now |all |fully )?with us(?=[.,;]| (?:and|in this|there|on)\b|$)
    |\b(?:be found|stands?|stood) (?:firmly |squarely )?(?:behind|beside|with|by) (?:us|it|the|our)\b
    |\b(?:is|are) ours\b|\b(?:is|are|was|were) (?:now )?in our (?:safe|hands|possession)\b
    |\bchose (?!not|to\b|his words|her words)|\bpicked (?!up)
    |\b(?:will|would) be (?:demanded|stopped|doubled|removed|dropped|restored|paid|honored|protected|kept
        |enforced|destroyed|delivered|shipped|repaired|tightened|reinforced)\b
    |\b(?:free of|exempt from) (?:\w+ )?(?:duty|duties|charge|tax|taxes|fees?|customs)\b|\bduty-free\b
    |\b(?:joins?|joined) (?:in )?(?:the|our) (?:\w+ )?(?:initiative|consensus|effort|program|campaign|coalition
        |statement|appeal)\b
    """,
    **{"yes verb": _YES_VERB},
)
# What a post says of its own deeds.
OWN_YES = rule(
    r"""
    \b(?:nominates?|nominating|puts? forward|putting forward|is pleased to|are pleased to|am pleased to
        |grants?|concurs?|welcomes|proposes? (?:the following|that)|recommends? (?:approval|that license
        |issuance)|submits?|endorses|(?:can|is able to|are able to|stands? ready to) (?:fund|confirm|cover
        |host|support|provide|accommodate|receive|arrange|meet)|agrees? to|(?:nominees?|candidates?
        |nominations?) (?:is|are)|would gladly|will gladly|will be (?:glad|pleased|happy) to|will (?:arrange
        |host|make|fund|pay|cover|meet|look after|provide (?!a\b|its\b)|ensure|reserve|assist)|(?:has|have
        |had) (?:already |now |since )?(?:arranged|reserved|booked|obtained|secured|made (?:reservations
        |arrangements|appointments)|set up|scheduled|visited|verified|completed|established|determined
        |identified|selected|entered|registered|found)|(?:has
        |have) (?:\w+ly |already |now |also )?(?:answered|prepared|completed|conducted|compiled|surveyed
        |polled|drawn up|filled (?:in|out)|responded|canvassed|gathered|collected|assembled)|conducted
        |completed|(?:sent|e-?mailed|mailed|pouched|faxed|transmitted|submitted|forwarded|provided
        |cabled)\b[^.;]{0,60}? to (?:the )?(?:department|washington|[a-z]{1,4}/[a-z]+)|visited|verified
        |inspected|looked over|toured|checked|determined|ascertained|established|out of post's own|(?:has|have) (?:now |already |since )?(?:seen|met|interviewed|called on|spoken (?:to|with)
        |talked (?:to|with)) (?:all|both|each|every|\d+|two|three|four|five)\b|reserved
        |arranged|adopted (?:a|the|its) (?:[\w-]+ ){0,2}plan|rehearsed|(?:has|have) (?:ordered|bought|rented
        |leased|hired|engaged|tested|updated|revised|found)|saw (?:all|both|no|\d+|two|three|four|five)
        |found (?:it|them|no|all|both|nothing)|walked (?!out)(?![^.;]{0,80} through)|counted|photographed|flew over
        |spent (?:the |an? |\d+ |two |three |most of the )?(?:morning|afternoon|day|hour|minute|night|evening)s?|was (?:taken|shown|driven|flown) (?:over|around|through|to
        |aboard)|boarded|went (?:aboard|on board))\b
    """
)
# The figures or names that it gives.
DATA = sieve(
    r"""
    (?:transl|texts?$|maps?$|photo|cop(?:y|ies)$|tables?|lists?|figures?|data|names?|information|answers|responses|replies|statistics|breakdown
        |estimates?|totals?|numbers?|bio|nomina|particulars|inventory|provided|shown|set|given|enclosed
        |attached|follow|listed)
    """
)
OWN_DATA = rule(
    r"""
    \b(?:tables?|lists?|figures?|data|names?|information|answers|responses|replies|statistics|breakdown
        |estimates?|totals?|numbers?|biodata|bio(?:graphic)? data|nominations?|particulars
        |inventory)\b[^.;]{0,40}?\b(?:follows?|(?:is|are|was|were) (?:\w+ )?(?:enclosed|attached|given
        |set out|listed|provided|as follows|shown|contained|below|appended|in para|at para|transmitted
        |being sent|e-?mailed|faxed|pouched)|(?:given|shown|listed|contained
        |provided)? ?(?:in |at )?para(?:graph|s)? ?\d+)
    |\b(?:translations?|maps?|photographs)\b[^.;]{0,30}? (?:is|are) (?:attached|enclosed|appended)\b
    |\b(?:provides?|submits?|offers?|reports?) the following\b
    |\bthe following (?:\w+ )?(?:is|are) (?:post|embassy|mission)'s\b
    |\b(?:provided|listed|shown|set out|given|enclosed|attached|follows?
        |following) (?:below |herewith |is |are )?(?:are|is|in|at
        |below)? ?(?:the |post's |embassy's |our )?(?:\w+ )?(?:list|names|figures|data|answers|responses
        |table|nominees?|nominations|requested|information requested|candidates?)\b
    """
)
