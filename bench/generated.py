"""Cables made by chance and a seed: our own words in the form of the field, 2 to 20 KB, mean 6 KB.

Sentences, asks and days are about as dense as in cables that were annotated by hand: in 6 KB some
thirty-five sentences, of which three ask.
"""

import random
from collections.abc import Iterator

POSTS = ("LIMA", "WARSAW", "NAIROBI", "HANOI", "OTTAWA", "RABAT", "SOFIA", "LA PAZ", "MANILA", "DAKAR")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
NAMED_MONTHS = ("January", "March", "May", "July", "August", "October", "November")
TOPICS = (
    "the poultry import rules",
    "the airport survey",
    "the fisheries accord",
    "visa interview space",
    "the candidate for the postal congress",
    "the malaria campaign",
    "radio frequency use",
    "the customs training course",
)
VERBS = ("report", "confirm", "seek", "deliver", "identify", "provide", "raise", "request")
DUES = (
    "by COB {month} {day}",
    "no later than {month} {day}, 2008",
    "within ten working days of receipt",
    "by {day} {month} 2008",
    "not later than noon local time on {month} {day}",
    "before the {month} {day} meeting of the committee",
    "as soon as possible",
    "",
)
ASKS = (
    "Post is requested to {verb} the host government's position on {topic} {due}.",
    "Embassy is instructed to {verb} the views of the ministry regarding {topic} {due}.",
    "Department requests that posts {verb} the text on {topic} at the appropriate level {due}.",
    "Please {verb} the names of participants for {topic} {due}.",
    "Action addressees should {verb} their plans for {topic} {due}.",
)
FACTS = (
    "The ministry said on {month} {day} that {topic} would be taken up again in the spring, once the budget has passed.",
    "Officials expect {number} participants, and the costs of {topic} will be shared between the two sides as before.",
    "As noted reftel, the director general visited the port in {month} and spoke of {topic} with the harbor master.",
    "The working group on {topic} meets in {post} from {month} {day} to {next_day}.",
    "A previous note of {month} {day}, 2007 set out the terms for {topic}, which remain in force.",
    "Contacts in the private sector see {topic} differently; one importer put losses at {number} tons of goods in a season.",
    (
        "The two governments have long worked together on {topic}, and the present arrangement has served both of them "
        "well through several changes of administration and a lean harvest."
    ),
    (
        "Local press coverage of {topic} has been favorable on the whole, though the main opposition daily in {post} "
        "carried a skeptical column about its cost to small traders."
    ),
    (
        "The deputy director of the technical bureau, a veteran of the first talks, described the state of {topic} as "
        "sound but underfunded, and pointed to a shortage of trained inspectors outside the capital."
    ),
    (
        "Comparable arrangements exist with {number} other partners, most of which report fewer disputes over {topic} "
        "than in earlier years and a steady growth in exchanges between laboratories."
    ),
    (
        "Background: the agreement that governs {topic} was negotiated over several rounds, entered into force after "
        "both legislatures had acted, and has been extended without changes since."
    ),
    "Comment: interest in {topic} is real, yet the ministry's capacity remains thin and decisions are made slowly.",
)
POINTS = (
    "-- We value the work of your ministry on {topic}.",
    "-- We ask that you reply to our note on {topic} before the end of {month}.",
    "-- The United States stands ready to send {number} experts.",
)
CONTACTS = (
    "Questions may be directed to Alma Testerly at 202-555-{number:04d} or testerlya@agency.example.",
    "Department's point of contact is Boris Sampleton, IO/XYZ, tel: (202) 555-{number:04d}, fax 202-555-0100.",
)


def _words(chance: random.Random, sentence: str) -> str:
    day = chance.randint(1, 27)
    values = {
        "verb": chance.choice(VERBS),
        "topic": chance.choice(TOPICS),
        "month": chance.choice(NAMED_MONTHS),
        "day": day,
        "next_day": day + 1,
        "post": chance.choice(POSTS).title(),
        "number": chance.randint(100, 199),
    }
    due = chance.choice(DUES).format(**values)
    return sentence.format(due=due, **values).replace(" .", ".")


def _wrapped(text: str, width: int = 68) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def _heading(chance: random.Random, number: int) -> str:
    day, month = chance.randint(1, 28), chance.choice(MONTHS)
    posts = chance.sample(POSTS, chance.randint(1, 4))
    to = "\n".join(
        f"TO {'' if i == 0 else '   '}AMEMBASSY {post} PRIORITY {1000 + i}" for i, post in enumerate(posts)
    )
    return (
        f"VZCZCXYZ0001\nPP RUEHWEB\n\nDE RUEHC #{number % 10000:04d} 2131200\nZNR UUUUU ZZH\n"
        f"P {day:02d}1200Z {month} 08\nFM SECSTATE WASHDC\n{to.replace('TO    ', '')}\n"
        f"INFO AMEMBASSY MADRID 2201\nUNCLAS STATE {number:06d}\n\nSIPDIS\n\nE.O. 12958: N/A\n"
        f"TAGS: PREL, ECON, {chance.choice(('PE', 'PL', 'KE', 'VM'))}\n"
        f"SUBJECT: REQUEST CONCERNING {chance.choice(TOPICS).upper()}\n\n"
        f"REF: A. {posts[0]} {chance.randint(100, 999)}\n     B. STATE {chance.randint(10000, 99999)}\n\n"
    )


def _paragraph(chance: random.Random, number: int) -> str:
    kinds = chance.choices((FACTS, ASKS, CONTACTS), weights=(89, 8, 3), k=chance.randint(3, 7))
    sentences = " ".join(_words(chance, chance.choice(kind)) for kind in kinds)
    return _wrapped(f"{number}. (U) {sentences}") + "\n\n"


def _paper(chance: random.Random, number: int) -> str:
    points = "\n\n".join(_wrapped(_words(chance, chance.choice(POINTS))) for _ in range(chance.randint(3, 8)))
    return f"{number}. (U) Begin talking points:\n\n{points}\n\nEnd talking points.\n\n"


def cable(seed: int, size: int | None = None) -> str:
    """Return the text of cable `seed`, of about `size` bytes; else of 2 to 20 KB."""
    chance = random.Random(seed)
    wanted = size or int(min(20_000, max(2_000, chance.lognormvariate(8.57, 0.55))))
    parts = [_heading(chance, 100 + seed % 900_000)]
    number, length = 1, len(parts[0])
    while length < wanted:
        make = _paper if chance.random() < 0.08 else _paragraph
        parts.append(make(chance, number))
        number, length = number + 1, length + len(parts[-1])
    return "".join(parts)[: max(wanted, 1)] + "\nRICE\n"


def cables(count: int) -> Iterator[str]:
    """Yield the first `count` cables; the same at every run."""
    return (cable(seed) for seed in range(count))
