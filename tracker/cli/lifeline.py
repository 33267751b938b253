"""How a process of the demonstration ends with its parent: the parent holds the other end of its input."""

import os
import signal
import sys
import threading

import click

child_option = click.option("--until-input-ends", "is_child", is_flag=True, hidden=True)


def end_with_input() -> None:
    """Send this process SIGTERM when its standard input ends, as it does when the parent is gone."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()
