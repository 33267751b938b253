"""The small words that decide whether a day binds: those of asking and planning, of denial, and the edges of phrases."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs

ASKING = frozenset(
    "please pls kindly should must shall requested requests request asked asks ask instructed directed"
    " required requires require needed needs need due appreciate appreciated appreciates grateful tasked"
    " reminded invited urged mandatory expected welcome welcomes welcomed desired desires directs"
    " instructs essential imperative necessary ought obliged obligated helpful useful wanted urges"
    " obligation shd shld rqst rqsts reqst pse plse plese tasks solicits seeks solicited sought invites instructing responsible"
    " awaited charged looks look encouraged advised asking requesting tasking seeking reqs reqd req demands important crucial"
    " critical vital incumbent".split()
)
IMPERSONAL = frozenset(
    "essential imperative necessary important crucial critical vital required requested incumbent desired"
    " expected mandatory helpful useful appreciated welcome urgent obligated".split()
)
TO_THAT = frozenset("important crucial critical vital helpful useful necessary essential".split())
INTENDING = frozenset(
    "estimates plan plans hope hopes promise promises pledge pledges aim aims goal intention intentions commitment"
    " offer wish wishes proposes".split()
)
ACTIVE = frozenset(
    "looks look requests asks ask requires directs instructs desires seeks invites urges solicits welcomes"
    " appreciates need needs require request tasks demands".split()
)
PARTICIPLES = frozenset(
    "requested asked instructed directed required needed tasked reminded invited urged expected desired"
    " awaited charged wanted solicited encouraged sought advised appreciated welcomed obliged".split()
)
OTHERS = frozenset(
    "will would can cannot can't could may might plans plan intends intend hopes hope expects expect"
    " promises promise pledges pledge wants want wishes wish aims aim anticipates anticipate estimates"
    " believes understands understand assumes proposes predicts intention intentions commitment goal offer"
    " owe owes vowed won't we'll i'll they'll he'll she'll likely anticipated".split()
)
LOOKED_AT = frozenset(
    "para paras paragraph paragraphs ref reftel refs reftels septel attached below above also to the".split()
)
RELATIVES = frozenset(
    "that whether which who if when because as while since where how what unless until once whom whose"
    " although though".split()
)
CLAUSE_EDGES = RELATIVES | frozenset({",", ";", ":", "(", ")", "and", "but", "so", "-", "or"})
OF_WORDS = frozenset(
    {
        "of",
        "from",
        "to",
        "in",
        "for",
        "on",
        "by",
        "at",
        "with",
        "under",
        "regarding",
        "concerning",
        "between",
        "who",
    }
)
NEGATIVE = frozenset(
    {
        "not",
        "no",
        "never",
        "neither",
        "nor",
        "none",
        "don't",
        "doesn't",
        "needn't",
        "isn't",
        "aren't",
        "without",
        "nobody",
        "nothing",
        "hardly",
    }
)
SET_ASIDE = frozenset(
    {
        "originally",
        "previously",
        "formerly",
        "initially",
        "earlier",
        "old",
        "original",
        "initial",
        "previous",
    }
)
WISHED = frozenset(
    {
        "preferably",
        "ideally",
        "possible",
        "optimally",
        "preferred",
        "hopefully",
        "pref",
        "desirably",
        "preference",
        "feasible",
        "practicable",
    }
)
MODALS = frozenset("will would can cannot could may might".split())
WISHING = frozenset("hopes hope expects expect wants want wish wishes would anticipates plans hoping".split())
DUTIES = frozenset("must should shall required to ought obliged responsible have has".split())
BETWEEN_NOT_AND_VERB = frozenset("be yet being now currently therefore longer been".split())
NO_HEADS = frozenset(
    "is are be been has have also therefore now do does not would will hereby was were still again"
    " strongly being here there all urgently kindly respectfully formally cordially earnestly particularly specifically"
    " especially further additionally once more abroad overseas worldwide everywhere elsewhere".split()
)
BULLETS = frozenset({"-", "*", "\u2022", '"', "\u201c"})
OWN_SPEECH = frozenset(
    "post posts embassy embassies mission missions consulates addressees addees department please pls nlt".split()
)
DETERMINERS = frozenset(
    "the a an this that its their his her our any such these those further no some every each".split()
)
TELLING = frozenset(
    "that for on the whether if him them her a an".split()
)  # behind "asked", where it tells of the past
MARKS = frozenset({'"', "\u201c", "\u201d"})
ACTING = frozenset("must should shall shd shld ought to".split())
ACTING_BUT_TO = ACTING - {"to"}
MODALS_OR_ACTING = MODALS | ACTING
MODALS_OR_MUST = MODALS | {"must"}
TIMELY = frozenset(
    "today yesterday tomorrow now then here there once later earlier perhaps maybe both such thus".split()
)
OPENING_DUTIES = frozenset("please pls should must shall requested asked instructed".split())
ADJOINED = frozenset("the a an all your each any its".split())
FAILING = frozenset(
    "fail neglect omit hesitate".split()
)  # "should not fail to reply before May 3" asks for it
BEHIND_NO = frozenset("later latter late less more fewer longer".split())
VERB_LIKE = verbs.WEAK | OTHERS | ASKING
DECIDING = (
    VERB_LIKE
    | verbs.VALIDITY
    | verbs.PERSUADING
    | verbs.EVENT_VERBS
    | verbs.WAITING
    | verbs.CONTINUING
    | verbs.ORDERS
    | {"if", "unless", "to", "have", "has"}
)
SUBJECT_ENDS = VERB_LIKE | OF_WORDS
PHRASE_ENDS = OF_WORDS | CLAUSE_EDGES
CLAUSE_OPENERS = PHRASE_ENDS | {"without", "outside", "near", "nearest", "closest", "still"}
BULLET_ORDERS = verbs.ORDERS | nouns.DELIVERABLES | nouns.DATED
NOUN_BEFORE = DETERMINERS | (verbs.ORDERS - nouns.OWN)
NO_OPENERS = (
    OF_WORDS
    | RELATIVES
    | VERB_LIKE
    | TIMELY
    | DETERMINERS
    | frozenset(
        "before after during until till through despite without within over about into upon near per via all and or but so"
        " not only even just no yes if like except besides beyond against across along among around above below behind"
        " inside outside throughout toward towards unlike both neither either nor nlt due than may et re ref refs off out up down".split()
    )
)
