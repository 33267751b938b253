"""What a refused mail came with, senders of whom no more is taken, and alerts by a route of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

OF_THE_CARRIER = (("message_id", sa.String(200)), ("sender", sa.String(254)), ("recipient", sa.String(254)))


def upgrade() -> None:
    """Add the columns and the table; earlier incidents have had their day, no alert of them is written."""
    for name, kind in OF_THE_CARRIER:
        op.add_column("spill_incidents", sa.Column(name, kind, nullable=True))
    op.add_column("spill_incidents", sa.Column("alerted_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE spill_incidents SET alerted_at = at")
    op.add_column("outgoing_messages", sa.Column("route", sa.String(20), server_default="", nullable=False))
    with op.batch_alter_table("locked_cables") as batch:
        batch.add_column(sa.Column("incident_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_locked_cables_incident_id_spill_incidents"), "spill_incidents", ["incident_id"], ["id"]
        )
    op.create_table(
        "held_senders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("is_vouched", sa.Boolean(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("since_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident_id"],
            ["spill_incidents.id"],
            name=op.f("fk_held_senders_incident_id_spill_incidents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_senders")),
        sa.UniqueConstraint("address", "is_vouched", name=op.f("uq_held_senders_address_is_vouched")),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("held_senders")
    with op.batch_alter_table("locked_cables") as batch:
        batch.drop_constraint(op.f("fk_locked_cables_incident_id_spill_incidents"), type_="foreignkey")
        batch.drop_column("incident_id")
    op.drop_column("outgoing_messages", "route")
    for name in ("alerted_at", *(name for name, _kind in OF_THE_CARRIER)):
        op.drop_column("spill_incidents", name)
