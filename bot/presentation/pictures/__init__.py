"""Drawing the descriptions of `bot.answering.pictures` as PNG. matplotlib is imported when the first is drawn."""
