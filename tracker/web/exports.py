"""Sheets as replies: downloaded, never shown."""

from collections.abc import Iterable, Sequence

from flask import Response

from tracker.adapters import sheets


def sheet(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Return the rows as a file to download."""
    reply = Response(sheets.written(columns, rows), mimetype="text/csv")
    reply.headers.set("Content-Disposition", "attachment", filename=name)
    return reply
