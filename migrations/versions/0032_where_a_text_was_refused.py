"""At which page or command a text was refused, as typed words are looked at too."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of earlier incidents it is not known."""
    op.add_column("spill_incidents", sa.Column("place", sa.String(60), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("spill_incidents", "place")
