"""The log: lines for people, or one JSON object a line for machines."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection
from datetime import UTC, datetime

from bot.operations.requests import mark

LINE = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
HIDDEN = "[hidden]"


class Lines(logging.Formatter):
    """Writes a line that begins with the time; a question's mark stands in brackets before what is told of it."""

    def __init__(self) -> None:
        super().__init__(LINE)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging calls it so
        """Return the line of `record`."""
        marked = mark()
        if marked:
            record.message = f"[{marked}] {record.message}"
        return super().formatMessage(record)


class JsonLines(logging.Formatter):
    """Writes each record as one JSON object on one line, a traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as JSON."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if marked := mark():
            told["request"] = marked
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told)


class Discreet(logging.Formatter):
    """Writes as another does, and never one of `secrets`, whoever logs it: a library, or a traceback."""

    def __init__(self, inner: logging.Formatter, secrets: Collection[str]) -> None:
        super().__init__()
        self._inner = inner
        # The longest first: where one is part of another, no rest of it stays.
        written = {form for secret in secrets if secret for form in (secret, json.dumps(secret)[1:-1])}
        self._secrets = sorted(written, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` without secrets."""
        line = self._inner.format(record)
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line


class Counted(logging.Handler):
    """Tells `count` the level of every line from WARNING up, written or not."""

    def __init__(self, count: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._count = count

    def emit(self, record: logging.LogRecord) -> None:
        """Count `record`."""
        self._count(record.levelname)


def set_up(level: str, form: str, secrets: Collection[str] = ()) -> None:
    """Log everything from `level` up to standard error, in the `form` "text" or "json", without `secrets`."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(JsonLines() if form == "json" else Lines(), secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
