"""What the ledger asks of a database, and which of the two kinds a location names."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol, Self

from tracker.domain.errors import UnusableStore
from tracker.store.evidence_folder import EvidenceFolder
from tracker.store.locate import sqlite_path
from tracker.store.sqlite import SqliteDatabase

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Database(Protocol):
    """A connection to one store; each method raises TrackerError or UnusableStore in the user's words.

    Attributes:
        location: where the store is, without any password.
        product: the name and version of the database program.
        evidence: the folder of its own where files of evidence lie; None where the database keeps them itself.
    """

    location: str
    product: str
    evidence: EvidenceFolder | None

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...

    def revision(self) -> str | None:
        """The schema's revision; None where there is no store yet, and one may be made."""

    def make(self, at: int) -> None:
        """Make the tables of a store in an empty database at a moment, within the transaction that it is in."""

    def transaction(self) -> AbstractContextManager[None]:
        """The one writer's turn: all that is done within is kept together, or not at all."""

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is read within is of one moment, while others go on writing."""

    def rows(self, statement: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """The rows that a named statement finds."""

    def run(self, statement: str, **parameters: Any) -> None:
        """Run a named statement that finds nothing."""

    def insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add whole rows to a table, their values in the order of its columns."""

    def contents(self, table: str, first: int, last: int) -> list[tuple[int, str]]:
        """The numbers of rows from one to another, and what each row says; see `tracker.store.journal`."""

    def lend(self) -> "AbstractContextManager[Connection]":
        """This connection as SQLAlchemy knows it, for Alembic; the transaction stays with the lender."""

    def faults(self) -> list[str]:
        """What is broken in the files or references of the store; empty when all is well."""

    def close(self) -> None:
        """Let go of the store."""


def connect(location: str) -> Database:
    """Reach the database at a location, whether or not it holds a store yet.

    Raises:
        WrongUse: when the location names no kind of database that can hold a store.
        UnusableStore: when what is there cannot be used.
        TrackerError: when it cannot be reached.
    """
    path = sqlite_path(location)
    if path is not None:
        return SqliteDatabase(path)
    try:
        from tracker.store.postgresql import PostgresqlDatabase  # noqa: PLC0415 - SQLAlchemy, loaded where needed
    except ModuleNotFoundError as error:
        raise UnusableStore("PostgreSQL needs psycopg: pip install 'tracker[postgresql]'") from error
    return PostgresqlDatabase(location)
