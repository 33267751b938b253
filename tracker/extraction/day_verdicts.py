"""The verdicts on a phrase that names a day: whether it binds the addressee, and why, in plain words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a phrase binds, and why. Unsure where only weak words say so, and better ones may follow.

    Open where a day binds whoever is asked, as nobody is named: "must be returned by May 3".
    """

    binds: bool = False
    reason: str
    is_sure: bool = True
    is_open: bool = False


YES = Verdict(binds=True, reason="The sentence asks the addressee to act.")
OPEN = Verdict(binds=True, reason="The sentence sets a day and names nobody who is to act.", is_open=True)
NOT_ASKED = Verdict(reason="The sentence asks nobody to act by that day.")
DENIED = Verdict(reason="The sentence says that it is not asked for.")
THIRD = Verdict(reason="Somebody else is to act by that day.")
STRANGER = Verdict(reason="Somebody who is no addressee is to act by that day.")
QUOTED = Verdict(reason="The words are somebody's speech.")
SENDER = Verdict(reason="The day is one of the sender's own.")
PAST = Verdict(reason="The sentence tells of the past.")
VALID = Verdict(reason="The words give a period of validity or a day of effect.")
NO_EARLIER = Verdict(reason="The words say from when, not by when.")
EVENT = Verdict(reason="The day is that of a meeting, a visit or an event.")
HEADER = Verdict(reason="The line belongs to the heading.")
POINTS = Verdict(reason="The words are a talking point.")
SET_ASIDE = Verdict(reason="The words name a day that no longer holds.")
WEAKLY_NOT = Verdict(reason=NOT_ASKED.reason, is_sure=False)
WEAKLY_PAST = Verdict(reason=PAST.reason, is_sure=False)
