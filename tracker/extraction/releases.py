"""Papers that go public on a day and what is announced then: "The yearbook comes out on", "The Treasury will name"."""

import re

WILL = r"(?:will(?: also| next| then)?|(?:is|are) (?:(?:scheduled|expected|due|set|slated) )?to|plans? to|intends? to|expects? to)"
OUT = re.compile(
    rf"\b(?:goes public|comes out|go public|come out|{WILL} (?:go public|come out|appear|be (?:released|published|issued|announced|unveiled|made public))|{WILL} (?:be|appear) in the Federal Register|(?:is|are) (?:released|published|made public)|{WILL} be (?:out|made known)|goes (?:live|on ?line)|(?:is|are) due out|{WILL} be (?:publicly )?available (?:to the (?:public|press)|in print|on the (?:website|internet|web|stands)))\b",
    re.IGNORECASE,
)
ANNOUNCE = re.compile(
    rf"\b(?:{WILL} (?:announce|name|designate|unveil|release|publish|issue)|announces)\b", re.IGNORECASE
)
GOING_OUT = frozenset(
    "goes go comes come appear released published issued announced unveiled made be due".split()
)
ANNOUNCING = frozenset("announce name designate unveil release publish issue announces".split())
_PAPERS = frozenset(
    """report reports volume yearbook list index budget strategy statistics results findings review survey census study
    booklet edition atlas ranking rankings figures text tables chapter chapters announcement decision names winners advisory advisories warning warnings alert estimate estimates forecast forecasts outlook
    rule rules regulation regulations notice handbook guide guidelines manual directory statement statements communique declaration bulletin
    determination policy plan code standards map maps catalog yearbooks factbook paper papers memoir memoirs book books film""".split()
)
_ANNOUNCERS = frozenset(
    """treasury department ministry secretary president commission committee council bank agency court bureau house
    government jury academy fund regulator undersecretary minister administration office""".split()
)
_BY_LETTERS = frozenset(  # agencies and bodies that go by their letters
    "ustr usda hhs dhs doj dod epa faa fda cdc bea bls ofac imf wto opec iaea fao oecd wfp undp unhcr ilo wipo".split()
)


def is_paper(head: str) -> bool:
    """Return whether the public waits for what a noun names: a report, a volume, the results."""
    return head in _PAPERS


def is_announcer(head: str) -> bool:
    """Return whether a noun, in small letters, names somebody who makes things public: the Treasury, the jury, USTR."""
    return head in _ANNOUNCERS or head in _BY_LETTERS
