"""Practising a restore: a backup brought to life beside the live database, which is only read."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.server_facts.model import ServerNotes
from bot.server_facts.operating import Works, opened
from bot.server_facts.problems import RefusedError

if TYPE_CHECKING:
    from bot.knowledge.base import Knowledge

SQLITE = b"SQLite format 3\x00"
NO_BACKUP = (
    "{} is no backup: name a file that `bot facts backup` wrote, or a file or folder that `bot facts export` wrote."
)
EMPTY_FOLDER = "{} holds no file that `bot facts export` wrote."


@dataclass(frozen=True, slots=True)
class Pair:
    """What is known of one server, in the live database and in the restored one; empty where it is not there."""

    live: ServerNotes
    restored: ServerNotes


async def pairs(address: str, backup: Path, knowledge: Knowledge) -> tuple[Pair, ...]:
    """Restore `backup` into a database of its own and return each server as both have it.

    Raise `RefusedError` where it cannot be used. Nothing is written to the database at `address`.
    """
    with tempfile.TemporaryDirectory(prefix="restored-") as folder:
        async with opened(address) as live, _restored(backup, Path(folder), knowledge) as restored:
            servers = sorted({*await live.servers(), *await restored.servers()})
            return tuple([Pair(await _notes(live, one), await _notes(restored, one)) for one in servers])


async def _notes(works: Works, server: int) -> ServerNotes:
    return await works.book.library.load(server)


@asynccontextmanager
async def _restored(backup: Path, folder: Path, knowledge: Knowledge) -> AsyncIterator[Works]:
    file = folder / "restored.db"
    exported = [] if _is_sqlite(backup) else _exported(backup)
    if not exported:
        await asyncio.to_thread(shutil.copyfile, backup, file)
    async with opened(f"sqlite+aiosqlite:///{file}", knowledge) as works:
        for one in exported:
            await _take_in(works, one)
        yield works


async def _take_in(works: Works, file: Path) -> None:
    plan = await works.plan(await asyncio.to_thread(file.read_bytes), _server_of(file))
    if plan.refused:
        lines = "\n".join(f"{file}:{line.line}: {line.reason}" for line in plan.refused)
        raise RefusedError(f"{file} cannot be taken in whole:\n{lines}")
    await works.book.apply(plan, None)


def _server_of(file: Path) -> int | None:
    number = file.stem.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() else None


def _is_sqlite(backup: Path) -> bool:
    if not backup.is_file():
        return False
    with backup.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE


def _exported(backup: Path) -> list[Path]:
    if backup.is_dir():
        found = sorted(backup.glob("*.yml"))
        if not found:
            raise RefusedError(EMPTY_FOLDER.format(backup))
        return found
    if backup.suffix != ".yml":
        raise RefusedError(NO_BACKUP.format(backup))
    return [backup]
