"""What one run of the worker did, counted and in words."""

from dataclasses import dataclass

from tracker.domain.delivery import OutcomeKind


@dataclass(slots=True, kw_only=True)
class WorkDone:
    """What one run did: letters written, and how those spoken ended. `relay` says why none could be."""

    offered: int = 0
    sent: int = 0
    later: int = 0
    failed: int = 0
    doubtful: int = 0
    relay: str | None = None

    @property
    def is_any(self) -> bool:
        """Whether anything was done, or could not be."""
        return bool(self.offered or self.sent or self.later or self.failed or self.doubtful or self.relay)

    @property
    def words(self) -> str:
        """One plain sentence for the command line."""
        counts = [
            (self.offered, "written"),
            (self.sent, "sent"),
            (self.later, "to be tried again"),
            (self.doubtful, "in doubt"),
            (self.failed, "failed"),
        ]
        said = ", ".join(f"{count} {words}" for count, words in counts if count) or "nothing to do"
        away = f" The mail system cannot be reached: {self.relay}." if self.relay else ""
        return f"Letters: {said}.{away}"

    def count(self, kind: OutcomeKind) -> None:
        """Count one letter spoken."""
        match kind:
            case OutcomeKind.TAKEN:
                self.sent += 1
            case OutcomeKind.REFUSED:
                self.failed += 1
            case OutcomeKind.DOUBT:
                self.doubtful += 1
            case OutcomeKind.LATER | OutcomeKind.RELAY:
                self.later += 1
