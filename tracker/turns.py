"""Turns of the processes that write to one SQLite file, which has one writer at a time and no queue.

A writer that waits looks about every tenth of a second whether the file is free. So who writes for long, part
by part, stands back a moment between two parts, and lets no second one do the same meanwhile.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

LONG, BREATH = 0.1, 0.15  # seconds: a part after which one stands back, and for how long


def is_shared(engine: Engine) -> bool:
    """Return whether the database has one writer at a time; PostgreSQL has many, and locks of its own."""
    return engine.dialect.name == "sqlite"


@contextmanager
def alone(engine: Engine) -> Iterator[bool]:
    """Yield whether nobody else on this machine does the same with this file just now.

    The lock is the operating system's on the file's folder: it ends with its holder, however that ends.
    """
    if not is_shared(engine):
        yield True
        return
    folder = os.open(os.path.dirname(os.path.abspath(engine.url.database or "")), os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(folder)
