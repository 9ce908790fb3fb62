"""`python -m tests.fuzz --inputs 1000000`: give the bot odd input and say what it made of it.

Whatever raises an exception that people or the log would see as unknown is printed with its input, and the exit status
is 1. `--seed` repeats a run, `--processes` shares it out.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from .running import SHOWN, run


def main() -> int:
    """Run as many inputs as are asked for and print a table."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("--inputs", type=int, default=1_000_000, metavar="NUMBER")
    asked.add_argument("--seed", type=int, default=int(time.time()))
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="NUMBER")
    options = asked.parse_args()
    each = -(-options.inputs // options.processes)
    started = time.monotonic()
    with ProcessPoolExecutor(options.processes) as pool:
        ran = list(
            pool.map(run, [options.seed + number for number in range(options.processes)], [each] * options.processes)
        )
    counted: Counter[str] = Counter()
    for one in ran:
        counted += one.inputs
    for name, count in counted.items():
        print(f"{count:>9,}  {name}")
    failures = [failure for one in ran for failure in one.failures]
    print(f"{counted.total():>9,}  inputs from seed {options.seed} in {time.monotonic() - started:.0f} s: ", end="")
    print(f"{len(failures)} exceptions.")
    print("\n".join(failures[:SHOWN]), end="\n" if failures else "")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
