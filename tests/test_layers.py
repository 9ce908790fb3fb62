"""The house has one direction of imports; this holds the table of docs/architecture.md."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"
FILES = sorted(BOT.rglob("*.py"))

# Where nothing waits for anything else: everything down to the page is plain functions.
MAY_WAIT = {"discord_app", "server_facts", "operations"}
BELOW_ANSWERS = {"text", "knowledge", "server_facts", "understanding"}
MAY_IMPORT: dict[str, set[str]] = {
    "text": set(),
    "knowledge": {"text"},
    "server_facts": {"text", "knowledge", "errors"},
    "understanding": {"text", "knowledge", "server_facts"},
    "answering": BELOW_ANSWERS,
    "presentation": {*BELOW_ANSWERS, "answering"},
    "assistant": {*BELOW_ANSWERS, "answering", "presentation"},
    "rehearsal": {"assistant", "knowledge", "presentation", "server_facts", "understanding"},
    "discord_app": {"assistant", "presentation", "server_facts", "operations", "errors", "settings"},
    "terminal": {"assistant", "presentation"},
    "operations": set(),
    "errors": set(),
    "settings": {"errors", "settings_values"},
    "settings_values": set(),
}
WIRING = {"cli", "facts_cli", "__main__", "__init__"}
PICTURES = "presentation/pictures/"
ONLY_IN = {
    "discord": "discord_app/",
    "rapidfuzz": "text/similarity.py",
    "yaml": "knowledge/",
    "sqlalchemy": "server_facts/",
    "alembic": "server_facts/",
    "asyncpg": "server_facts/",
    "prometheus_client": "operations/",
    "matplotlib": PICTURES,
    "PIL": PICTURES,
}
LATE = {"matplotlib", "numpy", "PIL"}
COLD = {
    "prometheus_client",
    "discord",
    "aiohttp",
    "matplotlib",
    "numpy",
    "PIL",
    "prompt_toolkit",
    "rich",
    "dotenv",
    "yaml",
    "rapidfuzz",
    "sqlalchemy",
    "alembic",
    "aiosqlite",
    "asyncpg",
    "asyncio",
}


def room(path: Path) -> str:
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            # `from bot import errors` names the room only in what is imported.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    here = room(path)
    if here in WIRING:
        return
    ours = {name.split(".")[1] for name in imports(parsed(path)) if name.startswith("bot.")}
    assert ours <= MAY_IMPORT[here] | {here}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_some_libraries_have_one_place(path: Path) -> None:
    """Discord stays behind its door, there is one similarity and one reader of YAML."""
    used = {name.split(".")[0] for name in imports(parsed(path))}
    where = path.relative_to(BOT).as_posix()
    assert [name for name, place in ONLY_IN.items() if name in used and not where.startswith(place)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pictures_cost_nothing_before_the_first(path: Path) -> None:
    at_once = ast.Module([node for node in parsed(path).body if isinstance(node, ast.Import | ast.ImportFrom)], [])
    assert LATE.isdisjoint(name.split(".")[0] for name in imports(at_once))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_what_talks_to_others_waits(path: Path) -> None:
    waiting = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.AsyncFunctionDef)]
    assert not waiting or room(path) in MAY_WAIT


def test_every_room_is_in_the_table() -> None:
    assert {room(path) for path in FILES} <= MAY_IMPORT.keys() | WIRING


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--json"], ["--conversation"]], ids=" ".join)
def test_one_answer_waits_for_nothing_it_does_not_need(tmp_path: Path, options: list[str]) -> None:
    """A cold `bot ask` is one of the promises of the product: it loads neither Discord nor the chat.

    Once the facts were checked it does not even load what checks them.
    """
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "bot", "ask", *options, "!champion LMP3 2022"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=os.environ | {"CACHE_DIR": str(tmp_path)},
            check=True,
        )
    loaded = set(re.findall(r"^import time:.*\|\s+([\w.]+)$", done.stderr, re.MULTILINE))
    assert "bot.assistant" in loaded
    assert {name.split(".")[0] for name in loaded} & COLD == set()
