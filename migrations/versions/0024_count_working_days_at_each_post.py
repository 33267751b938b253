"""Keep how an ask's day is counted, so that each post counts it on its own calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of asks read before it is not known, and their day stays as it was read."""
    op.add_column("proposals", sa.Column("due_count", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("proposals", "due_count")
