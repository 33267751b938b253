"""How well cables and sentences are read that were written before the rules were final.

The totals are held above a floor; a single line may be wrong, and none has a rule of its own.
"""

import json
import random
import re
from pathlib import Path

import pytest

from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.clock import parse_moment
from tracker.extraction import asking_cues, extract, lone_days
from tracker.extraction.proposals import ActionRequest, Proposals

ANNOTATED = Path(__file__).parents[1] / "annotated"
LONE_SENTENCE = """\
DE RUEHC #1377 1271544
P 061540Z MAY 08
FM SECSTATE WASHDC
TO AMEMBASSY QUITO PRIORITY 0000
UNCLAS STATE 901377

E.O. 12958: N/A
TAGS: PREL, EC
SUBJECT: VARIOUS

1. The following concerns current business.

2. {sentence}
"""


def proposals_of(text: str) -> Proposals:
    return extract(parse(text), is_day_off=is_washington_day_off)


def day_of(action: ActionRequest) -> str | None:
    return str(action.deadline.day) if action.deadline and action.deadline.day else None


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def test_asks_of_whole_cables_are_found_with_their_day() -> None:
    wanted: set[tuple[str, str, str | None]] = set()
    optional: set[tuple[str, str]] = set()
    found: set[tuple[str, str, str | None]] = set()

    for path in sorted(ANNOTATED.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for ask in gold["actions"]:
            if ask.get("optional"):
                optional.add((path.stem, ask["quote"]))
            else:
                wanted.add((path.stem, ask["quote"], (ask["due"] or {}).get("date")))
        for action in proposals_of(path.with_suffix(".txt").read_text(encoding="utf-8")).actions:
            found.add((path.stem, action.evidence.quote, day_of(action)))
    found = {one for one in found if one[:2] not in optional}
    right = found & wanted

    assert share(len(right), len(found)) >= 0.95, sorted(found - wanted)
    assert share(len(right), len(wanted)) >= 0.95, sorted(wanted - found)


def sentences(*names: str) -> list[tuple[str, str | None, str]]:
    files = [ANNOTATED / "sentences" / name for name in names or ("first.txt", "second.txt")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [line.split(" ", 2) for line in lines if line and not line.startswith("#")]
    return [(kind, None if day == "-" else day, words) for kind, day, words in rows]


@pytest.mark.parametrize(("kinds", "is_asked"), [(("ask", "may"), True), (("no",), False)])
def test_lone_sentences_are_told_apart(kinds: tuple[str, ...], is_asked: bool) -> None:
    judged = [
        (words, bool(proposals_of(LONE_SENTENCE.format(sentence=words)).actions) == is_asked)
        for kind, _, words in sentences()
        if kind in kinds
    ]

    wrong = [words for words, is_right in judged if not is_right]
    assert share(len(wrong), len(judged)) <= 0.06, wrong


@pytest.mark.parametrize(("name", "most"), [("first.txt", 2), ("second.txt", 3)])
def test_lone_asks_have_their_day_and_say_whether_they_are_optional(name: str, most: int) -> None:
    judged = [
        (words, day, kind == "may", action)
        for kind, day, words in sentences(name)
        for action in proposals_of(LONE_SENTENCE.format(sentence=words)).actions[:1]
    ]

    wrong = [
        (words, day_of(action), action.is_optional)
        for words, day, may, action in judged
        if (day_of(action), action.is_optional) != (day, may)
    ]
    assert len(wrong) <= most, wrong


@pytest.mark.parametrize(
    "name",
    [
        "deadlines.json",
        "deadlines_second.json",
        "deadlines_third.json",
        "deadlines_fourth.json",
        "deadlines_fifth.json",
        "deadlines_sixth.json",
        "deadlines_seventh.json",
        "deadlines_eighth.json",
        "deadlines_ninth.json",
        "deadlines_tenth.json",
        "deadlines_eleventh.json",
        "deadlines_twelfth.json",
        "deadlines_thirteenth.json",
        "deadlines_fourteenth.json",
        "deadlines_fifteenth.json",
        "deadlines_sixteenth.json",
        "deadlines_seventeenth.json",
        "deadlines_eighteenth.json",
        "deadlines_nineteenth.json",
    ],
)
def test_deadline_sentences_are_dated_and_the_others_are_not(name: str) -> None:
    rows = json.loads((ANNOTATED / "sentences" / name).read_text(encoding="utf-8"))

    found = [
        lone_days.day_of(row["sentence"], parse_moment(row["sent_at"]), is_day_off=is_washington_day_off)
        for row in rows
    ]

    wrong = [
        row["sentence"]
        for row, one in zip(rows, found, strict=True)
        if (row["due"] and row["due"]["date"]) != (one and one.day and str(one.day))
        or (row["due"] is None) != (one is None)
    ]
    assert share(len(wrong), len(rows)) <= 0.03, wrong


def test_looking_only_where_a_cue_can_begin_finds_every_cue() -> None:
    texts = [path.read_text(encoding="utf-8").lower() for path in sorted(ANNOTATED.rglob("*.txt"))]
    texts += [part for text in texts for part in text.split(". ")]
    vocabulary, chance = re.findall("[a-z]+", asking_cues.CUES.pattern), random.Random(3)
    texts += [f"posts {word} to us by it" for word in vocabulary]
    alone = [word for word in vocabulary if word not in {"also", "now"}]  # a cue is found without these
    texts += [" ".join(chance.choices(alone, k=4)) for _ in range(2000)]

    everywhere = [[found.span() for found in asking_cues.CUES.finditer(text)] for text in texts]

    assert [[found.span() for found in asking_cues.cues(text)] for text in texts] == everywhere
    assert sum(map(len, everywhere)) > 300
