"""What must hold for any text at all: reading never raises, and everything found can be quoted."""

from collections.abc import Iterator

from tracker import reading
from tracker.cable import lost_marks, markings
from tracker.cable.parts import Cable, Evidence
from tracker.extraction import printed
from tracker.extraction.proposals import Proposals

LONGEST_TITLE = 80


def evidence_of(proposals: Proposals) -> Iterator[Evidence]:
    """Yield the evidence of everything that was found."""
    for group in (
        proposals.actions,
        proposals.left_out,
        proposals.contacts,
        proposals.handovers,
        proposals.events,
        proposals.answers,
    ):
        yield from (found.evidence for found in group)


def folded(text: str, evidence: Evidence) -> str:
    """Return the words under the spans: each run of white space, and each cut, is one blank."""
    return " ".join(" ".join(text[span.start : span.end] for span in evidence.spans).split())


def hold(text: str) -> tuple[Cable, Proposals]:
    """Read the text in every way; raise AssertionError where a promise is broken."""
    marks = markings.check(text)
    assert all(1 <= mark.line <= text.count("\n") + text.count("\r") + 1 for mark in marks), "a mark's line"
    cable, proposals = reading.read_text(text)
    assert cable.raw == text, "raw is what came in"
    for evidence in evidence_of(proposals):
        assert evidence.quote, "nothing is proposed without its words"
        assert folded(text, evidence) == evidence.quote, "the spans do not bear the quote"
    for action in proposals.actions:
        assert action.title, "an ask has a title"
        assert len(action.title) <= LONGEST_TITLE, "a title is short"
        assert action.deadline is None or action.deadline.quote, "a deadline has its words"
    for sentence in cable.sentences:
        said = lost_marks.mended(" ".join(cable.text[sentence.start : sentence.end].split()))
        assert said == sentence.text, "a sentence's place"
    printed.as_gold(cable, proposals)
    return cable, proposals
