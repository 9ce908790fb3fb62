"""Text as Discord shows it: nothing in it is read as Markdown, calls anyone, or turns the writing around."""

from __future__ import annotations

_MARKDOWN = {mark: f"\\{mark}" for mark in "\\*_~|`[]#>"}
# A zero-width space behind them: no mention, no channel, no command, no date is made of what follows.
_CALLS = {"@": "@\u200b", "<": "<\u200b"}
# Marks that turn the direction of writing until they are ended, which strangers' text need not do.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ESCAPED = str.maketrans({**_MARKDOWN, **_CALLS}) | _TURNS
_BARE = str.maketrans(_CALLS) | _TURNS


def escaped(text: str) -> str:
    """Return `text` for a place where Discord reads Markdown."""
    return sendable(text.translate(_ESCAPED))


def bare(text: str) -> str:
    """Return `text` for a place where Discord reads no Markdown: labels, and what stands in a block of code."""
    return sendable(text.translate(_BARE))


def code_block(lines: tuple[str, ...]) -> str:
    """Return `lines` as a block of code that nothing in them can end."""
    return "```\n{}\n```".format("\n".join(bare(line).replace("`", "\u02cb") for line in lines))


def sendable(text: str) -> str:
    """Return `text` with a mark for each half of a surrogate pair: Discord refuses a message that holds one."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
