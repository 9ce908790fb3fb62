"""Messages in both directions."""

from __future__ import annotations

from standin import Standin
from standin.clients import Echo
from standin.conftest import Connect


async def test_a_message_is_answered(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild("Paddock")
    kim = discord.member("Kim", paddock)
    async with connect(Echo(), discord):
        (answer,) = await kim.says("box, box")
    assert answer.text == "“box, box”"
    assert answer.reference is not None
    assert answer.reference.content == "box, box"
