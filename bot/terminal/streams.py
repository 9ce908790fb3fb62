"""Standard input and output as they really are: any bytes in, UTF-8 out, no strangers' control codes on the screen."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO, TextIO

BYTE_ORDER_MARK = "\ufeff"
# Everything a terminal could take as an order, save the tab and the new line. U+FFFD shows that something was there.
_ORDERS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def harmless(text: str) -> str:
    """Return `text` with every control code replaced, so that no question or name can steer the terminal."""
    return text.translate(_ORDERS)


def write_utf8(stream: TextIO) -> None:
    """Make `stream` write UTF-8 whatever the locale says, and lone surrogates as `\\udc80` instead of failing."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def questions(source: BinaryIO | None) -> Iterator[str]:
    """Yield the lines of `source` as they come, without their ends; bytes that are not UTF-8 become U+FFFD."""
    if source is None:
        return
    first = True
    # `readline` and not a loop over the lines of a file: a co-process waits for each answer before it asks on.
    while line := source.readline():
        text = line.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")
        yield text.removeprefix(BYTE_ORDER_MARK) if first else text
        first = False


def flush_or_give_up() -> None:
    """Write out what standard output still holds; where the reader has left, that is no failure."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        give_up_output()


def give_up_output() -> None:
    """Let standard output go nowhere from here on: else Python complains at its end about what it could not write."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
