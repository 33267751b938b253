"""Feet of mails: `CONFIDENTIAL: This e-mail is intended only for the addressee` classifies nothing there.

In a cable, a file or a form no such foot is expected: there the same line is a mark.
"""

import re

CANDIDATE = re.compile(r"(?im)^[> \t]*confidential ?:.*$")
HEAD = re.compile(
    r"CONFIDENTIAL ?: ?(?P<words>THIS (?:E-?MAIL|ELECTRONIC MAIL|MESSAGE|COMMUNICATION|TRANSMISSION)\b.*)"
)
NEEDED = re.compile(
    r"\b(?:ONLY|SOLELY|EXCLUSIVELY) (?:FOR|TO) (?:THE )?(?:(?:PERSONAL|SOLE|EXCLUSIVE) )?(?:USE (?:OF|BY) (?:THE )?)?"
    r"(?:(?:NAMED|INTENDED) )?(?:ADDRESSEES?|RECIPIENTS?|PERSONS?|INDIVIDUALS?|ENTITY)\b|\bINTENDED RECIPIENTS?\b|\bPRIVILEGED\b"
)
WORDS = frozenset(
    "THIS THE E-MAIL EMAIL ELECTRONIC MAIL MESSAGE COMMUNICATION TRANSMISSION AND OR ANY ALL ITS ATTACHMENT ATTACHMENTS FILE FILES "
    "ATTACHED TRANSMITTED WITH IT IS ARE INTENDED ONLY SOLELY EXCLUSIVELY FOR TO PERSONAL SOLE EXCLUSIVE USE OF BY NAMED ABOVE "
    "ADDRESSEE ADDRESSEES RECIPIENT RECIPIENTS PERSON PERSONS INDIVIDUAL INDIVIDUALS ENTITY ENTITIES WHOM WHICH THEY ADDRESSED "
    "MAY CONTAIN CONTAINS CONTAINING INFORMATION THAT PRIVILEGED CONFIDENTIAL PROPRIETARY LEGALLY PROTECTED FROM DISCLOSURE UNDER "
    "APPLICABLE LAW IF YOU NOT AN HAVE RECEIVED IN ERROR PLEASE NOTIFY SENDER IMMEDIATELY DELETE DESTROY RETURN COPIES COPY COPYING "
    "DISTRIBUTION DISSEMINATION STRICTLY PROHIBITED UNAUTHORIZED REVIEW AT ONCE DO DISCLOSE DISTRIBUTE".split()
)


def is_foot(line: str) -> bool:
    """foot = "CONFIDENTIAL:" "this e-mail" words of such feet alone

    Example: `CONFIDENTIAL: This e-mail is intended only for the addressee`. One other word, and it is a mark.
    """
    found = HEAD.fullmatch(line.strip("> \t\r").upper())
    if found is None:
        return False
    words = found["words"]
    return NEEDED.search(words) is not None and set(re.findall(r"[^\s.,;:()]+", words)) <= WORDS


def without_feet(text: str) -> str:
    """Return a mail's text with each foot left blank; lines stay where they are."""
    return CANDIDATE.sub(lambda line: "" if is_foot(line[0]) else line[0], text)
