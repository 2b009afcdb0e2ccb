"""A store in a PostgreSQL database, over SQLAlchemy and psycopg."""

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Self

import psycopg
from sqlalchemy import URL, Connection, NullPool, create_engine, exc, inspect, make_url, text

from tracker.domain.errors import TrackerError, UnusableStore, WrongUse
from tracker.store.moments import BUSY_SECONDS
from tracker.store.schema import VERSION_TABLE, metadata
from tracker.store.statements import STATEMENTS, key_of, said_by

if TYPE_CHECKING:
    from tracker.store.evidence_folder import EvidenceFolder

_CONNECT_SECONDS = 10
# One writer at a time, as in SQLite: numbers follow one another without gaps and nothing is recorded twice.
_WRITER = 0x54524143


class PostgresqlDatabase:
    """One connection to one database; see `tracker.store.database.Database`."""

    def __init__(self, location: str) -> None:
        try:
            url = make_url(location).set(drivername="postgresql+psycopg")
        except (exc.ArgumentError, ValueError):
            raise WrongUse("that is no PostgreSQL URL: write postgresql://user:password@host/database") from None
        # Beside a server is nobody's disk: what everybody records must be everybody's to read.
        self.evidence: EvidenceFolder | None = None
        self._password = _password(url)
        shown = URL.create("postgresql", url.username, host=url.host, port=url.port, database=url.database)
        self.location = shown.render_as_string()
        engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": _CONNECT_SECONDS})
        with self._told():
            self._connection = engine.connect()
        with self._told(), self._unit():
            version = self._connection.execute(text("SHOW server_version")).scalar_one()
        self.product = f"PostgreSQL {version}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def revision(self) -> str | None:
        """The schema's revision; None in an empty database."""
        with self._told(), self._unit():
            tables = set(inspect(self._connection).get_table_names())
            if VERSION_TABLE in tables:
                revision = self._connection.execute(STATEMENTS["schema_version"]).scalar()
                if revision is not None:
                    return str(revision)
        if tables - {VERSION_TABLE}:
            raise UnusableStore(
                f"{self.location} holds tables that are not tracker's: give an empty database or schema"
            )
        return None

    def make(self, at: int) -> None:
        """Make the tables of a store, by running the migrations."""
        from tracker.store.migrate import upgrade  # noqa: PLC0415 - Alembic, loaded only where it is needed

        upgrade(self, at)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """The one writer's turn, waited for up to BUSY_SECONDS."""
        with self._told(), self._connection.begin():
            self._connection.execute(text(f"SET LOCAL lock_timeout = '{int(BUSY_SECONDS * 1000)}ms'"))
            self._connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER})"))
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read within is of one moment, while others go on writing."""
        with self._told(), self._connection.begin():
            self._connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            yield

    def rows(self, statement: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """The rows that a named statement finds."""
        with self._told(), self._unit():
            return [tuple(row) for row in self._connection.execute(STATEMENTS[statement], parameters)]

    def run(self, statement: str, **parameters: Any) -> None:
        """Run a named statement that finds nothing."""
        with self._told(), self._unit():
            self._connection.execute(STATEMENTS[statement], parameters)

    def insert(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add whole rows to a table, their values in the order of its columns."""
        names = ", ".join(column.name for column in metadata.tables[table].columns)
        with self._told(), self._unit():
            driver: psycopg.Cursor[Any] = self._connection.connection.cursor()  # type: ignore[assignment] # psycopg's own
            with driver, driver.copy(f"COPY {table} ({names}) FROM STDIN".encode()) as copy:
                for row in rows:
                    copy.write_row(row)

    def contents(self, table: str, first: int, last: int) -> list[tuple[int, str]]:
        """The numbers of rows from one to another, and what each row says."""
        columns = metadata.tables[table]
        key, said = key_of(columns).name, ", ".join(column.name for column in said_by(columns))
        query = f"SELECT {key}, {said} FROM {table} WHERE {key} BETWEEN %s AND %s ORDER BY {key}"  # noqa: S608 - all names are ours
        with self._told(), self._unit():
            driver: psycopg.Cursor[Any] = self._connection.connection.cursor()  # type: ignore[assignment] # psycopg's own
            with driver:
                return [(number, _text(row)) for number, *row in driver.execute(query.encode(), (first, last))]

    @contextmanager
    def lend(self) -> Iterator[Connection]:
        """This connection itself."""
        with self._told():
            yield self._connection

    def faults(self) -> list[str]:
        """Nothing: PostgreSQL checks references as they are written, and pages are its administrator's to check."""
        return []

    def _unit(self) -> AbstractContextManager[Any]:
        return nullcontext() if self._connection.in_transaction() else self._connection.begin()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except exc.DBAPIError as error:
            raise self._in_words(error.orig or error) from None
        except psycopg.Error as error:
            raise self._in_words(error) from None

    def _in_words(self, error: BaseException) -> TrackerError:
        state = getattr(error, "sqlstate", None) or "unreachable"
        reason = " ".join(str(error).split())
        if self._password:
            reason = reason.replace(self._password, "***")
        for fault, (kind, words) in _FAULTS.items():
            if state.startswith(fault):
                return kind(words.format(location=self.location, reason=reason))
        return TrackerError(f"{self.location} failed: {reason}")


_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _text(values: list[Any]) -> str:
    """The text that SQLite writes for the same values."""
    while values[-1] is None:
        values.pop()
    return _canonical([value.hex().upper() if isinstance(value, bytes) else value for value in values])


def _password(url: URL) -> str:
    secret = url.password or url.query.get("password") or ""
    return secret if isinstance(secret, str) else secret[0]


_READ_ONLY = "{location} is read-only for this user, nothing was recorded: ask its administrator for the right to write"
_FAULTS: dict[str, tuple[type[TrackerError], str]] = {
    "unreachable": (
        TrackerError,
        "{location} cannot be reached ({reason}): check the address, the user and the password, and that it runs",
    ),
    "55P03": (TrackerError, "{location} is locked by another program: let it finish, then try again"),
    "53100": (TrackerError, "there is no room left at {location}, nothing was recorded: free some, then try again"),
    "25006": (UnusableStore, _READ_ONLY),
    "42501": (UnusableStore, _READ_ONLY),
    "XX001": (TrackerError, "{location} is damaged ({reason}): put a sound copy in its place"),
    "XX002": (TrackerError, "{location} is damaged ({reason}): put a sound copy in its place"),
}
