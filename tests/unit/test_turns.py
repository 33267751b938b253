"""Turns at a SQLite file: one at a time does what takes long, and its end, however it comes, gives the turn back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from tracker import turns


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path / 'tracker.sqlite3'}")
    yield engine
    engine.dispose()


def test_a_second_one_is_not_alone_until_the_first_has_done(engine: Engine) -> None:
    with turns.alone(engine) as first, turns.alone(engine) as second:
        found = first, second
    with turns.alone(engine) as after:
        pass

    assert (*found, after) == (True, False, True)


def test_a_process_that_dies_gives_its_turn_back(engine: Engine) -> None:
    child = os.fork()
    if child == 0:
        with turns.alone(engine):
            os._exit(0)
    os.waitpid(child, 0)

    with turns.alone(engine) as is_alone:
        assert is_alone


def test_a_fault_in_its_turn_gives_it_back_and_is_heard(engine: Engine) -> None:
    with pytest.raises(ValueError, match="x"), turns.alone(engine):
        raise ValueError("x")

    with turns.alone(engine) as is_alone:
        assert is_alone


def test_others_have_their_own_files(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = create_engine(f"sqlite:///{tmp_path / 'other' / 'tracker.sqlite3'}")

    with turns.alone(engine) as first, turns.alone(other) as second:
        assert (first, second) == (True, True)


def test_postgresql_has_locks_of_its_own() -> None:
    engine = create_engine("postgresql+psycopg://nobody@localhost/none")

    with turns.alone(engine) as first, turns.alone(engine) as second:
        assert (first, second) == (True, True)
    assert not turns.is_shared(engine)
