"""The database itself keeps the history, whoever holds the pen."""

from pathlib import Path

import pytest
from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint

from tests.factory import figure, moment
from tests.store import raw
from tests.store.histories import decide, fill
from tracker.domain.source import Source
from tracker.store.ledger import Store, open_store
from tracker.store.schema import metadata

TABLES = sorted(metadata.tables)
HISTORIES = [name for name in TABLES if "closed_at" in metadata.tables[name].columns]
OTHERS = [name for name in TABLES if name not in HISTORIES]
UNIQUE = [
    (name, constraint.columns[0].name)
    for name in OTHERS
    for constraint in metadata.tables[name].constraints
    if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint)
]


@pytest.fixture
def filled(store: Store, location: str) -> str:
    """Where a store is that has rows in every table, among them closed versions."""
    fill(store)
    return location


def whole(location: str, table: str) -> list[tuple[object, ...]]:
    """All rows of a table, in a fixed order."""
    return sorted(raw.run(location, f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - a table of ours


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM {table}",
        "DELETE FROM {table} WHERE recorded_at > 0",
        "UPDATE {table} SET recorded_at = recorded_at + 1",
        "UPDATE {table} SET recorded_at = recorded_at",
    ],
)
def test_no_row_is_changed_or_deleted(filled: str, table: str, sql: str) -> None:
    """Every table refuses, in words that name it, and stays as it was."""
    before = whole(filled, table)

    with pytest.raises(raw.Refused, match=f"history is append-only: .* of {table} refused|violates foreign key"):
        raw.run(filled, sql.format(table=table))

    assert before == whole(filled, table)


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_emptied(filled: str, table: str) -> None:
    """TRUNCATE, which asks no row, is refused where it exists; elsewhere the word is unknown."""
    sql = f"TRUNCATE {table} CASCADE" if "://" in filled else f"DELETE FROM {table} WHERE 1"  # noqa: S608 - as above

    with pytest.raises(raw.Refused, match="history is append-only"):
        raw.run(filled, sql)


@pytest.mark.parametrize("table", HISTORIES)
def test_a_closed_version_stays_closed_when_it_was(filled: str, table: str) -> None:
    """Closing happens once: it is neither moved nor undone."""
    raw.run(filled, f"UPDATE {table} SET closed_at = recorded_at + 5 WHERE closed_at IS NULL")  # noqa: S608 - as above

    for again in ("recorded_at + 6", "NULL"):
        with pytest.raises(raw.Refused, match=f"UPDATE of {table} refused"):
            raw.run(filled, f"UPDATE {table} SET closed_at = {again}")  # noqa: S608 - as above


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (name, column.name)
        for name in HISTORIES
        for column in metadata.tables[name].columns
        if column.name != "closed_at"
    ],
)
def test_closing_changes_nothing_else(filled: str, table: str, column: str) -> None:
    """No other column can be changed along with the closing."""
    other = "'x'" if "TEXT" in str(metadata.tables[table].columns[column].type) else "recorded_at + 77"
    if (table, column) == ("figure", "fingerprint"):
        other = "'sixteen bytes ok'" if "://" in filled else "CAST('sixteen bytes ok' AS BLOB)"

    with pytest.raises(raw.Refused, match=f"UPDATE of {table} refused"):
        raw.run(
            filled,
            f"UPDATE {table} SET closed_at = recorded_at + 5, {column} = {other} WHERE closed_at IS NULL",  # noqa: S608 - as above
        )


@pytest.mark.parametrize("table", HISTORIES)
def test_a_version_is_closed_no_earlier_than_written(filled: str, table: str) -> None:
    """The two moments of a row are in order."""
    with pytest.raises(raw.Refused, match="closed_after_recorded"):
        raw.run(filled, f"UPDATE {table} SET closed_at = recorded_at - 1 WHERE closed_at IS NULL")  # noqa: S608 - as above


def _copy(table: str, **changed: str) -> str:
    """SQL that inserts the first row of a table anew, with some columns changed."""
    columns = metadata.tables[table].columns.keys()
    values = ", ".join(changed.get(column, column) for column in columns)
    return f"INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} ORDER BY recorded_at LIMIT 1"  # noqa: S608 - as above


@pytest.mark.parametrize("table", HISTORIES)
@pytest.mark.parametrize(
    "changed",
    [
        {"closed_at": "NULL"},
        {"closed_at": "NULL", "entry": "999"},
        {"closed_at": "NULL", "entry": "999", "version": "9"},
        {"closed_at": "NULL", "id": "99"},
        {"closed_at": "recorded_at", "entry": "999", "id": "1", "version": "9"},
    ],
    ids=["same row", "same version", "second open version", "same entry", "born closed"],
)
def test_no_version_is_slipped_in_or_replaced(filled: str, table: str, changed: dict[str, str]) -> None:
    """Neither by a plain insertion nor by one that would replace what stands in its way."""
    replace = "INSERT" if "://" in filled else "INSERT OR REPLACE"
    before = whole(filled, table)

    for insert in ("INSERT", replace):
        with pytest.raises(raw.Refused):
            raw.run(filled, f"{insert} {_copy(table, **changed)}")

    assert before == whole(filled, table)


@pytest.mark.parametrize(("table", "column"), UNIQUE)
def test_nothing_is_replaced_by_its_key(store_path: Path, table: str, column: str) -> None:
    """SQLite's INSERT OR REPLACE deletes without asking the trigger on deletion, so it is stopped before."""
    with open_store(str(store_path), at=moment("2024-01-01")) as store:
        store.keep_evidence("page.html", b"<html>", at=moment("2024-04-05"))
        store.record([figure(value="1"), figure(value="2", in_archive=True)], at=moment("2024-04-05"))
        store.set_source(Source("Children of War", confidential=True), at=moment("2024-04-05"))
        decide(store)
    fresh = {"id": "999", "name": "'fresh'", "folded": "'fresh'", "sha256": f"'{'0' * 64}'"}
    fresh.pop(column, None)  # a key of several columns stays as it is
    before = whole(str(store_path), table)

    with pytest.raises(raw.Refused, match=f"REPLACE of {table} refused"):
        raw.run(str(store_path), f"INSERT OR REPLACE {_copy(table, **fresh)}")
    with pytest.raises(raw.Refused, match=f"UPDATE of {table} refused"):
        raw.run(str(store_path), f"UPDATE OR REPLACE {table} SET {column} = {column}")  # noqa: S608 - as above
    assert before == whole(str(store_path), table)


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"low": "-1"}, "low_not_negative"),
        ({"low": "NULL", "high": "-1"}, "high_not_negative"),
        ({"low": "3", "high": "2"}, "low_not_above_high"),
        ({"basis": "'guess'"}, "basis_known"),
        ({"status": "'guess'", "version": "2", "because": "'why'"}, "status_known"),
        ({"status": "'corrected'"}, "first_version_is_recorded"),
        ({"version": "0", "status": "'corrected'", "because": "'why'"}, "version_counts_from_one"),
        ({"id": "0"}, "id_counts_from_one"),
        ({"because": "'why'"}, "later_versions_say_because"),
        ({"version": "2", "status": "'corrected'", "because": "''"}, "later_versions_say_because"),
        ({"since": "'2024'", "since_first": "1", "since_last": "2"}, "since_only_with_period"),
        ({"as_of_first": "as_of_last + 1"}, "as_of_in_order"),
        ({"published_first": "2", "published_last": "1"}, "published_in_order"),
        ({"basis": "'period'", "since_first": "2", "since_last": "1"}, "since_in_order"),
        ({"fingerprint": "quote"}, "fingerprint"),
        ({"source_id": "999"}, "fk_figure_source_id|FOREIGN KEY"),
    ],
)
def test_no_figure_breaks_the_rules(filled: str, changed: dict[str, str], rule: str) -> None:
    """The database refuses rows that mean nothing, by a rule with a name."""
    row = {"entry": "999", "id": "99", "closed_at": "NULL", **changed}

    with pytest.raises(raw.Refused, match=rule):
        raw.run(filled, f"INSERT {_copy('figure', **row)}", references=True)
