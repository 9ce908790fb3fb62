"""Bringing a database to the present shape, inside one transaction that the caller has begun and locked."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

NEWEST = "0003"
SCRIPTS = Path(__file__).parent / "migrations"


def stands_at(connection: Connection) -> str:
    """Return which migration was the last, or "" where there was none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def migrate(connection: Connection) -> None:
    """Run the migrations that are missing."""
    # Imported here because nearly every start finds nothing to do, and Alembic takes longer to load than to ask.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # A % would be the start of a reference in Alembic's own configuration files.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_known(revision: str) -> bool:
    """Say whether this version of the bot has the migration `revision`."""
    return any((SCRIPTS / "versions").glob(f"{revision}_*.py"))
