"""The verbs that decide what a day is for: orders, acts of those asked and of others, what runs and what has passed."""

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
RECEIVING = frozenset(
    "receive receiving have having hear hearing get getting see know reach learn obtain has".split()
)
POINTING = frozenset("note be recall remember rest bear understand".split())
LOOKING = frozenset("see refer find consult".split())
PERSUADING = frozenset(
    "urge urging encourage encouraging press pressing persuade persuading convince convincing lobby"
    " lobbying urges".split()
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
TAKEN = frozenset(
    "taken accepted considered processed received included used entertained accommodated honored reviewed"
    " submitted".split()
)
TAKING_EFFECT = frozenset(
    "take enter come go expire begin start open convene arrive depart travel visit meet return leave fly"
    " sail".split()
)
ARRIVING = frozenset("reach arrive follow contain include cover reflect show".split())
HAVING = frozenset({"have", "has", "had", "with"})
HANDLED = frozenset(
    "submitted sent accepted received forwarded due made reported delivered provided required needed".split()
)
BE_FORMS = frozenset("is are be being been am was were".split())
DONE_ON = frozenset(
    "made sent given held taken met seen written brought begun".split()
)  # "the offer made on May 3"
BYGONE = frozenset("was were missed passed".split())
CONTINUING = frozenset("use using continue continuing apply".split())
OBJECTING = frozenset("objects disagrees advises requests protests dissents".split())
SPEECH = frozenset(
    "said told asked replied insisted wrote declared added warned demanded stated remarked answered urged announced"
    " explained complained says pledged promised claimed argued shouted snapped protested quipped pleaded cautioned thinks believes reckons predicts fears".split()
)
WANTING = frozenset(
    "needed required requested appreciated welcome wanted desired sought helpful useful valuable".split()
)
ORDERED = frozenset(
    "asked requested instructed directed required invited urged reminded tasked advised sought solicited"
    " encouraged".split()
)
WAITING = frozenset("wait waiting hold refrain withhold delay defer refraining holding postpone".split())
READY = frozenset("available ready completed finished done complete scheduled arranged booked".split())
ASKS = frozenset("asks requests requires invites demands seeks solicits".split())
HAPPENING = frozenset(
    "begin start end pass expire open close depart convene fall rise resume land dock sail occur".split()
)
IDLE = RECEIVING | {"be"}
