"""That there is no answer yet: nothing received, nothing decided, nothing but polite words; and when there will be one."""

from tracker.extraction.answer_wordings import rule, sieve

SIGNS = sieve(
    r"""
    (?:avoid|evad|skirt|pass|open|wait|not|never|yet|still|unansw|undecid|unresolv|pending|outstanding
        |noncom|minds|no|nor|without|little|await|careful|counsel|only|declin|nobody|cards|options|thoughts
        |nothing|evasive|side|deflect|changed|shrug|dodg|parr|hedg|duck|demur|waffl|early|premature|lay|lies
        |unret|silen|unable|waiting|took|merely|listen|neither|gone|reluct|hanging|position|under|gave|left
        |kept|keep|stayed|remained|spoke|talked|vague|told|where|could|letter|note|request|message|paper|applic|file)
    """
)
NO_ANSWER = rule(
    r"""
    \b(?:has|have|had) (?:still |so far |as yet |thus far |to date )?(?:not
        |never) (?:yet |as yet |so far |thus far )?(?:\w+ )?(?:received|responded|replied|answered|returned
        |given|reacted|heard(?! of)|made up|taken (?:a|any)|decided|reached|come back|reverted|proposed|set
        |provided|produced|named|acted|commented|agreed|acknowledged|chosen|had (?:an?|any)|been (?:answered
        |decided|received|settled|able to (?:see|meet|obtain|get|arrange)))
    |\b(?:has|have) (?:still |yet )+to (?:hear|receive|respond|reply|answer|decide|produce|give|take
        |provide|make|revert|react|come|say|name|set|be|act|get|see|fix|choose|acknowledge)
    |\b(?:remains?|is|are|still) (?:(?!no\b)\w+ )?(?:unanswered|undecided|unresolved|pending|outstanding
        |an open question|noncommittal|non-committal|of several minds|of two minds|silent)\b
    |\bneither [^.;]{3,60} nor [^.;]{3,60}? (?:has|have|had) (?:yet )?(?:received|responded|replied
        |answered|reacted|acted|decided|commented)\b
    |\bneither confirm(?:ed)? nor den(?:y|ied)\b
    |\bgone no further\b
    |\breluctant to (?:be|say|commit|discuss|go)\b
    |\bstill (?:considering|studying|reviewing|examining|debating|weighing|consulting)\b
    |\b(?:has|have) been silent\b
    |\bdid not (?:react|take (?:it|this|the point) up|rise to)\b
    |\b(?:avoided|evaded|skirted|begged|left aside|passed over) the (?:question|subject|issue|point
        |matter)\b
    |\b(?:has|have|had) (?:still |as yet |so far )?no (?:instructions|position|information|word|guidance
        |news|view)\b
    |\bnot be (?:pinned|drawn)\b
    |\bnot (?:yet )?ready to (?:name|fix|set|choose|offer|discuss|take)\b
    |\bcould not (?:yet )?(?:tell|say)\b|\btoo early for (?:\w+ ){1,3}?to\b
    |\bdid not (?:want|wish|care) to (?:talk|discuss|say|comment|speak|commit|go into|be drawn)\b
    |\b(?:kept|stayed|remained) (?:silent|quiet|mum)\b|\bnothing (?:has|had) been heard\b
    |\b(?:spoke|talked) (?:only )?of other (?:things|matters)\b
    |\b(?:was|were|is|remained) vague\b|\b(?:told|tell) us nothing\b|\bnot (?:yet )?(?:been )?made public\b
    |\b(?:letter|note|request|message|paper|application|file)s?\b[^.;]{0,30} (?:had|has|have|could) not (?:yet )?
        (?:be|been) (?:found|located|traced|seen|opened|read|registered|processed|forwarded)\b
    |\bwhere (?:it|they|things|matters?) (?:was|were|stood) in\b
    |\bnot (?:yet )?(?:ready|prepared|able) to (?:give (?:an?|any|his|its)|say|answer|reply|decide
        |commit|respond)\b
    |\bunanswered\b|\bno closer to\b
    |\b(?:no|offered no|gave no|without|nor|brought no|produced no|elicited no|drew no
        |little) (?:[\w-]+ )?(?:response|reply|answer|word|reaction|decision|indication|hint|commitment
        |clear answer|date)\b(?! (?:[\w ]{0,25})?(?:is|are|was|be) (?:needed|required|necessary|expected
        |requested|sought
        |set))(?<!requires no reply)(?<!needs no reply)(?<!require no reply)(?<!need a reply)
    |\bawait(?:s|ing|ed)? (?:a |the |an |its |his |their |final |word |further )?(?:[\w']+ )?(?:response
        |reply|answer|instructions|decision|word|approval|guidance|clearance|return|reaction|outcome)
    |\bwaiting for (?:a |the |an |its |his |their |final |word |further )?(?:[\w']+ )?(?:response|reply
        |answer|instructions|decision|word|approval|guidance|clearance|reaction)
    |\bunable to (?:elicit|obtain|get|secure|extract) [^.;]{0,40}?\b(?:response|answer|reply|reaction
        |appointment|meeting)
    |\bwithout (?:commitment|committing|saying|giving)
    |\bnot (?:to )?commit(?:ting)? (?:himself|herself|itself|themselves|his|her|the|to)
    |\b(?:did|would|could|does|do) not (?:yet )?(?:respond|reply|comment|commit|be drawn|say|speculate
        |predict|venture|disclose|indicate|know|answer|tell us|elaborate|give (?:us )?(?:a|any))\b
    |\b(?:would|will|could) (?:only say|say only)\b
    |\bdeclined to (?:be drawn|comment|say|speculate|commit|predict|discuss|answer|give a)
    |\bnon-?committal|\b(?:said|say|saying) only\b
    |\bonly (?:said|say|that it was|smiled)\b
    |\bnobody (?:\w+ ){0,3}?(?:would|could)\b|\bcareful not to\b
    |\b(?:keeping|keeps|kept) (?:its|his|her|their) (?:own )?(?:counsel|cards|options|thoughts)
    |\bnothing that could be called|\bpromised nothing\b|\bevasive\b|\bside-?stepped\b|\bdeflected\b
    |\bchanged the subject\b|\bshrugged\b|\bdodged\b|\bparried\b|\bhedged\b|\bducked\b|\bdemurred\b
    |\bwaffled\b|\b(?:too early|premature) to\b
    |\bnot for (?:him|her|them|\w+ors?|\w+ers?) to (?:say|decide|answer)
    |\blay with\b|\blies with\b|\bnot returned our\b|\bunreturned\b|\bsilence\b
    |\bno one (?:has|would|could)\b
    |\bunable to (?:say|tell us|give us an? (?:answer|date))
    |\bhad nothing to (?:say|tell)|\bhas nothing to (?:say|tell)|\btook note\b|\bnoted our\b
    |\bmerely (?:said|noted|took|listened)
    |\blistened (?:politely|without|in silence|carefully)\b
    |\bneither (?:yes nor no|accepted nor|agreed nor|confirmed nor)
    |\bleft (?:it|the (?:matter|question)) (?:there|open|hanging)
    |\bgave nothing away\b|\bno position\b|\bhas taken no\b|\bhave heard nothing\b|\bheard nothing\b
    |\bno word\b
    |\b(?:is|are|was|were) still (?:being )?(?:\w+ )?(?:studying|considering|reviewing|studied
        |considered|reviewed|examining|examined|awaited|awaiting|under|debating|discussing|weighing
        |working)\b
    |\b(?:is|are) under (?:active )?(?:study|review|consideration)\b
    """
)
# A later word that outweighs a silence so far.
SOON = rule(
    r"""
    \b(?:will|would|promised to|undertook to) (?:\w+ly |now |also |then ){0,2}(?:answer|reply|respond
        |revert|get back|come back|let (?:us|embassy|post|the embassy) (?:know|have)|advise|inform us
        |tell us(?! (?:nothing|no\b|little))|follow|provide|send|supply|call|phone|telephone|contact us|be in touch|be (?:sent|provided
        |supplied|given|in our hands))\b
    |\b(?:promised|undertook)\b
    """
)
# No answer now, but one at a named time.
NOT_BEFORE = rule(
    r"""
    \b(?:will|would|could|can|does|did) ?not (?:\w+ ){0,3}?(?:decide|decided|know|answer|reply|respond
        |say|give|have|take a|pronounce|commit|make|be (?:ready|known|decided|able to (?:say|answer|decide
        |reply|give|respond)))\b[^.;]{0,80}\b(?:until|before|for another|for some)\b
    """
)
