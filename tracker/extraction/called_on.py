"""Orders behind a label, or behind the name of those called on: "Action: Post to provide", "Lima: hold off on hotels"."""

import re
from dataclasses import replace

from tracker.extraction import vocabulary as v
from tracker.extraction.bare_orders import bare_order, is_verb_at
from tracker.extraction.cast import Cast, Part
from tracker.extraction.labels import entry_label_end, label_end
from tracker.extraction.verdicts import Setting, Verdict

_CALLED = re.compile(
    r"(?:(?:A|a)nd |(?:T|t)o )?(?P<whom>(?:(?:A|a)ll |(?:T|t)he )?[A-Z][\w'’/-]*(?: (?:and |of |in )?[\w'’/-]+){0,5}?)(?:: | -- )(?=[a-z])"
)
_CALLED_PLACE = re.compile(
    r"(?:(?:For|FOR) )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:,? (?:and|AND) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?: (?=[a-zA-Z])"
)
MOST_OF_PLACES = 60  # characters


def labelled_order(plain: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return a bare order after a label: "Action: Post to provide flight details"."""
    label, is_office = label_end(plain) or (entry_label_end(plain) if setting.is_listed else 0), True
    called = 0 if label or not cast.asks_posts else called_end(plain)
    if called and cast.part_of(plain[:called].rstrip(" :-")) is Part.ASKED:
        is_office = _CALLED_PLACE.match(plain) is None
        label, setting = called, replace(setting, is_led=is_office)
    found = bare_order(plain[label:].lower(), cast, setting) if label else None
    is_noun = found is not None and not is_office and not is_verb_at(plain[label:].lower(), found.order_at)
    if found is None or not found.is_ask or is_noun:
        return None if is_noun else found
    first, last = found.subject
    return replace(
        found,
        cue_at=found.cue_at + label,
        order_at=found.order_at + label,
        subject=(first + label, last + label),
    )


def called_end(plain: str) -> int:
    """Return where an office or a place has been called on by name, before an order: "General Services Officers: go and look", "Lima: hold off"."""
    match = _CALLED.match(plain)
    if match is not None and not v.POSTS.isdisjoint(match["whom"].lower().split()):
        return match.end()
    place = _CALLED_PLACE.match(plain) if ": " in plain[:MOST_OF_PLACES] else None
    return place.end() if place else 0
