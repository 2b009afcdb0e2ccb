"""Whatever somebody with full rights changes past tracker is found, and named."""

import pytest

from tests.conftest import STARTED
from tests.store import raw
from tests.store.histories import fill
from tracker.domain.source import Source
from tracker.store.journal import SAID
from tracker.store.ledger import Store, open_store
from tracker.store.schema import metadata
from tracker.store.statements import key_of


def faults(location: str) -> list[str]:
    """What verify finds."""
    with open_store(location, at=STARTED) as store:
        return list(store.verify().faults)


@pytest.fixture
def filled(store: Store, location: str) -> str:
    """Where a store is that has rows in every table."""
    fill(store)
    assert () == store.verify().faults
    return location


def entry_of(location: str, about: str, number: int) -> int:
    """The entry about a row."""
    sql = f"SELECT entry FROM journal WHERE about = '{about}' AND number = {number}"  # noqa: S608 - a table of ours
    return int(raw.run(location, sql)[0][0])


# What each column is changed to; texts by default to another text, numbers to the next one.
CHANGED = {
    "coverage": "CASE coverage WHEN 'own' THEN 'all' ELSE 'own' END",
    "grade": "CASE grade WHEN 'A' THEN 'B' ELSE 'A' END",
    "kind": "'distinct'",
    "basis": "'event'",
    "status": "'withdrawn'",
    "sha256": f"'{'0' * 64}'",
    "low": "low - 1",
    "as_of_first": "as_of_first - 1",
    "since_first": "since_first - 1",
    "published_first": "published_first - 1",
    "version": "version + 7",
}
BYTES = {"sqlite": "CAST('sixteen bytes ok' AS BLOB)", "postgresql": "'sixteen bytes ok'"}


def changed(location: str, table: str, column: str) -> tuple[int, str]:
    """The number of a row whose column can be changed without breaking a rule, and SQL for what to change it to."""
    key, kind = key_of(metadata.tables[table]).name, str(metadata.tables[table].columns[column].type)
    value = CHANGED.get(column, f"'{'x' * 64}'" if kind == "TEXT" else f"coalesce({column}, 0) + 1")
    match table, column:
        case "figure", "fingerprint":
            return 3, BYTES["postgresql" if "://" in location else "sqlite"]
        case "figure", "basis" | "status" | "because" | "version":  # row 5 is a later version
            return 5, {"status": "'corrected'"}.get(column, value)
        case "figure", _:  # row 3 has every date
            return 3, value
    return int(raw.run(location, f"SELECT max({key}) FROM {table}")[0][0]), value  # noqa: S608 - a table of ours


@pytest.mark.parametrize("table", SAID)
def test_a_changed_column_is_found(filled: str, table: str) -> None:
    """Whichever it is, in any table; the row is named, and no other."""
    columns = metadata.tables[table].columns
    key = key_of(metadata.tables[table]).name
    said = [name for name in columns.keys() if name not in ("content", "closed_at", key)]  # noqa: SIM118 - no dictionary
    for column in said:
        number, value = changed(filled, table, column)
        row = f"{table} WHERE {key} = {number}"
        before = f"CREATE TABLE kept AS SELECT * FROM {row}"  # noqa: S608 - as above
        raw.force(filled, before, f"UPDATE {table} SET {column} = {value} WHERE {key} = {number}")  # noqa: S608 - as above

        found = [fault for fault in faults(filled) if "closed" not in fault]
        entry = entry_of(filled, table, number)
        undo = f"UPDATE {table} SET {column} = (SELECT {column} FROM kept) WHERE {key} = {number}"  # noqa: S608 - as above
        raw.force(filled, undo, "DROP TABLE kept")

        assert 1 == len(found), column
        assert f"(row {number} of {table}) or entry {entry} was changed" in found[0]
    assert [] == faults(filled)


@pytest.mark.parametrize("table", SAID)
def test_a_missing_row_is_found(filled: str, table: str) -> None:
    """The last of each table, which nothing but its entry tells of."""
    key = key_of(metadata.tables[table]).name
    (number,) = raw.run(filled, f"SELECT max({key}) FROM {table}")[0]  # noqa: S608 - as above
    entry = entry_of(filled, table, number)

    raw.force(filled, f"DELETE FROM {table} WHERE {key} = {number}")  # noqa: S608 - as above

    assert f"row {number} of {table}, which entry {entry} is about, is missing" in faults(filled)


def test_a_row_slipped_in_is_found_and_later_changes_do_not_cover_it(filled: str) -> None:
    """Neither before nor after tracker has written again."""
    raw.force(filled, "INSERT INTO source (id, name, recorded_at) SELECT max(id) + 1, 'Forged', 0 FROM source")
    (number,) = raw.run(filled, "SELECT max(id) FROM source")[0]
    expected = f"source 'Forged' (row {number} of source) has no entry: it was slipped in"

    assert [expected] == faults(filled)
    with open_store(filled, at=STARTED) as store:
        store.set_source(Source("Made later"), at=STARTED)
    assert [expected] == faults(filled)

    raw.force(filled, "UPDATE source SET name = 'Changed' WHERE name = 'Made later'")
    found = faults(filled)
    assert expected in found
    assert any(fault.startswith("source 'Changed' (row ") and fault.endswith(" was changed") for fault in found)


@pytest.mark.parametrize(
    ("column", "value"), [("author", "'Somebody else'"), ("recorded_at", "recorded_at + 1"), ("hash", f"'{'0' * 64}'")]
)
def test_a_changed_entry_is_found(filled: str, column: str, value: str) -> None:
    """Who wrote it, when, or its hash; the entry is named."""
    entry = entry_of(filled, "figure", 2)

    raw.force(filled, f"UPDATE journal SET {column} = {value} WHERE entry = {entry}")  # noqa: S608 - as above

    assert f"figure 2, version 1, (row 2 of figure) or entry {entry} was changed" in faults(filled)


def test_a_missing_entry_is_found(filled: str) -> None:
    """It is named, and so is the row that it was about."""
    entry = entry_of(filled, "figure", 2)

    raw.force(filled, f"DELETE FROM journal WHERE entry = {entry}")  # noqa: S608 - as above

    assert [
        f"entry {entry} is missing",
        "figure 2, version 1, (row 2 of figure) has no entry: it was slipped in",
    ] == faults(filled)


def test_entries_about_another_row_or_table_are_found(filled: str) -> None:
    """Turned round, about nothing, or about a table that there is not."""
    first, second = entry_of(filled, "figure", 1), entry_of(filled, "figure", 2)
    raw.force(
        filled,
        f"UPDATE journal SET number = CASE number WHEN 1 THEN 2 ELSE 1 END WHERE entry IN ({first}, {second})",  # noqa: S608 - as above
    )
    assert f"entry {second} stands out of order: row 1 of figure has been passed" in faults(filled)

    raw.force(filled, f"UPDATE journal SET about = 'theirs' WHERE entry = {second}")  # noqa: S608 - as above
    assert f"entry {second} is about 'theirs', which is no table of a store" in faults(filled)


def test_entries_in_another_order_are_found(filled: str) -> None:
    """Two whole entries, hashes and all, in each other's place."""
    first = entry_of(filled, "decision", 1)
    swap = [
        f"UPDATE journal SET entry = 9000 WHERE entry = {first}",  # noqa: S608 - as above
        f"UPDATE journal SET entry = {first} WHERE entry = {first + 1}",  # noqa: S608 - as above
        f"UPDATE journal SET entry = {first + 1} WHERE entry = 9000",  # noqa: S608 - as above
    ]

    raw.force(filled, *swap)

    found = " ".join(faults(filled))
    assert f"or entry {first} was changed" in found
    assert f"or entry {first + 1} was changed" in found


def test_an_end_cut_off_is_found_by_a_head_printed_before(filled: str) -> None:
    """A store that lost its last rows with their entries fits together; only the old head is not in it."""
    with open_store(filled, at=STARTED) as store:
        store.keep_evidence("last.html", b"last", at=STARTED)
        head = store.head()
        assert head is not None

    cut = f"DELETE FROM journal WHERE entry = {head.entry}"  # noqa: S608 - as above
    raw.force(filled, cut, "DELETE FROM evidence WHERE name = 'last.html'")

    with open_store(filled, at=STARTED) as store:
        assert () == store.verify().faults
        assert store.find_head(head.hash) is None


def test_a_head_of_an_earlier_moment_is_still_there(filled: str) -> None:
    """A store that grew since contains it."""
    with open_store(filled, at=STARTED) as store:
        head = store.head()
        assert head is not None
        store.keep_evidence("last.html", b"last", at=STARTED)

        assert head == store.find_head(head.hash)
        assert head != store.head()


def test_a_changed_end_of_a_version_is_found(filled: str) -> None:
    """It is not among what a row says, but the beginning of the next version is."""
    wrongly = "(row 1 of figure) is not closed at the moment the next version was recorded"

    raw.force(filled, "UPDATE figure SET closed_at = closed_at + 1 WHERE entry = 1")
    assert [f"figure 1, version 1, {wrongly}"] == faults(filled)

    raw.force(
        filled,
        "UPDATE figure SET closed_at = recorded_at WHERE entry = 5",
        "UPDATE figure SET closed_at = NULL WHERE entry = 1",
    )
    assert [
        "figure 1, version 3, (row 5 of figure) is closed, but no version follows it",
        f"figure 1, version 1, {wrongly}",
    ] == faults(filled)
