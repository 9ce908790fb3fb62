"""What an operator has in hand: health and figures that tell the truth, new knowledge, and a clean end."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from discord_app.running import PATIENCE, running
from processes import clean
from standin import Standin

from bot.settings import shipped_knowledge

pytestmark = pytest.mark.slow
AWAY = "postgresql+asyncpg://bot:verysecret@127.0.0.1:1/bot"


def free_port() -> str:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return str(unused.getsockname()[1])


def readiness(answer: tuple[int, str]) -> tuple[int, dict[str, Any]]:
    return answer[0], json.loads(answer[1])


async def test_health_and_figures_tell_the_truth(tmp_path: Path) -> None:
    """Ready is who listens, knows something and reaches its storage; alive is who turns."""
    async with Standin() as discord:
        kim = discord.member("Kim", discord.guild())
        env = {**discord.environment, "METRICS_PORT": free_port(), "DISCORD_API_URL": "http://127.0.0.1:1/api/v10"}
        async with running(tmp_path, **env) as bot:
            await bot.prints("trying again")
            assert (await bot.get("/healthz"))[0] == 200
            status, told = readiness(await bot.get("/readyz"))
            assert (status, told["gateway"], told["database"], told["knowledge"]) == (503, "not ready", "ok", "ok")
        async with running(tmp_path, **discord.environment, METRICS_PORT=free_port()) as bot:
            await bot.prints("Connected as")
            assert readiness(await bot.get("/readyz")) == (200, {"gateway": "ok", "database": "ok", "knowledge": "ok"})
            await kim.says("!champion LMP3 2022")
            await kim.asks_bot("who won LMP2 in 2031?")
            await kim.slash("champion", class_="LMP3", season="2022")
            probe = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.operations.probe", env=clean(METRICS_PORT=str(bot.port))
            )
            assert await asyncio.wait_for(probe.wait(), PATIENCE) == 0
            assert await bot.figure('bot_questions_total{command="champion",outcome="answered"}') == 2
            assert await bot.figure('bot_questions_total{command="free",outcome="not_found"}') == 1
            assert await bot.figure("bot_answer_seconds_count") == 3
            assert await bot.figure('bot_servers{shard="0"}') == 1
            assert await bot.figure('bot_cache_entries{cache="answers"}') == 3
            assert await bot.figure('bot_database_errors_total{database="server_facts"}') == 0
            assert await bot.figure("process_resident_memory_bytes") > 0
            discord.drops_connection()
            await discord.resumed()
            await kim.says("!circuits")
            assert await bot.figure('bot_gateway_reconnects_total{how="resumed"}') == 1


async def test_a_database_that_is_away_is_told_without_its_password(tmp_path: Path) -> None:
    async with Standin() as discord:
        env = {**discord.environment, "METRICS_PORT": free_port(), "DATABASE_URL": AWAY, "LOG_LEVEL": "DEBUG"}
        async with running(tmp_path, **env) as bot:
            await bot.prints("Connected as")
            status, told = readiness(await bot.get("/readyz"))
            assert (status, told["gateway"]) == (503, "ok")
            assert "storage cannot be reached" in told["database"]
            assert await bot.figure('bot_database_errors_total{database="server_facts"}') > 0
            assert await bot.figure('bot_log_lines_total{level="WARNING"}') > 0
        assert "verysecret" not in "".join(bot.printed)
        assert discord.token not in "".join(bot.printed)


async def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    async with Standin() as discord:
        taken = discord.api_url.split(":")[2].split("/")[0]
        async with running(tmp_path, **discord.environment, METRICS_PORT=taken) as bot:
            assert await asyncio.wait_for(bot.process.wait(), PATIENCE) == 2
        (sentence,) = bot.printed
        assert sentence.startswith(f"METRICS_PORT {taken} cannot be used")


async def test_each_question_has_a_mark_and_no_words_in_the_log(tmp_path: Path) -> None:
    """What people say is in the log only where it was not understood, and then nobody knows who said it."""
    async with Standin() as discord:
        kim = discord.member("Kim", discord.guild())
        async with running(tmp_path, **discord.environment, LOG_FORMAT="json") as bot:
            await bot.prints("Connected as")
            discord.fails_next(503, times=2, route="POST /channels/*/messages")
            await kim.says("!champion LMP3 season of 2022 please")
            await kim.asks_bot("what is zqxv")
            await bot.prints("not understood")
            lines = [json.loads(line) for line in bot.printed]
        told = [line for line in lines if "did not take an answer" in line["message"]]
        assert len({line["request"] for line in told}) == 1
        (missed,) = [line for line in lines if "not understood" in line["message"]]
        assert missed["request"] != told[0]["request"]
        assert "please" not in str(lines)
        assert not [line for line in lines if "zqxv" in str(line) and line is not missed]
        assert str(kim.id) not in str(missed)


def knowledge_in(folder: Path) -> Path:
    copy = folder / "knowledge"
    shutil.copytree(shipped_knowledge(), copy)
    return copy


def rename(facts: Path, to: str) -> None:
    file = facts / "circuits" / "sepang.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^name: .*$", f"name: {to}", text, count=1, flags=re.MULTILINE), encoding="utf-8")


async def test_knowledge_is_read_anew_on_a_signal_and_by_the_owner(tmp_path: Path) -> None:
    """A folder with problems is refused with all of them, and what was known goes on being known."""
    facts = knowledge_in(tmp_path)
    async with Standin() as discord:
        kim, owner = (discord.member(name, discord.guild()) for name in ("Kim", "Olga"))
        discord.owner = owner
        async with running(tmp_path, **discord.environment, KNOWLEDGE_DIR=str(facts), METRICS_PORT=free_port()) as bot:
            await bot.prints("Connected as")
            (before,) = await kim.says("!circuit Sepang")
            rename(facts, "Sepang Speed Palace")
            bot.process.send_signal(signal.SIGHUP)
            await bot.prints("read anew")
            (after,) = await kim.says("!circuit Sepang")
            assert before.embed["title"] != after.embed["title"] == "Sepang Speed Palace"
            rename(facts, "[broken")
            (refused,) = await owner.whispers("reload knowledge")
            assert "stays as it was" in refused.text
            assert "sepang.yml" in refused.text
            bot.process.send_signal(signal.SIGHUP)
            await bot.prints("stays as it was", times=2)
            (still,) = await kim.says("!circuit Sepang")
            assert still.embed["title"] == "Sepang Speed Palace"
            rename(facts, "Sepang Third")
            (done,) = await owner.whispers("!reload knowledge")
            assert "read anew" in done.text
            (third,) = await kim.says("!circuit Sepang")
            assert third.embed["title"] == "Sepang Third"
            assert await bot.figure('bot_knowledge_reloads_total{outcome="done"}') == 2
            assert await bot.figure('bot_knowledge_reloads_total{outcome="refused"}') == 2
            (nobodys,) = await kim.whispers("reload knowledge")
            assert "read anew" not in nobodys.text
        assert "Traceback" not in "".join(bot.printed)
