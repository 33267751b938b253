"""The body: numbered paragraphs, titled blocks, bullets, portion marks and their sentences."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from tracker.cable import sentences, stops, titles
from tracker.cable.blocks import BULLET, Block, begins_stop, gathered, has_ended
from tracker.cable.lines import Line, is_signature
from tracker.cable.parts import Defect, Paragraph, Span
from tracker.cable.run_together import paragraphs_parted

NUMBER = re.compile(
    r"(?:(?P<before>\([A-Z]{1,3}(?:/[A-Z]+)?\)) {0,2})?(?P<sign>¶ ?)?(?P<number>\d{1,3})(?:[.)](?!\d)|(?<=¶\d)|(?<=¶ \d)) {0,6}(?P<rest>.*)",
    re.DOTALL,
)
PORTION = re.compile(
    r"\((?P<mark>(?:U|SBU|C|S|TS|LOU|OUO|UNCLAS(?:SIFIED)?|SENSITIVE)(?:[/-]{1,2}[A-Z]+)*)\) {0,4}",
    re.IGNORECASE,
)
ITEM = re.compile(r"(?:\(?[a-zA-Z]\)|\(?[ivx]{1,4}\)|[a-zA-Z]\.|[ivx]{2,4}\.|\(\d{1,2}\)) {1,4}")
LONGEST_ITEM = 7  # characters, with its blank
MARKS = frozenset("0123456789-*•·–—>¶(=_~o")  # a line that begins otherwise is no bullet, number or rule
BEGIN_TEXT = re.compile(r"\bbegin\b")
END_TEXT = re.compile(r"\bend (?:of )?(?:\S+ ){0,4}?(?:text|paper|non-?paper|points|note|quote|remarks)\b")
UNFINISHED = frozenset(  # of a line in capitals without a stop: it is a sentence that goes on below the blank line
    "PLEASE SHOULD MUST SHALL WILL WOULD HAS HAVE IS ARE WAS WERE REQUEST REQUESTS REQUESTED THAT WHICH CAN MAY".split()
)
NO_OPENERS = frozenset(  # no line begins a text so
    "WILL WOULD SHOULD MUST SHALL HAS HAVE IS ARE WAS WERE AND OR OF WHICH WHO WHOM WHOSE THAN".split()
)
QUESTION_TITLE = re.compile(
    r"(?:\d{1,2}\. )?(?:WHAT|HOW|WHY|WHO|WHEN|WHERE) [A-Z' ]{2,40}"
)  # "WHAT IS NEEDED"
TITLE_WORDS = 7  # of a title without a line drawn under it
FULL_LINE = 45
COLLAPSED = 110  # a line longer than a telegram's: the copy lost its line ends
SMALL = ascii_lowercase.encode()
SAMPLE = 1200  # characters looked at to see whether a text stands in capitals


@dataclass(slots=True)
class State:
    """Where the reader of the body stands."""

    text: str
    in_capitals: bool
    seams: Sequence[int] = ()  # where a page line was cut out
    blocks: list[Block] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)
    number: int = 0
    inner: int = 0
    in_paper: bool = False
    has_marks: bool = False  # the paragraphs carry portion marks
    title: str | None = None
    title_above: str | None = None  # the title that holds again behind a paper
    closed: bool = True  # the next line begins a new block whatever it says


def paragraphs(
    text: str, start: int, lines: list[Line], seams: Sequence[int] = ()
) -> tuple[tuple[Paragraph, ...], tuple[Defect, ...]]:
    """Return the paragraphs of the body, whose lines begin at `start`, and the oddities met.

    `seams` are the places, in order, where a page line was cut out of the text.
    """
    while lines and is_signature(lines):
        lines.pop()
    sample = text[start : start + SAMPLE]
    signs = sample.encode() if sample.isascii() else b""
    lower = len(signs) - len(signs.translate(None, SMALL)) if signs else sum(map(str.islower, sample))
    state = State(text=text, in_capitals=lower * 12 < len(sample), seams=seams)
    longest = 0 if state.in_capitals else COLLAPSED
    for line in lines:
        if len(line.text) <= longest:
            _take(state, line)
            continue
        begin = NUMBER.match(line.text)
        is_next = begin is not None and int(begin["number"]) == state.number + 1
        for part in paragraphs_parted(line, state.number + 1 + is_next):
            _take(state, part)
    return _finished(state), tuple(state.defects)


def _take(state: State, line: Line) -> None:
    words, _, end, has_gap = line
    if words[0] in MARKS and _is_marked(state, line):
        return
    block = state.blocks[-1] if state.blocks else None
    may_stop = block is not None and (block.is_stop or state.text[block.end - 1] in stops.ENDS_OF_LEAD)
    if not (has_gap or may_stop or state.closed or block is None) and (block.lines > 1 or not block.opens):
        opening = words[:LONGEST_ITEM]
        if ") " not in opening and ". " not in opening:  # as most lines go on
            block.end, block.lines, block.last_line = end, block.lines + 1, words
            return
    is_stop = may_stop and block is not None and begins_stop(words, state.text, block)
    if state.closed or block is None or is_stop or _begins_block(state, block, line):
        _open(state, Block(line.start, line.end, has_gap=line.has_gap, last_line=words, is_stop=is_stop))
        return
    if block.opens and block.lines == 1 and not state.in_capitals and _is_short_title(state, block, line):
        state.title = block.heading = " ".join(state.text[block.start : block.end].split())
        block.start = line.start
        block.end, block.last_line = line.end, words
        return
    block.end, block.lines, block.last_line = line.end, block.lines + 1, words


def _is_marked(state: State, line: Line) -> bool:
    """Take a line that its mark makes a rule, a title, a paragraph's begin or a bullet."""
    if titles.is_rule(line.text):
        _rule(state)
        return True
    return _title_between(state, line) or _numbered(state, line) or _bullet(state, line)


def _begins_block(state: State, block: Block, line: Line) -> bool:
    """Tell whether a line that is no stop of an itinerary begins anew below the block above it, as few do."""
    if line.has_gap and not _runs_on(state, line):
        return True
    opening = line.text[:LONGEST_ITEM]
    if (") " in opening or ". " in opening) and _is_item(state, line):
        return True
    return block.is_stop and stops.is_asking(line.text)


def _is_short_title(state: State, block: Block, line: Line) -> bool:
    """Tell whether the line that opens a numbered paragraph is a title: it broke off though more would have fitted.

    Example: `4. Vetting` above `Requests for vetting must be entered`.
    """
    words = state.text[block.start : block.end]
    if not words[:1].isupper() or words.count(" ") >= TITLE_WORDS:
        return False
    first_below = line.text.split(" ", 1)[0]
    is_cut_off = len(block.last_line) + len(first_below) < FULL_LINE and words[-1].isalnum()
    is_closed = words.rsplit(None, 1)[-1].casefold() not in sentences.OPEN_WORDS
    return is_cut_off and is_closed and first_below[:1].isupper() and "@" not in line.text


def _open(state: State, block: Block) -> None:
    if state.blocks:
        _close(state)
    block.number = block.number or state.number or None
    mark = PORTION.match(state.text, block.start, block.end) if state.text[block.start] == "(" else None
    if mark and not _is_next_letter(state, mark["mark"]):
        block.start, block.portion = mark.end(), mark["mark"].upper()
    _append(state, block)


def _is_next_letter(state: State, mark: str) -> bool:
    """Tell whether a mark goes on with the letters of a list: "(C)" below "(B)" classifies nothing."""
    if len(mark) != 1 or not state.blocks:
        return False
    above = f"({chr(ord(mark) - 1)}) "
    return state.text.startswith(above, state.blocks[-1].start)


def _append(state: State, block: Block) -> None:
    block.heading = state.title
    state.blocks.append(block)
    state.closed = False


def _close(state: State) -> None:
    """Look at a block whose last line has been read: a title in capitals is taken as such."""
    block = state.blocks[-1]
    words = state.text[block.start : block.end] if block.lines <= 2 else ""
    if words and not block.is_bullet and not block.opens and block.has_gap and _is_title(state, words):
        state.blocks.pop()
        state.title = " ".join(words.split()).rstrip(" :")
        return
    whole = state.text[block.start : block.end]
    folded = whole.lower()
    if "end " in folded and END_TEXT.search(folded):
        state.in_paper, state.inner = False, 0
        state.title = state.title_above
    elif "begin" in folded and BEGIN_TEXT.search(folded) and not state.in_paper:
        state.in_paper = True
        state.title_above = state.title


def _is_title(state: State, words: str) -> bool:
    if titles.is_known(words):
        return True
    return not state.in_capitals and titles.is_capitals_line(" ".join(words.split()))


def _rule(state: State) -> None:
    """underlined-title = line [line] rule

    Example: `GOAL` above `----`.
    """
    block = state.blocks[-1] if state.blocks else None
    if block and not state.closed and block.lines <= 2 and not block.opens and not block.is_bullet:
        words = " ".join(state.text[block.start : block.end].split())
        if len(words) <= titles.LONGEST_TITLE and not words.endswith("."):
            state.blocks.pop()
            state.title = words.rstrip(" :")
    elif state.blocks:
        _close(state)
    state.closed = True


def _title_between(state: State, line: Line) -> bool:
    found = titles.between_rules(line.text)
    if not found:
        return False
    if state.blocks:
        _close(state)
    state.title, rest = found
    state.closed = True
    if rest:
        start = line.start + line.text.rindex(rest)
        _take(state, Line(rest, start, line.end, True))
    return True


def _numbered(state: State, line: Line) -> bool:
    """paragraph-begin = ["(" mark ")"] ["¶"] number ("." | ")") ["(" mark ")"] words

    Example: `2. (SBU) Post is requested`. Numbers follow one another; another number at a line's
    start is a list inside the paragraph or chance.
    """
    match = NUMBER.match(line.text)
    if not match:
        return False
    number = int(match["number"])
    rest = match["rest"]
    dashed = titles.between_rules(rest)
    portion = PORTION.match(rest)
    before = match["before"]
    has_mark = portion is not None or before is not None or match["sign"] is not None
    if dashed and number != state.number + 1:
        return _title_between(state, Line(rest, line.start + match.start("rest"), line.end, True))
    if not _is_next(state, number, line, has_mark=has_mark):
        if _fits_inner(state, number, line):
            state.inner = number
            _open(state, Block(start=line.start, end=line.end, has_gap=True, last_line=line.text))
            return True
        return False
    start = line.start + match.start("rest") + (portion.end() if portion else 0)
    mark = portion["mark"] if portion else before.strip("()") if before else None
    _open_paragraph(
        state, number, mark.upper() if mark else None, Line(line.text, start, line.end, line.has_gap)
    )
    return True


def _fits_inner(state: State, number: int, line: Line) -> bool:
    """Tell whether a number belongs to a list inside the paragraph."""
    return (line.has_gap and number == 1) or (state.inner > 0 and number == state.inner + 1)


def _is_next(state: State, number: int, line: Line, *, has_mark: bool) -> bool:
    finished = line.has_gap or state.closed or not state.blocks or state.blocks[-1].has_ended
    if number == state.number + 1:
        finished = finished or _is_title_above(state, state.blocks[-1])
        if _fits_inner(state, number, line) and number > 1 and not has_mark:
            return finished and line.has_gap and not state.in_paper and not state.has_marks
        return finished or has_mark
    if state.number == 0:
        return line.has_gap and number <= 3
    ahead = number - state.number
    if ahead in (0, 2, 3) and line.has_gap and has_mark and not state.in_paper:
        words = f"Paragraph {number} follows paragraph {state.number}."
        state.defects.append(
            Defect(code="paragraph-order", words=words, span=Span(start=line.start, end=line.end))
        )
        return True
    return False


def _is_title_above(state: State, block: Block) -> bool:
    """Tell whether a block is a lone short line with a blank line above it: right over a number it is a title.

    Example: `Requested steps` above `3. Action posts should`.
    """
    words = state.text[block.start : block.end]
    return (
        block.lines == 1
        and block.has_gap
        and not (block.opens or block.is_bullet)
        and words[:1].isupper()
        and words[-1].isalnum()
        and words.count(" ") < TITLE_WORDS
        and words.rsplit(None, 1)[-1].casefold() not in sentences.OPEN_WORDS
    )


def _open_paragraph(state: State, number: int, portion: str | None, line: Line) -> None:
    if state.blocks and not line.has_gap and not state.closed and _is_title_above(state, state.blocks[-1]):
        above = state.blocks.pop()
        state.title = state.text[above.start : above.end]
    elif state.blocks:
        _close(state)
    state.closed = True
    state.number, state.inner = number, 0
    state.has_marks = state.has_marks or portion is not None
    found = titles.between_rules(state.text[line.start : line.end])
    if found:
        _title_between(state, Line(state.text[line.start : line.end], line.start, line.end, True))
        return
    block = Block(
        start=line.start,
        end=max(line.start, line.end),
        number=number,
        portion=portion,
        last_line=line.text,
        opens=True,
    )
    _append(state, block)


def _bullet(state: State, line: Line) -> bool:
    """bullet = ("-" | "--" | "*" | "•") words

    Example: `-- Request that host countries take steps`.
    """
    match = BULLET.match(line.text)
    if not match or (not line.has_gap and line.text.startswith("- ") and not _may_break(state)):
        return False
    _open(
        state,
        Block(
            start=line.start + match.end(),
            end=line.end,
            is_bullet=True,
            has_gap=line.has_gap,
            last_line=line.text,
        ),
    )
    return True


def _may_break(state: State) -> bool:
    return (
        state.closed
        or not state.blocks
        or has_ended(state.blocks[-1].last_line)
        or state.blocks[-1].is_bullet
    )


def _is_item(state: State, line: Line) -> bool:
    """item = letter or small number in brackets, behind a finished line: `a. Names of the officials;`"""
    item = ITEM.match(line.text)
    if item is None:
        return False
    block = state.blocks[-1]
    first = re.sub(
        r"\w+",
        lambda m: "1" if m.group().isdigit() else "a" if len(m.group()) == 1 else "i",
        item.group().rstrip(),
    )
    if state.text.find(f" {first} ", block.start, block.end) >= 0:
        return False  # the list stands inside a sentence: "send (a) the name and (b) the rank"
    is_joined = block.last_line.endswith(("; and", "; or", "; AND", "; OR"))
    return is_joined or has_ended(block.last_line) or ITEM.match(state.text, block.start) is not None


def _runs_on(state: State, line: Line) -> bool:
    """Tell whether a line below a blank line goes on with the sentence above it."""
    block = state.blocks[-1]
    above = block.last_line
    if line.text[0].islower():
        return not above.endswith((":", ";", "!", "?"))
    if has_ended(above) or above.endswith("-- "):
        return False
    if _turns_page(state, line):
        return titles.is_known(above) is False and (state.in_capitals or not above.isupper())
    if above.endswith(",") or above.split()[-1].casefold() in sentences.OPEN_WORDS:
        return True
    is_cut = state.in_capitals and (
        line.text.split(" ", 1)[0] in NO_OPENERS or not UNFINISHED.isdisjoint(above.split())
    )
    if is_cut and not (titles.is_known(above) or QUESTION_TITLE.fullmatch(above)):
        return True
    if block.lines == 1 and not block.opens and not block.is_bullet:
        return False
    return (FULL_LINE <= len(above) <= COLLAPSED and not line.text.isupper()) or (
        state.in_capitals and len(above) >= FULL_LINE
    )


def _turns_page(state: State, line: Line) -> bool:
    """Tell whether a page line stood between a line and the one above: the blank lines came with it."""
    place = bisect_left(state.seams, state.blocks[-1].end)
    return place < len(state.seams) and state.seams[place] <= line.start


def _finished(state: State) -> tuple[Paragraph, ...]:
    if state.blocks:
        _close(state)
    return gathered(state.text, state.blocks, in_capitals=state.in_capitals)
