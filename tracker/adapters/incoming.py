"""Mail that arrives, read under limits: a delivery report (RFC 3464), an automatic answer, or anything else.

The limits are looked at before the mail is parsed, since the parser's time and depth grow with what
strangers send.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import collapse_rfc2231_value

from tracker.adapters import documents, senders
from tracker.domain.bounces import Incoming, IncomingFile, IncomingKind, Report
from tracker.errors import TrackerError

LARGEST = 25 * 1024 * 1024  # bytes
LARGEST_HEADER = 64 * 1024
LONGEST_TEXT = 1024 * 1024  # characters read of all parts together
MOST_PARTS, DEEPEST = 100, 10
LONGEST_SUBJECT, LONGEST_WORDS = 200, 300
PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
WHOLE = re.compile(rb"^content-type:[ \t]*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
MOST_FILES = 20
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,190}@[!-;=?-~]{1,190}>")
FAILED, UNKNOWN = "failed", "unknown"


class Unreadable(TrackerError):
    """This mail is too large or too deeply folded to be read."""

    code = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What reading a mail takes from the settings: the server that vouches, the largest file that is kept."""

    vouching_server: str = ""
    largest_file: int = 1024 * 1024


NOWHERE = House()


def read(data: bytes, sender: str = "", house: House = NOWHERE) -> Incoming:
    """Return what a mail is; raise Unreadable where it passes a limit. `sender` is the envelope's."""
    _check_limits(data)
    try:
        mail = message_from_bytes(data, policy=policy.default)
        return _incoming(mail, data, sender, house)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:  # the parser's own
        raise Unreadable(f"This mail cannot be read: {type(error).__name__}.") from None


def _incoming(mail: EmailMessage, data: bytes, sender: str, house: House) -> Incoming:
    parts = list(_parts(mail))
    text, has_more = _text_of(parts)
    report = _report(parts)
    subject = " ".join(str(mail["Subject"] or "").split())[:LONGEST_SUBJECT]
    kind = IncomingKind.AUTOMATIC if _is_automatic(mail, sender) else IncomingKind.OTHER
    author = senders.author_of(mail)
    return Incoming(
        digest=hashlib.sha256(data).hexdigest(),
        sender=sender[:254],
        subject=subject,
        kind=IncomingKind.REPORT if report else kind,
        report=report,
        text=f"{subject}\n\n{text}",
        has_more=has_more,
        message_id=_message_id(mail),
        author=author,
        is_vouched=senders.is_vouched(mail, author, house.vouching_server),
        body=_body(mail),
        files=tuple(_files(mail, house.largest_file)),
    )


def _message_id(mail: EmailMessage) -> str:
    said = str(mail["Message-ID"] or "").strip()
    return said if MESSAGE_ID.fullmatch(said) else ""


def _body(mail: EmailMessage) -> str:
    """Return what was written, in plain text where the mail has it so, else from its page."""
    plain, page = (mail.get_body((kind,)) for kind in ("plain", "html"))
    text = str(plain.get_content()) if isinstance(plain, EmailMessage) else ""
    if text.strip() or not isinstance(page, EmailMessage):
        return text
    return documents.own_lines_of_html(str(page.get_content()))


def _files(mail: EmailMessage, largest: int) -> Iterator[IncomingFile]:
    """Yield the files of a mail; pictures that belong to its page are none."""
    found = [part for part in mail.iter_attachments() if _is_file(part)]
    for part in found[:MOST_FILES]:
        name = str(part.get_filename() or "")
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        yield IncomingFile(name=name[:254], data=data, text=_text_of_file(data, largest))


def _is_file(part: Message) -> bool:
    is_of_page = part.get_content_maintype() == "image" and (
        part["Content-ID"] or part.get_content_disposition() == "inline"
    )
    return bool(part.get_filename()) and not is_of_page


def _text_of_file(data: bytes, largest: int) -> str | None:
    """Return all the text of a file; of one that is too large none is read."""
    if len(data) > largest:
        return ""
    try:
        return documents.text_of(data, name="The file", largest=largest)
    except TrackerError:
        return None


def _check_limits(data: bytes) -> None:
    end = END_OF_HEADER.search(data)
    header = end.start() if end else len(data)
    if len(data) > LARGEST or header > LARGEST_HEADER:
        raise Unreadable
    if len(PART.findall(data)) > MOST_PARTS or len(WHOLE.findall(data)) > DEEPEST:
        raise Unreadable


def _parts(mail: Message) -> Iterator[Message]:
    for number, part in enumerate(mail.walk()):
        if number > MOST_PARTS:
            raise Unreadable
        yield part


def _text_of(parts: list[Message]) -> tuple[str, bool]:
    """Return the text of all parts that are text, and whether there are others."""
    texts, has_more, length = [], False, 0
    for part in parts:
        if part.is_multipart():
            continue
        if part.get_content_maintype() != "text" or not isinstance(part, EmailMessage):
            has_more = True
            continue
        texts.append(str(part.get_content()))
        length += len(texts[-1])
        if length > LONGEST_TEXT:
            raise Unreadable
    return "\n".join(texts), has_more


def _report(parts: list[Message]) -> Report | None:
    """Return the report's word: of its first recipient, since each letter has one."""
    status = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    if status is None or not parts[0].get_content_type().startswith("multipart/report"):
        return None
    blocks = status.get_payload()
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, Message) and block["Action"]:
            return Report(action=str(block["Action"]).strip().lower(), words=_reason(block))
    return Report(action=UNKNOWN, words="the report names no recipient")


def _reason(block: Message) -> str:
    """Return the far server's words, "550 5.1.1 no such user"; else the status."""
    said = collapse_rfc2231_value(str(block["Diagnostic-Code"] or "")).partition(";")[2]
    return " ".join((said or str(block["Status"] or "no reason is given")).split())[:LONGEST_WORDS]


def _is_automatic(mail: Message, sender: str) -> bool:
    said = str(mail["Auto-Submitted"] or "no").partition(";")[0].strip().lower()
    precedence = str(mail["Precedence"] or "").strip().lower()
    marked = any(mail[name] for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response"))
    return (
        said != "no" or precedence in ("bulk", "auto_reply", "junk", "list") or marked or sender in ("", "<>")
    )
