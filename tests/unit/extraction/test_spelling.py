"""Asking words with one wrong letter are mended and keep their places; no other word is touched."""

import pytest

from tracker.extraction import spelling


@pytest.mark.parametrize(
    "word, right",
    [
        ("requird", "required"),
        ("reqeusted", "requested"),
        ("appreicate", "appreciate"),
        ("instrcuts", "instructs"),
        ("requst", "request"),
    ],
)
def test_one_slip_in_an_asking_word_is_mended(word, right):
    assert spelling.meant(word) == right


@pytest.mark.parametrize(
    "word", ["required", "requited", "requestor", "rquird", "instructor", "acquired", "directory"]
)
def test_a_word_of_its_own_is_not_mended(word):
    assert spelling.meant(word) is None


def test_a_name_is_not_mended():
    assert spelling.mended("The Requird Company asks nothing.") is None
    assert spelling.mended("POSTS ARE REQUIRD TO REPLY.") is not None


def test_every_place_of_a_mended_text_leads_back_into_the_text_as_written():
    text = "Posts are requird to reply; replies are reqeusted soon."

    found = spelling.mended(text)

    assert found is not None
    assert found.text == "Posts are required to reply; replies are requested soon."
    places = [found.old(place) for place in range(len(found.text) + 1)]
    assert places == sorted(places)
    assert text[found.old(found.text.index("to reply")) :].startswith("to reply;")
    assert text[found.old(found.text.index("soon")) :] == "soon."
    assert found.old(0) == 0
    assert found.old(len(found.text)) == len(text)
