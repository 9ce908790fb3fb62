"""What only the owner of the bot may order, in a direct message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from discord import AppInfo, Message
from discord.http import HTTPClient

from bot.discord_app import sending
from bot.discord_app.errors import Tell, report
from bot.discord_app.limits import CONTENT, cut

RELOAD = "reload knowledge"


class Owner:
    """Hears the orders of those who own the application, alone or as a team. To all others they are questions."""

    def __init__(self, http: HTTPClient, reload: Callable[[], Awaitable[str]]) -> None:
        self._http = http
        self._reload = reload

    async def heard(self, message: Message, application: AppInfo | None) -> bool:
        """Carry out `message` where it is an order of an owner, and say whether it was one."""
        if message.guild is not None or not _orders(message.content) or not _owns(message.author.id, application):
            return False
        tell: Tell = lambda said: sending.say(self._http, message, cut(said, CONTENT))  # noqa: E731
        try:
            await tell(await self._reload())
        except Exception as error:
            await report(error, tell, "Reading the knowledge anew")
        return True


def _orders(text: str) -> bool:
    return " ".join(text.casefold().lstrip("!/ ").split()) == RELOAD


def _owns(person: int, application: AppInfo | None) -> bool:
    if application is None:
        return False
    if application.team is not None:
        return person in [member.id for member in application.team.members]
    return person == application.owner.id
