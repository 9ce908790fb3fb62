"""What a server keeps to itself, chooses, and leaves behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock, plain
from standin import Standin

from bot.discord_app import texts
from bot.server_facts.store import Store

SHADE = "Gate 3 is the one with shade."


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


async def test_nothing_of_a_server_is_seen_elsewhere(run: Run, here: Paddock, discord: Standin) -> None:
    """Not in another server, not in a direct message, by no way, and whichever was asked first."""
    there = here.other()
    here.kim.installs_bot()
    group = discord.group(here.kim, there.kim)
    async with run():
        (empty,) = await there.kim.asks_bot("circuit Sepang")
        for order in (f"fact add Sepang: {SHADE}", f"fact add Meetup: {SHADE}", "name add the Nile = Sepang"):
            await here.ann.says(f"!{order}")
        (mine,) = await here.kim.asks_bot("circuit Sepang")
        assert SHADE in mine.text
        for question in (
            "circuit Sepang",
            "when is the meetup?",
            "meetup",
            "circuit the Nile",
            "tell me about the Nile",
        ):
            (other,) = await there.kim.asks_bot(question)
            (direct,) = await here.kim.whispers(question)
            for answer in (other, direct):
                assert SHADE not in answer.text
            if question == "circuit Sepang":
                assert other.text == direct.text == empty.text
        for place in (there.kim.home, here.kim.dm, group):
            person = there.kim if place is there.kim.home else here.kim
            assert SHADE not in (await person.slash("circuit", name="Sepang", in_=place)).text
            choices = await person.autocomplete("circuit", focused="name", value="the nile", in_=place)
            assert "the Nile" not in [choice.name for choice in choices]
        assert SHADE in (await here.kim.slash("circuit", name="Sepang")).text


async def test_a_talk_is_not_carried_into_another_place(run: Run, here: Paddock) -> None:
    async with run():
        await here.ann.says(f"!fact add Meetup: {SHADE}")
        await here.kim.asks_bot("meetup")
        (direct,) = await here.kim.whispers("and where is that?")
        assert SHADE not in direct.text
        await here.ann.says("!fact remove 1")
        (gone,) = await here.kim.asks_bot("and when is that?")
        assert SHADE not in gone.text


async def test_a_server_that_sent_the_bot_away_is_silent_and_kept_for_thirty_days(
    run: Run, here: Paddock, discord: Standin
) -> None:
    here.kim.installs_bot()
    async with run() as client:
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        retention, library = client.servers.retention, client.servers.library
        discord.bot_leaves(here.guild)
        await discord.until(lambda: client.get_guild(here.guild.id) is None)
        assert SHADE not in (await here.kim.slash("circuit", name="Sepang")).text
        discord.bot_joins(here.guild)
        (back,) = await here.kim.asks_bot("circuit Sepang")
        assert SHADE in back.text
        discord.bot_leaves(here.guild)
        await discord.until(lambda: client.get_guild(here.guild.id) is None)
    async with run() as client:
        retention, library = client.servers.retention, client.servers.library
        assert await retention.purge(datetime.now(UTC) + timedelta(days=29)) == 0
        assert await retention.purge(datetime.now(UTC) + timedelta(days=31)) == 1
        assert (await library.notes(here.guild.id)).facts == ()


async def test_a_removal_while_the_bot_was_away_is_noticed(run: Run, here: Paddock, discord: Standin) -> None:
    async with run():
        await here.ann.says(f"!fact add Sepang: {SHADE}")
    discord.bot_leaves(here.guild)
    stays = discord.guild("Stays")
    async with run() as client:
        assert client.get_guild(stays.id) is not None
        gone = 0
        while not gone:
            gone = await client.servers.retention.purge(datetime.now(UTC) + timedelta(days=31))


async def test_a_member_is_forgotten(run: Run, here: Paddock) -> None:
    async with run():
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        (said,) = await here.ann.says("!fact forget-me")
        assert "stays, without an author" in said.text
        (answer,) = await here.kim.asks_bot("circuit Sepang")
        assert SHADE in answer.text
        assert str(here.ann.id) not in answer.text


async def test_the_prefix_that_managers_choose(run: Run, here: Paddock, discord: Standin) -> None:
    there = here.other()
    async with run():
        await here.ann.says("!settings prefix ?")
        (answer,) = await here.kim.says("?champion LMP3 2022")
        assert answer.embed["title"] == "LMP3 champions, 2022"
        here.kim.posts("!champion LMP3 2022")
        assert await discord.is_silent(for_=0.2)
        assert await there.kim.says("!champion LMP3 2022")
    async with run():
        assert await here.kim.says("?champion LMP3 2022")
        (reset,) = await here.ann.asks_bot("settings prefix default")
        assert "prefix: !" in reset.text


async def test_the_channels_that_managers_choose(run: Run, here: Paddock, discord: Standin) -> None:
    """Elsewhere it is silent, but for what managers order; behind a slash it answers one person alone."""
    pits = discord.channel("pits", here.guild)
    thread = discord.thread("garage", pits)
    async with run():
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        (chosen,) = await here.ann.says(f"!settings channels {pits.mention}")
        assert pits.mention in chosen.text
        for question in ("!champion LMP3 2022", f"{discord.bot.mention} circuit Sepang", "!fact list"):
            here.kim.posts(question)
            here.ann.posts(question.replace("!fact list", "!champion LMP3 2022"))
        assert await discord.is_silent(for_=0.3)
        for place in (pits, thread):
            assert await here.kim.says("!champion LMP3 2022", in_=place)
        alone = await here.kim.slash("circuit", name="Sepang")
        assert alone.ephemeral
        assert pits.mention in alone.text
        assert SHADE in alone.text
        assert (await here.kim.slash("fact list")).ephemeral
        assert not (await here.kim.slash("circuit", name="Sepang", in_=pits)).ephemeral
        await here.ann.says("!settings review on")
        suggested = await here.kim.slash("fact suggest", subject="Fuji", text="It is foggy.")
        assert suggested.ephemeral
        assert not suggested.shown.buttons
        (posted,) = [said for said in pits.messages.values() if "It is foggy." in said.text]
        assert "accepted" in (await here.ann.press(posted.button(texts.ACCEPT))).text
        (everywhere,) = await here.ann.says("!settings channels all")
        assert "channels: all" in everywhere.text
        assert await here.kim.says("!champion LMP3 2022")


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        ("settings editors <@&123456789012345678>", texts.NO_SUCH_ROLE),
        ("settings channels <#123456789012345678>", texts.NO_SUCH_CHANNEL),
        ("settings prefix /", "Discord keeps for itself"),
        ("settings editors everybody", "is no role"),
        ("settings review maybe", "neither on nor off"),
        ("settings colour red", "There is no order"),
    ],
)
async def test_settings_that_cannot_be_are_refused(run: Run, here: Paddock, order: str, sentence: str) -> None:
    async with run():
        (answer,) = await here.ann.says(f"!{order}")
        assert sentence in plain(answer)


async def test_everyone_cannot_be_the_editors(run: Run, here: Paddock) -> None:
    async with run():
        (answer,) = await here.ann.asks_bot(f"settings editors {here.guild.id}")
        assert plain(answer) == texts.NOT_EVERYONE


async def test_answering_in_a_warm_server_costs_no_query(
    run: Run, here: Paddock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run() as client:
        await here.ann.says(f"!fact add Sepang: {SHADE}")
        await client.servers.settled()

        def used(store: Store) -> None:
            raise AssertionError("the storage was asked")

        monkeypatch.setattr(Store, "reading", used)
        monkeypatch.setattr(Store, "writing", used)
        for question in ("circuit Sepang", "champion LMP3 2022", "who won LMP2 in 2021?"):
            (answer,) = await here.kim.asks_bot(question)
            assert answer.embed["title"]
        assert (await here.kim.slash("circuit", name="Sepang")).text
        monkeypatch.undo()
