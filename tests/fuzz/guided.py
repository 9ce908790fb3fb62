"""`python -m tests.fuzz.guided`: odd input, led by which code of the bot each reaches.

It needs atheris, which is installed by `pip install -c constraints.txt '.[fuzz]'` on Linux and not for the tests: most
machines have no wheel of it. What raises an exception that people or the log would see as unknown is shown with its
input, and the exit status is not 0.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

# Longer questions are refused at once, and a file of this size holds every kind of thing.
LONGEST = 1_000


def main() -> None:
    """Run until there were as many inputs as are asked for; ends the process."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz.guided")
    asked.add_argument("--inputs", type=int, default=200_000, metavar="NUMBER")
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with atheris.instrument_imports(include=["bot"]):
        from .targets import Targets
    targets = Targets()
    with tempfile.TemporaryDirectory(prefix="fuzz-corpus-") as corpus:
        for number, content in enumerate(targets.seeds()):
            (Path(corpus) / str(number)).write_bytes(content)
        flags = [f"-runs={options.inputs}", f"-seed={options.seed}", f"-max_len={LONGEST}", "-timeout=20"]
        atheris.Setup([sys.argv[0], *flags, corpus], targets.feed)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
