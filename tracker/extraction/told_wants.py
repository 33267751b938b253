"""Wants told without an asking verb, one rule after another: a day, a thing to reach us, what we lack or could not do without."""

from tracker.extraction import helping, moved_deadlines, named_wants, plain_wants, remainders, terse_orders
from tracker.extraction.cast import Cast
from tracker.extraction.verdicts import Setting, Verdict

SIGNS = named_wants.SIGNS | plain_wants.SIGNS | moved_deadlines.SIGNS


def told(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return the verdict of the first rule that finds its wording in a sentence, None where none does."""
    return (
        moved_deadlines.moved(low, cast)
        or named_wants.deadline_line(low)
        or named_wants.wanted_under_title(plain, low, setting)
        or named_wants.enabling(low, cast)
        or named_wants.to_reach(low, cast)
        or named_wants.share(plain, low, cast)
        or named_wants.thing_from(low, cast)
        or named_wants.also_needed(low, cast)
        or named_wants.lacking(low, cast)
        or named_wants.given_us(low, cast)
        or named_wants.may_wait(low, cast)
        or named_wants.terse_essential(low, cast)
        or helping.would_find(low, cast)
        or remainders.meant_for(low, cast)
        or _plainly(low, cast, setting)
    )


def _plainly(low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return what is said in no set words; under a title of opinions or of what has been it is only told."""
    if setting.is_opinion or setting.is_background:
        return None
    return plain_wants.want(low, cast) or terse_orders.told(low, cast)
