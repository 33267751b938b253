"""`python -m tests.fault.victims`: a worker for each line of environment it reads, to be killed.

The first line's work is done here, so that everything is imported and compiled once; each later
one's in a fork. Lines are JSON of an environment. For each it prints the exit code of the worker: -9
where the worker killed itself. With VICTIM_BEGIN it prints the worker's process id at once, and
VICTIM_WAIT names one that is to be waited for.
"""

import gc
import json
import os
import sys
import traceback
from dataclasses import replace

from tracker import logs, runtime, worker
from tracker.settings import load


def main() -> None:
    logs.configure()  # to standard error: standard output carries exit codes
    held = None
    for line in sys.stdin:
        environ = json.loads(line)
        if held is None:
            held = runtime.from_environment(environ)
            worker.once(held, environ=environ)
            held.engine.dispose()
            gc.collect()
            gc.freeze()  # a fork that ends at once need not look at what its parent keeps
            print(0, flush=True)
        else:
            print(_answer(held, environ), flush=True)


def _answer(held: runtime.Runtime, environ: dict[str, str]) -> int:
    """Do as the line says: wait for a worker begun before, begin one, or run one to its end."""
    if waited_for := environ.get("VICTIM_WAIT"):
        return _code_of(int(waited_for))
    pid = _fork(held, environ)
    return pid if "VICTIM_BEGIN" in environ else _code_of(pid)


def _fork(held: runtime.Runtime, environ: dict[str, str]) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            worker.once(_with_settings(held, environ), environ=environ)
            code = 0
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(code)
    return pid


def _with_settings(held: runtime.Runtime, environ: dict[str, str]) -> runtime.Runtime:
    settings = load(environ)
    return replace(held, settings=settings, installation=replace(held.installation, settings=settings))


def _code_of(pid: int) -> int:
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
