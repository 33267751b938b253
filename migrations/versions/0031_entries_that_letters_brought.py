"""What a letter did to its reader's calendar, so that an entry is withdrawn from whom it reached."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of old letters, the first one about a task with a due day brought an entry."""
    op.add_column("reminder_slots", sa.Column("brought", sa.String(10), nullable=True))
    op.execute(
        "UPDATE reminder_slots SET brought = 'put' WHERE rule = 'first' AND message_id IS NOT NULL "
        "AND task_id IN (SELECT id FROM tasks WHERE due_at IS NOT NULL)"
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_column("reminder_slots", "brought")
