"""What Discord takes as a message."""

from __future__ import annotations

from typing import Any

from standin.errors import refusal
from standin.limits.components import check_rows
from standin.limits.embeds import check_embeds
from standin.limits.form import Form
from standin.world import EPHEMERAL

CONTENT_MAX, NONCE_MAX, DESCRIPTION_MAX = 2000, 25, 1024
FILES_MAX, ALL_FILES_MAX = 10, 10 * 1024 * 1024
MENTIONS_MAX = 100
SUPPRESS_EMBEDS, SILENT, COMPONENTS_V2 = 1 << 2, 1 << 12, 1 << 15
PARSED = ("everyone", "roles", "users")


def check_message(body: dict[str, Any], files: int, *, interaction: bool = False) -> None:
    """Raise Discord's refusal of a message that `body` describes and `files` files come with, if it has one."""
    form = Form(body)
    form.text("content", CONTENT_MAX)
    nonce = body.get("nonce")
    if isinstance(nonce, str) and len(nonce) > NONCE_MAX:
        form.wrong("nonce", "NONCE_TYPE_TOO_LONG", f"Nonce must be {NONCE_MAX} or fewer in length.")
    check_embeds(form)
    check_rows(form)
    _check_mentions(form)
    _check_flags(form, interaction=interaction)
    for described in form.parts("attachments", 0, FILES_MAX):
        described.text("description", DESCRIPTION_MAX)
    if files > FILES_MAX:
        form.wrong("files", "BASE_TYPE_MAX_LENGTH", f"Must be {FILES_MAX} or fewer in length.")
    form.stop_if_wrong()


def check_not_empty(body: dict[str, Any], files: int) -> None:
    """Raise Discord's refusal of a message in which there is nothing."""
    if not (str(body.get("content") or "").strip() or body.get("embeds") or body.get("components") or files):
        raise refusal("empty message")


def _check_flags(form: Form, *, interaction: bool) -> None:
    flags = form.body.get("flags") or 0
    allowed = SUPPRESS_EMBEDS | SILENT | (EPHEMERAL if interaction else 0)
    if flags & COMPONENTS_V2:
        raise NotImplementedError("the stand-in knows rows, buttons, menus and forms, but no components v2")
    if flags & ~allowed:
        form.wrong("flags", "MESSAGE_FLAGS_INVALID", "These flags cannot be set on a message.")


def _check_mentions(form: Form) -> None:
    if form.body.get("allowed_mentions") is None:
        return
    allowed = form.part("allowed_mentions")
    parsed = allowed.body.get("parse") or []
    for kind in parsed:
        if kind not in PARSED:
            allowed.wrong("parse", "BASE_TYPE_CHOICES", f"Value must be one of {PARSED}.")
    for kind in ("users", "roles"):
        listed = allowed.body.get(kind) or []
        if len(listed) > MENTIONS_MAX:
            allowed.wrong(kind, "BASE_TYPE_MAX_LENGTH", f"Must be {MENTIONS_MAX} or fewer in length.")
        if listed and kind in parsed:
            code = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"
            allowed.wrong(kind, code, f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.')
