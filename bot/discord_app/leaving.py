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
    """Return the id that a message of that moment has, once and if it is not long ago; else 0."""
    file = folder / FILE
    try:
        noted = json.loads(file.read_text(encoding="utf-8"))
        file.unlink()
        until = int(noted["heard_until"])
        fresh = utcnow() - snowflake_time(until) < LASTS
    except FileNotFoundError:
        return 0
    except (OSError, ValueError, TypeError, KeyError, OverflowError) as error:
        log.info("What the process before this one noted cannot be read: %s", error)
        return 0
    return until if fresh else 0
