"""Drawing the descriptions of `bot.answering.pictures` as PNG. matplotlib is imported when the first is drawn."""

from bot.answering.pictures import Picture

__all__ = ["Picture"]
