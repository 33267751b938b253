"""The one tree of broken rules. Each kind has a stable code; its docstring is its default sentence."""

from collections.abc import Mapping

from tracker.texts import later, together


class TrackerError(Exception):
    """The tracker could not do that."""

    code = "error"

    def __init__(self, sentence: str | None = None) -> None:
        """Keep the sentence shown to the person; the class's own docstring where none is given."""
        self.sentence = sentence or later((type(self).__doc__ or "").strip())
        super().__init__(self.sentence)


class NotFound(TrackerError):
    """There is no such thing, or it is not yours to see."""

    code = "not_found"


class DeadLink(NotFound):
    """It is too old, or not whole. Use the newest letter, or open the task's page."""

    code = "dead_link"


class Forbidden(TrackerError):
    """Your role does not allow that."""

    code = "forbidden"


class Conflict(TrackerError):
    """Somebody else changed this in the meantime. Look at the change, then try again."""

    code = "conflict"


class Invalid(TrackerError):
    """Some of what was entered cannot be used."""

    code = "invalid"

    def __init__(self, fields: Mapping[str, str], sentence: str | None = None) -> None:
        """Keep a sentence for each field; `fields` maps a field's name to what is wrong with it."""
        self.fields = dict(fields)
        super().__init__(sentence or together(*self.fields.values()) or None)


class Refused(TrackerError):
    """This text was not accepted. Call your security officer; do not send it again."""

    code = "refused"


class BadSettings(TrackerError):
    """The settings cannot be used."""

    code = "settings"


class DeliveryFailed(TrackerError):
    """The mail system did not take the message."""

    code = "delivery_failed"

    def __init__(
        self, sentence: str | None = None, *, permanent: bool = False, doubtful: bool = False
    ) -> None:
        """`permanent`: the recipient was refused for good; `doubtful`: it may have been taken."""
        super().__init__(sentence)
        self.permanent = permanent
        self.doubtful = doubtful
