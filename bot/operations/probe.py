"""`python -m bot.operations.probe`: asks the bot beside it whether it is alive; for a container's health check."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException

PATIENCE = 4.0
OK = 200


def is_alive(env: Mapping[str, str]) -> bool:
    """Say whether the bot on `METRICS_PORT` of this machine answers."""
    port = env.get("METRICS_PORT", "").strip()
    if not port.isdigit():
        return False
    connection = HTTPConnection("127.0.0.1", int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(not is_alive(os.environ))
