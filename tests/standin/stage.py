"""Setting the stage: servers, channels and people, before the bot comes or while it looks on."""

from __future__ import annotations

from standin import permissions, wire
from standin.backstage import Backstage
from standin.people import Person
from standin.world import GROUP, PUBLIC_THREAD, TEXT, Channel, Guild, Json, Member, Role


class Stage(Backstage):
    """Makes everything there is. A bot that is connected hears of what is new."""

    def guild(self, name: str = "Paddock", *, with_bot: bool = True) -> Guild:
        """Make a server with one channel, "general". The nth server is on shard (n - 1) % count."""
        guild = Guild(self.snowflakes.guild(), name, self._person("Owner"), has_bot=with_bot)
        guild.roles[guild.id] = Role(guild.id, "@everyone", permissions.EVERYONE)
        for user in (guild.owner, *([self.bot] if with_bot else [])):
            guild.members[user.id] = Member(user)
        self._add_channel(Channel(self.snowflakes.new(), TEXT, "general", guild))
        self.guilds[guild.id] = guild
        if with_bot:
            self.hub.dispatch("GUILD_CREATE", self._joined(guild), guild=guild)
        return guild

    def channel(self, name: str, in_: Guild) -> Channel:
        """Make a channel in a server."""
        channel = self._add_channel(Channel(self.snowflakes.new(), TEXT, name, in_))
        self.hub.dispatch("CHANNEL_CREATE", wire.channel(channel, self.bot), channel=channel)
        return channel

    def thread(self, name: str, in_: Channel) -> Channel:
        """Make a thread in a channel."""
        channel = self._add_channel(Channel(self.snowflakes.new(), PUBLIC_THREAD, name, in_.guild, in_))
        self.hub.dispatch("THREAD_CREATE", wire.channel(channel, self.bot), channel=channel)
        return channel

    def group(self, *people: Person) -> Channel:
        """Make a conversation of people without the bot."""
        return self._add_channel(Channel(self.snowflakes.new(), GROUP, "group", people=[*people]))

    def role(self, name: str, in_: Guild, *allowed: str) -> Role:
        """Make a role that allows some permissions more than everyone has."""
        role = Role(self.snowflakes.new(), name, permissions.bits(*allowed))
        in_.roles[role.id] = role
        data = {"guild_id": str(in_.id), "role": wire.role(role, len(in_.roles) - 1)}
        self.hub.dispatch("GUILD_ROLE_CREATE", data, guild=in_)
        return role

    def member(self, name: str, *guilds: Guild, roles: tuple[Role, ...] = (), bot: bool = False) -> Person:
        """Make a person, or another bot, who is a member of `guilds`."""
        person = self._person(name)
        person.bot = bot
        for guild in guilds:
            guild.members[person.id] = member = Member(person, [role for role in roles if role.id in guild.roles])
            if guild.has_bot:
                data = wire.member(member) | {"guild_id": str(guild.id)}
                self.hub.dispatch("GUILD_MEMBER_ADD", data, guild=guild)
        return person

    def webhook(self, name: str) -> Person:
        """Make a webhook, which posts in any channel that it is told and is no member."""
        person = self._person(name)
        person.bot = person.webhook = True
        return person

    def forbids(self, *names: str, in_: Channel | Guild) -> None:
        """Take permissions from the bot: in one channel, or in a whole server together with everyone."""
        self._permit(in_, permissions.bits(*names), allowed=False)

    def allows(self, *names: str, in_: Channel | Guild) -> None:
        """Give back what `forbids` took."""
        self._permit(in_, permissions.bits(*names), allowed=True)

    def _permit(self, place: Channel | Guild, which: int, *, allowed: bool) -> None:
        if isinstance(place, Guild):
            role = place.everyone
            role.permissions = role.permissions | which if allowed else role.permissions & ~which
            data = {"guild_id": str(place.id), "role": wire.role(role, 0)}
            self.hub.dispatch("GUILD_ROLE_UPDATE", data, guild=place)
        else:
            place.denied = place.denied & ~which if allowed else place.denied | which
            self.hub.dispatch("CHANNEL_UPDATE", wire.channel(place, self.bot), guild=place.guild)

    def shows_commands_to_all(self) -> None:
        """Show everyone the commands that are for some, as a server's admins can in its settings."""
        self.commands_shown_to_all = True

    def bot_leaves(self, guild: Guild) -> None:
        """Remove the bot from a server."""
        guild.has_bot = False
        del guild.members[self.bot.id]
        self.hub.dispatch("GUILD_DELETE", {"id": str(guild.id)}, guild=guild)

    def bot_joins(self, guild: Guild) -> None:
        """Add the bot to a server that is there."""
        guild.has_bot = True
        guild.members[self.bot.id] = Member(self.bot)
        self.hub.dispatch("GUILD_CREATE", self._joined(guild), guild=guild)

    def _joined(self, guild: Guild) -> Json:
        """A server that is new to the bot comes without the note that it is available again."""
        data = wire.guild(guild, self.bot)
        del data["unavailable"]
        return data

    def _add_channel(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild is not None:
            channel.guild.channels[channel.id] = channel
        return channel

    def _person(self, name: str) -> Person:
        person = Person(self.snowflakes.new(), name, backstage=self)
        self.users[person.id] = person
        return person
