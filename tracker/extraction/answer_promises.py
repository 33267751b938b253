"""That an answer, a paper or a decision will come later."""

from tracker.extraction.answer_wordings import PAPERS, joined, rule, sieve

SIGNS = sieve(
    r"""
    (?:anticip|foresee|await|meet|sent|passed|refer|submit|forward|gone|will|would|shall|ll|promis
        |undert|plan|inten|expect|hop|is|was|were|needs?|ha[sd]|have|propos|agreed|offer|volunt|decision
        |answer|reply|response|opinion|ruling|position|word|verdict|judgment|reaction|outcome|lists?|figures?
        |determin|means|meant|we|not|hear|gave|gives?|given|ask|wants?|wanted|needed|pleaded|requests?|on|are|now|rests
        |go|been|left|under|tak|must|as|once|hold|still)
    """
)
_WILL = joined(
    r"""
    (?:will|would|shall|'ll|promised to|undertook to|plans? to|planned to|intends? to|intended to
        |means to|meant to|expects? to|expected to|hopes? to|hoped to|is to|was to|were to|promises to|(?:had|has|have|needs?
        |needed) to(?= (?:first )?(?:consult|refer|seek|obtain|clear|check|discuss|await))|proposed to)
    """
)
_LATER_VERB = joined(
    r"""
    (?:answer|reply|respond|see (?:whether|if|what|which|how)|find out|check (?:with|whether|on|the)|e-?mail (?:us|it|the|him|her)|fax (?:us|it|the)|bring us
        |be in (?:our|your|his|her) hands|be to hand|revert|get back|come back|be back|be in touch|brief|let (?:us|the embassy
        |embassy|post|econoff|charge|ambassador|dcm|it be|the department|department|washington) (?:know|have)|advise|inform (?:us|the embassy
        |embassy|post)|tell|notify|communicate|convey|consult|consider|study|examine|review|look (?:into|at
        |over)|think|weigh|reflect|ponder|mull|decide|determine|take (?:a|the|its|up|this|it|that|them|final
        |our|matter|question|issue|decision)\b|make (?:a|its|up|his|her|their
        |the) (?:final |own )?(?:decision|minds?|determination|recommendation|position|views?|answer|reply)
        |make (?:it |its \w+ )?known|reach (?:a decision|us)|seek (?:instructions|guidance|approval|advice
        |views|authority|the)|refer|raise (?:it|this|the matter|the issue|the question)|put (?:it|the|this
        |our|that|idea|matter|question)|bring (?:it|the matter|matter|this)|submit|supply|furnish
        |provide (?:[\w'’-]+ ){0,6}?<papers>|send (?:[\w'’-]+ ){0,6}?<papers>|send (?:it|them|these|us
        |along)\b|forward|cable|call (?:us|back|econoff|the|again)|phone|telephone|write|contact|speak to us
        |talk to us|see us again|give (?:[\w'’-]+ ){0,4}?(?:answer|reply|response|view|decision|figures?
        |recommendation|it|reaction|word)\b|have instructions|have (?:[\w'’-]+ ){0,3}?(?:answer|reply
        |response|word|decision|opinion|signature|position|views|it sent|list|figures?|results?)\b|hand down
        |pronounce|fix|rule on|settle|announce|be (?:taken|taken up|discussed|decided|submitted|put
        |considered|studied|keyed|handed down|known|available|provided|supplied|forwarded|given|made(?! up)
        |settled|fixed|examined|reviewed|addressed|brought|referred|issued|announced|conveyed|communicated
        |transmitted|forthcoming|ready|completed|asked to|sent|with us|on its way|cabled|reported|answered
        |passed|faxed|weighed|resolved|determined|mailed)|pass (?:it|this|them|our|on|the)\b|circulate
        |sound (?:out|him|them)|give (?:it|the matter|matter|this|our)|know\b|finish|complete|follow\b
        |need (?:more )?time|report\b|ask (?:the|his|her|its|minister|cabinet)|discuss|meet (?:on|to|again)
        |resolve|pursue)
    """
)
PROMISED = rule(
    r"""
    \b<will> (?:not (?!necessarily))?(?!not\b)(?:\w+ly |now |also |then |soon |first |in turn |personally |only |still |have to |need to |wish to |want to |like to |be glad to |be able to ){0,2}<later verb>\b
    |\b(?:decision|answer|reply|response|opinion|ruling|position|word|verdict|judgment|reaction|outcome|list
        |figures|determination)s?\b[^.;]{0,60}? (?:will|would|is|was|are|could|should|may|can
        |must)(?: be)? (?:\w+ )?(?:expected|come|reach|given|known|follow|due|forthcoming|issued|ready
        |available|handed|delivered|await|depend|promised)\b
    |\bwe (?:are to|were to|would|will|should|shall|could|can|may|might) (?:\w+ )?(?:have|know|hear|get|receive|learn
        |expect)\b
    |\bnot (?:learn|know|have)\b[^.;]{0,40}\buntil\b
    |\b(?:hear|reply|answer|word) (?:from (?:him|her|them) )?(?:shortly|soon|by|within|before|next week)\b
    |\b(?:agreed|offered|volunteered) to (?:\w+ly )?(?:consider|study|review|look into|think|examine
        |reply|respond|answer|raise|consult|get back|pass (?:it|our|this|the)|take (?:it|this|up|the matter)
        |put|give (?:us )?an? (?:answer|reply)|let us)\b
    |\b(?:will|would) have (?:it|them|the|a|an) (?:[\w'’-]+ ){0,3}?(?:sent|delivered|typed|ready|copied
        |brought|mailed|faxed)\b
    |\bexpects? to hear\b
    |\bexpects? to (?:receive|have|get|obtain) (?:[\w'’-]+ ){0,4}?<papers>\b
    |\bundertook\b|\bundertakes\b
    |\bpromised?s? (?:us )?(?:an?|to|that|his|her|its|their|early|prompt|action|word|reply|answer)\b
    |\b(?:sent|passed|referred|submitted|forwarded|gone
        |given) to [^.;]{3,60} for (?:his |its |their |her )?(?:further )?(?:review|study|consideration
        |decision|clearance|opinion|approval|signature)\b
    |\b(?:anticipates?|anticipated|foresees?|awaits) (?:a |an |the )?(?:\w+ )?(?:decision|answer|reply
        |response|ruling|result)\b
    |\b(?:was|were|been) promised\b
    |\bmeets? (?:on|next|again|this) [^.;]{2,30} to (?:consider|discuss|decide|take up|review|act on)\b
    |\bpromise of\b
    |\btakes? up (?:the|it|this|our|matter|question)\b
    |\b(?:asked|wanted|needs?|needed) (?:us )?to (?:give|allow|be given) (?:him|her|it|them
        |the ministry )?(?:until|till|more time|time)\b
    |\bg(?:a|i)ve(?:s|n)? (?:us )?(?:his|her) word\b
    |\b(?:ask|asked|asks|needs?|needed|wants?|wanted|requested|requests
        |pleaded for) (?:for )?(?:more |some |additional |a little )?(?:time|days|weeks)\b
    |\b(?:ask(?:ed|s) for|needs?|needed|wants?|wanted) (?:another|two|three|four|ten|a few|some|a couple of|\d+)
        (?:more )?(?:days?|weeks?|months?)\b|\b(?:needs?|needed|wants?|asked for) another (?:day|week|month)\b
    |\bon (?:the )?(?:[\w']+ ){0,3}(?:agenda|desk|docket|calendar)\b
    |\b(?:is|are|was|rests|now) (?:now )?with (?:the )?(?:[\w']+ ){0,2}(?:lawyers?|minister|ministers
        |cabinet|legal|council|prime|president|attorney|committee|parliament|court|treasury|head of state
        |palace|ministry|jurists)\b
    |\b(?:has|have|had) (?:now |already |since )?(?:gone|been (?:referred|sent|submitted|forwarded
        |passed|put|remitted|handed up)) (?:up )?to (?:the )?(?:[\w']+ )?(?:cabinet|minister|commissioner
        |council|parliament|legal|president|prime|attorney|committee|foreign|interior|defense|palace|capital
        |lawyers)
    |\b(?:been )?left for (?:the )?[\w' ]{3,50} to (?:sort|decide|settle|resolve|rule)
    |\bunder advisement\b|\btak(?:e|en|ing) under\b
    |\bmust (?:first )?(?:await|be (?:approved|put|referred|submitted|cleared|decided|considered)|go to
        |consult|wait)\b
    |\bis (?:now )?being (?:typed|prepared|drafted|translated|processed|compiled|gathered|collected
        |assembled|reprinted|printed|drawn up|finali[sz]ed|put together|studied|considered|reviewed
        |examined)\b
    |\bas soon as (?:he|she|it|they|the|we|one)\b
    |\bonce (?:the|it|he|she|they|a|new|cabinet|parliament|we)\b[^.;]{0,60}\b(?:will|would|could|can)\b
    |\bholding back\b|\bstill to come\b
    |\b(?:is|are|was|were) (?:now )?expected (?:by|on|next|in|before|within|early|later|shortly|to (?:be
        |come|reach|answer|decide|reply))\b
    """,
    **{"later verb": _LATER_VERB, "will": _WILL, "papers": PAPERS},
)
