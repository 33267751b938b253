"""Which version of the tables a database holds, against the newest this program knows."""

from enum import StrEnum

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from tracker.settings import share_dir


class TablesState(StrEnum):
    """How a database stands to this program."""

    EMPTY = "empty"
    OLD = "old"
    CURRENT = "current"
    NEWER = "newer"


def state_of(engine: Engine) -> TablesState:
    """Return how the database stands: without tables, older, current, or newer than this program."""
    config = Config()
    config.set_main_option("script_location", str(share_dir("migrations")).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with engine.connect().execution_options(is_read_only=True) as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found is None:
        return TablesState.EMPTY
    if found == scripts.get_current_head():
        return TablesState.CURRENT
    known = {script.revision for script in scripts.walk_revisions()}
    return TablesState.OLD if found in known else TablesState.NEWER
