"""Cables that are locked away when they are found to be classified, and ids that are never given twice.

A line of a history may be taken away while it stands among the things of a locked cable, and only then.
On SQLite the ids of cables, asks and tasks are from now on never given again, as on PostgreSQL: a letter's
link and the audit trail name them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

NEVER_AGAIN = ("cables", "proposals", "tasks")
REFUSED = "lines of a history are only added"
UNLOCKED = "NOT EXISTS (SELECT 1 FROM locked_things WHERE kind = 'line' AND thing_id = OLD.id)"


def _on_sqlite(condition: str) -> None:
    for name, act in (("task_events_stay", "UPDATE"), ("task_events_remain", "DELETE")):
        op.execute(f"DROP TRIGGER {name}")
        op.execute(
            f"""CREATE TRIGGER {name} BEFORE {act} ON task_events {condition}
            BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"""
        )


def _on_postgresql(condition: str) -> None:
    op.execute("DROP TRIGGER task_events_stay ON task_events")
    if condition:
        op.execute(
            f"""CREATE FUNCTION refuse_change_of_unlocked() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF {UNLOCKED} THEN RAISE EXCEPTION '{REFUSED}'; END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"""
        )
    function = "refuse_change_of_unlocked" if condition else "refuse_history_change"
    op.execute(
        f"""CREATE TRIGGER task_events_stay BEFORE UPDATE OR DELETE ON task_events
        FOR EACH ROW EXECUTE FUNCTION {function}()"""
    )
    if not condition:
        op.execute("DROP FUNCTION refuse_change_of_unlocked()")


def upgrade() -> None:
    """Make the tables, let locked lines go, and keep SQLite from giving an id again."""
    op.create_table(
        "locked_cables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.Column("prints", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_by", sa.String(length=120), nullable=False),
        sa.Column("notices_lost", sa.Integer(), nullable=False),
        sa.Column("unlocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unlocked_by", sa.String(length=120), nullable=True),
        sa.Column("purge_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purge_asked_by", sa.String(length=120), nullable=True),
        sa.Column("purge_asked_id", sa.Integer(), nullable=True),
        sa.Column("purged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purged_by", sa.String(length=120), nullable=True),
        sa.Column("rewritten_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["purge_asked_id"], ["officers.id"], name=op.f("fk_locked_cables_purge_asked_id_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locked_cables")),
    )
    op.create_index(op.f("ix_locked_cables_cable_id"), "locked_cables", ["cable_id"])
    op.create_index(op.f("ix_locked_cables_key"), "locked_cables", ["key"])
    lock = sa.ForeignKeyConstraint(
        ["lock_id"], ["locked_cables.id"], name=op.f("fk_locked_rows_lock_id_locked_cables")
    )
    op.create_table(
        "locked_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lock_id", sa.Integer(), nullable=False),
        sa.Column("of_table", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        lock,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locked_rows")),
    )
    op.create_index(op.f("ix_locked_rows_lock_id"), "locked_rows", ["lock_id"])
    op.create_index("ix_locked_rows_of", "locked_rows", ["of_table", "row_id"])
    lock = sa.ForeignKeyConstraint(
        ["lock_id"], ["locked_cables.id"], name=op.f("fk_locked_things_lock_id_locked_cables")
    )
    op.create_table(
        "locked_things",
        sa.Column("lock_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        lock,
        sa.PrimaryKeyConstraint("lock_id", "kind", "thing_id", name=op.f("pk_locked_things")),
    )
    op.create_index("ix_locked_things_of", "locked_things", ["kind", "thing_id"])
    if op.get_bind().dialect.name != "sqlite":
        _on_postgresql(UNLOCKED)
        return
    _on_sqlite(f"WHEN {UNLOCKED}")
    for name in NEVER_AGAIN:
        with op.batch_alter_table(name, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass


def downgrade() -> None:
    """Bring the tables back; refused while a cable is locked away, whose rows would be lost."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM locked_rows")):
        raise RuntimeError("A cable is locked away. Unlock it, or purge it, before going back.")
    if op.get_bind().dialect.name == "sqlite":
        _on_sqlite("")
        for name in NEVER_AGAIN:
            with op.batch_alter_table(name, recreate="always"):
                pass
    else:
        _on_postgresql("")
    for name in ("locked_things", "locked_rows", "locked_cables"):
        op.drop_table(name)
