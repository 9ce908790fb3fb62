"""The first shape: servers, facts, topics, names, changes with their revisions, suggestions, misses.

Written out and not taken from `tables.py`: that moves on with later migrations, this stays what it was.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "servers",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("next_number", sa.Integer, nullable=False),
        sa.Column("next_suggestion", sa.Integer, nullable=False),
        sa.Column("settings", sa.JSON, nullable=False),
        sa.Column("asker_key", sa.LargeBinary, nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
    )
    op.create_index("servers_removed", "servers", ["removed_at"])
    op.create_table(
        "facts",
        _server(),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("author", sa.BigInteger),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("facts_author", "facts", ["author"])
    op.create_table(
        "topics", _server(), sa.Column("id", sa.Text, primary_key=True), sa.Column("name", sa.Text, nullable=False)
    )
    op.create_table(
        "nicknames",
        _server(),
        sa.Column("folded", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
    )
    _make_history()
    _make_waiting()


def _make_history() -> None:
    op.create_table(
        "changes",
        _server(),
        sa.Column("version", sa.BigInteger, primary_key=True),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("author", sa.BigInteger),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes", sa.BigInteger),
        sa.Column("undone", sa.Boolean, nullable=False),
    )
    op.create_index("changes_author", "changes", ["author"])
    op.create_table(
        "revisions",
        sa.Column("server", sa.BigInteger, primary_key=True),
        sa.Column("version", sa.BigInteger, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.Column("before_author", sa.BigInteger),
        sa.Column("after_author", sa.BigInteger),
        sa.ForeignKeyConstraint(["server", "version"], ["changes.server", "changes.version"], ondelete="CASCADE"),
    )
    op.create_index("revisions_key", "revisions", ["server", "key"])
    op.create_index("revisions_before_author", "revisions", ["before_author"])
    op.create_index("revisions_after_author", "revisions", ["after_author"])


def _make_waiting() -> None:
    op.create_table(
        "suggestions",
        _server(),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("author", sa.BigInteger),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("suggestions_author", "suggestions", ["author"])
    op.create_table(
        "misses",
        _server(),
        sa.Column("text", sa.Text, primary_key=True),
        sa.Column("asker", sa.LargeBinary, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("misses_at", "misses", ["at"])


def _server() -> sa.Column[int]:
    return sa.Column("server", sa.BigInteger, sa.ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True)
