"""Turns the bytes of a file into the text of a cable: plain text, HTML or a mail, within limits.

What cannot be read as text is refused with a sentence that says what to do; nothing is written.
"""

import html
import string
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from tracker.errors import TrackerError
from tracker.texts import _

LARGEST_MAIL = 1024 * 1024
LARGEST_MAIL_HEADER = 64 * 1024
LONGEST_FIELD = 8 * 1024
MOST_PARTS = 100
DEEPEST = 10
MAIL_STARTS = (b"return-path:", b"received:", b"delivered-to:", b"mime-version:", b"message-id:")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
)
LONGEST_TAG = 40
TAG_SIGNS = ("/", "!", "?")
BLOCKS = frozenset(
    "br address article aside blockquote dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main "
    "nav ol p pre section table tr ul".split()
)
LOWER = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
SILENT = frozenset({"script", "style", "head", "template", "noscript"})


def text_of(data: bytes, *, name: str, largest: int) -> str:
    """Return the text of a file with bare line feeds; raise TrackerError with a clear sentence.

    Bytes that are not UTF-8 are read as Windows-1252. `largest` is in bytes.
    """
    if len(data) > largest:
        raise TrackerError(
            _(
                "%(name)s is larger than %(size)s. Paste the text of the cable instead.",
                name=name,
                size=_size(largest),
            )
        )
    for start, what in NOT_TEXT + tuple((mark, "a picture") for mark in PICTURES):
        if data.startswith(start):
            raise TrackerError(
                _(
                    "%(name)s is %(what)s, which is not read here. Open it and paste its text.",
                    name=name,
                    what=what,
                )
            )
    if _is_mail(data, name):
        return _lines(_text_of_mail(data, name))
    text = _decoded(data, name)
    return _lines(_text_of_html(text) if _is_html(text, name) else text)


def _size(count: int) -> str:
    return f"{count // (1024 * 1024)} MB" if count >= 1024 * 1024 else f"{count // 1024} KB"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(UTF16_MARKS):
        return data.decode("utf-16", "replace")
    if b"\x00" in data:
        raise TrackerError(_("%(name)s is not a text file. Paste the text of the cable instead.", name=name))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _is_html(text: str, name: str) -> bool:
    start = text[:200].lstrip().lower()
    return name.lower().endswith((".html", ".htm")) or start.startswith(("<!doctype html", "<html"))


def _is_mail(data: bytes, name: str) -> bool:
    return name.lower().endswith(".eml") or data[:40].lower().startswith(MAIL_STARTS)


def _text_of_html(page: str) -> str:
    """Return the words of a page, a line for each block; white space counts only inside <pre>.

    Each sign is looked at once: the parser of the standard library takes hours over some pages.
    """
    return "\n".join(line for _, line in _lines_of_html(page)).strip("\n") + "\n"


def own_lines_of_html(page: str) -> str:
    """Return the words of a page as a mail in plain text has them: what is in <blockquote> after "> "."""
    lines = (f"> {line}" if is_quoted else line for is_quoted, line in _lines_of_html(page))
    return "\n".join(lines).strip("\n") + "\n"


def _lines_of_html(page: str) -> list[tuple[bool, str]]:
    """Return the lines of a page, each with whether it began inside a <blockquote>."""
    lines: list[tuple[bool, list[str]]] = [(False, [])]
    depth = quotes = 0  # of <pre>, of <blockquote>
    for tag, words in _tags_and_words(page):
        depth = max(depth + {"pre": 1, "/pre": -1}.get(tag, 0), 0)
        quotes = max(quotes + {"blockquote": 1, "/blockquote": -1}.get(tag, 0), 0)
        if tag.lstrip("/") in BLOCKS:
            lines.append((quotes > 0, []))
        first, *others = (words if depth else _folded(words)).split("\n")
        lines[-1][1].append(first)
        lines += [(quotes > 0, [other]) for other in others]
    return [(is_quoted, "".join(pieces).rstrip()) for is_quoted, pieces in lines]


def _tags_and_words(page: str) -> Iterator[tuple[str, str]]:
    """Yield each tag's name ("pre", "/pre", "" at the start) with the words up to the next tag."""
    lower, tag, at = page.translate(LOWER), "", 0  # str.lower() moves offsets
    while True:
        start = _next_tag(page, at)
        yield tag, _unescaped(page[at:start])
        if start == len(page):
            return
        is_comment = page.startswith("<!--", start)
        closed = page.find("-->" if is_comment else ">", start)
        if closed < 0:
            return  # an open tag runs to the end of the page
        tag = "" if is_comment else _name_of_tag(lower[start + 1 : closed])
        at = closed + (3 if is_comment else 1)
        if tag in SILENT:
            at = lower.find(f"</{tag}", at)
            if at < 0:
                return
            tag = ""


def _next_tag(page: str, at: int) -> int:
    """Return where the next tag begins, the end of the page where none does; "a < b" is no tag."""
    start = page.find("<", at)
    while start >= 0 and not (
        page[start + 1 : start + 2].isalpha() or page[start + 1 : start + 2] in TAG_SIGNS
    ):
        start = page.find("<", start + 1)
    return start if start >= 0 else len(page)


def _name_of_tag(inside: str) -> str:
    """Return "pre" for `pre class="x"`, "br" for `br/`, "/p" for `/p `."""
    slash = "/" if inside.startswith("/") else ""
    words = inside[:LONGEST_TAG].strip("/").split()
    return slash + words[0].strip("/") if words else ""


def _folded(words: str) -> str:
    before = " " if words[:1].isspace() else ""
    after = " " if words.strip() and words[-1:].isspace() else ""
    return f"{before}{' '.join(words.split())}{after}"


def _unescaped(words: str) -> str:
    try:
        return html.unescape(words)
    except ValueError:  # a number of thousands of digits
        return words


def _text_of_mail(data: bytes, name: str) -> str:
    _require_small(data, name)
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        for part in _walked(message):
            if part.get_content_type() in ("text/plain", "text/html"):
                return _text_of_part(part, name)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        raise TrackerError(
            _("%(name)s cannot be read as a mail. Open it and paste its text.", name=name)
        ) from error
    raise TrackerError(
        _("%(name)s is a mail without text. Open its attachment and paste the text.", name=name)
    )


def _require_small(data: bytes, name: str) -> None:
    """Raise TrackerError before anything is parsed: the parser is slow on large or deep mails."""
    header = data.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    lower = data.lower()
    too_much = (
        len(data) > LARGEST_MAIL
        or len(header) > LARGEST_MAIL_HEADER
        or lower.count(b"content-type:") > MOST_PARTS
        or lower.count(b"boundary=") + lower.count(b"message/rfc822") > DEEPEST
    )
    if too_much:
        raise TrackerError(
            _("%(name)s is too large or has too many parts for a mail. Paste the text instead.", name=name)
        )


def _walked(message: EmailMessage) -> list[EmailMessage]:
    """Return the parts, plain text before HTML, bodies before attachments; refuse over-long fields."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    for part in (message, *parts):
        if any(len(value) > LONGEST_FIELD for _, value in part.raw_items()):
            raise ValueError("a field of the mail is too long")
    return sorted(parts, key=lambda part: (part.is_attachment(), part.get_content_type() != "text/plain"))


def _text_of_part(part: EmailMessage, name: str) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("us-ascii")
    text = _decoded(data, name) if charset == "us-ascii" else data.decode(charset, "replace")
    return _text_of_html(text) if part.get_content_type() == "text/html" else text
