"""False alarms: a refused cable that the security officer lets in once, when it is sent in again."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

COLUMNS = (
    ("released_at", sa.DateTime(timezone=True)),
    ("released_by", sa.String(120)),
    ("let_in_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    """Add the columns."""
    for name, kind in COLUMNS:
        op.add_column("spill_incidents", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """Take them away."""
    for name, _kind in reversed(COLUMNS):
        op.drop_column("spill_incidents", name)
