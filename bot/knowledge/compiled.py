"""A checked folder in a form that is read fast, kept between starts in a cache folder of the user's.

What is kept stands for the very bytes of the files it was made from and for the very program that checked them: where
either has changed by as much as a byte, the files are read and checked anew. It is never needed. One that is missing,
torn, or not the user's alone is passed over, and a folder that cannot be written to is left in peace.
"""

from __future__ import annotations

import io
import os
import pickle
import stat
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pydantic

from bot.knowledge import model
from bot.knowledge.tables import Tables

_HERE = Path(__file__).parent
_PROGRAM = (_HERE, _HERE / "model", _HERE.parent / "text")
_DIGEST = blake2b().digest_size
_UNFIT = (pickle.UnpicklingError, AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError)


def mark_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return what tells these files, by name and content and as this program reads them, from all others.

    Raises `OSError` where the program's own files cannot be read.
    """
    mark = blake2b(_program())
    for name, content in files:
        mark.update(f"{name}\0{len(content)}\0".encode())
        mark.update(content)
    return mark.digest()


def _program() -> bytes:
    """Return a mark of all that decides how files are read: our own code, and who parses and validates for it."""
    mark = blake2b(f"{sys.version} {pydantic.VERSION}".encode())
    yaml = find_spec("yaml")
    own = [path for folder in _PROGRAM for path in sorted(folder.glob("*.py*"))]
    if not own:
        raise FileNotFoundError(_HERE)
    for path in (*own, *([Path(yaml.origin)] if yaml and yaml.origin else ())):
        mark.update(path.read_bytes())
    return mark.digest()


class Compiled:
    """What is kept in `cache` of the knowledge folder `source`: one file, replaced when the folder has changed."""

    def __init__(self, cache: Path, source: Path) -> None:
        name = blake2b(os.fsencode(source.resolve()), digest_size=8).hexdigest()
        self._file = cache / f"knowledge-{name}"

    def read(self, mark: bytes) -> Tables | None:
        """Return the tables kept for `mark`; None where there are none, or none to be trusted."""
        try:
            with self._file.open("rb") as file:
                content = file.read() if _is_ours(file.fileno()) else b""
        except OSError:
            return None
        kept = content[2 * _DIGEST :]
        if content[: 2 * _DIGEST] != mark + blake2b(kept).digest():
            return None
        try:
            tables = _Reader(io.BytesIO(kept)).load()
            return Tables(**{name: _read_only(table) for name, table in tables.items()})
        except _UNFIT:
            return None

    def write(self, mark: bytes, tables: Tables) -> None:
        """Keep `tables` for `mark`, whole or not at all."""
        plain = {one.name: _plain(getattr(tables, one.name)) for one in fields(Tables)}
        kept = pickle.dumps(plain, protocol=5)
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(self._file, mark + blake2b(kept).digest() + kept)


class _Reader(pickle.Unpickler):
    """Makes entries, dates and plain values, and calls nothing else, whatever is in the file."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("datetime", "date"):
            return date
        if module.startswith(f"{model.__name__}.") and name in model.__all__:
            return getattr(model, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no entry")


def _is_ours(file: int) -> bool:
    """Say whether nobody but this user can write the open file; where files have no such owners, it is."""
    if not hasattr(os, "geteuid"):
        return True
    found = os.fstat(file)
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _replace(file: Path, content: bytes) -> None:
    # Loaded here, as most starts only read what an earlier one has written.
    from tempfile import NamedTemporaryFile

    # Such a file is its owner's alone.
    with NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.", delete=False) as new:
        try:
            new.write(content)
            new.close()
            Path(new.name).replace(file)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise


def _plain(table: Any) -> Any:
    return dict(table) if isinstance(table, Mapping) else table


def _read_only(table: Any) -> Any:
    return MappingProxyType(table) if isinstance(table, dict) else table
