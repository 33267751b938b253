"""What somebody or something will do for some days, whatever it is: the last rule asked for an event, and what it must not take for one."""

import re

from tracker.cable.hints import Family
from tracker.extraction import happening_actors as actors

WILL = re.compile(  # "will compare notes in Beijing", "is to lecture", "will last from"
    r"\b(?:will(?: also| then| next| again| now| therefore| first| jointly| formally| officially)?|(?:is|are) (?:(?:now|next|also) )?(?:(?:scheduled|expected|due|set|slated|planning|preparing) )?to"
    r"|plans? to|intends? to|proposes? to|hopes? to|expects? to|would like to|wish(?:es)? to) (?P<verb>(?!be\b)[a-z]+|be (?!to\b|(?:in|at) (?:home|touch|charge|place|force|effect|liberty|work|odds|hand|issue|stake|session|office|order|need|use)\b)(?P<done>[a-z]+))",
    re.IGNORECASE,
)
WORDS = Family("will plans intends proposes hopes expects wishes".split())
_NO_DEED = frozenset(  # what is done with papers, goods and money, or begins and ends to hold
    """send mail forward write reply answer report cable telegraph transmit submit return deliver ship dispatch pouch pay owe charge cost bill
    expire lapse close end cease stop finish run become remain stay keep hold need require apply take come enter go rise fall
    increase drop change rule replace cover count expect accept decide know have get give make provide supply furnish issue grant extend
    leave depart move ask request advise inform notify tell say contact call post visit travel tour add telephone phone use want begin start seek await wait try hear
    let allow permit consider wish think be respond confirm record total exceed mark bear follow reach arrive receive review""".split()
)
_NOT_DONE = frozenset(  # behind "be"
    """sent mailed forwarded written answered reported cabled transmitted submitted returned delivered shipped dispatched pouched paid owed
    charged billed closed ended ceased stopped finished kept needed required applied taken increased raised cut changed replaced covered
    counted accepted decided given made provided supplied furnished issued granted extended moved asked requested advised informed
    notified told telephoned contacted added used wanted sought available ready valid effective absent away out off on due open in at no not able
    free lost too more less late early here there with without subject responsible considered received completed reached hired employed
    assigned transferred posted promoted retired appointed selected drawn loaded unloaded bought sold ordered printed cleared credited
    debited deposited collected counted imposed lifted waived suspended destroyed disposed repaired installed fitted cleaned""".split()
)
_THERE = frozenset("in at here there".split())
_OURS = re.compile(  # in small letters: the sender and those who are asked
    r"^(?:we|i|you|it|they|he|she|this|that|these|those|which|who|(?:the |all |each |action )?(?:embass\w+|posts?|missions?|consul(?:ate)?s?(?: general)?|department|desk|addressees?|legation|section|sections|undersigned|bureau|office)(?![\w-]))"
)
_THING = frozenset(  # that come, go or hold, and are no event
    """fee fees rate rates tariff tariffs tax taxes law laws rule rules visa visas license licenses permit permits authority waiver waivers lease leases
    contract contracts grant grants loan loans fund funds money price prices duty duties quota quotas salary salaries pay allowance allowances
    pouch pouches mail goods cargo shipment shipments freight samples parts equipment vehicle vehicles truck trucks car cars furniture supplies
    form forms passport passports ticket tickets room rooms seat seats hotel leave term season year month school schools service services
    number numbers line lines address copies copy kit kits film films list lists letter letters note notes cable cables telegram reply replies
    stock stocks crop crops harvest weather rain work construction system software machine machines computer station plant mine factory
    company firm firms bank banks shop store newspaper paper magazine employee employees clerk guard guards contractor contractors
    printer carrier airline broker agent agents account accounts staff applicants applicant bearer holder holders candidates candidate nominees nominee""".split()
)
_SPLIT = re.compile(
    r"\b(?:who|which|that|as|since|because|so|where|when|while|after|before)\b", re.IGNORECASE
)


def is_doer(subject: str, *, is_there: bool = False) -> bool:
    """Return whether a subject is somebody else than sender and addressees, or a thing that takes place.

    `is_there`: it is only told to be somewhere, which is an event of people only.
    """
    low = subject.lower().strip()
    if not low or _OURS.match(low) or _SPLIT.search(low):
        return False
    head = actors.head_of(subject)
    if is_there and not actors.is_traveller(subject) and not actors.are_some_people(subject):
        return False
    return head not in _THING and actors.is_anybody(subject)


def tells(clause: str) -> str:
    """Return a clause, its day left out, where it tells that somebody will do something then that may be an event; else ""."""
    match = WILL.search(clause)
    if match is None:
        return ""
    verb, done = match["verb"].lower(), match["done"]
    is_there = done is not None and done.lower() in _THERE
    is_event = is_there or (done.lower() not in _NOT_DONE if done else verb not in _NO_DEED)
    return clause if is_event and is_doer(clause[: match.start()], is_there=is_there) else ""
