"""Find the letters of a day by an index."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_outgoing_messages_written", "outgoing_messages", ["written_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_outgoing_messages_written", "outgoing_messages")
