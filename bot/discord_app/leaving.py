"""When this process stopped listening, noted for the one after it, which answers what was asked in between."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from pathlib import Path

from discord.utils import snowflake_time, time_snowflake, utcnow

log = logging.getLogger(__name__)

FILE = "left.json"
# Beyond this Discord does not promise to see that an answer is the same as one from before, and nobody waits for it.
LASTS = timedelta(minutes=3)


def note_leaving(folder: Path) -> None:
    """Note in `folder` that from now on nothing is heard."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps({"heard_until": time_snowflake(utcnow())}), encoding="utf-8")
    except OSError as error:
        log.warning("Could not note that the bot leaves, so the next one begins with what is asked then: %s", error)


def left_at(folder: Path) -> int:
    """Return the id that a message of that moment has, if it is noted and not long ago; else 0."""
    try:
        noted = json.loads((folder / FILE).read_text(encoding="utf-8"))
        until = int(noted["heard_until"])
        fresh = utcnow() - snowflake_time(until) < LASTS
    except FileNotFoundError:
        return 0
    except (OSError, ValueError, TypeError, KeyError, OverflowError) as error:
        log.info("What the process before this one noted cannot be read: %s", error)
        return 0
    return until if fresh else 0


def forget_leaving(folder: Path) -> None:
    """Take the note away: somebody listens again. Until then a process that cannot connect does not lose it."""
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError as error:
        log.warning("Could not take away the note of when the bot left: %s", error)
