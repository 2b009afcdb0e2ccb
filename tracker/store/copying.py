"""A store written anew in another kind of database, row by row, journal and all."""

from typing import Any

from tracker.store import journal
from tracker.store.database import Database
from tracker.store.journal import SAID
from tracker.store.schema import metadata
from tracker.store.sqlite_text import HISTORIES


def copy(source: Database, target: Database) -> None:
    """Copy all rows into the empty tables of a store, within a transaction of the target.

    The rows are written as they once were, an open version first and its end when the next one comes: no rule of the
    target is lifted. The journal's hashes are those of the source.
    """
    ((*lasts,),) = source.rows("last_rows")
    for table, last in zip(SAID, lasts, strict=True):
        # Documents may be large: one at a time.
        for first, end in (
            journal.blocks(1, last) if table != "evidence" else ((one, one) for one in range(1, last + 1))
        ):
            rows = source.rows(f"rows_{table}", first=first, last=end)
            if table == "evidence":
                rows = [_with_bytes(row, source) for row in rows]
            if table in HISTORIES:
                _write_versions(target, table, rows)
            else:
                target.insert(table, rows)
    newest = journal.head(source)
    for first, end in journal.blocks(1, newest.entry if newest else 0):
        target.insert("journal", source.rows("journal", first=first, last=end))


def _with_bytes(row: tuple[Any, ...], source: Database) -> tuple[Any, ...]:
    """A row of evidence whose bytes may lie in a file beside the source."""
    said = dict(zip(metadata.tables["evidence"].columns.keys(), row, strict=True))
    if source.evidence is not None and not said["content"]:
        said["content"] = source.evidence.read(said["sha256"]) or b""
    return tuple(said.values())


def _write_versions(target: Database, table: str, rows: list[tuple[Any, ...]]) -> None:
    names = metadata.tables[table].columns.keys()
    waiting: list[tuple[Any, ...]] = []
    for row in rows:
        said = dict(zip(names, row, strict=True))
        if said["version"] > 1:
            target.insert(table, waiting)
            waiting = []
            target.run(f"close_{table}", of=said["id"], moment=said["recorded_at"])
        waiting.append(tuple((said | {"closed_at": None}).values()))
    target.insert(table, waiting)
