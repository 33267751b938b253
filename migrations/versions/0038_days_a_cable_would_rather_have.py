"""The days by which cables would rather have what they ask: "not later than X but preferably by Y"."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of cables read before, no day is known."""
    op.add_column("proposals", sa.Column("due_preferred_on", sa.Date(), nullable=True))
    op.add_column("tasks", sa.Column("preferred_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take them away."""
    op.drop_column("tasks", "preferred_on")
    op.drop_column("proposals", "due_preferred_on")
