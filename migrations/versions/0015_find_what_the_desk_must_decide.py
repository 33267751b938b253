"""Find what the desk must decide by an index: few rows among all there ever were."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

TO_DECIDE = sa.text("returned_at IS NOT NULL OR more_time_at IS NOT NULL OR to_accept_at IS NOT NULL")


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_tasks_to_decide", "tasks", ["id"], sqlite_where=TO_DECIDE, postgresql_where=TO_DECIDE)


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_tasks_to_decide", "tasks")
