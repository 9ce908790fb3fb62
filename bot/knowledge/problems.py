"""What is wrong with a knowledge folder: where it is, and one plain sentence about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Key = tuple[str | int, ...]

LONGEST_QUOTE = 60

# More problems than this in one file are a flood nobody reads; working on it would only take time.
MOST_PROBLEMS = 200
_BARE_KEY = re.compile(r"[\w-]+")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to put right.

    `file` is relative to the folder, with forward slashes. `line` counts from 1. `key` is the path inside the
    file, list positions counted from 0; it is empty where the file as a whole is meant.
    """

    file: str
    line: int
    key: str
    text: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:"
        return f"{where} {self.key}: {self.text}" if self.key else f"{where} {self.text}"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A problem whose line is not looked up yet."""

    file: str
    key: Key
    text: str


class KnowledgeError(Exception):
    """A knowledge folder that cannot be used; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quoted(text: str) -> str:
    """Return `text` in double quotes, on one line, printable, and cut when it is long."""
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return f'"{printable(short)}"'


def printable(text: str) -> str:
    """Return `text` with every mark a terminal could trip over written as an escape."""
    if text.isprintable():
        return text
    return "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in text)


def dotted(key: Key) -> str:
    """Return the path `key` as people read it: `champions[1].drivers[0]`."""
    parts: list[str] = []
    for part in key:
        if isinstance(part, int):
            parts.append(f"[{part}]")
        else:
            shown = part if _BARE_KEY.fullmatch(part) and len(part) <= LONGEST_QUOTE else quoted(part)
            parts.append(f".{shown}" if parts else shown)
    return "".join(parts)


def stem(file: str) -> str:
    """Return the name of `file` without folder and ending: the id its entry must have."""
    return file.rsplit("/", 1)[-1].removesuffix(".yml")
