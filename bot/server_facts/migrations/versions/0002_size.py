"""How much each change takes in the history, so that the history can be kept within bounds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MEASURE = """
UPDATE changes SET size = (
    SELECT coalesce(sum(coalesce(length(CAST(before AS TEXT)), 0) + coalesce(length(CAST(after AS TEXT)), 0)), 0)
    FROM revisions WHERE revisions.server = changes.server AND revisions.version = changes.version
)
"""


def upgrade() -> None:
    """Add the column, and measure what is there."""
    # Processes of the version before this may still write while others run this one: they leave it to the default.
    op.add_column("changes", sa.Column("size", sa.Integer, nullable=False, server_default="0"))
    op.execute(MEASURE)
