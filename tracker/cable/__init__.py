"""Reading a cable: `parse(text)` returns what the telegram says and never raises.

`apart(text)` tells how many cables stand in a text.
"""

from tracker.cable import body, header, sections
from tracker.cable.lines import lines_from, lines_of, sheet_of
from tracker.cable.parts import Cable
from tracker.cable.sections import apart

__all__ = ["apart", "parse"]


def parse(text: str, *, file_name: str = "") -> Cable:
    """Return the cable as read; each oddity is a defect of it.

    `file_name` gives the year where the text has no DTG and its file bears the id of the cable.
    """
    sheet = sheet_of(text)
    lines = lines_of(sheet.text)
    draft = header.read(sheet.text, lines[: header.MOST_LINES])
    sheet, lines = sections.joined(sheet, draft, lines_from(sheet.text, draft.end, lines))
    paragraphs, defects = body.paragraphs(
        sheet.text, draft.end, lines, [piece.start for piece in sheet.pieces]
    )
    return Cable(
        raw=text,
        text=sheet.text,
        pieces=sheet.pieces,
        header=header.finished(draft, sheet, file_name),
        paragraphs=paragraphs,
        defects=header.in_raw((*draft.defects, *defects), sheet.pieces),
    )
