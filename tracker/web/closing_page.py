"""What a later cable says of open tasks, as the review page and the task's page show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.domain import closing
from tracker.domain.closing import Act, Closing
from tracker.domain.due import short_day
from tracker.domain.lifecycle import Verdict, state_words
from tracker.services import closings
from tracker.services.installation import Acting
from tracker.store.answers import AnswerRecord
from tracker.store.cables import CableRecord
from tracker.store.queries import closings as queries
from tracker.store.queries.closings import CitedCable
from tracker.store.tasks import Task
from tracker.texts import _, later
from tracker.web.evidence import Light

SAYS = {
    "cancelled": later("takes back what was asked"),
    "superseded": later("replaces what was asked"),
    "delivered": later("says it was delivered"),
    "agreed": later("says yes: it is agreed or done"),
    "refused": later("says no: it is refused or cannot be done"),
    "will answer": later("says that an answer will come"),
    "no answer yet": later("says there is no answer yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingLine:
    """What is proposed for one task, with the sentence; `may_decide` where the reader may do it."""

    id: int
    task_id: int
    task: str
    post: str
    of_cable: str
    state: str
    says: str
    quote: str
    words: str  # of the button
    verdict: str
    decided_by: str | None
    decided_at: datetime | None
    may_decide: bool
    anchor: str
    kind: str

    @property
    def is_waiting(self) -> bool:
        """Whether a person must still decide."""
        return self.verdict == Verdict.WAITING

    @property
    def is_accepted(self) -> bool:
        """Whether it was done."""
        return self.verdict == Verdict.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """The tasks that one sentence takes back."""

    quote: str
    says: str
    anchor: str
    lines: tuple[ClosingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closings:
    """All that a cable says of tasks, and the cables it cites or that cite it."""

    lines: tuple[ClosingLine, ...]
    taken_back: TakenBack | None
    lights: tuple[Light, ...]
    cites: Sequence[CitedCable]
    cited_by: Sequence[CitedCable]

    @property
    def waiting(self) -> int:
        """For how many tasks a person must still decide."""
        back = self.taken_back.lines if self.taken_back else ()
        return sum(line.is_waiting for line in (*self.lines, *back))


def closings_of(
    session: Session, record: CableRecord, only_posts: frozenset[int] | None, act: Acting
) -> Closings:
    """Return what a cable says of open tasks, for a reader of these posts."""
    cables = queries.citations(session, record.id, record.canonical_id, only_posts)
    may_answer = any(one.is_cited and one.tasks for one in cables)
    rows = queries.of_cable(session, record.id, only_posts) if may_answer else []
    lines = [_line(row, row.task, act) for row in rows]
    open_back = [line for line in lines if line.is_waiting and line.kind in closing.TAKEN_BACK]
    return Closings(
        lines=tuple(line for line in lines if line not in open_back),
        taken_back=_taken_back(open_back),
        lights=tuple(_lights(rows)),
        cites=[one for one in cables if one.is_cited],
        cited_by=[one for one in cables if not one.is_cited],
    )


def _taken_back(lines: Sequence[ClosingLine]) -> TakenBack | None:
    if not lines:
        return None
    first = lines[0]
    return TakenBack(quote=first.quote, says=first.says, anchor=first.anchor, lines=tuple(lines))


def _lights(rows: Sequence[AnswerRecord]) -> list[Light]:
    """Return each sentence once, however many tasks it speaks of."""
    first: dict[str, AnswerRecord] = {}
    for row in rows:
        first.setdefault(row.quote, row)
    return [
        Light(kind="answer", word=_("answer"), spans=row.spans, anchor=_anchor(row)) for row in first.values()
    ]


def _anchor(row: AnswerRecord) -> str:
    return f"answer-text-{row.spans[0][0] if row.spans else row.id}"


def _line(row: AnswerRecord, task: Task, act: Acting) -> ClosingLine:
    wanted = closings.proposed(row, task, act)
    return ClosingLine(
        id=row.id,
        task_id=task.id,
        task=task.title,
        post=task.post.name,
        of_cable=task.cable.mrn or task.cable.canonical_id or _("Text %(number)s", number=task.cable_id),
        state=state_words(task.status, task.outcome, task.waits_for),
        says=SAYS[row.kind],
        quote=row.quote,
        words=_words(wanted),
        verdict=row.verdict,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        may_decide=act["by"].may(closings.PERMISSIONS[wanted.act], task.post_id),
        anchor=_anchor(row),
        kind=row.kind,
    )


def _words(wanted: Closing) -> str:
    """Return what one key does, as its button says it."""
    if wanted.act is Act.DONE:
        return _("Close: done, %(outcome)s", outcome=wanted.outcome)
    if wanted.act is Act.CANCEL:
        return _("Cancel the task")
    if wanted.act is Act.PROMISE and wanted.on is not None:
        return _("Note the promised day: %(day)s", day=short_day(wanted.on))
    return _("Set to waiting for the host government")
