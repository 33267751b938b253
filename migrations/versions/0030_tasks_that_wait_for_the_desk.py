"""An index of the tasks that wait for Washington: the desk's day lists them."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

AWAITED = sa.text("waits_for = 'Washington'")


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_tasks_awaited", "tasks", ["id"], unique=False, sqlite_where=AWAITED, postgresql_where=AWAITED
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_tasks_awaited", table_name="tasks", sqlite_where=AWAITED, postgresql_where=AWAITED)
