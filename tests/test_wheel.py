"""The wheel works by itself: no checkout beside it, its facts inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "CACHE_DIR") if name in os.environ}
    done = subprocess.run(
        command, cwd=cwd, env=kept | env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_code_and_the_facts_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    facts = [path.relative_to(ROOT / "knowledge") for path in (ROOT / "knowledge").rglob("*.yml")]
    assert facts
    assert [fact for fact in facts if f"bot/shipped_knowledge/{fact.as_posix()}" not in names] == []
    assert "bot/py.typed" in names
    assert "bot/server_facts/migrations/versions/0001_first.py" in names
    assert {name.split("/")[0] for name in names} == {"bot", "asian_le_mans_bot-0.1.0.dist-info"}
    assert [name for name in names if "__pycache__" in name or "/.env" in name] == []


def test_an_installed_wheel_answers_with_no_checkout_beside_it(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", site, wheel, cwd=empty)
    # The libraries come from the environment of the tests; the bot, which comes first on the path, from the wheel.
    env = {"PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
    where = run(sys.executable, "-c", "import bot.settings as s; print(s.shipped_knowledge())", cwd=empty, **env)
    assert Path(where.strip()) == site / "bot" / "shipped_knowledge"
    record = json.loads(run(site / "bin" / "bot", "ask", "--json", "!champion LMP3 2022", cwd=empty, **env))
    assert record["outcome"] == "answered"
    assert "no problems" in run(site / "bin" / "bot", "check", cwd=empty, **env)
    assert "from 0 places" in run(site / "bin" / "bot", "facts", "forget", "1", cwd=empty, **env)
