"""Taking note of an interaction before it is answered, and telling one person what the others need not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from discord import Client, Interaction

from bot.discord_app.patience import persistently, tolerant

# Where an interaction keeps how it was acknowledged until it is answered.
_SHOWN = "acknowledged"


@dataclass(frozen=True, slots=True)
class Manner:
    """How an interaction is answered: `instead` of the message that was pressed, `hidden` from all but one person.

    `above` is a sentence that stands above the answer.
    """

    instead: bool = False
    hidden: bool = False
    above: str = ""


async def think(interaction: Interaction[Client], manner: Manner) -> None:
    """Show that an answer is on its way, if there is none yet."""
    if not interaction.response.is_done():
        interaction.extras[_SHOWN] = manner
        await interaction.response.defer(thinking=not manner.instead, ephemeral=manner.hidden)


async def privately(interaction: Interaction[Client], **parts: Any) -> int:
    """Send `parts` to the one who used `interaction` and to nobody else, and return the id of their message.

    What is shown to all while it is thought about goes: Discord would make the answer as public as that is.
    """
    shown = interaction.extras.pop(_SHOWN, None)
    if shown is not None and not (shown.hidden or shown.instead):
        with tolerant("What was shown while an answer was thought about stays"):
            await persistently(interaction.delete_original_response)
    told = await interaction.followup.send(ephemeral=True, wait=True, **parts)
    return told.id


def answered(interaction: Interaction[Client]) -> None:
    """Note that what was shown while an answer was thought about is no more."""
    interaction.extras.pop(_SHOWN, None)


def is_public(interaction: Interaction[Client]) -> bool:
    """Say whether what was shown so far, all who read the channel can see."""
    shown = interaction.extras.get(_SHOWN)
    if shown is None or shown.hidden:
        return False
    message = interaction.message
    return not (shown.instead and message is not None and message.flags.ephemeral)
