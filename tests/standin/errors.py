"""How Discord says no: an HTTP status, a code of its own and a sentence."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer that is a refusal; `body` is what Discord sends with it."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code}: {message} {errors or ''}".rstrip())
        self.status = status
        self.body: dict[str, Any] = {"message": message, "code": code} | ({"errors": errors} if errors else {})


class GatewayClose(Exception):  # noqa: N818 - it is how a connection ends, and often no error
    """The gateway ends a connection with a close code of its own."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


KNOWN: dict[str, tuple[int, int, str]] = {
    "unauthorized": (401, 0, "401: Unauthorized"),
    "no such route": (404, 0, "404: Not Found"),
    "unknown channel": (404, 10003, "Unknown Channel"),
    "unknown guild": (404, 10004, "Unknown Guild"),
    "unknown member": (404, 10007, "Unknown Member"),
    "unknown message": (404, 10008, "Unknown Message"),
    "unknown user": (404, 10013, "Unknown User"),
    "unknown emoji": (400, 10014, "Unknown Emoji"),
    "unknown webhook": (404, 10015, "Unknown Webhook"),
    "unknown interaction": (404, 10062, "Unknown interaction"),
    "unknown command": (404, 10063, "Unknown application command"),
    "too large": (413, 40005, "Request entity too large"),
    "too many commands": (400, 30032, "Maximum number of application commands reached"),
    "answered already": (400, 40060, "Interaction has already been acknowledged."),
    "missing access": (403, 50001, "Missing Access"),
    "edit of another": (403, 50005, "Cannot edit a message authored by another user"),
    "empty message": (400, 50006, "Cannot send an empty message"),
    "closed messages": (403, 50007, "Cannot send messages to this user"),
    "missing permissions": (403, 50013, "Missing Permissions"),
    "token ended": (401, 50027, "Invalid Webhook Token"),
    "invalid form": (400, 50035, "Invalid Form Body"),
    "invalid json": (400, 50109, "The request body contains invalid JSON."),
    "no history": (400, 160002, "Cannot reply without permission to read message history"),
    "has a thread": (400, 160004, "A thread has already been created for this message"),
}


def refusal(reason: str, errors: dict[str, Any] | None = None) -> ApiError:
    """Return Discord's refusal for `reason`, a key of `KNOWN`, ready to be raised."""
    status, code, message = KNOWN[reason]
    return ApiError(status, code, message, errors)
