"""The tables as the newest migration leaves them. A server's id stands in every key: no statement can forget it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A time in UTC, with its zone on this side of both databases: SQLite itself knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC."""
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = MetaData()


def _server() -> Column[Any]:
    return Column("server", BigInteger, ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True)


# `version` counts the changes; `next_number` the facts there ever were, `next_suggestion` the proposals.
SERVERS = Table(
    "servers",
    METADATA,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
    Column("next_number", Integer, nullable=False),
    Column("next_suggestion", Integer, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("asker_key", LargeBinary, nullable=False),
    Column("removed_at", Moment),
    Index("servers_removed", "removed_at"),
)

FACTS = Table(
    "facts",
    METADATA,
    _server(),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("author", BigInteger),
    Column("at", Moment, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("facts_author", "author"),
)

TOPICS = Table(
    "topics",
    METADATA,
    _server(),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

# `folded` is what makes two names the same name.
NICKNAMES = Table(
    "nicknames",
    METADATA,
    _server(),
    Column("folded", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
)

# `size` is how many characters the change's revisions take.
CHANGES = Table(
    "changes",
    METADATA,
    _server(),
    Column("version", BigInteger, primary_key=True),
    Column("action", Text, nullable=False),
    Column("author", BigInteger),
    Column("at", Moment, nullable=False),
    Column("undoes", BigInteger),
    Column("undone", Boolean, nullable=False),
    Column("size", Integer, nullable=False, server_default="0"),
    Index("changes_author", "author"),
)

# One row for each thing a change changed. A person's id stands in a column of its own, never inside `before` or
# `after`, so that it can be removed. `key` says which thing: `fact:3`, `topic:meetup`, `name:the nile`, `settings`.
REVISIONS = Table(
    "revisions",
    METADATA,
    Column("server", BigInteger, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("before_author", BigInteger),
    Column("after_author", BigInteger),
    ForeignKeyConstraint(["server", "version"], ["changes.server", "changes.version"], ondelete="CASCADE"),
    Index("revisions_key", "server", "key"),
    Index("revisions_before_author", "before_author"),
    Index("revisions_after_author", "after_author"),
)

# `kind` and `subject` as in facts; for a topic that is new `subject` is its name and `kind` "new topic".
SUGGESTIONS = Table(
    "suggestions",
    METADATA,
    _server(),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("author", BigInteger),
    Column("at", Moment, nullable=False),
    Index("suggestions_author", "author"),
)

MISSES = Table(
    "misses",
    METADATA,
    _server(),
    Column("text", Text, primary_key=True),
    Column("asker", LargeBinary, primary_key=True),
    Column("at", Moment, nullable=False),
    Index("misses_at", "at"),
)

# What was ordered lately and carried out, by the number of the message or interaction.
ORDERS = Table(
    "orders",
    METADATA,
    _server(),
    Column("id", BigInteger, primary_key=True),
    Column("at", Moment, nullable=False),
    Index("orders_at", "at"),
)
