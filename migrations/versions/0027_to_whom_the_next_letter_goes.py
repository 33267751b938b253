"""To whom the next letter about a task goes; known once the task is planned anew."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("next_to", sa.String(length=254), nullable=True))


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.drop_column("next_to")
