"""The image and the composition cannot be built in every place; what they name is there all the same."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml
from processes import clean

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
LINES = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8")).splitlines()
STEPS = [line.split(maxsplit=1) for line in LINES if line and not line.startswith("#")]
SETTINGS = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))


def steps(name: str) -> list[str]:
    return [rest for step, rest in STEPS if step == name]


def composed() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yml").read_text("utf-8"))


def ignored() -> set[str]:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in lines
    return {line[1:] for line in lines if line.startswith("!")}


def test_what_is_copied_is_there_and_sent_to_the_builder() -> None:
    copied = [word for step in steps("COPY") if "--from" not in step for word in shlex.split(step)[:-1]]
    assert set(copied) == ignored()
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_what_the_build_reads_is_copied() -> None:
    """The wheel is built from these; a file of the metadata that is missing fails only in the build."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = {project["project"]["readme"], *project["project"]["license-files"], "pyproject.toml", "requirements.lock"}
    needed |= set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"])
    needed |= set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert needed <= ignored()


def versions(path: str) -> dict[str, str]:
    """Return the versions that a file of requirements pins, by the names of packages as the index spells them."""
    lines = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in lines}


def test_the_image_installs_what_the_tests_ran_with_and_nothing_else() -> None:
    locked, tested = versions("requirements.lock"), versions("constraints.txt")
    assert {name: locked[name] for name in locked if locked[name] != tested.get(name, locked[name])} == {}
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", one)[0]).lower() for one in needed}  # type: ignore[index]
    assert {*names, "hatchling"} <= set(locked)
    libraries, project = (step for step in steps("RUN") if "pip install" in step)
    assert "--require-hashes --requirement requirements.lock" in libraries
    assert "--no-deps --no-build-isolation ." in project


def test_all_that_is_locked_is_locked_by_its_hash() -> None:
    blocks = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text("utf-8").strip())
    pinned = [block for block in blocks if not block.startswith("#")]
    assert len(pinned) == len(versions("requirements.lock"))
    assert [block for block in pinned if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)] == []


def test_it_runs_as_nobody_in_particular_and_says_how_it_is() -> None:
    names = [step for step, _ in STEPS]
    assert "USER" in names
    assert names.index("USER") < len(names) - 1 - names[::-1].index("CMD")
    assert steps("USER") == ["bot"]
    (health,) = steps("HEALTHCHECK")
    assert '"python", "-m", "bot.operations.probe"' in health
    assert (ROOT / "bot" / "operations" / "probe.py").exists()
    assert steps("CMD") == ['["bot", "run"]']
    assert {image.split(" ")[0] for image in steps("FROM")} == {"python:3.12-slim"}
    set_there = {name for step in steps("ENV") for name in re.findall(r"([A-Z_]+)=", step)}
    assert {name for name in set_there if name in SETTINGS} == {"METRICS_PORT", "LOG_FORMAT"}


def test_what_is_composed_are_settings_and_fits_together() -> None:
    services = composed()["services"]
    bots = [one for one in services.values() if "build" in one]
    assert len(bots) == 2
    shards = [int(bot["environment"]["SHARD_IDS"]) for bot in bots]
    assert shards == list(range(int(bots[0]["environment"]["SHARD_COUNT"])))
    for bot in bots:
        env = {name: re.sub(r"\$\{\w+:\?[^}]*\}", "secret", said) for name, said in bot["environment"].items()}
        assert set(env) <= SETTINGS
        settings = Settings.from_env(env)
        assert settings.secrets() == ("secret",)
        (volume,) = bot["volumes"]
        assert volume.split(":")[0] in composed()["volumes"]
        assert volume.split(":")[1] == steps("VOLUME")[0]
    assert len({bot["volumes"][0] for bot in bots}) == 2
    assert "pg_isready" in services["database"]["healthcheck"]["test"]


def test_no_secret_is_written_into_either() -> None:
    for name in ("Dockerfile", "compose.yml"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"(?:TOKEN|PASSWORD)[:=] *(?![?$ ])\S", text), name
    assert len(fields(Settings)) == len(SETTINGS)


def test_the_probe_says_no_where_nobody_answers(tmp_path: Path) -> None:
    for port in ("1", "off", ""):
        done = subprocess.run(
            [sys.executable, "-m", "bot.operations.probe"], env=clean(METRICS_PORT=port), cwd=tmp_path, check=False
        )
        assert done.returncode == 1
