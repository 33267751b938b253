"""Writes the migration that brings the tables to the models: `python -m tests.migration "what it is for"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from tracker.settings import share_dir
from tracker.store import base


def main(title: str) -> int:
    """Migrate an empty database, compare it with the models, write the difference as the next revision."""
    if not title.strip():
        print('Say what the migration is for: make migration NAME="index tasks by owner"')
        return 2
    config = Config()
    config.set_main_option("script_location", str(share_dir("migrations")))
    number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'empty.sqlite3'}"
        base.migrate(url)
        config.attributes["url"] = url
        command.revision(config, message=title, autogenerate=True, rev_id=f"{number:04d}")
    return 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
