"""The tree of units above the posts, roles at a unit, and the posts that a cable concerns."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BEFORE, AFTER = "post_id IS NULL", "post_id IS NULL AND unit_id IS NULL"


def upgrade() -> None:
    op.create_table(
        "units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sa.UniqueConstraint("code", name=op.f("uq_units_code")),
    )
    op.create_index(op.f("ix_units_parent_id"), "units", ["parent_id"])
    op.create_table(
        "cable_posts",
        sa.Column("cable_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cable_id"], ["cables.id"], name=op.f("fk_cable_posts_cable_id_cables")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_cable_posts_post_id_posts")),
        sa.PrimaryKeyConstraint("cable_id", "post_id", name=op.f("pk_cable_posts")),
    )
    op.create_index(op.f("ix_cable_posts_post_id"), "cable_posts", ["post_id"])
    with op.batch_alter_table("posts") as posts:
        posts.add_column(sa.Column("unit_id", sa.Integer(), nullable=True))
        posts.create_foreign_key(op.f("fk_posts_unit_id_units"), "units", ["unit_id"], ["id"])
        posts.create_index(op.f("ix_posts_unit_id"), ["unit_id"])
    op.drop_index("uq_role_grants_everywhere", table_name="role_grants")
    with op.batch_alter_table("role_grants") as grants:
        grants.add_column(sa.Column("unit_id", sa.Integer(), nullable=True))
        grants.create_foreign_key(op.f("fk_role_grants_unit_id_units"), "units", ["unit_id"], ["id"])
        grants.create_unique_constraint(
            op.f("uq_role_grants_officer_id_role_unit_id"), ["officer_id", "role", "unit_id"]
        )
    _everywhere_once(AFTER)


def downgrade() -> None:
    op.drop_index("uq_role_grants_everywhere", table_name="role_grants")
    op.execute("DELETE FROM role_grants WHERE unit_id IS NOT NULL")
    with op.batch_alter_table("role_grants") as grants:
        grants.drop_constraint(op.f("uq_role_grants_officer_id_role_unit_id"), type_="unique")
        grants.drop_constraint(op.f("fk_role_grants_unit_id_units"), type_="foreignkey")
        grants.drop_column("unit_id")
    _everywhere_once(BEFORE)
    with op.batch_alter_table("posts") as posts:
        posts.drop_index(op.f("ix_posts_unit_id"))
        posts.drop_constraint(op.f("fk_posts_unit_id_units"), type_="foreignkey")
        posts.drop_column("unit_id")
    op.drop_table("cable_posts")
    op.drop_table("units")


def _everywhere_once(condition: str) -> None:
    op.create_index(
        "uq_role_grants_everywhere",
        "role_grants",
        ["officer_id", "role"],
        unique=True,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )
