"""The task that a mail stands on, and who has read it."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("incoming_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("task_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("read_by", sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index("ix_incoming_messages_task", ["task_id", "state"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_incoming_messages_task_id_tasks"), "tasks", ["task_id"], ["id"]
        )


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("incoming_messages", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_incoming_messages_task_id_tasks"), type_="foreignkey")
        batch_op.drop_index("ix_incoming_messages_task")
        batch_op.drop_column("read_at")
        batch_op.drop_column("read_by")
        batch_op.drop_column("task_id")
