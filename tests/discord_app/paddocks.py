"""A server with everyone there is in it, for tests of what its admins do."""

from __future__ import annotations

from dataclasses import dataclass

from standin import Guild, Message, Person, Role, Standin


@dataclass(frozen=True)
class Paddock:
    """`ann` manages the server, `ed` has the editors' role, `kim` is a member; `owner` owns it."""

    discord: Standin
    guild: Guild
    editors: Role
    ann: Person
    ed: Person
    kim: Person

    async def chooses_editors(self) -> None:
        """Let Ann choose the editors."""
        await self.ann.asks_bot(f"settings editors {self.editors.mention}")

    def other(self) -> Paddock:
        """Return another server, with people of its own."""
        return paddock(self.discord, "Elsewhere")


def paddock(discord: Standin, name: str = "Paddock") -> Paddock:
    guild = discord.guild(name)
    managers = discord.role("Managers", guild, "manage_guild")
    editors = discord.role("Editors", guild)
    return Paddock(
        discord,
        guild,
        editors,
        discord.member("Ann", guild, roles=(managers,)),
        discord.member("Ed", guild, roles=(editors,)),
        discord.member("Kim", guild),
    )


def plain(message: Message) -> str:
    """Return what is read in `message`, without the marks that keep Discord from reading anything in it."""
    return message.text.replace("\u200b", "").replace("\\", "")
