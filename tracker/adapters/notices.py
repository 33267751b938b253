"""Notices as mail: the same words in plain text and HTML, in the thread of their task."""

from email.headerregistry import Address
from pathlib import Path

from tracker.adapters import letter_text, template_texts
from tracker.adapters.letter_heads import Fixed, NewId
from tracker.domain.letter import Written, plain, shortened
from tracker.domain.notice import Notice
from tracker.settings import Settings, share_dir
from tracker.texts import gettext, language, marked

LONGEST_SUBJECT = 160
ENDING = marked("Sent by the cable tracker.")
OF_A_TASK = marked("Sent by the cable tracker, once, because of what somebody did there.")


class NoticeWriter:
    """Writes the notices of one installation."""

    def __init__(
        self,
        settings: Settings,
        *,
        templates: Path | None = None,
        new_id: NewId | None = None,
    ) -> None:
        """Take sender and base address from the settings; `new_id` makes the left side of Message-IDs."""
        self._fixed = Fixed.of(settings, new_id)
        self._templates = letter_text.environment(templates or share_dir("templates"))

    def write(self, notice: Notice) -> Written:
        """Return the notice frozen, in the language spoken: its Message-ID, subject and bytes."""
        subject = shortened(plain(notice.subject), LONGEST_SUBJECT)
        mail = self._fixed.begun(
            subject,
            recipient=notice.recipient,
            written_at=notice.written_at,
            tasks=notice.tasks,
            answers=notice.answers,
        )
        if notice.reply_to:
            mail["Reply-To"] = Address(addr_spec=notice.reply_to)
        values = {
            "subject": subject,
            "paragraphs": [plain(paragraph) for paragraph in notice.paragraphs],
            "entries": [
                {"words": plain(one.words), "link": f"{self._fixed.base_url}{one.path}"}
                for one in notice.entries
            ],
            "ending": gettext(OF_A_TASK if notice.tasks else ENDING),
            "language": language(),
        }
        templates = template_texts.spoken(self._templates)
        text = templates.get_template("email/notice/body.txt").render(values)
        page = templates.get_template("email/notice/body.html").render(values)
        letter_text.add_texts(mail, text, page)
        self._fixed.add_entries(mail, notice.dated, recipient=notice.recipient, written_at=notice.written_at)
        return Written(message_id=mail["Message-ID"], subject=subject, data=mail.as_bytes())
