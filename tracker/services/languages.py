"""In which language a person is written to: the officer's own choice, else that of the installation."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker import texts
from tracker.services.clocks import folded
from tracker.services.installation import Installation
from tracker.store.people import Officer


def of_readers(session: Session, addresses: Iterable[str], installation: Installation) -> dict[str, str]:
    """Return the language of whoever reads at each address; nobody is asked for while there are texts in one only."""
    wanted = dict.fromkeys(map(folded, addresses), installation.settings.language)
    if len(texts.CATALOGUES) == 1 or not wanted:
        return wanted
    address = func.lower(func.trim(Officer.email))
    chosen = (
        select(address, Officer.language)
        .where(address.in_(wanted), Officer.language.is_not(None), Officer.is_active)
        .order_by(Officer.id)
    )
    return wanted | {email: language for email, language in session.execute(chosen) if language}
