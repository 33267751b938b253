"""Letters in the language of their readers: each officer's own choice, and what a notice tells as texts with values."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; a notice kept before has none, and is told as it stands."""
    op.add_column("officers", sa.Column("language", sa.String(12), nullable=True))
    op.add_column("notices", sa.Column("told", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Take them away."""
    op.drop_column("notices", "told")
    op.drop_column("officers", "language")
