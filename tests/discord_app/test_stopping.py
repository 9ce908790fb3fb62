"""How a bot ends, told to or killed, and how the next one goes on."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest
from discord_app.conftest import Run
from discord_app.running import PATIENCE, running
from standin import Standin

from bot.discord_app.handover import FILE

pytestmark = pytest.mark.slow


async def test_told_to_stop_it_finishes_what_it_began_and_the_next_goes_on(tmp_path: Path) -> None:
    """Nothing asked is lost between two processes, and nothing is answered twice."""
    async with Standin() as discord:
        paddock = discord.guild()
        people = [discord.member(f"Member {number}", paddock) for number in range(5)]
        async with running(tmp_path, **discord.environment) as first:
            await first.prints("Connected as")
            discord.slows(1.0, route="POST /channels/*/messages")
            under_way = [person.posts("!champion LMP3 2022") for person in people]
            # What is asked before the first of them is answered is under way: each is on its way for a second.
            await discord.until(lambda: any(question.replies for question in under_way), within=PATIENCE)
            under_way += [person.posts("!season 2022") for person in people]
            await asyncio.sleep(0.3)
            first.process.send_signal(signal.SIGTERM)
            await first.prints("Told to stop")
            late = [person.posts("!champion GT 2022") for person in people]
            assert await asyncio.wait_for(first.process.wait(), 10) == 0
            assert [len(question.replies) for question in under_way] == [1] * 10
            assert [len(question.replies) for question in late] == [0] * 5
            between = [person.posts("!circuits") for person in people]
        assert "Traceback" not in "".join(first.printed)
        discord.recovers()
        async with running(tmp_path, **discord.environment) as second:
            await discord.until(lambda: all(question.replies for question in [*late, *between]), within=PATIENCE)
            assert await discord.is_silent(for_=0.5)
            second.process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(second.process.wait(), 10) == 0
        assert {len(question.replies) for question in [*under_way, *late, *between]} == {1}


async def test_killed_it_loses_no_question_and_nothing_is_ordered_twice(tmp_path: Path) -> None:
    """What was asked around the blow gets one answer; an order that was carried out before it stays the only one."""
    async with Standin() as discord:
        paddock = discord.guild()
        managers = discord.role("Managers", paddock, "manage_guild")
        ann = discord.member("Ann", paddock, roles=(managers,))
        people = [discord.member(f"Member {number}", paddock) for number in range(5)]
        async with running(tmp_path, **discord.environment) as first:
            await first.prints("Connected as")
            while not (tmp_path / "data" / FILE).exists():
                await asyncio.sleep(0.05)
            answered = [person.posts("!champion LMP3 2022") for person in people]
            ordered = []
            for order in ("!fact add Sepang: Parking is free.", "!fact add Sepang: Bring a hat.", "!fact undo"):
                ordered.append(ann.posts(order))
                await discord.until(lambda: all(one.replies for one in ordered), within=PATIENCE)
            await discord.until(lambda: all(question.replies for question in answered), within=PATIENCE)
            first.process.kill()
            await first.process.wait()
            between = [person.posts("!circuits") for person in people]
            late = ann.posts("!fact add Sepang: The shuttle runs all night.")
        async with running(tmp_path, **discord.environment) as second:
            await discord.until(lambda: all(question.replies for question in [*between, late]), within=PATIENCE)
            assert await discord.is_silent(for_=0.5)
            (told,) = late.replies
            assert "Fact 3 added" in told.text
            (facts,) = await ann.says("!fact list")
            assert "Parking is free" in facts.text
            assert "shuttle runs all night" in facts.text
            assert "hat" not in facts.text
            assert "Traceback" not in "".join(second.printed)
        assert {len(question.replies) for question in [*answered, *ordered, *between]} == {1}


async def test_told_to_stop_while_nothing_answers_it_stops(tmp_path: Path) -> None:
    env = {"DISCORD_TOKEN": "abc.def", "DISCORD_API_URL": "http://127.0.0.1:1/api/v10"}
    async with running(tmp_path, **env) as bot:
        await bot.prints("trying again")
        bot.process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(bot.process.wait(), 10) == 0
    assert "Traceback" not in "".join(bot.printed)


async def test_told_to_leave_before_it_is_ready_it_begins_nothing_more(run: Run) -> None:
    before = asyncio.all_tasks()
    async with run(guild_ready_timeout=0.3):
        pass
    await asyncio.sleep(0.6)
    begun = [task.get_name() for task in asyncio.all_tasks() - before]
    assert not [name for name in begun if name.startswith("discord-ext-tasks")]
