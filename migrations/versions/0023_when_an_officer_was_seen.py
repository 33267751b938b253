"""When an officer last signed in or answered: accounts that nobody uses are switched off."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; for officers there are already, days count from the first look."""
    with op.batch_alter_table("officers") as table:
        table.add_column(sa.Column("seen_epoch", sa.Double(), nullable=True))


def downgrade() -> None:
    """Take it away."""
    with op.batch_alter_table("officers") as table:
        table.drop_column("seen_epoch")
