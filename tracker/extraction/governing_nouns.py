"""The nouns that decide whose a day is: those who ask, those asked, others, what they send and what takes place."""

from tracker.extraction.country_names import COUNTRIES

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
    " prime king queen shah pope sultan emir chancellor premier junta archbishop patriarch regime side sides army navy speakers experts expert donor donors lender borrowers tribunal"
    " prosecutor prosecutors registrar bureau's federation foundation institute university hospital"
    " laboratory universities institutes hospitals laboratories factories organizations associations federations foundations clinics colleges fishermen businessmen policemen countrymen councilmen parents landlords residents citizens farmers signatories pharmacies newspapers shareholders bondholders ecowas apec asean opec wto wfp unicef undp factory plant operator operators regulator regulators central".split()
)
SENDERS = frozenset(
    "we i department washington state usg administration secretary desk headquarters our this us u.s"
    " united s/s wha eap eur nea sca af io prm drl oes inr isn pm eb l ca ds drafter drafters staff"
    " agency-wide hq dos omb".split()
)
EVENTFUL = frozenset(
    "meeting conference visit summit session vote workshop seminar exercise talks plenary election"
    " elections trip hearing ceremony course event symposium meetings decision result results outcome"
    " announcement approval arrival departure flight treaty agreement agreements rule rules regulation law"
    " bill legislation resolution negotiations construction ratification season harvest ruling verdict"
    " road roads bridge bridges dam runway railway railroad tunnel canal pipeline stadium highway constitution amnesty pullout"
    " refinery ceasefire program's project's transition period moratorium ban sanctions".split()
)
LASTING = frozenset(  # what is extended to a day runs until then: "Reservations should be extended to March 20"
    """reservation reservations booking bookings lease leases contract contracts visa visas stay tour tours appointment appointments
    assignment assignments agreement permit permits license licenses loan loans mandate validity hours rooms ceasefire truce""".split()
)
ADDRESSEES = frozenset(
    "posts addressees addees embassies missions consulates units commands commanders bureaus agencies"
    " recipients alcon you offices stations activities officers all installations sections chiefs divisions each"
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
OFFICES_ABROAD = frozenset(
    """embassy consulate mission usmission amembassy amconsul usun usnato useu usosce usoecd unvie usdao dao alusna milgrp usmilgrp
    jusmag jusmagk odc odr usis usint""".split()
)
DELIVERABLES = frozenset(
    "reply replies response responses report reports input inputs answer answers comment comments"
    " submission submissions nomination nominations application applications figures data list lists draft"
    " drafts contribution contributions plan plans certification certifications confirmation feedback"
    " update updates edits results survey surveys questionnaire questionnaires cable cables statement statements"
    " estimate estimates post posts embassy embassies mission missions information names name packages"
    " forms form documents clearance clearances action addressees delivery completion return returns"
    " proposal proposals request requests readout assessment assessments record records inventory views"
    " recommendation recommendations position concurrence payment payments receipts vouchers material materials"
    " papers sketches scenesetters scene-setters"
    " version accounting manifest manifests biographies photographs rosters roster tallies tally".split()
)
HEADERS = frozenset(
    "ref refs tags subject subj decl info fm from reftel references classified derived declassify drafted"
    " approved passed reference originator dtg cleared clearance vzczc".split()
)
ELSEWHERE = frozenset(
    "congress hill omb gao house senate secretariat committee un court parliament ministry customs tribunal".split()
)
YOURS = frozenset(
    "government country governments authorities ministry minister delegation parliament capital"
    " excellency parliament's instrument ratification accession senate cabinet".split()
)
NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing"})
ACTOR_ENDINGS = ("ers", "ors", "ants", "ees")
NO_ACTORS = (
    OWN
    | DELIVERABLES
    | frozenset(
        "letters papers numbers orders offers matters vouchers transfers centers rosters folders errors"
        " managers supervisors employees coordinators holders drafters reviewers others figures registers"
        " headquarters fees committees trainees grants warrants lists chiefs directors attaches posters files"
        " drivers consultants servers printers computers advisors advisers addressors users monitors"
        " chapters newsletters binders stickers meters filters scanners counters cylinders trailers boilers algiers tangiers corners processors covers tenders quarters consignors sensors setters scenesetters scene-setters".split()
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
        or (head.endswith(ACTOR_ENDINGS) and head not in _NO_ACTORS_OR_ROLES)
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
    " colleagues team teams everyone everybody anyone person persons those these all both any one ones none others rest remainder"
    " following concerned requesters reps rep bureau bureaus office division pol econ consular management admin"
    " sections centers hands guard detachment detachments marines planner planners schedulers raters approvers certifiers adjudicators timekeepers administrators webmasters warden wardens liaison lead leads sponsor sponsors".split()
)
_NO_ACTORS_OR_ROLES = NO_ACTORS | ROLES
PAPERS = frozenset("ref reftel septel schedule timetable procedures procedure plan instructions".split())
MONEY = frozenset(
    "rent interest loan loans tax taxes installment installments mortgage bill bills bond bonds".split()
)
OFFICERS = frozenset(
    "charge chargé dcm officer consul counselor attache rso gso pao hro fmo imo chief supervisor manager coordinator custodian"
    " cashier".split()
)  # one of them "is to" act as a post is
OWN_OR_OFFICERS = OWN | OFFICERS
OWN_OR_SENDERS = OWN | SENDERS
STRANGE = frozenset(
    "tdy tax ticket patent escort travel host foreign local partner shipping news aid implementing donor visiting line recruiting"
    " ministry government police customs real-estate estate rental insurance their his her bank".split()
)
TITLES = frozenset("mr mrs ms dr colonel general major captain senator congressman prof professor".split())
PERIODS = frozenset("year month week quarter today yesterday tomorrow day".split())
ASKERS = frozenset(
    "office bureau division directorate cable message telegram reftel guidance directive memorandum instruction"
    " commerce treasury agriculture defense justice energy labor interior transportation"
    " section request branch unit command headquarters operations affairs security resources protocol services counsel"
    " personnel logistics nonproliferation notice bulletin circular tasker comptroller librarian archivist historian".split()
)
DATED = frozenset("deadline suspense due nlt by".split())
PARTIES = THIRD | SENDERS
MAY_ASK = SENDERS | OWN | ASKERS
OURS = frozenset({"capitals"}) | OWN | DELIVERABLES | SENDERS | ROLES | PRONOUNS
