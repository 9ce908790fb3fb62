"""Discord's limits, and fitting text into them: the only file that knows these numbers.

Lengths are counted in UTF-16 units, as Discord's own client does: a flag counts four. That is never less than the
number of characters, so what fits here fits however it is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

TITLE, DESCRIPTION, FOOTER = 256, 4096, 2048
FIELDS, FIELD_NAME, FIELD_VALUE = 25, 256, 1024
EMBED = 6000
CONTENT = 2000
BUTTONS_IN_A_ROW, LABEL, CUSTOM_ID = 5, 80, 100
OPTIONS, OPTION = 25, 100
CHOICES, CHOICE = 25, 100
MODAL_TITLE = 45
# Of all files of one message together; servers that are boosted may send more.
FILES, FILES_LARGEST = 10, 10_000_000
MOST_LEAVES = 9_999

EMPTY = "\u200b"
MORE = "…"
# No character counts more than twice, so that half as many as may be are seen to fit without counting.
_MOST_UNITS = 2


def size(text: str) -> int:
    """Return how long Discord takes `text` to be."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def fits(text: str, limit: int) -> bool:
    """Say whether Discord takes `text` to be no longer than `limit`."""
    return _MOST_UNITS * len(text) <= limit or size(text) <= limit


def filled(text: str) -> str:
    """Return `text`, or something invisible where Discord would take it for nothing."""
    return text if text.strip() else EMPTY


def cut(text: str, limit: int) -> str:
    """Return `text`, or as much of it as fits into `limit`, with a mark that something is missing."""
    if fits(text, limit):
        return text
    return _beginning(text, limit - len(MORE)).rstrip().rstrip("\\") + MORE


def torn(text: str, limit: int) -> Iterator[str]:
    """Yield all of `text` in pieces that fit into `limit`, torn at blanks where there are any."""
    while not fits(text, limit):
        piece = _beginning(text, limit)
        blank = max(piece.rfind(" "), piece.rfind("\n"))
        if blank > 0:
            piece, text = text[:blank], text[blank + 1 :]
        else:
            # What escapes stays with what it escapes.
            escapes = len(piece) - len(piece.rstrip("\\"))
            end = max(1, len(piece) - escapes % 2)
            piece, text = text[:end], text[end:]
        yield piece
    yield text


def _beginning(text: str, limit: int) -> str:
    kept = text[:limit]
    while size(kept) > limit:
        kept = kept[: -max(1, (size(kept) - limit) // 2)]
    return kept


def blocks(lines: Iterable[str], limit: int) -> Iterator[str]:
    """Yield `lines` joined to as few texts as hold them, none longer than `limit`; a line that is longer is torn."""
    held: list[str] = []
    used = 0
    for line in lines:
        for fitting in torn(line, limit):
            length = size(fitting) + 1
            if held and used + length - 1 > limit:
                yield "\n".join(held)
                held, used = [], 0
            held.append(fitting)
            used += length
    if held:
        yield "\n".join(held)


def first_block(lines: Iterable[str], limit: int, more: str) -> str:
    """Return the first of `lines`, as many as fit into `limit`, and `more` below them where some are left out."""
    told = list(blocks(lines, limit - size(more) - 1))
    if not told:
        return ""
    return told[0] if len(told) == 1 else f"{told[0]}\n{more}"
