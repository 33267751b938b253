"""The keys in mail links that let an officer in: made when the letter is written, kept as a digest only."""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from tracker.domain.delivery import MessageState
from tracker.domain.notice import SECRET, Entry
from tracker.services import sessions
from tracker.store.messages import OutgoingMessage
from tracker.store.notices import NoticeRecord
from tracker.store.people import EntryKey
from tracker.texts import of_kept, own

KEYHOLE = "{key}"  # stands in the path of a notice's line until the letter is written


def filled(session: Session, row: NoticeRecord) -> list[Entry]:
    """Return the lines of a notice; one that lets somebody in gets its key now."""
    words = row.told["entries"] if row.told else [words for words, _path in row.entries]
    paths = [path for _words, path in row.entries]
    entries = [Entry(words=own(of_kept(one)), path=path) for one, path in zip(words, paths, strict=True)]
    if row.kind not in SECRET:
        return entries
    key = session.scalars(select(EntryKey).where(EntryKey.notice_id == row.id)).one_or_none()
    if key is None:  # used up or taken back before the letter was written: its link opens nothing
        return entries
    token = sessions.new_token()
    key.digest = sessions.digest_of(token)
    return [Entry(words=one.words, path=one.path.replace(KEYHOLE, token)) for one in entries]


def forget_sent(session: Session) -> None:
    """Empty the letters that have gone: from then on their keys stand in those persons' mailboxes only."""
    letters = select(NoticeRecord.message_id).join(EntryKey, EntryKey.notice_id == NoticeRecord.id)
    session.execute(
        update(OutgoingMessage)
        .where(
            OutgoingMessage.id.in_(letters),
            OutgoingMessage.state != MessageState.WAITING,
            func.length(OutgoingMessage.body) > 0,
        )
        .values(body=b"")
        .execution_options(synchronize_session=False)
    )
