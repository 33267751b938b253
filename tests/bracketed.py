"""A made-up language: every text that is looked up stands in brackets, so that what is left is bare English."""

from gettext import NullTranslations

OPENS, CLOSES = "⟪⟫"


class Bracketed(NullTranslations):
    """English in brackets; it has a form of its own for two to four."""

    def gettext(self, message: str) -> str:
        return f"{OPENS}{message}{CLOSES}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else f"few: {msgid2}" if 2 <= n <= 4 else msgid2)
