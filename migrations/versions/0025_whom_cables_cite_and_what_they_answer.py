"""Whom cables cite, and what they say of open tasks."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "citations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("cited_id", sa.String(length=60), nullable=False),
        sa.Column("is_reference", sa.Boolean(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_citations_cable_id_cables")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citations")),
        sa.UniqueConstraint("cable_id", "cited_id", name=op.f("uq_citations_cable_id_cited_id")),
    )
    with op.batch_alter_table("citations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_citations_cited_id"), ["cited_id"], unique=False)

    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_answers_cable_id_cables")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_answers_task_id_tasks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sa.UniqueConstraint("cable_id", "task_id", name=op.f("uq_answers_cable_id_task_id")),
    )
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answers_task_id"), ["task_id"], unique=False)
        batch_op.create_index(
            "ix_answers_waiting",
            ["task_id"],
            unique=False,
            sqlite_where=sa.text("verdict = 'waiting'"),
            postgresql_where=sa.text("verdict = 'waiting'"),
        )


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_answers_waiting",
            sqlite_where=sa.text("verdict = 'waiting'"),
            postgresql_where=sa.text("verdict = 'waiting'"),
        )
        batch_op.drop_index(batch_op.f("ix_answers_task_id"))

    op.drop_table("answers")
    with op.batch_alter_table("citations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_citations_cited_id"))

    op.drop_table("citations")
