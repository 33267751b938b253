"""What every response carries: security headers, compression, and static files under hashed names."""

import gzip
import hashlib
import mimetypes
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Request, Response, abort, request, url_for

from tracker.web.site import open_to_everybody

STATIC = Path(__file__).parents[1] / "static"
YEAR = 365 * 24 * 3600
SAFE = ("GET", "HEAD", "OPTIONS")
FROM_HERE = ("same-origin", "none")  # none: the person's own doing, such as a program that sends no page
SMALLEST = 1000  # bytes below which compressing does not pay
QUICK, THOROUGH = 1, 9  # of gzip: a page is squeezed each time, where the rest saves little; a file once
COMPRESSIBLE = ("text/", "application/json", "application/javascript", "image/svg+xml")
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Strict-Transport-Security": f"max-age={2 * YEAR}; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

blueprint = Blueprint("static", __name__)


class InMemoryRequest(Request):
    """A request whose body never touches the disk: what is refused at the door was kept nowhere."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


@cache
def tree_digest() -> str:
    """Return a digest of all static files: a change of any gives every one a new address.

    One digest for the tree, since the style sheet names fonts and pictures beside it.
    """
    digest = hashlib.sha256()
    for path in sorted(p for p in STATIC.rglob("*") if p.is_file()):
        digest.update(path.relative_to(STATIC).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def asset(name: str) -> str:
    """Return the address of a static file, good for a year."""
    return _asset(name, request.script_root)


@cache
def _asset(name: str, _root: str) -> str:
    return url_for("static.file", digest=tree_digest(), name=name)


@blueprint.get("/static/<digest>/<path:name>")
@open_to_everybody
def file(digest: str, name: str) -> Response:
    """Send a static file; one asked for under an old digest is not kept by the browser."""
    body = _static_files().get(name)
    if body is None:
        abort(404)
    reply = Response(body, mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream")
    is_current = digest == tree_digest()
    reply.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if is_current else "no-cache"
    return reply


@blueprint.get("/favicon.ico")
@open_to_everybody
def no_picture() -> tuple[str, int]:
    """Answer a browser's question for a small picture: there is none."""
    return "", 204


@cache
def _static_files() -> dict[str, bytes]:
    return {p.relative_to(STATIC).as_posix(): p.read_bytes() for p in STATIC.rglob("*") if p.is_file()}


def refuse_foreign_forms() -> None:
    """Refuse what another site sends in a person's name; browsers say where a form stood."""
    if request.method in SAFE:
        return
    origin = request.headers.get("Origin")
    is_foreign = origin is not None and urlsplit(origin).netloc != request.host
    if is_foreign or request.headers.get("Sec-Fetch-Site", "same-origin") not in FROM_HERE:
        abort(403)


def finish(reply: Response) -> Response:
    """Add the headers that every reply carries, then compress it where the reader can take that."""
    for name, value in HEADERS.items():
        reply.headers.setdefault(name, value)
    reply.headers.setdefault("Cache-Control", "no-store")
    return _compressed(reply)


def _compressed(reply: Response) -> Response:
    if reply.direct_passthrough or not (reply.mimetype or "").startswith(COMPRESSIBLE):
        return reply
    reply.vary.add("Accept-Encoding")
    body = reply.get_data()
    if len(body) < SMALLEST or not request.accept_encodings.quality("gzip") or reply.content_encoding:
        return reply
    reply.set_data(
        _squeezed_file(body) if request.endpoint == "static.file" else gzip.compress(body, QUICK, mtime=0)
    )
    reply.headers["Content-Encoding"] = "gzip"
    return reply


@cache
def _squeezed_file(body: bytes) -> bytes:
    return gzip.compress(body, THOROUGH, mtime=0)


def install(app: Flask) -> None:
    """Give the site its replies."""
    app.register_blueprint(blueprint)
    app.before_request(refuse_foreign_forms)
    app.after_request(finish)
    app.jinja_env.globals["asset"] = asset
