"""Scores the reader on the annotated cables and deadline sentences, and compares with the recorded floor.

`python -m tests.score FOLDER` prints and compares; `--record` writes the figures of this run as the
new floor. Where there is no such folder it says so and ends well.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOOR = Path(__file__).with_name("score_floor.json")
TRACKER = Path(sys.executable).with_name("tracker")
ROUNDING = 0.0005  # the floor keeps three decimals
OF_CABLES = ("header", "refs", "actions", "by cable", "silent", "due", "contacts", "handover", "events")
OF_SENTENCES = ("dated", "undated", "negative", "time of day")

Figures = dict[str, dict[str, float]]


def measure(folder: Path) -> tuple[Figures, Figures]:
    """Return the figures for the cables and for the deadline sentences."""
    cables = _scored(folder, [str(folder / "cables")], ["read", "--json"])
    deadlines = _scored(folder, ["--deadlines", str(folder / "deadlines.json")], ["deadlines", "--json"])
    return cables, deadlines


def _scored(folder: Path, options: list[str], command: list[str]) -> Figures:
    words = [sys.executable, str(folder / "score.py"), *options, "--json", "--", str(TRACKER), *command]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The reader could not be scored: {done.stdout}{done.stderr}")
    figures: Figures = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def print_figures(title: str, figures: Figures) -> None:
    """Print one line a field, in the order given."""
    print(title)
    for field, values in figures.items():
        shown = "  ".join(f"{name} {_shown(name, value)}" for name, value in values.items())
        print(f"  {field:15} {shown}")


def _shown(name: str, value: float) -> str:
    return f"{value:.0f}" if name in ("wanted", "right") else f"{value:.3f}"


def below(floor: dict[str, float], figures: Figures) -> list[str]:
    """Return a sentence for each figure that fell below its floor."""
    return [
        f"{field} is {_one(figures[field]):.3f}, the floor is {lowest:.3f}"
        for field, lowest in floor.items()
        if _one(figures[field]) < lowest - ROUNDING
    ]


def _one(values: dict[str, float]) -> float:
    """Return the figure that stands for a field: F1, or the share that is right."""
    return values["f1"] if "f1" in values else values["share"]


def record(cables: Figures, deadlines: Figures) -> None:
    """Write this run's figures as the floor."""
    floor = {
        "cables": {field: round(_one(cables[field]), 3) for field in OF_CABLES},
        "deadlines": {field: round(_one(deadlines[field]), 3) for field in OF_SENTENCES},
    }
    FLOOR.write_text(json.dumps(floor, indent=2) + "\n", encoding="utf-8")
    print(f"Recorded in {FLOOR.relative_to(ROOT)}.")


def main() -> int:
    """Print the figures; return 1 where one fell below its floor."""
    parser = argparse.ArgumentParser(description="Score the reader on annotated cables.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--record", action="store_true", help="write the figures as the new floor")
    options = parser.parse_args()
    if not (options.folder / "score.py").is_file():
        print(f"There are no annotated cables at {options.folder}, so nothing is scored.")
        return 0
    cables, deadlines = measure(options.folder.resolve())
    print_figures("Annotated cables", cables)
    print_figures("Deadline sentences", deadlines)
    if options.record:
        record(cables, deadlines)
        return 0
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))
    fallen = below(floor["cables"], cables) + below(floor["deadlines"], deadlines)
    for sentence in fallen:
        print(f"Worse than recorded: {sentence}.")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
