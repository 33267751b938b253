"""Events told by a verb, not by a noun: who visits, which body actors.meets, what is signed or opened on a day."""

import re

from tracker.cable.hints import Family, has_any, words_in
from tracker.cable.parts import Sentence
from tracker.extraction import comings, goings, occasions, public_acts, releases, what_will_be
from tracker.extraction import happening_actors as actors
from tracker.extraction.dates import Mention

_WILL = (
    r"(?:(?:will(?: also| next| again| then)?|(?:is|are) (?:(?:now|next|also) )?(?:(?:scheduled|expected|due|set|slated|planning) )?to|plans? to|intends? to|proposes? to|(?<!may )(?<!might )wish(?:es)? to|would like to|(?:is|are) available to"
    r"|hopes? to|expects? to) )"
)
_VISIT = re.compile(
    rf"\b(?:{_WILL}(?:visit|travel|be (?:in|at|here|there|with us|alongside|anchored|moored|berthed)\b(?! (?:home|the wheel|liberty)\b)|come|tour|inspect|survey|call (?:at|on)|lead|receive|make|pay|stop)"
    r"|(?:visits|travels|tours|inspects|calls at|comes to)|(?:is|are) (?:visiting|touring|due (?:in|at|here|there)))\b",
    re.IGNORECASE,
)
_ARRIVE = re.compile(rf"\b(?:{_WILL}arrive|arrives?)\b", re.IGNORECASE)
_ARRIVES = re.compile(
    rf"\b(?:arrives|reaches|{_WILL}(?:arrive|reach)\b|(?<=s )(?:arrive|reach))\b", re.IGNORECASE
)  # of a team too: "The advance team reaches Lusaka on"
_MEET = re.compile(
    rf"\b(?:(?:{_WILL}|should )(?:meet|convene|reconvene|sit|assemble|gather)|meets|convenes|reconvenes|sits|met(?! (?:\w+ly )?with\b)|convened|gathers|(?<!to )gather|(?<=s )(?:meet|convene|assemble)|(?:comes?|gets?) together)\b(?! (?:the|its|their|all|these|those) (?:[\w-]+ )?(?:deadlines?|targets?|obligations|requirements|costs|needs|terms|conditions|tests?|standards)\b)",
    re.IGNORECASE,
)
_VOTE = re.compile(
    rf"\b{_WILL}(?:take up|debate|consider|vote|ballot|adopt|elect|hear|discuss|decide|review|open|rule|look at|deal with|act on|examine|weigh|choose|take a vote|take action|take stock)\b"
    r"|\btakes? (?:it|them|this|that) up\b|\bopens (?:its|the|an?) (?:[\w-]+ ){0,2}?(?:review|examination|consideration|deliberations|inquiry|debate|session)\b|\btakes (?:up|stock)\b|\b(?:(?<=s )(?<!['’]s )(?:vote|decide on)|(?<!the )(?<!of )(?<!their )votes|voted|elects|hears|debates|considers|examines|decides|rules)\b",
    re.IGNORECASE,
)
_HOLD = re.compile(
    rf"\b(?:{_WILL}(?:hold|host|convene|stage|organize|sponsor|conduct|open|carry out|undertake)|hosts|holds) (?:the|a|an|its|their|our|another|two|three|\d+|shows?|seminars?|symposium|workshops?|exhibits?|exhibition|conference|meetings?|courses?|talks|sessions?|hearings?|elections?|catalog shows?)\b(?! (?:[\w-]+ )?(?:rooms?|suites?|seats?|tables?|cars?|pallets?|beds?|berths?|crates?)\b)"
    rf"|\b(?:{_WILL}give|gives) (?:[\w'’-]+ ){{0,4}}?(?:concerts?|recitals?|shows?|seminars?|symposium|workshops?|lectures?|courses?|talks?|receptions?|dinner|luncheon|lunch|performances?|briefings?|party|ball|tour)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:takes? place|would (?:take place|be held)|will (?:(?:also|now|next|then|again|probably|likely) )?(?:take place|be held|fall)|(?:is|are) (?:now |also |next |tentatively )?(?:scheduled|set|planned|slated|fixed|timed|on view|observed)"
    r"|falls?(?! (?:due|to|by|behind|below|short|under)\b)|(?:will|is to) be (?:on view|offered|observed|celebrated|given|conducted|staged|hosted|marked)|is to (?:take place|be held))\b",
    re.IGNORECASE,
)
_PLACED = re.compile(  # of what is known to take place only: "the workshop took place in Lima", not "the delivery took place"
    r"\b(?:took place|(?:was|were) (?:held|conducted|carried out))\b", re.IGNORECASE
)
_RUN = re.compile(
    r"\b(?:(?:will|is to|are to) (?:open|begin|start|run|resume|last|commence)|opens?|begins?|starts?|runs?|resumes?|commences?|lasts)\b(?! (?:between|out|dry|low|short|over)\b)",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\b(?:{_WILL}be (?:signed|launched|inaugurated|sworn in|dedicated|unveiled|commissioned|released|installed as|crowned)|go(?:es)? to the polls)\b",
    re.IGNORECASE,
)
_ISSUE = re.compile(  # a paper that the public waits for is released: "will release the annual report"
    rf"\b{_WILL}(?:(?:release|publish|unveil) (?:the|its|their|his|an?)|issue(?: (?:the|its|an?))?) (?:[\w'’()-]+ ){{0,8}}?(?:press releases?|reports?|statistics|results|figures|index|survey|assessments?|stud(?:y|ies)|appeals?|outlook|estimates?|census|findings|review|budget|atlas|yearbook|strategy)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[,)] (?:which|that|who) $", re.IGNORECASE)
_LAST_NAMED = re.compile(r"\b(?:the|an?|its|our|their|by|to) ", re.IGNORECASE)
_ENDED = re.compile(r"[.;,)]|$")  # nothing is told behind a day
_JOINED = re.compile(  # "Secretary Wells opens the workshop and": who also does what follows
    r"((?:[A-Z][\w.'-]+ ){2,5})[a-z]+s [^,;]{2,60} and$"
    r"|^((?:[\w.'’-]+ ){1,6}?)(?:\w{3,}ed|met|spoke|saw|heard|took|held|sat) [^,;]{2,90} and$"
)
_WHERE = re.compile(
    r"^(?:In|At|IN|AT) (?!The\b|THE\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? (?=(?:the|an?|its|THE|ITS) )"
)
_TELLS_OF_ITSELF = re.compile(  # "The Tribunal has announced that", "The school board must agree, and"
    r"(?P<who>(?:(?:the|an?|our|its) )?(?:[\w'’-]+ ){1,5}?)(?:(?:has|have|had|must|will|is|was|can|may|should|did) |(?:said|says|announced|announces|told|decided|confirmed|agreed|informed|reported)\b)",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:it|they) ", re.IGNORECASE)
_ASIDE = re.compile(
    r", (?:(?:(?:for|of|to|from|at|by|in|with) )?(?:which|whom)|who|whose|accompanied by|together with|along with|headed by|led by) [^,;.]{3,90}?(?:U\.S\.[^,;.]{3,90})?, (?=\w)",
    re.IGNORECASE,
)  # with its own verb
_DOES = re.compile(  # what stands before ", which" says more than a name: "The mission promised an answer after the return of"
    r"\b(?:will|must|should|would|can|could|has|have|had|is|are|was|were|did|said|told|gave|took|made|sent|saw|(?:\w{3,}ed|said|told|gave|took|made|sent|held|left|met) (?:the|an?|its|his|her|our|their|that|to|on|with|us|no))\b",
    re.IGNORECASE,
)
_HELD_BY = re.compile(  # "…, which Australia will hold in Perth"
    rf"(?:[\w.'-]+ ){{1,5}}?{_WILL}(?:hold|host|stage|run|conduct|organize|sponsor)(?: (?:again|next|jointly))?(?: (?:in|at|off|near) [\w ]+)?(?: (?:on|from))?",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:which|that) .*\b(?:hold|host|stage|run|conduct|organize|sponsor|give)\b", re.IGNORECASE
)
_WHICH_IS_HELD_BY = re.compile(  # "a hall for the seminar for tower staff which FAA will hold in Madras on"
    rf"(?P<what>[^,;:]{{4,90}}?) (?:which|that) (?:[\w.'-]+ ){{1,5}}?{_WILL}(?:hold|host|stage|run|conduct|organize|sponsor|give)(?: (?:again|next|jointly))?(?: (?:in|at|off|near) [\w ]+?)?(?: (?:on|from))?$",
    re.IGNORECASE,
)
_CHAIRED = re.compile(  # "…, which the Ambassador chaired on"
    r"(?:the |our |a |an )?(?:[\w.'’-]+ ){1,5}(?:chaired|opened|attended|hosted|addressed|moderated|inaugurated|keynoted|closed)(?: (?:in|at) [\w ]+)?(?: on)?",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"(?:^|[.;:] )(?P<who>(?:the |an? )?[^.;:,]{3,80}?) (?:opened|began|started)(?: (?:here|in [\w ]{3,30}))?(?: on)? $",
    re.IGNORECASE,
)
_AND_CLOSES = re.compile(
    r",? and (?:(?:will|is to|is due to) )?(?:closes?|ends?|concludes?|finish(?:es)?|adjourns?|runs? (?:until|through|to))\b",
    re.IGNORECASE,
)
VERBS = Family(
    """held give gives visit visits travel travels reach reaches survey due gathers gather takes arrive arrives tour tours inspect inspects call calls lead receive make pay stop come be
    met convened meet meets convene convenes reconvene reconvenes sit sits assemble gather take takes debate consider vote adopt elect hear
    discuss decide review open opens rule hold holds host hosts stage organize sponsor conduct offer scheduled set planned slated
    fixed timed view observed fall falls offered celebrated begin begins start starts run runs resume resumes signed launched
    inaugurated sworn dedicated unveiled commissioned released installed crowned polls carry undertake release publish unveil
    here return goes go comes took carried visiting touring continues proceeds moves appear published issued announced announce name designate issue look deal act examine weigh choose vote votes voted
    opened began started chaired attended hosted addressed moderated inaugurated keynoted closed
    elects hears debates considers examines decides rules together conducted staged hosted marked send sends sending announces perform performs play
    plays sing sings dance dances speak address lecture keynote lectures keynotes speaks attend fly flies overfly overflies arrival arrivals lunch dine see last lasts commence commences chosen date dates suit suits""".split()
    + sorted(public_acts.WORDS | comings.WORDS | occasions.WORDS)
)
# These tell an event only behind "will" or "to", and those only behind "is" or "are".
_OF_WILL = (
    frozenset(
        """give visit travel survey tour inspect call lead receive make pay stop come be reconvene sit debate
    consider adopt elect hear discuss decide review rule hold host stage organize sponsor conduct offer signed launched
    inaugurated sworn dedicated unveiled commissioned released installed crowned carry undertake release publish
    unveil go appear published issued announced announce name designate issue look deal act examine weigh choose conducted staged hosted
    marked send speak address lecture keynote attend fly lunch dine see""".split()
    )
    | public_acts.OF_WILL
    | comings.OF_WILL
)
_OF_BEING = frozenset("released published made due scheduled set planned slated fixed timed".split())
_WILLS = Family({"will", "to", "should", "would", "may", "can", "could"})
_SURE = Family(VERBS - _OF_WILL - _OF_BEING)
_WAS = frozenset({"was", "were"})
_VISITING = frozenset(
    "visit visits visiting touring travel travels be come tour tours inspect inspects survey due call calls lead receive make pay stop comes".split()
)
_MEETING = frozenset(
    "met convened meet meets convene convenes reconvene reconvenes sit sits assemble gather gathers together".split()
)
_VOTING = frozenset(
    """take takes debate debates consider considers vote votes voted adopt elect elects hear hears discuss decide decides review open opens rule rules
    look deal act examine examines weigh choose ballot""".split()
)
_HOLDING = frozenset(
    "hold holds host hosts convene stage organize sponsor conduct open carry undertake run runs give gives offer".split()
)
_PLACING = frozenset(
    """take takes held fall falls scheduled set planned slated fixed timed view observed offered celebrated given conducted staged hosted marked""".split()
)
_PLACED_WORDS = frozenset("took held conducted carried".split())
_RUNNING = frozenset(
    "last lasts commence commences open opens begin begins start starts run runs resume resumes".split()
)
_DOING = frozenset(
    "signed launched inaugurated sworn dedicated unveiled commissioned released installed crowned polls".split()
)
_ISSUING = frozenset("release publish unveil issue".split())
_LETTERS = re.compile(r"\([A-Z][A-Z0-9&/-]{1,11}\) ")  # of a name in front: "the Review Conference (CCW) met"
_BRACKETS = re.compile(
    r" \([^()]{3,80}\)(?= [a-zA-Z]{2,})"
)  # who they are: "a team of two (Bix, Lamoureux) will be in Hanoi"
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
DID = re.compile(
    r",? (?:has |have )?(?:\w{3,}ed|told|gave|sent|said|wrote|made)\b",
    re.IGNORECASE,
)  # right behind its day: a deed of the past
_CLAUSE = re.compile(
    r"; | and (?:on|in|at|to) which |\b(?:when|until|before|after|by the time) (?=(?:the )?(?:[\w.'-]+ ){1,5}?(?:meets?|(?:re)?convenes?|gathers|assembles?|votes?|voted|met|sits|is released|is published|comes out|goes public|are released) )|\b(?:know|learn(?:ed|s)?|says?|said|told|tells?|hears?|heard|understands?|announce[sd]?|states?|stated|notes?|noted|adds|added|expects?|advised?|advises|informs?|informed|confirm(?:ed|s)?|report(?:ed|s)?)\b(?: [\w.'-]+){0,4}? that |: |, (?:and|but|while|which|who|where) | -- |\) |\((?=(?:the|its|their|an?|it|they) )| and (?:then )?departs?\b",
    re.IGNORECASE,
)
_BREAKS = (  # one of them stands, in small letters, in whatever _CLAUSE finds
    "; ", ": ", ", ", "(", ") ", " -- ", " that ", " which ", "depart", "when", "until", "before", "after", "by the time",
)  # fmt: skip
SHUT = re.compile(  # in small letters
    r"\b(?:by|nlt|later than|until|till|before|prior to|since|as of|effective|dated|of|after|(?<!due )(?<!pass )(?<!come )through|within|on or about|deadline)"
    r" (?:(?:cob|noon|\d{4}|\w+day,?|on|the) )*$"
)
_DUTY = re.compile(  # right before a verb: what somebody must do is told, not what takes place
    r"\b(?:must|shall|may|might|can|could|cannot|need|has to|have to) $", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|if|whether|unless|until|den(?:y|ies|ied)|doubts?|ruled out|rules out)\b|\b(?:earlier|mistaken|false|wrong|erroneous) (?:report|word|information|statement|announcement|notice)s?\b"
    r"|\band (?:to |then |also )?(?:send|report|submit|forward|mail|return|transmit|pouch|reply)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[,;] )(?:\(?[a-z]\) )?(?:at (?:\d{1,4}|noon)[\w:. ]{0,20} )?(?:on|from|during|for|between)? ?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(  # right before a day: "on the afternoon of Thursday,", "for the window of"
    r"(?:(?P<hour>(?:(?:on|for|in|during) )?(?:the )?(?:(?:late|early) )?(?:morning|afternoon|evening|night))|(?P<span>(?:the )?(?:period|window|dates))) of (?:\w+day,? )?$",
    re.IGNORECASE,
)
_HOUR = re.compile(  # right behind a day
    r"^,? (?:(?:at|from) )?(?:about )?(?:\d{1,2}[:.]\d\d|\d{1,4}Z?|noon|midnight)(?: ?(?:[ap]\.?m\b\.?|hours|hrs|noon))?(?: \(?(?-i:[A-Z]{2,4}|local|LOCAL|[A-Z][a-z]+(?= time))\b\)?)?(?: time)?,?",
    re.IGNORECASE,
)
_WHEN = re.compile(  # right behind a day: "on December 7, when Ghana will hold its elections"
    r",? \(?(?:when|on which(?: day| date)?) (?P<clause>[^,.;()]{5,110})", re.IGNORECASE
)
_SPENDS = re.compile(r"\b(?:spends?|spending) $", re.IGNORECASE)
_AT_A_PLACE = re.compile(r" (?:in|at|with|touring|visiting|here)\b(?! (?:leave|home)\b)", re.IGNORECASE)
MOST_OF_HOUR = 40  # characters
MOST_OF_PART = 60  # characters of "during the early afternoon of Wednesday,"
MOST_TO_OF = 20  # characters from "of" to a day, with its weekday
MOST_BEHIND = 110  # characters from a day at the head of a clause to its verb
MOST_BEFORE = 260


def may_tell(sentence: Sentence) -> bool:
    """Return whether one of the words of a sentence may tell an event; far cheaper than looking for each wording."""
    signs, words = sentence.signs, sentence.words
    if signs & what_will_be.WORDS.bit:
        return True
    if signs & (_SURE.bit | actors.HAPPENING.bit) or not signs & VERBS.bit:
        return bool(signs & (VERBS.bit | actors.HAPPENING.bit))
    if signs & _WILLS.bit or ("conducted" in words and not _WAS.isdisjoint(words)):
        return True
    return not _OF_BEING.isdisjoint(words) and ("is" in words or "are" in words)


def named(text: str, mention: Mention) -> tuple[str, int] | None:
    """Return the words that tell the event of a day and where they end, None where its verb tells none.

    happening = who verb [place] ["on"] day | ["On"] day who verb: "The board meets next October 15".
    """
    before = text[max(0, mention.start - MOST_BEFORE) : mention.start]
    if " of " in before[-MOST_TO_OF:].lower():
        before = before[:-MOST_OF_PART] + _PART_OF.sub(_plain, before[-MOST_OF_PART:])
    before = _LETTERS.sub("", _BRACKETS.sub("", before)) if "(" in before else before
    before = _ASIDE.sub(" ", before) if ", " in before else before
    low = before.lower()
    is_open = mention.first_on == mention.last_on and low.endswith(" travel from ")
    if is_open or SHUT.search(low):
        return None  # "The Secretary is to travel from May 6": whither nobody says
    if _SPENDS.search(before) and not _AT_A_PLACE.match(text, mention.end):
        return None
    if _OPENING.search(before):
        behind = _HOUR.sub(",", text[mention.end : mention.end + MOST_BEHIND + MOST_OF_HOUR], count=1)
        name = _told(re.split(r"[.;]|, (?:and|but|when|which) ", behind, maxsplit=1)[0].strip(" ,("))
        if name or not _ENDED.match(behind):
            return (name, mention.end) if name else None
    name = _told_before(before) or _opened(before, text[mention.end : mention.end + MOST_BEHIND])
    when = _WHEN.match(text, mention.end) if not name else None
    name = _told(when["clause"]) if when else name
    if not name and mention.first_on != mention.last_on:
        clause = _CLAUSE.split(before)[-1].strip(" ,(")
        name = "" if _DENIED.search(clause) else what_will_be.tells(clause)
    return (name, mention.end) if name else None


def _plain(part: re.Match[str]) -> str:
    """Return what stands before a day without the part of the day, or of the year, that it is."""
    return "on " if part["hour"] else f"{part['span']} "


def _told_before(before: str) -> str:
    """Return the words that tell the event of a day that stands behind them, "" where they tell of none."""
    breaks = [m.end() for m in _CLAUSE.finditer(before)] if has_any(before.lower(), _BREAKS) else []
    clause = (before[breaks[-1] :] if breaks else before).strip(" ,(")
    if breaks and _RELATIVE.search(before[: breaks[-1]]):
        whom = _RELATIVE.sub("", before[breaks[-2] if len(breaks) > 1 else 0 : breaks[-1]]).strip()
        if _HELD_BY.fullmatch(clause):
            return _LAST_NAMED.split(whom)[-1] or clause
        if _CHAIRED.fullmatch(clause) and actors.is_happening(whom):
            return whom
        whom = before[breaks[-2] if len(breaks) > 1 else 0 : breaks[-1]]
        whom = _RELATIVE.sub("", whom)
        whole = "" if _DOES.search(whom) else _told(f"{whom} {clause}")
        return whole or _told(f"{_LAST_NAMED.split(whom)[-1]} {clause}")
    itself = _TELLS_OF_ITSELF.match(before) if breaks and _IT.match(clause) else None
    if itself is not None:
        return _told(f"{itself['who']}{_IT.sub('', clause, count=1)}")
    held = _WHICH_IS_HELD_BY.search(clause) if _HOLDS.search(clause) else None
    return held["what"] if held and actors.is_happening(held["what"]) else _told(clause)


def _opened(before: str, behind: str) -> str:
    """Return what "opened on March 1 and closes on March 12", "" where it is nothing that is held."""
    match = _OPENED.search(before) if _AND_CLOSES.match(behind) else None
    who = match["who"] if match else ""
    return who if who and (actors.is_body(who) or actors.is_happening(who)) else ""


def _told(clause: str) -> str:
    """Return the words that name the event of which a clause, its day left out, tells; "" where it tells of none."""
    places = {
        place for word in words_in(clause.lower()) & _KINDS_BY_WORD.keys() for place in _KINDS_BY_WORD[word]
    }
    for verb, _, is_meant in [_KINDS[place] for place in sorted(places)]:
        match = verb.search(clause)
        if match and _DUTY.search(clause, 0, match.start()):
            continue
        if match and not _DENIED.search(clause) and is_meant(_who(clause[: match.start()])):
            return _ARTICLE.sub("", _who(clause[: match.start()])).strip() if verb is _MEET else clause
    return ""


def _who(before: str) -> str:
    """Return the words that name who does what a verb says, those before it given."""
    before = _WHERE.sub("", before)
    joined = _JOINED.search(before.strip(" ,"))
    return ((joined[1] or joined[2]) if joined else before).strip(" ,")


_KINDS = (  # what is done, the words one of which stands in it, and by whom it must be done
    (_VISIT, _VISITING, actors.travels),
    (_ARRIVE, frozenset({"arrive", "arrives"}), actors.is_person),
    (_ARRIVES, frozenset({"arrives", "reaches", "arrive", "reach"}), actors.is_visitor),
    (_MEET, _MEETING, actors.meets),
    (_VOTE, _VOTING, actors.meets),
    (goings.HOLD, _HOLDING, bool),
    (goings.SEND, goings.SENDING, actors.is_anybody),
    (goings.PLAY, goings.PLAYING, actors.is_player),
    (goings.SPEAK, goings.SPEAKING, actors.is_visitor),
    (goings.FLY, goings.FLYING, actors.is_craft),
    (goings.VISITING, goings.VISITING_WORDS, actors.is_anybody),
    (goings.ONWARD, frozenset({"to"}), actors.goes_on),
    (goings.STAY, goings.STAYING, actors.is_they),
    (goings.YOUR_CALL, goings.YOUR_CALLS, goings.is_you),
    (goings.ARRIVAL, goings.ARRIVING, actors.is_free),
    (goings.RETURN, goings.RETURNING, bool),
    (goings.STAYED, goings.STAYED_WORDS, actors.is_visitor),
    (goings.SITTING_DOWN, _MEETING, actors.is_delegation),
    (goings.GATHER, _MEETING, actors.are_people),
    (goings.OPENED, goings.OPENED_WORDS, actors.is_anybody),
    (_HOLD, _HOLDING, actors.is_anybody),
    (_PLACE, _PLACING, actors.is_let_out),
    (_PLACED, _PLACED_WORDS, actors.is_happening),
    (_RUN, _RUNNING, actors.is_happening),
    (_DONE, _DOING, actors.is_let_out),
    (_ISSUE, _ISSUING, actors.is_anybody),
    (releases.OUT, releases.GOING_OUT, actors.is_paper),
    (releases.ANNOUNCE, releases.ANNOUNCING, actors.is_announcer),
    *public_acts.KINDS,
    *comings.KINDS,
    *occasions.KINDS,
)


def _kinds_by_word() -> dict[str, list[int]]:
    """Return the places of the kinds of which a word may tell: most words of a clause tell of none."""
    found: dict[str, list[int]] = {}
    for place, kind in enumerate(_KINDS):
        for word in kind[1]:
            found.setdefault(word, []).append(place)
    return found


_KINDS_BY_WORD = _kinds_by_word()
