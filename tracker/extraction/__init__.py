"""The front door of extraction: a cable in, what it wants out, as proposals for a person to decide on."""

from tracker.extraction.proposing import extract

__all__ = ["extract"]
