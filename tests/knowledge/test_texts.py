"""What holds for every text of the shipped folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "knowledge"


def texts(entry: object) -> list[str]:
    """Return every text below `entry` that an answer may show."""
    if isinstance(entry, dict):
        return [text for key, value in entry.items() if key not in ("id", "sources", "about") for text in texts(value)]
    if isinstance(entry, list):
        return [text for value in entry for text in texts(value)]
    return [entry] if isinstance(entry, str) else []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(FOLDER.rglob("*.yml")) if path.name not in ("sources.yml", "vocabulary.yml")],
    ids=lambda path: str(path.relative_to(FOLDER)),
)
def test_no_text_speaks_of_how_it_was_gathered(path: Path) -> None:
    """A text is for readers: no ids of sources, and nothing of the work behind it."""
    workshop = re.compile(r"\b(seed|excerpts?|unsourced|sources? seen|TODO)\b|[a-z0-9]+_[a-z0-9]+|\[", re.IGNORECASE)
    assert [text for text in texts(yaml.safe_load(path.read_text(encoding="utf-8"))) if workshop.search(text)] == []
