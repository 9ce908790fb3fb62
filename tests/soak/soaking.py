"""The run itself: people ask, trouble comes, and the bot in its own process is asked for its figures."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import aiohttp
from postgres import Postgres
from standin import Message, Person, Standin

from bot.understanding.local.trial import stored_questions

from .report import Report, Sample
from .trouble import TROUBLES, Scene

SERVERS, PEOPLE = 6, 40
SAMPLES = 40
AT_ONCE = 60
PATIENCE = 180.0
RESTS_WITHIN = 90.0
FIGURES = {
    "memory": "process_resident_memory_bytes",
    "tasks": 'bot_tasks{kind="all"}',
    "files": "process_open_fds",
}
ERRORS = 'bot_log_lines_total{level="ERROR"}'


@dataclass(frozen=True)
class Plan:
    """How much, for how long at least, and how often something goes wrong: once in `trouble_every` events."""

    events: int
    seconds: float = 0.0
    seed: int = 2026
    trouble_every: int = 300


async def soak(plan: Plan, tell: Callable[[str], None] = lambda line: None) -> Report:
    """Run as `plan` says and return what became of it; `tell` hears how far it is."""
    postgres = Postgres()
    try:
        async with Standin() as discord:
            people = _people(discord)
            async with _bot(discord, postgres.new_database()) as (process, port):
                await discord.ready(within=PATIENCE)
                scene = Scene(discord, postgres, process.pid, Random(plan.seed))
                return await _Run(plan, scene, people, port, tell).through()
    finally:
        postgres.stop()


def _people(discord: Standin) -> list[Person]:
    guilds = [discord.guild(f"Server {number}") for number in range(SERVERS)]
    return [discord.member(f"Member {number}", guilds[number % SERVERS]) for number in range(PEOPLE)]


class _Run:
    def __init__(self, plan: Plan, scene: Scene, people: list[Person], port: int, tell: Callable[[str], None]) -> None:
        self.plan, self.scene, self.people, self.port, self.tell = plan, scene, people, port, tell
        self.report = Report()
        self._dice = scene.dice
        self._lines = [line for line in stored_questions() if not line.startswith("!")]
        self._waiting: list[Message] = []

    async def through(self) -> Report:
        started = time.monotonic()
        # What is loaded with the first questions is no growth.
        for _ in range(min(AT_ONCE, self.plan.events)):
            self._ask()
        await self._all_answered()
        await self._sample()
        every = max(self.plan.events // SAMPLES, 1)
        while self.report.events < self.plan.events or time.monotonic() - started < self.plan.seconds:
            self._ask()
            if self.report.events % self.plan.trouble_every == 0:
                await self._trouble()
            if len(self._waiting) >= AT_ONCE:
                await self._all_answered()
            if self.report.events % every == 0:
                await self._sample()
        await self.scene.calms_down()
        await self._all_answered()
        await self._comes_to_rest()
        self.report.seconds = time.monotonic() - started
        return self.report

    async def _comes_to_rest(self) -> None:
        """Look until nothing is left over: connections are kept open for a while in case there is more to send."""
        until = time.monotonic() + RESTS_WITHIN
        await self._sample()
        while self.report.leaked and time.monotonic() < until:
            await asyncio.sleep(1)
            await self._sample()

    def _ask(self) -> None:
        person, line = self._dice.choice(self.people), self._dice.choice(self._lines)
        if self._dice.random() < 0.2:
            asked = person.posts(line, in_=person.dm)
        else:
            asked = person.posts(f"{self.scene.discord.bot.mention} {line}")
        self._waiting.append(asked)
        self.report.questions += 1
        self.report.events += 1

    async def _trouble(self) -> None:
        name = self._dice.choice(sorted(TROUBLES))
        self.report.troubles[name] += 1
        self.report.events += 1
        await TROUBLES[name](self.scene)

    async def _all_answered(self) -> None:
        """Wait for every question; one that is not answered after a long time is lost."""
        waiting, self._waiting = self._waiting, []
        try:
            await self.scene.discord.until(lambda: all(one.replies for one in waiting), within=PATIENCE)
        except AssertionError:
            self.report.lost += [one.content for one in waiting if not one.replies]
        self.report.doubled += [one.content for one in waiting if len(one.replies) > 1]

    async def _sample(self) -> None:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}/metrics") as answer,
        ):
            text = await answer.text()
        figures = {name: _figure(text, key) for name, key in FIGURES.items()}
        self.report.samples.append(Sample(self.report.events, **figures))
        self.report.errors = _figure(text, ERRORS)
        self.tell(f"{self.report.events:>9,} events, {figures['memory'] / 2**20:.0f} MiB, {len(self.report.lost)} lost")


def _figure(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


@asynccontextmanager
async def _bot(discord: Standin, address: str) -> AsyncIterator[tuple[Process, int]]:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    env = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    env |= {
        **discord.environment,
        "DATABASE_URL": address,
        "METRICS_PORT": str(port),
        "SYNC_COMMANDS": "no",
        "CACHE_DIR": "off",
    }
    env |= {"QUESTIONS_PER_MINUTE": "1000000", "PYTHONPATH": str(Path(__file__).parents[2])}
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=env, stderr=DEVNULL
        )
        try:
            yield process, port
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.wait(), PATIENCE)
