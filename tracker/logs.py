"""The log of a process: one JSON object a line on standard error, without a word of a cable or an address."""

import sys
import traceback
from pathlib import Path

import structlog
from structlog.types import EventDict, WrappedLogger

DEEPEST = 6  # places of ours that are named of a failure, innermost last


def configure() -> None:
    """Write events with their level and UTC moment; of a failure its kind and place, never its values."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _failure_without_values,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _failure_without_values(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace a traceback, which may quote what was read, by the kind of the failure and its places."""
    if event.pop("exc_info", None):
        kind, _, trace = sys.exc_info()
        frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(trace)]
        ours = [frame for frame in frames if "site-packages" not in frame[0].parts]
        event["kind"] = kind.__name__ if kind else "unknown"
        event["at"] = [f"{path.name}:{line}" for path, line in ours[-DEEPEST:]]
    return event
