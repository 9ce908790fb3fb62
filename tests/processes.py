"""The bot as a process of its own, for the tests of the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

BOT = [sys.executable, "-m", "bot"]
PATIENCE = 30.0


def clean(**env: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH", "CACHE_DIR") if name in os.environ}
    return kept | env


def bot(*arguments: str, given: bytes = b"", cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*BOT, *arguments], input=given, capture_output=True, cwd=cwd, env=clean(**env), timeout=PATIENCE, check=False
    )


def records(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.decode("utf-8").split("\n")[:-1]]


def refused(done: subprocess.CompletedProcess[bytes], lines: int = 1) -> str:
    """Return what was said on refusing: status 2, nothing on standard output, no traceback."""
    said = done.stderr.decode("utf-8")
    assert done.returncode == 2, said
    assert done.stdout == b""
    assert "Traceback" not in said
    assert lines == 0 or len(said.splitlines()) == lines, said
    return said
