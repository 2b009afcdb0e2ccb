"""First schema: indicators, sources, places, evidence and figures; the database itself keeps their history.

Revision ID: 20261123_0051
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "20261123_0051"
down_revision = None
branch_labels = None
depends_on = None

# "TRAC": by it a file is known as a store of tracker, whatever its name.
APPLICATION_ID = 0x54524143
WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# What makes a row of each table the same row again; none of these may be replaced.
KEYS = {
    "indicator": ("id", "name"),
    "source": ("id", "name"),
    "place": ("id", "name"),
    "place_alias": ("id", "folded"),
    "evidence": ("id", "sha256"),
}
HISTORIES = ("source_version", "figure")


def upgrade() -> None:
    _create_what_figures_refer_to()
    _create_source_version()
    _create_figure()
    sqlite = op.get_context().dialect.name == "sqlite"
    if not sqlite:
        op.execute(
            "CREATE FUNCTION tracker_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'history is append-only: % of % refused', TG_OP, TG_TABLE_NAME; END $$"
        )
    for table in (*KEYS, *HISTORIES):
        columns = tuple(column["name"] for column in sa.inspect(op.get_bind()).get_columns(table))
        for trigger in _sqlite_triggers(table, columns) if sqlite else _postgresql_triggers(table, columns):
            op.execute(trigger)
    if sqlite:
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def downgrade() -> None:
    for table in (*reversed(HISTORIES), *reversed(KEYS)):
        op.drop_table(table)
    if op.get_context().dialect.name == "sqlite":
        op.execute("PRAGMA application_id = 0")
    else:
        op.execute("DROP FUNCTION tracker_refuse")


def _create_what_figures_refer_to() -> None:
    op.create_table(
        "indicator",
        sa.Column("id", WHOLE, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_indicator"),
        sa.UniqueConstraint("name", name="uq_indicator_name"),
        sa.CheckConstraint("name <> ''", name=op.f("ck_indicator_name_given")),
        sa.CheckConstraint("definition <> ''", name=op.f("ck_indicator_definition_given")),
        sqlite_strict=True,
    )
    for name in ("source", "place"):
        op.create_table(
            name,
            sa.Column("id", WHOLE, autoincrement=False, nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.Column("recorded_at", WHOLE, nullable=False),
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
            sa.UniqueConstraint("name", name=f"uq_{name}_name"),
            sa.CheckConstraint("name <> ''", name=op.f(f"ck_{name}_name_given")),
            sqlite_strict=True,
        )
    op.create_table(
        "place_alias",
        sa.Column("id", WHOLE, autoincrement=False, nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place_id", WHOLE, nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_place_alias"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_place_alias_place_id"),
        sa.UniqueConstraint("folded", name="uq_place_alias_folded"),
        sqlite_strict=True,
    )
    op.create_table(
        "evidence",
        sa.Column("id", WHOLE, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.UniqueConstraint("sha256", name="uq_evidence_sha256"),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_evidence_sha256_whole")),
        sqlite_strict=True,
    )


def _create_source_version() -> None:
    op.create_table(
        "source_version",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("coverage", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.Column("closed_at", WHOLE),
        sa.PrimaryKeyConstraint("entry", name="pk_source_version"),
        sa.ForeignKeyConstraint(["id"], ["source.id"], name="fk_source_version_id"),
        sa.UniqueConstraint("id", "version", name="uq_source_version_id_version"),
        sa.CheckConstraint("version >= 1", name=op.f("ck_source_version_version_counts_from_one")),
        sa.CheckConstraint("coverage = 'all' OR coverage = 'own'", name=op.f("ck_source_version_coverage_known")),
        sa.CheckConstraint(
            "grade = 'A' OR grade = 'B' OR grade = 'C' OR grade = 'D' OR grade = 'E' OR grade = 'F'",
            name=op.f("ck_source_version_grade_known"),
        ),
        sa.CheckConstraint("closed_at >= recorded_at", name=op.f("ck_source_version_closed_after_recorded")),
        sqlite_strict=True,
    )
    _create_open_index("source_version")


def _create_figure() -> None:
    op.create_table(
        "figure",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("indicator_id", WHOLE, nullable=False),
        sa.Column("source_id", WHOLE, nullable=False),
        sa.Column("publisher_id", WHOLE, nullable=False),
        sa.Column("place_id", WHOLE, nullable=False),
        sa.Column("evidence_id", WHOLE),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("low", WHOLE),
        sa.Column("high", WHOLE),
        sa.Column("hedge", sa.Text(), nullable=False),
        sa.Column("hedge_table", WHOLE, nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("as_of_first", WHOLE, nullable=False),
        sa.Column("as_of_last", WHOLE, nullable=False),
        sa.Column("since", sa.Text()),
        sa.Column("since_first", WHOLE),
        sa.Column("since_last", WHOLE),
        sa.Column("published", sa.Text()),
        sa.Column("published_first", WHOLE),
        sa.Column("published_last", WHOLE),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.Column("closed_at", WHOLE),
        sa.PrimaryKeyConstraint("entry", name="pk_figure"),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name="fk_figure_indicator_id"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_figure_source_id"),
        sa.ForeignKeyConstraint(["publisher_id"], ["source.id"], name="fk_figure_publisher_id"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_figure_place_id"),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name="fk_figure_evidence_id"),
        sa.UniqueConstraint("id", "version", name="uq_figure_id_version"),
        *(sa.CheckConstraint(rule, name=op.f(f"ck_figure_{name}")) for name, rule in _FIGURE_RULES.items()),
        sqlite_strict=True,
    )
    _create_open_index("figure")
    op.create_index("ix_figure_fingerprint", "figure", ["fingerprint"])


# Alternatives are written with OR: for IN, SQLite builds a table of the list at each inserted row.
_FIGURE_RULES = {
    "id_counts_from_one": "id >= 1",
    "version_counts_from_one": "version >= 1",
    "low_not_negative": "low >= 0",
    "high_not_negative": "high >= 0",
    "low_not_above_high": "low <= high",
    "basis_known": "basis = 'total' OR basis = 'period' OR basis = 'event'",
    "status_known": "status = 'recorded' OR status = 'corrected' OR status = 'retracted'",
    "as_of_in_order": "as_of_first <= as_of_last",
    "since_in_order": "since_first <= since_last",
    "published_in_order": "published_first <= published_last",
    "since_only_with_period": "since IS NULL OR basis = 'period'",
    "first_version_is_recorded": "(version = 1) = (status = 'recorded')",
    "later_versions_say_because": "(version = 1) = (because = '')",
    "fingerprint_whole": "length(fingerprint) = 16",
    "closed_after_recorded": "closed_at >= recorded_at",
}


def _create_open_index(table: str) -> None:
    """At most one version of each row is open."""
    is_open = sa.text("closed_at IS NULL")
    op.create_index(f"uq_{table}_open", table, ["id"], unique=True, sqlite_where=is_open, postgresql_where=is_open)


def _sqlite_triggers(table: str, columns: tuple[str, ...]) -> list[str]:
    # INSERT OR REPLACE deletes what stands in its way without asking the trigger on deletion, so it is stopped earlier.
    taken = " OR ".join(_exists(table, f"{key} = NEW.{key}") for key in KEYS.get(table, ("entry",)))
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
