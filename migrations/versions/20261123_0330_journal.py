"""The journal: a chain of hashes over every row of every table.

What a store holds already is entered as it is found, in the order of its tables, by an author that says so: the chain
then proves that nothing of it changed since this upgrade, and nothing about the time before.

Revision ID: 20261123_0330
Revises: 20261123_0145
"""

import hashlib
import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "20261123_0330"
down_revision = "20261123_0145"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AUTHOR = "tracker, found at the upgrade"

# With the primary key of each; none refers to a later one.
TABLES = {
    "indicator": "id",
    "source": "id",
    "source_version": "entry",
    "place": "id",
    "place_alias": "id",
    "evidence": "id",
    "figure": "entry",
    "decision": "id",
    "decision_figure": "id",
    "series_break": "entry",
    "waiver": "entry",
    "waiver_figure": "id",
}
# The end of a version is told by the next one, and the bytes of evidence by their SHA-256.
NOT_SAID = ("closed_at", "content")


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("entry", WHOLE, autoincrement=False, nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("number", WHOLE, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHOLE, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_journal"),
        sa.CheckConstraint("author <> ''", name=op.f("ck_journal_author_given")),
        sa.CheckConstraint("length(hash) = 64", name=op.f("ck_journal_hash_whole")),
        sqlite_strict=True,
    )
    journal = sa.table("journal", *map(sa.column, ("entry", "about", "number", "author", "recorded_at", "hash")))
    connection = op.get_bind()
    for batch in _batches(_entries(connection, op.get_context().opts["at"])):
        connection.execute(journal.insert(), batch)
    for trigger in SQLITE_TRIGGERS if connection.dialect.name == "sqlite" else POSTGRESQL_TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.drop_table("journal")


def _entries(connection: sa.Connection, at: int) -> Iterator[dict[str, object]]:
    entry, head = 0, "0" * 64
    for table, key in TABLES.items():
        names = [column["name"] for column in sa.inspect(connection).get_columns(table)]
        columns = [sa.column(name) for name in names if name not in NOT_SAID]
        rows = sa.select(sa.column(key), *columns).select_from(sa.table(table)).order_by(sa.column(key))
        for number, *said in connection.execute(rows.execution_options(yield_per=1000)):
            entry += 1
            about = _text([entry, table, number, AUTHOR, at])
            head = hashlib.sha256(f"{head}\n{about}\n{_text(said)}".encode()).hexdigest()
            yield {"entry": entry, "about": table, "number": number, "author": AUTHOR, "recorded_at": at, "hash": head}


def _text(values: list[object]) -> str:
    while values[-1] is None:
        values.pop()
    plain = [bytes(value).hex().upper() if isinstance(value, bytes | memoryview) else value for value in values]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _batches(entries: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    batch: list[dict[str, object]] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == 1000:
            yield batch
            batch = []
    if batch:
        yield batch


def _refuse(what: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, 'history is append-only: {what} of journal refused'); END"


NOT_THE_NEXT = "NEW.entry IS NOT (SELECT coalesce(max(entry), 0) + 1 FROM journal)"
# The first holds against INSERT OR REPLACE, which asks no trigger on deletion, and leaves no number out.
SQLITE_TRIGGERS = (
    f"CREATE TRIGGER journal_replaced BEFORE INSERT ON journal WHEN {NOT_THE_NEXT} {_refuse('REPLACE')}",
    f"CREATE TRIGGER journal_updated BEFORE UPDATE ON journal {_refuse('UPDATE')}",
    f"CREATE TRIGGER journal_deleted BEFORE DELETE ON journal {_refuse('DELETE')}",
)
POSTGRESQL_TRIGGERS = (
    "CREATE TRIGGER journal_deleted BEFORE DELETE ON journal FOR EACH ROW EXECUTE FUNCTION tracker_refuse()",
    "CREATE TRIGGER journal_truncated BEFORE TRUNCATE ON journal EXECUTE FUNCTION tracker_refuse()",
    "CREATE TRIGGER journal_updated BEFORE UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION tracker_refuse()",
)
