"""The facts of a task beside its status, and what the desk must decide."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

COLUMNS = (
    ("originator_id", sa.Integer()),
    ("waits_for", sa.String(length=30)),
    ("more_time", sa.JSON()),
    ("more_time_at", sa.DateTime(timezone=True)),
    ("returned_at", sa.DateTime(timezone=True)),
    ("to_accept_at", sa.DateTime(timezone=True)),
    ("acknowledged_at", sa.DateTime(timezone=True)),
    ("delivered_on", sa.Date()),
    ("delivered_to", sa.String(length=200)),
    ("delivered_by", sa.String(length=120)),
    ("reported_at", sa.DateTime(timezone=True)),
    ("report", sa.Text()),
)
FOR_THE_DESK = ("returned_at", "more_time_at", "to_accept_at")


def upgrade() -> None:
    """Add the columns; SQLite copies the table for the reference."""
    with op.batch_alter_table("tasks") as table:
        for name, kind in COLUMNS:
            table.add_column(sa.Column(name, kind, nullable=True))
        table.create_foreign_key(
            op.f("fk_tasks_originator_id_officers"), "officers", ["originator_id"], ["id"]
        )
    for name in FOR_THE_DESK:
        where = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_tasks_{name}", "tasks", [name], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Take the columns away."""
    for name in FOR_THE_DESK:
        op.drop_index(f"ix_tasks_{name}", "tasks")
    with op.batch_alter_table("tasks") as table:
        table.drop_constraint(op.f("fk_tasks_originator_id_officers"), type_="foreignkey")
        for name, _ in reversed(COLUMNS):
            table.drop_column(name)
