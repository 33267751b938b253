"""Reasons for not taking a sentence that sounds like an order, each in the plain words a person reads."""

import re

from tracker.cable.hints import has_any, words_in
from tracker.extraction import printed_words, quoted_texts
from tracker.texts import marked

MASKED = marked("It stands in the text to be handed over or spoken.")
POINTER = marked("It only points to another paragraph.")
COURTESY = marked("It is thanks, a marking or a standing line, not an order.")
QUOTED = marked("The words are quoted from somebody else.")
REPORTED = marked("It reports what somebody else said, asked or recommended.")
PAST = marked("It tells of something past.")
PLANNED = marked("It says what will be asked or done later.")
THIRD = marked("It says what a third party should do.")
PERSONS = marked("It is addressed to travelers, applicants or others, not to an addressee.")
SENDER = marked("It says what the sender does or will do.")
SPOKEN = marked("It speaks to the other government, as talking points do.")
ADVICE = marked("It is advice or opinion of the sender.")
NOTHING_OWED = marked("It says that nothing is asked.")
KNOWING = marked("It tells something to know, not to do.")
DAY_TOLD = marked("It only says by when an ask before it is wanted: that ask has the day.")
TOLD_ONLY = marked("It asks a post that has the cable for information only.")
NO_ADDRESSEE = marked("Nobody whom this cable asks for action is meant.")

QUOTES = re.compile(r"\"[^\"]{0,600}\"|“[^”]{0,600}”|(?<![\w,])'[^']{12,600}'(?!\w)")

_POINTER = re.compile(
    r"^(?:\(?[a-z]{1,4}\)\s*)?(?:this (?:cable|message|telegram) (?:asks for|requests|seeks) (?!(?:by|before|nlt|no|not)\b)[\w'’/-]+(?: (?!(?:by|before|nlt|no|not)\b)[\w'’/-]+){0,7}[;,:] (?:please )?see (?:the )?(?:paras?\b|paragraph|section|below)|this (?:cable |message |telegram )?(?:is|contains|transmits|includes) (?:an? |the )?"
    r"(?:\w+ )?(?:action|instruction|tasking)"
    r"|this (?:cable|message|telegram) (?:asks|requests|tasks|instructs|calls (?:up)?on|requires) (?:\w+ ){1,4}?(?:several|various|some|certain|two|three|four|five|the following|a (?:number|series|variety) of) (?:\w+ )?(?:things|actions|steps|tasks|items|measures)\b"
    r"|(?:for )?(?:an? )?(?:action|funding|action/funding)(?:s|/info)? requests?(?:ed)?\b"
    r"(?: (?:is|are|for posts?|items?|follows?))?(?: \w+)? (?:in|at|see|contained|found|para|below|follow)"
    r"|action (?:requested|required|request|item|items)[.:]? (?:in|see|is in|para|at|please see|and)\b"
    r"|(?:please )?(?:also )?(?:see|refer to|read|consult|(?:go|turn|proceed) to) (?:also )?(?:the )?(?:action|paras?\b|paragraphs?|"
    r"ref|septel|section|below|next|following)"
    r"|please (?:also )?(?:see|find)\b(?! (?:that|to it|out|whether|if|him|her|them|a |the (?:minister|deputy|director)))"
    r"|(?:what|all(?: that)?) (?:[\w'’/-]+,? ){1,12}?(?:stands?|follows?|appears?|comes?|(?:is|are|will be|can be|may be) (?:set (?:out|forth|down)|listed|given|found|told|described|spelled out|summarized)|is|are) (?:\w+ )?(?:in|at|under|below|on) (?:the )?(?:paras?\b|paragraph|section|annex|septel|ref|attach|enclos|next|last|following|page)"
    r"|(?:what|things|all) (?:(?:the )?(?:we|department|washington|posts?|embassy|mission|[a-z]{1,5}/[a-z/]{1,9})) (?:now |also |still |next )?(?:needs?|wants?|asks?|requires?|requests?|seeks?|expects?)(?: for)?(?: (?:from|of|by) (?:(?!(?:is|are|was|were|will)\b)[\w'’/-]+,? ?){1,8})?[.:]?$"
    r"|paras?(?:graphs?)? [\d, and-]{1,20}(?: below)? (?:contains?|is|are|has|have) (?:an? )?(?:action|request|instruction))"
)
POINTING = tuple(  # with one of these, or a letter in brackets, begins whatever _POINTER finds
    "this |for |a |an |action|funding|please |also |see |refer |read |consult |go |turn |proceed |para|what |things |all ".split(
        "|"
    )
)
_COURTESY = re.compile(
    r"protect accordingly|(?:handle|treat) accordingly|please protect|^please pass to\b|^please visit\b"
    r"|visit (?:the |our |us )?[^.]{0,50}(?:web ?site|web ?page|home ?page|intranet)|^(?:the )?(?:department|washington|we|post|embassy|mission|bureau)\w* "
    r"(?:also |again )?(?:thanks?|(?:greatly |deeply |very much |sincerely )?appreciates?)\b|minimize considered"
    r"|\b(?:is|are|am|remains?) (?:\w+ )?grateful (?:to [^,;]{3,40}? )?for (?!any|an? )(?:[\w'’-]+ ){1,8}?(?:(?:that|which) (?:\w+ )?(?:went|made|preceded|helped|has|have|was|were|\w{3,}ed)|already|taken|given|shown|done|extended|rendered|during|to date|so far|last (?:week|month|year))\b"
    r"|\b(?:is|are|am|remains?) (?:\w+ )?(?:grateful|thankful) (?:to [^,;]{3,40}? )?for (?!any|an? )(?:[\w'’-]+ ){0,4}?(?:work|efforts?|help|handling|assistance|support|cooperation|action|reporting|responses?|turnaround|patience|care|attention|advice)"
    r" (?:by|of|from) (?:all|both|the|these|those|its|every|posts?|embass\w+|missions?|consulates?|addressees)\b"
    r"|^(?:(?:we|the department|department|post|embassy) )?(?:(?:is|are|am|remains?) )?(?:\w+ )?(?:grateful for|appreciates?) (?:your|posts?['’]s?|embassy['’]s?|mission['’]s?) (?:\w+ ){0,2}?(?:reporting|work|efforts?(?! to [a-z])|patience|handling|hospitality|diligence|cable|telegram|message|care)\b(?!.*\b(?:by|before|nlt|within)\b)"
    r"|\bdo not hesitate to\b|please disregard (?:it|this|that|(?:our|the) (?:earlier|previous|last|first) request)\b|\bplease (?:feel free to )?(?:contact|call|e-?mail|telephone)\b[^;]{0,200}\bwith (?:any |your |further |additional )*(?:questions?|concerns?|quer(?:y|ies))\b"
    r"|^(?:any |further |additional |all |your )*(?:questions?|inquiries|queries)\b[^;]{0,120}\b(?:may|can|could|might) be (?:\w+ly )?(?:directed|sent|addressed|referred|e-?mailed|phoned|put)\b"
    r"|\b(?:please )?(?:let (?:us|me) know|contact us|feel free)\b[^;]{0,60}\bif (?:you|posts?|embass\w+) (?:have|has|need|needs|require|would like|want|wish)\b"
    r"|please (?:accept|extend|convey|pass (?:on )?)(?: \w+){0,3} (?:thanks|gratitude|appreciation|compliments)"
    r"|^(?:\w+: )?(?:e-?mail|internet)(?: address)?:? [\w.+-]+@[\w.-]+$"
    r"|thank you|^many thanks|not for (?:internet )?distribution|^please (?:be )?(?:advised|aware|note)\b"
    r"|^please (?:be )?(?:rest )?assured|^please do not reply|^best regards|\bbe assured that\b"
    r"|^contact (?:[\w.'’-]+ ){1,3}?[\w.'’-]+, [^;,]{2,40}, (?:tel\.? )?\(?\d{3}[)-] ?\d{3}-\d{4}(?:,? (?:or )?[^\s@]{2,60}@[\w.-]{3,60})?\.?$"
)
_ABSENT = ("in ", "if ", "when", "while ", "should ", "failing ", "after ", "on ", "at ", "nights ", "out")
_IN_ABSENCE = re.compile(  # whom else to ask: "In her absence, call Ruth Ames at 202-555-0101"
    r"(?:in (?:his|her|their|(?:[a-z.]+ )?[a-z]+['’]s) absence|in the absence of [^,;]{3,40}|(?:if|when|while|whenever|should) (?:he|she|they|(?:the )?[a-z]+(?: [a-z]+)?) (?:is|are|be|cannot be|can not be|should be) (?:away|out|absent|reached|unavailable|busy|ill|found|on leave)"
    r"|failing (?:him|her|them|this|that|an answer)|(?:after|out of|outside) (?:working |office |business )?hours|(?:on|at|nights and) (?:weekends|holidays|nights?)),? (?:please )?"
    r"(?:call|contact|telephone|phone|ring|e-?mail|write|reach|dial|fax|try|ask for)\b[^;]{0,90}(?:@|\d{3}[-. )]{1,2}\d{3,4}\b|\bext\b)"
)
_ASKS_TOO = re.compile(  # "We are grateful for the first list and would appreciate the second by May 3"
    r"\b(?:and|but) (?:now |also |therefore |again )?(?:would (?:appreciate|welcome|be (?:most |very |particularly )?grateful(?: for)?|like to have)|should (?:like to (?:have|know|hear)|be (?:glad|grateful) (?:for|of|to (?:have|know|hear)))|requests?|asks?|instructs?|directs?) (?!(?:to|is|are|was|were|from|for)\b)[a-z]"
)
_ASKED = "(?:asked|wanted|required|requested|expected|sought|needed|demanded|looked for)"
_ANY_POST = r"(?:\w+ )?(?:posts?|embass(?:y|ies)|missions?|consulates?|addressees?)"
_NOTHING = re.compile(
    r"\b(?:requires?|needs?|calls? for|requests?|expects?|asks?(?: for)?) no (?:\w+ )?(?:action|response|reply|report|answer)\b"
    r"|\bno (?:further |others? |additional |more )(?!than\b)(?:\w+ ){0,4}?(?:is|are) (?:\w+ )?(?:required|requested|needed|necessary|expected|sought|wanted|due|owed)\b"
    r"|\b(?:is|are) not (?:now |yet )?(?:wanted|owed|called for)\b(?! (?:of|from|until|till|but)\b|[^;]* but )|\bno longer (?:owed|owes?|owing|called for|sought)\b"
    r"|(?:^|; |: |, and )(?:the|this|that|these|those|any|all|its|our) (?:(?!(?:whether|if)\b)[\w'’/-]+ ){1,9}?(?:required|requested|wanted|sought|asked for|called for)\b[^;,]{0,60}? (?:has been|have been|is|are) (?:now |hereby )?(?:dropped|cancell?ed|withdrawn|rescinded|waived|set aside|lifted)\b"
    r"|\bowes? (?:us |the department |washington |post |the embassy )?(?:nothing|no (?:more|further|answer|reply|report|response))\b"
    r"|\bno (?!later|earlier|sooner|fewer|less|more|doubt|event|case|way|circumstances)(?:(?!(?:is|are|was|were|has|have|if|which|who)\b)[\w'’-]+ ){1,8}?(?:(?:is|are) (?:\w+ )?(?:required|requested|needed|necessary|expected|sought|called for)|need be)\b"
    r"|^neither .{2,80}? needs? to (?:do|take|send|say|give|answer)\b"
    rf"|(?:^|; )(?:neither|no|nothing|none|nobody|not (?:one|a))\b(?! (?:later|earlier|sooner|fewer|less|more|longer) than| (?:but|except|save|short of)\b)[^;,:]{{0,90}}? (?:is|are) (?:\w+ )?{_ASKED} (?:of|from) "
    rf"|\b(?:is|are) (?:\w+ )?{_ASKED} (?:of|from) (?:no (?!more|fewer|less)|none\b|nobody\b)"
    rf"|(?:^|; )(?:neither|no|none of (?:the|these|those)|not (?:one|a single)) {_ANY_POST}(?: in [\w ]{{3,30}}?)? (?:(?:is|are) (?:\w+ )?{_ASKED} to|need|has to|have to) "
    r"|\bno (?:\w+ ){0,2}?(?:action|response|reply|report|answer|step|instruction|guidance|clearance|comment)\w*"
    r"(?: \w+){0,4} (?:(?:is|are)(?! to be (?:made|given|sent|taken|issued|offered))|required|requested|needed|necessary|expected)\b"
    r"|(?<!\bto )\b(?:withdraws?|cancels?|rescinds?|retracts?|waives?|(?:is|are) (?:now |hereby )?(?:withdrawing|dropping|cancelling|canceling|rescinding|waiving)) (?:the|our|its|this|that|these|those|any|all) (?:[\w-]+ ){0,3}?(?:requests?|taskings?|instructions?|requirements?|orders?|calls?)\b[^;,]*"
    r"|\bnone (?:is|are|was|will be|need be) (?:\w+ )?(?:due|needed|required|requested|expected|wanted|sought|necessary|sent)\b(?! (?:of|from)\b)"
    r"|\b(?:asks?|requests?|requires?|wants?|needs?) (?:(?:of )?(?:posts?|you|addressees|embass\w+|missions?) )?nothing\b|\bneed(?:s)? do nothing\b"
    r"|\bnothing (?:\w+ ){0,3}?(?:obliges|requires|compels|obligates|binds|forces) |\b(?:is|are) free not to\b"
    r"|\bnothing (?:\w+ )?(?:is|need be) (?:asked|required|requested|needed|expected|done)\b"
    r"|\bnothing in this (?:cable|message|telegram)\b[^;]*|\b(?:is|are) not (?:\w+ )?necessary (?:to|for|that)\b[^;,]*"
    r"|\bno longer (?:\w+ )?(?:needs?|ha(?:s|ve)|required?|obliged|asked|expected|be) to\b|\bno longer (?:need(?:ed)?|required|wanted|necessary)\b|\bneither (?:\w+ )?\w+ (?:has|needs|is) to [^.;]*"
    r"|\b(?:none|neither) of (?:the |these |those )?(?:[\w-]+ ){1,3}?(?:(?:has|have|needs?) to\b|(?:is|are) (?:required|requested|asked|expected|obliged|due)\b)[^.;]*"
    r"|\b(?:need|needs) not\b|\b(?:do|does) not (?:need|have) to\b|\b(?:is|are) not (?:required|requested|asked|expected|"
    r"being asked|obliged|obligated) to\b|\bno need (?:for|to)\b|\bnot to (?:need|have) to\b|\bis for information only\b"
    r"|\bneed(?:s)? (?:to )?take no action\b|(?<!motion to )(?<!motions to )(?<!decision to )(?<!proposal to )\btake no action\b|\bno action (?:is )?(?:required|requested|needed)"
    r"|\b(?:is|are|will) not (?:be )?(?:now |yet )?(?:due|required|requested|needed|expected|wanted) (?:before|until|till)\b"
    r"|\bno (?:further |other |additional |more |new )?(?:\w+ ){1,3}?will be (?:due|required|requested|needed|expected|sought)\b"
    r"|\basks? (?:it |this |that )?(?:of )?(?:nobody|no one|no post|none)\b|\b(?:none|nothing|no (?:request|order|deadline|duty|obligation|tasking)) (?:should|must|is to|may|can) be (?:read|inferred|implied|concluded|assumed|understood|drawn|deduced|seen)\b"
    r"|\b(?:does|do) not (?:concern|apply to|affect|bind|extend to|hold for) (?:the |any |these |those |all )?(?:posts?|embass\w+|missions?|consulates?|you|addressees?)\b"
    r"|^(?:nor|neither|no more) (?:do|does|did|would|will|is|are|need|has|have) (?![^,;.]{2,60}?\b(?:without|miss|forgo|dispense)\b)[^,;.]{2,60}?\b(?:ask(?:ed|ing)?|request(?:ed|ing|s)?|want|seek|expect(?:ed)?|need|require[sd]?|wish|propose|suggest|recommend|obliged)\b"
    r"|\bshould not be (?:read|seen|taken|construed|interpreted|considered)\b|\bneither required nor\b"
)
_PAST_US = re.compile(  # told to the public: "Please write to the mailbox, not to the Embassy"
    r"(?:-+ )?(?:please |kindly )?(?:write|apply|send|submit|address|direct|report|mail|e-?mail|go|turn|fax|bring|take|return)\b[^;]{3,160}?,? (?:and )?not (?:to|at|with|through|from|by) (?:the |this |any |an |your nearest )?(?:american |u\.s\. )?(?:embassy|consulate|mission)\b ?(?:$|[.,;:])"
)
_STILL_ASKS = re.compile(
    r"\b(?:should|must|please)\b|\bbut (?:is|are) (?:now |still |only |both |all )?(?:asked|requested|instructed|directed|required|to)\b"
)
_SPOKEN = re.compile(
    r"\byour (?:government|country|ministry|authorities|delegation|excellency|prime minister|parliament|jurisdiction)\b"
    r"|\b(?:we|i) (?:strongly |also |respectfully )?(?:urge|call on|encourage|invite|hope) (?:that )?you\b"
    r"|\bthe united states (?:urges|calls|asks|hopes|encourages)"
)
_PLANNED = re.compile(
    r"\b(?:will|would|may|might|shall|to) (?:also |then |later |soon )?(?:be|send|issue|provide|forward|transmit|ask|request|instruct)"
    r"\b[^,;]{0,50}(?:asked|requested|instructed|tasked|directed|instructions?|septel|guidance|(?:posts?|embass\w+|missions?) to)\b"
)
_LATER = re.compile(
    r"\b(?:expects?|plans?|intends?|proposes?|is preparing|are preparing|hopes?) to (?:ask|request|instruct|task|issue)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|has been|have been|had been|been) (?:\w+ly |also |again )?(?:requested|asked|instructed|directed|"
    r"urged|tasked|required|authorized|encouraged|advised|reminded|told|invited)\b|\b(?:requested|asked|instructed|urged|"
    r"tasked|directed) (?:that )?(?:all |the )?(?:posts?|embass\w+|missions?|consulates?|department|washington|addressees?)\b"
    r"|\b(?:department|washington|embassy|post|mission|state)\w* (?:has |had |have |already |earlier |previously |first )*"
    r"(?:requested|asked|instructed|urged|tasked|directed)\b"
)
_SAID = (
    r"(?:said|says|stated|told|noted|notes|replied|responded|answered|added|adds|suggested|suggests|proposed|"
    r"proposes|explained|insisted|insists|complained|claimed|claims|argued|argues|warned|warns|believed|hoped|hopes|"
    r"agreed|promised|recommended|recommends|recommending|concluded|concludes|expressed|mentioned|indicated|opined|"
    r"commented|demanded|demands|stressed|emphasized|reiterated|remarked|observed|wrote|writes|urged|asked|requested|"
    r"recalls|recalled|requires|required|provides|stipulates|stipulated|prescribes|prescribed|pleaded|cautioned|declared|announced|ordered|directed|ruled|decreed|resolved|resolves|voted|decided|determined|found|underlined|maintained|"
    r"advised|reminded|counseled|holds?|held|repeated|showed|shows|revealed|reveals|proved|proves|feels?|felt|thinks?|thought|believes?|wants?|wanted|contends?|calls|called)"
)
_REPORTED = re.compile(
    rf"\b(?:{_SAID}|(?<!\bthe )(?<!\bof )(?<!\bthose )(?<!\bmember )(?<!\ball )(?<!\bother )states|tells|(?<!we are )(?<!department is )(?<!washington is )telling|informs|reports|(?<!we )(?<!department )(?<!washington )(?:say|argue|claim|insist|recommend|suggest|complain|warn|contend|"
    rf"maintain|demand|urge))\b(?: (?!that\b)[\w.'’-]+){{0,5}},? (?:(?<!\bto )(?<!\bof )(?<!\bfor )(?<!\bon )(?<!\bwith )(?<!\bat )(?<!\babout )that|whether|if)\b(?! (?:was|were|are|have|has|had|do|did)\b)"
    r"|\b(?:under|by|to|with) (?:the |a |an )(?:[\w'’-]+ ){0,4}?(?:rules?|polic(?:y|ies)|requirements?|regulations?|principles?|laws?|statutes?|provisions?|clauses?) (?:that|by which|under which)\b"
    r"|\b(?:rules|by-?laws|statutes|regulations|articles|drafts?|treat(?:y|ies)|conventions?|charter|text|code|terms)\b [^.;,]{0,60}?\b(?:provide|stipulate|specify|prescribe|require|state|say|direct|command|demand) that\b"
    r"|\b(?:he|she|they|minister|official|director|ambassador of \w+) (?:feels|felt|thinks|thought|believes|believed|considers|considered|hopes|hoped) (?!(?:to|for|of)\b)"
    r"|\b(?:the|our|its|his|a) (?:\w+ )?(?:answer|reply|reason|explanation|upshot|assumption|logic|theory|fear) (?:is|was|remains) (?:simply |plainly )?that\b"
    r"|(?<!department)(?<!washington)(?<!bureau)['’]s (?:\w+ )?(?:view|opinion|position|feeling|belief|answer|reply) (?:is|was|remains) that\b"
    r"|\bwill have (?:seen|noted|noticed|heard|learned|gathered)\b[^.;,]{0,30}? that\b"
    r"|(?<=\w )(?<!\bto )(?<!\bplease )(?<!\bwe )(?<!\band )(?<!\bor )(?<!\bshould )(?<!\bmust )(?<!\bwill )(?<!\bdepartment )(?<!\bwashington )(?<!\bposts )(?<!rules )(?<!regulations )(?<!instructions )(?<!guidelines )"
    r"(?:say|argue|claim|insist|think|believe|feel|complain|warn|contend|maintain) (?:(?:the|all|each|every|our|this) )?(?:posts?|embass(?:y|ies)|missions?|consulates?|department|washington)\b"
    r"|(?<!\bwe )(?<!\bdepartment )(?<!\bwashington )(?<!\bbureau )(?<!\bpost )(?<!\bembassy )\b(?:thinks|believes|considers|holds|feels|thought|believed) (?:all |the )?(?:posts|embass\w+|missions|consulates|department|washington)\b"
    r"|\b(?:the|an?|any|its|their|his|her) (?:\w+ )?(?:rule|idea|notion|suggestion|proposal|demand|claim|argument|belief|practice|complaint|theory|principle) that (?:(?!is\b|are\b|was\b|were\b|has\b|have\b|may\b|will\b)[\w'’/-]+ ?){1,5}$"
    r"|\b(?:commands|enjoins|decrees|ordains|mandates),? that (?!(?:can|may|have|has|are|is|will|wish|do|did|want|send|plan|need|submit|report|receive|hold|use|operate|fly|lack|nominate)\b)(?=(?:[\w'’-]+ ){1,6}$)"
    r"|(?<!\bpost )(?<!\bembassy )(?<!\bmission )(?<!\bdepartment )(?<!\bwashington )(?<!\bbureau )\b(?:knows|realizes|understands|recognizes|accepts|is (?:well |fully |now )?aware)(?: of the fact)?,? that\b"
    r"|\b(?<!whatever it )(?!(?:replied|responded|answered) (?:to )?(?:[\w-]+ ){0,4}?(?:questions?|questionnaires?|surveys?|ref|reftel|requests?|cables?|telegrams?|letter)\b)(?:said|says|told|stated|replied|answered|responded|added|argued|warned|insisted|claimed|wrote|opined)\b,?"
    r"(?! (?:in|that)\b)|\baccording to (?!(?:reftel|ref|the (?:schedule|timetable|guidance|procedures?)))"
    r"|\bin (?:his|her|their|its|(?!department|washington|post|embassy)[\w.-]+['’]s|the (?!department|bureau|embassy)(?:[\w.-]+ ){0,2}?[\w.-]+s?['’]s?) (?:view|opinion|words|judgment|eyes)\b|(?<!\ba )(?<!\bthe )\bcall(?:s|ed|ing)? (?:on|for|upon)\b(?! (?:one|it|them|this|none|(?:in|by|under) (?:paras?|paragraphs?|refs?|reftels?|septels?|this|state))\b)"
    r"|\b(?:report|study|audit|review|article|editorial|inspectors?|auditors?|panel|speech|press) (?!(?:which|that) says wh)(?:\w+ )?"
    r"(?:recommend\w*|suggest\w*|said|says|found|concluded|urg\w*|call\w*|ask\w*)"
    r"|\brecommendation(?:s)? (?:is|was|are|were|to|that|of|from|by|\d+)\b"
)
_SAID_IN_FULL = [  # "holds?" is "hold" and "holds"
    form
    for word in _SAID[3:-1].split("|")
    for form in ({word[:-1], word[:-2]} if word[-1] == "?" else {word})
]
_SAYING = frozenset(_SAID_IN_FULL) | frozenset(  # one of them stands in whatever _REPORTED finds
    """answer reply reason explanation upshot assumption logic fear tells telling informs reports states say argue claim insist recommend suggest complain warn contend maintain demand urge feels felt think believe feel
    thinks thought believes believed considers considered hopes hoped told replied responded answered added argued opined
    knows realizes understands recognizes accepts aware according view opinion words judgment eyes call calls called calling report study audit review article editorial
    seen noted noticed heard learned gathered holds idea notion suggestion proposal demand claim argument belief practice complaint theory
    rule rules policy policies requirement requirements regulation regulations principle principles law laws statute statutes
    provision provisions clause clauses provide stipulate specify prescribe require state direct command commands enjoins decrees ordains mandates
    inspector inspectors auditor auditors panel speech press recommendation recommendations""".split()
)
_VIEW_OF = re.compile(  # "The villagers' hope is that the Embassy can"
    r"(?:\b(?:his|her|their|its)|(?<!post)(?<!embassy)(?<!mission)(?<!department)(?<!washington)(?<!bureau)(?<!desk)['’]s?) (?:\w+ )?(?:hope|wish|view|belief|aim|fear|demand|idea|feeling|advice) (?:is|was) that\b"
)
_SAID_NOUN = "(?:lines?|refrain|messages?|advice|claims?|slogans?|demands?|arguments?|pleas?|themes?|positions?|views?|complaints?|theses|thesis|answer|reply|warnings?|litany|editorial|verdict|opinion)"
_LINE_OF_OTHERS = re.compile(  # over what others say: "Its director repeated a line used before: Washington should"
    r"(?!.*\b(?:our|we|department|department['’]s|washington['’]s|bureau['’]s|cable|message to|ref|reftel)\b[^:]*: )(?:in [\w ]{2,20}, )?(?:the|its|his|her|their|an?|one) [^:;]{2,120}?"
    r"\b(?:(?:repeated|recited|offered|gave|made|sent|left|had|ended|closed|opened|came back|pressed|put|advanced|renewed) (?:us |up |out |with |to )*"
    rf"(?:[\w'’-]+ ){{0,4}}?{_SAID_NOUN}\b|(?:(?:his|her|their|its|[\w-]+['’]s?) (?:[\w-]+ ){{0,2}}?{_SAID_NOUN} (?:is|was|remains|remained)|{_SAID_NOUN} was)\b)[^:;]{{0,60}}: "
    rf"|(?:his|her|their|its) (?:[\w-]+ ){{0,2}}?{_SAID_NOUN} (?:is|was|remains|remained)\b[^:;]{{0,60}}: "
)
_WHO_DID = re.compile(  # "Santiago, which already told four men they were going, is requested"
    r", (?:which|who|whose)\b[^;:]{3,200}, $"
)
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whose|have|not|having|if|not yet|have already|what (?:was|is|were|has been))$"
)
_AFTERWARDS = re.compile(
    r"(?:(?<!\bwhat)(?<!\bhow)(?<!\bwhy)(?<!\bwhom)(?<!\bwhether)(?<!\bwhatever)(?<!\bthat)(?<!\ball)(?<!thing),? (?:he|she|they) |, (?:the|its|their|his|her) (?:(?!(?:be|been|to|should|must)\b)[\w'’-]+ ){1,6}?|, [A-Z][\w.]+(?: [A-Z][\w.]+)? )(?:has |have |had )?(?:said|added|noted|told|argued|concluded|stated|wrote|"
    r"insisted|explained|warned|recommended|suggested|commented|urged|announced|advised|ruled|reported|declared|ordered|claimed|argues|says|claims|insists|warns|thinks|believes|complains)\b[^,;]{0,60}$"
    r"|, (?:the|its|their|his|her) (?:[\w'’-]+s )(?:say|argue|claim|insist|warn|complain|believe|think)\.?$"
)
_SAID_ASIDE = re.compile(
    r", (?:the (?:\w+ ){1,3}?(?:say|said|argue|claim|warn|advise)|the (?!(?:\w+ ){0,2}(?:department|desk|bureau|embassy|mission|consulate|cable|message|secretary|general|director|guidance|handbook|adviser|ambassador|office|instruction)\b)(?:\w+ ){1,3}?(?:says|warns|argues|claims|insists|advises)|in (?:his|her|their) words|(?:he|she|they) (?:says?|said)|(?:said|says|wrote|added|ruled) (?:the )?[\w ]{2,40}),|, (?:said|says|writes|warns|insists|argues|thinks) (?!(?:the )?(?:department|bureau|embassy|ref))(?:the |our |his |its )?[\w' ]{2,40}\.$"
)
_OF_WHOM = re.compile(
    r", (?:who|which|whose)\b[^,;]*,\Z"
)  # "since the printer, who is old, writes six a day"
_ASKED_US = re.compile(  # in small letters: "Reftel asked this office for the names of those who ought to"
    r"(?:in )?(?:reftel|refs?(?: [a-z])?)(?: also| had| has)? (?:asked|requested|instructed|directed|wanted) (?:of )?(?:us|this (?:office|post|mission|consulate|embassy)|post|(?:the )?(?:embassy|consulate|mission))\b"
)
_GOES_ON_NOW = re.compile(
    r"; |, (?:so|and|but) (?:now |therefore )?(?:please|we|post|the (?:embassy|consulate|mission))\b"
)
_SAYING_BEHIND = frozenset(  # one of them stands in whatever _AFTERWARDS or _SAID_ASIDE finds
    """said added noted told argued concluded stated wrote insisted explained warned recommended suggested commented urged announced advised
    ruled reported declared ordered claimed argues says claims insists warns thinks believes complains say argue claim insist warn complain believe think advise advises words writes""".split()
)
_ADVICE = re.compile(
    r"\b(?:we|i|post|embassy|mission|consulate|ambassador) (?:\w+ly |also |would |therefore )*(?:believes?|thinks?|suggests?|"
    r"recommends?|proposes?|feels?|judges?|hopes?|expects?|assess(?:es)?)\b|\bin (?:our|post's|embassy's|mission's) "
    r"(?:view|opinion|judgment)\b|\bit would be (?:wise|useful|prudent|better|a mistake)\b"
)


_OPENING = tuple(
    f"{word} "
    for word in "as if since because given while although though after under once when whenever where wherever until unless before upon should".split()
)
_JOINED = re.compile(r"^(?:and|but|so|now|also|finally),? ")
_GOES_ON = re.compile(r"(?:and |but |or )?(?:that|it|he|she|they|also|in addition|moreover)\b")
_BE_ADVISED = re.compile(
    r"(?:\(?[a-z0-9]{1,2}[.)] )?(?:please|pls|kindly) (?:also |again |therefore )?(?:be (?:also )?(?:advised|aware|reminded|informed)|note|bear in mind|keep in mind|remember)(?: also)?,? that "
)
_WE_GO_ON = re.compile(
    r", (?:and|but|so|yet) (?:therefore |now |also )?(?:we|the department|department|washington) (?:\w+ly |also |do |must )?$"
)
_OUR_ADVICE = re.compile(  # "Post recommends that the check stay open, and asks that"
    r"^(?:we|(?:the )?(?:post|embassy|mission|consulate)) (?:also |therefore |strongly )?(?:recommends?|suggests?|proposes?) [^;:]{8,200}, and (?:therefore |also )?$"
    r"|^(?:believe|understand|assume|agree|regret|concur|realize|recognize|share) [^;:]{4,200},? (?:and|but) $"
)
_ROW_OF_PLANS = re.compile(  # what one of ours will do: "Ms. Ames will thank the hosts; urge that they meet; and listen"
    r"(?!(?:please|we|(?:the )?(?:posts?|embassy|missions?|department|bureau|washington))\b)[^;:]{2,90}? (?:will|would|is to|are to|plans to|intends to|hopes to|wants to|means to) (?:also |then |first )?(?!be\b)[a-z]+ [^;]{2,200}(?:; (?!please\b|posts?\b)[^;]{2,200})*; and (?:then |also )?[a-z]+(?: (?!by\b|nlt\b|to us\b)[\w'’-]+){0,9}\.?$"
)
_CABLES_WILL = re.compile(  # "Each cable will name the day by which the report is to be sent"
    r"(?!.*\b(?:please|(?:posts?|embass\w+|missions?|you|they) (?:should|must|are to)|(?:is|are) (?:asked|requested) to)\b)"
    r"(?:(?:each|most|some|both|these|all)|(?:[\w'’-]+ ){0,4}?(?:cables?|messages?|telegrams?|instructions|septels?|taskings?|notices?|requests?)(?: of (?:this|that) kind)?) will (?:also |each |then |again )?"
    r"(?:state|say|tell|name|give|set|specify|contain|explain|describe|list|indicate|spell out|set (?:out|forth)) [^;]*$"
)
_OUR_WISHES = ("would ", "should ", *"ask request need want urge require seek lack appreciate".split())
_SEMICOLON = re.compile("; ")
_BUT = re.compile(r", (?:but|although|though|while|yet) ")
# One of the words stands in whatever the rule finds; looking for them first costs a tenth of the rule.
_COURTEOUS = frozenset(
    """accordingly grateful please visit revisit thank thanks appreciate appreciates minimize distribution regards assured question
    questions inquiry inquiries query queries know hesitate contact feel thankful""".split()
)
_ADDRESSED = ("e-mail", "email", "internet")
_DENYING = (
    "nobody",
    "no ",
    "not ",
    "nor ",
    "none ",
    "neither ",
    "nothing ",
    "information only",
    "withdraw",
    "cancel",
    "rescind",
    "retract",
    "drop",
    "lifted",
    "set aside",
    "owe",
    "waiv",
)
_LIMIT = re.compile(  # none of what _NOTHING finds: "no later than reports are required" it may
    r"(?<!need )(?<!needs )\bnot? later than (?!action|response|reply|report|answer|step|instruction|guidance|clearance|comment)(?!\w+ will be )"
)
LONGEST_TITLE = 40  # characters: "Summary and pointer: this cable asks"
_SPEAKING = frozenset("your you states".split())
_POINTING = frozenset(
    word.rstrip() for word in POINTING
)  # the first word of a sentence that points, whole or begun
_POINTING_BEGUN = tuple(word for word in POINTING if not word.endswith(" "))


def without_quotations(text: str) -> str:
    """Return the text with quoted passages blanked, every other character in its place."""
    text = quoted_texts.without(printed_words.without(text))
    if '"' not in text and "“" not in text and "'" not in text:
        return text
    return QUOTES.sub(lambda m: m.group()[0] + "_" * (len(m.group()) - 2) + m.group()[-1], text)


def may_point(low: str) -> bool:
    """Return whether a sentence may point to another place, by its first word or a label: as few may."""
    first = low[: low.find(" ")]
    is_first = first in _POINTING or first.startswith(_POINTING_BEGUN)
    return is_first or ")" in low[:6] or low.find(": ", 0, LONGEST_TITLE + 2) >= 0


def pointing(low: str) -> str | None:
    """Return the reason against a sentence that only points to another paragraph, None for any other."""
    colon = low.find(": ", 0, LONGEST_TITLE + 2)
    start = colon + 2 if colon >= 0 and low.startswith((": this ", ": please "), colon) else 0
    may_point = low.startswith(POINTING, start) or ")" in low[start : start + 6]
    return POINTER if may_point and _POINTER.match(low[start:]) else None


def _may_deny(low: str) -> bool:
    """Return whether a word of denial stands in a sentence; "no later than May 3" alone is a limit, as in most asks."""
    return has_any(_LIMIT.sub(" ", low) if " later than " in low else low, _DENYING)


def whole(low: str) -> str | None:
    """Return the reason for which a sentence as a whole asks nothing, None where there is none."""
    if pointing(low):
        return POINTER
    if low.startswith(_ABSENT) and _IN_ABSENCE.match(low):
        return COURTESY
    words = words_in(low)
    may_be = low.startswith(_ADDRESSED) or not _COURTEOUS.isdisjoint(words)
    if may_be and _COURTESY.search(low) and not _ASKS_TOO.search(low):
        return COURTESY
    if _may_deny(low) and _NOTHING.search(low) and not _STILL_ASKS.search(_NOTHING.sub(" ", low)):
        return NOTHING_OWED
    if not _SPEAKING.isdisjoint(words) and _SPOKEN.search(low):
        return SPOKEN
    return None


def tells_plans(low: str) -> bool:
    """Return whether a sentence in small letters tells in a row of clauses what one who is named will do, or what later cables will say."""
    is_row = "; and " in low and _ROW_OF_PLANS.match(low) is not None
    return is_row or (" will " in low and _CABLES_WILL.match(low) is not None)


def sends_past_us(low: str) -> bool:
    """Return whether a sentence in small letters tells the public where to turn instead of the post that reads it."""
    return " not " in low and _PAST_US.match(low) is not None


def clauses(low: str, reason: str) -> list[tuple[int, int]]:
    """Return the stretches of a sentence that may ask for themselves, none where it is one clause.

    A semicolon parts clauses; so does what joins a denial to an ask: "Views are welcome, but no reply is required".
    Behind "please be advised that" stands what may be an order: "Please note that replies should be sent to the desk".
    """
    advised = _BE_ADVISED.match(low) if reason == COURTESY else None
    if advised is not None:
        return [(advised.end(), len(low))]
    rule = _SEMICOLON if "; " in low else _BUT if reason == NOTHING_OWED and ", " in low else None
    joints = [match.span() for match in rule.finditer(low)] if rule else []
    edges = [0, *(place for joint in joints for place in joint), len(low)]
    return list(zip(edges[::2], edges[1::2], strict=True)) if joints else []


def reported(text: str, low: str, place: int) -> bool:
    """Return whether the words at `place` are what somebody said, by what stands before or behind."""
    joined, words = _JOINED.match(low, 0, place), words_in(low)
    before = low[joined.end() if joined else 0 : place]
    before = _WHO_DID.sub(" ", before) if ", wh" in before else before
    if ": " in before and _LINE_OF_OTHERS.match(before):
        return True
    may_say = not _SAYING_BEHIND.isdisjoint(words)
    aside = _SAID_ASIDE.search(low) if may_say else None
    is_said = aside is not None and _OF_WHOM.search(low, 0, aside.start() + 1) is None
    if is_said or (may_say and _AFTERWARDS.search(low if text.isupper() else text)):
        return True
    if _ASKED_US.match(before) and not _GOES_ON_NOW.search(before):
        return True
    if before.startswith(_OPENING) and ", " in before:
        before = before.partition(",")[2]
    clause = before.rpartition("; ")[2]
    before = before if _GOES_ON.match(clause) else clause
    if low.startswith(_OUR_WISHES, place) and (_WE_GO_ON.search(before) or _OUR_ADVICE.search(before)):
        return False  # "A university recommends that they meet, and we would be glad to learn"
    if has_any(before, (" is that ", " was that ")) and _VIEW_OF.search(before):
        return True
    found = () if _SAYING.isdisjoint(words) else _REPORTED.finditer(before)
    return any(not _RELATIVE.search(before[: match.start()].rstrip()) for match in found)


def is_advice(low: str, place: int) -> bool:
    """Return whether the words at `place` are the sender's opinion or advice."""
    return bool(_ADVICE.search(low[:place]))


def leftover(low: str) -> str:
    """Return the reason for a sentence that has an asking verb and fits no other reason."""
    if _PAST.search(low):
        return PAST
    if _PLANNED.search(low) or _LATER.search(low):
        return PLANNED
    if _ADVICE.search(low):
        return ADVICE
    if not _SAYING.isdisjoint(words_in(low)) and _REPORTED.search(low):
        return REPORTED
    return NO_ADDRESSEE
