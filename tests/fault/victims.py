"""`python -m tests.fault.victims`: a worker for each line of environment it reads, to be killed.

The first line's work is done here, so that everything is imported and compiled once; each later
one's in a fork. Lines are JSON of an environment that differs in the fault only. For each it prints
the exit code of the worker: -9 where the worker killed itself.
"""

import json
import os
import sys
import traceback

from tracker import logs, runtime, worker


def main() -> None:
    logs.configure()  # to standard error: standard output carries exit codes
    held = None
    for line in sys.stdin:
        environ = json.loads(line)
        if held is None:
            held = runtime.from_environment(environ)
            worker.once(held, environ=environ)
            held.engine.dispose()
            print(0, flush=True)
        else:
            print(_in_a_fork(held, environ), flush=True)


def _in_a_fork(held: runtime.Runtime, environ: dict[str, str]) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            worker.once(held, environ=environ)
            code = 0
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
