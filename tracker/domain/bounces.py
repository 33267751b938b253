"""Letters that come back: the address a bounce returns to, and what arrives there, as values.

The envelope's sender of each letter carries a token in its local part: the letter's number and its
signature, in small letters and digits, since mail systems fold case. Nobody can make one up.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum

BEFORE = "bounce+"
NUMBER, SIGNATURE = 6, 16  # bytes; 128 bits
LABEL = b"bounce address 1\0"  # so that no other signature made with the same secret is one of these


class IncomingKind(StrEnum):
    """What arrived."""

    REPORT = "delivery report"
    AUTOMATIC = "automatic answer"
    OTHER = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A delivery report's word on one letter: "failed", "delayed", "delivered"; and the reason given."""

    action: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file in a mail: its name as it came, its bytes, its text; None where it cannot be read as text."""

    name: str
    data: bytes
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A mail that arrived: who sent it, what it is, and its text as far as it can be read."""

    digest: str  # of its bytes: the same mail twice is one
    sender: str
    subject: str
    kind: IncomingKind
    report: Report | None
    text: str
    has_more: bool  # parts that are no text
    message_id: str = ""  # as its writer's program named it
    author: str = ""  # of its From; "" where that is not plainly one address
    is_vouched: bool = False  # our mail server says that it is of the author's domain
    body: str = ""  # what its writer wrote above the files, and quoted
    files: tuple[IncomingFile, ...] = ()


def address_for(message_id: int, *, secret: str, domain: str) -> str:
    """Return the address to which a bounce of the letter returns."""
    number = message_id.to_bytes(NUMBER, "big")
    token = base64.b32encode(number + _signature(number, secret)).decode().rstrip("=").lower()
    return f"{BEFORE}{token}@{domain}"


def message_of(address: str, *, secret: str, domain: str) -> int | None:
    """Return the number of the letter whose bounces the address takes, None where it takes none."""
    local, _, host = address.strip().lower().rpartition("@")
    if not secret or not domain or host != domain.lower() or not local.startswith(BEFORE):
        return None
    folded = local.removeprefix(BEFORE).upper()
    try:
        whole = base64.b32decode(folded + "=" * (-len(folded) % 8))
    except (binascii.Error, ValueError):
        return None
    number, signature = whole[:NUMBER], whole[NUMBER:]
    if not hmac.compare_digest(signature, _signature(number, secret)):
        return None
    return int.from_bytes(number, "big")


def _signature(number: bytes, secret: str) -> bytes:
    return hmac.digest(secret.encode(), LABEL + number, hashlib.sha256)[:SIGNATURE]
