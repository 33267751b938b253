"""`python -m tests.sim [--seed N] [--steps M] [--life K]`: the engine under simulated faults, and its account.

The seed is printed. Where a law is broken, the life's number and its last steps are printed too:
the same words with --life repeat it alone.
"""

import argparse
import random
import sys
import time

from tests.sim import drive


def main(words: list[str]) -> int:
    """Live until so many steps are done; return 1 where a law was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.sim", description=__doc__)
    parser.add_argument("--seed", default=str(random.SystemRandom().randrange(10**6)))
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--life", type=int, help="only this life of the seed")
    said = parser.parse_args(words)
    print(f"seed {said.seed}, {said.steps} steps", flush=True)
    start, name, total = time.monotonic(), "", drive.Life()
    try:
        for one in drive.lives(said.seed, said.steps, only=said.life):
            name, total = one
    except AssertionError as error:
        print(f"life {name} broke a law: {error}", flush=True)
        return 1
    took = time.monotonic() - start
    print(f"{total.steps} steps in {total.lives} lives, {took:.0f} s, no law broken: {total.words}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
