"""A task's history is only added to: the database refuses to change or delete a line of it.

SQLite forgets the triggers of a table that a later migration makes anew (`batch_alter_table`): that one has to
set them again.
"""

from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

REFUSED = "lines of a history are only added"
ON_SQLITE = (
    f"""CREATE TRIGGER task_events_stay BEFORE UPDATE ON task_events
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    f"""CREATE TRIGGER task_events_remain BEFORE DELETE ON task_events
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
)
ON_POSTGRESQL = (
    f"""CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{REFUSED}'; END $$""",
    """CREATE TRIGGER task_events_stay BEFORE UPDATE OR DELETE ON task_events
        FOR EACH ROW EXECUTE FUNCTION refuse_history_change()""",
    """CREATE TRIGGER task_events_remain BEFORE TRUNCATE ON task_events
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()""",
)


def upgrade() -> None:
    """Set the triggers."""
    for statement in ON_SQLITE if op.get_bind().dialect.name == "sqlite" else ON_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take them away."""
    on = "" if op.get_bind().dialect.name == "sqlite" else " ON task_events"
    for name in ("task_events_stay", "task_events_remain"):
        op.execute(f"DROP TRIGGER {name}{on}")
    if on:
        op.execute("DROP FUNCTION refuse_history_change()")
