"""Signed tokens for letters: what may be done to which task, by one person, until a day.

A token is short enough for the left side of a mail address and written in one case, since mail
systems fold it. The person is not in it but in the signature: who holds it must be known to check it.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EPOCH = date(2000, 1, 1)
DAYS = 2**16  # a token can name days until 2179
SIGNATURE = 16  # bytes: 128 bits
KEY = 5  # bytes
CLAIMS = 8  # bytes: purpose 1, task 5, day 2
LAST = timedelta(days=120)  # how long a link in a letter is good, if its task is not done before
REPLY_BEFORE = "task+"
LABEL = b"letter token 1\0"  # so that no other signature made with the same secret is one of these


class Purpose(StrEnum):
    """What a token is good for."""

    ACCEPT = "a"
    DONE = "d"
    LEAVE = "l"  # to stop watching
    LEAVE_ALL = "w"  # to stop watching all that one letter tells of; signed for its reader and the letter
    REPLY = "r"  # in the address that a reply goes to
    REPLY_TO_SEVERAL = "s"  # the same, of a letter about several tasks: `task_id` is the letter's key


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a token says; worth nothing before its signature was checked for a person."""

    purpose: Purpose
    task_id: int
    until: date  # the last day on which it is good, in UTC


def key_of(message_id: str) -> int:
    """Return the key of a letter, short enough for a token: with the reader's address it names one."""
    return int.from_bytes(hashlib.sha256(message_id.encode()).digest()[:KEY], "big")


def written(token: Token, *, secret: str, person: str) -> str:
    """Return the token as text of small letters and digits, signed for the person's mail address."""
    days = min(max((token.until - EPOCH).days, 0), DAYS - 1)
    claims = token.purpose.encode() + token.task_id.to_bytes(5, "big") + days.to_bytes(2, "big")
    whole = claims + _signature(claims, secret, person)
    return base64.b32encode(whole).decode().rstrip("=").lower()


def of_letter(person: str, message_id: str) -> str:
    """Return for whom a token is signed that is good for one letter to a person."""
    return f"{person.strip()}\n{message_id}"


def reply_address(text: str, *, domain: str) -> str:
    """Return the address to which a reply goes that carries the token."""
    return f"{REPLY_BEFORE}{text}@{domain}"


def in_address(address: str, *, domain: str) -> str | None:
    """Return the token in an address to which replies go, None where it is no such address."""
    local, _, host = address.strip().lower().rpartition("@")
    if not domain or host != domain.lower() or not local.startswith(REPLY_BEFORE):
        return None
    return local.removeprefix(REPLY_BEFORE)


def read(text: str) -> Token | None:
    """Return what a token says, whatever its case; None where the text is none."""
    whole = _bytes(text)
    if whole is None:
        return None
    try:
        purpose = Purpose(chr(whole[0]))
    except ValueError:
        return None
    until = EPOCH + timedelta(days=int.from_bytes(whole[6:CLAIMS], "big"))
    return Token(purpose=purpose, task_id=int.from_bytes(whole[1:6], "big"), until=until)


def is_signed_for(text: str, *, secret: str, person: str) -> bool:
    """Return whether the token was written with this secret for this person."""
    whole = _bytes(text)
    if whole is None or not secret:
        return False
    return hmac.compare_digest(whole[CLAIMS:], _signature(whole[:CLAIMS], secret, person))


def _bytes(text: str) -> bytes | None:
    folded = text.strip().upper()
    try:
        whole = base64.b32decode(folded + "=" * (-len(folded) % 8))
    except (binascii.Error, ValueError):
        return None
    is_whole = len(whole) == CLAIMS + SIGNATURE
    is_plain = base64.b32encode(whole).decode().rstrip("=") == folded  # one way to write each token
    return whole if is_whole and is_plain else None


def _signature(claims: bytes, secret: str, person: str) -> bytes:
    said = LABEL + claims + person.strip().lower().encode()
    return hmac.digest(secret.encode(), said, hashlib.sha256)[:SIGNATURE]
