"""Keys in mail links, with which an officer chooses a password."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entry_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("expires_epoch", sa.Double(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_entry_keys_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_entry_keys_notice_id_notices")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_keys")),
        sa.UniqueConstraint("digest", name=op.f("uq_entry_keys_digest")),
        sa.UniqueConstraint("notice_id", name=op.f("uq_entry_keys_notice_id")),
    )
    op.create_index(op.f("ix_entry_keys_officer_id"), "entry_keys", ["officer_id"])


def downgrade() -> None:
    op.drop_table("entry_keys")
