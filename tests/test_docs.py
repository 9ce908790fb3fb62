"""What README.md and docs/ show is what the bot does: change one, and the other has to follow."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from bot.assistant import Assistant
from bot.knowledge.kinds import KINDS
from bot.knowledge.loading import check_folder
from bot.knowledge.model import Entry

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")
PATH = re.compile(
    r"`((?:bot|text|knowledge|understanding|answering|presentation|terminal|discord_app|operations|tests|benchmarks)/[\w/.]+\.\w+)`"
)


def transcripts() -> list[tuple[str, str]]:
    """Return every shown command with what is shown below it; those that write files are left out."""
    blocks = [
        block for page in PAGES for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    ]
    parts = [part.split("\n", 1) for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, shown.strip()) for command, shown in parts if "--write-schema" not in command]


@pytest.mark.slow
@pytest.mark.parametrize(("command", "shown"), transcripts(), ids=lambda text: text[:60])
def test_a_transcript_is_what_the_bot_prints(command: str, shown: str) -> None:
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "KNOWLEDGE_DIR": ""}
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.strip() == shown, done.stderr


def test_a_fact_is_added_as_the_readme_tells(tmp_path: Path) -> None:
    """Its source and its fact, put where it says, have the mistakes that it shows, and in the end none."""
    told = (ROOT / "README.md").read_text("utf-8").partition("## Add a fact")[2]
    source, fact = re.findall(r"```yaml\n(.*?)```", told, re.DOTALL)
    shown = [block.splitlines() for block in re.findall(r"```text\n(.*?)```", told, re.DOTALL)]
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder)

    def problems() -> list[str]:
        return [str(problem) for problem in check_folder(folder)]

    for file, head, entry in (("sources.yml", "sources:\n", source), ("circuits/the-bend.yml", "\nnotes:\n", fact)):
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text.replace(head, head + entry, 1), "utf-8")
    assert problems() == shown[0]
    circuit = folder / "circuits" / "the-bend.yml"
    circuit.write_text(circuit.read_text("utf-8").replace("source: [", "sources: ["), "utf-8")
    assert problems() == shown[1]
    circuit.write_text(circuit.read_text("utf-8").replace("weekly-27", "weekly-2027"), "utf-8")
    assert problems() == []
    assert "The pit lane was resurfaced in March 2027." in Assistant.from_folder(folder).reply("circuit the bend").text


def models(root: type[Entry]) -> set[type[Entry]]:
    """Return `root` and every model inside it."""
    found = {root}
    pending: list[object] = [field.annotation for field in root.model_fields.values()]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, Entry):
            found |= models(annotation)
        else:
            pending += get_args(annotation)
    return found


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_data_dictionary_names_every_key(kind: object) -> None:
    """Keys that must be there carry a star, wherever they are explained."""
    text = (ROOT / "docs" / "knowledge.md").read_text("utf-8")
    for model in models(kind.entry):  # type: ignore[attr-defined]
        for name, field in model.model_fields.items():
            shown = f"`{field.alias or name}`{'*' if field.is_required() else ''}"
            assert shown in text, f"{model.__name__}: {shown}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_points_to_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
    named = [name for name in PATH.findall(text) if not name.endswith("designers.py")]
    assert [name for name in named if not (ROOT / name).exists() and not (ROOT / "bot" / name).exists()] == []


def test_the_readme_says_how_to_run_and_test() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
