"""Every row ever written is bound into one chain, which anybody can work out anew with standard tools."""

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

from tests.conftest import STARTED
from tests.factory import figure, moment
from tests.store import raw
from tests.store.histories import fill
from tracker.domain.errors import WrongUse
from tracker.store import postgresql
from tracker.store.database import connect
from tracker.store.generate import statement_text
from tracker.store.journal import SAID, START, TRACKER
from tracker.store.ledger import UNNAMED, Store, open_store
from tracker.store.statements import content

AT = moment("2024-04-05")


def count(location: str, table: str) -> int:
    """How many rows a table has."""
    return int(raw.run(location, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - a table of ours


def test_every_row_has_one_entry(store: Store, location: str) -> None:
    """Whatever was written, and nothing twice; the entries are numbered without a gap."""
    fill(store)

    entries = raw.run(location, "SELECT entry, about, number FROM journal ORDER BY entry")
    assert list(range(1, len(entries) + 1)) == [entry for entry, _, _ in entries]
    assert {about: count(location, about) for about in SAID} == {
        about: sum(one == about for _, one, _ in entries) for about in SAID
    }
    assert len(entries) == len({(about, number) for _, about, number in entries})
    assert all(count(location, about) for about in SAID)


def test_a_third_party_can_work_out_the_chain(store_path: Path) -> None:
    """With sqlite3, json and hashlib alone, from the tables as they stand in the file."""
    with open_store(str(store_path), at=STARTED, author="Олена") as store:
        fill(store)
        head = store.head()
    connection = sqlite3.connect(store_path)
    before = "0" * 64
    for entry, about, number, author, at, digest in connection.execute("SELECT * FROM journal ORDER BY entry"):
        columns = connection.execute(f"PRAGMA table_info({about})").fetchall()
        said = [name for _, name, *_ in columns if name not in ("closed_at", "content")]
        (key,) = (name for _, name, _, _, _, is_key in columns if is_key)
        (row,) = connection.execute(f"SELECT {', '.join(said)} FROM {about} WHERE {key} = ?", [number])  # noqa: S608 - as above
        values = [value.hex().upper() if isinstance(value, bytes) else value for value in row]
        lines = [
            before,
            *(
                json.dumps(part, ensure_ascii=False, separators=(",", ":"))
                for part in ([entry, about, number, author, at], values)
            ),
        ]
        assert digest == hashlib.sha256("\n".join(lines).encode()).hexdigest()
        before = digest
    connection.close()

    assert head is not None
    assert before == head.hash
    assert START != before


def test_both_databases_say_the_same_of_the_same_rows(store_path: Path, postgresql_url: str) -> None:
    """To the letter, whatever characters the texts hold; so the heads are the same too."""
    said = []
    for location in (str(store_path), postgresql_url):
        with open_store(location, at=STARTED, author="N. Monitor") as store:
            fill(store)
            head = store.head()
        with connect(location) as database:
            said.append((head, {about: database.contents(about, 1, 999) for about in SAID}))

    assert said[0] == said[1]


def test_nulls_at_the_end_of_a_row_are_left_out() -> None:
    """So a column added to a table one day leaves what older rows said as it was."""
    table = Table(
        "later",
        MetaData(),
        Column("id", Integer, primary_key=True),
        Column("early", Text),
        Column("mark", LargeBinary, nullable=False),
        Column("closed_at", Integer),
        Column("added", Text),
        Column("last", Text),
    )
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE later (id INTEGER PRIMARY KEY, early, mark, closed_at, added, last)")
    rows = [(1, None, b"\xab", 5, None, None), (2, "x", b"", None, "y", None), (3, "x", b"", None, None, "z")]
    connection.executemany("INSERT INTO later VALUES (?, ?, ?, ?, ?, ?)", rows)

    found = connection.execute(statement_text(content(table)), {"first": 1, "last": 9}).fetchall()

    expected = ['[1,null,"AB"]', '[2,"x","","y"]', '[3,"x","",null,"z"]']
    assert list(enumerate(expected, 1)) == found
    assert expected == [postgresql._text([*row[:3], *row[4:]]) for row in rows]


def test_a_new_store_starts_its_chain_with_what_it_knows(store: Store) -> None:
    """By tracker itself, for nobody else made it."""
    entries = store.log(10_000)

    assert {TRACKER} == {one.author for one in entries}
    assert {"indicator", "source", "source_version", "place", "place_alias"} == {one.about for one in entries}
    assert {STARTED} == {one.recorded_at for one in entries}


def test_the_author_is_kept_with_each_change(location: str) -> None:
    """Each version of a figure has its own; a program that names nobody is written down as such."""
    for author, value in (("Ann", "1"), ("Ben", "2")):
        with open_store(location, at=STARTED, author=author) as store:
            if author == "Ann":
                store.record([figure(value="9"), figure(value=value)], at=AT)
            else:
                store.correct(2, figure(value=value), because="misread", at=AT)
    with open_store(location, at=STARTED) as store:
        store.retract(2, because="why", at=AT)

        assert ["Ann", "Ben", UNNAMED] == store.authors(2)
        assert ["Ann"] == store.authors(1)
        assert [] == store.authors(3)
        assert [UNNAMED, "Ben", "Ann", "Ann"] == [one.author for one in store.log(20) if one.about == "figure"]


@pytest.mark.parametrize("author", ["", "  ", "Ann\nBen", "Ann\0", "\ud800"])
def test_an_author_has_a_name_that_can_be_kept(location: str, author: str) -> None:
    """Otherwise nothing is recorded."""
    with open_store(location, at=STARTED, author=author) as store:
        with pytest.raises(WrongUse, match="cannot name who makes this change"):
            store.record([figure()], at=AT)
        assert [] == store.figures()


def test_what_changes_nothing_is_not_entered(store: Store) -> None:
    """A figure that is there already, a document that is kept already."""
    store.record([figure()], at=AT)
    store.keep_evidence("page.html", b"<html>", at=AT)
    before = store.head()

    store.record([figure()], at=AT)
    store.keep_evidence("other.html", b"<html>", at=AT)

    assert before == store.head()


def test_what_fails_is_not_entered(store: Store) -> None:
    """A change is there with its entry, or neither is."""
    before = store.head()

    with pytest.raises(WrongUse):
        store.record([figure(), figure(indicator="unheard-of")], at=AT)

    assert before == store.head()


def test_the_log_tells_the_newest_first_with_names(store: Store) -> None:
    """What each row said, with names beside the numbers that it refers to by."""
    store.record([figure(value="388", source="A", publisher="B", place="Kherson Oblast")], at=AT)

    newest = store.log(1)[0]

    assert ("figure", 1, AT) == (newest.about, newest.number, newest.recorded_at)
    assert {"value": "388", "indicator": "returned", "source": "A", "publisher": "B", "place": "Kherson Oblast"} == {
        name: newest.said[name] for name in ("value", "indicator", "source", "publisher", "place")
    }
    assert [newest.entry, newest.entry - 1, newest.entry - 2] == [one.entry for one in store.log(3)]
    assert store.head() == store.find_head(newest.hash)
    assert store.find_head("0" * 64) is None
