"""What the post says at the head of a sentence that it did, whatever that was: deeds, not talk, thought, courtesies or plans."""

from tracker.extraction.answer_wordings import joined, rule, sieve

SIGNS = sieve(
    r"""
    (?:we|post|embassy|mission|consulate|econoffs?|poloffs?|conoffs?|emboffs?|consul|charge|ambassador|dcm|rso|datt|pao
        |gso|officer|chief|counselor|attache|legatt|agatt)$
    """
)
_NOT_DEEDS = joined(
    r"""
    (?:ask|add|explain|stress|emphasiz|believ|hop|expect|appreciat|welcom|attend|learn|receiv|want|wish|consider|doubt
        |suggest|recommend|request|urg|press|remind|point|thank|assur|inquir|wonder|tri|attempt|plan|intend|continu
        |remain|agre|not|repli|repeat|answer|respond|observ|remark|express|propos|offer|encourag|insist|argu|clos|seem
        |need|watch|listen|host|join|enjoy|prefer|regrett?|look|promis|undertak|notic|understand|discuss|rais|stat|talk
        |hesitat|refus|declin|congratulat|review|warn|caution|advis|inform|indicat|acknowledg|recall|mention
        |underlin|underscor|maintain|assum|estimat|suppos|anticipat|call|report|us|arriv|reach|land|return|depart|travel|serv|liv
        |work|accompani|fail|miss|chang|mov|gather|sens|detect|concern|shar|support|oppos|favor|lik|lov|stay|wait|await)
    """
)
DONE = rule(
    r"""
    ^(?:(?:on|at|in|by) [\w' ]{3,24}, |this morning,? |yesterday,? |last night,? |since then,? |meanwhile,? )?
        (?:the )?(?:[\w/-]+ )?(?:we|post|embassy|mission|consulate|econoffs?|poloffs?|conoffs?|emboffs?|consul|charge
        |ambassador|dcm|rso|datt|pao|gso|officer|chief|counselor|attache|legatt|agatt)
        (?: has| have)?(?: now| already| since| then| also| duly)?
        \s(?:(?!<not deeds>(?:ed|d|red)\b)\w+ed|(?:called|telephoned|phoned|wrote) (?!on\b|for\b|to (?:ask|say|request)
        |[^.;]{0,60}\b(?:minister|ministry|director|deputy|secretary)\b)|bought|drew|built|taught|paid|sold|hung|put up
        |took down|drove|brought|cut)\b
    """.replace("<not deeds>", _NOT_DEEDS),
)
