"""What a law or a rule lays down for papers of others, as a post tells it: "Entries must arrive at the Kentucky address"."""

from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Cue

_OF_OTHERS = frozenset(  # papers of applicants, bidders and litigants
    """entry entries document documents application applications form forms petition petitions ballot ballots bid bids tender
    tenders offer offers affidavit affidavits certificate certificates contract contracts labels label package packages product
    products invoice invoices declaration declarations passport passports photograph photographs translation translations""".split()
)


def is_laid_down(cue: Cue) -> bool:
    """Return whether a post tells its capital how papers of others must be; what it asks of its capital is another thing."""
    if cue.cast.asks_posts or cue.cast.asks_others or cue.setting.is_action:
        return False
    head = noun_phrase(WORDS.findall(cue.subject.lower().rpartition(", ")[2]))[-1:]
    return cue.words.strip() == "shall" or (bool(head) and head[0] in _OF_OTHERS)
