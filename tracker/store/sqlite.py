"""A store in a SQLite file, over the standard library alone."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tracker.domain.errors import TrackerError, UnusableStore
from tracker.store.evidence_folder import EvidenceFolder
from tracker.store.moments import BUSY_SECONDS
from tracker.store.sqlite_schema import APPLICATION_ID, SCHEMA
from tracker.store.sqlite_text import CONTENTS, TEXTS

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Alembic's own table, alone, is no store: see `make`.
_ANY_TABLE = "SELECT 1 FROM sqlite_master WHERE tbl_name <> 'tracker_version' LIMIT 1"
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    # With a write-ahead log this survives any crash of the program whole; it saves a disk flush at each commit.
    "PRAGMA synchronous = NORMAL",
    # 64 MiB: with the default of 2, an import spends most of its time on the pages of indexes.
    "PRAGMA cache_size = -65536",
)


# Of February 2022, the first with strict tables and JSON in every build.
_OLDEST = (3, 38, 0)


class SqliteDatabase:
    """One connection to one file; see `tracker.store.database.Database`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.location = str(path)
        self.product = f"SQLite {sqlite3.sqlite_version}"
        if sqlite3.sqlite_version_info < _OLDEST:
            needed = ".".join(map(str, _OLDEST))
            raise UnusableStore(
                f"this Python has {self.product}, and a store needs {needed} or newer: use another Python"
            )
        self.evidence: EvidenceFolder | None = EvidenceFolder(path)
        _find_folder(path)
        with self._told():
            self._connection = _open(path)
        try:
            self._recognise()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def revision(self) -> str | None:
        """The schema's revision; None in an empty file."""
        if self._is_empty():
            return None
        with self._told():
            row = self._connection.execute(TEXTS["schema_version"]).fetchone()
        return None if row is None else str(row[0])

    def make(self, at: int) -> None:  # noqa: ARG002 - nothing is entered by the migrations of an empty store
        """Make the tables of a store, as the migrations leave them."""
        with self._told():
            # Left behind, empty, when a developer has taken every migration back.
            self._connection.execute("DROP TABLE IF EXISTS tracker_version")
            for statement in SCHEMA:
                self._connection.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """The one writer's turn, waited for up to BUSY_SECONDS."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._told():
                self._connection.execute("COMMIT")
        finally:
            # Some faults, a full disk among them, have already ended the transaction.
            if self._connection.in_transaction:
                with self._told():
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read within is of one moment, while others go on writing."""
        with self._told():
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            with self._told():
                self._connection.execute("ROLLBACK")

    def rows(self, statement: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """The rows that a named statement finds."""
        text = TEXTS[statement]
        for name, value in list(parameters.items()):
            if isinstance(value, list):
                # SQLAlchemy leaves this mark where a list of values goes.
                names = [f"{name}_{number}" for number in range(len(value))]
                text = text.replace(f"__[POSTCOMPILE_{name}]", ", ".join(f":{name}" for name in names))
                parameters.update(zip(names, value, strict=True))
                del parameters[name]
        with self._told():
            return self._connection.execute(text, parameters).fetchall()

    def run(self, statement: str, **parameters: Any) -> None:
        """Run a named statement that finds nothing."""
        with self._told():
            self._connection.execute(TEXTS[statement], parameters)

    def insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add whole rows to a table, their values in the order of its columns."""
        with self._told():
            self._connection.executemany(TEXTS[f"insert_{table}"], rows)

    def contents(self, table: str, first: int, last: int) -> list[tuple[int, str]]:
        """The numbers of rows from one to another, and what each row says, worked out by SQLite itself."""
        with self._told():
            return self._connection.execute(CONTENTS[table], {"first": first, "last": last}).fetchall()

    @contextmanager
    def lend(self) -> "Iterator[Connection]":
        """This connection as SQLAlchemy knows it."""
        from sqlalchemy import NullPool, create_engine, exc  # noqa: PLC0415 - only to make or upgrade a store

        engine = create_engine("sqlite://", creator=lambda: _Lent(self._connection), poolclass=NullPool)
        try:
            with engine.connect() as connection:
                yield connection
        except exc.DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise _in_words(error.orig, self.location) from error
            raise

    def copy_to(self, path: Path) -> None:
        """Write what has been committed into another file, page by page, as of one moment; others may go on writing.

        The files of evidence that lie beside this one are put into it, so that it is whole by itself.
        """
        with self._told(), closing(_open(self.path)) as source:
            try:
                with closing(sqlite3.connect(path)) as target:
                    source.backup(target)
                    self._put_evidence_into(target)
            except sqlite3.Error as error:
                raise _in_words(error, str(path)) from error

    def faults(self) -> list[str]:
        """What SQLite's own checks of pages and references find."""
        with self._told():
            pages = [str(row[0]) for row in self._connection.execute("PRAGMA quick_check") if row[0] != "ok"]
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        return pages + [f"row {row} of {table} refers to a missing {parent}" for table, row, parent, _ in broken]

    def _put_evidence_into(self, copy: sqlite3.Connection) -> None:
        guard = copy.execute("SELECT sql FROM sqlite_master WHERE name = 'evidence_updated'").fetchone()
        if guard is None or self.evidence is None:  # a file without a store
            return
        kept = copy.execute("SELECT id, sha256 FROM evidence WHERE length(content) = 0").fetchall()
        with copy:
            # Of a copy that nobody knows of yet; the journal tells these bytes by their SHA-256, wherever they are.
            copy.execute("DROP TRIGGER evidence_updated")
            for number, sha256 in kept:
                content = self.evidence.read(sha256)
                if content is not None:  # what is missing here is missing there
                    copy.execute("UPDATE evidence SET content = ? WHERE id = ?", (content, number))
            copy.execute(guard[0])

    def _recognise(self) -> None:
        with self._told():
            (application,) = self._connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID and not self._is_empty():
                raise UnusableStore(
                    f"{self.location} is a database, but not a store of tracker: give another place with --db"
                )
            self._connection.execute("PRAGMA journal_mode = WAL")

    def _is_empty(self) -> bool:
        with self._told():
            return self._connection.execute(_ANY_TABLE).fetchone() is None

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _in_words(error, self.location) from error


def empty_log(path: Path) -> None:
    """Move into a file what its log alone holds; a file too damaged for that is left with it.

    Raises:
        TrackerError: when another program is reading or writing, and does not let go.
    """
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        try:
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR")):
                raise _in_words(error, str(path)) from error
            return
    if busy:
        raise TrackerError(_LOCKED.format(path=path))


class _Lent:
    """The connection as SQLAlchemy gets it: whether to keep or undo what is done stays with the lender."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Leave the transaction as it is."""

    def rollback(self) -> None:
        """Leave the transaction as it is."""

    def close(self) -> None:
        """Leave the connection open."""


def _find_folder(path: Path) -> None:
    try:
        if path.is_dir():
            raise UnusableStore(f"{path} is a folder: give a file in it, such as {path / 'tracker.db'}")
        if not path.parent.is_dir():
            raise UnusableStore(f"there is no folder {path.parent}: create it, or give another place with --db")
    except OSError as error:
        raise UnusableStore(f"{path} cannot be reached ({error.strerror}): give another place with --db") from error


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA application_id")
    except sqlite3.Error as error:
        connection.close()
        if not (error.sqlite_errorname.startswith(_NO_LOG) and _is_at_rest(path)):
            raise
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


# How SQLite says that it may read a file, but not write a log beside it.
_NO_LOG = ("SQLITE_READONLY", "SQLITE_CANTOPEN")


def _is_at_rest(path: Path) -> bool:
    """Whether a file that SQLite cannot open with its log, as in a read-only folder, can be read without one."""
    return os.access(path, os.R_OK) and not path.with_name(f"{path.name}-wal").exists()


def _in_words(error: sqlite3.Error, path: str) -> TrackerError:
    name = getattr(error, "sqlite_errorname", "")
    for fault, (kind, words) in _FAULTS.items():
        if name.startswith(fault):
            return kind(words.format(path=path, error=error))
    return TrackerError(f"{path} failed: {error}")


_LOCKED = "{path} is locked by another program: let it finish, then try again"
_FAULTS: dict[str, tuple[type[TrackerError], str]] = {
    "SQLITE_NOTADB": (UnusableStore, "{path} is not a store of tracker: give another place with --db"),
    "SQLITE_CANTOPEN": (
        UnusableStore,
        "{path} cannot be opened: make it and its folder readable and writable, or give another place with --db",
    ),
    "SQLITE_PERM": (UnusableStore, "{path} cannot be opened: you may not read it; ask its owner"),
    "SQLITE_READONLY": (
        UnusableStore,
        "{path} is read-only, nothing was recorded: make it and its folder writable, or give another place with --db",
    ),
    "SQLITE_BUSY": (TrackerError, _LOCKED),
    "SQLITE_LOCKED": (TrackerError, _LOCKED),
    "SQLITE_FULL": (TrackerError, "there is no room left for {path}, nothing was recorded: free some, then try again"),
    "SQLITE_IOERR": (
        TrackerError,
        "{path} could not be read or written ({error}), nothing was recorded: check the disk and the room left on it",
    ),
    "SQLITE_CORRUPT": (TrackerError, "{path} is damaged ({error}): put a sound copy in its place"),
}
