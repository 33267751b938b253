"""Letters that come back: when a letter failed, who is told instead, and the mail that comes in."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("outgoing_messages", sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "outgoing_messages",
        sa.Column("is_told_instead", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    with op.batch_alter_table("outgoing_messages") as table:
        table.alter_column("is_told_instead", server_default=None)
    op.add_column("posts", sa.Column("fallback", sa.String(length=254), nullable=True))
    op.create_table(
        "incoming_messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender", sa.String(length=254), nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("outgoing_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["outgoing_id"],
            ["outgoing_messages.id"],
            name="fk_incoming_messages_outgoing_id_outgoing_messages",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_incoming_messages"),
        sa.UniqueConstraint("digest", name="uq_incoming_messages_digest"),
    )
    op.create_index("ix_incoming_messages_outgoing_id", "incoming_messages", ["outgoing_id"])
    op.create_index("ix_incoming_messages_state", "incoming_messages", ["state", "id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("incoming_messages")
    with op.batch_alter_table("posts") as table:
        table.drop_column("fallback")
    with op.batch_alter_table("outgoing_messages") as table:
        table.drop_column("is_told_instead")
        table.drop_column("failed_at")
