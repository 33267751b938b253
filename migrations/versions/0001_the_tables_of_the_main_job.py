"""The tables of places, people, cables and tasks."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    for create in CREATE:
        create()


def downgrade() -> None:
    """Drop every table, those that are referred to last."""
    for create in reversed(CREATE):
        op.drop_table(create.__name__.removeprefix("_create_"))


def _create_cables() -> None:
    op.create_table(
        "cables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("canonical_id", sa.String(length=60), nullable=True),
        sa.Column("mrn", sa.String(length=60), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("precedence", sa.String(length=20), nullable=True),
        sa.Column("origin", sa.String(length=120), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("classification", sa.String(length=30), nullable=True),
        sa.Column("header", sa.JSON(), nullable=False),
        sa.Column("is_sensitive", sa.Boolean(), nullable=False),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cables")),
        sa.UniqueConstraint("key", name=op.f("uq_cables_key")),
    )
    op.create_index(op.f("ix_cables_canonical_id"), "cables", ["canonical_id"])
    op.create_index(op.f("ix_cables_sent_at"), "cables", ["sent_at"])


def _create_failed_sign_ins() -> None:
    op.create_table(
        "failed_sign_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login_digest", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("at_epoch", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_sign_ins")),
    )
    op.create_index("ix_failed_sign_ins_tries", "failed_sign_ins", ["login_digest", "source", "at_epoch"])


def _create_officers() -> None:
    op.create_table(
        "officers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
        sa.UniqueConstraint("login", name=op.f("uq_officers_login")),
    )


def _create_posts() -> None:
    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("mailbox", sa.String(length=254), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
        sa.UniqueConstraint("name", name=op.f("uq_posts_name")),
    )


def _create_spill_incidents() -> None:
    op.create_table(
        "spill_incidents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("way_in", sa.String(length=20), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=True),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spill_incidents")),
    )


def _create_cable_versions() -> None:
    op.create_table(
        "cable_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_cable_versions_cable_id_cables")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cable_versions")),
        sa.UniqueConstraint("cable_id", "digest", name=op.f("uq_cable_versions_cable_id_digest")),
        sa.UniqueConstraint("cable_id", "number", name=op.f("uq_cable_versions_cable_id_number")),
    )
    op.create_index(op.f("ix_cable_versions_cable_id"), "cable_versions", ["cable_id"])
    op.create_index(op.f("ix_cable_versions_digest"), "cable_versions", ["digest"])


def _create_contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("confirmed_by", sa.String(length=120), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_contacts_cable_id_cables")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_cable_id"), "contacts", ["cable_id"])


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_events_cable_id_cables")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_cable_id"), "events", ["cable_id"])


def _create_papers() -> None:
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("passing", sa.String(length=20), nullable=False),
        sa.Column("first_words", sa.Text(), nullable=False),
        sa.Column("last_words", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_papers_cable_id_cables")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
    )
    op.create_index(op.f("ix_papers_cable_id"), "papers", ["cable_id"])


def _create_proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("addressees", sa.JSON(), nullable=False),
        sa.Column("is_optional", sa.Boolean(), nullable=False),
        sa.Column("due_quote", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_time", sa.String(length=10), nullable=True),
        sa.Column("due_zone", sa.String(length=60), nullable=True),
        sa.Column("due_explained", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("amended", sa.JSON(), nullable=True),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_proposals_cable_id_cables")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint(
            "cable_id", "version", "position", name=op.f("uq_proposals_cable_id_version_position")
        ),
    )
    op.create_index(op.f("ix_proposals_cable_id"), "proposals", ["cable_id"])


def _create_role_grants() -> None:
    op.create_table(
        "role_grants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_role_grants_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_role_grants_post_id_posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grants")),
        sa.UniqueConstraint(
            "officer_id", "role", "post_id", name=op.f("uq_role_grants_officer_id_role_post_id")
        ),
    )
    op.create_index(op.f("ix_role_grants_officer_id"), "role_grants", ["officer_id"])
    op.create_index(
        "uq_role_grants_everywhere",
        "role_grants",
        ["officer_id", "role"],
        unique=True,
        sqlite_where=sa.text("post_id IS NULL"),
        postgresql_where=sa.text("post_id IS NULL"),
    )


def _create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_time", sa.String(length=10), nullable=True),
        sa.Column("due_zone", sa.String(length=60), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_quote", sa.Text(), nullable=True),
        sa.Column("due_explained", sa.JSON(), nullable=False),
        sa.Column("deadline_version", sa.Integer(), nullable=False),
        sa.Column("precedence", sa.String(length=20), nullable=True),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.Column("sentence_stands", sa.Boolean(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_moment_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_tasks_cable_id_cables")),
        sa.ForeignKeyConstraint(["owner_id"], ["officers.id"], name=op.f("fk_tasks_owner_id_officers")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_tasks_post_id_posts")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_tasks_proposal_id_proposals")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("proposal_id", "post_id", name=op.f("uq_tasks_proposal_id_post_id")),
    )
    op.create_index(op.f("ix_tasks_cable_id"), "tasks", ["cable_id"])
    op.create_index("ix_tasks_next_moment", "tasks", ["next_moment_at"])
    op.create_index(op.f("ix_tasks_owner_id"), "tasks", ["owner_id"])
    op.create_index("ix_tasks_post_status_due", "tasks", ["post_id", "status", "due_at"])
    op.create_index("ix_tasks_status_due", "tasks", ["status", "due_at"])


def _create_task_events() -> None:
    op.create_table(
        "task_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_task_events_task_id_tasks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_events")),
    )
    op.create_index(op.f("ix_task_events_task_id"), "task_events", ["task_id"])


CREATE = (
    _create_cables,
    _create_failed_sign_ins,
    _create_officers,
    _create_posts,
    _create_spill_incidents,
    _create_cable_versions,
    _create_contacts,
    _create_events,
    _create_papers,
    _create_proposals,
    _create_role_grants,
    _create_tasks,
    _create_task_events,
)
