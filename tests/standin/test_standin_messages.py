"""Messages in both directions, as a client of discord.py sends and sees them."""

from __future__ import annotations

import asyncio
import io

import pytest
from discord import (
    AllowedMentions,
    Client,
    Embed,
    File,
    Forbidden,
    HTTPException,
    Intents,
    MessageReference,
    NotFound,
    PartialMessageable,
    TextChannel,
)
from discord.http import Route

from standin import Standin
from standin.clients import INTENTS, Echo, Listener
from standin.conftest import Connect


async def test_a_message_is_answered(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild("Paddock"))
    async with connect(Echo(), discord):
        (answer,) = await kim.says("box, box")
    assert answer.text == "“box, box”"
    assert answer.reference is not None
    assert answer.reference.content == "box, box"


async def test_all_ways_to_address_a_bot(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        (first,) = await kim.asks_bot("who won?")
        (second,) = await kim.says("and then?", to=first)
        (third,) = await kim.whispers("between us")
    assert discord.bot.mention in first.content
    assert second.text == "“and then?”"
    assert third.channel is kim.dm


async def test_without_the_intent_only_what_is_meant_for_the_bot_can_be_read(
    discord: Standin, connect: Connect
) -> None:
    discord.disallows("message_content")
    kim = discord.member("Kim", discord.guild())
    blind = Intents(guilds=True, messages=True)
    async with connect(Echo(intents=blind), discord) as bot:
        (answer,) = await kim.says("!secret")
        await kim.says("silent reply", to=answer, ping=False)
        await kim.says("a reply", to=answer)
        await kim.asks_bot("a mention")
        await kim.whispers("a whisper")
    assert isinstance(bot, Echo)
    assert bot.heard == ["", "", "a reply", f"{discord.bot.mention} a mention", "a whisper"]


async def test_edits_deletes_and_reactions_are_told(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        assert isinstance(bot, Listener)
        said = kim.posts("teh lap")
        await bot.has_heard(1)
        kim.edits(said, "the lap")
        kim.reacts(said, "🏁")
        kim.unreacts(said, "🏁")
        kim.deletes(said)
        await bot.has_heard(5)
    assert bot.events == ["message teh lap", "edit the lap", "reaction 🏁", "no reaction 🏁", "delete"]


async def test_a_bot_posts_changes_reacts_and_deletes(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        place = place_of(bot, kim.posts("hello").channel.id)
        sent = await place.send("one", embed=Embed(title="Two", description="three").add_field(name="4", value="5"))
        message = kim.home.messages[sent.id]
        assert message.text == "one\nTwo\nthree\n4\n5"
        changing = asyncio.create_task(discord.changes(message))
        await asyncio.sleep(0)
        await sent.edit(content="changed", embeds=[])
        await changing
        assert (message.text, message.edits) == ("changed", 1)
        await sent.add_reaction("🗑️")
        assert message.reactions == {"🗑️": [discord.bot]}
        await sent.remove_reaction("🗑️", bot.user)  # type: ignore[arg-type]
        assert message.reactions == {}
        assert (await place.fetch_message(sent.id)).content == "changed"
        assert [each.content async for each in place.history()] == ["changed", "hello"]
        await sent.delete()
        assert message.deleted
        with pytest.raises(NotFound):
            await place.fetch_message(sent.id)


async def test_files_travel_both_ways(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        kim.posts("see", files={"lap.txt": b"1:59"})
        place = place_of(bot, kim.home.id)
        seen = [message async for message in place.history()]
        assert await seen[0].attachments[0].read() == b"1:59"
        picture = Embed(title="Chart").set_image(url="attachment://chart.png")
        sent = await place.send(embed=picture, file=File(io.BytesIO(b"PNG"), "chart.png", description="A chart"))
        assert sent.embeds[0].image.url == sent.attachments[0].url
        (file,) = kim.home.messages[sent.id].attachments
    assert (file.filename, file.data, file.description) == ("chart.png", b"PNG", "A chart")


async def test_a_nonce_keeps_a_message_from_being_posted_twice(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        path = f"/channels/{kim.home.id}/messages"
        first = await bot.http.request(
            Route("POST", path), json={"content": "once", "nonce": "17", "enforce_nonce": True}
        )
        second = await bot.http.request(
            Route("POST", path), json={"content": "once", "nonce": "17", "enforce_nonce": True}
        )
        third = await bot.http.request(Route("POST", path), json={"content": "once", "nonce": "17"})
    assert first["id"] == second["id"] != third["id"]
    assert len(kim.home.messages) == 2


async def test_who_is_called(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild()
    kim, ann = discord.member("Kim", paddock), discord.member("Ann", paddock)
    marshals = discord.role("Marshals", paddock)
    text = f"@everyone {ann.mention} {marshals.mention}"
    async with connect(Listener(), discord) as bot:
        question = kim.posts("?")
        place = place_of(bot, kim.home.id)
        reply = MessageReference(message_id=question.id, channel_id=kim.home.id)
        loud = await place.send(text, reference=reply)
        calm = await place.send(text, reference=reply, allowed_mentions=AllowedMentions.none())
        only = await place.send(text, allowed_mentions=AllowedMentions(everyone=False, roles=False, users=[ann]))
    pings = [kim.home.messages[sent.id].pings for sent in (loud, calm, only)]
    assert pings == [{"@everyone", ann.mention, marshals.mention, kim.mention}, set(), {ann.mention}]


async def test_what_the_bot_may_not_do_is_refused(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild()
    grid = discord.channel("grid", paddock)
    async with connect(Listener(), discord) as bot:
        place = place_of(bot, grid.id)
        for permission, attempt, code in (
            ("embed_links", {"embed": Embed(title="x")}, 50013),
            ("attach_files", {"file": File(io.BytesIO(b"x"), "x")}, 50013),
            ("send_messages", {"content": "x"}, 50013),
            ("view_channel", {"content": "x"}, 50001),
        ):
            discord.forbids(permission, in_=grid)
            with pytest.raises(Forbidden) as refused:
                await place.send(**attempt)
            assert refused.value.code == code
        discord.allows("view_channel", "send_messages", in_=grid)
        assert await place.send("x")
        discord.forbids("send_messages", in_=paddock)
        with pytest.raises(Forbidden):
            await place.send("x")


async def test_a_bot_that_may_not_look_hears_nothing(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild()
    kim, grid = discord.member("Kim", paddock), discord.channel("grid", paddock)
    discord.forbids("view_channel", in_=grid)
    async with connect(Echo(), discord):
        kim.posts("hello?", in_=grid)
        assert await discord.is_silent(for_=0.1)
        kim.posts("hello!")
        assert not await discord.is_silent(for_=0.1)


async def test_closed_direct_messages(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        user = await bot.fetch_user(kim.id)
        await user.send("psst")
        kim.accepts_dms = False
        with pytest.raises(Forbidden) as refused:
            await user.send("psst")
    assert refused.value.code == 50007
    assert [message.text for message in kim.dm.messages.values()] == ["psst"]


async def test_a_reply_to_what_is_gone_is_refused(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        question = kim.posts("never mind")
        kim.deletes(question)
        place = place_of(bot, kim.home.id)
        reply = MessageReference(message_id=question.id, channel_id=kim.home.id)
        with pytest.raises(HTTPException, match="Unknown message"):
            await place.send("but", reference=reply)
        reply.fail_if_not_exists = False
        assert (await place.send("but", reference=reply)).reference is None
    assert discord.forgives("REPLIES_UNKNOWN_MESSAGE") == 1


async def test_other_bots_and_webhooks_can_be_told_from_people(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild()
    robot, news, kim = discord.member("R2", paddock, bot=True), discord.webhook("News"), discord.member("Kim", paddock)
    async with connect(Listener(), discord) as bot:
        place = place_of(bot, kim.home.id)
        robot.posts("beep")
        news.posts("flash", in_=kim.home)
        kim.posts("hm")
        seen = [(each.author.bot, each.webhook_id is not None) async for each in place.history(oldest_first=True)]
    assert seen == [(True, False), (True, True), (False, False)]


async def test_threads_and_typing(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord) as bot:
        (answer,) = await kim.says("a long story")
        place = bot.get_channel(kim.home.id)
        assert isinstance(place, TextChannel)
        thread = await (await place.fetch_message(answer.id)).create_thread(name="The story")
        async with place.typing():
            pass
        assert discord.typing == [kim.home]
        (inside,) = await kim.says("go on", in_=discord.channels[thread.id])
    assert inside.channel.name == "The story"


async def test_half_a_surrogate_is_heard_but_not_taken(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(intents=INTENTS), discord) as bot:
        assert isinstance(bot, Listener)
        kim.posts("half \ud83c")
        await bot.has_heard(1)
        assert bot.events == ["message half \ud83c"]
        with pytest.raises(HTTPException) as refused:
            await place_of(bot, kim.home.id).send("half \ud83c")
    assert refused.value.code == 50109
    assert discord.forgives("invalid JSON") == 1


def place_of(bot: Client, channel: int) -> PartialMessageable:
    """Return a channel as a bot has it that was told nothing of it."""
    return bot.get_partial_messageable(channel)
