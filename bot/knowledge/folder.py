"""Walk a knowledge folder and read its files, within limits and never outside the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bot.knowledge.kinds import KINDS, Kind, Shape
from bot.knowledge.problems import Problem, printable

MOST_FILES = 2_000
LARGEST_FILE = 1_000_000
LARGEST_FOLDER = 20_000_000

SCHEMA_FOLDER = "schema"

_FILES = {f"{kind.name}.yml": kind for kind in KINDS.values() if kind.shape is not Shape.FOLDER}
_FOLDERS = {kind.name: kind for kind in KINDS.values() if kind.shape is Shape.FOLDER}


@dataclass(frozen=True, slots=True)
class Found:
    """A file the bot reads; `file` is its path below the folder, with forward slashes."""

    kind: Kind
    file: str
    path: Path


@dataclass
class Listing:
    """The files of a folder in a fixed order, and what is wrong with the folder itself."""

    found: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    size: int = 0
    count: int = 0

    def complain(self, file: str, text: str) -> None:
        """Note a problem that has no place inside a file."""
        self.problems.append(Problem(printable(file), 1, "", text))


def list_folder(folder: Path) -> Listing:
    """Return what is in `folder`; files that are too large, foreign or elsewhere are problems and never opened."""
    listing = Listing()
    if not folder.is_dir():
        listing.complain(".", f"there is no folder {printable(str(folder))}")
        return listing
    try:
        _list_top(folder, listing)
    except OSError as error:
        listing.complain(".", f"the folder cannot be read: {error.strerror}")
    if listing.count > MOST_FILES or listing.size > LARGEST_FOLDER:
        limit = f"{MOST_FILES:,} files and {LARGEST_FOLDER // 1_000_000} MB"
        return Listing(problems=[Problem(".", 1, "", f"the folder is too large; at most {limit} are read")])
    return listing


def read_limited(found: Found) -> bytes | str:
    """Return the content of a file, or in a sentence why it is not read."""
    try:
        with found.path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"
    return content if len(content) <= LARGEST_FILE else too_large(len(content))


def too_large(size: int) -> str:
    """Say that a file is over the limit."""
    return f"the file has {max(size / 1_000_000, 1.1):.1f} MB; at most 1 MB is read, so split it"


def _list_top(folder: Path, listing: Listing) -> None:
    seen = set()
    for item in _entries(folder, folder, "", listing):
        seen.add(item.name)
        if item.is_dir():
            _list_below(folder, item.name, listing)
        elif kind := _FILES.get(item.name):
            _take(item, kind, item.name, listing)
        else:
            listing.complain(item.name, f"not a file I know; I read {', '.join(_FILES)}")
    for name in _FILES:
        if name not in seen:
            listing.complain(name, "this file is missing")
    for name, kind in _FOLDERS.items():
        if name not in seen:
            listing.complain(name, f"this folder is missing; it holds one file a {kind.one}")


def _list_below(folder: Path, name: str, listing: Listing) -> None:
    kind = _FOLDERS.get(name)
    if kind is None and name != SCHEMA_FOLDER:
        listing.complain(name, f"not a folder I know; I read {', '.join(_FOLDERS)}")
        return
    for item in _entries(folder, folder / name, f"{name}/", listing):
        file = f"{name}/{item.name}"
        if kind is None:
            listing.complain(file, "not a file I know; this folder holds generated *.json files")
        elif item.is_dir() or not item.name.endswith(".yml") or not item.name.isprintable():
            listing.complain(file, "not a file I know; this folder holds <id>.yml files")
        else:
            _take(item, kind, file, listing)


def _entries(root: Path, folder: Path, prefix: str, listing: Listing) -> Iterator[os.DirEntry[str]]:
    """Yield what is in `folder` by name, without what is ignored; links that lead out of `root` are problems."""
    with os.scandir(folder) as items:
        some = sorted(islice(items, MOST_FILES + 1), key=lambda item: item.name)
    listing.count += len(some)
    for item in some:
        if _ignored(item.name):
            continue
        if item.is_symlink() and not Path(item.path).resolve().is_relative_to(root.resolve()):
            listing.complain(prefix + item.name, "this link leads out of the folder; put a copy here")
            continue
        yield item


def _take(item: os.DirEntry[str], kind: Kind, file: str, listing: Listing) -> None:
    if not item.is_file():
        listing.complain(file, "this is not an ordinary file")
        return
    size = item.stat().st_size
    if size > LARGEST_FILE:
        listing.complain(file, too_large(size))
        return
    listing.size += size
    listing.found.append(Found(kind, file, Path(item.path)))


def _ignored(name: str) -> bool:
    return name.startswith((".", "LICENSE")) or name == "README.md" or name.endswith(".json")
