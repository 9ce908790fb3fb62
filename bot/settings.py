"""The settings: what an operator may choose, read from the environment and from `.env`.

A frozen dataclass and not pydantic-settings: `bot ask` reads the environment too, and starts 20 ms sooner without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from bot import settings_values as values
from bot.errors import StartupError
from bot.settings_values import UnfitError

Value = TypeVar("Value")

NAME = "asian-le-mans-bot"


def shipped_knowledge() -> Path:
    """Return the folder of facts that came with the bot, in a checkout and in an installed wheel alike."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


def users_cache() -> Path | None:
    """Return the bot's folder among the user's caches; None for a user who has no place of their own."""
    from platformdirs import user_cache_path

    folder = user_cache_path(NAME, appauthor=False)
    return folder if folder.is_absolute() else None


def read_environment(folder: Path | None = None) -> Mapping[str, str]:
    """Return the environment, completed from `.env` in `folder` (the working directory); the environment wins."""
    file = (folder or Path()) / ".env"
    if not file.exists():
        return dict(os.environ)
    # Imported here because most people who ask a question in a terminal have no `.env`, and it costs 25 ms.
    from dotenv import dotenv_values

    try:
        # A token may hold a `$`: nothing in it is a reference to another variable.
        written = dotenv_values(file, interpolate=False, encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise StartupError(f"The file .env cannot be read ({error}); it should be plain UTF-8 text.") from error
    return {name: value for name, value in written.items() if value is not None} | dict(os.environ)


class _Environment:
    """Reads one variable after another and remembers everything that was wrong."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.problems: list[str] = []

    def read(self, variable: str, convert: Callable[[str], Value], default: Value) -> Value:
        """Return what `variable` says, or `default` where it is not set, is empty or is wrong."""
        said = self.variables.get(variable, "").strip()
        if not said:
            return default
        try:
            return convert(said)
        except UnfitError as unfit:
            self.problems.append(f"{variable} {unfit}.")
            return default

    def stop_if_wrong(self) -> None:
        """Raise `StartupError` with a sentence for each problem."""
        if self.problems:
            raise StartupError("\n".join(self.problems))


def knowledge_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of facts that `env` names, or the shipped one; raise `StartupError` where it is no folder."""
    environment = _Environment(env)
    folder = environment.read("KNOWLEDGE_DIR", values.folder, shipped_knowledge())
    environment.stop_if_wrong()
    return folder


def cache_folder(env: Mapping[str, str]) -> Path | None:
    """Return where checked facts are kept, None for nowhere; raise `StartupError` where `env` names a file."""
    environment = _Environment(env)
    folder = environment.read("CACHE_DIR", values.cache, users_cache())
    environment.stop_if_wrong()
    return folder


def command_prefix(env: Mapping[str, str]) -> str:
    """Return the mark that `env` puts before commands, or `!`; raise `StartupError` where it will not do."""
    environment = _Environment(env)
    prefix = environment.read("COMMAND_PREFIX", values.prefix, Settings.command_prefix)
    environment.stop_if_wrong()
    return prefix


@dataclass(frozen=True)
class Settings:
    """Every setting, checked. A variable that is empty counts as one that is not set."""

    token: str | None = field(default=None, repr=False)
    command_prefix: str = "!"
    knowledge_dir: Path = field(default_factory=shipped_knowledge)
    database_url: str = field(default="sqlite+aiosqlite:///data/bot.db", repr=False)
    servers_in_memory: int = 1_000
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    metrics_port: int | None = None
    log_level: str = "INFO"
    log_format: str = "text"
    sync_commands: str = "changed"
    questions_per_minute: int = 30
    data_dir: Path = Path("data")
    cache_dir: Path | None = field(default_factory=users_cache)
    discord_api_url: str = "https://discord.com/api/v10"
    discord_gateway_url: str | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the settings from `env`; raise `StartupError` with one sentence for every value that is wrong."""
        environment = _Environment(env)
        read = environment.read
        settings = cls(
            token=read("DISCORD_TOKEN", values.token, None),
            command_prefix=read("COMMAND_PREFIX", values.prefix, cls.command_prefix),
            knowledge_dir=read("KNOWLEDGE_DIR", values.folder, shipped_knowledge()),
            database_url=read("DATABASE_URL", values.database, cls.database_url),
            servers_in_memory=read("SERVERS_IN_MEMORY", values.count, cls.servers_in_memory),
            shard_count=read("SHARD_COUNT", values.count, cls.shard_count),
            shard_ids=read("SHARD_IDS", values.shards, cls.shard_ids),
            metrics_port=read("METRICS_PORT", values.port, cls.metrics_port),
            log_level=read("LOG_LEVEL", values.log_level, cls.log_level),
            log_format=read("LOG_FORMAT", values.log_format, cls.log_format),
            sync_commands=read("SYNC_COMMANDS", values.sync, cls.sync_commands),
            questions_per_minute=read("QUESTIONS_PER_MINUTE", values.count, cls.questions_per_minute),
            data_dir=read("DATA_DIR", values.new_folder, cls.data_dir),
            cache_dir=read("CACHE_DIR", values.cache, users_cache()),
            discord_api_url=read("DISCORD_API_URL", values.address("http", "https"), cls.discord_api_url),
            discord_gateway_url=read("DISCORD_GATEWAY_URL", values.address("ws", "wss"), cls.discord_gateway_url),
        )
        environment.problems += settings._shard_problems()
        environment.stop_if_wrong()
        return settings

    def secrets(self) -> tuple[str, ...]:
        """Return what must not be seen by anybody, the log included."""
        # "postgresql+asyncpg://bot:secret@host/name"
        before_host = self.database_url.rpartition("@")[0].partition("://")[2]
        password = before_host.partition(":")[2]
        return tuple(filter(None, dict.fromkeys((self.token, password, unquote(password)))))

    def _shard_problems(self) -> list[str]:
        if self.shard_ids is None:
            return []
        if self.shard_count is None:
            return ["SHARD_IDS needs SHARD_COUNT, the number of shards of all processes together."]
        beyond = [str(number) for number in self.shard_ids if number >= self.shard_count]
        if not beyond:
            return []
        last = self.shard_count - 1
        return [f"SHARD_IDS names {', '.join(beyond)}, but with SHARD_COUNT {self.shard_count} the last one is {last}."]
