"""What holds from one sentence to the next: labels ("ACTION LIMA:", "Next steps:") and open quotation marks."""

import re
from dataclasses import dataclass

from tracker.cable.parts import Sentence
from tracker.extraction import quoted_texts

ENTRY = re.compile(
    r"\(?(?:[A-Za-z]|\d{1,2}|[ivx]{1,4})[.)] "
)  # the mark of an entry of a list: "(a) ", "3. "
_LABEL_WORD = re.compile(
    r"\b(?:action|request|deadline|report|task|objective|guidance|note|instruct|for|post|(?:am)?embass|amcon|usdao|usmission|cinc|summary|next|due|comment|recommend|analysis)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"[A-Z]{2,6}(?:/[A-Z&-]{1,8}){0,4}|[A-Z]{1,6}(?:/[A-Z&-]{1,8}){1,4}"
)  # "FBO: ADVISE WHETHER"
_DAY_FIRST = re.compile(  # in small letters: "no later than April 4 a written answer is required"
    r"(?:no later than|not later than|nlt) (?:cob |oob |noon |close of business |on |\w+day,? )*"
    r"(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}|\w+day)(?:, \d{4})?,? (?=an? )"
    r"|by (?:(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:day )?of (?:each|every) (?:month|quarter)|[a-z]{3,9} \d{1,2}(?:, \d{4})?|\d{1,2} [a-z]{3,9})(?:, (?:starting|beginning|from|effective) [^,;]{3,30})?,? "
    r"(?=(?:(?:all|both|each|every|the|our) )?(?:[a-z]+ ){1,3}officers will\b)"
    r"|in (?:(?:its|their|your|[\w/]+['’]s?) (?:\w+ )?)(?:reply|replies|answers?|responses?|reports?),? (?=(?:the department|department|washington|we|[a-z]{1,5}/[a-z]+|the bureau) (?:would|should|also|wishes)\b)"
)
_ADDRESSEES = re.compile(  # "USDAO QUITO.", "ACTION COMSEVENTHFLT."
    r"(?:AMEMB|AMCON|USDAO|USMISSION|AMCONGEN)[A-Z]* [A-Z ,]+\.|(?:ACTION|FOR ACTION BY) (?!TAKEN|COMPLETED?|REQUEST|REQUIRED|ITEMS?|BY|TO|IS|NONE|OFFICER)[A-Z0-9/]+(?:(?:,| AND|,? &)? [A-Z0-9/]+){0,5}\."
)
_OVER_ENTRY = re.compile(r"(?:\(?[A-Za-z0-9]{1,2}[.)] )?[A-Z][\w'’/-]*(?: [\w'’/-]+){0,3}: (?=[\w\"])")
_OVER_LIST = re.compile(
    r"(?:For |FOR )?[A-Z][\w.'’-]*(?:(?:,? and|,)? [A-Z][\w.'’-]*){0,5}: (?=\(?(?:a|A|i|I|1)[.)] )"
)
_UNMARKED = re.compile(  # a title that runs in without its mark: "ACTION REQUESTED POST SHOULD SEND", "Timing Posts should reply"
    r"(?:(?i:actions? (?:requests?|requested|required|items?)|requests? for action|required actions?|requested actions?|next steps|(?:reporting|reply|response) (?:requirements?|deadlines?|instructions?|dates?)|instructions? (?:to|for) posts?|due dates?|what posts? should do)"
    r"|Timing|Deadlines?|Guidance|Objectives?|Tasking|Suspense|Follow-up|Nominations|Reporting|Coordination)(?: --?)? "
    r"(?=(?:Please|Kindly|PLEASE|KINDLY) |(?:(?:Action|All|Each|The|ACTION|ALL|EACH|THE) )?(?!(?i:please|kindly|there|this|it|that|which|for|of|on|in|to|and|or|at|by|from|with|are|is|were|was|will|should|must)\b)[A-Z][\w/-]+(?: (?:and |AND )?[A-Z][\w/-]+){0,3}? (?i:should|must|is|are|will|may|needs?) )"
)
_AGAIN = re.compile(r"\"\w[^\"]*$")
_NOWHERE = range(0)
LONGEST_LABEL = 90  # characters
LABEL_WORDS = 8  # a longer line that ends in a colon is a sentence


@dataclass(slots=True)
class Labels:
    """The label that holds for the rest of its paragraph: "FOR LIMA: …", or "NEXT STEPS:" on its own."""

    label: str | None = None
    paragraph: int | None = None

    def over(self, sentence: Sentence) -> str | None:
        """Return the label over a sentence, taking note of one that it carries."""
        if sentence.paragraph != self.paragraph:
            self.label, self.paragraph = None, sentence.paragraph
        if ":" not in sentence.text:
            if sentence.text.startswith(("AM", "US", "ACTION ", "FOR ACTION ")) and _ADDRESSEES.fullmatch(
                sentence.text
            ):
                self.label = sentence.text
            return self.label  # as mostly
        has_colon = ": " in sentence.text
        end = (label_end(sentence.text) or _over_list_end(sentence.text)) if has_colon else 0
        if end:
            self.label = sentence.text[:end]
        elif sentence.text.endswith(":") and sentence.text.count(" ") < LABEL_WORDS:
            self.label = sentence.text
        return self.label


@dataclass(slots=True)
class Speech:
    """Quotation marks that stay open over several sentences of a paragraph."""

    is_open: bool = False
    paragraph: int | None = None
    unquoted: frozenset[int | None] = frozenset()  # paragraphs that say UNQUOTE

    def stretch(self, sentence: Sentence) -> range:
        """Return the characters of a sentence that go on with a quotation, or begin one that is left open."""
        if sentence.paragraph != self.paragraph:
            self.is_open, self.paragraph = False, sentence.paragraph
        has_words = sentence.paragraph in self.unquoted
        if not (self.is_open or has_words or '"' in sentence.text):
            return _NOWHERE
        marks = quoted_texts.marks(sentence.text, has_words=has_words)
        was_open = self.is_open
        if was_open and len(marks) % 2 and _AGAIN.match(sentence.text):
            return range(len(sentence.text) + 1)  # each paragraph of a long quotation opens with a mark
        self.is_open = was_open != bool(len(marks) % 2)
        if was_open:
            return range(marks[0] if marks else len(sentence.text) + 1)
        return range(marks[-1], len(sentence.text)) if self.is_open else range(0)


def entry_of(text: str) -> re.Match[str] | None:
    """Return the mark of an entry with which a text begins, None where it begins with none: "(a) ", "3. "."""
    blank = text.find(" ")
    return ENTRY.match(text) if blank > 0 and text[blank - 1] in ".)" else None


def entry_label_end(text: str) -> int:
    """Return where the word over one entry of a list of orders ends, 0 where there is none: "Weed: take down what is old"."""
    match = _OVER_ENTRY.match(text)
    return match.end() if match else 0


def unmarked_end(text: str) -> int:
    """Return where a title without its mark ends that runs into a sentence, 0 where there is none."""
    match = _UNMARKED.match(text)
    return match.end() if match else 0


def _over_list_end(text: str) -> int:
    """Return where a name over a list in the same line ends, 0 where there is none: "Pretoria: (i) Please send …"."""
    match = _OVER_LIST.match(text)
    return match.end() if match else 0


def label_end(text: str) -> int:
    """Return where a run-in label ends ("Action request: ", "FOR LIMA: "), 0 where there is none."""
    colon = text.find(": ", 0, LONGEST_LABEL)
    mark = entry_of(text) if colon > 0 else None  # "A. OSLO: "
    at = mark.end() if mark else 0
    words = text[at:colon].split() if colon > 0 else []
    if not 0 < len(words) <= LABEL_WORDS:
        return 0
    if not _LABEL_WORD.search(text, at, colon):
        return colon + 2 if _OFFICE.fullmatch(text, at, colon) else 0
    if not words[0][:1].isupper() or any(
        w.lower() in ("please", "should", "is", "are", "must", "reads", "says", "said") for w in words
    ):
        return 0
    return colon + 2


def day_end(low: str, start: int) -> int:
    """Return where the day ends that a clause opens with before its subject, else where the clause begins."""
    day = _DAY_FIRST.match(low, start)
    return day.end() if day else start
