import pytest

from tracker.cable.hints import small


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Post SHOULD reply", "post should reply"),
        ("ÉVIAN", "évian"),
        ("İzmir by May 3", "İzmir by may 3"),  # its small form is two characters
    ],
)
def test_small_letters_keep_every_character_in_its_place(text, low):
    assert small(text) == low
    assert len(small(text)) == len(text)
