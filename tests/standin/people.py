"""People, who do in a test what members do in Discord."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from standin import interactions as kinds
from standin import permissions, posting, wire
from standin.asking import ask
from standin.backstage import Backstage
from standin.components import SELECTS, TEXT_INPUT, Button, Modal, Select, fields
from standin.interactions import Choice, Interaction
from standin.limits.commands import CHAT_INPUT, MESSAGE_MENU
from standin.menus import command_data, find_command
from standin.world import Attachment, Channel, Json, Message, User


@dataclass(eq=False)
class Person(User):
    """Someone who talks to the bot. Where a place can be named and is not, it is the first channel of their server.

    What is awaited waits for the bot, at most `patience` seconds; a method that is not awaited just does it.
    """

    backstage: Backstage = field(kw_only=True, repr=False)
    patience: float = 5.0

    @property
    def home(self) -> Channel:
        """The first channel of the first server they are in."""
        guild = next(each for each in self.backstage.guilds.values() if self.id in each.members)
        return next(iter(guild.channels.values()))

    @property
    def dm(self) -> Channel:
        """Their conversation with the bot."""
        return self.backstage.direct(self)

    def posts(
        self,
        content: str,
        *,
        in_: Channel | None = None,
        to: Message | None = None,
        ping: bool = True,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Post a message, a reply where it is `to` one, and return it without waiting for the bot."""
        channel = in_ or (to.channel if to is not None else self.home)
        allowed = None if ping else {"parse": ["users", "roles", "everyone"]}
        body = {"content": content, "allowed_mentions": allowed}
        return posting.post(self.backstage, channel, self, body, files, reference=to)

    async def says(self, content: str, **how: Any) -> list[Message]:
        """Post as `posts` does and return what the bot answers, as soon as it has answered."""
        return await self.hears(self.posts(content, **how))

    async def asks_bot(self, content: str, **how: Any) -> list[Message]:
        """Mention the bot and return what it answers."""
        return await self.says(f"{self.backstage.bot.mention} {content}", **how)

    async def whispers(self, content: str, **how: Any) -> list[Message]:
        """Write to the bot in a direct message and return what it answers."""
        return await self.says(content, in_=self.dm, **how)

    async def hears(self, message: Message) -> list[Message]:
        """Return the bot's answers to `message` once there is one."""
        otherwise = f"nobody answered {message.content!r} within {self.patience} s"
        await self.backstage.pulse.until(lambda: message.replies, within=self.patience, otherwise=otherwise)
        return list(message.replies)

    def edits(self, message: Message, content: str) -> None:
        """Change what they said."""
        assert message.author is self, "nobody can edit what another said"
        posting.edit(self.backstage, message, {"content": content})

    def deletes(self, message: Message) -> None:
        """Take back what they said, or what another said if they may."""
        may = permissions.has(message.channel.permissions_of(self), "manage_messages")
        assert message.author is self or may, "only a moderator deletes what another said"
        posting.delete(self.backstage, message)

    def purges(self, *messages: Message) -> None:
        """Delete messages of one channel at once, which moderators may."""
        channel = messages[0].channel
        may = permissions.has(channel.permissions_of(self), "manage_messages")
        assert may, "only a moderator deletes many messages at once"
        posting.delete_many(self.backstage, channel, messages)

    def reacts(self, message: Message, emoji: str) -> None:
        """React to a message."""
        posting.react(self.backstage, message, self, emoji, adding=True)

    def unreacts(self, message: Message, emoji: str) -> None:
        """Take a reaction back."""
        posting.react(self.backstage, message, self, emoji, adding=False)

    def installs_bot(self) -> None:
        """Add the bot to their own account, so that its commands are at hand everywhere."""
        self.backstage.installed_by.add(self.id)

    async def slash(self, command: str, *, in_: Channel | None = None, **options: Any) -> Interaction:
        """Use a slash command, such as "champion" or "fact add", and return it once the bot has answered.

        An option whose name is a word of Python's is written with a mark behind it: `class_="LMP3"`.
        """
        channel = in_ or self.home
        name, *path = command.split()
        found = find_command(self.backstage, name, CHAT_INPUT, self, channel)
        return await self._does(kinds.COMMAND, channel, command_data(found, path, options))

    def uploads(self, filename: str, data: bytes, *, in_: Channel | None = None) -> Attachment:
        """Choose a file for an option of a slash command."""
        new, channel = self.backstage.snowflakes.new(), in_ or self.home
        url = f"http://{self.backstage.host}/attachments/{channel.id}/{new}/{filename}"
        file = Attachment(new, filename, data, "application/octet-stream", url)
        self.backstage.uploads[new] = file
        return file

    async def autocomplete(
        self, command: str, *, focused: str, value: Any = "", in_: Channel | None = None, **options: Any
    ) -> list[Choice]:
        """Type `value` into the option `focused` and return what the bot offers."""
        channel = in_ or self.home
        name, *path = command.split()
        found = find_command(self.backstage, name, CHAT_INPUT, self, channel)
        data = command_data(found, path, {**options, focused: value}, focused)
        return (await self._does(kinds.AUTOCOMPLETE, channel, data)).choices

    async def message_menu(self, command: str, message: Message) -> Interaction:
        """Choose a command in the menu of `message`; the bot is shown what stands in it, whatever its intents."""
        found = find_command(self.backstage, command, MESSAGE_MENU, self, message.channel)
        target = str(message.id)
        resolved = {"messages": {target: wire.message(message, self.backstage.bot)}}
        data = {"id": found["id"], "name": command, "type": MESSAGE_MENU, "target_id": target, "resolved": resolved}
        return await self._does(kinds.COMMAND, message.channel, data, message)

    async def press(self, button: Button) -> Interaction:
        """Press a button and return what came of it."""
        assert not button.disabled, f"the button {button.label!r} is disabled"
        assert button.custom_id is not None, f"the button {button.label!r} only leads to {button.url}"
        data = {"custom_id": button.custom_id, "component_type": 2}
        return await self._touches(button.message, data)

    async def choose(self, select: Select, *chosen: str | User) -> Interaction:
        """Choose in a menu, by what it shows or by its value, and return what came of it."""
        assert not select.disabled, "the menu is disabled"
        number = f"the menu takes {select.at_least} to {select.at_most}"
        assert select.at_least <= len(chosen) <= select.at_most, number
        data: Json = {"custom_id": select.custom_id, "component_type": select.kind, "values": []}
        for each in chosen:
            if isinstance(each, User):
                data.setdefault("resolved", {}).setdefault("users", {})[str(each.id)] = wire.user(each)
                data["values"].append(str(each.id))
            else:
                data["values"].append(select.value_of(each))
        return await self._touches(select.message, data)

    async def submit(self, modal: Modal, **answers: str) -> Interaction:
        """Fill in a form and send it; each field is named by its custom id, and those left out stay as they are."""
        asked = {field["custom_id"]: (number, field) for number, (_, field) in enumerate(fields(modal.components))}
        assert answers.keys() <= asked.keys(), f"the form has the fields {list(asked)}"
        parts = [_filled_in(field, number, answers) for number, field in asked.values()]
        data = {"custom_id": modal.custom_id, "components": parts}
        shown_by = modal.shown_by
        return await self._does(kinds.MODAL_SUBMIT, shown_by.channel, data, shown_by.on)

    async def _touches(self, message: Message, data: Json) -> Interaction:
        assert not message.deleted, "the message is gone"
        if message.ephemeral and message.origin is not None:
            seen_by = message.origin["interaction_metadata"]["user"]["id"]
            assert seen_by == str(self.id), f"{self.name} does not see this message"
        return await self._does(kinds.COMPONENT, message.channel, data, message)

    async def _does(self, kind: int, channel: Channel, data: Json, on: Message | None = None) -> Interaction:
        interaction = ask(self.backstage, kind, self, channel, data, on)
        settled = await self.backstage.pulse.comes(lambda: interaction.settled, within=self.patience)
        # A deferred update may be all there is: the bot took note, and nothing changes.
        if not settled and interaction.answer != kinds.DEFERRED_UPDATE:
            raise AssertionError(f"{interaction} had nothing to show after {self.patience} s")
        return interaction


def _filled_in(field: Json, number: int, answers: Mapping[str, str]) -> Json:
    """Return a field as it is sent back: in a row or under a label, as it came."""
    custom_id, kind = field["custom_id"], field["type"]
    filled: Json = {"type": kind, "custom_id": custom_id, "id": 2 * number + 2}
    if kind == TEXT_INPUT:
        value = answers.get(custom_id, field.get("value") or "")
        assert value or not field.get("required", True), f"the field {custom_id!r} is required"
        high = field.get("max_length") or 4000
        assert (field.get("min_length") or 0) <= len(value) <= high, (
            f"the field {custom_id!r} does not take that length"
        )
        filled["value"] = value
    elif kind in SELECTS:
        filled["values"] = [answers[custom_id]] if custom_id in answers else []
    return {"type": 1, "id": 2 * number + 1, "components": [filled]}
