"""Messages that people post: answered, answered anew when they are edited, and taken back when they are deleted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from cachetools import LRUCache, TTLCache
from discord import Message, PartialMessage, PartialMessageable
from discord.http import HTTPClient
from discord.utils import utcnow

from bot.assistant import Before, administration
from bot.discord_app import sending, texts
from bot.discord_app.admin.door import Door
from bot.discord_app.asking import Edition, Ordered, Place
from bot.discord_app.buttons import asked_in
from bot.discord_app.errors import report
from bot.discord_app.letters import Letter
from bot.discord_app.manners import TooFastError, impatient
from bot.discord_app.patience import persistently, tolerant
from bot.discord_app.reception import Reception
from bot.discord_app.speech import Spoken, Way, spoken_to
from bot.server_facts.once import given

log = logging.getLogger(__name__)

MOST_POSTS = 5_000
TYPING_SHOWS = 8.0


@dataclass(slots=True)
class Post:
    """What was said as it was last heard, what it asks on from, and the answer that stands below it.

    An `order` is given once, when it is said: no edit makes one of a post, or another of it.
    """

    text: str
    before: Before | None
    order: Ordered
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)
    answer: PartialMessage | None = None
    gone: bool = False


class Posts:
    """Answers posts. One that is heard again, after a connection was cut or from another shard, is heard once."""

    def __init__(self, http: HTTPClient, reception: Reception, door: Door, *, reads_all: bool) -> None:
        self._http = http
        self._reception = reception
        self._door = door
        self._reads_all = reads_all
        self._posts: LRUCache[int, Post] = LRUCache(MOST_POSTS)
        # What was deleted while nobody knew yet whether it speaks to the bot.
        self._gone: LRUCache[int, bool] = LRUCache(MOST_POSTS)
        self._typing: TTLCache[int, bool] = TTLCache(MOST_POSTS, TYPING_SHOWS)

    async def heard(self, message: Message, me: int) -> None:
        """Answer `message` if it speaks to the bot, whose own id is `me`.

        Another process may have: Discord shows no answer twice, and the storage carries out no order twice.
        """
        if message.author.bot or message.id in self._posts:
            return
        server = _place(message).server
        await self._reception.servers.wake(server)
        spoken = self._spoken(message, me)
        if spoken is None or message.id in self._posts or message.id in self._gone:
            return
        here = self._reception.desk.edition(server)
        order = here.assistant.order(spoken.text)
        if not self._is_heard(message, order) or not self._is_meant(message, spoken, order, here):
            return
        post = self._posts[message.id] = Post(spoken.text, self._before(message, spoken), order)
        async with self._attended(message), post.busy:
            await self._answer(message, post)

    @asynccontextmanager
    async def _attended(self, message: Message) -> AsyncIterator[None]:
        """Deal inside with `message`; what goes wrong its author is told."""
        with self._reception.attended():
            try:
                yield
            except TooFastError as slow_down:
                await self._slow_down(message, slow_down)
            except Exception as error:
                await report(error, lambda said: sending.say(self._http, message, said), f"Message {message.id}")

    async def edited(self, message: Message, me: int) -> None:
        """Change the answer to `message` to what it asks now, if it is not too late for that."""
        post = self._posts.get(message.id)
        if post is None:
            return
        await self._reception.servers.wake(_place(message).server)
        spoken = self._spoken(message, me)
        if spoken is None or spoken.text == post.text:
            return
        if not (_asks(post.order) and _asks(self._reception.desk.order(spoken.text, _place(message).server))):
            return
        if utcnow() - message.created_at > timedelta(seconds=self._reception.manners.edits_within):
            return
        post.text = spoken.text
        async with self._attended(message):
            self._reception.pace.check(message.author.id)
            async with post.busy:
                # While this waited, the question may have been edited again: what it says now is answered then.
                if post.answer is None or post.gone or post.text != spoken.text:
                    return
                letter = await self._reception.letter(post.text, message.author.id, _place(message), post.before)
                await self._replace(message, post.answer, await self._illustrated(message, letter))

    async def deleted(self, message: int) -> None:
        """Take the answer to `message` away with it."""
        post = self._posts.get(message)
        if post is None:
            self._gone[message] = True
        if post is None or post.gone:
            return
        post.gone = True
        async with post.busy:
            if post.answer is not None:
                await _delete(post.answer)

    async def unwanted(self, channel: PartialMessageable, answer: int, person: int) -> None:
        """Take `answer` away if `person` is the one who asked for it."""
        asker = self._reception.answers.asker_of(answer)
        if asker is None:
            asker = await _asker_in(channel, answer)
        if asker == person:
            await _delete(channel.get_partial_message(answer))

    def _spoken(self, message: Message, me: int) -> Spoken | None:
        return spoken_to(message, me, self._reception.servers.prefix_of(_place(message).server))

    def _is_heard(self, message: Message, order: Ordered) -> bool:
        """Say whether the bot speaks where `message` stands; whoever manages the server can give orders anywhere."""
        parent = getattr(message.channel, "parent_id", None)
        if self._reception.servers.speaks_in(_place(message).server, message.channel.id, parent):
            return True
        return not _asks(order) and self._door.manages(message)

    def _is_meant(self, message: Message, spoken: Spoken, order: Ordered, here: Edition) -> bool:
        """Say whether this bot is meant: other bots share its prefix, so what it cannot answer may be for them."""
        if spoken.way is Way.REPLY and not spoken.text:
            # A picture in reply asks nothing.
            return self._cannot_read(message)
        if spoken.way is not Way.PREFIX or not _asks(order):
            return True
        return self._reception.desk.can_answer(spoken.text, here)

    def _before(self, message: Message, spoken: Spoken) -> Before | None:
        """Return what is asked on from where the message replies to an answer."""
        asked = self._reception.answers.question_of(spoken.to)
        return None if asked is None else self._reception.desk.after(asked)

    async def _answer(self, message: Message, post: Post) -> None:
        reception, person, place = self._reception, message.author.id, _place(message)
        reception.pace.check(person)
        if not _asks(post.order):
            await self._carry_out(message, post)
            return
        async with reception.turn_of(person, lambda: self._type(message)):
            if post.gone:
                return
            if not post.text and self._cannot_read(message):
                await sending.say(self._http, message, texts.CANNOT_READ)
                return
            post.before = post.before or reception.desk.before(person, place)
            letter = await reception.letter(post.text, person, place, post.before)
            letter = await self._illustrated(message, letter)
            post.answer = await sending.answer(self._http, message, letter)
        if post.answer is not None:
            self._remember(post.answer, letter)

    async def _carry_out(self, message: Message, post: Post) -> None:
        """Carry out what `message` orders. Its answer stays, whatever becomes of it: that tells what was done."""
        patience, types = self._reception.manners.works_silently_for, lambda: self._type(message)
        async with self._reception.turn_of(message.author.id, types), impatient(patience, types):
            if not post.gone:
                with given(message.id):
                    reply = await self._door.by_message(message, post.order)
                await sending.answer(self._http, message, reply)

    async def _illustrated(self, message: Message, letter: Letter) -> Letter:
        """Return `letter` with the picture that was asked for, where it can be attached; else a line in the log."""
        if letter.wanted_picture is None:
            return letter
        may = sending.permissions_in(message)
        # Where nothing may be sent at all, the answer goes to where everything may.
        if may.send_messages and not may.attach_files:
            log.warning("Missing permissions in channel %s: no picture is attached.", message.channel.id)
            return letter
        return await self._reception.illustrated(letter, lambda: self._type(message))

    async def _type(self, message: Message) -> None:
        """Show that an answer is on its way. Discord shows it for ten seconds, to everyone in the channel."""
        if message.channel.id not in self._typing:
            self._typing[message.channel.id] = True
            await message.channel.typing()

    def _cannot_read(self, message: Message) -> bool:
        """Say whether there may be a text that Discord keeps from a bot that may not read everything."""
        return not self._reads_all and not message.content and not message.attachments and not message.stickers

    async def _replace(self, message: Message, answer: PartialMessage, letter: Letter) -> None:
        embeds = sending.permissions_in(message).embed_links
        content, embed = (None, letter.embed) if embeds else (letter.plain, None)
        view = (letter.rows if embeds else letter.lasting_rows).as_view()
        with tolerant(f"The answer to message {message.id} stays as it is"):
            await persistently(lambda: answer.edit(content=content, embed=embed, view=view, attachments=letter.files()))
            self._remember(answer, letter)

    def _remember(self, answer: PartialMessage, letter: Letter) -> None:
        self._reception.answers.remember(answer.id, letter, lambda view: answer.edit(view=view))

    async def _slow_down(self, message: Message, slow_down: TooFastError) -> None:
        """Say it in words once, then with a mark: a flood should not be answered by a flood."""
        if not slow_down.told:
            await sending.say(self._http, message, str(slow_down))
            return
        with tolerant(f"Message {message.id} is not marked"):
            await message.add_reaction(texts.WAIT)


def _place(message: Message) -> Place:
    return Place(message.guild.id if message.guild is not None else None, message.channel.id)


def _asks(order: Ordered) -> bool:
    """Say whether what was said is no order."""
    return isinstance(order, administration.NoOrder)


async def _asker_in(channel: PartialMessageable, answer: int) -> int | None:
    """Return who asked for an answer from before this process, as the answer itself tells, or None."""
    asked = None
    with tolerant(f"The answer {answer} cannot be read"):
        asked = asked_in(await channel.fetch_message(answer))
    return None if asked is None else asked.asker


async def _delete(answer: PartialMessage) -> None:
    with tolerant(f"The answer {answer.id} is not deleted"):
        await persistently(answer.delete)
