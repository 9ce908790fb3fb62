"""Whole processes, timed one after the other in turns, so that a busy moment of the machine strikes all alike."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.figures import Figures

_KEPT = ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH")


def bot_command() -> list[str]:
    """Return what starts the bot as people start it: the script beside this Python, or the module."""
    script = shutil.which("bot", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "bot"]


def python(code: str) -> list[str]:
    """Return the command that runs `code` in a fresh Python."""
    return [sys.executable, "-c", code]


NO_CACHE = {"CACHE_DIR": "off"}


def output(command: Sequence[str], folder: str | None = None, settings: Mapping[str, str] = NO_CACHE) -> str:
    """Return what `command` prints; raise `CalledProcessError` where it fails."""
    # Without the settings of whoever measures: no other knowledge, and compiled modules are kept, as on any machine.
    env = {name: os.environ[name] for name in _KEPT if name in os.environ}
    env |= settings
    done = subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def in_turns(commands: Sequence[Sequence[str]], rounds: int, caches: Sequence[str] = ()) -> list[Figures]:
    """Return the seconds each of `commands` took over `rounds` rounds; a first round only warms the disk's cache.

    `caches` are folders, one a command, in which each may keep what it likes from round to round; in the name of one
    that is to be new in every round stands `{round}`.
    """
    taken: list[list[float]] = [[] for _ in commands]
    with TemporaryDirectory() as empty:
        for number in range(rounds + 1):
            for command, cache, seconds in zip(commands, caches or ["off"] * len(commands), taken, strict=True):
                settings = {"CACHE_DIR": cache.format(round=number)}
                start = perf_counter()
                output(command, empty, settings)
                if number:
                    seconds.append(perf_counter() - start)
    return [Figures(tuple(seconds)) for seconds in taken]
