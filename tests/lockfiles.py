"""The lock files pin every package with its hashes, hold what pyproject asks for, and no address.

`python -m tests.lockfiles` says what is wrong with them; `make lock` ends with it.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==\S+")
HASH = re.compile(r"^\s+--hash=sha256:[0-9a-f]{64}\b")
GROUPS = {  # requirement file: the dependency groups it must hold, besides the project's own
    "run.txt": ("build",),
    "dev.txt": ("build", "dev"),
    "fuzz.txt": ("fuzz",),
    "node.txt": ("node",),
}
WITH_PROJECT = ("run.txt", "dev.txt")


def normal(name: str) -> str:
    """Return a package's name in the one spelling that the lock files use."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name, maxsplit=1)[0]).lower()


def pins(text: str) -> dict[str, int]:
    """Return the packages a requirement file pins, each with its number of hashes."""
    found: dict[str, int] = {}
    last = ""
    for line in text.splitlines():
        if pin := PIN.match(line):
            last = normal(pin[1])
            found[last] = 0
        elif HASH.match(line):
            found[last] += 1
    return found


def faults_of_requirements(name: str, text: str, wanted: set[str]) -> Iterator[str]:
    """Name each address, each package without hashes, and each wanted package that is not pinned."""
    if "://" in text or re.search(r"^--(?!hash)", text, re.MULTILINE):
        yield f"{name} holds an address or an option"
    found = pins(text)
    yield from (f"{name} pins {package} without a hash" for package, hashes in found.items() if not hashes)
    yield from (f"{name} does not pin {package}" for package in sorted(wanted - set(found)))


def faults_of_npm(lock: dict[str, dict[str, dict[str, str]]]) -> Iterator[str]:
    """Name each npm package that carries an address or no integrity."""
    for name, package in lock["packages"].items():
        if "resolved" in package:
            yield f"package-lock.json carries an address for {name}"
        if name and "integrity" not in package:
            yield f"package-lock.json has no integrity for {name}"


def faults() -> list[str]:
    """Return what is wrong with the lock files of this project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    own = {normal(wanted) for wanted in project["project"]["dependencies"]}
    found: list[str] = []
    for name, groups in GROUPS.items():
        wanted = {normal(p) for group in groups for p in project["dependency-groups"][group]}
        wanted |= own if name in WITH_PROJECT else set()
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        found += faults_of_requirements(name, text, wanted)
    return found + list(faults_of_npm(json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))))


if __name__ == "__main__":
    wrong = faults()
    print("\n".join(wrong) or "The lock files are whole.")
    sys.exit(1 if wrong else 0)
