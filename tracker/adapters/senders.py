"""Who wrote a mail, and whether a server of ours vouches for that (RFC 8601, DMARC).

Only results are believed that bear the name of our own server, which takes away such headers of
others; a From that two programs could read differently names nobody.
"""

import re
from email.message import Message
from typing import Any

FROM, RESULTS = "From", "Authentication-Results"
METHOD = re.compile(r"\s*dmarc\s*=\s*([a-z]+)\b", re.IGNORECASE)
OF_DOMAIN = re.compile(r"\bheader\.from\s*=\s*([\w.-]+)(?:\s|$)", re.IGNORECASE)
VOUCHED = "pass"


def author_of(mail: Message) -> str:
    """Return the one address of the one From header, "" where it is not plainly one."""
    headers = mail.get_all(FROM, [])
    if len(headers) != 1 or mail.defects:
        return ""
    header: Any = headers[0]  # of the library's strict policy
    groups = header.groups
    if header.defects or len(groups) != 1 or groups[0].display_name is not None or len(header.addresses) != 1:
        return ""
    address = str(header.addresses[0].addr_spec)
    is_plain = address.isascii() and address.count("@") == 1 and not re.search(r"[\s\"()<>,;:\\]", address)
    return address.lower() if is_plain else ""


def is_vouched(mail: Message, author: str, server: str) -> bool:
    """Return whether our server says that the mail is of the author's domain: one DMARC result, and it is pass."""
    said = [result for value in mail.get_all(RESULTS, []) for result in _dmarc(str(value), server)]
    domain = author.rpartition("@")[2]
    if not (server and domain and len(said) == 1):
        return False
    method, named = METHOD.match(said[0]), OF_DOMAIN.findall(said[0])
    is_good = method is not None and method[1].lower() == VOUCHED
    return is_good and len(named) == 1 and named[0].lower() == domain


def _dmarc(value: str, server: str) -> list[str]:
    """Return the DMARC results of a header that bears our server's name."""
    first, *results = _bare(value).split(";")
    name = first.split()
    if not name or name[0].lower() != server.lower():
        return []
    return [result for result in results if METHOD.match(result)]


def _bare(value: str) -> str:
    """Return a header's value without comments and quoted words; "" where they do not end."""
    kept, depth, is_quoted, is_escaped = [], 0, False, False
    for sign in value:
        if is_escaped:
            is_escaped = False
        elif sign == "\\":
            is_escaped = True
        elif sign == '"' and not depth:
            is_quoted = not is_quoted
        elif sign in "()" and not is_quoted:
            depth += 1 if sign == "(" else -1
            if depth < 0:
                return ""
            kept.append(" ")
        elif not depth and not is_quoted:
            kept.append(sign)
    return "" if depth or is_quoted else "".join(kept)
