"""The door: looks at a text before anything of it is written, and notes a refusal without its text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.cable import mail_feet, markings, parse
from tracker.cable.markings import Mark
from tracker.domain.bounces import Incoming
from tracker.errors import Refused
from tracker.services import audit
from tracker.services.installation import Actor
from tracker.settings import Settings
from tracker.store.cables import SpillIncident

CAPTION_RULE = "caption not held here"
MOST_AN_HOUR = 20  # incidents of who is not signed in; more are refused, and not noted
FOLDED = re.compile(r"\r?\n[ \t]")  # a long entry goes on in the next line
ENTRY_NAME = re.compile(r"(?m)^[A-Z-]{2,30}(?:;[^:\n]*)?:")
MESSAGE_ID = re.compile(r"<[^\s<>@]{1,98}@[^\s<>@]{1,98}>")
UNMARKED_RULE = "no classification line"
UNMARKED = (
    "This text was not accepted: it bears no classification line. Get the cable with its line; if it "
    "may be classified, call your security officer and do not send it again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a text is not let in: a fixed sentence, the rules with their lines, the size in bytes."""

    sentence: str
    marks: tuple[Mark, ...]
    size: int


class RefusedText(Refused):
    """This text was not accepted. Call your security officer; do not send it again."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the refusal, so that the entry point can record it in a transaction of its own."""
        super().__init__(refusal.sentence)
        self.refusal = refusal


def refusal(text: str, settings: Settings) -> Refusal | None:
    """Return why this installation may not hold the text, None where it may. Writes nothing."""
    refused = _refused((*markings.check(text), *_captions(text, settings.refuse_captions)), text)
    if refused is None and settings.hold_unmarked and not markings.has_classification_line(text):
        mark = Mark(rule=UNMARKED_RULE, line=1, is_strong=False)
        return Refusal(sentence=UNMARKED, marks=(mark,), size=len(text.encode("utf-8", "replace")))
    return refused


def refusal_of_mail(mail: Incoming, settings: Settings) -> Refusal | None:
    """Return why a mail may not be held: its subject, all its text, what is shown of a page, its files' names.

    A mail is no cable: a line that classifies it is not asked for, and the foot of a law firm marks nothing.
    """
    held = replace(settings, hold_unmarked=False)
    shown = "" if mail.body in mail.text else mail.body
    found = [refusal(mail_feet.without_feet(text), held) for text in (mail.text, shown)]
    found += [refusal_of_name(file.name) for file in mail.files]
    marks = [*markings.check_subject(mail.subject), *(m for one in found if one for m in one.marks)]
    return _refused(dict.fromkeys(marks), mail.text)


def refusal_of_name(name: str) -> Refusal | None:
    """Return why a file may not be held under the name it came with, None where it may."""
    return _refused(markings.check_name(name), name)


def refusal_of_words(words: str, settings: Settings, *, is_title: bool = False) -> Refusal | None:
    """Return why what somebody typed may not be held: a note, a reason, a name; None where it may.

    A line that classifies it is not asked for. `is_title`: it is the head of something, whose last word may mark it.
    """
    marks = (*markings.check_words(words, is_title=is_title), *_lines_with(words, settings.refuse_captions))
    return _refused(dict.fromkeys(marks), words)


def refusal_of_table(data: bytes, settings: Settings) -> Refusal | None:
    """Return why a file of entries, `NAME:value` or plain lines, may not be held; None where it may."""
    text = FOLDED.sub("", data.decode("utf-8", "replace"))
    found = [refusal_of_words(words, settings) for words in (text, ENTRY_NAME.sub("", text))]
    return _refused(dict.fromkeys(m for one in found if one for m in one.marks), text)


def _refused(marks: Iterable[Mark], text: str) -> Refusal | None:
    held = tuple(marks)
    sentence, size = (Refused.__doc__ or "").strip(), len(text.encode("utf-8", "replace"))
    return Refusal(sentence=sentence, marks=held, size=size) if held else None


def _captions(text: str, refused: tuple[str, ...]) -> Iterator[Mark]:
    in_lines = [*_lines_with(text, refused)]
    if in_lines:
        yield in_lines[0]
    elif any(caption in refused for caption in parse(text).header.captions):
        yield Mark(rule=CAPTION_RULE, line=1, is_strong=True)


def _lines_with(text: str, refused: tuple[str, ...]) -> Iterator[Mark]:
    for number, line in enumerate(text.splitlines(), 1):
        words = line.strip(" \t*-/()").split()
        if words and (words[0].strip(",/;") in refused or "".join(words) in refused):
            yield Mark(rule=CAPTION_RULE, line=number, is_strong=True)
            return


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """What carried a refused mail here: its Message-ID, and the addresses of its envelope."""

    message_id: str
    sender: str
    recipient: str


def record(
    session: Session,
    refused: Refusal,
    *,
    by: Actor,
    now: datetime,
    place: str | None = None,
    carrier: Carrier | None = None,
) -> SpillIncident:
    """Add the incident: when, by which way and at which place of ours, whose hand, which rules at which lines, how large.

    Nothing of the text is kept, not its subject, file name or digest; of a mail its Message-ID, where it
    looks like one, and its envelope's addresses, by which the carrier's copies are found.
    """
    is_id = carrier is not None and MESSAGE_ID.fullmatch(carrier.message_id) is not None
    incident = SpillIncident(
        at=now,
        way_in=by.way,
        place=place,
        by=by.name,
        marks=as_kept(refused.marks),
        size=refused.size,
        message_id=carrier.message_id if carrier is not None and is_id else None,
        sender=carrier.sender[:254] if carrier is not None else None,
        recipient=carrier.recipient[:254] if carrier is not None else None,
    )
    session.add(incident)
    session.flush()
    audit.add(session, "text refused", by=by, outcome=audit.REFUSED, incident=incident.id, place=place)
    return incident


def as_kept(marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Return marks as an incident keeps them: the rule, the line, how sure it is."""
    return [{"rule": mark.rule, "line": mark.line, "is_strong": mark.is_strong} for mark in marks]


def is_flooded(session: Session, *, by: Actor, now: datetime) -> bool:
    """Return whether so many refusals of this name were recorded within an hour that one more tells nothing."""
    counted = select(func.count(SpillIncident.id)).where(
        SpillIncident.by == by.name, SpillIncident.at > now - timedelta(hours=1)
    )
    return (session.scalar(counted) or 0) >= MOST_AN_HOUR
