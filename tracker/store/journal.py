"""The journal: one entry for every row ever written, each hash binding the entry to all before it.

The hash of an entry is the SHA-256 of three lines in UTF-8: the hash of the entry before, in hexadecimal (64 zeros
before the first); what the entry says, `[entry,about,number,author,recorded_at]`; and what the row says that it is
about, all its columns in order but `closed_at` and `content`, without the nulls at their end. Both are JSON without
spaces, only what JSON must escape escaped; bytes stand as upper-case hexadecimal.

The end of a version is not among what a row says: it is the beginning of the next one, which `verify` looks into.
A chain inside a store proves nothing by itself, since whoever can rewrite a store can rewrite its chain; a head that
was printed elsewhere shows whether that happened since.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from tracker.domain.errors import WrongUse
from tracker.store import sqlite_text
from tracker.store.database import Database
from tracker.store.moments import moment

# The columns of each table that an entry is about, in order; no table refers to a later one.
SAID = {about: names.split() for about, names in sqlite_text.SAID.items()}
# The hash before the first entry.
START = "0" * 64
# Who enters what a new store starts with.
TRACKER = "tracker"
_BLOCK = 1000


class Head(NamedTuple):
    """The last entry of a journal, or one that once was the last.

    Attributes:
        entry: its number.
        hash: what binds it to all before it, in hexadecimal.
        recorded_at: when it was entered, UTC.
    """

    entry: int
    hash: str
    recorded_at: datetime


class Entry(NamedTuple):
    """One entry of the journal, with what its row says.

    Attributes:
        entry: its number.
        about: the table of the row.
        number: the number of the row in its table.
        author: who wrote it.
        recorded_at: when it was entered, UTC.
        hash: what binds it to all before it, in hexadecimal.
        said: the columns of the row by name, as `SAID` lists them; empty where the row is missing.
    """

    entry: int
    about: str
    number: int
    author: str
    recorded_at: datetime
    hash: str
    said: dict[str, Any]


@contextmanager
def journalled(database: Database, author: str, at: int) -> Iterator[None]:
    """The one writer's turn; every row written in it is entered in the journal at its end.

    Raises:
        WrongUse: when the author's name cannot be kept.
    """
    with database.transaction(), entered(database, author, at):
        yield


@contextmanager
def entered(database: Database, author: str, at: int) -> Iterator[None]:
    """As `journalled`, within a transaction that the database is in already."""
    _require_name(author)
    # What something else slipped in before is below these numbers, and stays without an entry for `verify` to find.
    ((*before,),) = database.rows("last_rows")
    yield
    ((*after,),) = database.rows("last_rows")
    if before != after:
        _enter(database, zip(SAID, before, after, strict=True), author, at)


def head(database: Database) -> Head | None:
    """The last entry; None in an empty journal."""
    for entry, digest, at in database.rows("last_entry"):
        return Head(entry, digest, moment(at))
    return None


def find(database: Database, digest: str) -> Head | None:
    """The entry that has a hash; None where there is none."""
    for entry, at in database.rows("entry_of_hash", hash=digest):
        return Head(entry, digest, moment(at))
    return None


def last_entries(database: Database, many: int) -> list[Entry]:
    """The last entries, newest first."""
    newest = head(database)
    if newest is None:
        return []
    rows = database.rows("journal", first=newest.entry - many + 1, last=newest.entry)
    return [
        Entry(entry, about, number, author, moment(at), digest, _said(database, about, number))
        for entry, about, number, author, at, digest in reversed(rows)
    ]


def entries(database: Database) -> Iterator[tuple[Any, ...]]:
    """All rows of the journal in order."""
    newest = head(database)
    for first, last in blocks(1, newest.entry if newest else 0):
        yield from database.rows("journal", first=first, last=last)


def text_of(author: str) -> str:
    """A text as the canonical form writes it, quotation marks included."""
    return json.dumps(author, ensure_ascii=False)


def link(before: str, entry: str, content: str) -> str:
    """The hash of an entry: of the hash before it, of what it says, and of what the row says that it is about."""
    return hashlib.sha256(f"{before}\n{entry}\n{content}".encode()).hexdigest()


def blocks(first: int, last: int) -> Iterator[tuple[int, int]]:
    """The ends of stretches of numbers that are read at once."""
    for start in range(first, last + 1, _BLOCK):
        yield start, min(start + _BLOCK - 1, last)


def _enter(database: Database, written: "zip[tuple[str, int, int]]", author: str, at: int) -> None:
    newest = head(database)
    entry, digest = (newest.entry, newest.hash) if newest else (0, START)
    who = text_of(author)
    for about, before, after in written:
        for first, last in blocks(before + 1, after):
            rows = []
            for number, content in database.contents(about, first, last):
                entry += 1
                digest = link(digest, f'[{entry},"{about}",{number},{who},{at}]', content)
                rows.append((entry, about, number, author, at, digest))
            database.insert("journal", rows)


def _said(database: Database, about: str, number: int) -> dict[str, Any]:
    if about not in SAID:
        return {}
    for _, content in database.contents(about, number, number):
        return dict(zip(SAID[about], json.loads(content), strict=False))
    return {}


def _require_name(author: str) -> None:
    if not author.strip() or not author.isprintable():
        raise WrongUse(f"{author!a} cannot name who makes this change: give --author, or set TRACKER_AUTHOR")
