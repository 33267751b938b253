"""A made-up language that shouts: each text that is looked up is in capitals, so that small letters are bare English.

Unlike brackets it finds English that is put into a text that is looked up.
"""

import re
from gettext import NullTranslations

PLACES = re.compile(r"(%\(\w+\)s)|.", re.DOTALL)


class Shouted(NullTranslations):
    """English in capitals; what is put in stays as it is. It has a form of its own for two to four."""

    def gettext(self, message: str) -> str:
        return PLACES.sub(lambda found: found[1] or found[0].upper(), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else f"few: {msgid2}" if 2 <= n <= 4 else msgid2)
