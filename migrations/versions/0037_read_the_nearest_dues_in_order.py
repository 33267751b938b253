"""Read the nearest dues in order off their index: very many tasks are due at one moment."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

NAME = "ix_tasks_live_due"
LIVE = {
    "sqlite_where": sa.text("closed_at IS NULL AND is_history IS 0"),
    "postgresql_where": sa.text("closed_at IS NULL AND is_history IS false"),
}
OF_A_TASK = ["post_id", "status", "counts_after", "counts_until"]


def upgrade() -> None:
    """Let those of one moment stand by their numbers."""
    op.drop_index(NAME, "tasks")
    op.create_index(NAME, "tasks", ["due_at", "id", *OF_A_TASK], **LIVE)


def downgrade() -> None:
    """Leave the numbers out again."""
    op.drop_index(NAME, "tasks")
    op.create_index(NAME, "tasks", ["due_at", *OF_A_TASK], **LIVE)
