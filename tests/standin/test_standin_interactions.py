"""Commands, autocomplete, buttons, menus and forms, declared and answered by discord.py's own tree and views."""

from __future__ import annotations

import pytest
from discord import HTTPException, app_commands

from standin import Standin
from standin.clients import Bot
from standin.conftest import Connect, Lead
from standin.declared import CLASSES, Asked, declare, declare_wrong


@pytest.fixture
def bot() -> Bot:
    bot = Bot()
    declare(bot)
    declare_wrong(bot)
    return bot


async def test_a_slash_command_and_its_options(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        answer = await kim.slash("champion", class_="LMP3", season=2023)
        assert (answer.text, answer.ephemeral) == ("LMP3 2023", False)
        assert (await kim.slash("fact add", text="it rained")).text == "noted: it rained"
        assert (await kim.slash("champion", in_=kim.dm, class_="GT")).text == "GT 2022"


async def test_what_a_client_would_not_send_is_not_sent(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        for command, options, problem in (
            ("winner", {}, "no command 'winner'"),
            ("champion", {}, "needs the option 'class'"),
            ("champion", {"class_": 3}, "does not take 3"),
            ("champion", {"class_": "GT", "season": 1999}, "does not take 1999"),
            ("champion", {"class_": "GT", "team": "x"}, "has the options"),
            ("fact", {}, "name the part"),
        ):
            with pytest.raises(AssertionError, match=problem):
                await kim.slash(command, **options)


async def test_autocomplete(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        assert await kim.autocomplete("champion", focused="class", value="LM") == [("LMP2", "lmp2"), ("LMP3", "lmp3")]
        assert await kim.autocomplete("champion", focused="class", season=2022) == [
            (each, each.lower()) for each in CLASSES
        ]


async def test_deferring_and_saying_more(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        answer = await kim.slash("later", private=True)
        await discord.until(lambda: answer.message and answer.message.edits)
    assert answer.deferred
    assert answer.text == "the answer, improved\nand more"
    (more,) = answer.followups
    assert [file.filename for file in more.attachments] == ["more.txt"]
    # What followed "is thinking" is as private as that was; what was said later is not.
    assert (answer.shown.ephemeral, more.ephemeral) == (True, False)


async def test_buttons(discord: Standin, connect: Connect, bot: Bot) -> None:
    paddock = discord.guild()
    kim, ann = discord.member("Kim", paddock), discord.member("Ann", paddock)
    async with connect(bot, discord):
        message = (await kim.slash("champion", class_="GT")).shown
        turned = await ann.press(message.button("Next"))
        assert (turned.message, message.content) == (message, "page 2")
        await kim.press(message.button("Slow"))
        assert message.content == "page 3"
        why = await kim.press(message.button("Why?"))
        assert (why.text, why.ephemeral) == ("because", True)
        with pytest.raises(AssertionError, match="does not see"):
            await ann.press(why.shown.button("Next"))
        assert (await kim.press(why.shown.button("Next"))).text == "page 2"
        with pytest.raises(AssertionError, match="is disabled"):
            await kim.press(message.button("Off"))
        with pytest.raises(AssertionError, match="no button"):
            message.button("Maybe")


async def test_the_answer_can_be_read_changed_and_taken_back(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    seen: list[Asked] = []

    @bot.listen("on_interaction")
    async def note(interaction: Asked) -> None:
        seen.append(interaction)

    async with connect(bot, discord):
        answer = await kim.slash("champion", class_="GT")
        (interaction,) = seen
        assert (await interaction.original_response()).embeds[0].title == "GT 2022"
        await interaction.edit_original_response(content="changed")
        assert answer.shown.content == "changed"
        await interaction.delete_original_response()
        assert answer.shown.deleted
        discord.expires(answer)
        with pytest.raises(HTTPException, match="Invalid Webhook Token"):
            await interaction.followup.send("too late")


async def test_a_command_for_moderators(discord: Standin, connect: Connect) -> None:
    bot = Bot()

    @bot.tree.command()
    @app_commands.default_permissions(manage_guild=True)
    async def prefix(interaction: Asked) -> None:
        """Change the prefix."""
        await interaction.response.send_message(str(interaction.permissions.manage_guild))

    paddock = discord.guild()
    chief = discord.role("Chief", paddock, "manage_guild")
    kim, ann = discord.member("Kim", paddock), discord.member("Ann", paddock, roles=(chief,))
    async with connect(bot, discord):
        assert (await ann.slash("prefix")).text == "True"
        with pytest.raises(AssertionError, match="Kim may not use 'prefix'"):
            await kim.slash("prefix")


async def test_menus(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        message = (await kim.slash("champion", class_="GT")).shown
        (menu,) = message.selects
        assert (await kim.choose(menu, "LMP2")).text == "LMP2"
        with pytest.raises(AssertionError, match="takes 1 to 1"):
            await kim.choose(menu)


async def test_forms(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        message = (await kim.slash("champion", class_="GT")).shown
        form = (await kim.press(message.button("Ask"))).modal
        assert form is not None
        assert (form.title, form.labels) == ("A question", ["Your question", "Why?"])
        assert (await kim.submit(form, question="Who won?", why="because")).text == "Who won? / because"
        with pytest.raises(AssertionError, match="is required"):
            await kim.submit(form)


async def test_the_menu_of_a_message(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        question = kim.posts("who won in 2022?")
        answer = await kim.message_menu("Answer this", question)
    assert answer.text == "You asked: who won in 2022?"


async def test_an_interaction_is_answered_once(discord: Standin, connect: Connect, bot: Bot) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        assert (await kim.slash("twice")).text == "one"
        await discord.until(lambda: discord.complaints)
    assert discord.forgives("already been acknowledged") == 1


async def test_an_interaction_is_answered_in_time(lead: Lead, connect: Connect, bot: Bot) -> None:
    async with Standin(second=0.05) as discord:
        lead(discord)
        kim = discord.member("Kim", discord.guild())
        async with connect(bot, discord):
            assert (await kim.slash("never")).late
            await discord.until(lambda: any(each.status == 404 for each in discord.requests()))
        assert discord.forgives("the command 'never' was not answered within 3 seconds") == 1


async def test_a_bot_that_people_installed_for_themselves(discord: Standin, connect: Connect) -> None:
    bot = Bot()

    @bot.tree.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def where(interaction: Asked) -> None:
        """Say where this is."""
        context = interaction.context
        places = {"guild": context.guild, "direct": context.dm_channel, "others": context.private_channel}
        await interaction.response.send_message(" ".join(place for place, here in places.items() if here))

    stranger = discord.guild("Another server", with_bot=False)
    kim, ann = discord.member("Kim", stranger), discord.member("Ann", stranger)
    talk = discord.group(kim, ann)
    async with connect(bot, discord):
        with pytest.raises(AssertionError, match="not installed"):
            await kim.slash("where")
        kim.installs_bot()
        assert [(await kim.slash("where", in_=place)).text for place in (kim.home, kim.dm, talk)] == [
            "guild",
            "direct",
            "others",
        ]
