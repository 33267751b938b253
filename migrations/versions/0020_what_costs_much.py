"""What an officer did lately that costs much: all processes count it together."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "spent_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("at_epoch", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name="fk_spent_acts_officer_id_officers"),
        sa.PrimaryKeyConstraint("id", name="pk_spent_acts"),
    )
    with op.batch_alter_table("spent_acts") as table:
        table.create_index("ix_spent_acts_of", ["officer_id", "what", "at_epoch"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("spent_acts")
