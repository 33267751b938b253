"""Gathers every marked text into the template of all catalogues: `python -m tests.texts`, and says if it has changed."""

import inspect
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import write_po

from tracker import app, worker
from tracker.errors import TrackerError

LOADED = (app, worker)  # so that every kind of broken rule is known
ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tracker" / "translations" / "tracker.pot"
KEYWORDS = DEFAULT_KEYWORDS | {"marked": None, "later": None, "nlater": (1, 2)}
NOTE = "Translators: "  # a comment that begins so is told to who translates
COMMAND = re.compile(r"\b(?:DONE|ACCEPT|WAITING|EXTEND|DECLINE)\b|\bby (?:Friday|12 August)\b")
OF_COMMANDS = "What a reply is to say, such as DONE agreed or by Friday, is read in English: leave it so."
HEAD = """\
# Every text of the tracker that people read, gathered by `make texts`. Not to be edited by hand.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

"""


def gathered() -> str:
    """Return the catalogue's template, texts in the order of their letters, each with the files it stands in."""
    catalogue = Catalog()
    with (ROOT / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(
        ROOT, methods, options, KEYWORDS, (NOTE,), strip_comment_tags=True, directory_filter=_is_ours
    )
    for name, _line, text, notes, context in found:
        whole = " ".join(text) if isinstance(text, tuple) else text
        of_commands = [OF_COMMANDS] if COMMAND.search(whole) else []
        catalogue.add(text, locations=[(name, 0)], auto_comments=[*notes, *of_commands], context=context)
    for kind in _kinds(TrackerError):
        catalogue.add(inspect.cleandoc(kind.__doc__ or ""), locations=[(_file_of(kind), 0)])
    for message in catalogue:
        message.locations = sorted({(name, None) for name, _ in message.locations})
    written = io.BytesIO()
    write_po(written, catalogue, omit_header=True, sort_output=True, width=0, include_lineno=False)
    return HEAD + written.getvalue().decode()


def _kinds(kind: type[TrackerError]) -> Iterator[type[TrackerError]]:
    """Yield every kind of broken rule: its docstring is the sentence that people read."""
    yield kind
    for narrower in kind.__subclasses__():
        if narrower.__module__.startswith("tracker."):
            yield from _kinds(narrower)


def _file_of(kind: type[TrackerError]) -> str:
    return f"{kind.__module__.replace('.', '/')}.py"


def _is_ours(folder: str) -> bool:
    part = Path(folder).relative_to(ROOT).parts[:1]
    return part in [(), ("tracker",), ("templates",)] and not folder.endswith("static")


def main() -> int:
    """Write the template where it is not so already."""
    text = gathered()
    if KEPT.is_file() and KEPT.read_text(encoding="utf-8") == text:
        return 0
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(text, encoding="utf-8")
    print(f"{KEPT.relative_to(ROOT)} is written anew: {text.count('msgid ') - 1} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
