"""Puts the readings of one cable together: papers first, for what stands in them asks nobody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.cable.parts import Cable
from tracker.extraction import (
    actions,
    answers,
    cast,
    contacts,
    dated_line,
    event_titles,
    events,
    handover,
    hung_days,
    named_before,
    shown_texts,
    silent_cables,
)
from tracker.extraction.proposals import Event, Proposals
from tracker.extraction.reader import Reader


def extract(cable: Cable, *, is_day_off: Callable[[date], bool]) -> Proposals:
    """Return all that was found; working days skip the days for which `is_day_off` says so."""
    cable = dated_line.with_day(cable)
    papers = handover.handovers(cable)
    inside = frozenset(i for _, sentences in papers for i in sentences)
    reader = Reader(
        cable=cable,
        cast=cast.cast_of(cable.header),
        to=tuple(a.designator for a in cable.header.action_addressees),
        is_day_off=is_day_off,
    )
    shown = shown_texts.shown(cable, inside)
    listed = handover.order_lists(cable.sentences)
    taken, left = actions.asks(reader, inside=inside, shown=shown, listed=listed)
    if silent_cables.is_silent(cable, inside | shown.words):
        taken, told = silent_cables.weighed(taken, reader.cast)
        left += told
    happenings = events.events(cable, inside | shown.marked, taken)
    hung = hung_days.on_events(taken, happenings, cable, inside=inside, is_day_off=is_day_off)
    return Proposals(
        actions=tuple(named_before.dated(hung)),
        left_out=tuple(left),
        contacts=contacts.contacts(cable, inside),
        handovers=tuple(paper for paper, _ in papers if paper is not None),
        events=tuple([_titled(one) for one in happenings]),
        answers=answers.answers(cable, inside),
    )


def _titled(event: Event) -> Event:
    """Return an event under the name by which it is shown."""
    name = event_titles.title_of(event.name, event.evidence.quote, event.place)
    return event if name == event.name else replace(event, name=name)
