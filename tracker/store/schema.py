"""The tables of the store, on SQLite and PostgreSQL alike; every constraint has a name.

Moments are whole microseconds since 1970-01-01 UTC and days are ordinals (1 is 0001-01-01): exact, sortable, and read
without parsing. A row with a `closed_at` has been superseded; setting that column once, from null, is the only update
the database allows (see the triggers in `migrations/`). The store numbers its rows itself: it has one writer at a time.

Every row of every other table has an entry in `journal`, which is a chain of hashes over what the rows say. A column
added to a table one day must therefore stand last and may be null: nulls at the end of a row are left out of what it
says, so that the hashes of older rows still hold.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
metadata = MetaData(naming_convention=NAMES)

# Alembic's own table, under a name that says whose store this is; Alembic makes it, hence not part of `metadata`.
VERSION_TABLE = "tracker_version"
tracker_version = Table(VERSION_TABLE, MetaData(), Column("version_num", Text))

# A strict table of SQLite knows one kind of whole number, of eight bytes, by the name INTEGER.
Whole = BigInteger().with_variant(Integer(), "sqlite")


def _one_of(column: str, *values: str | int) -> str:
    # Not IN: SQLite builds a table of the list at each inserted row, which costs more than all other checks together.
    return " OR ".join(f"{column} = {value!r}" for value in values)


def _at_most_one_open(table: Table) -> None:
    is_open = text("closed_at IS NULL")
    Index(f"uq_{table.name}_open", table.c.id, unique=True, sqlite_where=is_open, postgresql_where=is_open)


indicator = Table(
    "indicator",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("definition", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", "name_given"),
    CheckConstraint("definition <> ''", "definition_given"),
    sqlite_strict=True,
)

source = Table(
    "source",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", "name_given"),
    sqlite_strict=True,
)

# What is said of a source may change, and a report as known on an earlier day must still find what was said then.
source_version = Table(
    "source_version",
    metadata,
    Column("entry", Whole, primary_key=True, autoincrement=False),
    Column("id", Whole, ForeignKey("source.id"), nullable=False),
    Column("version", Whole, nullable=False),
    Column("coverage", Text, nullable=False),
    Column("grade", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    Column("closed_at", Whole),
    UniqueConstraint("id", "version"),
    CheckConstraint("version >= 1", "version_counts_from_one"),
    CheckConstraint(_one_of("coverage", "all", "own"), "coverage_known"),
    CheckConstraint(_one_of("grade", *"ABCDEF"), "grade_known"),
    CheckConstraint("closed_at >= recorded_at", "closed_after_recorded"),
    sqlite_strict=True,
)
_at_most_one_open(source_version)

# Several places that a figure speaks of together are one row, their names joined by semicolons.
place = Table(
    "place",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("name"),
    CheckConstraint("name <> ''", "name_given"),
    sqlite_strict=True,
)

# Each single place is found by any of its names, its own included, in the form that `domain.place.place_key` gives.
place_alias = Table(
    "place_alias",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("folded", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("place_id", Whole, ForeignKey("place.id"), nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("folded"),
    sqlite_strict=True,
)

# Where there is a folder for it beside the store, the bytes lie there, and `content` is empty; no evidence is. What the
# first schema kept in a SQLite file, or a backup brought in it, stays there: moving it would have to delete it here.
evidence = Table(
    "evidence",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("sha256"),
    CheckConstraint("length(sha256) = 64", "sha256_whole"),
    sqlite_strict=True,
)

# `id` is the number people call a figure by; `entry` counts all versions in the order of writing. No index serves the
# filters of a list:
# reading all rows of a store of 100,000 takes a fraction of a second, and each index would slow every import.
figure = Table(
    "figure",
    metadata,
    Column("entry", Whole, primary_key=True, autoincrement=False),
    Column("id", Whole, nullable=False),
    Column("version", Whole, nullable=False),
    Column("indicator_id", Whole, ForeignKey("indicator.id"), nullable=False),
    Column("source_id", Whole, ForeignKey("source.id"), nullable=False),
    Column("publisher_id", Whole, ForeignKey("source.id"), nullable=False),
    Column("place_id", Whole, ForeignKey("place.id"), nullable=False),
    Column("evidence_id", Whole, ForeignKey("evidence.id")),
    Column("value", Text, nullable=False),
    Column("low", Whole),
    Column("high", Whole),
    Column("hedge", Text, nullable=False),
    Column("hedge_table", Whole, nullable=False),
    Column("basis", Text, nullable=False),
    Column("as_of", Text, nullable=False),
    Column("as_of_first", Whole, nullable=False),
    Column("as_of_last", Whole, nullable=False),
    Column("since", Text),
    Column("since_first", Whole),
    Column("since_last", Whole),
    Column("published", Text),
    Column("published_first", Whole),
    Column("published_last", Whole),
    Column("url", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("status", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    Column("closed_at", Whole),
    UniqueConstraint("id", "version"),
    CheckConstraint("id >= 1", "id_counts_from_one"),
    CheckConstraint("version >= 1", "version_counts_from_one"),
    CheckConstraint("low >= 0", "low_not_negative"),
    CheckConstraint("high >= 0", "high_not_negative"),
    CheckConstraint("low <= high", "low_not_above_high"),
    CheckConstraint(_one_of("basis", "total", "period", "event"), "basis_known"),
    CheckConstraint(_one_of("status", "recorded", "corrected", "retracted"), "status_known"),
    CheckConstraint("as_of_first <= as_of_last", "as_of_in_order"),
    CheckConstraint("since_first <= since_last", "since_in_order"),
    CheckConstraint("published_first <= published_last", "published_in_order"),
    CheckConstraint("since IS NULL OR basis = 'period'", "since_only_with_period"),
    CheckConstraint("(version = 1) = (status = 'recorded')", "first_version_is_recorded"),
    CheckConstraint("(version = 1) = (because = '')", "later_versions_say_because"),
    CheckConstraint("length(fingerprint) = 16", "fingerprint_whole"),
    CheckConstraint("closed_at >= recorded_at", "closed_after_recorded"),
    sqlite_strict=True,
)
_at_most_one_open(figure)
# The same content may come back under one number (corrected, and corrected back), hence not unique.
Index("ix_figure_fingerprint", figure.c.fingerprint)

# How the page that a version of a figure was read on was archived; a version of which nothing is known has no row here.
# A table of its own, as is the next: what was written before it came keeps the shape it was written in.
figure_archive = Table(
    "figure_archive",
    metadata,
    Column("entry", Whole, ForeignKey("figure.entry"), primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),
    Column("retrieved_on", Whole),
    Column("holds_number", Whole),
    Column("recorded_at", Whole, nullable=False),
    CheckConstraint(_one_of("holds_number", 0, 1), "holds_number_told"),
    sqlite_strict=True,
)

# The versions of sources of which nothing may be shown to the public.
source_confidential = Table(
    "source_confidential",
    metadata,
    Column("entry", Whole, ForeignKey("source_version.entry"), primary_key=True, autoincrement=False),
    Column("recorded_at", Whole, nullable=False),
    sqlite_strict=True,
)

# Whether event reports are of one batch. A newer decision wins over an older one, so none is ever closed.
decision = Table(
    "decision",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    CheckConstraint(_one_of("kind", "same", "distinct"), "kind_known"),
    CheckConstraint("because <> ''", "because_given"),
    sqlite_strict=True,
)

# `figure_id` is a figure's number, which all its versions share; hence no key of one row of `figure`.
decision_figure = Table(
    "decision_figure",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("decision_id", Whole, ForeignKey("decision.id"), nullable=False),
    Column("figure_id", Whole, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("decision_id", "figure_id"),
    sqlite_strict=True,
)


def _version_rules() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("version >= 1", "version_counts_from_one"),
        CheckConstraint(_one_of("status", "recorded", "withdrawn"), "status_known"),
        CheckConstraint("because <> ''", "because_given"),
        CheckConstraint("closed_at >= recorded_at", "closed_after_recorded"),
    )


# `id` numbers the breaks: one for each indicator, source and day.
series_break = Table(
    "series_break",
    metadata,
    Column("entry", Whole, primary_key=True, autoincrement=False),
    Column("id", Whole, nullable=False),
    Column("version", Whole, nullable=False),
    Column("indicator_id", Whole, ForeignKey("indicator.id"), nullable=False),
    Column("source_id", Whole, ForeignKey("source.id"), nullable=False),
    Column("starts_on", Whole, nullable=False),
    Column("status", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    Column("closed_at", Whole),
    UniqueConstraint("id", "version"),
    *_version_rules(),
    sqlite_strict=True,
)
_at_most_one_open(series_break)

# `id` is the short name of the finding that may stand.
waiver = Table(
    "waiver",
    metadata,
    Column("entry", Whole, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("version", Whole, nullable=False),
    Column("check_name", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    Column("closed_at", Whole),
    UniqueConstraint("id", "version"),
    *_version_rules(),
    CheckConstraint("length(fingerprint) = 64", "fingerprint_whole"),
    CheckConstraint("author <> ''", "author_given"),
    sqlite_strict=True,
)
_at_most_one_open(waiver)

waiver_figure = Table(
    "waiver_figure",
    metadata,
    Column("id", Whole, primary_key=True, autoincrement=False),
    Column("waiver_entry", Whole, ForeignKey("waiver.entry"), nullable=False),
    Column("figure_id", Whole, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    UniqueConstraint("waiver_entry", "figure_id"),
    sqlite_strict=True,
)

# `about` and `number` are the table and the primary key of the row that was written; `hash` binds the entry, what that
# row says, and the hash of the entry before: see `tracker.store.journal`.
journal = Table(
    "journal",
    metadata,
    Column("entry", Whole, primary_key=True, autoincrement=False),
    Column("about", Text, nullable=False),
    Column("number", Whole, nullable=False),
    Column("author", Text, nullable=False),
    Column("recorded_at", Whole, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint("author <> ''", "author_given"),
    CheckConstraint("length(hash) = 64", "hash_whole"),
    sqlite_strict=True,
)
