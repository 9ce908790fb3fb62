"""docs/discord.md, read as a new operator reads it: its numbers, names and sentences are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from discord import Intents, Permissions
from discord_app.conftest import Run
from standin import Guild, Person, Standin
from standin.permissions import BITS

from bot.assistant import ANSWER_THIS
from bot.discord_app import running, texts
from bot.discord_app.client import intents
from bot.discord_app.manners import Manners
from bot.discord_app.running import setup_from
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "discord.md").read_text("utf-8")
FLAT = " ".join(GUIDE.split())


def flag(name: str) -> str:
    """Return what discord.py and the stand-in call the permission that Discord's page calls `name`."""
    return name.strip(" *").lower().replace(" ", "_").replace("view_channels", "view_channel")


def chosen() -> set[str]:
    """Return the permissions that step 4 tells to choose."""
    (said,) = re.findall(r"the permissions (.*?);", FLAT)
    return {flag(name) for name in re.findall(r"\*(.*?)\*", said)}


def test_the_number_of_the_link_is_that_of_the_permissions() -> None:
    value = Permissions(**dict.fromkeys(chosen(), True)).value
    (in_link,) = re.findall(r"permissions=(\d+)", GUIDE)
    (below,) = re.findall(r"the number `(\d+)`", FLAT)
    assert {int(in_link), int(below)} == {value}


def test_the_table_of_permissions_has_those_that_are_to_be_chosen() -> None:
    (table,) = re.findall(r"\| permission \|.*?\n\n", GUIDE, re.DOTALL)
    rows = [line.split("|")[1] for line in table.strip().splitlines()[2:]]
    assert {flag(name) for row in rows for name in row.split(",")} == chosen()


async def test_with_these_permissions_and_no_others_nothing_is_missing(
    run: Run, discord: Standin, paddock: Guild, kim: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Answers, charts, threads, and the mark for who asks too fast."""
    kim.patience = 60.0
    async with run(Manners(questions_per_minute=3)):
        discord.forbids(*(BITS.keys() - chosen() - {"use_application_commands"}), in_=paddock)
        (answer,) = await kim.says("!chart titles by nation")
        assert answer.reference is not None
        assert answer.attachments
        assert await kim.says("!help", in_=discord.thread("LMP3", kim.home))
        await kim.says("!help")
        await kim.says("!help")
        marked = kim.posts("!help")
        await discord.until(lambda: marked.reactions)
    assert [record.message for record in caplog.records if record.name.startswith("bot.")] == []
    assert [request.route for request in discord.ledger.requests if request.status == 403] == []


def test_the_intents_are_those_it_asks_for() -> None:
    names = {
        "Guilds": "guilds",
        "Guild Messages": "guild_messages",
        "Direct Messages": "dm_messages",
        "Guild Message Reactions": "guild_reactions",
        "Direct Message Reactions": "dm_reactions",
        "Message Content": "message_content",
    }
    (said,) = re.findall(r"The bot asks for (.*?)Discord reviews", FLAT)
    asked = {names[name]: True for name in re.findall(r"\*(.*?)\*", said)}
    assert Intents(**asked) == intents(reads_all=True)
    del asked["message_content"]
    assert Intents(**asked) == intents(reads_all=False)


def test_each_setting_stands_there_with_its_default() -> None:
    written = dict(re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
    (table,) = re.findall(r"\| setting \|.*?\n\n", GUIDE, re.DOTALL)
    for line in table.strip().splitlines()[2:]:
        _, settings, default, _, _ = line.split("|")
        names, values = re.findall(r"`(\w+)`", settings), re.findall(r"`(.*?)`", default)
        assert [written[name] for name in names if values] == values[: len(names)], line


def test_the_settings_reach_the_bot() -> None:
    env = {"COMMAND_PREFIX": "alms", "SYNC_COMMANDS": "no", "QUESTIONS_PER_MINUTE": "7", "DATA_DIR": "kept"}
    setup = setup_from(Settings.from_env(env))
    assert setup.prefixes.prefix_of(1) == setup.prefixes.prefix_of(None) == "alms"
    assert (setup.sync, setup.manners.questions_per_minute, setup.data) == ("never", 7, Path("kept"))


def test_times_and_words_are_those_of_the_bot() -> None:
    manners = Manners()
    assert f"more than {manners.questions_per_minute} times a minute" in FLAT
    assert (manners.edits_within, "within two minutes" in FLAT) == (120, True)
    assert (manners.pages_last, "until five minutes pass without a turn" in FLAT) == (300, True)
    assert (manners.asking_on_within, "Within five minutes, in the same channel" in FLAT) == (300, True)
    assert {texts.WHY, texts.CHART} <= set(re.findall(r"\*\*(.*?)\*\*", FLAT))
    assert f"*{ANSWER_THIS}*" in FLAT
    for sentence in re.findall(r"[`\"](?:Discord|The message content|Something)[^`\"…]*", GUIDE):
        known = (running.REFUSED_TOKEN, running.NO_CONTENT, texts.BROKEN, "Discord cannot be reached (")
        assert any(one.startswith(sentence[1:].strip()) for one in known), sentence
