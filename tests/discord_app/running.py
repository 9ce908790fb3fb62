"""A bot in a process of its own, as an operator runs it."""

from __future__ import annotations

import asyncio
import re
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from processes import BOT, clean

PATIENCE = 60.0


@dataclass
class Running:
    """A bot in a process of its own, and what it has printed so far."""

    process: asyncio.subprocess.Process
    printed: list[str] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.printed.append(line.decode("utf-8"))
            self.news.set()

    async def prints(self, text: str, *, times: int = 1) -> None:
        async with asyncio.timeout(PATIENCE):
            while sum(text in line for line in self.printed) < times:
                self.news.clear()
                await self.news.wait()

    @property
    def port(self) -> int:
        found = re.search(r"can be read on port (\d+)", "".join(self.printed))
        assert found is not None
        return int(found[1])

    async def get(self, path: str) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    async def figure(self, name: str) -> float:
        _, text = await self.get("/metrics")
        found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
        return float(found[1]) if found else 0.0


@asynccontextmanager
async def running(folder: Path, **env: str) -> AsyncIterator[Running]:
    process = await asyncio.create_subprocess_exec(
        *BOT, "run", cwd=folder, env=clean(**env), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    bot = Running(process)
    reading = asyncio.create_task(bot.read())
    try:
        yield bot
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading
