"""Letters in a made-up language: each sentence of ours is looked up as the letter is written, for its reader."""

import re
from collections.abc import Iterator

import pytest

from tests.bracketed import CLOSES, OPENS, Bracketed
from tests.letter_samples import LETTERS, parsed, text_of, write
from tracker import texts

LINK = re.compile(r"https?://\S+|<[^>]*>|\S+@\S+")
WORD = re.compile(r"[a-z]{2,}")


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())
    with texts.speaking("xx"):
        yield


def bare(text: str) -> set[str]:
    """Return the words outside all brackets."""
    depth, left = 0, []
    for piece in re.split(f"([{OPENS}{CLOSES}])", LINK.sub(" ", text)):
        depth += (piece == OPENS) - (piece == CLOSES)
        if not depth and piece != CLOSES:
            left.append(piece)
    assert depth == 0
    return set(WORD.findall(" ".join(left).lower()))


@pytest.mark.parametrize("name", LETTERS)
def test_no_sentence_of_ours_is_left_in_english(other_words: None, name: str) -> None:
    items = LETTERS[name]
    mail = parsed(write(*items))

    said = bare(f"{mail['Subject']}\n{text_of(mail)}")

    values = {
        *WORD.findall(repr(items).lower()),
        "txt",
        "ics",
    }  # names, days, the cable's words, ends of files
    assert said <= values
    assert OPENS in text_of(mail)


@pytest.mark.parametrize("name", LETTERS)
def test_without_the_brackets_it_is_the_english_letter(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    english = "".join(text_of(parsed(write(*LETTERS[name]))).split())
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())

    with texts.speaking("xx"):
        told = text_of(parsed(write(*LETTERS[name])))

    assert re.sub(f"[{OPENS}{CLOSES}]|few: |\\s", "", told) == english
