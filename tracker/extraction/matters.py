"""Whether a thing that must be somewhere or be done by a day is owed by those asked: papers are, roads and wages are not."""

import re

from tracker.cable.hints import has_any
from tracker.extraction import governing_nouns as nouns
from tracker.extraction import vocabulary as v
from tracker.extraction.doers import BY_WHOM, is_kept_from_posts
from tracker.extraction.noun_phrases import WORDS, is_foreign, noun_phrase, of_kind

_DUTY = re.compile(
    r"\b(?:should|must|shall|will have to|needs? to|ought to|(?:is|are|has|have) to|(?:is|are) (?:due|expected|awaited|looked for|essential|vital|imperative|crucial|indispensable|likely|certain|sure|possible)|cannot wait)\b"
    r"|^(?:[\w'’-]+ ){1,6}?to(?= (?:be|reach|arrive|follow|come|return|leave|sail|meet|vote|decide) )",
    re.IGNORECASE,
)
_TO_US = re.compile(
    r"\bbe (?:back |in hand )?here\b|\bbe in our hands\b|\b(?:reach|arrive (?:at|in)|(?:be|come) (?:back )?(?:in|at|with|to)|get to) (?:the )?(?:hands of )?(?:the )?"
    r"(?i:department|washington|bureau|desk|headquarters|this office|us\b|task force|operations center|secretariat|[A-Z]{1,6}/[A-Z]|(?P<letters>(?-i:[A-Z]{2,6}\b)))"
    r"|\bdue (?:back )?(?:in|at|with|to) (?:the )?(?:department|washington|bureau|desk|headquarters|this office|us\b|[A-Z]{1,6}/[A-Z])",
    re.IGNORECASE,
)
TO_OTHERS = re.compile(  # behind "due": not to us
    r"(?:in [\w-]+ )?(?:to|at|with|before|in) (?:the )?(?:(?!(?:by|on|before|in|at|to|the|no|not|nlt|and|for|of|from|with|within|department|bureau|desk|posts?|embassy|us|washington)\b)[\w-]+ ){0,3}?(?:imo|iaea|icao|opcw|ilo|fao|unep|wmo|itu|wipo|oas|apec|asean|interpol|ctbto|wto|oecd|osce|nato|imf|who|world bank|omb|gao|congress|hill|senate|house|committee|court|parliament|ministr\w+|commission|council|(?:tender|port|customs|tax|water|land|power) (?:board|authority|office)|(?:ports?|harbor|canal|airports?|customs) authority|fund|registry|exchange|university|bank)\b"
)
_BODIES = (
    r"(?:congress|hill|senate|house of|house committee|committees? on|omb|gao|parliament|boards? of (?:governors|directors)|executive board|registry|fund|world bank|courts?|tribunal|depositary|"
    r"technical secretariat|national assembly|cabinet|council of ministers|registrar|receiver|ombudsman|(?:central|national|state) bank)\b"
)
_FOR_BODY = re.compile(  # whoever reports to Congress or is judged by a court is no post
    rf"(?:\w+ )?be (?:\w+ly )?(?:(?:submitted|referred|sent|reported|transmitted|notified|filed|lodged|forwarded|deposited) [^,;]{{0,60}}?\b(?:to|with|before|in|at)|\w{{3,}}(?:ed|en|de) by) (?:the )?(?:national )?{_BODIES}"
)
_FROM_OTHERS = re.compile(  # "A decision by the Paris Club", "Comments from the public"
    rf"\bby (?:the )?(?:paris club|bank|council|commission|minist\w+|assembly|security council|committee|government|{_BODIES})(?:$|(?= (?:ahead|before|in advance|prior)\b))"
    r"|\b(?:from|by) (?:the |all |any )?(?:general )?(?:public|industry|members?|member states|parties|states|applicants?|bidders?|firms|companies|importers|exporters|carriers)\b"
)
BEING_MADE = (  # in small letters: others are at work on it
    r"\b(?:is|are) (?:now |still |also )?being (?:agreed|negotiated|drafted|written|prepared|cleared|settled|discussed|worked|revised|reviewed|printed|translated|bargained|argued|typed|studied|edited)\b"
)
_TO_BODY = re.compile(  # in small letters: whoever reports to Congress is no post: "must be with the Congress by"
    rf"(?:\w+ly |also |then |first )?(?:go|get|come|be (?:back |in the hands |on the desks? |up )?|be (?:sent|submitted|laid|put|placed) |reach|be presented )(?: ?(?:to|with|before|at|of|in|on))? ?(?:the )?(?:u\.s\. |full |relevant |appropriate )*(?:committees\b|{_BODIES})"
)
_DUE_ASIDE = re.compile(r", due [^,]{3,60}, |\bdue (?=(?P<whom>.*))", re.IGNORECASE)
_BE_WITH = re.compile(r"be (?:back |again )?(?=(?:with|at|before) )")  # "must be with the port authority"
PAPERS = (
    (v.GIVEN - {"ballots", "they", "it", "this", "that"})
    | nouns.DELIVERABLES
    | frozenset(
        """counts tonnages cards photographs prints sheets charts maps originals halves sets files tapes disks keys entries entry
    offers quotes bids tenders orders ledger ledgers books minutes scores transcripts registers ratings rolls readings samples
    specimens signatures drawings blueprints invoices statistics totals numbers title titles abstracts
    slides credentials keys badges returns schedules schedule budget budgets accounts manifests""".split()
    )
)
_OURS = r"(?:the |our |us\b)?(?:hands of )?(?:the )?(?:department|washington|bureau|desk|headquarters|this office|task force|operations center|us\b|here\b|[a-z]{1,6}/[a-z]+|obo|fsi|ca\b|inl|drl|oes|prm|eca|charleston|drafter)"
_WAYS = r"(?:by|in|via|under|through) (?:the |next |registered |first |classified |unclassified |diplomatic |air |sealed )*(?:pouch|bag|cable|telegram|fax|e-?mail|courier|letter|cover|separate cover|post|mail|hand|channels)"
_THROUGH = r"(?:through|via|by way of) (?:the |its |your )?(?:[\w-]+ )?(?:attaches?|attache|section|office|officer|rso|gso|dcm|dao|pao|consul|unit|desk|mission|embassy|post|mail ?room|regional center)\b"
_SOME_TIME = r"(?:an?|one|two|three|four|five|ten|\w+) (?:working |business |full )?(?:days?|weeks?|fortnight|months?) (?:before|ahead of|prior to|in advance of)"
_LIMITS = r"(?:by|before|no later than|not later than|nlt|within|on or before)"
_NEED = re.compile(
    r"\b(?:that|what|which|all|everything|nothing|as) (?:the|its|their|his|her) (?:[\w'’-]+ ){0,2}?(?P<who>[a-z]+) (?:also |now |still )?(?:needs?|wants?|requires?)\b"
)
_LENDERS = frozenset("fund bank mill mills mint guild port union".split())
_GOING = re.compile(  # in small letters, an order in the present tense: "The certificate goes by pouch not later than May 3"
    r"(?P<what>[^;:]{3,120}?) (?:also |then |again )?(?:goe?s?|comes?|travels?|returns?|follows?|moves?|is returned|are returned|(?:is|are) now (?:sent|mailed|pouched|cabled|filed|turned)|reach(?:es)?|arrives?) "
    rf"(?:(?:back|out|in|on|forward|up|direct|directly|straight|home|along)(?:, [^,;]{3, 30},)? )?(?:(?:to|at|with|in) (?={_OURS})|(?={_WAYS}\b|{_THROUGH}|{_OURS}|(?:(?<=goes )|(?<=go )|(?<=back )|(?<=follow )|(?<=follows )|(?<=back, )|(?<=sent ))(?:[^,;]{{3,40}}, )?(?:{_LIMITS} |{_SOME_TIME} )|(?<=in ){_LIMITS} ))"
)
_NOW_GO = re.compile(  # of what was asked before: "They now go out not later than May 29"
    rf"(?:they|these|it|both|all) (?:now|then|henceforth|instead) (?:go|goes|come|comes|move|moves) (?:out|in|back|forward|on|by pouch|by courier) (?:{_LIMITS}) "
)
_WANTS = re.compile(  # in small letters: a word with which a thing is wanted, though no wording was met
    r"\b(?:due|needed|required|requested|wanted|lack(?:s|ing)?|needs?|requires?|wants?|req|reqs?t|advise|inform|confirm)\b"
    r"|\b(?:tell|send|give|let|get|show|bring|owes?|reach(?:es)?) (?:us|me|the (?:department|bureau|desk)|[a-z]{1,5}/[a-z]+|[a-z]{2,4} have)\b"
)
_ALONE = re.compile(  # in small letters, no verb: "Nominations by May 3 to the Bureau", "Two prints of each plate, by May 3"
    r"(?P<what>(?:(?:the|an?) )?(?:(?!the\b|an?\b)[\w'’/-]+,? ){0,4}?(?!the\b|an?\b)[\w'’/-]+)(?: (?:of|for|from|on|in|to|with|about|at) (?:the |an? |each |all |any |both |its |your )?(?:(?!the\b|an?\b|each\b|all\b)[\w'’/-]+ ){0,3}?[\w'’/-]+){0,4}?"
    rf"(?:,? if any,?)?(?: (?:to|for|with) (?={_OURS}\b)[\w ]+?)?,? {_LIMITS} "
)
_STIRRING = re.compile(
    r"\b(?:comes?|clos(?:e|es)|hangs?|appears?|arrives?|opens?|ends?|stands?|lies?|starts?|begins?|rises?|falls?|runs?|passe?s?|goe?s|moves?|takes?|ceases?|lapses?)\b"
)
_DOES_EVERY = re.compile(  # in small letters, what an office does: "The Center answers every offer within 48 hours"
    r"(?:the |an? |its |our )?(?:[\w/'’-]+ ){1,4}?[a-z]{3,}s (?:every|each|all|any|the|an?|its|their|such|no) (?!(?:(?:working|other|second|business) )?(?:day|week|month|quarter|year|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b)"
)
_ACTS_ALONE = frozenset("delivery presentation outline demarche return receipt registration".split())
_ELSEWHERE = re.compile(  # in small letters, behind a duty: "Help should get to the villages"
    rf" (?:\w+ly |also )?(?:get|come|go|make (?:its|their) way|find (?:its|their) way) (?:back |out |on )?to (?!{_OURS}|hand\b)"
    r"| (?:soon |again |then )?be (?:in the public domain|public\b|common knowledge|on (?:sale|the (?:streets?|newsstands|market))|in (?:print|the (?:shops|bookshops|newspapers?))|(?:back )?(?:with|at) the (?:printers?|publishers?|bookbinders?|presses)\b)"
)
GET_TO_US = re.compile(  # in small letters: "Biographies should get to us"
    r"(?:also |then |first |all |\w+ly )*(?:get|come|go|find (?:its|their) way|make (?:its|their) way|be) (?:back |in )?"
    rf"(?:(?:to|with|at) {_OURS}|here\b|to hand\b)"
)
SEEN_IN_REPLY = re.compile(  # in small letters: "would like to see in post's answer", "to see the Embassy's view on"
    r"(?:also |very much |first )?to see (?:(?:covered |treated |included )?in (?:your|its|their|the|(?:post|embassy|mission|consulate)['’]s) (?:\w+ )?(?:reply|replies|answer|response|report)s?\b"
    r"|(?:your|(?:the )?(?:posts?|embass(?:y|ies)|missions?|consulates?)(?: [a-z]+)?['’]s?) (?:\w+ )?(?:views?|estimates?|reply|comments?|assessment|draft|figures|list|plans?|proposals?|analysis|answer|thoughts|ideas)\b)"
)
_AS_A_RULE = re.compile(
    r"\b(?:each|every) (?:\w+ )?(?:year|month|week|spring|summer|autumn|fall|winter)\b|\bas a rule\b|\busually\b"
)
_CARRIED = frozenset(  # by pouch, though no paper
    """seal seals stamp stamps passport passports badge badges medal medals pin pins film films disk disks battery batteries
    visa visas box boxes parcel parcels swab swabs vial vials die dies plate plates sheet sheets""".split()
)
_PRINTED = frozenset("printed published bound tabled unveiled released launched typeset".split())
_EDITION = re.compile(  # what the sender makes of what posts report: "The yearbook must be printed"
    r"(?:the|this|that|our|its|this year['’]s) (?:\w+ ){0,2}?(?:reports?|yearbooks?|volumes?|editions?|books?|publications?|reviews?|bulletins?|compilations?|almanac|digest)(?: itself| as a whole)?",
    re.IGNORECASE,
)
OF_POSTS = frozenset(  # what a post has in hand, though it sends none of it
    """file files receipt voucher slip slips tag tags pad pads carton cartons box boxes stamp stamps seal seals key keys folder folders card cards foil foils badge badges pass passes
    passport passports stock stocks surplus shortage shortages overage overages discrepancy discrepancies error errors mistake
    mistakes omission omissions furniture furnishings proceeds cash collections balances logs vehicle vehicles
    computers printers disks spares conversations discussions soundings interviews appointments container containers pouch
    pouches parcels crate crates safe safes""".split()
)
_BY_LAW = re.compile(  # in small letters
    r"by agreement with\b|(?:summary\. |comment\. )?(?:as )?under (?:his|her|the|their|its|a) (?:\w+ )?contract\b|(?:summary\. |comment\. )?(?:as )?(?:under|by|according to|in accordance with|pursuant to) (?:the |its |their |this |that |local |host country |u\.s\. )*(?:terms of (?:the )?)?(?:(?:articles?|sections?|chapter|clause) [\w.()]+ (?:of|to) (?:the |its |their |this |that )?)?(?:\w+ ){0,2}?(?:law|laws|statutes?|treaty|treaties|convention|constitution|charter|protocol|act|code|accord|by-?laws|(?:forces|trade|lease|loan|base|fisheries|aviation|bilateral|host) agreement|decrees?|edict|ordinances?|truce|cease-?fire|armistice|resolution \d+)\b"
)
_BY_TERMS = re.compile(  # in small letters, of whomever they bind: "Under the loan agreement", "By the court's ruling"
    r"(?:as )?(?:under|by|according to|in accordance with|pursuant to|in line with) (?:the |its |their |this |that )?(?:new |old )?(?!(?:this|our|your|post)\b)(?:[\w'’-]+ ){0,3}?(?:contracts?|lease|agreement|ruling|judgment|verdict|directive|regulation \d+|rules|concession|license|tender(?: notice)?|settlement)(?: on [\w ]{3,30}?)?, "
)
_BEHIND_DAY = re.compile(  # in small letters, at the end: "must be returned by May 3 under the census law"
    r",? (?:under|according to|in accordance with|pursuant to|in line with) (?:the |its |their |this |that |an? )?(?:[\w'’-]+ ){0,3}?(?:laws?|act|treaty|convention|constitution|charter|protocol|code|accord|by-?laws|decree|edict|ordinance|truce|cease-?fire|armistice|ruling|judgment|resolution \d+"
    r"|contract|lease|agreement|directive|regulation \d+|regulations|rules|order|plan|concession|license|policy)[.]?$"
)
_NAMING_TERMS = (
    " under ",
    "according",
    "accordance",
    "pursuant",
    "in line",
)  # one of them stands in whatever it finds
POSTS_WORK = re.compile(  # in small letters: what nobody but posts see to, whatever law or report is told of
    r"\b(?:arrests?|americans?|u\.s\. citizens?|wardens?|evacuation|end-use|host governments?|all hosts|refugee cases|vett(?:ed|ing)|nominated|demarches?|visa cases)\b"
)
NAMES_US = re.compile(  # in small letters
    r"\b(?:posts?|embass(?:y|ies)|missions?|consulates?|consular|addressees?|you|your|departments?|dept|washington|we|us|our|bureaus?|desks?|offices?|american|u\.s|united states|federal|administration|senate"
    r"|congress|fam|fah|cfr|reftels?|ref|refs|septel|agency|headquarters|this (?:cable|message|telegram)|paras?|paragraphs?|[a-z]{1,5}/[a-z]{1,6}|privacy act|executive order|secretary)\b"
)
_A_RULE = re.compile(  # in small letters: "Files must be with the carrier ten days before a flight, a rule that all know"
    r", an? (?:\w+ ){0,2}?(?:rule|requirement|condition|practice|limit|deadline|term|custom|provision) (?:(?:that|which)(?! (?:(?:the )?(?:department|bureau|desk|post|embassy)|we|(?:has|have|had|is|was) (?:\w+ly |been )*(?:chosen|picked|fixed|set so|meant|intended|calculated|reckoned))\b)|of|set|laid|in|under|well|known|imposed|they|it|he|she)\b"
)
_OWN_RULES = re.compile(  # in small letters: "The center works to its own rules: a search is called off when"
    r"^[^:;]{0,80}\b(?:its|their|his|her|(?!(?:post|embassy|mission|consulate|department|bureau|desk)s?['’])[a-z]+['’]s?) (?:own )?(?:\w+ )?(?:rules?|rule ?book|regulations?|procedures?|by-?laws|statutes?|customs?|code|practice)(?: (?:for|in|on|of|are|is) [^:;]{2,40})?: "
)
_SAYS_SO = re.compile(  # in small letters: another text lays it down: "…; the text of the grant says so"
    r"(?:; |, and |, )(?:so )?(?:(?:as )?(?:the|its|their|this|that) (?:\w+ ){0,2}?(?:text|terms|wording|law|statute|contract|charter|treaty|convention|decree|rules?|regulations?|constitution|by-?laws|lease|license)(?: of (?:the |its |their )?[\w ]{2,30}?)? (?:says?|provides?|requires?|has it|puts? it|lays?)(?: so| it down| this| that)?[.,;]?$)"
)
_SEEN_TO = re.compile(  # in small letters: who does it is said: "…, and AF/EX does that without help from posts"
    r"(?:; |, (?:and|but|as|since) )(?!(?:posts?|embass|missions?|you)\b)(?:[\w/]+ ){1,5}(?:does|do|will do|is doing|sees to|will see to|takes care of|will take care of|handles|will handle|attends to|will attend to) (?:that|this|it|so)\b"
)
_FOR_US = re.compile(
    rf"(?:also |then |first |\w+ly )*be (?:\w+ly )?\w{{3,}}(?:ed|en|ent|wn|ught) (?:(?:by|via|in) (?:e-?mail|phone|telephone|cable|fax|pouch|letter) )?(?:to|with) (?!us\b){_OURS}\b"
)
_AT_HAND = re.compile(
    r"be (?:back )?(?:here|in hand|in (?:the )?(?:department|washington|hands of)|in (?P<owner>our|(?:the )?[\w/-]+?)(?:['’]s?)? hands|with (?:us|the (?:department|bureau|desk))|on (?:our|the) desks?)\b"
)
_HANDLED = re.compile(
    r"(?P<what>(?:(?!be\b)[\w'’-]+ ){1,6}?)be (?:\w+ly )?(?!read\b|seen\b|understood\b)\w{2,}(?:ed|en|ade|pt|ut|wn|id)\b"
)
ONE_CABLE = re.compile(
    r"(?:(?:up)?on [\w'’ ]{3,40} )?(?:a|an|one|each|every) (?:[\w'’-]+ ){0,3}?(?:cable|telegram|message)\b"
)
_MENDED = re.compile(  # of a paper of theirs: "we suggest it be corrected"
    r"(?:that )?(?:it|they|these|this|the (?P<what>(?:[\w'’-]+ ){0,4}?[\w'’-]+)) (?:also )?be (?:corrected|amended|rectified|reissued|resent|recalculated|mended|updated|checked|repeated)\b"
)
_CLAUSE = frozenset("is are was were has have had will would that which who".split())
_THEIRS = ("their ", "his ", "her ", "its ")
_MOVERS = frozenset(
    """courier ship ships tanker convoy aircraft plane flight train delegation team consul ambassador group party cargo
    shipment truck trucks vessel vessels troops officer officers director""".split()
)
_PAPERS_OR_OF_POSTS = PAPERS | OF_POSTS
_PAPERS_OR_CARRIED = PAPERS | _CARRIED
_PAPERS_BUT_HELP_OR_ACTS_ALONE = (PAPERS - v.HELP) | _ACTS_ALONE


def is_by_law(low: str) -> bool:
    """Return whether a sentence tells what a law, a treaty or a rule commands: "Under the treaty the request must be", "…, a rule that"."""
    is_own_rule = ": " in low and _OWN_RULES.match(low) is not None
    return (
        is_own_rule
        or _BY_LAW.match(low) is not None
        or _is_by_terms(low)
        or (", a" in low and _A_RULE.search(low) is not None)
        or _SAYS_SO.search(low) is not None
    )


def _is_by_terms(low: str) -> bool:
    """Return whether terms that bind others are named at either end of a sentence that names none of ours."""
    is_named = _BY_TERMS.match(low) is not None or (
        has_any(low, _NAMING_TERMS) and _BEHIND_DAY.search(low) is not None
    )
    return is_named and NAMES_US.search(low) is None


def is_seen_to(rest: str) -> bool:
    """Return whether what follows a duty, in small letters, says that another does it: "…; the desk sees to it"."""
    return _SEEN_TO.search(rest) is not None


def is_for_others(rest: str) -> bool:
    """Return whether what follows a duty, in small letters, is done by or goes to a body of others: "be submitted to Congress"."""
    is_done = " be " in f" {rest[:20]}" and _FOR_BODY.match(rest) is not None
    place = _BE_WITH.match(rest)
    is_with = place is not None and TO_OTHERS.match(rest, place.end()) is not None
    return is_done or is_with or _TO_BODY.match(rest) is not None


def is_edition(subject: str, done: str) -> bool:
    """Return whether the sender makes a thing of what posts report: "the yearbook" is to be "printed"."""
    return done in _PRINTED and _EDITION.fullmatch(subject) is not None


def goes_elsewhere(low: str, place: int) -> bool:
    """Return whether the verb at `place`, behind a duty, brings a thing to others or to everybody: "be in the public domain"."""
    return _ELSEWHERE.match(low, place - 1) is not None


def is_at_hand(rest: str) -> bool:
    """Return whether what follows a duty, in small letters, puts a thing into an office's hands: "be in ECA's hands", not a ministry's."""
    match = _AT_HAND.match(rest)
    return match is not None and not _is_others_hand(match)


def is_in_others_hands(rest: str) -> bool:
    """Return whether what follows a duty, in small letters, puts a thing into the hands of others: "be in the ministry's hands"."""
    match = _AT_HAND.match(rest)
    return match is not None and _is_others_hand(match)


def _is_others_hand(match: re.Match[str]) -> bool:
    owner = (match["owner"] or "").rpartition(" ")[2]
    return bool(owner) and (nouns.is_third(owner) or is_foreign(owner))


def is_for_us(rest: str) -> bool:
    """Return whether what follows a duty, in small letters, brings a thing to an office of the sender: "be flagged to PM/WRA"."""
    return _FOR_US.match(rest) is not None and BY_WHOM.search(rest) is None


def is_handled(wanted: str) -> bool:
    """Return whether a clause, in small letters, says that a paper be handled: "lot numbers be copied from the bottle"."""
    match = _HANDLED.match(wanted)
    head = noun_phrase(WORDS.findall(match["what"]))[-1:] if match else []
    return bool(head) and head[0] in _PAPERS_OR_OF_POSTS and not is_from_others(wanted)


_ROUND = re.compile(  # in small letters, what only officers do: "office visits to at least five stores", "calls on all three ministries"
    r"(?:and |but )?(?:personal |office |repeated |monthly |weekly |regular |site |field |an? |at least \w+ )*(?:visits? to|calls? on|calls? at|interviews? with|inspections? of|checks? of|spot checks? of) (?:at least|no fewer than|not less than|each|all|every|both|half|the (?:three|four|five|ten)|two|three|four|five|six|ten) [^,;:]{3,80}"
)


def is_round(subject: str) -> bool:
    """Return whether a subject, in small letters, is a round of calls or visits that posts pay: no "visit by the king"."""
    return _ROUND.fullmatch(subject) is not None and " by " not in subject and " from " not in subject


def is_mended(wanted: str) -> bool:
    """Return whether what is suggested, in small letters, is that a paper be put right: "it be corrected"."""
    match = _MENDED.match(wanted)
    head = noun_phrase(match["what"].split())[-1:] if match and match["what"] else []
    return match is not None and (match["what"] is None or (bool(head) and head[0] in PAPERS))


def is_of_posts(subject: str) -> bool:
    """Return whether a subject is what posts have in hand and nobody else's: "discrepancies", not "the bank's keys"."""
    low = subject.lower().rpartition(", ")[2].strip()
    phrase = noun_phrase(WORDS.findall(low))
    if (
        not phrase
        or not _CLAUSE.isdisjoint(low.split())
        or low.startswith(_THEIRS)
        or "'s " in low
        or any(is_foreign(word) for word in phrase[:-1])
    ):
        return False
    return not {phrase[-1], f"{phrase[-1]}s"}.isdisjoint(OF_POSTS) and not is_from_others(low)


OF_BIDDERS = re.compile(
    r"(?:the |all |any )?(?:sealed (?:offers|bids|proposals|tenders)|bids|tenders)(?! from\b)(?: |$)"
)


def is_from_others(subject: str) -> bool:
    """Return whether a thing comes from others: "comments from the public", "a decision by the court"."""
    low = subject.lower().rstrip()
    if OF_BIDDERS.match(low):
        return True
    return (" by " in low or " from " in low) and _FROM_OTHERS.search(low) is not None


_EXPECTED_OF = re.compile(  # "The committee's report is expected by May 3"
    r"^[^.;:]{0,80}?(?:\b(?:by|from) (?!(?:all|each|both|the )?posts?\b|(?:all |each |the )?(?:posts?|embass|missions?|consulates?|addressees|you\b))|(?<!post)(?<!embassy)(?<!mission)['’]s )[^.;:]{0,80}\b(?:is|are) expected\b"
)


def is_sent_on(text: str) -> bool:
    """Return whether a thing goes to an office, or by its ways, in the present tense: "The list goes by pouch not later than".

    What is told of others goes elsewhere: "The bill goes to parliament not later than".
    """
    low = text.lower()
    if _NOW_GO.match(low) is not None:
        return True
    match = _GOING.match(low)
    if match is None or low.startswith(_THEIRS) or is_from_others(match["what"]) or _AS_A_RULE.search(low):
        return False
    head = noun_phrase(of_kind(WORDS.findall(match["what"].partition(", ")[0])))[-1:]
    word = head[0].strip(".,'’") if head else ""
    return word not in _MOVERS and not {word, f"{word}s"}.isdisjoint(_PAPERS_OR_CARRIED)


def _is_alone(text: str) -> bool:
    """Return whether a paper is named with its day and no verb: "Nominations by May 3 to the Bureau"."""
    low = text.lower()
    match = _ALONE.match(low)
    if match is None or low.startswith(_THEIRS) or _STIRRING.search(match.group()) or _is_habit(text):
        return False
    if _DOES_EVERY.match(low):
        return False
    head = noun_phrase(WORDS.findall(match["what"].rpartition(", ")[2]))[-1:]
    word = head[0].strip(".,'’") if head else ""
    return not {word, f"{word}s"}.isdisjoint(_PAPERS_BUT_HELP_OR_ACTS_ALONE) and word != "work"


def _is_habit(text: str) -> bool:
    """Return whether the words tell what others do: "Grantees submit reports by April 30"."""
    words = [w for w in WORDS.findall(text[:60].lower()) if w not in v.LEADS][:2]
    return len(words) > 1 and nouns.is_third(words[0]) and words[1] in v.ORDERS


def _is_need_of_others(low: str) -> bool:
    """Return whether it is somebody else who needs a thing by a day: "the list that the ministry needs by"."""
    match = _NEED.search(low) if "need" in low or "want" in low or "require" in low else None
    return match is not None and (nouns.is_third(match["who"]) or match["who"] in _LENDERS)


def _comes_to_us(text: str, start: int) -> bool:
    """Return whether what stands behind a duty brings a thing to an office; in a text in capitals only a known one has letters: not "RIGA"."""
    match = _TO_US.search(text, start)
    letters = match["letters"] if match is not None else None
    if match is None or letters is None or not text.isupper():
        return match is not None
    is_with = match[0].endswith(f" WITH {letters}")  # "NEEDS TO BE WITH NP"
    return is_with or letters.lower() in v.CAPITAL or letters in v.BUREAUS


def is_owed(text: str) -> bool:
    """Return whether the words before the duty name what an office sends, or the words behind bring it to us."""
    low = text.lower()
    if " expected " in low and _EXPECTED_OF.match(low):
        return False
    if is_by_law(low) or _is_need_of_others(low) or is_kept_from_posts(low):
        return False
    due = _DUE_ASIDE.search(text)
    if due and (due["whom"] is None or TO_OTHERS.match(due["whom"].lower())):
        return False
    duty = _DUTY.search(text)
    if duty is None:
        is_wanted = _WANTS.search(low) is not None and not _is_habit(text)
        return is_wanted or _is_alone(text) or is_sent_on(text)
    is_elsewhere = any(_ELSEWHERE.match(low, one.end()) for one in _DUTY.finditer(text))
    if is_elsewhere or is_in_others_hands(low[duty.end() :].lstrip()):
        return False
    if is_for_others(text[duty.end() :].lower().lstrip()) or is_from_others(text[: duty.start()]):
        return False
    subject = WORDS.findall(text[: duty.start()].lower().rpartition(", ")[2])
    head = noun_phrase(subject)[-1:]
    word = head[0].strip(".,'’") if head else ""
    if word in _MOVERS:
        return False
    return word in PAPERS or _comes_to_us(text, duty.start())
