"""A process that draws: descriptions come in, PNGs go out, until its input ends.

A process of its own and not a thread: matplotlib holds Python's lock for longer than those who wait for an answer
should wait. It is started with `python -m bot.presentation.pictures.worker`, when the first picture is asked for.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
from threading import Timer
from typing import IO

from bot.answering.pictures import Picture

# Most are drawn in a second; the first takes as long as matplotlib takes to load, on a busy machine.
DRAWS_WITHIN = 20.0
_NICE = 5
_LENGTH = struct.Struct("<?I")


class DrawingError(Exception):
    """A picture that could not be drawn."""


class StuckError(EOFError):
    """The process did not draw in time, and was ended."""


class Worker:
    """The process, seen from the one that wants pictures. One caller at a time."""

    def __init__(self, within: float = DRAWS_WITHIN) -> None:
        self._within = within
        command = [sys.executable, "-m", "bot.presentation.pictures.worker"]
        # In a session of its own: Ctrl-C in the terminal is for the bot, whose end ends the worker's input.
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )

    @property
    def pid(self) -> int:
        """The number that the system gave the process."""
        return self._process.pid

    def draw(self, picture: Picture) -> bytes:
        """Return `picture` as PNG; raise `DrawingError` where it fails and `EOFError` where the process has died.

        One that draws for longer than `within` seconds is ended, with `StuckError`.
        """
        assert self._process.stdin and self._process.stdout, "both are pipes"
        patience = Timer(self._within, self.kill)
        patience.start()
        try:
            _write(self._process.stdin, pickle.dumps(picture), well=True)
            well, content = _read(self._process.stdout)
        except (OSError, EOFError) as error:
            raise (EOFError if patience.is_alive() else StuckError) from error
        finally:
            patience.cancel()
        if not well:
            raise DrawingError(content.decode())
        return content

    def kill(self) -> None:
        """End the process from any thread; whoever waits for its drawing gets an error at once."""
        self._process.kill()

    def close(self) -> None:
        """End the process and let go of it."""
        self.kill()
        self._process.communicate()


def _write(stream: IO[bytes], content: bytes, *, well: bool) -> None:
    stream.write(_LENGTH.pack(well, len(content)) + content)
    stream.flush()


def _read(stream: IO[bytes]) -> tuple[bool, bytes]:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    well, size = _LENGTH.unpack(head)
    content = stream.read(size)
    if len(content) < size:
        raise EOFError
    return well, content


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Draw what comes from `source` until it ends. It comes from the parent process only, so it may be pickled."""
    from bot.presentation.pictures.drawing import draw

    if hasattr(os, "nice"):
        # Where the machine is busy, answers go before pictures.
        os.nice(_NICE)
    while True:
        try:
            _, content = _read(source)
        except EOFError:
            return
        try:
            _write(target, draw(pickle.loads(content)), well=True)  # noqa: S301 - the bot itself wrote it, at the other end
        except Exception as error:
            _write(target, f"{type(error).__name__}: {error}".encode(), well=False)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
