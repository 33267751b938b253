"""What a process holds: built from the environment, with the clock that its settings allow."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from tracker import runtime
from tracker.clock import SharedClock
from tracker.errors import BadSettings
from tracker.runtime import Runtime
from tracker.settings import Settings
from tracker.store import base
from tracker.store.places import Post

MOMENT = datetime(2008, 8, 5, 12, 0, tzinfo=UTC)


def test_a_process_is_built_from_its_variables(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "data"

    built = runtime.from_environment({"TRACKER_HOME": str(home), "TRACKER_NOW": "2008-08-05T12:00:00Z"})

    assert built.now() == MOMENT
    assert home.is_dir()
    assert built.installation.book.find("AMEMBASSY LIMA") is not None
    base.migrate(built.settings.database)
    with built.transaction() as session:
        session.add(Post(name="X", city="Lima", country="PE", zone="America/Lima", kind="embassy"))
    with built.reading() as session:
        assert session.scalar(select(func.count(Post.id))) == 1
    built.engine.dispose()


def test_what_only_looks_refuses_to_write(database_url: str, tmp_path: Path) -> None:
    engine = base.create(database_url)
    sessions = base.session_factory(engine)
    with base.transaction(sessions) as session:
        session.add(Post(name="X", city="Lima", country="PE", zone="America/Lima", kind="embassy"))

    def change(session: Session) -> None:
        session.scalars(select(Post)).one().city = "Quito"

    for write in (
        change,
        lambda session: session.execute(delete(Post)),
        lambda session: session.add(Post(name="Y", city="B", country="PE", zone="UTC", kind="embassy")),
    ):
        with pytest.raises(base.ReadOnly), base.looking(sessions) as session:
            write(session)
    with base.looking(sessions) as session:
        assert session.scalars(select(Post.city)).all() == ["Lima"]
    engine.dispose()


def test_bad_settings_start_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadSettings):
        runtime.from_environment({"TRACKER_HOME": str(tmp_path / "data"), "TRACKER_PORT": "many"})

    assert not (tmp_path / "data").exists()


def test_outside_production_the_clock_is_a_file_that_processes_share(tmp_path: Path) -> None:
    built: Runtime = runtime.build(Settings(home=tmp_path))
    assert isinstance(built.clock, SharedClock)

    built.clock.set(MOMENT)

    assert runtime.clock_of(Settings(home=tmp_path))() == MOMENT
    built.engine.dispose()


def test_in_production_the_clock_is_the_real_one_whatever_lies_in_the_folder(tmp_path: Path) -> None:
    SharedClock(tmp_path / "clock").set(MOMENT)
    told = runtime.clock_of(Settings(home=tmp_path, env="production"))

    with time_machine.travel(datetime(2009, 1, 1, tzinfo=UTC), tick=False):
        assert told() == datetime(2009, 1, 1, tzinfo=UTC)


def test_processes_of_one_data_folder_share_a_secret(tmp_path: Path) -> None:
    runtimes = [runtime.build(Settings(home=tmp_path)) for _ in range(2)]
    other = runtime.build(Settings(home=tmp_path / "other"))

    first, second, foreign = (held.settings.secret_key for held in (*runtimes, other))

    for held in (*runtimes, other):
        held.engine.dispose()
    assert first == second != foreign
    assert len(first) == 64
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "secret_key"]


def test_a_secret_that_is_set_is_the_one_used(tmp_path: Path) -> None:
    held = runtime.build(Settings(home=tmp_path, secret_key="k" * 40))

    held.engine.dispose()

    assert held.settings.secret_key == "k" * 40
    assert not (tmp_path / "secret_key").exists()
