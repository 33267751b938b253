"""In which language a person is written to: the officer's own choice, else that of the installation."""

from collections.abc import Iterable
from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker import texts
from tracker.errors import Forbidden, Invalid, NotFound
from tracker.services import audit
from tracker.services.clocks import folded
from tracker.services.installation import Acting, Installation
from tracker.store.people import Officer
from tracker.texts import later


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


def choose(session: Session, officer_id: int, language: str | None, **act: Unpack[Acting]) -> Officer:
    """Keep in which language an officer wants his letters, None for that of the installation.

    Raise Invalid where there are no texts in it.
    """
    if act["by"].officer_id != officer_id:
        raise Forbidden
    officer = session.get(Officer, officer_id)
    if officer is None:
        raise NotFound
    if language is not None and language not in texts.CATALOGUES:
        raise Invalid({"language": later("There are no letters in this language. Choose another.")})
    if officer.language != language:
        officer.language = language
        audit.add(session, "language chosen", by=act["by"], officer=officer.id)
        session.flush()
    return officer
