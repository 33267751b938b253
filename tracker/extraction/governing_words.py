"""The words that decide whether a day binds the addressee: asking words, other people's acts, subjects, openings."""

from tracker.extraction.country_names import COUNTRIES

ASKING = frozenset(
    "please pls kindly should must shall requested requests request asked asks ask instructed directed"
    " required requires require needed needs need due appreciate appreciated appreciates grateful tasked"
    " reminded invited urged mandatory expected welcome welcomes welcomed desired desires directs"
    " instructs essential imperative necessary ought obliged obligated helpful useful wanted urges"
    " obligation shd shld pse plse plese tasks solicits seeks solicited sought invites instructing responsible"
    " awaited looks encouraged advised asking requesting tasking seeking reqs reqd req demands important crucial"
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
    "looks requests asks ask requires directs instructs desires seeks invites urges solicits welcomes"
    " appreciates need needs require request tasks demands".split()
)
PARTICIPLES = frozenset(
    "requested asked instructed directed required needed tasked reminded invited urged expected desired"
    " awaited wanted solicited encouraged sought advised appreciated welcomed obliged".split()
)
OTHERS = frozenset(
    "will would can cannot can't could may might plans plan intends intend hopes hope expects expect"
    " promises promise pledges pledge wants want wishes wish aims aim anticipates anticipate estimates"
    " believes understands understand assumes proposes predicts intention intentions commitment goal offer"
    " owe owes vowed won't we'll i'll they'll he'll she'll likely anticipated".split()
)
VALIDITY = frozenset(
    "valid validity expire expires expired expiring expiration effective embargoed embargo lasts remain"
    " remains lapse lapses runs".split()
)
EVENT_VERBS = frozenset(
    "arrive arrives arriving arrived depart departs departing departed travel travels traveling"
    " travelling visit visits visiting convene convenes convening convened meet meets meeting begins begin"
    " began opens opening held takes took scheduled planned attend attends attending starts start starting"
    " ends ending conference summit session vote workshop seminar exercise round talks plenary election"
    " elections trip hearing ceremony training course event symposium meetings travelers traveler"
    " delegation visitors closes closed close hosting host hosted participating participate tour stay"
    " holiday consultations conducted occurs occurring happen happening exercises deployed deployment"
    " accompany visited adopted signed issued enacted published announced passed released dated born"
    " elected appointed launched".split()
)  # fmt: skip
WEAK = frozenset(
    "is are was were had has have been met sent gave made took told said held came went began left wrote"
    " received won saw knew found became arrived did does brought got kept let paid put ran set sat spoke"
    " stood taught thought understood undertook chose drew drove fell felt flew grew heard led lent lost"
    " meant rose sold struck swore threw withdrew built bought caught fought broke".split()
)
PRONOUNS = frozenset("he she it they".split())
THIRD = PRONOUNS | frozenset(
    "ministry ministries government governments committee commission council parliament congress senate"
    " secretariat traveler travelers travellers traveller delegation delegations delegates team teams"
    " vendor vendors contractor contractors company companies airline airlines carrier carriers bank banks"
    " applicant applicants candidate candidates participant participants grantee grantees visitor visitors"
    " host hosts minister ministers president court board panel group ngo ngos un nato eu members member"
    " states parties party countries country authorities authority cabinet legislature mfa mod mof"
    " officials official ambassador deputy director chairman chair secretary-general police customs"
    " agency's union interlocutor interlocutors counterpart counterparts opposition leader leaders envoy"
    " inspectors iaea osce icao who imf fao unhcr icrc firm firms manufacturer manufacturers exporter"
    " exporters importers passenger passengers pilot pilots crew crews rebels troops judges judge w.h.o"
    " commissioner governor mayor assembly speaker students student scholars grantee's fellows escort"
    " escorts flight flights aircraft ship ships vessel shipment shipments plane gov gou goj gor rok roc"
    " prime king queen side sides army navy speakers experts expert donor donors lender borrowers tribunal"
    " prosecutor prosecutors registrar bureau's federation foundation institute university hospital"
    " laboratory factory plant operator operators regulator regulators central".split()
)
SENDERS = frozenset(
    "we i department washington state usg administration secretary desk headquarters our this us u.s"
    " united s/s wha eap eur nea sca af io prm drl oes inr isn pm eb l ca ds drafter drafters staff"
    " agency-wide hq dos".split()
)
EVENTFUL = frozenset(
    "meeting conference visit summit session vote workshop seminar exercise talks plenary election"
    " elections trip hearing ceremony course event symposium meetings decision result results outcome"
    " announcement approval arrival departure flight treaty agreement agreements rule rules regulation law"
    " bill legislation resolution negotiations construction ratification season harvest ruling verdict"
    " road roads bridge bridges dam runway railway railroad tunnel canal pipeline stadium highway constitution amnesty pullout"
    " refinery ceasefire program's project's transition period moratorium ban sanctions".split()
)
ADDRESSEES = frozenset(
    "posts addressees addees embassies missions consulates units commands commanders bureaus agencies"
    " recipients you offices stations activities officers all installations sections chiefs divisions each"
    " every".split()
)
OWN = (
    frozenset(
        {
            "post",
            "embassy",
            "mission",
            "consulate",
            "consulates",
            "addressee",
            "you",
            "section",
            "officer",
            "recipient",
            "command",
            "unit",
        }
    )
    | ADDRESSEES
)
DELIVERABLES = frozenset(
    "reply replies response responses report reports input inputs answer answers comment comments"
    " submission submissions nomination nominations application applications figures data list lists draft"
    " drafts contribution contributions plan plans certification certifications confirmation feedback"
    " update updates results survey surveys questionnaire questionnaires cable cables statement statements"
    " estimate estimates post posts embassy embassies mission missions information names name packages"
    " forms form documents clearance clearances action addressees delivery completion return returns"
    " proposal proposals request requests readout assessment assessments record records inventory views"
    " recommendations position concurrence payment payments receipts vouchers material materials"
    " biographies photographs rosters roster tallies tally".split()
)
RECEIVING = frozenset(
    "receive receiving have having hear hearing get getting see know reach learn obtain has".split()
)
POINTING = frozenset("note be recall remember rest bear understand".split())
LOOKING = frozenset("see refer find consult".split())
LOOKED_AT = frozenset(
    "para paras paragraph paragraphs ref reftel refs reftels septel attached below above also to the".split()
)
PERSUADING = frozenset(
    "urge urging encourage encouraging press pressing persuade persuading convince convincing lobby"
    " lobbying urges".split()
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
        "instead",
        "rather",
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
HEADERS = frozenset(
    "ref refs tags subject subj decl info fm from reftel references classified derived declassify drafted"
    " approved passed reference originator dtg cleared clearance vzczc".split()
)
ORDERS = frozenset(
    "report submit send provide forward deliver confirm reply respond advise notify inform complete"
    " return transmit identify designate nominate contact call telephone phone e-mail email fax cable"
    " ensure obtain seek propose raise convey present coordinate prepare review update verify certify make"
    " have let get give take hold conduct arrange schedule register enroll sign pass share post upload"
    " enter file answer acknowledge brief finish finalize list furnish supply collect compile check"
    " correct cancel close reserve book pay approve clear comment reconfirm ask urge tell remind use"
    " follow keep bring issue publish distribute circulate select choose name appoint apply turn work"
    " engage demarche discuss explore encourage request draft mail ship load install remove replace test"
    " close-out account count inventory inspect assess evaluate survey disseminate communicate direct"
    " instruct assign route record log terminate revoke suspend implement establish develop plan determine"
    " indicate specify explain describe state outline summarize revalidate recertify validate resubmit"
    " renew extend rsvp alert pouch hand approach solicit recommend add delete amend revise cross transfer"
    " release withdraw table undertake initiate begin start commence contribute vet sponsor process"
    " adjudicate refer translate print destroy retire encrypt de-obligate deobligate obligate reconcile"
    " liquidate reimburse recover report-back wire cash monitor track join attend vote oppose support"
    " abstain expedite accomplish execute perform effect carry meet secure procure order dispatch"
    " telegraph telegram".split()
)
HOLDING = frozenset(
    "hold holding conduct conducting organize organise schedule arrange convene host stage run complete"
    " carry".split()
)
GONE = frozenset(
    "arrived missed passed lapsed expired overdue late regrets regret unmet failed ignored".split()
)
ELSEWHERE = frozenset("congress hill omb gao house senate secretariat committee un court parliament".split())
TAKEN = frozenset(
    "accepted considered processed received included used entertained accommodated honored reviewed"
    " submitted".split()
)
YOURS = frozenset(
    "government country governments authorities ministry minister delegation parliament capital"
    " excellency".split()
)
TAKING_EFFECT = frozenset(
    "take enter come go expire begin start open convene arrive depart travel visit meet return leave fly"
    " sail".split()
)
MODALS = frozenset("will would can cannot could may might".split())
WISHING = frozenset("hopes hope expects expect wants want wish wishes would anticipates plans hoping".split())
DUTIES = frozenset("must should shall required to ought obliged responsible have has".split())
ARRIVING = frozenset("reach arrive follow contain include cover reflect show".split())
HAVING = frozenset({"have", "has", "had", "with"})
NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing"})
BETWEEN_NOT_AND_VERB = frozenset("be yet being now currently therefore longer been".split())
HANDLED = frozenset(
    "submitted sent accepted received forwarded due made reported delivered provided required needed".split()
)
NO_HEADS = frozenset(
    "is are be been has have also therefore now do does not would will hereby was were still again"
    " strongly being all urgently".split()
)
BULLETS = frozenset({"-", "*", "\u2022", '"', "\u201c"})
OWN_SPEECH = frozenset(
    "post posts embassy embassies mission missions consulates addressees addees department please pls nlt".split()
)
BE_FORMS = frozenset("is are be being been am was were".split())
DETERMINERS = frozenset(
    "the a an this that its their his her our any such these those further no some every each".split()
)
ACTOR_ENDINGS = ("ers", "ors", "ants", "ees")
NO_ACTORS = (
    OWN
    | DELIVERABLES
    | frozenset(
        "letters papers numbers orders offers matters vouchers transfers centers rosters folders errors"
        " managers supervisors employees coordinators holders drafters reviewers others figures registers"
        " headquarters fees committees trainees grants warrants lists chiefs directors attaches posters files"
        " drivers consultants servers printers computers advisors advisers addressors users monitors"
        " processors covers tenders quarters consignors sensors".split()
    )
)


ALIKE = frozenset(  # single persons of the kinds that "bidders" and "lawyers" name
    "lawyer judge prosecutor owner landlord plaintiff defendant buyer seller publisher editor widow captain shipper importer"
    " vessels boats trawlers exporter supplier bidder tenant heir heirs witness witnesses".split()
)


def is_third(head: str) -> bool:
    """Say whether a subject is somebody other than sender and addressee: a ministry, a country, "bidders"."""
    return (
        head in THIRD
        or head in ALIKE
        or head in COUNTRIES
        or (head.endswith(ACTOR_ENDINGS) and head not in NO_ACTORS | ROLES)
    )


THINGS = frozenset(
    "flight flights aircraft ship ships vessel vessels boats shipment shipments plane factory plant laboratory hospital court"
    " states police".split()
)  # of those who act for themselves, what is acted upon: "shipments must be tallied"
ROLES = frozenset(
    "agency ambassador ambassadors charge chargé dcm officer officers consul consuls counselor counselors attache attaches"
    " rso rsos gso gsos pao paos hro fmo imo isso chief chiefs principal principals supervisor supervisors manager"
    " managers coordinator coordinators employee employees custodian custodians head heads representative"
    " representatives staff personnel secretary secretaries desk desks directorate drafter drafters cashier cashiers"
    " colleagues team teams everyone everybody anyone person persons those these all both any one ones none others"
    " following concerned requesters reps rep bureau bureaus office division pol econ consular management admin"
    " sections guard detachment detachments marines warden wardens liaison lead leads sponsor sponsors".split()
)
DONE_ON = frozenset(
    "made sent given held taken met seen written brought begun".split()
)  # "the offer made on May 3"
BYGONE = frozenset("was were missed passed".split())
CONTINUING = frozenset("use using continue continuing apply".split())
PAPERS = frozenset("ref reftel septel schedule timetable procedures procedure plan instructions".split())
TELLING = frozenset(
    "that for on the whether if him them her a an".split()
)  # behind "asked", where it tells of the past
MONEY = frozenset(
    "rent interest loan loans tax taxes installment installments mortgage bill bills bond bonds".split()
)
OFFICERS = frozenset(
    "dcm officer consul counselor attache rso gso pao hro fmo imo chief supervisor manager coordinator custodian"
    " cashier".split()
)  # one of them "is to" act as a post is
STRANGE = frozenset(
    "escort travel host foreign local partner shipping news aid implementing donor visiting line recruiting"
    " ministry government police customs real-estate estate rental insurance their his her bank".split()
)
OBJECTING = frozenset("objects disagrees advises requests protests dissents".split())
TITLES = frozenset("mr mrs ms dr colonel general major captain senator congressman prof professor".split())
SPEECH = frozenset(
    "said told asked replied insisted wrote declared added warned demanded stated remarked answered urged announced"
    " explained complained says pledged promised claimed argued shouted snapped protested quipped pleaded cautioned".split()
)
WANTING = frozenset("needed required requested appreciated welcome wanted desired sought helpful".split())
MARKS = frozenset({'"', "\u201c", "\u201d"})
PERIODS = frozenset("year month week quarter today yesterday tomorrow day".split())
ACTING = frozenset("must should shall shd shld ought to".split())
TIMELY = frozenset(
    "today yesterday tomorrow now then here there once later earlier perhaps maybe both such thus".split()
)
OPENING_DUTIES = frozenset("please pls should must shall requested asked instructed".split())
ADJOINED = frozenset("the a an all your each any its".split())
ORDERED = frozenset(
    "asked requested instructed directed required invited urged reminded tasked advised sought solicited"
    " encouraged".split()
)
WAITING = frozenset("wait waiting hold refrain withhold delay defer refraining holding postpone".split())
READY = frozenset("available ready completed finished done complete scheduled arranged booked".split())
ASKS = frozenset("asks requests requires invites demands seeks solicits".split())
ASKERS = frozenset(
    "office division directorate cable message telegram reftel guidance directive memorandum instruction"
    " section request branch unit command headquarters operations affairs security resources protocol services counsel"
    " personnel logistics nonproliferation".split()
)
HAPPENING = frozenset(
    "begin start end pass expire open close depart convene fall rise resume land dock sail occur".split()
)
DATED = frozenset("deadline suspense due nlt by".split())
BEHIND_NO = frozenset("later latter late less more fewer longer".split())
VERB_LIKE = WEAK | OTHERS | ASKING
DECIDING = (
    VERB_LIKE
    | VALIDITY
    | PERSUADING
    | EVENT_VERBS
    | WAITING
    | CONTINUING
    | ORDERS
    | {"if", "unless", "to", "have", "has"}
)
SUBJECT_ENDS = VERB_LIKE | OF_WORDS
PARTIES = THIRD | SENDERS
PHRASE_ENDS = OF_WORDS | CLAUSE_EDGES
CLAUSE_OPENERS = PHRASE_ENDS | {"without", "outside", "near", "still"}
BULLET_ORDERS = ORDERS | DELIVERABLES | DATED
NOUN_BEFORE = DETERMINERS | (ORDERS - OWN)
MAY_ASK = SENDERS | OWN | ASKERS
IDLE = RECEIVING | {"be"}
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
OURS = frozenset({"capitals"}) | OWN | DELIVERABLES | SENDERS | ROLES | PRONOUNS
