"""Long replies, remembered for a while, where giving the order again would not show the same."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from cachetools import TTLCache

from bot.discord_app import embeds, texts
from bot.discord_app.admin.buttons import ANYONE
from bot.discord_app.admin.replies import ForEditors, Remembered, Reply, Turning
from bot.discord_app.admin.works import DRAFTS_LAST, Orderer
from bot.errors import BotError

# In characters and bytes, of all replies together.
MOST = 30_000_000


@dataclass(frozen=True, slots=True)
class _Kept:
    server: int
    reply: Reply

    @property
    def size(self) -> int:
        """About what it takes."""
        page = self.reply.page
        lines = (*page.lead, *page.notes, *(line for section in page.sections for line in section.lines))
        return sum(map(len, lines)) + sum(len(one.content) for one in self.reply.attached)


class Memory:
    """What has more leaves than one, and no order that shows them once more."""

    def __init__(self) -> None:
        self._kept: TTLCache[str, _Kept] = TTLCache(MOST, DRAFTS_LAST, getsizeof=lambda kept: kept.size)

    def turnable(self, reply: Reply, by: Orderer) -> Reply:
        """Return `reply` so that all its leaves can be reached: by the order it has, or else from here."""
        if embeds.leaf_count(reply.page) == 1 or isinstance(reply.turning, Remembered):
            return reply
        if isinstance(reply.turning, Turning) and reply.turning.fits:
            return reply
        mark = secrets.token_hex(8)
        # Whoever decides on something has to see all of it.
        turning = Remembered(mark, ANYONE if isinstance(reply, ForEditors) else by.person)
        made = replace(reply, turning=turning)
        self._kept[mark] = _Kept(by.server, made)
        return made

    def reply(self, mark: str, by: Orderer) -> Reply:
        """Return what was remembered; raise `BotError` where it is gone, or was told elsewhere."""
        kept = self._kept.get(mark)
        if kept is None or kept.server != by.server:
            raise BotError(texts.REST_FORGOTTEN)
        return kept.reply
