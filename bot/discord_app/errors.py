"""What people are told when something goes wrong: one handler for messages, commands, buttons and events."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from discord import HTTPException, Interaction
from discord.app_commands import CommandInvokeError, TransformerError

from bot.discord_app import limits, texts
from bot.discord_app.acknowledging import privately
from bot.discord_app.escaping import escaped
from bot.discord_app.patience import PASSING
from bot.errors import BotError
from bot.operations import requests
from bot.server_facts.once import DoneAlreadyError

log = logging.getLogger(__name__)

Tell = Callable[[str], Awaitable[object]]

GIVES_WAY = 2.0
ALREADY_ANSWERED, TOO_LATE = 40060, 10062
NOT_OURS = {ALREADY_ANSWERED: "another process answered it", TOO_LATE: "its three seconds were over"}


async def report(error: BaseException, tell: Tell, what: str) -> None:
    """Tell people by `tell` what they can put right; of anything else a reference, while the log gets it whole."""
    cause = error.original if isinstance(error, CommandInvokeError) else error
    cause = cause.__cause__ or cause if isinstance(cause, TransformerError) else cause
    if isinstance(cause, HTTPException) and cause.code in NOT_OURS:
        log.info("%s was not answered: %s.", what, NOT_OURS[cause.code])
        return
    if isinstance(cause, DoneAlreadyError):
        log.info("%s was an order that had been carried out.", what)
        # Whoever carried it out says what came of it, which tells more.
        await asyncio.sleep(GIVES_WAY)
        said = texts.DONE_ALREADY
    elif isinstance(cause, BotError):
        # It may repeat what people wrote, and each of their marks takes two letters here.
        said = limits.cut(escaped(str(cause)), limits.CONTENT)
    else:
        reference = requests.reference()
        log.error("%s failed [%s]", what, reference, exc_info=cause)
        said = texts.BROKEN.format(reference=reference)
    try:
        await tell(said)
    except (HTTPException, *PASSING) as failure:
        log.info("%s: could not say so (%s).", what, failure)


def teller(interaction: Interaction) -> Tell:
    """Return how to tell something to the one who used `interaction`, and to nobody else."""

    async def tell(said: str) -> None:
        if interaction.response.is_done():
            await privately(interaction, content=said)
        else:
            await interaction.response.send_message(said, ephemeral=True)

    return tell
