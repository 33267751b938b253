"""When a try was made, on the database's own clock: a relay's limits are counted on it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; tries made before count as long ago."""
    with op.batch_alter_table("delivery_attempts") as table:
        table.add_column(sa.Column("real_epoch", sa.Double(), nullable=False, server_default="0"))
    with op.batch_alter_table("delivery_attempts") as table:
        table.alter_column("real_epoch", server_default=None)
        table.create_index("ix_delivery_attempts_real_epoch", ["real_epoch"])


def downgrade() -> None:
    """Take it away."""
    with op.batch_alter_table("delivery_attempts") as table:
        table.drop_index("ix_delivery_attempts_real_epoch")
        table.drop_column("real_epoch")
