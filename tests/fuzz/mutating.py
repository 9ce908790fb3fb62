"""Making odd input: from nothing, and from real input by small and large mischief."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Mischief = Callable[[str, Random], str]

SCRIPTS = ("\u200b", "\u200f", "\u202e", "\ud800", "\x00", "e\u0301\u0301", "ﷺ", "İ", "ß", "🏁", "🇯🇵", "富士", "حلبة")
MARKS = ("**", "`", "||", "<@1>", "@everyone", "[a](b)", "-", "–", "/", "'", '"', "\\", "\n", "\t", "{}", "%s", "!")
NUMBERS = ("²", "½", "❷", "٢٠٢١", "２０２１", "0", "-1", "1e9", "999999999999999999999", "2016-17", "'22", "2099")
ODD = (*SCRIPTS, *MARKS, *NUMBERS, "31.02.2021", "lmp2", "fuji")
LONGEST_RUN = 300
PLANES = ((0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x600, 0x6FF), (0x4E00, 0x4FFF), (0x1F300, 0x1F6FF))


def anything(dice: Random) -> str:
    """Return text of any characters, or of pieces that have been trouble somewhere."""
    if dice.random() < 0.5:
        return "".join(chr(dice.randint(*dice.choice(PLANES))) for _ in range(dice.randint(0, 60)))
    return dice.choice(("", " ")).join(dice.choices(ODD, k=dice.randint(0, 12)))


def _swap(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _drop(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + dice.choice((1, 1, 1, 5)) :]


def _repeat(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at : at + dice.randint(1, 8)] * dice.choice((2, 3, 50)) + text[at:]


def _put_in(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(ODD) + text[at:]


def _cut(text: str, dice: Random) -> str:
    return text[: dice.randrange(len(text) + 1)]


def _shuffle(text: str, dice: Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _case(text: str, dice: Random) -> str:
    return dice.choice((str.upper, str.title, str.swapcase))(text)


def _run(text: str, dice: Random) -> str:
    return text + dice.choice(("a", " ", "(", "1", "é", "🏁")) * dice.randrange(LONGEST_RUN)


MISCHIEF: tuple[Mischief, ...] = (_swap, _swap, _drop, _drop, _repeat, _put_in, _put_in, _cut, _shuffle, _case, _run)


def spoiled(real: Sequence[str], dice: Random) -> str:
    """Return one of `real` after one to four mischiefs, sometimes with the half of another one behind it."""
    text = dice.choice(real)
    if dice.random() < 0.1:
        other = dice.choice(real)
        text = f"{text} {other[dice.randrange(len(other) + 1) :]}"
    for _ in range(dice.randint(1, 4)):
        text = dice.choice(MISCHIEF)(text, dice)
    return text


def spoiled_bytes(real: Sequence[str], dice: Random) -> bytes:
    """Return a spoiled text as bytes, sometimes with some that are no text."""
    content = bytearray(spoiled(real, dice).encode("utf-8", "surrogatepass"))
    if dice.random() < 0.2:
        for _ in range(dice.randint(1, 5)):
            content.insert(dice.randrange(len(content) + 1), dice.randrange(256))
    return bytes(content)
