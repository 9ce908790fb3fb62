"""Starting `bot run` and `bot` as people do: a process, its exit status, and one sentence where it cannot go on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import socket
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from processes import BOT, clean
from standin import Standin

pytestmark = pytest.mark.slow
PATIENCE = 60.0


@contextlib.asynccontextmanager
async def started(folder: Path, *arguments: str, **env: str) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        *BOT, *arguments, cwd=folder, env=clean(**env), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def ended(process: Process) -> tuple[int, str]:
    """Return the status a process exits with and all that it printed."""
    out, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode is not None
    return process.returncode, (out + errors).decode("utf-8")


async def lines_until(process: Process, text: str) -> list[str]:
    """Return what a process prints up to the line that holds `text`."""
    assert process.stderr is not None
    lines: list[str] = []
    async with asyncio.timeout(PATIENCE):
        while not lines or text not in lines[-1]:
            line = await process.stderr.readline()
            assert line, "".join(lines)
            lines.append(line.decode("utf-8"))
    return lines


@pytest.mark.parametrize("arguments", [("run",), ()], ids=["bot run", "bot"])
async def test_with_a_token_it_connects_and_answers(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    async with Standin() as discord:
        kim = discord.member("Kim", discord.guild())
        async with started(tmp_path, *arguments, **discord.environment) as process:
            await discord.ready(within=PATIENCE)
            (answer,) = await kim.says("!champion LMP3 2022")
            assert answer.embed["title"] == "LMP3 champions, 2022"
            assert (await kim.slash("help")).text
            process.send_signal(signal.SIGINT)
            status, printed = await ended(process)
            assert status == 130
            assert "Traceback" not in printed
            assert discord.token not in printed
    assert (tmp_path / "data" / "commands.json").exists()


@pytest.mark.parametrize("later", [False, True], ids=["at the login", "at the gateway"])
async def test_a_refused_token_is_one_sentence(tmp_path: Path, later: bool) -> None:
    async with Standin() as discord:
        env = discord.environment
        if later:
            discord.slows(0.2, route="PUT /applications/*")
        else:
            env["DISCORD_TOKEN"] = "another"
        async with started(tmp_path, "run", **env) as process:
            if later:
                told = lambda: any(put.status == 200 for put in discord.requests("PUT /applications/*"))  # noqa: E731
                await discord.until(told, within=PATIENCE)
                discord.token = "changed"
            status, printed = await ended(process)
        assert status == 2
        lines = [line for line in printed.splitlines() if "INFO" not in line and line.strip()]
        assert len(lines) == 1, printed
        (sentence,) = lines
        assert "DISCORD_TOKEN" in sentence
        assert env["DISCORD_TOKEN"] not in printed
        assert "Traceback" not in printed


async def test_without_the_privileged_intent_it_goes_on_and_says_so_once(tmp_path: Path) -> None:
    async with Standin() as discord:
        discord.disallows("message_content")
        kim = discord.member("Kim", discord.guild())
        async with started(tmp_path, "run", **discord.environment) as process:
            lines = await lines_until(process, "Connected")
            assert sum("message content intent" in line for line in lines) == 1
            assert not any("Traceback" in line for line in lines)
            (answer,) = await kim.asks_bot("champion LMP3 2022")
            assert answer.embed["title"] == "LMP3 champions, 2022"


async def test_without_a_network_it_tries_until_there_is_one(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nowhere = f"127.0.0.1:{unused.getsockname()[1]}"
    env = {
        "DISCORD_TOKEN": "abc.def",
        "DISCORD_API_URL": f"http://{nowhere}/api/v10",
        "DISCORD_GATEWAY_URL": f"ws://{nowhere}",
    }
    async with started(tmp_path, "run", **env) as process:
        lines = await lines_until(process, "trying again")
        assert "Discord cannot be reached" in lines[-1]
        assert not any("Traceback" in line for line in lines)
        assert process.returncode is None


async def test_the_log_can_be_read_by_machines(tmp_path: Path) -> None:
    async with (
        Standin() as discord,
        started(tmp_path, "run", LOG_FORMAT="json", LOG_LEVEL="DEBUG", **discord.environment) as process,
    ):
        lines = [json.loads(line) for line in await lines_until(process, "Connected as")]
        assert {"time", "level", "logger", "message"} <= set.intersection(*map(set, lines))
        assert discord.token not in str(lines)


async def test_a_gateway_of_the_settings_is_the_one_that_is_used(tmp_path: Path) -> None:
    """Discord itself advises another; a proxy would be gone past."""
    async with Standin() as advised, Standin() as proxy:
        env = {**advised.environment, "DISCORD_GATEWAY_URL": proxy.gateway_url, "DISCORD_TOKEN": proxy.token}
        async with started(tmp_path, "run", **env):
            await proxy.ready(within=PATIENCE)
            assert not advised.sessions
