"""Text as Discord shows it: nothing in it is read as Markdown, calls anyone, or turns the writing around."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable

_MARKDOWN = {mark: f"\\{mark}" for mark in "\\*_~|`[]#>"}
# A zero-width space behind them: no mention, no channel, no command, no date is made of what follows.
_CALLS = {"@": "@\u200b", "<": "<\u200b"}
# Marks that turn the direction of writing until they are ended, which strangers' text need not do.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ESCAPED = str.maketrans({**_MARKDOWN, **_CALLS}) | _TURNS
_BARE = str.maketrans(_CALLS) | _TURNS
# What Discord makes a link of by itself, up to what could begin or end a mark around it.
_ADDRESS = re.compile(r"https?://[^\s<>\[\]()|`*\\]+")

# Around an id that becomes what Discord shows as a name: only ever where it calls nobody, in an embed or in a message
# that may mention no one. Nobody can write it: it is another one in each process.
_FENCE = f"\ufdd0{secrets.token_hex(4)}"
_NAMED = re.compile(f"{_FENCE}([mcr])(\\d{{1,20}}){_FENCE}")
_MENTION = {"m": "@", "c": "#", "r": "@&"}
_WORD = {"m": "member", "c": "channel", "r": "role"}


def _touched(marks: Iterable[int]) -> re.Pattern[str]:
    """Return what finds in a text that any of it has to be changed: one of `marks`, half a pair, or a name's fence."""
    # Most texts hold none of it, and to look for it costs a tenth of translating each of their letters.
    return re.compile(f"[{re.escape(''.join(map(chr, marks)))}\ud800-\udfff{_FENCE[0]}]")


_TOUCHED, _TOUCHED_BARE = _touched(_ESCAPED), _touched(_BARE)


def member(person: int) -> str:
    """Return what `escaped` turns into the name of a member, which Discord knows and the bot need not."""
    return f"{_FENCE}m{person}{_FENCE}"


def channel(one: int) -> str:
    """Return what `escaped` turns into the name of a channel."""
    return f"{_FENCE}c{one}{_FENCE}"


def role(one: int) -> str:
    """Return what `escaped` turns into the name of a role."""
    return f"{_FENCE}r{one}{_FENCE}"


def escaped(text: str) -> str:
    """Return `text` for a place where Discord reads Markdown."""
    if not _TOUCHED.search(text):
        return text
    shown = _marked(text) if "://" in text else text.translate(_ESCAPED)
    return sendable(_NAMED.sub(lambda found: f"<{_MENTION[found[1]]}{found[2]}>", shown) if _FENCE in shown else shown)


def _marked(text: str) -> str:
    """Return `text` with its Markdown escaped, but in addresses: there Discord reads none, and each mark counts."""
    parts = []
    start = 0
    for found in _ADDRESS.finditer(text):
        parts += [text[start : found.start()].translate(_ESCAPED), found[0].translate(_BARE)]
        start = found.end()
    return "".join((*parts, text[start:].translate(_ESCAPED)))


def bare(text: str) -> str:
    """Return `text` for a place where Discord reads no Markdown: labels, and what stands in a block of code."""
    if not _TOUCHED_BARE.search(text):
        return text
    shown = text.translate(_BARE)
    return sendable(_NAMED.sub(lambda found: f"{_WORD[found[1]]} {found[2]}", shown) if _FENCE in shown else shown)


def code_block(lines: tuple[str, ...]) -> str:
    """Return `lines` as a block of code that nothing in them can end."""
    return "```\n{}\n```".format("\n".join(bare(line).replace("`", "\u02cb") for line in lines))


def sendable(text: str) -> str:
    """Return `text` with a mark for each half of a surrogate pair: Discord refuses a message that holds one."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
