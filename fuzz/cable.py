"""Foreign text against every reader, for atheris: `make fuzz` runs it until stopped.

`python -m fuzz.cable FOLDER [libFuzzer's options]` keeps the inputs that reached new code in FOLDER;
`ARGS=-max_total_time=3600` ends it after an hour. A crash is a broken promise of `fuzz.promises`.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tracker"]):
    from bench import generated
    from fuzz import promises

SEEDS = 40


def one_input(data: bytes) -> None:
    """Read the bytes as a file's text would be."""
    promises.hold(data.decode("utf-8", errors="replace"))


def plant_seeds(folder: Path) -> None:
    """Give the first run something in the form of a cable to begin with."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(SEEDS):
        path = folder / f"seed-{seed:02d}"
        if not path.exists():
            path.write_text(generated.cable(seed, 1_500), encoding="utf-8")


if __name__ == "__main__":
    plant_seeds(Path(sys.argv[1]))
    atheris.Setup(
        [sys.argv[0], "-max_len=8192", "-timeout=10", f"-artifact_prefix={sys.argv[1]}/", *sys.argv[1:]],
        one_input,
    )
    atheris.Fuzz()
