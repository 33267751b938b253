"""How the command line starts and ends: commands loaded when called, faults told in one sentence."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import click

from tracker.errors import BadSettings, TrackerError

INTERRUPTED = 130  # as shells count: 128 and the number of the signal


class LazyGroup(click.Group):
    """Commands by name; each one's module in this package is imported when it is called for."""

    def __init__(self, *, commands_of: Mapping[str, tuple[str, str]], **settings: Any) -> None:
        """`commands_of` maps a command's name to its module and its line of help, in order."""
        super().__init__(**settings)
        self.commands_of = commands_of

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.commands_of)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, its module imported; None where there is none of that name."""
        if cmd_name not in self.commands_of:
            return None
        module = import_module(f"tracker.cli.{self.commands_of[cmd_name][0]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in self.commands_of.items()])


def run(group: click.Group) -> None:
    """Run the command of this process's arguments and leave: 0, 1 with a sentence, or 2 for wrong use."""
    sys.excepthook = last_words
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # a terminal of few letters
    sys.exit(code_of(group, sys.argv[1:]))


def code_of(group: click.Group, arguments: Sequence[str]) -> int:
    """Run the command and return its exit code; what is wrong is told on standard error."""
    try:
        with group.make_context(group.name, list(arguments)) as context:
            code = group.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except TrackerError as error:
        click.echo(error.sentence, err=True)
        return 2 if isinstance(error, BadSettings) else 1
    except OSError as error:
        return _of_system(error)
    return code if isinstance(code, int) else 0


def _of_system(error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        # Whoever read us has left; what stands in the buffer must not be flushed into nothing at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    click.echo(f"{error.filename or 'The system'}: {error.strerror or error}", err=True)
    return 1


def last_words(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Say that the tracker itself is at fault and where, without a word of what it was reading."""
    place = "an unknown place"
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if "tracker" in Path(code.co_filename).parts:
            place = f"{Path(code.co_filename).name} line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    click.echo(
        f"A fault of the tracker itself: {kind.__name__} in {place}. Please report this line.", err=True
    )
