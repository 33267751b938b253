"""Notices as mail: the same words in plain text and HTML, in the thread of their task."""

import uuid
from collections.abc import Callable
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from tracker.adapters import letter_text
from tracker.adapters.letters import SENDER_NAME, Fixed
from tracker.domain.letter import Written, plain, shortened
from tracker.domain.notice import Notice
from tracker.settings import Settings, share_dir

LONGEST_SUBJECT = 160
ENDING = "Sent by the cable tracker, once, because of what somebody did there."


class NoticeWriter:
    """Writes the notices of one installation."""

    def __init__(
        self,
        settings: Settings,
        *,
        templates: Path | None = None,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        """Take sender and base address from the settings; `new_id` makes the left side of Message-IDs."""
        self._fixed = Fixed.of(settings)
        self._new_id = new_id
        self._templates = letter_text.environment(templates or share_dir("templates"))

    def write(self, notice: Notice) -> Written:
        """Return the notice frozen: its Message-ID, subject and bytes."""
        message_id = f"<{self._new_id()}@{self._fixed.domain}>"
        subject = shortened(plain(notice.subject), LONGEST_SUBJECT)
        mail = EmailMessage(policy=letter_text.POLICY)
        mail["From"] = Address(display_name=SENDER_NAME, addr_spec=self._fixed.sender)
        mail["To"] = Address(addr_spec=notice.recipient)
        mail["Subject"] = subject
        mail["Date"] = notice.written_at
        mail["Message-ID"] = message_id
        if len(notice.tasks) == 1:
            mail["In-Reply-To"] = mail["References"] = self._fixed.root(notice.tasks[0])
        mail["Auto-Submitted"] = "auto-generated"
        mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
        values = {
            "subject": subject,
            "paragraphs": [plain(paragraph) for paragraph in notice.paragraphs],
            "entries": [
                {"words": plain(one.words), "link": f"{self._fixed.base_url}{one.path}"}
                for one in notice.entries
            ],
            "ending": ENDING,
        }
        text = self._templates.get_template("email/notice/body.txt").render(values)
        page = self._templates.get_template("email/notice/body.html").render(values)
        letter_text.add_texts(mail, text, page)
        return Written(message_id=message_id, subject=subject, data=mail.as_bytes())
