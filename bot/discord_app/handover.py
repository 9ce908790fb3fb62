"""When this process listened last, noted for the one after it, which answers what was asked in between."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Lock

from discord.ext import tasks
from discord.utils import snowflake_time, time_snowflake, utcnow

log = logging.getLogger(__name__)

FILE = "listened.json"
# Beyond this Discord does not promise to see that an answer is the same as one from before, and nobody waits for it.
LASTS = timedelta(minutes=3)
NOTED_EVERY = 15.0


class Handover:
    """Keeps the note in `folder`; what cannot be noted is no reason not to run.

    `listens` says whether everything up to now was heard.
    """

    def __init__(self, folder: Path, listens: Callable[[], bool]) -> None:
        self._file = folder / FILE
        self._listens = listens
        self._noting = Lock()
        self._again_and_again = tasks.loop(seconds=NOTED_EVERY)(self._note_if_listening)

    def before(self) -> int:
        """Return up to which message the process before this one listened, 0 where that is unknown or long ago."""
        try:
            until = int(json.loads(self._file.read_text(encoding="utf-8"))["heard_until"])
            fresh = utcnow() - snowflake_time(until) < LASTS
        except FileNotFoundError:
            return 0
        except (OSError, ValueError, TypeError, KeyError, OverflowError) as error:
            log.info("What the process before this one noted cannot be read: %s", error)
            return 0
        return until if fresh else 0

    def begin(self) -> None:
        """Note from now on that somebody listens. Until then a process that cannot connect keeps the note there is."""
        if not self._again_and_again.is_running():
            self._again_and_again.start()

    def leave(self) -> None:
        """Note that from now on nothing is heard; where nobody listened, the note there is tells since when."""
        self._again_and_again.cancel()
        if self._listens():
            self._note()

    def stop(self) -> None:
        """Note nothing more."""
        self._again_and_again.cancel()

    async def _note_if_listening(self) -> None:
        if self._listens():
            await asyncio.to_thread(self._note)

    def _note(self) -> None:
        try:
            # One that was begun before the last may be written after it.
            with self._noting:
                self._write(json.dumps({"heard_until": time_snowflake(utcnow())}))
        except OSError as error:
            log.warning(
                "Could not note until when the bot listens, so the next one begins with what is asked then: %s", error
            )

    def _write(self, text: str) -> None:
        """Write the note whole or not at all: a process may be killed meanwhile."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self._file)
