"""Marks that an archive lost: a comma stands for the apostrophe ("post,s views"), `&` and `8` for quotation marks."""

import re

from tracker.cable.hints import has_any

_APOSTROPHE = re.compile(r"(?<=[A-Za-z]{2}),(?=[sS](?: |$|[,.;:)]))|(?<=[a-z]n),(?=t )")
_QUOTATION = re.compile(r"(?<!\w)&(?=[A-Za-z])(?P<words>[^&\"]{2,300}?[A-Za-z]{2}[.,!?]?)8(?!\w)")


def may_stand(text: str) -> bool:
    """Return whether a mark may be lost in a text whose white space is not folded, as in few."""
    return has_any(text, (",s", ",S", "n,t", "&"))


def mended(words: str) -> str:
    """Return folded words with the marks put back, every character in its place.

    Example: `Post,s report on the &First Job8 program` is `Post's report on the "First Job" program`.
    """
    if ",s" in words or ",S" in words or "n,t " in words:
        words = _APOSTROPHE.sub("'", words)
    if "&" in words and "8" in words:
        words = _QUOTATION.sub(r'"\g<words>"', words)
    return words
