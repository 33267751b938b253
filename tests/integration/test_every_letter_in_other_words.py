"""Every kind of letter, written for a reader of a made-up language: nothing of ours stays English in it."""

import pytest

from tests.letter_scenes import SCENES
from tests.letter_stage import Scene, Stage, bare, read
from tests.shouted import Shouted
from tracker import texts
from tracker.domain.notice import NoticeKind
from tracker.services.alerts import ALERT
from tracker.services.message_states import KIND


@pytest.fixture
def stage(sqlite_url, tmp_path, monkeypatch):
    monkeypatch.setitem(texts.CATALOGUES, "xx", Shouted())
    made = Stage(sqlite_url, tmp_path)
    yield made
    made.world.runtime.engine.dispose()


@pytest.mark.parametrize(
    ("kind", "scene"),
    [
        pytest.param(kind, scene, id=f"{kind}-{number}".replace(" ", "-"))
        for kind, scenes in SCENES.items()
        for number, scene in enumerate(scenes, 1)
    ],
)
def test_no_sentence_of_ours_is_left_in_english(stage: Stage, kind: str, scene: Scene) -> None:
    scene(stage)

    letters = stage.told(kind)

    assert letters
    for mail in letters:
        assert bare(mail) == [], "\n".join(read(mail))


def test_each_kind_of_letter_has_a_scene() -> None:
    assert set(SCENES) == {*NoticeKind, KIND, ALERT}
