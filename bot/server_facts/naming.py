"""The nicknames and settings of the book."""

from __future__ import annotations

from collections.abc import Callable

from bot.server_facts.changes import Action
from bot.server_facts.desk import Desk
from bot.server_facts.keeping import Keeper
from bot.server_facts.limits import check_settings
from bot.server_facts.model import Nickname, ServerSettings, Subject
from bot.server_facts.rules import chosen, name_of, named, unnamed


class Names(Keeper):
    """Every server's nicknames, and what its admins chose."""

    async def add_name(self, server: int, editor: int, name: str, subject: Subject) -> Nickname:
        """Save another name for a subject."""
        self._check_subject(subject)
        notes = await self.notes(server)
        # What the rules refuse anyway needs no trial, which takes longer.
        named(notes, name, subject)
        await self._try_name(notes, name, subject)

        async def work(desk: Desk) -> Nickname:
            await desk.write(Action.ADD_NAME, editor, named(desk.notes, name, subject))
            return name_of(desk.notes, name)

        return await self._changed(server, work)

    async def remove_name(self, server: int, editor: int, name: str) -> Nickname:
        """Remove a name, however its case and accents are spelt."""

        async def work(desk: Desk) -> Nickname:
            gone = name_of(desk.notes, name)
            await desk.write(Action.REMOVE_NAME, editor, unnamed(desk.notes, name))
            return gone

        return await self._changed(server, work)

    async def names(self, server: int) -> tuple[Nickname, ...]:
        """Return all names, in the order of the alphabet."""
        return (await self.notes(server)).nicknames

    async def settings(self, server: int) -> ServerSettings:
        """Return what the server's admins chose."""
        return (await self.notes(server)).settings

    async def change_settings(
        self, server: int, editor: int, change: Callable[[ServerSettings], ServerSettings]
    ) -> ServerSettings:
        """Save what `change` makes of the settings as they stand, such as `lambda now: replace(now, review=True)`."""

        async def work(desk: Desk) -> ServerSettings:
            settings = change(desk.notes.settings)
            check_settings(settings)
            await desk.write(Action.SETTINGS, editor, chosen(desk.notes, settings))
            return settings

        return await self._changed(server, work)
