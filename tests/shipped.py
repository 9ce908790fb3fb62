"""The shipped facts, loaded once a process, and the ways people write their seasons."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Season
from bot.understanding.reader import Reader

FOLDER = Path(__file__).parents[1] / "knowledge"


@cache
def knowledge() -> Knowledge:
    return Knowledge.from_folder(FOLDER)


@cache
def assistant() -> Assistant:
    return Assistant(knowledge())


@cache
def reader() -> Reader:
    return Reader.of(knowledge())


def spellings(season: Season) -> tuple[str, ...]:
    """Return the ways to write `season` that name no other one."""
    first = season.id[:4]
    if "-" not in season.id:
        return first, f"'{first[2:]}"
    short, last = first[2:], season.id[5:]
    full = f"{first[:2]}{last}"
    return (
        f"{first}–{last}",
        f"{first}-{last}",
        f"{first}/{last}",
        f"{short}/{last}",
        f"{short}-{last}",
        f"{first}-{full}",
        f"{first}–{full}",
        f"{first}/{full}",
    )
