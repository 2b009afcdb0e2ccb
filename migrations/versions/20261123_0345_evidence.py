"""Evidence: how the page of a figure was archived, and which sources are confidential.

Both stand in tables of their own, a row for each version of a figure or source of which there is something to say: what
was written before keeps the shape, and any hash, that it was written with.

Revision ID: 20261123_0345
Revises: 20261123_0330
"""

import sqlalchemy as sa
from alembic import op

revision = "20261123_0345"
down_revision = "20261123_0330"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = ("figure_archive", "source_confidential")


def upgrade() -> None:
    op.create_table(
        "figure_archive",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("retrieved_on", WHOLE),
        sa.Column("holds_number", WHOLE),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_figure_archive"),
        sa.ForeignKeyConstraint(["entry"], ["figure.entry"], name="fk_figure_archive_entry"),
        sa.CheckConstraint("holds_number = 0 OR holds_number = 1", name=op.f("ck_figure_archive_holds_number_told")),
        sqlite_strict=True,
    )
    op.create_table(
        "source_confidential",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_source_confidential"),
        sa.ForeignKeyConstraint(["entry"], ["source_version.entry"], name="fk_source_confidential_entry"),
        sqlite_strict=True,
    )
    sqlite = op.get_context().dialect.name == "sqlite"
    for table in TABLES:
        for trigger in _sqlite_triggers(table) if sqlite else _postgresql_triggers(table):
            op.execute(trigger)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _sqlite_triggers(table: str) -> list[str]:
    # INSERT OR REPLACE deletes what stands in its way without asking the trigger on deletion, so it is stopped earlier.
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE entry = NEW.entry)"  # noqa: S608 - all names are this file's own
    return [
        f"CREATE TRIGGER {table}_replaced BEFORE INSERT ON {table} WHEN {taken} {_refuse(table, 'REPLACE')}",
        f"CREATE TRIGGER {table}_updated BEFORE UPDATE ON {table} {_refuse(table, 'UPDATE')}",
        f"CREATE TRIGGER {table}_deleted BEFORE DELETE ON {table} {_refuse(table, 'DELETE')}",
    ]


def _refuse(table: str, what: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, 'history is append-only: {what} of {table} refused'); END"


def _postgresql_triggers(table: str) -> list[str]:
    refusal = "EXECUTE FUNCTION tracker_refuse()"
    return [
        f"CREATE TRIGGER {table}_updated BEFORE UPDATE ON {table} FOR EACH ROW {refusal}",
        f"CREATE TRIGGER {table}_deleted BEFORE DELETE ON {table} FOR EACH ROW {refusal}",
        f"CREATE TRIGGER {table}_truncated BEFORE TRUNCATE ON {table} {refusal}",
    ]
