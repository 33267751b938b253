"""Who did what on a task, so that a lead's silence shows, and from when it does."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SILENT = sa.text("silent_at IS NOT NULL")


def upgrade() -> None:
    """Add the columns; of what was done before, only the first word of the lead is known."""
    with op.batch_alter_table("task_events") as table:
        table.add_column(sa.Column("officer_id", sa.Integer(), nullable=True))
        table.add_column(
            sa.Column("is_of_post", sa.Boolean(), nullable=False, server_default=sa.text("false"))
        )
        table.create_foreign_key(
            op.f("fk_task_events_officer_id_officers"), "officers", ["officer_id"], ["id"]
        )
    with op.batch_alter_table("tasks") as table:
        table.add_column(sa.Column("silent_at", sa.DateTime(timezone=True), nullable=True))
        table.create_index(
            "ix_tasks_silent", ["silent_at", "post_id"], sqlite_where=SILENT, postgresql_where=SILENT
        )


def downgrade() -> None:
    """Take them away."""
    with op.batch_alter_table("tasks") as table:
        table.drop_index("ix_tasks_silent")
        table.drop_column("silent_at")
    with op.batch_alter_table("task_events") as table:
        table.drop_constraint(op.f("fk_task_events_officer_id_officers"), type_="foreignkey")
        table.drop_column("is_of_post")
        table.drop_column("officer_id")
