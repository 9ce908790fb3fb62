"""Connecting to Discord and staying connected, or saying in one sentence why not."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

import aiohttp
import discord
import yarl
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.assistant import Assistant
from bot.discord_app.client import SeriesClient, Setup
from bot.discord_app.manners import Manners
from bot.discord_app.operator import Operator
from bot.discord_app.prefixes import OnePrefix
from bot.errors import StartupError
from bot.operations.garbage import settle
from bot.settings import Settings

log = logging.getLogger(__name__)

REFUSED_TOKEN = (
    "Discord refused the token in DISCORD_TOKEN: copy it again from the page of your application "
    "(https://discord.com/developers/applications, Bot, Reset Token)."
)
REFUSED_INTENTS = "Discord refused the intents of the bot, although it asks for none that need a permission."
NO_CONTENT = (
    "The message content intent is not switched on for this application, so commands with the prefix are not heard; "
    "mentions, replies, direct messages, slash commands and the menu of a message work without it."
)
UNAUTHORIZED, WRONG_TOKEN = 401, 4004
UNREACHABLE = (OSError, aiohttp.ClientError, TimeoutError, discord.DiscordServerError, discord.GatewayNotFound)


def run(assistant: Assistant, settings: Settings, read: Callable[[], Assistant]) -> None:
    """Run until interrupted or told to stop; raise `StartupError` where Discord refuses the bot.

    `read` reads the knowledge anew and raises `BotError` where it has problems.
    """
    # The bot does not speak, so it need not warn that it cannot.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    assistant.prepare()
    settle()
    asyncio.run(look_after(assistant, settings, read))


async def look_after(assistant: Assistant, settings: Settings, read: Callable[[], Assistant]) -> None:
    """Stay connected until told to stop, with all that an operator has in hand."""
    async with Operator(assistant, settings, read) as operator:
        await operator.sees_through(stay_connected(operator, settings))
        log.info("Stopped.")


async def stay_connected(operator: Operator, settings: Settings) -> None:
    """Connect as `settings` say: without the privileged intent where it is refused, and again while nothing answers."""
    lead_to(settings)
    setup = replace(
        setup_from(settings), metrics=operator.metrics, gate=operator.gate, reload=operator.reload, store=operator.store
    )
    backoff = ExponentialBackoff()
    while True:
        try:
            await _connect(operator, settings, setup)
            return
        except discord.PrivilegedIntentsRequired as error:
            if not setup.reads_all:
                raise StartupError(REFUSED_INTENTS) from error
            log.warning(NO_CONTENT)
            setup = replace(setup, reads_all=False)
        except UNREACHABLE as error:
            pause = backoff.delay()
            log.warning("Discord cannot be reached (%s); trying again in %.0f s.", error or type(error).__name__, pause)
            await asyncio.sleep(pause)
        except (discord.LoginFailure, discord.HTTPException, discord.ConnectionClosed) as error:
            raise StartupError(_why(error)) from error


def _why(error: discord.LoginFailure | discord.HTTPException | discord.ConnectionClosed) -> str:
    status = error.code if isinstance(error, discord.ConnectionClosed) else getattr(error, "status", UNAUTHORIZED)
    return REFUSED_TOKEN if status in (UNAUTHORIZED, WRONG_TOKEN) else f"Discord refused the bot: {error}"


async def _connect(operator: Operator, settings: Settings, setup: Setup) -> None:
    shards = {"shard_count": settings.shard_count, "shard_ids": settings.shard_ids}
    async with SeriesClient(operator.assistant, setup, **shards) as client:
        operator.takes_over(client)
        await client.start(settings.token or "")


def setup_from(settings: Settings) -> Setup:
    """Return what `settings` say of the client."""
    return Setup(
        data=settings.data_dir,
        in_memory=settings.servers_in_memory,
        sync=settings.sync_commands,
        own_gateway=settings.discord_gateway_url is not None,
        prefixes=OnePrefix(settings.command_prefix),
        manners=Manners(questions_per_minute=settings.questions_per_minute),
    )


def lead_to(settings: Settings) -> None:
    """Lead discord.py to the addresses of `settings`, which it keeps in two places for all clients of a process."""
    Route.BASE = settings.discord_api_url
    if settings.discord_gateway_url is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)
