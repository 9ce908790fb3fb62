"""A server's facts as a YAML file, and such a file as a plan of what it would change."""

from __future__ import annotations

from dataclasses import dataclass

from bot.server_facts.changes import Step


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """An entry that cannot be imported: the line it stands on, and one sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do to `server` as it stands at `version`."""

    server: int
    version: int
    added: tuple[Step, ...] = ()
    changed: tuple[Step, ...] = ()
    same: int = 0
    refused: tuple[RefusedLine, ...] = ()
