"""What a notice is called, and which slots are notices'."""

from tracker.domain import notice
from tracker.domain.notice import NoticeKind


def test_every_kind_has_its_reason():
    assert set(notice.REASONS) == set(NoticeKind)
    assert notice.reason_of("declined") == "the post declined it"
    assert notice.reason_of("a word of later") == "a word of later"


def test_a_slot_is_told_by_its_rule():
    assert notice.is_notice("note-17")
    assert not notice.is_notice("before-5")
