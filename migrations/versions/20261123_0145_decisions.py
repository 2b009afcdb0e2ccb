"""Decisions: which reports are one batch, where a source changed what it counts, which findings may stand.

Revision ID: 20261123_0145
Revises: 20261123_0051
"""

import sqlalchemy as sa
from alembic import op

revision = "20261123_0145"
down_revision = "20261123_0051"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# What makes a row of each table the same row again; none of these may be replaced.
KEYS = {
    "decision": (("id",),),
    "decision_figure": (("id",), ("decision_id", "figure_id")),
    "waiver_figure": (("id",), ("waiver_entry", "figure_id")),
}
HISTORIES = ("series_break", "waiver")


def upgrade() -> None:
    _create_decision()
    _create_series_break()
    _create_waiver()
    _create_members("decision", "decision_id", "id")
    _create_members("waiver", "waiver_entry", "entry")
    sqlite = op.get_context().dialect.name == "sqlite"
    for table in (*KEYS, *HISTORIES):
        columns = tuple(column["name"] for column in sa.inspect(op.get_bind()).get_columns(table))
        for trigger in _sqlite_triggers(table, columns) if sqlite else _postgresql_triggers(table, columns):
            op.execute(trigger)


def downgrade() -> None:
    for table in ("decision_figure", "waiver_figure", "decision", *HISTORIES):
        op.drop_table(table)


def _create_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", WHOLE, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.CheckConstraint("kind = 'same' OR kind = 'distinct'", name=op.f("ck_decision_kind_known")),
        sa.CheckConstraint("because <> ''", name=op.f("ck_decision_because_given")),
        sqlite_strict=True,
    )


def _create_members(table: str, column: str, key: str) -> None:
    """The figures that a decision or a waiver is about, by the numbers that people call them by."""
    name = f"{table}_figure"
    op.create_table(
        name,
        sa.Column("id", WHOLE, autoincrement=False, nullable=False),
        sa.Column(column, WHOLE, nullable=False),
        sa.Column("figure_id", WHOLE, nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint([column], [f"{table}.{key}"], name=f"fk_{name}_{column}"),
        sa.UniqueConstraint(column, "figure_id", name=f"uq_{name}_{column}_figure_id"),
        sqlite_strict=True,
    )


def _create_series_break() -> None:
    op.create_table(
        "series_break",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("indicator_id", WHOLE, nullable=False),
        sa.Column("source_id", WHOLE, nullable=False),
        sa.Column("starts_on", WHOLE, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.Column("closed_at", WHOLE),
        sa.PrimaryKeyConstraint("entry", name="pk_series_break"),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name="fk_series_break_indicator_id"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_series_break_source_id"),
        sa.UniqueConstraint("id", "version", name="uq_series_break_id_version"),
        *_rules("series_break"),
        sqlite_strict=True,
    )
    _create_open_index("series_break")


def _create_waiver() -> None:
    op.create_table(
        "waiver",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("check_name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.Column("closed_at", WHOLE),
        sa.PrimaryKeyConstraint("entry", name="pk_waiver"),
        sa.UniqueConstraint("id", "version", name="uq_waiver_id_version"),
        *_rules("waiver"),
        sa.CheckConstraint("length(fingerprint) = 64", name=op.f("ck_waiver_fingerprint_whole")),
        sa.CheckConstraint("author <> ''", name=op.f("ck_waiver_author_given")),
        sqlite_strict=True,
    )
    _create_open_index("waiver")


def _rules(table: str) -> list[sa.CheckConstraint]:
    rules = {
        "version_counts_from_one": "version >= 1",
        "status_known": "status = 'recorded' OR status = 'withdrawn'",
        "because_given": "because <> ''",
        "closed_after_recorded": "closed_at >= recorded_at",
    }
    return [sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}")) for name, rule in rules.items()]


def _create_open_index(table: str) -> None:
    """At most one version of each row is open."""
    is_open = sa.text("closed_at IS NULL")
    op.create_index(f"uq_{table}_open", table, ["id"], unique=True, sqlite_where=is_open, postgresql_where=is_open)


def _sqlite_triggers(table: str, columns: tuple[str, ...]) -> list[str]:
    # INSERT OR REPLACE deletes what stands in its way without asking the trigger on deletion, so it is stopped earlier.
    taken = " OR ".join(
        _exists(table, " AND ".join(f"{column} = NEW.{column}" for column in key))
        for key in KEYS.get(table, (("entry",),))
    )
    update = ""
    if table in HISTORIES:
        taken += (
            " OR NEW.closed_at IS NOT NULL"
            f" OR {_exists(table, 'id = NEW.id AND (version >= NEW.version OR closed_at IS NULL)')}"
        )
        same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in columns if column != "closed_at")
        update = f"WHEN NOT (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND {same})"
    return [
        f"CREATE TRIGGER {table}_replaced BEFORE INSERT ON {table} WHEN {taken} {_refuse(table, 'REPLACE')}",
        f"CREATE TRIGGER {table}_updated BEFORE UPDATE ON {table} {update} {_refuse(table, 'UPDATE')}",
        f"CREATE TRIGGER {table}_deleted BEFORE DELETE ON {table} {_refuse(table, 'DELETE')}",
    ]


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {condition})"  # noqa: S608 - all names are this file's own


def _refuse(table: str, what: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, 'history is append-only: {what} of {table} refused'); END"


def _postgresql_triggers(table: str, columns: tuple[str, ...]) -> list[str]:
    refusal = "EXECUTE FUNCTION tracker_refuse()"
    triggers = [
        f"CREATE TRIGGER {table}_deleted BEFORE DELETE ON {table} FOR EACH ROW {refusal}",
        f"CREATE TRIGGER {table}_truncated BEFORE TRUNCATE ON {table} {refusal}",
    ]
    update = ""
    if table in HISTORIES:
        same = " AND ".join(
            f"NEW.{column} IS NOT DISTINCT FROM OLD.{column}" for column in columns if column != "closed_at"
        )
        update = f"WHEN (NOT (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND {same}))"
        born_closed = "WHEN (NEW.closed_at IS NOT NULL)"
        triggers.append(
            f"CREATE TRIGGER {table}_inserted BEFORE INSERT ON {table} FOR EACH ROW {born_closed} {refusal}"
        )
    return [*triggers, f"CREATE TRIGGER {table}_updated BEFORE UPDATE ON {table} FOR EACH ROW {update} {refusal}"]
