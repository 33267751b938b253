"""Who coordinates or watches a task."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

IS_ONE = (
    "(officer_id IS NOT NULL AND post_id IS NULL AND address IS NULL)"
    " OR (officer_id IS NULL AND post_id IS NOT NULL AND address IS NULL)"
    " OR (officer_id IS NULL AND post_id IS NULL AND address IS NOT NULL)"
)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "task_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("post_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(length=254), nullable=True),
        sa.Column("since_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=120), nullable=False),
        sa.CheckConstraint(IS_ONE, name=op.f("ck_task_people_is_one")),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_task_people_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_task_people_post_id_posts")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_task_people_task_id_tasks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_people")),
        sa.UniqueConstraint("task_id", "address", name=op.f("uq_task_people_task_id_address")),
        sa.UniqueConstraint("task_id", "officer_id", name=op.f("uq_task_people_task_id_officer_id")),
        sa.UniqueConstraint("task_id", "post_id", name=op.f("uq_task_people_task_id_post_id")),
    )
    for name in ("officer_id", "post_id", "task_id"):
        op.create_index(op.f(f"ix_task_people_{name}"), "task_people", [name])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("task_people")
