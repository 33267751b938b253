"""Count the late by an index: from which day on a task's lateness counts, and indexes of what is open."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LIVE = {
    "sqlite_where": sa.text("closed_at IS NULL AND is_history IS 0"),
    "postgresql_where": sa.text("closed_at IS NULL AND is_history IS false"),
}
OF_LIVE = {
    "ix_tasks_live_due": ["due_at", "post_id", "status", "counts_after", "counts_until"],
    "ix_tasks_live_post": ["post_id", "owner_id", "due_at"],
    "ix_tasks_live_owner": ["owner_id", "due_at"],
}
OF_CLOSED = {
    "ix_tasks_post_closed": ["post_id", "closed_at"],
    "ix_tasks_owner_closed": ["owner_id", "closed_at"],
}
OLD = {
    "ix_tasks_owner_id": ["owner_id"],
    "ix_tasks_post_status_due": ["post_id", "status", "due_at"],
    "ix_tasks_status_due": ["status", "due_at"],
}


def upgrade() -> None:
    """Add the two days; a task that stands already counts from its due day until it is next changed."""
    with op.batch_alter_table("tasks") as table:
        table.add_column(sa.Column("counts_after", sa.Date(), nullable=True))
        table.add_column(sa.Column("counts_until", sa.Date(), nullable=True))
        for name in OLD:
            table.drop_index(name)
    op.execute("UPDATE tasks SET counts_after = due_on WHERE due_at IS NOT NULL")
    for name, columns in OF_LIVE.items():
        op.create_index(name, "tasks", columns, **LIVE)
    for name, columns in OF_CLOSED.items():
        op.create_index(name, "tasks", columns)


def downgrade() -> None:
    """Take the days and the indexes away again."""
    with op.batch_alter_table("tasks") as table:
        for name in (*OF_LIVE, *OF_CLOSED):
            table.drop_index(name)
        table.drop_column("counts_until")
        table.drop_column("counts_after")
    for name, columns in OLD.items():
        op.create_index(name, "tasks", columns)
