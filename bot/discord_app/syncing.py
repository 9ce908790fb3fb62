"""Telling Discord the commands, which it keeps: only when they have changed since it was told last."""

from __future__ import annotations

import json
import logging
from hashlib import sha256
from pathlib import Path
from typing import Any

from discord import HTTPException
from discord.app_commands import CommandTree

log = logging.getLogger(__name__)

FILE = "commands.json"
UNAUTHORIZED = 401


async def sync(tree: CommandTree[Any], folder: Path, when: str) -> None:
    """Send the commands of `tree` if they differ from what `folder` notes; always, or never, where `when` says so."""
    application, declared = str(tree.client.application_id), _fingerprint(tree)
    noted = _noted(folder / FILE)
    if when == "never" or (when == "changed" and noted.get(application) == declared):
        return
    try:
        told = await tree.sync()
    except HTTPException as error:
        if error.status == UNAUTHORIZED:
            raise
        log.error("Discord did not take the commands, so people see those from before: %s", error)
        return
    log.info("Told Discord %s commands.", len(told))
    _note(folder / FILE, noted | {application: declared})


def _fingerprint(tree: CommandTree[Any]) -> str:
    declared = [command.to_dict(tree) for command in tree.get_commands()]
    return sha256(json.dumps(declared, sort_keys=True).encode()).hexdigest()


def _noted(file: Path) -> dict[str, str]:
    try:
        noted = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def _note(file: Path, noted: dict[str, str]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(noted), encoding="utf-8")
    except OSError as error:
        log.warning("Could not note that Discord knows the commands, so they are sent at each start: %s", error)
