"""Runs the command line: inside the test's own process as its entry point would, or in processes of their own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import tracker
from tracker.cli.group import code_of

SAMPLES = Path(__file__).resolve().parents[1] / "config" / "samples"
CABLE = """P 312108Z JUL 08
FM SECSTATE WASHDC
TO {to}
UNCLAS STATE 012345

SIPDIS

E.O. 12958: N/A
TAGS: PREL MX
SUBJECT: A VISIT OF HARBOR EXPERTS

1. Embassy is requested to report the ministry's answer by COB August 6.

2. Post may wish to invite the harbor master.

3. The point of contact is Ines Calder, CalderI@state.example, 202-555-0121.
"""
LONGEST = 60.0  # seconds a command may take before it is taken to hang


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The objects of `--json`, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """`command_line("tasks", "--json")` returns the answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object) -> Answer:
        self.capsys.readouterr()
        code = code_of(tracker, [str(argument) for argument in arguments])
        said = self.capsys.readouterr()
        return Answer(code, said.out, said.err)


@dataclass
class Installation:
    """A data folder and the variables of the processes that work on it."""

    home: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
        return kept | {"TRACKER_HOME": str(self.home)} | self.variables

    def run(self, *words: object, given: str = "") -> Answer:
        """Run a command to its end, in a process of its own."""
        done = subprocess.run(
            self.command(*words),
            env=self.environ,
            input=given,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def objects(self, *words: object) -> list[dict[str, Any]]:
        """Return what a command prints with --json; it must end well and say nothing else."""
        answer = self.run(*words, "--json")
        assert (answer.code, answer.err) == (0, "")
        return answer.objects

    def start(self, *words: object) -> subprocess.Popen[str]:
        """Start a command; the test waits for its end."""
        return subprocess.Popen(
            self.command(*words),
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @staticmethod
    def command(*words: object) -> list[str]:
        return [sys.executable, "-m", "tracker.cli", *map(str, words)]
