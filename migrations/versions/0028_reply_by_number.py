"""Replies that act: the letter they answer by number, what answers them, and each of them once."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

HAS_KEY = sa.text("reply_key IS NOT NULL")


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("incoming_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_key", sa.String(length=64), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_incoming_messages_answer_key"), ["answer_key"])
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reply_to", sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column("answers", sa.String(length=400), nullable=True))
    with op.batch_alter_table("outgoing_messages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reply_key", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("numbered", sa.JSON(), nullable=True))
        batch_op.create_index(
            "ix_outgoing_messages_reply",
            ["reply_key"],
            unique=False,
            sqlite_where=HAS_KEY,
            postgresql_where=HAS_KEY,
        )


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("outgoing_messages", schema=None) as batch_op:
        batch_op.drop_index("ix_outgoing_messages_reply", sqlite_where=HAS_KEY, postgresql_where=HAS_KEY)
        batch_op.drop_column("numbered")
        batch_op.drop_column("reply_key")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_column("answers")
        batch_op.drop_column("reply_to")
    with op.batch_alter_table("incoming_messages", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_incoming_messages_answer_key"), type_="unique")
        batch_op.drop_column("answer_key")
